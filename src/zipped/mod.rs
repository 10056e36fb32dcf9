//! Zips that anybody may have made: read in place, never unpacked, believed in nothing.
//!
//! Every package that comes from elsewhere comes through here. [`Zipped::open`] refuses, before a byte of its files is
//! read, whatever makes a zip dangerous or lets two programs read it differently; [`Zipped::read`] then gives a file's
//! bytes and never more of them than its header says. What a kind of package may hold is said by its [`Limits`]; in
//! what words a [`Fault`] is told is up to whoever opened it.

mod fault;
pub mod paths;
mod rules;

use std::collections::BTreeMap;
use std::io::{self, Read, Seek};

use zip::ZipArchive;
use zip::result::ZipError;

pub use fault::Fault;

/// What a kind of package may hold.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The most bytes of the zip itself.
    pub packed: u64,
    /// The most entries.
    pub entries: usize,
    /// The most bytes of one file, once unpacked.
    pub entry: u64,
    /// The most bytes of all files together, once unpacked.
    pub whole: u64,
    /// Whether a name is one that the kind of package has; those that lead out of it are refused before.
    pub name: fn(&str) -> bool,
}

/// A zip that passed.
#[derive(Debug)]
pub struct Zipped<R> {
    archive: ZipArchive<R>,
    files: BTreeMap<String, Found>,
}

#[derive(Debug, Clone, Copy)]
struct Found {
    size: u64,
    index: usize,
}

/// How the reading of one file ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// All of it was read.
    Whole,
    /// The bytes are not what the container says of them: their CRC, their size, their compression.
    Broken,
}

impl<R: Read + Seek> Zipped<R> {
    /// Opens a zip of so many bytes; where it is not taken, everything that is wrong, and at least one thing.
    pub fn open(mut read: R, size: u64, limits: &Limits) -> io::Result<Result<Self, Vec<Fault>>> {
        if size > limits.packed {
            return Ok(Err(vec![Fault::TooLarge]));
        }
        if let Some(fault) = rules::end(&mut read, size, limits)? {
            return Ok(Err(vec![fault]));
        }
        let mut archive = match ZipArchive::new(read) {
            Ok(archive) => archive,
            Err(error) => return fault(error, Fault::Malformed),
        };
        if archive.has_duplicate_names() {
            let start = archive.central_directory_start();
            let doubled = rules::doubled(&mut archive.into_inner(), start)?;
            return Ok(Err(vec![doubled.unwrap_or(Fault::Doubled(String::new()))]));
        }
        match rules::entries(&mut archive, size, limits) {
            Ok(faults) if faults.is_empty() => {}
            Ok(faults) => return Ok(Err(faults)),
            Err(error) => return fault(error, Fault::Inconsistent),
        }
        let mut files = BTreeMap::new();
        for index in 0..archive.len() {
            let Ok(entry) = archive.by_index_data(index) else { continue };
            let Ok(name) = entry.name() else { continue };
            if !entry.is_dir() {
                files.insert(name.into_owned(), Found { size: entry.size(), index });
            }
        }
        Ok(Ok(Self { archive, files }))
    }

    /// The names of the files, in order, each with its size in bytes.
    pub fn files(&self) -> impl Iterator<Item = (&str, u64)> {
        self.files.iter().map(|(name, found)| (&**name, found.size))
    }

    /// Whether the zip has a comment, which no entry and no checksum speaks of.
    pub fn has_comment(&self) -> bool {
        !self.archive.comment().is_empty()
    }

    /// Gives a file's bytes, piece by piece; an absent one is broken.
    pub fn read(&mut self, name: &str, mut take: impl FnMut(&[u8])) -> io::Result<Ending> {
        let Some(&Found { size, index }) = self.files.get(name) else { return Ok(Ending::Broken) };
        let Ok(mut entry) = self.archive.by_index(index) else { return Ok(Ending::Broken) };
        match pour(&mut entry, size, &mut take) {
            Ok(read) if read == size => Ok(Ending::Whole),
            // The system's own errors have a number; those of the container have none.
            Err(error) if error.raw_os_error().is_some() => Err(error),
            _ => Ok(Ending::Broken),
        }
    }
}

/// Reads to the end, but never more than one piece past `most`: what is longer than it says is broken anyway.
pub fn pour(from: &mut impl Read, most: u64, take: &mut impl FnMut(&[u8])) -> io::Result<u64> {
    let (mut piece, mut read) = (vec![0; 128 * 1024], 0);
    loop {
        match from.read(&mut piece) {
            Ok(0) => return Ok(read),
            Ok(length) => {
                read += length as u64;
                if read > most {
                    return Ok(read);
                }
                take(&piece[..length]);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// An error of the machine stays one; what else the reader found is the zip's fault.
fn fault<T>(error: ZipError, of: fn(String) -> Fault) -> io::Result<Result<T, Vec<Fault>>> {
    match error {
        ZipError::Io(error) if error.raw_os_error().is_some() => Err(error),
        error => Ok(Err(vec![of(error.to_string())])),
    }
}
