//! Computes planned progress P (F11).

use crate::model::{Activity, Measure, Milestone};
use crate::persian::Day;

use super::arithmetic::{percent_of, total};
use super::known;

/// What determines planned progress between start and due date (F11).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PlanBasis {
    /// The due dates of milestones.
    Milestones,
    /// The number of days, because the activity is not measured by milestones or has none.
    Days,
    /// The number of days, because a milestone has no due date.
    DaysForUndatedMilestones,
    /// The number of days, because a reschedule is in force and the last milestone is due before the new due date. `check`
    /// advises new dates for the milestones.
    DaysForOutdatedMilestones,
}

/// Returns what determines planned progress, as known on a day (F11).
pub(super) fn plan_basis(activity: &Activity, known_on: Day) -> PlanBasis {
    if activity.milestones.is_empty() || activity.whole_record.measure != Some(Measure::Milestones) {
        return PlanBasis::Days;
    }
    let dues = || activity.milestones.iter().map(|milestone| milestone.due);
    if dues().any(|due| due.is_none()) {
        return PlanBasis::DaysForUndatedMilestones;
    }
    match known::reschedule(activity, known_on) {
        Some(reschedule) if dues().max().flatten() < Some(reschedule.due) => {
            PlanBasis::DaysForOutdatedMilestones
        }
        _ => PlanBasis::Milestones,
    }
}

/// Returns planned progress on a day with the due date then in force (F11), or `None` if unknown.
pub(super) fn planned(activity: &Activity, day: Day) -> Option<f64> {
    Plan::of(activity, day).map(|plan| plan.on(day))
}

/// A plan as known on one day, from which P can be computed for any day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plan<'a> {
    start: Day,
    due: Day,
    /// The milestones that determine P, or none if days do.
    milestones: &'a [Milestone],
}

impl<'a> Plan<'a> {
    /// Returns the plan with the due date in force on a day, or `None` without a start or due date.
    pub(super) fn of(activity: &'a Activity, known_on: Day) -> Option<Self> {
        let (start, due) = (activity.start?, known::due(activity, known_on)?);
        let by_milestones = plan_basis(activity, known_on) == PlanBasis::Milestones;
        Some(Self { start, due, milestones: if by_milestones { &activity.milestones } else { &[] } })
    }

    /// Returns P on a day.
    pub(super) fn on(&self, day: Day) -> f64 {
        if day < self.start {
            0.0
        } else if day >= self.due {
            100.0
        } else {
            self.by_milestones(day).unwrap_or_else(|| self.by_days(day))
        }
    }

    fn by_milestones(&self, day: Day) -> Option<f64> {
        let weight = |milestone: &Milestone| milestone.weight;
        let due = self.milestones.iter().filter(|milestone| milestone.due.is_some_and(|due| due <= day));
        percent_of(total(due.map(weight)), total(self.milestones.iter().map(weight)))
    }

    fn by_days(&self, day: Day) -> f64 {
        100.0 * f64::from(day.since(self.start)) / f64::from(self.due.since(self.start))
    }
}
