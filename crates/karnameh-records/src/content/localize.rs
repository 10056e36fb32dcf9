//! Texts that came from elsewhere and still wait to be made one's own.
//!
//! `adopt` marks such texts with [`MARK`]. While a record is a draft the mark is a reminder; in a published record it
//! would stand on the page, so it is warned of. Start reading at [`check`].

use std::sync::Arc;

use super::guarded::free_texts;
use super::lines::Lines;
use crate::diag::codes::records::NOT_LOCALIZED;
use crate::diag::{Diagnostic, Place};
use crate::fields::Field;
use crate::yaml::{Node, Span};

/// What stands before a text that waits to be localized.
pub const MARK: &str = "⟦بومی‌سازی⟧";

/// Warns of the marks in a record's texts, and in its Markdown body where it has one.
pub(super) fn check(
    file: &Arc<str>,
    text: &str,
    node: &Node<'_>,
    fields: &[&'static Field],
    body: Option<(&str, u32)>,
    out: &mut Vec<Diagnostic>,
) {
    let lines = Lines::new(text);
    let mut look = |path: &str, text: &str, at: Span| {
        if text.contains(MARK) {
            let Span { line, column, length } = lines.find(MARK, at).unwrap_or(at);
            out.push(finding(Place::new(Arc::clone(file), line, column, length)).field(path));
        }
    };
    free_texts(node, fields, "", &mut look);
    if let Some((body, line)) = body {
        look("body", body, Span { line, column: 1, length: 1 });
    }
}

fn finding(at: Place) -> Diagnostic {
    Diagnostic::new(
        NOT_LOCALIZED,
        at,
        "این متن از جای دیگری آمده و هنوز بومی نشده است.",
        "This text comes from another province and is not localized yet.",
    )
    .hint(
        "آن را برای محلهٔ خود بنویسید و نشان «⟦بومی‌سازی⟧» را بردارید.",
        "Write it for your own neighborhood and take the mark `⟦بومی‌سازی⟧` out.",
    )
}
