//! Describes the results in the province of origin for the model's narrative, since they are the reason to adopt it.

use crate::figures::activity::ACTUAL;
use crate::package::Package;
use crate::package::schema::{Activity, Indicator, Model};
use crate::persian::dates;
use crate::persian::numbers::{decimal, percent};

/// Returns a section of Markdown, or an empty text if no activity belongs to the model.
pub(super) fn section(package: &Package, model: &Model) -> String {
    let records = &package.records.activities;
    let items: String =
        records.iter().filter(|activity| model.results.contains(&activity.id)).map(item).collect();
    if items.is_empty() {
        return String::new();
    }
    let manifest = &package.manifest;
    format!(
        "## نتیجه در خاستگاه\n\nرقم‌ها از استان {} و تا پایان {} است.\n\n{items}",
        plain(&manifest.from.province),
        dates::medium(manifest.as_of.0),
    )
}

/// Formats an activity: «- **وام مشاغل خرد**: پیشرفت ۷۱ درصد؛ شغل پایدار: ۴۶ شغل (پایه ۱۴، هدف ۶۴)».
fn item(activity: &Activity) -> String {
    let progress = activity.figures.actual.map_or_else(|| ACTUAL.unknown.0.to_owned(), in_words);
    let parts = std::iter::once(progress).chain(activity.indicators.iter().filter_map(indicator));
    format!("- **{}**: {}\n", plain(&activity.title), parts.collect::<Vec<_>>().join("؛ "))
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
    let unit = indicator.unit.as_deref().map(|unit| format!(" {}", plain(unit))).unwrap_or_default();
    Some(format!("{}: {}{unit}{goal}", plain(&indicator.title), decimal(last.value, 2)))
}

/// Escapes all ASCII punctuation, so that Markdown shows the text literally.
fn plain(text: &str) -> String {
    let escaped = |c: char| if c.is_ascii_punctuation() { vec!['\\', c] } else { vec![c] };
    text.chars().flat_map(escaped).collect()
}
