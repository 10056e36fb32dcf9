//! A table as CSV: UTF-8 with BOM, lines end in CRLF (RFC 4180), each date in two columns, numbers plain ASCII.
//!
//! A text that a spreadsheet would take for a formula gets a leading `'`; marks of direction are left out, since they
//! make equal texts different.

use std::borrow::Cow;
use std::io::Write as _;

use ::csv::{Terminator, Writer, WriterBuilder};
use memchr::memchr_iter;

use crate::fields::Datum;

use super::column::{About, Kind};
use super::table::Table;

/// By which spreadsheets know the encoding.
const BOM: &[u8] = b"\xef\xbb\xbf";

/// Writing to memory doesn't fail, and every line has the same number of fields.
const SOUND: &str = "writing CSV to memory doesn't fail";

/// The bytes of a table.
pub(super) fn csv(table: &Table<'_>) -> Vec<u8> {
    let mut out = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(BOM.to_vec());
    let heads = table.columns.iter().flat_map(fields);
    out.write_record(heads.map(|(name, _)| name.into_owned())).expect(SOUND);
    let mut scratch = Vec::new();
    table
        .each(|cells| {
            for (about, cell) in table.columns.iter().zip(cells) {
                write(&mut out, about, cell, &mut scratch)?;
            }
            out.write_record(None::<&[u8]>)
        })
        .expect(SOUND);
    out.into_inner().expect(SOUND)
}

/// The fields of a column: itself, and for a date its Solar Hijri twin, which alone is text.
pub(super) fn fields(about: &About) -> impl Iterator<Item = (Cow<'static, str>, bool)> + use<> {
    let twin = (about.kind == Kind::Date).then(|| (Cow::Owned(format!("{}_jalali", about.name())), true));
    std::iter::once((about.name(), false)).chain(twin)
}

fn write(
    out: &mut Writer<Vec<u8>>,
    about: &About,
    cell: &Datum<'_>,
    scratch: &mut Vec<u8>,
) -> ::csv::Result<()> {
    scratch.clear();
    match cell {
        Datum::Number(number) => write!(scratch, "{number}")?,
        Datum::Whole(number) => write!(scratch, "{number}")?,
        Datum::Bool(yes) => write!(scratch, "{yes}")?,
        Datum::Day(day) => {
            out.write_field(day.iso())?;
            return out.write_field(day.jalali().to_string());
        }
        cell => {
            if let Some(text) = about.text(cell, |word| word.en) {
                return out.write_field(&*safe(&text));
            }
        }
    }
    out.write_field(&scratch)?;
    // An absent day leaves both of its fields empty.
    if about.kind == Kind::Date { out.write_field("") } else { Ok(()) }
}

/// A text without marks of direction, that no spreadsheet takes for a formula.
fn safe(text: &str) -> Cow<'_, str> {
    let text = without_marks(text);
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { Cow::Owned(format!("'{text}")) } else { text }
}

/// A text without marks of direction (LRM, RLM, ALM and isolates).
pub(super) fn without_marks(text: &str) -> Cow<'_, str> {
    const MARKS: [char; 7] =
        ['\u{61c}', '\u{200e}', '\u{200f}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'];
    // Hardly a text has one: all but ALM begin with a byte that Persian has in ZWNJ alone.
    let bytes = text.as_bytes();
    let is_mark = |at: usize| matches!(bytes[at + 1..], [0x80, 0x8e | 0x8f, ..] | [0x81, 0xa6..=0xa9, ..]);
    if memchr_iter(0xe2, bytes).any(is_mark) || text.contains(MARKS[0]) {
        Cow::Owned(text.replace(MARKS, ""))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn no_text_is_a_formula() {
        for (text, written) in [
            ("=1+1", "'=1+1"),
            ("+98 25", "'+98 25"),
            ("-", "'-"),
            ("@x", "'@x"),
            ("\tx", "'\tx"),
            ("\rx", "'\rx"),
            ("\u{200f}=1", "'=1"),
            ("الف\u{200e}-ب", "الف-ب"),
            ("الف\u{61c}", "الف"),
            ("\u{2066}−۶\u{2069}", "−۶"),
            ("می\u{200c}شود", "می\u{200c}شود"),
            ("1=1", "1=1"),
            ("", ""),
        ] {
            assert_eq!(safe(text), written);
        }
    }
}
