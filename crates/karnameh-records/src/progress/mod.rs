//! Computes all figures from an [`Edition`] and thresholds, without clock or files.
//!
//! The rules are F1–F30 in docs/FIGURES.md; every function cites the rule that it implements. Activities are computed first and
//! independently, then groups from their members, then the months. Sums add members in the byte order of ids (F28), so that
//! the result does not depend on the number of cores. Start reading at [`measure`].

mod activity;
mod arithmetic;
mod changes;
mod decisions;
mod figures;
mod group;
mod known;
mod layout;
mod people;
mod periods;
mod plan;
mod series;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

use rayon::prelude::*;

use crate::config::Thresholds;
use crate::model::{Activity, Edition, Idx};
use crate::persian::Day;

pub use arithmetic::{exceeds, reaches};
pub use changes::{Changes, Correction, DueMove, LeadMove, ProgressMove, changes};
pub use decisions::DecisionState;
pub use figures::{
    ActivityFigures, Average, County, DecisionCounts, EarlierFigures, Figures, Group, GroupKind, Groups,
    MaybeFigures, Means, Pillars, Series, SeriesPoint, State, States, Verified,
};
pub use known::last_reschedule;
pub use people::{People, PeopleSum, is_small_group};
pub use periods::{Brief, Events, History, Quarter, Snapshot, history, previous_month_end};

use group::GroupInputs;
use layout::{Layout, Memberships};

/// Computes all figures as of the edition's day, including the monthly series of groups (F26).
pub fn measure(edition: &Edition, thresholds: &Thresholds) -> Figures {
    // Nothing in the edition is later than its day, so every activity exists.
    let measure = |activity: &Activity| activity::figures_of(edition, activity, thresholds, edition.day());
    let activities = edition.activities.par_iter().map(measure).collect();
    group_up(edition, thresholds, edition.day(), activities, |activities, memberships, groups| {
        series::add_series(edition, activities, memberships, groups);
    })
}

/// Computes all figures as of an earlier day, as known then and without series, for comparison with another day.
pub fn measure_earlier(edition: &Edition, thresholds: &Thresholds, day: Day) -> EarlierFigures {
    let measure = |activity: &Activity| {
        known::exists(activity, day).then(|| activity::figures_of(edition, activity, thresholds, day))
    };
    let activities = edition.activities.par_iter().map(measure).collect();
    group_up(edition, thresholds, day, activities, |_, _, _| {})
}

/// The figures of groups over those of activities; `add_series` sees the groups in the order of the layout's slots.
fn group_up<A: MaybeFigures>(
    edition: &Edition,
    thresholds: &Thresholds,
    day: Day,
    activities: Vec<A>,
    add_series: impl FnOnce(&[A], &Memberships, &mut [Group]),
) -> Figures<A> {
    let layout = Layout::of(edition);
    let memberships = Memberships::of(edition, &layout, &activities, day);
    let decisions = decisions::tally(edition, day);
    let inputs = GroupInputs {
        edition,
        thresholds,
        day,
        layout: &layout,
        activities: &activities,
        decisions: &decisions,
    };
    let mut groups = group::groups(&inputs, memberships.by_slot(&layout));
    add_series(&activities, &memberships, &mut groups);
    Figures { day, groups: group::arrange(layout, groups), activities, decisions: decisions.all }
}

/// A of an activity on a day up to the edition's, by what was known then (F8); `None` if it is unknown, or the activity
/// didn't exist yet.
pub fn actual_on(edition: &Edition, activity: Idx<Activity>, day: Day) -> Option<f64> {
    let activity = &edition[activity];
    known::exists(activity, day).then(|| activity::actual(edition, activity, day)).flatten()
}
