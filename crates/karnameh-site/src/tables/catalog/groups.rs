//! Groups and their figures: site, counties, neighborhoods, domains, agencies, cells.

use crate::figures::decisions::DecisionRow;
use crate::figures::group::ordered;
use crate::figures::{decisions, group};
use crate::tables::column::add_figures;
use crate::tables::context::Context;
use crate::tables::table::{Table, TableAbout};

pub(super) fn groups(context: Option<Context<'_>>) -> Table<'_> {
    let about = TableAbout {
        name: "groups",
        fa: "رقم‌های گروه‌ها",
        meaning_fa: "هر ردیف رقم‌های یک گروه در تاریخ گزارش است: همه، شهرستان، محله، حوزه، دستگاه، و خانهٔ محله و حوزه.".into(),
        meaning_en: "One row per group, with its figures on the report's day: the site, a county, neighborhood, domain, agency, or the cell of a neighborhood and a domain.".into(),
        key: &["kind", "id"],
    };
    let mut columns = Vec::new();
    add_figures(&mut columns, group::all(), |read| move |c, group| read(&c.group(group)));
    // Only the site and agencies have decisions.
    let counts = decisions::all().map(|(figure, read)| (figure.maybe(), read));
    add_figures(&mut columns, counts, |read| move |_, group| read(&DecisionRow::in_group(group)));
    Table::new(about, context, columns, |c| ordered(c.dataset, c.figures))
}
