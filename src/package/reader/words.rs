//! Values of a package in words, as the site says them.

use super::view::Stamp;
use crate::package::schema::{Beneficiaries, Count, Date, Named};
use crate::persian::numbers::{decimal, fa_digits, integer, percent};
use crate::persian::text::page_digits;
use crate::persian::{dates, ezafe};
use crate::progress::State;

/// A text as a page shows it.
pub(super) fn shown(text: &str) -> String {
    page_digits(text).into_owned()
}

pub(super) fn stamp(date: Date) -> Stamp {
    Stamp { iso: date.0.iso(), text: dates::medium(date.0) }
}

pub(super) fn quantity(value: f64) -> String {
    decimal(value, 2)
}

pub(super) fn known(value: Option<f64>) -> String {
    value.map_or_else(|| "؟".to_owned(), percent)
}

fn named<'n>(names: &'n [Named], id: &str) -> Option<&'n Named> {
    names.iter().find(|named| named.id == *id)
}

pub(super) fn title(names: &[Named], id: &str) -> String {
    named(names, id).map(|named| shown(&named.title)).unwrap_or_default()
}

/// «محلهٔ شیخ‌آباد»
pub(super) fn place(names: &[Named], id: &str) -> String {
    named(names, id)
        .map(|named| match &named.kind {
            Some(kind) => shown(&ezafe::join(kind, &named.title)),
            None => shown(&named.title),
        })
        .unwrap_or_default()
}

pub(super) fn state(key: &str) -> String {
    State::ALL.iter().find(|state| state.key() == key).map_or("", |state| state.fa()).to_owned()
}

pub(super) fn rial(amount: u64) -> String {
    format!("{} ریال", integer(i64::try_from(amount).unwrap_or(i64::MAX)))
}

/// «۲۶ از ۲۴ نفر»; small counts stay hidden (F29).
pub(super) fn people(of: &Beneficiaries) -> Option<String> {
    let count = |count: &Count| match count {
        Count::Exact(count) => integer(i64::try_from(*count).unwrap_or(i64::MAX)),
        Count::Below(least) => format!("کمتر از {}", fa_digits(least.trim_start_matches('<'))),
    };
    let group = of.group.as_deref().map_or_else(|| "نفر".to_owned(), shown);
    match (&of.reached, &of.planned) {
        (Some(reached), Some(planned)) => Some(format!("{} از {} {group}", count(reached), count(planned))),
        (Some(reached), None) => Some(format!("{} {group}", count(reached))),
        (None, Some(planned)) => Some(format!("{} {group} (پیش‌بینی)", count(planned))),
        (None, None) => None,
    }
}
