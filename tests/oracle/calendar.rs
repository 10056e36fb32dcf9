//! Days counted year by year: slow and simple, without code of the program.

/// Days since 1 Farvardin 1404, which is 21 March 2025.
pub(crate) type Day = i64;

/// 21 March counted from 1 January of a common year: 31 + 28 + 20.
const ANCHOR_IN_2025: i64 = 79;

const MONTHS: [&str; 12] =
    ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"];

/// The 33-year cycle, which agrees with the official calendar in 1300–1500.
fn jalali_leap(year: i64) -> bool {
    matches!(year.rem_euclid(33), 1 | 5 | 9 | 13 | 17 | 22 | 26 | 30)
}

fn gregorian_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn jalali_month_length(year: i64, month: i64) -> i64 {
    match month {
        1..=6 => 31,
        7..=11 => 30,
        _ => 29 + i64::from(jalali_leap(year)),
    }
}

fn gregorian_month_length(year: i64, month: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 => 28 + i64::from(gregorian_leap(year)),
        _ => 31,
    }
}

/// Days from the first of `base` to the first of `year`.
fn years_between(base: i64, year: i64, length: impl Fn(i64) -> i64) -> i64 {
    if year >= base { (base..year).map(length).sum() } else { -(year..base).map(length).sum::<i64>() }
}

fn jalali_year_length(year: i64) -> i64 {
    365 + i64::from(jalali_leap(year))
}

fn gregorian_year_length(year: i64) -> i64 {
    365 + i64::from(gregorian_leap(year))
}

pub(crate) fn from_jalali(year: i64, month: i64, day: i64) -> Day {
    let months: i64 = (1..month).map(|month| jalali_month_length(year, month)).sum();
    years_between(1404, year, jalali_year_length) + months + day - 1
}

pub(crate) fn from_gregorian(year: i64, month: i64, day: i64) -> Day {
    let months: i64 = (1..month).map(|month| gregorian_month_length(year, month)).sum();
    years_between(2025, year, gregorian_year_length) + months + day - 1 - ANCHOR_IN_2025
}

/// Returns year, month and day of the day `left` days after the first of `year`.
fn walk(
    mut left: i64,
    mut year: i64,
    year_length: impl Fn(i64) -> i64,
    month_length: impl Fn(i64, i64) -> i64,
) -> (i64, i64, i64) {
    while left < 0 {
        year -= 1;
        left += year_length(year);
    }
    while left >= year_length(year) {
        left -= year_length(year);
        year += 1;
    }
    let mut month = 1;
    while left >= month_length(year, month) {
        left -= month_length(year, month);
        month += 1;
    }
    (year, month, left + 1)
}

pub(crate) fn to_jalali(day: Day) -> (i64, i64, i64) {
    walk(day, 1404, jalali_year_length, jalali_month_length)
}

pub(crate) fn to_gregorian(day: Day) -> (i64, i64, i64) {
    walk(day + ANCHOR_IN_2025, 2025, gregorian_year_length, gregorian_month_length)
}

/// Returns the Jalali month of a day as a number since year 0.
pub(crate) fn month_of(day: Day) -> i64 {
    let (year, month, _) = to_jalali(day);
    12 * year + month - 1
}

/// Returns the last day of a month given by that number.
pub(crate) fn month_end(number: i64) -> Day {
    let (year, month) = (number / 12, number % 12 + 1);
    from_jalali(year, month, jalali_month_length(year, month))
}

/// Formats as `2026-01-05`.
pub(crate) fn iso((year, month, day): (i64, i64, i64)) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

pub(crate) fn month_name(month: i64) -> &'static str {
    MONTHS[usize::try_from(month - 1).expect("a month")]
}

/// Parses a date as people write it: numbers in either calendar, or day, month name and year, with an optional weekday
/// before and «ماه» after the name. Digits are already ASCII.
pub(crate) fn parse(text: &str) -> Option<Day> {
    let numbers: Option<Vec<i64>> = text.split(['/', '-']).map(|part| part.trim().parse().ok()).collect();
    if let Some([year, month, day]) = numbers.as_deref() {
        return of_either(*year, *month, *day);
    }
    let words: Vec<&str> = text.split_whitespace().filter(|word| *word != "ماه").collect();
    // The month name directly precedes the year. Anything may come before; a weekday can have two words.
    let [.., day, name, year] = words.as_slice() else { return None };
    let month = MONTHS.iter().position(|month| month == name)?;
    of_either(year.parse().ok()?, i64::try_from(month).ok()? + 1, day.parse().ok()?)
}

fn of_either(year: i64, month: i64, day: i64) -> Option<Day> {
    match year {
        1300..=1500 => Some(from_jalali(year, month, day)),
        1921..=2121 => Some(from_gregorian(year, month, day)),
        _ => None,
    }
}

#[test]
fn known_days() {
    for (jalali, gregorian) in [
        ((1404, 7, 26), (2025, 10, 18)),
        ((1404, 1, 1), (2025, 3, 21)),
        ((1403, 12, 30), (2025, 3, 20)),
        ((1404, 12, 29), (2026, 3, 20)),
        ((1408, 12, 30), (2030, 3, 20)),
        ((1357, 11, 22), (1979, 2, 11)),
        ((1300, 1, 1), (1921, 3, 21)),
    ] {
        let day = from_jalali(jalali.0, jalali.1, jalali.2);
        assert_eq!(day, from_gregorian(gregorian.0, gregorian.1, gregorian.2), "{jalali:?}");
        assert_eq!((to_jalali(day), to_gregorian(day)), (jalali, gregorian));
    }
    assert_eq!(parse("چهارشنبه 21 آبان ماه 1404"), Some(from_jalali(1404, 8, 21)));
    assert_eq!(parse("1404-7-26"), parse("2025-10-18"));
}
