//! Days as views carry them.

use crate::persian::numbers::plain;
use crate::persian::{Day, dates};

use super::view::{DayMark, Stamp};

/// «۱۴۰۴/۰۷/۲۶», for columns.
pub(super) fn short(day: Day) -> Stamp {
    Stamp { iso: day.iso(), text: dates::short(day) }
}

/// «۲۶ مهر ۱۴۰۴», for sentences and facts.
pub(super) fn medium(day: Day) -> Stamp {
    Stamp { iso: day.iso(), text: dates::medium(day) }
}

/// «شنبه ۲۶ مهر ۱۴۰۴», for headings.
pub(super) fn long(day: Day) -> Stamp {
    Stamp { iso: day.iso(), text: dates::long(day) }
}

/// A large day with its month; the year follows where it is not the report's.
pub(super) fn mark(day: Day, report: Day) -> DayMark {
    let date = day.jalali();
    let name = dates::month_name(date.month);
    let month = if date.year == report.jalali().year {
        name.to_owned()
    } else {
        format!("{name} {}", plain(date.year.into()))
    };
    DayMark { iso: day.iso(), day: plain(date.day.into()), month }
}
