//! Whether the edge of an area crosses itself.
//!
//! Segments are swept from west to east; each is compared with those that reach over its beginning. Start at
//! [`crosses_itself`].

use crate::model::Location;

/// After so many comparisons the rest of an edge is taken as sound: a real one needs far fewer.
const MOST_COMPARISONS: usize = 20_000_000;

/// A piece of an edge, its western end first.
#[derive(Clone, Copy)]
struct Segment {
    west: Location,
    east: Location,
}

/// Finds a place near which a closed ring properly crosses itself; touching itself is no crossing.
pub(super) fn crosses_itself(ring: &[Location]) -> Option<Location> {
    let mut segments: Vec<Segment> = ring.windows(2).filter_map(segment).collect();
    segments.sort_by(|a, b| a.west.lon.total_cmp(&b.west.lon));
    let mut open: Vec<Segment> = Vec::new();
    let mut comparisons = 0;
    for segment in segments {
        open.retain(|other| other.east.lon >= segment.west.lon);
        comparisons += open.len();
        if comparisons > MOST_COMPARISONS {
            return None;
        }
        if open.iter().any(|other| segment.crosses(other)) {
            return Some(segment.west);
        }
        open.push(segment);
    }
    None
}

fn segment(ends: &[Location]) -> Option<Segment> {
    let [from, to] = *ends else { return None };
    let (west, east) = if from.lon <= to.lon { (from, to) } else { (to, from) };
    (west != east).then_some(Segment { west, east })
}

impl Segment {
    /// Whether both have their ends on two sides of the other.
    fn crosses(&self, other: &Self) -> bool {
        self.parts(other) && other.parts(self)
    }

    /// Whether the ends of another lie on two sides of it.
    fn parts(&self, other: &Self) -> bool {
        self.side(other.west) * self.side(other.east) < 0.0
    }

    /// On which side a point lies: −1, 1, or 0 on the line.
    fn side(&self, of: Location) -> f64 {
        let (dx, dy) = (self.east.lon - self.west.lon, self.east.lat - self.west.lat);
        let turn = dx * (of.lat - self.west.lat) - dy * (of.lon - self.west.lon);
        if turn.abs() < SLACK { 0.0 } else { turn.signum() }
    }
}

/// Below this a turn is an error of rounding: about a square centimeter.
const SLACK: f64 = 1e-14;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ring(points: &[(f64, f64)]) -> Vec<Location> {
        points.iter().chain(points.first()).map(|&(lon, lat)| Location { lat, lon }).collect()
    }

    #[test]
    fn bow_ties_cross_and_squares_do_not() {
        let square = [(50.0, 34.0), (50.1, 34.0), (50.1, 34.1), (50.0, 34.1)];
        assert_eq!(crosses_itself(&ring(&square)), None);
        let [a, b, c, d] = square;
        assert!(crosses_itself(&ring(&[a, c, b, d])).is_some());
        // Two squares that meet in a corner touch, and don't cross.
        let touching = [a, b, (50.05, 34.05), c, d, (50.05, 34.05)];
        assert_eq!(crosses_itself(&ring(&touching)), None);
    }

    proptest! {
        #[test]
        fn stars_around_a_point_never_cross(far in prop::collection::vec(0.1..1.0_f64, 3..60)) {
            let count = far.len();
            let points: Vec<_> = far
                .iter()
                .enumerate()
                .map(|(at, far)| {
                    #[expect(clippy::cast_precision_loss, reason = "fewer than sixty")]
                    let turn = at as f64 / count as f64 * std::f64::consts::TAU;
                    (50.0 + far * turn.cos(), 34.0 + far * turn.sin())
                })
                .collect();
            prop_assert_eq!(crosses_itself(&ring(&points)), None);
        }
    }
}
