//! Entries of activities: everything that their pages say in words, up to T.

use std::borrow::Cow;

use crate::model::{Activity, Idx};
use crate::persian::text::Text;
use crate::progress::State;
use crate::site::{Site, Target};

use super::{Entry, Parts, Places, all, given, plain};

impl<'a> Site<'a> {
    pub(super) fn found_activity(&self, idx: Idx<Activity>, places: &Places) -> Entry<'a> {
        let of = &self.dataset[idx];
        let figures = self.of(idx);
        let first = of.milestones.first().map(|milestone| milestone.title.shown());
        let parts = Parts {
            kind: Cow::Borrowed(&self.config.terms.activity.one),
            target: Target::Activity(idx),
            snippet: of.summary.as_ref().map(Text::shown).or(of
                .record
                .body
                .is_none()
                .then_some(first)
                .flatten()),
            at: figures.last_report,
            text: self.said_of(of).chain(self.told_of(of)).collect(),
        };
        let (neighborhoods, domain) = self.facets_of(idx, places);
        let state = State::ALL.iter().position(|&state| state == figures.state);
        Entry { neighborhoods, domain, state, ..self.of_record(&of.record, parts) }
    }

    /// What it is, where, by whom.
    fn said_of(&self, of: &'a Activity) -> impl Iterator<Item = Cow<'a, str>> {
        let data = self.dataset;
        let problem = of.problem.filter(|&problem| self.lists.has_problem(problem));
        let names = of
            .neighborhoods
            .iter()
            .map(move |&at| &data[at].record)
            .chain([&data[of.domain].record])
            .chain(of.lead.map(|lead| &data[lead].record))
            .chain(of.partners.iter().map(move |&at| &data[at].record))
            .chain(problem.map(|problem| &data[problem].record))
            .chain(of.model.map(|model| &data[model].record));
        let group = of.beneficiaries.iter().map(|people| &people.group);
        let source = of.budget.iter().map(|budget| &budget.source);
        given([&of.summary, &of.responsible].into_iter().chain(group).chain(source))
            .chain(names.map(Self::title))
            .chain(all(&of.tags))
            .chain(all(of.milestones.iter().map(|milestone| &milestone.title)))
            .chain(all(of.indicators.iter().map(|indicator| &indicator.title)))
    }

    /// What was reported, seen and shown of it up to T.
    fn told_of(&self, of: &'a Activity) -> impl Iterator<Item = Cow<'a, str>> {
        let data = self.dataset;
        let day = self.figures.day;
        let updates = of.updates.iter().filter(move |update| update.date <= day);
        let seen = of.findings.iter().filter(move |finding| data[finding.visit].date <= day);
        let moved = of.reschedules.iter().filter(move |row| row.date <= day);
        let evidence = of.evidence.iter().filter(move |piece| piece.date.is_none_or(|date| date <= day));
        updates
            .flat_map(|update| given([&update.by]).chain(update.text.as_ref().map(plain)))
            .chain(seen.flat_map(move |&finding| {
                all([&data[finding.visit].by]).chain(data[finding].note.as_ref().map(plain))
            }))
            .chain(moved.flat_map(|row| given([&row.note])))
            .chain(all(evidence.map(|piece| &piece.title)))
    }
}
