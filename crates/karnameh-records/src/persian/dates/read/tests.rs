//! What is a date, what is not, and what a hint may say.

use proptest::prelude::*;

use super::*;
use crate::diag::Message;
use crate::persian::dates::{long, medium, short as written};

fn jalali(year: i32, month: u32, day: u32) -> Day {
    Day::from_jalali(year, month, day).expect("exists")
}

#[test]
fn every_accepted_form() {
    let day = jalali(1404, 7, 26);
    for text in [
        "1404/07/26",
        "1404-07-26",
        "1404-7-26",
        "1404/7/26",
        "۱۴۰۴/۰۷/۲۶",
        "١٤٠٤/٠٧/٢٦",
        "2025-10-18",
        "2025/10/18",
        "۲۰۲۵-۱۰-۱۸",
        "26 مهر 1404",
        "۲۶ مهر ۱۴۰۴",
        "26  مهر   1404",
        "26مهر1404",
        "۲۶ مهر ماه ۱۴۰۴",
        "۲۶ مهرماه ۱۴۰۴",
        "۲۶ مهر‌ماه ۱۴۰۴",
        "شنبه ۲۶ مهر ۱۴۰۴",
        "شنبه، ۲۶ مهر ۱۴۰۴",
        "شنبه ، ۲۶ مهر ۱۴۰۴",
        "شنبه, 26 مهر 1404",
        "شنبه 1404/07/26",
        "شنبه 2025-10-18",
        "  1404/07/26  ",
        "\u{200F}1404/07/26\u{200E}",
        "شنبه\u{00A0}26 مهر 1404",
        "14040726",
        "۱۴۰۴۰۷۲۶",
        "20251018",
        "۲۶/۷/۱۴۰۴",
        "26-07-1404",
        "18-10-2025",
        "10/18/2025",
        "۲۶/۷/۰۴",
        "۰۴/۰۷/۲۶",
        "۲۶ مهر ۰۴",
        "بیست و ششم مهر ۱۴۰۴",
        "بیست‌وششم مهرماه ۱۴۰۴",
        "شنبه، بیست و ششم مهر ۱۴۰۴",
        "بیست و شش مهر ماه سال ۱۴۰۴",
        "۲۶م مهر ۱۴۰۴",
        "۲۶ام مهر۱۴۰۴",
        "۲۶ مهر سال ۱۴۰۴",
    ] {
        assert_eq!(parse(text), Ok(day), "{text}");
    }
    for (text, day) in [
        ("یکشنبه ۲۷ مهر ۱۴۰۴", jalali(1404, 7, 27)),
        ("یک‌شنبه ۲۷ مهر ۱۴۰۴", jalali(1404, 7, 27)),
        ("یک شنبه، ۲۷ مهر ۱۴۰۴", jalali(1404, 7, 27)),
        ("يكشنبه ۲۷ مهر ۱۴۰۴", jalali(1404, 7, 27)),
        ("سه شنبه ۲۹ مهر ۱۴۰۴", jalali(1404, 7, 29)),
        ("سه‌شنبه ۲۹ مهر ۱۴۰۴", jalali(1404, 7, 29)),
        ("جمعه ۲ آبان ۱۴۰۴", jalali(1404, 8, 2)),
        ("۱ فروردين ۱۴۰۵", jalali(1405, 1, 1)),
        ("۵ دی‌ماه ۱۴۰۴", jalali(1404, 10, 5)),
        ("1403/12/30", jalali(1403, 12, 30)),
        ("1300/01/01", jalali(1300, 1, 1)),
        ("1500-12-29", jalali(1500, 12, 29)),
        ("1921-01-01", Day::from_gregorian(1921, 1, 1).expect("exists")),
        ("2121-12-31", Day::from_gregorian(2121, 12, 31).expect("exists")),
        ("پنجم مهر ۱۴۰۴", jalali(1404, 7, 5)),
        ("اول فروردین ۱۴۰۵", jalali(1405, 1, 1)),
        ("یکم فروردین ۱۴۰۵", jalali(1405, 1, 1)),
        ("سوم دی ۱۴۰۴", jalali(1404, 10, 3)),
        ("بیست و سوم دی ۱۴۰۴", jalali(1404, 10, 23)),
        ("سی‌ام آذر ۱۴۰۴", jalali(1404, 9, 30)),
        ("سی و یکم خرداد ۱۴۰۴", jalali(1404, 3, 31)),
        ("پنج‌شنبه سوم مهر ۱۴۰۴", jalali(1404, 7, 3)),
        ("14050705", jalali(1405, 7, 5)),
        ("99/12/25", jalali(1399, 12, 25)),
        ("2024-02-29", Day::from_gregorian(2024, 2, 29).expect("exists")),
    ] {
        assert_eq!(parse(text), Ok(day), "{text}");
    }
}

/// Holds the error of a text, and the sentences of its message, against what is expected.
fn refused(text: &str, error: &DateError) {
    let found = parse(text).expect_err(text);
    assert_eq!(found, *error, "{text}");
    let Message { sentence, hint } = found.message();
    let hint = hint.expect("every slip has a hint");
    for sentence in [sentence.fa, sentence.en, hint.fa, hint.en] {
        assert!(sentence.ends_with(['.', '؟', '?']), "{text}: {sentence}");
    }
}

#[test]
fn slips_are_named_and_mended() {
    use Calendar::{Gregorian, Jalali};
    use DateError::{
        DayFirst, Empty, Impossible, ImpossibleMonth, TwoDigitYear, WrongWeekday, YearOutOfRange,
    };
    let day = jalali(1404, 7, 26);
    let gregorian = |year, month, day| (Day::from_gregorian(year, month, day).expect("exists"), Gregorian);
    for (text, error) in [
        ("", Empty),
        (" \u{200F} ", Empty),
        ("1404/12/30", Impossible { nearest: jalali(1404, 12, 29), calendar: Jalali }),
        ("۳۰ اسفند ۱۴۰۴", Impossible { nearest: jalali(1404, 12, 29), calendar: Jalali }),
        ("1404/07/31", Impossible { nearest: jalali(1404, 7, 30), calendar: Jalali }),
        ("1404/07/00", Impossible { nearest: jalali(1404, 7, 1), calendar: Jalali }),
        ("1404/00/10", ImpossibleMonth { month: 0 }),
        ("1404/13/01", ImpossibleMonth { month: 13 }),
        ("14041301", ImpossibleMonth { month: 13 }),
        ("2025-18-10", ImpossibleMonth { month: 18 }),
        (
            "2025-02-29",
            Impossible { nearest: Day::from_gregorian(2025, 2, 28).expect("exists"), calendar: Gregorian },
        ),
        ("جمعه ۲۶ مهر ۱۴۰۴", WrongWeekday { written: 6, right: 0, day }),
        ("جمعه، 2025-10-18", WrongWeekday { written: 6, right: 0, day }),
        ("1299/12/29", YearOutOfRange { year: 1299 }),
        ("1501/01/01", YearOutOfRange { year: 1501 }),
        ("1920-12-31", YearOutOfRange { year: 1920 }),
        ("2122-01-01", YearOutOfRange { year: 2122 }),
        ("۲۶ مهر ۱۲۰۴", YearOutOfRange { year: 1204 }),
        ("404/7/26", YearOutOfRange { year: 404 }),
        (
            "04/07/26",
            TwoDigitYear {
                readings: vec![
                    (day, Jalali),
                    gregorian(2004, 7, 26),
                    gregorian(2026, 7, 4),
                    gregorian(2026, 4, 7),
                ],
            },
        ),
        (
            "۰۴/۰۷/۱۲",
            TwoDigitYear { readings: vec![(jalali(1404, 7, 12), Jalali), (jalali(1412, 7, 4), Jalali)] },
        ),
        (
            "10/8/25",
            TwoDigitYear {
                readings: vec![
                    (jalali(1410, 8, 25), Jalali),
                    gregorian(2010, 8, 25),
                    gregorian(2025, 8, 10),
                    gregorian(2025, 10, 8),
                ],
            },
        ),
        ("۲۶/۷/۵۰", TwoDigitYear { readings: vec![] }),
        ("۲۶ مهر ۵۰", TwoDigitYear { readings: vec![] }),
        ("10/08/2025", DayFirst { readings: vec![gregorian(2025, 8, 10), gregorian(2025, 10, 8)] }),
        ("شنبه ۰۴/۰۷/۱۲", TwoDigitYear { readings: vec![(jalali(1404, 7, 12), Jalali)] }),
    ] {
        refused(text, &error);
    }
}

#[test]
fn other_forms_are_named_and_mended() {
    use Calendar::{Gregorian, Jalali};
    use DateError::{
        Compact, Dots, GregorianMonth, Incomplete, Separators, Time, UnknownMonth, UnknownWeekday,
        Unreadable, YearFirst,
    };
    let day = jalali(1404, 7, 26);
    let readings = vec![(day, Jalali)];
    let iso = vec![(day, Gregorian)];
    let month = |written: &str, resembles| UnknownMonth { written: written.to_owned(), resembles };
    for (text, error) in [
        ("1404 مهر 26", YearFirst { readings: readings.clone() }),
        ("1404.07.26", Dots { readings: readings.clone() }),
        ("1404٫07٫26", Dots { readings: readings.clone() }),
        ("26.07.1404", Dots { readings: readings.clone() }),
        ("2025-10-18 12:30", Time { readings: iso.clone() }),
        ("2025-10-18T12:30:00Z", Time { readings: iso.clone() }),
        ("1404/07/26 ساعت 12", Time { readings: readings.clone() }),
        ("۲۶ مهر ۱۴۰۴، ساعت ۱۲:۳۰", Time { readings: readings.clone() }),
        ("26071404", Compact { readings: readings.clone() }),
        ("۰۴۰۷۲۶", Compact { readings: readings.clone() }),
        ("140407", Incomplete(Missing::Day)),
        ("1404 07 26", Separators { readings: readings.clone() }),
        ("1404/07-26", Separators { readings: readings.clone() }),
        ("1404\\07\\26", Separators { readings: readings.clone() }),
        ("1404 / 07 / 26", Separators { readings: readings.clone() }),
        ("1404–07–26", Separators { readings: readings.clone() }),
        ("1404/07", Incomplete(Missing::Day)),
        ("1404", Incomplete(Missing::DayAndMonth)),
        ("مهر ۱۴۰۴", Incomplete(Missing::Day)),
        ("۲۶ مهر", Incomplete(Missing::Year)),
        ("پنجم مهر", Incomplete(Missing::Year)),
        ("۷/۲۶", Incomplete(Missing::Year)),
        ("۵ تا ۱۰ مهر ۱۴۰۴", Unreadable),
        ("سی و دوم مهر ۱۴۰۴", Unreadable),
        ("۲۶ ابان ۱۴۰۴", month("ابان", Some(8))),
        ("۲۶ شهریر ۱۴۰۴", month("شهریر", Some(6))),
        ("۲۶ رمضان ۱۴۴۷", month("رمضان", None)),
        ("یشنبه ۲۶ مهر ۱۴۰۴", UnknownWeekday { written: "یشنبه".to_owned() }),
        ("18 October 2025", GregorianMonth),
        ("October 18, 2025", GregorianMonth),
        ("۱۸ اکتبر ۲۰۲۵", GregorianMonth),
        ("۲۶ مهر ۲۰۲۵", GregorianMonth),
        ("فردا", Unreadable),
        ("1404/007/26", Unreadable),
        ("1404/07/26/1", Unreadable),
        ("123456789", Unreadable),
        ("- 1404/07/26", Unreadable),
        ("۲۶ مهر، ۱۴۰۴", Unreadable),
        ("1404/07/26 تا 1404/08/01", Unreadable),
    ] {
        refused(text, &error);
    }
}

#[test]
fn sentences() {
    let say = |text: &str| {
        let Message { sentence, hint } = parse(text).expect_err(text).message();
        let hint = hint.expect("every slip has a hint");
        [sentence.fa, hint.fa, sentence.en, hint.en]
    };
    assert_eq!(
        say("1404/12/30"),
        [
            "چنین روزی در تقویم نیست.",
            "نزدیک‌ترین روز ۱۴۰۴/۱۲/۲۹ است.",
            "The calendar has no such day.",
            "The nearest day is 1404/12/29.",
        ]
    );
    assert_eq!(say("جمعه ۲۶ مهر ۱۴۰۴")[0], "۲۶ مهر ۱۴۰۴ شنبه است، نه جمعه.");
    assert_eq!(say("1404.7.26")[1], "بنویسید «۱۴۰۴/۰۷/۲۶».");
    assert_eq!(say("2025.10.18")[1], "بنویسید «۲۰۲۵-۱۰-۱۸».");
    assert_eq!(say("۰۴/۰۷/۱۲")[1], "بنویسید «۱۴۰۴/۰۷/۱۲» یا «۱۴۱۲/۰۷/۰۴»، هر کدام که منظور است.");
    assert_eq!(say("1404/13/01")[..2], ["ماه ۱۳ نیست.", "ماه از ۱ تا ۱۲ است."]);
    assert_eq!(say("پنجم مهر")[0], "سال نوشته نشده است.");
}

proptest! {
    #[test]
    fn reading_never_panics(text in any::<String>()) {
        let _ = parse(&text);
    }

    #[test]
    fn reading_date_like_text_never_panics(text in "[0-9۰-۹/. :،Tمهرشنبهآبانماه-]{0,16}") {
        if let Err(error) = parse(&text) {
            prop_assert!(error.message().hint.is_some());
        }
    }

    #[test]
    fn what_is_written_reads_back(offset in 0i32..73_414) {
        let day = jalali(1300, 1, 1).plus(offset);
        let date = day.jalali();
        for text in [
            written(day),
            medium(day),
            long(day),
            date.to_string(),
            format!("{}/{}/{}", date.year, date.month, date.day),
        ] {
            prop_assert_eq!(parse(&text), Ok(day));
        }
        if day.iso().as_str() < "2122" {
            prop_assert_eq!(parse(&day.iso()), Ok(day));
        }
    }

    /// The numbers of a date in any order and with any mark: every day that a hint names has just these numbers, and is
    /// accepted as the hint writes it.
    #[test]
    fn a_reading_has_the_numbers_that_were_typed(
        numbers in prop::collection::vec(prop::sample::select(vec![0u32, 1, 4, 7, 12, 13, 26, 31, 99, 1404, 1399, 2025]), 3),
        mark in "[/. \\\\-]",
        persian in any::<bool>(),
    ) {
        let text = numbers.iter().map(|number| format!("{number:02}")).collect::<Vec<_>>().join(&mark);
        let text = if persian { crate::persian::numbers::fa_digits(&text) } else { text };
        let named = match parse(&text) {
            Ok(day) => vec![(day, Calendar::Jalali), (day, Calendar::Gregorian)],
            Err(mut error) => error.readings_mut().map(|readings| readings.clone()).unwrap_or_default(),
        };
        let mut typed: Vec<u32> = numbers.iter().map(|number| number % 100).collect();
        typed.sort_unstable();
        let has_numbers = |&(day, calendar): &(Day, Calendar)| {
            let written = calendar.write(day);
            let mut parts: Vec<u32> = written.split(['/', '-']).filter_map(|part| part.parse().ok()).map(|n: u32| n % 100).collect();
            parts.sort_unstable();
            assert!(parse(&written) == Ok(day));
            parts == typed
        };
        prop_assert!(named.is_empty() || if parse(&text).is_ok() { named.iter().any(has_numbers) } else { named.iter().all(has_numbers) }, "{} → {:?}", text, named);
    }

    /// Each day in the words of its ordinal, against a table of its own.
    #[test]
    fn a_day_in_words_is_that_day(month in 1u32..=6, day in 1u32..=31) {
        const ORDINALS: [&str; 31] = [
            "اول", "دوم", "سوم", "چهارم", "پنجم", "ششم", "هفتم", "هشتم", "نهم", "دهم", "یازدهم", "دوازدهم", "سیزدهم",
            "چهاردهم", "پانزدهم", "شانزدهم", "هفدهم", "هجدهم", "نوزدهم", "بیستم", "بیست و یکم", "بیست و دوم", "بیست و سوم",
            "بیست و چهارم", "بیست و پنجم", "بیست و ششم", "بیست و هفتم", "بیست و هشتم", "بیست و نهم", "سی‌ام", "سی و یکم",
        ];
        let text = format!("{} {} ۱۴۰۴", ORDINALS[day as usize - 1], MONTHS[month as usize - 1]);
        prop_assert_eq!(parse(&text), Ok(jalali(1404, month, day)), "{}", text);
    }
}
