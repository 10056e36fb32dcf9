//! What a proof finds, in two languages.

use std::fmt::Write as _;

use crate::persian::text::isolate_ltr;

/// In what way a package differs from what it says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// A file is listed and not there.
    Missing,
    /// A file's bytes are others than those listed.
    Changed,
    /// A file is there and not listed.
    Added,
    /// The package, or a part of it, is not taken at all.
    Refused,
    /// Worth knowing, and no reason to fail.
    Note,
}

impl What {
    /// The word for programs.
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

/// One thing that a proof found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file that it is about, as the package writes it; `None` for the package as a whole.
    pub path: Option<String>,
    /// In what way.
    pub what: What,
    fa: String,
    en: String,
}

/// The most characters of a path that a line shows: names in a hostile package may be 65,535 long.
const SHOWN: usize = 200;

impl Finding {
    fn new(what: What, path: Option<&str>, fa: impl Into<String>, en: impl Into<String>) -> Self {
        Self { path: path.map(shown), what, fa: fa.into(), en: en.into() }
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

    /// The line in Persian.
    pub fn fa(&self) -> String {
        self.line(&self.fa, isolate_ltr)
    }

    /// The line in English.
    pub fn en(&self) -> String {
        self.line(&self.en, str::to_owned)
    }

    /// The sentence alone, in Persian and in English.
    pub fn sentences(&self) -> (&str, &str) {
        (&self.fa, &self.en)
    }

    fn line(&self, sentence: &str, isolate: impl Fn(&str) -> String) -> String {
        match &self.path {
            Some(path) => format!("{}: {sentence}", isolate(path)),
            None => sentence.to_owned(),
        }
    }
}

/// A path as a terminal may show it: no control characters, which could move the cursor, nor marks that turn the
/// direction of writing; not too long.
fn shown(path: &str) -> String {
    let mut text = String::new();
    for (at, c) in path.chars().enumerate() {
        if at == SHOWN {
            text.push('…');
            break;
        }
        let turns = matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        if c.is_control() || turns {
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
        assert_eq!(found.en(), "data/\\u{1b}[2J\\u{202e}txt: The file is missing.");
        assert!(Finding::added(&"x".repeat(70_000)).en().chars().count() < 300);
    }
}
