//! The one place that decides what exists on a day (F2, F3).
//!
//! What the day of each field means (event, plan, undated) stands in its declaration, and [`Record::cut`] drops what is
//! later; references follow the records that move up, as the declarations say which fields refer. Here is what no
//! record says by itself: what was joined from other files, and what the whole record decides. The cut works in place.
//! Start reading at [`Dataset::cut`].

use super::{
    Activity, Dataset, DecisionRef, Edition, FindingRef, Idx, Later, Listed, Meeting, RecordKind, Visit,
    WholeRecord, listed_kinds,
};
use crate::fields::{FieldValue as _, Fields as _, Moves, Record};
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
        let later = Later::before(&self);
        let cut = Cut::records(&mut self, day);
        let later = later.after(&self, |kind, position| cut.position(kind, position).is_none());
        cut.drop_others(&mut self);
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
        Cut::records(&mut dataset, day).drop_others(&mut dataset);
        Self::new(dataset, day)
    }
}

/// The cut of a dataset at a day: for each kind, where its records go by their old position; `None` for one that is
/// dropped.
struct Cut {
    day: Day,
    kinds: [Vec<Option<u32>>; RecordKind::ALL.len()],
}

impl Moves for Cut {
    fn position(&self, kind: RecordKind, old: usize) -> Option<usize> {
        self.kinds[kind as usize][old].map(|new| new as usize)
    }
}

impl Cut {
    /// Cuts each record, and finds which are to be dropped: those of which then nothing exists.
    fn records(dataset: &mut Dataset, day: Day) -> Self {
        let mut cut = Self { day, kinds: Default::default() };
        macro_rules! each {
            ($($kind:ident $list:ident $record:ty;)*) => { $(cut.kind::<$record>(dataset);)* };
        }
        listed_kinds!(each);
        dataset.archive.retain_mut(|entry| entry.cut_fields(day));
        cut
    }

    fn kind<T: Listed>(&mut self, dataset: &mut Dataset) {
        let mut places = 0..;
        let day = self.day;
        let step = |record: &mut T| if record.cut(day) { places.next() } else { None };
        self.kinds[T::KIND as usize] = T::list_mut(dataset).iter_mut().map(step).collect();
    }

    /// Drops records, and lets references follow those that moved.
    fn drop_others(&self, dataset: &mut Dataset) {
        // References to findings are counted in the visits as they were.
        self.joined(dataset);
        macro_rules! each {
            ($($kind:ident $list:ident $record:ty;)*) => { $(self.drop_others_of::<$record>(dataset);)* };
        }
        listed_kinds!(each);
    }

    fn drop_others_of<T: Listed>(&self, dataset: &mut Dataset) {
        let mut moves = self.kinds[T::KIND as usize].iter();
        T::list_mut(dataset).retain_mut(|record| {
            let is_kept = moves.next().is_some_and(Option::is_some);
            if is_kept {
                let has_all = record.follow_fields(self);
                debug_assert!(has_all, "the test below says what a record may require");
            }
            is_kept
        });
    }

    /// Cuts what was joined to records from other files.
    fn joined(&self, dataset: &mut Dataset) {
        let Dataset { activities, visits, meetings, .. } = dataset;
        for activity in activities {
            self.activity(activity, visits, meetings);
        }
        for decision in meetings.iter_mut().flat_map(|meeting| &mut meeting.decisions) {
            decision.activity.take_if(|activity| !activity.follow(self));
        }
    }

    /// What an activity has from visits and meetings that are later is not there yet.
    fn activity(&self, activity: &mut Activity, visits: &[Visit], meetings: &[Meeting]) {
        let Activity { decision, decisions, findings, .. } = activity;
        let is_held = |meeting: Idx<Meeting>| meetings[meeting.get()].date <= self.day;
        findings.retain_mut(|finding| self.finding(finding, visits));
        decision.take_if(|named| !is_held(named.meeting));
        decisions.retain_mut(|DecisionRef { meeting, .. }| is_held(*meeting) && meeting.follow(self));
    }

    /// Points a reference at the new place of its finding, `visits` being uncut; `false` if it is dropped.
    fn finding(&self, reference: &mut FindingRef, visits: &[Visit]) -> bool {
        let FindingRef { visit, position } = reference;
        let before = &visits[visit.get()].findings[..*position];
        let is_dropped = |activity: Idx<Activity>| self.position(Activity::KIND, activity.get()).is_none();
        *position -= before.iter().filter(|finding| is_dropped(finding.activity)).count();
        visit.follow(self)
    }
}

#[cfg(test)]
mod tests {
    use crate::fields::{Field, Kind, Time};
    use crate::model::{RecordKind, own_fields};

    /// Whether records of a kind may not exist yet on a day.
    fn may_begin(kind: RecordKind) -> bool {
        let begins =
            |field: &Field| field.time == Time::Existence || (field.time == Time::Event && field.required);
        own_fields(kind).iter().any(begins)
    }

    /// A record that can't do without another would have to be dropped with it. (A part of a record is.)
    #[test]
    fn no_record_requires_one_that_may_not_exist_yet() {
        for &kind in RecordKind::ALL {
            // Reports are joined to their activities before the cut.
            let fields = own_fields(kind).iter().filter(|_| kind != RecordKind::Update);
            for field in fields.filter(|field| field.required) {
                assert!(!matches!(field.kind, Kind::Ref(to) if may_begin(to)), "{kind:?}.{}", field.en);
            }
        }
    }

    #[test]
    fn some_records_may_not_exist_yet() {
        let kinds = RecordKind::ALL.iter().filter(|kind| may_begin(**kind)).collect::<Vec<_>>();
        assert!(kinds.contains(&&RecordKind::Visit) && !kinds.contains(&&RecordKind::Domain), "{kinds:?}");
    }
}
