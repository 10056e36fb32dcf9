//! The complaint about a file that a command was asked to write.

use std::io;
use std::path::Path;

use crate::diag::Complaint;

/// A file that could not be written.
pub(super) fn unwritten(path: &Path, error: &io::Error) -> Complaint {
    Complaint::machine(
        format!("نوشتن «{}» ممکن نشد: {error}", path.display()),
        format!("writing `{}` failed: {error}", path.display()),
    )
}
