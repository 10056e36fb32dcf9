//! Rules about what progress is measured by, and about what visits found.

use super::{Facts, finding};
use crate::diag::Diagnostic;
use crate::diag::codes::records as codes;
use crate::model::{Activity, Goal, Indicator, Measure};

/// F7: a `measure` whose rows are missing.
pub(super) fn measure_without_rows(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    for activity in &facts.dataset.activities {
        let Some(measure) = activity.measure.filter(|_| activity.measure_lacks_rows()) else { continue };
        let (fa, en) = match measure {
            Measure::Milestones => ("«مراحل»", "milestones"),
            Measure::Reported => ("گزارشی با «پیشرفت»", "a report with progress"),
            Measure::Indicators => ("شاخصی با پایه و هدف", "an indicator with baseline and target"),
        };
        out.push(finding(
            codes::MEASURE_WITHOUT_ROWS,
            &activity.record.at,
            "measure",
            (
                format!("سنجهٔ این فعالیت به {fa} نیاز دارد که نیست."),
                format!("The activity's measure needs {en}, and has none."),
            ),
            (
                "آن را بنویسید، یا «سنجه» را عوض کنید یا بردارید.",
                "Write it, or change `measure` or take it out.",
            ),
        ));
    }
}

/// F15: where the baseline meets the target from the start, the goal is to keep it, or it is a slip.
pub(super) fn goal_met_already(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    each_indicator(facts, |activity, position, indicator| {
        if let Some(Goal::Keep { .. }) = indicator.goal() {
            let title = indicator.title.typed();
            out.push(finding(
                codes::GOAL_MET_ALREADY,
                &activity.record.at,
                format!("indicators[{position}].target"),
                (
                    format!("پایهٔ شاخص «{title}» از آغاز به هدف رسیده است؛ هدف «حفظ وضع موجود» شمرده می‌شود."),
                    format!("The baseline of `{title}` meets its target from the start: the goal counts as keeping it."),
                ),
                (
                    "اگر هدف همین نیست، پایه، هدف یا جهت را درست کنید.",
                    "If that is not intended, correct `baseline`, `target` or `direction`.",
                ),
            ));
        }
    });
}

/// F15: without a direction, a target that is the baseline has no achievement.
pub(super) fn target_is_baseline(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    each_indicator(facts, |activity, position, indicator| {
        let (Some(baseline), Some(target), None) =
            (indicator.baseline, indicator.target, indicator.direction)
        else {
            return;
        };
        if baseline.partial_cmp(&target).is_some_and(std::cmp::Ordering::is_eq) {
            let title = indicator.title.typed();
            out.push(finding(
                codes::TARGET_IS_BASELINE,
                &activity.record.at,
                format!("indicators[{position}].target"),
                (
                    format!("هدف و پایهٔ شاخص «{title}» یکی است و دستیابی آن حساب نمی‌شود."),
                    format!("Target and baseline of `{title}` are equal, so it has no achievement."),
                ),
                ("هدف را درست کنید یا «جهت» بنویسید.", "Correct the target or write a `direction`."),
            ));
        }
    });
}

/// Calls `see` for every indicator, its position counted from 1.
fn each_indicator<'a>(facts: &Facts<'a>, mut see: impl FnMut(&'a Activity, usize, &'a Indicator)) {
    for activity in &facts.dataset.activities {
        for (position, indicator) in activity.indicators.iter().enumerate() {
            see(activity, position + 1, indicator);
        }
    }
}

/// A history that looks odd: a visit to one neighborhood that found something on an activity of another.
pub(super) fn finding_elsewhere(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    for visit in &facts.dataset.visits {
        for found in &visit.findings {
            let activity = &facts.dataset[found.activity];
            if activity.neighborhoods.is_empty() || activity.neighborhoods.contains(&visit.neighborhood) {
                continue;
            }
            let id = &activity.record.id;
            out.push(
                finding(
                    codes::FINDING_ELSEWHERE,
                    &found.at,
                    "activity",
                    (
                        format!("فعالیت «{id}» در محلهٔ این بازدید نیست."),
                        format!("The activity `{id}` is not in the neighborhood of this visit."),
                    ),
                    (
                        "محلهٔ بازدید یا فعالیت را درست کنید.",
                        "Correct the visit's neighborhood or the activity.",
                    ),
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
