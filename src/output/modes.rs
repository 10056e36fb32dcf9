//! File modes: a web server under another user must be able to read the site, whatever the umask is.

use std::fs::{self, File};
use std::io;
use std::path::Path;

/// Flags for `open`: do not follow a link, and do not wait for the other end of a pipe.
#[cfg(unix)]
#[expect(clippy::cast_possible_wrap, reason = "flags of `open` are small, and the C type of them is `int`")]
pub(super) const NOT_THROUGH_LINKS: i32 =
    rustix::fs::OFlags::NOFOLLOW.union(rustix::fs::OFlags::NONBLOCK).bits() as i32;

/// Creates a folder that everyone may read.
pub(super) fn create_folder(path: &Path) -> io::Result<()> {
    fs::create_dir(path)?;
    // A file system without modes returns an error, which does not matter here.
    #[cfg(unix)]
    if mode(&fs::metadata(path)?) != 0o755 {
        let _ = fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o755));
    }
    Ok(())
}

/// Returns whether the umask makes new files in a folder unreadable, so that each needs `open_to_readers`. Creates a file to
/// find out: one test for the whole site instead of one system call for each file.
pub(super) fn need_opening(folder: &Path) -> io::Result<bool> {
    let path = folder.join(".mode");
    let file = File::create_new(&path)?;
    let before = is_readable(&file.metadata()?);
    let needed = !before && open_to_readers(&file).is_ok() && is_readable(&file.metadata()?);
    fs::remove_file(path)?;
    Ok(needed)
}

/// Sets the mode of a published file.
#[cfg(unix)]
pub(super) fn open_to_readers(file: &File) -> io::Result<()> {
    file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644))
}

#[cfg(not(unix))]
pub(super) fn open_to_readers(_: &File) -> io::Result<()> {
    Ok(())
}

/// Returns whether a file has the mode of a published file.
#[cfg(unix)]
pub(super) fn is_readable(file: &fs::Metadata) -> bool {
    mode(file) == 0o644
}

#[cfg(not(unix))]
pub(super) fn is_readable(_: &fs::Metadata) -> bool {
    true
}

#[cfg(unix)]
fn mode(file: &fs::Metadata) -> u32 {
    std::os::unix::fs::MetadataExt::mode(file) & 0o7777
}
