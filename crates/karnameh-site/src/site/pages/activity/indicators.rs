//! The indicators of an activity, each with its sentence and its chart.

use crate::model::{Activity, Idx, Indicator as Measured};
use crate::persian::dates;
use crate::site::charts::{IndicatorChart, IndicatorPoint as Point};
use crate::site::gantt::DayRange;
use crate::site::rows::{self, indicator};
use crate::site::{Site, stamp, words};

use super::IndicatorBlock;

pub(super) fn blocks(site: &Site<'_>, idx: Idx<Activity>) -> Vec<IndicatorBlock> {
    let rows = rows::indicator_rows(site, idx);
    site.dataset[idx]
        .indicators
        .iter()
        .zip(rows)
        .enumerate()
        .map(|(at, (measured, row))| {
            let unit = if row.unit.is_empty() { String::new() } else { format!(" {}", row.unit) };
            IndicatorBlock {
                caption: format!(
                    "پایه {}، اکنون {}، هدف {}{unit}؛ تحقق: {}",
                    row.baseline, row.now, row.target, row.achievement
                ),
                chart: chart(site, measured, at),
                title: row.title,
            }
        })
        .collect()
}

fn chart(site: &Site<'_>, measured: &Measured, at: usize) -> Option<IndicatorChart> {
    let values = indicator::by_day(measured);
    let (first, last) = (values.first()?, values.last()?);
    let span = DayRange::months(first.date, last.date.max(site.figures.day));
    let unit = words::or_empty(measured.unit.as_ref());
    let text = |value: f64| format!("{} {unit}", indicator::quantity(value)).trim_end().to_owned();
    Some(IndicatorChart {
        id: format!("indicator-{}", at + 1),
        title: measured.title.to_string(),
        desc: format!(
            "{}: {}؛ {}: {}.",
            dates::medium(first.date),
            text(first.value),
            dates::medium(last.date),
            text(last.value)
        ),
        axis: span.axis(site.figures.day),
        points: values
            .iter()
            .map(|value| Point {
                day: span.evening(value.date),
                value: value.value,
                at: stamp::short(value.date),
                text: text(value.value),
                source: words::or_empty(value.source.as_ref()),
            })
            .collect(),
        target: measured.target,
        target_label: measured.target.map(|target| format!("هدف {}", text(target))).unwrap_or_default(),
        last_label: text(last.value),
    })
}
