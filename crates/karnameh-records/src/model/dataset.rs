//! All published records of a run.

use std::ops::Index;

use super::{
    Activity, Agency, ArchiveEntry, Boundary, Decision, Domain, Finding, Idx, Meeting, Neighborhood, Page,
    Problem, RecordKind, SuccessModel, Visit, kinds,
};
use crate::fields::{DynFields, Head, Record};

/// The published records, each kind in the byte order of its ids (visits, meetings too), whatever their dates: only
/// [`Dataset::cut`] says which of them exist on a day.
#[derive(Debug, Clone, Default)]
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
    /// The areas that neighborhoods name, in the byte order of their files.
    pub boundaries: Vec<Boundary>,
    /// Earlier editions, in the order of the file.
    pub archive: Vec<ArchiveEntry>,
}

impl Dataset {
    /// The area of a neighborhood, where its record names one.
    pub fn boundary(&self, neighborhood: Idx<Neighborhood>) -> Option<&Boundary> {
        let file = self[neighborhood].boundary.as_deref()?;
        let at = self.boundaries.binary_search_by(|boundary| (*boundary.file).cmp(file)).ok()?;
        Some(&self.boundaries[at])
    }
}

/// Lets a typed index reach its record: `dataset[idx]`. Reports are joined to their activities and have no list.
macro_rules! indexed {
    () => {};
    ($kind:ident updates $record:ty; $($rest:tt)*) => { indexed! { $($rest)* } };
    ($kind:ident $list:ident $record:ty; $($rest:tt)*) => {
        impl Index<Idx<$record>> for Dataset {
            type Output = $record;

            fn index(&self, idx: Idx<$record>) -> &$record {
                &self.$list[idx.get()]
            }
        }
        indexed! { $($rest)* }
    };
}

kinds!(indexed);

/// Reaches a record whose kind is known only at run time.
macro_rules! by_kind {
    ($($kind:ident $list:ident $record:ty;)*) => {
        by_kind! { @arms [] $($kind $list $record;)* }
    };
    (@arms [$($done:ident $place:ident)*] $kind:ident updates $record:ty; $($rest:tt)*) => {
        by_kind! { @arms [$($done $place)*] $($rest)* }
    };
    (@arms [$($done:ident $place:ident)*] $kind:ident $list:ident $record:ty; $($rest:tt)*) => {
        by_kind! { @arms [$($done $place)* $kind $list] $($rest)* }
    };
    (@arms [$($kind:ident $list:ident)*]) => {
        impl Dataset {
            /// What every record has, of the record of a kind at a position.
            pub fn head(&self, kind: RecordKind, position: usize) -> Option<&Head> {
                match kind {
                    $(RecordKind::$kind => self.$list.get(position).map(Record::head),)*
                    RecordKind::Update => None,
                }
            }

            /// The fields of the record of a kind at a position.
            pub fn fields(&self, kind: RecordKind, position: usize) -> Option<&dyn DynFields> {
                match kind {
                    $(RecordKind::$kind => self.$list.get(position).map(|record| record as &dyn DynFields),)*
                    RecordKind::Update => None,
                }
            }
        }
    };
}

kinds!(by_kind);

/// A decision by its meeting and its position there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DecisionRef {
    /// The meeting.
    pub meeting: Idx<Meeting>,
    /// The position in its `decisions`.
    pub position: usize,
}

/// A finding by its visit and its position there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FindingRef {
    /// The visit.
    pub visit: Idx<Visit>,
    /// The position in its `findings`.
    pub position: usize,
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
