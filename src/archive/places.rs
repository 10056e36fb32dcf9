//! Decides where packages may be written: outside the project's folders, and only over packages by this program.

use std::fs;
use std::path::{Path, PathBuf};

use super::edition::PROGRAM;
use super::error::ArchiveError;
use super::item::Item;
use super::names;
use super::sign::SIGNATURE_HEAD;
use super::snapshot::ArchiveFile;
use super::verify::{Algorithm, Store};

/// Returns the folder for packages and keys. Rejects the project's own folders: a file in the content would be read as a
/// record or published, and a file in the site would disappear with the next build.
pub(super) fn folder(source: &Path, file: Option<&Path>) -> Result<PathBuf, ArchiveError> {
    let folder = match file.and_then(Path::parent) {
        Some(parent) if parent.as_os_str().is_empty() => PathBuf::from("."),
        Some(parent) => parent.to_owned(),
        None => names::default_folder(source),
    };
    let real = real(&folder)?;
    for own in ["content", "themes", "output/site"] {
        if real.starts_with(self::real(&source.join(own))?) {
            return Err(ArchiveError::OwnFolder(file.map_or(folder, Path::to_owned), own));
        }
    }
    Ok(folder)
}

/// Resolves links in the existing part of a path.
fn real(path: &Path) -> Result<PathBuf, ArchiveError> {
    let absolute = std::path::absolute(path).map_err(ArchiveError::at(path))?;
    // `canonicalize` fails for paths that do not exist, so resolve the longest existing part.
    for ancestor in absolute.ancestors() {
        if let (Ok(found), Ok(rest)) = (fs::canonicalize(ancestor), absolute.strip_prefix(ancestor)) {
            return Ok(if rest.as_os_str().is_empty() { found } else { found.join(rest) });
        }
    }
    Ok(absolute)
}

/// A finished file and its destination.
pub(super) struct Place {
    /// The current path.
    pub(super) source: PathBuf,
    pub(super) target: PathBuf,
    bytes: u64,
    sha256: String,
    /// The SHA-256 of the package at the destination, if it has other bytes.
    pub(super) replaced: Option<String>,
}

impl Place {
    /// Computes size and digest. Fails if a file that this program did not create is at the destination.
    pub(super) fn check(source: PathBuf, target: PathBuf) -> Result<Self, ArchiveError> {
        let (bytes, sha256) = measure(&source)?;
        let replaced = match fs::symlink_metadata(&target) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(ArchiveError::Io(target, error)),
            Ok(found) if !found.is_file() => return Err(ArchiveError::NotOurs(target)),
            Ok(_) => {
                // The same bytes may be written again, whoever created them.
                let (_, existing) = measure(&target)?;
                if existing != sha256 && !is_ours(&target)? {
                    return Err(ArchiveError::NotOurs(target));
                }
                Some(existing).filter(|existing| *existing != sha256)
            }
        };
        Ok(Self { source, target, bytes, sha256, replaced })
    }

    /// Returns the description for the command's output.
    pub(super) fn report(&self) -> ArchiveFile {
        ArchiveFile {
            path: self.target.clone(),
            bytes: self.bytes,
            sha256: self.sha256.clone(),
            replaced: self.replaced.clone(),
        }
    }
}

fn measure(file: &Path) -> Result<(u64, String), ArchiveError> {
    let item = Item::disk("", file.to_owned())?;
    Ok((item.size(), item.digests(&[Algorithm::Sha256])?.concat()))
}

/// Returns whether this program created a file, according to the file itself: the `bag-info.txt` of a bag, the
/// `datapackage.json` of a WACZ, or the first line of a signature.
fn is_ours(file: &Path) -> Result<bool, ArchiveError> {
    let name = PROGRAM.split(' ').next().unwrap_or(PROGRAM);
    if file.extension().is_some_and(|end| end == "minisig") {
        let bytes = fs::read(file).map_err(ArchiveError::at(file))?;
        return Ok(bytes.starts_with(SIGNATURE_HEAD.as_bytes()));
    }
    let Ok(mut store) = Store::zip(file)? else { return Ok(false) };
    let folder = store.only_folder().unwrap_or_default();
    let marks = [
        (format!("{folder}/bag-info.txt"), format!("Bag-Software-Agent: {name} ")),
        ("datapackage.json".to_owned(), format!("\"software\": \"{name} ")),
    ];
    for (path, mark) in marks {
        let text = store.list(&path)?.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        if text.is_some_and(|text| text.contains(&mark)) {
            return Ok(true);
        }
    }
    Ok(false)
}
