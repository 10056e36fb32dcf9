//! Links of texts to pages of the site: only the page plan knows which pages there are.
//!
//! Records were looked up when the content was read; what is left are links by address. Start reading at [`Links::look_up`].

use std::collections::HashSet;

use crate::config::Config;
use crate::diag::{Diagnostic, Placed};
use crate::fields::closest;
use crate::markdown::{self, Document, Link, Origin, Target};
use crate::model::{Dataset, Prose, Record};
use crate::site::Site;

/// The links of all texts that are published.
pub(super) struct Links<'a> {
    dataset: &'a Dataset,
    settings: Vec<Document>,
}

/// What became of the links by address.
#[derive(Default)]
pub(super) struct Lookup {
    /// An error for each that the site doesn't have, an advice for each that it doesn't have yet.
    pub(super) found: Vec<Diagnostic>,
    /// Addresses that come on a later day.
    pub(super) later: HashSet<String>,
}

impl<'a> Links<'a> {
    pub(super) fn new(dataset: &'a Dataset, config: &Config) -> Self {
        Self { dataset, settings: settings(config) }
    }

    /// Every link.
    pub(super) fn all(&self) -> impl Iterator<Item = &Link> {
        let texts = proses(self.dataset).map(|prose| &prose.value).chain(&self.settings);
        texts.flat_map(|text| &text.links)
    }

    /// Looks up the links by address among the site's own.
    pub(super) fn look_up<'s>(&self, site: &Site<'_>, addresses: impl Iterator<Item = &'s str>) -> Lookup {
        let named: Vec<_> = self.all().filter_map(by_address).collect();
        if named.is_empty() {
            return Lookup::default();
        }
        let known: HashSet<&str> = addresses.collect();
        let lost: Vec<_> = named.into_iter().filter(|(path, _)| !known.contains(path)).collect();
        if lost.is_empty() {
            return Lookup::default();
        }
        let later = site.comes_later(lost.iter().map(|(path, _)| *path));
        let tell = |(path, link): (&str, &Link)| {
            if later.contains(path) {
                link.comes_later()
            } else {
                link.leads_nowhere(closest(path, sorted(&known)))
            }
        };
        Lookup { found: lost.into_iter().map(tell).collect(), later }
    }
}

fn by_address(link: &Link) -> Option<(&str, &Link)> {
    match &link.target {
        Target::Path { path, .. } => Some((path, link)),
        _ => None,
    }
}

/// The addresses in a stable order, so that of two equally near ones it is always the same that is proposed.
fn sorted<'a>(known: &HashSet<&'a str>) -> Vec<&'a str> {
    let mut sorted: Vec<_> = known.iter().copied().collect();
    sorted.sort_unstable();
    sorted
}

/// The texts of `site.yml`.
fn settings(config: &Config) -> Vec<Document> {
    let identity = &config.identity;
    let texts = [&identity.description, &identity.contact, &identity.footer];
    let parse = |text: &Placed<Box<str>>| {
        let (line, indent) = (text.at.line.max(1), text.at.column.saturating_sub(1));
        markdown::inspect(&text.value, &Origin { file: text.at.file.clone(), line, indent }, &mut Vec::new())
    };
    texts.into_iter().flatten().map(parse).collect()
}

/// Every text of the published records.
fn proses(data: &Dataset) -> impl Iterator<Item = &Prose> {
    let updates = data.activities.iter().flat_map(|of| &of.updates).filter_map(|of| of.text.as_ref());
    let notes = data.visits.iter().flat_map(|of| &of.findings).filter_map(|of| of.note.as_ref());
    let follow_ups = data.visits.iter().filter_map(|of| of.follow_up.as_ref());
    let contacts = data.agencies.iter().filter_map(|of| of.contact.as_ref());
    let models = data.models.iter().flat_map(|of| {
        let lists = of.steps.iter().chain(&of.conditions).chain(&of.lessons);
        [&of.problem, &of.approach].into_iter().chain(lists).chain(of.contact.as_ref())
    });
    records(data)
        .filter_map(|record| record.body.as_ref())
        .chain(updates)
        .chain(notes)
        .chain(follow_ups)
        .chain(contacts)
        .chain(models)
}

fn records(data: &Dataset) -> impl Iterator<Item = &Record> {
    let places =
        data.neighborhoods.iter().map(|of| &of.record).chain(data.domains.iter().map(|of| &of.record));
    let work = data.problems.iter().map(|of| &of.record).chain(data.activities.iter().map(|of| &of.record));
    let reviews = data.visits.iter().map(|of| &of.record).chain(data.meetings.iter().map(|of| &of.record));
    let texts = data.models.iter().map(|of| &of.record).chain(data.pages.iter().map(|of| &of.record));
    places.chain(data.agencies.iter().map(|of| &of.record)).chain(work).chain(reviews).chain(texts)
}
