//! The months of the series (F26): which of them a group's goes over, and where a day lies among them.

use std::ops::Range;

use crate::persian::Day;

/// At most so many month-ends (F26).
const MOST_MONTHS: i32 = 120;
/// At most so many of them after T's month (F26).
const MOST_MONTHS_AHEAD: i32 = 60;

/// The first and the last month of a group's series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    first: i32,
    last: i32,
}

impl Span {
    /// From the month of the earliest start or registration to the later of T's and that of the latest due: ending
    /// at most 60 months after T's, and of what is longer than 120 months the last 120 (F26).
    pub(super) fn of(earliest: Day, latest_due: Option<Day>, day: Day) -> Self {
        let today = month_number(day);
        let last = latest_due.map_or(today, month_number).clamp(today, today + MOST_MONTHS_AHEAD);
        Self { first: month_number(earliest).max(last - MOST_MONTHS + 1), last }
    }
}

/// The month-ends that some series has, and T among them.
pub(super) struct Axis {
    first: i32,
    pub(super) ends: Vec<Day>,
    pub(super) today: Day,
    /// How many of the month-ends are not after T.
    pub(super) past: usize,
}

impl Axis {
    pub(super) fn over(spans: &[Option<Span>], today: Day) -> Self {
        let spans = || spans.iter().flatten();
        let first = spans().map(|span| span.first).min().unwrap_or(0);
        let last = spans().map(|span| span.last).max().unwrap_or(-1);
        let ends: Vec<Day> = (first..=last).map(month_end).collect();
        let past = ends.partition_point(|&end| end <= today);
        Self { first, ends, today, past }
    }

    /// The position of the first month-end that is not before a day, at most the length of the axis.
    pub(super) fn position(&self, day: Day) -> usize {
        usize::try_from(month_number(day) - self.first).unwrap_or(0).min(self.ends.len())
    }

    /// The positions of a span.
    pub(super) fn months(&self, span: Span) -> Range<usize> {
        let position = |number: i32| usize::try_from(number - self.first).unwrap_or(0);
        position(span.first)..position(span.last + 1)
    }

    /// What was known at a month-end: after T no more than at T.
    pub(super) fn known_on(&self, month: usize) -> Day {
        self.ends[month].min(self.today)
    }

    /// The first month and those, before `end`, in which one of the days falls, in order.
    pub(super) fn turns(&self, days: impl Iterator<Item = Day>, end: usize) -> Vec<usize> {
        let mut turns: Vec<usize> = std::iter::once(0)
            .chain(days.map(|day| self.position(day)))
            .filter(|&month| month < end)
            .collect();
        turns.sort_unstable();
        turns.dedup();
        turns
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
