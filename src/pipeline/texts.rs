//! Every Markdown text of the site, for what has to be held against the whole of it.

use crate::config::Config;
use crate::diag::Placed;
use crate::markdown::{self, Document, Origin};
use crate::model::{Dataset, Head, Idx, Prose};
use crate::persian::Day;
use crate::progress::Figures;

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

/// The texts of the published records; with figures, of those alone that exist on their day (F2).
pub(super) fn of_records<'a>(data: &'a Dataset, at: Option<&'a Figures>) -> impl Iterator<Item = &'a Prose> {
    let known = move |date: Day| at.is_none_or(|figures| date <= figures.day);
    let exists = move |position: usize| at.is_none_or(|figures| figures.get(Idx::new(position)).is_some());
    let activities =
        move || data.activities.iter().enumerate().filter(move |(at, _)| exists(*at)).map(|(_, of)| of);
    let visits = move || data.visits.iter().filter(move |of| known(of.date));
    let problems = data.problems.iter().filter(move |of| of.registered.is_none_or(known));
    let updates = activities().flat_map(|of| &of.updates).filter(move |of| known(of.date));
    let notes = visits().flat_map(|of| &of.findings).filter_map(|of| of.note.as_ref());
    let contacts = data.agencies.iter().filter_map(|of| of.contact.as_ref());
    let models = data.models.iter().flat_map(|of| {
        let lists = of.steps.iter().chain(&of.conditions).chain(&of.lessons);
        [&of.problem, &of.approach].into_iter().chain(lists).chain(of.contact.as_ref())
    });
    let dated = activities().map(|of| &of.record).chain(visits().map(|of| &of.record));
    let records = dated.chain(problems.map(|of| &of.record)).chain(undated(data));
    records
        .filter_map(|record| record.body.as_ref())
        .chain(updates.filter_map(|of| of.text.as_ref()))
        .chain(notes)
        .chain(visits().filter_map(|of| of.follow_up.as_ref()))
        .chain(contacts)
        .chain(models)
}

/// Records that wait for no day.
fn undated(data: &Dataset) -> impl Iterator<Item = &Head> {
    let places =
        data.neighborhoods.iter().map(|of| &of.record).chain(data.domains.iter().map(|of| &of.record));
    let people = data.agencies.iter().map(|of| &of.record).chain(data.meetings.iter().map(|of| &of.record));
    let texts = data.models.iter().map(|of| &of.record).chain(data.pages.iter().map(|of| &of.record));
    places.chain(people).chain(texts)
}
