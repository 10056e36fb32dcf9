//! Describes the results in the province of origin for the model's narrative, since they are the reason to adopt it.

use crate::figures::activity::ACTUAL;
use crate::model::{Activity, Indicator, SuccessModel};
use crate::package::Contents;
use crate::persian::dates;
use crate::persian::numbers::{decimal, percent};

/// Returns a section of Markdown, or an empty text if no activity belongs to the model.
pub(super) fn section(contents: &Contents, model: &SuccessModel) -> String {
    let activities = model.results.iter().map(|&idx| &contents.dataset[idx]);
    let items: String = activities.map(|activity| item(contents, activity)).collect();
    if items.is_empty() {
        return String::new();
    }
    let manifest = &contents.package.manifest;
    format!(
        "## نتیجه در خاستگاه\n\nرقم‌ها از استان {} و تا پایان {} است.\n\n{items}",
        plain(&manifest.from.province),
        dates::medium(manifest.as_of),
    )
}

/// Formats an activity: «- **وام مشاغل خرد**: پیشرفت ۷۱ درصد؛ شغل پایدار: ۴۶ شغل (پایه ۱۴، هدف ۶۴)».
fn item(contents: &Contents, activity: &Activity) -> String {
    let progress = contents
        .figures
        .number(&activity.record.id, &ACTUAL)
        .map_or_else(|| ACTUAL.unknown.0.to_owned(), in_words);
    let parts = std::iter::once(progress).chain(activity.indicators.iter().filter_map(indicator));
    format!("- **{}**: {}\n", plain(activity.record.title.typed()), parts.collect::<Vec<_>>().join("؛ "))
}

/// Formats progress as «پیشرفت ۷۱ درصد». Record files contain no direction marks, so the percent sign is avoided.
fn in_words(progress: f64) -> String {
    format!("پیشرفت {} درصد", percent(progress).trim_matches(['\u{61c}', '٪']))
}

/// Formats the last value of an indicator with its goal. Returns `None` without a value.
fn indicator(indicator: &Indicator) -> Option<String> {
    let last = indicator.values.iter().enumerate().max_by_key(|(at, value)| (value.date, *at))?.1;
    let part = |word: &str, value: Option<f64>| value.map(|value| format!("{word} {}", decimal(value, 2)));
    let goal: Vec<_> =
        [part("پایه", indicator.baseline), part("هدف", indicator.target)].into_iter().flatten().collect();
    let goal = if goal.is_empty() { String::new() } else { format!(" ({})", goal.join("، ")) };
    let unit = indicator.unit.as_ref().map(|unit| format!(" {}", plain(unit.typed()))).unwrap_or_default();
    Some(format!("{}: {}{unit}{goal}", plain(indicator.title.typed()), decimal(last.value, 2)))
}

/// Escapes all ASCII punctuation, so that Markdown shows the text literally.
fn plain(text: &str) -> String {
    let escaped = |c: char| if c.is_ascii_punctuation() { vec!['\\', c] } else { vec![c] };
    text.chars().flat_map(escaped).collect()
}
