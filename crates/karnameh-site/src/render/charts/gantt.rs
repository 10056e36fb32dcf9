//! The schedule on which time runs from right to left: axis, lines through all rows, and one row.

use serde::{Deserialize, Serialize};
use tera::value::Key;
use tera::{TeraResult, Value};

use crate::site::charts::{Axis, GanttRow, Mile};

#[cfg(test)]
use super::samples::Sample;
use super::svg::{Svg, tenths};
use super::{Call, Chart, map_of, moment, number, truth};
#[cfg(test)]
use crate::render::tests::fixture;

/// The head of a schedule.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct AxisHead(Axis);

impl Chart for AxisHead {
    const FILTER: &'static str = "gantt_axis";
    const DRAWS: &'static str =
        "The head of a schedule, from its `Axis`: the months' names and the report's day.";

    fn draw(&self, _: &Call<'_, '_>) -> TeraResult<String> {
        Ok(head(&self.0))
    }

    #[cfg(test)]
    fn samples() -> Vec<Sample<Self>> {
        vec![Sample::new("gantt_axis", Self(fixture::gantt().axis))]
    }
}

/// The lines through all rows of a schedule.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct AxisLines(Axis);

impl Chart for AxisLines {
    const FILTER: &'static str = "gantt_lines";
    const DRAWS: &'static str = "The lines through all rows of a schedule, from its `Axis`.";

    fn draw(&self, _: &Call<'_, '_>) -> TeraResult<String> {
        Ok(lines(&self.0))
    }

    #[cfg(test)]
    fn samples() -> Vec<Sample<Self>> {
        vec![Sample::new("gantt_lines", Self(fixture::gantt().axis))]
    }
}

impl Chart for GanttRow {
    const FILTER: &'static str = "gantt_row";
    const OPTIONS: &'static str = "days";
    const DRAWS: &'static str = "A `GanttRow` on an axis of so many days.";

    /// By hand, since schedules have hundreds of rows. Leaves out the words of a row, which the template prints.
    fn read(value: &Value) -> TeraResult<Self> {
        let map = map_of(value, "`gantt_row` wants a map with start, due …")?;
        let miles = map.get(&Key::Str("miles")).and_then(Value::as_array).unwrap_or_default();
        Ok(Self {
            start: moment(map, "start"),
            due: moment(map, "due"),
            first_due: moment(map, "first_due"),
            done: number(map, "done"),
            late_to: moment(map, "late_to"),
            unknown: truth(map, "unknown"),
            miles: miles
                .iter()
                .filter_map(Value::as_map)
                .filter_map(|mile| Some(Mile { day: moment(mile, "day")?, done: truth(mile, "done") }))
                .collect(),
            ..Self::default()
        })
    }

    fn draw(&self, call: &Call<'_, '_>) -> TeraResult<String> {
        Ok(row(self, call.options.must_get::<i32>("days")?))
    }

    #[cfg(test)]
    fn samples() -> Vec<Sample<Self>> {
        let gantt = fixture::gantt();
        let sample = |name, group: usize, row: usize| {
            Sample::new(name, gantt.groups[group].rows[row].clone()).with("days=365")
        };
        vec![
            sample("gantt_plain", 0, 0),
            sample("gantt_miles", 0, 1),
            sample("gantt_extended", 1, 0),
            sample("gantt_from_before", 1, 1),
            sample("gantt_late", 2, 0),
            sample("gantt_beyond", 2, 1),
            sample("gantt_without_due", 2, 2),
            sample("gantt_unreported", 3, 0),
        ]
    }
}

/// Draws the head: the months' names and the report's day.
fn head(axis: &Axis) -> String {
    let mut svg = Svg::with_capacity(2200);
    svg.raw("<svg width=\"100%\" height=\"48\" direction=\"rtl\">");
    svg.uprights("g-month", 30.0, "18", axis.months.iter().map(|month| x(month.start, axis.days)));
    for (index, month) in axis.months.iter().enumerate() {
        svg.raw(if index % 3 == 0 { "<text class=\"g-name\"" } else { "<text class=\"g-name odd\"" });
        svg.percent("x", x(month.start, axis.days))
            .raw(" dx=\"-4\" y=\"43\" text-anchor=\"start\">")
            .text(&month.name)
            .raw("</text>");
    }
    if let Some(today) = &axis.today {
        let at = x(today.day, axis.days);
        svg.raw("<line class=\"g-day\"").percent("x1", at).percent("x2", at).raw(" y1=\"18\" y2=\"48\"/>");
        // The label is kept whole near the ends.
        let anchor = if at > 82.0 {
            "start"
        } else if at < 18.0 {
            "end"
        } else {
            "middle"
        };
        svg.raw("<text class=\"strong\"").percent("x", at).raw(" y=\"12\"").attribute("text-anchor", anchor);
        svg.raw(">").text(&today.label).raw("</text>");
    }
    svg.raw("</svg>").finish()
}

/// Draws the lines through all rows: months behind the rows, the report's day in front of them.
fn lines(axis: &Axis) -> String {
    let mut svg = Svg::with_capacity(1200);
    svg.raw("<svg class=\"gantt-months\" width=\"100%\" height=\"100%\" aria-hidden=\"true\">");
    svg.uprights("g-month", 0.0, "100%", axis.months.iter().map(|month| x(month.start, axis.days)));
    svg.raw("</svg>");
    if let Some(today) = &axis.today {
        svg.raw("<svg class=\"gantt-today\" width=\"100%\" height=\"100%\" aria-hidden=\"true\">");
        let at = x(today.day, axis.days);
        svg.raw("<line class=\"g-day\"").percent("x1", at).percent("x2", at).raw(" y1=\"0\" y2=\"100%\"/>");
        svg.raw("</svg>");
    }
    svg.finish()
}

/// Draws one row. The y axis begins in the middle of the row, so a title of two lines can stretch it; milestones and
/// arrows are drawings of the page's sprite.
fn row(row: &GanttRow, days: i32) -> String {
    let mut svg = Svg::with_capacity(700);
    svg.raw("<svg class=\"gantt-row\" height=\"36\" aria-hidden=\"true\"><svg y=\"50%\">");
    match (row.start, row.due) {
        (Some(start), Some(due)) => span(&mut svg, row, start, due, days),
        // Only one end is known: a dotted box leads from it to the edge.
        (Some(start), None) => block(&mut svg, "g-unknown", start, days, days, 12.0),
        (None, Some(due)) => block(&mut svg, "g-unknown", 0, due, days, 12.0),
        (None, None) => {}
    }
    for mile in row.miles.iter().filter(|mile| (0..=days).contains(&mile.day)) {
        svg.raw(if mile.done { "<use href=\"#g-reached\"" } else { "<use href=\"#g-mile\"" });
        svg.percent("x", x(mile.day, days)).raw("/>");
    }
    svg.raw("</svg></svg>").finish()
}

/// The span from the start to the due day, with extension, progress and delay.
fn span(svg: &mut Svg, row: &GanttRow, start: i32, due: i32, days: i32) {
    let first_due = row.first_due.filter(|&first| first < due && first > start).unwrap_or(due);
    line(svg, "g-span", start.into(), first_due.into(), days);
    if row.unknown {
        block(svg, "g-unknown", start, due, days, 12.0);
    }
    if first_due < due {
        block(svg, "g-slip", first_due, due, days, 10.4);
        if (0..=days).contains(&first_due) {
            svg.raw("<rect class=\"g-mark\"").percent("x", x(first_due, days));
            svg.raw(" width=\"1.5\" y=\"-10\" height=\"20\"/>");
        }
    }
    if let Some(done) = row.done.filter(|&done| done > 0.0) {
        // A share of the present span, with its extension: 45 % of nine months is four.
        let end = f64::from(start) + f64::from(due - start) * done.min(100.0) / 100.0;
        line(svg, "g-done", start.into(), end, days);
    }
    if let Some(late) = row.late_to.filter(|&late| late > due && due < days && late > 0) {
        svg.raw("<line class=\"g-late\"")
            .percent("x1", x(late.min(days), days))
            .percent("x2", x(due.max(0), days));
        svg.raw("/>");
    }
    arrows(svg, start, due, days);
}

/// A bar that runs out of the axis ends in an arrow, whose tip is at the edge, since paper has no room beyond it.
fn arrows(svg: &mut Svg, start: i32, due: i32, days: i32) {
    if start < 0 && due > 0 {
        svg.raw("<use href=\"#g-earlier\" x=\"100%\"/>");
    }
    if due > days && start < days {
        svg.raw("<use href=\"#g-later\"/>");
    }
}

/// A bar between two moments, cut at the axis; the class says how thick it is.
fn line(svg: &mut Svg, class: &str, from: f64, to: f64, days: i32) {
    let (from, to) = (from.max(0.0), to.min(days.into()));
    if to > from {
        let x = |at: f64| 100.0 - at * 100.0 / f64::from(days.max(1));
        svg.raw("<line").attribute("class", class).percent("x1", x(to)).percent("x2", x(from)).raw("/>");
    }
}

/// A box between two moments, cut at the axis and centered on the row.
fn block(svg: &mut Svg, class: &str, from: i32, to: i32, days: i32, height: f64) {
    let (from, to) = (from.max(0), to.min(days));
    if to <= from {
        return;
    }
    svg.raw("<rect").attribute("class", class).percent("x", x(to, days));
    svg.percent("width", tenths(x(from, days)) - tenths(x(to, days)));
    svg.at("y", -height / 2.0).at("height", height).raw("/>");
}

/// A moment in percent from the left: time runs from the right.
fn x(day: i32, days: i32) -> f64 {
    100.0 - f64::from(day) * 100.0 / f64::from(days.max(1))
}
