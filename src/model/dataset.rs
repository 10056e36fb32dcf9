//! All published records of a run.

use std::ops::Index;

use super::{
    Activity, Agency, ArchiveEntry, Decision, DecisionRef, Domain, Finding, FindingRef, Idx, Meeting,
    Neighborhood, Page, Problem, SuccessModel, Visit,
};

/// The published records, each kind in the byte order of its ids (visits, meetings too); read-only after `content`.
#[derive(Debug, Default)]
pub struct Dataset {
    /// محله‌ها
    pub neighborhoods: Vec<Neighborhood>,
    /// حوزه‌ها
    pub domains: Vec<Domain>,
    /// دستگاه‌ها
    pub agencies: Vec<Agency>,
    /// مسئله‌ها
    pub problems: Vec<Problem>,
    /// فعالیت‌ها, with the reports of `updates/` and the findings of `visits/` joined to them
    pub activities: Vec<Activity>,
    /// بازدیدها
    pub visits: Vec<Visit>,
    /// جلسه‌ها
    pub meetings: Vec<Meeting>,
    /// الگوهای موفق
    pub models: Vec<SuccessModel>,
    /// صفحه‌ها
    pub pages: Vec<Page>,
    /// Earlier editions, in the order of the file.
    pub archive: Vec<ArchiveEntry>,
}

/// Lets a typed index reach its record: `dataset[idx]`.
macro_rules! indexed {
    ($($record:ty => $field:ident),* $(,)?) => {
        $(impl Index<Idx<$record>> for Dataset {
            type Output = $record;
            fn index(&self, idx: Idx<$record>) -> &$record {
                &self.$field[idx.get()]
            }
        })*
    };
}

indexed! {
    Neighborhood => neighborhoods,
    Domain => domains,
    Agency => agencies,
    Problem => problems,
    Activity => activities,
    Visit => visits,
    Meeting => meetings,
    SuccessModel => models,
    Page => pages,
}

impl Index<DecisionRef> for Dataset {
    type Output = Decision;
    fn index(&self, of: DecisionRef) -> &Decision {
        &self[of.meeting].decisions[of.position]
    }
}

impl Index<FindingRef> for Dataset {
    type Output = Finding;
    fn index(&self, of: FindingRef) -> &Finding {
        &self[of.visit].findings[of.position]
    }
}
