//! Explains why a text is not a number, and what may be meant by it.
//!
//! A reading is a number that the typed text says if the slip is forgiven: «۴،۵» is 4.5, «1234,567» may be 1234.567 and
//! 1,234,567. Where a text says no number for certain there is no reading, and the hint names none.

use super::read::{all_digits, digits, is_grouped};
use super::{fa_digits, spelled};
use crate::diag::Message;

/// Why a text is not an accepted number.
#[derive(Debug, Clone, PartialEq)]
pub struct NumberError {
    pub slip: Slip,
    /// The numbers that may be meant, in ASCII digits and acceptable as they are («12.5»).
    pub readings: Vec<String>,
}

/// What is wrong with a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Slip {
    Empty,
    /// The number begins with `+`.
    Plus,
    /// The number has an exponent («1e6»).
    Exponent,
    /// The number is hexadecimal («0x1F»).
    Hexadecimal,
    /// An underscore separates digits («1_000»).
    Underscore,
    /// A slash replaces the decimal point («۱۲/۵»).
    Slash,
    /// A comma replaces the decimal point («۵۰,۵»).
    Comma,
    /// Thousands separators are in the wrong places («1,20,000»).
    Grouping,
    /// The Persian comma of sentences, «،», separates digits.
    SentenceComma,
    TwoPoints,
    /// A digit is missing on one side of the decimal point («.5»).
    BarePoint,
    /// A space separates digits.
    Blank,
    /// «NaN», «inf» and similar words.
    NotANumber,
    /// Percent signs stand on both sides.
    TwoMarks,
    /// A percent sign where the field requires a count.
    Percent,
    /// A minus sign after the number, or a dash that is not a minus sign.
    Dash,
    /// Two numbers with «تا» or a dash between them.
    Range,
    /// Words in or next to the number («۱۲ نفر», «دوازده»).
    Words,
    /// A fraction where the field requires a whole number.
    NotWhole,
    /// A negative amount of money.
    Negative,
    /// A percentage outside 0–100.
    OutOfRange,
    /// The magnitude exceeds [`LARGEST`](super::LARGEST).
    TooLarge,
    /// The text does not resemble a number.
    Unreadable,
}

impl From<Slip> for NumberError {
    fn from(slip: Slip) -> Self {
        Self { slip, readings: Vec::new() }
    }
}

impl NumberError {
    /// Keeps the readings that a field accepts.
    #[must_use]
    pub fn keep(mut self, is_accepted: impl Fn(&str) -> bool) -> Self {
        self.readings.retain(|reading| is_accepted(reading));
        self
    }

    /// Restores the minus sign in the readings; it was removed before the digits were checked.
    pub(super) fn restore_minus(mut self) -> Self {
        for reading in &mut self.readings {
            reading.insert(0, '-');
        }
        self
    }

    /// What is wrong and what to write instead.
    pub fn message(&self) -> Message {
        let [fa, en, hint_fa, hint_en] = self.slip.sentences();
        let message = Message::new(fa, en);
        match &self.readings[..] {
            [] => message.hint(hint_fa, hint_en),
            [one] => {
                let (tail_fa, tail_en) = self.slip.mark();
                message.hint(
                    format!("بنویسید «{}»{tail_fa}.", in_persian(one)),
                    format!("Write \"{one}\"{tail_en}."),
                )
            }
            several => {
                let fa: Vec<String> =
                    several.iter().map(|reading| format!("«{}»", in_persian(reading))).collect();
                let en: Vec<String> = several.iter().map(|reading| format!("\"{reading}\"")).collect();
                message.hint(
                    format!("بنویسید {}، هر کدام که منظور است.", fa.join(" یا ")),
                    format!("Write {}, whichever is meant.", en.join(" or ")),
                )
            }
        }
    }
}

const DIGITS_FA: &str = "عدد را با رقم بنویسید، مانند «۱٬۲۰۰» یا «۳٫۵»؛ اگر نمی‌دانید، این خط را پاک کنید.";
const DIGITS_EN: &str =
    "Write it in digits, such as \"1,200\" or \"3.5\"; if you don't know it, delete the line.";

impl Slip {
    /// The sentence in both languages, and in both the hint for a text without a reading.
    fn sentences(self) -> [&'static str; 4] {
        match self {
            Self::Empty => ["عددی نوشته نشده است.", "No number is written.", DIGITS_FA, DIGITS_EN],
            Self::Plus => [
                "عدد با علامت «+» آغاز شده است.",
                "The number begins with \"+\".",
                "علامت «+» را پاک کنید.",
                "Delete the \"+\".",
            ],
            Self::Exponent => [
                "عدد به صورت نمایی نوشته شده است.",
                "The number is written with an exponent.",
                "همهٔ رقم‌ها را بنویسید، مانند «۱٬۰۰۰٬۰۰۰».",
                "Write all the digits, such as \"1,000,000\".",
            ],
            Self::Hexadecimal => [
                "عدد در مبنای شانزده نوشته شده است.",
                "The number is hexadecimal.",
                "عدد را با رقم‌های ده‌دهی بنویسید.",
                "Write it in decimal digits.",
            ],
            Self::Underscore => [
                "میان رقم‌های عدد «_» آمده است.",
                "There is a \"_\" between the digits.",
                "«_» را پاک کنید.",
                "Delete the \"_\".",
            ],
            Self::Slash => [
                "ممیز عدد با «/» نوشته شده است.",
                "The decimal point is written as \"/\".",
                DIGITS_FA,
                DIGITS_EN,
            ],
            Self::Comma => [
                "ممیز عدد با «,» نوشته شده است، که جداکنندهٔ هزارگان است.",
                "The decimal point is written as \",\", which separates thousands.",
                DIGITS_FA,
                DIGITS_EN,
            ],
            Self::Grouping => [
                "جداکنندهٔ هزارگان در جای درست نیست.",
                "The marks between thousands are not in the right places.",
                DIGITS_FA,
                DIGITS_EN,
            ],
            Self::SentenceComma => [
                "میان رقم‌ها ویرگول «،» آمده است.",
                "There is a Persian comma (،) between the digits.",
                DIGITS_FA,
                DIGITS_EN,
            ],
            Self::TwoPoints => [
                "عدد بیش از یک ممیز دارد.",
                "The number has more than one decimal point.",
                "تنها یک ممیز بگذارید؛ هزارگان را با «٬» جدا کنید، مانند «۱٬۲۰۰٫۵».",
                "Use one decimal point; thousands are separated by \",\" as in \"1,200.5\".",
            ],
            Self::BarePoint => [
                "یک سوی ممیز رقمی نیست.",
                "There is no digit on one side of the decimal point.",
                DIGITS_FA,
                DIGITS_EN,
            ],
            Self::Blank => {
                ["میان رقم‌های عدد فاصله هست.", "There is a space between the digits.", DIGITS_FA, DIGITS_EN]
            }
            _ => self.other_sentences(),
        }
    }

    fn other_sentences(self) -> [&'static str; 4] {
        match self {
            Self::TwoMarks => [
                "نشان درصد در هر دو سوی عدد آمده است.",
                "There is a percent mark on both sides.",
                "نشان «٪» را تنها در یک سو بگذارید.",
                "Put the percent mark on one side only.",
            ],
            Self::Percent => [
                "اینجا تعداد خواسته شده است، نه درصد.",
                "A count is wanted here, not a percentage.",
                "نشان درصد را پاک کنید و تعداد را بنویسید.",
                "Delete the percent mark and write the count.",
            ],
            Self::Dash => [
                "علامت منفی درست نوشته نشده است.",
                "The minus sign is not written correctly.",
                "اگر عدد منفی است، علامت «-» را پیش از آن بگذارید، مانند «-۵»؛ وگرنه آن را پاک کنید.",
                "For a negative number put \"-\" before it, such as \"-5\"; otherwise delete the dash.",
            ],
            Self::Range => [
                "این یک بازه است، نه یک عدد.",
                "This is a range and not a number.",
                "یک عدد بنویسید و بازه را در متن توضیح دهید.",
                "Write one number, and explain the range in a text.",
            ],
            Self::Words => [
                "در این عدد یا کنار آن واژه آمده است.",
                "There are words in the number or next to it.",
                "تنها عدد را بنویسید و همهٔ آن را با رقم، بدون واحد.",
                "Write the number alone and all of it in digits, without a unit.",
            ],
            Self::NotWhole => [
                "این عدد باید صحیح باشد، بدون ممیز.",
                "This number must be whole, without a decimal point.",
                "عدد را گرد کنید.",
                "Round it.",
            ],
            Self::Negative => [
                "مبلغ نمی‌تواند منفی باشد.",
                "An amount of money can't be negative.",
                "مبلغ را بدون علامت منفی بنویسید.",
                "Write the amount without a minus sign.",
            ],
            Self::OutOfRange => [
                "درصد باید از ۰ تا ۱۰۰ باشد.",
                "A percentage must be from 0 to 100.",
                "عددی از ۰ تا ۱۰۰ بنویسید، مانند «۶۰» یا «۶۰٪».",
                "Write a number from 0 to 100, such as \"60\" or \"60%\".",
            ],
            Self::TooLarge => [
                "این عدد بزرگ‌تر از اندازه است.",
                "This number is too large.",
                "بیشترین اندازه ۹٬۰۰۷٬۱۹۹٬۲۵۴٬۷۴۰٬۹۹۲ است؛ شاید رقمی افزون نوشته شده باشد.",
                "At most 9,007,199,254,740,992; maybe there is a digit too many.",
            ],
            _ => ["این نوشته عدد نیست.", "This is not a number.", DIGITS_FA, DIGITS_EN],
        }
    }

    /// What a hint adds about the mark that was mistaken.
    fn mark(self) -> (&'static str, &'static str) {
        match self {
            Self::Slash | Self::Comma => ("؛ ممیز «٫» یا «.» است", "; the decimal point is \".\" or \"٫\""),
            _ => ("", ""),
        }
    }
}

/// Converts a reading from ASCII to Persian digits and separators.
pub(super) fn in_persian(reading: &str) -> String {
    fa_digits(reading).replace('.', "٫").replace(',', "٬")
}

/// Determines why `text` is not a number, and which numbers it may say. The order matters: specific slips come before
/// those that accept more characters.
pub(super) fn explain(text: &str) -> NumberError {
    let lower = text.to_ascii_lowercase();
    let error = |slip, readings: Vec<String>| NumberError { slip, readings };
    if let Some(rest) = text.strip_prefix('+') {
        return error(Slip::Plus, digits(rest).into_iter().collect());
    }
    if matches!(lower.trim_start_matches('.'), "nan" | "inf" | "infinity") {
        return Slip::NotANumber.into();
    }
    if lower.strip_prefix("0x").is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_hexdigit())) {
        return Slip::Hexadecimal.into();
    }
    if let Some((whole, fraction)) = pair(text, '/') {
        return error(Slip::Slash, vec![format!("{whole}.{fraction}")]);
    }
    if let Some((whole, fraction)) = pair(text, ',') {
        return error(Slip::Comma, comma_readings(whole, fraction));
    }
    if is_exponential(&lower) {
        return error(Slip::Exponent, exponential(&lower).into_iter().collect());
    }
    if has_only(text, &['_']) && text.contains('_') {
        return error(Slip::Underscore, grouped_by(text, '_'));
    }
    if has_only(text, &['-', '–', '—', ' ']) && text.contains(['-', '–', '—']) {
        return dashed(text);
    }
    if has_only(text, &['،', ' ']) && text.contains('،') {
        return error(Slip::SentenceComma, sentence_comma_readings(text));
    }
    if has_only(text, &[' ', '\u{a0}', '\u{202f}', '\t']) && text.contains(char::is_whitespace) {
        let text: String = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
        return error(Slip::Blank, grouped_by(&text, ' '));
    }
    if has_only(text, &[]) {
        return marks(text);
    }
    spelled::explain(text)
}

/// Two runs of digits with one mark between them.
fn pair(text: &str, mark: char) -> Option<(&str, &str)> {
    text.split_once(mark).filter(|(left, right)| all_digits(left) && all_digits(right))
}

/// Returns whether a text has digits, and nothing else but points, commas and some other marks.
fn has_only(text: &str, extra: &[char]) -> bool {
    let is_fine = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.') || extra.contains(&c);
    text.contains(|c: char| c.is_ascii_digit()) && text.chars().all(is_fine)
}

/// «50,5» is a fraction; three digits behind the comma may also be thousands with a separator in the wrong place.
fn comma_readings(whole: &str, fraction: &str) -> Vec<String> {
    let decimal = format!("{whole}.{fraction}");
    if fraction.len() == 3 && whole.len() > 3 && !whole.starts_with('0') {
        vec![decimal, grouped(&format!("{whole}{fraction}"))]
    } else {
        vec![decimal]
    }
}

/// «۴،۵» is a fraction, «۱،۲۰۰٬۰۰۰» are thousands, «۱،۲۰۰» may be both.
fn sentence_comma_readings(text: &str) -> Vec<String> {
    let mut readings = Vec::new();
    let as_groups = text.replace('،', ",");
    if let Some(digits) = digits(&as_groups) {
        readings.push(grouped(&digits));
    }
    if let Some((whole, fraction)) = pair(text, '،') {
        readings.push(format!("{whole}.{fraction}"));
    }
    readings
}

/// The number of which another mark groups the digits by three.
fn grouped_by(text: &str, mark: char) -> Vec<String> {
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(whole, rest)| (whole, Some(rest)));
    if !is_grouped(whole, mark) || !fraction.is_none_or(all_digits) {
        return Vec::new();
    }
    vec![grouped(&text.replace(mark, ""))]
}

fn is_exponential(text: &str) -> bool {
    text.split_once('e').is_some_and(|(mantissa, exponent)| {
        mantissa.starts_with(|first: char| first.is_ascii_digit())
            && all_digits(exponent.trim_start_matches(['-', '+']))
    })
}

/// The number with all its digits, unless it has too many to be meant.
fn exponential(text: &str) -> Option<String> {
    let value: f64 = text.parse().ok()?;
    let written = value.to_string();
    (written.len() <= 16).then(|| grouped(&written))
}

/// A range, a minus sign behind the number, or a dash that stands for one.
fn dashed(text: &str) -> NumberError {
    let dash = ['-', '–', '—'];
    let parts: Vec<&str> = text.split(dash).map(str::trim).filter(|part| !part.is_empty()).collect();
    if let [_, _, ..] = parts[..] {
        return Slip::Range.into();
    }
    let minus = text.strip_prefix(['–', '—']).and_then(|rest| digits(rest.trim_start()));
    let readings = minus.map(|digits| format!("-{}", grouped(&digits))).into_iter().collect();
    NumberError { slip: Slip::Dash, readings }
}

/// Explains a text that contains only digits, points and commas.
fn marks(text: &str) -> NumberError {
    let error = |slip, reading: Option<String>| NumberError { slip, readings: reading.into_iter().collect() };
    let points = text.matches('.').count();
    if points == 1
        && let Some(fraction) = text.strip_prefix('.').filter(|rest| all_digits(rest))
    {
        return error(Slip::BarePoint, Some(format!("0.{fraction}")));
    }
    if points == 1
        && let Some(whole) = text.strip_suffix('.')
    {
        return error(Slip::BarePoint, digits(whole).map(|digits| grouped(&digits)));
    }
    // As other languages write it: points between thousands, a comma before the fraction.
    let (whole, fraction) = text.split_once(',').map_or((text, None), |(whole, rest)| (whole, Some(rest)));
    if points > 0
        && is_grouped(whole, '.')
        && fraction.is_none_or(all_digits)
        && (points > 1 || fraction.is_some())
    {
        let whole = grouped(&whole.replace('.', ""));
        let reading = fraction.map_or_else(|| whole.clone(), |fraction| format!("{whole}.{fraction}"));
        return error(if points > 1 { Slip::TwoPoints } else { Slip::Grouping }, Some(reading));
    }
    if points > 1 {
        return Slip::TwoPoints.into();
    }
    // Separators in other places, as in India: only the last group is sure to be thousands.
    let whole = text.split_once('.').map_or(text, |(whole, _)| whole);
    let is_misplaced = whole.split(',').all(all_digits)
        && whole.rsplit(',').next().is_some_and(|last| last.len() == 3)
        && !whole.starts_with('0')
        && text.split_once('.').is_none_or(|(_, fraction)| all_digits(fraction));
    error(Slip::Grouping, is_misplaced.then(|| grouped(&text.replace(',', ""))))
}

/// Groups the digits of a number in threes and keeps its decimal point, if any.
pub(super) fn grouped(digits: &str) -> String {
    let (whole, fraction) =
        digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let mut out = String::new();
    for (at, digit) in whole.chars().enumerate() {
        // "0123" has no groups: a number doesn't begin with 0.
        if at > 0 && !whole.starts_with('0') && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}
