//! A civil day and its date in the Solar Hijri calendar of Iran.
//!
//! The leap rule is the 33-year cycle that agrees with Iran's official calendar on every year of 1300–1500 (checked
//! against `icu_calendar` in the tests); the 2820-year rule does not (it makes 1403 common).

use std::fmt;

use chrono::{Datelike, NaiveDate};

/// A civil day, stored as the number of days since the Common Era began (1 January of year 1 is day 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

/// A date of the Solar Hijri calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Jalali {
    /// 1300–1500 for every date that a record may contain.
    pub year: i32,
    /// 1 (Farvardin) to 12 (Esfand).
    pub month: u32,
    /// Day of the month, starting at 1.
    pub day: u32,
}

/// Day number of 1 Farvardin 1300 (21 March 1921).
const EPOCH: i32 = 701_345;
const EPOCH_YEAR: i32 = 1300;

/// Returns whether a Solar Hijri year has 366 days (1403 and 1408 do, 1404 does not).
pub fn is_leap(year: i32) -> bool {
    // Eight leap years in each cycle of 33; the offset 11 places them (the tests compare every day with ICU).
    (25 * year + 11).rem_euclid(33) < 8
}

/// Returns the number of days in a month, or `None` if `month` is not 1–12.
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
/// Let `F(y) = ⌊(25y + 11) / 33⌋`. Year `y` is a leap year exactly if `F(y) − F(y + 1) + 1 = 1`, so the sum over the
/// years telescopes and needs no loop.
fn days_before_year(year: i32) -> i32 {
    let turns = |year: i32| (25 * year + 11).div_euclid(33);
    366 * (year - EPOCH_YEAR) + turns(EPOCH_YEAR) - turns(year)
}

/// Days from the first day of the year to the first day of the month. The first six months have 31 days each.
fn days_before_month(month: u32) -> i32 {
    let month = month.cast_signed();
    if month <= 7 { (month - 1) * 31 } else { 186 + (month - 7) * 30 }
}

impl Jalali {
    /// Returns the date, or `None` if the calendar does not contain it.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let last = days_in_month(year, month)?;
        (1..=last).contains(&day).then_some(Self { year, month, day })
    }
}

impl Day {
    /// Converts a Gregorian date, or returns `None` if the calendar does not contain it.
    pub fn from_gregorian(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self::from)
    }

    /// Converts a Solar Hijri date, or returns `None` if the calendar does not contain it.
    pub fn from_jalali(year: i32, month: u32, day: u32) -> Option<Self> {
        Jalali::new(year, month, day).map(Self::from)
    }

    /// Returns the date in the Solar Hijri calendar.
    pub fn jalali(self) -> Jalali {
        let days = self.0 - EPOCH;
        // A lower or upper bound is enough here: the two loops correct it in one or two steps.
        let mut year = EPOCH_YEAR + days.div_euclid(366);
        while days_before_year(year + 1) <= days {
            year += 1;
        }
        while days_before_year(year) > days {
            year -= 1;
        }
        let day_of_year = days - days_before_year(year);
        let month = if day_of_year < 186 { day_of_year / 31 + 1 } else { (day_of_year - 186) / 30 + 7 }
            .cast_unsigned();
        let day = (day_of_year - days_before_month(month) + 1).cast_unsigned();
        Jalali { year, month, day }
    }

    /// Returns the date in the Gregorian calendar.
    ///
    /// # Panics
    /// If the day is more than 260,000 years away, which no date in a record can be.
    pub fn gregorian(self) -> NaiveDate {
        NaiveDate::from_num_days_from_ce_opt(self.0).expect("a day of a record lies in chrono's range")
    }

    /// Returns the Gregorian date in ISO 8601 format («2025-10-18»).
    pub fn iso(self) -> String {
        self.gregorian().to_string()
    }

    /// Returns the weekday, from 0 for Saturday (شنبه) to 6 for Friday (جمعه).
    pub fn weekday(self) -> usize {
        // Day 1 of the Common Era was a Monday, two days after Saturday.
        (self.0 + 1).rem_euclid(7) as usize
    }

    /// Returns the day `days` later, or earlier if `days` is negative.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self(self.0 + days)
    }

    /// Returns the number of days since `earlier`, negative if `earlier` is in fact later.
    pub fn since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }

    /// Returns the last day of this day's Solar Hijri month.
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
    /// Formats the date as data files contain it («1404-10-15»).
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
