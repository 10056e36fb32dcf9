//! Splits text into search words: folds spelling variants and separates affixes, both to build an index and to query it.
//!
//! `themes/default/assets/search-words.js` implements the same rules in the browser, and a test of the built site compares
//! the two: change both together. [`fold`] unifies spellings, [`words`] splits the result, and [`Word::terms`] lists the
//! index terms of a word. Keys and titles of records use [`fold_key`](super::text::fold_key) instead, which is stricter.

use icu_normalizer::ComposingNormalizerBorrowed;

use super::text::{ZWNJ, ascii_digit};

/// Suffixes after a zero-width non-joiner that do not change the meaning of a word.
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

/// Verb prefixes before a zero-width non-joiner.
const BEGINNINGS: [&str; 2] = ["می", "نمی"];

/// Plural suffixes that people also write without a zero-width non-joiner. The longer comes first so that it is tried
/// first.
const ATTACHED: [&str; 2] = ["های", "ها"];

/// The shortest stem, in letters, for which an attached suffix is removed; shorter words merely end in these letters.
const STEM_LETTERS: usize = 3;
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The whole word without zero-width non-joiners.
    pub whole: String,
    /// The pieces between zero-width non-joiners, without prefixes and suffixes. Never empty.
    pub parts: Vec<String>,
    /// Other spellings of the whole and the parts: «مساله» for «مسئله», «email» for «ایمیل».
    pub others: Vec<String>,
}

impl Word {
    /// Returns the index terms of the word without duplicates: the whole word, its parts joined, each part alone, their other
    /// spellings, and each of these without an attached suffix.
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
        self.parts.iter().chain(&self.others).for_each(|part| add(part));
        terms
    }
}

/// Removes an attached «ها» or «های» if at least three letters remain.
pub fn stem(term: &str) -> &str {
    let cut = ATTACHED.iter().find_map(|ending| term.strip_suffix(ending));
    cut.filter(|rest| rest.chars().count() >= STEM_LETTERS).unwrap_or(term)
}

/// Words that are written in two scripts, as [`fold`] leaves them.
const LOANWORDS: [[&str; 2]; 1] = [["email", "ایمیل"]];

/// Unifies spelling variants: letters, digits, diacritics and case.
///
/// Applies NFKC, drops diacritics, tatweel, direction marks and soft hyphens, drops a hamza letter before «و» («مسئول»,
/// «مسؤول» and «مسوول» become equal), and maps letters of other keyboards to Persian, digits to ASCII and capitals to
/// lower case.
pub fn fold(text: &str) -> String {
    fold_letters(text).replace(SEAT, "ی")
}

/// The hamza on a tooth, which people write in several ways.
const SEAT: char = 'ئ';

/// Folds everything but [`SEAT`].
fn fold_letters(text: &str) -> String {
    let nfkc = const { ComposingNormalizerBorrowed::new_nfkc() };
    let normal: String = nfkc.normalize(text).chars().filter(|&letter| !is_dropped(letter)).collect();
    join_waw(&normal).chars().map(fold_letter).collect::<String>().to_lowercase()
}

/// Returns the words of a text.
pub fn words(text: &str) -> Vec<Word> {
    let folded = join_parts(&fold_letters(text));
    folded.split(|letter: char| !is_word_letter(letter)).filter_map(word).collect()
}

/// Replaces what stands inside of a word or a number by a zero-width non-joiner: a hyphen between Latin letters and digits
/// («e-mail», «1404-07-26»), and a separator before three digits («1,200,000»).
fn join_parts(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        let after = &text[at + letter.len_utf8()..];
        let joins = match letter {
            '-' | '\u{2010}' => {
                before.is_ascii_alphanumeric() && after.starts_with(|c: char| c.is_ascii_alphanumeric())
            }
            '٬' | ',' | '،' => {
                let digits = after.bytes().take(4).take_while(u8::is_ascii_digit).count();
                before.is_ascii_digit() && digits == 3
            }
            _ => false,
        };
        joined.push(if joins { ZWNJ } else { letter });
        before = letter;
    }
    joined
}

fn is_word_letter(letter: char) -> bool {
    letter.is_alphanumeric() || letter == ZWNJ
}

/// Builds a word from a run of letters, digits and zero-width non-joiners; `None` if the run contains only the latter.
fn word(run: &str) -> Option<Word> {
    let pieces: Vec<&str> = run.split(ZWNJ).filter(|piece| !piece.is_empty()).collect();
    let last = pieces.len().checked_sub(1)?;
    let means = |(at, piece): &(usize, &&str)| {
        let piece = plain(piece);
        let ending = *at > 0 && ENDINGS.contains(&&*piece);
        let beginning = *at < last && BEGINNINGS.contains(&&*piece);
        !ending && !beginning
    };
    let meaningful: Vec<&str> = pieces.iter().enumerate().filter(means).map(|(_, piece)| *piece).collect();
    let whole = pieces.concat();
    // A run that consists only of affixes («می‌ها») is still a word.
    let parts = if meaningful.is_empty() { vec![&*whole] } else { meaningful };
    let mut others = Vec::new();
    for spelling in [&*whole, &*parts.concat()].into_iter().chain(parts.iter().copied()) {
        others.extend(other_spelling(spelling).filter(|other| !others.contains(other)));
    }
    Some(Word { whole: plain(&whole), parts: parts.into_iter().map(plain).collect(), others })
}

fn plain(piece: &str) -> String {
    piece.replace(SEAT, "ی")
}

/// Returns a word as others write it: a loanword in the other script, or «ا» for «ئ» («مسأله», «هیأت»), none after «ا»
/// («قراءت»).
fn other_spelling(word: &str) -> Option<String> {
    if let Some([one, other]) = LOANWORDS.into_iter().find(|pair| pair.contains(&word)) {
        return Some(if word == one { other } else { one }.to_owned());
    }
    word.contains(SEAT).then(|| word.replace("ائ", "ا").replace(SEAT, "ا"))
}

/// Drops «ئ», «ؤ» and «و» immediately before a «و».
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

/// Returns whether the run of these three letters continues and contains a «و».
fn waw_ends(rest: impl Iterator<Item = char>) -> bool {
    rest.take_while(|letter| matches!(letter, 'ئ' | 'ؤ' | 'و')).any(|letter| letter == 'و')
}

/// Maps a letter to its folded form. The letters of Arabic, Kurdish, Pashto and Urdu keyboards become the Persian ones that
/// they look like.
fn fold_letter(letter: char) -> char {
    match letter {
        'ي' | 'ى' | 'ې' | 'ۍ' | 'ێ' | 'ے' | 'ۓ' | 'ؠ' | 'ؽ' | 'ؾ' | 'ؿ' => 'ی',
        'ك' | 'ڪ' | 'ڬ' | 'ڭ' | 'ڮ' | 'ػ' | 'ؼ' => 'ک',
        'ګ' | 'ڰ' | 'ڱ' | 'ڲ' | 'ڳ' | 'ڴ' => 'گ',
        'ة' | 'ۀ' | 'ە' | 'ۂ' | 'ہ' | 'ھ' | 'ۃ' | 'ۿ' => 'ه',
        'أ' | 'إ' | 'ٱ' | 'آ' | 'ٲ' | 'ٳ' => 'ا',
        'ؤ' | 'ۄ' | 'ۅ' | 'ۆ' | 'ۇ' | 'ۈ' | 'ۉ' | 'ۊ' | 'ۋ' | 'ۏ' => 'و',
        'ٹ' | 'ټ' | 'ٺ' => 'ت',
        'ڈ' | 'ډ' => 'د',
        'ڑ' | 'ړ' | 'ڔ' | 'ڕ' => 'ر',
        'ڵ' | 'ڶ' => 'ل',
        'ں' | 'ڻ' | 'ڼ' => 'ن',
        letter => ascii_digit(letter).unwrap_or(letter),
    }
}

/// Returns whether a character is dropped: a lone or high hamza, tatweel, a mark.
fn is_dropped(letter: char) -> bool {
    matches!(letter, 'ء' | 'ٴ' | 'ـ') || is_mark(letter)
}

/// Returns whether a character is a diacritic (Arabic, Latin, Koranic), a direction mark, a soft hyphen or another
/// zero-width character. The zero-width non-joiner is excluded because [`words`] needs it.
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
