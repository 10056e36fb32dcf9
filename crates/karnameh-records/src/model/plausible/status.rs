//! A check of the written status against what dates and reports say.

use super::{Doubts, Facts, by_date, finding};
use crate::diag::codes::plausible::STATUS_CONTRADICTED;
use crate::model::{Activity, Percent, Status};
use crate::persian::numbers::decimal;
use crate::persian::{Day, dates};

/// What contradicts a status, in Persian and English.
type Contradiction = (String, String);

/// A status that holds on the day of the report agrees with what is known on that day (F3, F6).
pub(super) fn status_contradicted(facts: &Facts<'_>, doubts: &mut Doubts) {
    for activity in &facts.dataset.activities {
        let Some(status) = activity.status else { continue };
        if activity.status_since.is_some_and(|since| since > facts.day) {
            continue;
        }
        let contradiction = match status {
            Status::Planned => planned(activity, facts.day),
            Status::Active => active(activity, facts.day),
            Status::Done => done(activity, facts.day),
            Status::Paused | Status::Cancelled => stopped(activity, facts.day),
        };
        let Some((fa, en)) = contradiction else { continue };
        let found = finding(
            STATUS_CONTRADICTED,
            &activity.record.at,
            "status",
            (
                format!("وضعیت «{}» است، ولی {fa}.", status.fa()),
                format!("The status is `{}`, but {en}.", status.key()),
            ),
            ("وضعیت یا تاریخ‌ها را درست کنید.", "Correct the status or the dates."),
        );
        doubts.add(&[&activity.record.allow], found);
    }
}

fn planned(activity: &Activity, day: Day) -> Option<Contradiction> {
    finished(activity, day).or_else(|| work_since(activity, None, day)).or_else(|| {
        let start = activity.start.filter(|&start| start < day)?;
        Some((
            format!("تاریخ شروع ({}) گذشته است", dates::medium(start)),
            format!("the start ({}) has passed", start.jalali()),
        ))
    })
}

fn active(activity: &Activity, day: Day) -> Option<Contradiction> {
    finished(activity, day).or_else(|| {
        let start = activity.start.filter(|&start| start > day)?;
        Some((
            format!("تاریخ شروع ({}) هنوز نرسیده است", dates::medium(start)),
            format!("the start ({}) has not come yet", start.jalali()),
        ))
    })
}

/// Done, and a report of less than the whole after the end; or at all, if nobody says when it ended.
fn done(activity: &Activity, day: Day) -> Option<Contradiction> {
    let end = activity.finished.or(activity.status_since);
    let last = by_date(activity).into_iter().filter(|update| update.date <= day);
    let (date, progress) =
        last.filter_map(|update| Some((update.date, update.progress?.get()))).next_back()?;
    let is_later = end.is_none_or(|end| date > end);
    (is_later && progress < 100.0).then(|| reported(date, progress))
}

/// Stopped, and work goes on.
fn stopped(activity: &Activity, day: Day) -> Option<Contradiction> {
    finished(activity, day).or_else(|| work_since(activity, Some(activity.status_since?), day))
}

fn finished(activity: &Activity, day: Day) -> Option<Contradiction> {
    let finished = activity.finished.filter(|&finished| finished <= day)?;
    Some((
        format!("تاریخ پایان ({}) دارد", dates::medium(finished)),
        format!("it was finished on {}", finished.jalali()),
    ))
}

/// A milestone done or progress made after a day, or at all.
fn work_since(activity: &Activity, since: Option<Day>, day: Day) -> Option<Contradiction> {
    let is_within = |date: Day| date <= day && since.is_none_or(|since| date > since);
    let done = activity.milestones.iter().filter_map(|milestone| milestone.done);
    if let Some(done) = done.filter(|&done| is_within(done)).max() {
        return Some((
            format!("مرحله‌ای در {} انجام شده است", dates::medium(done)),
            format!("a milestone was done on {}", done.jalali()),
        ));
    }
    let mut before = 0.0;
    for update in by_date(activity) {
        let Some(progress) = update.progress.map(Percent::get) else { continue };
        if is_within(update.date) && progress > before + 1e-9 {
            return Some(reported(update.date, progress));
        }
        before = progress;
    }
    None
}

fn reported(date: Day, progress: f64) -> Contradiction {
    (
        format!("گزارش {} پیشرفت را {} درصد می‌گوید", dates::medium(date), decimal(progress, 1)),
        format!("the report of {} gives a progress of {progress} %", date.jalali()),
    )
}
