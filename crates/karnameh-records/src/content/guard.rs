//! Guarding people: numbers in published text that belong to a person (product.md, "Guarding people").
//!
//! Enters: a text. Leaves: where in it a national id, a mobile, card or account number stands. A number may be written
//! in any family of digits, with single hyphens or spaces between. Start reading at [`scan`].

use std::borrow::Cow;
use std::ops::Range;

use crate::diag::Code;
use crate::diag::codes::guard::{CARD, IBAN, MOBILE, NATIONAL_ID};

/// A number that should perhaps not be published.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Hit {
    /// What it looks like.
    pub(super) code: &'static Code,
    /// Where it stands in the text, in bytes.
    pub(super) range: Range<usize>,
}

/// Digits in a row, perhaps with hyphens between.
struct Run {
    digits: Vec<u8>,
    range: Range<usize>,
    /// Whether a single space parts it from the run before.
    joined: bool,
}

/// What stands for a number that was taken out.
const MASK: &str = "(شماره برداشته شد)";

/// The least digits that any of the numbers has.
const FEWEST: usize = 10;

/// Finds the numbers of persons in a text, in their order; longer ones first where they overlap.
pub(super) fn scan(text: &str) -> Vec<Hit> {
    if !may_hold_number(text) {
        return Vec::new();
    }
    let runs = runs(text);
    let mut hits = Vec::new();
    find(&runs, 24, &mut hits, |digits| is_iban(digits).then_some(IBAN));
    find(&runs, 16, &mut hits, |digits| is_card(digits).then_some(CARD));
    for length in [14, 12, 11] {
        find(&runs, length, &mut hits, |digits| is_mobile(digits).then_some(MOBILE));
    }
    find_national_ids(&runs, &mut hits);
    hits.sort_by_key(|hit| hit.range.start);
    hits
}

/// The text without the numbers of persons, for what leaves the house: each becomes «(شماره برداشته شد)».
pub fn masked(text: &str) -> Cow<'_, str> {
    let hits = scan(text);
    if hits.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut copied = 0;
    for Hit { range, .. } in hits {
        if range.start >= copied {
            out.push_str(&text[copied..range.start]);
            out.push_str(MASK);
        }
        copied = copied.max(range.end);
    }
    out.push_str(&text[copied..]);
    Cow::Owned(out)
}

/// A first look that costs one pass over the bytes: whether ten digits stand together with nothing between but what
/// may part them. It may say yes for no reason, never no.
fn may_hold_number(text: &str) -> bool {
    let mut digits = 0;
    for &byte in text.as_bytes() {
        match byte {
            // An ASCII digit, or the second byte of a Persian or Arabic one.
            b'0'..=b'9' | 0xA0..=0xA9 | 0xB0..=0xB9 => digits += 1,
            // The first bytes of such digits, of hyphens and joiners, and what parts.
            0xD9 | 0xDB | 0xE2 | 0xC2 | 0x80..=0x9F | 0xAF | b'-' | b' ' | b'\t' => {}
            _ => digits = 0,
        }
        if digits >= FEWEST {
            return true;
        }
    }
    false
}

/// Parts a text into runs of digits.
fn runs(text: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut gap = Gap::Far;
    for (at, character) in text.char_indices() {
        let end = at + character.len_utf8();
        if let Some(digit) = digit(character) {
            match runs.last_mut() {
                Some(run) if matches!(gap, Gap::None | Gap::Hyphen) => {
                    run.digits.push(digit);
                    run.range.end = end;
                }
                _ => runs.push(Run { digits: vec![digit], range: at..end, joined: gap == Gap::Space }),
            }
            gap = Gap::None;
        } else {
            gap = gap.after(character);
        }
    }
    runs
}

/// What stands between the last digit and here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Gap {
    None,
    Hyphen,
    Space,
    Far,
}

impl Gap {
    fn after(self, character: char) -> Self {
        match (self, character) {
            (gap, '\u{200C}'..='\u{200F}') => gap,
            (Self::None, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}') => Self::Hyphen,
            (Self::None, ' ' | '\u{A0}' | '\u{202F}' | '\t') => Self::Space,
            _ => Self::Far,
        }
    }
}

fn digit(character: char) -> Option<u8> {
    let zero = match character {
        '0'..='9' => '0',
        '۰'..='۹' => '۰',
        '٠'..='٩' => '٠',
        _ => return None,
    };
    u8::try_from(u32::from(character) - u32::from(zero)).ok()
}

/// Looks at neighboring runs that together have `length` digits, where nothing was found yet.
fn find(runs: &[Run], length: usize, hits: &mut Vec<Hit>, judge: impl Fn(&[u8]) -> Option<&'static Code>) {
    let mut digits = Vec::with_capacity(length);
    for first in 0..runs.len() {
        digits.clear();
        for (position, run) in runs[first..].iter().enumerate() {
            if position > 0 && !run.joined {
                break;
            }
            digits.extend_from_slice(&run.digits);
            if digits.len() >= length {
                let range = runs[first].range.start..run.range.end;
                if digits.len() == length && is_free(&range, hits) {
                    hits.extend(judge(&digits).map(|code| Hit { code, range }));
                }
                break;
            }
        }
    }
}

/// National ids are errors, so a run of digits is taken whole: ten digits with hyphens between, or ten in all where
/// spaces part them; never ten out of a longer number.
fn find_national_ids(runs: &[Run], hits: &mut Vec<Hit>) {
    let is_whole = |group: &[Run]| group.iter().map(|run| run.digits.len()).sum::<usize>() == FEWEST;
    let groups = runs.chunk_by(|_, next| next.joined).filter(|group| group.len() > 1 && is_whole(group));
    let single = runs.chunks(1).filter(|run| is_whole(run));
    for group in single.chain(groups) {
        let digits: Vec<u8> = group.iter().flat_map(|run| run.digits.iter().copied()).collect();
        let range = group[0].range.start..group[group.len() - 1].range.end;
        if is_national_id(&digits) && is_free(&range, hits) {
            hits.push(Hit { code: NATIONAL_ID, range });
        }
    }
}

fn is_free(range: &Range<usize>, hits: &[Hit]) -> bool {
    hits.iter().all(|hit| hit.range.end <= range.start || range.end <= hit.range.start)
}

fn all_equal(digits: &[u8]) -> bool {
    digits.windows(2).all(|pair| pair[0] == pair[1])
}

/// The checksum of an Iranian national id: the last digit is the weighted sum of the others modulo 11.
fn is_national_id(digits: &[u8]) -> bool {
    let sum: u32 =
        digits[..9].iter().zip((2..=10).rev()).map(|(&digit, weight)| u32::from(digit) * weight).sum();
    let rest = sum % 11;
    let check = if rest < 2 { rest } else { 11 - rest };
    check == u32::from(digits[9]) && !all_equal(digits)
}

/// `09…`, `989…` or `00989…`.
fn is_mobile(digits: &[u8]) -> bool {
    match digits.len() {
        11 => digits.starts_with(&[0, 9]),
        12 => digits.starts_with(&[9, 8, 9]),
        14 => digits.starts_with(&[0, 0, 9, 8, 9]),
        _ => false,
    }
}

/// The checksum of Luhn.
fn is_card(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(position, &digit)| match u32::from(digit) * 2 {
            _ if position % 2 == 0 => u32::from(digit),
            double if double > 9 => double - 9,
            double => double,
        })
        .sum();
    sum.is_multiple_of(10) && !all_equal(digits)
}

/// The checksum of ISO 13616 for `IR` and these 24 digits: the country's letters (`I` 18, `R` 27) and the two check
/// digits go to the end, and the whole is 1 modulo 97.
fn is_iban(digits: &[u8]) -> bool {
    let turned = digits[2..].iter().chain(&[1, 8, 2, 7]).chain(&digits[..2]);
    turned.fold(0, |rest, &digit| (rest * 10 + u32::from(digit)) % 97) == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let hits: Vec<_> = scan(text).into_iter().map(|hit| (hit.code.name, &text[hit.range])).collect();
        assert_eq!(hits, expected, "{text}");
    }

    #[test]
    fn national_ids_in_every_spelling() {
        check("کد ملی او 0012345679 است", &[("national-id", "0012345679")]);
        check("کد ملی ۰۰۱۲۳۴۵۶۷۹", &[("national-id", "۰۰۱۲۳۴۵۶۷۹")]);
        check("001-234567-9", &[("national-id", "001-234567-9")]);
        check("001 234567 9", &[("national-id", "001 234567 9")]);
        check("سال 1404 0012345679", &[("national-id", "0012345679")]);
    }

    #[test]
    fn what_is_no_national_id() {
        check("0012345678", &[]);
        check("1111111111", &[]);
        check("00123456790", &[]);
        check("0012345679-1", &[]);
        check("۰۰۱٬۲۳۴٬۵۶۷۹", &[]);
        check("1404/07/26 و 1404/08/30", &[]);
    }

    #[test]
    fn mobiles() {
        for number in ["09123456789", "0912 345 6789", "۰۹۱۲-۳۴۵-۶۷۸۹", "989123456789", "00989123456789"]
        {
            check(&format!("شماره: {number}."), &[("mobile", number)]);
        }
        check("+98 912 345 6789", &[("mobile", "98 912 345 6789")]);
        check("025 3770 1234", &[]);
    }

    #[test]
    fn cards_and_accounts() {
        check("6037-9911-1111-1116", &[]);
        check("4111 1111 1111 1111", &[("card", "4111 1111 1111 1111")]);
        check("IR82 0540 1026 8002 0817 9090 02", &[("iban", "82 0540 1026 8002 0817 9090 02")]);
        check("IR820540102680020817909003", &[]);
    }
}
