//! The working folder of a snapshot: hidden beside the packages, one run at a time, gone at the end.
//!
//! What is made lies whole in it before any package takes its place with one rename; what a killed run left is removed
//! by the next.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use super::error::ArchiveError;

/// Holds the folder while a snapshot is made.
pub(super) struct Work {
    folder: PathBuf,
    _lock: File,
}

impl Work {
    /// Takes the folder below that of the packages.
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

    /// Where the site is built.
    pub(super) fn site(&self) -> PathBuf {
        self.folder.join("site")
    }

    /// Where a package is made that will be called so.
    pub(super) fn made(&self, name: &str) -> PathBuf {
        self.folder.join("made").join(name)
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        // What can't be removed now is removed by the next run.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn clear(folder: &Path) -> std::io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Brings a finished file to the disk and to its place.
pub(super) fn place(made: &Path, target: &Path) -> Result<(), ArchiveError> {
    let file = File::options().read(true).write(cfg!(windows)).open(made).map_err(ArchiveError::at(made))?;
    file.sync_all().map_err(ArchiveError::at(made))?;
    drop(file);
    fs::rename(made, target).map_err(ArchiveError::at(target))
}
