//! Checks of figures: fractions for percents, two ways to measure that disagree, much more than planned.

use super::{Doubts, Facts, by_date, finding};
use crate::diag::codes::plausible as codes;
use crate::diag::{Code, Diagnostic, Place};
use crate::model::{Activity, Measure, Milestone, Percent, Status, Update};
use crate::persian::numbers::{decimal, integer};
use crate::persian::{Day, dates};

/// From how many times the plan on a figure is doubted; below that, more spent than planned is a rule's matter.
pub(in crate::model) const FAR_OVER: u64 = 3;

/// Whether a progress looks like the fraction that a percent cell holds: `0.4` for 40 %. Where an activity has other
/// percents with decimals, small ones are nothing odd.
pub(super) fn is_fraction(activity: &Activity, progress: f64) -> bool {
    let is_below_one = |progress: f64| progress > 0.0 && progress < 1.0;
    let given = || activity.updates.iter().filter_map(|update| Some(update.progress?.get()));
    let has_decimals = given().any(|progress| progress > 1.0 && progress.fract() != 0.0);
    // Among fractions, 1 is the whole.
    let is_whole = (progress - 1.0).abs() < f64::EPSILON && given().any(is_below_one);
    !has_decimals && (is_below_one(progress) || is_whole)
}

/// A percent is no fraction.
pub(super) fn percent_fraction(facts: &Facts<'_>, doubts: &mut Doubts) {
    for activity in &facts.dataset.activities {
        let own: &[&'static Code] = &activity.record.allow;
        for update in &activity.updates {
            doubt_fraction(activity, update.progress, &update.at, &[own, &update.allow], doubts);
        }
        for &found in &activity.findings {
            let (visit, finding) = (&facts.dataset[found.visit], &facts.dataset[found]);
            doubt_fraction(activity, finding.progress, &finding.at, &[own, &visit.record.allow], doubts);
        }
    }
}

fn doubt_fraction(
    activity: &Activity,
    progress: Option<Percent>,
    at: &Place,
    allowed_by: &[&[&'static Code]],
    doubts: &mut Doubts,
) {
    let Some(progress) = progress.map(Percent::get) else { return };
    if !is_fraction(activity, progress) {
        return;
    }
    // 0.29 · 100 is 28.999999999999996.
    let meant = (progress * 1e8).round() / 1e6;
    let found = finding(
        codes::PERCENT_FRACTION,
        at,
        "progress",
        (
            format!("پیشرفت {} درصد شمرده می‌شود، نه {} درصد.", decimal(progress, 6), decimal(meant, 6)),
            format!("This progress counts as {progress} %, not as {meant} %."),
        ),
        (
            format!("اگر {} درصد منظور است، بنویسید «{}».", decimal(meant, 6), decimal(meant, 6)),
            format!("If you mean {meant} %, write `{meant}`."),
        ),
    );
    doubts.add(allowed_by, found);
}

/// Milestones and reports of one activity say about the same (F7).
pub(super) fn milestones_and_reports(facts: &Facts<'_>, doubts: &mut Doubts) {
    for activity in &facts.dataset.activities {
        let is_over = activity.finished.is_some_and(|finished| finished <= facts.day)
            || matches!(activity.status, Some(Status::Done | Status::Cancelled));
        let measure = activity.measure_in_force();
        let (Some(by_steps), Some((report, reported))) =
            (done(activity, facts.day), last_report(activity, facts.day))
        else {
            continue;
        };
        let is_measured = matches!(measure, Some(Measure::Milestones | Measure::Reported));
        if !is_over && is_measured && (by_steps - reported).abs() > facts.tolerance + 1e-9 {
            let found = disagreement(report, by_steps, reported, measure == Some(Measure::Reported));
            let id = &activity.record.id;
            let found = found.related(
                activity.record.at.clone(),
                format!("فعالیت «{id}»"),
                format!("the activity `{id}`"),
            );
            doubts.add(&[&activity.record.allow, &report.allow], found);
        }
    }
}

/// The share of an activity's milestones that are done on a day, in percent; `None` where none is.
fn done(activity: &Activity, day: Day) -> Option<f64> {
    let all: f64 = activity.milestones.iter().map(|milestone| milestone.weight).sum();
    let is_done = |milestone: &&Milestone| milestone.done_on(day).is_some();
    let done: f64 = activity.milestones.iter().filter(is_done).map(|milestone| milestone.weight).sum();
    (done > 0.0).then_some(100.0 * done / all)
}

/// The last report up to a day that gives a progress.
fn last_report(activity: &Activity, day: Day) -> Option<(&Update, f64)> {
    let known = by_date(activity).into_iter().filter(|update| update.occurrence().known <= day);
    known.filter_map(|update| Some((update, update.progress?.get()))).next_back()
}

fn disagreement(report: &Update, by_steps: f64, reported: f64, report_counts: bool) -> Diagnostic {
    let (fa, en) = if report_counts {
        (Measure::Reported.fa(), "The report counts")
    } else {
        (Measure::Milestones.fa(), "The milestones count")
    };
    finding(
        codes::STEPS_AND_REPORTS,
        &report.at,
        "progress",
        (
            format!(
                "گزارش {} پیشرفت را {} درصد می‌گوید و مراحل انجام‌شده {} درصد؛ {fa} به شمار می‌آید.",
                dates::medium(report.date),
                decimal(reported, 1),
                decimal(by_steps, 1)
            ),
            format!(
                "The report of {} says {reported} %, the completed milestones {by_steps:.1} %. {en}.",
                report.date.jalali()
            ),
        ),
        (
            "گزارش تازه‌ای بنویسید یا مراحل انجام‌شده را کامل کنید.",
            "Write a new report, or complete the milestones that are done.",
        ),
    )
}

/// What was reached or spent is not far over what was planned.
pub(super) fn far_over_planned(facts: &Facts<'_>, doubts: &mut Doubts) {
    for activity in &facts.dataset.activities {
        let people = activity.beneficiaries.as_ref().and_then(|people| people.planned.zip(people.reached));
        let money = activity.budget.as_ref().and_then(|budget| budget.planned.zip(budget.spent));
        let pairs = [
            ("beneficiaries.reached", ("تحقق", "پیش‌بینی", "نفر"), ("`reached`", "people"), people),
            ("budget.spent", ("هزینه‌کرد", "مصوب", "ریال"), ("`spent`", "rial"), money),
        ];
        for (field, (what, plan, unit), (what_en, unit_en), pair) in pairs {
            let Some((planned, actual)) = pair else { continue };
            if planned == 0 || actual <= planned.saturating_mul(FAR_OVER) {
                continue;
            }
            let fa = |value: u64| integer(value);
            let found = finding(
                codes::FAR_OVER_PLANNED,
                &activity.record.at,
                field,
                (
                    format!("{what} ({} {unit}) چند برابر {plan} ({} {unit}) است.", fa(actual), fa(planned)),
                    format!("{what_en} ({actual} {unit_en}) is far more than planned ({planned} {unit_en})."),
                ),
                ("یکی از دو عدد را درست کنید.", "Correct one of the two numbers."),
            );
            doubts.add(&[&activity.record.allow], found);
        }
    }
}
