//! Shifts the schedule of a package so that its first activity starts on a chosen day.

use super::AdoptError;
use crate::model::Activity;
use crate::persian::Day;

/// The years in which the dates of records may lie.
const YEARS: std::ops::RangeInclusive<i32> = 1300..=1500;

/// The number of days by which a schedule is shifted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shift(i32);

impl Shift {
    /// Computes the shift that makes `start` the first day. Fails if a shifted date leaves the allowed years.
    pub(super) fn new(activities: &[Activity], start: Day) -> Result<Self, AdoptError> {
        // The earliest start counts. If no activity has a start, the earliest due date counts instead.
        let starts = activities.iter().filter_map(|activity| activity.start);
        let first = starts.min().or_else(|| activities.iter().flat_map(planned).min());
        let shift = Self(first.map_or(0, |first| start.since(first)));
        let inside = |day: Day| YEARS.contains(&day.jalali().year);
        let all_inside = activities.iter().flat_map(planned).all(|date| inside(shift.day(date)));
        if all_inside && inside(start) { Ok(shift) } else { Err(AdoptError::Start) }
    }
    pub(super) fn day(self, day: Day) -> Day {
        day.plus(self.0)
    }
}

/// Returns the dates of an activity that are adopted: start, due date and due dates of milestones.
fn planned(activity: &Activity) -> impl Iterator<Item = Day> {
    activity
        .start
        .into_iter()
        .chain(activity.due_in_force())
        .chain(activity.milestones.iter().filter_map(|milestone| milestone.due))
}
