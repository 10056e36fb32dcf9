//! A package to bytes: the same for the same edition, whatever the machine, the day and the number of cores.
//!
//! Entries stand in the order of their names, all have T as their time, and the text is compressed by one library at
//! one level. `SHA256SUMS` lists every other entry as `sha256sum -c` reads it.

use std::fmt::Write as _;
use std::io::{Cursor, Write};

use serde::Serialize;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::Package;
use super::reader;
use crate::digest::Digest;
use crate::persian::Day;

/// The entry that lists the others.
pub(super) const SUMS: &str = "SHA256SUMS";
/// What it is and where it comes from.
pub(super) const MANIFEST: &str = "manifest.json";
/// The records.
pub(super) const RECORDS: &str = "records.json";

impl Package {
    /// The bytes of the file.
    pub fn pack(&self) -> Vec<u8> {
        let mut files = vec![
            (reader::PAGE, reader::page(self).into_bytes()),
            (MANIFEST, json(&self.manifest)),
            (reader::STYLE, reader::CSS.as_bytes().to_vec()),
            (RECORDS, json(&self.records)),
        ];
        files.extend(self.files.iter().map(|(name, bytes)| (&**name, bytes.clone())));
        files.sort_by_key(|(name, _)| *name);
        let sums = sums(&files);
        files.insert(0, (SUMS, sums));
        zipped(&files, self.manifest.as_of.0)
    }
}

fn sums(files: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut text = String::new();
    for (name, bytes) in files {
        let _ = writeln!(text, "{}  {name}", Digest::of(bytes));
    }
    text.into_bytes()
}

fn json(value: &impl Serialize) -> Vec<u8> {
    let mut bytes =
        serde_json::to_vec_pretty(value).expect("keys are texts, and memory takes what is written");
    bytes.push(b'\n');
    bytes
}

/// Writes the zip into memory.
fn zipped(files: &[(&str, Vec<u8>)], day: Day) -> Vec<u8> {
    try_zipped(files, day).expect("names differ and are short, and memory takes what is written")
}

fn try_zipped(files: &[(&str, Vec<u8>)], day: Day) -> zip::result::ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(noon(day))
        .unix_permissions(0o644)
        .system(System::Unix);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// The noon of a day; the first that a zip knows where it lies before that.
fn noon(day: Day) -> DateTime {
    let date = day.iso();
    let mut parts = date.split('-').map(str::parse::<u16>);
    let mut next = || parts.next().and_then(Result::ok);
    let narrow = |part: u16| u8::try_from(part).ok();
    let moment = (|| {
        let (year, month, of_month) = (next()?, narrow(next()?)?, narrow(next()?)?);
        DateTime::from_date_and_time(year, month, of_month, 12, 0, 0).ok()
    })();
    moment.unwrap_or_default()
}
