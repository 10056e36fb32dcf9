//! A file that goes into a package: its path there, and where its bytes are.

use std::fs::{self, File};
use std::io::{Cursor, Read};
use std::path::PathBuf;

use super::error::ArchiveError;
use super::verify::{Algorithm, Hashers};

/// A file to be packed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    /// Its path in the package, with `/`.
    pub(super) path: String,
    /// Its bytes.
    pub(super) from: From,
}

/// Where bytes are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum From {
    /// In a file, of this many bytes.
    Disk(PathBuf, u64),
    /// Here.
    Memory(Vec<u8>),
}

impl Item {
    /// A file whose bytes are at hand.
    pub(super) fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), from: From::Memory(bytes.into()) }
    }

    /// A file of the disk.
    pub(super) fn disk(path: impl Into<String>, file: PathBuf) -> Result<Self, ArchiveError> {
        let size = fs::metadata(&file).map_err(ArchiveError::at(&file))?.len();
        Ok(Self { path: path.into(), from: From::Disk(file, size) })
    }

    /// Its size in bytes.
    pub(super) fn size(&self) -> u64 {
        match &self.from {
            From::Disk(_, size) => *size,
            From::Memory(bytes) => bytes.len() as u64,
        }
    }

    /// Opens it for reading.
    pub(super) fn open(&self) -> Result<Box<dyn Read + '_>, ArchiveError> {
        Ok(match &self.from {
            From::Disk(file, _) => Box::new(File::open(file).map_err(ArchiveError::at(file))?),
            From::Memory(bytes) => Box::new(Cursor::new(bytes)),
        })
    }

    /// All of it.
    pub(super) fn bytes(&self) -> Result<Vec<u8>, ArchiveError> {
        let mut bytes = Vec::new();
        self.open()?.read_to_end(&mut bytes).map_err(|error| self.failed(error))?;
        Ok(bytes)
    }

    /// Its digests, in the order of the algorithms, in hexadecimal.
    pub(super) fn digests(&self, algorithms: &[Algorithm]) -> Result<Vec<String>, ArchiveError> {
        let (mut hashers, mut piece) = (Hashers::new(algorithms), vec![0; 128 * 1024]);
        let mut read = self.open()?;
        loop {
            match read.read(&mut piece).map_err(|error| self.failed(error))? {
                0 => return Ok(hashers.finish().into_iter().map(|(_, digest)| digest).collect()),
                length => hashers.update(&piece[..length]),
            }
        }
    }

    /// What the system said of its file.
    pub(super) fn failed(&self, error: std::io::Error) -> ArchiveError {
        match &self.from {
            From::Disk(file, _) => ArchiveError::Io(file.clone(), error),
            From::Memory(_) => ArchiveError::Io(PathBuf::from(&self.path), error),
        }
    }
}
