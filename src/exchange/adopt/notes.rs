//! What a draft says in comments, because the user must decide it anew.

use crate::fields::Key;
use crate::fields::write::RecordText;
use crate::model::{Activity, Indicator, Measure, key};
use crate::persian::numbers::{decimal, integer};

/// Adds the measure of progress. Only milestones work from the start; other measures first need the user's own reports or
/// targets, so they become a comment.
pub(super) fn measure(text: &mut RecordText, activity: &Activity) {
    let field = key::Activity::Measure.field();
    match activity.measure {
        Some(Measure::Milestones) if !activity.milestones.is_empty() => {
            text.field(field, Measure::Milestones.fa());
        }
        Some(other) => text.comment(&format!("{}: {}", field.fa, other.fa())),
        None => {}
    }
}

/// Adds the goals that indicators have there, as a comment.
pub(super) fn goals(text: &mut RecordText, activity: &Activity) {
    let goals: Vec<String> = activity.indicators.iter().filter_map(goal).collect();
    if !goals.is_empty() {
        text.comment("«پایه» و «هدف» خود را برای هر شاخص بنویسید. در خاستگاه:");
        for goal in &goals {
            text.comment(goal);
        }
    }
}

/// Adds the budget that was granted there, as a comment.
pub(super) fn budget(text: &mut RecordText, activity: &Activity) {
    if let Some(planned) = activity.budget.as_ref().and_then(|budget| budget.planned) {
        let amount = integer(planned);
        text.comment(&format!("بودجهٔ مصوب در خاستگاه: {amount} ریال"));
    }
}

/// Formats an indicator's goal for a comment: «  درآمد ماهانه: پایه ۰، هدف ۲۴ نفر».
fn goal(indicator: &Indicator) -> Option<String> {
    let (baseline, target) = indicator.baseline.zip(indicator.target)?;
    let unit = indicator.unit.as_ref().map(|unit| format!(" {}", unit.typed())).unwrap_or_default();
    Some(format!(
        "  {}: پایه {}، هدف {}{unit}",
        indicator.title.typed(),
        decimal(baseline, 2),
        decimal(target, 2)
    ))
}
