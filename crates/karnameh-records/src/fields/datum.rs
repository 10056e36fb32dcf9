//! A value on its way out: of a field, of a figure, of a cell of a table.
//!
//! Whoever writes values (tables, record files, packages, `progress.json`, `diff`) decides by [`Datum`] alone how each
//! is written. A record is still a position here: what writes it knows the records and says which name they go by.

use std::borrow::Cow;
use std::fmt;

use serde::ser::Error as _;
use serde::{Serialize, Serializer};

use super::declare::{Choice, Fields, Key as _};
use super::head::Photo;
use super::kind::{Field, Word};
use crate::diag::Place;
use crate::kinds::RecordKind;
use crate::markdown::Document;
use crate::persian::Day;
use crate::persian::numbers::is_same;
use crate::persian::text::Text;

/// A value of whatever type; numbers are not rounded.
#[derive(Debug, Clone, PartialEq)]
pub enum Datum<'a> {
    /// Unknown, or none.
    Absent,
    /// A line, an id or a title.
    Text(Cow<'a, str>),
    /// Markdown, and where it stands if that is known.
    Prose(&'a Document, Option<&'a Place>),
    /// A civil day.
    Day(Day),
    /// A number; percents are 0–100 and shares 0–1.
    Number(f64),
    /// A whole number.
    Whole(i128),
    /// Yes or no.
    Bool(bool),
    /// A word of a list.
    Choice(&'static Word),
    /// A record: its kind and its position.
    Record(RecordKind, usize),
    /// A photo.
    Photo(&'a Photo),
    /// Several values.
    List(Vec<Datum<'a>>),
    /// A map with fields of its own.
    Map(&'a dyn DynFields),
}

impl Datum<'_> {
    /// Returns whether two values are the same; numbers with the slack of F28.
    pub fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => is_same(*a, *b),
            (Self::List(a), Self::List(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.is(b)),
            _ => self == other,
        }
    }
}

/// As JSON has it: days in ISO 8601, choices by their English words, prose as plain text.
impl Serialize for Datum<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent => serializer.serialize_none(),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Prose(prose, _) => serializer.serialize_str(&prose.plain),
            Self::Day(day) => serializer.collect_str(&day.gregorian()),
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Whole(number) => serializer.serialize_i128(*number),
            Self::Bool(yes) => serializer.serialize_bool(*yes),
            Self::Choice(word) => serializer.serialize_str(word.en),
            Self::Photo(photo) => serializer.serialize_str(&photo.file),
            Self::List(items) => items.serialize(serializer),
            Self::Record(..) | Self::Map(_) => {
                Err(S::Error::custom("a record or a map is written by what knows its names"))
            }
        }
    }
}

/// [`Fields`] of a type that is not known.
pub trait DynFields {
    /// The fields with their values, in the order of the table.
    fn data(&self) -> Vec<(&'static Field, Datum<'_>)>;
}

impl<T: Fields> DynFields for T {
    fn data(&self) -> Vec<(&'static Field, Datum<'_>)> {
        T::Key::ALL.iter().map(|&key| (key.field(), self.datum_of(key))).collect()
    }
}

impl fmt::Debug for dyn DynFields + '_ {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.data().iter().map(|(field, value)| (field.en, value))).finish()
    }
}

impl PartialEq for dyn DynFields + '_ {
    fn eq(&self, other: &Self) -> bool {
        self.data() == other.data()
    }
}

impl<'a> From<&'a str> for Datum<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<Cow<'a, str>> for Datum<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

impl From<String> for Datum<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<&'a Box<str>> for Datum<'a> {
    fn from(text: &'a Box<str>) -> Self {
        (&**text).into()
    }
}

impl<'a> From<&'a Text> for Datum<'a> {
    fn from(text: &'a Text) -> Self {
        text.typed().into()
    }
}

impl From<Day> for Datum<'_> {
    fn from(day: Day) -> Self {
        Self::Day(day)
    }
}

impl From<f64> for Datum<'_> {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

/// Whole numbers of all sizes.
macro_rules! whole {
    ($($number:ty)*) => {
        $(
            impl From<$number> for Datum<'_> {
                fn from(number: $number) -> Self {
                    Self::Whole(number.into())
                }
            }
        )*
    };
}
whole!(i32 u32 u64);

impl From<usize> for Datum<'_> {
    fn from(number: usize) -> Self {
        Self::Whole(number as i128)
    }
}

impl From<bool> for Datum<'_> {
    fn from(yes: bool) -> Self {
        Self::Bool(yes)
    }
}

impl<T: Choice> From<T> for Datum<'_> {
    fn from(choice: T) -> Self {
        Self::Choice(choice.word())
    }
}

impl<'a, T: Into<Datum<'a>>> From<Option<T>> for Datum<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Absent, Into::into)
    }
}

impl<'a, T: Into<Datum<'a>>> FromIterator<T> for Datum<'a> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }
}
