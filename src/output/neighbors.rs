//! The names beside a target that are ours, the lock on them, and what is mended of a killed build.
//!
//! All three names are used under the lock alone: whoever holds it knows that what lies there belongs to the dead.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::error::{Doing, OutputError};

/// A target and the names beside it.
pub(super) struct Neighbors {
    pub(super) site: PathBuf,
    pub(super) parent: PathBuf,
    /// The staging folder; after the swap, the former site.
    pub(super) new: PathBuf,
    /// The former site, between two renames.
    pub(super) old: PathBuf,
    lock: PathBuf,
}

impl Neighbors {
    /// The names for a target; `None` for the root of a disk, which has no neighbors.
    pub(super) fn of(site: &Path) -> Option<Self> {
        let (parent, name) = (site.parent()?, site.file_name()?);
        let beside = |what: &str| {
            let mut hidden = OsString::from(".");
            hidden.push(name);
            hidden.push(what);
            parent.join(hidden)
        };
        Some(Self {
            new: beside(".karnameh-new"),
            old: beside(".karnameh-old"),
            lock: beside(".karnameh-lock"),
            site: site.to_owned(),
            parent: parent.to_owned(),
        })
    }

    /// Puts the former site back where a build was killed between two renames.
    ///
    /// The former one, not the new one: only the former is known to be whole.
    pub(super) fn restore(&self, _lock: &Lock) -> Result<(), OutputError> {
        if exists(&self.old) && !exists(&self.site) {
            fs::rename(&self.old, &self.site).map_err(Doing::Rename.at(&self.old))?;
        }
        Ok(())
    }

    /// Removes what dead builds left.
    pub(super) fn clear(&self, lock: &Lock) -> Result<(), OutputError> {
        self.restore(lock)?;
        remove(&self.new)?;
        if exists(&self.old) {
            // By way of `new`, so that `old` is always whole, however often we are killed while deleting.
            fs::rename(&self.old, &self.new).map_err(Doing::Rename.at(&self.old))?;
            remove(&self.new)?;
        }
        Ok(())
    }
}

/// Whether anything is there, a broken link included.
pub(super) fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

fn remove(folder: &Path) -> Result<(), OutputError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Doing::Remove.at(folder)(error)),
        _ => Ok(()),
    }
}

/// The right to build one target; ends with the process at the latest.
pub(super) struct Lock {
    path: PathBuf,
    file: File,
}

impl Lock {
    /// Takes the lock, or says that another build has it.
    pub(super) fn take(at: &Neighbors) -> Result<Self, OutputError> {
        for _ in 0..100 {
            let file = open(&at.lock).map_err(Doing::Lock.at(&at.lock))?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(OutputError::Busy { path: at.site.clone() }),
                Err(TryLockError::Error(error)) => return Err(Doing::Lock.at(&at.lock)(error)),
            }
            // A build that ended between our two calls has removed the file that we hold: take the new one.
            if is_at(&file, &at.lock) {
                return Ok(Self { path: at.lock.clone(), file });
            }
        }
        Err(OutputError::Busy { path: at.site.clone() })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Elsewhere `is_at` can't tell one file from the next, so the file stays.
        if cfg!(unix) {
            let _ = fs::remove_file(&self.path);
        }
        let _ = self.file.unlock();
    }
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, super::modes::NOT_THROUGH_LINKS);
    options.open(path)
}

#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let (Ok(held), Ok(found)) = (file.metadata(), fs::symlink_metadata(path)) else { return false };
    (held.dev(), held.ino()) == (found.dev(), found.ino())
}

#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}
