//! Rows of lists that several pages show, one file for each kind of record.

mod activity;
mod compact;
pub(in crate::site) mod decision;
mod event;
mod finding;
mod group;
pub(in crate::site) mod indicator;
mod problem;

pub(super) use activity::{
    ActivityRow, DutyRow, activity_row, attention_row, deadline_row, duty_row, meta, place,
};
pub(super) use compact::{CompactPart, compact_parts, link_in_domain, ranked};
pub(super) use decision::{DecisionRow, decision_row};
pub(super) use event::{latest_updates, update_sentence, updates};
pub(super) use finding::{FindingRow, finding_row};
pub(super) use group::{GroupRow, below_floor, group_row};
pub(super) use indicator::{IndicatorRow, indicator_rows};
pub(super) use problem::{ProblemRow, problem_row};
