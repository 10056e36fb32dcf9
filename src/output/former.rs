//! The site that stands in the target while the next one is written: which of its files can be kept.
//!
//! A file is kept where the manifest says that its bytes are the new ones *and* the disk says so too; the manifest
//! alone is not believed, since somebody may have edited the page by hand.

use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::manifest::{Entry, MANIFEST, Manifest};
use super::modes;
use crate::digest::{Digest, Hasher};

/// Enough for most pages at once, and small enough for the stack.
const PIECE: usize = 16 * 1024;

/// The old site.
pub(super) struct Former {
    pub(super) root: PathBuf,
    pub(super) manifest: Manifest,
}

/// A file of the old site whose bytes are those of the new one.
pub(super) struct Kept {
    pub(super) path: PathBuf,
    pub(super) modified: io::Result<SystemTime>,
    /// Whether it can stand in the new site as it is.
    pub(super) is_fit: bool,
}

impl Former {
    /// The old file that has these bytes.
    pub(super) fn with_bytes(&self, new: &Entry, bytes: &[u8]) -> Option<Kept> {
        self.manifest.entry(&new.path).filter(|old| *old == new)?;
        self.same(&new.path, bytes)
    }

    /// The old manifest, where it has these bytes; it does not list itself.
    pub(super) fn manifest_with_bytes(&self, bytes: &[u8]) -> Option<Kept> {
        self.same(MANIFEST, bytes)
    }

    fn same(&self, path: &str, bytes: &[u8]) -> Option<Kept> {
        let (mut file, kept) = self.open(path, bytes.len() as u64)?;
        let mut piece = [0; PIECE];
        for expected in bytes.chunks(PIECE) {
            let found = &mut piece[..expected.len()];
            file.read_exact(found).ok()?;
            if found != expected {
                return None;
            }
        }
        Some(kept)
    }

    /// The old file that has the bytes of a source file, and their digest; reads both once, side by side.
    pub(super) fn with_bytes_of(&self, path: &str, source: &mut File, size: u64) -> Option<(Digest, Kept)> {
        let old = self.manifest.entry(path).filter(|old| old.size == size)?;
        let (mut file, kept) = self.open(path, size)?;
        let (mut hasher, mut left) = (Hasher::default(), size);
        let (mut found, mut expected) = ([0; PIECE], [0; PIECE]);
        while left > 0 {
            let length = usize::try_from(left).map_or(PIECE, |left| left.min(PIECE));
            source.read_exact(&mut expected[..length]).ok()?;
            file.read_exact(&mut found[..length]).ok()?;
            if found[..length] != expected[..length] {
                return None;
            }
            hasher.update(&expected[..length]);
            left -= length as u64;
        }
        let digest = hasher.finish();
        (digest == old.sha256).then_some((digest, kept))
    }

    /// Opens an old file that still has the size that it should.
    fn open(&self, path: &str, size: u64) -> Option<(File, Kept)> {
        let path = self.root.join(path);
        let file = open_as_it_is(&path).ok()?;
        let found = file.metadata().ok()?;
        if !found.is_file() || found.len() != size {
            return None;
        }
        let kept = Kept { path, modified: found.modified(), is_fit: modes::is_readable(&found) };
        Some((file, kept))
    }
}

fn open_as_it_is(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, modes::NOT_THROUGH_LINKS);
    options.open(path)
}
