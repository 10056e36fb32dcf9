//! Whether a point of the earth lies in Iran, as far as a typed coordinate can be doubted by it.
//!
//! The outline is coarse, takes in the islands of the Persian Gulf, and has a margin: it never doubts a place in Iran, and
//! doesn't see one a few kilometers beyond the border. Start at [`Location::is_in_iran`].

use super::Location;

/// Corners of the outline, longitude and latitude.
const OUTLINE: [(f64, f64); 63] = [
    (48.6, 29.9),
    (48.0, 30.5),
    (48.0, 31.0),
    (47.7, 31.0),
    (47.8, 31.7),
    (47.3, 32.5),
    (46.1, 33.0),
    (45.4, 34.0),
    (45.6, 34.7),
    (46.2, 35.1),
    (46.1, 35.7),
    (45.4, 36.0),
    (44.8, 37.2),
    (44.2, 38.0),
    (44.4, 38.3),
    (44.1, 39.4),
    (44.8, 39.7),
    (45.0, 39.3),
    (45.5, 38.9),
    (46.1, 38.7),
    (46.5, 38.8),
    (47.7, 39.5),
    (48.1, 39.6),
    (48.4, 39.3),
    (48.0, 38.8),
    (48.6, 38.3),
    (48.9, 38.3),
    (49.2, 37.6),
    (50.1, 37.4),
    (50.8, 36.9),
    (52.3, 36.7),
    (53.8, 37.0),
    (53.9, 37.2),
    (54.8, 37.4),
    (55.5, 38.0),
    (56.2, 37.9),
    (56.6, 38.1),
    (57.3, 38.0),
    (58.4, 37.5),
    (59.2, 37.4),
    (60.4, 36.5),
    (61.1, 36.5),
    (61.2, 35.7),
    (60.8, 34.4),
    (60.5, 33.7),
    (61.0, 33.5),
    (60.5, 33.0),
    (60.9, 32.2),
    (60.9, 31.5),
    (61.7, 31.4),
    (61.8, 30.7),
    (60.9, 29.8),
    (61.4, 29.3),
    (61.8, 28.7),
    (62.7, 28.3),
    (62.8, 27.4),
    (63.2, 27.2),
    (63.3, 26.8),
    (61.9, 26.2),
    (61.5, 25.1),
    (57.4, 25.6),
    (55.0, 25.8),
    (50.1, 29.2),
];
/// How far outside the outline a point may lie, in degrees.
const MARGIN: f64 = 0.35;

impl Location {
    /// Returns whether it lies in Iran or a few kilometers beyond.
    pub fn is_in_iran(self) -> bool {
        let edges = || OUTLINE.iter().zip(OUTLINE.iter().cycle().skip(1));
        let crossed = edges().filter(|(from, to)| self.is_west_of(**from, **to)).count();
        crossed % 2 == 1 || edges().any(|(from, to)| self.distance(*from, *to) <= MARGIN)
    }

    /// The point whose latitude and longitude are exchanged, if that is one.
    pub fn swapped(self) -> Option<Self> {
        (-90.0..=90.0).contains(&self.lon).then_some(Self { lat: self.lon, lon: self.lat })
    }

    /// Whether an edge crosses the parallel of the point to its east.
    fn is_west_of(self, (x0, y0): (f64, f64), (x1, y1): (f64, f64)) -> bool {
        (y0 <= self.lat) != (y1 <= self.lat) && self.lon < x0 + (self.lat - y0) * (x1 - x0) / (y1 - y0)
    }

    /// How far it is from an edge, in degrees.
    fn distance(self, (x0, y0): (f64, f64), (x1, y1): (f64, f64)) -> f64 {
        let (dx, dy) = (x1 - x0, y1 - y0);
        let along = ((self.lon - x0) * dx + (self.lat - y0) * dy) / (dx * dx + dy * dy);
        let along = along.clamp(0.0, 1.0);
        (self.lon - x0 - along * dx).hypot(self.lat - y0 - along * dy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_in_iran((lat, lon): (f64, f64)) -> bool {
        Location { lat, lon }.is_in_iran()
    }

    /// Towns near the border, and islands.
    const INSIDE: [(f64, f64); 24] = [
        (34.64, 50.88),
        (35.69, 51.39),
        (31.9, 54.3),
        (30.44, 48.18),
        (30.34, 48.3),
        (36.7, 45.14),
        (39.39, 44.38),
        (36.54, 61.16),
        (34.74, 60.77),
        (31.03, 61.5),
        (29.02, 61.45),
        (39.65, 47.9),
        (38.43, 48.87),
        (25.29, 60.64),
        (25.64, 57.77),
        (34.51, 45.58),
        (33.12, 46.16),
        (35.52, 46.18),
        (36.15, 45.48),
        (25.87, 55.03),
        (26.26, 55.3),
        (26.53, 53.98),
        (29.25, 50.31),
        (37.9, 58.0),
    ];
    const OUTSIDE: [(f64, f64); 14] = [
        (0.0, 0.0),
        (54.28, 31.89),
        (50.88, 34.64),
        (33.31, 44.36),
        (25.2, 55.27),
        (24.47, 54.37),
        (29.38, 47.98),
        (26.22, 50.58),
        (40.4, 49.87),
        (39.5, 54.4),
        (34.35, 62.2),
        (30.18, 66.97),
        (40.18, 44.51),
        (34.64, -50.88),
    ];

    #[test]
    fn towns_at_the_border_are_inside_and_neighbors_outside() {
        assert_eq!(INSIDE.into_iter().filter(|&at| !is_in_iran(at)).collect::<Vec<_>>(), []);
        assert_eq!(OUTSIDE.into_iter().filter(|&at| is_in_iran(at)).collect::<Vec<_>>(), []);
    }
}
