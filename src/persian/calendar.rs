//! A civil day and its date in the Solar Hijri calendar of Iran.
//!
//! The leap rule is the 33-year cycle that agrees with Iran's official calendar on every year of 1300–1500 (checked
//! against `icu_calendar` in the tests); the 2820-year rule does not (it makes 1403 common).

use std::fmt;

use chrono::{Datelike, NaiveDate};

/// A civil day, counted in days from the Common Era (1 January of year 1 is day 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

/// A date of the Solar Hijri calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Jalali {
    /// The year, 1300–1500 for every date that a record may hold.
    pub year: i32,
    /// The month, 1 (Farvardin) to 12 (Esfand).
    pub month: u32,
    /// The day of the month, from 1.
    pub day: u32,
}

/// Day number of 1 Farvardin 1300 (21 March 1921).
const EPOCH: i32 = 701_345;
const EPOCH_YEAR: i32 = 1300;

/// Says whether a Solar Hijri year has 366 days (1403 and 1408 do, 1404 does not).
pub fn is_leap(year: i32) -> bool {
    (25 * year + 11).rem_euclid(33) < 8
}

/// How many days a month of a year has; `None` where there is no such month.
pub fn days_in_month(year: i32, month: u32) -> Option<u32> {
    match month {
        1..=6 => Some(31),
        7..=11 => Some(30),
        12 => Some(if is_leap(year) { 30 } else { 29 }),
        _ => None,
    }
}

/// Days from 1 Farvardin 1300 to 1 Farvardin of `year`.
///
/// With `F(y) = ⌊(25y + 11) / 33⌋` a year is leap exactly where `F(y) − F(y + 1) + 1 = 1`, so the sum telescopes.
fn days_before_year(year: i32) -> i32 {
    let turns = |year: i32| (25 * year + 11).div_euclid(33);
    366 * (year - EPOCH_YEAR) + turns(EPOCH_YEAR) - turns(year)
}

/// Days from the first of the year to the first of the month.
fn days_before_month(month: u32) -> i32 {
    let month = month.cast_signed();
    if month <= 7 { (month - 1) * 31 } else { 186 + (month - 7) * 30 }
}

impl Jalali {
    /// A date that exists, else `None`.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let last = days_in_month(year, month)?;
        (1..=last).contains(&day).then_some(Self { year, month, day })
    }
}

impl Day {
    /// The day of a date of the Gregorian calendar, `None` where there is no such date.
    pub fn from_gregorian(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self::from)
    }

    /// The day of a date of the Solar Hijri calendar, `None` where there is no such date.
    pub fn from_jalali(year: i32, month: u32, day: u32) -> Option<Self> {
        Jalali::new(year, month, day).map(Self::from)
    }

    /// Its date in the Solar Hijri calendar.
    pub fn jalali(self) -> Jalali {
        let days = self.0 - EPOCH;
        // Near enough: the two loops find the year itself, in one or two turns.
        let mut year = EPOCH_YEAR + days.div_euclid(366);
        while days_before_year(year + 1) <= days {
            year += 1;
        }
        while days_before_year(year) > days {
            year -= 1;
        }
        let of_year = days - days_before_year(year);
        let month = if of_year < 186 { of_year / 31 + 1 } else { (of_year - 186) / 30 + 7 }.cast_unsigned();
        let day = (of_year - days_before_month(month) + 1).cast_unsigned();
        Jalali { year, month, day }
    }

    /// Its date in the Gregorian calendar.
    pub fn gregorian(self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(self.0).expect("a day of a record lies in chrono's range")
    }

    /// The Gregorian date as ISO 8601 writes it («2025-10-18»).
    pub fn iso(self) -> String {
        self.gregorian().format("%Y-%m-%d").to_string()
    }

    /// The weekday, 0 for Saturday (شنبه) to 6 for Friday (جمعه).
    pub fn weekday(self) -> usize {
        // Day 1 of the Common Era was a Monday, two days after Saturday.
        (self.0 + 1).rem_euclid(7) as usize
    }

    /// The day that lies `days` later (earlier where negative).
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self(self.0 + days)
    }

    /// How many days have passed since `earlier`; negative where it lies later.
    pub fn since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }

    /// The last day of its Solar Hijri month.
    #[must_use]
    pub fn month_end(self) -> Self {
        let date = self.jalali();
        let last = days_in_month(date.year, date.month).expect("the month of a day exists");
        self.plus((last - date.day).cast_signed())
    }
}

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Self {
        Self(date.num_days_from_ce())
    }
}

impl From<Jalali> for Day {
    fn from(date: Jalali) -> Self {
        Self(EPOCH + days_before_year(date.year) + days_before_month(date.month) + date.day.cast_signed() - 1)
    }
}

impl fmt::Display for Jalali {
    /// As data files write it («1404-10-15»).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}
