//! Determines and counts the states of decisions made in meetings (F25).

use karnameh_derive::Choice;

use crate::model::{Decision, Edition, Meeting};
use crate::persian::Day;

use super::DecisionCounts;

/// The state of a decision on a day T.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Choice)]
pub enum DecisionState {
    /// done ≤ T.
    #[choice("done", "انجام‌شده")]
    Done,
    /// due < T, and not done.
    #[choice("overdue", "مهلت‌گذشته")]
    Overdue,
    /// Neither done nor overdue.
    #[choice("open", "باز")]
    Open,
}

impl DecisionState {
    /// Returns the state of a decision of the edition at its day T (F25).
    pub fn now(decision: &Decision, day: Day) -> Self {
        if decision.done.is_some_and(|done| done <= day) {
            Self::Done
        } else if decision.due.is_some_and(|due| due < day) {
            Self::Overdue
        } else {
            Self::Open
        }
    }

    /// What became of a decision of a meeting by a day; `None` if the meeting came only later, so that its decisions
    /// didn't exist (F2, F25).
    pub(super) fn on(meeting: &Meeting, decision: &Decision, day: Day) -> Option<Self> {
        (meeting.date <= day).then(|| Self::now(decision, day))
    }
}

impl DecisionCounts {
    /// Counts the decisions of one meeting by their states on a day (F25).
    pub fn on(meeting: &Meeting, day: Day) -> Self {
        let mut counts = Self::default();
        for decision in &meeting.decisions {
            counts.add(decision, DecisionState::now(decision, day));
        }
        counts
    }

    fn add(&mut self, decision: &Decision, state: DecisionState) {
        match state {
            DecisionState::Overdue => self.overdue += 1,
            DecisionState::Open => self.open += 1,
            DecisionState::Done => {
                self.done += 1;
                if let Some((done, due)) = decision.done.zip(decision.due) {
                    self.done_with_due += 1;
                    self.on_time += usize::from(done <= due);
                }
            }
        }
    }
}

/// The counts for the site and, by index, for each agency named in decisions.
pub(super) struct DecisionTally {
    pub(super) all: DecisionCounts,
    pub(super) agencies: Vec<DecisionCounts>,
}

/// Counts the decisions of meetings up to a day (F25).
pub(super) fn tally(edition: &Edition, day: Day) -> DecisionTally {
    let mut tally = DecisionTally {
        all: DecisionCounts::default(),
        agencies: vec![DecisionCounts::default(); edition.agencies.len()],
    };
    for meeting in &edition.meetings {
        for decision in &meeting.decisions {
            let Some(state) = DecisionState::on(meeting, decision, day) else { continue };
            tally.all.add(decision, state);
            if let Some(agency) = decision.agency {
                tally.agencies[agency.get()].add(decision, state);
            }
        }
    }
    tally
}
