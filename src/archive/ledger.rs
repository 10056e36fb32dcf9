//! `content/archive.yml` on disk, the list of editions, to which a snapshot adds an entry. [`crate::content::editions`] edits
//! its text.
//! [`crate::content::editions`].

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::content::editions;
use crate::model::ArchiveEntry;

use super::error::ArchiveError;

/// The list in its current state.
pub(super) struct Ledger {
    path: PathBuf,
    text: Option<String>,
}

impl Ledger {
    /// Reads the list. Errors in its contents are left to the build, which checks all content.
    pub(super) fn read(source: &Path) -> Result<Self, ArchiveError> {
        let content = source.join("content");
        for name in editions::NAMES {
            let path = content.join(name);
            match fs::read(&path) {
                Ok(bytes) => {
                    let text = String::from_utf8(bytes).map_err(|_| ArchiveError::Ledger(path.clone()))?;
                    return Ok(Self { path, text: Some(text) });
                }
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
                Err(error) => return Err(ArchiveError::Io(path, error)),
            }
        }
        Ok(Self { path: content.join(editions::NAMES[0]), text: None })
    }

    /// Returns the text with an entry for an edition, added or updated.
    pub(super) fn with(&self, edition: &ArchiveEntry) -> Result<String, ArchiveError> {
        editions::with(self.text.as_deref(), edition).map_err(|_| ArchiveError::Ledger(self.path.clone()))
    }

    /// Returns the text without the entry for a file, or `None` if nothing remains.
    pub(super) fn without(&self, file: &str) -> Option<String> {
        self.text.as_deref().and_then(|text| editions::without(text, file))
    }

    /// Returns whether a path is the path of the list.
    pub(super) fn is_at(&self, path: &Path) -> bool {
        self.path == path
    }

    /// Writes a new text to a temporary file beside the list. Returns `None` if the text is unchanged.
    pub(super) fn prepare(&self, text: &str) -> Result<Option<Prepared>, ArchiveError> {
        if self.text.as_deref() == Some(text) {
            return Ok(None);
        }
        // If the list is a link, replace the file that it leads to and keep the link.
        let path = fs::canonicalize(&self.path).unwrap_or_else(|_| self.path.clone());
        let failed = ArchiveError::at(&path);
        let folder = path.parent().unwrap_or(Path::new("."));
        let mut file = tempfile::Builder::new().prefix(".archive").tempfile_in(folder).map_err(&failed)?;
        file.write_all(text.as_bytes()).and_then(|()| file.as_file().sync_all()).map_err(&failed)?;
        let mode = fs::metadata(&path).map(|found| found.permissions()).ok();
        #[cfg(unix)]
        let mode = mode.or_else(|| Some(std::os::unix::fs::PermissionsExt::from_mode(0o644)));
        if let Some(mode) = mode {
            file.as_file().set_permissions(mode).map_err(&failed)?;
        }
        Ok(Some(Prepared { file, path: path.clone() }))
    }
}

/// A new text of the list, completely on disk but not yet in its place.
pub(super) struct Prepared {
    file: NamedTempFile,
    path: PathBuf,
}

impl Prepared {
    /// Replaces the list by the new text.
    pub(super) fn place(self) -> Result<(), ArchiveError> {
        let Self { file, path } = self;
        file.persist(&path).map_err(|error| ArchiveError::Io(path, error.error))?;
        Ok(())
    }
}
