//! The words in which the table of fields is written: what a field is, and what kinds of value there are.
//!
//! Only descriptions live here; `read` turns a value of the file into a typed one by them. Start reading at [`Field`].

use crate::kinds::RecordKind;
use crate::persian::text::fold_key;

/// One field of a record: a row of the table.
#[derive(Debug, PartialEq)]
pub struct Field {
    /// The English key, in snake case.
    pub en: &'static str,
    /// The Persian key.
    pub fa: &'static str,
    /// Other names that people give it: those that pages print beside its value, and common synonyms.
    pub also: &'static [&'static str],
    /// What its value is.
    pub kind: Kind,
    /// Whether a record without it is refused.
    pub required: bool,
    /// What its day means for the report of an earlier day.
    pub time: Time,
    /// Whether a package hands it on.
    pub disclosure: Disclosure,
    /// What it is for: one Persian sentence.
    pub sentence_fa: &'static str,
    /// What it is for: one English sentence.
    pub sentence_en: &'static str,
    /// A value as a person would type it in YAML; empty where the field holds a map (its fields have examples).
    pub example: &'static str,
}

impl Field {
    /// All its names, the English key first and the Persian one second.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        [self.en, self.fa].into_iter().chain(self.also.iter().copied())
    }

    /// Returns whether a key is a name of it, as it is declared.
    pub(super) fn is_named(&self, typed: &str) -> bool {
        self.names().any(|name| name == typed)
    }

    /// Returns whether a folded key is a name of it.
    pub fn is_called(&self, folded: &str) -> bool {
        self.names().any(|name| fold_key(name) == folded)
    }

    /// The fields of the map or maps that it holds.
    pub fn inner(&self) -> Option<&'static [Field]> {
        match self.kind {
            Kind::Map(fields) | Kind::List(&Kind::Map(fields)) => Some(fields),
            _ => None,
        }
    }
}

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// One line.
    Text {
        /// The longest it may be, in code points after NFC; `usize::MAX` where there is no limit.
        max: usize,
    },
    /// A few words by which a record is found. They have no comma: it separates them from the next.
    Tag,
    /// Markdown, of any number of lines.
    Prose,
    /// `a-z0-9-`, 1–80 characters, beginning and ending with a letter or digit.
    Id,
    /// A Solar Hijri or Gregorian date.
    Date,
    /// A number with a fraction or without.
    Number(Range),
    /// A whole number.
    Whole {
        /// The least it may be.
        min: u64,
    },
    /// 0–100, with or without the sign.
    Percent,
    /// Whole rials, not negative.
    Money,
    /// «بله» or «خیر».
    Bool,
    /// An absolute http(s) address without user info.
    Url,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// One word of a list.
    Choice(&'static [Word]),
    /// A record, by its id, its title or an alias.
    Ref(RecordKind),
    /// A decision, as `meeting/decision`.
    DecisionRef,
    /// A file under `content/media/`.
    MediaFile,
    /// A file under `content/media/`, alone or with a text that tells what it shows.
    Photo,
    /// A `.geojson` file under `content/neighborhoods/`.
    BoundaryFile,
    /// A color as `#rrggbb`.
    Color,
    /// The name of an icon of the theme.
    Icon,
    /// The name of a folder under `themes/`.
    Theme,
    /// The code of a finding of the privacy guard (`K06…`).
    Code,
    /// A SHA-256 digest, 64 hexadecimal digits.
    Digest,
    /// Several values; a single one stands for a list of one.
    List(&'static Kind),
    /// A map with fields of its own.
    Map(&'static [Field]),
}

/// The numbers that a field takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// The least; `-∞` where there is none.
    pub min: f64,
    /// The greatest; `∞` where there is none.
    pub max: f64,
    /// Whether `min` itself is refused.
    pub above: bool,
}

impl Range {
    /// Every number.
    pub const ANY: Self = Self::between(f64::NEG_INFINITY, f64::INFINITY);
    /// Greater than zero.
    pub const POSITIVE: Self = Self { min: 0.0, max: f64::INFINITY, above: true };
    /// Zero or greater.
    pub const NOT_NEGATIVE: Self = Self::between(0.0, f64::INFINITY);

    /// From `min` to `max`, both included.
    pub const fn between(min: f64, max: f64) -> Self {
        Self { min, max, above: false }
    }

    /// Says whether a number lies in it.
    pub fn holds(&self, number: f64) -> bool {
        number <= self.max && if self.above { number > self.min } else { number >= self.min }
    }
}

/// A word that a [`Kind::Choice`] takes.
#[derive(Debug, PartialEq, Eq)]
pub struct Word {
    /// The English word; the one that the program and the data files use.
    pub en: &'static str,
    /// The Persian word.
    pub fa: &'static str,
}

/// What the day of a field means for a report as of an earlier day (F2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    /// Nothing: the value is taken as it stands.
    Undated,
    /// A plan: it is known before its day.
    Plan,
    /// An event: before its day the value does not exist. A row that can't do without the value doesn't exist either.
    Event,
    /// Before its day the whole row does not exist.
    Existence,
}

/// Whether a value goes along when a record leaves the house in a package.
///
/// The site publishes what records say, so a package hands it on: a new field travels unless its declaration keeps it
/// back. What names or describes a person, or where money comes from, is declared `private`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disclosure {
    /// It goes along.
    Public,
    /// It is a count of people, which goes along unless it is small (F29).
    People,
    /// It never goes along.
    Private,
}

impl Kind {
    /// A title.
    pub const TITLE: Self = Self::Text { max: TITLE_MAX };
    /// A line of any length.
    pub const TEXT: Self = Self::Text { max: usize::MAX };

    /// Returns whether values of this kind and of another are kept in the same way, so that a type that holds the one
    /// holds the other.
    pub const fn has_shape_of(&self, other: &Self) -> bool {
        match (self.shape(), other.shape()) {
            (Shape::List, Shape::List) => match (self, other) {
                (Self::List(one), Self::List(other)) => one.has_shape_of(other),
                _ => false,
            },
            (one, other) => one as u8 == other as u8,
        }
    }

    const fn shape(&self) -> Shape {
        match self {
            Self::Text { .. }
            | Self::Tag
            | Self::Prose
            | Self::Id
            | Self::Url
            | Self::Email
            | Self::Phone
            | Self::MediaFile
            | Self::BoundaryFile
            | Self::Color
            | Self::Icon
            | Self::Theme
            | Self::Code
            | Self::Digest => Shape::Text,
            Self::Date => Shape::Date,
            Self::Number(_) | Self::Percent => Shape::Number,
            Self::Whole { .. } | Self::Money => Shape::Whole,
            Self::Bool => Shape::Bool,
            Self::Choice(_) => Shape::Choice,
            Self::Ref(_) => Shape::Ref,
            Self::DecisionRef => Shape::Decision,
            Self::Photo => Shape::Photo,
            Self::List(_) => Shape::List,
            Self::Map(_) => Shape::Map,
        }
    }
}

/// How a value is kept once it is read.
#[derive(Clone, Copy)]
enum Shape {
    Text,
    Date,
    Number,
    Whole,
    Bool,
    Choice,
    Ref,
    Decision,
    Photo,
    List,
    Map,
}

/// A title's limit, in code points.
pub const TITLE_MAX: usize = 300;
