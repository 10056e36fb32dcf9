//! Where the figures and names of places are written: inside an area where it is wide, below a point.

use crate::site::charts::PlanePoint;

use super::simplify::LinearRing;

/// How far above or below each other names have to be not to meet.
const LINE: i32 = 60;

/// A point inside an area and how wide it is there: on the line across the middle of its largest edge, in the middle of
/// the widest stretch that lies inside; `None` for no edges.
pub(super) fn inside(rings: &[LinearRing]) -> Option<(PlanePoint, i32)> {
    let largest = rings.iter().max_by_key(|ring| extent(ring))?;
    let (low, high) = bounds(largest.iter().map(|point| point.1));
    let y = f64::midpoint(f64::from(low), f64::from(high));
    let mut crossings: Vec<f64> = rings.iter().flat_map(|ring| crossings(ring, y)).collect();
    crossings.sort_by(f64::total_cmp);
    let stretches = crossings.chunks_exact(2).map(|ends| (ends[0], ends[1]));
    let (from, to) = stretches.max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)))?;
    #[expect(clippy::cast_possible_truncation, reason = "the plane ends at a thousand")]
    Some(((f64::midpoint(from, to).round() as i32, y.round() as i32), (to - from) as i32))
}

/// How wide the name of a point may be: as far as the nearest other place on its line, and up to the edge of the plane.
pub(super) fn beside(at: PlanePoint, others: impl Iterator<Item = PlanePoint>, width: i32) -> i32 {
    let gaps = others.filter(|other| (other.1 - at.1).abs() < LINE).map(|other| (other.0 - at.0).abs());
    let edge = 2 * at.0.min(width - at.0) + LINE;
    gaps.min().map_or(edge, |gap| gap.min(edge))
}

/// Where a ring crosses a line across, in no order.
fn crossings(ring: &LinearRing, y: f64) -> impl Iterator<Item = f64> {
    let ends = ring.iter().zip(ring.iter().cycle().skip(1));
    ends.filter_map(move |(from, to)| {
        let (x0, y0) = (f64::from(from.0), f64::from(from.1));
        let (x1, y1) = (f64::from(to.0), f64::from(to.1));
        // A corner on the line counts for the edge below it, so it is met once or twice, as it should.
        ((y0 <= y) != (y1 <= y)).then(|| x0 + (y - y0) * (x1 - x0) / (y1 - y0))
    })
}

/// The area of the box around a ring.
fn extent(ring: &LinearRing) -> i32 {
    let (left, right) = bounds(ring.iter().map(|point| point.0));
    let (top, bottom) = bounds(ring.iter().map(|point| point.1));
    (right - left) * (bottom - top)
}

fn bounds(values: impl Iterator<Item = i32>) -> (i32, i32) {
    values.fold((i32::MAX, i32::MIN), |(low, high), value| (low.min(value), high.max(value)))
}

#[cfg(test)]
mod tests {
    use super::{beside, inside};

    #[test]
    fn a_figure_stands_inside() {
        let square = vec![(0, 0), (100, 0), (100, 100), (0, 100)];
        assert_eq!(inside(std::slice::from_ref(&square)), Some(((50, 50), 100)));
        // A horseshoe that is open to the east, and a hole in the middle of a square.
        let horseshoe =
            vec![(0, 0), (100, 0), (100, 20), (30, 20), (30, 80), (100, 80), (100, 100), (0, 100)];
        assert_eq!(inside(&[horseshoe]), Some(((15, 50), 30)));
        let hole = vec![(40, 40), (40, 60), (90, 60), (90, 40)];
        assert_eq!(inside(&[square, hole]), Some(((20, 50), 40)));
        assert_eq!(inside(&[]), None);
    }

    #[test]
    fn names_of_points_end_before_the_next() {
        assert_eq!(beside((500, 500), [(620, 530), (510, 700)].into_iter(), 1000), 120);
        assert_eq!(beside((20, 500), std::iter::empty(), 1000), 100);
    }
}
