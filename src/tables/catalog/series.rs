//! The way of groups by months (F26).

use crate::progress::{Group, GroupKind, SeriesPoint};
use crate::tables::column::{About, Kind, column, made};
use crate::tables::context::Context;
use crate::tables::table::{Table, TableAbout};

use super::activities::{ACTUAL, PLANNED};
use super::groups::{ID, KIND, name, ordered, text};

pub(super) fn series(context: Option<Context<'_>>) -> Table<'_> {
    type Row<'a> = (&'a Group, SeriesPoint);
    const DATE: About = made(
        "date",
        "تاریخ",
        Kind::Date,
        "پایان ماه، یا تاریخ گزارش.",
        "The month's end, or the report's day.",
    )
    .always();
    let about = TableAbout {
        name: "series",
        fa: "روند ماهانه",
        meaning_fa: "هر ردیف پیشرفت یک گروه، جز خانه‌ها، در پایان یک ماه یا در خود تاریخ گزارش است. پس از تاریخ گزارش تنها برنامه‌ای است.",
        meaning_en: "A row the progress of a group (cells left out) at a month's end or on the report's day itself; after it there is only the planned one.",
        key: &["kind", "id", "date"],
    };
    let columns = vec![
        column(KIND, |c, (of, _): Row<'_>| name(c, of).kind.into()),
        column(ID, |c, (of, _)| text(name(c, of).id)),
        column(DATE, |_, (_, point)| point.day.into()),
        column(
            ACTUAL.means(
                "پیشرفت واقعی از روی آنچه تا آن روز دانسته بود.",
                "Actual progress by what was known on that day.",
            ),
            |_, (_, point)| point.actual.into(),
        ),
        column(PLANNED, |_, (_, point)| point.planned.into()),
    ];
    let mut table = Table::new(about, context, columns, |c| {
        let groups = ordered(c.dataset, c.figures).into_iter();
        let groups = groups.filter(|of| !matches!(of.kind, GroupKind::Cell(..)));
        groups.flat_map(|of| of.series.points.iter().map(move |&point| (of, point))).collect()
    });
    table.refers = Some((&["kind", "id"], "groups", &["kind", "id"]));
    table
}
