//! Typed records that can't hold a wrong value, in a stable order.
//!
//! Each kind of record is declared once, in the file that is named after it: a struct whose fields say how a file
//! writes them, what they are for and what their days mean ([`crate::fields`]). `listed_kinds!` lists the kinds, and
//! whatever is done for every kind alike is made from that list. `content` fills a [`Dataset`], which is cut once at the day of the report; everything after it reads the [`Edition`] that the
//! cut gives, in which nothing is later than that day. A record refers to another by its index ([`Idx`]), so a broken
//! reference can't be written down; vectors are in the byte order of ids, so no later stage sorts for the sake of
//! repeatability. Drafts are not here: they were checked and left out. Start reading at [`Dataset`] and [`Activity`].

mod activity;
mod agency;
mod archive;
mod boundary;
mod cut;
mod dataset;
mod declared;
mod domain;
mod edition;
mod ground;
mod index;
mod iran;
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
pub use dataset::{Dataset, DecisionRef, FindingRef, KindVisitor, Listed, Records};
pub use declared::{about, all_fields, own_fields};
pub use domain::Domain;
pub use edition::{Edition, Later};
pub use ground::{Ground, left_off};
pub use index::Idx;
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

/// Applies a macro to the kinds of which a [`Dataset`] has a list: the name of the kind, the name of its list, its type.
/// What else is given follows them.
macro_rules! listed_kinds {
    ($apply:ident $($also:tt)*) => {
        $apply! {
            Neighborhood neighborhoods $crate::model::Neighborhood;
            Domain domains $crate::model::Domain;
            Agency agencies $crate::model::Agency;
            Problem problems $crate::model::Problem;
            Activity activities $crate::model::Activity;
            Visit visits $crate::model::Visit;
            Meeting meetings $crate::model::Meeting;
            Model models $crate::model::SuccessModel;
            Page pages $crate::model::Page;
            $($also)*
        }
    };
}
pub(crate) use listed_kinds;

/// The same for all kinds: reports, too, which a dataset has in their activities.
macro_rules! kinds {
    ($apply:ident) => {
        $crate::model::listed_kinds! { $apply Update updates $crate::model::Report; }
    };
}
pub(crate) use kinds;
