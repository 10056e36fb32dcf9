//! Parses numbers: what is accepted, and for which field.
//!
//! What is not accepted is explained by [`slip`](super::slip). A reading that an explanation names has passed the same
//! parser, so a hint never proposes what would be refused.

use super::slip::{NumberError, Slip, explain};
use super::spelled::{self, Currency};
use crate::persian::text::ascii_digit;

/// The largest magnitude that a record may contain. Up to 2^53 an `f64` represents every whole number exactly.
pub const LARGEST: i64 = 1 << 53;

/// Parses a number: «۱٬۲۰۰٬۰۰۰», «3.5», «−۲», «۶۰٪» and «۶۰ درصد» (which are 60).
pub fn parse(text: &str) -> Result<f64, NumberError> {
    number(text).map_err(|error| error.keep(|reading| number(reading).is_ok()))
}

/// Parses a percentage, 0–100, with or without a percent sign on either side.
pub fn parse_percent(text: &str) -> Result<f64, NumberError> {
    percent(text).map_err(|error| error.keep(|reading| percent(reading).is_ok()))
}

/// Parses a whole number, not a percentage. The caller decides whether a negative number is acceptable.
pub fn parse_whole(text: &str) -> Result<i64, NumberError> {
    whole(text).map_err(|error| error.keep(|reading| whole(reading).is_ok()))
}

/// An amount of money in rial, and how it was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Money {
    pub rials: u64,
    pub typed: Typed,
}

/// How an amount of money was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// In digits, perhaps followed by «ریال».
    Digits,
    /// With words, in rial: «۵۰۰ میلیون ریال».
    Rials,
    /// In toman: «۵۰۰ هزار تومان».
    Tomans,
    /// With words and without a currency: «۵۰۰ میلیون», which are rials as everywhere.
    NoCurrency,
}

/// Parses an amount of money, in digits or in words, in rial or in toman: «۵٬۰۰۰٬۰۰۰», «۵۰۰ هزار تومان».
pub fn parse_money(text: &str) -> Result<Money, NumberError> {
    let in_digits = match whole(text) {
        Ok(number) => {
            let rials = u64::try_from(number).map_err(|_| Slip::Negative)?;
            return Ok(Money { rials, typed: Typed::Digits });
        }
        Err(error) => error,
    };
    let is_amount = |reading: &str| whole(reading).is_ok_and(|number| number >= 0);
    let typed: String = text.chars().filter_map(to_ascii).collect();
    let Some(amount) = spelled::amount(&typed) else {
        // A number with words beside it is another amount than the number alone: dollars, or thousands of toman.
        let mended = spelled::mended(&typed, |number| explain(number).readings);
        let has_words = in_digits.slip == Slip::Words;
        let error = if has_words || !mended.is_empty() {
            NumberError { slip: in_digits.slip, readings: mended }
        } else {
            in_digits
        };
        return Err(error.keep(is_amount));
    };
    let rials = amount.whole_rials().ok_or(Slip::NotWhole)?;
    if rials > LARGEST.unsigned_abs() {
        return Err(Slip::TooLarge.into());
    }
    let typed = match amount.currency {
        Some(Currency::Toman) => Typed::Tomans,
        Some(Currency::Rial) if !amount.has_words => Typed::Digits,
        Some(Currency::Rial) => Typed::Rials,
        None => Typed::NoCurrency,
    };
    Ok(Money { rials, typed })
}

fn number(text: &str) -> Result<f64, NumberError> {
    let number = read(text)?;
    let value: f64 = number.digits.parse().map_err(|_| Slip::Unreadable)?;
    if value > LARGEST as f64 {
        return Err(Slip::TooLarge.into());
    }
    // Zero has no sign: "-0" must not appear in data files.
    Ok(if number.negative && value != 0.0 { -value } else { value })
}

fn percent(text: &str) -> Result<f64, NumberError> {
    let value = number(text)?;
    if (0.0..=100.0).contains(&value) { Ok(value) } else { Err(Slip::OutOfRange.into()) }
}

fn whole(text: &str) -> Result<i64, NumberError> {
    let number = read(text)?;
    if number.percent {
        return Err(Slip::Percent.into());
    }
    let (whole, fraction) = number.digits.split_once('.').unwrap_or((&number.digits, ""));
    if fraction.contains(|digit| digit != '0') {
        return Err(Slip::NotWhole.into());
    }
    let value: i64 = whole.parse().map_err(|_| Slip::TooLarge)?;
    if value > LARGEST {
        return Err(Slip::TooLarge.into());
    }
    Ok(if number.negative { -value } else { value })
}

struct Parts {
    negative: bool,
    percent: bool,
    /// ASCII digits with at most one `.`, which has digits on both sides.
    digits: String,
}

fn read(text: &str) -> Result<Parts, NumberError> {
    let text: String = text.chars().filter_map(to_ascii).collect();
    let text = text.trim();
    if text.is_empty() {
        return Err(Slip::Empty.into());
    }
    let (before, rest) = strip(text, text.strip_prefix('%'));
    let (behind, rest) = strip(rest, without_percent(rest));
    if before && behind {
        let inner = digits(rest).into_iter().collect();
        return Err(NumberError { slip: Slip::TwoMarks, readings: inner });
    }
    let (negative, rest) = match rest.strip_prefix('-') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, rest),
    };
    let Some(digits) = digits(rest) else {
        let error = explain(rest);
        return Err(if negative { error.restore_minus() } else { error });
    };
    Ok(Parts { negative, percent: before || behind, digits })
}

fn strip<'t>(text: &'t str, stripped: Option<&'t str>) -> (bool, &'t str) {
    (stripped.is_some(), stripped.unwrap_or(text).trim())
}

/// The text before a percent sign, or before the word for it.
fn without_percent(text: &str) -> Option<&str> {
    let word = || {
        let (before, word) = text.split_at_checked(text.len().checked_sub("percent".len())?)?;
        word.eq_ignore_ascii_case("percent").then_some(before)
    };
    text.strip_suffix('%').or_else(|| text.strip_suffix("درصد")).or_else(word)
}

/// Maps a digit or sign to its ASCII equivalent and drops direction marks, which arrive with pasted text.
fn to_ascii(character: char) -> Option<char> {
    match character {
        '\u{200E}' | '\u{200F}' | '\u{061C}' => None,
        '٪' => Some('%'),
        '٫' => Some('.'),
        '٬' => Some(','),
        '−' => Some('-'),
        _ => Some(ascii_digit(character).unwrap_or(character)),
    }
}

/// The digits of a number without its thousands separators; `None` if the text between minus and percent sign is not a
/// number.
pub(super) fn digits(text: &str) -> Option<String> {
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let is_readable = !whole.is_empty()
        && whole.bytes().all(|byte| byte.is_ascii_digit() || byte == b',')
        && fraction.is_none_or(all_digits)
        && (!whole.contains(',') || is_grouped(whole, ','));
    is_readable.then(|| text.replace(',', ""))
}

/// Returns whether digits are in groups of three.
pub(super) fn is_grouped(digits: &str, mark: char) -> bool {
    let mut groups = digits.split(mark);
    // A group that begins with 0, as in "0,500", is more likely a decimal comma.
    let first = groups.next().unwrap_or_default();
    let is_group = |group: &str| group.len() == 3 && all_digits(group);
    (1..=3).contains(&first.len()) && all_digits(first) && !first.starts_with('0') && groups.all(is_group)
}

pub(super) fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests;
