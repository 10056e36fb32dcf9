//! Parses numbers and explains what to correct if a text is not one.

use super::fa_digits;
use crate::diag::Message;
use crate::persian::text::ascii_digit;

/// The largest magnitude that a record may contain. Up to 2^53 an `f64` represents every whole number exactly.
pub const LARGEST: i64 = 1 << 53;

/// Why a text is not an accepted number. `instead` is what was probably meant, in ASCII («12.5»).
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum NumberError {
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
    Slash {
        instead: String,
    },
    /// A comma replaces the decimal point («۵۰,۵»).
    Comma {
        instead: String,
    },
    /// Thousands separators are in the wrong places («1,20,000»).
    Grouping {
        /// The same digits in groups of three.
        instead: String,
    },
    /// The Persian comma of sentences, «،», separates digits.
    SentenceComma {
        /// The number with the correct separator.
        instead: String,
    },
    TwoPoints,
    /// A digit is missing on one side of the decimal point («.5»).
    BarePoint {
        /// The number with a zero before the point, or without the point.
        instead: String,
    },
    /// A space separates digits.
    Blank {
        instead: String,
    },
    /// «NaN», «inf» and similar words.
    NotANumber,
    /// Percent signs stand on both sides.
    TwoMarks,
    /// A percent sign where the field requires a count.
    Percent,
    /// A minus sign after the number, or a dash that is not a minus sign.
    Dash,
    /// Words next to the digits («۱۲ نفر»).
    Words {
        /// The number without the words.
        instead: String,
    },
    /// A fraction where the field requires a whole number.
    NotWhole,
    /// A percentage outside 0–100.
    OutOfRange,
    /// The magnitude exceeds [`LARGEST`].
    TooLarge,
    /// The text does not resemble a number.
    Unreadable,
}

impl NumberError {
    /// Restores the minus sign in the suggested number; it was removed before the digits were checked.
    fn restore_minus(mut self) -> Self {
        if let Self::Slash { instead }
        | Self::Comma { instead }
        | Self::Grouping { instead }
        | Self::SentenceComma { instead }
        | Self::BarePoint { instead }
        | Self::Blank { instead }
        | Self::Words { instead } = &mut self
        {
            instead.insert(0, '-');
        }
        self
    }

    /// What is wrong and what to write instead.
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => in_digits("عددی نوشته نشده است.", "No number is written."),
            Self::Plus => Message::new("عدد با علامت «+» آغاز شده است.", "The number begins with \"+\".")
                .hint("علامت «+» را پاک کنید.", "Delete the \"+\"."),
            Self::Exponent => {
                Message::new("عدد به صورت نمایی نوشته شده است.", "The number is written with an exponent.")
                    .hint(
                        "همهٔ رقم‌ها را بنویسید، مانند «۱٬۰۰۰٬۰۰۰».",
                        "Write all the digits, such as \"1,000,000\".",
                    )
            }
            Self::Hexadecimal => {
                Message::new("عدد در مبنای شانزده نوشته شده است.", "The number is hexadecimal.")
                    .hint("عدد را با رقم‌های ۰ تا ۹ بنویسید.", "Write it with the digits 0 to 9.")
            }
            Self::Underscore => {
                Message::new("میان رقم‌های عدد «_» آمده است.", "There is a \"_\" between the digits.").hint(
                    "«_» را پاک کنید یا جداکنندهٔ «٬» بگذارید، مانند «۱٬۲۰۰».",
                    "Delete the \"_\", or separate thousands by \",\" as in \"1,200\".",
                )
            }
            Self::Slash { instead } => with_point(
                instead,
                "ممیز عدد با «/» نوشته شده است.",
                "The decimal point is written as \"/\".",
            ),
            Self::Comma { instead } => with_point(
                instead,
                "ممیز عدد با «,» نوشته شده است، که جداکنندهٔ هزارگان است.",
                "The decimal point is written as \",\", which separates thousands.",
            ),
            Self::Grouping { instead } => in_groups(
                instead,
                "جداکنندهٔ هزارگان در جای درست نیست.",
                "The marks between thousands are not in the right places.",
            ),
            Self::SentenceComma { instead } => in_groups(
                instead,
                "میان رقم‌ها ویرگول «،» آمده است.",
                "There is a Persian comma (،) between the digits.",
            ),
            Self::TwoPoints => {
                Message::new("عدد بیش از یک ممیز دارد.", "The number has more than one decimal point.").hint(
                    "تنها یک ممیز بگذارید؛ هزارگان را با «٬» جدا کنید، مانند «۱٬۲۰۰٫۵».",
                    "Use one decimal point; thousands are separated by \",\" as in \"1,200.5\".",
                )
            }
            Self::BarePoint { instead } => with_instead(
                instead,
                "یک سوی ممیز رقمی نیست.",
                "There is no digit on one side of the decimal point.",
            ),
            Self::Blank { instead } => {
                with_instead(instead, "میان رقم‌های عدد فاصله هست.", "There is a space between the digits.")
            }
            Self::TwoMarks => {
                Message::new("نشان درصد در هر دو سوی عدد آمده است.", "There is a percent mark on both sides.")
                    .hint(
                        "نشان «٪» را تنها در یک سو بگذارید، مانند «۶۰٪».",
                        "Put the percent mark on one side only, such as \"60%\".",
                    )
            }
            Self::Percent => Message::new(
                "این‌جا شمار خواسته شده است، نه درصد.",
                "A count is wanted here, not a percentage.",
            )
            .hint("نشان «٪» را پاک کنید و شمار را بنویسید.", "Delete the percent mark and write the count."),
            Self::Dash => {
                Message::new("علامت منفی درست نوشته نشده است.", "The minus sign is not written correctly.")
                    .hint(
                        "علامت «-» را پیش از عدد بگذارید، مانند «-۵».",
                        "Put \"-\" before the number, such as \"-5\".",
                    )
            }
            Self::Words { instead } => alone(instead),
            Self::NotWhole => Message::new(
                "این عدد باید صحیح باشد، بدون ممیز.",
                "This number must be whole, without a decimal point.",
            )
            .hint("عدد را گرد کنید.", "Round it."),
            Self::OutOfRange => {
                Message::new("درصد باید از ۰ تا ۱۰۰ باشد.", "A percentage must be from 0 to 100.").hint(
                    "عددی از ۰ تا ۱۰۰ بنویسید، مانند «۶۰» یا «۶۰٪».",
                    "Write a number from 0 to 100, such as \"60\" or \"60%\".",
                )
            }
            Self::TooLarge => {
                let most = super::integer(LARGEST);
                Message::new("این عدد بزرگ‌تر از اندازه است.", "This number is too large.").hint(
                    format!("بیشترین اندازه {most} است؛ شاید رقمی افزون نوشته شده باشد."),
                    format!("At most {LARGEST}; maybe there is a digit too many."),
                )
            }
            Self::NotANumber | Self::Unreadable => in_digits("این نوشته عدد نیست.", "This is not a number."),
        }
    }
}

fn alone(instead: &str) -> Message {
    Message::new("کنار عدد واژه آمده است.", "There are words next to the number.").hint(
        format!("تنها عدد را بنویسید: «{}». هزار و میلیون را هم با رقم بنویسید.", in_persian(instead)),
        format!("Write the number alone: \"{instead}\". Thousands and millions are written in digits too."),
    )
}

fn with_point(instead: &str, fa: &str, en: &str) -> Message {
    Message::new(fa, en).hint(
        format!("بنویسید «{}»؛ ممیز «٫» یا «.» است.", in_persian(instead)),
        format!("Write \"{instead}\"; the decimal point is \".\" or \"٫\"."),
    )
}

fn in_groups(instead: &str, fa: &str, en: &str) -> Message {
    Message::new(fa, en).hint(
        format!("بنویسید «{}» یا رقم‌ها را بدون جداکننده بنویسید.", in_persian(instead)),
        format!("Write \"{instead}\", or the digits without any mark."),
    )
}

fn with_instead(instead: &str, fa: &str, en: &str) -> Message {
    Message::new(fa, en).hint(format!("بنویسید «{}».", in_persian(instead)), format!("Write \"{instead}\"."))
}

fn in_digits(fa: &str, en: &str) -> Message {
    Message::new(fa, en).hint(
        "عدد را با رقم بنویسید، مانند «۱٬۲۰۰» یا «۳٫۵»؛ اگر نمی‌دانید، این خط را پاک کنید.",
        "Write it in digits, such as \"1,200\" or \"3.5\"; if you don't know it, delete the line.",
    )
}

/// Converts a suggested number from ASCII to Persian digits and separators.
fn in_persian(instead: &str) -> String {
    fa_digits(instead).replace('.', "٫").replace(',', "٬")
}

/// Parses a number: «۱٬۲۰۰٬۰۰۰», «3.5», «−۲», «۶۰٪» (which is 60).
pub fn parse(text: &str) -> Result<f64, NumberError> {
    let number = read(text)?;
    let value: f64 = number.digits.parse().map_err(|_| NumberError::Unreadable)?;
    if value > LARGEST as f64 {
        return Err(NumberError::TooLarge);
    }
    // Zero has no sign: "-0" must not appear in data files.
    Ok(if number.negative && value != 0.0 { -value } else { value })
}

/// Parses a percentage, 0–100, with or without a percent sign on either side.
pub fn parse_percent(text: &str) -> Result<f64, NumberError> {
    let value = parse(text)?;
    if (0.0..=100.0).contains(&value) { Ok(value) } else { Err(NumberError::OutOfRange) }
}

/// Parses a whole number, not a percentage. The caller decides whether a negative number is acceptable.
pub fn parse_whole(text: &str) -> Result<i64, NumberError> {
    let number = read(text)?;
    if number.percent {
        return Err(NumberError::Percent);
    }
    let (whole, fraction) = number.digits.split_once('.').unwrap_or((&number.digits, ""));
    if fraction.contains(|digit| digit != '0') {
        return Err(NumberError::NotWhole);
    }
    let value: i64 = whole.parse().map_err(|_| NumberError::TooLarge)?;
    if value > LARGEST {
        return Err(NumberError::TooLarge);
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
        return Err(NumberError::Empty);
    }
    let (before, rest) = strip(text, text.strip_prefix('%'));
    let (behind, rest) = strip(rest, rest.strip_suffix('%'));
    if before && behind {
        return Err(NumberError::TwoMarks);
    }
    let (negative, rest) = match rest.strip_prefix('-') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, rest),
    };
    let digits = digits(rest).map_err(|slip| if negative { slip.restore_minus() } else { slip })?;
    Ok(Parts { negative, percent: before || behind, digits })
}

fn strip<'t>(text: &'t str, stripped: Option<&'t str>) -> (bool, &'t str) {
    (stripped.is_some(), stripped.unwrap_or(text).trim())
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

/// Checks the characters between minus and percent sign and removes the thousands separators.
fn digits(text: &str) -> Result<String, NumberError> {
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let well_grouped = |whole: &str| {
        let mut groups = whole.split(',');
        // A group that begins with 0, as in "0,500", is more likely a decimal comma.
        let first = groups.next().unwrap_or_default();
        (1..=3).contains(&first.len()) && !first.starts_with('0') && groups.all(|group| group.len() == 3)
    };
    let readable = !whole.is_empty()
        && whole.bytes().all(|byte| byte.is_ascii_digit() || byte == b',')
        && fraction.is_none_or(all_digits)
        && (!whole.contains(',') || well_grouped(whole));
    if readable { Ok(text.replace(',', "")) } else { Err(slip(text)) }
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Determines why `text` is not a number. The order matters: specific errors come before those that accept more
/// characters.
fn slip(text: &str) -> NumberError {
    let lower = text.to_ascii_lowercase();
    let pair =
        |mark: char| text.split_once(mark).filter(|(left, right)| all_digits(left) && all_digits(right));
    let numeric = |character: char| character.is_ascii_digit() || matches!(character, ',' | '.');
    if text.starts_with('+') {
        return NumberError::Plus;
    }
    if matches!(lower.trim_start_matches('.'), "nan" | "inf" | "infinity") {
        return NumberError::NotANumber;
    }
    if lower.strip_prefix("0x").is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_hexdigit())) {
        return NumberError::Hexadecimal;
    }
    if let Some((whole, fraction)) = pair('/') {
        return NumberError::Slash { instead: format!("{whole}.{fraction}") };
    }
    if let Some((whole, fraction)) = pair(',') {
        return NumberError::Comma { instead: format!("{whole}.{fraction}") };
    }
    if let Some((mantissa, exponent)) = lower.split_once('e')
        && mantissa.starts_with(|first: char| first.is_ascii_digit())
        && all_digits(exponent.trim_start_matches(['-', '+']))
    {
        return NumberError::Exponent;
    }
    let only = |extra: &[char]| {
        text.contains(|character: char| character.is_ascii_digit())
            && text.chars().all(|character| numeric(character) || extra.contains(&character))
    };
    if text.contains('_') && only(&['_']) {
        return NumberError::Underscore;
    }
    if text.contains(['-', '–', '—']) && only(&['-', '–', '—', ' ']) {
        return NumberError::Dash;
    }
    if text.contains('،') && only(&['،', ' ']) {
        return NumberError::SentenceComma { instead: regrouped(text) };
    }
    if text.contains(char::is_whitespace) && text.chars().all(|c| numeric(c) || c.is_whitespace()) {
        return NumberError::Blank { instead: regrouped(text) };
    }
    if only(&[]) {
        return slip_in_marks(text);
    }
    let head = text.trim_start_matches(numeric);
    let number = &text[..text.len() - head.len()];
    if number.starts_with(|first: char| first.is_ascii_digit())
        && head.trim_start().starts_with(char::is_alphabetic)
        && let Ok(instead) = digits(number)
    {
        return NumberError::Words { instead };
    }
    NumberError::Unreadable
}

/// Classifies a text that contains only digits, points and commas.
fn slip_in_marks(text: &str) -> NumberError {
    match text.matches('.').count() {
        1 if text.starts_with('.') && all_digits(&text[1..]) => {
            NumberError::BarePoint { instead: format!("0{text}") }
        }
        1 if text.ends_with('.') => NumberError::BarePoint { instead: regrouped(text.trim_end_matches('.')) },
        0 | 1 => NumberError::Grouping { instead: regrouped(text) },
        _ => NumberError::TwoPoints,
    }
}

/// Regroups the digits of `text` in threes and keeps its decimal point, if any.
fn regrouped(text: &str) -> String {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let (whole, fraction) = (digits(whole), digits(fraction));
    let mut out = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(&fraction);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_in_every_accepted_form() {
        for (text, value) in [
            ("60", 60.0),
            ("۶۰", 60.0),
            ("٦٠", 60.0),
            ("60%", 60.0),
            ("۶۰٪", 60.0),
            ("٪۶۰", 60.0),
            ("% 60", 60.0),
            ("60 ٪", 60.0),
            ("\u{061C}۶۳٪", 63.0),
            ("\u{200E}-5", -5.0),
            ("۱٬۲۰۰٬۰۰۰", 1_200_000.0),
            ("1,200,000", 1_200_000.0),
            ("1,200.5", 1_200.5),
            ("۳٫۵", 3.5),
            ("3.5", 3.5),
            ("0.5", 0.5),
            ("−۲", -2.0),
            ("-2", -2.0),
            ("- 2", -2.0),
            ("-0", 0.0),
            ("007", 7.0),
            (" ۱۲ ", 12.0),
            ("9007199254740992", 9_007_199_254_740_992.0),
        ] {
            assert_eq!(parse(text), Ok(value), "{text}");
        }
    }

    fn hint_fa(slip: &NumberError) -> String {
        slip.message().hint.expect("every slip has a hint").fa
    }

    #[test]
    fn slips_are_named_and_mended() {
        use NumberError::{
            BarePoint, Blank, Comma, Dash, Empty, Exponent, Grouping, Hexadecimal, NotANumber, Plus,
            SentenceComma, Slash, TooLarge, TwoMarks, TwoPoints, Underscore, Unreadable, Words,
        };
        let s = str::to_owned;
        for (text, error) in [
            ("", Empty),
            ("  ", Empty),
            ("+5", Plus),
            ("%+5", Plus),
            ("1e6", Exponent),
            ("1.5E-3", Exponent),
            ("0x1F", Hexadecimal),
            ("1_000", Underscore),
            ("۱۲/۵", Slash { instead: s("12.5") }),
            ("۵۰,۵", Comma { instead: s("50.5") }),
            ("۱۲٬۵٪", Comma { instead: s("12.5") }),
            ("0,500", Comma { instead: s("0.500") }),
            ("1234,567", Comma { instead: s("1234.567") }),
            ("1,20,000", Grouping { instead: s("120,000") }),
            ("1,2.5", Grouping { instead: s("12.5") }),
            (",500", Grouping { instead: s("500") }),
            ("1.5,000", Grouping { instead: s("1.5000") }),
            ("۱،۲۰۰", SentenceComma { instead: s("1,200") }),
            ("1.200.000", TwoPoints),
            (".5", BarePoint { instead: s("0.5") }),
            ("5.", BarePoint { instead: s("5") }),
            ("1 200", Blank { instead: s("1,200") }),
            ("NaN", NotANumber),
            (".inf", NotANumber),
            ("-Infinity", NotANumber),
            ("%5%", TwoMarks),
            ("5-", Dash),
            ("–5", Dash),
            ("5-7", Dash),
            ("--5", Dash),
            ("-1 200", Blank { instead: s("-1,200") }),
            ("−۱۲/۵", Slash { instead: s("-12.5") }),
            ("۱۲ نفر", Words { instead: s("12") }),
            ("5km", Words { instead: s("5") }),
            ("۱٬۲۰۰ نفر", Words { instead: s("1200") }),
            ("9007199254740993.5", TooLarge),
            ("1".repeat(400).as_str(), TooLarge),
            ("دوازده", Unreadable),
            ("%", Unreadable),
            ("-", Unreadable),
            (".", Unreadable),
            ("12/5/3", Unreadable),
            ("½", Unreadable),
        ] {
            let found = parse(text).expect_err(text);
            assert_eq!(found, error, "{text}");
            let Message { sentence, hint } = found.message();
            let hint = hint.expect("every slip has a hint");
            for sentence in [sentence.fa, sentence.en, hint.fa, hint.en] {
                assert!(sentence.ends_with('.'), "{text}: {sentence}");
            }
        }
        assert_eq!(hint_fa(&Slash { instead: s("12.5") }), "بنویسید «۱۲٫۵»؛ ممیز «٫» یا «.» است.");
        assert_eq!(
            hint_fa(&Grouping { instead: s("120,000") }),
            "بنویسید «۱۲۰٬۰۰۰» یا رقم‌ها را بدون جداکننده بنویسید."
        );
    }

    #[test]
    fn percentages_and_whole_numbers() {
        for (text, result) in [
            ("0", Ok(0.0)),
            ("۱۰۰٪", Ok(100.0)),
            ("۱۲٫۵ ٪", Ok(12.5)),
            ("100.1", Err(NumberError::OutOfRange)),
            ("-1", Err(NumberError::OutOfRange)),
        ] {
            assert_eq!(parse_percent(text), result, "{text}");
        }
        for (text, result) in [
            ("۱٬۲۰۰", Ok(1200)),
            ("5.0", Ok(5)),
            ("-5", Ok(-5)),
            ("5.5", Err(NumberError::NotWhole)),
            ("5%", Err(NumberError::Percent)),
            ("9007199254740993", Err(NumberError::TooLarge)),
            ("99999999999999999999", Err(NumberError::TooLarge)),
        ] {
            assert_eq!(parse_whole(text), result, "{text}");
        }
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in any::<String>()) {
            let _ = parse(&text);
        }

        #[test]
        fn reading_number_like_text_never_panics(text in "[-−+0-9۰-۹٪%.,٫٬/_eE xنفر،]{0,12}") {
            match parse(&text) {
                Ok(value) => prop_assert!(value.is_finite()),
                Err(error) => prop_assert!(error.message().hint.is_some()),
            }
            let _ = parse_whole(&text);
        }

        #[test]
        fn what_a_hint_proposes_can_be_read(text in "[0-9]{1,5}[/,.،]{1,2}[0-9]{0,5}") {
            use NumberError::{BarePoint, Blank, Comma, Grouping, SentenceComma, Slash};
            if let Err(
                Slash { instead } | Comma { instead } | Grouping { instead } | SentenceComma { instead }
                | BarePoint { instead } | Blank { instead }
            ) = parse(&text) {
                prop_assert!(parse(&instead).is_ok() || instead.starts_with('0'), "{} → {}", text, instead);
                prop_assert!(parse(&super::in_persian(&instead)).is_ok() || instead.starts_with('0'));
            }
        }
    }
}
