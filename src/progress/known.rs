//! What was known of an activity on a day up to the edition's: later events didn't exist yet, plans did (F2–F4, F10).

use crate::model::{Activity, Reschedule, Status};
use crate::persian::Day;

/// Says whether an activity exists on a day: it was registered by then, or nobody said when (F2).
pub(super) fn exists(activity: &Activity, day: Day) -> bool {
    activity.registered.is_none_or(|registered| registered <= day)
}

/// The status as written, where it holds on the day (F3).
pub(super) fn written_status(activity: &Activity, day: Day) -> Option<Status> {
    activity.status.filter(|_| activity.status_since.is_none_or(|since| since <= day))
}

/// The status on a day: as written where it holds, else active from the start on, else planned (F3).
pub(super) fn status(activity: &Activity, day: Day) -> Status {
    written_status(activity, day).unwrap_or_else(|| {
        if activity.start.is_some_and(|start| start <= day) { Status::Active } else { Status::Planned }
    })
}

/// The reschedule in force on a day (F10); of two of one date the last in the file (F4).
pub(super) fn reschedule(activity: &Activity, day: Day) -> Option<&Reschedule> {
    latest(&activity.reschedules, day, |reschedule| reschedule.date)
}

/// The reschedule in force at T, given an activity of the edition (F10).
pub fn last_reschedule(activity: &Activity) -> Option<&Reschedule> {
    // `max_by_key` gives the last of equal ones (F4).
    activity.reschedules.iter().max_by_key(|reschedule| reschedule.date)
}

/// The due in force on a day (F10).
pub(super) fn due(activity: &Activity, day: Day) -> Option<Day> {
    reschedule(activity, day).map(|reschedule| reschedule.due).or(activity.due)
}

/// The latest entry up to a day, of several with one date the last (F2, F4).
pub(super) fn latest<T>(
    entries: impl IntoIterator<Item = T>,
    day: Day,
    date: impl Fn(&T) -> Day,
) -> Option<T> {
    // `max_by_key` gives the last of equal ones.
    entries.into_iter().filter(|entry| date(entry) <= day).max_by_key(|entry| date(entry))
}
