//! The calendar of visits: how often each neighborhood was visited in each month. A table, so it is its own twin.

use serde::Serialize;

use crate::site::view::Link;

/// Visits of the last months, neighborhood by neighborhood, from the right.
#[derive(Debug, Serialize)]
pub struct VisitCalendar {
    /// The months, the latest last.
    pub months: Vec<MonthHead>,
    /// The neighborhoods; at least one.
    pub rows: Vec<MonthCounts>,
}

/// A month of the calendar.
#[derive(Debug, Serialize)]
pub struct MonthHead {
    /// «مهر»
    pub name: String,
    /// «۱۴۰۴», where the year begins or the calendar does; else empty.
    pub year: String,
    /// «مهر ۱۴۰۴»
    pub title: String,
}

/// A neighborhood in the calendar.
#[derive(Debug, Serialize)]
pub struct MonthCounts {
    /// The neighborhood.
    pub neighborhood: Link,
    /// Visits in each month; empty text for none.
    pub counts: Vec<String>,
    /// All of these.
    pub total: String,
}
