//! A package that somebody sent, read and held to what a package can hold.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use super::AdoptError;
use crate::diag::MachineError;
use crate::digest::Digest;
use crate::package::{LARGEST, Package, Refusal};

/// A package and the digest of its file.
#[derive(Debug)]
pub struct Offer {
    /// What it brings.
    pub package: Package,
    /// The SHA-256 digest of the file.
    pub digest: String,
}

impl Offer {
    /// Opens a file.
    pub fn open(path: &Path) -> Result<Self, AdoptError> {
        let found = fs::metadata(path).ok().filter(fs::Metadata::is_file);
        let size = found.ok_or_else(|| AdoptError::NoFile(path.to_owned()))?.len();
        if size > LARGEST {
            return Err(AdoptError::Refused(Refusal::TooLarge));
        }
        let mut bytes = Vec::new();
        File::open(path)
            .and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes))
            .map_err(|error| MachineError::reading(path, error))?;
        let package = Package::unpack(&bytes).map_err(AdoptError::Refused)?;
        Ok(Self { package, digest: Digest::of(&bytes).to_string() })
    }

    /// The name of the folders that it is taken into, after its first model.
    pub(super) fn folder(&self) -> String {
        format!("adopted-{}", self.package.manifest.models[0])
    }
}
