//! Text of an author: one value that data files read as it was typed and pages show with their own digits.
//!
//! It doesn't deref to `str`: whoever takes it says which of the two is meant, so no page can forget.

use std::borrow::Cow;
use std::fmt;

use super::page_digits;

/// A line that an author typed: a title, a name, a note.
///
/// Printed (`{}`, `to_string`), it is what a page shows (product.md, «Text»).
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text(Box<str>);

impl Text {
    /// What was typed, for data files, comparison and messages about the file.
    pub fn typed(&self) -> &str {
        &self.0
    }

    /// What pages show: [`page_digits`], borrowed where nothing changes.
    pub fn shown(&self) -> Cow<'_, str> {
        page_digits(&self.0)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.shown())
    }
}

impl<T: Into<Box<str>>> From<T> for Text {
    fn from(typed: T) -> Self {
        Self(typed.into())
    }
}

/// Texts in a row as pages show them, with something between.
pub fn joined(texts: &[Text], between: &str) -> String {
    texts.iter().map(Text::shown).collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_shown_with_persian_digits_and_kept_as_typed() {
        let text = Text::from("فاز 2 کاغذ A4");
        assert_eq!(text.to_string(), "فاز ۲ کاغذ A4");
        assert_eq!(text.typed(), "فاز 2 کاغذ A4");
        assert!(matches!(Text::from("محلهٔ ۲").shown(), Cow::Borrowed("محلهٔ ۲")));
    }
}
