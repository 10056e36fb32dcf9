//! Compares two days (F27) and returns the changes as data for a page. Start reading at [`changes`].

use crate::model::{Activity, DecisionRef, Edition, Idx, Visit};
use crate::persian::Day;
use crate::persian::numbers::is_same;

use super::{ActivityFigures, DecisionState, EarlierFigures, Figures, MaybeFigures, State};

/// The changes after the day `from` up to and including the day `to`. Every list is in the order of ids.
#[derive(Debug, Clone, PartialEq)]
pub struct Changes {
    pub from: Day,
    pub to: Day,
    /// Activities that exist on both days, whose A is known on the later day and differs from the earlier day.
    pub progress: Vec<ProgressMove>,
    /// Activities whose state became `done`.
    pub done: Vec<Idx<Activity>>,
    /// Activities whose state became `overdue`.
    pub overdue: Vec<Idx<Activity>>,
    /// Activities that exist only on the later day.
    pub new: Vec<Idx<Activity>>,
    /// Activities that exist on both days and whose due date in force changed.
    pub dues: Vec<DueMove>,
    /// Visits in the period.
    pub visits: Vec<Idx<Visit>>,
    /// Decisions of meetings in the period.
    pub decisions_made: Vec<DecisionRef>,
    /// Decisions whose state became done.
    pub decisions_done: Vec<DecisionRef>,
}

/// A change of an activity's A.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ProgressMove {
    pub activity: Idx<Activity>,
    /// A on the earlier day, `None` if unknown.
    pub before: Option<f64>,
    pub after: f64,
}

/// A change of an activity's due date in force (F10).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueMove {
    pub activity: Idx<Activity>,
    pub before: Option<Day>,
    pub after: Option<Day>,
}

/// Computes the changes between two sets of figures of the same edition; `before` is the earlier one (F27).
pub fn changes<A: MaybeFigures>(edition: &Edition, before: &EarlierFigures, after: &Figures<A>) -> Changes {
    let (from, to) = (before.day, after.day);
    let pairs = || after.existing().map(|(activity, figures)| (activity, before.get(activity), figures));
    let became = |state: State| {
        let new = move |(activity, before, after): (_, Option<&ActivityFigures>, &ActivityFigures)| {
            (after.state == state && before.is_none_or(|before| before.state != state)).then_some(activity)
        };
        pairs().filter_map(new).collect()
    };
    Changes {
        from,
        to,
        progress: pairs().filter_map(|(activity, before, after)| moved(activity, before?, after)).collect(),
        done: became(State::Done),
        overdue: became(State::Overdue),
        new: pairs().filter(|(_, before, _)| before.is_none()).map(|(activity, ..)| activity).collect(),
        dues: pairs().filter_map(|(activity, before, after)| due_moved(activity, before?, after)).collect(),
        visits: visits(edition, from, to),
        decisions_made: decisions(edition, |before, _| before.is_none(), from, to),
        decisions_done: decisions(
            edition,
            |before, after| after == DecisionState::Done && before != Some(DecisionState::Done),
            from,
            to,
        ),
    }
}

fn moved(activity: Idx<Activity>, before: &ActivityFigures, after: &ActivityFigures) -> Option<ProgressMove> {
    let now = after.actual?;
    let differs = before.actual.is_none_or(|then| !is_same(now, then));
    differs.then_some(ProgressMove { activity, before: before.actual, after: now })
}

fn due_moved(activity: Idx<Activity>, before: &ActivityFigures, after: &ActivityFigures) -> Option<DueMove> {
    (before.due != after.due).then_some(DueMove { activity, before: before.due, after: after.due })
}

fn visits(edition: &Edition, from: Day, to: Day) -> Vec<Idx<Visit>> {
    let between =
        edition.visits.iter().enumerate().filter(|(_, visit)| from < visit.date && visit.date <= to);
    between.map(|(position, _)| Idx::new(position)).collect()
}

/// Returns the decisions that exist on the later day and whose states on the earlier and the later day satisfy `changed`.
fn decisions(
    edition: &Edition,
    changed: impl Fn(Option<DecisionState>, DecisionState) -> bool,
    from: Day,
    to: Day,
) -> Vec<DecisionRef> {
    let mut found = Vec::new();
    for (at, meeting) in edition.meetings.iter().enumerate() {
        for (position, decision) in meeting.decisions.iter().enumerate() {
            let after = DecisionState::on(meeting, decision, to);
            if after.is_some_and(|after| changed(DecisionState::on(meeting, decision, from), after)) {
                found.push(DecisionRef { meeting: Idx::new(at), position });
            }
        }
    }
    found
}
