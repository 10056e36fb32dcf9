//! Compares two days (F27) and returns the changes as data for a page. Start reading at [`changes`].

use crate::model::{Activity, Agency, DecisionRef, Edition, Idx, Visit};
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
    /// Activities that exist on both days and whose lead changed (F30).
    pub handovers: Vec<LeadMove>,
    /// Corrections that became known in the period.
    pub corrections: Vec<Correction>,
    /// Visits that became known in the period.
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

/// A change of an activity's lead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeadMove {
    pub activity: Idx<Activity>,
    pub before: Option<Idx<Agency>>,
    pub after: Option<Idx<Agency>>,
}

/// A report that corrects an earlier one (F4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Correction {
    pub activity: Idx<Activity>,
    /// Its position in the activity's updates.
    pub update: usize,
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
        handovers: pairs()
            .filter(|(_, before, _)| before.is_some())
            .filter_map(|(activity, ..)| handed_over(edition, activity, from, to))
            .collect(),
        corrections: pairs().flat_map(|(activity, ..)| corrections(edition, activity, from, to)).collect(),
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

fn handed_over(edition: &Edition, activity: Idx<Activity>, from: Day, to: Day) -> Option<LeadMove> {
    let lead = |day| edition[activity].lead_on(day);
    let (before, after) = (lead(from), lead(to));
    (before != after).then_some(LeadMove { activity, before, after })
}

fn corrections(
    edition: &Edition,
    activity: Idx<Activity>,
    from: Day,
    to: Day,
) -> impl Iterator<Item = Correction> + '_ {
    let record = &edition[activity];
    let numbered = record.updates.iter().enumerate();
    let new = numbered.filter(move |(_, update)| {
        let known = update.occurrence().known;
        from < known && known <= to && record.corrected_by(update).is_some()
    });
    new.map(move |(update, _)| Correction { activity, update })
}

fn visits(edition: &Edition, from: Day, to: Day) -> Vec<Idx<Visit>> {
    let is_new = |visit: &Visit| from < visit.occurrence().known && visit.occurrence().known <= to;
    let between = edition.visits.iter().enumerate().filter(|(_, visit)| is_new(visit));
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
