//! Visits and what they found, meetings and what they decided.

use crate::fields::{Choice as _, Datum};
use crate::figures::activity;
use crate::model::{DecisionRef, FindingRef, Idx, Meeting, RecordKind, Visit, key};
use crate::progress::{DecisionState, actual_on};
use crate::site::Target;
use crate::tables::column::{
    About, Kind, add_declared, column, declared, field, id, made, page, position, sample,
};
use crate::tables::context::Context;
use crate::tables::table::{Table, TableAbout};

pub(super) fn visits(context: Option<Context<'_>>) -> Table<'_> {
    type Row = Idx<Visit>;
    let about = TableAbout {
        meaning_fa: "هر ردیف یک بازدید میدانی تا تاریخ گزارش است.".into(),
        meaning_en: "One row per field visit up to the report's day.".into(),
        ..TableAbout::of_kind(RecordKind::Visit)
    };
    let own = declared(Context::record);
    let mut columns = vec![
        column(id(), |c, of: Row| (&c.dataset[of].record.id).into()),
        own(key::Visit::Title).with(About::always),
        own(key::Visit::Date),
        own(key::Visit::Neighborhood),
        own(key::Visit::By),
        own(key::Visit::FollowUp),
        column(sample(), |c, of| c.dataset[of].record.sample.into()),
        column(page(), |c, of| c.page(Target::Visit(of))),
    ];
    add_declared(&mut columns, &[], own);
    Table::new(about, context, columns, all_visits)
}

fn all_visits(c: Context<'_>) -> Vec<Idx<Visit>> {
    (0..c.dataset.visits.len()).map(Idx::new).collect()
}

pub(super) fn findings(context: Option<Context<'_>>) -> Table<'_> {
    type Row = FindingRef;
    const VISIT: About =
        made("visit", RecordKind::Visit.fa(), Kind::Id, "بازدید.", "The visit.").refers("visits").always();
    const REPORTED: About = made(
        "reported",
        "پیشرفت اعلامی تا آن روز",
        Kind::Percent,
        "پیشرفت واقعی فعالیت در روز بازدید، از روی آنچه تا آن روز گزارش شده بود.",
        "The activity's actual progress on the day of the visit, as reported by then.",
    );
    let about = TableAbout {
        name: "findings",
        fa: "یافته‌های بازدیدها",
        meaning_fa: "هر ردیف آن است که یک بازدید از یک فعالیت دید.".into(),
        meaning_en: "One row per activity seen by a visit.".into(),
        key: &["visit", "position"],
    };
    let own = declared(|c, of: Row| &c.dataset[of]);
    let mut columns = vec![
        column(VISIT, |c, of: Row| (&c.dataset[of.visit].record.id).into()),
        column(position(), |_, of| (of.position + 1).into()),
        own(key::Finding::Activity),
        own(key::Finding::Progress),
        column(REPORTED, |c, of| {
            actual_on(c.dataset, c.dataset[of].activity, c.dataset[of.visit].date).into()
        }),
        own(key::Finding::Note),
        column(sample().means("بازدید نمایشی است.", "The visit is illustrative."), |c, of| {
            c.dataset[of.visit].record.sample.into()
        }),
    ];
    add_declared(&mut columns, &[], own);
    Table::new(about, context, columns, |c| {
        let visits = all_visits(c).into_iter();
        let all = visits.flat_map(|visit| {
            (0..c.dataset[visit].findings.len()).map(move |position| FindingRef { visit, position })
        });
        all.collect()
    })
}

pub(super) fn meetings(context: Option<Context<'_>>) -> Table<'_> {
    type Row = Idx<Meeting>;
    const HELD: About = made(
        "held",
        "برگزارشده",
        Kind::Bool,
        "تا تاریخ گزارش برگزار شده است.",
        "It was held on or before the report's day.",
    )
    .always();
    let about = TableAbout {
        meaning_fa: "هر ردیف یک جلسه است؛ از جلسه‌های پیش رو تنها عنوان، تاریخ و مکان گفته می‌شود.".into(),
        meaning_en: "One row per meeting; future meetings have only title, date and place.".into(),
        ..TableAbout::of_kind(RecordKind::Meeting)
    };
    let own = declared(Context::record);
    let mut columns = vec![
        column(id(), |c, of: Row| (&c.dataset[of].record.id).into()),
        own(key::Meeting::Title).with(About::always),
        own(key::Meeting::Date),
        column(HELD, |c, of| (!c.dataset.is_coming(of)).into()),
        own(key::Meeting::Place),
        own(key::Meeting::Chair),
        own(key::Meeting::Agencies),
        column(sample(), |c, of| c.dataset[of].record.sample.into()),
        column(page(), |c, of| c.page(Target::Meeting(of))),
    ];
    add_declared(&mut columns, &[], own);
    Table::new(about, context, columns, |c| (0..c.dataset.meetings.len()).map(Idx::new).collect())
}

pub(super) fn decisions(context: Option<Context<'_>>) -> Table<'_> {
    type Row = DecisionRef;
    const ID: About =
        made("id", "شناسه", Kind::Id, "شناسه به صورت جلسه/مصوبه.", "The id, as meeting/decision.").always();
    const MEETING: About = made(
        "meeting",
        RecordKind::Meeting.fa(),
        Kind::Id,
        "جلسه‌ای که تصویب کرد.",
        "The meeting that decided.",
    )
    .refers("meetings")
    .always();
    const STATE: About = made(
        "state",
        activity::STATE.fa,
        Kind::Choice(DecisionState::WORDS),
        "انجام‌شده، مهلت‌گذشته یا باز در تاریخ گزارش.",
        "Done, overdue or open on the report's day.",
    )
    .always();
    const DAYS_LATE: About = made(
        "days_late",
        activity::DAYS_OVERDUE.head,
        Kind::Whole,
        "از مهلت تا روز انجام، یا تا تاریخ گزارش اگر انجام نشده است.",
        "Days from the due date to the day it was done, or to the report's day if it is not done.",
    )
    .days();
    let about = TableAbout {
        name: "decisions",
        fa: "مصوبه‌ها",
        meaning_fa: "هر ردیف یک مصوبهٔ جلسه‌ای است که تا تاریخ گزارش برگزار شده است.".into(),
        meaning_en: "One row per decision of the meetings up to the report's day.".into(),
        key: &["id"],
    };
    let own = declared(|c, of: Row| &c.dataset[of]);
    let mut columns = vec![
        column(ID, |c, of: Row| c.decision_id(of).into()),
        column(MEETING, |c, of| (&c.dataset[of.meeting].record.id).into()),
        own(key::Decision::Text),
        own(key::Decision::Agency),
        own(key::Decision::Due),
        own(key::Decision::Done),
        column(STATE, |c, of| Datum::Choice(DecisionState::now(&c.dataset[of], c.day()).word())),
        column(DAYS_LATE, |c, of| {
            let until = c.dataset[of].done.unwrap_or(c.day());
            c.dataset[of].due.map(|due| until.since(due).max(0)).into()
        }),
        column(field(key::Decision::Activity), |c, of| {
            c.dataset[of].activity.map(|at| c.activity_id(at)).into()
        }),
        column(sample().means("جلسه نمایشی است.", "The meeting is illustrative."), |c, of| {
            c.dataset[of.meeting].record.sample.into()
        }),
        column(page(), |c, of| c.addresses.decision(of).into()),
    ];
    add_declared(&mut columns, &[], own);
    Table::new(about, context, columns, |c| {
        let meetings = (0..c.dataset.meetings.len()).map(Idx::<Meeting>::new);
        let all = meetings.flat_map(|meeting| {
            (0..c.dataset[meeting].decisions.len()).map(move |position| DecisionRef { meeting, position })
        });
        all.collect()
    })
}
