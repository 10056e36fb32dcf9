//! What was known on which day (F2, F4): a report that came late doesn't exist before, and a correction comes beside what it
//! corrects.
//!
//! Everything that may come late gives an [`Occurrence`]; the cut and the arithmetic of earlier days compare its `known` with a
//! day, and nothing else. Start reading at [`Occurrence`].

use super::{Activity, Agency, Idx, IndicatorValue, Milestone, Update, Visit};
use crate::persian::Day;

/// The day of something that happened, and the day on which it became known. In order: of several on one day the one that
/// became known last counts (F4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Occurrence {
    /// The day on which it happened.
    pub date: Day,
    /// The day from which on it exists, not before `date`.
    pub known: Day,
}

impl Occurrence {
    fn new(date: Day, registered: Option<Day>) -> Self {
        Self { date, known: registered.map_or(date, |registered| registered.max(date)) }
    }

    /// Something that was known on its day.
    pub fn at_once(date: Day) -> Self {
        Self { date, known: date }
    }

    /// Returns whether it became known only later.
    pub fn is_late(self) -> bool {
        self.known > self.date
    }
}

impl Update {
    /// When it happened and became known.
    pub fn occurrence(&self) -> Occurrence {
        Occurrence::new(self.date, self.registered)
    }
}

impl Visit {
    /// When it happened and became known.
    pub fn occurrence(&self) -> Occurrence {
        Occurrence::new(self.date, self.registered)
    }
}

impl IndicatorValue {
    /// When it was measured and became known.
    pub fn occurrence(&self) -> Occurrence {
        Occurrence::new(self.date, self.registered)
    }
}

impl Milestone {
    /// Every statement that it was done: of the record and of reports.
    pub fn occurrences(&self) -> impl Iterator<Item = Occurrence> + '_ {
        let own = self.done.filter(|_| self.reports.is_empty()).map(Occurrence::at_once);
        self.reports.iter().copied().chain(own)
    }

    /// The day on which it was done, as known on a day: of several the earliest (F4).
    pub fn done_on(&self, day: Day) -> Option<Day> {
        let known = self.occurrences().filter(|done| done.known <= day);
        known.map(|done| done.date).min()
    }

    /// Adds a report that it was done.
    pub fn report_done(&mut self, report: Occurrence) {
        if self.reports.is_empty() {
            self.reports.extend(self.done.map(Occurrence::at_once));
        }
        self.reports.push(report);
        self.done = self.reports.iter().map(|done| done.date).min();
    }

    /// Drops what became known after a day.
    pub(super) fn cut_reports(&mut self, day: Day) {
        if !self.reports.is_empty() {
            self.reports.retain(|done| done.known <= day);
            self.done = self.reports.iter().map(|done| done.date).min();
        }
    }
}

impl Activity {
    /// The report that another one corrects: of the same date, known before (F4); of several the one known last.
    pub fn corrected_by(&self, correction: &Update) -> Option<&Update> {
        let at = correction.occurrence();
        let earlier = self.updates.iter().filter(|update| {
            let other = update.occurrence();
            other.date == at.date && other.known < at.known
        });
        earlier.max_by_key(|update| update.occurrence().known)
    }

    /// The report that corrects another one, as far as the records know.
    pub fn correction_of(&self, corrected: &Update) -> Option<&Update> {
        let is_it =
            |update: &&Update| self.corrected_by(update).is_some_and(|other| std::ptr::eq(other, corrected));
        self.updates.iter().filter(is_it).min_by_key(|update| update.occurrence().known)
    }

    /// The report that gives progress in the end: the latest that carries any (F4, F8).
    pub fn latest_progress(&self) -> Option<&Update> {
        // `max_by_key` returns the last of several equal elements.
        let carrying = self.updates.iter().filter(|update| update.progress.is_some());
        carrying.max_by_key(|update| update.occurrence())
    }

    /// The lead that a day finds: of the latest handover up to it, else the first lead (F30).
    pub fn lead_on(&self, day: Day) -> Option<Idx<Agency>> {
        // `max_by_key` returns the last of several equal elements.
        let handovers = self.handovers.iter().filter(|handover| handover.date <= day);
        handovers.max_by_key(|handover| handover.date).map(|handover| handover.lead).or(self.first_lead)
    }

    /// The lead in the end, after all handovers of the record (F30).
    pub fn last_lead(&self) -> Option<Idx<Agency>> {
        let last = self.handovers.iter().max_by_key(|handover| handover.date);
        last.map(|handover| handover.lead).or(self.first_lead)
    }
}
