//! Rows of figures as JSON: `data/progress.json` of the site, and `figures.json` of a package.

use serde::Serialize;

use super::{Figure, Form};
use crate::fields::Datum;

/// Writes rows one a line, commas between.
pub fn write_lines<T>(
    json: &mut Vec<u8>,
    rows: impl IntoIterator<Item = T>,
    mut write_row: impl FnMut(T, &mut Vec<u8>),
) {
    for (position, row) in rows.into_iter().enumerate() {
        json.extend_from_slice(if position == 0 { b"\n" } else { b",\n" });
        write_row(row, json);
    }
}

/// Writes those figures of a row that the file has, with an object for each part.
pub fn write_object<'a>(json: &mut Vec<u8>, figures: impl Iterator<Item = (&'static Figure, Datum<'a>)>) {
    let mut open = None;
    json.push(b'{');
    for (figure, value) in figures.filter(|(figure, _)| figure.role().is_some()) {
        if figure.part != open {
            if open.is_some() {
                json.push(b'}');
            }
            if let Some(part) = figure.part {
                write_key(json, part.key);
                json.push(b'{');
            }
            open = figure.part;
        }
        if figure.form != Form::CountAboveZero || value != Datum::Whole(0) {
            write_key(json, figure.key);
            write(json, &value);
        }
    }
    if open.is_some() {
        json.push(b'}');
    }
    json.push(b'}');
}

/// Writes a key of an object, after a comma unless it is the first one.
fn write_key(json: &mut Vec<u8>, key: &str) {
    if json.last() != Some(&b'{') {
        json.push(b',');
    }
    write(json, &key);
    json.push(b':');
}

fn write(json: &mut Vec<u8>, value: &impl Serialize) {
    serde_json::to_writer(json, value).expect("keys are texts and writing to memory doesn't fail");
}
