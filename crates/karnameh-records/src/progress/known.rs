//! Determines what was known about an activity on a day up to the edition's: later events did not exist yet, plans did
//! (F2–F4, F10).

use crate::model::{Activity, Occurrence, Reschedule, Status};
use crate::persian::Day;

/// Returns whether an activity exists on a day: it was registered by then, or it has no registration date (F2).
pub(super) fn exists(activity: &Activity, day: Day) -> bool {
    activity.registered.is_none_or(|registered| registered <= day)
}

/// Returns the explicit status if it is in force on the day (F3).
pub(super) fn written_status(activity: &Activity, day: Day) -> Option<Status> {
    activity.status.filter(|_| activity.status_since.is_none_or(|since| since <= day))
}

/// Returns the status on a day: the explicit one if in force, otherwise active after the start, otherwise planned (F3).
pub(super) fn status(activity: &Activity, day: Day) -> Status {
    written_status(activity, day).unwrap_or_else(|| {
        if activity.start.is_some_and(|start| start <= day) { Status::Active } else { Status::Planned }
    })
}

/// Returns the reschedule in force on a day (F10). Of two with the same date, the last in the file counts (F4).
pub(super) fn reschedule(activity: &Activity, day: Day) -> Option<&Reschedule> {
    latest(&activity.reschedules, day, |reschedule| Occurrence::at_once(reschedule.date))
}

/// Returns the reschedule in force at T; the activity must belong to the edition (F10).
pub fn last_reschedule(activity: &Activity) -> Option<&Reschedule> {
    // `max_by_key` returns the last of several equal elements (F4).
    activity.reschedules.iter().max_by_key(|reschedule| reschedule.date)
}

/// Returns the due date in force on a day (F10).
pub(super) fn due(activity: &Activity, day: Day) -> Option<Day> {
    reschedule(activity, day).map(|reschedule| reschedule.due).or(activity.due)
}

/// Returns the latest entry known on a day. Of several with the same date, the one that became known last counts; of these
/// the last (F2, F4).
pub(super) fn latest<T>(
    entries: impl IntoIterator<Item = T>,
    day: Day,
    occurrence: impl Fn(&T) -> Occurrence,
) -> Option<T> {
    // `max_by_key` returns the last of several equal elements.
    entries.into_iter().filter(|entry| occurrence(entry).known <= day).max_by_key(|entry| occurrence(entry))
}
