//! One edition's data, read and held against the contract at the end of figures.md.
//!
//! Keys that are not known are ignored, as the contract asks of readers; every known one must be there and be what it
//! should. Start reading at [`Edition::read`].

use std::collections::HashSet;

use serde_json::{Map, Value as Json};

use crate::fields::{Datum, Word};
use crate::figures::{CONTRACT_VERSION, Figure, Form, GROUP_KINDS, Kind, MEASURES, Role, STATES};
use crate::persian::numbers::SLACK;
use crate::persian::text::clean;
use crate::persian::{Day, dates};

use super::error::Refusal;

/// The longest text that is taken, characters: a title has 300, the title of a cell two of them.
const LONGEST: usize = 1000;

/// The data of one edition.
#[derive(Debug, Clone, PartialEq)]
pub struct Edition {
    /// The day of the report.
    pub day: Day,
    /// Groups, then activities, then the decisions, in the order of the file.
    pub rows: Vec<Row>,
}

/// A group, an activity, or the decisions.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What it is.
    pub kind: Kind,
    /// Its id within its kind.
    pub id: String,
    /// Its title.
    pub title: String,
    /// A value for each [compared](compared) figure of its kind, in their order.
    pub values: Vec<Datum<'static>>,
}

impl Edition {
    /// Reads the bytes of `data/progress.json`.
    pub fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        let json: Json = serde_json::from_slice(bytes).map_err(|error| Refusal::NoJson(error.to_string()))?;
        let file = json.as_object().ok_or_else(|| wrong("progress.json", OBJECT))?;
        match file.get("version") {
            Some(version) if version.as_u64() == Some(CONTRACT_VERSION.into()) => {}
            Some(Json::Number(other)) => return Err(Refusal::Version(other.to_string())),
            _ => return Err(wrong("version", ("عدد", "a number"))),
        }
        let day = file.get("as_of").and_then(Json::as_str).and_then(day);
        let mut rows = Vec::new();
        for (list, single) in [("groups", None), ("activities", Some(Kind::Activity))] {
            let objects = file.get(list).and_then(Json::as_array).ok_or_else(|| wrong(list, LIST))?;
            for (position, object) in objects.iter().enumerate() {
                rows.push(row(object, single, &format!("{list}[{position}]"))?);
            }
        }
        let decisions = file.get("decisions").and_then(Json::as_object);
        let decisions = decisions.ok_or_else(|| wrong("decisions", OBJECT))?;
        rows.push(filled(Kind::Decisions, String::new(), decisions, "decisions")?);
        refuse_twins(&rows)?;
        Ok(Self { day: day.ok_or_else(|| wrong("as_of", DATE))?, rows })
    }

    /// The title of the site.
    pub fn title(&self) -> &str {
        self.title_of(Kind::Site, "site").unwrap_or_default()
    }

    /// The title of a record.
    pub fn title_of(&self, kind: Kind, id: &str) -> Option<&str> {
        self.rows.iter().find(|row| row.kind == kind && row.id == id).map(|row| &*row.title)
    }
}

type Expected = (&'static str, &'static str);
const OBJECT: Expected = ("شیء", "an object");
const LIST: Expected = ("فهرست", "a list");
const TEXT: Expected = ("متنی کوتاه و بی‌نویسهٔ پنهان", "a short text without hidden characters");
const DATE: Expected = ("تاریخ", "a date");
const COUNT: Expected = ("شمار", "a count");
const GROUP_KIND: Expected = ("گونهٔ یک گروه", "a kind of group");

fn wrong(at: &str, expected: Expected) -> Refusal {
    Refusal::Value { at: at.to_owned(), expected }
}

fn row(json: &Json, single: Option<Kind>, at: &str) -> Result<Row, Refusal> {
    let object = json.as_object().ok_or_else(|| wrong(at, OBJECT))?;
    let known = || {
        let key = object.get("kind").and_then(Json::as_str);
        Kind::GROUPS.into_iter().find(|kind| Some(kind.key()) == key)
    };
    let kind = single.or_else(known);
    let kind = kind.ok_or_else(|| wrong(&format!("{at}.kind"), GROUP_KIND))?;
    let id = object.get("id").and_then(text).filter(|id| !id.is_empty());
    filled(kind, id.ok_or_else(|| wrong(&format!("{at}.id"), TEXT))?, object, at)
}

/// The figures of a kind by which editions are compared: those of `data/progress.json`, but for what names the row.
pub fn compared(kind: Kind) -> impl Iterator<Item = &'static Figure> {
    kind.figures().iter().filter(|figure| figure.role().is_some_and(|role| role != Role::Name))
}

fn filled(kind: Kind, id: String, object: &Map<String, Json>, at: &str) -> Result<Row, Refusal> {
    let mut title = String::new();
    let mut values = Vec::new();
    for figure in compared(kind) {
        let json = match figure.part {
            Some(part) => object.get(part.key).and_then(Json::as_object).map(|inner| inner.get(figure.key)),
            None => object.get(figure.key).map(Some),
        };
        // An object that is not there is wrong even where a key in it may be absent.
        let value = match json {
            Some(Some(json)) => value(json, figure),
            Some(None) if figure.form == Form::CountAboveZero => Ok(Datum::Whole(0)),
            _ => Err(("چیزی", "there")),
        };
        let value = value.map_err(|expected| wrong(&format!("{at}.{}", figure.path()), expected))?;
        if let (Form::Title, Datum::Text(text)) = (figure.form, &value) {
            title = text.clone().into_owned();
        }
        values.push(value);
    }
    Ok(Row { kind, id, title, values })
}

fn value(json: &Json, figure: &Figure) -> Result<Datum<'static>, Expected> {
    if json.is_null() && !figure.required {
        return Ok(Datum::Absent);
    }
    match figure.form {
        Form::Title | Form::Id | Form::One(_) => text(json).map(Datum::from).ok_or(TEXT),
        Form::Percent => number(json, 0.0, 100.0).ok_or(("عددی از ۰ تا ۱۰۰", "a number from 0 to 100")),
        Form::Points => {
            number(json, -100.0, 100.0).ok_or(("عددی از −۱۰۰ تا ۱۰۰", "a number from −100 to 100"))
        }
        Form::Share => number(json, 0.0, 1.0).ok_or(("عددی از ۰ تا ۱", "a number from 0 to 1")),
        Form::Count | Form::CountAboveZero => {
            let count = json.as_u64().and_then(|count| u32::try_from(count).ok());
            count.map(|count| Datum::Whole(count.into())).ok_or(COUNT)
        }
        Form::Days => {
            let days = json.as_i64().and_then(|days| i32::try_from(days).ok());
            days.map(|days| Datum::Whole(days.into())).ok_or(("شمار روزها", "a number of days"))
        }
        Form::Date => json.as_str().and_then(day).map(Datum::Day).ok_or(DATE),
        Form::State => word(json, STATES).ok_or(("یک وضعیت", "a state")),
        Form::Measure => word(json, MEASURES).ok_or(("یک سنجه", "a measure")),
        Form::GroupKind => word(json, GROUP_KINDS).ok_or(GROUP_KIND),
        Form::Many(_) => {
            let ids: Option<Vec<String>> = json.as_array().and_then(|ids| ids.iter().map(text).collect());
            ids.map(|ids| ids.into_iter().collect()).ok_or(LIST)
        }
        Form::Flag => json.as_bool().map(Datum::Bool).ok_or(("true یا false", "true or false")),
        Form::Ratios => {
            let one = |json: &Json| if json.is_null() { Some(None) } else { json.as_f64().map(Some) };
            let numbers: Option<Vec<_>> = json.as_array().and_then(|ratios| ratios.iter().map(one).collect());
            numbers.map(|numbers| numbers.into_iter().collect()).ok_or(LIST)
        }
    }
}

/// One word of a list.
fn word(json: &Json, choices: &'static [Word]) -> Option<Datum<'static>> {
    let key = json.as_str()?;
    choices.iter().find(|choice| choice.en == key).map(Datum::Choice)
}

fn number(json: &Json, least: f64, most: f64) -> Option<Datum<'static>> {
    let within = |number: &f64| *number >= least - SLACK && *number <= most + SLACK;
    json.as_f64().filter(within).map(Datum::Number)
}

/// A text that a terminal and a page may show: what records may not hold is refused here too.
fn text(json: &Json) -> Option<String> {
    let text = json.as_str()?;
    let is_plain = text.chars().count() <= LONGEST && !text.contains(char::is_control) && clean(text).is_ok();
    is_plain.then(|| text.to_owned())
}

/// A day as data write it: «2026-01-05».
fn day(text: &str) -> Option<Day> {
    dates::parse(text).ok().filter(|day| day.iso() == text)
}

fn refuse_twins(rows: &[Row]) -> Result<(), Refusal> {
    let mut seen = HashSet::with_capacity(rows.len());
    let twin = rows.iter().find(|row| !seen.insert((row.kind, &*row.id)));
    twin.map_or(Ok(()), |row| Err(wrong(&format!("{} {}", row.kind.key(), row.id), ("یگانه", "there once"))))
}
