//! Where packages may be put: outside of the content, and over nothing but packages of our own.

use std::fs;
use std::path::{Path, PathBuf};

use super::edition::PROGRAM;
use super::error::ArchiveError;
use super::item::Item;
use super::names;
use super::sign::SIGNATURE_HEAD;
use super::snapshot::MadeFile;
use super::verify::{Algorithm, Store};

/// The folder that packages and keys are put into; one of the project's own is refused: what lies in the content is
/// taken for a record or published, what lies in the site goes with the next build.
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

/// The real path of the nearest folder above that exists.
fn real(path: &Path) -> Result<PathBuf, ArchiveError> {
    let absolute = std::path::absolute(path).map_err(ArchiveError::at(path))?;
    for ancestor in absolute.ancestors() {
        if let (Ok(found), Ok(rest)) = (fs::canonicalize(ancestor), absolute.strip_prefix(ancestor)) {
            return Ok(if rest.as_os_str().is_empty() { found } else { found.join(rest) });
        }
    }
    Ok(absolute)
}

/// A finished file, and the place that it is to take.
pub(super) struct Place {
    /// Where it lies now.
    pub(super) made: PathBuf,
    /// Where it will lie.
    pub(super) target: PathBuf,
    /// Its size.
    bytes: u64,
    /// Its SHA-256.
    sha256: String,
    /// The SHA-256 of the other file of ours that lies there.
    pub(super) replaced: Option<String>,
}

impl Place {
    /// Measures the file, and refuses a place where somebody else's lies.
    pub(super) fn of(made: PathBuf, target: PathBuf) -> Result<Self, ArchiveError> {
        let (bytes, sha256) = measure(&made)?;
        let replaced = match fs::symlink_metadata(&target) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(ArchiveError::Io(target, error)),
            Ok(found) if !found.is_file() => return Err(ArchiveError::NotOurs(target)),
            Ok(_) => {
                let (_, former) = measure(&target)?;
                if former != sha256 && !is_ours(&target)? {
                    return Err(ArchiveError::NotOurs(target));
                }
                Some(former).filter(|former| *former != sha256)
            }
        };
        Ok(Self { made, target, bytes, sha256, replaced })
    }

    /// What is told of it.
    pub(super) fn told(&self) -> MadeFile {
        MadeFile {
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

/// Whether a file says of itself that Karnameh made it: a bag in its `bag-info.txt`, a WACZ in its `datapackage.json`,
/// a signature in its first line.
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
