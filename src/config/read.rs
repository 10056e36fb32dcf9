//! Converts the row of `site.yml` to [`Config`] and applies the defaults documented in `docs/FORMAT.md`.

use super::{Config, Identity, Publication, Term, Terms, Thresholds};
use crate::diag::Placed;
use crate::fields::{Row, key};
use crate::persian::text::Text;
use crate::persian::{Day, ezafe};

use key::Site as Key;

impl Config {
    /// Builds the settings from a row. The caller has already removed `as_of`, whose place it needs for diagnostics.
    pub fn from_row(mut row: Row<Key>, as_of: Option<Day>) -> Self {
        Self {
            identity: identity(&mut row),
            publication: publication(&mut row),
            terms: row.row(Key::Terms).map_or_else(Terms::default, terms),
            thresholds: row.row(Key::Progress).map_or_else(Thresholds::default, thresholds),
            as_of,
        }
    }
}

fn text<K: key::Key, T: From<String>>(row: &mut Row<K>, key: K) -> Option<T> {
    row.text(key).map(|text| text.value.into())
}

fn prose(row: &mut Row<Key>, key: Key) -> Option<Placed<Box<str>>> {
    let text = row.text(key)?;
    Some(Placed { value: text.value.into(), at: row.place_of(text.at) })
}

fn identity(row: &mut Row<Key>) -> Identity {
    let publisher = text(row, Key::Publisher);
    Identity {
        title: text(row, Key::Title).unwrap_or_default(),
        province: text(row, Key::Province).unwrap_or_default(),
        programme: text(row, Key::Programme).unwrap_or_else(|| "طرح محله‌محوری".into()),
        tagline: text(row, Key::Tagline),
        description: prose(row, Key::Description),
        authority: text(row, Key::Authority).or_else(|| publisher.clone()),
        publisher,
        signatures: row.texts(Key::Signatures).into_iter().map(|text| text.value.into()).collect(),
        contact: prose(row, Key::Contact),
        number: text(row, Key::Number),
        edition: text(row, Key::Edition),
        license: text(row, Key::License),
        footer: prose(row, Key::Footer),
    }
}

fn publication(row: &mut Row<Key>) -> Publication {
    Publication {
        url: text(row, Key::Url).map(|url: Box<str>| url.trim_end_matches('/').into()),
        theme: text(row, Key::Theme).unwrap_or_else(|| "default".into()),
        accent: text(row, Key::Accent).and_then(|color: Box<str>| rgb(&color)),
        logo: text(row, Key::Logo),
    }
}

/// Parses `#rrggbb`. The field table has already checked the format.
fn rgb(color: &str) -> Option<[u8; 3]> {
    let number = u32::from_str_radix(color.trim_start_matches('#'), 16).ok()?;
    let [_, red, green, blue] = number.to_be_bytes();
    Some([red, green, blue])
}

fn terms(mut row: Row<key::Terms>) -> Terms {
    use key::Terms as Key;
    let default = Terms::default();
    let mut term =
        |key, default| row.row(key).map_or_else(|| Term::clone(default), |row| custom_term(row, default));
    Terms {
        neighborhood: term(Key::Neighborhood, &default.neighborhood),
        domain: term(Key::Domain, &default.domain),
        activity: term(Key::Activity, &default.activity),
        agency: term(Key::Agency, &default.agency),
        manager: term(Key::Manager, &default.manager),
        meeting: term(Key::Meeting, &default.meeting),
        model: term(Key::Model, &default.model),
    }
}

/// Reads a custom word. Missing forms are derived from its singular, or are the default if the singular is missing too.
fn custom_term(mut row: Row<key::Term>, default: &Term) -> Term {
    use key::Term as Key;
    // Terms appear only on pages, so convert their digits here.
    let mut word = |key| text(&mut row, key).map(|text: Text| Box::from(text.shown()));
    let one = word(Key::One);
    let derived = one.as_deref().map_or_else(|| default.clone(), Term::from_singular);
    Term {
        many: word(Key::Many).unwrap_or(derived.many),
        of: word(Key::Of).unwrap_or(derived.of),
        one: derived.one,
    }
}

impl Term {
    /// Derives the plural with «ها» and the ezafe form from a word.
    fn from_singular(one: &str) -> Self {
        // These letters never join the next one, so they need no ZWNJ before the suffix: «الگوها».
        let joins = !one.ends_with(['ا', 'آ', 'د', 'ذ', 'ر', 'ز', 'ژ', 'و']);
        let many = format!("{one}{}ها", if joins { "\u{200C}" } else { "" });
        Self { one: one.into(), many: many.into(), of: ezafe::ezafe(one).into() }
    }
}

impl Default for Terms {
    fn default() -> Self {
        Self {
            neighborhood: Term::from_singular("محله"),
            domain: Term::from_singular("حوزه"),
            activity: Term::from_singular("فعالیت"),
            agency: Term::from_singular("دستگاه"),
            manager: Term::from_singular("مدیر"),
            meeting: Term::from_singular("جلسه"),
            model: Term::from_singular("الگو"),
        }
    }
}

fn thresholds(mut row: Row<key::Progress>) -> Thresholds {
    use key::Progress as Key;
    let default = Thresholds::default();
    let days = |days: u64| i32::try_from(days).unwrap_or(i32::MAX);
    Thresholds {
        tolerance: row.number(Key::Tolerance).map_or(default.tolerance, |points| points.value),
        supervision_days: row
            .whole(Key::SupervisionDays)
            .map_or(default.supervision_days, |count| days(count.value)),
        stale_days: row.whole(Key::StaleDays).map_or(default.stale_days, |count| days(count.value)),
        coverage_floor: row
            .number(Key::CoverageFloor)
            .map_or(default.coverage_floor, |percent| percent.value),
        small_group: row
            .number(Key::SmallGroup)
            .map_or(default.small_group, |least| first_shown(least.value)),
    }
}

/// Returns the smallest whole number that is not below `least`.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the table holds it to 0 and above; a float cast saturates"
)]
fn first_shown(least: f64) -> u64 {
    least.ceil() as u64
}
