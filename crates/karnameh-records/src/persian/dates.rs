//! Parses dates that people type and formats dates for pages.
//!
//! [`parse`] accepts every notation that a record may use, in either calendar, and reports a [`DateError`] otherwise. The
//! other functions format a [`Day`].

mod error;
mod read;

use super::calendar::Day;
use super::numbers::{integer, plain, push_digits};

pub use error::{DateError, Missing};
pub use read::{Calendar, GREGORIAN_YEARS, JALALI_YEARS, parse};

const MONTHS: [&str; 12] =
    ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"];
const WEEKDAYS: [&str; 7] = ["شنبه", "یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه"];
const WEEKDAYS_EN: [&str; 7] = ["Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];

/// Returns the name of a month, 1 (فروردین) to 12 (اسفند), or an empty string for any other number.
pub fn month_name(month: u32) -> &'static str {
    (month as usize).checked_sub(1).and_then(|at| MONTHS.get(at)).copied().unwrap_or_default()
}

/// Returns the name of a weekday, 0 (شنبه) to 6 (جمعه) as in [`Day::weekday`], or an empty string for any other number.
pub fn weekday_name(weekday: usize) -> &'static str {
    WEEKDAYS.get(weekday).copied().unwrap_or_default()
}

/// Returns the English name of a weekday, 0 (Saturday) to 6 (Friday), or an empty string for any other number.
pub fn weekday_name_en(weekday: usize) -> &'static str {
    WEEKDAYS_EN.get(weekday).copied().unwrap_or_default()
}

/// Formats as «۱۴۰۴/۰۷/۲۶».
pub fn short(day: Day) -> String {
    let date = day.jalali();
    // A Persian digit takes two bytes in UTF-8.
    let mut out = String::with_capacity(2 * "1404/07/26".len());
    push_digits(&mut out, date.year.unsigned_abs().into(), 4);
    for part in [date.month, date.day] {
        out.push('/');
        push_digits(&mut out, part.into(), 2);
    }
    out
}

/// Formats as «۲۶ مهر ۱۴۰۴».
pub fn medium(day: Day) -> String {
    format!("{} {}", day_month(day), year(day.jalali().year))
}

/// Formats as «شنبه ۲۶ مهر ۱۴۰۴».
pub fn long(day: Day) -> String {
    format!("{} {}", weekday_name(day.weekday()), medium(day))
}

/// Formats as «۲۶ مهر».
pub fn day_month(day: Day) -> String {
    let date = day.jalali();
    format!("{} {}", plain(date.day.into()), month_name(date.month))
}

/// Formats as «مهر ۱۴۰۴».
pub fn month_year(day: Day) -> String {
    let date = day.jalali();
    format!("{} {}", month_name(date.month), year(date.year))
}

/// Formats as «۱۴۰۴»: years have no thousands separator.
pub fn year(year: i32) -> String {
    plain(year.into())
}

/// Formats a number of days: «۱۱ روز», «۱٬۰۲۰ روز».
pub fn days(count: i32) -> String {
    format!("{} روز", integer(count))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::persian::text::fold_key;

    fn day(year: i32, month: u32, day: u32) -> Day {
        Day::from_jalali(year, month, day).expect("exists")
    }

    #[test]
    fn the_forms_of_pages() {
        let report = day(1404, 7, 26);
        assert_eq!(short(report), "۱۴۰۴/۰۷/۲۶");
        assert_eq!(short(day(1404, 1, 1)), "۱۴۰۴/۰۱/۰۱");
        assert_eq!(medium(report), "۲۶ مهر ۱۴۰۴");
        assert_eq!(long(report), "شنبه ۲۶ مهر ۱۴۰۴");
        assert_eq!(day_month(report), "۲۶ مهر");
        assert_eq!(month_year(report), "مهر ۱۴۰۴");
        assert_eq!(year(1404), "۱۴۰۴");
        assert_eq!(days(11), "۱۱ روز");
        assert_eq!(days(-1020), "−۱٬۰۲۰ روز");
    }

    #[test]
    fn names() {
        assert_eq!(
            (month_name(0), month_name(1), month_name(12), month_name(13)),
            ("", "فروردین", "اسفند", "")
        );
        assert_eq!((weekday_name(0), weekday_name(6), weekday_name(7)), ("شنبه", "جمعه", ""));
        assert_eq!(weekday_name_en(0), "Saturday");
        // The parser compares these names with folded text, so they must already be in folded form.
        assert!(MONTHS.iter().all(|name| fold_key(name) == *name));
    }
}
