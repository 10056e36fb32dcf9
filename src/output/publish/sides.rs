//! Checks source and target of a publication: a site that matches its manifest, and a folder that may be written.
//!
//! Start reading at [`Sides::open`].

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::digest::Digest;
use crate::output::error::{Doing, OutputError};
use crate::output::manifest::{Entry, MANIFEST, Manifest};
use crate::output::target::{Terms, keep_away, resolve};

use super::error::PublishError;

/// A finished site and its destination.
#[derive(Debug)]
pub struct Sides {
    pub site: PathBuf,
    /// The folder to copy to; it may not exist yet.
    pub target: PathBuf,
    pub(super) manifest: Manifest,
    /// The manifest does not list itself, so this is its own entry.
    pub(super) manifest_entry: Entry,
}

impl Sides {
    /// Checks both sides. Reads every file of the site once.
    pub fn open(
        site: &Path,
        target: &Path,
        content: &Path,
        home: Option<&Path>,
    ) -> Result<Self, PublishError> {
        let (site, target) = (resolve(site)?, resolve(target)?);
        keep_away_from(&site, &target, content, home)?;
        let path = site.join(MANIFEST);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if is_absent(&error) => return Err(PublishError::NoSite { site }),
            Err(error) => return Err(Doing::Read.at(&path)(error).into()),
        };
        let Some(manifest) = Manifest::parse(&bytes) else { return Err(PublishError::NoSite { site }) };
        let torn = torn(&site, &manifest)?;
        if !torn.is_empty() {
            return Err(PublishError::Torn { site, files: torn });
        }
        let manifest_entry =
            Entry { path: MANIFEST.to_owned(), size: bytes.len() as u64, sha256: Digest::of(&bytes) };
        Ok(Self { site, target, manifest, manifest_entry })
    }

    /// Returns the report's day in ISO format.
    pub fn as_of(&self) -> &str {
        &self.manifest.head.as_of
    }
}

/// Rejects targets that must not be written. Unlike a build, publishing accepts the root of a disk, since a USB stick is
/// one.
fn keep_away_from(
    site: &Path,
    target: &Path,
    content: &Path,
    home: Option<&Path>,
) -> Result<(), PublishError> {
    if target.starts_with(site) || site.starts_with(target) {
        return Err(PublishError::OwnSite { target: target.to_owned() });
    }
    keep_away(target, Terms { force: false, content, home })?;
    let found = target.ancestors().find(|path| fs::symlink_metadata(path).is_ok());
    match found.filter(|path| !path.is_dir()) {
        Some(file) => Err(OutputError::NotAFolder { path: file.to_owned() }.into()),
        None => Ok(()),
    }
}

/// Returns the paths of the files that differ from the manifest.
fn torn(site: &Path, manifest: &Manifest) -> Result<Vec<String>, OutputError> {
    let matches_entry = |entry: &Entry| -> Result<bool, OutputError> {
        Ok(examine(&site.join(&entry.path))? == PathState::File(entry.size, entry.sha256))
    };
    let matches: Vec<bool> = manifest.files.par_iter().map(matches_entry).collect::<Result<_, _>>()?;
    let torn = manifest.files.iter().zip(matches).filter(|(_, matches)| !matches);
    Ok(torn.map(|(entry, _)| entry.path.clone()).collect())
}

/// What exists at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PathState {
    Nothing,
    /// A file with its size and digest.
    File(u64, Digest),
    /// A folder, a link or a special file.
    Other,
}

/// Examines a path without following a link.
pub(super) fn examine(path: &Path) -> Result<PathState, OutputError> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_file() => {}
        Ok(_) => return Ok(PathState::Other),
        Err(error) if is_absent(&error) => return Ok(PathState::Nothing),
        Err(error) => return Err(Doing::Read.at(path)(error)),
    }
    let mut file = File::open(path).map_err(Doing::Read.at(path))?;
    let (size, digest) = Digest::of_reader(&mut file).map_err(Doing::Read.at(path))?;
    Ok(PathState::File(size, digest))
}

/// Returns whether an error means that nothing exists at a path. A path below a file does not exist either.
pub(super) fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}
