//! The words of all entries. Each distinct word is folded once.
//!
//! Folding is by far the most expensive step, and texts repeat their words. A text is therefore split at white space first,
//! which folding never removes, and each token is looked up. An entry is stored as the numbers of its tokens.

use std::collections::HashMap;

use crate::persian::search;
use crate::site::SearchEntry;

/// The number of a term.
pub(super) type Term = u32;

#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    /// The number of each token, a run of text between white space.
    numbers: HashMap<Box<str>, u32>,
    /// The words of each token, by its number.
    tokens: Vec<Token>,
    /// The number of each term.
    terms: HashMap<Box<str>, Term>,
    /// The token numbers of all entries in sequence; [`GAP`] separates texts.
    sequence: Vec<u32>,
    /// For each entry, the positions in `sequence` where its title and its other texts end.
    ends: Vec<(usize, usize)>,
}

/// The words of a token.
#[derive(Debug, Default)]
pub(super) struct Token {
    /// All index terms of all its words.
    pub(super) terms: Box<[Term]>,
    /// Each of its words as a single term.
    pub(super) wholes: Box<[Term]>,
}

/// Marks the end of a text: the tokens before and after it are not adjacent.
const GAP: u32 = u32::MAX;

/// The token numbers of an entry: of its title and of its other texts.
pub(super) struct EntryTokens<'v> {
    pub(super) title: &'v [u32],
    pub(super) other: &'v [u32],
}

impl Vocabulary {
    /// Adds the words of an entry.
    pub(super) fn read(&mut self, entry: &SearchEntry<'_>) {
        self.read_text(&entry.link.text);
        let title = self.sequence.len();
        self.read_text(&entry.snippet);
        for text in &entry.text {
            self.read_text(text);
        }
        self.ends.push((title, self.sequence.len()));
    }

    fn read_text(&mut self, text: &str) {
        for token in text.split_whitespace() {
            let number = match self.numbers.get(token) {
                Some(&number) => number,
                None => self.add_token(token),
            };
            self.sequence.push(number);
        }
        self.sequence.push(GAP);
    }

    fn add_token(&mut self, text: &str) -> u32 {
        let words = search::words(text);
        let wholes = words.iter().map(|word| self.term(&word.whole)).collect();
        let terms = words.iter().flat_map(search::Word::terms).map(|term| self.term(&term)).collect();
        let number = u32::try_from(self.tokens.len()).expect("fewer words than bytes of content");
        self.tokens.push(Token { terms, wholes });
        self.numbers.insert(text.into(), number);
        number
    }

    fn term(&mut self, name: &str) -> Term {
        if let Some(&term) = self.terms.get(name) {
            return term;
        }
        let term = Term::try_from(self.terms.len()).expect("fewer terms than bytes of content");
        self.terms.insert(name.into(), term);
        term
    }

    /// Returns the number of terms.
    pub(super) fn len(&self) -> usize {
        self.terms.len()
    }

    /// Iterates over the entries in the order in which they were read.
    pub(super) fn entries(&self) -> impl Iterator<Item = EntryTokens<'_>> {
        let starts = std::iter::once(0).chain(self.ends.iter().map(|&(_, end)| end));
        starts.zip(&self.ends).map(|(start, &(title, end))| EntryTokens {
            title: &self.sequence[start..title],
            other: &self.sequence[title..end],
        })
    }

    /// Returns the words of a token, or `None` for [`GAP`].
    pub(super) fn token(&self, number: u32) -> Option<&Token> {
        (number != GAP).then(|| &self.tokens[number as usize])
    }

    /// Finds all pairs of terms that form a third term when written as one word («شیخ» and «اباد»), since both spellings mean
    /// the same. Each half has at least two letters and is not a number.
    pub(super) fn joins(&self) -> Vec<((Term, Term), Term)> {
        let mut joins = Vec::new();
        for (name, term) in self.sorted() {
            for (at, _) in name.char_indices().skip(2) {
                let (first, second) = name.split_at(at);
                if second.chars().nth(1).is_none() || is_number(first) || is_number(second) {
                    continue;
                }
                if let (Some(&first), Some(&second)) = (self.terms.get(first), self.terms.get(second)) {
                    joins.push(((first, second), term));
                }
            }
        }
        joins
    }

    /// Returns the terms sorted by UTF-16 code units, which is how JavaScript compares strings.
    pub(super) fn sorted(&self) -> Vec<(&str, Term)> {
        let mut names: Vec<(&str, Term)> = self.terms.iter().map(|(name, &term)| (&**name, term)).collect();
        names.sort_unstable_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
        names
    }
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}
