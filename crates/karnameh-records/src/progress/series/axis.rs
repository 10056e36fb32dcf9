//! The months of the series (F26): the range for each group, and the position of a day among the months.

use std::ops::Range;

use crate::persian::Day;

/// The maximum number of month-ends (F26).
const MOST_MONTHS: i32 = 120;
/// The maximum number of month-ends after T's month (F26).
const MOST_MONTHS_AHEAD: i32 = 60;

/// The first and last month of a group's series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    first: i32,
    last: i32,
}

impl Span {
    /// Returns the months from the earliest start or registration to T or the latest due date, whichever is later. Ends at most
    /// 60 months after T's month; of more than 120 months only the last 120 remain (F26).
    pub(super) fn of(earliest: Day, latest_due: Option<Day>, day: Day) -> Self {
        let today = month_number(day);
        let last = latest_due.map_or(today, month_number).clamp(today, today + MOST_MONTHS_AHEAD);
        Self { first: month_number(earliest).max(last - MOST_MONTHS + 1), last }
    }
}

/// All month-ends that occur in any series.
pub(super) struct Axis {
    first: i32,
    pub(super) ends: Vec<Day>,
    pub(super) today: Day,
    /// The number of month-ends up to T.
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

    /// Returns the position of the first month-end on or after a day, at most the length of the axis.
    pub(super) fn position(&self, day: Day) -> usize {
        usize::try_from(month_number(day) - self.first).unwrap_or(0).min(self.ends.len())
    }

    /// Returns the positions of a span.
    pub(super) fn months(&self, span: Span) -> Range<usize> {
        let position = |number: i32| usize::try_from(number - self.first).unwrap_or(0);
        position(span.first)..position(span.last + 1)
    }

    /// Returns the day whose knowledge applies to a month-end: for future ones, T.
    pub(super) fn known_on(&self, month: usize) -> Day {
        self.ends[month].min(self.today)
    }

    /// Returns the months before `end` in which a value can change: the first month and those that contain one of the days.
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

/// Returns a month of the Solar Hijri calendar as a number counted from year 0.
fn month_number(day: Day) -> i32 {
    let date = day.jalali();
    date.year * 12 + date.month.cast_signed() - 1
}

/// Returns the last day of a month given by that number.
fn month_end(number: i32) -> Day {
    let month = number.rem_euclid(12).cast_unsigned() + 1;
    Day::from_jalali(number.div_euclid(12), month, 1).expect("every month has a first day").month_end()
}
