//! Compares the site with the target and lists what to do. Writes nothing.
//!
//! Start reading at [`Plan::compare`].

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use crate::output::error::{Doing, OutputError};
use crate::output::manifest::{Entry, MANIFEST};
use crate::output::names::fold;

use super::error::PublishError;
use super::ledger;
use super::sides::{PathState, Sides, examine};

/// What to do, in order.
#[derive(Debug)]
pub struct Plan {
    pub sides: Sides,
    /// The files to write: assets, pages, `index.html`, the manifest.
    pub steps: Vec<Step>,
    /// The files of earlier editions that the site no longer contains.
    pub gone: Vec<String>,
    /// Whether to delete [`Plan::gone`].
    pub deletes: bool,
    /// The number of files that are already up to date.
    pub unchanged: usize,
    /// The paths in the target that this program created.
    pub(super) ours: BTreeSet<String>,
}

#[derive(Debug, Clone)]
pub struct Step {
    pub entry: Entry,
    pub why: Why,
}

/// Why a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It does not exist.
    New,
    /// It exists with other bytes.
    Changed,
}

impl Plan {
    /// Compares both sides. `deletes` determines whether obsolete files will be deleted.
    pub fn compare(sides: Sides, deletes: bool) -> Result<Self, PublishError> {
        let target = &sides.target;
        let ours = ledger::ours(target)?;
        let mut entries: Vec<&Entry> = sides.manifest.files.iter().chain([&sides.manifest_entry]).collect();
        entries.sort_by_cached_key(|entry| (rank(&entry.path), entry.path.clone()));
        let (mut steps, mut foreign, mut unchanged) = (Vec::new(), Vec::new(), 0);
        let mut folders = Folders::default();
        for entry in entries {
            if let Some(in_the_way) = folders.in_the_way(target, &entry.path)? {
                // One obstacle can affect many files.
                if !foreign.contains(&in_the_way) {
                    foreign.push(in_the_way);
                }
                continue;
            }
            match examine(&target.join(&entry.path))? {
                PathState::File(size, sha256) if (size, sha256) == (entry.size, entry.sha256) => {
                    unchanged += 1;
                }
                PathState::Nothing => steps.push(Step { entry: entry.clone(), why: Why::New }),
                PathState::File(..) if ours.contains(&entry.path) => {
                    steps.push(Step { entry: entry.clone(), why: Why::Changed });
                }
                PathState::File(..) | PathState::Other => foreign.push(entry.path.clone()),
            }
        }
        if !foreign.is_empty() {
            return Err(PublishError::Foreign { target: target.clone(), files: foreign });
        }
        let gone = gone(&sides, &ours)?;
        Ok(Self { sides, steps, gone, deletes, unchanged, ours })
    }

    /// Returns the number of bytes to write.
    pub fn bytes(&self) -> u64 {
        self.steps.iter().map(|step| step.entry.size).sum()
    }

    /// Returns whether the target is already up to date.
    pub fn is_done(&self) -> bool {
        self.steps.is_empty() && (self.gone.is_empty() || !self.deletes)
    }
}

/// Orders the files so that everything a page links to exists before the page.
pub(super) fn rank(path: &str) -> u8 {
    match path {
        MANIFEST => 3,
        "index.html" => 2,
        page if Path::new(page).extension().is_some_and(|ending| ending == "html") => 1,
        _ => 0,
    }
}

/// Returns our files in the target that the site no longer contains.
///
/// A file that differs only in letter case from a file of the site is kept: on a USB stick both are the same file.
fn gone(sides: &Sides, ours: &BTreeSet<String>) -> Result<Vec<String>, OutputError> {
    let current: BTreeSet<String> = sides.manifest.files.iter().map(|entry| fold(&entry.path)).collect();
    let mut gone = Vec::new();
    for path in ours.iter().filter(|path| *path != MANIFEST && !current.contains(&fold(path))) {
        if Folders::default().in_the_way(&sides.target, path)?.is_some() {
            continue;
        }
        let file = sides.target.join(path);
        if file.symlink_metadata().is_ok_and(|found| found.is_file()) {
            gone.push(path.clone());
        }
    }
    Ok(gone)
}

/// The folders of the target that were checked, and whether something other than a folder has that path.
#[derive(Default)]
struct Folders(HashMap<String, bool>);

impl Folders {
    /// Returns the first parent of a path that is not a folder. A link to a folder also counts: writing through it would
    /// change files elsewhere.
    fn in_the_way(&mut self, target: &Path, path: &str) -> Result<Option<String>, OutputError> {
        for (at, _) in path.match_indices('/') {
            let folder = &path[..at];
            if !self.0.contains_key(folder) {
                let found = target.join(folder).symlink_metadata();
                let blocked = match found {
                    Ok(found) => !found.is_dir(),
                    Err(error) if super::sides::is_absent(&error) => false,
                    Err(error) => return Err(Doing::Read.at(&target.join(folder))(error)),
                };
                self.0.insert(folder.to_owned(), blocked);
            }
            if self.0[folder] {
                return Ok(Some(folder.to_owned()));
            }
        }
        Ok(None)
    }
}
