//! All published records of a run.

use std::ops::Index;

use super::{
    ArchiveEntry, Boundary, Decision, Finding, Idx, Meeting, Neighborhood, RecordKind, Visit, listed_kinds,
};
use crate::fields::{DynFields, Head, Record};

macro_rules! dataset {
    ($($kind:ident $list:ident $record:ty;)*) => {
        /// The published records, each kind in the byte order of its ids (visits, meetings too), whatever their dates:
        /// only [`Dataset::cut`] says which of them exist on a day. Activities have the reports of `updates/` and the
        /// findings of `visits/` joined to them.
        #[derive(Debug, Clone, Default)]
        pub struct Dataset {
            $(#[doc = concat!("Each [`", stringify!($kind), "`](RecordKind::", stringify!($kind), ").")]
            pub $list: Vec<$record>,)*
            /// The areas that neighborhoods name, in the byte order of their files.
            pub boundaries: Vec<Boundary>,
            /// Earlier editions, in the order of the file.
            pub archive: Vec<ArchiveEntry>,
        }

        $(impl Listed for $record {
            fn list(dataset: &Dataset) -> &Vec<Self> {
                &dataset.$list
            }

            fn list_mut(dataset: &mut Dataset) -> &mut Vec<Self> {
                &mut dataset.$list
            }
        })*

        impl Dataset {
            /// Shows the type of each kind of which a dataset has a list.
            pub fn each_kind(visitor: &mut impl KindVisitor) {
                $(visitor.kind::<$record>();)*
            }

            /// The records of a kind that is known only at run time.
            pub fn of_kind(&self, kind: RecordKind) -> &dyn Records {
                match kind {
                    $(RecordKind::$kind => &self.$list,)*
                    RecordKind::Update => &NO_REPORTS,
                }
            }
        }
    };
}

listed_kinds!(dataset);

/// Reports are joined to their activities and have no list.
static NO_REPORTS: Vec<super::Report> = Vec::new();

/// A kind of record of which a dataset has a list.
pub trait Listed: Record + Send {
    /// Its records.
    fn list(dataset: &Dataset) -> &Vec<Self>;

    /// The same, to be changed.
    fn list_mut(dataset: &mut Dataset) -> &mut Vec<Self>;
}

/// What is done for every kind of record alike, each by its type.
pub trait KindVisitor {
    /// Does it for one kind.
    fn kind<T: Listed + 'static>(&mut self);
}

/// The records of one kind, whatever it is.
pub trait Records {
    /// What every record has, of the one at a position.
    fn head(&self, position: usize) -> Option<&Head>;

    /// The fields of the record at a position.
    fn fields(&self, position: usize) -> Option<&dyn DynFields>;

    /// How many there are.
    fn count(&self) -> usize;

    /// The position of the one with an id.
    fn position(&self, id: &str) -> Option<usize>;
}

impl<T: Record> Records for Vec<T> {
    fn head(&self, position: usize) -> Option<&Head> {
        self.get(position).map(Record::head)
    }

    fn fields(&self, position: usize) -> Option<&dyn DynFields> {
        self.get(position).map(|record| record as &dyn DynFields)
    }

    fn count(&self) -> usize {
        self.len()
    }

    fn position(&self, id: &str) -> Option<usize> {
        self.binary_search_by(|record| (*record.head().id).cmp(id)).ok()
    }
}

impl Dataset {
    /// What every record has, of the record of a kind at a position.
    pub fn head(&self, kind: RecordKind, position: usize) -> Option<&Head> {
        self.of_kind(kind).head(position)
    }

    /// What every record has, of each record of a kind.
    pub fn heads(&self, kind: RecordKind) -> impl Iterator<Item = &Head> {
        let records = self.of_kind(kind);
        (0..records.count()).filter_map(move |position| records.head(position))
    }

    /// The fields of the record of a kind at a position.
    pub fn fields(&self, kind: RecordKind, position: usize) -> Option<&dyn DynFields> {
        self.of_kind(kind).fields(position)
    }

    /// The area of a neighborhood, where its record names one.
    pub fn boundary(&self, neighborhood: Idx<Neighborhood>) -> Option<&Boundary> {
        let file = self[neighborhood].boundary.as_deref()?;
        let at = self.boundaries.binary_search_by(|boundary| (*boundary.file).cmp(file)).ok()?;
        Some(&self.boundaries[at])
    }
}

impl<T: Listed> Index<Idx<T>> for Dataset {
    type Output = T;

    fn index(&self, idx: Idx<T>) -> &T {
        &T::list(self)[idx.get()]
    }
}

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
