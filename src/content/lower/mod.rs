//! From rows to the model: each kind in a file, with what they all need here.
//!
//! A reference that can't be resolved is reported and replaced by a stand-in, so that every other rule still sees the
//! record; a run with an error gives no dataset, so a stand-in never leaves `content`. Start reading at [`lower`].

mod activity;
mod meeting;
mod people;
mod places;
mod success;
mod update;
mod visit;

use std::sync::Arc;

use rayon::prelude::*;

pub(super) use meeting::DecisionLink;
pub(super) use update::Report;

use super::index::Index;
use super::media::Media;
use super::prose;
use super::raw::{Head, Raw, Raws, Titled};
use super::resolve::{Owner, Referable, Refusal, Resolver};
use super::values::gather;
use crate::diag::codes::records::DOUBLED_REFERENCE;
use crate::diag::{Diagnostic, Place, Placed};
use crate::fields::key::Key;
use crate::fields::{Photo as RawPhoto, Row, Spanned};
use crate::markdown::Document;
use crate::model::{Dataset, Idx, Photo, Prose};
use crate::persian::Day;
use crate::yaml::Span;

/// Everything that was lowered, not yet joined.
#[derive(Debug, Default)]
pub(super) struct Lowered {
    pub(super) dataset: Dataset,
    /// The reports of `updates/`.
    pub(super) reports: Vec<Report>,
    /// The links between activities and decisions, from the activities' side and from the meetings'.
    pub(super) links: Vec<DecisionLink>,
}

/// What lowering looks things up in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sources<'a> {
    pub(super) index: &'a Index,
    pub(super) media: &'a Media,
}

/// Lowers all records, in parallel within each kind.
pub(super) fn lower(raws: Raws, sources: Sources<'_>, out: &mut Vec<Diagnostic>) -> Lowered {
    let Raws {
        neighborhoods,
        domains,
        agencies,
        problems,
        activities,
        updates,
        visits,
        meetings,
        models,
        pages,
    } = raws;
    let (activities, from_activities) = unzip(each(activities, sources, out, Lower::activity));
    let (meetings, from_meetings) = unzip(each(meetings, sources, out, plain(Lower::meeting)));
    Lowered {
        dataset: Dataset {
            neighborhoods: each(neighborhoods, sources, out, plain(Lower::neighborhood)),
            domains: each(domains, sources, out, plain(Lower::domain)),
            agencies: each(agencies, sources, out, plain(Lower::agency)),
            problems: each(problems, sources, out, plain(Lower::problem)),
            activities,
            visits: each(visits, sources, out, plain(Lower::visit)),
            meetings,
            models: each(models, sources, out, plain(Lower::success_model)),
            pages: each(pages, sources, out, plain(Lower::page)),
            archive: Vec::new(),
        },
        reports: each(updates, sources, out, plain(Lower::report)).into_iter().flatten().collect(),
        links: from_activities.into_iter().flatten().chain(from_meetings.into_iter().flatten()).collect(),
    }
}

/// Parts the records of a kind from the links that each brought along.
fn unzip<T, L>(lowered: Vec<(T, L)>) -> (Vec<T>, Vec<L>) {
    lowered.into_iter().unzip()
}

fn each<'a, K, T>(
    raws: Vec<Raw<K>>,
    sources: Sources<'a>,
    out: &mut Vec<Diagnostic>,
    of: impl Fn(&mut Lower<'a>, Head, Row<K>, K::Parts) -> T + Sync,
) -> Vec<T>
where
    K: Titled + Send,
    K::Parts: Send,
    T: Send,
{
    let lowered: Vec<(T, Vec<Diagnostic>)> = raws
        .into_par_iter()
        .enumerate()
        .map(|(position, Raw { head, row, parts })| {
            let mut lower = Lower::new(sources, &head, K::KIND, position);
            let record = of(&mut lower, head, row, parts);
            (record, lower.out)
        })
        .collect();
    lowered
        .into_iter()
        .map(|(record, mut found)| {
            out.append(&mut found);
            record
        })
        .collect()
}

/// Lowers one record and collects what is wrong with it.
struct Lower<'a> {
    resolver: Resolver<'a>,
    media: &'a Media,
    /// The record's position in its kind.
    position: usize,
    out: Vec<Diagnostic>,
}

impl<'a> Lower<'a> {
    fn new(sources: Sources<'a>, head: &Head, kind: crate::fields::RecordKind, position: usize) -> Self {
        let owner = Owner { kind: Some(kind), id: head.id.clone(), draft: head.draft };
        let resolver = Resolver { index: sources.index, owner };
        Self { resolver, media: sources.media, position, out: Vec::new() }
    }

    /// Collects a finding; nothing is left of what it was about.
    fn kept<T>(&mut self, result: Result<T, impl Into<Refusal>>) -> Option<T> {
        result.map_err(|found| self.out.extend(found.into().map(|found| *found))).ok()
    }

    /// A reference to one record.
    fn reference<T: Referable, K: Key>(&mut self, row: &mut Row<K>, key: K) -> Option<Idx<T>> {
        let name = row.text(key)?;
        let result = self.resolver.typed(&name.value, || (row.place_of(name.at), row.path(key)));
        self.kept(result)
    }

    /// A reference that is required, or a stand-in.
    fn required<T: Referable, K: Key>(&mut self, row: &mut Row<K>, key: K) -> Idx<T> {
        self.reference(row, key).unwrap_or_else(|| Idx::new(0))
    }

    /// References to several records, each counted once.
    fn references<T: Referable, K: Key>(&mut self, row: &mut Row<K>, key: K) -> Vec<Idx<T>> {
        let mut records: Vec<Idx<T>> = Vec::new();
        let mut seen = std::collections::HashSet::new();
        for Spanned { value: name, at } in row.texts(key) {
            let result = self.resolver.typed(&name, || (row.place_of(at), row.path(key)));
            let Some(record) = self.kept(result) else { continue };
            if seen.insert(record) {
                records.push(record);
            } else {
                self.out.push(doubled_reference(&name, row.place_of(at)).field(row.path(key)));
            }
        }
        records
    }

    /// A Markdown text, looked through for links and pictures.
    fn prose<K: Key>(&mut self, row: &mut Row<K>, key: K) -> Option<Prose> {
        let Spanned { value, at } = row.text(key)?;
        Some(self.inspected(&value, row.place_of(at), || row.path(key)))
    }

    /// A Markdown text that is required, or a stand-in.
    fn required_prose<K: Key>(&mut self, row: &mut Row<K>, key: K) -> Prose {
        self.prose(row, key).unwrap_or_else(|| Placed { value: Document::default(), at: row.at() })
    }

    /// Markdown texts of a list.
    fn proses<K: Key>(&mut self, row: &mut Row<K>, key: K) -> Vec<Prose> {
        let texts = row.texts(key);
        let mut in_list = |(position, Spanned { value, at }): (usize, Spanned<String>)| {
            self.inspected(&value, row.place_of(at), || format!("{}[{}]", row.path(key), position + 1))
        };
        gather(texts.into_iter().enumerate().collect(), |text| Some(in_list(text)))
    }

    fn inspected(&mut self, value: &str, at: Place, field: impl Fn() -> String) -> Prose {
        let prose = prose::parse(value, at, &field, &mut self.out);
        prose::check(&prose, field, &self.resolver, self.media, &mut self.out);
        prose
    }

    /// What every record has; its narrative is looked through too.
    fn record(&mut self, head: Head) -> crate::model::Record {
        if let Some(body) = &head.body {
            prose::check(body, || "body".to_owned(), &self.resolver, self.media, &mut self.out);
        }
        head.record()
    }

    /// A file of `content/media/`.
    fn media<K: Key>(&mut self, row: &mut Row<K>, key: K) -> Option<Box<str>> {
        let Spanned { value, at } = row.text(key)?;
        let result = self.media.file(&value, row.place_of(at), &row.path(key));
        self.kept(result)
    }

    fn photo<K: Key>(&mut self, row: &mut Row<K>, key: K) -> Option<Photo> {
        let photo = row.photo(key)?;
        self.photos_of(vec![photo], &row.at().file, || row.path(key)).pop()
    }

    fn photos<K: Key>(&mut self, row: &mut Row<K>, key: K) -> Vec<Photo> {
        let photos = row.photos(key);
        self.photos_of(photos, &row.at().file, || row.path(key))
    }

    fn photos_of(
        &mut self,
        photos: Vec<RawPhoto>,
        file: &Arc<str>,
        field: impl Fn() -> String,
    ) -> Vec<Photo> {
        gather(photos, |photo| {
            let Span { line, column, length } = photo.file.at;
            let at = Place::new(Arc::clone(file), line, column, length);
            let result = self.media.photo(&photo.file.value, at.clone(), &field());
            let file = self.kept(result)?;
            if photo.alt.is_none() {
                self.out.push(super::media::without_alt(&file, at.clone()).field(field()));
            }
            Some(Photo { file, alt: photo.alt.map(|alt| alt.value.into()), at })
        })
    }
}

/// For the kinds that have no parts.
fn plain<'a, K, T>(
    of: impl Fn(&mut Lower<'a>, Head, Row<K>) -> T,
) -> impl Fn(&mut Lower<'a>, Head, Row<K>, ()) -> T {
    move |lower, head, row, ()| of(lower, head, row)
}

/// The day that stands for a required date that could not be read.
fn stand_in_day() -> Day {
    Day::from_jalali(1300, 1, 1).expect("the first day of 1300 exists")
}

fn doubled_reference(name: &str, at: Place) -> Diagnostic {
    Diagnostic::new(
        DOUBLED_REFERENCE,
        at,
        format!("«{name}» در این فهرست دو بار آمده است و یک بار شمرده می‌شود."),
        format!("`{name}` stands twice in this list and is counted once."),
    )
    .hint("یکی را پاک کنید.", "Delete one of them.")
}
