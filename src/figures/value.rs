//! The value of a figure, as it was measured or as it was read back from a file.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use crate::persian::Day;
use crate::persian::numbers::is_same;

/// The value of a figure; numbers are not rounded.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// Unknown, or none.
    Absent,
    /// A word, an id or a title.
    Text(Cow<'a, str>),
    /// Ids.
    Ids(Vec<Cow<'a, str>>),
    /// A civil day.
    Day(Day),
    /// A number.
    Number(f64),
    /// A whole number.
    Whole(i64),
    /// Yes or no.
    Flag(bool),
    /// Numbers or unknown.
    Ratios(Cow<'a, [Option<f64>]>),
}

impl Value<'_> {
    /// Says whether two values are the same; numbers with the slack of F28.
    pub fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => is_same(*a, *b),
            (Self::Ratios(a), Self::Ratios(b)) => {
                let same = |(a, b): (&Option<f64>, &Option<f64>)| match (a, b) {
                    (Some(a), Some(b)) => is_same(*a, *b),
                    (a, b) => a.is_none() && b.is_none(),
                };
                a.len() == b.len() && a.iter().zip(b.iter()).all(same)
            }
            _ => self == other,
        }
    }
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent => serializer.serialize_none(),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Ids(ids) => ids.serialize(serializer),
            Self::Day(day) => serializer.serialize_str(&day.iso()),
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Whole(number) => serializer.serialize_i64(*number),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Ratios(ratios) => ratios.serialize(serializer),
        }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<Cow<'a, str>> for Value<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

impl From<Day> for Value<'_> {
    fn from(day: Day) -> Self {
        Self::Day(day)
    }
}

impl From<f64> for Value<'_> {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<i32> for Value<'_> {
    fn from(number: i32) -> Self {
        Self::Whole(number.into())
    }
}

impl From<u64> for Value<'_> {
    fn from(number: u64) -> Self {
        Self::Whole(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Whole(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<bool> for Value<'_> {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Absent, Into::into)
    }
}
