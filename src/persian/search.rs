//! The words by which a text is found: one fold of spellings, one cutting into words, for whoever builds an index and for
//! whoever asks it.
//!
//! `themes/default/assets/search-words.js` does the same in the browser; a test of the built site holds the two against
//! each other, so a rule that changes here changes there. [`fold`] makes spellings one, [`words`] cuts what it gives;
//! [`Word::terms`] says under which terms a word stands in an index. Keys and titles of records are compared by
//! [`fold_key`](super::text::fold_key), which is stricter.

use icu_normalizer::ComposingNormalizerBorrowed;

use super::text::{ZWNJ, ascii_digit};

/// Endings that a zero-width non-joiner sets off and that say nothing of what a word means.
const ENDINGS: [&str; 31] = [
    "ها",
    "های",
    "هایی",
    "هایم",
    "هایت",
    "هایش",
    "هایمان",
    "هایتان",
    "هایشان",
    "ی",
    "ای",
    "ام",
    "ات",
    "اش",
    "ایم",
    "اید",
    "اند",
    "ایی",
    "م",
    "ت",
    "ش",
    "مان",
    "تان",
    "شان",
    "تر",
    "تری",
    "ترین",
    "ترها",
    "ترهای",
    "را",
    "یی",
];

/// Beginnings of verbs that a zero-width non-joiner sets off.
const BEGINNINGS: [&str; 2] = ["می", "نمی"];

/// The endings of plurals that people write without a zero-width non-joiner, the longer first.
const ATTACHED: [&str; 2] = ["های", "ها"];

/// How many letters must stay where an attached ending is taken off.
const STEM_LETTERS: usize = 3;

/// A word of a text, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// All of it, written as one.
    pub whole: String,
    /// What zero-width non-joiners part, beginnings and endings left out; never empty.
    pub parts: Vec<String>,
}

impl Word {
    /// The terms under which an index holds the word, without doubles: the whole, its meaning parts as one and each by
    /// itself, and all of these without an attached ending.
    pub fn terms(&self) -> Vec<String> {
        let mut terms: Vec<String> = Vec::with_capacity(2);
        let mut add = |term: &str| {
            for form in [term, stem(term)] {
                if !terms.iter().any(|known| known == form) {
                    terms.push(form.to_owned());
                }
            }
        };
        add(&self.whole);
        if self.parts.len() > 1 {
            add(&self.parts.concat());
        }
        self.parts.iter().for_each(|part| add(part));
        terms
    }
}

/// A term without an attached «ها» or «های», where three letters stay.
pub fn stem(term: &str) -> &str {
    let cut = ATTACHED.iter().find_map(|ending| term.strip_suffix(ending));
    cut.filter(|rest| rest.chars().count() >= STEM_LETTERS).unwrap_or(term)
}

/// Makes the spellings of a text one: letters, digits, marks and case.
///
/// A hamza on a letter before «و» goes («مسئول», «مسؤول» and «مسوول» are one), NFKC, then letter by letter: marks,
/// tatweel, direction marks and soft hyphens go, Arabic and other letters become Persian ones, digits ASCII, capitals small.
pub fn fold(text: &str) -> String {
    let nfkc = const { ComposingNormalizerBorrowed::new_nfkc() };
    let normal = nfkc.normalize(&join_waw(text)).into_owned();
    let folded: String = join_waw(&normal).chars().filter_map(folded).collect();
    folded.to_lowercase()
}

/// Cuts a text into words.
pub fn words(text: &str) -> Vec<Word> {
    let folded = fold(text);
    folded.split(|letter: char| !is_of_word(letter)).filter_map(word).collect()
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == ZWNJ
}

/// A word from letters, digits and zero-width non-joiners; `None` where it is made of the last alone.
fn word(run: &str) -> Option<Word> {
    let pieces: Vec<&str> = run.split(ZWNJ).filter(|piece| !piece.is_empty()).collect();
    let last = pieces.len().checked_sub(1)?;
    let means = |(at, piece): &(usize, &&str)| {
        let ending = *at > 0 && ENDINGS.contains(piece);
        let beginning = *at < last && BEGINNINGS.contains(piece);
        !ending && !beginning
    };
    let kept: Vec<String> =
        pieces.iter().enumerate().filter(means).map(|(_, piece)| (*piece).to_owned()).collect();
    let whole = pieces.concat();
    // What is all endings and beginnings («می‌ها») is a word none the less.
    let parts = if kept.is_empty() { vec![whole.clone()] } else { kept };
    Some(Word { whole, parts })
}

/// Takes out «ئ», «ؤ» and «و» that stand right before a «و».
fn join_waw(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let run = matches!(letter, 'ئ' | 'ؤ' | 'و');
        if !(run && waw_ends(letters.clone())) {
            joined.push(letter);
        }
    }
    joined
}

/// Whether a run of these three letters goes on and has a «و» in it.
fn waw_ends(rest: impl Iterator<Item = char>) -> bool {
    rest.take_while(|letter| matches!(letter, 'ئ' | 'ؤ' | 'و')).any(|letter| letter == 'و')
}

/// What a letter becomes; `None` where it goes.
fn folded(letter: char) -> Option<char> {
    Some(match letter {
        'ي' | 'ى' | 'ئ' | 'ې' => 'ی',
        'ك' => 'ک',
        'ة' | 'ۀ' | 'ە' | 'ۂ' => 'ه',
        'أ' | 'إ' | 'ٱ' | 'آ' => 'ا',
        'ؤ' => 'و',
        'ء' | 'ـ' => return None,
        letter if is_mark(letter) => return None,
        letter => ascii_digit(letter).unwrap_or(letter),
    })
}

/// Diacritics of Arabic and Latin, Koranic marks, direction marks, soft hyphens and other letters without width; the
/// zero-width non-joiner is none of them.
fn is_mark(letter: char) -> bool {
    matches!(letter,
        '\u{0300}'..='\u{036F}'
        | '\u{0610}'..='\u{061A}'
        | '\u{064B}'..='\u{065F}'
        | '\u{0670}'
        | '\u{06D6}'..='\u{06DC}'
        | '\u{06DF}'..='\u{06E4}'
        | '\u{06E7}' | '\u{06E8}'
        | '\u{06EA}'..='\u{06ED}'
        | '\u{061C}' | '\u{200B}' | '\u{200D}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2069}'
        | '\u{00AD}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests;
