//! From where to where: a site that is whole by its manifest, and a folder that may take it.
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

/// A site and where it is to go.
#[derive(Debug)]
pub struct Sides {
    /// The finished site.
    pub site: PathBuf,
    /// The folder that it is copied to; may not be there yet.
    pub target: PathBuf,
    pub(super) manifest: Manifest,
    /// The manifest's own bytes, with their entry.
    pub(super) manifest_entry: Entry,
}

impl Sides {
    /// Looks at both, reading every file of the site once.
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

    /// The day of the report that the site is of, as an ISO date.
    pub fn as_of(&self) -> &str {
        &self.manifest.head.as_of
    }
}

/// Refuses what must not be written to. The root of a disk is fine: that is what a stick is.
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

/// The files that are not what the manifest says, by path.
fn torn(site: &Path, manifest: &Manifest) -> Result<Vec<String>, OutputError> {
    let is_whole = |entry: &Entry| -> Result<bool, OutputError> {
        Ok(look(&site.join(&entry.path))? == Found::File(entry.size, entry.sha256))
    };
    let whole: Vec<bool> = manifest.files.par_iter().map(is_whole).collect::<Result<_, _>>()?;
    let torn = manifest.files.iter().zip(whole).filter(|(_, whole)| !whole);
    Ok(torn.map(|(entry, _)| entry.path.clone()).collect())
}

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// Nothing.
    Nothing,
    /// A file, with its size and digest.
    File(u64, Digest),
    /// A folder, a link, or something stranger.
    Other,
}

/// Looks at what stands at a path, without following a link.
pub(super) fn look(path: &Path) -> Result<Found, OutputError> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_file() => {}
        Ok(_) => return Ok(Found::Other),
        Err(error) if is_absent(&error) => return Ok(Found::Nothing),
        Err(error) => return Err(Doing::Read.at(path)(error)),
    }
    let mut file = File::open(path).map_err(Doing::Read.at(path))?;
    let (size, digest) = Digest::of_reader(&mut file).map_err(Doing::Read.at(path))?;
    Ok(Found::File(size, digest))
}

/// Whether nothing is there; a path that leads through a file leads nowhere.
pub(super) fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}
