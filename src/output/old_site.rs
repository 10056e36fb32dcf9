//! The existing site in the target: finds files that the new site can reuse.
//!
//! A file is reused only if its entry in the manifest matches *and* its bytes on disk match. The manifest alone does not
//! suffice, because somebody may have edited the file by hand.

use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::manifest::{Entry, MANIFEST, Manifest};
use super::modes;
use crate::digest::{Digest, Hasher};

/// The size of the comparison buffer in bytes: holds most pages whole and is small enough for the stack.
const CHUNK: usize = 16 * 1024;
pub(super) struct OldSite {
    pub(super) root: PathBuf,
    pub(super) manifest: Manifest,
}

/// A file of the existing site whose bytes equal those of the new file.
pub(super) struct OldFile {
    pub(super) path: PathBuf,
    pub(super) modified: io::Result<SystemTime>,
    /// Whether it has the mode of a published file, so that it can be hard-linked.
    pub(super) is_readable: bool,
}

impl OldSite {
    /// Returns the existing file with the path and bytes of a new file.
    pub(super) fn same_as_bytes(&self, new: &Entry, bytes: &[u8]) -> Option<OldFile> {
        self.manifest.entry(&new.path).filter(|old| *old == new)?;
        self.same(&new.path, bytes)
    }

    /// Returns the existing manifest if it has these bytes. The manifest does not list itself.
    pub(super) fn same_manifest(&self, bytes: &[u8]) -> Option<OldFile> {
        self.same(MANIFEST, bytes)
    }

    fn same(&self, path: &str, bytes: &[u8]) -> Option<OldFile> {
        let (mut file, old_file) = self.open(path, bytes.len() as u64)?;
        let mut chunk = [0; CHUNK];
        for expected in bytes.chunks(CHUNK) {
            let found = &mut chunk[..expected.len()];
            file.read_exact(found).ok()?;
            if found != expected {
                return None;
            }
        }
        Some(old_file)
    }

    /// Returns the existing file with the bytes of a source file, and their digest. Reads both files once, in parallel.
    pub(super) fn same_as_file(&self, path: &str, source: &mut File, size: u64) -> Option<(Digest, OldFile)> {
        let old = self.manifest.entry(path).filter(|old| old.size == size)?;
        let (mut file, old_file) = self.open(path, size)?;
        let (mut hasher, mut left) = (Hasher::default(), size);
        let (mut found, mut expected) = ([0; CHUNK], [0; CHUNK]);
        while left > 0 {
            let length = usize::try_from(left).map_or(CHUNK, |left| left.min(CHUNK));
            source.read_exact(&mut expected[..length]).ok()?;
            file.read_exact(&mut found[..length]).ok()?;
            if found[..length] != expected[..length] {
                return None;
            }
            hasher.update(&expected[..length]);
            left -= length as u64;
        }
        let digest = hasher.finish();
        (digest == old.sha256).then_some((digest, old_file))
    }

    /// Opens an existing file if it still has the expected size.
    fn open(&self, path: &str, size: u64) -> Option<(File, OldFile)> {
        let path = self.root.join(path);
        let file = open_no_follow(&path).ok()?;
        let found = file.metadata().ok()?;
        if !found.is_file() || found.len() != size {
            return None;
        }
        let old_file = OldFile { path, modified: found.modified(), is_readable: modes::is_readable(&found) };
        Some((file, old_file))
    }
}

fn open_no_follow(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, modes::NOT_THROUGH_LINKS);
    options.open(path)
}
