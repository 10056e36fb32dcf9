//! The entries that contain each term, and whether the title contains it.
//!
//! A posting is the difference to the previous entry's number, times two, plus one if the title contains the term. It is
//! written in base 64 with five bits per letter, lowest bits first; 32 is added if more letters follow (as in source
//! maps). The resulting text needs no escaping in a script, and most postings take one or two letters.

use std::collections::HashMap;

use super::vocabulary::{EntryTokens, Term, Vocabulary};

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The posting list of each term.
#[derive(Debug)]
pub(super) struct Postings {
    lists: Vec<List>,
}

/// The entries of one term in ascending order.
#[derive(Debug, Clone, Default)]
struct List {
    /// The number of the last entry, or `None` if the list is empty.
    last: Option<u32>,
    code: String,
}

impl Postings {
    /// Builds the posting lists from all words, each entry's title first.
    pub(super) fn new(vocabulary: &Vocabulary) -> Self {
        let joins = Joins::new(vocabulary);
        let mut postings = Self { lists: vec![List::default(); vocabulary.len()] };
        for (entry, EntryTokens { title, other }) in (0..).zip(vocabulary.entries()) {
            postings.add(entry, true, title, vocabulary, &joins);
            postings.add(entry, false, other, vocabulary, &joins);
        }
        postings
    }

    fn add(&mut self, entry: u32, title: bool, tokens: &[u32], vocabulary: &Vocabulary, joins: &Joins) {
        let mut before = None;
        for &number in tokens {
            // At the end of a text, the next word is not adjacent to the last.
            let Some(token) = vocabulary.token(number) else {
                before = None;
                continue;
            };
            for &term in &token.terms {
                self.lists[term as usize].add(entry, title);
            }
            for &whole in &token.wholes {
                // «شیخ آباد» is also found as «شیخ‌آباد»: index the joined term of two adjacent words.
                if let Some(joined) = before.replace(whole).and_then(|first| joins.get(first, whole)) {
                    self.lists[joined as usize].add(entry, title);
                }
            }
        }
    }

    /// Returns the encoded postings of a term.
    pub(super) fn encoded(&self, term: Term) -> &str {
        &self.lists[term as usize].code
    }
}

impl List {
    /// Adds an entry unless it is already the last. The title has to be added first, because its posting is the one that
    /// stays.
    fn add(&mut self, entry: u32, title: bool) {
        if self.last == Some(entry) {
            return;
        }
        let before = self.last.replace(entry).unwrap_or(0);
        write_number((entry - before) << 1 | u32::from(title), &mut self.code);
    }
}

/// Appends a number in base 64.
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

/// Pairs of adjacent terms that also exist as one term.
struct Joins {
    pairs: HashMap<(Term, Term), Term>,
    /// For each term, whether a pair begins with it. Saves most of the lookups in `pairs`.
    begins: Vec<bool>,
}

impl Joins {
    fn new(vocabulary: &Vocabulary) -> Self {
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
