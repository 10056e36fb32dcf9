//! Writes reproducible zips: entries sorted by path, with the same time, mode and compression level, and independent of the
//! machine.
//!
//! Small files are compressed in parallel, one batch at a time, with the same result.

use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::Path;

use rayon::prelude::*;
use zip::write::{PreparedZipFile, SimpleFileOptions};
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use crate::persian::Day;

use super::error::ArchiveError;
use super::item::Item;

/// Files up to this size in bytes are compressed in memory.
const SMALL: u64 = 4 << 20;
/// The total size of the files that are compressed at the same time, in bytes.
const BATCH: u64 = 64 << 20;
/// The chunk size for larger files, in bytes.
const CHUNK: usize = 256 << 10;
/// The size in bytes from which an entry uses Zip64: below 4 GiB, with room for incompressible data to grow.
const LARGE: u64 = 0xFFFF_0000;
/// The default level of common deflate programs.
const LEVEL: i64 = 6;

/// The compression of entries. A WACZ stores them uncompressed, because players read its records in place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    Deflated,
    Stored,
}

/// Writes items, sorted by path, as a zip with this day as the time of all entries.
pub(super) fn write(file: &Path, items: &[Item], day: Day, method: Method) -> Result<(), ArchiveError> {
    let failed = |error: io::Error| ArchiveError::Io(file.to_owned(), error);
    let out = BufWriter::with_capacity(1 << 20, File::create_new(file).map_err(failed)?);
    let mut zip = ZipWriter::new(out);
    let options = options(day, method);
    let mut rest = items;
    while let Some(first) = rest.first() {
        if first.size() > SMALL {
            let options = options.large_file(first.size() >= LARGE);
            zip.start_file(&first.path, options).map_err(|error| failed(error.into()))?;
            copy(&mut first.open()?, &mut zip).map_err(failed)?;
            rest = &rest[1..];
            continue;
        }
        let (batch, after) = rest.split_at(batch(rest));
        let prepared: Vec<PreparedZipFile> = batch
            .par_iter()
            .map(|item| {
                let prepared = PreparedZipFile::from_data(&item.path, options, &item.bytes()?);
                prepared.map_err(|error| item.failed(error.into()))
            })
            .collect::<Result<_, ArchiveError>>()?;
        for file in prepared {
            zip.add_prepared_file(file).map_err(|error| failed(error.into()))?;
        }
        rest = after;
    }
    let mut out = zip.finish().map_err(|error| failed(error.into()))?;
    out.flush().map_err(failed)
}

/// Copies in chunks of a fixed size, however much a read returns, because deflate's output depends on the chunks.
fn copy(from: &mut impl Read, to: &mut impl Write) -> io::Result<()> {
    let mut chunk = Vec::with_capacity(CHUNK);
    loop {
        chunk.clear();
        from.by_ref().take(CHUNK as u64).read_to_end(&mut chunk)?;
        if chunk.is_empty() {
            return Ok(());
        }
        to.write_all(&chunk)?;
    }
}

/// Returns how many of the next files form a batch: small files up to [`BATCH`] bytes, at least one.
fn batch(items: &[Item]) -> usize {
    let mut bytes = 0;
    let fits = |item: &&Item| {
        bytes += item.size();
        item.size() <= SMALL && bytes <= BATCH
    };
    items.iter().take_while(fits).count().max(1)
}

fn options(day: Day, method: Method) -> SimpleFileOptions {
    let date = day.iso();
    let mut parts = date.split('-').filter_map(|part| part.parse::<u16>().ok());
    let mut part = || parts.next().unwrap_or(1);
    // The zip format can represent the years 1980 to 2107.
    let (year, month, day_of_month) = (part().clamp(1980, 2107), narrow(part()), narrow(part()));
    let time = DateTime::from_date_and_time(year, month, day_of_month, 0, 0, 0).unwrap_or_default();
    let options =
        SimpleFileOptions::default().last_modified_time(time).unix_permissions(0o644).system(System::Unix);
    match method {
        Method::Deflated => {
            options.compression_method(CompressionMethod::Deflated).compression_level(Some(LEVEL))
        }
        Method::Stored => options.compression_method(CompressionMethod::Stored),
    }
}

/// Converts a month or a day of the month.
fn narrow(part: u16) -> u8 {
    u8::try_from(part).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns one byte, then two, then three …, as a network file system may.
    struct Slow<'b>(&'b [u8], usize);

    impl Read for Slow<'_> {
        fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
            self.1 += 1;
            let most = self.1.min(to.len());
            self.0.read(&mut to[..most])
        }
    }

    /// Records the sizes of the writes.
    #[derive(Default)]
    struct Sizes(Vec<usize>);

    impl Write for Sizes {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.push(bytes.len());
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_slow_disk_changes_no_piece() {
        let bytes = vec![7; 2 * CHUNK + 5];
        let mut sizes = Sizes::default();
        copy(&mut Slow(&bytes, 0), &mut sizes).expect("memory");
        assert_eq!(sizes.0, [CHUNK, CHUNK, 5]);
    }
}
