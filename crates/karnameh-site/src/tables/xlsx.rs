//! A table as a workbook for people: right to left, Persian heads and words, typed cells; a second sheet explains the
//! columns.
//!
//! Rows go to the file as they come (`constant_memory`). No text is ever taken for a formula, since only
//! `write_string` writes text. The workbook says that it was made on the report's day, so that its bytes are the same
//! whenever it is made.

use std::borrow::Cow;

use rust_xlsxwriter::{ColNum, DocProperties, ExcelDateTime, Format, RowNum, Workbook, Worksheet, XlsxError};

use crate::fields::Datum;
use crate::persian::Day;

use super::column::{About, Kind};
use super::csv::without_marks;
use super::dictionary::{kind_word, unit_word};
use super::format::Imprint;
use super::table::Table;

/// Level 6 takes four times as long for files that are a third smaller.
const ZIP_LEVEL: u8 = 1;
/// The rows that a sheet holds below its head.
const ROWS: usize = 1_048_575;
/// The characters that a cell holds.
const CELL: usize = 32_767;

/// Says whether a sheet holds the table.
pub(super) fn fits(table: &Table<'_>) -> bool {
    table.rows() <= ROWS
}

/// The bytes of a table that [`fits`].
pub(super) fn xlsx(table: &Table<'_>, edition: Imprint<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    book.set_tempdir(edition.scratch)?.set_zip_compression_level(ZIP_LEVEL);
    let properties = DocProperties::new().set_title(table.about.fa).set_author(edition.publisher);
    book.set_properties(&properties.set_creation_datetime(&excel(edition.day)?));
    let sheet = book.add_worksheet_with_constant_memory()?;
    sheet.set_name(table.about.fa)?.set_right_to_left(true).set_freeze_panes(1, 1)?;
    rows(sheet, table)?;
    let sheet = book.add_worksheet_with_constant_memory()?;
    sheet.set_name("راهنما")?.set_right_to_left(true).set_freeze_panes(1, 0)?;
    guide(sheet, table)?;
    book.save_to_buffer()
}

fn excel(day: Day) -> Result<ExcelDateTime, XlsxError> {
    use chrono::Datelike as _;
    let date = day.gregorian();
    let year = u16::try_from(date.year()).unwrap_or(u16::MAX);
    let part = |part: u32| u8::try_from(part).unwrap_or(u8::MAX);
    ExcelDateTime::from_ymd(year, part(date.month()), part(date.day()))
}

/// The head and the rows of the first sheet.
fn rows(sheet: &mut Worksheet, table: &Table<'_>) -> Result<(), XlsxError> {
    let head = Format::new().set_bold();
    let mut at: ColNum = 0;
    for about in &table.columns {
        if let Some(format) = format(about.kind) {
            sheet.set_column_format(at, &Format::new().set_num_format(format))?;
        }
        sheet.set_column_width(at, width(about.kind))?;
        sheet.write_string_with_format(0, at, about.fa(), &head)?;
        at += 1;
        if about.kind == Kind::Date {
            sheet.set_column_width(at, width(about.kind))?;
            sheet.write_string_with_format(0, at, format!("{} (شمسی)", about.fa()), &head)?;
            at += 1;
        }
    }
    let mut row: RowNum = 0;
    table.each(|cells| {
        row += 1;
        let mut at: ColNum = 0;
        for (about, cell) in table.columns.iter().zip(cells) {
            write(sheet, (row, at), about, cell)?;
            at += if about.kind == Kind::Date { 2 } else { 1 };
        }
        Ok(())
    })
}

fn write(
    sheet: &mut Worksheet,
    (row, at): (RowNum, ColNum),
    about: &About,
    cell: &Datum<'_>,
) -> Result<(), XlsxError> {
    match cell {
        Datum::Number(number) => drop(sheet.write_number(row, at, in_cell(about.kind, *number))?),
        Datum::Whole(number) => drop(sheet.write_number(row, at, *number as f64)?),
        Datum::Bool(yes) => drop(sheet.write_boolean(row, at, *yes)?),
        Datum::Day(day) => {
            sheet.write_datetime(row, at, excel(*day)?)?;
            sheet.write_string(row, at + 1, day.jalali().to_string())?;
        }
        cell => {
            if let Some(text) = about.text(cell, |word| word.fa) {
                sheet.write_string(row, at, fitting(&text))?;
            }
        }
    }
    Ok(())
}

/// A percent as Excel holds it: 0.6 for 60٪.
fn in_cell(kind: Kind, number: f64) -> f64 {
    if kind == Kind::Percent { number / 100.0 } else { number }
}

/// A text that a cell holds, without marks of direction; what is longer ends in «…».
fn fitting(text: &str) -> Cow<'_, str> {
    let text = without_marks(text);
    // No text has more characters than bytes.
    if text.len() <= CELL || text.chars().nth(CELL).is_none() {
        return text;
    }
    text.chars().take(CELL - 1).chain(['…']).collect()
}

/// The number format of a column.
fn format(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Date => Some("yyyy-mm-dd"),
        Kind::Percent | Kind::Share => Some("0.0%"),
        Kind::Points => Some("0.0"),
        Kind::Money | Kind::People => Some("#,##0"),
        _ => None,
    }
}

/// The width of a column, in characters.
fn width(kind: Kind) -> f64 {
    match kind {
        Kind::Prose => 48.0,
        Kind::Text | Kind::Texts | Kind::Ids => 28.0,
        Kind::Id | Kind::Choice(_) | Kind::Money => 20.0,
        _ => 13.0,
    }
}

/// The sheet that explains the columns.
fn guide(sheet: &mut Worksheet, table: &Table<'_>) -> Result<(), XlsxError> {
    let head = Format::new().set_bold();
    for (at, (text, width)) in (0..).zip([
        ("ستون", 24.0),
        ("نام در CSV و JSON", 24.0),
        ("نوع", 20.0),
        ("واحد", 20.0),
        ("معنی", 70.0),
    ]) {
        sheet.set_column_width(at, width)?;
        sheet.write_string_with_format(0, at, text, &head)?;
    }
    for (row, about) in (1..).zip(&table.columns) {
        let texts =
            [&*about.fa(), &*about.name(), &kind_word(about.kind), unit_word(about), about.meaning_fa];
        for (at, text) in (0..).zip(texts) {
            sheet.write_string(row, at, text)?;
        }
    }
    Ok(())
}
