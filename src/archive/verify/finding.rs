//! The findings of a verification.

use std::fmt::Write as _;

use crate::diag::Bilingual;
use crate::persian::text::isolate_ltr;

/// How a package differs from its own description.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// A listed file does not exist.
    Missing,
    /// A file's bytes do not match its digest.
    Changed,
    /// A file is not listed.
    Added,
    /// The package, or a part of it, is rejected.
    Refused,
    /// Information; the package can still be valid.
    Note,
}

impl What {
    /// Returns the keyword for machine-readable output.
    pub fn word(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Changed => "changed",
            Self::Added => "added",
            Self::Refused => "refused",
            Self::Note => "note",
        }
    }
}

/// One finding of a verification.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The affected file, or `None` for the whole package.
    pub path: Option<String>,
    pub what: What,
    /// What is wrong, without the path.
    pub sentence: Bilingual,
}

/// The maximum number of characters of a path in a message: a hostile package can contain names of 65,535 characters.
const MAX_PATH: usize = 200;

impl Finding {
    fn new(what: What, path: Option<&str>, fa: impl Into<String>, en: impl Into<String>) -> Self {
        Self { path: path.map(sanitize), what, sentence: Bilingual::new(fa, en) }
    }

    pub(super) fn missing(path: &str) -> Self {
        Self::new(What::Missing, Some(path), "این فایل نیست.", "The file is missing.")
    }

    pub(super) fn changed(path: &str) -> Self {
        let (fa, en) = ("محتوای این فایل تغییر کرده است.", "The file has changed.");
        Self::new(What::Changed, Some(path), fa, en)
    }

    pub(super) fn added(path: &str) -> Self {
        let (fa, en) = ("این فایل در فهرست نیست و افزوده شده است.", "The file is not listed: it was added.");
        Self::new(What::Added, Some(path), fa, en)
    }

    pub(super) fn refused(path: &str, fa: impl Into<String>, en: impl Into<String>) -> Self {
        Self::new(What::Refused, Some(path), fa, en)
    }

    pub(super) fn whole(fa: impl Into<String>, en: impl Into<String>) -> Self {
        Self::new(What::Refused, None, fa, en)
    }

    pub(super) fn note(path: &str, fa: impl Into<String>, en: impl Into<String>) -> Self {
        Self::new(What::Note, Some(path), fa, en)
    }

    /// Returns the path and the sentence.
    pub fn line(&self) -> Bilingual {
        let Bilingual { fa, en } = &self.sentence;
        match &self.path {
            Some(path) => Bilingual::new(format!("{}: {fa}", isolate_ltr(path)), format!("{path}: {en}")),
            None => self.sentence.clone(),
        }
    }
}

/// Makes a path safe for a terminal: escapes control characters, which could move the cursor, and direction marks, which
/// could reorder the text, and limits the length.
fn sanitize(path: &str) -> String {
    let mut text = String::new();
    for (at, c) in path.chars().enumerate() {
        if at == MAX_PATH {
            text.push('…');
            break;
        }
        let is_direction_mark =
            matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        if c.is_control() || is_direction_mark {
            let _ = write!(text, "\\u{{{:x}}}", u32::from(c));
        } else {
            text.push(c);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_names_can_not_steer_a_terminal() {
        let found = Finding::missing("data/\u{1b}[2J\u{202e}txt");
        assert_eq!(found.line().en, "data/\\u{1b}[2J\\u{202e}txt: The file is missing.");
        assert!(Finding::added(&"x".repeat(70_000)).line().en.chars().count() < 300);
    }
}
