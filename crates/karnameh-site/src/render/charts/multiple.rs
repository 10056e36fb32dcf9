//! One of the small multiples: the planned-against-actual curve the size of a stamp, left to right, 0 to 100 percent.

use tera::TeraResult;

use crate::site::charts::{Multiple, MultiplePoint};

#[cfg(test)]
use super::samples::Sample;
use super::svg::Svg;
use super::{Call, Chart};
#[cfg(test)]
use crate::render::tests::fixture;

/// How high the plot is; 4 px above and below keep strokes and the dot inside.
const HEIGHT: f64 = 64.0;

impl Chart for Multiple {
    const FILTER: &'static str = "multiple";
    const DRAWS: &'static str = "A `Multiple`: planned against actual progress, the size of a stamp.";

    fn draw(&self, _: &Call<'_, '_>) -> TeraResult<String> {
        Ok(multiple(self))
    }

    #[cfg(test)]
    fn samples() -> Vec<Sample<Self>> {
        let items = fixture::maps::multiples().items;
        let sample = |name, at: usize| Sample::new(name, items[at].curve.clone());
        vec![sample("multiple", 0), sample("multiple_unknown", 1)]
    }
}

/// Draws a curve; its numbers stand beside it and in the table.
fn multiple(curve: &Multiple) -> String {
    let mut svg = Svg::with_capacity(700);
    svg.raw("<svg class=\"multiple\" width=\"100%\" height=\"72\" aria-hidden=\"true\">");
    for share in [100.0, 50.0, 0.0] {
        svg.raw(if share > 0.0 { "<line class=\"gridline\"" } else { "<line class=\"axis\"" });
        svg.raw(" x1=\"0\" x2=\"100%\"").at("y1", y(share)).at("y2", y(share)).raw("/>");
    }
    if let Some(day) = curve.today {
        let x = x(day, curve.days);
        svg.raw("<line class=\"day\"").percent("x1", x).percent("x2", x).raw(" y1=\"0\" y2=\"72\"/>");
    }
    svg.raw("<svg width=\"100%\" height=\"72\" viewBox=\"0 0 100 72\" preserveAspectRatio=\"none\">");
    line(&mut svg, "line line--plan", curve, |point| point.1);
    line(&mut svg, "line line--actual", curve, |point| point.2);
    svg.raw("</svg>");
    match curve.points.iter().rev().find_map(|&(day, _, actual)| Some((day, actual?))) {
        Some((day, actual)) => {
            svg.raw("<circle class=\"dot--actual\"").percent("cx", x(day, curve.days)).at("cy", y(actual));
            svg.raw(" r=\"4.5\"/>");
        }
        None => _ = svg.raw("<line class=\"bar-unknown\" x1=\"0\" x2=\"100%\" y1=\"52\" y2=\"52\"/>"),
    }
    svg.raw("</svg>").finish()
}

/// A line through the known values, with gaps for unknown ones.
fn line(svg: &mut Svg, class: &str, curve: &Multiple, value: fn(&MultiplePoint) -> Option<f64>) {
    if curve.points.iter().all(|point| value(point).is_none()) {
        return;
    }
    svg.raw("<path").attribute("class", class).raw(" d=\"");
    let mut pen = "M";
    for point in &curve.points {
        match value(point) {
            Some(share) => {
                svg.raw(pen).number(x(point.0, curve.days)).raw(" ").number(y(share));
                pen = "L";
            }
            None => pen = "M",
        }
    }
    svg.raw("\"/>");
}

/// A moment in percent from the left.
fn x(day: i32, days: i32) -> f64 {
    f64::from(day) * 100.0 / f64::from(days.max(1))
}

/// A share in pixels from the top.
fn y(share: f64) -> f64 {
    4.0 + HEIGHT * (100.0 - share.clamp(0.0, 100.0)) / 100.0
}
