//! Prose of records as plain text.

use crate::model::Prose;
use crate::persian::text::page_digits;

use super::words;

/// The beginning of a prose, whole words of it, at most so many characters.
pub(super) fn excerpt(prose: &Prose, most: usize) -> String {
    beginning(&prose.value.plain, most)
}

/// The beginning of a text on one line, whole words of it, at most so many characters.
pub(super) fn beginning(text: &str, most: usize) -> String {
    // More words than characters don't fit; the rest of a long text need not be looked at.
    let words: Vec<_> = text.split_whitespace().take(most + 1).collect();
    words::cut(&page_digits(&words.join(" ")), most)
}
