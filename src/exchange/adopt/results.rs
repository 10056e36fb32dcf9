//! What was reached at the giver's, as a table of the model's narrative: the reason to adopt it stays with it.

use crate::package::Package;
use crate::package::schema::{Activity, Indicator, Model};
use crate::persian::dates;
use crate::persian::numbers::{decimal, percent};

/// The section of Markdown; empty where nothing stands behind the model.
pub(super) fn told(package: &Package, model: &Model) -> String {
    let records = &package.records.activities;
    let rows: String = records.iter().filter(|of| model.results.contains(&of.id)).map(rows).collect();
    if rows.is_empty() {
        return String::new();
    }
    let manifest = &package.manifest;
    format!(
        "## نتیجه در خاستگاه\n\nرقم‌ها از استان {} و تا پایان {} است.\n\n| فعالیت | سنجه | پایه | هدف | نتیجه |\n|---|---|---|---|---|\n{rows}",
        plain(&manifest.from.province),
        dates::medium(manifest.as_of.0),
    )
}

/// A row for the progress of an activity, one for each of its indicators that has a value.
fn rows(of: &Activity) -> String {
    let title = plain(&of.title);
    let actual = of.figures.actual.map_or_else(|| "بدون گزارش".to_owned(), in_words);
    let progress = format!("| {title} | پیشرفت | | | {actual} |\n");
    let indicators = of.indicators.iter().filter_map(|of| indicator(&title, of));
    std::iter::once(progress).chain(indicators).collect()
}

/// «۷۱ درصد»: a record file holds no marks of direction.
fn in_words(progress: f64) -> String {
    format!("{} درصد", percent(progress).trim_matches(['\u{61c}', '٪']))
}

fn indicator(activity: &str, of: &Indicator) -> Option<String> {
    let last = of.values.iter().enumerate().max_by_key(|(at, value)| (value.date, *at))?.1;
    let number = |value: Option<f64>| value.map(|value| decimal(value, 2)).unwrap_or_default();
    let unit = of.unit.as_deref().map(|unit| format!(" {}", plain(unit))).unwrap_or_default();
    let (baseline, target) = (number(of.baseline), number(of.target));
    let title = plain(&of.title);
    Some(format!("| {activity} | {title} | {baseline} | {target} | {}{unit} |\n", decimal(last.value, 2)))
}

/// A text that Markdown takes as it is.
fn plain(text: &str) -> String {
    let escaped = |c: char| if c.is_ascii_punctuation() { vec!['\\', c] } else { vec![c] };
    text.chars().flat_map(escaped).collect()
}
