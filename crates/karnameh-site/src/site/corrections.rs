//! What pages say of reports that came late, and of those that correct another one (F2, F4).

use crate::model::{Activity, Occurrence, Update};
use crate::persian::dates;
use crate::persian::numbers::{decimal, percent};

/// «گزارش ۳۰ آبان ۱۴۰۴ در ۵ آذر ۱۴۰۴ اصلاح شد: از ۸۰٪ به ۸٪.» for a report that corrects another one.
pub(super) fn sentence(activity: &Activity, update: &Update) -> Option<String> {
    let before = activity.corrected_by(update)?;
    let at = update.occurrence();
    let figures = figures(activity, before, update).map(|moved| format!(": {moved}")).unwrap_or_default();
    Some(format!("گزارش {} در {} اصلاح شد{figures}.", dates::medium(at.date), dates::medium(at.known)))
}

/// «از ۸۰٪ به ۸٪»: what the corrected report said and what it says now, if both speak of the same.
fn figures(activity: &Activity, before: &Update, after: &Update) -> Option<String> {
    match (before.progress, after.progress) {
        (Some(before), Some(after)) => {
            return Some(format!("از {} به {}", percent(before.get()), percent(after.get())));
        }
        (None, Some(after)) => return Some(format!("پیشرفت {}", percent(after.get()))),
        _ => {}
    }
    let value = |update: &Update| {
        let values = &activity.indicators[update.indicator?].values;
        let value = values.iter().rfind(|value| value.occurrence() == update.occurrence())?;
        Some(decimal(value.value, 2))
    };
    let same = before.indicator.is_some() && before.indicator == after.indicator;
    same.then(|| Some(format!("از {} به {}", value(before)?, value(after)?))).flatten()
}

/// «در ۵ آذر ۱۴۰۴ اصلاح شد» for a report that another one corrects, «ثبت در ۵ آذر ۱۴۰۴» for one that came late.
pub(super) fn notes(activity: &Activity, update: &Update) -> Vec<String> {
    let corrected = activity.correction_of(update).map(|by| by.occurrence().known);
    let corrected = corrected.map(|known| format!("در {} اصلاح شد", dates::medium(known)));
    late(update.occurrence()).into_iter().chain(corrected).collect()
}

/// «ثبت در ۵ آذر ۱۴۰۴» for what became known only later.
pub(super) fn late(at: Occurrence) -> Option<String> {
    at.is_late().then(|| format!("ثبت در {}", dates::medium(at.known)))
}
