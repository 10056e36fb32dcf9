//! Digits of text on pages: Persian, but where they belong to something Latin.

use std::borrow::Cow;

use super::{ascii_digit, persian_digit};

/// Makes the digits of a text Persian, ready for a page.
///
/// A run of digits, Latin letters and what joins them (`-`, `.`, `/`, `@` …) stays as it was typed if there is a Latin
/// letter in it: «A4», «COVID-19», «info2@example.ir», «example.ir/1404», «K0104», ids. So does an address with its
/// scheme, up to the next blank. Code is the Markdown stage's to leave out.
pub fn page_digits(text: &str) -> Cow<'_, str> {
    if !has_digit_to_change(text) {
        return Cow::Borrowed(text);
    }
    // Room for a date or two: each digit takes one byte more.
    let mut out = String::with_capacity(text.len() + 16);
    let mut copied = 0;
    let mut rest = text;
    // Each turn looks at the next run; what lies between runs holds neither digits nor Latin letters.
    while let Some(begin) = rest.find(is_core) {
        let run = &rest[begin..];
        let end = run_end(run);
        let start = text.len() - run.len();
        rest = &run[end..];
        let run = &run[..end];
        if run.chars().any(is_latin) || run.chars().all(|character| persian_digit(character) == character) {
            continue;
        }
        out.push_str(&text[copied..start]);
        out.extend(run.chars().map(persian_digit));
        copied = start + run.len();
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[copied..]);
    Cow::Owned(out)
}

/// Whether there is a digit that isn't Persian, told by the bytes: most texts of a page have none.
///
/// Every byte is looked at, without a way out: so the compiler does many at once, and texts are short.
fn has_digit_to_change(text: &str) -> bool {
    let bytes = text.as_bytes();
    let ascii = bytes.iter().fold(false, |any, byte| any | byte.is_ascii_digit());
    // U+0660–0669 are the only characters whose first byte is D9 and whose second is A0–A9.
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    ascii || pairs.fold(false, |any, pair| any | matches!(pair, (0xD9, 0xA0..=0xA9)))
}

/// Where the run that opens `text` ends, in bytes.
fn run_end(text: &str) -> usize {
    let mut end = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        if is_core(character) {
            end = at + character.len_utf8();
            continue;
        }
        if text[at..].starts_with("://") && end == at {
            return address_end(text, at);
        }
        // A joiner belongs to the run only where the run goes on behind it.
        let before = text[..at].chars().next_back();
        let after = characters.peek().map(|&(_, next)| next);
        let joins = match character {
            ',' => before.is_some_and(is_digit) && after.is_some_and(is_digit),
            _ => is_joiner(character),
        };
        if !joins || !after.is_some_and(|next| is_core(next) || is_joiner(next)) {
            break;
        }
    }
    if text.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("www.")) {
        address_end(text, end)
    } else {
        end
    }
}

/// Where an address ends of which the first `from` bytes are known.
fn address_end(text: &str, from: usize) -> usize {
    let stops = |character: char| {
        character.is_whitespace() || matches!(character, '<' | '>' | '"' | '«' | '»' | '،' | '؛' | '؟')
    };
    text[from..].find(stops).map_or(text.len(), |length| from + length)
}

fn is_digit(character: char) -> bool {
    ascii_digit(character).is_some()
}

fn is_latin(character: char) -> bool {
    match character {
        'a'..='z' | 'A'..='Z' => true,
        '×' | '÷' => false,
        _ => matches!(character, '\u{00C0}'..='\u{024F}' | '\u{1E00}'..='\u{1EFF}'),
    }
}

fn is_core(character: char) -> bool {
    is_latin(character) || is_digit(character)
}

fn is_joiner(character: char) -> bool {
    matches!(
        character,
        '-' | '_' | '.' | '/' | ':' | '@' | '+' | '~' | '#' | '%' | '&' | '=' | '?' | '\\' | '\'' | '’'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn digits_become_persian_but_near_latin() {
        for (typed, shown) in [
            ("", ""),
            ("هیچ رقمی", "هیچ رقمی"),
            ("12 کارگاه", "۱۲ کارگاه"),
            ("در 1404/07/26 و ٢٦ مهر", "در ۱۴۰۴/۰۷/۲۶ و ۲۶ مهر"),
            ("2025-10-18.", "۲۰۲۵-۱۰-۱۸."),
            ("فاز2", "فاز۲"),
            ("فاز2: 3 نفر", "فاز۲: ۳ نفر"),
            ("کاغذ A4 و 4A", "کاغذ A4 و 4A"),
            ("COVID-19 در 1399", "COVID-19 در ۱۳۹۹"),
            ("ISO 9001", "ISO ۹۰۰۱"),
            ("(5 km)", "(۵ km)"),
            ("5km", "5km"),
            ("info2@example.ir، 3", "info2@example.ir، ۳"),
            ("2@x.ir", "2@x.ir"),
            ("https://example.ir/1404/5?a=1,2&b=(3) 4", "https://example.ir/1404/5?a=1,2&b=(3) ۴"),
            ("https://fa.example.ir/محله_12/13 14", "https://fa.example.ir/محله_12/13 ۱۴"),
            ("«http://x.ir/1»2", "«http://x.ir/1»۲"),
            ("www.x.ir/محله/5 6", "www.x.ir/محله/5 ۶"),
            ("tel:+98-25-3000", "tel:+98-25-3000"),
            ("1,200,000 و 3.5", "۱,۲۰۰,۰۰۰ و ۳.۵"),
            ("1,200m", "1,200m"),
            ("60%", "۶۰%"),
            ("12:30", "۱۲:۳۰"),
            ("edu-office-2", "edu-office-2"),
            ("5 - x", "۵ - x"),
            ("5--x", "5--x"),
            ("5×3", "۵×۳"),
            ("é2", "é2"),
            ("۱۲", "۱۲"),
            ("🙂7", "🙂۷"),
        ] {
            assert_eq!(page_digits(typed), shown, "{typed}");
        }
        assert!(matches!(page_digits("۱۲ محله، A4"), Cow::Borrowed(_)));
    }

    proptest! {
        #[test]
        fn nothing_but_digits_changes(text in any::<String>()) {
            let shown = page_digits(&text);
            prop_assert_eq!(text.chars().count(), shown.chars().count());
            for (typed, shown) in text.chars().zip(shown.chars()) {
                prop_assert!(typed == shown || is_digit(typed) && persian_digit(typed) == shown);
            }
            let twice = page_digits(&shown).into_owned();
            prop_assert_eq!(twice, shown.into_owned());
        }

        #[test]
        fn text_without_latin_has_only_persian_digits(text in "[0-9٠-٩آ-ی ./,:-]{0,30}") {
            prop_assert!(!page_digits(&text).chars().any(|character| matches!(character, '0'..='9' | '٠'..='٩')));
        }
    }
}
