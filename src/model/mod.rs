//! Typed records that can't hold a wrong value, in a stable order.
//!
//! `content` fills a [`Dataset`]; everything after it reads one. A record refers to another by its index ([`Idx`]),
//! so a broken reference can't be written down; vectors are in the byte order of ids, so no later stage sorts for the
//! sake of repeatability. Drafts are not here: they were checked and left out. Start reading at [`Dataset`] and
//! [`Activity`].

mod dataset;
mod index;
mod measure;
mod record;
pub mod rules;
mod words;

pub use dataset::Dataset;
pub use index::Idx;
pub use measure::Goal;
pub use record::{
    Activity, Adoption, Agency, AgencyKind, ArchiveEntry, Beneficiaries, Budget, Cost, Decision, DecisionRef,
    Direction, Domain, Evidence, EvidenceSource, Finding, FindingRef, Indicator, IndicatorValue, Location,
    Manager, Measure, Meeting, Milestone, Neighborhood, Origin, Page, Percent, Photo, Problem, Prose, Reason,
    Record, Reschedule, RolloutStage, Status, SuccessModel, Update, Visit,
};
