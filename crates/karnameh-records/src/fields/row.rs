//! What the reader gives back: typed values with their places, asked for by key.
//!
//! Everything that can be said about one value alone has been said by then: a value that is not there is absent or was
//! reported. So `content` may turn a row into a model without looking back at the text. Start reading at [`Row`].

use std::marker::PhantomData;
use std::sync::Arc;

use super::declare::{At, FieldValue, Key, Reading};
use crate::diag::{Code, Diagnostic, Place};
use crate::persian::Day;
use crate::yaml::Span;

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Its place in the file.
    pub at: Span,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// Its number in the list of the file, from 1.
    pub number: usize,
    /// Its value.
    pub value: Value,
    /// Its place in the file.
    pub at: Span,
}

/// A decision as a record names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionText {
    /// The meeting, by id, title or alias.
    pub meeting: String,
    /// The id of the decision in it.
    pub decision: String,
}

/// A value of a file, typed by the kind of its field.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Any kind that is written as a text without a type of its own: a line, prose, a reference, a file, an address.
    Text(String),
    /// A date.
    Day(Day),
    /// A number or a percent (0–100).
    Number(f64),
    /// A whole number, or money in rial.
    Whole(u64),
    /// Yes or no.
    Bool(bool),
    /// A choice, by its English word.
    Choice(&'static str),
    /// A reference to a decision.
    Decision(Box<DecisionText>),
    /// A list, without the items that were refused.
    List(Vec<Item>),
    /// A map.
    Row(Box<Cells>),
}

impl Value {
    /// The text.
    pub fn text(self) -> Option<String> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The English word of a choice.
    pub fn choice(self) -> Option<&'static str> {
        if let Self::Choice(word) = self { Some(word) } else { None }
    }

    /// The map, as it was read by the table of `K`.
    pub fn row<K: Key>(self, file: &Arc<str>) -> Option<Row<K>> {
        match self {
            Self::Row(cells) if cells.given.len() == K::FIELDS.len() => {
                Some(Row::new(*cells, Arc::clone(file)))
            }
            _ => None,
        }
    }
}

/// What the file gave for one field.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) enum Cell {
    /// Nothing.
    #[default]
    Absent,
    /// Something that was refused, or a value that was taken out already.
    Spent(Span),
    /// A value.
    Given(Spanned<Value>),
}

/// The cells of one map, and where the map stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Cells {
    pub(super) given: Vec<Cell>,
    pub(super) at: Span,
    /// The path of fields that leads to the map, with a dot at its end; empty for a record.
    pub(super) path: String,
    /// Whether everything required is there and could be read.
    pub(super) complete: bool,
}

/// A map read by the table of `K`: a value for each key, each with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Row<K> {
    cells: Cells,
    file: Arc<str>,
    keys: PhantomData<K>,
}

impl<K: Key> Row<K> {
    pub(super) fn new(cells: Cells, file: Arc<str>) -> Self {
        debug_assert_eq!(cells.given.len(), K::FIELDS.len());
        Self { cells, file, keys: PhantomData }
    }

    /// A row of a file in which nothing is given.
    #[cfg(test)]
    pub(crate) fn empty(file: &Arc<str>) -> Self {
        let given = K::FIELDS.iter().map(|_| Cell::Absent).collect();
        let at = Span { line: 1, column: 1, length: 1 };
        Self::new(Cells { given, at, path: String::new(), complete: false }, Arc::clone(file))
    }

    /// The place of the map: its first key.
    pub fn at(&self) -> Place {
        self.place_of(self.cells.at)
    }

    /// The place of a field's value, or that of the map where the field is absent. Stays after the value is taken.
    pub fn place(&self, key: K) -> Place {
        match &self.cells.given[key.index()] {
            Cell::Absent => self.at(),
            Cell::Spent(at) | Cell::Given(Spanned { at, .. }) => self.place_of(*at),
        }
    }

    /// A place in this file.
    pub fn place_of(&self, at: Span) -> Place {
        Place::new(Arc::clone(&self.file), at.line, at.column, at.length)
    }

    /// The path of a field as diagnostics name it (`milestones[2].due`, counted from 1).
    pub fn path(&self, key: K) -> String {
        format!("{}{}", self.cells.path, key.field().en)
    }

    /// A finding about a field, at its place and with its path.
    pub fn finding(
        &self,
        code: &'static Code,
        key: K,
        fa: impl Into<String>,
        en: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic::new(code, self.place(key), fa, en).field(self.path(key))
    }

    /// Says whether the file gives the field at all, rightly or wrongly. Stays after the value is taken.
    pub fn is_given(&self, key: K) -> bool {
        self.cells.given[key.index()] != Cell::Absent
    }

    /// Says whether every required field was there and could be read.
    pub fn is_complete(&self) -> bool {
        self.cells.complete
    }

    /// The file.
    pub fn file(&self) -> &Arc<str> {
        &self.file
    }

    /// Takes a value out; `None` if it is absent or was refused. Every field is taken once.
    pub fn take<T: FieldValue>(&mut self, key: K, reading: &mut Reading<'_>) -> Option<T> {
        let cell = &mut self.cells.given[key.index()];
        let span = match cell {
            Cell::Absent | Cell::Spent(_) => return None,
            Cell::Given(given) => given.at,
        };
        let Cell::Given(given) = std::mem::replace(cell, Cell::Spent(span)) else { return None };
        let at = At { span, prefix: &self.cells.path, name: key.field().en, item: None };
        T::from_value(given.value, &at, reading)
    }
}
