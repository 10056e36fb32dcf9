//! The step in which the new site takes the old one's place, and the syncs around it.
//!
//! Start reading at [`publish`].

use std::fs::{self, File};
use std::io;
use std::path::Path;

use super::error::{Doing, OutputError};
use super::neighbors::{Neighbors, exists};

/// How two folders change places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// In one step, where the system can; else by two renames.
    Exchange,
    /// Always by two renames: to try it where the system could do better.
    #[cfg(test)]
    TwoRenames,
}

/// Makes the staging folder the site; the old site, if there was one, then lies in the staging folder's place.
pub(super) fn publish(at: &Neighbors, way: Way) -> Result<(), OutputError> {
    if exists(&at.site) {
        let exchanged = way == Way::Exchange && exchange(&at.new, &at.site).map_err(failed(at))?;
        if !exchanged {
            two_renames(at).map_err(failed(at))?;
        }
    } else {
        fs::rename(&at.new, &at.site).map_err(failed(at))?;
    }
    // The swap is on the disk before the old site is deleted.
    sync_folder(&at.parent).map_err(Doing::Sync.at(&at.parent))
}

fn failed(at: &Neighbors) -> impl Fn(io::Error) -> OutputError {
    |error| match error.kind() {
        // A mount that the first look did not see.
        io::ErrorKind::ResourceBusy if cfg!(unix) => OutputError::MountPoint { path: at.site.clone() },
        _ => Doing::Rename.at(&at.site)(error),
    }
}

/// Whoever is killed between the first two of these leaves `old`, and the next build puts it back.
fn two_renames(at: &Neighbors) -> io::Result<()> {
    fs::rename(&at.site, &at.old)?;
    if let Err(error) = fs::rename(&at.new, &at.site) {
        fs::rename(&at.old, &at.site)?;
        return Err(error);
    }
    sync_folder(&at.parent)?;
    fs::rename(&at.old, &at.new)
}

/// Exchanges two folders in one step; `false` where this file system can't.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(a: &Path, b: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(error) if [Errno::INVAL, Errno::NOSYS, Errno::NOTSUP, Errno::OPNOTSUPP].contains(&error) => {
            Ok(false)
        }
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}

#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    match File::open(path)?.sync_all() {
        // Some network file systems don't sync folders.
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => {
            Ok(())
        }
        answer => answer,
    }
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// A folder that can be brought to the disk with all that is in it.
pub(super) struct Folder {
    #[cfg(unix)]
    file: File,
}

impl Folder {
    #[cfg(unix)]
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        Ok(Self { file: File::open(path)? })
    }

    #[cfg(not(unix))]
    pub(super) fn open(_: &Path) -> io::Result<Self> {
        Ok(Self {})
    }

    /// Waits until the folder's files are on the disk: one call for all of them.
    #[cfg(target_os = "linux")]
    pub(super) fn sync(&self, _manifest: &File) -> io::Result<()> {
        Ok(rustix::fs::syncfs(&self.file)?)
    }

    /// Waits until the manifest and the folder are on the disk; a call for each file would cost more than the build.
    #[cfg(not(target_os = "linux"))]
    pub(super) fn sync(&self, manifest: &File) -> io::Result<()> {
        manifest.sync_all()?;
        #[cfg(unix)]
        self.file.sync_all()?;
        Ok(())
    }
}
