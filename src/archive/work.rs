//! The working folder of a snapshot: hidden, beside the packages, used by one run at a time, deleted at the end.
//!
//! All files are completed here before any package is moved to its destination with one rename. The next run deletes what a
//! killed run leaves.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use super::error::ArchiveError;

/// The locked working folder of one run.
pub(super) struct Work {
    folder: PathBuf,
    _lock: File,
}

impl Work {
    /// Creates and locks the working folder inside the folder for packages.
    pub(super) fn begin(packages: &Path) -> Result<Self, ArchiveError> {
        let folder = packages.join(".karnameh-snapshot");
        let failed = |error| ArchiveError::Io(folder.clone(), error);
        fs::create_dir_all(&folder).map_err(failed)?;
        let lock = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(folder.join("lock"))
            .map_err(failed)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(ArchiveError::Busy(packages.to_owned())),
            Err(TryLockError::Error(error)) => return Err(failed(error)),
        }
        clear(&folder.join("made")).map_err(failed)?;
        clear(&folder.join("site")).map_err(failed)?;
        fs::create_dir(folder.join("made")).map_err(failed)?;
        Ok(Self { folder, _lock: lock })
    }

    /// Returns the folder in which the site is built.
    pub(super) fn site(&self) -> PathBuf {
        self.folder.join("site")
    }

    /// Returns the path for a new file with this name.
    pub(super) fn new_file(&self, name: &str) -> PathBuf {
        self.folder.join("made").join(name)
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        // The next run deletes what cannot be deleted now.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn clear(folder: &Path) -> std::io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Syncs a finished file to disk and moves it to its destination.
pub(super) fn place(made: &Path, target: &Path) -> Result<(), ArchiveError> {
    let file = File::options().read(true).write(cfg!(windows)).open(made).map_err(ArchiveError::at(made))?;
    file.sync_all().map_err(ArchiveError::at(made))?;
    drop(file);
    fs::rename(made, target).map_err(ArchiveError::at(target))
}
