//! Numbers that are written in words, wholly or in part: «۵۰۰ هزار تومان», «یک و نیم میلیارد», «بیست و پنجم».
//!
//! A text is read only if it can mean one number. «یک میلیون و پانصد» is said for 1,500,000 and written for 1,000,500, so
//! it is none.

use super::read::digits;
use super::slip::{NumberError, Slip, grouped};
use crate::persian::text::fold_key;

/// What an amount of money is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Currency {
    Rial,
    /// Ten rials.
    Toman,
}

/// A number with the words that belong to it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Amount {
    /// The number, in millionths: fractions of millions and billions are exact.
    millionths: u128,
    pub(super) currency: Option<Currency>,
    /// Whether words are a part of the number itself.
    pub(super) has_words: bool,
}

const MILLIONTHS: u128 = 1_000_000;

impl Amount {
    /// The amount in rial; `None` if it has a fraction.
    pub(super) fn whole_rials(&self) -> Option<u64> {
        let rials = match self.currency {
            Some(Currency::Toman) => self.millionths.checked_mul(10)?,
            Some(Currency::Rial) | None => self.millionths,
        };
        (rials % MILLIONTHS == 0).then(|| u64::try_from(rials / MILLIONTHS).ok()).flatten()
    }

    /// The number in digits.
    fn in_digits(&self) -> String {
        let fraction = format!("{:06}", self.millionths % MILLIONTHS);
        let whole = (self.millionths / MILLIONTHS).to_string();
        match fraction.trim_end_matches('0') {
            "" => grouped(&whole),
            fraction => grouped(&format!("{whole}.{fraction}")),
        }
    }
}

/// A word of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    /// Digits, in millionths.
    Digits(u128),
    /// A word for a number below a thousand.
    Small(u128),
    /// «نیم»
    Half,
    /// «هزار», «میلیون» …
    Scale(u128),
    /// «و»
    And,
    Currency(Currency),
}

const SMALL: &[(&str, u128)] = &[
    ("یک", 1),
    ("دو", 2),
    ("سه", 3),
    ("چهار", 4),
    ("پنج", 5),
    ("شش", 6),
    ("هفت", 7),
    ("هشت", 8),
    ("نه", 9),
    ("ده", 10),
    ("یازده", 11),
    ("دوازده", 12),
    ("سیزده", 13),
    ("چهارده", 14),
    ("پانزده", 15),
    ("شانزده", 16),
    ("هفده", 17),
    ("هجده", 18),
    ("هیجده", 18),
    ("نوزده", 19),
    ("بیست", 20),
    ("سی", 30),
    ("چهل", 40),
    ("پنجاه", 50),
    ("شصت", 60),
    ("هفتاد", 70),
    ("هشتاد", 80),
    ("نود", 90),
    ("صد", 100),
    ("یکصد", 100),
    ("دویست", 200),
    ("سیصد", 300),
    ("چهارصد", 400),
    ("پانصد", 500),
    ("ششصد", 600),
    ("هفتصد", 700),
    ("هشتصد", 800),
    ("نهصد", 900),
];

const SCALES: &[(&str, u128)] = &[
    ("هزار", 1_000),
    ("میلیون", 1_000_000),
    ("ملیون", 1_000_000),
    ("میلیارد", 1_000_000_000),
    ("ملیارد", 1_000_000_000),
    ("تریلیون", 1_000_000_000_000),
    ("thousand", 1_000),
    ("million", 1_000_000),
    ("billion", 1_000_000_000),
];

const CURRENCIES: &[(&str, Currency)] = &[
    ("ریال", Currency::Rial),
    ("rial", Currency::Rial),
    ("rials", Currency::Rial),
    ("irr", Currency::Rial),
    ("تومان", Currency::Toman),
    ("تومن", Currency::Toman),
    ("toman", Currency::Toman),
    ("tomans", Currency::Toman),
];

fn find<T: Copy>(table: &[(&str, T)], word: &str) -> Option<T> {
    table.iter().find(|(known, _)| *known == word).map(|&(_, value)| value)
}

/// Reads one word.
fn token(word: &str) -> Option<Token> {
    if word.starts_with(|first: char| first.is_ascii_digit()) {
        return millionths(&digits(word)?).map(Token::Digits);
    }
    let word = fold_key(word);
    match word.as_str() {
        "و" => return Some(Token::And),
        "نیم" => return Some(Token::Half),
        _ => {}
    }
    find(SMALL, &word)
        .map(Token::Small)
        .or_else(|| find(SCALES, &word).map(Token::Scale))
        .or_else(|| find(CURRENCIES, &word).map(Token::Currency))
}

/// Digits in millionths; `None` if the fraction is longer.
fn millionths(digits: &str) -> Option<u128> {
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let missing = 6usize.checked_sub(fraction.len())?;
    // More digits than any number of a record has would overflow below.
    if whole.len() > 18 {
        return None;
    }
    format!("{whole}{fraction}{}", "0".repeat(missing)).parse().ok()
}

/// The words of a text; digits are apart from the letters that follow them, as in «۵۰۰هزار».
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for word in text.split_whitespace() {
        let is_letter = |c: char| c.is_alphabetic();
        match word.find(is_letter) {
            Some(at) if at > 0 && word.starts_with(|first: char| first.is_ascii_digit()) => {
                words.extend([&word[..at], &word[at..]]);
            }
            _ => words.push(word),
        }
    }
    words
}

/// Reads an amount of money all of whose words are known.
pub(super) fn amount(text: &str) -> Option<Amount> {
    let words = words(text);
    // «۵میلیون‌تومان»: words that are joined by a ZWNJ are words.
    let tokens: Option<Vec<Token>> = words
        .iter()
        .flat_map(|word| word.split('\u{200c}'))
        .filter(|word| !word.is_empty())
        .map(token)
        .collect();
    evaluate(&tokens?)
}

/// The amounts that a text says once a slip in its only number in digits is forgiven, in rial: «۱/۵ میلیارد».
pub(super) fn mended(text: &str, readings: impl Fn(&str) -> Vec<String>) -> Vec<String> {
    let words = words(text);
    let is_broken =
        |word: &&&str| word.starts_with(|first: char| first.is_ascii_digit()) && digits(word).is_none();
    let mut broken = words.iter().filter(is_broken);
    let (Some(number), None) = (broken.next(), broken.next()) else { return Vec::new() };
    if words.len() < 2 {
        return Vec::new();
    }
    readings(number)
        .iter()
        .filter_map(|reading| {
            let whole: Vec<&str> =
                words.iter().map(|word| if word == number { reading.as_str() } else { *word }).collect();
            let rials = amount(&whole.join(" "))?.whole_rials()?;
            Some(grouped(&rials.to_string()))
        })
        .collect()
}

/// Adds up the words of a number; `None` if they may mean several.
fn evaluate(tokens: &[Token]) -> Option<Amount> {
    let (tokens, currency) = match tokens {
        [rest @ .., Token::Currency(currency)] => (rest, Some(*currency)),
        all => (all, None),
    };
    let mut sum = Sum::default();
    let mut before = None;
    for (at, &token) in tokens.iter().enumerate() {
        sum.add(token, before, tokens.get(at + 1).copied())?;
        before = Some(token);
    }
    // A rest without a word of its own scale can mean two numbers: «یک میلیون و پانصد».
    let millionths = match (sum.total, sum.current) {
        (0, Some(current)) => current,
        (total, None) if total > 0 => total,
        _ => return None,
    };
    let has_words = tokens.iter().any(|token| !matches!(token, Token::Digits(_)));
    (before != Some(Token::And)).then_some(Amount { millionths, currency, has_words })
}

/// A number that is being added up.
#[derive(Debug, Default)]
struct Sum {
    /// What is complete, with its scale.
    total: u128,
    /// The last scale: the next is smaller.
    scale: Option<u128>,
    /// What stands before the next scale.
    current: Option<u128>,
    /// The last word for a number below a thousand: the next is smaller.
    small: Option<u128>,
}

impl Sum {
    fn add(&mut self, token: Token, before: Option<Token>, after: Option<Token>) -> Option<()> {
        let is_joined = before == Some(Token::And);
        match token {
            Token::And => return before.filter(|&before| before != Token::And).map(|_| ()),
            Token::Digits(number) if self.current.is_none() => self.current = Some(number),
            Token::Small(number) => {
                let room = match self.small {
                    Some(100..) => 100,
                    Some(20..) => 10,
                    _ => 0,
                };
                if self.current.is_some() && !(is_joined && number < room) {
                    return None;
                }
                self.current = Some(self.current.unwrap_or(0) + number * MILLIONTHS);
                self.small = Some(number);
            }
            Token::Half if is_joined == self.current.is_some() => {
                self.current = Some(self.current.unwrap_or(0) + MILLIONTHS / 2);
                self.small = None;
            }
            Token::Scale(scale) => {
                let number = self.current.unwrap_or(MILLIONTHS).checked_mul(scale)?;
                (self.current, self.small) = (None, None);
                if matches!(after, Some(Token::Scale(_))) {
                    self.current = Some(number);
                } else if self.scale.is_none_or(|last| scale < last) {
                    (self.total, self.scale) = (self.total.checked_add(number)?, Some(scale));
                } else {
                    return None;
                }
            }
            Token::Digits(_) | Token::Half | Token::Currency(_) => return None,
        }
        Some(())
    }
}

/// Explains a text with words in it or next to it.
pub(super) fn explain(text: &str) -> NumberError {
    if !text.contains(char::is_alphabetic) {
        return Slip::Unreadable.into();
    }
    let words = words(text);
    let is_number = |word: &&str| token(word).is_some_and(|token| !matches!(token, Token::Currency(_)));
    let number: Vec<&str> = words.iter().copied().take_while(is_number).collect();
    if words.iter().any(|word| matches!(fold_key(word).as_str(), "تا" | "الی" | "to" | "بین")) {
        return if text.contains(|c: char| c.is_ascii_digit()) {
            Slip::Range.into()
        } else {
            Slip::Unreadable.into()
        };
    }
    let begins = words.first().is_some_and(|word| word.starts_with(|first: char| first.is_ascii_digit()));
    if number.is_empty() {
        return if begins { Slip::Words.into() } else { Slip::Unreadable.into() };
    }
    let unit = &words[number.len()..];
    let tokens: Option<Vec<Token>> = number.iter().map(|word| token(word)).collect();
    let reading =
        tokens.and_then(|tokens| evaluate(&tokens)).filter(|_| unit.iter().all(|word| is_unit(word)));
    NumberError {
        slip: Slip::Words,
        readings: reading.map(|amount| amount.in_digits()).into_iter().collect(),
    }
}

/// Returns whether a word only names what is counted. Others change the number, or count in another measure than the
/// field does.
fn is_unit(word: &str) -> bool {
    const OTHERS: &[&str] = &[
        "ماه",
        "هفته",
        "سال",
        "ساعت",
        "دقیقه",
        "month",
        "months",
        "week",
        "weeks",
        "year",
        "years",
        "hour",
        "hours",
        "ربع",
        "ثلث",
        "دهم",
        "صدم",
        "هزارم",
        "منفی",
        "کمتر",
        "بیشتر",
        "حدود",
        "تقریبا",
        "از",
        "به",
        "در",
        "هر",
        "بیلیون",
        "دوجین",
        "جفت",
        "برابر",
        "ممیز",
        "تومان",
        "تومن",
        "toman",
        "tomans",
        "k",
        "m",
        "b",
        "bn",
    ];
    word.chars().all(|c| c.is_alphabetic() || matches!(c, '\u{200c}' | '\u{654}'))
        && !OTHERS.contains(&fold_key(word).as_str())
}

/// The day of a month that a folded text names, as an ordinal or a cardinal: «پنجم», «بیست و ششم», «سی‌ام», «اول».
pub(in crate::persian) fn day_of_month(folded: &str) -> Option<u32> {
    if matches!(folded, "اول" | "نخست") {
        return Some(1);
    }
    (1..=31).find(|&day| {
        let cardinal = cardinal(day);
        let is_ordinal = || {
            let stem = folded.strip_suffix("ام").or_else(|| folded.strip_suffix('م'));
            stem == Some(cardinal.as_str())
        };
        let irregular = cardinal.strip_suffix("سه").map(|tens| format!("{tens}سوم"));
        folded == cardinal || irregular.as_deref() == Some(folded) || is_ordinal()
    })
}

/// A number below 40 in words, without spaces.
fn cardinal(number: u32) -> String {
    let word = |number: u32| {
        SMALL.iter().find(|(_, value)| *value == u128::from(number)).map_or("", |(word, _)| *word)
    };
    match number {
        21..=29 | 31..=39 => format!("{}و{}", word(number / 10 * 10), word(number % 10)),
        _ => word(number).to_owned(),
    }
}
