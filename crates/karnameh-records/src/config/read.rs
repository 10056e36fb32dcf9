//! Converts the row of `site.yml` to [`Config`] and applies the defaults documented in `docs/FORMAT.md`.

use super::site::{SiteRow, TermRow, TermsRow, ThresholdsRow};
use super::{Config, Identity, Publication, Term, Terms, Thresholds};
use crate::kinds::RecordKind;
use crate::persian::ezafe;
use crate::persian::text::Text;

impl From<SiteRow> for Config {
    fn from(site: SiteRow) -> Self {
        Self {
            identity: Identity {
                authority: site.authority.or_else(|| site.publisher.clone()),
                title: site.title,
                province: site.province,
                programme: site.programme.unwrap_or_else(|| "طرح محله‌محوری".into()),
                tagline: site.tagline,
                description: site.description,
                publisher: site.publisher,
                signatures: site.signatures,
                contact: site.contact,
                number: site.number,
                edition: site.edition,
                license: site.license,
                footer: site.footer,
            },
            publication: Publication {
                url: site.url.map(|url| url.trim_end_matches('/').into()),
                theme: site.theme.unwrap_or_else(|| "default".into()),
                accent: site.accent.and_then(|color| rgb(&color)),
                logo: site.logo.map(|logo| logo.0.path),
            },
            terms: site.terms.map_or_else(Terms::default, Terms::from),
            thresholds: site.progress.as_ref().map_or_else(Thresholds::default, Thresholds::from),
            as_of: site.as_of.map(|day| day.value),
        }
    }
}

/// Parses `#rrggbb`. The field table has already checked the format.
fn rgb(color: &str) -> Option<[u8; 3]> {
    let number = u32::from_str_radix(color.trim_start_matches('#'), 16).ok()?;
    let [_, red, green, blue] = number.to_be_bytes();
    Some([red, green, blue])
}

impl From<TermsRow> for Terms {
    fn from(row: TermsRow) -> Self {
        let default = Self::default();
        let term = |row: Option<TermRow>, default| {
            row.map_or_else(|| Term::clone(default), |row| own_term(row, default))
        };
        Self {
            neighborhood: term(row.neighborhood, &default.neighborhood),
            domain: term(row.domain, &default.domain),
            activity: term(row.activity, &default.activity),
            agency: term(row.agency, &default.agency),
            manager: term(row.manager, &default.manager),
            meeting: term(row.meeting, &default.meeting),
            model: term(row.model, &default.model),
        }
    }
}

/// Reads a custom word. Missing forms are derived from its singular, or are the default if the singular is missing too.
fn own_term(row: TermRow, default: &Term) -> Term {
    // Words are for pages alone, so they get the digits of pages here.
    let word = |text: Option<Text>| text.map(|text| Box::from(text.shown()));
    let one = word(row.one);
    let made = one.as_deref().map_or_else(|| default.clone(), Term::from_singular);
    Term { many: word(row.many).unwrap_or(made.many), of: word(row.of).unwrap_or(made.of), one: made.one }
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
            neighborhood: Term::from_singular(RecordKind::Neighborhood.fa()),
            domain: Term::from_singular(RecordKind::Domain.fa()),
            activity: Term::from_singular(RecordKind::Activity.fa()),
            agency: Term::from_singular(RecordKind::Agency.fa()),
            manager: Term::from_singular("مدیر"),
            meeting: Term::from_singular(RecordKind::Meeting.fa()),
            model: Term::from_singular(RecordKind::Model.fa()),
        }
    }
}

impl From<&ThresholdsRow> for Thresholds {
    fn from(row: &ThresholdsRow) -> Self {
        let default = Self::default();
        let days = |days: u64| i32::try_from(days).unwrap_or(i32::MAX);
        Self {
            tolerance: row.tolerance.unwrap_or(default.tolerance),
            supervision_days: row.supervision_days.map_or(default.supervision_days, days),
            stale_days: row.stale_days.map_or(default.stale_days, days),
            coverage_floor: row.coverage_floor.unwrap_or(default.coverage_floor),
            small_group: row.small_group.map_or(default.small_group, first_shown),
        }
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
