//! The forms in which a table is published.

use std::path::Path;

use crate::persian::Day;

use super::table::Table;
use super::{FOLDER, XlsxError, csv, json, xlsx};

/// What a file is made for.
#[derive(Debug, Clone, Copy)]
pub struct Imprint<'a> {
    /// The report's day.
    pub day: Day,
    /// Who publishes; empty where nobody is named.
    pub publisher: &'a str,
    /// A folder for a file without a name, through which a long table passes.
    pub scratch: &'a Path,
}

/// A form of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For spreadsheets and programs.
    Csv,
    /// For programs.
    Json,
    /// For people.
    Xlsx,
}

impl Format {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Csv, Self::Json, Self::Xlsx];

    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Xlsx => "xlsx",
        }
    }

    /// Its name, as people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Json => "JSON",
            Self::Xlsx => "XLSX",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv",
            Self::Json => "application/json",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }

    /// The address of a table in this form.
    pub fn address(self, table: &Table<'_>) -> String {
        format!("{FOLDER}/{}.{}", table.name(), self.ending())
    }

    /// Says whether it can hold a table: a sheet has no room for more than 1,048,575 rows.
    pub fn holds(self, table: &Table<'_>) -> bool {
        self != Self::Xlsx || xlsx::fits(table)
    }

    /// The bytes of a table that it [`holds`](Self::holds).
    ///
    /// A workbook passes through a file in the scratch folder: that is what can fail.
    pub fn write(self, table: &Table<'_>, edition: Imprint<'_>) -> Result<Vec<u8>, XlsxError> {
        match self {
            Self::Csv => Ok(csv::csv(table)),
            Self::Json => Ok(json::json(table)),
            Self::Xlsx => xlsx::xlsx(table, edition),
        }
    }
}
