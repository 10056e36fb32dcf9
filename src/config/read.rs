//! From the row of `site.yml` to [`Config`], with the defaults of `docs/FORMAT.md`.

use super::{Config, Identity, Publication, Term, Terms, Thresholds};
use crate::diag::Placed;
use crate::fields::{Row, key};
use crate::persian::text::Text;
use crate::persian::{Day, ezafe};

use key::Site as Key;

impl Config {
    /// The settings of a row; `as_of` was taken out of it before, since its place is worth knowing.
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

/// `#rrggbb`, which the table has held to its form.
fn rgb(color: &str) -> Option<[u8; 3]> {
    let number = u32::from_str_radix(color.trim_start_matches('#'), 16).ok()?;
    let [_, red, green, blue] = number.to_be_bytes();
    Some([red, green, blue])
}

fn terms(mut row: Row<key::Terms>) -> Terms {
    use key::Terms as Key;
    let default = Terms::default();
    let mut term =
        |key, default| row.row(key).map_or_else(|| Term::clone(default), |row| own_term(row, default));
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

/// A word of the province's own: what it doesn't give is made of `one`, or is the default where that is absent too.
fn own_term(mut row: Row<key::Term>, default: &Term) -> Term {
    use key::Term as Key;
    // Words are for pages alone, so they get the digits of pages here.
    let mut word = |key| text(&mut row, key).map(|text: Text| Box::from(text.shown()));
    let one = word(Key::One);
    let made = one.as_deref().map_or_else(|| default.clone(), Term::of_word);
    Term { many: word(Key::Many).unwrap_or(made.many), of: word(Key::Of).unwrap_or(made.of), one: made.one }
}

impl Term {
    /// A word with its plural in «ها» and its ezafe.
    fn of_word(one: &str) -> Self {
        // After a letter that doesn't join the next one there is nothing to keep apart: «الگوها».
        let joins = !one.ends_with(['ا', 'آ', 'د', 'ذ', 'ر', 'ز', 'ژ', 'و']);
        let many = format!("{one}{}ها", if joins { "\u{200C}" } else { "" });
        Self { one: one.into(), many: many.into(), of: ezafe::ezafe(one).into() }
    }
}

impl Default for Terms {
    fn default() -> Self {
        Self {
            neighborhood: Term::of_word("محله"),
            domain: Term::of_word("حوزه"),
            activity: Term::of_word("فعالیت"),
            agency: Term::of_word("دستگاه"),
            manager: Term::of_word("مدیر"),
            meeting: Term::of_word("جلسه"),
            model: Term::of_word("الگو"),
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

/// The least whole number that is not below `least`.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the table holds it to 0 and above; a float cast saturates"
)]
fn first_shown(least: f64) -> u64 {
    least.ceil() as u64
}
