//! Explains why a text is not a date, and which days may be meant by it.

use super::read::Calendar;
use super::{medium, month_name, weekday_name, weekday_name_en};
use crate::diag::Message;
use crate::persian::calendar::Day;
use crate::persian::numbers::fa_digits;

/// The days that a text may mean, each with the calendar to write it in.
pub(super) type Readings = Vec<(Day, Calendar)>;

/// Why a text is not an accepted date. `readings` are the days that may be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum DateError {
    Empty,
    /// The month is not a number from 1 to 12 («1404/13/01»).
    ImpossibleMonth {
        month: u32,
    },
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
    /// The year has two digits, and the date can be read in several ways or in none («۰۴/۰۷/۱۲»).
    TwoDigitYear {
        readings: Readings,
    },
    /// The year is the last of three numbers, and the day can't be told from the month («10/08/2025»).
    DayFirst {
        readings: Readings,
    },
    /// The order is year, month name, day («1404 مهر 26»).
    YearFirst {
        readings: Readings,
    },
    /// The parts are separated by dots («1404.07.26»).
    Dots {
        readings: Readings,
    },
    /// A time of day follows the date.
    Time {
        /// The date without the time.
        readings: Readings,
    },
    /// The digits are not separated, and they are not a year of four digits, a month and a day («040726»).
    Compact {
        readings: Readings,
    },
    /// The parts are separated by spaces, dashes, backslashes, or a mixture of `/` and `-`.
    Separators {
        readings: Readings,
    },
    /// A part of the date is missing («مهر ۱۴۰۴», «پنجم مهر»).
    Incomplete(Missing),
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

/// What a date lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    Year,
    Day,
    DayAndMonth,
}

impl DateError {
    /// The days that may be meant.
    pub(super) fn readings_mut(&mut self) -> Option<&mut Readings> {
        match self {
            Self::TwoDigitYear { readings }
            | Self::DayFirst { readings }
            | Self::YearFirst { readings }
            | Self::Dots { readings }
            | Self::Time { readings }
            | Self::Compact { readings }
            | Self::Separators { readings } => Some(readings),
            _ => None,
        }
    }

    /// What is wrong and what to write instead.
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => with_example("تاریخی نوشته نشده است.", "No date is written."),
            Self::ImpossibleMonth { month } => Message::new(
                format!("ماه {} نیست.", fa_digits(&month.to_string())),
                format!("There is no month {month}."),
            )
            .hint("ماه از ۱ تا ۱۲ است.", "Months run from 1 to 12."),
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
            Self::Incomplete(missing) => missing.message(),
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
            other => other.message_of_form(),
        }
    }

    /// The message of a date in another form, whose day is known or one of a few.
    fn message_of_form(&self) -> Message {
        let (readings, fa, en) = match self {
            Self::TwoDigitYear { readings } => {
                (readings, "سال با دو رقم نوشته شده است.", "The year has two digits only.")
            }
            Self::DayFirst { readings } => (
                readings,
                "سال در پایان آمده و روز و ماه از هم شناخته نمی‌شود.",
                "The year is written last, and the day can't be told from the month.",
            ),
            Self::YearFirst { readings } => (
                readings,
                "سال پیش از نام ماه نوشته شده است.",
                "The year is written before the name of the month.",
            ),
            Self::Dots { readings } => (
                readings,
                "میان بخش‌های تاریخ نقطه آمده است.",
                "There are dots between the parts of the date.",
            ),
            Self::Time { readings } => {
                (readings, "همراه تاریخ، ساعت نوشته شده است.", "A time of day is written with the date.")
            }
            Self::Compact { readings } => {
                (readings, "میان سال و ماه و روز جداکننده نیست.", "Nothing separates year, month and day.")
            }
            Self::Separators { readings } => (
                readings,
                "جداکنندهٔ بخش‌های تاریخ درست نیست.",
                "The parts of the date are not separated correctly.",
            ),
            _ => return with_example("این نوشته تاریخ نیست.", "This is not a date."),
        };
        with_readings(readings, fa, en)
    }
}

impl Missing {
    fn message(self) -> Message {
        let (fa, en) = match self {
            Self::Year => ("سال نوشته نشده است.", "The year is missing."),
            Self::Day => ("روز نوشته نشده است.", "The day is missing."),
            Self::DayAndMonth => ("ماه و روز نوشته نشده است.", "The month and the day are missing."),
        };
        Message::new(fa, en).hint(
            "سال، ماه و روز هر سه لازم است، مانند «۱۴۰۴/۰۷/۲۶» یا «۲۶ مهر ۱۴۰۴».",
            "Year, month and day are all needed, such as \"1404/07/26\" or \"26 مهر 1404\".",
        )
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
    let Some(month) = resembles.map(month_name) else { return with_example(fa, en) };
    Message::new(fa, en).hint(format!("شاید «{month}»؟"), format!("Did you mean \"{month}\"?"))
}

/// The message of a date that has other forms, if any is known.
fn with_readings(readings: &[(Day, Calendar)], fa: &str, en: &str) -> Message {
    let written: Vec<String> = readings.iter().map(|(day, calendar)| calendar.write(*day)).collect();
    let quoted_fa: Vec<String> = written.iter().map(|date| format!("«{}»", fa_digits(date))).collect();
    let quoted_en: Vec<String> = written.iter().map(|date| format!("\"{date}\"")).collect();
    match written.len() {
        0 => with_example(fa, en),
        1 => Message::new(fa, en)
            .hint(format!("بنویسید {}.", quoted_fa.concat()), format!("Write {}.", quoted_en.concat())),
        _ => Message::new(fa, en).hint(
            format!("بنویسید {}، هر کدام که منظور است.", quoted_fa.join(" یا ")),
            format!("Write {}, whichever is meant.", quoted_en.join(" or ")),
        ),
    }
}

/// The message of a slip that doesn't say which day was meant.
fn with_example(fa: impl Into<String>, en: impl Into<String>) -> Message {
    Message::new(fa, en).hint(
        "تاریخ را مانند «۱۴۰۴/۰۷/۲۶» یا «۲۶ مهر ۱۴۰۴» بنویسید.",
        "Write it as \"1404/07/26\", \"2025-10-18\" or \"26 مهر 1404\".",
    )
}
