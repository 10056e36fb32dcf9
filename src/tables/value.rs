//! A cell of a published table, before a format writes it.

use std::borrow::Cow;

use crate::figures;
use crate::model::Percent;
use crate::persian::Day;
use crate::persian::text::Text;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value<'a> {
    /// Nothing: unknown, or not written.
    Absent,
    /// A text, an id or a word.
    Text(Cow<'a, str>),
    /// Several texts of one line each.
    Texts(Vec<&'a str>),
    /// Several ids; they hold no `;`.
    Ids(Vec<Cow<'a, str>>),
    /// A day.
    Day(Day),
    /// A number; a percent is 0–100 and a share 0–1.
    Number(f64),
    /// A whole number.
    Whole(i128),
    /// Yes or no.
    Bool(bool),
    /// A count of people from 1 to below this many, which no file tells (F29).
    Fewer(u64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a Box<str>> for Value<'a> {
    fn from(text: &'a Box<str>) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl<'a> From<&'a Text> for Value<'a> {
    fn from(text: &'a Text) -> Self {
        Self::Text(Cow::Borrowed(text.typed()))
    }
}

impl<'a> From<&'a Vec<Text>> for Value<'a> {
    fn from(texts: &'a Vec<Text>) -> Self {
        texts.iter().map(Text::typed).collect::<Vec<_>>().into()
    }
}

impl<'a> From<Vec<&'a str>> for Value<'a> {
    fn from(texts: Vec<&'a str>) -> Self {
        if texts.is_empty() { Self::Absent } else { Self::Texts(texts) }
    }
}

impl<'a> From<Vec<Cow<'a, str>>> for Value<'a> {
    fn from(ids: Vec<Cow<'a, str>>) -> Self {
        if ids.is_empty() { Self::Absent } else { Self::Ids(ids) }
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

impl From<Percent> for Value<'_> {
    fn from(percent: Percent) -> Self {
        Self::Number(percent.get())
    }
}

impl From<u64> for Value<'_> {
    fn from(number: u64) -> Self {
        Self::Whole(number.into())
    }
}

impl From<i32> for Value<'_> {
    fn from(number: i32) -> Self {
        Self::Whole(number.into())
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Whole(i128::try_from(number).unwrap_or(i128::MAX))
    }
}

impl From<bool> for Value<'_> {
    fn from(yes: bool) -> Self {
        Self::Bool(yes)
    }
}

impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Absent, Into::into)
    }
}

impl<'a> From<figures::Value<'a>> for Value<'a> {
    fn from(value: figures::Value<'a>) -> Self {
        use figures::Value as Figure;
        match value {
            Figure::Absent => Self::Absent,
            Figure::Text(text) => Self::Text(text),
            Figure::Ids(ids) => ids.into(),
            Figure::Day(day) => Self::Day(day),
            Figure::Number(number) => Self::Number(number),
            Figure::Whole(number) => Self::Whole(number.into()),
            Figure::Flag(flag) => Self::Bool(flag),
            Figure::Ratios(ratios) => {
                let text = |ratio: &Option<f64>| ratio.map(|ratio| ratio.to_string()).unwrap_or_default();
                Self::Ids(ratios.iter().map(|ratio| text(ratio).into()).collect())
            }
        }
    }
}

/// Texts as they were typed, a line each: no text of a list holds a line break.
pub(super) fn lines(texts: &[&str]) -> String {
    texts.join("\n")
}
