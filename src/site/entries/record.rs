//! Entries of problems, meetings, decisions, visits and success models, up to T.

use std::borrow::Cow;

use crate::model::{DecisionRef, Idx, Meeting, Problem, SuccessModel, Visit};
use crate::site::view::Link;
use crate::site::{Site, Target, prose, stamp};

use super::{Entry, Parts, Places, SNIPPET, all, given, plain};

impl<'a> Site<'a> {
    pub(super) fn found_problem(&self, idx: Idx<Problem>, places: &Places) -> Entry<'a> {
        let of = &self.dataset[idx];
        let domain = of.domain.map(|at| Self::title(&self.dataset[at].record));
        let place = Self::title(&self.dataset[of.neighborhood].record);
        let parts = Parts {
            kind: Cow::Borrowed("مسئله"),
            target: Target::Problem(idx),
            snippet: None,
            at: of.registered,
            text: given([&of.source]).chain([place]).chain(domain).collect(),
        };
        Entry {
            neighborhoods: vec![places.neighborhood(of.neighborhood)],
            domain: of.domain.map(|at| places.domain(at)),
            ..self.of_record(&of.record, parts)
        }
    }

    /// A meeting; of one after T only its title, day and place are known (F2).
    pub(super) fn found_meeting(&self, idx: Idx<Meeting>) -> Entry<'a> {
        let of = &self.dataset[idx];
        let kind = Cow::Borrowed(&*self.config.terms.meeting.one);
        let target = Target::Meeting(idx);
        if of.date > self.figures.day {
            return Entry {
                kind,
                link: Link { text: of.record.title.to_string(), href: self.href(target) },
                snippet: of.place.as_ref().map(ToString::to_string).unwrap_or_default(),
                neighborhoods: Vec::new(),
                domain: None,
                state: None,
                at: Some(stamp::medium(of.date)),
                sample: of.record.sample,
                text: given([&of.place]).collect(),
            };
        }
        let agencies = of.agencies.iter().map(|&at| Self::title(&self.dataset[at].record));
        let text = given([&of.place, &of.chair])
            .chain(agencies)
            .chain(all(of.decisions.iter().map(|decision| &decision.text)))
            .collect();
        self.of_record(&of.record, Parts { kind, target, snippet: None, at: Some(of.date), text })
    }

    pub(super) fn found_decision(&self, of: DecisionRef, places: &Places) -> Entry<'a> {
        let decision = &self.dataset[of];
        let meeting = &self.dataset[of.meeting];
        let activity = decision.activity.filter(|&activity| self.figures.get(activity).is_some());
        let (neighborhoods, domain) = activity.map(|at| self.facets_of(at, places)).unwrap_or_default();
        let names = decision.agency.map(|at| &self.dataset[at].record);
        let names = names.into_iter().chain(activity.map(|at| &self.dataset[at].record));
        let title = prose::beginning(&decision.text.shown(), SNIPPET);
        Entry {
            kind: Cow::Borrowed("مصوبه"),
            link: Link { text: title, href: self.href(Target::Decision(of)) },
            snippet: meeting.record.title.to_string(),
            neighborhoods,
            domain,
            state: None,
            at: Some(stamp::medium(meeting.date)),
            sample: meeting.record.sample,
            text: all([&decision.text]).chain(names.map(Self::title)).collect(),
        }
    }

    pub(super) fn found_visit(&self, idx: Idx<Visit>, places: &Places) -> Entry<'a> {
        let data = self.dataset;
        let of = &data[idx];
        let findings = of.findings.iter().filter(|finding| self.figures.get(finding.activity).is_some());
        let follow_up = of.follow_up.as_ref();
        let first = findings.clone().find_map(|finding| finding.note.as_ref());
        let snippet = of.record.body.as_ref().or(first).or(follow_up).map(plain);
        let seen = findings.flat_map(|finding| {
            let activity = Self::title(&data[finding.activity].record);
            [activity].into_iter().chain(finding.note.as_ref().map(plain))
        });
        let place = Self::title(&data[of.neighborhood].record);
        let text = all([&of.by]).chain([place]).chain(seen).chain(follow_up.map(plain)).collect();
        let parts = Parts {
            kind: Cow::Borrowed("بازدید"),
            target: Target::Visit(idx),
            snippet,
            at: Some(of.date),
            text,
        };
        let neighborhoods = vec![places.neighborhood(of.neighborhood)];
        Entry { neighborhoods, ..self.of_record(&of.record, parts) }
    }

    pub(super) fn found_model(&self, idx: Idx<SuccessModel>, places: &Places) -> Entry<'a> {
        let of = &self.dataset[idx];
        let day = self.figures.day;
        let lists = of.steps.iter().chain(&of.conditions).chain(&of.lessons);
        let adopted = of.adoptions.iter().filter(|adoption| adoption.date.is_none_or(|date| date <= day));
        let place = of.neighborhood.map(|at| &self.dataset[at].record);
        let names = place.into_iter().chain(of.domain.map(|at| &self.dataset[at].record));
        let text = [&of.problem, &of.approach]
            .into_iter()
            .chain(lists)
            .chain(of.contact.as_ref())
            .map(plain)
            .chain(names.map(Self::title))
            .chain(all(adopted.map(|adoption| &adoption.place)))
            .collect();
        let parts = Parts {
            kind: Cow::Borrowed(&self.config.terms.model.one),
            target: Target::Model(idx),
            snippet: Some(plain(&of.problem)),
            at: None,
            text,
        };
        Entry {
            neighborhoods: of.neighborhood.map(|at| places.neighborhood(at)).into_iter().collect(),
            domain: of.domain.map(|at| places.domain(at)),
            ..self.of_record(&of.record, parts)
        }
    }
}
