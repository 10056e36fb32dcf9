//! The rules of figures.md, worked out by hand; each test's name begins with the rule that it holds.

mod activity;
mod changes;
mod groups;
mod periods;
mod properties;
mod series;

use super::testing::{Draft, Records};
use super::{ActivityFigures, Figures, measure};
use crate::config::Thresholds;

/// The figures of records as of `day(offset)`, with the thresholds of figures.md.
fn measured(records: Records, offset: i32) -> Figures {
    measure(&records.cut(offset), &Thresholds::default())
}

/// The figures of one activity alone, which exists on that day.
fn figures_on(draft: Draft, offset: i32) -> ActivityFigures {
    let figures = measured(Records::new().with(draft), offset);
    figures.activities[0].clone()
}

/// The same as of `day(0)`.
fn figures(draft: Draft) -> ActivityFigures {
    figures_on(draft, 0)
}
