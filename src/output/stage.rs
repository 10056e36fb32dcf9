//! The staging folder: where a site is written, from many threads, before it takes the target's place.
//!
//! Start reading at [`Stage::write`] and [`Stage::finish`].

use std::fs::{self, File};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::error::{Doing, OutputError};
use super::former::{Former, Kept};
use super::manifest::{Entry, Head, MANIFEST, Manifest};
use super::modes;
use super::names::Names;
use super::neighbors::{Lock, Neighbors};
use super::swap::{self, Way};
use crate::digest::{Digest, Hasher};

/// Up to this size a source file is read whole, and treated like a page.
const SMALL: u64 = 1024 * 1024;

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Report {
    /// How many files the site has, the manifest left out.
    pub files: usize,
    /// Their bytes.
    pub bytes: u64,
    /// How many of them are as they were in the site before.
    pub unchanged: usize,
}

/// A site in the making. Dropped without [`Stage::finish`], it leaves nothing behind.
pub struct Stage {
    neighbors: Neighbors,
    former: Option<Former>,
    names: Mutex<Names>,
    written: Mutex<Vec<Entry>>,
    unchanged: AtomicUsize,
    /// Whether the mode of each file has to be set by hand.
    opens_files: bool,
    way: Way,
    /// The staging folder, open since before the first file: the disk's late errors are told to those who were there.
    folder: swap::Folder,
    /// Declared last, let go last.
    _lock: Lock,
}

impl Stage {
    pub(super) fn begin(
        neighbors: Neighbors,
        lock: Lock,
        former: Option<Manifest>,
    ) -> Result<Self, OutputError> {
        let new = &neighbors.new;
        modes::create_folder(new).map_err(Doing::Create.at(new))?;
        let prepared = swap::Folder::open(new).and_then(|folder| Ok((folder, modes::need_opening(new)?)));
        let (folder, opens_files) = prepared.map_err(|error| {
            let _ = fs::remove_dir_all(new);
            Doing::Create.at(new)(error)
        })?;
        Ok(Self {
            former: former.map(|manifest| Former { root: neighbors.site.clone(), manifest }),
            neighbors,
            names: Mutex::new(Names::default()),
            written: Mutex::default(),
            unchanged: AtomicUsize::new(0),
            opens_files,
            way: Way::Exchange,
            folder,
            _lock: lock,
        })
    }

    /// The staging folder: a place for files without a name, on the disk that the site goes to.
    pub fn folder(&self) -> &Path {
        &self.neighbors.new
    }

    /// Writes one file of the site, and gives its digest; `relative` is its path from the site's root, with `/`.
    pub fn write(&self, relative: &str, bytes: &[u8]) -> Result<Digest, OutputError> {
        let path = self.claim(relative)?;
        let sha256 = Digest::of(bytes);
        let entry = Entry { path: relative.to_owned(), size: bytes.len() as u64, sha256 };
        let kept = self.former.as_ref().and_then(|former| former.with_bytes(&entry, bytes));
        self.count(kept.as_ref());
        self.place(&path, kept, |file| file.write_all(bytes)).map_err(Doing::Write.at(&path))?;
        lock(&self.written).push(entry);
        Ok(sha256)
    }

    /// Copies a file into the site as it is.
    pub fn copy(&self, relative: &str, source: &Path) -> Result<(), OutputError> {
        // Looked at before it is opened: opening a pipe would wait for its other end.
        let found = fs::metadata(source).map_err(Doing::Read.at(source))?;
        if !found.is_file() {
            return Err(Doing::Read.at(source)(io::ErrorKind::InvalidInput.into()));
        }
        if found.len() <= SMALL {
            return self.write(relative, &fs::read(source).map_err(Doing::Read.at(source))?).map(drop);
        }
        let mut file = File::open(source).map_err(Doing::Read.at(source))?;
        self.copy_in_pieces(relative, &mut file, found.len(), source)
    }

    fn copy_in_pieces(
        &self,
        relative: &str,
        source: &mut File,
        size: u64,
        named: &Path,
    ) -> Result<(), OutputError> {
        let path = self.claim(relative)?;
        let same = self.former.as_ref().and_then(|former| former.with_bytes_of(relative, source, size));
        let (known, kept) = same.map_or((None, None), |(digest, kept)| (Some(digest), Some(kept)));
        source.rewind().map_err(Doing::Read.at(named))?;
        let mut copied = None;
        self.count(kept.as_ref());
        self.place(&path, kept, |file| {
            copied = Some(copy_and_hash(source, file)?);
            Ok(())
        })
        .map_err(Doing::Write.at(&path))?;
        // Where the old file was linked, nothing was copied, and its digest is known.
        let (size, sha256) = copied.or(known.map(|digest| (size, digest))).expect("copied or linked");
        lock(&self.written).push(Entry { path: relative.to_owned(), size, sha256 });
        Ok(())
    }

    /// Makes the staged site the target, and removes the old one.
    pub fn finish(self, head: Head) -> Result<Report, OutputError> {
        let files = std::mem::take(&mut *lock(&self.written));
        let unchanged = self.unchanged.load(Ordering::Relaxed);
        let report =
            Report { files: files.len(), bytes: files.iter().map(|file| file.size).sum(), unchanged };
        self.write_manifest(&Manifest::new(head, files))?;
        swap::publish(&self.neighbors, self.way)?;
        Ok(report)
        // Dropped here: what is now in the staging folder's place is the old site.
    }

    fn write_manifest(&self, manifest: &Manifest) -> Result<(), OutputError> {
        let path = self.neighbors.new.join(MANIFEST);
        let written = manifest.to_bytes().and_then(|bytes| {
            let kept = self.former.as_ref().and_then(|former| former.manifest_with_bytes(&bytes));
            self.place(&path, kept, |file| file.write_all(&bytes))?;
            // Windows brings to the disk only what is open for writing.
            File::options().read(true).write(cfg!(windows)).open(&path)
        });
        let file = written.map_err(Doing::Write.at(&path))?;
        self.folder.sync(&file).map_err(Doing::Sync.at(&self.neighbors.new))
    }

    /// Takes a path, and makes the folders on the way to it.
    fn claim(&self, relative: &str) -> Result<PathBuf, OutputError> {
        // Folders are made under the lock, so that no other thread writes into one that is not there yet.
        lock(&self.names).claim(relative, |folder| {
            let path = self.neighbors.new.join(folder);
            modes::create_folder(&path).map_err(Doing::Create.at(&path))
        })?;
        Ok(self.neighbors.new.join(relative))
    }

    fn count(&self, kept: Option<&Kept>) {
        self.unchanged.fetch_add(usize::from(kept.is_some()), Ordering::Relaxed);
    }

    /// Puts a file into the stage: the old one where it has the same bytes, else a new one.
    fn place(
        &self,
        path: &Path,
        kept: Option<Kept>,
        put: impl FnOnce(&mut File) -> io::Result<()>,
    ) -> io::Result<()> {
        let Some(kept) = kept else { return self.create(path, put).map(drop) };
        if kept.is_fit && fs::hard_link(&kept.path, path).is_ok() {
            return Ok(());
        }
        self.create(path, put)?.set_modified(kept.modified?)
    }

    fn create(&self, path: &Path, put: impl FnOnce(&mut File) -> io::Result<()>) -> io::Result<File> {
        let mut file = File::create_new(path)?;
        if self.opens_files {
            modes::open_to_readers(&file)?;
        }
        put(&mut file)?;
        Ok(file)
    }

    #[cfg(test)]
    pub(super) fn go(mut self, way: Way) -> Self {
        self.way = way;
        self
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // What can't be removed now is told by the next build, which tries again.
        let _ = fs::remove_dir_all(&self.neighbors.new);
    }
}

fn copy_and_hash(source: &mut File, file: &mut File) -> io::Result<(u64, Digest)> {
    let (mut hasher, mut size) = (Hasher::default(), 0);
    let mut piece = vec![0; 256 * 1024];
    loop {
        let length = source.read(&mut piece)?;
        if length == 0 {
            return Ok((size, hasher.finish()));
        }
        hasher.update(&piece[..length]);
        file.write_all(&piece[..length])?;
        size += length as u64;
    }
}

/// A thread that panicked has left at most a path without its file; the panic ends the build anyway.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
