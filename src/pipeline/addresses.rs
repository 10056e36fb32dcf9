//! Two sources of one address are an error: a page, a file of ours, a file of `content/static/`.

use std::collections::BTreeMap;

use crate::content::SourceFile;
use crate::diag::codes::files as codes;
use crate::diag::{Diagnostic, Place};
use crate::output::MANIFEST;
use crate::site::Planned;

/// An error for each file of `content/static/` whose address is taken; letter case doesn't tell two apart, since it
/// doesn't on every host.
pub(super) fn clashes(plan: &[Planned], ours: &[&str], statics: &[SourceFile]) -> Vec<Diagnostic> {
    if statics.is_empty() {
        return Vec::new();
    }
    let mut taken: BTreeMap<String, String> = plan
        .iter()
        .map(|planned| planned.address.as_str())
        .chain(ours.iter().copied())
        .chain([MANIFEST])
        .map(|address| (address.to_lowercase(), address.to_owned()))
        .collect();
    let mut found = Vec::new();
    for file in statics {
        if let Some(other) = taken.insert(file.below.to_lowercase(), file.below.to_string()) {
            found.push(clash(file, &other));
        }
    }
    found
}

fn clash(file: &SourceFile, other: &str) -> Diagnostic {
    Diagnostic::new(
        codes::ADDRESS_TAKEN,
        Place::file(file.name.clone()),
        format!("نشانی «{}» در سایت از آنِ «{other}» است و دو فایل نمی‌تواند یک نشانی داشته باشد.", file.below),
        format!(
            "The address `{}` of the site belongs to `{other}`; two files can't have one address.",
            file.below
        ),
    )
    .hint("نام این فایل را عوض کنید.", "Rename this file.")
}
