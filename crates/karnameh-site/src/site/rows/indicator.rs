//! An indicator as a row: from where, to where, how far.

use serde::Serialize;

use crate::model::{Activity, Goal, Idx, Indicator, IndicatorValue};
use crate::persian::numbers::{decimal, percent};
use crate::site::charts::Spark;
use crate::site::view::{Link, Stamp};
use crate::site::{Site, links, stamp, words};

/// An indicator of an activity at T.
#[derive(Debug, Clone, Serialize)]
pub(in crate::site) struct IndicatorRow {
    /// What is measured.
    pub title: String,
    /// «نفر»; empty for none.
    pub unit: String,
    /// The activity it belongs to.
    pub activity: Link,
    /// The baseline, «—» for none.
    pub baseline: String,
    /// The latest value up to T, «—» for none.
    pub now: String,
    /// The target, «—» for none.
    pub target: String,
    /// «۲۹٪», «حفظ وضع موجود», «—»
    pub achievement: String,
    /// Its way, where it has two values or more.
    pub spark: Option<Spark>,
    /// Where the latest value comes from.
    pub source: String,
    /// The latest value's day.
    pub at: Option<Stamp>,
}

/// The values of an indicator in the order of days; of several on one day the last of the file (F4).
pub(in crate::site) fn by_day(indicator: &Indicator) -> Vec<&IndicatorValue> {
    let mut values: Vec<_> = indicator.values.iter().collect();
    values.sort_by_key(|value| value.date);
    values.dedup_by(|later, earlier| {
        let same = later.date == earlier.date;
        if same {
            *earlier = *later;
        }
        same
    });
    values
}

/// A quantity with at most two decimals.
pub(in crate::site) fn quantity(value: f64) -> String {
    decimal(value, 2)
}

/// The rows of an activity's indicators.
pub(in crate::site) fn indicator_rows(
    site: &Site<'_>,
    idx: Idx<Activity>,
) -> impl Iterator<Item = IndicatorRow> {
    let achievements = &site.figures[idx].achievements;
    site.dataset[idx].indicators.iter().zip(achievements).map(move |(indicator, &achievement)| {
        let values = by_day(indicator);
        let last = values.last();
        let text = |value: Option<f64>| value.map_or_else(|| words::NOTHING.to_owned(), quantity);
        IndicatorRow {
            title: indicator.title.to_string(),
            unit: words::or_empty(indicator.unit.as_ref()),
            activity: links::activity(site, idx),
            baseline: text(indicator.baseline),
            now: text(last.map(|value| value.value)),
            target: text(indicator.target),
            achievement: match achievement {
                Some(_) if matches!(indicator.goal(), Some(Goal::Keep { .. })) => "حفظ وضع موجود".to_owned(),
                Some(share) => percent(share * 100.0),
                None => words::NOTHING.to_owned(),
            },
            spark: spark(indicator, &values),
            source: words::or_empty(last.and_then(|value| value.source.as_ref())),
            at: last.map(|value| stamp::short(value.date)),
        }
    })
}

fn spark(indicator: &Indicator, values: &[&IndicatorValue]) -> Option<Spark> {
    let first = values.first()?.date;
    (values.len() > 1).then(|| Spark {
        points: values.iter().map(|value| (value.date.since(first), value.value)).collect(),
        target: indicator.target,
    })
}
