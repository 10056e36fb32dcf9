//! Where a site may be written: decided on real paths, before anything is created.
//!
//! Start reading at [`Target::open`].

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::error::{Doing, OutputError};
use super::manifest::{MANIFEST, Manifest};
use super::neighbors::{Lock, Neighbors, exists};
use super::stage::Stage;

/// What a target must not touch.
#[derive(Debug, Clone, Copy)]
pub struct Terms<'a> {
    /// Take a folder that is not ours.
    pub force: bool,
    /// The source's `content/`: never in the target, nor the target in it.
    pub content: &'a Path,
    /// The user's home, where it is known: never in the target.
    pub home: Option<&'a Path>,
}

/// A folder that we may write a site to.
pub struct Target {
    neighbors: Neighbors,
    force: bool,
    former: Option<Manifest>,
}

impl Target {
    /// Looks whether a site may be written to `path`. Creates nothing.
    ///
    /// The folder must be absent, empty or ours; a link is followed, so that the folder that it leads to is what is
    /// swapped. A site that a killed build left under another name is put back first.
    pub fn open(path: &Path, terms: Terms<'_>) -> Result<Self, OutputError> {
        let site = resolve(path)?;
        keep_away(&site, terms)?;
        let neighbors = Neighbors::of(&site).ok_or(OutputError::Root { path: site })?;
        if exists(&neighbors.old) {
            neighbors.restore(&Lock::take(&neighbors)?)?;
        }
        check_folder(&neighbors)?;
        let former =
            Manifest::read(&neighbors.site).map_err(Doing::Read.at(&neighbors.site.join(MANIFEST)))?;
        if !terms.force {
            check_owner(&neighbors.site, former.is_some())?;
        }
        Ok(Self { neighbors, force: terms.force, former })
    }

    /// The folder, with links and `..` resolved.
    pub fn path(&self) -> &Path {
        &self.neighbors.site
    }

    /// What the site that stands there consists of, where there is one.
    pub fn former(&self) -> Option<&Manifest> {
        self.former.as_ref()
    }

    /// Begins to write: takes the lock, removes what killed builds left, and makes the staging folder.
    pub fn stage(self) -> Result<Stage, OutputError> {
        let Self { neighbors, force, former } = self;
        fs::create_dir_all(&neighbors.parent).map_err(Doing::Create.at(&neighbors.parent))?;
        let lock = Lock::take(&neighbors)?;
        neighbors.clear(&lock)?;
        // Time has passed since `open`: nobody may have put something of theirs there.
        check_folder(&neighbors)?;
        if !force {
            check_owner(&neighbors.site, exists(&neighbors.site.join(MANIFEST)))?;
        }
        Stage::begin(neighbors, lock, former)
    }
}

/// The real path of what may not be there yet.
pub fn resolve(path: &Path) -> Result<PathBuf, OutputError> {
    let absolute = std::path::absolute(path).map_err(Doing::Read.at(path))?;
    let mut resolved = PathBuf::new();
    for component in absolute.components() {
        match component {
            Component::CurDir => {}
            // What stands so far has no links, so that its parent is the one that is written.
            Component::ParentDir => _ = resolved.pop(),
            Component::Prefix(_) | Component::RootDir => resolved.push(component),
            Component::Normal(name) => {
                resolved.push(name);
                if resolved.is_symlink() {
                    resolved = follow(&resolved)?;
                }
            }
        }
    }
    Ok(spell_as_on_disk(resolved))
}

fn follow(link: &Path) -> Result<PathBuf, OutputError> {
    fs::canonicalize(link).map_err(|error| match error.kind() {
        io::ErrorKind::PermissionDenied => Doing::Read.at(link)(error),
        _ => OutputError::BrokenLink { path: link.to_owned() },
    })
}

/// Gives the part that exists the disk's own spelling, where the file system knows more than one.
fn spell_as_on_disk(path: PathBuf) -> PathBuf {
    for ancestor in path.ancestors() {
        if let (Ok(real), Ok(rest)) = (fs::canonicalize(ancestor), path.strip_prefix(ancestor)) {
            return if rest.as_os_str().is_empty() { real } else { real.join(rest) };
        }
    }
    path
}

/// Refuses the places where a swap would take something else with it.
pub(super) fn keep_away(site: &Path, terms: Terms<'_>) -> Result<(), OutputError> {
    let path = site.to_owned();
    let content = resolve(terms.content)?;
    if site.parent().is_none() {
        return Err(OutputError::Root { path });
    }
    if site.starts_with(&content) {
        return Err(OutputError::InContent { path, content });
    }
    if content.starts_with(site) {
        return Err(OutputError::HoldsContent { path, content });
    }
    if terms.home.and_then(|home| resolve(home).ok()).is_some_and(|home| home.starts_with(site)) {
        return Err(OutputError::HoldsHome { path });
    }
    Ok(())
}

/// Refuses what is no folder, or one that can't be renamed.
fn check_folder(at: &Neighbors) -> Result<(), OutputError> {
    if let Some(file) = at.site.ancestors().find(|path| exists(path)).filter(|path| !path.is_dir()) {
        return Err(OutputError::NotAFolder { path: file.to_owned() });
    }
    if is_mount_point(at) {
        return Err(OutputError::MountPoint { path: at.site.clone() });
    }
    Ok(())
}

/// Refuses what others put there.
fn check_owner(site: &Path, ours: bool) -> Result<(), OutputError> {
    if ours {
        let repository =
            [".git", ".hg", ".svn"].map(|name| site.join(name)).into_iter().find(|path| exists(path));
        return repository.map_or(Ok(()), |path| Err(OutputError::Repository { path }));
    }
    if exists(site) && !is_empty(site)? {
        return Err(OutputError::NotOurs { path: site.to_owned() });
    }
    Ok(())
}

/// Whether nothing is there but what a file manager leaves behind.
fn is_empty(folder: &Path) -> Result<bool, OutputError> {
    let failed = |error| Doing::Read.at(folder)(error);
    for entry in fs::read_dir(folder).map_err(failed)? {
        let name = entry.map_err(failed)?.file_name();
        if ![".DS_Store", "Thumbs.db", "desktop.ini"].iter().any(|litter| name == *litter) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether the target is another disk than its parent, or bound from elsewhere.
#[cfg(unix)]
fn is_mount_point(at: &Neighbors) -> bool {
    use std::os::unix::fs::MetadataExt;
    let (Ok(site), Ok(parent)) = (fs::metadata(&at.site), fs::metadata(&at.parent)) else { return false };
    site.dev() != parent.dev() || is_bound(&at.site)
}

#[cfg(not(unix))]
fn is_mount_point(_: &Neighbors) -> bool {
    false
}

/// Whether the kernel calls a folder the root of a mount: a folder bound from the same disk has its device id too.
#[cfg(target_os = "linux")]
fn is_bound(folder: &Path) -> bool {
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
    let found = statx(CWD, folder, AtFlags::empty(), StatxFlags::TYPE);
    found.is_ok_and(|found| found.stx_attributes.contains(StatxAttributes::MOUNT_ROOT))
}

#[cfg(all(unix, not(target_os = "linux")))]
fn is_bound(_: &Path) -> bool {
    false
}
