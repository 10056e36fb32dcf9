//! What is not the same in two editions. Start reading at [`Difference::between`].

use std::collections::HashMap;

use crate::fields::Datum;
use crate::figures::{Figure, Kind};

use super::edition::{Edition, Row, compared};

/// What is not the same in two editions: groups, activities and decisions, each in the order of the data, which is by
/// kind and then by id.
#[derive(Debug)]
pub struct Difference<'e> {
    /// The edition that was named first.
    pub before: &'e Edition,
    /// The edition that was named second.
    pub after: &'e Edition,
    /// What the second alone has.
    pub added: Vec<&'e Row>,
    /// What the first alone has.
    pub gone: Vec<&'e Row>,
    /// What both have, and not the same.
    pub changed: Vec<Change<'e>>,
}

/// A row of both editions whose values differ.
#[derive(Debug)]
pub struct Change<'e> {
    /// As it was.
    pub before: &'e Row,
    /// As it is.
    pub after: &'e Row,
}

impl<'e> Change<'e> {
    /// The figures that differ, with both values.
    pub fn figures(
        &self,
    ) -> impl Iterator<Item = (&'static Figure, &'e Datum<'static>, &'e Datum<'static>)> + use<'e> {
        let values = self.before.values.iter().zip(&self.after.values);
        let figures = compared(self.after.kind).zip(values);
        figures
            .filter(|(_, (before, after))| !before.is(after))
            .map(|(figure, (before, after))| (figure, before, after))
    }
}

impl<'e> Difference<'e> {
    /// Compares two editions.
    pub fn between(before: &'e Edition, after: &'e Edition) -> Self {
        let (old, new) = (by_name(before), by_name(after));
        let changed = after.rows.iter().filter_map(|row| {
            let change = Change { before: old.get(&(row.kind, &*row.id))?, after: row };
            change.figures().next().is_some().then_some(change)
        });
        Self {
            added: lacking(after, &old),
            gone: lacking(before, &new),
            changed: changed.collect(),
            before,
            after,
        }
    }

    /// Whether the two say the same; their days may be two all the same.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.gone.is_empty() && self.changed.is_empty()
    }

    /// Whether the two are called otherwise, as those of two provinces are.
    pub fn of_two_sites(&self) -> bool {
        self.before.title() != self.after.title()
    }

    /// Whether the second is of an earlier day than the first.
    pub fn is_backward(&self) -> bool {
        self.after.day < self.before.day
    }
}

type ByName<'e> = HashMap<(Kind, &'e str), &'e Row>;

fn by_name(edition: &Edition) -> ByName<'_> {
    edition.rows.iter().map(|row| ((row.kind, &*row.id), row)).collect()
}

/// The rows of an edition that another doesn't have.
fn lacking<'e>(edition: &'e Edition, other: &ByName<'_>) -> Vec<&'e Row> {
    edition.rows.iter().filter(|row| !other.contains_key(&(row.kind, &*row.id))).collect()
}
