//! GeoJSON (RFC 7946) as far as areas need it: polygons, alone or inside collections and features.
//!
//! A text becomes a [`GeoJson`], whose positions are known to lie on the earth; [`GeoJson::polygons`] checks the rings.

use std::fmt;

use serde::de::{Error as _, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::model::{Location, Polygon};

/// What serde's error begins with where a position is not on the earth.
const OUT_OF_RANGE: &str = "position out of range";
/// The fewest positions of a ring (RFC 7946, 3.1.6).
const FEWEST: usize = 4;
/// A ring with less has no area, in square degrees: about a square meter.
const LEAST_BREADTH: f64 = 1e-10;

/// A GeoJSON object: a geometry, a feature, or a collection of them.
#[derive(Debug, Deserialize)]
pub(super) struct GeoJson {
    r#type: Kind,
    license: Option<serde_json::Value>,
    crs: Option<serde_json::Value>,
    coordinates: Option<Coordinates>,
    geometry: Option<Box<GeoJson>>,
    #[serde(default)]
    geometries: Vec<GeoJson>,
    #[serde(default)]
    features: Vec<GeoJson>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
enum Kind {
    FeatureCollection,
    Feature,
    GeometryCollection,
    Polygon,
    MultiPolygon,
    LineString,
    MultiLineString,
    Point,
    MultiPoint,
}

/// What is wrong with areas; polygons and rings are counted from 1 in the order of the file.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// There is no polygon at all.
    NoArea,
    /// Coordinates are nested otherwise than their type asks.
    Malformed,
    /// A ring with fewer than four positions.
    Short { polygon: usize, ring: usize },
    /// A ring that doesn't end where it begins.
    Open { polygon: usize, ring: usize },
    /// A ring without an area: its positions lie on one line.
    Flat { polygon: usize, ring: usize },
}

/// Whether a text failed for a position that is not on the earth.
pub(super) fn is_out_of_range(error: &serde_json::Error) -> bool {
    error.to_string().starts_with(OUT_OF_RANGE)
}

impl GeoJson {
    /// Reads a text; positions are checked as they are met, so that an error has their line.
    pub(super) fn parse(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// The license at the top level.
    pub(super) fn license(&self) -> Option<&str> {
        self.license.as_ref()?.as_str()
    }

    /// The name of a coordinate system other than WGS 84 (the member `crs`, which RFC 7946 no longer has).
    pub(super) fn foreign_reference(&self) -> Option<String> {
        let own = self.crs.as_ref().filter(|crs| !crs.is_null()).map(reference_name);
        let below = self.geometry.as_deref().into_iter().chain(&self.geometries).chain(&self.features);
        own.filter(|name| !is_wgs_84(name)).or_else(|| below.into_iter().find_map(Self::foreign_reference))
    }

    /// All polygons in the order of the file; lines and points beside them say nothing of an area.
    pub(super) fn polygons(&self) -> Result<Vec<Polygon>, Fault> {
        let mut out = Vec::new();
        self.collect(&mut out)?;
        if out.is_empty() { Err(Fault::NoArea) } else { Ok(out) }
    }

    fn collect(&self, out: &mut Vec<Polygon>) -> Result<(), Fault> {
        match self.r#type {
            Kind::FeatureCollection => self.features.iter().try_for_each(|each| each.collect(out)),
            Kind::GeometryCollection => self.geometries.iter().try_for_each(|each| each.collect(out)),
            Kind::Feature => self.geometry.iter().try_for_each(|geometry| geometry.collect(out)),
            Kind::Polygon => add(self.coordinates.as_ref().ok_or(Fault::Malformed)?, out),
            Kind::MultiPolygon => {
                let all = self.coordinates.as_ref().ok_or(Fault::Malformed)?.list()?;
                all.iter().try_for_each(|polygon| add(polygon, out))
            }
            Kind::LineString | Kind::MultiLineString | Kind::Point | Kind::MultiPoint => Ok(()),
        }
    }
}

/// Adds a polygon; one without a ring is empty and no area.
fn add(polygon: &Coordinates, out: &mut Vec<Polygon>) -> Result<(), Fault> {
    let number = out.len() + 1;
    let rings: Vec<_> = polygon
        .list()?
        .iter()
        .enumerate()
        .map(|(at, positions)| ring(positions, number, at + 1))
        .collect::<Result<_, _>>()?;
    if !rings.is_empty() {
        out.push(Polygon { rings });
    }
    Ok(())
}

fn ring(positions: &Coordinates, polygon: usize, ring: usize) -> Result<Vec<Location>, Fault> {
    let positions: Vec<Location> =
        positions.list()?.iter().map(Coordinates::position).collect::<Result<_, _>>()?;
    if positions.len() < FEWEST {
        return Err(Fault::Short { polygon, ring });
    }
    if positions.first() != positions.last() {
        return Err(Fault::Open { polygon, ring });
    }
    if breadth(&positions) < LEAST_BREADTH {
        return Err(Fault::Flat { polygon, ring });
    }
    Ok(positions)
}

/// How far a closed ring is from lying on one line: the sum of the triangles between its first position and its edges, in
/// square degrees. Unlike the area, it is not 0 where the halves of a bow tie cancel each other out.
fn breadth(ring: &[Location]) -> f64 {
    let Some(origin) = ring.first() else { return 0.0 };
    let triangle = |ends: &[Location]| {
        let [x0, x1] = [ends[0].lon - origin.lon, ends[1].lon - origin.lon];
        let [y0, y1] = [ends[0].lat - origin.lat, ends[1].lat - origin.lat];
        (x0 * y1 - x1 * y0).abs() / 2.0
    };
    ring.windows(2).map(triangle).sum()
}

/// How a file names its coordinate system.
fn reference_name(crs: &serde_json::Value) -> String {
    let properties = &crs["properties"];
    match (properties["name"].as_str(), &properties["code"]) {
        (Some(name), _) => name.to_owned(),
        (None, code) if !code.is_null() => {
            format!("EPSG:{}", code.as_str().map_or_else(|| code.to_string(), str::to_owned))
        }
        _ => crs.to_string(),
    }
}

/// Whether a name means longitude and latitude in degrees, as GeoJSON has them.
fn is_wgs_84(name: &str) -> bool {
    let name = name.to_uppercase().replace([' ', '_'], "");
    name.ends_with("CRS84") || name.ends_with(":4326") || name.ends_with("WGS84")
}

/// The member `coordinates`: lists of lists, positions at the bottom.
#[derive(Debug)]
enum Coordinates {
    Position(Location),
    List(Vec<Coordinates>),
}

impl Coordinates {
    fn list(&self) -> Result<&[Self], Fault> {
        match self {
            Self::List(list) => Ok(list),
            Self::Position(_) => Err(Fault::Malformed),
        }
    }

    fn position(&self) -> Result<Location, Fault> {
        match self {
            Self::Position(at) => Ok(*at),
            Self::List(_) => Err(Fault::Malformed),
        }
    }
}

impl<'de> Deserialize<'de> for Coordinates {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Part::deserialize(deserializer)? {
            Part::Inner(coordinates) => Ok(coordinates),
            Part::Number(_) => Err(D::Error::custom("a number alone is no position")),
        }
    }
}

/// What stands in a list: numbers of a position, or what is nested further.
enum Part {
    Number(f64),
    Inner(Coordinates),
}

impl<'de> Deserialize<'de> for Part {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Parts)
    }
}

struct Parts;

impl<'de> Visitor<'de> for Parts {
    type Value = Part;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("coordinates")
    }

    fn visit_f64<E>(self, number: f64) -> Result<Part, E> {
        Ok(Part::Number(number))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Part, E> {
        Ok(Part::Number(number as f64))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Part, E> {
        Ok(Part::Number(number as f64))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Part, A::Error> {
        let (mut numbers, mut count, mut inner) = ([0.0; 2], 0, Vec::new());
        while let Some(part) = list.next_element()? {
            match part {
                Part::Number(number) => {
                    // Heights, and whatever programs put behind them, are passed over.
                    if let Some(place) = numbers.get_mut(count) {
                        *place = number;
                    }
                    count += 1;
                }
                Part::Inner(coordinates) => inner.push(coordinates),
            }
        }
        match (count, inner.is_empty()) {
            (0, _) => Ok(Part::Inner(Coordinates::List(inner))),
            (2.., true) => position(numbers).map(|at| Part::Inner(Coordinates::Position(at))),
            _ => Err(A::Error::custom("a position has two numbers or more")),
        }
    }
}

/// A position on the earth, longitude first.
fn position<E: serde::de::Error>([lon, lat]: [f64; 2]) -> Result<Location, E> {
    if (-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat) {
        Ok(Location { lat, lon })
    } else {
        Err(E::custom(OUT_OF_RANGE))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQUARE: &str = "[[[50,34],[51,34],[51,35],[50,34]]]";

    fn polygons(text: &str) -> Result<Vec<Polygon>, Fault> {
        GeoJson::parse(text).unwrap_or_else(|error| panic!("{error}")).polygons()
    }

    #[test]
    fn polygons_are_found_wherever_they_stand() {
        let polygon = format!(r#"{{"type":"Polygon","coordinates":{SQUARE}}}"#);
        let multi = format!(r#"{{"coordinates":[{SQUARE},{SQUARE}],"type":"MultiPolygon"}}"#);
        let feature = format!(r#"{{"type":"Feature","properties":{{"a":[1]}},"geometry":{multi}}}"#);
        let collection = format!(
            r#"{{"type":"GeometryCollection","geometries":[{{"type":"Point","coordinates":[50,34,900]}},{polygon}]}}"#
        );
        let all = format!(
            r#"{{"type":"FeatureCollection","features":[{feature},{{"type":"Feature","geometry":{collection}}},{{"type":"Feature","geometry":null}}]}}"#
        );
        for (text, count) in [(polygon, 1), (multi, 2), (feature, 2), (collection, 1), (all, 3)] {
            let found = polygons(&text).unwrap_or_else(|fault| panic!("{fault:?} in {text}"));
            assert_eq!(found.len(), count, "{text}");
            assert_eq!(found[0].rings[0][1], Location { lat: 34.0, lon: 51.0 });
        }
    }

    #[test]
    fn what_is_no_area_is_told() {
        let of = |kind: &str, coordinates: &str| {
            polygons(&format!(r#"{{"type":"{kind}","coordinates":{coordinates}}}"#)).unwrap_err()
        };
        assert_eq!(of("Point", "[50,34]"), Fault::NoArea);
        assert_eq!(of("Polygon", "[]"), Fault::NoArea);
        assert_eq!(of("MultiPolygon", SQUARE), Fault::Malformed);
        assert_eq!(of("Polygon", "[[50,34],[51,34]]"), Fault::Malformed);
        assert_eq!(of("Polygon", "[[[50,34],[51,34],[50,34]]]"), Fault::Short { polygon: 1, ring: 1 });
        assert_eq!(
            of("Polygon", "[[[50,34],[50.5,34.5],[51,35],[50,34]]]"),
            Fault::Flat { polygon: 1, ring: 1 }
        );
        assert_eq!(of("Polygon", "[[[50,34],[50,34],[50,34],[50,34]]]"), Fault::Flat { polygon: 1, ring: 1 });
        let hole = format!("[{SQUARE},[{},[[50,34],[51,34],[51,35],[50,35]]]]", &SQUARE[1..SQUARE.len() - 1]);
        assert_eq!(of("MultiPolygon", &hole), Fault::Open { polygon: 2, ring: 2 });
    }

    #[test]
    fn other_coordinate_systems_have_a_name() {
        let of = |crs: &str| {
            let text = format!(r#"{{"type":"Polygon","crs":{crs},"coordinates":{SQUARE}}}"#);
            GeoJson::parse(&text).unwrap_or_else(|error| panic!("{error}")).foreign_reference()
        };
        let named = |name: &str| of(&format!(r#"{{"type":"name","properties":{{"name":"{name}"}}}}"#));
        for name in ["urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "urn:ogc:def:crs:EPSG::4326", "WGS 84"] {
            assert_eq!(named(name), None);
        }
        assert_eq!(of("null"), None);
        assert_eq!(named("urn:ogc:def:crs:EPSG::32640").as_deref(), Some("urn:ogc:def:crs:EPSG::32640"));
        assert_eq!(named("EPSG:3857").as_deref(), Some("EPSG:3857"));
        assert_eq!(of(r#"{"type":"EPSG","properties":{"code":32639}}"#).as_deref(), Some("EPSG:32639"));
        let inner = format!(
            r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","geometry":{{"type":"Polygon","crs":{{"type":"name","properties":{{"name":"EPSG:3857"}}}},"coordinates":{SQUARE}}}}}]}}"#
        );
        let inner = GeoJson::parse(&inner).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(inner.foreign_reference().as_deref(), Some("EPSG:3857"));
    }

    #[test]
    fn positions_off_the_earth_have_a_line() {
        let error = GeoJson::parse("{\"type\":\"Polygon\",\n\"coordinates\":[[[510000,34]]]}").unwrap_err();
        assert!(is_out_of_range(&error), "{error}");
        assert_eq!(error.line(), 2);
        for text in ["[[[50,\"34\"]]]", "[[[50]]]", "[[[50,34,[1]]]]", "50", "[[[1e999,1]]]"] {
            let text = format!(r#"{{"type":"Polygon","coordinates":{text}}}"#);
            let error = GeoJson::parse(&text).expect_err(&text);
            assert!(!is_out_of_range(&error), "{text}");
        }
    }
}
