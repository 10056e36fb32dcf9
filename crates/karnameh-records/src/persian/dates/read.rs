//! Parses dates.
//!
//! A date is accepted if it can mean one day only: the year tells the calendar, a year of four digits tells the order,
//! and a name tells the month. What is not accepted is explained by [`DateError`], which names the days that may be
//! meant.

use std::ops::RangeInclusive;

use super::error::{DateError, Missing, Readings};
use super::{MONTHS, WEEKDAYS};
use crate::persian::calendar::{Day, days_in_month};
use crate::persian::numbers::{ascii_digits, day_of_month};
use crate::persian::text::fold_key;

/// A year in this range is Solar Hijri. The ranges do not overlap, so the year alone determines the calendar.
pub const JALALI_YEARS: RangeInclusive<i32> = 1300..=1500;
/// A year in this range is Gregorian; the range covers about the same two centuries as [`JALALI_YEARS`].
pub const GREGORIAN_YEARS: RangeInclusive<i32> = 1921..=2121;

/// The years that two digits can mean. Records are of these years: a longer range would make most dates ambiguous, since
/// the number of a day would then also be a year.
const SHORT_JALALI: RangeInclusive<i32> = 1380..=1419;
/// The same years in the Gregorian calendar.
const SHORT_GREGORIAN: RangeInclusive<i32> = 2001..=2040;

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

    /// Returns the existing date nearest to a day that its month does not have.
    fn nearest(self, year: i32, month: u32, day: u32) -> Option<Day> {
        let last = match self {
            Self::Jalali => days_in_month(year, month)?,
            // Months shorter than 31 days are handled by the search below, which takes the first day that exists.
            Self::Gregorian => 31,
        };
        (1..=day.clamp(1, last)).rev().find_map(|day| self.day(year, month, day))
    }

    /// Formats a day as a record in this calendar would contain it, in ASCII digits.
    pub(super) fn write(self, day: Day) -> String {
        match self {
            Self::Jalali => day.jalali().to_string().replace('-', "/"),
            Self::Gregorian => day.iso(),
        }
    }
}

/// Parses a date: «1404/07/26», «۱۴۰۴-۷-۲۶», «14040726», «2025-10-18», «26 مهر 1404», «پنجم مهر ۱۴۰۴», «۲۶/۷/۱۴۰۴»,
/// «شنبه، ۲۶ مهرماه ۱۴۰۴».
///
/// The year determines the calendar: 1300–1500 is Solar Hijri, 1921–2121 is Gregorian. A year of two digits is accepted if
/// only one day of the years 1380–1419 can be meant. A weekday before the date must match it.
pub fn parse(text: &str) -> Result<Day, DateError> {
    // Direction marks are invisible and arrive with text pasted from word processors.
    let text: String =
        text.chars().filter(|character| !matches!(character, '\u{200E}' | '\u{200F}' | '\u{061C}')).collect();
    let is_latin = text.contains(|character: char| character.is_ascii_digit());
    let text = ascii_digits(&text);
    let text = text.trim();
    if text.is_empty() {
        return Err(DateError::Empty);
    }
    let text = with_day_in_digits(text);
    let Some(first_digit) = text.find(|character: char| character.is_ascii_digit()) else {
        return Err(DateError::Unreadable);
    };
    let (before, date) = text.split_at(first_digit);
    let weekday = weekday_before(before, date, is_latin)?;
    let (day, _) = date_alone(date, is_latin).map_err(|mut error| {
        if let (Some(readings), Some(weekday)) = (error.readings_mut(), weekday) {
            readings.retain(|(day, _)| day.weekday() == weekday);
        }
        error
    })?;
    // Check the weekday last, so that an invalid date is reported as such.
    match weekday {
        Some(written) if written != day.weekday() => {
            Err(DateError::WrongWeekday { written, right: day.weekday(), day })
        }
        _ => Ok(day),
    }
}

/// Replaces a day in words before the name of a month by its digits: «شنبه، بیست و ششم مهر» → «شنبه، 26 مهر».
fn with_day_in_digits(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_month = |word: &&str| {
        let name = word.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '،' | ','));
        month_by_name(&fold_key(name)).is_some()
    };
    let Some(month) = words.iter().position(is_month) else { return text.to_owned() };
    // «بیست و ششم» has three words; the longest that is a day is meant.
    // A part of a longer number is not the day: «سی و دوم».
    let is_whole = |count: &usize| month == *count || words[month - count - 1] != "و";
    let day = (1..=month.min(3)).rev().filter(is_whole).find_map(|count| {
        let folded = fold_key(&words[month - count..month].concat());
        let in_digits = folded.strip_suffix("ام").or_else(|| folded.strip_suffix('م'));
        let day = in_digits.and_then(|digits| digits.parse().ok()).or_else(|| day_of_month(&folded))?;
        Some((count, day))
    });
    let Some((count, day)) = day else { return text.to_owned() };
    let day = u32::to_string(&day);
    let before = &words[..month - count];
    let all: Vec<&str> =
        before.iter().copied().chain([day.as_str()]).chain(words[month..].iter().copied()).collect();
    all.join(" ")
}

/// Parses the text before the first digit as a weekday, if there is any.
fn weekday_before(before: &str, date: &str, is_latin: bool) -> Result<Option<usize>, DateError> {
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
        DateError::Incomplete(Missing::Day)
    } else if is_gregorian_month(&folded) {
        DateError::GregorianMonth
    } else if date_alone(date, is_latin).is_ok() {
        DateError::UnknownWeekday { written: word.to_owned() }
    } else {
        DateError::Unreadable
    })
}

/// Parses a date without a weekday. `text` begins with a digit; `is_latin` says in which script digits were typed.
fn date_alone(text: &str, is_latin: bool) -> Result<(Day, Calendar), DateError> {
    if let Some(before) = before_time(text) {
        return Err(DateError::Time { readings: readings(date_alone(before, is_latin)) });
    }
    if text.contains(char::is_alphabetic) { with_month_name(text) } else { with_month_number(text, is_latin) }
}

/// What a date means, or may mean.
fn readings(date: Result<(Day, Calendar), DateError>) -> Readings {
    match date {
        Ok(found) => vec![found],
        Err(mut error) => error.readings_mut().map(std::mem::take).unwrap_or_default(),
    }
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
    let Some(month) = month_by_name(folded.strip_suffix("سال").unwrap_or(&folded)) else {
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
        return Err(DateError::Incomplete(if day.len() == 4 { Missing::Day } else { Missing::Year }));
    }
    if day.len() == 4 && year.len() <= 2 {
        return Err(DateError::YearFirst { readings: readings(from_parts(day, month, year)) });
    }
    if year.len() == 2 {
        let year = short_year(year, Calendar::Jalali)
            .ok_or_else(|| DateError::TwoDigitYear { readings: Vec::new() })?;
        return from_parts(&year, month, day);
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

/// Parses a date that consists of digits: «1404/07/26», «1404-7-26», «14040726».
fn with_month_number(text: &str, is_latin: bool) -> Result<(Day, Calendar), DateError> {
    let is_separator = |character: char| !character.is_ascii_digit();
    let parts: Vec<&str> = text.split(is_separator).filter(|part| !part.is_empty()).collect();
    let separators: Vec<char> = text.chars().filter(|&character| is_separator(character)).collect();
    let [first, second, third] = parts[..] else {
        return match parts[..] {
            [digits] if separators.is_empty() => compact(digits, is_latin),
            [year, _] if year.len() == 4 => Err(DateError::Incomplete(Missing::Day)),
            [month, day] if month.len() <= 2 && day.len() <= 2 && separators == ['/'] => {
                Err(DateError::Incomplete(Missing::Year))
            }
            _ => Err(DateError::Unreadable),
        };
    };
    let date = match [first.len(), second.len(), third.len()] {
        [4, 1..=2, 1..=2] => in_digits(first, second, third),
        [1..=2, 1..=2, 4] => year_last(first, second, third),
        [1..=2, 1..=2, 1..=2] => {
            only(short(first, second, third, is_latin), |readings| DateError::TwoDigitYear { readings })
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
            Err(DateError::Dots { readings: readings(date) })
        }
        _ => Err(DateError::Separators { readings: readings(date) }),
    }
}

/// The date if there is one reading of it; else the error that lists them.
fn only(readings: Readings, error: impl FnOnce(Readings) -> DateError) -> Result<(Day, Calendar), DateError> {
    if let [reading] = readings[..] { Ok(reading) } else { Err(error(readings)) }
}

/// Parses digits without separators: a year of four digits, the month and the day.
fn compact(digits: &str, is_latin: bool) -> Result<(Day, Calendar), DateError> {
    match digits.len() {
        8 => {
            if year_calendar(&digits[..4]).is_ok() {
                return in_digits(&digits[..4], &digits[4..6], &digits[6..]);
            }
            // «26071404»: the year may be last.
            let readings = readings(year_last(&digits[..2], &digits[2..4], &digits[4..]));
            Err(if readings.is_empty() { DateError::Unreadable } else { DateError::Compact { readings } })
        }
        // Two digits of a year, or a year and a month: too little to be read.
        6 if year_calendar(&digits[..4]).is_ok() => Err(DateError::Incomplete(Missing::Day)),
        6 => Err(DateError::Compact { readings: short(&digits[..2], &digits[2..4], &digits[4..], is_latin) }),
        4 => Err(DateError::Incomplete(Missing::DayAndMonth)),
        _ => Err(DateError::Unreadable),
    }
}

/// Parses a date whose year is last. In the Solar Hijri calendar the day is first; of Gregorian dates some are written with
/// the month first.
fn year_last(first: &str, second: &str, year: &str) -> Result<(Day, Calendar), DateError> {
    let day_first = in_digits(year, second, first);
    if !matches!(year_calendar(year), Ok((_, Calendar::Gregorian))) {
        return day_first;
    }
    let mut days = readings(day_first);
    days.extend(readings(in_digits(year, first, second)));
    days.dedup();
    only(days, |readings| DateError::DayFirst { readings })
}

/// The days of [`SHORT_JALALI`] that three numbers of at most two digits can mean. Latin digits may also be a Gregorian
/// date, as spreadsheets write it.
fn short(first: &str, second: &str, third: &str, is_latin: bool) -> Readings {
    use Calendar::{Gregorian, Jalali};
    let mut orders = vec![(Jalali, first, second, third), (Jalali, third, second, first)];
    if is_latin {
        let of_gregorian = [(first, second, third), (third, second, first), (third, first, second)];
        orders.extend(of_gregorian.map(|(year, month, day)| (Gregorian, year, month, day)));
    }
    let mut days = Readings::new();
    for (calendar, year, month, day) in orders {
        let Some(year) = short_year(year, calendar) else { continue };
        if let Ok(reading) = in_digits(&year, month, day)
            && !days.contains(&reading)
        {
            days.push(reading);
        }
    }
    days
}

/// The year that two digits mean in a calendar; `None` if that is none of the years that records are of.
fn short_year(digits: &str, calendar: Calendar) -> Option<String> {
    let (years, centuries) = match calendar {
        Calendar::Jalali => (SHORT_JALALI, [13, 14]),
        Calendar::Gregorian => (SHORT_GREGORIAN, [19, 20]),
    };
    let number: i32 = (digits.len() == 2).then(|| digits.parse().ok()).flatten()?;
    centuries
        .map(|century| century * 100 + number)
        .into_iter()
        .find(|year| years.contains(year))
        .map(|year| year.to_string())
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
    if !(1..=12).contains(&month) {
        return Err(DateError::ImpossibleMonth { month });
    }
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
mod tests;
