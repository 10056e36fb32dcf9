//! The data dictionary: what stands in each table and each column, in words, for the page of open data.

use crate::persian::text::page_digits;
use crate::site::data::{DataColumn, DataFile, DataTable};

use super::column::{About, Kind};
use super::table::Table;

/// The Persian word of a type.
pub(super) fn kind_word(kind: Kind) -> String {
    let word = match kind {
        Kind::Text => "متن",
        Kind::Prose => "متن چندسطری",
        Kind::Texts => "چند متن، هر یک در یک سطر",
        Kind::Id => "شناسه",
        Kind::Ids => "چند شناسه با «;» میان آن‌ها",
        Kind::Date => "تاریخ",
        Kind::Number => "عدد",
        Kind::Percent => "درصد",
        Kind::Points => "واحد درصد",
        Kind::Share => "سهم",
        Kind::Whole | Kind::Money => "عدد صحیح",
        Kind::People => "عدد صحیح یا «کمتر از …»",
        Kind::Bool => "بله یا خیر",
        Kind::Choice(_) => "یکی از چند واژه",
    };
    word.to_owned()
}

/// The Persian unit; empty where there is none, or where the type says it.
pub(super) fn unit_word(about: &About) -> &'static str {
    about.unit_words().0
}

/// The words of a choice: «`done` پایان‌یافته».
fn words(kind: Kind) -> Vec<(String, String)> {
    match kind {
        Kind::Choice(choices) => {
            choices.iter().map(|choice| (choice.en.to_owned(), choice.fa.to_owned())).collect()
        }
        _ => Vec::new(),
    }
}

/// A table for the page of open data; `files` are those that were written of it.
pub(super) fn entry(table: &Table<'_>, files: Vec<DataFile>) -> DataTable {
    let column = |about: &About| DataColumn {
        name: about.name().into_owned(),
        fa: about.fa().into_owned(),
        kind: kind_word(about.kind),
        unit: unit_word(about).to_owned(),
        meaning: page_digits(about.meaning_fa).into_owned(),
        words: words(about.kind),
        refers: about.refers.unwrap_or_default().to_owned(),
        dated: about.kind == Kind::Date,
    };
    DataTable {
        name: table.about.name.to_owned(),
        title: table.about.fa.to_owned(),
        meaning: table.about.meaning_fa.clone().into_owned(),
        rows: table.rows(),
        files,
        columns: table.columns.iter().map(column).collect(),
    }
}
