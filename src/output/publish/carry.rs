//! The copying: each file under a temporary name, then in its place; all of it on the disk; read back; the manifest.
//!
//! Start reading at [`Plan::carry_out`].

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

/// The file that is being written, at the root of the target.
const PART: &str = ".karnameh-part";

impl Plan {
    /// Does it. Whatever stops it, the same call made anew goes on where it ended.
    pub fn carry_out(&self, progress: &dyn Progress) -> Result<(), PublishError> {
        if self.is_done() {
            return self.settle();
        }
        let target = &self.sides.target;
        fs::create_dir_all(target).map_err(Doing::Create.at(target))?;
        progress.bytes(2 * self.bytes());
        let _lock = self.lock()?;
        let site = self.sides.manifest.files.iter().map(|entry| entry.path.clone());
        // The manifest is named too: one that a killed first run has written is ours as well.
        self.write_ledger(self.ours.iter().cloned().chain(site).chain([MANIFEST.to_owned()]).collect())?;
        let entries: Vec<&Entry> = self.steps.iter().map(|step| &step.entry).collect();
        let (files, manifest) = entries.split_at(entries.partition_point(|entry| entry.path != MANIFEST));
        // What pages need is on the disk before the first page, all pages before `index.html`.
        for together in files.chunk_by(|one, next| rank(&one.path) == rank(&next.path)) {
            self.copy_all(together, progress)?;
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
        self.settle()
    }

    /// The right to use the site: no build changes it meanwhile. Where nothing can be written beside it, none does.
    fn lock(&self) -> Result<Option<Lock>, OutputError> {
        let Some(neighbors) = Neighbors::of(&self.sides.site) else { return Ok(None) };
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

    /// Copies one file of the site, and holds what passes by against the manifest: somebody may have edited it since.
    fn copy(&self, entry: &Entry, progress: &dyn Progress) -> Result<(), PublishError> {
        let source = self.sides.site.join(&entry.path);
        let mut from = File::open(&source).map_err(Doing::Read.at(&source))?;
        let is_right = self.place(&entry.path, |file| {
            let mut hasher = Hasher::default();
            let mut piece = vec![0; 128 * 1024];
            loop {
                let length = from.read(&mut piece)?;
                if length == 0 {
                    return Ok(hasher.finish() == entry.sha256);
                }
                hasher.update(&piece[..length]);
                file.write_all(&piece[..length])?;
                progress.done(length as u64);
            }
        })?;
        let torn = || PublishError::Torn { site: self.sides.site.clone(), files: vec![entry.path.clone()] };
        if is_right { Ok(()) } else { Err(torn()) }
    }

    /// Puts a file in its place where `put` says that it is right: whoever looks finds the old one or the new one, and
    /// never a part of it.
    fn place(
        &self,
        relative: &str,
        put: impl FnOnce(&mut File) -> io::Result<bool>,
    ) -> Result<bool, OutputError> {
        let target = &self.sides.target;
        let (part, path) = (target.join(PART), target.join(relative));
        self.make_folders(relative)?;
        remove(&part)?;
        let written = File::create_new(&part).and_then(|mut file| {
            // Where the file system has no modes, it says so, and there is nothing to be done.
            let _ = modes::open_to_readers(&file);
            put(&mut file)
        });
        let is_right = written.map_err(Doing::Write.at(&path))?;
        if is_right {
            rename(&part, &path).map_err(Doing::Rename.at(&path))?;
        } else {
            remove(&part)?;
        }
        Ok(is_right)
    }

    /// Waits until all that was written is on the disk; `last` was written last.
    fn sync(&self, last: &str) -> Result<(), OutputError> {
        let target = &self.sides.target;
        let path = target.join(last);
        // Windows brings to the disk only what is open for writing.
        let file = File::options().read(true).write(cfg!(windows)).open(path);
        let synced = file.and_then(|file| Folder::open(target)?.sync(&file));
        match synced {
            // Some network file systems don't sync; what is read back tells.
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
                // One that others put something into stays.
                if fs::remove_dir(self.sides.target.join(inner)).is_err() {
                    break;
                }
                folder = inner.parent();
            }
        }
        Ok(())
    }

    /// Reads a file that was written, from the disk where the system allows that, and holds it against the manifest.
    fn read_back(&self, entry: &Entry, progress: &dyn Progress) -> Result<(), PublishError> {
        let path = self.sides.target.join(&entry.path);
        let mut file = File::open(&path).map_err(Doing::Read.at(&path))?;
        forget(&file);
        let (size, sha256) = Digest::of_reader(&mut file).map_err(Doing::Read.at(&path))?;
        progress.done(size);
        let same = (size, sha256) == (entry.size, entry.sha256);
        if same { Ok(()) } else { Err(PublishError::Corrupt { file: path }) }
    }

    /// Leaves the ledger as it has to be when all is done: with what is ours and the manifest doesn't name.
    fn settle(&self) -> Result<(), PublishError> {
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
        self.place(LEDGER, |file| file.write_all(&bytes).map(|()| true))?;
        Ok(())
    }
}

/// Renames over what is there, or, where a file system can't, after it is deleted.
fn rename(from: &Path, to: &Path) -> io::Result<()> {
    match fs::rename(from, to) {
        Err(error) if matches!(error.kind(), io::ErrorKind::AlreadyExists) => {
            fs::remove_file(to)?;
            fs::rename(from, to)
        }
        answer => answer,
    }
}

/// Deletes a file, where it is there: a disk that can't be written refuses even what would change nothing.
fn remove(path: &Path) -> Result<(), OutputError> {
    if fs::symlink_metadata(path).is_err_and(|error| super::sides::is_absent(&error)) {
        return Ok(());
    }
    match fs::remove_file(path) {
        Err(error) if !super::sides::is_absent(&error) => Err(Doing::Remove.at(path)(error)),
        _ => Ok(()),
    }
}

/// Lets the system forget what it holds of a file in memory: read back, the memory would prove nothing.
#[cfg(target_os = "linux")]
fn forget(file: &File) {
    let _ = rustix::fs::fadvise(file, 0, None, rustix::fs::Advice::DontNeed);
}

#[cfg(not(target_os = "linux"))]
fn forget(_: &File) {}
