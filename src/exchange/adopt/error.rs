//! Reasons why a package was not adopted. Nothing was written in any case.

use std::path::PathBuf;

use super::Unmapped;
use crate::diag::{Diagnostic, MachineError};
use crate::model::RecordKind;
use crate::package::Refusal;

/// Why a package was not adopted.
#[derive(Debug)]
pub enum AdoptError {
    /// The path does not lead to a regular file.
    NoFile(PathBuf),
    /// The package is invalid.
    Refused(Refusal),
    /// The source folder contains no `content/`.
    NoContent(PathBuf),
    /// The user's own records have errors.
    Content(Vec<Diagnostic>),
    /// No neighborhood has this name; with a similar one that may have been meant.
    NoNeighborhood(String, Option<String>),
    /// A `--map` option cannot be parsed.
    BadMap(String),
    /// A `--map` option names nothing in the package.
    NotTheirs(RecordKind, String),
    /// A `--map` option names no record of the user; with a similar one that may have been meant.
    NotOurs(RecordKind, String, Option<String>),
    /// These domains and agencies of the package have no counterpart.
    Unmapped(Vec<Unmapped>),
    /// The start would shift a date out of the allowed years.
    Start,
    /// A folder to create exists already.
    Exists(PathBuf),
    /// An operation of the operating system failed.
    Machine(MachineError),
}

impl From<MachineError> for AdoptError {
    fn from(error: MachineError) -> Self {
        Self::Machine(error)
    }
}
