//! The kinds of record, listed once.
//!
//! [`kinds!`] hands the list to a macro: whatever is done for every kind alike (the folders that are walked, the raw
//! records of a file, the index of names, drafts that are left out, the dataset) is made from it, so that no kind can
//! be forgotten in one of them.

use crate::fields::{CommonKey, Field, Key, KindNames, Record};
use crate::persian::text::fold_key;

/// Applies a macro to all kinds of record, each after those that it mostly refers to: the name of the kind, the name
/// of its list, its type.
macro_rules! kinds {
    ($apply:ident) => {
        $apply! {
            Neighborhood neighborhoods $crate::model::Neighborhood;
            Domain domains $crate::model::Domain;
            Agency agencies $crate::model::Agency;
            Problem problems $crate::model::Problem;
            Activity activities $crate::model::Activity;
            Update updates $crate::model::Report;
            Visit visits $crate::model::Visit;
            Meeting meetings $crate::model::Meeting;
            Model models $crate::model::SuccessModel;
            Page pages $crate::model::Page;
        }
    };
}
pub(crate) use kinds;

macro_rules! record_kind {
    ($($kind:ident $list:ident $record:ty;)*) => {
        /// A kind of record.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum RecordKind {
            $(#[doc = concat!("[`", stringify!($record), "`]")] $kind,)*
        }

        impl RecordKind {
            /// All kinds, each after those that it mostly refers to.
            pub const ALL: &'static [Self] = &[$(Self::$kind),*];

            /// How it is called.
            pub fn names(self) -> &'static KindNames {
                match self {
                    $(Self::$kind => &<$record as Record>::NAMES,)*
                }
            }

            /// The fields that it has beside those of every record, in the order of its declaration.
            pub fn own_fields(self) -> &'static [Field] {
                match self {
                    $(Self::$kind => <$record as crate::fields::Fields>::Key::FIELDS,)*
                }
            }
        }

        $(impl Kind for $record {
            const KIND: RecordKind = RecordKind::$kind;
        })*
    };
}

kinds!(record_kind);

/// A record that [`kinds!`] lists.
pub trait Kind: Record {
    /// Its kind.
    const KIND: RecordKind;
}

impl RecordKind {
    /// The folder under `content/` that holds its records.
    pub fn folder(self) -> &'static str {
        self.names().folder
    }

    /// Its English name in the singular.
    pub fn en(self) -> &'static str {
        self.names().en
    }

    /// Its Persian name in the singular.
    pub fn fa(self) -> &'static str {
        self.names().fa
    }

    /// Finds a kind by its English or Persian name or its folder, folded.
    pub fn find(name: &str) -> Option<Self> {
        let name = fold_key(name);
        let is_called =
            |kind: &Self| [kind.en(), kind.fa(), kind.folder()].iter().any(|known| fold_key(known) == name);
        Self::ALL.iter().copied().find(is_called)
    }

    /// All its fields in the order in which a person would write them: the id, its own, then the others that every
    /// record has.
    pub fn fields(self) -> impl Iterator<Item = &'static Field> {
        let (id, others) = CommonKey::FIELDS.split_at(1);
        id.iter().chain(self.own_fields()).chain(others)
    }
}

impl From<&'static KindNames> for RecordKind {
    /// The kind that has these names. Only kinds of the list have names.
    fn from(names: &'static KindNames) -> Self {
        let kind = Self::ALL.iter().copied().find(|kind| kind.folder() == names.folder);
        kind.expect("every kind of record is on the list")
    }
}
