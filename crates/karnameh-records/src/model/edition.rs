//! The records as of a day: what the cut leaves, and which pages a later day's edition adds.

use std::ops::Deref;

use super::{Dataset, Domain, Idx, Meeting, Neighborhood, RecordKind};
use crate::persian::Day;

/// The records as of a day T: no event in it is later than T, and what exists only later is not in it (F2, F3). Plans
/// stay: dates of start and due, meetings to come.
///
/// Only [`Dataset::cut`] makes one, so a stage that takes an edition can't meet an uncut record.
#[derive(Debug, Clone)]
pub struct Edition {
    dataset: Dataset,
    day: Day,
}

impl Edition {
    /// Takes a dataset that has been cut at the day.
    pub(super) fn new(dataset: Dataset, day: Day) -> Self {
        Self { dataset, day }
    }

    /// The records, to be cut at an earlier day.
    pub(super) fn into_dataset(self) -> Dataset {
        self.dataset
    }

    /// T, the day of the report (F1).
    pub fn day(&self) -> Day {
        self.day
    }

    /// Whether a meeting takes place only after T: then it has a title, a date and a place, and nothing else (F2).
    pub fn is_coming(&self, meeting: Idx<Meeting>) -> bool {
        self.dataset[meeting].date > self.day
    }
}

impl Deref for Edition {
    type Target = Dataset;

    fn deref(&self) -> &Dataset {
        &self.dataset
    }
}

/// What the edition of a later day has and this one doesn't: a text may link to such a page before it exists.
#[derive(Debug, Default)]
pub struct Later {
    /// Ids of the records that exist only later, by kind.
    ids: [Vec<Box<str>>; RecordKind::ALL.len()],
    /// How many records of each kind there are once nothing is later.
    counts: [usize; RecordKind::ALL.len()],
    /// How many decisions there are then.
    pub decisions: usize,
    /// Where activities belong that are registered only later: perhaps they are the first in their cells.
    pub cells: Vec<(Idx<Neighborhood>, Idx<Domain>)>,
}

impl Later {
    /// What can be said before the cut.
    pub(super) fn before(dataset: &Dataset) -> Self {
        let mut later = Self {
            decisions: dataset.meetings.iter().map(|meeting| meeting.decisions.len()).sum(),
            ..Self::default()
        };
        for &kind in RecordKind::ALL {
            later.counts[kind as usize] = dataset.of_kind(kind).count();
        }
        later
    }

    /// Adds what the cut drops, while it is still there.
    pub(super) fn after(mut self, dataset: &Dataset, is_dropped: impl Fn(RecordKind, usize) -> bool) -> Self {
        for &kind in RecordKind::ALL {
            let dropped = (0..).zip(dataset.heads(kind)).filter(|&(position, _)| is_dropped(kind, position));
            self.ids[kind as usize] = dropped.map(|(_, head)| head.id.clone()).collect();
        }
        for (position, activity) in dataset.activities.iter().enumerate() {
            if is_dropped(RecordKind::Activity, position) {
                let neighborhoods = activity.neighborhoods.iter();
                self.cells.extend(neighborhoods.map(|&neighborhood| (neighborhood, activity.domain)));
            }
        }
        self
    }

    /// The ids of the records of a kind that exist only later.
    pub fn ids(&self, kind: RecordKind) -> &[Box<str>] {
        &self.ids[kind as usize]
    }

    /// How many records of a kind there are once nothing is later.
    pub fn count(&self, kind: RecordKind) -> usize {
        self.counts[kind as usize]
    }
}
