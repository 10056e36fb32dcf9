//! A file for a package: its path in the package and the source of its bytes.

use std::fs::{self, File};
use std::io::{Cursor, Read};
use std::path::PathBuf;

use super::error::ArchiveError;
use super::verify::{Algorithm, Hashers};
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    /// The path in the package, with `/` as separator.
    pub(super) path: String,
    pub(super) from: ItemSource,
}

/// The source of a file's bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ItemSource {
    /// A file on disk, and its size in bytes.
    Disk(PathBuf, u64),
    Memory(Vec<u8>),
}

impl Item {
    /// Creates an item from bytes in memory.
    pub(super) fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), from: ItemSource::Memory(bytes.into()) }
    }

    /// Creates an item from a file on disk.
    pub(super) fn disk(path: impl Into<String>, file: PathBuf) -> Result<Self, ArchiveError> {
        let size = fs::metadata(&file).map_err(ArchiveError::at(&file))?.len();
        Ok(Self { path: path.into(), from: ItemSource::Disk(file, size) })
    }

    /// Returns the size in bytes.
    pub(super) fn size(&self) -> u64 {
        match &self.from {
            ItemSource::Disk(_, size) => *size,
            ItemSource::Memory(bytes) => bytes.len() as u64,
        }
    }

    /// Opens the item for reading.
    pub(super) fn open(&self) -> Result<Box<dyn Read + '_>, ArchiveError> {
        Ok(match &self.from {
            ItemSource::Disk(file, _) => Box::new(File::open(file).map_err(ArchiveError::at(file))?),
            ItemSource::Memory(bytes) => Box::new(Cursor::new(bytes)),
        })
    }
    pub(super) fn bytes(&self) -> Result<Vec<u8>, ArchiveError> {
        let mut bytes = Vec::new();
        self.open()?.read_to_end(&mut bytes).map_err(|error| self.failed(error))?;
        Ok(bytes)
    }

    /// Computes the digests in hexadecimal, in the order of the algorithms.
    pub(super) fn digests(&self, algorithms: &[Algorithm]) -> Result<Vec<String>, ArchiveError> {
        let (mut hashers, mut chunk) = (Hashers::new(algorithms), vec![0; 128 * 1024]);
        let mut read = self.open()?;
        loop {
            match read.read(&mut chunk).map_err(|error| self.failed(error))? {
                0 => return Ok(hashers.finish().into_iter().map(|(_, digest)| digest).collect()),
                length => hashers.update(&chunk[..length]),
            }
        }
    }

    /// Converts an I/O error on this item.
    pub(super) fn failed(&self, error: std::io::Error) -> ArchiveError {
        match &self.from {
            ItemSource::Disk(file, _) => ArchiveError::Io(file.clone(), error),
            ItemSource::Memory(_) => ArchiveError::Io(PathBuf::from(&self.path), error),
        }
    }
}
