//! `package.json`: what a package is, who gives it, and what stayed behind.
//!
//! Days are Gregorian ISO days. Readers ignore keys that they don't know; [`VERSION`] rises only on a breaking change.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::persian::Day;

/// The name of the format.
pub(super) const FORMAT: &str = "karnameh-models";
/// Its version.
pub(super) const VERSION: u32 = 2;

/// `package.json`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// Always `karnameh-models`.
    pub format: String,
    /// The version of the format.
    pub version: u32,
    /// «karnameh 0.1.0»
    pub generator: String,
    /// T, the day as of which everything is told.
    #[serde(with = "iso")]
    pub as_of: Day,
    /// The same day in the Solar Hijri calendar («1404-10-15»).
    pub as_of_jalali: String,
    /// The ids of its models, in the order in which they are told.
    pub models: Vec<String>,
    /// Who gives it.
    pub from: Giver,
    /// Photos and documents that the site publishes and that are too large to go along, by their addresses there.
    #[serde(default)]
    pub left_out: Vec<String>,
    /// Counts of people that are too small to be handed on (F29), by record and field:
    /// «activities/workshop.reached».
    #[serde(default)]
    pub small_counts: Vec<String>,
}

/// Who gives a package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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

impl Manifest {
    /// The bytes of the file.
    pub(super) fn json(&self) -> Vec<u8> {
        let mut bytes =
            serde_json::to_vec_pretty(self).expect("keys are texts, and memory takes what is written");
        bytes.push(b'\n');
        bytes
    }
}

/// A day as «2026-01-05».
mod iso {
    use serde::de::Error;

    use super::{Day, Deserialize, Deserializer, Serializer, parse_day};

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands fields over by reference")]
    pub(super) fn serialize<S: Serializer>(day: &Day, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&day.iso())
    }

    pub(super) fn deserialize<'de, T: Deserializer<'de>>(deserializer: T) -> Result<Day, T::Error> {
        let text = String::deserialize(deserializer)?;
        parse_day(&text).ok_or_else(|| T::Error::custom(format_args!("`{text}` is no day")))
    }
}

/// Reads «2026-01-05» and nothing else, in the years that records know.
pub(super) fn parse_day(text: &str) -> Option<Day> {
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

#[cfg(test)]
mod tests {
    use super::parse_day;
    use crate::persian::Day;

    #[test]
    fn days_are_iso_days() {
        assert_eq!(parse_day("2026-01-05").map(Day::iso).as_deref(), Some("2026-01-05"));
        for text in ["", "2026-1-5", "2026-02-30", "1404-10-15", "2026-01-05T00", "+026-01-05", "2026-01-05-"]
        {
            assert_eq!(parse_day(text), None, "{text}");
        }
    }
}
