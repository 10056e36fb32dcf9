//! Public data files from records and figures: what docs/DATA.md promises to other programs.
//!
//! [`tables`] lists the published tables; a [`Format`] writes one, [`Package`] tells of all files in `datapackage.json`,
//! [`describe`] tells the page of open data what there is. `figures` writes the file beside them, `data/progress.json`. Everything is as of the report's day: nothing later, no draft, no telephone, small groups
//! masked (F29). Start reading at `catalog`.

mod catalog;
mod column;
mod context;
mod csv;
mod data_md;
mod dictionary;
mod format;
mod json;
mod licenses;
mod package;
mod table;
mod xlsx;

pub use context::Context;
pub use data_md::data_md;
pub use format::{Format, Imprint};
pub use package::{Package, Written};
pub use rust_xlsxwriter::XlsxError;
pub use table::Table;

use crate::site::data::{DataFile, DataTable};

/// Where the figures stand.
pub const PROGRESS: &str = "data/progress.json";
/// The folder of all data files.
const FOLDER: &str = "data";

/// Every table of a site.
pub fn tables(context: Context<'_>) -> Vec<Table<'_>> {
    catalog::tables(Some(context))
}

/// The addresses of every file of the tables, whatever a site holds.
pub fn addresses() -> Vec<String> {
    let tables = catalog::tables(None);
    tables.iter().flat_map(|table| Format::ALL.map(|format| format.address(table))).collect()
}

/// What the page of open data says of a table; `files` are those that were written of it.
pub fn describe(table: &Table<'_>, files: Vec<DataFile>) -> DataTable {
    dictionary::entry(table, files)
}
