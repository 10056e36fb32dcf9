//! The table of fields itself, a file for each kind of record.
//!
//! Each row stands once: [`table!`](self) makes of it both the description ([`Field`]) and the key by which
//! `content` asks a [`Row`](super::Row) for the value (`row.date(key::Activity::Due)`), so that the two can't part.
//! Start reading at `activity.rs`, the richest table.

mod activity;
mod agency;
mod archive;
mod common;
mod domain;
mod meeting;
mod model;
mod neighborhood;
mod page;
mod problem;
mod site;
mod update;
mod visit;

pub use activity::{
    Activity, Beneficiaries, Budget, Evidence, Indicator, InlineUpdate, Measured, Milestone, Reschedule,
};
pub use agency::Agency;
pub use archive::ArchiveEntry;
pub use common::{Common, PhotoKey};
pub use domain::Domain;
pub use meeting::{Decision, Meeting};
pub use model::{Adoption, Model, Origin};
pub use neighborhood::{Location, Manager, Neighborhood};
pub use page::Page;
pub use problem::Problem;
pub use site::{Progress, Site, Term, Terms};
pub use update::Update;
pub use visit::{Finding, Visit};

use super::{Field, Kind, RecordKind};

/// The keys of one table.
pub trait Key: Copy + 'static {
    /// The table, in the order of the keys.
    const FIELDS: &'static [Field];

    /// The position of this key in the table.
    fn index(self) -> usize;

    /// The row of this key.
    fn field(self) -> &'static Field {
        &Self::FIELDS[self.index()]
    }
}

/// The keys of a kind of record, beside those of [`Common`].
pub trait RecordKey: Key {
    /// The kind.
    const KIND: RecordKind;
}

/// A title's limit, in code points.
pub const TITLE_MAX: usize = 300;

const TITLE: Kind = Kind::Text { max: TITLE_MAX };
const TEXT: Kind = Kind::Text { max: usize::MAX };
const TEXTS: Kind = Kind::List(&TEXT);
const PROSES: Kind = Kind::List(&Kind::Prose);
const PHOTOS: Kind = Kind::List(&Kind::Photo);

/// Declares a table: its keys as an enum and its rows as [`Field`]s.
///
/// A row reads: the key, its English and Persian names, `required` or `optional`; its kind; what it is for in Persian
/// and in English; an example.
macro_rules! table {
    ($(#[$about:meta])* $name:ident $(of $kind:ident)? {
        $($key:ident $en:literal $fa:literal $need:ident, $value:expr, $sentence_fa:literal, $sentence_en:literal,
            $example:literal;)*
    }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name {
            $(#[doc = concat!("`", $en, "` (", $fa, "): ", $sentence_en)] $key,)*
        }

        impl $crate::fields::key::Key for $name {
            const FIELDS: &'static [$crate::fields::Field] = &[$($crate::fields::Field {
                en: $en,
                fa: $fa,
                kind: $value,
                required: $crate::fields::key::table!(@ $need),
                sentence_fa: $sentence_fa,
                sentence_en: $sentence_en,
                example: $example,
            },)*];

            fn index(self) -> usize {
                self as usize
            }
        }

        $(impl $crate::fields::key::RecordKey for $name {
            const KIND: $crate::fields::RecordKind = $crate::fields::RecordKind::$kind;
        })?
    };
    (@ required) => { true };
    (@ optional) => { false };
}
use table;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::fields::RecordKind;
    use crate::persian::text::{clean, fold_key};

    fn check(fields: &[&'static Field], path: &str) {
        let mut names = BTreeSet::new();
        for field in fields {
            let path = format!("{path}.{}", field.en);
            for name in [field.en, field.fa] {
                assert!(names.insert(fold_key(name)), "{path}: {name} is two fields");
            }
            for text in [field.fa, field.sentence_fa, field.sentence_en, field.example] {
                assert_eq!(clean(text).expect("clean").text, text, "{path}");
            }
            assert!(field.sentence_fa.ends_with('.') && field.sentence_en.ends_with('.'), "{path}");
            match field.kind {
                Kind::Map(inner) | Kind::List(&Kind::Map(inner)) => {
                    check(&inner.iter().collect::<Vec<_>>(), &path);
                }
                Kind::Choice(choices) => {
                    let words: BTreeSet<String> = choices
                        .iter()
                        .flat_map(|choice| [fold_key(choice.en), fold_key(choice.fa)])
                        .collect();
                    assert_eq!(words.len(), 2 * choices.len(), "{path}");
                }
                _ => {}
            }
        }
    }

    #[test]
    fn names_are_one_field_each_and_sentences_are_clean() {
        for kind in RecordKind::ALL {
            check(&kind.fields().collect::<Vec<_>>(), kind.en());
            assert_eq!(RecordKind::find(kind.fa()), Some(kind));
            assert_eq!(RecordKind::find(kind.folder()), Some(kind));
        }
        for table in [Site::FIELDS, ArchiveEntry::FIELDS, PhotoKey::FIELDS] {
            check(&table.iter().collect::<Vec<_>>(), "");
        }
    }

    #[test]
    fn keys_are_positions() {
        assert_eq!(Activity::Due.field().en, "due");
        assert_eq!(Site::Progress.field().en, "progress");
        assert_eq!(Common::Body.field().fa, "شرح کامل");
    }
}
