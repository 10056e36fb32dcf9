//! What activities consist of: milestones, indicators and their values, moved dues, reports, evidence.

use crate::fields::{Fields, Key as _};
use crate::model::{
    Activity, Evidence, Handover, Idx, Indicator, IndicatorValue, Milestone, Reschedule, Update, key,
};
use crate::tables::column::{
    About, Column, Kind, add_declared, column, declared, field, made, position, sample,
};
use crate::tables::context::Context;
use crate::tables::table::{Table, TableAbout};

/// A part of an activity: the activity, the place in its list, and the part itself.
type Row<'a, T> = (Idx<Activity>, usize, &'a T);

/// The activity to which a row belongs.
fn activity() -> About {
    field(key::Report::Activity)
        .means("فعالیتی که این ردیف از آن است.", "The activity that the row belongs to.")
}

/// The parts of every activity that stand in one of its lists.
fn rows<'a, T>(c: Context<'a>, list: fn(&'a Activity) -> &'a Vec<T>) -> Vec<Row<'a, T>> {
    let activities = c.dataset.activities.iter().enumerate();
    let rows = activities.flat_map(|(at, activity)| {
        list(activity).iter().enumerate().map(move |(place, part)| (Idx::new(at), place, part))
    });
    rows.collect()
}

/// The columns that begin such a row.
fn begin<'a, T: 'a>() -> Vec<Column<'a, Row<'a, T>>> {
    vec![
        column(activity(), |c, (at, ..): Row<'a, T>| (&c.record(at).record.id).into()),
        column(position(), |_, (_, place, _)| (place + 1).into()),
    ]
}

/// Columns of the fields of a part.
fn part<'a, T: Fields + Sync + 'a>() -> impl Fn(T::Key) -> Column<'a, Row<'a, T>> + Copy {
    declared(|_, (.., part): Row<'a, T>| part)
}

/// Whether the activity to which a row belongs is illustrative.
fn of_sample<'a, T: 'a>() -> Column<'a, Row<'a, T>> {
    let about = sample().means("فعالیت نمایشی است.", "The activity is illustrative.");
    column(about, |c, (at, ..)| c.record(at).record.sample.into())
}

pub(super) fn milestones(context: Option<Context<'_>>) -> Table<'_> {
    let about = TableAbout {
        name: "milestones",
        fa: "مرحله‌ها",
        meaning_fa: "هر ردیف یک مرحلهٔ یک فعالیت است.".into(),
        meaning_en: "One row per milestone of an activity.".into(),
        key: &["activity", "position"],
    };
    let own = part::<Milestone>();
    let mut columns = begin();
    columns.extend([
        own(key::Milestone::Title),
        own(key::Milestone::Due),
        own(key::Milestone::Done),
        own(key::Milestone::Weight).with(About::always),
        of_sample(),
    ]);
    add_declared(&mut columns, &[], own);
    Table::new(about, context, columns, |c| rows(c, |of| &of.milestones))
}

pub(super) fn indicators(context: Option<Context<'_>>) -> Table<'_> {
    const ACHIEVEMENT: About = made(
        "achievement",
        "تحقق",
        Kind::Share,
        "(آخرین مقدار − پایه) ÷ (هدف − پایه)؛ ۱ یعنی رسیدن به هدف، و می‌تواند از ۰ کمتر یا از ۱ بیشتر باشد.",
        "(latest value − baseline) / (target − baseline); 1 is the target; may be below 0 or above 1.",
    );
    let about = TableAbout {
        name: "indicators",
        fa: key::Activity::Indicators.field().fa,
        meaning_fa: "هر ردیف یک شاخص یک فعالیت است.".into(),
        meaning_en: "One row per indicator of an activity.".into(),
        key: &["activity", "position"],
    };
    let own = part::<Indicator>();
    let mut columns = begin();
    columns.extend([
        own(key::Indicator::Title),
        own(key::Indicator::Unit),
        own(key::Indicator::Baseline),
        own(key::Indicator::Target),
        own(key::Indicator::Direction),
        column(ACHIEVEMENT, |c, (at, place, _)| c.figures_of(at).achievements[place].into()),
        of_sample(),
    ]);
    add_declared(&mut columns, &[], own);
    Table::new(about, context, columns, |c| rows(c, |of| &of.indicators))
}

/// A value of an indicator: the activity, the place of the indicator, the place of the value, and the value itself.
type ValueRow<'a> = (Idx<Activity>, usize, usize, &'a IndicatorValue);

pub(super) fn indicator_values(context: Option<Context<'_>>) -> Table<'_> {
    let about = TableAbout {
        name: "indicator-values",
        fa: "مقدارهای شاخص‌ها",
        meaning_fa: "هر ردیف یک مقدار اندازه‌گیری‌شده است.".into(),
        meaning_en: "One row per measured value.".into(),
        key: &["activity", "indicator", "position"],
    };
    let own = declared(|_, (.., value): ValueRow<'_>| value);
    let mut columns = vec![
        column(activity(), |c, (at, ..): ValueRow<'_>| (&c.record(at).record.id).into()),
        column(INDICATOR, |_, (_, indicator, ..)| (indicator + 1).into()),
        column(position(), |_, (.., place, _)| (place + 1).into()),
        own(key::IndicatorValue::Date),
        own(key::IndicatorValue::Value),
        own(key::IndicatorValue::Source),
        own(key::IndicatorValue::Note),
        column(
            sample().means("فعالیت نمایشی است.", "The activity is illustrative."),
            |c, (at, ..)| c.record(at).record.sample.into(),
        ),
    ];
    add_declared(&mut columns, &[], own);
    let mut table = Table::new(about, context, columns, |c| {
        let indicators = rows(c, |of| &of.indicators).into_iter();
        let values = indicators.flat_map(|(at, of, indicator)| {
            indicator.values.iter().enumerate().map(move |(place, value)| (at, of, place, value))
        });
        values.collect()
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
        meaning_fa: "هر ردیف یک جابه‌جایی مهلت است.".into(),
        meaning_en: "One row per change of a due date.".into(),
        key: &["activity", "position"],
    };
    let own = part::<Reschedule>();
    let mut columns = begin();
    columns.extend([
        own(key::Reschedule::Date),
        own(key::Reschedule::Due),
        own(key::Reschedule::Reason),
        own(key::Reschedule::Note),
        of_sample(),
    ]);
    add_declared(&mut columns, &[], own);
    Table::new(about, context, columns, |c| rows(c, |of| &of.reschedules))
}

pub(super) fn handovers(context: Option<Context<'_>>) -> Table<'_> {
    let about = TableAbout {
        name: "handovers",
        fa: "تغییرهای دستگاه مسئول",
        meaning_fa: "هر ردیف یک بار سپردن فعالیت به دستگاه دیگر است.".into(),
        meaning_en: "One row per handover of an activity to another agency.".into(),
        key: &["activity", "position"],
    };
    let own = part::<Handover>();
    let mut columns = begin();
    columns.extend([
        own(key::Handover::Date),
        own(key::Handover::Lead),
        own(key::Handover::Note),
        of_sample(),
    ]);
    add_declared(&mut columns, &[], own);
    Table::new(about, context, columns, |c| rows(c, |of| &of.handovers))
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
        meaning_fa: "هر ردیف یک گزارش رسیده دربارهٔ یک فعالیت است.".into(),
        meaning_en: "One row per report on an activity.".into(),
        key: &["activity", "position"],
    };
    let own = part::<Update>();
    let mut columns = begin();
    columns.extend([
        own(key::Update::Date),
        own(key::Update::Progress),
        column(MILESTONE, |_, (.., report)| report.milestone.map(|at| at + 1).into()),
        column(
            INDICATOR.maybe().means(
                "ردیف شاخصی که مقدارش گزارش شده است، از ۱.",
                "The position of the indicator whose value was reported, from 1.",
            ),
            |_, (.., report)| report.indicator.map(|at| at + 1).into(),
        ),
        own(key::Update::Text).with(|_| field(key::Report::Text)),
        own(key::Update::By),
        column(
            sample().means("گزارش یا فعالیت آن نمایشی است.", "The report or its activity is illustrative."),
            |c, (at, _, report)| (c.record(at).record.sample || report.sample).into(),
        ),
    ]);
    add_declared(&mut columns, &[], own);
    Table::new(about, context, columns, |c| rows(c, |of| &of.updates))
}

pub(super) fn evidence(context: Option<Context<'_>>) -> Table<'_> {
    let about = TableAbout {
        name: "evidence",
        fa: "مستندات",
        meaning_fa: "هر ردیف یک سند یک فعالیت است. فایل‌ها در صفحهٔ فعالیت است؛ اینجا نشانی سندهای بیرونی آمده است.".into(),
        meaning_en: "One row per document of an activity. Files are on the activity's page; the table has only the addresses of others.".into(),
        key: &["activity", "position"],
    };
    let own = part::<Evidence>();
    let mut columns = begin();
    columns.extend([
        own(key::Evidence::Title),
        own(key::Evidence::Date),
        own(key::Evidence::Url),
        of_sample(),
    ]);
    add_declared(&mut columns, &[key::Evidence::Original], own);
    Table::new(about, context, columns, |c| rows(c, |of| &of.evidence))
}
