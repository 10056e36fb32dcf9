//! A received package that has passed all checks.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use super::AdoptError;
use crate::diag::MachineError;
use crate::digest::Digest;
use crate::package::{Contents, LARGEST, Manifest, Refusal};

/// A package and the digest of its file.
#[derive(Debug)]
pub struct Offer {
    pub contents: Contents,
    /// The SHA-256 of the file, which the adopted models cite as their origin.
    pub digest: String,
}

impl Offer {
    /// Reads and checks a package file.
    pub fn open(path: &Path) -> Result<Self, AdoptError> {
        let found = fs::metadata(path).ok().filter(fs::Metadata::is_file);
        let size = found.ok_or_else(|| AdoptError::NoFile(path.to_owned()))?.len();
        if size > LARGEST {
            return Err(AdoptError::Refused(Refusal::TooLarge));
        }
        // The file may grow after its size was checked, so limit the reading too.
        let mut bytes = Vec::new();
        File::open(path)
            .and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes))
            .map_err(|error| MachineError::reading(path, error))?;
        let contents = Contents::unpack(&bytes).map_err(AdoptError::Refused)?;
        Ok(Self { contents, digest: Digest::of(&bytes).to_string() })
    }

    /// Returns what the package says of itself.
    pub fn manifest(&self) -> &Manifest {
        &self.contents.package.manifest
    }

    /// Returns the name for the new folders, derived from the first model.
    pub(super) fn folder(&self) -> String {
        format!("adopted-{}", self.manifest().models[0])
    }
}
