//! Modes of files and folders: a published site is readable by the web server's user, whatever the umask says.

use std::fs::{self, File};
use std::io;
use std::path::Path;

/// Flags of `open` that don't follow a link and don't wait for the other end of a pipe.
#[cfg(unix)]
#[expect(clippy::cast_possible_wrap, reason = "flags of `open` are small, and the C type of them is `int`")]
pub(super) const NOT_THROUGH_LINKS: i32 =
    rustix::fs::OFlags::NOFOLLOW.union(rustix::fs::OFlags::NONBLOCK).bits() as i32;

/// Makes a folder that everyone may read.
pub(super) fn create_folder(path: &Path) -> io::Result<()> {
    fs::create_dir(path)?;
    // Where the file system has no modes, it says so, and there is nothing to be done.
    #[cfg(unix)]
    if mode(&fs::metadata(path)?) != 0o755 {
        let _ = fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o755));
    }
    Ok(())
}

/// Whether new files of a folder have to be opened to readers one by one; tried with a file, since that is one call
/// for the whole site instead of one for each file.
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

/// Whether a file has the mode of a published one.
#[cfg(unix)]
pub(super) fn is_readable(file: &fs::Metadata) -> bool {
    mode(file) == 0o644
}

#[cfg(not(unix))]
pub(super) fn is_readable(_: &fs::Metadata) -> bool {
    true
}

#[cfg(unix)]
fn mode(of: &fs::Metadata) -> u32 {
    std::os::unix::fs::MetadataExt::mode(of) & 0o7777
}
