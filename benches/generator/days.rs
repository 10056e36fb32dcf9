//! Days of the years 1402–1408, counted from 1 Farvardin 1402, in the notations of records.

use super::form::{Tongue, digits};

/// The number of days since 1402/01/01.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day(usize);

const MONTHS: [&str; 12] =
    ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"];

/// The report's day: 31 Khordad 1405.
pub(crate) const TODAY: Day = Day(365 + 366 + 365 + 92);

impl Day {
    /// The earliest day in the corpus.
    pub(crate) const FIRST: Self = Self(0);

    pub(crate) fn plus(self, days: usize) -> Self {
        Self(self.0 + days)
    }

    /// Goes back by a number of days, but not before the earliest day.
    pub(crate) fn minus(self, days: usize) -> Self {
        Self(self.0.saturating_sub(days))
    }

    /// Returns the number of days until a later day, or 0 if it is not later.
    pub(crate) fn until(self, later: Self) -> usize {
        later.0.saturating_sub(self.0)
    }

    /// Returns year, month and day; month and day count from 1.
    fn parts(self) -> (usize, usize, usize) {
        let (mut year, mut left) = (1402, self.0);
        while left >= days_in_year(year) {
            left -= days_in_year(year);
            year += 1;
        }
        if left < 186 {
            (year, left / 31 + 1, left % 31 + 1)
        } else {
            (year, (left - 186) / 30 + 7, (left - 186) % 30 + 1)
        }
    }

    pub(crate) fn year(self) -> usize {
        self.parts().0
    }

    /// Formats a day as officials do: «1404/07/26», in Persian «۱۴۰۴/۰۷/۲۶», or occasionally «26 مهر 1404».
    pub(crate) fn write(self, tongue: Tongue) -> String {
        let (year, month, day) = self.parts();
        match tongue {
            Tongue::Persian if day % 4 == 0 => digits(&format!("{day} {} {year}", MONTHS[month - 1])),
            Tongue::Persian => digits(&format!("{year}/{month:02}/{day:02}")),
            Tongue::English => format!("{year}/{month:02}/{day:02}"),
        }
    }
}

fn days_in_year(year: usize) -> usize {
    if year == 1403 || year == 1408 { 366 } else { 365 }
}
