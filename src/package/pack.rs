//! A package to bytes: the same for the same edition, whatever the machine, the day and the number of cores.
//!
//! Entries stand in the order of their names, all have T as their time, and the text is compressed by one library at
//! one level. `SHA256SUMS` lists every other entry as `sha256sum -c` reads it.

use std::fmt::Write as _;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::{Package, SUMS};
use crate::digest::Digest;
use crate::persian::Day;

impl Package {
    /// The bytes of the file.
    pub fn pack(&self) -> Vec<u8> {
        let mut files: Vec<(&str, &[u8])> =
            self.files.iter().map(|(name, bytes)| (&**name, &**bytes)).collect();
        let sums = sums(&files);
        files.insert(0, (SUMS, &sums));
        zipped(&files, self.manifest.as_of)
    }
}

fn sums(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut text = String::new();
    for (name, bytes) in files {
        let _ = writeln!(text, "{}  {name}", Digest::of(bytes));
    }
    text.into_bytes()
}

/// Writes the zip into memory.
fn zipped(files: &[(&str, &[u8])], day: Day) -> Vec<u8> {
    try_zipped(files, day).expect("names differ and are short, and memory takes what is written")
}

fn try_zipped(files: &[(&str, &[u8])], day: Day) -> zip::result::ZipResult<Vec<u8>> {
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
