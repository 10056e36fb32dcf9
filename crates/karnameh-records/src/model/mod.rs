//! Typed records that can't hold a wrong value, in a stable order.
//!
//! Each kind of record is declared once, in the file that is named after it: a struct whose fields say how a file
//! writes them, what they are for and what their days mean ([`crate::fields`]). `kinds` lists the kinds. `content`
//! fills a [`Dataset`], which is cut once at the day of the report; everything after it reads the [`Edition`] that the
//! cut gives, in which nothing is later than that day. A record refers to another by its index ([`Idx`]), so a broken
//! reference can't be written down; vectors are in the byte order of ids, so no later stage sorts for the sake of
//! repeatability. Drafts are not here: they were checked and left out. Start reading at [`Dataset`] and [`Activity`].

mod activity;
mod agency;
mod archive;
mod boundary;
mod cut;
mod dataset;
mod domain;
mod edition;
mod ground;
mod index;
mod iran;
mod kinds;
mod known;
mod measure;
mod meeting;
mod neighborhood;
mod page;
mod parts;
mod percent;
pub mod plausible;
mod problem;
mod report;
pub mod rules;
mod success_model;
mod visit;

pub use activity::{Activity, Measure, Status, WholeRecord};
pub use agency::{Agency, AgencyKind};
pub use archive::ArchiveEntry;
pub use boundary::{Boundary, Polygon};
pub use dataset::{Dataset, DecisionRef, FindingRef};
pub use domain::Domain;
pub use edition::{Counts, Edition, Later};
pub use ground::{Ground, left_off};
pub use index::Idx;
pub(crate) use kinds::kinds;
pub use kinds::{about, all_fields, own_fields};
pub use known::Occurrence;
pub use measure::Goal;
pub use meeting::{Decision, DecisionName, Meeting};
pub use neighborhood::{Location, Manager, Neighborhood, RolloutStage};
pub use page::Page;
pub use parts::{
    Beneficiaries, Budget, Direction, Evidence, EvidenceSource, Handover, Indicator, IndicatorValue,
    Milestone, Reason, Reschedule, Update,
};
pub use percent::Percent;
pub use problem::Problem;
pub use report::Report;
pub use success_model::{Adoption, Cost, Origin, SuccessModel};
pub use visit::{Finding, Visit};

pub use crate::fields::{Head, Photo, Prose};
pub use crate::kinds::RecordKind;

/// The keys of the fields, by what they are fields of.
pub mod key {
    pub use super::activity::ActivityKey as Activity;
    pub use super::agency::AgencyKey as Agency;
    pub use super::archive::ArchiveEntryKey as ArchiveEntry;
    pub use super::domain::DomainKey as Domain;
    pub use super::meeting::{DecisionKey as Decision, MeetingKey as Meeting};
    pub use super::neighborhood::{
        LocationKey as Location, ManagerKey as Manager, NeighborhoodKey as Neighborhood,
    };
    pub use super::page::PageKey as Page;
    pub use super::parts::{
        BeneficiariesKey as Beneficiaries, BudgetKey as Budget, EvidenceKey as Evidence,
        HandoverKey as Handover, IndicatorKey as Indicator, IndicatorValueKey as IndicatorValue,
        MilestoneKey as Milestone, RescheduleKey as Reschedule, UpdateKey as Update,
    };
    pub use super::problem::ProblemKey as Problem;
    pub use super::report::ReportKey as Report;
    pub use super::success_model::{
        AdoptionKey as Adoption, OriginKey as Origin, SuccessModelKey as SuccessModel,
    };
    pub use super::visit::{FindingKey as Finding, VisitKey as Visit};
    pub use crate::fields::{CommonKey as Common, PhotoKey as Photo};
}
