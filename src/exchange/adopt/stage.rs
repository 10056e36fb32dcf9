//! Writes the planned files to their folders, either all or none.
//!
//! The files are first written to a hidden folder in `content/`, which no command reads. Then each folder is renamed to its
//! destination. Records that others refer to come first, so that even after a killed process all references resolve.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{AdoptError, Home, Plan};
use crate::diag::MachineError;

impl Plan {
    /// Writes the records to the project for which they were planned.
    pub fn write(&self, home: &Home) -> Result<(), AdoptError> {
        let content = home.source.join("content");
        let staging = tempfile::Builder::new()
            .prefix(".karnameh-adopt-")
            .tempdir_in(&content)
            .map_err(|error| MachineError::writing(&content, error))?;
        for (path, text) in &self.files {
            let path = staging.path().join(path);
            write_new(&path, text).map_err(|error| MachineError::writing(&path, error))?;
        }
        let mut rollback = Rollback::default();
        for folder in &self.folders {
            let target = content.join(folder);
            rollback
                .move_folder(&staging.path().join(folder), &target)
                .map_err(|error| MachineError::writing(&target, error))?;
        }
        rollback.commit();
        Ok(())
    }
}

fn write_new(path: &Path, text: &str) -> io::Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    let mut file = File::create_new(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// The folders created so far. Dropping it deletes them again, unless `commit` was called.
#[derive(Default)]
struct Rollback {
    folders: Vec<PathBuf>,
    parents: Vec<PathBuf>,
}

impl Rollback {
    /// Moves a folder to its destination, which must not exist.
    fn move_folder(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        if let Some(parent) = to.parent().filter(|parent| !parent.exists()) {
            fs::create_dir(parent)?;
            self.parents.push(parent.to_owned());
        }
        // `rename` would replace an empty folder without an error.
        if to.symlink_metadata().is_ok() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        fs::rename(from, to)?;
        self.folders.push(to.to_owned());
        Ok(())
    }

    fn commit(mut self) {
        self.folders.clear();
        self.parents.clear();
    }
}

impl Drop for Rollback {
    fn drop(&mut self) {
        for folder in &self.folders {
            let _ = fs::remove_dir_all(folder);
        }
        for parent in &self.parents {
            let _ = fs::remove_dir(parent);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_not_be_finished_is_taken_back() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |path: &str| folder.path().join(path);
        fs::create_dir_all(at("new/models")).expect("a folder");
        write_new(&at("new/models/x.md"), "x").expect("a file");
        let mut rollback = Rollback::default();
        rollback.move_folder(&at("new/models"), &at("models/adopted-x")).expect("the place is free");
        assert!(at("models/adopted-x/x.md").is_file());
        assert!(rollback.move_folder(&at("new/activities"), &at("activities/adopted-x")).is_err());
        drop(rollback);
        assert!(!at("models").exists() && !at("activities").exists());
    }

    #[test]
    fn what_stands_is_not_overwritten() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |path: &str| folder.path().join(path);
        for path in ["new", "models/adopted-x"] {
            fs::create_dir_all(at(path)).expect("a folder");
        }
        assert!(Rollback::default().move_folder(&at("new"), &at("models/adopted-x")).is_err());
        assert!(at("new").is_dir() && at("models/adopted-x").is_dir());
    }
}
