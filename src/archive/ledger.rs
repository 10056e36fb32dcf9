//! `content/archive.yml` on disk: the list of editions, to which a snapshot adds itself. Its text is edited by
//! [`crate::content::editions`].

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::content::editions;
use crate::model::ArchiveEntry;

use super::error::ArchiveError;

/// The list, as it stands.
pub(super) struct Ledger {
    path: PathBuf,
    text: Option<String>,
}

impl Ledger {
    /// Reads it; the content's own check tells what is wrong with it.
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

    /// Adds an edition, or brings its entry up to date; says what the file would hold.
    pub(super) fn with(&self, edition: &ArchiveEntry) -> Result<String, ArchiveError> {
        editions::with(self.text.as_deref(), edition).map_err(|_| ArchiveError::Ledger(self.path.clone()))
    }

    /// The text without the entry of a file; `None` where that leaves nothing.
    pub(super) fn without(&self, file: &str) -> Option<String> {
        self.text.as_deref().and_then(|text| editions::without(text, file))
    }

    /// Whether a path is that of the list.
    pub(super) fn is_at(&self, path: &Path) -> bool {
        self.path == path
    }

    /// Writes a new text beside the list, to be put into its place when all else is; nothing where it is the same.
    pub(super) fn prepare(&self, text: &str) -> Result<Option<Prepared>, ArchiveError> {
        if self.text.as_deref() == Some(text) {
            return Ok(None);
        }
        // A link stays one: what it leads to is written.
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

/// A new text of the list, whole on the disk and not yet in its place.
pub(super) struct Prepared {
    file: NamedTempFile,
    path: PathBuf,
}

impl Prepared {
    /// Puts it into its place.
    pub(super) fn place(self) -> Result<(), ArchiveError> {
        let Self { file, path } = self;
        file.persist(&path).map_err(|error| ArchiveError::Io(path, error.error))?;
        Ok(())
    }
}
