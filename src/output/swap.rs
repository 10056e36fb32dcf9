//! Replaces the old site by the new one, with the necessary syncs.
//!
//! Start reading at [`publish`].

use std::fs::{self, File};
use std::io;
use std::path::Path;

use super::error::{Doing, OutputError};
use super::neighbors::{Neighbors, exists};

/// How two folders are swapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SwapMethod {
    /// In one step if the system supports it, otherwise by renames.
    Exchange,
    /// Always by renames, to test this path on systems that support an exchange.
    #[cfg(test)]
    TwoRenames,
}

/// Moves the staging folder to the site's path. The old site, if any, is then at the path of the staging folder.
pub(super) fn publish(at: &Neighbors, method: SwapMethod) -> Result<(), OutputError> {
    if exists(&at.site) {
        let exchanged = method == SwapMethod::Exchange && exchange(&at.new, &at.site).map_err(failed(at))?;
        if !exchanged {
            two_renames(at).map_err(failed(at))?;
        }
    } else {
        fs::rename(&at.new, &at.site).map_err(failed(at))?;
    }
    // The swap must be on the disk before the old site is deleted.
    sync_folder(&at.parent).map_err(Doing::Sync.at(&at.parent))
}

fn failed(at: &Neighbors) -> impl Fn(io::Error) -> OutputError {
    |error| match error.kind() {
        // The earlier check did not detect this mount point.
        io::ErrorKind::ResourceBusy if cfg!(unix) => OutputError::MountPoint { path: at.site.clone() },
        _ => Doing::Rename.at(&at.site)(error),
    }
}

/// If the process is killed between the first two renames, `old` remains, and the next build restores it.
fn two_renames(at: &Neighbors) -> io::Result<()> {
    fs::rename(&at.site, &at.old)?;
    if let Err(error) = fs::rename(&at.new, &at.site) {
        fs::rename(&at.old, &at.site)?;
        return Err(error);
    }
    sync_folder(&at.parent)?;
    fs::rename(&at.old, &at.new)
}

/// Exchanges two folders in one step. Returns `false` if the file system does not support it.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(a: &Path, b: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        // The kernel or the file system does not support an exchange.
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
        // Some network file systems cannot sync folders.
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

/// A folder whose whole contents can be synced to disk.
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

    /// Waits until all files are on the disk. `syncfs` does this with one call.
    #[cfg(target_os = "linux")]
    pub(super) fn sync(&self, _manifest: &File) -> io::Result<()> {
        Ok(rustix::fs::syncfs(&self.file)?)
    }

    /// Waits until the manifest and the folder are on the disk. Syncing each file would take longer than the build.
    #[cfg(not(target_os = "linux"))]
    pub(super) fn sync(&self, manifest: &File) -> io::Result<()> {
        manifest.sync_all()?;
        #[cfg(unix)]
        self.file.sync_all()?;
        Ok(())
    }
}
