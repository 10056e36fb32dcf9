//! Decides whether a site may be written to a path, based on resolved paths and before anything is created.
//!
//! Start reading at [`Target::open`].

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::error::{Doing, OutputError};
use super::manifest::{MANIFEST, Manifest};
use super::neighbors::{Lock, Neighbors, exists};
use super::stage::Stage;

/// Restrictions on the target.
#[derive(Debug, Clone, Copy)]
pub struct Terms<'a> {
    /// Whether to accept a folder that this program did not create.
    pub force: bool,
    /// The source's `content/`, which must not contain the target or be inside it.
    pub content: &'a Path,
    /// The user's home folder, if known, which must not be inside the target.
    pub home: Option<&'a Path>,
}

/// A folder to which a site may be written.
pub struct Target {
    neighbors: Neighbors,
    force: bool,
    old_manifest: Option<Manifest>,
}

impl Target {
    /// Checks whether a site may be written to `path`. Creates nothing.
    ///
    /// The folder must not exist, be empty, or be a site by this program. A link is followed, and the folder that it leads to
    /// will be swapped. If a killed build left the site under another name, it is restored first.
    pub fn open(path: &Path, terms: Terms<'_>) -> Result<Self, OutputError> {
        let site = resolve(path)?;
        keep_away(&site, terms)?;
        let neighbors = Neighbors::new(&site).ok_or(OutputError::Root { path: site })?;
        // Restore already here, so that the old site exists even if the content has errors and nothing is built.
        if exists(&neighbors.old) {
            neighbors.restore(&Lock::take(&neighbors)?)?;
        }
        check_folder(&neighbors)?;
        let old_manifest =
            Manifest::read(&neighbors.site).map_err(Doing::Read.at(&neighbors.site.join(MANIFEST)))?;
        if !terms.force {
            check_owner(&neighbors.site, old_manifest.is_some())?;
        }
        Ok(Self { neighbors, force: terms.force, old_manifest })
    }

    /// Returns the folder with links and `..` resolved.
    pub fn path(&self) -> &Path {
        &self.neighbors.site
    }

    /// Returns the manifest of the existing site, if any.
    pub fn old_manifest(&self) -> Option<&Manifest> {
        self.old_manifest.as_ref()
    }

    /// Starts writing: takes the lock, deletes what killed builds left, and creates the staging folder.
    pub fn stage(self) -> Result<Stage, OutputError> {
        let Self { neighbors, force, old_manifest } = self;
        fs::create_dir_all(&neighbors.parent).map_err(Doing::Create.at(&neighbors.parent))?;
        let lock = Lock::take(&neighbors)?;
        neighbors.clear(&lock)?;
        // Check again: another program may have created files since `open`.
        check_folder(&neighbors)?;
        if !force {
            check_owner(&neighbors.site, exists(&neighbors.site.join(MANIFEST)))?;
        }
        Stage::begin(neighbors, lock, old_manifest)
    }
}

/// Resolves links and `..` in a path that may not exist yet.
pub fn resolve(path: &Path) -> Result<PathBuf, OutputError> {
    let absolute = std::path::absolute(path).map_err(Doing::Read.at(path))?;
    let mut resolved = PathBuf::new();
    for component in absolute.components() {
        match component {
            Component::CurDir => {}
            // The path so far contains no links, so its parent is simply the path without the last component.
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

/// Replaces the existing part of a path by the disk's own spelling, for file systems that ignore letter case.
fn spell_as_on_disk(path: PathBuf) -> PathBuf {
    for ancestor in path.ancestors() {
        if let (Ok(real), Ok(rest)) = (fs::canonicalize(ancestor), path.strip_prefix(ancestor)) {
            return if rest.as_os_str().is_empty() { real } else { real.join(rest) };
        }
    }
    path
}

/// Rejects targets whose replacement would remove something else.
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

/// Rejects a target that is not a folder or cannot be renamed.
fn check_folder(at: &Neighbors) -> Result<(), OutputError> {
    if let Some(file) = at.site.ancestors().find(|path| exists(path)).filter(|path| !path.is_dir()) {
        return Err(OutputError::NotAFolder { path: file.to_owned() });
    }
    if is_mount_point(at) {
        return Err(OutputError::MountPoint { path: at.site.clone() });
    }
    Ok(())
}

/// Rejects a folder that contains other people's files.
fn check_owner(site: &Path, ours: bool) -> Result<(), OutputError> {
    if ours {
        // A swap would replace the whole folder and delete the repository.
        let repository =
            [".git", ".hg", ".svn"].map(|name| site.join(name)).into_iter().find(|path| exists(path));
        return repository.map_or(Ok(()), |path| Err(OutputError::Repository { path }));
    }
    if exists(site) && !is_empty(site)? {
        return Err(OutputError::NotOurs { path: site.to_owned() });
    }
    Ok(())
}

/// Returns whether a folder is empty, ignoring files that file managers create.
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

/// Returns whether the target is on another disk than its parent, or is a bind mount.
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

/// Asks the kernel whether a folder is the root of a mount. A bind mount from the same disk has the same device id.
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
