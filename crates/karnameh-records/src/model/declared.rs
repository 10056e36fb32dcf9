//! What the declarations say of each kind of record.

use super::kinds;
use crate::fields::{CommonKey, Field, Fields, Key, Record};
use crate::kinds::RecordKind;

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
