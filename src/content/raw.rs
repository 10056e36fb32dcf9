//! Records as the files gave them: typed values with their places, references not yet resolved.
//!
//! A [`Raw`] is a head that every kind has, already in its final form, and the row of its own fields. [`Raws`] holds
//! those of a file, later of all files.

use super::parse::Parsed;
use super::parts::ActivityParts;
use crate::diag::Place;
use crate::fields::key::{self, RecordKey};
use crate::fields::{RecordKind, Row};
use crate::model::{Prose, Record};
use crate::persian::Day;

/// One record as its file gave it.
#[derive(Debug)]
pub(super) struct Raw<K: Titled> {
    pub(super) head: Head,
    pub(super) row: Row<K>,
    /// What was taken out of the row at once.
    pub(super) parts: K::Parts,
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
        Record { id, title: title.into(), aliases, sample, body, at }
    }
}

/// What a kind's rows give beside what every row gives.
pub(super) trait Titled: RecordKey {
    /// The title, where its kind has one.
    const TITLE: Option<Self>;
    /// The date, where its kind always has one.
    const DATE: Option<Self>;
    /// What stands before the date in a title made of it.
    const WORD: &'static str;
    /// What is taken out of a row at once.
    type Parts: std::fmt::Debug + Send;

    /// Takes it out.
    fn parts(row: &mut Row<Self>) -> Self::Parts;
}

macro_rules! titled {
    ($($key:ident $title:expr, $date:expr, $word:literal, $parts:ty, $of:expr;)*) => {
        $(impl Titled for key::$key {
            const TITLE: Option<Self> = $title;
            const DATE: Option<Self> = $date;
            const WORD: &'static str = $word;
            type Parts = $parts;

            fn parts(row: &mut Row<Self>) -> Self::Parts {
                $of(row)
            }
        })*
    };
}

titled! {
    Neighborhood Some(Self::Title), None, "", (), |_| ();
    Domain Some(Self::Title), None, "", (), |_| ();
    Agency Some(Self::Title), None, "", (), |_| ();
    Problem Some(Self::Title), None, "", (), |_| ();
    Activity Some(Self::Title), None, "", ActivityParts, ActivityParts::of;
    Update None, Some(Self::Date), "", (), |_| ();
    Visit Some(Self::Title), Some(Self::Date), "بازدید", (), |_| ();
    Meeting Some(Self::Title), Some(Self::Date), "جلسهٔ", (), |_| ();
    Model Some(Self::Title), None, "", (), |_| ();
    Page Some(Self::Title), None, "", (), |_| ();
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
