//! The records as of a day: what the cut leaves, and which pages a later day's edition adds.

use std::ops::Deref;

use super::{Dataset, Domain, Idx, Meeting, Neighborhood};
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
    /// Ids of the activities that are registered only later.
    pub activities: Vec<Box<str>>,
    /// Ids of the visits that take place only later.
    pub visits: Vec<Box<str>>,
    /// Where those activities belong: perhaps they are the first in their cells.
    pub cells: Vec<(Idx<Neighborhood>, Idx<Domain>)>,
    /// How many rows the paged lists have once nothing is later.
    pub whole: Counts,
}

/// How many records of some kinds there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// فعالیت‌ها
    pub activities: usize,
    /// مسئله‌ها
    pub problems: usize,
    /// بازدیدها
    pub visits: usize,
    /// جلسه‌ها
    pub meetings: usize,
    /// مصوبه‌ها
    pub decisions: usize,
}

impl Counts {
    /// Counts the records of a dataset.
    pub(super) fn count(dataset: &Dataset) -> Self {
        Self {
            activities: dataset.activities.len(),
            problems: dataset.problems.len(),
            visits: dataset.visits.len(),
            meetings: dataset.meetings.len(),
            decisions: dataset.meetings.iter().map(|meeting| meeting.decisions.len()).sum(),
        }
    }
}
