//! The staging folder, where many threads write a site before it replaces the target.
//!
//! Start reading at [`Stage::write`] and [`Stage::finish`].

use std::fs::{self, File};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::error::{Doing, OutputError};
use super::manifest::{Entry, Head, MANIFEST, Manifest};
use super::modes;
use super::names::Names;
use super::neighbors::{Lock, Neighbors};
use super::old_site::{OldFile, OldSite};
use super::swap::{self, SwapMethod};
use crate::digest::{Digest, Hasher};

/// Source files up to this size, in bytes, are read whole and handled like pages.
const SMALL: u64 = 1024 * 1024;
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Report {
    /// The number of files, without the manifest.
    pub files: usize,
    /// Their total size.
    pub bytes: u64,
    /// The number of files that are unchanged since the previous site.
    pub unchanged: usize,
}

/// A site that is being written. Dropping it without [`Stage::finish`] deletes everything.
pub struct Stage {
    neighbors: Neighbors,
    old_site: Option<OldSite>,
    names: Mutex<Names>,
    written: Mutex<Vec<Entry>>,
    unchanged: AtomicUsize,
    /// Whether the umask requires setting the mode of each file.
    opens_files: bool,
    swap_method: SwapMethod,
    /// The staging folder. It is opened before the first file, because Linux reports late write errors only to descriptors that
    /// were open when they occurred.
    folder: swap::Folder,
    // Declared last, because fields are dropped in order and the lock must outlive the cleanup.
    _lock: Lock,
}

impl Stage {
    pub(super) fn begin(
        neighbors: Neighbors,
        lock: Lock,
        old_site: Option<Manifest>,
    ) -> Result<Self, OutputError> {
        let new = &neighbors.new;
        modes::create_folder(new).map_err(Doing::Create.at(new))?;
        let prepared = swap::Folder::open(new).and_then(|folder| Ok((folder, modes::need_opening(new)?)));
        let (folder, opens_files) = prepared.map_err(|error| {
            let _ = fs::remove_dir_all(new);
            Doing::Create.at(new)(error)
        })?;
        Ok(Self {
            old_site: old_site.map(|manifest| OldSite { root: neighbors.site.clone(), manifest }),
            neighbors,
            names: Mutex::new(Names::default()),
            written: Mutex::default(),
            unchanged: AtomicUsize::new(0),
            opens_files,
            swap_method: SwapMethod::Exchange,
            folder,
            _lock: lock,
        })
    }

    /// Returns the staging folder. Unnamed temporary files can be created here, on the same disk as the site.
    pub fn folder(&self) -> &Path {
        &self.neighbors.new
    }

    /// Writes one file of the site and returns its digest. `relative` is its path from the site's root, with `/`.
    pub fn write(&self, relative: &str, bytes: &[u8]) -> Result<Digest, OutputError> {
        let path = self.claim(relative)?;
        let sha256 = Digest::of(bytes);
        let entry = Entry { path: relative.to_owned(), size: bytes.len() as u64, sha256 };
        let old_file = self.old_site.as_ref().and_then(|old_site| old_site.same_as_bytes(&entry, bytes));
        self.count(old_file.as_ref());
        self.place(&path, old_file, |file| file.write_all(bytes)).map_err(Doing::Write.at(&path))?;
        lock(&self.written).push(entry);
        Ok(sha256)
    }

    /// Copies a file into the site unchanged.
    pub fn copy(&self, relative: &str, source: &Path) -> Result<(), OutputError> {
        // Check the type before opening: opening a pipe would wait for its other end.
        let found = fs::metadata(source).map_err(Doing::Read.at(source))?;
        if !found.is_file() {
            return Err(Doing::Read.at(source)(io::ErrorKind::InvalidInput.into()));
        }
        if found.len() <= SMALL {
            return self.write(relative, &fs::read(source).map_err(Doing::Read.at(source))?).map(drop);
        }
        let mut file = File::open(source).map_err(Doing::Read.at(source))?;
        self.copy_in_chunks(relative, &mut file, found.len(), source)
    }

    fn copy_in_chunks(
        &self,
        relative: &str,
        source: &mut File,
        size: u64,
        source_path: &Path,
    ) -> Result<(), OutputError> {
        let path = self.claim(relative)?;
        let same = self.old_site.as_ref().and_then(|old_site| old_site.same_as_file(relative, source, size));
        let (known_digest, old_file) =
            same.map_or((None, None), |(digest, old_file)| (Some(digest), Some(old_file)));
        source.rewind().map_err(Doing::Read.at(source_path))?;
        let mut copied = None;
        self.count(old_file.as_ref());
        self.place(&path, old_file, |file| {
            copied = Some(copy_and_hash(source, file)?);
            Ok(())
        })
        .map_err(Doing::Write.at(&path))?;
        // If the old file was linked, nothing was copied, but its digest is known.
        let (size, sha256) = copied.or(known_digest.map(|digest| (size, digest))).expect("copied or linked");
        lock(&self.written).push(Entry { path: relative.to_owned(), size, sha256 });
        Ok(())
    }

    /// Replaces the target by the staged site and deletes the old site.
    pub fn finish(self, head: Head) -> Result<Report, OutputError> {
        let files = std::mem::take(&mut *lock(&self.written));
        let unchanged = self.unchanged.load(Ordering::Relaxed);
        let report =
            Report { files: files.len(), bytes: files.iter().map(|file| file.size).sum(), unchanged };
        self.write_manifest(&Manifest::new(head, files))?;
        swap::publish(&self.neighbors, self.swap_method)?;
        Ok(report)
        // `self` is dropped here and deletes the staging path, which is now the old site.
    }

    fn write_manifest(&self, manifest: &Manifest) -> Result<(), OutputError> {
        let path = self.neighbors.new.join(MANIFEST);
        let written = manifest.to_bytes().and_then(|bytes| {
            let old_file = self.old_site.as_ref().and_then(|old_site| old_site.same_manifest(&bytes));
            self.place(&path, old_file, |file| file.write_all(&bytes))?;
            // Windows syncs only files that are open for writing.
            File::options().read(true).write(cfg!(windows)).open(&path)
        });
        let file = written.map_err(Doing::Write.at(&path))?;
        self.folder.sync(&file).map_err(Doing::Sync.at(&self.neighbors.new))
    }

    /// Claims a path and creates its parent folders.
    fn claim(&self, relative: &str) -> Result<PathBuf, OutputError> {
        // Folders are created under the lock, so that no other thread writes into a folder that does not exist yet.
        lock(&self.names).claim(relative, |folder| {
            let path = self.neighbors.new.join(folder);
            modes::create_folder(&path).map_err(Doing::Create.at(&path))
        })?;
        Ok(self.neighbors.new.join(relative))
    }

    fn count(&self, old_file: Option<&OldFile>) {
        self.unchanged.fetch_add(usize::from(old_file.is_some()), Ordering::Relaxed);
    }

    /// Adds a file to the stage: a hard link to the old file if its bytes are the same, otherwise a new file. If linking
    /// fails, the new file receives the old modification time.
    fn place(
        &self,
        path: &Path,
        old_file: Option<OldFile>,
        put: impl FnOnce(&mut File) -> io::Result<()>,
    ) -> io::Result<()> {
        let Some(old_file) = old_file else { return self.create(path, put).map(drop) };
        // A link keeps the old time and inode, so that `rsync` and hosts copy only files that changed.
        if old_file.is_readable && fs::hard_link(&old_file.path, path).is_ok() {
            return Ok(());
        }
        self.create(path, put)?.set_modified(old_file.modified?)
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
    pub(super) fn with_method(mut self, swap_method: SwapMethod) -> Self {
        self.swap_method = swap_method;
        self
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // The next build deletes what remains.
        let _ = fs::remove_dir_all(&self.neighbors.new);
    }
}

fn copy_and_hash(source: &mut File, file: &mut File) -> io::Result<(u64, Digest)> {
    let (mut hasher, mut size) = (Hasher::default(), 0);
    let mut chunk = vec![0; 256 * 1024];
    loop {
        let length = source.read(&mut chunk)?;
        if length == 0 {
            return Ok((size, hasher.finish()));
        }
        hasher.update(&chunk[..length]);
        file.write_all(&chunk[..length])?;
        size += length as u64;
    }
}

/// Ignores poisoning: a thread that panicked leaves at most a path without a file, and the panic ends the build anyway.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
