//! Text by an author: data files contain it as typed, pages show it with Persian digits.
//!
//! [`Text`] does not dereference to `str`, so every use has to choose one of the two forms.

use std::borrow::Cow;
use std::fmt;

use super::page_digits;

/// A line typed by an author: a title, a name, a note.
///
/// `Display` writes the form for pages.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text(Box<str>);

impl Text {
    /// Returns the text as typed, for data files, comparison and messages about the source file.
    pub fn typed(&self) -> &str {
        &self.0
    }

    /// Returns the text as pages show it ([`page_digits`]), borrowed if nothing changes.
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

/// Joins texts in the form for pages, with `between` as separator.
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
