//! The map: each neighborhood's area or point in the pattern of its progress, leading to its page.
//!
//! Unlike other charts it keeps its proportions, so a unit of its plane is a unit of the SVG. Each
//! color has a pattern too, and a map of few places shows their figures.

use std::fmt::Write as _;

use tera::TeraResult;

use crate::site::charts::{Map, MapPlace, PlanePoint};

#[cfg(test)]
use super::samples::Sample;
use super::svg::Svg;
use super::{Call, Chart};
#[cfg(test)]
use crate::render::tests::fixture;

/// Room around the plane for points at its edge.
const MARGIN: i32 = 32;
/// The distance from a point to the words below it.
const BELOW: i32 = 40;
/// The room for words below the lowest point.
const LINES: i32 = 56;
/// The average width of a letter of a name.
const LETTER: i32 = 9;

impl Chart for Map {
    const FILTER: &'static str = "places";
    const DRAWS: &'static str =
        "A `Map`: each neighborhood's area or point in the pattern of its progress. Needs `@root`.";

    fn draw(&self, call: &Call<'_, '_>) -> TeraResult<String> {
        Ok(map(self, call.root()?.as_str().unwrap_or_default()))
    }

    #[cfg(test)]
    fn samples() -> Vec<Sample<Self>> {
        let map = |atlas: crate::site::charts::Atlas| atlas.map.unwrap_or_default();
        vec![
            Sample::new("map", map(fixture::maps::mixed())),
            Sample::new("map_of_many", map(fixture::maps::many())),
        ]
    }
}

/// Draws the map; `root` leads from the page to the site's root.
fn map(map: &Map, root: &str) -> String {
    let mut svg = Svg::with_capacity(600 + 260 * map.places.len());
    let width = map.width + 2 * MARGIN;
    let height = map.height + 2 * MARGIN + if map.roomy { LINES } else { 0 };
    svg.raw("<svg class=\"map").raw(if map.roomy { " map--roomy\"" } else { "\"" });
    svg.attribute("viewBox", &format!("-{MARGIN} -{MARGIN} {width} {height}"));
    svg.raw(" role=\"group\" aria-labelledby=\"").text(&map.id).raw("-t\" aria-describedby=\"").text(&map.id);
    svg.raw("-d\" direction=\"rtl\"><title id=\"").text(&map.id).raw("-t\">").text(&map.title);
    svg.raw("</title><desc id=\"").text(&map.id).raw("-d\">").text(&map.desc).raw("</desc>");
    for place in &map.places {
        draw(&mut svg, place, root, map.roomy);
    }
    if map.roomy {
        svg.raw("<g class=\"map-figures\" aria-hidden=\"true\">");
        for place in &map.places {
            figure(&mut svg, place);
        }
        svg.raw("</g>");
    }
    svg.raw("</svg>").finish()
}

/// A place as a link. Its title is the link's name and what a pointer shows.
fn draw(svg: &mut Svg, place: &MapPlace, root: &str, roomy: bool) {
    let tile = &place.tile;
    svg.raw("<a href=\"").text(root).text(&tile.href).raw("\"><title>").text(&tile.name).raw(": ");
    svg.text(&tile.figure).raw("</title>");
    svg.raw(if place.rings.is_empty() { "<circle" } else { "<path" });
    svg.raw(if tile.level == "unknown" { " class=\"unknown\"" } else { "" });
    svg.raw(" fill=\"url(#level-").text(&tile.level).raw(")\"");
    if place.rings.is_empty() {
        let (x, y) = place.at;
        svg.at("cx", x.into()).at("cy", y.into()).at("r", if roomy { 22.0 } else { 12.0 }).raw("/></a>");
    } else {
        svg.raw(" d=\"");
        place.rings.iter().for_each(|ring| edge(&mut svg.0, ring));
        svg.raw("\"/></a>");
    }
}

/// The figure: in the middle of an area, below a point; and the name, if there is room and the picture is large.
fn figure(svg: &mut Svg, place: &MapPlace) {
    let letters = i32::try_from(place.tile.name.chars().count()).unwrap_or(i32::MAX);
    let is_named = letters.saturating_mul(LETTER) <= place.room;
    label(svg, place, if is_named { "named" } else { "" }, &place.tile.figure);
    if is_named {
        label(svg, place, "name", &place.tile.name);
    }
}

fn label(svg: &mut Svg, place: &MapPlace, class: &str, text: &str) {
    let (x, y) = place.at;
    svg.raw("<text");
    if !class.is_empty() {
        svg.attribute("class", class);
    }
    svg.at("x", x.into()).at("y", (if place.rings.is_empty() { y + BELOW } else { y }).into());
    svg.raw(" text-anchor=\"middle\">").text(text).raw("</text>");
}

/// A closed edge. Each point is relative to the one before, which is the shortest way to write it.
fn edge(out: &mut String, ring: &[PlanePoint]) {
    let Some((first, rest)) = ring.split_first() else { return };
    // Writing to a String does not fail.
    let _ = write!(out, "M{} {}l", first.0, first.1);
    let mut former = first;
    for (index, point) in rest.iter().enumerate() {
        let (x, y) = (point.0 - former.0, point.1 - former.1);
        let _ = write!(out, "{}{x}{}{y}", gap(index > 0 && x >= 0), gap(y >= 0));
        former = point;
    }
    out.push('z');
}

/// The separator of two numbers; a minus needs none.
fn gap(needed: bool) -> &'static str {
    if needed { " " } else { "" }
}

#[cfg(test)]
mod tests {
    use super::edge;

    #[test]
    fn edges_are_short() {
        let mut out = String::new();
        edge(&mut out, &[(10, 10), (20, 5), (15, 30), (9, 30)]);
        edge(&mut out, &[]);
        assert_eq!(out, "M10 10l10-5-5 25-6 0z");
    }
}
