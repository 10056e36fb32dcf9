//! The area of a neighborhood on the earth, as its GeoJSON file tells it.

use super::Location;
use crate::persian::text::Text;

/// A file of `content/neighborhoods/` with the area of a neighborhood.
#[derive(Debug, Clone)]
pub struct Boundary {
    /// The path below `content/neighborhoods/`.
    pub file: Box<str>,
    /// Under which license, and by whom, it is published.
    pub license: Text,
    /// Its parts, at least one.
    pub polygons: Vec<Polygon>,
}

/// One connected part of an area (RFC 7946, 3.1.6).
#[derive(Debug, Clone, PartialEq)]
pub struct Polygon {
    /// The outer edge, then the edges of holes. Each is closed: its first position, repeated at the end, is one of at
    /// least four.
    pub rings: Vec<Vec<Location>>,
}
