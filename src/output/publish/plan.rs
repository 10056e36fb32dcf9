//! What there is to do in a target, found by reading both sides; nothing is written here.
//!
//! Start reading at [`Plan::of`].

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use crate::output::error::{Doing, OutputError};
use crate::output::manifest::{Entry, MANIFEST};
use crate::output::names::fold;

use super::error::PublishError;
use super::ledger;
use super::sides::{Found, Sides, look};

/// What there is to do, in the order in which it is done.
#[derive(Debug)]
pub struct Plan {
    /// From where to where.
    pub sides: Sides,
    /// The files that are written: what pages need, pages, `index.html`, the manifest.
    pub steps: Vec<Step>,
    /// The files of earlier editions that are deleted, or would be: the site has them no more.
    pub gone: Vec<String>,
    /// Whether [`Plan::gone`] is deleted.
    pub deletes: bool,
    /// How many files are there already.
    pub unchanged: usize,
    /// What was ours in the target before.
    pub(super) ours: BTreeSet<String>,
}

/// A file that is written.
#[derive(Debug, Clone)]
pub struct Step {
    /// The file.
    pub entry: Entry,
    /// Why it is written.
    pub why: Why,
}

/// Why a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It is not there.
    New,
    /// It is there with other bytes.
    Changed,
}

impl Plan {
    /// Finds out what there is to do. With `deletes`, what the site has no more is deleted.
    pub fn of(sides: Sides, deletes: bool) -> Result<Self, PublishError> {
        let target = &sides.target;
        let ours = ledger::ours(target)?;
        let mut entries: Vec<&Entry> = sides.manifest.files.iter().chain([&sides.manifest_entry]).collect();
        entries.sort_by_cached_key(|entry| (rank(&entry.path), entry.path.clone()));
        let (mut steps, mut foreign, mut unchanged) = (Vec::new(), Vec::new(), 0);
        let mut folders = Folders::default();
        for entry in entries {
            if let Some(in_the_way) = folders.in_the_way(target, &entry.path)? {
                // One thing may be in the way of many files.
                if !foreign.contains(&in_the_way) {
                    foreign.push(in_the_way);
                }
                continue;
            }
            match look(&target.join(&entry.path))? {
                Found::File(size, sha256) if (size, sha256) == (entry.size, entry.sha256) => {
                    unchanged += 1;
                }
                Found::Nothing => steps.push(Step { entry: entry.clone(), why: Why::New }),
                Found::File(..) if ours.contains(&entry.path) => {
                    steps.push(Step { entry: entry.clone(), why: Why::Changed });
                }
                Found::File(..) | Found::Other => foreign.push(entry.path.clone()),
            }
        }
        if !foreign.is_empty() {
            return Err(PublishError::Foreign { target: target.clone(), files: foreign });
        }
        let gone = gone(&sides, &ours)?;
        Ok(Self { sides, steps, gone, deletes, unchanged, ours })
    }

    /// How many bytes are written.
    pub fn bytes(&self) -> u64 {
        self.steps.iter().map(|step| step.entry.size).sum()
    }

    /// Whether the target is as it should be already.
    pub fn is_done(&self) -> bool {
        self.steps.is_empty() && (self.gone.is_empty() || !self.deletes)
    }
}

/// What a file waits for: whoever follows a link finds what it leads to.
pub(super) fn rank(path: &str) -> u8 {
    match path {
        MANIFEST => 3,
        "index.html" => 2,
        page if Path::new(page).extension().is_some_and(|ending| ending == "html") => 1,
        _ => 0,
    }
}

/// The files of ours that stand there and that the site has no more.
///
/// One that differs from a file of the site in letter case alone is that file on a stick, so it is left alone.
fn gone(sides: &Sides, ours: &BTreeSet<String>) -> Result<Vec<String>, OutputError> {
    let kept: BTreeSet<String> = sides.manifest.files.iter().map(|entry| fold(&entry.path)).collect();
    let mut gone = Vec::new();
    for path in ours.iter().filter(|path| *path != MANIFEST && !kept.contains(&fold(path))) {
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

/// The folders of a target that were looked at, each with whether something that is no folder stands there.
#[derive(Default)]
struct Folders(HashMap<String, bool>);

impl Folders {
    /// The path on the way to a file where something else than a folder stands, a link to one included: through it the
    /// file would be written elsewhere.
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
