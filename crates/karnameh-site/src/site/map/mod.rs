//! The map of neighborhoods: areas where their boundaries are known, points where a location is, tiles for the rest.
//!
//! What is on the earth goes through [`projection`] and [`simplify`] to a plane of whole numbers. Where nothing is, the
//! tiles are all there is, and the page says that they are a scheme. Start at [`Site::atlas`].

mod label;
mod projection;
mod simplify;

use std::collections::BTreeSet;

use projection::Projection;
use simplify::LinearRing;

use crate::config::Term;
use crate::model::{Ground, Idx, Neighborhood, left_off};
use crate::persian::dates;
use crate::persian::numbers::percent;
use crate::persian::text::isolate;
use crate::progress::Group;
use crate::site::{counties, links};

use super::charts::{Atlas, Level, Map, MapPlace, MapRow, PlanePoint, Tile, TileGroup};
use super::words::{self, counted};
use super::{Site, Target};

/// How many points the edges on a map have at most: with names and links 400 areas stay below 80 KB.
const MOST_POINTS: usize = 4000;
/// Up to how many places have their figures written in the map.
const ROOMY: usize = 40;
/// From how many tiles on each county folds.
const FOLDED: usize = 100;
/// Where the looks of progress part, in percent.
const STEPS: [f64; 4] = [20.0, 40.0, 60.0, 80.0];
/// The key of what has no known progress.
const UNKNOWN: &str = "unknown";

/// All neighborhoods on one picture; `None` where there are none.
pub(super) fn atlas(site: &Site<'_>) -> Option<Atlas> {
    let all = &site.order.neighborhoods;
    if all.is_empty() {
        return None;
    }
    let Placed { on_map, left_off } = Placed::of(site, all);
    let map = map(site, &on_map);
    let is_placed: BTreeSet<_> = on_map.iter().map(|(idx, _)| *idx).collect();
    let rest: Vec<_> = all.iter().copied().filter(|idx| !is_placed.contains(idx)).collect();
    let many = &site.config.terms.neighborhood.many;
    let (title, note, tiles_title) = match map {
        Some(_) => (
            format!("نقشهٔ {many}"),
            "بالای نقشه شمال است. رنگ و نقش هر جا از پیشرفت واقعی آن است.".to_owned(),
            tiles_title(rest.len(), left_off, &site.config.terms.neighborhood),
        ),
        None => (
            format!("نقشهٔ طرح‌وار {many}"),
            format!(
                "طرح‌وار است و مقیاس ندارد: هر کاشی یک {} است و جای کاشی‌ها جای جغرافیایی نیست.",
                site.config.terms.neighborhood.one
            ),
            String::new(),
        ),
    };
    let is_mapped = map.is_some();
    Some(Atlas {
        title,
        note,
        rows: if is_mapped { all.iter().map(|&idx| row(site, idx)).collect() } else { Vec::new() },
        map,
        fold: rest.len() > FOLDED,
        tiles: tile_groups(site, &rest, is_mapped),
        tiles_title,
        levels: levels(site, all),
        sources: boundary_sources(site, all),
    })
}

/// Why the tiles below a map are not on it.
fn tiles_title(rest: usize, left_off: usize, term: &Term) -> String {
    let far = format!("{} که از دیگران بسیار دور است و در این نقشه جا نمی‌گیرد", counted(left_off, term));
    let unknown = format!("{} که جایش ثبت نشده است", counted(rest - left_off, term));
    match (left_off, rest - left_off) {
        (0, _) => unknown,
        (_, 0) => far,
        _ => format!("{far}، و {unknown}"),
    }
}

/// The neighborhoods whose place is known, with it.
struct Placed<'s> {
    /// Those that one map can show.
    on_map: Vec<(Idx<Neighborhood>, Ground<'s>)>,
    /// How many are too far from the others.
    left_off: usize,
}

impl<'s> Placed<'s> {
    fn of(site: &'s Site<'_>, all: &[Idx<Neighborhood>]) -> Self {
        let placed: Vec<_> = all.iter().filter_map(|&idx| Some((idx, site.dataset.ground(idx)?))).collect();
        let off = left_off(&placed.iter().map(|(_, ground)| *ground).collect::<Vec<_>>());
        let is_on = |at: usize| off.binary_search_by_key(&at, |(at, _)| *at).is_err();
        let on_map = placed.into_iter().enumerate().filter(|(at, _)| is_on(*at)).map(|(_, placed)| placed);
        Self { on_map: on_map.collect(), left_off: off.len() }
    }
}

fn map(site: &Site<'_>, found: &[(Idx<Neighborhood>, Ground<'_>)]) -> Option<Map> {
    let projection = Projection::of(found.iter().flat_map(|(_, ground)| ground.locations()))?;
    let mut places = laid_out(site, found, projection);
    // Points lie on areas, not below them.
    places.sort_by_key(|place| place.rings.is_empty());
    let (width, height) = projection.size;
    let roomy = places.len() <= ROOMY;
    if roomy {
        give_points_room(&mut places, width);
    }
    Some(Map {
        id: "map".to_owned(),
        title: format!("نقشهٔ پیشرفت {}", site.config.terms.neighborhood.many),
        desc: format!(
            "{} در جای خود، با رنگ و نقش پیشرفت واقعی تا {}. همین در جدول زیر آمده است.",
            counted(found.len(), &site.config.terms.neighborhood),
            dates::medium(site.figures.day)
        ),
        width,
        height,
        roomy,
        places,
    })
}

/// The places on the plane, all edges thinned together so that neighbors still meet.
fn laid_out(
    site: &Site<'_>,
    placed: &[(Idx<Neighborhood>, Ground<'_>)],
    projection: Projection,
) -> Vec<MapPlace> {
    let rings: Vec<Vec<LinearRing>> = placed.iter().map(|(_, ground)| edges(*ground, projection)).collect();
    let mut thinned = simplify::simplify(&rings.concat(), MOST_POINTS).into_iter();
    placed
        .iter()
        .zip(rings)
        .map(|((idx, ground), rings)| {
            let rings: Vec<LinearRing> =
                thinned.by_ref().take(rings.len()).filter(|ring| !ring.is_empty()).collect();
            // An area too small to be seen is a point.
            let (at, room) = label::inside(&rings).unwrap_or_else(|| (middle(*ground, projection), 0));
            MapPlace { tile: tile(site, *idx), rings, at, room }
        })
        .collect()
}

fn tile(site: &Site<'_>, idx: Idx<Neighborhood>) -> Tile {
    let group = &site.figures.groups.neighborhoods[idx.get()];
    Tile {
        name: site.dataset[idx].record.title.to_string(),
        href: site.href(Target::Neighborhood(idx)),
        level: level(group).to_owned(),
        figure: words::group_actual(group),
    }
}

fn row(site: &Site<'_>, idx: Idx<Neighborhood>) -> MapRow {
    let group = &site.figures.groups.neighborhoods[idx.get()];
    MapRow {
        link: links::neighborhood(site, idx),
        county: words::or_empty(site.dataset[idx].county.as_ref()),
        actual: words::group_actual(group),
        planned: words::group_planned(group),
    }
}

/// Tiles by county in the order of the counties' table, those without one last; each in the page's order. The few
/// that a map leaves over are one group.
fn tile_groups(site: &Site<'_>, of: &[Idx<Neighborhood>], are_left_over: bool) -> Vec<TileGroup> {
    let groups = &site.figures.groups;
    let few = are_left_over && of.len() <= FOLDED;
    let counties = site.order.counties.iter().copied().map(Some).filter(|_| !few).chain([None]);
    let mut out: Vec<TileGroup> = counties
        .filter_map(|county| {
            let tiles: Vec<Tile> = of
                .iter()
                .filter(|idx| few || groups.county_of[idx.get()] == county)
                .map(|&idx| tile(site, idx))
                .collect();
            (!tiles.is_empty()).then(|| TileGroup {
                title: counties::title(site, county),
                count: counted(tiles.len(), &site.config.terms.neighborhood),
                tiles,
            })
        })
        .collect();
    if let [only] = out.as_mut_slice() {
        only.title.clear();
    }
    out
}

/// The legend: the looks that occur, least progress first.
fn levels(site: &Site<'_>, all: &[Idx<Neighborhood>]) -> Vec<Level> {
    let occurs =
        |key: &str| all.iter().any(|idx| level(&site.figures.groups.neighborhoods[idx.get()]) == key);
    let known = LEVELS.iter().enumerate().map(|(at, key)| {
        let text = match at {
            0 => format!("کمتر از {}", percent(STEPS[0])),
            4 => format!("{} و بیشتر", percent(STEPS[3])),
            _ => format!("{} تا کمتر از {}", percent(STEPS[at - 1]), percent(STEPS[at])),
        };
        Level { key: (*key).to_owned(), text }
    });
    let unknown = Level { key: UNKNOWN.to_owned(), text: "پیشرفت نامعلوم".to_owned() };
    known.chain([unknown]).filter(|level| occurs(&level.key)).collect()
}

/// «مرزها: ODbL 1.0 …», each license once in the order of the files.
fn boundary_sources(site: &Site<'_>, all: &[Idx<Neighborhood>]) -> String {
    let mut licenses: Vec<String> = Vec::new();
    for boundary in all.iter().filter_map(|&idx| site.dataset.boundary(idx)) {
        // A license is a name, «ODbL 1.0»: its digits are its own.
        let license = isolate(boundary.license.typed());
        if !licenses.contains(&license) {
            licenses.push(license);
        }
    }
    if licenses.is_empty() { String::new() } else { format!("مرزها: {}", licenses.join("؛ ")) }
}

/// Says of points how wide their names may be.
fn give_points_room(places: &mut [MapPlace], width: i32) {
    let all: Vec<PlanePoint> = places.iter().map(|place| place.at).collect();
    for (own, place) in places.iter_mut().enumerate().filter(|(_, place)| place.rings.is_empty()) {
        let others = all.iter().enumerate().filter(|&(at, _)| at != own).map(|(_, &point)| point);
        place.room = label::beside(place.at, others, width);
    }
}

/// The keys of known progress, least first.
const LEVELS: [&str; 5] = ["0", "1", "2", "3", "4"];

/// The look of a group's progress.
fn level(group: &Group) -> &'static str {
    group.actual.value.map_or(UNKNOWN, |actual| LEVELS[STEPS.iter().filter(|&&step| actual >= step).count()])
}

/// The edges of an area on the plane, before they are thinned.
fn edges(ground: Ground<'_>, projection: Projection) -> Vec<LinearRing> {
    let Ground::Area(boundary) = ground else { return Vec::new() };
    let rings = boundary.polygons.iter().flat_map(|polygon| &polygon.rings);
    rings.map(|ring| simplify::ring(ring.iter().map(|&at| projection.point(at)))).collect()
}

/// The middle of what a ground reaches over, on the plane.
fn middle(ground: Ground<'_>, projection: Projection) -> PlanePoint {
    let points: Vec<_> = ground.locations().map(|at| projection.point(at)).collect();
    let middle = |of: fn(&PlanePoint) -> i32| {
        let (low, high) = (points.iter().map(of).min(), points.iter().map(of).max());
        i32::midpoint(low.unwrap_or_default(), high.unwrap_or_default())
    };
    (middle(|point| point.0), middle(|point| point.1))
}
