//! Where neighborhoods lie, and which of them a map of all can't show.
//!
//! One point far away would shrink all others to a dot. What the map leaves off is decided here, for the map and for the
//! warnings alike. Start at [`left_off`].

use super::{Boundary, Dataset, Idx, Location, Neighborhood};

/// Where a neighborhood lies, as far as its record says.
#[derive(Debug, Clone, Copy)]
pub enum Ground<'a> {
    /// Its area is known.
    Area(&'a Boundary),
    /// A point in its center is known.
    Point(Location),
}

impl Dataset {
    /// Where a neighborhood lies: its area, else its point.
    pub fn ground(&self, idx: Idx<Neighborhood>) -> Option<Ground<'_>> {
        let area = self.boundary(idx).map(Ground::Area);
        area.or_else(|| self[idx].location.map(Ground::Point))
    }
}

impl<'a> Ground<'a> {
    /// Every position that describes it.
    pub fn locations(self) -> Box<dyn Iterator<Item = Location> + 'a> {
        match self {
            Self::Area(boundary) => {
                Box::new(boundary.polygons.iter().flat_map(|polygon| &polygon.rings).flatten().copied())
            }
            Self::Point(location) => Box::new(std::iter::once(location)),
        }
    }

    /// Returns whether all of it lies in Iran.
    pub fn is_in_iran(self) -> bool {
        self.locations().all(Location::is_in_iran)
    }

    /// Returns whether it lies in Iran once all its latitudes and longitudes are exchanged.
    pub fn is_swapped(self) -> bool {
        self.locations().all(|at| at.swapped().is_some_and(Location::is_in_iran))
    }

    /// The middle of the box around it.
    pub(super) fn middle(self) -> Location {
        let extent = Extent::of(self.locations());
        Location {
            lat: f64::midpoint(extent.south, extent.north),
            lon: f64::midpoint(extent.west, extent.east),
        }
    }
}

/// Why a map of all neighborhoods can't show one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeftOff {
    /// It lies outside Iran, and others don't.
    Outside,
    /// It lies so far from all others that they would shrink to a dot.
    Far,
}

/// How many times larger a map may become by a few far places.
const MOST_STRETCH: f64 = 8.0;
/// The least extent of the others, in degrees: places in one town don't make a map.
const LEAST_EXTENT: f64 = 0.05;

/// Finds which grounds a map can't show together with the others, each by its position.
pub fn left_off(grounds: &[Ground<'_>]) -> Vec<(usize, LeftOff)> {
    let mut inside: Vec<usize> = (0..grounds.len()).filter(|&at| grounds[at].is_in_iran()).collect();
    if inside.is_empty() {
        inside = (0..grounds.len()).collect();
    }
    let outside = (0..grounds.len()).filter(|at| inside.binary_search(at).is_err());
    let far = far(grounds, &inside).into_iter().map(|at| (at, LeftOff::Far));
    let mut off: Vec<_> = outside.map(|at| (at, LeftOff::Outside)).chain(far).collect();
    off.sort_by_key(|(at, _)| *at);
    off
}

/// The few places, at most one in ten, without which the map is much smaller: the fewest that do.
fn far(grounds: &[Ground<'_>], among: &[usize]) -> Vec<usize> {
    if among.len() < 3 {
        return Vec::new();
    }
    let middles: Vec<Location> = among.iter().map(|&at| grounds[at].middle()).collect();
    let center = Location {
        lat: median(middles.iter().map(|at| at.lat)),
        lon: median(middles.iter().map(|at| at.lon)),
    };
    let mut order: Vec<usize> = (0..among.len()).collect();
    order.sort_by(|&a, &b| distance(center, middles[a]).total_cmp(&distance(center, middles[b])));
    let extent = |count: usize| Extent::of(order[..count].iter().map(|&at| middles[at])).longest();
    let all = extent(among.len());
    let most = (among.len() / 10).max(1);
    let far = (1..=most).find(|&far| extent(among.len() - far).max(LEAST_EXTENT) * MOST_STRETCH < all);
    far.map_or_else(Vec::new, |far| order[among.len() - far..].iter().map(|&at| among[at]).collect())
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn distance(one: Location, other: Location) -> f64 {
    (one.lat - other.lat).abs().max((one.lon - other.lon).abs())
}

/// The box around some places.
#[derive(Debug, Clone, Copy)]
struct Extent {
    west: f64,
    east: f64,
    south: f64,
    north: f64,
}

impl Extent {
    fn of(all: impl Iterator<Item = Location>) -> Self {
        let (least, most) = (f64::INFINITY, f64::NEG_INFINITY);
        let empty = Self { west: least, east: most, south: least, north: most };
        all.fold(empty, |extent, at| Self {
            west: extent.west.min(at.lon),
            east: extent.east.max(at.lon),
            south: extent.south.min(at.lat),
            north: extent.north.max(at.lat),
        })
    }

    fn longest(self) -> f64 {
        (self.east - self.west).max(self.north - self.south)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn off(places: &[(f64, f64)]) -> Vec<(usize, LeftOff)> {
        let grounds: Vec<_> = places.iter().map(|&(lat, lon)| Ground::Point(Location { lat, lon })).collect();
        left_off(&grounds)
    }

    #[test]
    fn one_far_place_among_near_ones() {
        assert_eq!(off(&[(34.6, 50.8), (34.65, 50.9), (36.3, 59.6)]), [(2, LeftOff::Far)]);
        assert_eq!(off(&[(34.6, 50.8), (0.0, 0.0), (34.65, 50.9)]), [(1, LeftOff::Outside)]);
        assert_eq!(off(&[(34.6, 50.8), (50.8, 34.6)]), [(1, LeftOff::Outside)]);
    }

    #[test]
    fn places_of_one_province_belong_together() {
        assert_eq!(off(&[]), []);
        assert_eq!(off(&[(34.6, 50.8), (36.3, 59.6)]), []);
        // Two in a town, one in the next; a province with villages all over.
        assert_eq!(off(&[(34.640, 50.870), (34.641, 50.871), (34.64, 51.2)]), []);
        assert_eq!(off(&[(29.5, 60.8), (29.5, 60.9), (25.3, 60.6), (27.2, 60.7), (31.0, 61.5)]), []);
        // Nothing lies in Iran: nothing is beyond.
        assert_eq!(off(&[(51.5, -0.1), (51.6, -0.2), (51.55, 0.0)]), []);
    }
}
