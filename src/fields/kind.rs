//! The words in which the table of fields is written: what a field is, and what kinds of value there are.
//!
//! Only descriptions live here; `read` turns a value of the file into a typed one by them. Start reading at [`Field`].

use super::RecordKind;

/// One field of a record: a row of the table.
#[derive(Debug, PartialEq)]
pub struct Field {
    /// The English key, in snake case.
    pub en: &'static str,
    /// The Persian key.
    pub fa: &'static str,
    /// What its value is.
    pub kind: Kind,
    /// Whether a record without it is refused.
    pub required: bool,
    /// What it is for: one Persian sentence.
    pub sentence_fa: &'static str,
    /// What it is for: one English sentence.
    pub sentence_en: &'static str,
    /// A value as a person would type it in YAML; empty where the field holds a map (its fields have examples).
    pub example: &'static str,
}

/// What a value is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kind {
    /// One line.
    Text {
        /// The longest it may be, in code points after NFC; `usize::MAX` where there is no limit.
        max: usize,
    },
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
    Choice(&'static [Choice]),
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
    /// A colour as `#rrggbb`.
    Color,
    /// The name of one of the theme's icons.
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
pub struct Choice {
    /// The English word; the one that the program and the data files use.
    pub en: &'static str,
    /// The Persian word.
    pub fa: &'static str,
}
