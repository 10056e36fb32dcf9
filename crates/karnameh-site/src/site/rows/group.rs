//! A group as a row of a comparison: bar, figures, states.

use serde::Serialize;

use crate::progress::Group;
use crate::site::charts::{Bar, StateCount};
use crate::site::view::Link;
use crate::site::{Site, figures, words};

/// A group and its figures.
#[derive(Debug, Clone, Serialize)]
pub(in crate::site) struct GroupRow {
    /// The anchor of the row; empty for none.
    pub id: String,
    /// What the group is of; without an address where it has no page.
    pub link: Link,
    /// Its icon; empty for none.
    pub icon: String,
    /// A second line below the name, what the group is about; empty for none.
    pub aside: String,
    /// Its bar.
    pub bar: Bar,
    /// «۸۴٪», «؟», «—»
    pub actual: String,
    /// «۸۵٪», «—»
    pub planned: String,
    /// «−۱», «—»
    pub deviation: String,
    /// «۱۱ از ۱۲ فعالیت»
    pub coverage: String,
    /// Its states.
    pub states: Vec<StateCount>,
    /// Nothing is recorded in it.
    pub empty: bool,
    /// Its coverage lies below the floor: it doesn't take part in sorting (F21).
    pub below_floor: bool,
}

/// A group as a row.
pub(in crate::site) fn group_row(site: &Site<'_>, group: &Group, link: Link, icon: String) -> GroupRow {
    GroupRow {
        id: String::new(),
        link,
        icon,
        aside: String::new(),
        bar: figures::group_bar(site, group),
        actual: words::group_actual(group),
        planned: words::group_planned(group),
        deviation: figures::deviation_text(group.deviation.value),
        coverage: words::coverage(group.actual, group.activities, &site.config.terms),
        states: figures::tally(site, group).parts,
        empty: group.members.is_empty(),
        below_floor: below_floor(site, group),
    }
}

/// Whether a group's coverage lies below the floor (F21).
pub(in crate::site) fn below_floor(site: &Site<'_>, group: &Group) -> bool {
    !group.actual.is_covered(group.activities, &site.config.thresholds)
}
