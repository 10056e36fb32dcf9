//! What there is to download, as the page of open data is told it.
//!
//! Tables and their dictionary are the business of `tables`, which writes them before the pages are rendered; what it
//! says of them passes through here in plain values.

/// Everything that the page of open data tells of.
#[derive(Debug, Clone, Default)]
pub struct OpenData {
    /// The tables, in the order in which they are shown.
    pub tables: Vec<DataTable>,
    /// Files that are no tables: `progress.json`, `datapackage.json`.
    pub others: Vec<DataFile>,
}

/// A file to download.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataFile {
    /// Its address from the site's root.
    pub address: String,
    /// «CSV»
    pub format: String,
    /// Its size in bytes; `None` where it was not written, since nothing is.
    pub bytes: Option<u64>,
}

/// A table and its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataTable {
    /// Its name in addresses («indicator-values»).
    pub name: String,
    /// Its Persian title.
    pub title: String,
    /// What a row is.
    pub meaning: String,
    /// How many rows it has.
    pub rows: usize,
    /// Its files.
    pub files: Vec<DataFile>,
    /// Its columns.
    pub columns: Vec<DataColumn>,
}

/// A column of the data dictionary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataColumn {
    /// Its name in CSV and JSON.
    pub name: String,
    /// Its Persian name.
    pub fa: String,
    /// Its type, in words.
    pub kind: String,
    /// Its unit; empty where there is none.
    pub unit: String,
    /// What it means.
    pub meaning: String,
    /// The words that it may hold: in files, and in Persian.
    pub words: Vec<(String, String)>,
    /// The name of the table whose ids it holds; empty for none.
    pub refers: String,
    /// It has a Solar Hijri twin («…_jalali»).
    pub dated: bool,
}
