//! The words of all entries, each folded once however often it stands.
//!
//! Folding is by far the dearest step, and a corpus repeats its words: so a text is cut at white space first, which no
//! fold crosses, and what stands between is looked up. An entry is kept as the numbers of its pieces.

use std::collections::HashMap;

use crate::persian::search;
use crate::site::Entry;

/// A term by its number.
pub(super) type Term = u32;

/// The words of all entries.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    /// A piece of text between white space, by what it is.
    numbers: HashMap<Box<str>, u32>,
    /// The words of each piece.
    pieces: Vec<Piece>,
    /// The terms by name.
    terms: HashMap<Box<str>, Term>,
    /// The pieces of all entries, one after the other; [`GAP`] parts texts.
    read: Vec<u32>,
    /// Where in `read` the title and the rest of each entry end.
    ends: Vec<(usize, usize)>,
}

/// The words of a piece of text.
#[derive(Debug, Default)]
pub(super) struct Piece {
    /// All terms of all its words.
    pub(super) terms: Box<[Term]>,
    /// Each of its words as one term.
    pub(super) wholes: Box<[Term]>,
}

/// The end of a text: what stands before and after it doesn't stand side by side.
const GAP: u32 = u32::MAX;

/// An entry's texts: pieces of the title and of all else.
pub(super) struct Read<'v> {
    pub(super) title: &'v [u32],
    pub(super) rest: &'v [u32],
}

impl Vocabulary {
    /// Takes the words of an entry up.
    pub(super) fn read(&mut self, entry: &Entry<'_>) {
        self.read_text(&entry.link.text);
        let title = self.read.len();
        self.read_text(&entry.snippet);
        for text in &entry.text {
            self.read_text(text);
        }
        self.ends.push((title, self.read.len()));
    }

    fn read_text(&mut self, text: &str) {
        for piece in text.split_whitespace() {
            let number = match self.numbers.get(piece) {
                Some(&number) => number,
                None => self.add_piece(piece),
            };
            self.read.push(number);
        }
        self.read.push(GAP);
    }

    fn add_piece(&mut self, text: &str) -> u32 {
        let words = search::words(text);
        let wholes = words.iter().map(|word| self.term(&word.whole)).collect();
        let terms = words.iter().flat_map(search::Word::terms).map(|term| self.term(&term)).collect();
        let number = u32::try_from(self.pieces.len()).expect("fewer words than bytes of content");
        self.pieces.push(Piece { terms, wholes });
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

    /// How many terms there are.
    pub(super) fn len(&self) -> usize {
        self.terms.len()
    }

    /// What was read, entry by entry.
    pub(super) fn entries(&self) -> impl Iterator<Item = Read<'_>> {
        let starts = std::iter::once(0).chain(self.ends.iter().map(|&(_, end)| end));
        starts.zip(&self.ends).map(|(start, &(title, end))| Read {
            title: &self.read[start..title],
            rest: &self.read[title..end],
        })
    }

    /// The words of a piece; `None` for the end of a text.
    pub(super) fn piece(&self, number: u32) -> Option<&Piece> {
        (number != GAP).then(|| &self.pieces[number as usize])
    }

    /// Which two terms give a third when they are written as one («شیخ» and «اباد»): whoever writes them apart means it
    /// too. Halves have at least two letters, and numbers are no halves.
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

    /// The terms in the order in which a browser compares texts, by UTF-16.
    pub(super) fn sorted(&self) -> Vec<(&str, Term)> {
        let mut names: Vec<(&str, Term)> = self.terms.iter().map(|(name, &term)| (&**name, term)).collect();
        names.sort_unstable_by(|(a, _), (b, _)| a.encode_utf16().cmp(b.encode_utf16()));
        names
    }
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}
