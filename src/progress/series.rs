//! Progress at month-ends (F26): every activity is told once as steps over the months, from its dated events; the
//! months are then summed, members in the order of ids, for all groups in one sweep.
//!
//! The figure at a month-end is the same to the last bit as the one that [`measure`](super::measure) gives as of
//! that day: both ask [`actual`](super::activity::actual) and [`Plan`], and both sum in the same order (F28). Start
//! reading at [`series`].

use std::ops::Range;

use rayon::prelude::*;

use crate::model::{Activity, Dataset, Status};
use crate::persian::Day;

use super::activity::{actual, days_of_progress};
use super::arithmetic::weighted_mean;
use super::layout::Memberships;
use super::plan::Plan;
use super::{ActivityFigures, Group, SeriesPoint, known};

/// At most so many month-ends (F26).
const MOST_MONTHS: i32 = 120;
/// At most so many of them after T's month (F26).
const MOST_MONTHS_AHEAD: i32 = 60;
/// How many months one task of the sweep takes: a group's sums of them fill some cache lines, not a cache.
const MONTHS_A_TASK: usize = 32;

/// Gives every group its series, `groups` being by slot.
pub(super) fn add_series(
    dataset: &Dataset,
    figures: &[Option<ActivityFigures>],
    memberships: &Memberships,
    day: Day,
    groups: &mut [Group],
) {
    let spans = spans(dataset, figures, memberships, groups.len(), day);
    let axis = Axis::over(&spans, day);
    let tracks: Vec<Option<Track<'_>>> = dataset
        .activities
        .par_iter()
        .zip(figures)
        .map(|(activity, figures)| figures.is_some().then(|| Track::of(activity, &axis)))
        .collect();
    let sweep = Sweep { axis: &axis, tracks: &tracks, memberships, slots: groups.len() };
    let parts: Vec<Vec<MonthSums>> = axis.parts().into_par_iter().map(|months| sweep.sums(&months)).collect();
    let sums = |slot: usize, month: usize| {
        let part = month / MONTHS_A_TASK;
        &parts[part][slot * axis.part(part).len() + month % MONTHS_A_TASK]
    };
    for (slot, (group, span)) in groups.iter_mut().zip(&spans).enumerate() {
        let months = span.iter().flat_map(|&span| axis.months(span));
        group.series.points = months.map(|month| axis.point(month, sums(slot, month))).collect();
        if !group.members.is_empty() {
            add_today(group, day);
        }
    }
}

/// Adds T itself as a point with A and P, in the place of a month's end that falls on it (F26).
fn add_today(group: &mut Group, day: Day) {
    let today = SeriesPoint { day, actual: group.actual.value, planned: group.planned.value };
    let points = &mut group.series.points;
    match points.binary_search_by_key(&day, |point| point.day) {
        Ok(position) => points[position] = today,
        Err(position) => points.insert(position, today),
    }
}

/// A month of the Solar Hijri calendar, counted from year 0.
fn month_number(day: Day) -> i32 {
    let date = day.jalali();
    date.year * 12 + date.month.cast_signed() - 1
}

/// The last day of a month.
fn month_end(number: i32) -> Day {
    let month = number.rem_euclid(12).cast_unsigned() + 1;
    Day::from_jalali(number.div_euclid(12), month, 1).expect("every month has a first day").month_end()
}

/// The first and the last month of a group's series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    first: i32,
    last: i32,
}

impl Span {
    /// From the month of the earliest start or registration to the later of T's and that of the latest due: ending
    /// at most 60 months after T's, and of what is longer than 120 months the last 120 (F26).
    fn of(earliest: Day, latest_due: Option<Day>, day: Day) -> Self {
        let today = month_number(day);
        let last = latest_due.map_or(today, month_number).clamp(today, today + MOST_MONTHS_AHEAD);
        Self { first: month_number(earliest).max(last - MOST_MONTHS + 1), last }
    }
}

/// The span of every slot; `None` where no member says when it starts or was registered.
fn spans(
    dataset: &Dataset,
    figures: &[Option<ActivityFigures>],
    memberships: &Memberships,
    slots: usize,
    day: Day,
) -> Vec<Option<Span>> {
    let mut bounds: Vec<(Option<Day>, Option<Day>)> = vec![(None, None); slots];
    for ((activity, figures), slots) in dataset.activities.iter().zip(figures).zip(memberships.by_activity())
    {
        let Some(figures) = figures else { continue };
        let begin = activity.start.into_iter().chain(activity.registered).min();
        for &slot in slots {
            let (earliest, latest_due) = &mut bounds[slot as usize];
            *earliest = earliest.iter().copied().chain(begin).min();
            *latest_due = (*latest_due).max(figures.due);
        }
    }
    bounds.into_iter().map(|(earliest, due)| Some(Span::of(earliest?, due, day))).collect()
}

/// The month-ends that some series has, and T among them.
struct Axis {
    first: i32,
    ends: Vec<Day>,
    today: Day,
    /// How many of the month-ends are not after T.
    past: usize,
}

impl Axis {
    fn over(spans: &[Option<Span>], today: Day) -> Self {
        let spans = || spans.iter().flatten();
        let first = spans().map(|span| span.first).min().unwrap_or(0);
        let last = spans().map(|span| span.last).max().unwrap_or(-1);
        let ends: Vec<Day> = (first..=last).map(month_end).collect();
        let past = ends.partition_point(|&end| end <= today);
        Self { first, ends, today, past }
    }

    /// The position of the first month-end that is not before a day, at most the length of the axis.
    fn position(&self, day: Day) -> usize {
        usize::try_from(month_number(day) - self.first).unwrap_or(0).min(self.ends.len())
    }

    /// The positions of a span.
    fn months(&self, span: Span) -> Range<usize> {
        let position = |number: i32| usize::try_from(number - self.first).unwrap_or(0);
        position(span.first)..position(span.last + 1)
    }

    /// What was known at a month-end: after T no more than at T.
    fn known_on(&self, month: usize) -> Day {
        self.ends[month].min(self.today)
    }

    /// The parts that the sweep's tasks take.
    fn parts(&self) -> Vec<Range<usize>> {
        (0..self.ends.len().div_ceil(MONTHS_A_TASK)).map(|part| self.part(part)).collect()
    }

    fn part(&self, part: usize) -> Range<usize> {
        part * MONTHS_A_TASK..((part + 1) * MONTHS_A_TASK).min(self.ends.len())
    }

    /// The point of a month: after T there is only P.
    fn point(&self, month: usize, sums: &MonthSums) -> SeriesPoint {
        let [actual, actual_weight, planned, planned_weight] = *sums;
        let known = month < self.past;
        SeriesPoint {
            day: self.ends[month],
            actual: weighted_mean(actual, actual_weight).filter(|_| known),
            planned: weighted_mean(planned, planned_weight),
        }
    }
}

/// `Σ w·A`, `Σ w` where A is known, `Σ w·P`, `Σ w` where P is known, of one group in one month.
type MonthSums = [f64; 4];

/// A value that holds from a month of the axis on.
struct Step<T> {
    from: usize,
    value: T,
}

/// An activity told over the months.
struct Track<'a> {
    weight: f64,
    /// The months in which it counts: it exists and isn't cancelled.
    counts: Range<usize>,
    /// A, in months that are not after T.
    actual: Vec<Step<Option<f64>>>,
    /// The plan, which changes by reschedules.
    plans: Vec<Step<Option<Plan<'a>>>>,
}

impl<'a> Track<'a> {
    fn of(activity: &'a Activity, axis: &Axis) -> Self {
        let measure = activity.measure_in_force();
        let turns = axis.turns(days_of_progress(activity), axis.past);
        let actual =
            turns.into_iter().map(|from| Step { from, value: actual(activity, measure, axis.ends[from]) });
        let reschedules = activity.reschedules.iter().map(|reschedule| reschedule.date);
        let turns = axis.turns(reschedules.filter(|&date| date <= axis.today), axis.ends.len());
        let plans =
            turns.into_iter().map(|from| Step { from, value: Plan::of(activity, axis.known_on(from)) });
        Self {
            weight: activity.weight,
            counts: axis.months_that_count(activity),
            actual: actual.collect(),
            plans: plans.collect(),
        }
    }

    /// Writes its part of the sums of some months; months in which it doesn't count are left alone.
    fn fill(&self, axis: &Axis, months: &Range<usize>, sums: &mut [MonthSums]) {
        for (step, range) in steps(&self.actual, months.end.min(axis.past)) {
            let value = step.map_or([0.0, 0.0], |actual| [self.weight * actual, self.weight]);
            for month in clip(&range, months) {
                sums[month - months.start][..2].copy_from_slice(&value);
            }
        }
        for (plan, range) in steps(&self.plans, months.end) {
            for month in clip(&range, months) {
                let value =
                    plan.map_or([0.0, 0.0], |plan| [self.weight * plan.on(axis.ends[month]), self.weight]);
                sums[month - months.start][2..].copy_from_slice(&value);
            }
        }
    }
}

impl Axis {
    /// The first month and those, before `end`, in which one of the days falls, in order.
    fn turns(&self, days: impl Iterator<Item = Day>, end: usize) -> Vec<usize> {
        let mut turns: Vec<usize> = std::iter::once(0)
            .chain(days.map(|day| self.position(day)))
            .filter(|&month| month < end)
            .collect();
        turns.sort_unstable();
        turns.dedup();
        turns
    }

    /// From its registration on, until it is cancelled as far as T knows (F2, F3).
    fn months_that_count(&self, activity: &Activity) -> Range<usize> {
        let from = activity.registered.map_or(0, |registered| self.position(registered));
        let until = match activity.status {
            Some(Status::Cancelled) if known::status(activity, self.today) == Status::Cancelled => {
                activity.status_since.map_or(0, |since| self.position(since))
            }
            _ => self.ends.len(),
        };
        from..until.max(from)
    }
}

/// Each step's value with the months in which it holds, up to `end`.
fn steps<T>(steps: &[Step<T>], end: usize) -> impl Iterator<Item = (&T, Range<usize>)> {
    let ends = steps.iter().skip(1).map(|step| step.from).chain([end]);
    steps.iter().zip(ends).map(move |(step, next)| (&step.value, step.from..next.min(end)))
}

/// The part of a range that lies in another.
fn clip(range: &Range<usize>, within: &Range<usize>) -> Range<usize> {
    range.start.max(within.start)..range.end.min(within.end)
}

/// All that the tasks of the sweep share.
struct Sweep<'a> {
    axis: &'a Axis,
    tracks: &'a [Option<Track<'a>>],
    memberships: &'a Memberships,
    slots: usize,
}

impl Sweep<'_> {
    /// The sums of every slot in some months: `slot * months + month`.
    ///
    /// Each sum takes its members in the order of ids, so that its bits don't depend on how months are shared out.
    fn sums(&self, months: &Range<usize>) -> Vec<MonthSums> {
        let width = months.len();
        let mut sums = vec![[0.0; 4]; self.slots * width];
        let mut own = vec![[0.0; 4]; width];
        for (track, slots) in self.tracks.iter().zip(self.memberships.by_activity()) {
            let Some(track) = track else { continue };
            let counts = clip(&track.counts, months);
            if counts.is_empty() {
                continue;
            }
            own.fill([0.0; 4]);
            track.fill(self.axis, &counts, &mut own);
            for &slot in slots {
                let start = slot as usize * width + (counts.start - months.start);
                for (sum, own) in sums[start..].iter_mut().zip(&own[..counts.len()]) {
                    add(sum, own);
                }
            }
        }
        sums
    }
}

/// Adds where it is known; what is unknown was filled in as 0, which changes no bit of a sum.
fn add(sum: &mut MonthSums, own: &MonthSums) {
    for (sum, own) in sum.iter_mut().zip(own) {
        *sum += own;
    }
}
