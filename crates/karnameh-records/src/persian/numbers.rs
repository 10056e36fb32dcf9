//! Parses numbers that people type and formats numbers for pages.
//!
//! [`parse`], [`parse_percent`], [`parse_whole`] and [`parse_money`] parse; [`integer`], [`decimal`], [`percent`], [`points`] and [`compact`]
//! format. Only [`shown`] rounds percentages and percentage points; it implements rule F28.

mod read;
mod slip;
mod spelled;

use super::text::{PERSIAN_DIGITS, ascii_digit, isolate_ltr, persian_digit};

pub use read::{LARGEST, Money, Typed, parse, parse_money, parse_percent, parse_whole};
pub use slip::{NumberError, Slip};
pub(super) use spelled::day_of_month;

/// Tolerance of rule F28 (docs/FIGURES.md): a smaller difference is floating-point noise.
pub const SLACK: f64 = 1e-9;

/// Says whether two figures are the same, within the tolerance of F28.
pub fn is_same(a: f64, b: f64) -> bool {
    (a - b).abs() <= SLACK
}

/// Replaces a value that is not finite.
const NOT_A_NUMBER: &str = "—";

/// Replaces every ASCII, Arabic and Persian digit by the Persian one; other characters stay.
pub fn fa_digits(text: &str) -> String {
    // A Persian digit takes two bytes, an ASCII digit one.
    let mut out = String::with_capacity(2 * text.len());
    out.extend(text.chars().map(persian_digit));
    out
}

/// Replaces every ASCII, Arabic and Persian digit by the ASCII one; other characters stay.
pub fn ascii_digits(text: &str) -> String {
    text.chars().map(|character| ascii_digit(character).unwrap_or(character)).collect()
}

/// Formats a whole number with thousands separators: «۱۲٬۳۴۵».
pub fn integer(value: impl TryInto<i128>) -> String {
    let value = whole(value);
    grouped(value < 0, &value.unsigned_abs().to_string(), "")
}

/// A whole number of whatever size; no type of numbers that is in use is larger.
fn whole(value: impl TryInto<i128>) -> i128 {
    value.try_into().unwrap_or(i128::MAX)
}

/// Formats a whole number without thousands separators, for years and record numbers: «۱۴۰۴».
pub fn plain(value: i64) -> String {
    let mut out = String::with_capacity(8);
    if value < 0 {
        out.push('−');
    }
    push_digits(&mut out, value.unsigned_abs(), 1);
    out
}

/// Appends a number in Persian digits, padded with zeros to at least `least` digits (at most 19): «۰۷».
pub(super) fn push_digits(out: &mut String, value: u64, least: u32) {
    let count = value.checked_ilog10().map_or(1, |power| power + 1).max(least);
    let digits = (0..count).rev().map(|power| value / 10u64.pow(power) % 10);
    out.extend(digits.filter_map(|digit| PERSIAN_DIGITS.get(usize::try_from(digit).ok()?)));
}

/// Formats a number with thousands separators and at most `max_decimals` decimals, rounded half away from zero:
/// «۱٬۲۳۴٫۵».
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number from 0 to 9e15")]
pub fn decimal(value: f64, max_decimals: u32) -> String {
    if !value.is_finite() {
        return NOT_A_NUMBER.to_owned();
    }
    // No page shows more than nine decimals, and the limit keeps `scale` far from overflow.
    let decimals = max_decimals.min(9);
    let scale = 10u64.pow(decimals);
    let scaled = half_away(value * scale as f64).abs();
    // 9e15 is just below 2^53 (9.007e15): up to there an `f64` represents every whole number exactly.
    if scaled >= 9e15 {
        return grouped(value < 0.0, &format!("{:.0}", value.abs()), "");
    }
    let units = scaled as u64;
    let fraction = match units % scale {
        0 => String::new(),
        rest => format!("{rest:0width$}", width = decimals as usize),
    };
    grouped(value < 0.0 && units > 0, &(units / scale).to_string(), fraction.trim_end_matches('0'))
}

/// Formats ASCII digits before and after the decimal point as a Persian number with thousands separators.
fn grouped(negative: bool, whole: &str, fraction: &str) -> String {
    // Two bytes for each digit, and one separator of two bytes for every three digits of the whole part.
    let mut out = String::with_capacity(2 * (whole.len() + fraction.len()) + whole.len());
    if negative {
        out.push('−');
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push('٬');
        }
        out.push(persian_digit(digit));
    }
    if !fraction.is_empty() {
        out.push('٫');
        out.extend(fraction.chars().map(persian_digit));
    }
    out
}

/// Rounds to a whole number, half away from zero. The tolerance makes 0.4999999999 count as a half.
fn half_away(value: f64) -> f64 {
    (value.abs() + 0.5 + SLACK).floor().copysign(value)
}

/// Rounds a percentage or a number of percentage points as pages show it (rule F28).
///
/// Rounds half away from zero to one decimal. A result that is whole, or at least 10 in magnitude, is shown as a whole
/// number. A value below 100 is shown as at most 99, and a value other than 0 as at least 0.1 in magnitude, so that
/// rounding claims neither completion nor absence.
pub fn shown(value: f64) -> f64 {
    if !value.is_finite() || value.abs() < SLACK {
        return 0.0;
    }
    let tenths = half_away(value * 10.0);
    if tenths == 0.0 {
        return 0.1f64.copysign(value);
    }
    if tenths.abs() < 100.0 {
        return tenths / 10.0;
    }
    let whole = half_away(value);
    if value < 100.0 - SLACK { whole.min(99.0) } else { whole }
}

/// Formats a percentage by rule F28 with its sign, ready for running text: «\u{061C}۶۳٪».
///
/// U+061C keeps the percent sign to the left of the digits in any context. It would move the minus sign of a negative
/// number to the wrong side, so such a number is isolated (U+2066…U+2069) inside; it needs no `<bdi>`.
pub fn percent(value: f64) -> String {
    let number = points(value);
    let number = if number.starts_with('−') { isolate_ltr(&number) } else { number };
    format!("\u{061C}{number}٪")
}

/// Formats the number of [`percent`] without the percent sign: «۷٫۱», «−۱۷». Wrap a signed one in `<bdi dir="ltr">`.
pub fn points(value: f64) -> String {
    if value.is_finite() { decimal(shown(value), 1) } else { NOT_A_NUMBER.to_owned() }
}

/// Formats a large number with a word for its magnitude and one decimal below 100: «۱٫۲ میلیارد», «۳۵۰ هزار».
pub fn compact(value: f64) -> String {
    const UNITS: [(f64, &str); 4] =
        [(1e3, "هزار"), (1e6, "میلیون"), (1e9, "میلیارد"), (1e12, "هزار میلیارد")];
    let short = |value: f64| {
        let tenths = half_away(value * 10.0) / 10.0;
        if tenths.abs() < 100.0 { tenths } else { half_away(value) }
    };
    let mut number = short(value);
    let mut word = None;
    for (size, unit) in UNITS {
        // Compare after rounding: 999,950 rounds to one million, not to a thousand thousands.
        if number.abs() < 1000.0 {
            break;
        }
        number = short(value / size);
        word = Some(unit);
    }
    match word {
        Some(word) => format!("{} {word}", decimal(number, 1)),
        None => decimal(number, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn digits_of_all_families() {
        assert_eq!(fa_digits("0123456789 ٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ a"), "۰۱۲۳۴۵۶۷۸۹ ۰۱۲۳۴۵۶۷۸۹ ۰۱۲۳۴۵۶۷۸۹ a");
        assert_eq!(ascii_digits("0123456789 ٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ a"), "0123456789 0123456789 0123456789 a");
    }

    #[test]
    fn whole_numbers() {
        for (value, grouped, ungrouped) in [
            (0, "۰", "۰"),
            (7, "۷", "۷"),
            (999, "۹۹۹", "۹۹۹"),
            (1404, "۱٬۴۰۴", "۱۴۰۴"),
            (-12_345, "−۱۲٬۳۴۵", "−۱۲۳۴۵"),
            (12_345_678, "۱۲٬۳۴۵٬۶۷۸", "۱۲۳۴۵۶۷۸"),
            (i64::MIN, "−۹٬۲۲۳٬۳۷۲٬۰۳۶٬۸۵۴٬۷۷۵٬۸۰۸", "−۹۲۲۳۳۷۲۰۳۶۸۵۴۷۷۵۸۰۸"),
        ] {
            assert_eq!(integer(value), grouped);
            assert_eq!(plain(value), ungrouped);
        }
    }

    #[test]
    fn decimals() {
        for (value, decimals, text) in [
            (0.0, 2, "۰"),
            (-0.0, 2, "۰"),
            (-0.001, 2, "۰"),
            (3.5, 0, "۴"),
            (2.5, 0, "۳"),
            (-2.5, 0, "−۳"),
            (3.146, 2, "۳٫۱۵"),
            (1.005, 2, "۱٫۰۱"),
            (1.10, 2, "۱٫۱"),
            (1234.5, 1, "۱٬۲۳۴٫۵"),
            (999.95, 1, "۱٬۰۰۰"),
            (1e20, 2, "۱۰۰٬۰۰۰٬۰۰۰٬۰۰۰٬۰۰۰٬۰۰۰٬۰۰۰"),
            (f64::NAN, 1, "—"),
        ] {
            assert_eq!(decimal(value, decimals), text, "{value}");
        }
    }

    #[test]
    fn figures_are_shown_by_f28() {
        for (value, text) in [
            (0.0, "۰"),
            (-0.0, "۰"),
            (1e-12, "۰"),
            (0.004, "۰٫۱"),
            (-0.004, "−۰٫۱"),
            (0.04, "۰٫۱"),
            (0.05, "۰٫۱"),
            (0.15, "۰٫۲"),
            (0.96, "۱"),
            (1.0, "۱"),
            (1.45, "۱٫۵"),
            (7.1, "۷٫۱"),
            (9.94, "۹٫۹"),
            (9.95, "۱۰"),
            (9.96, "۱۰"),
            (10.4, "۱۰"),
            (10.5, "۱۱"),
            (12.46, "۱۲"),
            (12.5, "۱۳"),
            (63.0, "۶۳"),
            (98.5, "۹۹"),
            (99.4, "۹۹"),
            (99.5, "۹۹"),
            (99.99, "۹۹"),
            (99.999_999_999_9, "۱۰۰"),
            (100.0, "۱۰۰"),
            (100.4, "۱۰۰"),
            (113.0, "۱۱۳"),
            (-9.0, "−۹"),
            (-7.14, "−۷٫۱"),
            (-9.95, "−۱۰"),
            (-12.5, "−۱۳"),
            (-99.6, "−۱۰۰"),
            (1234.0, "۱٬۲۳۴"),
        ] {
            assert_eq!(points(value), text, "{value}");
        }
        assert_eq!(percent(63.2), "\u{061C}۶۳٪");
        assert_eq!(percent(113.0), "\u{061C}۱۱۳٪");
        assert_eq!(percent(-9.0), "\u{061C}\u{2066}−۹\u{2069}٪");
    }

    #[test]
    fn large_numbers_in_words() {
        for (value, text) in [
            (0.0, "۰"),
            (950.0, "۹۵۰"),
            (999.6, "۱ هزار"),
            (1_200.0, "۱٫۲ هزار"),
            (350_400.0, "۳۵۰ هزار"),
            (999_950.0, "۱ میلیون"),
            (1_200_000_000.0, "۱٫۲ میلیارد"),
            (-2_500_000.0, "−۲٫۵ میلیون"),
            (3.4e12, "۳٫۴ هزار میلیارد"),
            (3.4e16, "۳۴٬۰۰۰ هزار میلیارد"),
        ] {
            assert_eq!(compact(value), text, "{value}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(value in -LARGEST..=LARGEST) {
            prop_assert_eq!(parse_whole(&integer(value)), Ok(value));
            prop_assert_eq!(parse_whole(&plain(value)), Ok(value));
        }

        #[test]
        fn shown_is_near_and_keeps_its_bounds(value in -200f64..200f64) {
            let figure = shown(value);
            prop_assert!((figure - value).abs() <= 1.0);
            prop_assert!(value >= 100.0 - SLACK || figure <= 99.0);
            prop_assert!(value.abs() < SLACK || figure.abs() >= 0.1);
            prop_assert!((shown(figure) - figure).abs() < SLACK);
        }

        #[test]
        fn shown_never_turns_the_order_round(a in -200f64..200f64, b in -200f64..200f64) {
            let (low, high) = if a < b { (a, b) } else { (b, a) };
            prop_assert!(shown(low) <= shown(high));
        }
    }
}
