//! From raw records to the model: names become references, links and pictures are checked.
//!
//! What a record holds that can be resolved says its own declaration (`Fields::resolve_fields`); here is what it
//! means. A reference that can't be resolved is reported and dropped, or replaced by a stand-in where the record can't
//! do without it, so that every other rule still sees the record; a run with an error gives no dataset, so a stand-in
//! never leaves `content`. Start reading at [`lower`].

use std::fmt::Display;
use std::mem;
use std::sync::Arc;

use rayon::prelude::*;

use super::index::Index;
use super::media::{self, Media};
use super::prose;
use super::raw::{Raw, Raws};
use super::resolve::{Owner, References};
use crate::diag::codes::records::DOUBLED_REFERENCE;
use crate::diag::{Diagnostic, Place};
use crate::fields::{Gaps, Kept, Name, NamedFile, Path, Photo, Record, Resolver};
use crate::markdown::Document;
use crate::model::{Activity, Dataset, Idx, Meeting, RecordKind, Report, kinds, listed_kinds};
use crate::yaml::Span;

/// Everything that was lowered, not yet joined.
#[derive(Debug, Default)]
pub(super) struct Lowered {
    pub(super) dataset: Dataset,
    /// The reports of `updates/`, each with whether it is a draft.
    pub(super) reports: Vec<(Report, bool)>,
    /// The links between activities and decisions, from the activities' side and from the meetings'.
    pub(super) links: Vec<DecisionLink>,
    /// The records whose lists are shorter than in their files, by their places.
    pub(super) gaps: Vec<(Place, Gaps)>,
}

/// «This activity carries out that decision», as one side wrote it.
#[derive(Debug)]
pub(super) struct DecisionLink {
    pub(super) activity: Idx<Activity>,
    pub(super) meeting: Idx<Meeting>,
    /// The decision's id in its meeting.
    pub(super) decision: Box<str>,
    /// Which side wrote it.
    pub(super) from_meeting: bool,
    /// Whether that side is a draft.
    pub(super) draft: bool,
    pub(super) at: Place,
}

/// What lowering looks things up in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sources<'a> {
    pub(super) index: &'a Index,
    pub(super) media: &'a Media,
}

/// Lowers all records, in parallel within each kind.
pub(super) fn lower(mut raws: Raws, sources: Sources<'_>, out: &mut Vec<Diagnostic>) -> Lowered {
    macro_rules! resolve_each {
        ($($kind:ident $list:ident $record:ty;)*) => { $(resolve_all(&mut raws.$list, sources, out);)* };
    }
    kinds!(resolve_each);
    let links = activity_links(&raws.activities).chain(meeting_links(&raws.meetings)).collect();
    let gaps = gaps(&raws);
    macro_rules! lists {
        ($($kind:ident $list:ident $record:ty;)*) => {
            Dataset { $($list: records(raws.$list),)* boundaries: Vec::new(), archive: Vec::new() }
        };
    }
    Lowered {
        dataset: listed_kinds!(lists),
        // A report without its activity or its day has nowhere to go; that was reported.
        reports: raws
            .updates
            .into_iter()
            .filter(|report| report.complete)
            .map(|report| (report.record, report.draft))
            .collect(),
        links,
        gaps,
    }
}

fn records<T>(raws: Vec<Raw<T>>) -> Vec<T> {
    raws.into_iter().map(|raw| raw.record).collect()
}

/// The records whose lists are shorter than in their files.
fn gaps(raws: &Raws) -> Vec<(Place, Gaps)> {
    fn of_kind<T: Record>(raws: &[Raw<T>], gaps: &mut Vec<(Place, Gaps)>) {
        let with_gaps = raws.iter().filter(|raw| !raw.gaps.is_empty());
        gaps.extend(with_gaps.map(|raw| (raw.record.head().at.clone(), raw.gaps.clone())));
    }
    let mut gaps = Vec::new();
    macro_rules! each {
        ($($kind:ident $list:ident $record:ty;)*) => { $(of_kind(&raws.$list, &mut gaps);)* };
    }
    kinds!(each);
    gaps
}

/// Resolves the records of a kind; what is wrong with them follows in their order.
fn resolve_all<T: Record + Send>(raws: &mut [Raw<T>], sources: Sources<'_>, out: &mut Vec<Diagnostic>) {
    let found: Vec<Vec<Diagnostic>> = raws.par_iter_mut().map(|raw| resolve(raw, sources)).collect();
    out.extend(found.into_iter().flatten());
}

fn resolve<T: Record>(raw: &mut Raw<T>, sources: Sources<'_>) -> Vec<Diagnostic> {
    let Raw { record, draft, names, gaps, complete } = raw;
    let head = record.head();
    let owner = Owner { kind: Some(T::KIND), id: head.id.clone(), draft: *draft };
    let names = mem::take(names);
    let mut lower = Lower {
        references: References { index: sources.index, owner },
        media: sources.media,
        names: &names,
        gaps,
        file: Arc::clone(&head.at.file),
        out: Vec::new(),
    };
    if let Some(body) = &head.body {
        lower.prose(&body.value, &Path::new(None, T::BODY));
    }
    *complete &= record.resolve_fields(None, &mut lower);
    let mut found = lower.out;
    found.retain(|found| !record.head().allow.contains(&found.code));
    found
}

/// Resolves one record and collects what is wrong with it.
struct Lower<'a> {
    references: References<'a>,
    media: &'a Media,
    names: &'a [Name],
    gaps: &'a Gaps,
    file: Arc<str>,
    out: Vec<Diagnostic>,
}

impl<'a> Lower<'a> {
    fn place(&self, at: Span) -> Place {
        Place::new(Arc::clone(&self.file), at.line, at.column, at.length)
    }

    /// Completes the name of a file that lacks what Windows hides, and warns of it.
    fn complete(
        &mut self,
        name: &mut Box<str>,
        at: Place,
        path: &Path<'_>,
        complete: impl Fn(&'a Media, &str) -> Option<&'a str>,
    ) {
        if let Some(whole) = complete(self.media, name) {
            self.out.push(media::without_extension(name, whole, at).field(path.to_string()));
            *name = whole.into();
        }
    }

    /// Finds a file of one folder. `find` receives its name, its place and the path of its field.
    fn file(
        &mut self,
        file: &mut NamedFile,
        path: &Path<'_>,
        find: impl Fn(&Media, &str, Place, &dyn Display) -> Result<Box<str>, Box<Diagnostic>>,
    ) -> bool {
        match find(self.media, &file.path, self.place(file.at), path) {
            Ok(found) => {
                file.path = found;
                true
            }
            Err(missing) => {
                self.out.push(*missing);
                false
            }
        }
    }
}

impl Resolver for Lower<'_> {
    fn number(&self, path: &Path<'_>, position: usize) -> usize {
        if self.gaps.is_empty() { position } else { self.gaps.number(&path.to_string(), position) }
    }

    fn record(&mut self, kind: RecordKind, kept: Kept, path: &Path<'_>) -> Option<usize> {
        let name = Name::find(self.names, kept)?;
        let place = || (self.place(name.at), path.to_string());
        match self.references.resolve(kind, &name.text, place) {
            Ok(position) => Some(position as usize),
            Err(found) => {
                self.out.extend(found.map(|found| *found));
                None
            }
        }
    }

    fn records(&mut self, kind: RecordKind, kept: Kept, path: &Path<'_>) -> Vec<usize> {
        let Some(name) = Name::find(self.names, kept) else { return Vec::new() };
        let parts = self.references.parts(kind, &name.text);
        let names = if parts.is_empty() { vec![&*name.text] } else { parts };
        let mut positions = Vec::with_capacity(names.len());
        for part in names {
            let place = || (self.place(name.at), path.to_string());
            match self.references.resolve(kind, part, place) {
                Ok(position) => positions.push(position as usize),
                Err(found) => self.out.extend(found.map(|found| *found)),
            }
        }
        positions
    }

    fn doubled(&mut self, kept: Kept, path: &Path<'_>) {
        let Some(name) = Name::find(self.names, kept) else { return };
        let found = doubled_reference(&name.text, self.place(name.at)).field(path.to_string());
        self.out.push(found);
    }

    fn prose(&mut self, prose: &Document, path: &Path<'_>) {
        prose::check(prose, path, &self.references, self.media, &mut self.out);
    }

    fn photo(&mut self, photo: &mut Photo, path: &Path<'_>) -> bool {
        self.complete(&mut photo.file, photo.at.clone(), path, Media::completed);
        match self.media.photo(&photo.file, photo.at.clone(), path) {
            Ok(file) => photo.file = file,
            Err(refused) => {
                self.out.push(*refused);
                return false;
            }
        }
        if photo.alt.is_none() {
            self.out.push(media::without_alt(&photo.file, photo.at.clone()).field(path.to_string()));
        }
        true
    }

    fn photos(&self, text: &str) -> Vec<Box<str>> {
        self.media.several(text)
    }

    fn media_file(&mut self, file: &mut NamedFile, path: &Path<'_>) -> bool {
        self.complete(&mut file.path, self.place(file.at), path, Media::completed);
        self.file(file, path, Media::file)
    }

    fn boundary(&mut self, file: &mut NamedFile, path: &Path<'_>) -> bool {
        self.complete(&mut file.path, self.place(file.at), path, Media::completed_boundary);
        self.file(file, path, Media::boundary)
    }
}

/// The decisions that activities say they carry out.
fn activity_links(activities: &[Raw<Activity>]) -> impl Iterator<Item = DecisionLink> {
    activities.iter().enumerate().filter_map(|(position, Raw { record, draft, .. })| {
        let named = record.decision.as_ref()?;
        Some(DecisionLink {
            activity: Idx::new(position),
            meeting: named.meeting,
            decision: named.decision.clone(),
            from_meeting: false,
            draft: *draft,
            at: named.at.clone(),
        })
    })
}

/// The activities that meetings say carry out their decisions.
fn meeting_links(meetings: &[Raw<Meeting>]) -> impl Iterator<Item = DecisionLink> {
    meetings.iter().enumerate().flat_map(|(position, Raw { record, draft, .. })| {
        record.decisions.iter().filter_map(move |decision| {
            let named = decision.named.as_ref()?;
            Some(DecisionLink {
                activity: named.value,
                meeting: Idx::new(position),
                decision: decision.id.clone(),
                from_meeting: true,
                draft: *draft,
                at: named.at.clone(),
            })
        })
    })
}

fn doubled_reference(name: &str, at: Place) -> Diagnostic {
    Diagnostic::new(
        DOUBLED_REFERENCE,
        at,
        format!("«{name}» در این فهرست دو بار آمده است و یک بار شمرده می‌شود."),
        format!("`{name}` is in this list twice and is counted once."),
    )
    .hint("یکی را پاک کنید.", "Delete one of them.")
}
