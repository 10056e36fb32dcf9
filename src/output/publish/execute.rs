//! Copies the files: each under a temporary name and then renamed; synced to disk; read back; the manifest last.
//!
//! Start reading at [`Plan::execute`].

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

use crate::digest::{Digest, Hasher};
use crate::output::error::{Doing, OutputError};
use crate::output::manifest::{Entry, MANIFEST};
use crate::output::modes;
use crate::output::neighbors::{Lock, Neighbors};
use crate::output::swap::Folder;

use super::Progress;
use super::error::PublishError;
use super::ledger::{self, LEDGER};
use super::plan::{Plan, rank};

/// The name of the temporary file, at the root of the target.
const PART: &str = ".karnameh-part";

impl Plan {
    /// Executes the plan. If anything interrupts it, calling it again with a new plan continues from there.
    pub fn execute(&self, progress: &dyn Progress) -> Result<(), PublishError> {
        if self.is_done() {
            return self.write_final_ledger();
        }
        let target = &self.sides.target;
        fs::create_dir_all(target).map_err(Doing::Create.at(target))?;
        progress.bytes(2 * self.bytes());
        let _lock = self.lock()?;
        let site = self.sides.manifest.files.iter().map(|entry| entry.path.clone());
        // The ledger lists the manifest too, since a killed first run may already have written it.
        self.write_ledger(self.ours.iter().cloned().chain(site).chain([MANIFEST.to_owned()]).collect())?;
        let entries: Vec<&Entry> = self.steps.iter().map(|step| &step.entry).collect();
        let (files, manifest) = entries.split_at(entries.partition_point(|entry| entry.path != MANIFEST));
        // Readers may visit while we copy: assets are on disk before the first page, and all pages before `index.html`.
        for group in files.chunk_by(|one, next| rank(&one.path) == rank(&next.path)) {
            self.copy_all(group, progress)?;
        }
        if self.deletes {
            self.delete()?;
        }
        for entry in files {
            self.read_back(entry, progress)?;
        }
        self.copy_all(manifest, progress)?;
        for entry in manifest {
            self.read_back(entry, progress)?;
        }
        self.write_final_ledger()
    }

    /// Locks the site against builds. Returns `None` if nothing can be written beside the site, because then no build can run.
    fn lock(&self) -> Result<Option<Lock>, OutputError> {
        let Some(neighbors) = Neighbors::new(&self.sides.site) else { return Ok(None) };
        match Lock::take(&neighbors) {
            Ok(lock) => Ok(Some(lock)),
            Err(OutputError::Busy { path }) => Err(OutputError::Busy { path }),
            Err(_) => Ok(None),
        }
    }

    fn copy_all(&self, entries: &[&Entry], progress: &dyn Progress) -> Result<(), PublishError> {
        for entry in entries {
            self.copy(entry, progress)?;
        }
        Ok(entries.last().map_or(Ok(()), |last| self.sync(&last.path))?)
    }

    /// Copies a file and compares it with the manifest on the way, because somebody may have edited it since.
    fn copy(&self, entry: &Entry, progress: &dyn Progress) -> Result<(), PublishError> {
        let source = self.sides.site.join(&entry.path);
        let mut from = File::open(&source).map_err(Doing::Read.at(&source))?;
        let is_right = self.replace(&entry.path, |file| {
            let mut hasher = Hasher::default();
            let mut chunk = vec![0; 128 * 1024];
            loop {
                let length = from.read(&mut chunk)?;
                if length == 0 {
                    return Ok(hasher.finish() == entry.sha256);
                }
                hasher.update(&chunk[..length]);
                file.write_all(&chunk[..length])?;
                progress.done(length as u64);
            }
        })?;
        let torn = || PublishError::Torn { site: self.sides.site.clone(), files: vec![entry.path.clone()] };
        if is_right { Ok(()) } else { Err(torn()) }
    }

    /// Replaces a file atomically if `write` returns `true`: readers find the old file or the new one, but never a part of
    /// either.
    fn replace(
        &self,
        relative: &str,
        write: impl FnOnce(&mut File) -> io::Result<bool>,
    ) -> Result<bool, OutputError> {
        let target = &self.sides.target;
        let (part, path) = (target.join(PART), target.join(relative));
        self.make_folders(relative)?;
        remove(&part)?;
        let written = File::create_new(&part).and_then(|mut file| {
            // A file system without modes returns an error, which does not matter here.
            let _ = modes::open_to_readers(&file);
            write(&mut file)
        });
        let is_right = written.map_err(Doing::Write.at(&path))?;
        if is_right {
            rename(&part, &path).map_err(Doing::Rename.at(&path))?;
        } else {
            remove(&part)?;
        }
        Ok(is_right)
    }

    /// Waits until all written data is on the disk. `last` is the file written last.
    fn sync(&self, last: &str) -> Result<(), OutputError> {
        let target = &self.sides.target;
        let path = target.join(last);
        // Windows syncs only files that are open for writing.
        let file = File::options().read(true).write(cfg!(windows)).open(path);
        let synced = file.and_then(|file| Folder::open(target)?.sync(&file));
        match synced {
            // Some network file systems cannot sync; reading the files back detects losses.
            Err(error)
                if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) =>
            {
                Ok(())
            }
            answer => answer.map_err(Doing::Sync.at(target)),
        }
    }

    fn make_folders(&self, relative: &str) -> Result<(), OutputError> {
        for (at, _) in relative.match_indices('/') {
            let folder = self.sides.target.join(&relative[..at]);
            match modes::create_folder(&folder) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
                    return Err(Doing::Create.at(&folder)(error));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Deletes what is gone, and the folders that are empty without it.
    fn delete(&self) -> Result<(), OutputError> {
        for path in &self.gone {
            remove(&self.sides.target.join(path))?;
            let mut folder = Path::new(path).parent();
            while let Some(inner) = folder.filter(|folder| !folder.as_os_str().is_empty()) {
                // A folder that contains other people's files stays.
                if fs::remove_dir(self.sides.target.join(inner)).is_err() {
                    break;
                }
                folder = inner.parent();
            }
        }
        Ok(())
    }

    /// Reads a written file, from the disk if the system permits it, and compares it with the manifest.
    fn read_back(&self, entry: &Entry, progress: &dyn Progress) -> Result<(), PublishError> {
        let path = self.sides.target.join(&entry.path);
        let mut file = File::open(&path).map_err(Doing::Read.at(&path))?;
        drop_cache(&file);
        let (size, sha256) = Digest::of_reader(&mut file).map_err(Doing::Read.at(&path))?;
        progress.done(size);
        let same = (size, sha256) == (entry.size, entry.sha256);
        if same { Ok(()) } else { Err(PublishError::Corrupt { file: path }) }
    }

    /// Writes the final ledger, which lists our files that the manifest does not contain, or deletes it if there are none.
    fn write_final_ledger(&self) -> Result<(), PublishError> {
        let left: BTreeSet<String> =
            if self.deletes { BTreeSet::new() } else { self.gone.iter().cloned().collect() };
        let target = &self.sides.target;
        remove(&target.join(PART))?;
        let ledger = target.join(LEDGER);
        if left.is_empty() {
            return Ok(remove(&ledger)?);
        }
        let is_there = fs::read(&ledger).is_ok_and(|found| found == ledger::bytes(left.clone()));
        if is_there { Ok(()) } else { self.write_ledger(left) }
    }

    fn write_ledger(&self, files: BTreeSet<String>) -> Result<(), PublishError> {
        let bytes = ledger::bytes(files);
        self.replace(LEDGER, |file| file.write_all(&bytes).map(|()| true))?;
        Ok(())
    }
}

/// Renames over an existing file. If the file system cannot do this, deletes that file first.
fn rename(from: &Path, to: &Path) -> io::Result<()> {
    match fs::rename(from, to) {
        Err(error) if matches!(error.kind(), io::ErrorKind::AlreadyExists) => {
            fs::remove_file(to)?;
            fs::rename(from, to)
        }
        answer => answer,
    }
}

/// Deletes a file if it exists. Checks first, because a read-only disk fails even if there is nothing to delete.
fn remove(path: &Path) -> Result<(), OutputError> {
    if fs::symlink_metadata(path).is_err_and(|error| super::sides::is_absent(&error)) {
        return Ok(());
    }
    match fs::remove_file(path) {
        Err(error) if !super::sides::is_absent(&error) => Err(Doing::Remove.at(path)(error)),
        _ => Ok(()),
    }
}

/// Drops the file from the page cache. Reading it back from memory would prove nothing.
#[cfg(target_os = "linux")]
fn drop_cache(file: &File) {
    let _ = rustix::fs::fadvise(file, 0, None, rustix::fs::Advice::DontNeed);
}

#[cfg(not(target_os = "linux"))]
fn drop_cache(_: &File) {}
