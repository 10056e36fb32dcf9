//! In which entries each term stands, and whether in the title.
//!
//! A posting is the distance to the entry before, times two, plus one where the term stands in the title; it is written
//! in base 64 with five bits a letter, the lowest first, 32 added where more follow (as in source maps). So a list is
//! text that needs no escape in a script, and most postings are one letter or two.

use std::collections::HashMap;

use super::vocabulary::{Read, Term, Vocabulary};

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The list of each term.
#[derive(Debug)]
pub(super) struct Postings {
    lists: Vec<List>,
}

/// The entries of a term, in order.
#[derive(Debug, Clone, Default)]
struct List {
    /// The last entry; `None` before the first.
    last: Option<u32>,
    /// The postings as they are written.
    code: String,
}

impl Postings {
    /// Goes over all that was read, title first.
    pub(super) fn of(vocabulary: &Vocabulary) -> Self {
        let joins = Joins::of(vocabulary);
        let mut postings = Self { lists: vec![List::default(); vocabulary.len()] };
        for (entry, Read { title, rest }) in (0..).zip(vocabulary.entries()) {
            postings.add(entry, true, title, vocabulary, &joins);
            postings.add(entry, false, rest, vocabulary, &joins);
        }
        postings
    }

    fn add(&mut self, entry: u32, title: bool, pieces: &[u32], vocabulary: &Vocabulary, joins: &Joins) {
        let mut before = None;
        for &number in pieces {
            let Some(piece) = vocabulary.piece(number) else {
                before = None;
                continue;
            };
            for &term in &piece.terms {
                self.lists[term as usize].add(entry, title);
            }
            for &whole in &piece.wholes {
                if let Some(joined) = before.replace(whole).and_then(|first| joins.get(first, whole)) {
                    self.lists[joined as usize].add(entry, title);
                }
            }
        }
    }

    /// The postings of a term, as they are written.
    pub(super) fn of_term(&self, term: Term) -> &str {
        &self.lists[term as usize].code
    }
}

impl List {
    /// Adds an entry, once; where it is in the title that must be said first.
    fn add(&mut self, entry: u32, title: bool) {
        if self.last == Some(entry) {
            return;
        }
        let before = self.last.replace(entry).unwrap_or(0);
        write_number((entry - before) << 1 | u32::from(title), &mut self.code);
    }
}

/// Writes a number in base 64.
pub(super) fn write_number(mut number: u32, out: &mut String) {
    loop {
        let more = if number > 31 { 32 } else { 0 };
        out.push(LETTERS[(number & 31 | more) as usize].into());
        number >>= 5;
        if more == 0 {
            break;
        }
    }
}

/// Which terms that stand side by side are also one term.
struct Joins {
    pairs: HashMap<(Term, Term), Term>,
    /// By term: whether any pair begins with it.
    begins: Vec<bool>,
}

impl Joins {
    fn of(vocabulary: &Vocabulary) -> Self {
        let joins = vocabulary.joins();
        let mut begins = vec![false; vocabulary.len()];
        for ((first, _), _) in &joins {
            begins[*first as usize] = true;
        }
        Self { pairs: joins.into_iter().collect(), begins }
    }

    fn get(&self, first: Term, second: Term) -> Option<Term> {
        if !self.begins[first as usize] {
            return None;
        }
        self.pairs.get(&(first, second)).copied()
    }
}
