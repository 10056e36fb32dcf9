//! Records as the files gave them: typed values with their places, references not yet resolved.
//!
//! A [`Raw`] is a head that every kind has, already in its final form, and the row of its own fields. [`Raws`] holds
//! those of a file, later of all files.

use super::parse::Parsed;
use crate::diag::Place;
use crate::fields::key::{self, RecordKey};
use crate::fields::{RecordKind, Row};
use crate::model::{Prose, Record};
use crate::persian::Day;

/// One record as its file gave it.
#[derive(Debug)]
pub(super) struct Raw<K: RecordKey> {
    pub(super) head: Head,
    pub(super) row: Row<K>,
}

/// What every record has.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) id: Box<str>,
    /// Given or made; empty for updates, which have none.
    pub(super) title: Box<str>,
    pub(super) aliases: Vec<Box<str>>,
    pub(super) draft: bool,
    pub(super) sample: bool,
    pub(super) body: Option<Prose>,
    /// The date of a visit, a meeting or an update.
    pub(super) date: Option<Day>,
    pub(super) at: Place,
}

impl Head {
    /// What the model keeps of it.
    pub(super) fn record(self) -> Record {
        let Self { id, title, aliases, draft: _, sample, body, date: _, at } = self;
        Record { id, title, aliases, sample, body, at }
    }
}

/// A kind whose rows give a title or a date.
pub(super) trait Titled: RecordKey {
    /// The title, where its kind has one.
    const TITLE: Option<Self>;
    /// The date, where its kind always has one.
    const DATE: Option<Self>;
    /// What stands before the date in a title made of it.
    const WORD: &'static str;
}

macro_rules! titled {
    ($($key:ident $title:expr, $date:expr, $word:literal;)*) => {
        $(impl Titled for key::$key {
            const TITLE: Option<Self> = $title;
            const DATE: Option<Self> = $date;
            const WORD: &'static str = $word;
        })*
    };
}

titled! {
    Neighborhood Some(Self::Title), None, "";
    Domain Some(Self::Title), None, "";
    Agency Some(Self::Title), None, "";
    Problem Some(Self::Title), None, "";
    Activity Some(Self::Title), None, "";
    Update None, Some(Self::Date), "";
    Visit Some(Self::Title), Some(Self::Date), "بازدید";
    Meeting Some(Self::Title), Some(Self::Date), "جلسهٔ";
    Model Some(Self::Title), None, "";
    Page Some(Self::Title), None, "";
}

/// Declares [`Raws`] and what is done for all kinds alike.
macro_rules! raws {
    ($($field:ident $key:ident;)*) => {
        /// The records of a file or of all files, by kind.
        #[derive(Debug, Default)]
        pub(super) struct Raws {
            $(pub(super) $field: Vec<Raw<key::$key>>,)*
        }

        impl Raws {
            /// Reads the records of a parsed file by the table of their kind.
            pub(super) fn of(kind: RecordKind, parsed: &mut Parsed<'_>) -> Self {
                let mut raws = Self::default();
                match kind {
                    $(RecordKind::$key => raws.$field = parsed.records(),)*
                }
                raws
            }

            /// Adds those of another file.
            pub(super) fn append(&mut self, mut other: Self) {
                $(self.$field.append(&mut other.$field);)*
            }

            /// How many there are.
            pub(super) fn count(&self) -> usize {
                [$(self.$field.len()),*].iter().sum()
            }
        }
    };
}

raws! {
    neighborhoods Neighborhood;
    domains Domain;
    agencies Agency;
    problems Problem;
    activities Activity;
    updates Update;
    visits Visit;
    meetings Meeting;
    models Model;
    pages Page;
}
