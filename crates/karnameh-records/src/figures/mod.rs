//! The vocabulary of figures: one row for every figure that is published.
//!
//! A row says the key of a figure, its names in Persian and English, what it means, what kind of value it has, where it
//! is published, how two editions are compared by it, by which rule it is computed, and how it is read from what
//! `progress` measured. `data/progress.json`, the columns of the tables, the data dictionary, `docs/DATA.md`, `diff`,
//! packages and pages take all of this from here: a new figure is one new row. [`progress_json()`] writes that file. Start
//! reading at `activity.rs`.

pub mod activity;
pub mod decisions;
mod figure;
pub mod group;
pub mod json;
mod kind;
mod progress_json;
pub mod series;

pub use activity::ActivityRow;
pub use figure::{Figure, Form, MEASURES, Part, Publication, Role, STATES};
pub use group::GroupRow;
pub use kind::{GROUP_KINDS, Kind};
pub use progress_json::{CONTRACT_VERSION, progress_json};
pub use series::SeriesRow;

/// Declares the figures of one kind of row: for each a constant, with its rule and how its value is read.
///
/// `ALL` lists them in the order of the declaration, which is that of the keys in `data/progress.json`.
macro_rules! figures {
    ($subject:ident; $($name:ident $rule:literal = $figure:expr => $value:expr;)*) => {
        $(#[doc = concat!("By rule ", $rule, ".")]
        pub const $name: Figure = $figure.by_rule($rule);)*

        /// All of them, in the order of the keys in `data/progress.json`.
        pub const ALL: &[Figure] = &[$($name),*];

        /// How a figure is read from a row.
        pub type Read = for<'a> fn(&$subject<'a>) -> crate::fields::Datum<'a>;

        const READ: &[Read] = &[$($value),*];

        /// Every figure, and how it is read from a row.
        pub fn all() -> impl Iterator<Item = (&'static Figure, Read)> {
            ALL.iter().zip(READ.iter().copied())
        }
    };
}
use figures;

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::progress::State;

    /// The lists, each with the keys that its rows stand by in the tables.
    fn lists() -> [&'static [Figure]; 4] {
        [activity::ALL, group::ALL, decisions::ALL, series::ALL]
    }

    #[test]
    fn keys_and_columns_of_a_list_are_unique() {
        for list in lists() {
            let paths: HashSet<_> = list.iter().map(Figure::path).collect();
            let columns: HashSet<_> = list.iter().map(|figure| figure.column).collect();
            assert_eq!((paths.len(), columns.len()), (list.len(), list.len()));
        }
    }

    #[test]
    fn a_column_has_the_name_of_its_key() {
        for figure in [activity::ALL, group::ALL, series::ALL].into_iter().flatten() {
            assert_eq!(figure.column, figure.path().replace(['.', '-'], "_"));
        }
        for figure in decisions::ALL {
            assert_eq!(figure.column, format!("decisions_{}", figure.key));
        }
    }

    #[test]
    fn a_group_counts_every_state_under_its_own_word() {
        let counts = group::ALL.iter().filter(|figure| figure.form == Form::CountAboveZero);
        let words: Vec<_> = counts.map(|figure| (figure.key, figure.fa)).collect();
        assert_eq!(words, State::ALL.map(|state| (state.key(), state.fa())));
    }

    #[test]
    fn parts_of_one_object_stand_together() {
        for list in lists() {
            let mut parts: Vec<_> = list.iter().map(|figure| figure.part.map(|part| part.key)).collect();
            parts.dedup();
            let objects: Vec<_> = parts.into_iter().flatten().collect();
            assert_eq!(objects.iter().collect::<HashSet<_>>().len(), objects.len(), "{objects:?}");
        }
    }
}
