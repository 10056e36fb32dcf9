//! A page of the site, split into tags with attributes and the text between them.

use super::tokens::{Tag, Token, tokens};

/// A parsed page.
#[derive(Debug)]
pub(crate) struct Page {
    /// All start tags.
    pub(crate) tags: Vec<Tag>,
    /// The text between the tags. Each tag becomes one space.
    pub(crate) text: String,
}

impl Page {
    /// Parses a page.
    #[track_caller]
    pub(crate) fn read(name: &str, html: &str) -> Self {
        let mut page = Self { tags: Vec::new(), text: String::new() };
        for token in tokens(name, html) {
            match token {
                Token::Text(text) => {
                    page.text.push_str(&text);
                    page.text.push(' ');
                }
                Token::Open(tag) => page.tags.push(tag),
                Token::Close(_) => {}
            }
        }
        page
    }

    /// Returns the tags with a name.
    pub(crate) fn all<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'p Tag> {
        self.tags.iter().filter(move |tag| tag.name == name)
    }
}

/// Normalizes text to find what an author typed: digits become 0–9, direction marks are removed.
pub(crate) fn plain(text: &str) -> String {
    let digit = |letter: char| match letter {
        '۰'..='۹' => char::from_digit(u32::from(letter) - u32::from('۰'), 10),
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2066}'..='\u{2069}' => None,
        _ => Some(letter),
    };
    text.chars().filter_map(digit).collect()
}
