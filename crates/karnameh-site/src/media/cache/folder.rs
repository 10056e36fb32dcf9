//! The cache folder on disk: writes files atomically and deletes files that no build uses.
//!
//! Every build that uses the folder holds a shared lock on it, and only a build with an exclusive lock deletes files.
//! If locking is impossible, as on a read-only disk, nothing is deleted.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

/// The file that builds lock while they use the folder.
const LOCK: &str = ".lock";
/// Prefix of temporary files, which are renamed when complete.
const UNFINISHED: &str = ".new-";

/// A folder of files with digests as names.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    /// The lock, taken when the folder is first used; `None` inside if locking failed.
    lock: OnceLock<Option<File>>,
    /// The names of all files that were read or written in this run.
    used: Mutex<BTreeSet<String>>,
}

impl Folder {
    /// Represents the folder at this path, which need not exist.
    pub(super) fn new(path: PathBuf) -> Self {
        Self { path, lock: OnceLock::new(), used: Mutex::default() }
    }

    /// Returns the path of a file, which need not exist.
    pub(super) fn path_of(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    /// Reads a file, or returns `None` if that fails.
    pub(super) fn read(&self, name: &str) -> Option<Vec<u8>> {
        let path = self.path_of(name);
        path.is_file().then(|| self.take_lock())?;
        self.mark_used(name);
        fs::read(path).ok()
    }

    /// Writes a file atomically and returns its path.
    pub(super) fn write(&self, name: &str, bytes: &[u8]) -> io::Result<PathBuf> {
        self.create()?;
        self.mark_used(name);
        let mut file = tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(&self.path)?;
        file.write_all(bytes)?;
        let path = self.path_of(name);
        file.persist(&path)?;
        Ok(path)
    }

    /// Deletes files that were neither read nor written in this run, unless another build uses the folder. Ignores errors:
    /// a file that remains only takes up space.
    pub(super) fn prune(&self) {
        let Some(Some(lock)) = self.lock.get() else { return };
        // Unlock first: not every system can convert a shared lock to an exclusive one.
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

    fn mark_used(&self, name: &str) {
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned());
    }

    /// Creates the folder with a `.gitignore`, since the cache does not belong in a repository.
    fn create(&self) -> io::Result<()> {
        if !self.path.is_dir() {
            fs::create_dir_all(&self.path)?;
            fs::write(self.path_of(".gitignore"), "*\n")?;
        }
        self.take_lock();
        Ok(())
    }

    /// Takes the shared lock unless this run already has it.
    fn take_lock(&self) {
        self.lock.get_or_init(|| lock_shared(&self.path_of(LOCK)).ok());
    }
}

fn lock_shared(path: &Path) -> io::Result<File> {
    let file = File::options().create(true).append(true).open(path)?;
    file.lock_shared()?;
    Ok(file)
}

/// Returns whether this program wrote a file of this name: 64 hexadecimal digits and an extension, or a temporary file
/// left by a killed build.
fn is_ours(name: &str) -> bool {
    let digest = name.split_once('.').map_or("", |(stem, _)| stem);
    let is_digest = digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_digest || name.starts_with(UNFINISHED)
}
