//! The booklet (کارنامه): one sheet of A4 for the province, two for each neighborhood, made for paper.
//!
//! Paper doesn't grow. So every list has a limit and says how many rows it leaves out, every text is shortened to the
//! room of its place, and [`room`] decides what else a sheet has room for. Start at [`neighborhood`].

mod cover;
mod lines;
pub(super) mod neighborhood;
pub(super) mod province;
mod room;
mod schedule;

use serde::Serialize;

use crate::site::words;

/// How many rows a list on paper holds (product.md; design README, «Print»).
const ROWS: usize = 10;
/// How many rows a schedule and its responsibilities hold.
const LONG: usize = 14;

/// How many characters a row across half a sheet has room for.
const HALF_ROW: usize = 44;
/// The same across the whole sheet.
const WHOLE_ROW: usize = 104;

/// A list that paper has cut.
#[derive(Debug, Serialize)]
struct Listed<T> {
    /// The rows that are shown.
    pub rows: Vec<T>,
    /// «و ۱۲ فعالیت دیگر»; empty where nothing is left out.
    pub more: String,
}

impl<T> Listed<T> {
    /// The first of `all` rows, `most` of them at most; nothing at all where there is room for none.
    fn new(rows: impl IntoIterator<Item = T>, all: usize, most: usize, noun: &str) -> Self {
        let rows: Vec<T> = rows.into_iter().take(most).collect();
        let more = if rows.is_empty() { String::new() } else { words::rest(all - rows.len(), noun) };
        Self { rows, more }
    }
}
