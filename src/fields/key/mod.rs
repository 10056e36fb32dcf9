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
/// The limit of any other text, in code points.
pub const TEXT_MAX: usize = 2000;

const TITLE: Kind = Kind::Text { max: TITLE_MAX };
const TEXT: Kind = Kind::Text { max: TEXT_MAX };
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
