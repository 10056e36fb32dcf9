//! What is a number, what is not, and what a hint may say.

use proptest::prelude::{any, *};

use super::*;
use crate::diag::Message;
use crate::persian::numbers::slip::in_persian;

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
        ("۴۰ درصد", 40.0),
        ("۴۰درصد", 40.0),
        ("12.5 Percent", 12.5),
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

fn hint_fa(error: &NumberError) -> String {
    error.message().hint.expect("every slip has a hint").fa
}

#[test]
fn slips_are_named_and_mended() {
    use Slip::{
        BarePoint, Blank, Comma, Dash, Empty, Exponent, Grouping, Hexadecimal, NotANumber, Plus, Range,
        SentenceComma, Slash, TooLarge, TwoMarks, TwoPoints, Underscore, Unreadable, Words,
    };
    let many = "1".repeat(400);
    let cases: &[(&str, Slip, &[&str])] = &[
        ("", Empty, &[]),
        ("  ", Empty, &[]),
        ("+5", Plus, &["5"]),
        ("%+5", Plus, &["5"]),
        ("1e6", Exponent, &["1,000,000"]),
        ("1.5E-3", Exponent, &["0.0015"]),
        ("1e300", Exponent, &[]),
        ("0x1F", Hexadecimal, &[]),
        ("1_000", Underscore, &["1,000"]),
        ("1_00", Underscore, &[]),
        ("۱۲/۵", Slash, &["12.5"]),
        ("۵۰,۵", Comma, &["50.5"]),
        ("۱۲٬۵٪", Comma, &["12.5"]),
        ("0,500", Comma, &["0.500"]),
        ("1234,567", Comma, &["1234.567", "1,234,567"]),
        ("1,20,000", Grouping, &["120,000"]),
        ("1,2.5", Grouping, &[]),
        (",500", Grouping, &[]),
        ("1.5,000", Grouping, &[]),
        ("1.200,5", Grouping, &["1,200.5"]),
        ("۴،۵", SentenceComma, &["4.5"]),
        ("۰،۷۵", SentenceComma, &["0.75"]),
        ("۱،۲۰۰", SentenceComma, &["1,200", "1.200"]),
        ("۱،۲۰۰،۰۰۰", SentenceComma, &["1,200,000"]),
        ("۴، ۵", SentenceComma, &[]),
        ("۱،۲،۳", SentenceComma, &[]),
        ("1.200.000", TwoPoints, &["1,200,000"]),
        ("1.2.3", TwoPoints, &[]),
        (".5", BarePoint, &["0.5"]),
        ("5.", BarePoint, &["5"]),
        ("1,2.", BarePoint, &[]),
        ("1 200", Blank, &["1,200"]),
        ("12 5", Blank, &[]),
        ("NaN", NotANumber, &[]),
        (".inf", NotANumber, &[]),
        ("-Infinity", NotANumber, &[]),
        ("%5%", TwoMarks, &["5"]),
        ("5-", Dash, &[]),
        ("–5", Dash, &["-5"]),
        ("--5", Dash, &[]),
        ("5-7", Range, &[]),
        ("۵ تا ۷", Range, &[]),
        ("-1 200", Blank, &["-1,200"]),
        ("−۱۲/۵", Slash, &["-12.5"]),
        ("۱۲ نفر", Words, &["12"]),
        ("5km", Words, &["5"]),
        ("۱٬۲۰۰ نفر", Words, &["1,200"]),
        ("۱٫۵ میلیون نفر", Words, &["1,500,000"]),
        ("دوازده", Words, &["12"]),
        ("۳ ماه", Words, &[]),
        ("۵ از ۱۲", Words, &[]),
        ("۵۰۰ تومان", Words, &[]),
        ("یک میلیون و پانصد", Words, &[]),
        ("9007199254740993.5", TooLarge, &[]),
        (&many, TooLarge, &[]),
        ("کم", Unreadable, &[]),
        ("%", Unreadable, &[]),
        ("-", Unreadable, &[]),
        (".", Unreadable, &[]),
        ("12/5/3", Unreadable, &[]),
        ("½", Unreadable, &[]),
    ];
    for &(text, slip, readings) in cases {
        let found = parse(text).expect_err(text);
        assert_eq!(found.slip, slip, "{text}");
        assert_eq!(found.readings, readings, "{text}");
        let Message { sentence, hint } = found.message();
        let hint = hint.expect("every slip has a hint");
        for sentence in [sentence.fa, sentence.en, hint.fa, hint.en] {
            assert!(sentence.ends_with('.'), "{text}: {sentence}");
        }
    }
    assert_eq!(hint_fa(&parse("۱۲/۵").unwrap_err()), "بنویسید «۱۲٫۵»؛ ممیز «٫» یا «.» است.");
    assert_eq!(hint_fa(&parse("1,20,000").unwrap_err()), "بنویسید «۱۲۰٬۰۰۰».");
    assert_eq!(hint_fa(&parse("۱،۲۰۰").unwrap_err()), "بنویسید «۱٬۲۰۰» یا «۱٫۲۰۰»، هر کدام که منظور است.");
}

#[test]
fn a_hint_names_only_what_the_field_takes() {
    assert_eq!(parse_percent("۱،۲۰۰").unwrap_err().readings, ["1.200"]);
    assert_eq!(parse_whole("۱،۲۰۰").unwrap_err().readings, ["1,200"]);
    assert_eq!(parse_whole("۴،۵").unwrap_err().readings, [""; 0]);
}

#[test]
fn percentages_and_whole_numbers() {
    for (text, result) in [
        ("0", Ok(0.0)),
        ("۱۰۰٪", Ok(100.0)),
        ("۱۲٫۵ ٪", Ok(12.5)),
        ("۴۰ درصد", Ok(40.0)),
        ("100.1", Err(Slip::OutOfRange)),
        ("-1", Err(Slip::OutOfRange)),
    ] {
        assert_eq!(parse_percent(text).map_err(|error| error.slip), result, "{text}");
    }
    for (text, result) in [
        ("۱٬۲۰۰", Ok(1200)),
        ("5.0", Ok(5)),
        ("-5", Ok(-5)),
        ("5.5", Err(Slip::NotWhole)),
        ("5%", Err(Slip::Percent)),
        ("9007199254740993", Err(Slip::TooLarge)),
        ("99999999999999999999", Err(Slip::TooLarge)),
    ] {
        assert_eq!(parse_whole(text).map_err(|error| error.slip), result, "{text}");
    }
}

#[test]
fn money_in_words_and_in_toman() {
    use Typed::{Digits, NoCurrency, Rials, Tomans};
    for (text, rials, typed) in [
        ("۵٬۰۰۰٬۰۰۰", 5_000_000, Digits),
        ("۵٬۰۰۰٬۰۰۰ ریال", 5_000_000, Digits),
        ("۵۰۰ هزار تومان", 5_000_000, Tomans),
        ("۵۰۰هزار تومان", 5_000_000, Tomans),
        ("500,000 toman", 5_000_000, Tomans),
        ("۵۰۰ تومن", 5_000, Tomans),
        ("۱٫۵ میلیارد", 1_500_000_000, NoCurrency),
        ("5 میلیون", 5_000_000, NoCurrency),
        ("۱٫۵ میلیارد تومان", 15_000_000_000, Tomans),
        ("یک و نیم میلیارد ریال", 1_500_000_000, Rials),
        ("۲ میلیارد و ۵۰۰ میلیون تومان", 25_000_000_000, Tomans),
        ("سیصد و بیست و پنج میلیون ریال", 325_000_000, Rials),
        ("هزار میلیارد ریال", 1_000_000_000_000, Rials),
        ("نیم میلیون تومان", 5_000_000, Tomans),
        ("صد هزار\u{200c}تومان", 1_000_000, Tomans),
        ("صفر", 0, Digits),
    ] {
        if text == "صفر" {
            // Zero is written in digits: nobody types it as a word.
            assert!(parse_money(text).is_err());
            continue;
        }
        assert_eq!(parse_money(text), Ok(Money { rials, typed }), "{text}");
    }
}

#[test]
fn money_that_may_mean_two_amounts_is_refused_without_one() {
    for (text, readings) in [
        ("یک میلیون و پانصد تومان", &[][..]),
        ("۱ میلیون و ۲۰۰ تومان", &[]),
        ("۵ تا ۷ میلیون تومان", &[]),
        ("۵۰۰ هزار دلار", &[]),
        ("۵۰۰ میلیون میلیارد تومان", &[]),
        ("۱٫۰۰۰۰۵ تومان", &[]),
        ("بیست یازده هزار تومان", &[]),
        ("۵۰ درصد", &[]),
        ("۱/۵ میلیارد تومان", &["15,000,000,000"]),
        ("۱،۵ میلیون", &["1,500,000"]),
        ("۱،۲۰۰ میلیون", &["1,200,000,000", "1,200,000"]),
        ("-5", &[]),
    ] {
        assert_eq!(parse_money(text).expect_err(text).readings, readings, "{text}");
    }
}

proptest! {
    #[test]
    fn reading_never_panics(text in any::<String>()) {
        let _ = parse(&text);
        let _ = parse_money(&text);
    }

    #[test]
    fn reading_number_like_text_never_panics(text in "[-−+0-9۰-۹٪%.,٫٬/_eE xنفر،هزارمیلیونتوا]{0,14}") {
        match parse(&text) {
            Ok(value) => prop_assert!(value.is_finite()),
            Err(error) => prop_assert!(error.message().hint.is_some()),
        }
        let _ = parse_whole(&text);
        let _ = parse_money(&text);
    }

    /// Whatever marks stand between digits: a reading has just these digits, its point stands where a mark stands, and
    /// it is accepted in both scripts.
    #[test]
    fn a_reading_has_the_digits_that_were_typed(text in "-?[0-9]{0,5}([/,.،_ ][0-9]{0,4}){1,3}") {
        let typed: String = text.chars().filter(char::is_ascii_digit).collect();
        for error in [parse(&text).err(), parse_percent(&text).err()].into_iter().flatten() {
            for reading in error.readings {
                prop_assert!(parse(&reading).is_ok(), "{text} → {reading}");
                prop_assert_eq!(parse(&in_persian(&reading)), parse(&reading));
                let plain = reading.replace(',', "");
                let digits: String = plain.chars().filter(char::is_ascii_digit).collect();
                let added = digits.len().saturating_sub(typed.len());
                prop_assert!(added <= 1 && digits.ends_with(&typed), "{text} → {reading}");
                prop_assert_eq!(plain.starts_with('-'), text.starts_with('-'));
                if let Some((whole, _)) = plain.trim_start_matches('-').split_once('.') {
                    let before = whole.len() - added;
                    let mark = text.char_indices().filter(|(_, c)| !c.is_ascii_digit() && *c != '-').find(|(at, _)| {
                        text[..*at].chars().filter(char::is_ascii_digit).count() == before
                    });
                    prop_assert!(mark.is_some(), "{text} → {reading}");
                }
            }
        }
    }

    /// A number with a wrong decimal mark is among the readings of what was typed.
    #[test]
    fn what_is_meant_by_a_wrong_decimal_mark_is_named(whole in 0u32..1_000_000, fraction in "[0-9]{1,2}", mark in "[/,،]") {
        let error = parse(&format!("{whole}{mark}{fraction}")).expect_err("a wrong mark");
        let meant: f64 = format!("{whole}.{fraction}").parse().expect("a number");
        prop_assert_eq!(error.readings.len(), 1);
        prop_assert_eq!(parse(&error.readings[0]), Ok(meant));
    }

    /// Money against an arithmetic of its own: each part is typed with its scale, in digits of either script.
    #[test]
    fn money_is_the_sum_of_its_parts(
        parts in prop::sample::subsequence(vec![(1_000_000_000u64, "میلیارد"), (1_000_000, "میلیون"), (1_000, "هزار")], 1..=3),
        numbers in prop::collection::vec(1u64..1_000, 3),
        toman in any::<bool>(),
        persian in any::<bool>(),
    ) {
        let (mut meant, mut words) = (0, Vec::new());
        for ((scale, name), number) in parts.iter().zip(&numbers) {
            meant += number * scale;
            words.push(format!("{number} {name}"));
        }
        let text = format!("{} {}", words.join(" و "), if toman { "تومان" } else { "ریال" });
        let text = if persian { crate::persian::numbers::fa_digits(&text) } else { text };
        let rials = if toman { meant * 10 } else { meant };
        prop_assert_eq!(parse_money(&text).map(|money| money.rials), Ok(rials), "{}", text);
    }
}
