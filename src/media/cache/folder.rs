//! The cache's folder on disk: files that appear whole, and what nobody uses any more taken out.
//!
//! Builds that use the folder at the same time share a lock on it; only who has it alone deletes. Where there is no
//! lock to be had (a disk that can't be written) nothing is deleted.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

/// What the builds that use the folder hold.
const LOCK: &str = ".lock";
/// What the names of files begin with that are not whole yet.
const UNFINISHED: &str = ".new-";

/// A folder of files that are named by their digests.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    /// The lock, once the folder is there and was used; `None` where it can't be had.
    held: OnceLock<Option<File>>,
    /// The names of all files that were read or written.
    used: Mutex<BTreeSet<String>>,
}

impl Folder {
    /// The folder of this path, which need not be there.
    pub(super) fn new(path: PathBuf) -> Self {
        Self { path, held: OnceLock::new(), used: Mutex::default() }
    }

    /// Where the file of a name is or would be.
    pub(super) fn at(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    /// The bytes of a file; `None` where it can't be read.
    pub(super) fn read(&self, name: &str) -> Option<Vec<u8>> {
        let path = self.at(name);
        path.is_file().then(|| self.hold())?;
        self.note(name);
        fs::read(path).ok()
    }

    /// Writes a file that appears whole, under its name.
    pub(super) fn write(&self, name: &str, bytes: &[u8]) -> io::Result<PathBuf> {
        self.create()?;
        self.note(name);
        let mut file = tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(&self.path)?;
        file.write_all(bytes)?;
        let path = self.at(name);
        file.persist(&path)?;
        Ok(path)
    }

    /// Deletes what was neither read nor written, where no other build uses the folder. What can't be deleted stays:
    /// it costs room and nothing else.
    pub(super) fn prune(&self) {
        let Some(Some(lock)) = self.held.get() else { return };
        // The shared lock is given back first: not every system turns it into one that is held alone.
        if lock.unlock().is_err() || lock.try_lock().is_err() {
            return;
        }
        let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        for entry in fs::read_dir(&self.path).into_iter().flatten().flatten() {
            let name = entry.file_name();
            if name.to_str().is_some_and(|name| is_ours(name) && !used.contains(name)) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    fn note(&self, name: &str) {
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned());
    }

    /// Makes the folder, and tells git to leave it alone.
    fn create(&self) -> io::Result<()> {
        if !self.path.is_dir() {
            fs::create_dir_all(&self.path)?;
            fs::write(self.at(".gitignore"), "*\n")?;
        }
        self.hold();
        Ok(())
    }

    /// Takes a share of the lock, once.
    fn hold(&self) {
        self.held.get_or_init(|| shared(&self.at(LOCK)).ok());
    }
}

fn shared(path: &Path) -> io::Result<File> {
    let file = File::options().create(true).append(true).open(path)?;
    file.lock_shared()?;
    Ok(file)
}

/// Whether a name is one of those that are written here: 64 digits and an ending, or a file that a killed build left.
fn is_ours(name: &str) -> bool {
    let digest = name.split_once('.').map_or("", |(stem, _)| stem);
    let is_digest = digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_digest || name.starts_with(UNFINISHED)
}
