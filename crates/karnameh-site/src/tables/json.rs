//! A table as JSON: a list of objects, one a line, with the keys of CSV; texts as they were typed, `null` for what is
//! unknown, lists as lists.

use serde::Serialize;

use crate::fields::Datum;

use super::csv::fields;
use super::table::Table;

const SOUND: &str = "writing JSON to memory doesn't fail";

/// The bytes of a table.
pub(super) fn json(table: &Table<'_>) -> Vec<u8> {
    // `"name":` of each column, and of the twin of a date.
    let keys: Vec<Vec<String>> = table
        .columns
        .iter()
        .map(|about| fields(about).map(|(name, _)| format!("\"{name}\":")).collect())
        .collect();
    let mut out = b"[".to_vec();
    let mut before = "\n{";
    table
        .each(|cells| {
            for (keys, cell) in keys.iter().zip(cells) {
                out.extend_from_slice(before.as_bytes());
                before = ",";
                out.extend_from_slice(keys[0].as_bytes());
                put(&mut out, cell)?;
                if let Some(key) = keys.get(1) {
                    out.push(b',');
                    out.extend_from_slice(key.as_bytes());
                    let twin = if let Datum::Day(day) = cell { Some(day.jalali().to_string()) } else { None };
                    put(&mut out, &twin)?;
                }
            }
            out.push(b'}');
            before = ",\n{";
            serde_json::Result::Ok(())
        })
        .expect(SOUND);
    out.extend_from_slice(if table.rows() == 0 { b"]\n" } else { b"\n]\n" });
    out
}

fn put<T: Serialize + ?Sized>(out: &mut Vec<u8>, value: &T) -> serde_json::Result<()> {
    serde_json::to_writer(out, value)
}
