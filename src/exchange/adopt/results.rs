//! What was reached at the giver's, in the model's narrative: the reason to adopt it stays with it.

use crate::package::Package;
use crate::package::schema::{Activity, Indicator, Model};
use crate::persian::dates;
use crate::persian::numbers::{decimal, percent};

/// The section of Markdown; empty where nothing stands behind the model.
pub(super) fn told(package: &Package, model: &Model) -> String {
    let records = &package.records.activities;
    let items: String = records.iter().filter(|of| model.results.contains(&of.id)).map(item).collect();
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

/// «- **وام مشاغل خرد**: پیشرفت ۷۱ درصد؛ شغل پایدار: ۴۶ شغل (پایه ۱۴، هدف ۶۴)»
fn item(of: &Activity) -> String {
    let progress = of.figures.actual.map_or_else(|| "بدون گزارش".to_owned(), in_words);
    let parts = std::iter::once(progress).chain(of.indicators.iter().filter_map(indicator));
    format!("- **{}**: {}\n", plain(&of.title), parts.collect::<Vec<_>>().join("؛ "))
}

/// «پیشرفت ۷۱ درصد»: a record file holds no marks of direction.
fn in_words(progress: f64) -> String {
    format!("پیشرفت {} درصد", percent(progress).trim_matches(['\u{61c}', '٪']))
}

/// The last value of an indicator; none where there is none.
fn indicator(of: &Indicator) -> Option<String> {
    let last = of.values.iter().enumerate().max_by_key(|(at, value)| (value.date, *at))?.1;
    let part = |word: &str, value: Option<f64>| value.map(|value| format!("{word} {}", decimal(value, 2)));
    let goal: Vec<_> = [part("پایه", of.baseline), part("هدف", of.target)].into_iter().flatten().collect();
    let goal = if goal.is_empty() { String::new() } else { format!(" ({})", goal.join("، ")) };
    let unit = of.unit.as_deref().map(|unit| format!(" {}", plain(unit))).unwrap_or_default();
    Some(format!("{}: {}{unit}{goal}", plain(&of.title), decimal(last.value, 2)))
}

/// A text that Markdown takes as it is.
fn plain(text: &str) -> String {
    let escaped = |c: char| if c.is_ascii_punctuation() { vec!['\\', c] } else { vec![c] };
    text.chars().flat_map(escaped).collect()
}
