//! Activities: what their records say as of T, and their figures.

use crate::figures;
use crate::model::{Activity, Idx, RecordKind, key};
use crate::site::Target;
use crate::tables::column::{
    About, Column, Kind, add_declared, add_figures, column, declared, declared_within, field, id, page,
    sample,
};
use crate::tables::context::Context;
use crate::tables::table::{Table, TableAbout};

type Row = Idx<Activity>;

/// What other columns say of the day of the report: the status that holds, and the measure in force among the figures.
const LEFT_OUT: &[key::Activity] = &[key::Activity::StatusSince, key::Activity::Measure];

pub(super) fn activities(context: Option<Context<'_>>) -> Table<'_> {
    let about = TableAbout {
        meaning_fa: "هر ردیف یک فعالیت است با رقم‌های آن تا تاریخ گزارش. لغوشده‌ها هم هست؛ در میانگین‌ها نیست.".into(),
        meaning_en: "One row per activity, with its figures as of the report's day; also cancelled ones, which averages leave out.".into(),
        ..TableAbout::of_kind(RecordKind::Activity)
    };
    let mut columns = record();
    add_figures(&mut columns, figures::activity::all(), |read| move |c, of| read(&c.activity(of)));
    columns.push(column(sample(), |c, of| c.dataset[of].record.sample.into()));
    columns.push(column(page(), |c, of| c.page(Target::Activity(of))));
    add_declared(&mut columns, LEFT_OUT, declared(Context::record));
    add_declared(&mut columns, &[], budget());
    add_declared(&mut columns, &[], beneficiaries());
    Table::new(about, context, columns, |c| (0..c.dataset.activities.len()).map(Idx::new).collect())
}

/// What the record says.
fn record<'a>() -> Vec<Column<'a, Row>> {
    let own = declared(Context::record);
    let budget = budget();
    let beneficiaries = beneficiaries();
    vec![
        column(id(), |c, of| (&c.dataset[of].record.id).into()),
        own(key::Activity::Title),
        own(key::Activity::Neighborhood)
            .with(|about| about.called("neighborhoods", RecordKind::Neighborhood.many_fa())),
        own(key::Activity::Domain),
        own(key::Activity::Problem),
        own(key::Activity::Summary),
        column(
            field(key::Activity::Lead).means(
                "دستگاهی که در تاریخ گزارش مسئول است؛ تغییرها در جدول handovers است.",
                "The agency that leads on the report's day; the table `handovers` has the changes.",
            ),
            |c, of| c.dataset[of].lead.map(|at| &*c.dataset[at].record.id).into(),
        ),
        own(key::Activity::Responsible),
        own(key::Activity::Partners),
        column(
            field(key::Activity::Status).always().means(
                "وضعیتی که در تاریخ گزارش برقرار است؛ اگر نوشته نشده باشد از تاریخ شروع برمی‌آید.",
                "The status that applies on the report's day; if none is written, it follows from the start.",
            ),
            |c, of| c.figures_of(of).status.into(),
        ),
        own(key::Activity::Registered),
        own(key::Activity::Start),
        column(
            field(key::Activity::Due).means(
                "مهلتی که در تاریخ گزارش برقرار است: مهلت آخرین تغییر، وگرنه مهلت نخست.",
                "The due date in force on the report's day: that of the latest reschedule, otherwise the first one.",
            ),
            |c, of| c.figures_of(of).due.into(),
        ),
        own(key::Activity::Due).with(|about| {
            about.called("due_original", "مهلت نخست").means("مهلتی که در آغاز نوشته شد.", "The first due date.")
        }),
        own(key::Activity::Finished),
        own(key::Activity::Weight).with(About::always),
        budget(key::Budget::Planned).with(|about| about.headed("بودجهٔ مصوب")),
        budget(key::Budget::Spent).with(|about| about.headed("هزینه‌کرد")),
        budget(key::Budget::Source).with(|about| about.headed("منبع بودجه")),
        beneficiaries(key::Beneficiaries::Planned).with(|about| about.headed("بهره‌مندان پیش‌بینی‌شده")),
        beneficiaries(key::Beneficiaries::Reached)
            .with(|about| about.headed(figures::group::BENEFICIARIES_REACHED.head)),
        beneficiaries(key::Beneficiaries::Group).with(|about| about.headed("گروه بهره‌مند")),
        own(key::Activity::DependsOn),
        column(
            field(key::Activity::Decision).called("decisions", "مصوبه‌ها").of(Kind::Ids).refers("decisions"),
            |c, of| c.dataset[of].decisions.iter().map(|&of| c.decision_id(of)).collect(),
        ),
        own(key::Activity::Model),
        own(key::Activity::Tags),
    ]
}

fn budget<'a>() -> impl Fn(key::Budget) -> Column<'a, Row> + Copy {
    declared_within(key::Activity::Budget, |c: &Context<'a>, of: Row| c.record(of).budget.as_ref())
}

fn beneficiaries<'a>() -> impl Fn(key::Beneficiaries) -> Column<'a, Row> + Copy {
    declared_within(key::Activity::Beneficiaries, |c: &Context<'a>, of: Row| {
        c.record(of).beneficiaries.as_ref()
    })
}
