//! What the reader gives back: typed values with their places, asked for by key.
//!
//! Everything that can be said about one value alone has been said by then: a value that is not there is absent or was
//! reported. So `content` may turn a row into a model without looking back at the text. Start reading at [`Row`].

use std::marker::PhantomData;
use std::sync::Arc;

use super::key::{Common, Key, PhotoKey, RecordKey};
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

impl<T> Spanned<T> {
    /// Changes the value and keeps the place.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { value: change(self.value), at: self.at }
    }
}

/// A decision as a record names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionRef {
    /// The meeting, by id, title or alias.
    pub meeting: String,
    /// The id of the decision in it.
    pub decision: String,
}

/// A photo as a record names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// Its file, a path under `content/media/`.
    pub file: Spanned<String>,
    /// What it shows.
    pub alt: Option<Spanned<String>>,
}

/// A typed value, before a key asks for it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    Text(String),
    Day(Day),
    Number(f64),
    Whole(u64),
    Bool(bool),
    Choice(&'static str),
    Decision(Box<DecisionRef>),
    List(Vec<Spanned<Value>>),
    Row(Box<Cells>),
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
pub(super) struct Cells {
    pub(super) given: Vec<Cell>,
    pub(super) at: Span,
    /// The path of fields that leads to the map, with a dot at its end; empty for a record.
    pub(super) path: String,
    /// Whether everything required is there and could be read.
    pub(super) complete: bool,
}

/// A map read by the table of `K`: a value for each key, each with its place.
///
/// The accessors *take* a value out: every field is read once. Ask with the accessor that fits the field's
/// [`Kind`](super::Kind); a wrong one is a slip of the program, fails in debug builds and gives nothing in others.
#[derive(Debug, Clone, PartialEq)]
pub struct Row<K> {
    cells: Cells,
    file: Arc<str>,
    keys: PhantomData<K>,
}

/// A record: what every record has, and what its kind adds.
#[derive(Debug, Clone, PartialEq)]
pub struct Record<K: RecordKey> {
    /// The fields of every record.
    pub common: Row<Common>,
    /// The fields of its kind.
    pub own: Row<K>,
}

impl<K: Key> Row<K> {
    pub(super) fn new(cells: Cells, file: Arc<str>) -> Self {
        debug_assert_eq!(cells.given.len(), K::FIELDS.len());
        Self { cells, file, keys: PhantomData }
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

    /// Takes a text: any field whose value is written as one line or as prose, a reference, a file, an address, an
    /// id, a code, a colour or a digest.
    pub fn text(&mut self, key: K) -> Option<Spanned<String>> {
        self.take(key, text)
    }

    /// Takes a list of texts or of references; empty where it is absent.
    pub fn texts(&mut self, key: K) -> Vec<Spanned<String>> {
        self.take_list(key, text)
    }

    /// Takes a date.
    pub fn date(&mut self, key: K) -> Option<Spanned<Day>> {
        self.take(key, |value| if let Value::Day(day) = value { Some(day) } else { None })
    }

    /// Takes a number or a percent (0–100).
    pub fn number(&mut self, key: K) -> Option<Spanned<f64>> {
        self.take(key, |value| if let Value::Number(number) = value { Some(number) } else { None })
    }

    /// Takes a whole number, or money in rial.
    pub fn whole(&mut self, key: K) -> Option<Spanned<u64>> {
        self.take(key, |value| if let Value::Whole(number) = value { Some(number) } else { None })
    }

    /// Takes a yes or no.
    pub fn bool(&mut self, key: K) -> Option<Spanned<bool>> {
        self.take(key, |value| if let Value::Bool(yes) = value { Some(yes) } else { None })
    }

    /// Takes a yes or no that is no where it is absent.
    pub fn flag(&mut self, key: K) -> bool {
        self.bool(key).is_some_and(|yes| yes.value)
    }

    /// Takes a choice, by its English word in the table.
    pub fn choice(&mut self, key: K) -> Option<Spanned<&'static str>> {
        self.take(key, |value| if let Value::Choice(word) = value { Some(word) } else { None })
    }

    /// Takes a reference to a decision.
    pub fn decision(&mut self, key: K) -> Option<Spanned<DecisionRef>> {
        self.take(key, |value| if let Value::Decision(decision) = value { Some(*decision) } else { None })
    }

    /// Takes a photo.
    pub fn photo(&mut self, key: K) -> Option<Photo> {
        let file = Arc::clone(&self.file);
        self.take(key, |value| photo(value, &file)).map(|photo| photo.value)
    }

    /// Takes a list of photos; empty where it is absent.
    pub fn photos(&mut self, key: K) -> Vec<Photo> {
        let file = Arc::clone(&self.file);
        self.take_list(key, |value| photo(value, &file)).into_iter().map(|photo| photo.value).collect()
    }

    /// Takes a map by its own table.
    pub fn row<M: Key>(&mut self, key: K) -> Option<Row<M>> {
        let file = Arc::clone(&self.file);
        self.take(key, |value| row(value, &file)).map(|row| row.value)
    }

    /// Takes a list of maps by their own table; empty where it is absent.
    pub fn rows<M: Key>(&mut self, key: K) -> Vec<Row<M>> {
        let file = Arc::clone(&self.file);
        self.take_list(key, |value| row(value, &file)).into_iter().map(|row| row.value).collect()
    }

    fn take<T>(&mut self, key: K, as_type: impl FnOnce(Value) -> Option<T>) -> Option<Spanned<T>> {
        let cell = &mut self.cells.given[key.index()];
        let at = match cell {
            Cell::Absent | Cell::Spent(_) => return None,
            Cell::Given(given) => given.at,
        };
        let Cell::Given(given) = std::mem::replace(cell, Cell::Spent(at)) else { return None };
        let value = as_type(given.value);
        debug_assert!(value.is_some(), "`{}` was asked for as another kind than the table's", key.field().en);
        value.map(|value| Spanned { value, at })
    }

    fn take_list<T>(&mut self, key: K, as_type: impl Fn(Value) -> Option<T>) -> Vec<Spanned<T>> {
        let list = self.take(key, |value| if let Value::List(items) = value { Some(items) } else { None });
        let items = list.map_or_else(Vec::new, |list| list.value);
        items
            .into_iter()
            .filter_map(|item| {
                let value = as_type(item.value);
                debug_assert!(
                    value.is_some(),
                    "`{}` was asked for as another kind than the table's",
                    key.field().en
                );
                value.map(|value| Spanned { value, at: item.at })
            })
            .collect()
    }
}

fn text(value: Value) -> Option<String> {
    if let Value::Text(text) = value { Some(text) } else { None }
}

fn row<M: Key>(value: Value, file: &Arc<str>) -> Option<Row<M>> {
    match value {
        Value::Row(cells) if cells.given.len() == M::FIELDS.len() => Some(Row::new(*cells, Arc::clone(file))),
        _ => None,
    }
}

fn photo(value: Value, file: &Arc<str>) -> Option<Photo> {
    let mut row = row::<PhotoKey>(value, file)?;
    let alt = row.text(PhotoKey::Alt);
    row.text(PhotoKey::File).map(|file| Photo { file, alt })
}
