//! Records that nobody would read for the name or the format of their file: `library.yml.txt`, a sheet, a Word document.
//!
//! A site without them would look complete, so they are errors, while other stray files are warnings.

use std::sync::Arc;

use super::walk::{SourceFile, extension};
use crate::diag::codes::files::LOST_RECORD;
use crate::diag::{Diagnostic, Place};

/// What editors add behind the name that was typed.
const ADDED: &[&str] = &["txt", "text", "doc", "docx", "rtf", "odt", "htm", "html"];
const DOCUMENTS: &[&str] = &["doc", "docx", "odt", "rtf", "pages"];
const SHEETS: &[&str] = &["xls", "xlsx", "xlsm", "ods", "csv", "tsv", "numbers"];

/// A file among records that holds a record, or is meant to.
pub(super) fn lost_record(file: &SourceFile) -> Option<Diagnostic> {
    named_twice(file).or_else(|| {
        let name = file.below.to_lowercase();
        let extension = extension(&name);
        if DOCUMENTS.contains(&extension) {
            return Some(document(file));
        }
        SHEETS.contains(&extension).then(|| sheet(file))
    })
}

/// A file whose name has the ending of a record before another one («library.yml.txt»).
pub(super) fn named_twice(file: &SourceFile) -> Option<Diagnostic> {
    let name = file.below.rsplit('/').next().unwrap_or(&file.below);
    let (stem, added) = name.rsplit_once('.')?;
    let inner = extension(stem).to_lowercase();
    let right = match added.to_lowercase().as_str() {
        "markdown" | "mkd" | "mdown" => format!("{stem}.md"),
        added if ADDED.contains(&added) && ["md", "yml", "yaml"].contains(&inner.as_str()) => stem.to_owned(),
        _ => return None,
    };
    Some(finding(
        file,
        "نام این فایل پسوندی دارد که برنامه آن را نمی‌خواند.",
        "This file's name has an ending that the program does not read.",
    ).hint(
        format!("نام آن را به «{right}» تغییر دهید؛ اگر پسوند را نمی‌بینید، در File Explorer گزینهٔ «File name extensions» را روشن کنید."),
        format!("Rename it to `{right}`. If you don't see the ending, switch on \"File name extensions\" in File Explorer."),
    ))
}

fn document(file: &SourceFile) -> Diagnostic {
    finding(
        file,
        "سند متنی رکورد نیست و برنامه آن را نمی‌خواند.",
        "A text document is not a record, and the program does not read it.",
    )
    .hint(
        "متن آن را در فایلی با پسوند ‎.md‎ یا ‎.yml‎ بنویسید؛ خود سند را به content/media ببرید یا از content بردارید.",
        "Write its text into a file that ends in .md or .yml; move the document to content/media or out of content/.",
    )
}

fn sheet(file: &SourceFile) -> Diagnostic {
    finding(
        file,
        "کاربرگ رکورد نیست و برنامه آن را نمی‌خواند.",
        "A spreadsheet is not a record, and the program does not read it.",
    )
    .hint(
        "هر ردیف آن را رکوردی در یک فایل ‎.yml‎ کنید؛ خود کاربرگ را به content/media ببرید یا از content بردارید.",
        "Make each of its rows a record of a .yml file; move the sheet to content/media or out of content/.",
    )
}

fn finding(file: &SourceFile, fa: &str, en: &str) -> Diagnostic {
    Diagnostic::new(LOST_RECORD, Place::file(Arc::clone(&file.name)), fa, en)
}
