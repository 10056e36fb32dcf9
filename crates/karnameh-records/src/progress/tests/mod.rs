//! Examples for the rules in docs/FIGURES.md, computed by hand. Each test's name begins with its rule.

mod activity;
mod changes;
mod groups;
mod periods;
mod properties;
mod series;

use super::testing::{Draft, Records};
use super::{ActivityFigures, Figures, measure};
use crate::config::Thresholds;

/// Computes the figures as of `day(offset)` with the default thresholds.
fn measured(records: Records, offset: i32) -> Figures {
    measure(&records.cut(offset), &Thresholds::default())
}

/// Computes the figures of a single activity, which must exist on that day.
fn figures_on(draft: Draft, offset: i32) -> ActivityFigures {
    let figures = measured(Records::new().with(draft), offset);
    figures.activities[0].clone()
}

/// Computes the same as of `day(0)`.
fn figures(draft: Draft) -> ActivityFigures {
    figures_on(draft, 0)
}
