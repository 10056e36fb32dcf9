//! The one place that decides what exists on a day (F2, F3).
//!
//! What the day of each field means (event, plan, undated) stands in its declaration, and [`Fields::cut_fields`] drops
//! what is later. Here is what no single field says: references to records that are dropped, the status (F3), meetings
//! to come, and what the whole record decides. The cut works in place: records move up, and references follow. Start
//! reading at [`Dataset::cut`].

use super::edition::Counts;
use super::{
    Activity, Dataset, Decision, DecisionRef, Edition, Finding, FindingRef, Idx, Later, Meeting, Problem,
    SuccessModel, Visit, WholeRecord,
};
use crate::fields::Fields;
use crate::persian::Day;

impl Dataset {
    /// Cuts the records at a day; also reports what a later day adds.
    pub fn cut(mut self, day: Day) -> (Edition, Later) {
        for activity in &mut self.activities {
            activity.whole_record = WholeRecord {
                measure: activity.measure_in_force(),
                has_finished: activity.finished.is_some(),
            };
        }
        let whole = Counts::count(&self);
        let cut = Cut::fields(&mut self, day);
        let later = cut.later(&self, whole);
        cut.records(&mut self);
        (Edition::new(self, day), later)
    }
}

impl Edition {
    /// Cuts the edition once more, at an earlier day; of a later day it can't know anything.
    #[must_use]
    pub fn cut_earlier(self, day: Day) -> Self {
        let day = day.min(self.day());
        let mut dataset = self.into_dataset();
        // What the whole record decides was taken down before the first cut.
        Cut::fields(&mut dataset, day).records(&mut dataset);
        Self::new(dataset, day)
    }
}

/// Where the records of a kind go: by old position the new index, `None` for one that is dropped.
struct Moves<T>(Vec<Option<Idx<T>>>);

impl<T> Moves<T> {
    /// Cuts the fields of each record; a record of which then nothing exists is to be dropped.
    fn cut_fields(records: &mut [T], day: Day) -> Self
    where
        T: Fields,
    {
        let mut kept = 0;
        let mut step = |record: &mut T| {
            record.cut_fields(day).then(|| {
                kept += 1;
                Idx::new(kept - 1)
            })
        };
        Self(records.iter_mut().map(&mut step).collect())
    }

    fn get(&self, old: Idx<T>) -> Option<Idx<T>> {
        self.0[old.get()]
    }

    fn are_kept<'r>(&self, records: &'r [T]) -> impl Iterator<Item = (&'r T, bool)> {
        records.iter().zip(self.0.iter().map(Option::is_some))
    }

    /// Points a list of references at the new positions, without those to dropped records.
    fn follow(&self, references: &mut Vec<Idx<T>>) {
        references.retain_mut(|reference| self.follow_one(reference));
    }

    /// Points a reference at the new position; `false` if its record is dropped.
    fn follow_one(&self, reference: &mut Idx<T>) -> bool {
        let new = self.get(*reference);
        if let Some(new) = new {
            *reference = new;
        }
        new.is_some()
    }

    fn drop_others(&self, records: &mut Vec<T>) {
        let mut moves = self.0.iter();
        records.retain(|_| moves.next().is_some_and(Option::is_some));
    }
}

/// The cut of a dataset at a day. Visits, problems and activities may be dropped whole; all other records stay.
struct Cut {
    day: Day,
    activities: Moves<Activity>,
    problems: Moves<Problem>,
    visits: Moves<Visit>,
}

impl Cut {
    /// Cuts the fields of all records, and finds which records are to be dropped.
    fn fields(dataset: &mut Dataset, day: Day) -> Self {
        let Dataset {
            neighborhoods,
            domains,
            agencies,
            problems,
            activities,
            visits,
            meetings,
            models,
            pages,
            boundaries: _,
            archive,
        } = dataset;
        cut_kept(neighborhoods, day);
        cut_kept(domains, day);
        cut_kept(agencies, day);
        cut_kept(meetings, day);
        cut_kept(models, day);
        cut_kept(pages, day);
        archive.retain_mut(|entry| entry.cut_fields(day));
        Self {
            day,
            activities: Moves::cut_fields(activities, day),
            problems: Moves::cut_fields(problems, day),
            visits: Moves::cut_fields(visits, day),
        }
    }

    fn later(&self, dataset: &Dataset, whole: Counts) -> Later {
        let activities = self.activities.are_kept(&dataset.activities).filter(|(_, kept)| !kept);
        let activities: Vec<&Activity> = activities.map(|(activity, _)| activity).collect();
        let visits = self.visits.are_kept(&dataset.visits).filter(|(_, kept)| !kept);
        let cells = |record: &&Activity| {
            let domain = record.domain;
            record.neighborhoods.clone().into_iter().map(move |neighborhood| (neighborhood, domain))
        };
        Later {
            activities: activities.iter().map(|record| record.record.id.clone()).collect(),
            visits: visits.map(|(visit, _)| visit.record.id.clone()).collect(),
            cells: activities.iter().flat_map(cells).collect(),
            whole,
        }
    }

    /// Drops records, and lets references follow those that moved.
    fn records(&self, dataset: &mut Dataset) {
        let Dataset { problems, activities, visits, meetings, models, .. } = dataset;
        self.problems.drop_others(problems);
        self.activities.drop_others(activities);
        // References to findings are counted in the visits as they were, so visits are cut after activities.
        for activity in activities {
            self.activity(activity, visits, meetings);
        }
        self.visits.drop_others(visits);
        for visit in visits {
            visit.findings.retain_mut(|finding| self.finding(finding));
        }
        for meeting in meetings {
            self.meeting(meeting);
        }
        for model in models {
            self.model(model);
        }
    }

    fn activity(&self, activity: &mut Activity, visits: &[Visit], meetings: &[Meeting]) {
        // Fields are cut already, so that no handover is later.
        activity.lead = activity.last_lead();
        let Activity {
            problem,
            status,
            status_since,
            milestones,
            indicators,
            depends_on,
            decision,
            decisions,
            findings,
            ..
        } = activity;
        problem.take_if(|problem| !self.problems.follow_one(problem));
        // Before `status_since` the status counts as absent (F3).
        if status_since.is_some_and(|since| since > self.day) {
            (*status, *status_since) = (None, None);
        }
        for milestone in milestones {
            milestone.cut_reports(self.day);
        }
        for indicator in indicators {
            indicator.values.retain(|value| value.occurrence().known <= self.day);
        }
        let is_held = |meeting: Idx<Meeting>| meetings[meeting.get()].date <= self.day;
        findings.retain_mut(|finding| self.follow_finding(finding, visits));
        self.activities.follow(depends_on);
        decision.take_if(|named| !is_held(named.meeting));
        decisions.retain(|DecisionRef { meeting, .. }| is_held(*meeting));
    }

    /// Points a reference at the new place of its finding, `visits` being uncut; `false` if it is dropped.
    fn follow_finding(&self, reference: &mut FindingRef, visits: &[Visit]) -> bool {
        let FindingRef { visit, position } = reference;
        let before = &visits[visit.get()].findings[..*position];
        *position -= before.iter().filter(|finding| self.activities.get(finding.activity).is_none()).count();
        self.visits.follow_one(visit)
    }

    /// A finding exists only as long as its activity does.
    fn finding(&self, finding: &mut Finding) -> bool {
        self.activities.follow_one(&mut finding.activity)
    }

    /// Of a meeting to come, only title, date and place exist (F2).
    fn meeting(&self, meeting: &mut Meeting) {
        let Meeting { record, date, place: _, chair, agencies, decisions } = meeting;
        if *date > self.day {
            record.body = None;
            *chair = None;
            *agencies = Vec::new();
            *decisions = Vec::new();
        }
        for decision in decisions {
            self.decision(decision);
        }
    }

    fn decision(&self, decision: &mut Decision) {
        decision.activity.take_if(|activity| !self.activities.follow_one(activity));
        decision.named.take_if(|named| !self.activities.follow_one(&mut named.value));
    }

    fn model(&self, model: &mut SuccessModel) {
        self.activities.follow(&mut model.results);
    }
}

/// Cuts the fields of records that exist on every day.
fn cut_kept<T: Fields>(records: &mut [T], day: Day) {
    for record in records {
        let exists = record.cut_fields(day);
        debug_assert!(exists, "the test below says which kinds may be dropped");
    }
}

#[cfg(test)]
mod tests {
    use crate::fields::{Field, Kind, Time};
    use crate::model::{RecordKind, own_fields};

    /// Kinds of which a record may not exist yet: references to them have to follow the cut.
    const DROPPED: [RecordKind; 3] = [RecordKind::Problem, RecordKind::Activity, RecordKind::Visit];

    #[test]
    fn only_records_that_the_cut_drops_say_when_they_begin_to_exist() {
        let begins =
            |field: &Field| field.time == Time::Existence || (field.time == Time::Event && field.required);
        for &kind in RecordKind::ALL {
            // Reports are joined to their activities before.
            let may_begin = DROPPED.contains(&kind) || kind == RecordKind::Update;
            assert!(may_begin || !own_fields(kind).iter().any(begins), "{kind:?}");
        }
    }

    /// The fields that refer to records which the cut may drop, and to decisions, with the fields in which they lie.
    fn references(fields: &'static [Field], path: &str, found: &mut Vec<String>) {
        for field in fields {
            let path = format!("{path}.{}", field.en);
            let kind = if let Kind::List(inner) = field.kind { *inner } else { field.kind };
            match kind {
                Kind::Ref(kind) if DROPPED.contains(&kind) => found.push(path),
                Kind::DecisionRef => found.push(path),
                Kind::Map(inner) => references(inner, &path, found),
                _ => {}
            }
        }
    }

    #[test]
    fn every_reference_to_a_record_that_may_be_dropped_follows_the_cut() {
        let mut found = Vec::new();
        for &kind in RecordKind::ALL {
            if kind != RecordKind::Update {
                references(own_fields(kind), kind.en(), &mut found);
            }
        }
        let followed = [
            "activity.problem",
            "activity.depends_on",
            "activity.decision",
            "visit.findings.activity",
            "meeting.decisions.activity",
            "model.results",
        ];
        assert_eq!(found, followed, "follow the new one in `Cut::records`, and then write it here");
    }
}
