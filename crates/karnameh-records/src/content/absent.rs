//! The complaint about a source folder that holds no content.

use std::path::Path;

use crate::diag::Complaint;

/// Nothing can be done with `source`: it has no `content/`.
pub fn no_content(source: &Path) -> Complaint {
    let path = source.display();
    Complaint::usage(
        format!("در «{path}» پوشهٔ content نیست."),
        format!("There is no `content/` in `{path}`."),
    )
    .hint(
        "با --source پوشه‌ای را بدهید که content در آن است، یا با karnameh init پروژه‌ای تازه بسازید.",
        "Name the folder that contains it with --source, or create a project with karnameh init.",
    )
}
