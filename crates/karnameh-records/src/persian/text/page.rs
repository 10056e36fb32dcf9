//! Converts digits in text for pages: Persian digits, except in Latin words, codes and URLs.

use std::borrow::Cow;

use super::{ascii_digit, persian_digit};

/// Converts the digits of a text to Persian for a page.
///
/// A run of digits, Latin letters and connecting characters (`-`, `.`, `/`, `@` …) stays as typed if it contains a Latin
/// letter: «A4», «COVID-19», «info2@example.ir», «example.ir/1404», «K0104», ids. A URL with a scheme stays up to the next
/// space. The Markdown stage excludes code by itself.
pub fn page_digits(text: &str) -> Cow<'_, str> {
    if !has_digit_to_change(text) {
        return Cow::Borrowed(text);
    }
    // Room for 16 digits, a date or two: each takes one more byte in Persian.
    let mut out = String::with_capacity(text.len() + 16);
    let mut copied = 0;
    let mut rest = text;
    // Each iteration handles the next run; the text between runs contains neither digits nor Latin letters.
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

/// Returns whether the text contains a digit that is not Persian. Most texts of a page contain none.
///
/// Checks bytes and never returns early: this lets the compiler vectorize the loop, and the texts are short.
fn has_digit_to_change(text: &str) -> bool {
    let bytes = text.as_bytes();
    let ascii = bytes.iter().fold(false, |any, byte| any | byte.is_ascii_digit());
    // U+0660–0669 are the only characters whose first byte is D9 and whose second is A0–A9.
    let pairs = bytes.iter().zip(bytes.iter().skip(1));
    ascii || pairs.fold(false, |any, pair| any | matches!(pair, (0xD9, 0xA0..=0xA9)))
}

/// Returns the length in bytes of the run at the start of `text`.
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
        // A joiner belongs to the run only if the run continues after it.
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

/// Returns the end of a URL whose first `from` bytes are known.
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
        // Unicode puts these two signs among the Latin letters of the block.
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
