//! A difference for programs: one object, its keys those of `data/progress.json`, nothing rounded.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::difference::{Change, Difference};
use super::edition::{Edition, Row};

/// Rises only on a breaking change; readers ignore keys that they don't know.
const VERSION: u32 = 1;

/// The difference as one JSON object on a line.
///
/// # Panics
/// Never: keys are texts, and writing to memory doesn't fail.
pub fn json(difference: &Difference<'_>) -> String {
    let written = Written {
        version: VERSION,
        before: Head::of(difference.before),
        after: Head::of(difference.after),
        equal: difference.is_empty(),
        same_site: !difference.of_two_sites(),
        added: difference.added.iter().map(|row| Name::of(row)).collect(),
        gone: difference.gone.iter().map(|row| Name::of(row)).collect(),
        changed: difference.changed.iter().map(Changed::of).collect(),
    };
    let mut text = serde_json::to_string(&written).expect("rows have text keys and memory doesn't fail");
    text.push('\n');
    text
}

#[derive(Serialize)]
struct Written<'e> {
    version: u32,
    before: Head<'e>,
    after: Head<'e>,
    equal: bool,
    same_site: bool,
    added: Vec<Name<'e>>,
    gone: Vec<Name<'e>>,
    changed: Vec<Changed<'e>>,
}

#[derive(Serialize)]
struct Head<'e> {
    title: &'e str,
    as_of: String,
    as_of_jalali: String,
}

impl<'e> Head<'e> {
    fn of(edition: &'e Edition) -> Self {
        let day = edition.day;
        Self { title: edition.title(), as_of: day.iso(), as_of_jalali: day.jalali().to_string() }
    }
}

#[derive(Serialize)]
struct Name<'e> {
    kind: &'static str,
    id: &'e str,
    title: &'e str,
}

impl<'e> Name<'e> {
    fn of(row: &'e Row) -> Self {
        Self { kind: row.kind.key(), id: &row.id, title: &row.title }
    }
}

#[derive(Serialize)]
struct Changed<'e> {
    #[serde(flatten)]
    name: Name<'e>,
    fields: Fields<'e>,
}

impl<'e> Changed<'e> {
    fn of(change: &'e Change<'e>) -> Self {
        Self { name: Name::of(change.after), fields: Fields(change) }
    }
}

/// Each figure that differs with its two values, in the order of the contract.
struct Fields<'e>(&'e Change<'e>);

impl Serialize for Fields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (figure, before, after) in self.0.figures() {
            map.serialize_entry(&figure.path(), &[before, after])?;
        }
        map.end()
    }
}
