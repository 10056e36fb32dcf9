//! Converts an activity to steps over the months: A and P from its dated events.

use std::ops::Range;

use crate::model::{Activity, Agency, Edition, Idx, Status};

use super::super::activity::{actual, days_of_progress};
use super::super::known;
use super::super::plan::Plan;
use super::MonthSums;
use super::axis::Axis;

/// A value that applies from a month on, until the next step.
struct Step<T> {
    from: usize,
    value: T,
}

/// An activity over the months.
pub(super) struct Track<'a> {
    weight: f64,
    /// The months in which it counts: it exists and is not cancelled.
    pub(super) counts: Range<usize>,
    /// A; unknown in months after T.
    actual: Vec<Step<Option<f64>>>,
    /// The plan, which changes with reschedules.
    plans: Vec<Step<Option<Plan<'a>>>>,
    /// The lead, which changes with handovers.
    leads: Vec<Step<Option<Idx<Agency>>>>,
    /// The number of months.
    months: usize,
}

impl<'a> Track<'a> {
    pub(super) fn of(edition: &Edition, activity: &'a Activity, axis: &Axis) -> Self {
        let turns = axis.turns(days_of_progress(edition, activity), axis.past);
        let actual =
            turns.into_iter().map(|from| Step { from, value: actual(edition, activity, axis.ends[from]) });
        let unknown = Step { from: axis.past, value: None };
        let reschedules = activity.reschedules.iter().map(|reschedule| reschedule.date);
        let turns = axis.turns(reschedules, axis.ends.len());
        let plans =
            turns.into_iter().map(|from| Step { from, value: Plan::of(activity, axis.known_on(from)) });
        let handovers = activity.handovers.iter().map(|handover| handover.date);
        let turns = axis.turns(handovers, axis.ends.len());
        let leads = turns.into_iter().map(|from| Step { from, value: activity.lead_on(axis.known_on(from)) });
        Self {
            weight: activity.weight,
            counts: months_that_count(activity, axis),
            actual: actual.chain([unknown]).collect(),
            plans: plans.collect(),
            leads: leads.collect(),
            months: axis.ends.len(),
        }
    }

    /// The agencies that lead it, each with its months (F30).
    pub(super) fn leads(&self) -> impl Iterator<Item = (Idx<Agency>, Range<usize>)> {
        steps(&self.leads, self.months).filter_map(|(lead, range)| Some(((*lead)?, range)))
    }

    /// Writes the activity's contribution to a range of months. Months in which it does not count stay unchanged.
    pub(super) fn fill(&self, axis: &Axis, months: &Range<usize>, sums: &mut [MonthSums]) {
        for (plan, planned) in steps(&self.plans, months.end) {
            for (actual, reported) in steps(&self.actual, months.end) {
                for month in clip(&clip(&planned, &reported), months) {
                    let planned = plan.map(|plan| plan.on(axis.ends[month]));
                    sums[month - months.start] = self.contribution(*actual, planned);
                }
            }
        }
    }

    fn contribution(&self, actual: Option<f64>, planned: Option<f64>) -> MonthSums {
        let weighed = |figure: Option<f64>| figure.map_or([0.0; 2], |x| [self.weight * x, self.weight]);
        let deviation = actual.zip(planned).map(|(actual, planned)| actual - planned);
        let ([a, a_weight], [p, p_weight], [d, d_weight]) =
            (weighed(actual), weighed(planned), weighed(deviation));
        [a, a_weight, p, p_weight, d, d_weight]
    }
}

/// Returns the months from its registration until its cancellation, if it is cancelled at T (F2, F3).
fn months_that_count(activity: &Activity, axis: &Axis) -> Range<usize> {
    let from = activity.registered.map_or(0, |registered| axis.position(registered));
    let until = match activity.status {
        Some(Status::Cancelled) if known::status(activity, axis.today) == Status::Cancelled => {
            activity.status_since.map_or(0, |since| axis.position(since))
        }
        _ => axis.ends.len(),
    };
    from..until.max(from)
}

/// Iterates over the values with the months in which they apply, up to `end`.
fn steps<T>(steps: &[Step<T>], end: usize) -> impl Iterator<Item = (&T, Range<usize>)> {
    let ends = steps.iter().skip(1).map(|step| step.from).chain([end]);
    steps.iter().zip(ends).map(move |(step, next)| (&step.value, step.from..next.min(end)))
}

/// Returns the intersection of two ranges.
pub(super) fn clip(range: &Range<usize>, within: &Range<usize>) -> Range<usize> {
    range.start.max(within.start)..range.end.min(within.end)
}
