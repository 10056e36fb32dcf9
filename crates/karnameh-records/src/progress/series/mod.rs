//! Computes progress at month-ends (F26). Each activity is first converted to steps over the months, from its dated events.
//! Then one sweep sums up the months of all groups, with members in the order of ids.
//!
//! The value at a month-end equals to the last bit what [`measure`](super::measure) returns for that day: both use the same
//! functions for A and P, and sum in the same order (F28). Start reading at [`add_series`].

mod axis;
mod track;

use std::ops::Range;

use rayon::prelude::*;

use crate::model::Edition;
use crate::persian::Day;

use super::arithmetic::weighted_mean;
use super::layout::Memberships;
use super::{ActivityFigures, Group, SeriesPoint};

use axis::{Axis, Span};
use track::{Track, clip};

/// The number of months per task of the sweep. A group's sums for them fill a few cache lines.
const MONTHS_A_TASK: usize = 32;

/// `Σ w·x` and `Σ w` over the members with known x, for one group and one month: of A, of P, and of A − P.
type MonthSums = [f64; 6];

/// Sets the series of every group. `groups` is indexed by slot.
pub(super) fn add_series(
    edition: &Edition,
    figures: &[ActivityFigures],
    memberships: &Memberships,
    groups: &mut [Group],
) {
    let day = edition.day();
    let spans = spans(edition, figures, memberships, groups.len());
    let axis = Axis::over(&spans, day);
    let tracks: Vec<Track<'_>> =
        edition.activities.par_iter().map(|activity| Track::of(edition, activity, &axis)).collect();
    let sweep = Sweep { axis: &axis, tracks: &tracks, memberships, slots: groups.len() };
    let tasks = task_months(&axis);
    let parts: Vec<Vec<MonthSums>> = tasks.par_iter().map(|months| sweep.sums(months)).collect();
    let sums = |slot: usize, month: usize| {
        let task = month / MONTHS_A_TASK;
        &parts[task][slot * tasks[task].len() + month % MONTHS_A_TASK]
    };
    for (slot, (group, span)) in groups.iter_mut().zip(&spans).enumerate() {
        let months = span.iter().flat_map(|&span| axis.months(span));
        group.series.points = months.map(|month| point(&axis, month, sums(slot, month))).collect();
        if group.members.is_empty() {
            // It has handed everything over: its past stays, and nothing is planned for it (F26).
            group.series.points.retain(|point| point.day <= day && point.has_figures());
        } else {
            add_today(group, day);
        }
    }
}

/// Adds T as a point with A and P. Replaces a month-end that falls on T (F26).
fn add_today(group: &mut Group, day: Day) {
    let today = SeriesPoint {
        day,
        actual: group.actual.value,
        planned: group.planned.value,
        deviation: group.deviation.value,
    };
    let points = &mut group.series.points;
    match points.binary_search_by_key(&day, |point| point.day) {
        Ok(position) => points[position] = today,
        Err(position) => points.insert(position, today),
    }
}

/// Returns the months of every slot's series, or `None` if no member has a start or registration date. An agency's series
/// begins with the activities that it led at any time up to T.
fn spans(
    edition: &Edition,
    figures: &[ActivityFigures],
    memberships: &Memberships,
    slots: usize,
) -> Vec<Option<Span>> {
    let mut bounds: Vec<(Option<Day>, Option<Day>)> = vec![(None, None); slots];
    for ((activity, figures), slots) in edition.activities.iter().zip(figures).zip(memberships.by_activity())
    {
        let begin = activity.start.into_iter().chain(activity.registered).min();
        let now = activity.lead.map(|lead| memberships.agency_slot(lead));
        for slot in slots.iter().map(|&slot| slot as usize).chain(now) {
            let (earliest, latest_due) = &mut bounds[slot];
            *earliest = earliest.iter().copied().chain(begin).min();
            *latest_due = (*latest_due).max(figures.due);
        }
        let handovers = activity.handovers.iter().map(|handover| handover.lead);
        for agency in activity.first_lead.into_iter().chain(handovers) {
            let (earliest, _) = &mut bounds[memberships.agency_slot(agency)];
            *earliest = earliest.iter().copied().chain(begin).min();
        }
    }
    bounds.into_iter().map(|(earliest, due)| Some(Span::of(earliest?, due, edition.day()))).collect()
}

/// Splits the months into tasks.
fn task_months(axis: &Axis) -> Vec<Range<usize>> {
    let months = axis.ends.len();
    (0..months).step_by(MONTHS_A_TASK).map(|start| start..(start + MONTHS_A_TASK).min(months)).collect()
}

/// Returns the point of a month. After T it only has P, since no activity has a known A there.
fn point(axis: &Axis, month: usize, sums: &MonthSums) -> SeriesPoint {
    let [actual, actual_weight, planned, planned_weight, deviation, both_weight] = *sums;
    SeriesPoint {
        day: axis.ends[month],
        actual: weighted_mean(actual, actual_weight),
        planned: weighted_mean(planned, planned_weight),
        deviation: weighted_mean(deviation, both_weight),
    }
}

/// The data shared by all tasks of the sweep.
struct Sweep<'a> {
    axis: &'a Axis,
    tracks: &'a [Track<'a>],
    memberships: &'a Memberships,
    slots: usize,
}

impl Sweep<'_> {
    /// Returns the sums of every slot in a range of months, at `slot * months + month`.
    ///
    /// Each sum adds its members in the order of ids, so that the result does not depend on the split into tasks.
    fn sums(&self, months: &Range<usize>) -> Vec<MonthSums> {
        let width = months.len();
        let mut sums = vec![[0.0; 6]; self.slots * width];
        let mut own = vec![[0.0; 6]; width];
        for (track, slots) in self.tracks.iter().zip(self.memberships.by_activity()) {
            let counts = clip(&track.counts, months);
            if counts.is_empty() {
                continue;
            }
            own.fill([0.0; 6]);
            track.fill(self.axis, &counts, &mut own);
            let mut add_to = |slot: usize, range: Range<usize>| {
                let start = slot * width;
                for month in range {
                    add(&mut sums[start + month - months.start], &own[month - counts.start]);
                }
            };
            for &slot in slots {
                add_to(slot as usize, counts.clone());
            }
            for (agency, range) in track.leads() {
                add_to(self.memberships.agency_slot(agency), clip(&range, &counts));
            }
        }
        sums
    }
}

/// Adds the sums of one activity. Unknown values are 0, which does not change any bit of a sum.
fn add(sum: &mut MonthSums, own: &MonthSums) {
    for (sum, own) in sum.iter_mut().zip(own) {
        *sum += own;
    }
}
