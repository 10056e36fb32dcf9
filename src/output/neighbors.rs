//! The names beside a target that this program uses, the lock that protects them, and cleanup after a killed build.
//!
//! The names are used only under the lock. Whoever has the lock knows that leftovers belong to a dead process.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::error::{Doing, OutputError};

/// A target and the paths beside it.
pub(super) struct Neighbors {
    pub(super) site: PathBuf,
    pub(super) parent: PathBuf,
    /// The staging folder; after the swap, the old site.
    pub(super) new: PathBuf,
    /// The old site between two renames.
    pub(super) old: PathBuf,
    lock: PathBuf,
}

impl Neighbors {
    /// Derives the paths for a target. Returns `None` for the root of a disk, which has no parent.
    pub(super) fn new(site: &Path) -> Option<Self> {
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

    /// Restores the old site if a build was killed between two renames.
    ///
    /// The new site is not used for this, because only the old one is known to be complete.
    pub(super) fn restore(&self, _lock: &Lock) -> Result<(), OutputError> {
        if exists(&self.old) && !exists(&self.site) {
            fs::rename(&self.old, &self.site).map_err(Doing::Rename.at(&self.old))?;
        }
        Ok(())
    }

    /// Deletes what dead builds left.
    pub(super) fn clear(&self, lock: &Lock) -> Result<(), OutputError> {
        self.restore(lock)?;
        remove(&self.new)?;
        if exists(&self.old) {
            // Rename first, so that `old` is always complete even if this process is killed while deleting.
            fs::rename(&self.old, &self.new).map_err(Doing::Rename.at(&self.old))?;
            remove(&self.new)?;
        }
        Ok(())
    }
}

/// Returns whether the path exists, even as a broken link.
pub(super) fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

fn remove(folder: &Path) -> Result<(), OutputError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Doing::Remove.at(folder)(error)),
        _ => Ok(()),
    }
}

/// The exclusive right to build a target. The operating system releases it when the process ends.
pub(super) struct Lock {
    path: PathBuf,
    file: File,
}

impl Lock {
    /// Takes the lock, or fails with [`OutputError::Busy`] if another build has it.
    pub(super) fn take(at: &Neighbors) -> Result<Self, OutputError> {
        // Each round means that another build ended at this very moment; 100 in a row do not happen by chance.
        for _ in 0..100 {
            let file = open(&at.lock).map_err(Doing::Lock.at(&at.lock))?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(OutputError::Busy { path: at.site.clone() }),
                Err(TryLockError::Error(error)) => return Err(Doing::Lock.at(&at.lock)(error)),
            }
            // A build that ended between our two calls has deleted the file that we locked: lock the new file instead.
            if is_at(&file, &at.lock) {
                return Ok(Self { path: at.lock.clone(), file });
            }
        }
        Err(OutputError::Busy { path: at.site.clone() })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // On other systems `is_at` cannot distinguish the files, so the file must stay.
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
    let (Ok(locked), Ok(found)) = (file.metadata(), fs::symlink_metadata(path)) else { return false };
    (locked.dev(), locked.ino()) == (found.dev(), found.ino())
}

#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}
