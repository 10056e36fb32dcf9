//! Two sources of one address are an error: a page, a file of ours, a file of `content/static/`.
//!
//! The names are claimed here as `output` will claim them, so that a check finds what a build would stumble over.

use std::sync::Arc;

use crate::content::SourceFile;
use crate::diag::codes::files as codes;
use crate::diag::{Complain as _, Diagnostic, Place};
use crate::output::{Names, OutputError};
use crate::site::Planned;

/// An error for each file of `content/static/` whose address is taken, as a file or as a folder, or is none on some
/// host; letter case doesn't tell two apart, since it doesn't on every host.
pub(super) fn clashes(plan: &[Planned], ours: &[&str], statics: &[SourceFile]) -> Vec<Diagnostic> {
    if statics.is_empty() {
        return Vec::new();
    }
    let mut names = Names::default();
    for address in plan.iter().map(|planned| planned.address.as_str()).chain(ours.iter().copied()) {
        // Ours differ from each other: `output` insists on it.
        let _ = names.claim(address, |_| Ok(()));
    }
    let claim =
        |file: &SourceFile| names.claim(&file.below, |_| Ok(())).err().map(|error| refused(file, &error));
    statics.iter().filter_map(claim).collect()
}

fn refused(file: &SourceFile, error: &OutputError) -> Diagnostic {
    let at = Place::file(Arc::clone(&file.name));
    let hint = ("نام این فایل یا پوشه را عوض کنید.", "Rename this file or folder.");
    let OutputError::SameName { first, second } = error else {
        return Diagnostic::with_message(codes::BAD_NAME, at, error.complaint().message);
    };
    Diagnostic::new(
        codes::ADDRESS_TAKEN,
        at,
        format!("نشانی «{second}» در سایت از آنِ «{first}» است و دو فایل نمی‌تواند یک نشانی داشته باشد."),
        format!("The address `{second}` of the site belongs to `{first}`; two files can't have one address."),
    )
    .hint(hint.0, hint.1)
}
