//! A page of ours in its pieces: tags with their attributes, and the text between them.

use super::tokens::{Tag, Token, tokens};

/// A page in its pieces.
#[derive(Debug)]
pub(crate) struct Page {
    /// Every opening tag.
    pub(crate) tags: Vec<Tag>,
    /// The text between the tags; each tag is one space.
    pub(crate) text: String,
}

impl Page {
    /// Reads a page.
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

    /// The tags of a name.
    pub(crate) fn all<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'p Tag> {
        self.tags.iter().filter(move |tag| tag.name == name)
    }
}

/// The text with its digits as 0–9 and without marks of direction, to find what an author typed.
pub(crate) fn plain(text: &str) -> String {
    let digit = |letter: char| match letter {
        '۰'..='۹' => char::from_digit(u32::from(letter) - u32::from('۰'), 10),
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2066}'..='\u{2069}' => None,
        _ => Some(letter),
    };
    text.chars().filter_map(digit).collect()
}
