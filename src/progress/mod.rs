//! Pure arithmetic from a [`Dataset`], thresholds and a day to figures; no clock, no files.
//!
//! The rules are those of figures.md (F1–F29); every function cites the one that it carries out. Activities are
//! measured first, each by itself; then groups, over their members; then the months. Sums take their members in the
//! byte order of ids (F28), whatever the number of cores. Start reading at [`measure`].

mod activity;
mod arithmetic;
mod changes;
mod decisions;
mod figures;
mod group;
pub mod known;
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
use crate::model::{Activity, Dataset};
use crate::persian::Day;

pub use arithmetic::{exceeds, reaches};
pub use changes::{Changes, DueMove, ProgressMove, changes, changes_between};
pub use decisions::DecisionState;
pub use figures::{
    ActivityFigures, Average, County, DecisionCounts, Figures, Group, GroupKind, Groups, Pillars, Series,
    SeriesPoint, State, States, Verified,
};
pub use people::{People, PeopleSum, is_small_group};
pub use periods::{Brief, Events, History, Quarter, Snapshot, history, previous_month_end};
pub use plan::{PlanBasis, plan_basis};

use group::GroupInputs;
use layout::{Layout, Memberships};

/// All figures as of a day, with the groups' way there (F26).
pub fn measure(dataset: &Dataset, thresholds: &Thresholds, day: Day) -> Figures {
    figures(dataset, thresholds, day, Way::ByMonths)
}

/// All figures as of a day, without the groups' series: for a day that another is compared with.
pub fn measure_day(dataset: &Dataset, thresholds: &Thresholds, day: Day) -> Figures {
    figures(dataset, thresholds, day, Way::Left)
}

/// A of an activity on a day by what was known then (F8); `None` where it is unknown or doesn't exist yet.
pub fn actual_on(activity: &Activity, day: Day) -> Option<f64> {
    known::exists(activity, day)
        .then(|| activity::actual(activity, activity.measure_in_force(), day))
        .flatten()
}

/// Whether the way to the day is told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    ByMonths,
    Left,
}

fn figures(dataset: &Dataset, thresholds: &Thresholds, day: Day, way: Way) -> Figures {
    let activities: Vec<Option<ActivityFigures>> = dataset
        .activities
        .par_iter()
        .map(|activity| activity::figures_of(dataset, activity, thresholds, day))
        .collect();
    let layout = Layout::of(dataset);
    let memberships = Memberships::of(dataset, &layout, &activities);
    let decisions = decisions::tally(dataset, day);
    let inputs = GroupInputs {
        dataset,
        thresholds,
        day,
        layout: &layout,
        activities: &activities,
        decisions: &decisions,
    };
    let mut groups = group::groups(&inputs, memberships.by_slot(&layout));
    if way == Way::ByMonths {
        series::add_series(dataset, &activities, &memberships, day, &mut groups);
    }
    Figures { day, groups: group::arrange(layout, groups), activities, decisions: decisions.all }
}
