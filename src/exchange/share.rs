//! `karnameh share`: writes success models to one file, atomically.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::diag::{Complain, Complaint, MachineError};
use crate::digest::Digest;
use crate::output::{OutputError, resolve};
use crate::package::{Contents, LARGEST, Package};
use crate::site::PACKAGE_ENDING;

/// A finished package file.
#[derive(Debug)]
pub struct SharedPackage {
    pub path: PathBuf,
    /// The size in bytes.
    pub bytes: usize,
    /// The SHA-256, with which the recipient can check that the file is complete.
    pub sha256: String,
}

/// Why a package was not written.
#[derive(Debug)]
pub enum ShareError {
    /// The target exists and is not a package.
    Exists(PathBuf),
    /// The target is in a folder of the project, where it would be read as a record or published.
    OwnFolder(PathBuf, &'static str),
    /// The target's path cannot be resolved.
    Place(OutputError),
    /// An operation of the operating system failed.
    Machine(MachineError),
}

impl Complain for ShareError {
    fn complaint(&self) -> Complaint {
        match self {
            Self::Exists(path) => Complaint::usage(
                format!("«{}» هست و بستهٔ الگو نیست؛ دست‌نخورده ماند.", path.display()),
                format!("`{}` exists and is not a package; it was not changed.", path.display()),
            )
            .hint("با -o نامی دیگر بدهید.", "Give another name with -o."),
            Self::OwnFolder(path, own) => Complaint::usage(
                format!("«{}» درون پوشهٔ {own} پروژه است.", path.display()),
                format!("`{}` is inside the project's folder {own}.", path.display()),
            )
            .hint("بسته را بیرون از آن بسازید.", "Create the package outside it."),
            Self::Place(error) => error.complaint(),
            Self::Machine(error) => error.complaint(),
        }
    }
}

/// Returns the default path: below `output/models/` beside the site, named after the models.
pub fn default_path(source: &Path, package: &Package) -> PathBuf {
    let models = &package.manifest.models;
    let first = models.first().map_or("models", |id| id);
    let more = match models.len() {
        0 | 1 => String::new(),
        count => format!("-and-{}-more", count - 1),
    };
    source.join("output").join("models").join(format!("{first}{more}{PACKAGE_ENDING}"))
}

/// Writes a package outside content and site. Replaces an existing package, but no other file.
pub fn share(package: &Package, to: &Path, source: &Path) -> Result<SharedPackage, ShareError> {
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
    write_atomically(to, &bytes).map_err(|error| ShareError::Machine(MachineError::writing(to, error)))?;
    Ok(SharedPackage { path: to.to_owned(), bytes: bytes.len(), sha256: Digest::of(&bytes).to_string() })
}

fn is_package(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|found| found.is_file() && found.len() <= LARGEST)
        && fs::read(path).is_ok_and(|bytes| Contents::unpack(&bytes).is_ok())
}

/// Writes to a temporary file and renames it, so that a killed process leaves either the old file or the new one.
fn write_atomically(to: &Path, bytes: &[u8]) -> io::Result<()> {
    let name = to.file_name().ok_or(io::ErrorKind::InvalidInput)?;
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut hidden = std::ffi::OsString::from(".");
    hidden.push(name);
    hidden.push(".karnameh-new");
    let staged = folder.join(hidden);
    // A killed run may have left it.
    let _ = fs::remove_file(&staged);
    let written = File::create_new(&staged).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.and_then(|()| fs::rename(&staged, to)).inspect_err(|_| {
        let _ = fs::remove_file(&staged);
    })
}
