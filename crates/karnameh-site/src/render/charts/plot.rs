//! The charts on which time runs from left to right: the planned-against-actual curve and the indicator.
//!
//! x is in percent and y in pixels, so the text keeps its size and the chart fills any width. Lines are nested SVGs that
//! are 100 units wide and stretched, with strokes that do not scale.

use tera::TeraResult;

use crate::persian::numbers;
use crate::site::charts::{Axis, Curve, IndicatorChart};

#[cfg(test)]
use super::samples::Sample;
use super::svg::Svg;
use super::{Call, Chart};
#[cfg(test)]
use crate::render::tests::fixture;

impl Chart for Curve {
    const FILTER: &'static str = "curve";
    /// On paper a curve is lower.
    const OPTIONS: &'static str = "height=120";
    const DRAWS: &'static str = "A `Curve`: planned against actual progress over a year.";

    fn draw(&self, call: &Call<'_, '_>) -> TeraResult<String> {
        Ok(curve(self, call.options.get::<u16>("height")?.unwrap_or(CURVE_HEIGHT)))
    }

    #[cfg(test)]
    fn samples() -> Vec<Sample<Self>> {
        let unknown = fixture::edges::curves().swap_remove(0);
        vec![Sample::new("curve", fixture::curve()), Sample::new("curve_unknown", unknown)]
    }
}

impl Chart for IndicatorChart {
    const FILTER: &'static str = "indicator";
    const DRAWS: &'static str = "An `Indicator`: measured values and their target.";

    fn draw(&self, _: &Call<'_, '_>) -> TeraResult<String> {
        Ok(indicator(self))
    }

    #[cfg(test)]
    fn samples() -> Vec<Sample<Self>> {
        let edges = fixture::edges::indicators();
        vec![
            Sample::new("indicator", fixture::indicator()),
            Sample::new("indicator_of_one", edges[0].clone()),
            Sample::new("indicator_beyond_target", edges[1].clone()),
        ]
    }
}

/// The height of a curve on screen, in pixels.
const CURVE_HEIGHT: u16 = 300;

/// The least height at which the report's day has a label at its line.
const LABELLED: u16 = 150;

/// Draws the curve, `height` pixels high, with 44 more below it for dates and names (see [`Plot::open`]).
fn curve(curve: &Curve, height: u16) -> String {
    let mut svg = Svg::with_capacity(6000);
    let plot = Plot { axis: &curve.axis, height: f64::from(height), low: 0.0, high: 100.0 };
    plot.open(&mut svg, &curve.id, &curve.title, &curve.desc);
    for tick in [0.0, 25.0, 50.0, 75.0, 100.0] {
        plot.grid(&mut svg, tick, &numbers::percent(tick));
    }
    plot.months(&mut svg);
    // A low curve has no room for a third label, so the day has only its line.
    plot.today(&mut svg, (height >= LABELLED).then_some(12.0), Side::Before);
    let planned: Vec<_> = curve.points.iter().map(|point| (point.day, point.planned)).collect();
    let actual: Vec<_> = curve.points.iter().map(|point| (point.day, point.actual)).collect();
    svg.raw("<svg x=\"0\" y=\"0\" width=\"100%\"").at("height", plot.height);
    svg.attribute("viewBox", &format!("0 0 100 {height}")).raw(" preserveAspectRatio=\"none\">");
    plot.line(&mut svg, "line line--plan", &planned);
    plot.line(&mut svg, "line line--actual", &actual);
    svg.raw("</svg>");
    report(&mut svg, &plot, curve);
    svg.raw("</svg>").finish()
}

/// Marks both values of the report's day and writes their labels: the upper one before it, the lower one after it.
fn report(svg: &mut Svg, plot: &Plot, curve: &Curve) {
    let Some(last) = curve.points.iter().rev().find(|point| point.actual.is_some()) else { return };
    let x = plot.x(last.day);
    let actual = plot.y(last.actual.unwrap_or_default());
    let planned = last.planned.map(|value| plot.y(value));
    if let Some(planned) = planned {
        if curve.behind && actual - planned > 12.0 {
            svg.raw("<line class=\"deviation\"").percent("x1", x).percent("x2", x);
            svg.at("y1", planned + 5.0).at("y2", actual - 6.0).raw("/>");
        }
        svg.raw("<circle class=\"dot--plan\"").percent("cx", x).at("cy", planned).raw(" r=\"4\"/>");
        if planned <= actual {
            plot.label(svg, "strong", (x, planned - 10.0), Side::Before, &curve.planned_label);
        } else {
            plot.label_below(svg, "strong", (x, planned), &curve.planned_label);
        }
    }
    svg.raw("<circle class=\"dot--actual\"").percent("cx", x).at("cy", actual).raw(" r=\"6\"/>");
    if planned.is_some_and(|planned| planned > actual) {
        plot.label(svg, "t-accent", (x, actual - 10.0), Side::Before, &curve.actual_label);
    } else {
        plot.label_below(svg, "t-accent", (x, actual), &curve.actual_label);
    }
}

/// Draws an indicator.
fn indicator(indicator: &IndicatorChart) -> String {
    let mut svg = Svg::with_capacity(5000);
    let values: Vec<f64> = indicator.points.iter().map(|point| point.value).chain(indicator.target).collect();
    let ticks = ticks(&values);
    let (low, high) = (ticks.first().copied().unwrap_or(0.0), ticks.last().copied().unwrap_or(1.0));
    let plot = Plot { axis: &indicator.axis, height: 220.0, low, high };
    plot.open(&mut svg, &indicator.id, &indicator.title, &indicator.desc);
    for &tick in &ticks {
        plot.grid(&mut svg, tick, &numbers::decimal(tick, 2));
    }
    plot.months(&mut svg);
    if let Some(target) = indicator.target {
        let y = plot.y(target);
        svg.raw("<line class=\"target\" x1=\"0\" x2=\"100%\"").at("y1", y).at("y2", y).raw("/>");
        svg.raw("<text class=\"strong\" x=\"0\" dx=\"8\"").at("y", y - 8.0).raw(" text-anchor=\"end\">");
        svg.text(&indicator.target_label).raw("</text>");
    }
    plot.today(&mut svg, Some(210.0), Side::After);
    let points: Vec<_> = indicator.points.iter().map(|point| (point.day, Some(point.value))).collect();
    if points.len() > 1 {
        svg.raw("<svg x=\"0\" y=\"0\" width=\"100%\" height=\"220\" viewBox=\"0 0 100 220\" preserveAspectRatio=\"none\">");
        plot.line(&mut svg, "line line--actual", &points);
        svg.raw("</svg>");
    }
    for point in &indicator.points {
        svg.raw("<circle class=\"dot--actual\"").percent("cx", plot.x(point.day));
        svg.at("cy", plot.y(point.value)).raw(" r=\"5\"/>");
    }
    if let Some(y) = last_label_y(&plot, indicator)
        && let Some(last) = indicator.points.last()
    {
        plot.label(&mut svg, "t-accent", (plot.x(last.day), y), Side::Before, &indicator.last_label);
    }
    svg.raw("</svg>").finish()
}

/// The height of the last value's label: on the side from which its line does not come, unless that is outside the plot
/// or on the target's label.
fn last_label_y(plot: &Plot<'_>, indicator: &IndicatorChart) -> Option<f64> {
    let [.., last] = indicator.points.as_slice() else { return None };
    let y = plot.y(last.value);
    let falls = match indicator.points.as_slice() {
        [.., before, last] => last.value < before.value,
        _ => false,
    };
    let (above, below) = (y - 12.0, y + 24.0);
    let target = indicator.target.map(|target| plot.y(target));
    let free = |at: f64| {
        // Letters reach from 11 px above the line of writing to 4 px below it.
        let inside = at > 2.0 && at < plot.height - 6.0;
        inside && target.is_none_or(|target| !(at - 15.0..at + 8.0).contains(&target))
    };
    let (first, second) = if falls { (below, above) } else { (above, below) };
    Some(if free(first) || !free(second) { first.max(2.0) } else { second })
}

/// The side of a point on which its label is written, if there is room.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Before,
    After,
}

/// The frame of a plot and its scales.
struct Plot<'a> {
    axis: &'a Axis,
    height: f64,
    low: f64,
    high: f64,
}

impl Plot<'_> {
    /// A moment in percent from the left.
    fn x(&self, day: i32) -> f64 {
        f64::from(day) * 100.0 / f64::from(self.axis.days.max(1))
    }

    /// A value in pixels from the top.
    fn y(&self, value: f64) -> f64 {
        self.height * (self.high - value) / (self.high - self.low)
    }

    fn open(&self, svg: &mut Svg, id: &str, title: &str, desc: &str) {
        svg.raw("<svg width=\"100%\"")
            .at("height", self.height + 44.0)
            .raw(" role=\"img\" aria-labelledby=\"");
        svg.text(id).raw("-t ").text(id).raw("-d\" direction=\"rtl\"><title id=\"").text(id).raw("-t\">");
        svg.text(title).raw("</title><desc id=\"").text(id).raw("-d\">").text(desc).raw("</desc>");
    }

    /// A line across and its number; the lowest is the axis.
    fn grid(&self, svg: &mut Svg, value: f64, label: &str) {
        let y = self.y(value);
        svg.raw(if value <= self.low { "<line class=\"axis\"" } else { "<line class=\"gridline\"" });
        svg.raw(" x1=\"0\" x2=\"100%\"").at("y1", y).at("y2", y).raw("/><text x=\"0\" dx=\"-8\"");
        svg.at("y", y + 4.0).raw(" text-anchor=\"start\">").text(label).raw("</text>");
    }

    /// A tick at each month's beginning and the end, the names between, the first and last dates below.
    fn months(&self, svg: &mut Svg) {
        for (index, month) in self.axis.months.iter().enumerate() {
            let end = self.axis.months.get(index + 1).map_or(self.axis.days, |next| next.start);
            svg.raw(if index % 3 == 0 { "<text" } else { "<text class=\"odd\"" });
            svg.percent("x", f64::midpoint(self.x(month.start), self.x(end)));
            svg.at("y", self.height + 20.0).raw(" text-anchor=\"middle\">").text(&month.name).raw("</text>");
        }
        let ends = self.axis.months.iter().map(|month| month.start).chain([self.axis.days]);
        svg.uprights("axis", self.height, "5", ends.map(|day| self.x(day)));
        let y = self.height + 42.0;
        svg.raw("<text x=\"0\"").at("y", y).raw(" text-anchor=\"end\">").text(&self.axis.first);
        svg.raw("</text><text x=\"100%\"").at("y", y).raw(" text-anchor=\"start\">").text(&self.axis.last);
        svg.raw("</text>");
    }

    /// The report's day: a dotted line with its label, if that has a place.
    fn today(&self, svg: &mut Svg, label: Option<f64>, side: Side) {
        let Some(today) = &self.axis.today else { return };
        let x = self.x(today.day);
        svg.raw("<line class=\"day\"").percent("x1", x).percent("x2", x).raw(" y1=\"0\"");
        svg.at("y2", self.height).raw("/>");
        if let Some(y) = label {
            self.label(svg, "", (x, y), side, &today.label);
        }
    }

    /// Text below a point and to its right, where a rising line never is. Near the end of the axis a narrow chart has no
    /// room there, so its text ends at the edge.
    fn label_below(&self, svg: &mut Svg, class: &str, (x, y): (f64, f64), text: &str) {
        let beside = (y + 20.0).min(self.height - 8.0);
        if x <= 70.0 {
            return self.label(svg, class, (x, beside), Side::After, text);
        }
        let roomy = x <= 88.0;
        if roomy {
            svg.raw("<text").attribute("class", &format!("{class} roomy")).percent("x", x).raw(" dx=\"10\"");
            svg.at("y", beside).raw(" text-anchor=\"end\">").text(text).raw("</text>");
        }
        let class = if roomy { format!("{class} tight") } else { class.to_owned() };
        svg.raw("<text").attribute("class", &class).raw(" x=\"100%\"");
        svg.at("y", (y + 30.0).min(self.height - 8.0))
            .raw(" text-anchor=\"start\">")
            .text(text)
            .raw("</text>");
    }

    /// Text beside a point. On SVGs that read from the right, `start` is the right edge of the text.
    #[expect(clippy::unused_self, reason = "reads as the others at the call")]
    fn label(&self, svg: &mut Svg, class: &str, (x, y): (f64, f64), side: Side, text: &str) {
        let before = match side {
            Side::Before => x > 30.0,
            Side::After => x > 78.0,
        };
        svg.raw("<text");
        if !class.is_empty() {
            svg.attribute("class", class);
        }
        svg.percent("x", x).raw(if before { " dx=\"-10\"" } else { " dx=\"10\"" }).at("y", y);
        svg.raw(if before { " text-anchor=\"start\">" } else { " text-anchor=\"end\">" })
            .text(text)
            .raw("</text>");
    }

    /// A line through the known values, with gaps for unknown ones.
    fn line(&self, svg: &mut Svg, class: &str, points: &[(i32, Option<f64>)]) {
        if points.iter().all(|(_, value)| value.is_none()) {
            return;
        }
        svg.raw("<path").attribute("class", class).raw(" d=\"");
        let mut pen = "M";
        for &(day, value) in points {
            let Some(value) = value else {
                pen = "M";
                continue;
            };
            svg.raw(pen).number(self.x(day)).raw(" ").number(self.y(value));
            pen = "L";
        }
        svg.raw("\"/>");
    }
}

/// Round numbers from below the least value to above the greatest, three to six of them. They begin at 0 unless all
/// values are far above it.
fn ticks(values: &[f64]) -> Vec<f64> {
    let high = values.iter().copied().fold(0.0, f64::max);
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    let low = if least.is_finite() && (least < 0.0 || least > 0.6 * high) { least } else { 0.0 };
    let range = if high > low { high - low } else { high.abs().max(1.0) };
    let raw = range / 4.0;
    let power = 10_f64.powf(raw.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().find(|&nice| nice * power >= raw).unwrap_or(10.0) * power;
    let mut at = (low / step).floor();
    let end = (high / step).ceil().max(at + 1.0);
    let mut ticks = Vec::new();
    while at <= end {
        ticks.push(at * step);
        at += 1.0;
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::ticks;

    #[test]
    fn ticks_are_round_and_enclose() {
        assert_eq!(ticks(&[120.0, 260.0, 600.0]), [0.0, 200.0, 400.0, 600.0]);
        assert_eq!(ticks(&[22.0, 13.0, 8.0]), [0.0, 10.0, 20.0, 30.0]);
        assert_eq!(ticks(&[96.0, 98.0]), [96.0, 96.5, 97.0, 97.5, 98.0]);
        assert_eq!(ticks(&[]), [0.0, 0.5]);
        assert_eq!(ticks(&[5.0]), [4.0, 6.0]);
    }
}
