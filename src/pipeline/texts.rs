//! Every Markdown text of the site, for what has to be held against the whole of it.

use crate::config::Config;
use crate::diag::Placed;
use crate::markdown::{self, Document, Origin};
use crate::model::{Dataset, Head, Prose};

/// The texts of `site.yml`.
pub(super) fn of_settings(config: &Config) -> Vec<Document> {
    let identity = &config.identity;
    let texts = [&identity.description, &identity.contact, &identity.footer];
    let parse = |text: &Placed<Box<str>>| {
        let (line, indent) = (text.at.line.max(1), text.at.column.saturating_sub(1));
        markdown::inspect(&text.value, &Origin { file: text.at.file.clone(), line, indent }, &mut Vec::new())
    };
    texts.into_iter().flatten().map(parse).collect()
}

/// The texts of some records.
pub(super) fn of_records(data: &Dataset) -> impl Iterator<Item = &Prose> {
    let updates = data.activities.iter().flat_map(|of| &of.updates);
    let notes = data.visits.iter().flat_map(|of| &of.findings).filter_map(|of| of.note.as_ref());
    let contacts = data.agencies.iter().filter_map(|of| of.contact.as_ref());
    let models = data.models.iter().flat_map(|of| {
        let lists = of.steps.iter().chain(&of.conditions).chain(&of.lessons);
        [&of.problem, &of.approach].into_iter().chain(lists).chain(of.contact.as_ref())
    });
    heads(data)
        .filter_map(|record| record.body.as_ref())
        .chain(updates.filter_map(|of| of.text.as_ref()))
        .chain(notes)
        .chain(data.visits.iter().filter_map(|of| of.follow_up.as_ref()))
        .chain(contacts)
        .chain(models)
}

/// What all records have in common, of every kind.
fn heads(data: &Dataset) -> impl Iterator<Item = &Head> {
    let reviewed = data.activities.iter().map(|of| &of.record).chain(data.visits.iter().map(|of| &of.record));
    let problems = data.problems.iter().map(|of| &of.record);
    let places =
        data.neighborhoods.iter().map(|of| &of.record).chain(data.domains.iter().map(|of| &of.record));
    let people = data.agencies.iter().map(|of| &of.record).chain(data.meetings.iter().map(|of| &of.record));
    let texts = data.models.iter().map(|of| &of.record).chain(data.pages.iter().map(|of| &of.record));
    reviewed.chain(problems).chain(places).chain(people).chain(texts)
}
