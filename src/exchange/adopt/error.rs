//! Why a package was not taken in; nothing was written.

use std::path::PathBuf;

use super::Unmapped;
use crate::diag::{Diagnostic, MachineError};
use crate::fields::RecordKind;
use crate::package::Refusal;

/// Why a package was not taken in.
#[derive(Debug)]
pub enum AdoptError {
    /// There is no file of that name, or it is no plain file.
    NoFile(PathBuf),
    /// The package is not sound.
    Refused(Refusal),
    /// There is no `content/` in the source folder.
    NoContent(PathBuf),
    /// One's own records have errors.
    Content(Vec<Diagnostic>),
    /// There is no neighborhood of that name, and what was perhaps meant.
    NoNeighborhood(String, Option<String>),
    /// A `--map` that can't be read.
    BadMap(String),
    /// A `--map` that names nothing of the package.
    NotTheirs(RecordKind, String),
    /// A `--map` that names nothing of ours, and what was perhaps meant.
    NotOurs(RecordKind, String, Option<String>),
    /// Domains and agencies that are mapped to nothing.
    Unmapped(Vec<Unmapped>),
    /// The start moves a date out of the years that records know.
    Start,
    /// A folder that would be made is there already.
    Exists(PathBuf),
    /// The machine failed us.
    Machine(MachineError),
}

impl From<MachineError> for AdoptError {
    fn from(error: MachineError) -> Self {
        Self::Machine(error)
    }
}
