//! The charts the size of a line: bar, stack, ring, spark.

use serde::{Deserialize, Serialize};
use tera::{TeraResult, Value};

use crate::site::charts::{Bar, Ring, Spark, StateCount};

#[cfg(test)]
use super::samples::Sample;
use super::svg::{Svg, tenths};
use super::{Call, Chart, map_of, number, truth};
#[cfg(test)]
use crate::render::tests::fixture;

impl Chart for Bar {
    const FILTER: &'static str = "bar";
    const OPTIONS: &'static str = "large=true";
    const DRAWS: &'static str = "A `Bar`: reported, planned and verified progress on a line from the right.";

    /// By hand, since pages have hundreds of bars.
    fn read(value: &Value) -> TeraResult<Self> {
        let map = map_of(value, "`bar` wants a map with actual, planned …")?;
        Ok(Self {
            actual: number(map, "actual"),
            planned: number(map, "planned"),
            verified: number(map, "verified"),
            behind: truth(map, "behind"),
            late: truth(map, "late"),
        })
    }

    fn draw(&self, call: &Call<'_, '_>) -> TeraResult<String> {
        Ok(bar(*self, call.options.get::<bool>("large")?.unwrap_or(false)))
    }

    #[cfg(test)]
    fn samples() -> Vec<Sample<Self>> {
        vec![
            Sample::new("bar", Self { verified: Some(28.0), behind: true, ..fixture::bar(45.0, 75.0) }),
            Sample::new("bar_late", Self { late: true, ..fixture::bar(85.0, 100.0) }).with("large=true"),
            Sample::new("bar_unknown", Self { planned: Some(65.0), ..Self::default() }),
        ]
    }
}

/// States side by side, each as wide as its count.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Stack(Vec<StateCount>);

impl Chart for Stack {
    const FILTER: &'static str = "stack";
    const DRAWS: &'static str = "A list of `Part`: states side by side, each as wide as its count.";

    fn draw(&self, _: &Call<'_, '_>) -> TeraResult<String> {
        Ok(stack(&self.0))
    }

    #[cfg(test)]
    fn samples() -> Vec<Sample<Self>> {
        vec![Sample::new("stack", Self(fixture::tally().parts))]
    }
}

impl Chart for Ring {
    const FILTER: &'static str = "ring";
    const DRAWS: &'static str = "A `Ring`: reported and planned progress around a figure.";

    fn draw(&self, _: &Call<'_, '_>) -> TeraResult<String> {
        Ok(ring(self))
    }

    #[cfg(test)]
    fn samples() -> Vec<Sample<Self>> {
        vec![
            Sample::new("ring", fixture::ring("r", Some(25.0), Some(75.0))),
            Sample::new("ring_unknown", fixture::ring("unknown", None, None)),
        ]
    }
}

impl Chart for Spark {
    const FILTER: &'static str = "spark";
    const DRAWS: &'static str = "A `Spark`: a line the size of a word, with its target.";

    fn draw(&self, _: &Call<'_, '_>) -> TeraResult<String> {
        Ok(spark(self))
    }

    #[cfg(test)]
    fn samples() -> Vec<Sample<Self>> {
        let sparks = fixture::sparks();
        vec![Sample::new("spark", sparks[0].clone()), Sample::new("spark_of_one", sparks[2].clone())]
    }
}

/// Draws a bar 16 px high, or 24 if it is large. Shares run from the right.
fn bar(bar: Bar, large: bool) -> String {
    let top = if large { 4.0 } else { 0.0 };
    let height = 16.0 + 2.0 * top;
    let mut svg = Svg::with_capacity(360);
    svg.raw("<svg class=\"bar\"").at("height", height).raw(" aria-hidden=\"true\">");
    if let Some(actual) = bar.actual.map(share) {
        known(&mut svg, bar, actual, top);
    } else {
        svg.raw("<line class=\"bar-unknown\" x2=\"100%\"");
        svg.at("y1", top + 8.0).at("y2", top + 8.0).raw("/>");
    }
    if let Some(planned) = bar.planned.map(share) {
        svg.raw("<rect class=\"bar-plan\"").percent("x", 100.0 - planned);
        svg.raw(" width=\"2\"").at("height", height).raw("/>");
    }
    if let Some(verified) = bar.verified.map(share) {
        svg.raw("<circle class=\"bar-verified\"").percent("cx", 100.0 - verified);
        svg.at("cy", top + 8.0).raw(" r=\"5\"/>");
    }
    svg.raw("</svg>").finish()
}

/// The parts of a bar that only a known value has.
fn known(svg: &mut Svg, bar: Bar, actual: f64, top: f64) {
    if top > 0.0 {
        svg.raw("<rect class=\"bar-track\"").at("y", top + 4.0).raw(" width=\"100%\" height=\"8\"/>");
    } else {
        // A drawing of the sprite, since hundreds of bars of a page share it.
        svg.raw("<use href=\"#bar-track\"/>");
    }
    svg.raw("<rect class=\"bar-actual\"").percent("x", 100.0 - actual).at("y", top + 4.0);
    svg.percent("width", actual).raw(" height=\"8\"/>");
    if let Some(planned) = bar.planned.map(share).filter(|&planned| bar.behind && planned > actual) {
        svg.raw("<rect class=\"bar-gap\"").percent("x", 100.0 - planned).at("y", top + 4.7);
        svg.percent("width", planned - actual).raw(" height=\"6.6\"/>");
    }
    if bar.late && actual < 100.0 {
        svg.raw("<rect class=\"bar-late\"").at("y", top + 6.5);
        svg.percent("width", 100.0 - actual).raw(" height=\"3\"/>");
    }
}

/// Keeps a share inside its track. It is rounded as it is written, so that it and the rest add up to the whole.
fn share(value: f64) -> f64 {
    tenths(value.clamp(0.0, 100.0))
}

/// Draws a stack of states from the right, 20 px high.
fn stack(parts: &[StateCount]) -> String {
    let total: u32 = parts.iter().map(|part| part.count).sum();
    let mut svg = Svg::with_capacity(120 + 100 * parts.len());
    svg.raw("<svg class=\"stack\" height=\"20\" aria-hidden=\"true\">");
    let mut before = 0;
    for part in parts.iter().filter(|part| part.count > 0) {
        before += part.count;
        let of_total = |count: u32| tenths(f64::from(count) * 100.0 / f64::from(total));
        svg.raw("<rect class=\"seg--").text(&part.state).raw("\"");
        // The style sheet fills it too; the attribute is what brings the hatching into the page's sprite.
        if part.state == "unreported" {
            svg.raw(" fill=\"url(#hatch)\"");
        }
        svg.percent("x", 100.0 - of_total(before));
        svg.percent("width", of_total(before) - of_total(before - part.count)).raw(" height=\"20\"/>");
    }
    svg.raw("</svg>").finish()
}

/// Draws a ring: from the top, to the left.
fn ring(ring: &Ring) -> String {
    let mut svg = Svg::with_capacity(700);
    svg.raw("<svg class=\"ring\" viewBox=\"0 0 160 160\" width=\"160\" height=\"160\" role=\"img\"");
    svg.attribute("aria-labelledby", &format!("{}-t", ring.id)).raw(" direction=\"rtl\"><title");
    svg.attribute("id", &format!("{}-t", ring.id)).raw(">").text(&ring.title).raw("</title>");
    if let Some(actual) = ring.actual.map(share) {
        svg.raw("<circle class=\"ring-track\" cx=\"80\" cy=\"80\" r=\"67\"/>");
        if actual > 0.0 {
            svg.raw("<path class=\"ring-actual\" d=\"M80 13A67 67 0 1 0 80 147A67 67 0 1 0 80 13\"");
            svg.raw(" pathLength=\"100\" stroke-dasharray=\"").number(actual).raw(" 100\"/>");
        }
    } else {
        svg.raw("<circle class=\"ring-unknown\" cx=\"80\" cy=\"80\" r=\"67\"/>");
    }
    if let Some(planned) = ring.planned.map(share) {
        let (sin, cos) = (planned / 100.0 * std::f64::consts::TAU).sin_cos();
        svg.raw("<line class=\"ring-plan\"");
        svg.at("x1", 80.0 - 56.0 * sin).at("y1", 80.0 - 56.0 * cos);
        svg.at("x2", 80.0 - 78.0 * sin).at("y2", 80.0 - 78.0 * cos).raw("/>");
    }
    svg.raw("<text class=\"ring-figure\" x=\"80\" y=\"86\" text-anchor=\"middle\">").text(&ring.figure);
    svg.raw("</text><text class=\"ring-note\" x=\"80\" y=\"109\" text-anchor=\"middle\">").text(&ring.note);
    svg.raw("</text></svg>").finish()
}

/// Draws a spark: 96 × 32, left to right.
fn spark(spark: &Spark) -> String {
    let mut svg = Svg::with_capacity(400);
    svg.raw("<svg class=\"spark\" viewBox=\"0 0 96 32\" width=\"96\" height=\"32\" aria-hidden=\"true\">");
    let values = || spark.points.iter().map(|&(_, value)| value).chain(spark.target);
    let (low, high) = (values().fold(f64::INFINITY, f64::min), values().fold(f64::NEG_INFINITY, f64::max));
    let y = |value: f64| if high > low { 28.0 - 24.0 * (value - low) / (high - low) } else { 16.0 };
    if let Some(target) = spark.target {
        svg.raw("<line class=\"day\" x1=\"0\" x2=\"96\"").at("y1", y(target)).at("y2", y(target)).raw("/>");
    }
    if let (Some(&(first, _)), Some(&(last, value))) = (spark.points.first(), spark.points.last()) {
        let days = f64::from((last - first).max(1));
        let x = |day: i32| if last > first { 4.0 + 88.0 * f64::from(day - first) / days } else { 92.0 };
        if spark.points.len() > 1 {
            svg.raw("<path class=\"line line--actual\" d=\"");
            for (index, &(day, value)) in spark.points.iter().enumerate() {
                svg.raw(if index == 0 { "M" } else { "L" }).number(x(day)).raw(" ").number(y(value));
            }
            svg.raw("\"/>");
        }
        svg.raw("<circle class=\"dot--actual\"").at("cx", x(last)).at("cy", y(value)).raw(" r=\"4\"/>");
    }
    svg.raw("</svg>").finish()
}
