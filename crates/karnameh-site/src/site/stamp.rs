//! Days as views carry them.

use serde::{Deserialize, Serialize};

use crate::persian::numbers::plain;
use crate::persian::{Day, dates};

/// A day as machines and as people read it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// «2025-10-18»
    pub iso: String,
    /// «۲۶ مهر ۱۴۰۴», «۱۴۰۴/۰۷/۲۶»
    pub text: String,
}

/// A day as a dated list shows it: large number, small month.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct DayMark {
    /// «2025-10-18»
    pub iso: String,
    /// «۲۶»
    pub day: String,
    /// «مهر», with the year where it is another
    pub month: String,
}

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
