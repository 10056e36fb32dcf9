//! Rows of lists that several pages show, one file for each kind of record.

mod activity;
mod compact;
pub(in crate::site) mod decision;
mod event;
mod finding;
mod group;
pub(in crate::site) mod indicator;
mod problem;

pub(super) use activity::{ActivityRow, DutyRow};
pub(super) use compact::CompactPart;
pub(super) use decision::DecisionRow;
pub(super) use finding::FindingRow;
pub(super) use group::GroupRow;
pub(super) use indicator::IndicatorRow;
pub(super) use problem::ProblemRow;

pub(in crate::site) use event::update_sentence;
