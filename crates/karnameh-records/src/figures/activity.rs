//! The figures of an activity.

use crate::fields::{Field, Key as _};
use crate::model::{Activity, Edition, key};
use crate::progress::{ActivityFigures, State};

use super::{Figure, Form, Kind, Role, figures};

/// An activity with what is computed of it.
#[derive(Debug, Clone, Copy)]
pub struct ActivityRow<'a> {
    /// The records to which it refers.
    pub dataset: &'a Edition,
    /// Its record.
    pub activity: &'a Activity,
    /// Its figures.
    pub figures: &'a ActivityFigures,
}

const FIELDS: &[Field] = key::Activity::FIELDS;

figures! { ActivityRow;
    ID "F5" = Figure::new("id", "شناسه", "id", Form::Id)
        .means("شناسهٔ یکتای رکورد.", "The record's unique id.")
        .json(Role::Name)
        => |row| (&*row.activity.record.id).into();
    TITLE "F3" = Figure::record(&FIELDS[key::Activity::Title as usize], Form::Title).json(Role::Record)
        => |row| row.activity.record.title.typed().into();
    NEIGHBORHOODS "F3" = Figure::record(
            &FIELDS[key::Activity::Neighborhood as usize],
            Form::Many(Kind::Neighborhood),
        )
        .called("neighborhoods", "neighborhoods")
        .json(Role::Record)
        => |row| {
            row.activity.neighborhoods.iter().map(|&at| &*row.dataset[at].record.id).collect()
        };
    DOMAIN "F3" = Figure::record(&FIELDS[key::Activity::Domain as usize], Form::One(Kind::Domain))
        .json(Role::Record)
        => |row| (&*row.dataset[row.activity.domain].record.id).into();
    LEAD "F3" = Figure::record(&FIELDS[key::Activity::Lead as usize], Form::One(Kind::Agency))
        .json(Role::Record)
        => |row| row.activity.lead.map(|at| &*row.dataset[at].record.id).into();
    START "F2" = Figure::record(&FIELDS[key::Activity::Start as usize], Form::Date).json(Role::Date)
        => |row| row.activity.start.into();
    DUE "F10" = Figure::record(&FIELDS[key::Activity::Due as usize], Form::Date)
        .means(
            "مهلتی که در تاریخ گزارش برقرار است: مهلت آخرین تغییر، وگرنه مهلت نخست.",
            "The due date in force on the report's day: that of the latest reschedule, otherwise the first one.",
        )
        .json(Role::Date)
        => |row| row.figures.due.into();
    MEASURE "F7" = Figure::record(&FIELDS[key::Activity::Measure as usize], Form::Measure)
        .means(
            "پیشرفت با چه سنجیده شده است؛ خالی یعنی با هیچ.",
            "What its progress is measured by; empty if by nothing.",
        )
        .everywhere(Role::Record)
        => |row| row.figures.measure.into();
    ACTUAL "F8" = Figure::new("actual", "پیشرفت واقعی", "actual progress", Form::Percent)
        .means(
            "پیشرفت واقعی تا تاریخ گزارش؛ خالی یعنی نامعلوم، نه صفر.",
            "Actual progress as of the report's day; empty is unknown, never 0.",
        )
        .unknown(State::Unreported.fa(), "unreported")
        .everywhere(Role::Progress)
        => |row| row.figures.actual.into();
    PLANNED "F11" = Figure::new("planned", "پیشرفت برنامه‌ای", "planned progress", Form::Percent)
        .means(
            "پیشرفتی که برنامه تا تاریخ گزارش می‌خواهد؛ خالی یعنی بی زمان‌بندی.",
            "Planned progress as of the report's day; empty without a schedule.",
        )
        .unknown(State::Unreported.fa(), "unreported")
        .everywhere(Role::Follows)
        => |row| row.figures.planned.into();
    DEVIATION "F12" = Figure::new("deviation", "انحراف", "deviation", Form::Points)
        .means("واقعی منهای برنامه‌ای.", "Actual minus planned.")
        .tables()
        => |row| row.figures.deviation().into();
    STATE "F12" = Figure::new("state", "وضعیت", "state", Form::State)
        .headed("وضعیت در برابر برنامه")
        .means("وضعیت فعالیت در برابر برنامهٔ خود.", "Its state compared with its plan.")
        .everywhere(Role::State)
        => |row| row.figures.state.into();
    DAYS_OVERDUE "F13" = Figure::new("days_overdue", "روز تأخیر", "days overdue", Form::Days)
        .always()
        .means("روزهای گذشته از مهلت.", "Days since the due date.")
        .everywhere(Role::Follows)
        => |row| row.figures.days_overdue.into();
    SLIPPAGE_DAYS "F10" = Figure::new("slippage_days", "روز جابه‌جایی مهلت", "slippage", Form::Days)
        .means(
            "از مهلت نخست تا مهلت برقرار؛ منفی یعنی جلو کشیده شده است.",
            "Days from the first due date to the one in force; negative if it was brought forward.",
        )
        .everywhere(Role::Follows)
        => |row| row.figures.slippage_days.into();
    RUNNING "F14" = Figure::new("running", "جاری", "running", Form::Flag)
        .means("آغاز شده و پایان نیافته است.", "It has begun and is not finished.")
        .everywhere(Role::Follows)
        => |row| row.figures.running.into();
    STALE "F17" = Figure::new("stale", "گزارش قدیمی", "stale", Form::Flag)
        .means("جاری است و گزارش تازه ندارد.", "It is running and its last report is too old.")
        .after("days_since_report")
        .everywhere(Role::Follows)
        => |row| row.figures.stale.into();
    VERIFIED "F16" = Figure::new("verified", "پیشرفت تأییدشده", "verified progress", Form::Percent)
        .captioned("تأییدشده در بازدید")
        .means("پیشرفتی که آخرین بازدید دیده است.", "The progress seen by the latest visit.")
        .unknown("بدون بازدید", "unvisited")
        .everywhere(Role::Progress)
        => |row| row.figures.verified.map(|verified| verified.progress).into();
    VERIFIED_GAP "F16" = Figure::new(
            "verified_gap",
            "فاصلهٔ تأییدشده و اعلامی",
            "gap of report and visit",
            Form::Points,
        )
        .means(
            "آنچه بازدید دید منهای آنچه تا آن روز اعلام شده بود.",
            "Progress seen by the visit minus progress reported by that day.",
        )
        .everywhere(Role::Follows)
        => |row| row.figures.verified.and_then(|verified| verified.gap).into();
    LAST_REPORT "F17" = Figure::new("last_report", "آخرین گزارش", "last report", Form::Date)
        .means("روز آخرین خبر از فعالیت.", "The day of its last report.")
        .tables()
        => |row| row.figures.last_report.into();
    DAYS_SINCE_REPORT "F17" = Figure::new(
            "days_since_report",
            "روز از آخرین گزارش",
            "days since the last report",
            Form::Days,
        )
        .means("از آخرین گزارش تا تاریخ گزارش.", "Days from its last report to the report's day.")
        .everywhere(Role::Follows)
        => |row| row.figures.days_since_report.into();
    ACHIEVEMENTS "F15" = Figure::new(
            "achievements",
            "تحقق شاخص‌ها",
            "achievement of indicators",
            Form::Ratios,
        )
        .means(
            "تحقق هر شاخص به ترتیب رکورد؛ در هدف ۱ است.",
            "The achievement of each indicator, in the order of the record; 1 is the target, `null` is unknown.",
        )
        .json(Role::Follows)
        => |row| row.figures.achievements.iter().copied().collect();
    PILLAR_PROGRAMME "F18" = Figure::new("pillar_programme", "برنامهٔ مدون", "written programme", Form::Flag)
        .headed("رکن برنامه")
        .means("شرح و دست‌کم یک مرحله یا شاخص دارد.", "It has a text, and a milestone or indicator.")
        .tables()
        => |row| row.figures.pillars.programme.into();
    PILLAR_SCHEDULE "F18" = Figure::new("pillar_schedule", "زمان‌بندی مشخص", "set schedule", Form::Flag)
        .headed("رکن زمان‌بندی")
        .means("شروع و مهلت دارد.", "It has a start and a due.")
        .tables()
        => |row| row.figures.pillars.schedule.into();
    PILLAR_RESPONSIBILITY "F18" = Figure::new(
            "pillar_responsibility",
            "مسئولیت روشن",
            "clear responsibility",
            Form::Flag,
        )
        .headed("رکن مسئولیت")
        .means("دستگاه مسئول و فرد مسئول دارد.", "It has a lead and a responsible person.")
        .tables()
        => |row| row.figures.pillars.responsibility.into();
    SAMPLE "F3" = Figure::record(&key::Common::FIELDS[key::Common::Sample as usize], Form::Flag)
        .called("sample", "illustrative")
        .always()
        .json(Role::Record)
        => |row| row.activity.record.sample.into();
}
