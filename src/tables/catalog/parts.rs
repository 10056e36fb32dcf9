//! What activities consist of: milestones, indicators and their values, moved dues, reports, evidence.

use crate::model::key;
use crate::model::{Activity, Direction, EvidenceSource, Idx, Reason};
use crate::tables::column::{About, Kind, column, field, made, position, sample};
use crate::tables::context::{Context, prose};
use crate::tables::table::{Table, TableAbout};

/// A row of a list of an activity: the activity and the place in its list.
type Row = (Idx<Activity>, usize);

/// The activity to which a row belongs.
fn activity() -> About {
    field(key::Report::Activity)
        .means("فعالیتی که این ردیف از آن است.", "The activity that the row belongs to.")
}

/// The rows of a list of every activity.
fn rows(c: Context<'_>, count: impl Fn(&Activity) -> usize) -> Vec<Row> {
    let mut rows = Vec::new();
    for (position, activity) in c.dataset.activities.iter().enumerate() {
        rows.extend((0..count(activity)).map(|place| (Idx::new(position), place)));
    }
    rows
}

/// The columns that begin such a row.
macro_rules! begin {
    () => {
        [
            column(activity(), |c, (at, _): Row| (&c.dataset[at].record.id).into()),
            column(position(), |_, (_, place): Row| (place + 1).into()),
        ]
    };
}

/// Whether the activity to which a row belongs is illustrative.
fn of_sample() -> About {
    sample().means("فعالیت نمایشی است.", "The activity is illustrative.")
}

pub(super) fn milestones(context: Option<Context<'_>>) -> Table<'_> {
    let about = TableAbout {
        name: "milestones",
        fa: "مرحله‌ها",
        meaning_fa: "هر ردیف یک مرحلهٔ یک فعالیت است.",
        meaning_en: "One row per milestone of an activity.",
        key: &["activity", "position"],
    };
    let mut columns = Vec::from(begin!());
    columns.extend([
        column(field(key::Milestone::Title), |c, (at, place): Row| {
            (&c.dataset[at].milestones[place].title).into()
        }),
        column(field(key::Milestone::Due), |c, (at, place)| c.dataset[at].milestones[place].due.into()),
        column(field(key::Milestone::Done), |c, (at, place)| c.dataset[at].milestones[place].done.into()),
        column(field(key::Milestone::Weight).always(), |c, (at, place)| {
            c.dataset[at].milestones[place].weight.into()
        }),
        column(of_sample(), |c, (at, _)| c.dataset[at].record.sample.into()),
    ]);
    Table::new(about, context, columns, |c| rows(c, |of| of.milestones.len()))
}

pub(super) fn indicators(context: Option<Context<'_>>) -> Table<'_> {
    const ACHIEVEMENT: About = made(
        "achievement",
        "تحقق",
        Kind::Share,
        "(واپسین مقدار − پایه) ÷ (هدف − پایه)؛ ۱ یعنی رسیدن به هدف، و می‌تواند از ۰ کمتر یا از ۱ بیشتر باشد.",
        "(latest value − baseline) / (target − baseline); 1 is the target; may be below 0 or above 1.",
    );
    let about = TableAbout {
        name: "indicators",
        fa: "شاخص‌ها",
        meaning_fa: "هر ردیف یک شاخص یک فعالیت است.",
        meaning_en: "One row per indicator of an activity.",
        key: &["activity", "position"],
    };
    let mut columns = Vec::from(begin!());
    columns.extend([
        column(field(key::Indicator::Title), |c, (at, place): Row| {
            (&c.dataset[at].indicators[place].title).into()
        }),
        column(field(key::Indicator::Unit), |c, (at, place)| {
            c.dataset[at].indicators[place].unit.as_ref().into()
        }),
        column(field(key::Indicator::Baseline), |c, (at, place)| {
            c.dataset[at].indicators[place].baseline.into()
        }),
        column(field(key::Indicator::Target), |c, (at, place)| c.dataset[at].indicators[place].target.into()),
        column(field(key::Indicator::Direction), |c, (at, place)| {
            c.dataset[at].indicators[place].direction.map(Direction::key).into()
        }),
        column(ACHIEVEMENT, |c, (at, place)| c.figures_of(at).achievements[place].into()),
        column(of_sample(), |c, (at, _)| c.dataset[at].record.sample.into()),
    ]);
    Table::new(about, context, columns, |c| rows(c, |of| of.indicators.len()))
}

/// A value of an indicator: the activity, the place of the indicator and the place of the value.
type ValueRow = (Idx<Activity>, usize, usize);

pub(super) fn indicator_values(context: Option<Context<'_>>) -> Table<'_> {
    let about = TableAbout {
        name: "indicator-values",
        fa: "مقدارهای شاخص‌ها",
        meaning_fa: "هر ردیف یک مقدار اندازه‌گیری‌شده است.",
        meaning_en: "One row per measured value.",
        key: &["activity", "indicator", "position"],
    };
    let columns = vec![
        column(activity(), |c, (at, ..): ValueRow| (&c.dataset[at].record.id).into()),
        column(INDICATOR, |_, (_, indicator, _)| (indicator + 1).into()),
        column(position(), |_, (.., place)| (place + 1).into()),
        column(field(key::IndicatorValue::Date), |c, (at, of, place)| {
            c.dataset[at].indicators[of].values[place].date.into()
        }),
        column(field(key::IndicatorValue::Value), |c, (at, of, place)| {
            c.dataset[at].indicators[of].values[place].value.into()
        }),
        column(field(key::IndicatorValue::Source), |c, (at, of, place)| {
            c.dataset[at].indicators[of].values[place].source.as_ref().into()
        }),
        column(field(key::IndicatorValue::Note), |c, (at, of, place)| {
            c.dataset[at].indicators[of].values[place].note.as_ref().into()
        }),
        column(of_sample(), |c, (at, ..)| c.dataset[at].record.sample.into()),
    ];
    let mut table = Table::new(about, context, columns, |c| {
        let mut rows: Vec<ValueRow> = Vec::new();
        for (position, activity) in c.dataset.activities.iter().enumerate() {
            for (of, indicator) in activity.indicators.iter().enumerate() {
                rows.extend((0..indicator.values.len()).map(|place| (Idx::new(position), of, place)));
            }
        }
        rows
    });
    table.refers = Some((&["activity", "indicator"], "indicators", &["activity", "position"]));
    table
}

const INDICATOR: About = made(
    "indicator",
    "شاخص",
    Kind::Whole,
    "ردیف شاخص در فعالیت خود، از ۱.",
    "The position of the indicator in its activity, from 1.",
)
.always();

pub(super) fn reschedules(context: Option<Context<'_>>) -> Table<'_> {
    let about = TableAbout {
        name: "reschedules",
        fa: "تغییرهای مهلت",
        meaning_fa: "هر ردیف یک جابه‌جایی مهلت است.",
        meaning_en: "One row per change of a due date.",
        key: &["activity", "position"],
    };
    let mut columns = Vec::from(begin!());
    columns.extend([
        column(field(key::Reschedule::Date), |c, (at, place): Row| {
            c.dataset[at].reschedules[place].date.into()
        }),
        column(field(key::Reschedule::Due), |c, (at, place)| c.dataset[at].reschedules[place].due.into()),
        column(field(key::Reschedule::Reason), |c, (at, place)| {
            Reason::key(c.dataset[at].reschedules[place].reason).into()
        }),
        column(field(key::Reschedule::Note), |c, (at, place)| {
            c.dataset[at].reschedules[place].note.as_ref().into()
        }),
        column(of_sample(), |c, (at, _)| c.dataset[at].record.sample.into()),
    ]);
    Table::new(about, context, columns, |c| rows(c, |of| of.reschedules.len()))
}

pub(super) fn updates(context: Option<Context<'_>>) -> Table<'_> {
    const MILESTONE: About = made(
        "milestone",
        "مرحلهٔ انجام‌شده",
        Kind::Whole,
        "ردیف مرحله‌ای که انجامش گزارش شده است، از ۱.",
        "The position of the milestone that was reported done, from 1.",
    );
    let about = TableAbout {
        name: "updates",
        fa: "گزارش‌های پیشرفت",
        meaning_fa: "هر ردیف یک گزارش رسیده دربارهٔ یک فعالیت است.",
        meaning_en: "One row per report on an activity.",
        key: &["activity", "position"],
    };
    let mut columns = Vec::from(begin!());
    columns.extend([
        column(field(key::Report::Date), |c, (at, place): Row| c.dataset[at].updates[place].date.into()),
        column(field(key::Report::Progress), |c, (at, place)| c.dataset[at].updates[place].progress.into()),
        column(MILESTONE, |c, (at, place)| c.dataset[at].updates[place].milestone.map(|at| at + 1).into()),
        column(
            INDICATOR.maybe().means(
                "ردیف شاخصی که مقدارش گزارش شده است، از ۱.",
                "The position of the indicator whose value was reported, from 1.",
            ),
            |c, (at, place)| c.dataset[at].updates[place].indicator.map(|at| at + 1).into(),
        ),
        column(field(key::Report::Text), |c, (at, place)| prose(c.dataset[at].updates[place].text.as_ref())),
        column(field(key::Report::By), |c, (at, place)| c.dataset[at].updates[place].by.as_ref().into()),
        column(
            sample().means("گزارش یا فعالیت آن نمایشی است.", "The report or its activity is illustrative."),
            |c, (at, place)| (c.dataset[at].record.sample || c.dataset[at].updates[place].sample).into(),
        ),
    ]);
    Table::new(about, context, columns, |c| rows(c, |of| of.updates.len()))
}

pub(super) fn evidence(context: Option<Context<'_>>) -> Table<'_> {
    let about = TableAbout {
        name: "evidence",
        fa: "مستندات",
        meaning_fa: "هر ردیف یک سند یک فعالیت است. فایل‌ها در صفحهٔ فعالیت است؛ این‌جا نشانی سندهای بیرونی آمده است.",
        meaning_en: "One row per document of an activity. Files are on the activity's page; the table has only the addresses of others.",
        key: &["activity", "position"],
    };
    let mut columns = Vec::from(begin!());
    columns.extend([
        column(field(key::Evidence::Title), |c, (at, place): Row| {
            (&c.dataset[at].evidence[place].title).into()
        }),
        column(field(key::Evidence::Date), |c, (at, place)| c.dataset[at].evidence[place].date.into()),
        column(field(key::Evidence::Url), |c, (at, place)| match c.dataset[at].evidence[place].source() {
            EvidenceSource::Url(url) => Some(url).into(),
            EvidenceSource::File(_) => None::<&str>.into(),
        }),
        column(of_sample(), |c, (at, _)| c.dataset[at].record.sample.into()),
    ]);
    Table::new(about, context, columns, |c| rows(c, |of| of.evidence.len()))
}
