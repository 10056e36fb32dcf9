//! Fewer points for the edges of areas, so that neighbors still meet.
//!
//! Edges are cut into arcs at the points where their company changes: an arc that two areas share is the same points in
//! both, and is thinned alike. Each arc is thinned by Douglas and Peucker's method. Start reading at [`simplify`].

use std::collections::{BTreeMap, BTreeSet};

use crate::site::charts::PlanePoint;

/// An edge, its first point not repeated at the end.
pub(super) type LinearRing = Vec<PlanePoint>;

/// The fewest points of a ring that has an inside.
const FEWEST: usize = 3;
/// The first distance in units within which points are dropped; too many points double it.
const FINEST: f64 = 0.75;

/// A ring without repeated points and without the closing one; empty where nothing is left of it.
pub(super) fn ring(points: impl Iterator<Item = PlanePoint>) -> LinearRing {
    let mut ring: LinearRing = points.collect();
    ring.dedup();
    while ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    if ring.len() < FEWEST { LinearRing::new() } else { ring }
}

/// Thins the rings of all areas until they have no more than `most` points; rings that collapse become empty.
pub(super) fn simplify(rings: &[LinearRing], most: usize) -> Vec<LinearRing> {
    let junctions = junctions(rings);
    let mut tolerance = FINEST;
    loop {
        let thinned: Vec<LinearRing> = rings.iter().map(|ring| thin(ring, &junctions, tolerance)).collect();
        if thinned.iter().map(Vec::len).sum::<usize>() <= most || tolerance > 1000.0 {
            return thinned;
        }
        tolerance *= 2.0;
    }
}

/// The points at which rings part: where one has other neighbors in one ring than in another.
fn junctions(rings: &[LinearRing]) -> BTreeSet<PlanePoint> {
    let mut company: BTreeMap<PlanePoint, (PlanePoint, PlanePoint)> = BTreeMap::new();
    let mut junctions = BTreeSet::new();
    for ring in rings {
        for (at, &point) in ring.iter().enumerate() {
            let before = ring[(at + ring.len() - 1) % ring.len()];
            let after = ring[(at + 1) % ring.len()];
            let both = (before.min(after), before.max(after));
            if *company.entry(point).or_insert(both) != both {
                junctions.insert(point);
            }
        }
    }
    junctions
}

/// Thins one ring between its junctions; one without any is cut at its least point.
fn thin(ring: &LinearRing, junctions: &BTreeSet<PlanePoint>, tolerance: f64) -> LinearRing {
    let cut = |point: &PlanePoint| junctions.contains(point);
    let least = || (0..ring.len()).min_by_key(|&at| ring[at]);
    let Some(start) = ring.iter().position(cut).or_else(least) else { return LinearRing::new() };
    let mut closed: LinearRing = ring[start..].iter().chain(&ring[..=start]).copied().collect();
    let mut thinned = LinearRing::new();
    while closed.len() > 1 {
        let end = closed[1..].iter().position(cut).map_or(closed.len() - 1, |at| at + 1);
        let rest = closed.split_off(end);
        closed.push(rest[0]);
        thinned.extend(arc(&closed, tolerance));
        thinned.pop();
        closed = rest;
    }
    if thinned.len() < FEWEST { LinearRing::new() } else { thinned }
}

/// An arc thinned; both of its directions give the same points.
fn arc(points: &[PlanePoint], tolerance: f64) -> Vec<PlanePoint> {
    let turned = points.iter().rev().lt(points);
    let mut points = points.to_vec();
    if turned {
        points.reverse();
    }
    let mut kept = douglas_peucker(&points, tolerance);
    if turned {
        kept.reverse();
    }
    kept
}

/// Keeps the ends, and of the points between those without which the line would lie farther off than `tolerance`.
fn douglas_peucker(points: &[PlanePoint], tolerance: f64) -> Vec<PlanePoint> {
    let mut keep = vec![false; points.len()];
    let last = points.len() - 1;
    (keep[0], keep[last]) = (true, true);
    let mut open = vec![(0, last)];
    while let Some((from, to)) = open.pop() {
        let mut farthest = (tolerance * tolerance, None);
        for at in from + 1..to {
            let distance = squared_distance(points[at], points[from], points[to]);
            if distance > farthest.0 {
                farthest = (distance, Some(at));
            }
        }
        if let Some(at) = farthest.1 {
            keep[at] = true;
            open.extend([(from, at), (at, to)]);
        }
    }
    points.iter().zip(keep).filter_map(|(&point, keep)| keep.then_some(point)).collect()
}

/// The square of the distance of a point from the stretch between two others.
fn squared_distance(point: PlanePoint, from: PlanePoint, to: PlanePoint) -> f64 {
    let vector = |from: PlanePoint, to: PlanePoint| (f64::from(to.0 - from.0), f64::from(to.1 - from.1));
    let (along, aside) = (vector(from, to), vector(from, point));
    let length = along.0 * along.0 + along.1 * along.1;
    let share =
        if length > 0.0 { ((aside.0 * along.0 + aside.1 * along.1) / length).clamp(0.0, 1.0) } else { 0.0 };
    let (x, y) = (aside.0 - share * along.0, aside.1 - share * along.1);
    x * x + y * y
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rings() -> impl Strategy<Value = Vec<LinearRing>> {
        let point = (0..60, 0..60);
        let points = prop::collection::vec(point, 3..40);
        prop::collection::vec(points.prop_map(|points| ring(points.into_iter())), 1..5)
    }

    proptest! {
        /// What is left of a ring are some of its points in their order, at least three of them or none.
        #[test]
        fn a_thinned_ring_is_a_ring(rings in rings(), most in 0..200_usize) {
            for (thinned, ring) in simplify(&rings, most).iter().zip(&rings) {
                prop_assert!(thinned.is_empty() || thinned.len() >= FEWEST);
                prop_assert!(thinned.len() <= ring.len());
                let mut twice = ring.iter().chain(ring);
                prop_assert!(thinned.iter().all(|point| twice.any(|of| of == point)));
            }
        }

        /// No dropped point lies farther from the line than the tolerance.
        #[test]
        fn a_thinned_line_is_near(points in prop::collection::vec((0..500, 0..500), 2..60), tolerance in 0.5..80.0_f64) {
            let kept = douglas_peucker(&points, tolerance);
            for &point in &points {
                let near = kept.windows(2).map(|ends| squared_distance(point, ends[0], ends[1]));
                prop_assert!(near.fold(f64::INFINITY, f64::min) <= tolerance * tolerance);
            }
        }

        #[test]
        fn an_arc_is_the_same_from_both_ends(points in prop::collection::vec((0..50, 0..50), 2..40)) {
            let mut back: Vec<_> = points.iter().rev().copied().collect();
            back = arc(&back, 4.0);
            back.reverse();
            prop_assert_eq!(arc(&points, 4.0), back);
        }
    }

    #[test]
    fn neighbors_still_meet() {
        let border: Vec<PlanePoint> = (0..=100).map(|y| (500 + (y * 7) % 5, y * 10)).collect();
        let west: LinearRing = border.iter().copied().chain([(0, 1000), (0, 0)]).collect();
        let east: LinearRing = border.iter().rev().copied().chain([(1000, 0), (1000, 1000)]).collect();
        let thinned = simplify(&[west, east], 60);
        let shared = |ring: &LinearRing| {
            ring.iter().filter(|(x, _)| (1..999).contains(x)).copied().collect::<BTreeSet<_>>()
        };
        assert_eq!(shared(&thinned[0]), shared(&thinned[1]));
        assert!(thinned.iter().map(Vec::len).sum::<usize>() <= 60);
    }

    #[test]
    fn a_speck_is_no_ring() {
        assert_eq!(ring([(1, 1), (1, 1), (2, 1), (1, 1)].into_iter()), []);
        assert_eq!(ring([(0, 0), (9, 0), (9, 9), (0, 0)].into_iter()), [(0, 0), (9, 0), (9, 9)]);
        assert_eq!(simplify(&[vec![(0, 0), (1, 0), (0, 1)]], 0), [[]; 1]);
    }
}
