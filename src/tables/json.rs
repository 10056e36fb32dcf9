//! A table as JSON: a list of objects, one a line, with the keys of CSV; texts as they were typed, `null` for what is
//! unknown, lists as lists.

use std::io::Write as _;

use serde::Serialize;

use super::csv::fields;
use super::table::Table;
use super::value::Value;

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
                write(&mut out, cell)?;
                if let Some(twin) = keys.get(1) {
                    out.push(b',');
                    out.extend_from_slice(twin.as_bytes());
                    put(
                        &mut out,
                        &if let Value::Day(day) = cell { Some(day.jalali().to_string()) } else { None },
                    )?;
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

fn write(out: &mut Vec<u8>, cell: &Value<'_>) -> serde_json::Result<()> {
    match cell {
        Value::Absent => put(out, &()),
        Value::Text(text) => put(out, text),
        Value::Texts(list) => put(out, list),
        Value::Ids(list) => put(out, list),
        Value::Day(day) => put(out, &day.iso()),
        Value::Number(number) => put(out, number),
        Value::Whole(number) => put(out, number),
        Value::Bool(yes) => put(out, yes),
        Value::Fewer(floor) => {
            write!(out, "\"<{floor}\"").expect(SOUND);
            Ok(())
        }
    }
}

fn put<T: Serialize + ?Sized>(out: &mut Vec<u8>, value: &T) -> serde_json::Result<()> {
    serde_json::to_writer(out, value)
}
