//! The way of groups by months (F26).

use crate::figures::group::ordered;
use crate::figures::{SeriesRow, series};
use crate::progress::GroupKind;
use crate::tables::column::add_figures;
use crate::tables::context::Context;
use crate::tables::table::{Table, TableAbout};

pub(super) fn series(context: Option<Context<'_>>) -> Table<'_> {
    let about = TableAbout {
        name: "series",
        fa: "روند ماهانه",
        meaning_fa: "هر ردیف پیشرفت یک گروه، جز خانه‌ها، در پایان یک ماه یا در خود تاریخ گزارش است. پس از تاریخ گزارش تنها برنامه‌ای است.".into(),
        meaning_en: "One row per group (without cells) and month's end, and for the report's day itself; later rows have only planned progress.".into(),
        key: &["kind", "id", "date"],
    };
    let mut columns = Vec::new();
    add_figures(&mut columns, series::all(), |read| {
        move |c, (group, point)| read(&SeriesRow { group: c.group(group), point })
    });
    let mut table = Table::new(about, context, columns, |c| {
        let groups = ordered(c.dataset, c.figures).into_iter();
        let groups = groups.filter(|of| !matches!(of.kind, GroupKind::Cell(..)));
        groups.flat_map(|of| of.series.points.iter().map(move |&point| (of, point))).collect()
    });
    table.refers = Some((&["kind", "id"], "groups", &["kind", "id"]));
    table
}
