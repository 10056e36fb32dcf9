//! The records of each kind, listed once.
//!
//! [`kinds!`] hands the list to a macro: whatever is done for every kind alike (the raw records of a file, the index of
//! names, drafts that are left out, the dataset) is made from it, so that no kind can be forgotten in one of them.

use crate::fields::{CommonKey, Field, Fields, Key, Record};
use crate::kinds::RecordKind;

/// Applies a macro to all kinds of record: the name of the kind, the name of its list, its type.
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

macro_rules! declarations {
    ($($kind:ident $list:ident $record:ty;)*) => {
        /// The fields that a kind has beside those of every record, in the order of its declaration.
        pub fn own_fields(kind: RecordKind) -> &'static [Field] {
            match kind {
                $(RecordKind::$kind => <$record as Fields>::Key::FIELDS,)*
            }
        }

        /// What the records of a kind are for: an English sentence.
        pub fn about(kind: RecordKind) -> &'static str {
            match kind {
                $(RecordKind::$kind => <$record as Record>::ABOUT,)*
            }
        }
    };
}

kinds!(declarations);

/// All fields of a kind in the order in which a person would write them: the id, its own, then the others that every
/// record has.
pub fn all_fields(kind: RecordKind) -> impl Iterator<Item = &'static Field> {
    let (id, others) = CommonKey::FIELDS.split_at(1);
    id.iter().chain(own_fields(kind)).chain(others)
}
