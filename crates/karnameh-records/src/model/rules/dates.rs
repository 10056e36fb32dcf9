//! Rules about dates: orders that can't be, orders that look odd, dates that are missing.

use super::{Facts, finding, last_reschedule};
use crate::diag::codes::records as codes;
use crate::diag::{Diagnostic, Place};
use crate::model::{Activity, Dataset, Measure, RecordKind, Status};
use crate::persian::{Day, dates};

/// F10: due < start is an error, after a reschedule too.
pub(super) fn due_before_start(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    for activity in &facts.dataset.activities {
        let Some(start) = activity.start else { continue };
        let moved = activity.reschedules.iter().enumerate();
        let moved = moved.map(|(position, moved)| (moved.due, format!("reschedules[{}].due", position + 1)));
        let dues = activity.due.map(|due| (due, "due".to_owned())).into_iter().chain(moved);
        for (due, field) in dues.filter(|(due, _)| *due < start) {
            out.push(finding(
                codes::DUE_BEFORE_START,
                &activity.record.at,
                field,
                before("مهلت", "The due date", due, "شروع", "the start", start),
                ("یکی از دو تاریخ را درست کنید.", "Correct one of the two dates."),
            ));
        }
    }
}

/// «مهلت (۱ مهر ۱۴۰۴) پیش از شروع (۲ مهر ۱۴۰۴) است.»
fn before(
    what_fa: &str,
    what_en: &str,
    day: Day,
    other_fa: &str,
    other_en: &str,
    other: Day,
) -> (String, String) {
    (
        format!("{what_fa} ({}) پیش از {other_fa} ({}) است.", dates::medium(day), dates::medium(other)),
        format!("{what_en} ({}) is before {other_en} ({}).", day.jalali(), other.jalali()),
    )
}

/// F6: `cancelled` with `finished` is an error.
pub(super) fn cancelled_and_finished(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    let both =
        |activity: &&Activity| activity.status == Some(Status::Cancelled) && activity.finished.is_some();
    for activity in facts.dataset.activities.iter().filter(both) {
        out.push(finding(
            codes::CANCELLED_FINISHED,
            &activity.record.at,
            "finished",
            ("فعالیت لغوشده «پایان» دارد.", "A cancelled activity has `finished`."),
            (
                "اگر کار تمام شده، وضعیت را «پایان‌یافته» بنویسید؛ وگرنه «پایان» را پاک کنید.",
                "If the work is finished, write the status `done`; otherwise delete `finished`.",
            ),
        ));
    }
}

/// F3: `paused` and `cancelled` need `status_since`.
pub(super) fn status_without_date(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    for activity in facts.dataset.activities.iter().filter(|activity| activity.status_since.is_none()) {
        let (fa, en) = match activity.status {
            Some(status @ (Status::Paused | Status::Cancelled)) => (status.fa(), status.key()),
            _ => continue,
        };
        out.push(finding(
            codes::STATUS_WITHOUT_DATE,
            &activity.record.at,
            "status",
            (
                format!("وضعیت «{fa}» است، ولی گفته نشده از کی."),
                format!("The status is `{en}`, but not since when."),
            ),
            ("«وضعیت از» را بنویسید.", "Write `status_since`."),
        ));
    }
}

/// F3: `done` needs `finished`.
pub(super) fn done_without_finished(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    let bare = |activity: &&Activity| activity.status == Some(Status::Done) && activity.finished.is_none();
    for activity in facts.dataset.activities.iter().filter(bare) {
        out.push(finding(
            codes::DONE_WITHOUT_FINISHED,
            &activity.record.at,
            "status",
            (
                "وضعیت «پایان‌یافته» است، ولی تاریخ «پایان» نیامده است.",
                "The status is `done`, but there is no `finished` date.",
            ),
            ("«پایان» را بنویسید.", "Write `finished`."),
        ));
    }
}

/// F2: nothing is known before it happens.
pub(super) fn registered_before_date(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    let updates = facts.dataset.activities.iter().flat_map(|activity| &activity.updates);
    let updates = updates.map(|update| (update.date, update.registered, &update.at));
    let visits = facts.dataset.visits.iter().map(|visit| (visit.date, visit.registered, &visit.record.at));
    for (date, registered, at) in updates.chain(visits) {
        let Some(registered) = registered.filter(|&registered| registered < date) else { continue };
        out.push(finding(
            codes::REGISTERED_BEFORE_DATE,
            at,
            "registered",
            before("تاریخ ثبت", "`registered`", registered, "تاریخ", "the date", date),
            (
                "«تاریخ» روز رویداد است و «تاریخ ثبت» روزی که دانسته شد؛ شاید جابه‌جا نوشته شده باشد.",
                "`date` is the day of the event and `registered` the day on which it became known; perhaps they are swapped.",
            ),
        ));
    }
}

/// F30: an activity that isn't registered yet has no lead to take over from.
pub(super) fn handover_before_registered(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    for activity in &facts.dataset.activities {
        let Some(registered) = activity.registered else { continue };
        for (position, handover) in activity.handovers.iter().enumerate() {
            if handover.date >= registered {
                continue;
            }
            out.push(finding(
                codes::HANDOVER_BEFORE_REGISTERED,
                &activity.record.at,
                format!("handovers[{}].date", position + 1),
                before(
                    "تغییر دستگاه",
                    "The handover",
                    handover.date,
                    "ثبت فعالیت",
                    "the activity's registration",
                    registered,
                ),
                ("یکی از دو تاریخ را درست کنید.", "Correct one of the two dates."),
            ));
        }
    }
}

/// A history that looks odd.
pub(super) fn finished_before_start(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    for activity in &facts.dataset.activities {
        let (Some(start), Some(finished)) = (activity.start, activity.finished) else { continue };
        if finished < start {
            out.push(finding(
                codes::FINISHED_BEFORE_START,
                &activity.record.at,
                "finished",
                before("پایان", "`finished`", finished, "شروع", "the start", start),
                ("یکی از دو تاریخ را درست کنید.", "Correct one of the two dates."),
            ));
        }
    }
}

/// A history that looks odd.
pub(super) fn report_before_start(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    for activity in &facts.dataset.activities {
        let Some(start) = activity.start else { continue };
        for update in activity.updates.iter().filter(|update| update.date < start) {
            let (fa, en) = before(
                RecordKind::Update.fa(),
                "The report",
                update.date,
                "شروع فعالیت",
                "the activity's start",
                start,
            );
            let id = &activity.record.id;
            out.push(
                finding(
                    codes::REPORT_BEFORE_START,
                    &update.at,
                    "date",
                    (fa, en),
                    ("یکی از دو تاریخ را درست کنید.", "Correct one of the two dates."),
                )
                .related(
                    activity.record.at.clone(),
                    format!("فعالیت «{id}»"),
                    format!("the activity `{id}`"),
                ),
            );
        }
    }
}

/// A history that looks odd: a milestone due outside the activity's start and its due in force.
pub(super) fn milestone_outside_plan(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    for activity in &facts.dataset.activities {
        let due = last_reschedule(activity).map(|moved| moved.due).or(activity.due);
        for (position, milestone) in activity.milestones.iter().enumerate() {
            let Some(day) = milestone.due else { continue };
            let sentence = match (activity.start, due) {
                (Some(start), _) if day < start => before(
                    "مهلت مرحله",
                    "The milestone's due date",
                    day,
                    "شروع فعالیت",
                    "the activity's start",
                    start,
                ),
                (_, Some(due)) if day > due => (
                    format!(
                        "مهلت مرحله ({}) پس از مهلت فعالیت ({}) است.",
                        dates::medium(day),
                        dates::medium(due)
                    ),
                    format!("The milestone is due ({}) after the activity ({}).", day.jalali(), due.jalali()),
                ),
                _ => continue,
            };
            out.push(finding(
                codes::MILESTONE_OUTSIDE,
                &activity.record.at,
                format!("milestones[{}].due", position + 1),
                sentence,
                ("یکی از دو تاریخ را درست کنید.", "Correct one of the two dates."),
            ));
        }
    }
}

/// F11: planned progress goes by milestones only where the last of them reaches the due in force.
pub(super) fn milestones_before_due(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    let is_by_milestones = |activity: &&Activity| activity.measure_in_force() == Some(Measure::Milestones);
    for activity in facts.dataset.activities.iter().filter(is_by_milestones) {
        let Some(moved) = last_reschedule(activity) else { continue };
        let dues: Option<Vec<Day>> = activity.milestones.iter().map(|milestone| milestone.due).collect();
        let Some(last) = dues.and_then(|dues| dues.into_iter().max()) else { continue };
        if last < moved.due {
            out.push(finding(
                codes::MILESTONES_BEFORE_DUE,
                &activity.record.at,
                "milestones",
                (
                    format!(
                        "مهلت فعالیت به {} جابه‌جا شده، ولی آخرین مرحله هنوز مهلت {} دارد.",
                        dates::medium(moved.due),
                        dates::medium(last)
                    ),
                    format!(
                        "The due date was moved to {}, but the last milestone is still due on {}.",
                        moved.due.jalali(),
                        last.jalali()
                    ),
                ),
                ("مهلت مراحل را هم تازه کنید.", "Move the milestones' dates too."),
            ));
        }
    }
}

/// F1: a fixed `as_of` that records have outrun is perhaps forgotten; said once.
pub(super) fn after_as_of(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    let Some(as_of) = &facts.as_of else { return };
    let mut latest: Option<(Day, &Place)> = None;
    each_event(facts.dataset, &mut |day, at| {
        if day > as_of.value && latest.is_none_or(|(known, _)| day > known) {
            latest = Some((day, at));
        }
    });
    if let Some((day, at)) = latest {
        let (fixed, fixed_en) = (dates::medium(as_of.value), as_of.value.jalali());
        out.push(
            finding(
                codes::AFTER_AS_OF,
                &as_of.at,
                "",
                (
                    format!(
                        "تاریخ گزارش {fixed} است، ولی رکوردی تاریخ {} دارد و در گزارش دیده نمی‌شود.",
                        dates::medium(day)
                    ),
                    format!(
                        "The report is as of {fixed_en}, but a record is dated {} and not shown.",
                        day.jalali()
                    ),
                ),
                ("تاریخ گزارش را تازه کنید یا بردارید.", "Renew `as_of` or take it out."),
            )
            .related(
                at.clone(),
                "دیرترین تاریخ در این رکورد است.",
                "The latest date is in this record.",
            ),
        );
    }
}

/// Calls `see` for every dated event of F2, with the place of its record.
fn each_event<'a>(dataset: &'a Dataset, see: &mut dyn FnMut(Day, &'a Place)) {
    for activity in &dataset.activities {
        each_event_of(activity, see);
    }
    for visit in &dataset.visits {
        see(visit.occurrence().known, &visit.record.at);
    }
    let decisions = dataset.meetings.iter().flat_map(|meeting| &meeting.decisions);
    for (done, at) in decisions.filter_map(|decision| Some((decision.done?, &decision.at))) {
        see(done, at);
    }
    for problem in &dataset.problems {
        problem.registered.into_iter().chain(problem.solved).for_each(|day| see(day, &problem.record.at));
    }
    for model in &dataset.models {
        model
            .adoptions
            .iter()
            .filter_map(|adoption| adoption.date)
            .for_each(|day| see(day, &model.record.at));
    }
    for neighborhood in &dataset.neighborhoods {
        let manager = neighborhood.manager.as_ref();
        manager
            .and_then(|manager| manager.since)
            .into_iter()
            .for_each(|day| see(day, &neighborhood.record.at));
    }
}

fn each_event_of<'a>(activity: &'a Activity, see: &mut dyn FnMut(Day, &'a Place)) {
    let own = activity.registered.into_iter().chain(activity.finished);
    let moved = activity.reschedules.iter().map(|moved| moved.date);
    let handovers = activity.handovers.iter().map(|handover| handover.date);
    let milestones = activity.milestones.iter().filter_map(|milestone| milestone.done);
    let values = activity.indicators.iter().flat_map(|indicator| &indicator.values).map(|value| value.date);
    let evidence = activity.evidence.iter().filter_map(|evidence| evidence.date);
    for day in own.chain(moved).chain(handovers).chain(milestones).chain(values).chain(evidence) {
        see(day, &activity.record.at);
    }
    for update in &activity.updates {
        see(update.occurrence().known, &update.at);
    }
}
