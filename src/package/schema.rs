//! What a package holds, as `manifest.json` and `records.json` word it.
//!
//! Keys are those of docs/FORMAT.md wherever a field of a record is meant. Absent is unknown or not published. Days are
//! Gregorian ISO days, texts Markdown where FORMAT.md says prose. Readers ignore keys that they don't know;
//! [`VERSION`] rises only on a breaking change. Start reading at [`Package`].

use std::collections::BTreeMap;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::persian::Day;

/// The name of the format.
pub const FORMAT: &str = "karnameh-models";
/// Its version.
pub const VERSION: u32 = 1;

/// Success models with everything that is handed on with them.
#[derive(Debug, Clone, PartialEq)]
pub struct Package {
    /// What it is and where it comes from.
    pub manifest: Manifest,
    /// The records.
    pub records: Records,
    /// Photos and documents that the records name, by their names in the package (`media/…`).
    pub files: BTreeMap<String, Vec<u8>>,
}

/// `manifest.json`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// [`FORMAT`]
    pub format: String,
    /// [`VERSION`]
    pub version: u32,
    /// «karnameh 0.1.0»
    pub generator: String,
    /// T, the day as of which everything is told.
    pub as_of: Date,
    /// The same in the Solar Hijri calendar («1404-10-15»).
    pub as_of_jalali: String,
    /// The ids of its models, in the order in which they are told.
    pub models: Vec<String>,
    /// Who gives it.
    pub from: Giver,
    /// Photos and documents that the site publishes and that are too large to go along, by their addresses there.
    #[serde(default)]
    pub left_out: Vec<String>,
}

/// Who gives a package.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Giver {
    /// The title of the site.
    pub title: String,
    /// The province.
    pub province: String,
    /// The programme.
    pub programme: String,
    /// The publisher.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<String>,
    /// The license of the site; a model may have its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub license: Option<String>,
    /// The address of the site's root, without a trailing slash.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// `records.json`
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Records {
    /// The models, in the order of the manifest.
    pub models: Vec<Model>,
    /// The activities on which they stand, in the byte order of ids.
    pub activities: Vec<Activity>,
    /// The names of the places that they name.
    pub neighborhoods: Vec<Named>,
    /// The names of the domains.
    pub domains: Vec<Named>,
    /// The names of the agencies.
    pub agencies: Vec<Named>,
    /// The pictures that narratives show, each once; there they are named as `![description](media/…)`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<Picture>,
}

/// A neighborhood, domain or agency: no more than its names.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Named {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Other names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// What kind of neighborhood (a text) or agency (a word of FORMAT.md) it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
}

/// A success model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Model {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// It is illustrative.
    #[serde(default, skip_serializing_if = "is_false")]
    pub sample: bool,
    /// Where it took shape, one of the neighborhoods.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub neighborhood: Option<String>,
    /// One of the domains.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<String>,
    /// The problem that it solves.
    pub problem: String,
    /// What was done.
    pub approach: String,
    /// The steps, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<String>,
    /// What it requires.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<String>,
    /// `low`, `medium`, `high`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<String>,
    /// The activities on whose results it stands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub results: Vec<String>,
    /// What was learned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lessons: Vec<String>,
    /// Who to ask about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// The license under which others may use it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub license: Option<String>,
    /// Where else it was adopted, up to T.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub adoptions: Vec<Adoption>,
    /// Where it came from itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// The narrative.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
}

/// Where a model was taken up.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Adoption {
    /// The place.
    pub place: String,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// A note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Where a model came from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Origin {
    /// The province.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub province: Option<String>,
    /// The address of the model there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The day of the edition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The SHA-256 digest of the package.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<String>,
}

/// An activity, as of T.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Activity {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// It is illustrative.
    #[serde(default, skip_serializing_if = "is_false")]
    pub sample: bool,
    /// Where it is, at least one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub neighborhoods: Vec<String>,
    /// One of the domains.
    pub domain: String,
    /// The title of the problem that it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<String>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// One of the agencies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead: Option<String>,
    /// The role that answers for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub responsible: Option<String>,
    /// Agencies that take part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<String>,
    /// The status that holds at T (F3).
    pub status: String,
    /// The first day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Date>,
    /// The original due; the one in force is among the figures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// The last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finished: Option<Date>,
    /// Finite and above 0.
    pub weight: f64,
    /// By what its progress is measured, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<String>,
    /// Changes of the due.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reschedules: Vec<Reschedule>,
    /// The milestones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub milestones: Vec<Milestone>,
    /// The indicators.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<Indicator>,
    /// The reports, by day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub updates: Vec<Update>,
    /// What it costs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<Budget>,
    /// Whom it reaches.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beneficiaries: Option<Beneficiaries>,
    /// Tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Documents and photos.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Evidence>,
    /// The narrative.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// Its figures.
    pub figures: Figures,
}

/// The figures of an activity as of T; numbers unrounded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    /// F12
    pub state: String,
    /// F8, 0–100; absent is unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual: Option<f64>,
    /// F11, 0–100; absent is unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned: Option<f64>,
    /// The due in force (F10).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// F16, 0–100
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified: Option<f64>,
    /// F15, one for each indicator.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub achievements: Vec<Option<f64>>,
}

/// A change of the due.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reschedule {
    /// When it was decided.
    pub date: Date,
    /// The due from then on.
    pub due: Date,
    /// A word of FORMAT.md.
    pub reason: String,
    /// A note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A milestone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Milestone {
    /// What is done.
    pub title: String,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// When it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub done: Option<Date>,
    /// Finite and above 0.
    pub weight: f64,
}

/// An indicator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    /// What is measured.
    pub title: String,
    /// In what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The baseline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<f64>,
    /// The target.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<f64>,
    /// `up`, `down`
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<String>,
    /// The values, as the record has them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<Value>,
}

/// A dated value of an indicator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Value {
    /// When.
    pub date: Date,
    /// In the unit of the indicator.
    pub value: f64,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// A note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Update {
    /// When.
    pub date: Date,
    /// 0–100
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub progress: Option<f64>,
    /// What was reported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Its photos.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<Photo>,
}

/// The size of a picture that a narrative shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// Its name in the package.
    pub file: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

/// A photo that goes along.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Photo {
    /// Its name in the package.
    pub file: String,
    /// What it shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

/// Money, rial.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Budget {
    /// Planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned: Option<u64>,
    /// Spent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spent: Option<u64>,
}

/// Persons.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Beneficiaries {
    /// Planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned: Option<Count>,
    /// Reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reached: Option<Count>,
    /// Who they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
}

/// A document or photo: its title, and where it is, on the web or in the package.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// What it is.
    pub title: String,
    /// Its address on the web.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Its name in the package.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Its day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
}

/// A count of people: the number, or `"<5"` where it is small (F29).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Count {
    /// The number.
    Exact(u64),
    /// A small one: `<` and the least number that is told.
    Below(String),
}

/// A day, in JSON «2026-01-05».
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(pub Day);

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.iso())
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        day(&text).map(Self).ok_or_else(|| D::Error::custom(format_args!("`{text}` is no day")))
    }
}

/// «2026-01-05» and nothing else, in the years that records know (product.md, "Dates").
fn day(text: &str) -> Option<Day> {
    let mut parts = text.split('-');
    let mut next = |digits: usize| {
        let part = parts.next().filter(|part| part.len() == digits)?;
        part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<u32>().ok())?
    };
    let (year, month, of_month) = (next(4)?, next(2)?, next(2)?);
    let year = i32::try_from(year).ok().filter(|year| (1921..=2121).contains(year))?;
    let day = Day::from_gregorian(year, month, of_month)?;
    parts.next().is_none().then_some(day)
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands fields over by reference")]
fn is_false(flag: &bool) -> bool {
    !flag
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn days_are_iso_days() {
        assert_eq!(day("2026-01-05").map(crate::persian::Day::iso).as_deref(), Some("2026-01-05"));
        for text in ["", "2026-1-5", "2026-02-30", "1404-10-15", "2026-01-05T00", "+026-01-05", "2026-01-05-"]
        {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
