//! Activities: what their records say as of T, and their figures.

use std::borrow::Cow;

use crate::figures;
use crate::model::key;
use crate::model::{Activity, Idx};
use crate::site::Target;
use crate::tables::column::{
    About, Column, Kind, add_declared, add_figures, column, declared, field, id, page, sample,
};
use crate::tables::context::Context;
use crate::tables::table::{Table, TableAbout};

type Row = Idx<Activity>;

/// What other columns say of the day of the report: the status that holds, and the measure in force among the figures.
const LEFT_OUT: &[key::Activity] = &[key::Activity::StatusSince, key::Activity::Measure];

pub(super) fn activities(context: Option<Context<'_>>) -> Table<'_> {
    let about = TableAbout {
        name: "activities",
        fa: "فعالیت‌ها",
        meaning_fa: "هر ردیف یک فعالیت است با رقم‌های آن تا تاریخ گزارش. لغوشده‌ها هم هست؛ در میانگین‌ها نیست.",
        meaning_en: "One row per activity, with its figures as of the report's day; also cancelled ones, which averages leave out.",
        key: &["id"],
    };
    let mut columns = record();
    add_figures(&mut columns, figures::activity::all(), |read| move |c, of| read(&c.activity(of)).into());
    columns.push(column(sample(), |c, of| c.dataset[of].record.sample.into()));
    columns.push(column(page(), |c, of| c.page(Target::Activity(of))));
    add_declared(&mut columns, LEFT_OUT, Context::record);
    Table::new(about, context, columns, |c| (0..c.dataset.activities.len()).map(Idx::new).collect())
}

/// What the record says.
fn record<'a>() -> Vec<Column<'a, Row>> {
    let own = declared(Context::record);
    vec![
        column(id(), |c, of| (&c.dataset[of].record.id).into()),
        own(key::Activity::Title),
        column(field(key::Activity::Neighborhood).called("neighborhoods", "محله‌ها"), |c, of| {
            let ids = c.dataset[of].neighborhoods.iter().map(|&at| Cow::Borrowed(&*c.dataset[at].record.id));
            ids.collect::<Vec<_>>().into()
        }),
        own(key::Activity::Domain),
        own(key::Activity::Problem),
        own(key::Activity::Summary),
        own(key::Activity::Lead),
        own(key::Activity::Responsible),
        own(key::Activity::Partners),
        column(
            field(key::Activity::Status).always().means(
                "وضعیتی که در تاریخ گزارش برقرار است؛ اگر نوشته نشده باشد از تاریخ شروع برمی‌آید.",
                "The status that applies on the report's day; if none is written, it follows from the start.",
            ),
            |c, of| c.figures_of(of).status.key().into(),
        ),
        own(key::Activity::Registered),
        own(key::Activity::Start),
        column(
            field(key::Activity::Due).means(
                "مهلتی که در تاریخ گزارش برقرار است: مهلت واپسین تغییر، وگرنه مهلت نخست.",
                "The due date in force on the report's day: that of the latest reschedule, otherwise the first one.",
            ),
            |c, of| c.figures_of(of).due.into(),
        ),
        column(
            field(key::Activity::Due)
                .called("due_original", "مهلت نخست")
                .means("مهلتی که در آغاز نوشته شد.", "The first due date."),
            |c, of| c.dataset[of].due.into(),
        ),
        own(key::Activity::Finished),
        column(field(key::Activity::Weight).always(), |c, of| c.dataset[of].weight.into()),
        column(field(key::Budget::Planned).called("budget_planned", "بودجهٔ مصوب"), |c, of| {
            c.dataset[of].budget.as_ref().and_then(|of| of.planned).into()
        }),
        column(field(key::Budget::Spent).called("budget_spent", "هزینه‌کرد"), |c, of| {
            c.dataset[of].budget.as_ref().and_then(|of| of.spent).into()
        }),
        column(field(key::Budget::Source).called("budget_source", "منبع بودجه"), |c, of| {
            c.dataset[of].budget.as_ref().and_then(|of| of.source.as_ref()).into()
        }),
        column(
            people(key::Beneficiaries::Planned, "beneficiaries_planned", "بهره‌مندان پیش‌بینی‌شده"),
            |c, of| c.people(c.dataset[of].beneficiaries.as_ref().and_then(|of| of.planned)),
        ),
        column(
            people(
                key::Beneficiaries::Reached,
                "beneficiaries_reached",
                figures::group::BENEFICIARIES_REACHED.head,
            ),
            |c, of| c.people(c.dataset[of].beneficiaries.as_ref().and_then(|of| of.reached)),
        ),
        column(
            field(key::Beneficiaries::Group).called("beneficiaries_group", "گروه بهره‌مند"),
            |c, of| c.dataset[of].beneficiaries.as_ref().and_then(|of| of.group.as_ref()).into(),
        ),
        own(key::Activity::DependsOn),
        column(
            field(key::Activity::Decision).called("decisions", "مصوبه‌ها").of(Kind::Ids).refers("decisions"),
            |c, of| {
                c.dataset[of]
                    .decisions
                    .iter()
                    .map(|&of| Cow::Owned(c.decision_id(of)))
                    .collect::<Vec<_>>()
                    .into()
            },
        ),
        own(key::Activity::Model),
        own(key::Activity::Tags),
    ]
}

/// A count of people, masked where it is small (F29).
fn people(of: key::Beneficiaries, name: &'static str, fa: &'static str) -> About {
    field(of).called(name, fa).of(Kind::People)
}
