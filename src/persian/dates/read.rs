//! Parses dates and explains what to correct if a text is not one.

use std::ops::RangeInclusive;

use super::{MONTHS, WEEKDAYS, medium, weekday_name, weekday_name_en};
use crate::diag::Message;
use crate::persian::calendar::{Day, days_in_month};
use crate::persian::numbers::{ascii_digits, fa_digits};
use crate::persian::text::fold_key;

/// A year in this range is Solar Hijri. The ranges do not overlap, so the year alone determines the calendar.
pub const JALALI_YEARS: RangeInclusive<i32> = 1300..=1500;
/// A year in this range is Gregorian; the range covers about the same two centuries as [`JALALI_YEARS`].
pub const GREGORIAN_YEARS: RangeInclusive<i32> = 1921..=2121;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Calendar {
    /// Solar Hijri, Iran's official calendar.
    Jalali,
    Gregorian,
}

impl Calendar {
    fn day(self, year: i32, month: u32, day: u32) -> Option<Day> {
        match self {
            Self::Jalali => Day::from_jalali(year, month, day),
            Self::Gregorian => Day::from_gregorian(year, month, day),
        }
    }

    /// Returns the existing date nearest to a date that does not exist: the end of that month, or of the year.
    fn nearest(self, year: i32, month: u32, day: u32) -> Option<Day> {
        let (month, day) = if month > 12 { (12, 31) } else { (month.max(1), day.max(1)) };
        let last = match self {
            Self::Jalali => days_in_month(year, month)?,
            // Months shorter than 31 days are handled by the search below, which takes the first day that exists.
            Self::Gregorian => 31,
        };
        (1..=day.min(last)).rev().find_map(|day| self.day(year, month, day))
    }

    /// Formats a day as a record in this calendar would contain it, in ASCII digits.
    fn write(self, day: Day) -> String {
        match self {
            Self::Jalali => day.jalali().to_string().replace('-', "/"),
            Self::Gregorian => day.iso(),
        }
    }
}

/// Why a text is not an accepted date. `instead` is the day that was probably meant, and the calendar to write it in.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum DateError {
    Empty,
    /// The calendar does not contain the date («1404/12/30»).
    Impossible {
        /// The nearest date that exists.
        nearest: Day,
        /// The calendar in which the date was written.
        calendar: Calendar,
    },
    /// The weekday in the text does not match the date.
    WrongWeekday {
        /// The weekday in the text, 0 for Saturday.
        written: usize,
        /// The weekday of the date, 0 for Saturday.
        right: usize,
        day: Day,
    },
    /// The year belongs to the range of neither calendar.
    YearOutOfRange {
        year: i32,
    },
    /// The year has two digits («04/07/26»).
    TwoDigitYear {
        /// The date with a four-digit year.
        instead: Option<(Day, Calendar)>,
    },
    /// The order is day, month, year («26/07/1404»).
    DayFirst {
        /// The date with the year first.
        instead: Option<(Day, Calendar)>,
    },
    /// The order is year, month name, day («1404 مهر 26»).
    YearFirst {
        instead: Option<(Day, Calendar)>,
    },
    /// The parts are separated by dots («1404.07.26»).
    Dots {
        instead: Option<(Day, Calendar)>,
    },
    /// A time of day follows the date.
    Time {
        /// The date without the time.
        instead: Option<(Day, Calendar)>,
    },
    /// The digits are not separated («14040726»).
    Compact {
        instead: Option<(Day, Calendar)>,
    },
    /// The parts are separated by spaces, dashes, backslashes, or a mixture of `/` and `-`.
    Separators {
        instead: Option<(Day, Calendar)>,
    },
    /// The day or the year is missing («مهر ۱۴۰۴», «1404/07»).
    Incomplete,
    /// A word that is not the name of a month is in its place.
    UnknownMonth {
        written: String,
        /// The most similar month, 1–12.
        resembles: Option<u32>,
    },
    /// A word that is not the name of a weekday precedes the date.
    UnknownWeekday {
        written: String,
    },
    /// A Gregorian month is written by name («18 October 2025»).
    GregorianMonth,
    /// The text does not resemble a date.
    Unreadable,
}

impl DateError {
    /// What is wrong and what to write instead.
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => with_example("تاریخی نوشته نشده است.", "No date is written."),
            Self::Impossible { nearest, calendar } => {
                let nearest = calendar.write(*nearest);
                Message::new("چنین روزی در تقویم نیست.", "The calendar has no such day.").hint(
                    format!("نزدیک‌ترین روز {} است.", fa_digits(&nearest)),
                    format!("The nearest day is {nearest}."),
                )
            }
            Self::WrongWeekday { written, right, day } => wrong_weekday(*written, *right, *day),
            Self::YearOutOfRange { year } => Message::new(
                format!("سال {} پذیرفته نیست.", fa_digits(&year.to_string())),
                format!("The year {year} is out of range."),
            )
            .hint(
                "سال خورشیدی از ۱۳۰۰ تا ۱۵۰۰ یا میلادی از ۱۹۲۱ تا ۲۱۲۱ پذیرفته است.",
                "Solar Hijri years run from 1300 to 1500, Gregorian ones from 1921 to 2121.",
            ),
            Self::TwoDigitYear { instead } => {
                with_instead(*instead, "سال با دو رقم نوشته شده است.", "The year has two digits only.")
            }
            Self::DayFirst { instead } => {
                with_instead(*instead, "روز پیش از سال نوشته شده است.", "The day is written before the year.")
            }
            Self::YearFirst { instead } => with_instead(
                *instead,
                "سال پیش از نام ماه نوشته شده است.",
                "The year is written before the name of the month.",
            ),
            Self::Dots { instead } => with_instead(
                *instead,
                "میان بخش‌های تاریخ نقطه آمده است.",
                "There are dots between the parts of the date.",
            ),
            Self::Time { instead } => with_instead(
                *instead,
                "همراه تاریخ، ساعت نوشته شده است.",
                "A time of day is written with the date.",
            ),
            Self::Compact { instead } => with_instead(
                *instead,
                "میان سال و ماه و روز جداکننده نیست.",
                "Nothing separates year, month and day.",
            ),
            Self::Separators { instead } => with_instead(
                *instead,
                "جداکنندهٔ بخش‌های تاریخ درست نیست.",
                "The parts of the date are not separated correctly.",
            ),
            Self::Incomplete => with_example(
                "تاریخ کامل نیست: سال، ماه و روز هر سه لازم است.",
                "The date is incomplete: year, month and day are all needed.",
            ),
            Self::UnknownMonth { written, resembles } => unknown_month(written, *resembles),
            Self::UnknownWeekday { written } => with_example(
                format!("«{written}» نام روز هفته نیست."),
                format!("\"{written}\" is not the name of a weekday."),
            ),
            Self::GregorianMonth => {
                Message::new("ماه میلادی با نام نوشته شده است.", "A Gregorian month is written by name.").hint(
                    "تاریخ میلادی را با رقم بنویسید، مانند «2025-10-18».",
                    "Write Gregorian dates in digits, such as \"2025-10-18\".",
                )
            }
            Self::Unreadable => with_example("این نوشته تاریخ نیست.", "This is not a date."),
        }
    }
}

fn wrong_weekday(written: usize, right: usize, day: Day) -> Message {
    Message::new(
        format!("{} {} است، نه {}.", medium(day), weekday_name(right), weekday_name(written)),
        format!(
            "{} is a {}, not a {}.",
            Calendar::Jalali.write(day),
            weekday_name_en(right),
            weekday_name_en(written)
        ),
    )
    .hint(
        format!(
            "نام روز را پاک کنید یا بنویسید «{}»؛ اگر نام روز درست است، تاریخ را اصلاح کنید.",
            weekday_name(right)
        ),
        format!(
            "Delete the weekday or write \"{}\"; if the weekday is right, correct the date.",
            weekday_name(right)
        ),
    )
}

fn unknown_month(written: &str, resembles: Option<u32>) -> Message {
    let fa = format!("«{written}» نام ماه نیست.");
    let en = format!("\"{written}\" is not the name of a month.");
    let Some(month) = resembles.map(super::month_name) else { return with_example(fa, en) };
    Message::new(fa, en).hint(format!("شاید «{month}»؟"), format!("Did you mean \"{month}\"?"))
}

/// The message of a slip whose right form is known, if it is.
fn with_instead(instead: Option<(Day, Calendar)>, fa: &str, en: &str) -> Message {
    let Some((day, calendar)) = instead else { return with_example(fa, en) };
    let written = calendar.write(day);
    Message::new(fa, en).hint(format!("بنویسید «{}».", fa_digits(&written)), format!("Write \"{written}\"."))
}

/// The message of a slip that doesn't say which day was meant.
fn with_example(fa: impl Into<String>, en: impl Into<String>) -> Message {
    Message::new(fa, en).hint(
        "تاریخ را مانند «۱۴۰۴/۰۷/۲۶» یا «۲۶ مهر ۱۴۰۴» بنویسید.",
        "Write it as \"1404/07/26\", \"2025-10-18\" or \"26 مهر 1404\".",
    )
}

/// Parses a date: «1404/07/26», «۱۴۰۴-۷-۲۶», «2025-10-18», «26 مهر 1404», «شنبه، ۲۶ مهرماه ۱۴۰۴».
///
/// The year determines the calendar: 1300–1500 is Solar Hijri, 1921–2121 is Gregorian. A weekday before the date must
/// match it.
pub fn parse(text: &str) -> Result<Day, DateError> {
    // Direction marks are invisible and arrive with text pasted from word processors.
    let text: String =
        text.chars().filter(|character| !matches!(character, '\u{200E}' | '\u{200F}' | '\u{061C}')).collect();
    let text = ascii_digits(&text);
    let text = text.trim();
    if text.is_empty() {
        return Err(DateError::Empty);
    }
    let Some(first_digit) = text.find(|character: char| character.is_ascii_digit()) else {
        return Err(DateError::Unreadable);
    };
    let (before, date) = text.split_at(first_digit);
    let weekday = weekday_before(before, date)?;
    let (day, _) = date_alone(date)?;
    // Check the weekday last, so that an invalid date is reported as such.
    match weekday {
        Some(written) if written != day.weekday() => {
            Err(DateError::WrongWeekday { written, right: day.weekday(), day })
        }
        _ => Ok(day),
    }
}

/// Parses the text before the first digit as a weekday, if there is any.
fn weekday_before(before: &str, date: &str) -> Result<Option<usize>, DateError> {
    let word = before.trim().trim_end_matches(['،', ',']).trim_end();
    let folded = fold_key(word);
    if folded.is_empty() {
        return if before.trim().is_empty() { Ok(None) } else { Err(DateError::Unreadable) };
    }
    if let Some(weekday) = WEEKDAYS.iter().position(|name| fold_key(name) == folded) {
        return Ok(Some(weekday));
    }
    // The remaining cases choose the most helpful message. A word counts as a misspelled weekday only if a valid date
    // follows it.
    Err(if month_by_name(&folded).is_some() {
        DateError::Incomplete
    } else if is_gregorian_month(&folded) {
        DateError::GregorianMonth
    } else if date_alone(date).is_ok() {
        DateError::UnknownWeekday { written: word.to_owned() }
    } else {
        DateError::Unreadable
    })
}

/// Parses a date without a weekday. `text` begins with a digit.
fn date_alone(text: &str) -> Result<(Day, Calendar), DateError> {
    if let Some(before) = before_time(text) {
        return Err(DateError::Time { instead: date_alone(before).ok() });
    }
    if text.contains(char::is_alphabetic) { with_month_name(text) } else { with_month_number(text) }
}

/// Returns the text before a time of day, if there is a time («… 12:30», «…T12:30», «… ساعت ۱۲»).
fn before_time(text: &str) -> Option<&str> {
    let time = |rest: &str| {
        let word = rest.trim_start_matches(['T', 't']).split_whitespace().next().unwrap_or_default();
        word == "ساعت" || word.contains(':') && word.starts_with(|c: char| c.is_ascii_digit())
    };
    text.char_indices()
        .filter(|&(_, character)| character.is_whitespace() || matches!(character, 'T' | 't'))
        .map(|(at, _)| text.split_at(at))
        .find_map(|(before, rest)| {
            time(rest.trim_start()).then(|| before.trim_end().trim_end_matches(['،', ',']))
        })
}

/// Parses a date whose month is a name: «26 مهر 1404».
fn with_month_name(text: &str) -> Result<(Day, Calendar), DateError> {
    let digit = |character: char| character.is_ascii_digit();
    let rest = text.trim_start_matches(digit);
    let day = &text[..text.len() - rest.len()];
    let middle = rest.trim_end_matches(digit);
    let year = &rest[middle.len()..];
    let folded = fold_key(middle);
    if is_gregorian_month(&folded) {
        return Err(DateError::GregorianMonth);
    }
    if middle.contains(digit) {
        return Err(DateError::Unreadable);
    }
    let Some(month) = month_by_name(&folded) else {
        let written = middle.trim();
        // Text such as «1404 سال» is not a misspelled month name.
        return Err(
            if written.chars().all(|character| character.is_alphabetic() || character == '\u{200C}') {
                DateError::UnknownMonth { written: written.to_owned(), resembles: similar_month(&folded) }
            } else {
                DateError::Unreadable
            },
        );
    };
    if middle.chars().any(|character| !character.is_alphabetic() && !is_gap(character)) {
        return Err(DateError::Unreadable);
    }
    if year.is_empty() {
        return Err(DateError::Incomplete);
    }
    if day.len() == 4 && year.len() <= 2 {
        return Err(DateError::YearFirst { instead: from_parts(day, month, year).ok() });
    }
    if year.len() == 2 {
        return Err(DateError::TwoDigitYear { instead: from_parts(&whole_year(year), month, day).ok() });
    }
    match year_calendar(year)? {
        (_, Calendar::Gregorian) => Err(DateError::GregorianMonth),
        _ => from_parts(year, month, day),
    }
}

/// White space and ZWNJ may surround the name of a month.
fn is_gap(character: char) -> bool {
    character.is_whitespace() || character == '\u{200C}'
}

/// Parses a date that consists of digits: «1404/07/26», «1404-7-26».
fn with_month_number(text: &str) -> Result<(Day, Calendar), DateError> {
    let is_separator = |character: char| !character.is_ascii_digit();
    let parts: Vec<&str> = text.split(is_separator).filter(|part| !part.is_empty()).collect();
    let separators: Vec<char> = text.chars().filter(|&character| is_separator(character)).collect();
    let [first, second, third] = parts[..] else {
        return Err(match parts[..] {
            [digits] if separators.is_empty() && matches!(digits.len(), 6 | 8) => {
                let (year, rest) = digits.split_at(digits.len() - 4);
                let year = if year.len() == 2 { whole_year(year) } else { year.to_owned() };
                DateError::Compact { instead: in_digits(&year, &rest[..2], &rest[2..]).ok() }
            }
            [year, _] if year.len() == 4 => DateError::Incomplete,
            [year] if year.len() == 4 => DateError::Incomplete,
            _ => DateError::Unreadable,
        });
    };
    let lengths = [first.len(), second.len(), third.len()];
    let date = match lengths {
        [4, 1..=2, 1..=2] => in_digits(first, second, third),
        [1..=2, 1..=2, 4] => Err(DateError::DayFirst { instead: in_digits(third, second, first).ok() }),
        // Two digits in each part: try year first, then day first; either way the message asks for a full year.
        [1..=2, 1..=2, 1..=2] => {
            let instead = in_digits(&whole_year(first), second, third);
            let instead = instead.or_else(|_| in_digits(&whole_year(third), second, first));
            Err(DateError::TwoDigitYear { instead: instead.ok() })
        }
        // A year with a wrong number of digits: prefer the message that its value is out of range.
        [3 | 5.., 1..=2, 1..=2] => year_calendar(first).and(Err(DateError::Unreadable)),
        _ => Err(DateError::Unreadable),
    };
    match separators[..] {
        ['/', '/'] | ['-', '-'] => date,
        // No correction of the separators would make this a date.
        _ if matches!(date, Err(DateError::Unreadable)) => date,
        _ if separators.iter().all(|&character| matches!(character, '.' | '٫')) => {
            Err(DateError::Dots { instead: date.ok() })
        }
        _ => Err(DateError::Separators { instead: date.ok() }),
    }
}

fn in_digits(year: &str, month: &str, day: &str) -> Result<(Day, Calendar), DateError> {
    from_parts(year, month.parse().map_err(|_| DateError::Unreadable)?, day)
}

/// Builds a date from its parts; `year` and `day` are ASCII digits.
fn from_parts(year: &str, month: u32, day: &str) -> Result<(Day, Calendar), DateError> {
    if day.is_empty() || day.len() > 2 {
        return Err(DateError::Unreadable);
    }
    let (year, calendar) = year_calendar(year)?;
    let day = day.parse().map_err(|_| DateError::Unreadable)?;
    match calendar.day(year, month, day) {
        Some(found) => Ok((found, calendar)),
        None => Err(calendar
            .nearest(year, month, day)
            .map_or(DateError::Unreadable, |nearest| DateError::Impossible { nearest, calendar })),
    }
}

fn year_calendar(year: &str) -> Result<(i32, Calendar), DateError> {
    let year: i32 = year.parse().map_err(|_| DateError::Unreadable)?;
    if JALALI_YEARS.contains(&year) {
        Ok((year, Calendar::Jalali))
    } else if GREGORIAN_YEARS.contains(&year) {
        Ok((year, Calendar::Gregorian))
    } else {
        Err(DateError::YearOutOfRange { year })
    }
}

/// Expands a two-digit year as it is commonly meant: «04» is 1404, «99» is 1399. The boundary 50 is the middle of the
/// century.
fn whole_year(digits: &str) -> String {
    let century = if digits < "50" { "14" } else { "13" };
    format!("{century}{digits:0>2}")
}

/// Finds a month by its folded name, with or without «ماه».
fn month_by_name(folded: &str) -> Option<u32> {
    let name = folded.strip_suffix("ماه").unwrap_or(folded);
    (1..).zip(MONTHS).find_map(|(month, known)| (known == name).then_some(month))
}

/// Returns the month whose name is most similar to a folded word, if any is similar enough.
fn similar_month(folded: &str) -> Option<u32> {
    let name = folded.strip_suffix("ماه").unwrap_or(folded);
    let (month, far) = (1..)
        .zip(MONTHS)
        .map(|(month, known)| (month, strsim::damerau_levenshtein(known, name)))
        .min_by_key(|&(_, far)| far)?;
    // At most two edits, and fewer than half of the letters, so that unrelated short words match no month.
    (far <= 2 && far * 2 < name.chars().count().max(3)).then_some(month)
}

fn is_gregorian_month(folded: &str) -> bool {
    const PERSIAN: [&str; 13] = [
        "ژانویه",
        "فوریه",
        "مارس",
        "آوریل",
        "مه",
        "می",
        "ژوئن",
        "ژوئیه",
        "اوت",
        "سپتامبر",
        "اکتبر",
        "نوامبر",
        "دسامبر",
    ];
    const ENGLISH: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    PERSIAN.contains(&folded) || folded.is_ascii() && ENGLISH.iter().any(|name| folded.starts_with(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

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
            ("2024-02-29", Day::from_gregorian(2024, 2, 29).expect("exists")),
        ] {
            assert_eq!(parse(text), Ok(day), "{text}");
        }
    }

    #[test]
    fn slips_are_named_and_mended() {
        use Calendar::{Gregorian, Jalali};
        use DateError::{
            Compact, DayFirst, Dots, Empty, GregorianMonth, Impossible, Incomplete, Separators, Time,
            TwoDigitYear, UnknownMonth, UnknownWeekday, Unreadable, WrongWeekday, YearFirst, YearOutOfRange,
        };
        let day = jalali(1404, 7, 26);
        let instead = Some((day, Jalali));
        let iso = Some((day, Gregorian));
        let month = |written: &str, resembles| UnknownMonth { written: written.to_owned(), resembles };
        for (text, error) in [
            ("", Empty),
            (" \u{200F} ", Empty),
            ("1404/12/30", Impossible { nearest: jalali(1404, 12, 29), calendar: Jalali }),
            ("۳۰ اسفند ۱۴۰۴", Impossible { nearest: jalali(1404, 12, 29), calendar: Jalali }),
            ("1404/07/31", Impossible { nearest: jalali(1404, 7, 30), calendar: Jalali }),
            ("1404/07/00", Impossible { nearest: jalali(1404, 7, 1), calendar: Jalali }),
            ("1404/00/10", Impossible { nearest: jalali(1404, 1, 10), calendar: Jalali }),
            ("1404/13/01", Impossible { nearest: jalali(1404, 12, 29), calendar: Jalali }),
            (
                "2025-02-29",
                Impossible {
                    nearest: Day::from_gregorian(2025, 2, 28).expect("exists"),
                    calendar: Gregorian,
                },
            ),
            ("جمعه ۲۶ مهر ۱۴۰۴", WrongWeekday { written: 6, right: 0, day }),
            ("جمعه، 2025-10-18", WrongWeekday { written: 6, right: 0, day }),
            ("1299/12/29", YearOutOfRange { year: 1299 }),
            ("1501/01/01", YearOutOfRange { year: 1501 }),
            ("1920-12-31", YearOutOfRange { year: 1920 }),
            ("2122-01-01", YearOutOfRange { year: 2122 }),
            ("۲۶ مهر ۱۲۰۴", YearOutOfRange { year: 1204 }),
            ("404/7/26", YearOutOfRange { year: 404 }),
            ("04/07/26", TwoDigitYear { instead }),
            ("26/7/04", TwoDigitYear { instead: Some((jalali(1426, 7, 4), Jalali)) }),
            ("۲۶ مهر ۰۴", TwoDigitYear { instead }),
            ("26/07/1404", DayFirst { instead }),
            ("18-10-2025", DayFirst { instead: iso }),
            ("1404 مهر 26", YearFirst { instead }),
            ("1404.07.26", Dots { instead }),
            ("1404٫07٫26", Dots { instead }),
            ("26.07.1404", Dots { instead: None }),
            ("2025-10-18 12:30", Time { instead: iso }),
            ("2025-10-18T12:30:00Z", Time { instead: iso }),
            ("1404/07/26 ساعت 12", Time { instead }),
            ("۲۶ مهر ۱۴۰۴، ساعت ۱۲:۳۰", Time { instead }),
            ("14040726", Compact { instead }),
            ("20251018", Compact { instead: iso }),
            ("040726", Compact { instead }),
            ("1404 07 26", Separators { instead }),
            ("1404/07-26", Separators { instead }),
            ("1404\\07\\26", Separators { instead }),
            ("1404 / 07 / 26", Separators { instead }),
            ("1404–07–26", Separators { instead }),
            ("1404/07", Incomplete),
            ("1404", Incomplete),
            ("مهر ۱۴۰۴", Incomplete),
            ("۲۶ مهر", Incomplete),
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
            let found = parse(text).expect_err(text);
            assert_eq!(found, error, "{text}");
            let Message { sentence, hint } = found.message();
            let hint = hint.expect("every slip has a hint");
            for sentence in [sentence.fa, sentence.en, hint.fa, hint.en] {
                assert!(sentence.ends_with(['.', '؟', '?']), "{text}: {sentence}");
            }
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
        assert_eq!(say("04/7/26")[1], "بنویسید «۱۴۰۴/۰۷/۲۶».");
        assert_eq!(say("20251018")[1], "بنویسید «۲۰۲۵-۱۰-۱۸».");
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
                super::super::short(day),
                medium(day),
                super::super::long(day),
                date.to_string(),
                format!("{}/{}/{}", date.year, date.month, date.day),
            ] {
                prop_assert_eq!(parse(&text), Ok(day));
            }
            if day.iso().as_str() < "2122" {
                prop_assert_eq!(parse(&day.iso()), Ok(day));
            }
        }
    }
}
