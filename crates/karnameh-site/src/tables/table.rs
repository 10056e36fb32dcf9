//! A published table: what it is, its columns, and its rows one by one.

use std::borrow::Cow;

use super::column::{About, Column};
use super::context::Context;
use crate::fields::Datum;
use crate::model::RecordKind;

/// What a table is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TableAbout {
    /// Its name: of its files (`data/NAME.csv`) and in `datapackage.json`.
    pub name: &'static str,
    /// Its Persian title, at most 31 characters: it is the name of a sheet.
    pub fa: &'static str,
    /// What a row is, in Persian.
    pub meaning_fa: Cow<'static, str>,
    /// What a row is, in English.
    pub meaning_en: Cow<'static, str>,
    /// The columns that tell its rows apart.
    pub key: &'static [&'static str],
}

impl TableAbout {
    /// A table with a row for each record of a kind.
    pub(super) fn of_kind(kind: RecordKind) -> Self {
        Self {
            name: kind.folder(),
            fa: kind.many_fa(),
            meaning_fa: format!("هر ردیف یک {} است.", kind.fa()).into(),
            meaning_en: format!("One row per {}.", kind.en()).into(),
            key: &["id"],
        }
    }
}

/// A table, ready to be written.
pub struct Table<'a> {
    pub(super) about: TableAbout,
    pub(super) columns: Vec<About>,
    /// Columns of another table that several columns refer to together: own columns, table, its columns.
    pub(super) refers: Option<(&'static [&'static str], &'static str, &'static [&'static str])>,
    rows: Box<dyn Rows<'a> + 'a>,
}

/// Rows of whatever type, as cells.
trait Rows<'a>: Sync {
    fn count(&self) -> usize;
    fn fill(&self, row: usize, cells: &mut Vec<Datum<'a>>);
}

struct Filled<'a, R> {
    context: Option<Context<'a>>,
    columns: Vec<Column<'a, R>>,
    rows: Vec<R>,
}

impl<'a, R: Copy + Sync> Rows<'a> for Filled<'a, R> {
    fn count(&self) -> usize {
        self.rows.len()
    }

    fn fill(&self, row: usize, cells: &mut Vec<Datum<'a>>) {
        cells.clear();
        if let Some(context) = &self.context {
            let row = self.rows[row];
            cells.extend(self.columns.iter().map(|column| context.named((column.cell)(context, row))));
        }
    }
}

impl<'a> Table<'a> {
    /// A table whose rows are listed by `list`; without a context it has none.
    pub(super) fn new<R: Copy + Sync + 'a>(
        about: TableAbout,
        context: Option<Context<'a>>,
        columns: Vec<Column<'a, R>>,
        list: impl FnOnce(Context<'a>) -> Vec<R>,
    ) -> Self {
        Self {
            about,
            columns: columns.iter().map(|column| column.about).collect(),
            refers: None,
            rows: Box::new(Filled { context, columns, rows: context.map(list).unwrap_or_default() }),
        }
    }

    /// The name of its files, without their folder and ending.
    pub fn name(&self) -> &'static str {
        self.about.name
    }

    /// How many rows it has.
    pub fn rows(&self) -> usize {
        self.rows.count()
    }

    /// Gives every row to `take`, in order; the cells' buffer is used again for each.
    pub(super) fn each<E>(&self, mut take: impl FnMut(&[Datum<'a>]) -> Result<(), E>) -> Result<(), E> {
        let mut cells = Vec::with_capacity(self.columns.len());
        for row in 0..self.rows() {
            self.rows.fill(row, &mut cells);
            take(&cells)?;
        }
        Ok(())
    }
}
