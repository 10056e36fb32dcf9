//! Record ids: the rule for them, and ids suggested from Persian names.

use super::ascii_digit;
use crate::diag::Message;

/// The maximum length of an id, in characters. An id becomes a file name, for which file systems commonly allow 255 bytes.
pub const MAX_ID: usize = 80;

/// Why a text is not an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdError {
    Empty,
    /// The id has more than [`MAX_ID`] characters; the value is its length.
    TooLong(usize),
    /// A character other than `a-z`, `0-9` and `-`, and the number of characters before it.
    Character(char, usize),
    /// The id begins or ends with a hyphen.
    Edge,
    /// The id is the name of a generated page or a reserved device name of Windows.
    Reserved,
}

impl IdError {
    /// What is wrong and what to write instead.
    pub fn message(&self) -> Message {
        let message = match self {
            Self::Empty => Message::new("شناسه خالی است.", "The id is empty."),
            Self::TooLong(length) => Message::new(
                format!("شناسه {} نویسه دارد؛ بیشینه {} نویسه است.", fa(*length), fa(MAX_ID)),
                format!("The id has {length} characters; at most {MAX_ID} are allowed."),
            ),
            Self::Character(character, _) if character.is_whitespace() => {
                Message::new("در شناسه فاصله هست.", "There is a space in the id.")
            }
            Self::Character(character, _) => Message::new(
                format!("نویسهٔ «{character}» در شناسه جایی ندارد."),
                format!("The character \"{character}\" is not allowed in an id."),
            ),
            Self::Edge => {
                Message::new("شناسه با خط تیره آغاز یا تمام شده است.", "The id begins or ends with a hyphen.")
            }
            Self::Reserved => {
                return Message::new(
                    "این واژه نام صفحه‌ای از سایت یا نام دستگاهی در ویندوز است.",
                    "This word is the name of a page of the site or of a Windows device.",
                )
                .hint(
                    "واژه‌ای به آن بیفزایید، مانند «page-about».",
                    "Add a word to it, such as \"page-about\".",
                );
            }
        };
        message.hint(
            "شناسه را با حرف‌های کوچک لاتین، رقم و خط تیره بنویسید، مانند «sheikhabad» یا «sport-2».",
            "Write it in lowercase Latin letters, digits and hyphens, such as \"sheikhabad\" or \"sport-2\".",
        )
    }
}

fn fa(number: usize) -> String {
    number.to_string().chars().map(super::persian_digit).collect()
}

/// Checks an id: `a-z0-9-`, 1–80 characters, a letter or digit at both ends, not a reserved word.
///
/// Rejects Persian digits: convert them with [`ascii_digits`](crate::persian::numbers::ascii_digits) first.
pub fn check_id(id: &str) -> Result<(), IdError> {
    if id.is_empty() {
        return Err(IdError::Empty);
    }
    let allowed = |character: &char| matches!(character, 'a'..='z' | '0'..='9' | '-');
    if let Some((at, character)) = id.chars().enumerate().find(|(_, character)| !allowed(character)) {
        return Err(IdError::Character(character, at));
    }
    if id.len() > MAX_ID {
        return Err(IdError::TooLong(id.len()));
    }
    if id.starts_with('-') || id.ends_with('-') {
        return Err(IdError::Edge);
    }
    if is_reserved(id) { Err(IdError::Reserved) } else { Ok(()) }
}

pub fn is_valid_id(id: &str) -> bool {
    check_id(id).is_ok()
}

fn is_reserved(id: &str) -> bool {
    // Windows reserves COM1–COM9 and LPT1–LPT9, with any extension.
    let device =
        |name: &str| id.strip_prefix(name).is_some_and(|rest| matches!(rest.as_bytes(), [b'1'..=b'9']));
    matches!(id, "index" | "page" | "con" | "prn" | "aux" | "nul") || device("com") || device("lpt")
}

/// Suggests an id for a Persian name: transliterated words, joined by hyphens.
///
/// A word list gives the usual spelling of frequent words; in other words an `a` is inserted where consonants would
/// otherwise accumulate. The result is deterministic and always valid.
pub fn slug(name: &str) -> String {
    let mut id = String::new();
    for word in name.split(|character: char| !character.is_alphanumeric() && !is_mark(character)) {
        let word = transliterate(word);
        if word.is_empty() {
            continue;
        }
        let joint = usize::from(!id.is_empty());
        if id.len() + joint + word.len() > MAX_ID {
            // A single word that is too long is cut; later words that do not fit are left out.
            if id.is_empty() {
                id.push_str(&word[..MAX_ID]);
            }
            break;
        }
        if joint > 0 {
            id.push('-');
        }
        id.push_str(&word);
    }
    match check_id(&id) {
        Ok(()) => id,
        Err(IdError::Reserved) => id + "-1",
        Err(_) => "record".to_owned(),
    }
}

/// Vowel signs, the hamza above and tatweel: these occur inside words.
fn is_mark(character: char) -> bool {
    matches!(character, '\u{064B}'..='\u{0655}' | '\u{0670}' | 'ـ')
}

/// The effect of a letter on the transliteration.
enum Sound {
    Vowel(&'static str),
    Consonant(&'static str),
    Plain(char),
    Silent,
}

/// Transliterates one word to ASCII letters and digits.
fn transliterate(word: &str) -> String {
    let letters: Vec<char> =
        word.chars().map(super::persian_letter).filter(|&letter| letter != 'ـ').collect();
    let bare: String = letters.iter().filter(|&&letter| !is_mark(letter)).collect();
    if let Some((_, known)) = KNOWN.iter().find(|(persian, _)| *persian == bare) {
        return (*known).to_owned();
    }
    let mut out = String::new();
    // How many consonants may follow before a vowel is inserted: one at the beginning of a word, two elsewhere.
    let mut room = 1;
    for (at, &letter) in letters.iter().enumerate() {
        let before = if at > 0 { letters.get(at - 1).copied() } else { None };
        match sound(letter, before, letters.get(at + 1).copied(), out.is_empty(), room == 2) {
            Sound::Vowel(vowel) => {
                out.push_str(vowel);
                room = 2;
            }
            Sound::Consonant(consonant) => {
                if room == 0 {
                    out.push('a');
                    room = 2;
                }
                out.push_str(consonant);
                room -= 1;
            }
            Sound::Plain(character) => {
                out.push(character);
                room = 2;
            }
            Sound::Silent => {}
        }
    }
    out
}

/// Determines the sound of a letter from its neighbors. `first`: nothing has been written yet. `behind_vowel`: the
/// previous sound was a vowel.
fn sound(letter: char, before: Option<char>, after: Option<char>, first: bool, behind_vowel: bool) -> Sound {
    use Sound::{Consonant, Plain, Silent, Vowel};
    let opens = matches!(after, Some('ا' | 'آ' | 'و' | 'ی'));
    match letter {
        // An initial alef only carries the vowel after it: «ایران».
        'ا' | 'أ' | 'إ' | 'ٱ' if first && matches!(after, Some('ی' | 'و')) => Silent,
        'ا' | 'إ' if first => Vowel("e"),
        'آ' | 'ا' | 'أ' | 'إ' | 'ٱ' | '\u{064E}' => Vowel("a"),
        '\u{0650}' => Vowel("e"),
        '\u{064F}' | 'ؤ' => Vowel("o"),
        // An initial ع before a consonant carries an unwritten vowel, most often a; elsewhere it is left out.
        'ع' if first && !opens => Vowel("a"),
        // The و in «خوا» is silent: «خواهر».
        'و' if before == Some('خ') && after == Some('ا') => Silent,
        'و' if first && before.is_some() => Vowel("u"),
        'و' if first || behind_vowel || matches!(after, Some('ا' | 'آ' | 'ی')) => Consonant("v"),
        'و' => Vowel("u"),
        'ی' if first && before.is_some() => Vowel("i"),
        'ی' if first || behind_vowel || matches!(after, Some('ا' | 'آ' | 'و')) => Consonant("y"),
        'ی' => Vowel("i"),
        // A final ه after a consonant marks a vowel: «محله».
        'ه' if after.is_none() && !first && !behind_vowel => Vowel("eh"),
        'ة' | 'ۀ' => Vowel("eh"),
        'ب' => Consonant("b"),
        'پ' => Consonant("p"),
        'ت' | 'ط' => Consonant("t"),
        'ث' | 'س' | 'ص' => Consonant("s"),
        'ج' => Consonant("j"),
        'چ' => Consonant("ch"),
        'ح' | 'ه' | 'ە' => Consonant("h"),
        'خ' => Consonant("kh"),
        'د' => Consonant("d"),
        'ذ' | 'ز' | 'ض' | 'ظ' => Consonant("z"),
        'ر' => Consonant("r"),
        'ژ' => Consonant("zh"),
        'ش' => Consonant("sh"),
        'غ' => Consonant("gh"),
        'ف' => Consonant("f"),
        'ق' => Consonant("q"),
        'ک' => Consonant("k"),
        'گ' => Consonant("g"),
        'ل' => Consonant("l"),
        'م' => Consonant("m"),
        'ن' => Consonant("n"),
        _ if letter.is_ascii_alphanumeric() => Plain(letter.to_ascii_lowercase()),
        _ => ascii_digit(letter).map_or(Silent, Plain),
    }
}

/// Frequent words of such records with their usual transliteration, which the letters alone would not give.
const KNOWN: &[(&str, &str)] = &[
    ("آباد", "abad"),
    ("آموزش", "amoozesh"),
    ("اجتماعی", "ejtemai"),
    ("احمد", "ahmad"),
    ("استان", "ostan"),
    ("اسلامی", "eslami"),
    ("اشتغال", "eshteghal"),
    ("اصفهان", "isfahan"),
    ("امام", "emam"),
    ("امداد", "emdad"),
    ("امیر", "amir"),
    ("انجمن", "anjoman"),
    ("اول", "avval"),
    ("باجک", "bajak"),
    ("بانوان", "banovan"),
    ("بسیج", "basij"),
    ("بهداشت", "behdasht"),
    ("بهشت", "behesht"),
    ("تهران", "tehran"),
    ("جعفریه", "jafarieh"),
    ("جلسه", "jalaseh"),
    ("جوانان", "javanan"),
    ("جهاد", "jahad"),
    ("حجاب", "hejab"),
    ("حسین", "hossein"),
    ("حوزه", "hozeh"),
    ("خیابان", "khiaban"),
    ("خواهران", "khaharan"),
    ("دانشگاه", "daneshgah"),
    ("دوم", "dovvom"),
    ("رضا", "reza"),
    ("روستا", "roosta"),
    ("زنان", "zanan"),
    ("سلامت", "salamat"),
    ("سوم", "sevvom"),
    ("شهر", "shahr"),
    ("شهرداری", "shahrdari"),
    ("شهرک", "shahrak"),
    ("شهید", "shahid"),
    ("شیخ", "sheikh"),
    ("صدر", "sadr"),
    ("عفاف", "efaf"),
    ("علی", "ali"),
    ("عمران", "omran"),
    ("فاطمیه", "fatemieh"),
    ("فرهنگ", "farhang"),
    ("فرهنگی", "farhangi"),
    ("قدس", "qods"),
    ("قم", "qom"),
    ("محله", "mahalleh"),
    ("محمد", "mohammad"),
    ("مدرسه", "madreseh"),
    ("مردمی", "mardomi"),
    ("مرکز", "markaz"),
    ("مسجد", "masjed"),
    ("مشاغل", "mashaghel"),
    ("مهدی", "mahdi"),
    ("نشست", "neshast"),
    ("نوجوان", "nojavan"),
    ("و", "va"),
    ("ورزش", "varzesh"),
    ("ورزشی", "varzeshi"),
    ("پایگاه", "paygah"),
    ("پردیسان", "pardisan"),
    ("چهار", "chahar"),
    ("چهارمردان", "chaharmardan"),
    ("کار", "kar"),
    ("کارگاه", "kargah"),
    ("کوی", "kuy"),
    ("گروه", "gorooh"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_rule_of_ids() {
        for id in
            ["a", "7", "sheikhabad", "sport-2", "a--b", "com", "com0", "com10", "pages", "console", "1404"]
        {
            assert_eq!(check_id(id), Ok(()), "{id}");
        }
        for (id, error) in [
            ("", IdError::Empty),
            ("-a", IdError::Edge),
            ("a-", IdError::Edge),
            ("-", IdError::Edge),
            ("Sport", IdError::Character('S', 0)),
            ("a b", IdError::Character(' ', 1)),
            ("a_b", IdError::Character('_', 1)),
            ("a/b", IdError::Character('/', 1)),
            ("..", IdError::Character('.', 0)),
            ("محله", IdError::Character('م', 0)),
            ("a۲", IdError::Character('۲', 1)),
            ("index", IdError::Reserved),
            ("page", IdError::Reserved),
            ("con", IdError::Reserved),
            ("nul", IdError::Reserved),
            ("com1", IdError::Reserved),
            ("lpt9", IdError::Reserved),
        ] {
            assert_eq!(check_id(id), Err(error), "{id}");
            let Message { sentence, hint } = error.message();
            let hint = hint.expect("every error has a hint");
            for sentence in [sentence.fa, sentence.en, hint.fa, hint.en] {
                assert!(sentence.ends_with('.'), "{sentence}");
            }
        }
        assert_eq!(check_id(&"a".repeat(80)), Ok(()));
        assert_eq!(check_id(&"a".repeat(81)), Err(IdError::TooLong(81)));
    }

    #[test]
    fn names_become_ids() {
        for (name, id) in [
            ("شیخ‌آباد", "sheikh-abad"),
            ("پردیسان", "pardisan"),
            ("امام رضا (ع)", "emam-reza-a"),
            ("محلهٔ فاز ۲", "mahalleh-faz-2"),
            ("مدرسه", "madreseh"),
            ("مسابقه", "masabqeh"),
            ("کارگاه خیاطی", "kargah-khayati"),
            ("خوابگاه", "khabgah"),
            ("ایران", "iran"),
            ("Zone_5", "zone-5"),
            ("  ", "record"),
            ("🙂", "record"),
            ("con", "con-1"),
            ("index", "index-1"),
        ] {
            assert_eq!(slug(name), id, "{name}");
        }
    }

    proptest! {
        #[test]
        fn a_proposal_is_always_an_id(name in any::<String>()) {
            prop_assert!(is_valid_id(&slug(&name)));
        }

        #[test]
        fn a_persian_proposal_is_always_an_id(name in "[آ-ی \u{200C}۰-۹a-zA-Z\u{064E}-\u{0651}\u{0654}]{0,200}") {
            prop_assert!(is_valid_id(&slug(&name)));
        }
    }
}
