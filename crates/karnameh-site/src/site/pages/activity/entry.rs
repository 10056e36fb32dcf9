//! The search entry of an activity: everything that its page says in words.

use std::borrow::Cow;

use crate::model::{Activity, Idx};
use crate::persian::text::Text;
use crate::progress::State;
use crate::site::entries::{EntryParts, SearchEntry, activity_facets, all, given, plain, record_title};
use crate::site::{Site, Target};

pub(super) fn search_entry<'a>(site: &Site<'a>, idx: Idx<Activity>) -> SearchEntry<'a> {
    let of = &site.dataset[idx];
    let figures = &site.figures[idx];
    let first = of.milestones.first().map(|milestone| milestone.title.shown());
    let parts = EntryParts {
        kind: Cow::Borrowed(&site.config.terms.activity.one),
        href: site.href(Target::Activity(idx)),
        snippet: of.summary.as_ref().map(Text::shown).or(of.record.body.is_none().then_some(first).flatten()),
        at: figures.last_report,
        text: description(site, of).chain(events(site, of)).collect(),
    };
    let (neighborhoods, domain) = activity_facets(site, idx);
    let state = State::ALL.iter().position(|&state| state == figures.state);
    SearchEntry { neighborhoods, domain, state, ..parts.entry(&of.record) }
}

/// What it is, where, by whom.
fn description<'a>(site: &Site<'a>, of: &'a Activity) -> impl Iterator<Item = Cow<'a, str>> {
    let data = site.dataset;
    let names = of
        .neighborhoods
        .iter()
        .map(move |&at| &data[at].record)
        .chain([&data[of.domain].record])
        .chain(of.lead.map(|lead| &data[lead].record))
        .chain(of.partners.iter().map(move |&at| &data[at].record))
        .chain(of.problem.map(|problem| &data[problem].record))
        .chain(of.model.map(|model| &data[model].record));
    let group = of.beneficiaries.iter().map(|people| &people.group);
    let source = of.budget.iter().map(|budget| &budget.source);
    given([&of.summary, &of.responsible].into_iter().chain(group).chain(source))
        .chain(names.map(record_title))
        .chain(all(&of.tags))
        .chain(all(of.milestones.iter().map(|milestone| &milestone.title)))
        .chain(all(of.indicators.iter().map(|indicator| &indicator.title)))
}

/// What was reported, seen and shown of it.
fn events<'a>(site: &Site<'a>, of: &'a Activity) -> impl Iterator<Item = Cow<'a, str>> {
    let data = site.dataset;
    of.updates
        .iter()
        .flat_map(|update| given([&update.by]).chain(update.text.as_ref().map(plain)))
        .chain(of.findings.iter().flat_map(move |&finding| {
            all([&data[finding.visit].by]).chain(data[finding].note.as_ref().map(plain))
        }))
        .chain(of.reschedules.iter().flat_map(|row| given([&row.note])))
        .chain(all(of.evidence.iter().map(|piece| &piece.title)))
}
