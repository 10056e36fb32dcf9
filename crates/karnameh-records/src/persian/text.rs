//! Normalizes typed text: cleaning on load, folding for comparison, digits for pages, ids and lists.
//!
//! [`clean`] processes every text of a record when it is read, [`fold_key`] decides which spellings of a key, a value or a
//! title are equal, [`page_digits`] prepares text for a page, [`Text`] is the type that records store, [`check_id`]
//! enforces the rule for ids and [`slug`] suggests an id.

mod id;
mod page;
mod typed;

use std::borrow::Cow;

use icu_normalizer::ComposingNormalizerBorrowed;

use crate::diag::{Bilingual, Message};

pub use id::{IdError, MAX_ID, check_id, is_valid_id, slug};
pub use page::page_digits;
pub use typed::{Text, joined};

/// What people write between the entries of a list.
pub const COMMAS: [char; 4] = ['،', ',', '؛', ';'];

/// The zero-width non-joiner, «نیم‌فاصله» in Persian.
pub const ZWNJ: char = '\u{200C}';

/// The result of [`clean`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cleaned<'t> {
    /// The text in Persian letters and NFC, borrowed if nothing changed.
    pub text: Cow<'t, str>,
    /// Whether invisible characters were dropped. Callers give one advice per file.
    pub dropped: bool,
}

/// A character that no text may contain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Forbidden {
    /// The number of characters before it.
    pub at_char: usize,
    pub character: char,
}

impl Forbidden {
    /// What is wrong and what to do.
    pub fn message(&self) -> Message {
        let code = u32::from(self.character);
        let kind = self.kind();
        Message::new(
            format!("نویسهٔ پنهان U+{code:04X} ({}) در متن پذیرفته نمی‌شود.", kind.fa),
            format!("The hidden character U+{code:04X} ({}) is not allowed in text.", kind.en),
        )
        .hint(
            "این نویسه بیشتر همراه متن رونوشت‌شده می‌آید؛ آن را پاک کنید یا این چند واژه را از نو تایپ کنید.",
            "It mostly comes with pasted text: delete it, or type these few words again.",
        )
    }

    fn kind(&self) -> Bilingual<&'static str> {
        let (fa, en) = match self.character {
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {
                ("برگردانندهٔ جهت نوشتار", "a direction override")
            }
            '\u{E0000}'..='\u{E007F}' => ("برچسب نامرئی", "an invisible tag"),
            character if character.is_control() => ("نویسهٔ کنترلی", "a control character"),
            _ => ("کد بی‌نویسه", "not a character"),
        };
        Bilingual { fa, en }
    }
}

/// Normalizes a text to the one spelling that records store.
///
/// Maps Arabic `ي`, `ى` and `ك` to Persian letters, applies NFC, and drops four invisible characters that arrive with
/// pasted text. Does not trim. The function is idempotent.
pub fn clean(text: &str) -> Result<Cleaned<'_>, Forbidden> {
    // Fast path: printable ASCII and line breaks need no change.
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\t' | b'\n' | b'\r')) {
        return Ok(Cleaned { text: Cow::Borrowed(text), dropped: false });
    }
    let (mut dropped, mut arabic, mut always_nfc) = (false, false, true);
    for (at_char, character) in text.chars().enumerate() {
        if is_forbidden(character) {
            return Err(Forbidden { at_char, character });
        }
        dropped |= is_dropped(character);
        arabic |= persian_letter(character) != character;
        always_nfc &= is_always_nfc(character);
    }
    let nfc = const { ComposingNormalizerBorrowed::new_nfc() };
    if !dropped && !arabic && (always_nfc || nfc.is_normalized(text)) {
        return Ok(Cleaned { text: Cow::Borrowed(text), dropped: false });
    }
    // Drop first, because dropping can bring a letter and its combining mark together. Map to Persian letters last,
    // because only the Arabic yeh composes with a hamza above.
    let visible: String = text.chars().filter(|&character| !is_dropped(character)).collect();
    let text = nfc.normalize(&visible).chars().map(persian_letter).collect();
    Ok(Cleaned { text: Cow::Owned(text), dropped })
}

/// Returns whether a character is in NFC in any context. True for almost all Persian text, so that the normalizer runs
/// rarely. The ranges come from Unicode's `DerivedNormalizationProps.txt`: NFC_QC is yes, the combining class is 0, and
/// the character does not compose with a preceding one.
fn is_always_nfc(character: char) -> bool {
    matches!(
        character,
        '\0'..='\u{2FF}' | '\u{620}'..='\u{64A}' | '\u{660}'..='\u{66D}' | '\u{671}'..='\u{6D3}'
            | '\u{6F0}'..='\u{6F9}' | '\u{2002}'..='\u{206F}'
    )
}

fn is_dropped(character: char) -> bool {
    // Byte order mark, zero-width space, word joiner, soft hyphen.
    matches!(character, '\u{FEFF}' | '\u{200B}' | '\u{2060}' | '\u{00AD}')
}

fn is_forbidden(character: char) -> bool {
    match character {
        // White space of ordinary text, although these are control characters.
        '\t' | '\n' | '\r' => false,
        // Direction overrides and isolates, which can hide the true order of text; tag characters; noncharacters.
        '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}'
        | '\u{E0000}'..='\u{E007F}'
        | '\u{FDD0}'..='\u{FDEF}' => true,
        // The last two code points of every plane are noncharacters.
        _ => character.is_control() || u32::from(character) & 0xFFFE == 0xFFFE,
    }
}

/// Maps an Arabic yeh or kaf to the Persian letter; other characters stay.
fn persian_letter(character: char) -> char {
    match character {
        'ي' | 'ى' => 'ی',
        'ك' => 'ک',
        other => other,
    }
}

/// Returns the ASCII digit for a Persian, Arabic or ASCII digit, or `None` if the character is not one.
pub(super) fn ascii_digit(character: char) -> Option<char> {
    let value = match character {
        '0'..='9' => return Some(character),
        '۰'..='۹' => u32::from(character) - u32::from('۰'),
        '٠'..='٩' => u32::from(character) - u32::from('٠'),
        _ => return None,
    };
    char::from_digit(value, 10)
}

/// Persian digits, indexed by value.
pub(super) const PERSIAN_DIGITS: [char; 10] = ['۰', '۱', '۲', '۳', '۴', '۵', '۶', '۷', '۸', '۹'];

/// Maps a Persian, Arabic or ASCII digit to the Persian one; other characters stay.
pub(super) fn persian_digit(character: char) -> char {
    match ascii_digit(character).and_then(|digit| digit.to_digit(10)) {
        Some(value) => PERSIAN_DIGITS[value as usize],
        None => character,
    }
}

/// Folds a key, a value, a title or an alias so that equivalent spellings compare as equal.
///
/// Ignores letter case, white space, ZWNJ and other joiners, direction marks, `_`, hyphens, the hamza of «هٔ», Arabic or
/// Persian yeh and kaf, and the script of digits.
pub fn fold_key(text: &str) -> String {
    let nfc = const { ComposingNormalizerBorrowed::new_nfc() };
    let text = if text.is_ascii() { Cow::Borrowed(text) } else { nfc.normalize(text) };
    let mut folded = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '_' | '-' | '\u{2010}' | '\u{2011}' // also the hyphens that typesetting brings
            | '\u{200B}'..='\u{200F}' | '\u{061C}' // ZWNJ, ZWJ, direction marks
            | '\u{2060}' | '\u{FEFF}' | '\u{00AD}' // what `clean` drops
            | 'ـ' => {} // tatweel, which only stretches a word
            '\u{0654}' if folded.ends_with('ه') => {}
            'ۀ' | 'ە' => folded.push('ه'),
            _ if character.is_whitespace() => {}
            _ => match ascii_digit(character) {
                Some(digit) => folded.push(digit),
                None => folded.extend(persian_letter(character).to_lowercase()),
            },
        }
    }
    // Removing white space can bring a letter and its combining mark together.
    if folded.is_ascii() || nfc.is_normalized(&folded) { folded } else { nfc.normalize(&folded).into_owned() }
}

/// Folds a title so that two spellings of it by two people are equal: like [`fold_key`], and further «خانه‌ی» like «خانهٔ»,
/// and without punctuation. For doubts; a reference is never found by it.
pub fn fold_title(text: &str) -> String {
    let letters: Vec<char> = text.chars().map(persian_letter).collect();
    let is_letter = |at: usize| letters.get(at).is_some_and(|letter| letter.is_alphabetic());
    let is_ezafe = |at: usize| {
        at >= 2
            && letters[at] == 'ی'
            && (letters[at - 1] == ZWNJ || letters[at - 1] == ' ')
            && letters[at - 2] == 'ه'
            && !is_letter(at + 1)
            && letters.get(at + 1) != Some(&ZWNJ)
    };
    let kept = (0..letters.len()).filter(|&at| !is_ezafe(at)).map(|at| letters[at]);
    let folded = fold_key(&kept.collect::<String>());
    folded.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// Encloses a text in U+2067 and U+2069, so that it keeps its right-to-left order inside a title, an attribute or a feed.
pub fn isolate(text: &str) -> String {
    format!("\u{2067}{text}\u{2069}")
}

/// Encloses left-to-right text (a phone number, a code, a URL, a signed number) in U+2066 and U+2069.
pub fn isolate_ltr(text: &str) -> String {
    format!("\u{2066}{text}\u{2069}")
}

/// Joins items as a Persian enumeration: «الف، ب و پ».
pub fn list_and<T: AsRef<str>>(items: &[T]) -> String {
    let mut out = String::new();
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push_str(if index + 1 == items.len() { " و " } else { "، " });
        }
        out.push_str(item.as_ref());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn arabic_letters_become_persian_and_nfc() {
        for (typed, expected) in [
            ("plain ascii\tand\r\nlines", "plain ascii\tand\r\nlines"),
            ("محله\u{0654} شیخ\u{200C}آباد", "محله\u{0654} شیخ\u{200C}آباد"),
            ("علي", "علی"),
            ("مصطفى", "مصطفی"),
            ("كارنامه", "کارنامه"),
            ("ا\u{0653}باد", "آباد"),
            ("مسي\u{0654}له", "مسئله"),
            ("e\u{0301}", "é"),
            ("۱۲ ٣ 4", "۱۲ ٣ 4"),
            ("ة ؤ أ إ", "ة ؤ أ إ"),
            ("\u{200E}a\u{200F}\u{200D}", "\u{200E}a\u{200F}\u{200D}"),
        ] {
            let cleaned = clean(typed).expect("allowed");
            assert_eq!(cleaned.text, expected, "{typed:?}");
            assert!(!cleaned.dropped, "{typed:?}");
        }
    }

    #[test]
    fn pasted_invisibles_are_dropped() {
        for character in ['\u{FEFF}', '\u{200B}', '\u{2060}', '\u{00AD}'] {
            let text = format!("مح{character}له");
            assert_eq!(clean(&text), Ok(Cleaned { text: Cow::Owned("محله".to_owned()), dropped: true }));
        }
        assert_eq!(clean("ا\u{200B}\u{0653}ب").expect("allowed").text, "آب");
    }

    #[test]
    fn dangerous_characters_are_refused_with_their_place() {
        for character in [
            '\0',
            '\u{7}',
            '\u{B}',
            '\u{C}',
            '\u{1B}',
            '\u{7F}',
            '\u{85}',
            '\u{9F}',
            '\u{202A}',
            '\u{202E}',
            '\u{2066}',
            '\u{2069}',
            '\u{E0000}',
            '\u{E007F}',
            '\u{FDD0}',
            '\u{FDEF}',
            '\u{FFFE}',
            '\u{FFFF}',
            '\u{1FFFE}',
            '\u{10FFFF}',
        ] {
            let text = format!("سلا{character}م");
            assert_eq!(
                clean(&text),
                Err(Forbidden { at_char: 3, character }),
                "U+{:04X}",
                u32::from(character)
            );
        }
        assert!(clean("\u{FFFD}\u{E0080}\u{2028}").is_ok());
    }

    #[test]
    fn spellings_that_count_as_one_fold_together() {
        for spellings in [
            &["as_of", "As-of", "AS OF", "asof", " as  of "][..],
            &["تاریخ گزارش", "تاریخ\u{200C}گزارش", "تاريخ گزارش", "تاریخ_گزارش", "تاریخ\u{00A0}گزارش"],
            &[
                "شیخ\u{200C}آباد",
                "شیخ آباد",
                "شیخآباد",
                "شيخ\u{200C}آباد",
                "شیخ-آباد",
                "شیخ\u{200C}ا\u{0653}باد",
            ],
            &["محله\u{0654} ما", "محله ما", "محلۀ ما"],
            &["فاز ۲", "فاز 2", "فاز ٢"],
            &["كارگاه", "کارگاه"],
        ] {
            for spelling in spellings {
                assert_eq!(fold_key(spelling), fold_key(spellings[0]), "{spelling}");
            }
        }
        assert_ne!(fold_key("مسئله"), fold_key("مسله"));
        assert_ne!(fold_key("آباد"), fold_key("اباد"));
    }

    #[test]
    fn lists_and_isolates() {
        assert_eq!(list_and::<&str>(&[]), "");
        assert_eq!(list_and(&["الف"]), "الف");
        assert_eq!(list_and(&["الف", "ب"]), "الف و ب");
        assert_eq!(list_and(&["الف", "ب", "پ"]), "الف، ب و پ");
        assert_eq!(isolate("قم"), "\u{2067}قم\u{2069}");
        assert_eq!(isolate_ltr("۲−"), "\u{2066}۲−\u{2069}");
    }

    #[test]
    fn what_stands_alone_is_in_nfc_beside_anything() {
        let nfc = ComposingNormalizerBorrowed::new_nfc();
        let always_nfc: Vec<char> =
            ('\0'..='\u{FFFF}').filter(|&character| is_always_nfc(character)).collect();
        for &before in &always_nfc {
            let beside = always_nfc.iter().flat_map(|&after| [before, after]).collect::<String>();
            assert!(nfc.is_normalized(&beside), "{before:?}");
        }
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(text in any::<String>()) {
            if let Ok(once) = clean(&text) {
                let twice = clean(&once.text).expect("clean text stays allowed");
                prop_assert_eq!(&twice.text, &once.text);
                prop_assert!(!twice.dropped);
            }
        }

        #[test]
        fn folding_twice_changes_nothing(text in "[\u{0621}-\u{06D5}a-zA-Z0-9 _\u{200C}\u{0654}-]{0,20}") {
            let once = fold_key(&text);
            prop_assert_eq!(fold_key(&once), once);
        }

        #[test]
        fn folding_ignores_cleaning(text in "[\u{0621}-\u{06D5}a-zA-Z0-9 \u{200C}\u{0654}\u{0653}]{0,20}") {
            let cleaned = clean(&text).expect("only allowed characters").text.into_owned();
            prop_assert_eq!(fold_key(&cleaned), fold_key(&text));
        }
    }
}
