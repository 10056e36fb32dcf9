//! Reads untrusted zips in place and never unpacks them to disk. Trusts nothing that a zip claims about itself.
//!
//! Every package from another province is opened here. Before reading any file, [`ZipReader::open`] rejects everything that
//! makes a zip dangerous or lets two programs read it differently. [`ZipReader::read`] then returns a file's bytes, at most
//! as many as its header declares. Each kind of package sets its [`Limits`]; callers choose the wording for a [`Fault`].

mod fault;
pub mod paths;
mod rules;

use std::collections::BTreeMap;
use std::io::{self, Read, Seek};

use zip::ZipArchive;
use zip::result::ZipError;

pub use fault::Fault;

/// The limits for a kind of package.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Maximum size of the zip itself, in bytes.
    pub packed: u64,
    /// Maximum number of entries.
    pub entries: usize,
    /// Maximum unpacked size of one file, in bytes.
    pub entry: u64,
    /// Maximum unpacked size of all files together, in bytes.
    pub whole: u64,
    /// Returns whether this kind of package may contain a name. Names that lead outside the package are rejected regardless.
    pub name: fn(&str) -> bool,
}

/// A zip that passed all checks.
#[derive(Debug)]
pub struct ZipReader<R> {
    archive: ZipArchive<R>,
    files: BTreeMap<String, Location>,
}

#[derive(Debug, Clone, Copy)]
struct Location {
    size: u64,
    index: usize,
}

/// Whether a file's bytes match its header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Integrity {
    /// All bytes were read and match.
    Whole,
    /// The CRC, the size or the compressed data is wrong, or the file does not exist.
    Broken,
}

impl<R: Read + Seek> ZipReader<R> {
    /// Opens a zip of `size` bytes. The inner error is a list of all faults and is never empty.
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
        // The archive keeps only one of two entries with the same name, so read the directory again to name the duplicate.
        if archive.has_duplicate_names() {
            let start = archive.central_directory_start();
            let duplicate = rules::duplicate_name(&mut archive.into_inner(), start)?;
            return Ok(Err(vec![duplicate.unwrap_or(Fault::Doubled(String::new()))]));
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
                files.insert(name.into_owned(), Location { size: entry.size(), index });
            }
        }
        Ok(Ok(Self { archive, files }))
    }

    /// Iterates over the files with their sizes in bytes, sorted by name.
    pub fn files(&self) -> impl Iterator<Item = (&str, u64)> {
        self.files.iter().map(|(name, location)| (&**name, location.size))
    }

    /// Returns whether the zip has a comment, which no checksum covers.
    pub fn has_comment(&self) -> bool {
        !self.archive.comment().is_empty()
    }

    /// Passes a file's bytes to `take`, chunk by chunk. A file that does not exist counts as broken.
    pub fn read(&mut self, name: &str, mut take: impl FnMut(&[u8])) -> io::Result<Integrity> {
        let Some(&Location { size, index }) = self.files.get(name) else { return Ok(Integrity::Broken) };
        let Ok(mut entry) = self.archive.by_index(index) else { return Ok(Integrity::Broken) };
        match pour(&mut entry, size, &mut take) {
            Ok(read) if read == size => Ok(Integrity::Whole),
            // An error of the operating system has a number; an error in the zip's data does not.
            Err(error) if error.raw_os_error().is_some() => Err(error),
            _ => Ok(Integrity::Broken),
        }
    }
}

/// Reads to the end, but stops at the first chunk beyond `most` bytes: the caller treats a longer file as broken anyway.
pub fn pour(from: &mut impl Read, most: u64, take: &mut impl FnMut(&[u8])) -> io::Result<u64> {
    let (mut chunk, mut read) = (vec![0; 128 * 1024], 0);
    loop {
        match from.read(&mut chunk) {
            Ok(0) => return Ok(read),
            Ok(length) => {
                read += length as u64;
                if read > most {
                    return Ok(read);
                }
                take(&chunk[..length]);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// Returns errors of the operating system as such and converts all others to a fault of the zip.
fn fault<T>(error: ZipError, kind: fn(String) -> Fault) -> io::Result<Result<T, Vec<Fault>>> {
    match error {
        ZipError::Io(error) if error.raw_os_error().is_some() => Err(error),
        error => Ok(Err(vec![kind(error.to_string())])),
    }
}
