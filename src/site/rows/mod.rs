//! Rows of lists that several pages show, one file for each kind of record.

mod activity;
pub(in crate::site) mod decision;
mod event;
mod finding;
mod group;
pub(in crate::site) mod indicator;
mod problem;

pub use activity::{ActivityRow, DutyRow};
pub use decision::DecisionRow;
pub use finding::FindingRow;
pub use group::GroupRow;
pub use indicator::IndicatorRow;
pub use problem::ProblemRow;
