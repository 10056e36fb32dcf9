//! The figures of a group at a month's end (F26).

use crate::progress::SeriesPoint;

use super::{Figure, Form, GroupRow, Kind, activity, figures, group};

/// A group on one day of its series.
#[derive(Debug, Clone, Copy)]
pub struct SeriesRow<'a> {
    /// The group.
    pub group: GroupRow<'a>,
    /// The day with its figures.
    pub point: SeriesPoint,
}

figures! { SeriesRow;
    KIND "F26" = group::KIND.tables() => |row| Kind::from(row.group.group.kind).into();
    ID "F26" = group::ID.tables() => |row| row.group.id().into();
    DATE "F26" = Figure::new("date", "تاریخ", "date", Form::Date)
        .always()
        .means("پایان ماه، یا تاریخ گزارش.", "The month's end, or the report's day.")
        .tables()
        => |row| row.point.day.into();
    ACTUAL "F26" = activity::ACTUAL
        .means(
            "پیشرفت واقعی از روی آنچه تا آن روز دانسته بود.",
            "Actual progress as known on that day.",
        )
        .tables()
        => |row| row.point.actual.into();
    PLANNED "F26" = activity::PLANNED.tables() => |row| row.point.planned.into();
    DEVIATION "F26" = group::DEVIATION.tables() => |row| row.point.deviation.into();
}
