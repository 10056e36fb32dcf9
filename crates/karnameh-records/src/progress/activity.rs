//! Computes the figures of one activity (F6–F18). Start reading at [`figures_of`].

use crate::config::Thresholds;
use crate::model::{
    Activity, Edition, Indicator, IndicatorValue, Measure, Milestone, Occurrence, Status, Update,
};
use crate::persian::Day;

use super::arithmetic::{exceeds, percent_of, total};
use super::{ActivityFigures, Pillars, State, Verified, known, plan};

/// Computes all figures of an activity on a day on which it exists.
pub(super) fn figures_of(
    edition: &Edition,
    activity: &Activity,
    thresholds: &Thresholds,
    day: Day,
) -> ActivityFigures {
    let status = known::status(activity, day);
    let completed = completed(activity, day);
    let reported = reported(edition, activity, day);
    let actual = reported.or_else(|| before_start(activity, day));
    let planned = plan::planned(activity, day);
    let due = known::due(activity, day);
    let state = State::of(
        &Standing { status, completed, start: activity.start, due, actual, planned },
        thresholds,
        day,
    );
    let running = is_running(activity, status, completed, day);
    let last_report = last_report(edition, activity, day);
    ActivityFigures {
        status,
        measure: activity.whole_record.measure,
        actual,
        reported,
        beside: beside(activity, day),
        planned,
        state,
        completed,
        due,
        slippage_days: activity.due.zip(due).map(|(original, in_force)| in_force.since(original)),
        days_overdue: due.filter(|_| state == State::Overdue).map_or(0, |due| day.since(due)),
        running,
        achievements: activity.indicators.iter().map(|indicator| achievement(indicator, day)).collect(),
        verified: verified(edition, activity, thresholds, day),
        last_report,
        days_since_report: last_report.map(|report| day.since(report)),
        stale: running && is_stale(last_report.or(activity.start).or(activity.registered), thresholds, day),
        pillars: pillars(activity, due, day),
        last_finding: last_finding(edition, activity, day),
    }
}

/// Returns whether an activity is completed on a day (F6).
fn completed(activity: &Activity, day: Day) -> bool {
    match activity.finished {
        Some(finished) => finished <= day,
        None if activity.whole_record.has_finished => false,
        None => known::written_status(activity, day) == Some(Status::Done),
    }
}

/// Computes actual progress A on a day (F8). `None` means unknown, which is never shown as 0 (F9).
pub(super) fn actual(edition: &Edition, activity: &Activity, day: Day) -> Option<f64> {
    // Before its start an activity without reports has progress 0, which is known.
    reported(edition, activity, day).or_else(|| before_start(activity, day))
}

fn before_start(activity: &Activity, day: Day) -> Option<f64> {
    let will_start = activity.start.is_some_and(|start| day < start);
    (will_start && activity.whole_record.measure.is_some()).then_some(0.0)
}

/// Computes actual progress as somebody reported it, by the measure of the whole record (F7, F8).
fn reported(edition: &Edition, activity: &Activity, day: Day) -> Option<f64> {
    if completed(activity, day) {
        return Some(100.0);
    }
    match activity.whole_record.measure? {
        // Without any report, that no milestone is done is not known but only not said.
        Measure::Milestones => {
            by_milestones(activity, day).filter(|_| last_report(edition, activity, day).is_some())
        }
        Measure::Reported => by_reports(activity, day),
        Measure::Indicators => by_indicators(activity, day),
    }
}

/// Returns progress by reports or by milestones if the activity is measured by something else, so that no figure that
/// somebody typed is passed over (F7).
fn beside(activity: &Activity, day: Day) -> Option<(Measure, f64)> {
    let in_force = activity.whole_record.measure?;
    let reports = || by_reports(activity, day).map(|progress| (Measure::Reported, progress));
    let milestones = || {
        let any_done = activity.milestones.iter().any(|milestone| is_done(milestone, day));
        by_milestones(activity, day).filter(|_| any_done).map(|progress| (Measure::Milestones, progress))
    };
    match in_force {
        Measure::Reported => milestones(),
        Measure::Milestones => reports(),
        Measure::Indicators => reports().or_else(milestones),
    }
}

/// Returns the days on which A can change: those on which anything that [`actual`] reads became known.
pub(super) fn days_of_progress<'a>(
    edition: &'a Edition,
    activity: &'a Activity,
) -> impl Iterator<Item = Day> + 'a {
    let milestones = activity.milestones.iter().flat_map(Milestone::occurrences);
    let reports = reports(edition, activity).chain(milestones).map(|report| report.known);
    reports.chain(activity.start).chain(activity.status_since)
}

fn by_milestones(activity: &Activity, day: Day) -> Option<f64> {
    let done = activity.milestones.iter().filter(|milestone| is_done(milestone, day));
    let weight = |milestone: &Milestone| milestone.weight;
    percent_of(total(done.map(weight)), total(activity.milestones.iter().map(weight)))
}

fn is_done(milestone: &Milestone, day: Day) -> bool {
    milestone.done_on(day).is_some()
}

fn by_reports(activity: &Activity, day: Day) -> Option<f64> {
    let reports = activity.updates.iter().filter_map(|update| Some((update.occurrence(), update.progress?)));
    known::latest(reports, day, |&(at, _)| at).map(|(_, progress)| progress.get())
}

fn by_indicators(activity: &Activity, day: Day) -> Option<f64> {
    // An overachieved or worsened indicator counts as 100 or 0, so that it cannot hide the others.
    let achievements = activity.indicators.iter().filter_map(|indicator| achievement(indicator, day));
    let (sum, count) =
        achievements.fold((0.0, 0), |(sum, count), achieved| (sum + achieved.clamp(0.0, 1.0), count + 1));
    (count > 0).then(|| 100.0 * (sum / f64::from(count)))
}

/// Returns the achievement of an indicator on a day, not clamped to 0–1 (F15), or `None` without baseline, target or value.
pub(super) fn achievement(indicator: &Indicator, day: Day) -> Option<f64> {
    let goal = indicator.goal()?;
    let latest = known::latest(&indicator.values, day, |value| value.occurrence())?;
    let achieved = goal.achieved(latest.value);
    // `+ 0.0` turns the −0 that a decreasing target produces into 0.
    achieved.is_finite().then_some(achieved + 0.0)
}

/// The inputs to the state of an activity.
struct Standing {
    status: Status,
    completed: bool,
    start: Option<Day>,
    due: Option<Day>,
    actual: Option<f64>,
    planned: Option<f64>,
}

impl State {
    /// Returns the first state that applies (F12). The order of the checks is the rule.
    fn of(standing: &Standing, thresholds: &Thresholds, day: Day) -> Self {
        if standing.status == Status::Cancelled {
            Self::Cancelled
        } else if standing.completed {
            Self::Done
        } else if standing.status == Status::Paused {
            Self::Paused
        } else if standing.due.is_some_and(|due| day > due) {
            Self::Overdue
        } else {
            Self::of_open(standing, thresholds, day)
        }
    }

    /// Returns the state of an activity that is neither closed, paused nor overdue.
    fn of_open(standing: &Standing, thresholds: &Thresholds, day: Day) -> Self {
        let Some(planned) = standing.planned else { return Self::Unscheduled };
        let before_start = standing.start.is_some_and(|start| day < start);
        match standing.actual {
            None if before_start => Self::NotStarted,
            Some(actual) if before_start && !exceeds(actual, 0.0) => Self::NotStarted,
            None => Self::Unreported,
            Some(actual) if exceeds(planned - actual, thresholds.tolerance) => Self::Behind,
            Some(actual) if exceeds(actual - planned, thresholds.tolerance) => Self::Ahead,
            Some(_) => Self::OnTrack,
        }
    }
}

/// Returns whether an activity is running (F14).
fn is_running(activity: &Activity, status: Status, completed: bool, day: Day) -> bool {
    let open = !completed && !matches!(status, Status::Cancelled | Status::Paused);
    open && activity.start.map_or(status == Status::Active, |start| start <= day)
}

/// Returns whether a running activity is stale (F17). `since` is the date of the latest information about it.
fn is_stale(since: Option<Day>, thresholds: &Thresholds, day: Day) -> bool {
    since.is_none_or(|since| day.since(since) > thresholds.stale_days)
}

/// Returns the progress found by the latest visit, and its difference from A on that visit's day (F16).
fn verified(edition: &Edition, activity: &Activity, thresholds: &Thresholds, day: Day) -> Option<Verified> {
    let findings = activity.findings.iter().filter_map(|&finding| {
        let progress = edition[finding].progress?.get();
        Some((finding, edition[finding.visit].occurrence(), progress))
    });
    let (finding, visited, progress) = known::latest(findings, day, |&(_, visited, _)| visited)?;
    let visited = visited.date;
    let actual = known::exists(activity, visited).then(|| actual(edition, activity, visited)).flatten();
    let gap = actual.map(|actual| progress - actual);
    let flagged = gap.is_some_and(|gap| exceeds(gap.abs(), thresholds.tolerance));
    Some(Verified { finding, day: visited, progress, gap, flagged })
}

/// Returns the visits that found something on an activity.
fn visits<'a>(edition: &'a Edition, activity: &'a Activity) -> impl Iterator<Item = Occurrence> + 'a {
    activity.findings.iter().map(|&finding| edition[finding.visit].occurrence())
}

/// Returns the day of the latest finding of those known on a day (F22).
fn last_finding(edition: &Edition, activity: &Activity, day: Day) -> Option<Day> {
    visits(edition, activity).filter(|visit| visit.known <= day).map(|visit| visit.date).max()
}

/// Returns the day of the last report (F17).
fn last_report(edition: &Edition, activity: &Activity, day: Day) -> Option<Day> {
    // Of a milestone only the earliest day counts as that on which it was done.
    let milestones = activity.milestones.iter().filter_map(|milestone| milestone.done_on(day));
    let reports = reports(edition, activity).filter(|report| report.known <= day).map(|report| report.date);
    reports.chain(milestones).max()
}

/// Returns all that counts as a report, except milestones done (F17).
fn reports<'a>(edition: &'a Edition, activity: &'a Activity) -> impl Iterator<Item = Occurrence> + 'a {
    let updates = activity.updates.iter().map(Update::occurrence);
    let values = activity.indicators.iter().flat_map(|indicator| &indicator.values);
    let values = values.map(IndicatorValue::occurrence);
    let finished = activity.finished.map(Occurrence::at_once);
    updates.chain(values).chain(visits(edition, activity)).chain(finished)
}

/// Returns which of the three pillars an activity has (F18).
fn pillars(activity: &Activity, due: Option<Day>, day: Day) -> Pillars<bool> {
    let described = activity.summary.is_some() || activity.record.body.is_some();
    Pillars {
        programme: described && !(activity.milestones.is_empty() && activity.indicators.is_empty()),
        schedule: activity.start.is_some() && due.is_some(),
        responsibility: activity.lead_on(day).is_some() && activity.responsible.is_some(),
    }
}
