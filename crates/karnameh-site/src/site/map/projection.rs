//! From the earth to the plane of a map.
//!
//! Equirectangular, with meridians as close as they are at the map's middle: true enough for a province, and arithmetic
//! alone. Sines of the machine's library may differ in their last bit; [`cosine`] doesn't.

use crate::model::Location;
use crate::site::charts::PlanePoint;

/// How long the longer side of the plane is.
const LONGEST: f64 = 1000.0;

/// How the earth is laid on one map.
#[derive(Debug, Clone, Copy)]
pub(super) struct Projection {
    west: f64,
    north: f64,
    /// Units for a degree of latitude.
    scale: f64,
    /// How much shorter a degree of longitude is.
    squeeze: f64,
    /// The plane's width and height.
    pub(super) size: PlanePoint,
}

impl Projection {
    /// The projection on which all of these fill the plane; `None` for none.
    pub(super) fn of(all: impl Iterator<Item = Location>) -> Option<Self> {
        let (mut west, mut east) = (f64::INFINITY, f64::NEG_INFINITY);
        let (mut south, mut north) = (west, east);
        for Location { lat, lon } in all {
            (west, east) = (west.min(lon), east.max(lon));
            (south, north) = (south.min(lat), north.max(lat));
        }
        if west > east {
            return None;
        }
        let squeeze = cosine(f64::midpoint(south, north));
        let (width, height) = ((east - west) * squeeze, north - south);
        let longest = width.max(height);
        let scale = if longest > 0.0 { LONGEST / longest } else { 0.0 };
        let size = (whole(width * scale), whole(height * scale));
        Some(Self { west, north, scale, squeeze, size })
    }

    /// Where a place lies.
    pub(super) fn point(&self, of: Location) -> PlanePoint {
        (whole((of.lon - self.west) * self.squeeze * self.scale), whole((self.north - of.lat) * self.scale))
    }
}

#[expect(clippy::cast_possible_truncation, reason = "the plane ends at a thousand")]
fn whole(value: f64) -> i32 {
    value.round() as i32
}

/// The cosine of an angle of −90° to 90°, to twelve digits: its series.
fn cosine(degrees: f64) -> f64 {
    let square = degrees.to_radians() * degrees.to_radians();
    let (mut sum, mut term) = (1.0, 1.0);
    for step in 1..=10 {
        let n = f64::from(2 * step);
        term *= -square / (n * (n - 1.0));
        sum += term;
    }
    sum.max(0.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn location() -> impl Strategy<Value = Location> {
        (-90.0..=90.0_f64, -180.0..=180.0_f64).prop_map(|(lat, lon)| Location { lat, lon })
    }

    proptest! {
        #[test]
        fn everything_lies_on_the_plane(all in prop::collection::vec(location(), 1..40)) {
            let projection = Projection::of(all.iter().copied()).expect("there are places");
            let (width, height) = projection.size;
            prop_assert!((0..=1000).contains(&width) && (0..=1000).contains(&height));
            for &place in &all {
                let (x, y) = projection.point(place);
                prop_assert!((0..=width).contains(&x) && (0..=height).contains(&y));
            }
        }

        #[test]
        fn the_series_is_the_cosine(degrees in -90.0..=90.0_f64) {
            prop_assert!((cosine(degrees) - degrees.to_radians().cos()).abs() < 1e-12);
        }
    }

    #[test]
    fn north_is_up_and_east_is_right() {
        let (south_west, north_east) = (Location { lat: 34.0, lon: 50.0 }, Location { lat: 35.0, lon: 51.0 });
        let projection = Projection::of([south_west, north_east].into_iter()).expect("two places");
        assert_eq!(projection.size, (824, 1000));
        assert_eq!(projection.point(south_west), (0, 1000));
        assert_eq!(projection.point(north_east), (824, 0));
        assert!(Projection::of(std::iter::empty()).is_none());
        let one = Projection::of(std::iter::once(south_west)).expect("a place");
        assert_eq!((one.size, one.point(south_west)), ((0, 0), (0, 0)));
    }
}
