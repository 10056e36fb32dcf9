//! Rules about budgets.

use super::{Facts, finding};
use crate::diag::Diagnostic;
use crate::diag::codes::records::SPENT_OVER_PLANNED;
use crate::model::plausible::FAR_OVER;
use crate::persian::numbers;

/// A history that looks odd: more spent than planned.
pub(super) fn spent_over_planned(facts: &Facts<'_>, out: &mut Vec<Diagnostic>) {
    for activity in &facts.dataset.activities {
        let Some((planned, spent)) =
            activity.budget.as_ref().and_then(|budget| budget.planned.zip(budget.spent))
        else {
            continue;
        };
        // What is far more is doubted, with its own code.
        if spent > planned && spent <= planned.saturating_mul(FAR_OVER) {
            let fa = |rial: u64| numbers::integer(rial);
            out.push(finding(
                SPENT_OVER_PLANNED,
                &activity.record.at,
                "budget.spent",
                (
                    format!("هزینه‌کرد ({} ریال) از مصوب ({} ریال) بیشتر است.", fa(spent), fa(planned)),
                    format!("More was spent ({spent} rial) than planned ({planned} rial)."),
                ),
                ("رقم‌ها را ببینید؛ هر دو به ریال‌اند.", "Look at the figures; both are in rial."),
            ));
        }
    }
}
