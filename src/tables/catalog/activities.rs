//! Activities: what their records say as of T, and their figures.

use std::borrow::Cow;

use crate::fields::Word;
use crate::model::key;
use crate::model::{Activity, Idx, Measure, Status};
use crate::progress::State;
use crate::site::Target;
use crate::tables::column::{About, Column, Kind, column, field, id, made, page, sample};
use crate::tables::context::Context;
use crate::tables::table::{Table, TableAbout};

type Row = Idx<Activity>;

/// The states (F12) in the order of [`State::ALL`].
pub(super) const STATES: [Word; 10] = {
    let mut choices = [const { Word { en: "", fa: "" } }; 10];
    let mut at = 0;
    while at < choices.len() {
        choices[at] = Word { en: State::ALL[at].key(), fa: State::ALL[at].word() };
        at += 1;
    }
    choices
};

pub(super) fn activities(context: Option<Context<'_>>) -> Table<'_> {
    let about = TableAbout {
        name: "activities",
        fa: "فعالیت‌ها",
        meaning_fa: "هر ردیف یک فعالیت است با رقم‌های آن تا تاریخ گزارش. لغوشده‌ها هم هست؛ در میانگین‌ها نیست.",
        meaning_en: "A row an activity with its figures as of the report's day; cancelled ones too, which no average counts.",
        key: &["id"],
    };
    let mut columns = record();
    columns.extend(figures());
    columns.push(column(sample(), |c, of| c.dataset[of].record.sample.into()));
    columns.push(column(page(), |c, of| c.page(Target::Activity(of))));
    Table::new(about, context, columns, |c| c.figures.existing().map(|(at, _)| at).collect())
}

/// What the record says.
fn record<'a>() -> Vec<Column<'a, Row>> {
    vec![
        column(id(), |c, of| (&c.dataset[of].record.id).into()),
        column(field(key::Activity::Title), |c, of| (&c.dataset[of].record.title).into()),
        column(field(key::Activity::Neighborhood).called("neighborhoods", "محله‌ها"), |c, of| {
            let ids = c.dataset[of].neighborhoods.iter().map(|&at| Cow::Borrowed(&*c.dataset[at].record.id));
            ids.collect::<Vec<_>>().into()
        }),
        column(field(key::Activity::Domain), |c, of| (&c.dataset[c.dataset[of].domain].record.id).into()),
        column(field(key::Activity::Problem), |c, of| {
            let problem = c.dataset[of].problem.map(|at| &c.dataset[at]);
            problem.filter(|of| c.has_happened(of.registered)).map(|of| &of.record.id).into()
        }),
        column(field(key::Activity::Summary), |c, of| c.dataset[of].summary.as_ref().into()),
        column(field(key::Activity::Lead), |c, of| {
            c.dataset[of].lead.map(|at| &c.dataset[at].record.id).into()
        }),
        column(field(key::Activity::Responsible), |c, of| c.dataset[of].responsible.as_ref().into()),
        column(field(key::Activity::Partners), |c, of| {
            let ids = c.dataset[of].partners.iter().map(|&at| Cow::Borrowed(&*c.dataset[at].record.id));
            ids.collect::<Vec<_>>().into()
        }),
        column(
            field(key::Activity::Status).always().means(
                "وضعیتی که در تاریخ گزارش برقرار است؛ اگر نوشته نشده باشد از تاریخ شروع برمی‌آید.",
                "The status that holds on the report's day; where none is written, what the start tells.",
            ),
            |c, of| c.figures_of(of).map(|of| of.status).map(Status::key).into(),
        ),
        column(field(key::Activity::Registered), |c, of| c.dataset[of].registered.into()),
        column(field(key::Activity::Start), |c, of| c.dataset[of].start.into()),
        column(
            field(key::Activity::Due).means(
                "مهلتی که در تاریخ گزارش برقرار است: مهلت واپسین تغییر، وگرنه مهلت نخست.",
                "The due in force on the report's day: that of the latest reschedule, else the first one.",
            ),
            |c, of| c.figures_of(of).and_then(|of| of.due).into(),
        ),
        column(
            field(key::Activity::Due)
                .called("due_original", "مهلت نخست")
                .means("مهلتی که در آغاز نوشته شد.", "The due that was written first."),
            |c, of| c.dataset[of].due.into(),
        ),
        column(field(key::Activity::Finished), |c, of| c.past(c.dataset[of].finished).into()),
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
            people(key::Beneficiaries::Reached, "beneficiaries_reached", "بهره‌مندان تحقق‌یافته"),
            |c, of| c.people(c.dataset[of].beneficiaries.as_ref().and_then(|of| of.reached)),
        ),
        column(
            field(key::Beneficiaries::Group).called("beneficiaries_group", "گروه بهره‌مند"),
            |c, of| c.dataset[of].beneficiaries.as_ref().and_then(|of| of.group.as_ref()).into(),
        ),
        column(field(key::Activity::DependsOn), |c, of| c.activity_ids(&c.dataset[of].depends_on)),
        column(
            field(key::Activity::Decision).called("decisions", "مصوبه‌ها").of(Kind::Ids).refers("decisions"),
            |c, of| {
                let held = c.dataset[of].decisions.iter().filter(|of| c.was_held(of.meeting));
                held.map(|&of| Cow::Owned(c.decision_id(of))).collect::<Vec<_>>().into()
            },
        ),
        column(field(key::Activity::Model), |c, of| {
            c.dataset[of].model.map(|at| &c.dataset[at].record.id).into()
        }),
        column(field(key::Activity::Tags), |c, of| (&c.dataset[of].tags).into()),
    ]
}

/// A count of people, masked where it is small (F29).
fn people(of: key::Beneficiaries, name: &'static str, fa: &'static str) -> About {
    field(of).called(name, fa).of(Kind::People)
}

/// The figures of an activity that exists at T.
macro_rules! figure {
    ($about:expr, |$of:ident| $value:expr) => {
        column($about, |c, of| c.figures_of(of).and_then(|$of| $value).into())
    };
}

/// The figures.
fn figures<'a>() -> Vec<Column<'a, Row>> {
    vec![
        figure!(measure(), |of| of.measure.map(Measure::key)),
        figure!(ACTUAL, |of| of.actual),
        figure!(PLANNED, |of| of.planned),
        figure!(DEVIATION, |of| of.deviation()),
        figure!(STATE, |of| Some(of.state.key())),
        figure!(DAYS_OVERDUE, |of| Some(of.days_overdue)),
        figure!(SLIPPAGE_DAYS, |of| of.slippage_days),
        figure!(RUNNING, |of| Some(of.running)),
        figure!(VERIFIED, |of| of.verified.map(|of| of.progress)),
        figure!(VERIFIED_GAP, |of| of.verified.and_then(|of| of.gap)),
        figure!(LAST_REPORT, |of| of.last_report),
        figure!(DAYS_SINCE_REPORT, |of| of.days_since_report),
        figure!(STALE, |of| Some(of.stale)),
        figure!(PILLAR_PROGRAMME, |of| Some(of.pillars.programme)),
        figure!(PILLAR_SCHEDULE, |of| Some(of.pillars.schedule)),
        figure!(PILLAR_RESPONSIBILITY, |of| Some(of.pillars.responsibility)),
    ]
}

fn measure() -> About {
    field(key::Activity::Measure).means(
        "پیشرفت با چه سنجیده شده است؛ تهی یعنی با هیچ.",
        "By what its progress is measured; empty where by nothing.",
    )
}

pub(super) const ACTUAL: About = made(
    "actual",
    "پیشرفت واقعی",
    Kind::Percent,
    "پیشرفت واقعی تا تاریخ گزارش؛ تهی یعنی نامعلوم، نه صفر.",
    "Actual progress as of the report's day; empty is unknown, never 0.",
);
pub(super) const PLANNED: About = made(
    "planned",
    "پیشرفت برنامه‌ای",
    Kind::Percent,
    "پیشرفتی که برنامه تا تاریخ گزارش می‌خواهد؛ تهی یعنی بی زمان‌بندی.",
    "Progress that the plan asks for by the report's day; empty without a schedule.",
);
pub(super) const DEVIATION: About =
    made("deviation", "انحراف", Kind::Points, "واقعی منهای برنامه‌ای.", "Actual less planned.");
const STATE: About = made(
    "state",
    "وضعیت در برابر برنامه",
    Kind::Choice(&STATES),
    "وضعیت فعالیت در برابر برنامهٔ خود.",
    "How it stands against its plan.",
)
.always();
const DAYS_OVERDUE: About =
    made("days_overdue", "روز دیرکرد", Kind::Whole, "روزهای گذشته از مهلت.", "Days past the due.")
        .days()
        .always();
const SLIPPAGE_DAYS: About = made(
    "slippage_days",
    "روز جابه‌جایی مهلت",
    Kind::Whole,
    "از مهلت نخست تا مهلت برقرار؛ منفی یعنی جلو کشیده شده است.",
    "From the first due to the one in force; negative where it was brought forward.",
)
.days();
pub(super) const RUNNING: About =
    made("running", "جاری", Kind::Bool, "آغاز شده و پایان نیافته است.", "It has begun and is not finished.")
        .always();
const VERIFIED: About = made(
    "verified",
    "پیشرفت تأییدشده",
    Kind::Percent,
    "پیشرفتی که واپسین بازدید دیده است.",
    "The progress that the latest visit saw.",
);
const VERIFIED_GAP: About = made(
    "verified_gap",
    "فاصلهٔ تأییدشده و اعلامی",
    Kind::Points,
    "آنچه بازدید دید منهای آنچه تا آن روز اعلام شده بود.",
    "What the visit saw less what was reported by that day.",
);
const LAST_REPORT: About = made(
    "last_report",
    "واپسین گزارش",
    Kind::Date,
    "روز واپسین خبر از فعالیت.",
    "The day of the latest news of it.",
);
const DAYS_SINCE_REPORT: About = made(
    "days_since_report",
    "روز از واپسین گزارش",
    Kind::Whole,
    "از واپسین گزارش تا تاریخ گزارش.",
    "From its last report to the report's day.",
)
.days();
pub(super) const STALE: About = made(
    "stale",
    "گزارش کهنه",
    Kind::Bool,
    "جاری است و گزارش تازه ندارد.",
    "It runs and its last report is old.",
)
.always();
pub(super) const PILLAR_PROGRAMME: About = made(
    "pillar_programme",
    "رکن برنامه",
    Kind::Bool,
    "شرح و دست‌کم یک مرحله یا شاخص دارد.",
    "It has a text, and a milestone or indicator.",
)
.always();
pub(super) const PILLAR_SCHEDULE: About =
    made("pillar_schedule", "رکن زمان‌بندی", Kind::Bool, "شروع و مهلت دارد.", "It has a start and a due.")
        .always();
pub(super) const PILLAR_RESPONSIBILITY: About = made(
    "pillar_responsibility",
    "رکن مسئولیت",
    Kind::Bool,
    "دستگاه مسئول و فرد مسئول دارد.",
    "It has a lead and a responsible person.",
)
.always();
