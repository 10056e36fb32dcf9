//! The timing of an activity: its schedule, first and present, the changes of its due date, its milestones.

use crate::model::{Activity, Idx, Milestone};
use crate::persian::Day;
use crate::persian::numbers::{decimal, integer, is_same};
use crate::site::charts::{Gantt, GanttGroup, GanttRow};
use crate::site::gantt::{self, DayRange};
use crate::site::pages::frame::missing;
use crate::site::view::{Flag, Knot};
use crate::site::{Site, stamp, words};

use super::RescheduleRow;

/// The first schedule and the one in force, on the years that they touch.
pub(super) fn gantt(site: &Site<'_>, idx: Idx<Activity>) -> Option<Gantt> {
    let activity = &site.dataset[idx];
    let of = &site.figures[idx];
    let days = [activity.start, activity.due, of.due, Some(site.figures.day)];
    activity.start.or(of.due)?;
    let first = days.iter().flatten().min()?;
    let last = days.iter().flatten().max()?;
    let span = DayRange::months(*first, *last);
    let present = gantt::row(site, span, idx);
    let mut rows = Vec::new();
    let slipped = of.slippage_days.filter(|&slippage| slippage != 0);
    if slipped.is_some() {
        rows.push(GanttRow {
            title: "زمان‌بندی نخست".to_owned(),
            start: present.start,
            due: activity.due.map(|due| span.evening(due)),
            start_at: present.start_at.clone(),
            due_at: activity.due.map(stamp::short),
            ..GanttRow::default()
        });
    }
    rows.push(GanttRow {
        title: if rows.is_empty() { "زمان‌بندی" } else { "زمان‌بندی کنونی" }.to_owned(),
        href: String::new(),
        tell: false,
        flag: slipped.map(slippage_text).unwrap_or_default(),
        ..present
    });
    Some(Gantt {
        axis: span.axis(site.figures.day),
        groups: vec![GanttGroup { rows, ..GanttGroup::default() }],
    })
}

pub(super) fn reschedules(activity: &Activity) -> Vec<RescheduleRow> {
    let mut moves: Vec<_> = activity.reschedules.iter().collect();
    moves.sort_by_key(|row| row.date);
    let mut before = activity.due;
    moves
        .into_iter()
        .map(|row| {
            let from = before.replace(row.due);
            RescheduleRow {
                at: stamp::short(row.date),
                from: from.map(stamp::short),
                to: stamp::short(row.due),
                moved: from
                    .map_or_else(|| words::NOTHING.to_owned(), |from| slippage_text(row.due.since(from))),
                reason: row.reason.fa().to_owned(),
                note: words::or_empty(row.note.as_ref()),
            }
        })
        .collect()
}

pub(super) fn milestones(site: &Site<'_>, activity: &Activity) -> (String, Vec<Knot>) {
    let day = site.figures.day;
    let all = &activity.milestones;
    if all.is_empty() {
        return (String::new(), Vec::new());
    }
    let done = all.iter().filter(|milestone| milestone.done.is_some()).count();
    let note = format!("{} از {} مرحله", words::whole(done), words::whole(all.len()));
    let next = all.iter().position(|milestone| milestone.done.is_none());
    let weighted = all.iter().any(|milestone| !is_same(milestone.weight, 1.0));
    let knots = all
        .iter()
        .enumerate()
        .map(|(at, milestone)| knot(milestone, day, next == Some(at), weighted))
        .collect();
    (note, knots)
}

/// «۹۰ روز دیرتر», «۱۰ روز زودتر»
fn slippage_text(days: i32) -> String {
    let side = if days < 0 { "زودتر" } else { "دیرتر" };
    format!("{} روز {side}", integer(days.abs()))
}

fn knot(milestone: &Milestone, day: Day, next: bool, weighted: bool) -> Knot {
    let aside = if weighted { format!("وزن {}", decimal(milestone.weight, 2)) } else { String::new() };
    let base = Knot { title: milestone.title.to_string(), aside, ..Knot::default() };
    if let Some(done) = milestone.done {
        let tail = milestone.due.map_or_else(String::new, |due| match done.since(due) {
            0 => "، در روز مهلت".to_owned(),
            days if days < 0 => format!("، {} روز زودتر از مهلت", integer(-days)),
            days => format!("، {} روز پس از مهلت", integer(days)),
        });
        return Knot {
            state: "done".to_owned(),
            lead: "انجام در".to_owned(),
            at: Some(stamp::medium(done)),
            tail,
            ..base
        };
    }
    let Some(due) = milestone.due else {
        let state = if next { "next" } else { "" };
        return Knot { state: state.to_owned(), flag: Some(missing("بدون مهلت")), ..base };
    };
    let late = day.since(due);
    let knot = Knot { lead: "مهلت".to_owned(), at: Some(stamp::medium(due)), ..base };
    if late > 0 {
        let flag = Flag { text: format!("{} روز تأخیر", integer(late)), late: true };
        return Knot { state: "late".to_owned(), flag: Some(flag), ..knot };
    }
    Knot { state: if next { "next" } else { "" }.to_owned(), ..knot }
}
