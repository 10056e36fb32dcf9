//! `karnameh share`: success models to one file, put in place in one step.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::diag::MachineError;
use crate::digest::Digest;
use crate::output::{OutputError, resolve};
use crate::package::{LARGEST, Package};
use crate::site::PACKAGE_ENDING;

/// A package that was written.
#[derive(Debug)]
pub struct Handed {
    /// The file.
    pub path: PathBuf,
    /// Its bytes.
    pub bytes: usize,
    /// Its SHA-256 digest, by which the other side can tell that it came whole.
    pub sha256: String,
}

/// Why a package was not written.
#[derive(Debug)]
pub enum ShareError {
    /// Something that is no package stands there.
    Exists(PathBuf),
    /// It would lie in a folder of the project's own: among the records, in the site.
    OwnFolder(PathBuf, &'static str),
    /// The place can't be looked at.
    Place(OutputError),
    /// The machine failed us.
    Machine(MachineError),
}

/// Where a package goes where nobody says so: `output/models/` beside the site, named after its models.
pub fn default_path(source: &Path, package: &Package) -> PathBuf {
    let models = &package.manifest.models;
    let first = models.first().map_or("models", |id| id);
    let more = match models.len() {
        0 | 1 => String::new(),
        count => format!("-and-{}-more", count - 1),
    };
    source.join("output").join("models").join(format!("{first}{more}{PACKAGE_ENDING}"))
}

/// Writes a package, outside of content and site. A package that stands there already is replaced, anything else is left
/// alone.
pub fn share(package: &Package, to: &Path, source: &Path) -> Result<Handed, ShareError> {
    let real = |path: &Path| resolve(path).map_err(ShareError::Place);
    for own in ["content", "themes", "output/site"] {
        if real(to)?.starts_with(real(&source.join(own))?) {
            return Err(ShareError::OwnFolder(to.to_owned(), own));
        }
    }
    if to.symlink_metadata().is_ok() && !is_package(to) {
        return Err(ShareError::Exists(to.to_owned()));
    }
    let bytes = package.pack();
    put(to, &bytes).map_err(|error| ShareError::Machine(MachineError::writing(to, error)))?;
    Ok(Handed { path: to.to_owned(), bytes: bytes.len(), sha256: Digest::of(&bytes).to_string() })
}

fn is_package(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|found| found.is_file() && found.len() <= LARGEST)
        && fs::read(path).is_ok_and(|bytes| Package::unpack(&bytes).is_ok())
}

/// Writes beside the target, then renames: killed at any moment, the old file or the new one stands whole.
fn put(to: &Path, bytes: &[u8]) -> io::Result<()> {
    let name = to.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut hidden = std::ffi::OsString::from(".");
    hidden.push(name);
    hidden.push(".karnameh-new");
    let staged = folder.join(hidden);
    let _ = fs::remove_file(&staged);
    let written = File::create_new(&staged).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.and_then(|()| fs::rename(&staged, to)).inspect_err(|_| {
        let _ = fs::remove_file(&staged);
    })
}
