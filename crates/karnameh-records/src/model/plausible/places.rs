//! Checks of places: where neighborhoods can't lie, two in one place, and odd boundaries.

use std::collections::BTreeMap;

use super::crossing::crosses_itself;
use super::{Doubts, Facts, finding};
use crate::diag::codes::plausible as codes;
use crate::diag::{Code, Diagnostic, Place};
use crate::model::ground::{Ground, LeftOff, left_off};
use crate::model::{Boundary, Dataset, Idx, Location, Neighborhood};
use crate::persian::numbers::{decimal, fa_digits};

/// The neighborhoods with their indexes.
fn neighborhoods(dataset: &Dataset) -> impl Iterator<Item = (Idx<Neighborhood>, &Neighborhood)> {
    dataset.neighborhoods.iter().enumerate().map(|(at, record)| (Idx::new(at), record))
}

/// What a neighborhood says of where it lies: the field, and what it says.
fn grounds(dataset: &Dataset, idx: Idx<Neighborhood>) -> impl Iterator<Item = (&'static str, Ground<'_>)> {
    let location = dataset[idx].location.map(|at| ("location", Ground::Point(at)));
    let boundary = dataset.boundary(idx).map(|boundary| ("boundary", Ground::Area(boundary)));
    location.into_iter().chain(boundary)
}

/// Neighborhoods lie in Iran.
pub(super) fn outside_iran(facts: &Facts<'_>, doubts: &mut Doubts) {
    for (idx, neighborhood) in neighborhoods(facts.dataset) {
        for (field, ground) in grounds(facts.dataset, idx).filter(|(_, ground)| !ground.is_in_iran()) {
            let title = neighborhood.record.title.typed();
            let hint = match ground {
                _ if ground.is_swapped() => (
                    "عرض و طول جابه‌جا نوشته شده است؟ در ایران عرض از ۲۵ تا ۴۰ و طول از ۴۴ تا ۶۴ است.",
                    "Are latitude and longitude swapped? In Iran latitudes are 25 to 40, longitudes 44 to 64.",
                ),
                Ground::Point(Location { lat, lon }) if lat.abs() < 1.0 && lon.abs() < 1.0 => (
                    "اگر موقعیت را نمی‌دانید، صفر ننویسید و آن را بردارید.",
                    "If you don't know the location, don't write zeros: remove it.",
                ),
                _ => (
                    "مختصات باید به درجه و WGS 84 باشد (عرض ۲۵ تا ۴۰، طول ۴۴ تا ۶۴).",
                    "Coordinates are degrees in WGS 84 (latitude 25 to 40, longitude 44 to 64).",
                ),
            };
            let (what, what_en) = named(field);
            let found = finding(
                codes::OUTSIDE_IRAN,
                &neighborhood.record.at,
                field,
                (
                    format!("{what} «{title}» بیرون از ایران است."),
                    format!("The {what_en} of `{title}` is outside Iran."),
                ),
                hint,
            );
            doubts.add(&[&neighborhood.record.allow], with_file(found, ground));
        }
    }
}

fn named(field: &str) -> (&'static str, &'static str) {
    if field == "boundary" { ("مرز", "boundary") } else { ("موقعیت", "location") }
}

/// Points to the file of a boundary.
fn with_file(found: Diagnostic, ground: Ground<'_>) -> Diagnostic {
    match ground {
        Ground::Area(boundary) => found.related(
            Place::file(format!("content/neighborhoods/{}", boundary.file)),
            "فایل مرز",
            "the boundary's file",
        ),
        Ground::Point(_) => found,
    }
}

/// From how far off the others a place is doubted, in degrees: about 200 kilometers. A nearer one that a map can't show
/// may well be right.
const DOUBTFUL: f64 = 2.0;

/// No neighborhood is far from all others of the province.
pub(super) fn far_place(facts: &Facts<'_>, doubts: &mut Doubts) {
    let placed: Vec<_> =
        neighborhoods(facts.dataset).filter_map(|(idx, _)| Some((idx, facts.dataset.ground(idx)?))).collect();
    let grounds: Vec<Ground<'_>> = placed.iter().map(|(_, ground)| *ground).collect();
    let off = left_off(&grounds);
    let is_near = |at: usize| off.iter().all(|(other, _)| *other != at);
    let others: Vec<Location> =
        (0..grounds.len()).filter(|&at| is_near(at)).map(|at| grounds[at].middle()).collect();
    for (at, _) in off.iter().filter(|(_, why)| *why == LeftOff::Far) {
        let (idx, ground) = placed[*at];
        let middle = ground.middle();
        if others
            .iter()
            .any(|other| ((other.lat - middle.lat).abs()).max((other.lon - middle.lon).abs()) < DOUBTFUL)
        {
            continue;
        }
        let record = &facts.dataset[idx].record;
        let field = if matches!(ground, Ground::Area(_)) { "boundary" } else { "location" };
        let (what, what_en) = named(field);
        let title = record.title.typed();
        let found = finding(
            codes::FAR_PLACE,
            &record.at,
            field,
            (
                format!("{what} «{title}» بیش از ۲۰۰ کیلومتر از همهٔ محله‌های دیگر دور است."),
                format!(
                    "The {what_en} of `{title}` is more than 200 kilometers from all other neighborhoods."
                ),
            ),
            ("رقم‌های عرض و طول را ببینید.", "Look at the digits of latitude and longitude."),
        );
        doubts.add(&[&record.allow], with_file(found, ground));
    }
}

/// Every neighborhood has a place of its own.
pub(super) fn same_place(facts: &Facts<'_>, doubts: &mut Doubts) {
    let mut points: BTreeMap<[u64; 2], Vec<&Neighborhood>> = BTreeMap::new();
    let mut areas: BTreeMap<Vec<[u64; 2]>, Vec<&Neighborhood>> = BTreeMap::new();
    for (idx, neighborhood) in neighborhoods(facts.dataset) {
        for (_, ground) in grounds(facts.dataset, idx) {
            match ground {
                Ground::Point(at) => points.entry(bits(at)).or_default().push(neighborhood),
                Ground::Area(_) => {
                    areas.entry(ground.locations().map(bits).collect()).or_default().push(neighborhood);
                }
            }
        }
    }
    for sharing in points.into_values() {
        doubt_shared("location", &sharing, doubts);
    }
    for sharing in areas.into_values() {
        doubt_shared("boundary", &sharing, doubts);
    }
}

fn bits(at: Location) -> [u64; 2] {
    [at.lat.to_bits(), at.lon.to_bits()]
}

/// Doubts a place that several neighborhoods have, once.
fn doubt_shared(field: &str, sharing: &[&Neighborhood], doubts: &mut Doubts) {
    let is_doubted = |neighborhood: &&&Neighborhood| !neighborhood.record.allow.contains(&codes::SAME_PLACE);
    let sharing: Vec<_> = sharing.iter().filter(is_doubted).collect();
    let [first, second, others @ ..] = sharing.as_slice() else { return };
    let (what, what_en) = named(field);
    let (one, other) = (first.record.title.typed(), second.record.title.typed());
    let (more, more_en) = match others.len() {
        0 => (String::new(), String::new()),
        count => (format!(" و {} محلهٔ دیگر", fa_digits(&count.to_string())), format!(" and {count} more")),
    };
    let mut found = finding(
        codes::SAME_PLACE,
        &second.record.at,
        field,
        (
            format!("«{one}»، «{other}»{more} یک {what} دارند."),
            format!("`{one}`, `{other}`{more_en} have the same {what_en}."),
        ),
        (format!("{what} خود هر محله را بنویسید."), format!("Write each one's own {what_en}.")),
    );
    for neighborhood in std::iter::once(first).chain(others) {
        let title = neighborhood.record.title.typed();
        found = found.related(neighborhood.record.at.clone(), format!("«{title}»"), format!("`{title}`"));
    }
    let none: &[&'static Code] = &[];
    doubts.add(&[none], found);
}

/// The edges of areas don't cross themselves.
pub(super) fn crossed_ring(facts: &Facts<'_>, doubts: &mut Doubts) {
    for (idx, neighborhood) in neighborhoods(facts.dataset) {
        let Some(boundary) = facts.dataset.boundary(idx) else { continue };
        let Some(at) = crossing(boundary) else { continue };
        let title = neighborhood.record.title.typed();
        let found = finding(
            codes::CROSSED_RING,
            &neighborhood.record.at,
            "boundary",
            (
                format!(
                    "خط مرز «{title}» نزدیک عرض {} و طول {} خودش را قطع می‌کند.",
                    decimal(at.lat, 4),
                    decimal(at.lon, 4)
                ),
                format!("The boundary of `{title}` crosses itself near {:.4}, {:.4}.", at.lat, at.lon),
            ),
            (
                "ترتیب نقطه‌ها را در برنامهٔ نقشه درست کنید.",
                "Correct the order of its positions in the map program.",
            ),
        );
        doubts.add(&[&neighborhood.record.allow], with_file(found, Ground::Area(boundary)));
    }
}

fn crossing(boundary: &Boundary) -> Option<Location> {
    boundary.polygons.iter().flat_map(|polygon| &polygon.rings).find_map(|ring| crosses_itself(ring))
}
