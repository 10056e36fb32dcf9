//! Their schedule, moved as a whole so that its first activity starts on a day of one's own.

use super::AdoptError;
use crate::package::schema::{Activity, Date};
use crate::persian::Day;

/// The years that dates of records know (product.md, "Dates").
const YEARS: std::ops::RangeInclusive<i32> = 1300..=1500;

/// By how many days a schedule is moved.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shift(i32);

impl Shift {
    /// The shift that makes `start` the first day; an error where any date leaves the years that records know.
    pub(super) fn new(activities: &[Activity], start: Day) -> Result<Self, AdoptError> {
        let starts = activities.iter().filter_map(|of| of.start);
        let first = starts.min().or_else(|| activities.iter().flat_map(planned).min());
        let shift = Self(first.map_or(0, |first| start.since(first.0)));
        let inside = |day: Day| YEARS.contains(&day.jalali().year);
        let all_inside = activities.iter().flat_map(planned).all(|date| inside(shift.day(date)));
        if all_inside && inside(start) { Ok(shift) } else { Err(AdoptError::Start) }
    }

    /// Where a day of theirs comes to stand.
    pub(super) fn day(self, date: Date) -> Day {
        date.0.plus(self.0)
    }
}

/// The days of an activity that are taken over.
fn planned(of: &Activity) -> impl Iterator<Item = Date> {
    of.start.into_iter().chain(of.figures.due).chain(of.milestones.iter().filter_map(|of| of.due))
}
