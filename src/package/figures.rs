//! `figures.json`: the figures of the activities that go along, by the table of figures.
//!
//! Keys and values are those of `data/progress.json`. Readers ignore keys that they don't know.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::manifest::parse_day;
use super::refusal::wrong;
use super::{FIGURES, Refusal};
use crate::figures::json::{write_lines, write_object};
use crate::figures::{ActivityRow, Figure, Form, activity};
use crate::model::{Activity, Dataset, Edition, Idx};
use crate::progress::{self, State};

/// How large a number may be, whatever it counts.
const LARGEST_NUMBER: f64 = 1e15;

/// The figures of a package, by the ids of its activities.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PackedFigures(BTreeMap<String, Map<String, Value>>);

#[derive(Deserialize)]
struct Rows {
    activities: Vec<Map<String, Value>>,
}

impl PackedFigures {
    /// The bytes of the file for the activities at some positions.
    pub(super) fn write(
        dataset: &Edition,
        figures: &progress::Figures,
        activities: impl Iterator<Item = usize>,
    ) -> Vec<u8> {
        let mut json = format!("{{\"as_of\":\"{}\",\n\"activities\":[", dataset.day().iso()).into_bytes();
        let rows = activities.map(Idx::new).map(|at: Idx<Activity>| (at, &figures.activities[at.get()]));
        write_lines(&mut json, rows, |(at, figures), json| {
            let row = ActivityRow { dataset, activity: &dataset[at], figures };
            write_object(json, activity::all().map(|(figure, read)| (figure, read(&row))));
        });
        json.extend_from_slice(b"]}\n");
        json
    }

    /// Reads a file and holds each figure to what the table says of it.
    pub(super) fn read(bytes: &[u8], dataset: &Dataset) -> Result<Self, Refusal> {
        let rows: Rows = serde_json::from_slice(bytes)
            .map_err(|error| Refusal::Json(FIGURES.to_owned(), error.to_string()))?;
        let mut figures = BTreeMap::new();
        for row in rows.activities {
            let id = row.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
            for figure in activity::ALL {
                check(&format!("{FIGURES} {id}.{}", figure.key), figure, row.get(figure.key))?;
            }
            figures.insert(id, row);
        }
        let known = dataset.activities.iter().map(|activity| &*activity.record.id);
        if figures.keys().map(String::as_str).ne(known) {
            let (fa, en) =
                ("فعالیت‌های آن همان فعالیت‌های بسته نیست.", "Its activities are not those of the package.");
            return Err(wrong(FIGURES, fa, en));
        }
        Ok(Self(figures))
    }

    /// A figure of an activity that is a number; `None` is unknown.
    pub fn number(&self, id: &str, figure: &Figure) -> Option<f64> {
        self.0.get(id)?.get(figure.key)?.as_f64()
    }

    /// The state of an activity.
    pub fn state(&self, id: &str) -> Option<State> {
        let key = self.0.get(id)?.get(activity::STATE.key)?.as_str()?;
        State::ALL.into_iter().find(|state| state.key() == key)
    }
}

fn check(place: &str, figure: &Figure, value: Option<&Value>) -> Result<(), Refusal> {
    let Some(value) = value.filter(|value| !value.is_null()) else { return Ok(()) };
    let within =
        |least: f64, most: f64| value.as_f64().is_some_and(|number| (least..=most).contains(&number));
    let (is_sound, fa, en) = match figure.form {
        Form::Percent => (within(0.0, 100.0), "درصد باید از ۰ تا ۱۰۰ باشد.", "A percent is from 0 to 100."),
        Form::State => (
            value.as_str().is_some_and(|key| State::ALL.iter().any(|state| state.key() == key)),
            "این وضعیت شناخته نیست.",
            "The state is not known.",
        ),
        Form::Date => (value.as_str().and_then(parse_day).is_some(), "تاریخ نیست.", "It is no day."),
        Form::Points | Form::Share | Form::Count | Form::CountAboveZero | Form::Days => (
            within(-LARGEST_NUMBER, LARGEST_NUMBER),
            "عدد بیرون از اندازه است.",
            "The number is out of range.",
        ),
        _ => (true, "", ""),
    };
    if is_sound { Ok(()) } else { Err(wrong(place, fa, en)) }
}
