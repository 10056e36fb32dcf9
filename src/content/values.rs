//! Values of a row as the model keeps them.

use crate::fields::Row;
use crate::fields::key::Key;
use crate::model::Percent;
use crate::persian::Day;

/// Makes a list for the model, no larger than it has to be.
///
/// `collect` would keep the room that the larger rows took.
pub(super) fn gather<R, T>(rows: Vec<R>, of: impl FnMut(R) -> Option<T>) -> Vec<T> {
    let mut list = Vec::with_capacity(rows.len());
    list.extend(rows.into_iter().filter_map(of));
    list
}

/// A text as the model keeps it: [`Text`](crate::persian::text::Text) where people read it, else a plain one.
pub(super) fn text<K: Key, T: From<String>>(row: &mut Row<K>, key: K) -> Option<T> {
    row.text(key).map(|text| text.value.into())
}

/// Texts as the model keeps them.
pub(super) fn texts<K: Key, T: From<String>>(row: &mut Row<K>, key: K) -> Vec<T> {
    gather(row.texts(key), |text| Some(text.value.into()))
}

/// A required text, or an empty stand-in.
pub(super) fn required_text<K: Key, T: From<String> + Default>(row: &mut Row<K>, key: K) -> T {
    text(row, key).unwrap_or_default()
}

pub(super) fn day<K: Key>(row: &mut Row<K>, key: K) -> Option<Day> {
    row.date(key).map(|day| day.value)
}

pub(super) fn number<K: Key>(row: &mut Row<K>, key: K) -> Option<f64> {
    row.number(key).map(|number| number.value)
}

pub(super) fn whole<K: Key>(row: &mut Row<K>, key: K) -> Option<u64> {
    row.whole(key).map(|number| number.value)
}

/// A percent, which the table has held to its range.
pub(super) fn percent<K: Key>(row: &mut Row<K>, key: K) -> Option<Percent> {
    number(row, key).and_then(Percent::new)
}
