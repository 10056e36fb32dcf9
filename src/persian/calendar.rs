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
    ///
    /// # Panics
    /// Where the day lies more than 260,000 years away, which no date of a record does.
    pub fn gregorian(self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(self.0).expect("a day of a record lies in chrono's range")
    }

    /// The Gregorian date as ISO 8601 writes it («2025-10-18»).
    pub fn iso(self) -> String {
        self.gregorian().to_string()
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
        days_in_month(date.year, date.month).map_or(self, |last| self.plus((last - date.day).cast_signed()))
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

#[cfg(test)]
mod tests {
    use super::*;
    use icu_calendar::Date;
    use icu_calendar::types::Weekday;

    #[test]
    fn every_day_of_two_centuries_equals_icu_and_comes_back() {
        let first = Day::from_jalali(1300, 1, 1).expect("exists");
        let last = Day::from_jalali(1500, 12, days_in_month(1500, 12).expect("Esfand")).expect("exists");
        assert_eq!(first.iso(), "1921-03-21");
        let mut day = first;
        while day <= last {
            let (ours, civil) = (day.jalali(), day.gregorian());
            let month = u8::try_from(civil.month()).expect("a month");
            let iso = Date::try_new_iso(civil.year(), month, u8::try_from(civil.day()).expect("a day"))
                .expect("a civil date");
            let theirs = iso.to_calendar(icu_calendar::cal::Persian);
            assert_eq!(
                (ours.year, ours.month, ours.day),
                (
                    theirs.year().extended_year(),
                    theirs.month().ordinal.into(),
                    theirs.day_of_month().0.into()
                ),
                "{civil}"
            );
            let weekday = match iso.weekday() {
                Weekday::Saturday => 0,
                Weekday::Sunday => 1,
                Weekday::Monday => 2,
                Weekday::Tuesday => 3,
                Weekday::Wednesday => 4,
                Weekday::Thursday => 5,
                Weekday::Friday => 6,
            };
            assert_eq!(day.weekday(), weekday, "{civil}");
            assert_eq!(Day::from(ours), day);
            assert_eq!(Day::from_jalali(ours.year, ours.month, ours.day), Some(day));
            assert_eq!(Day::from_gregorian(civil.year(), civil.month(), civil.day()), Some(day));
            assert_eq!(day.month_end().jalali().month, ours.month);
            assert_eq!(day.month_end().plus(1).jalali().day, 1);
            day = day.plus(1);
        }
        assert_eq!(last.since(first), 73_413);
    }

    #[test]
    fn leap_years_of_our_time() {
        let leap: Vec<i32> = (1370..=1445).filter(|&year| is_leap(year)).collect();
        let known = [
            1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412, 1416, 1420, 1424, 1428, 1432,
            1436, 1441, 1445,
        ];
        assert_eq!(leap, known);
    }

    #[test]
    fn dates_that_do_not_exist() {
        for (year, month, day) in
            [(1404, 12, 30), (1404, 7, 31), (1404, 0, 1), (1404, 13, 1), (1404, 1, 0), (1404, 1, 32)]
        {
            assert_eq!(Day::from_jalali(year, month, day), None, "{year}/{month}/{day}");
        }
        assert!(Day::from_jalali(1403, 12, 30).is_some());
        assert_eq!(Day::from_gregorian(2025, 2, 29), None);
    }

    #[test]
    fn known_days() {
        for (jalali, iso, weekday) in [
            ((1404, 7, 26), "2025-10-18", 0),
            ((1404, 1, 1), "2025-03-21", 6),
            ((1403, 12, 30), "2025-03-20", 5),
            ((1357, 11, 22), "1979-02-11", 1),
            ((1299, 12, 29), "1921-03-20", 1),
        ] {
            let day = Day::from_jalali(jalali.0, jalali.1, jalali.2).expect("exists");
            assert_eq!((day.iso().as_str(), day.weekday()), (iso, weekday));
        }
        let day = Day::from_jalali(1404, 7, 6).expect("exists");
        assert_eq!(day.jalali().to_string(), "1404-07-06");
    }
}
