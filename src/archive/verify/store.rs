//! Read access to a package as a folder or as a zip, which is read in place. Nothing is unpacked to disk.
//!
//! [`ZipReader`] rejects dangerous zips before any of their files is read.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::BufReader;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::faults::no_file;
use super::finding::Finding;
use crate::archive::ArchiveError;
use crate::zipped::{Integrity, Limits, ZipReader, pour};

/// The limits for an edition: ten times the largest site. The size of the zip itself is not limited.
const LIMITS: Limits = Limits {
    packed: u64::MAX,
    entries: 2_000_000,
    entry: 64 << 30,
    whole: 64 << 30,
    // The manifests decide which files belong to the package.
    name: |_| true,
};

/// The maximum size of a file that lists others, in bytes: room for a million lines with 128 digits and a path.
const LONGEST_LIST: u64 = 256 * 1024 * 1024;

/// The files of a package by their paths.
pub(in crate::archive) struct Store {
    /// The path of the folder or zip.
    at: PathBuf,
    /// The size of every regular file in bytes, by its path inside the package.
    files: BTreeMap<String, u64>,
    from: Source,
}

enum Source {
    Folder,
    Zip(Box<ZipReader<BufReader<File>>>),
}

impl Store {
    /// Opens a folder. Also returns findings for entries that cannot be part of a package.
    pub(super) fn folder(folder: &Path) -> Result<(Self, Vec<Finding>), ArchiveError> {
        let (mut files, mut found) = (BTreeMap::new(), Vec::new());
        for entry in WalkDir::new(folder).min_depth(1).sort_by_file_name() {
            let entry = entry.map_err(|error| {
                let path = error.path().unwrap_or(folder).to_owned();
                ArchiveError::Io(path, error.into())
            })?;
            if entry.file_type().is_dir() {
                continue;
            }
            let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
            let Some(path) = below.to_str().map(slashes) else {
                found.push(no_text(&below.to_string_lossy()));
                continue;
            };
            if entry.file_type().is_file() {
                let size =
                    entry.metadata().map_err(|error| ArchiveError::Io(entry.path().into(), error.into()))?;
                files.insert(path, size.len());
            } else {
                found.push(no_file(&path));
            }
        }
        Ok((Self { at: folder.to_owned(), files, from: Source::Folder }, found))
    }

    /// Opens a zip, or returns the reasons to reject it.
    pub(in crate::archive) fn zip(file: &Path) -> Result<Result<Self, Vec<Finding>>, ArchiveError> {
        let size = fs::metadata(file).map_err(ArchiveError::at(file))?.len();
        let read = BufReader::new(File::open(file).map_err(ArchiveError::at(file))?);
        let zipped = match ZipReader::open(read, size, &LIMITS).map_err(ArchiveError::at(file))? {
            Ok(zipped) => zipped,
            Err(faults) => return Ok(Err(faults.into_iter().map(Finding::from).collect())),
        };
        let files = zipped.files().map(|(path, size)| (path.to_owned(), size)).collect();
        Ok(Ok(Self { at: file.to_owned(), files, from: Source::Zip(Box::new(zipped)) }))
    }

    /// Iterates over the paths in sorted order.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(|path| &**path)
    }

    /// Returns whether a file exists.
    pub(super) fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Returns the size of a file in bytes, or `None` if it does not exist.
    pub(super) fn size(&self, path: &str) -> Option<u64> {
        self.files.get(path).copied()
    }

    /// Returns the folder that contains all files, or `None` if there is no such folder.
    pub(in crate::archive) fn only_folder(&self) -> Option<String> {
        let (folder, _) = self.paths().next()?.split_once('/')?;
        let inside = |path: &str| path.split_once('/').is_some_and(|(first, _)| first == folder);
        self.paths().all(inside).then(|| folder.to_owned())
    }

    /// Passes a file's bytes to `take`, chunk by chunk. `path` must be one of [`Self::paths`].
    pub(super) fn read(
        &mut self,
        path: &str,
        mut take: impl FnMut(&[u8]),
    ) -> Result<Integrity, ArchiveError> {
        match &mut self.from {
            Source::Folder => {
                let file = self.at.join(path);
                let mut read = File::open(&file).map_err(ArchiveError::at(&file))?;
                pour(&mut read, u64::MAX, &mut take).map_err(ArchiveError::at(&file))?;
                Ok(Integrity::Whole)
            }
            Source::Zip(zipped) => zipped.read(path, take).map_err(ArchiveError::at(&self.at)),
        }
    }

    /// Reads a file that lists others. Returns `None` if it is missing, broken or larger than [`LONGEST_LIST`].
    pub(in crate::archive) fn list(&mut self, path: &str) -> Result<Option<Vec<u8>>, ArchiveError> {
        if self.size(path).is_none_or(|size| size > LONGEST_LIST) {
            return Ok(None);
        }
        let mut bytes = Vec::new();
        let ending = self.read(path, |chunk| bytes.extend_from_slice(chunk))?;
        Ok(matches!(ending, Integrity::Whole).then_some(bytes))
    }
}

fn slashes(path: &str) -> String {
    if std::path::MAIN_SEPARATOR == '/' { path.to_owned() } else { path.replace('\\', "/") }
}

fn no_text(path: &str) -> Finding {
    Finding::refused(path, "نام این فایل UTF-8 نیست.", "The file's name is not UTF-8.")
}
