//! What a map shows, on a plane of its own.
//!
//! The plane's unit is a thousandth of the map's longer side, x runs to the east and y to the south. Everything on it is
//! whole numbers: the same on every machine.

use serde::{Deserialize, Serialize};

use crate::site::view::Link;

/// A point of the plane.
pub type PlanePoint = (i32, i32);

/// All neighborhoods on one picture: on a map, on tiles, or some on each.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Atlas {
    /// The heading.
    pub title: String,
    /// What the picture is, and what it is not.
    pub note: String,
    /// Those that have a place on the earth; absent where none has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub map: Option<Map>,
    /// Those that have none, by county.
    pub tiles: Vec<TileGroup>,
    /// What stands above the tiles where there is a map too; empty for none.
    pub tiles_title: String,
    /// There are so many tiles that each county folds.
    pub fold: bool,
    /// What the looks mean, those that occur.
    pub levels: Vec<Level>,
    /// Under which licenses the boundaries are published; empty for none.
    pub sources: String,
    /// The table of the map.
    pub rows: Vec<MapRow>,
}

/// A look and its meaning.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Level {
    /// The id of its pattern without `level-`: `0` to `4`, or `unknown`.
    pub key: String,
    /// «۲۰ تا ۴۰ درصد»
    pub text: String,
}

/// Tiles under one heading.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct TileGroup {
    /// The county; empty where there is but one group.
    pub title: String,
    /// «۱۲ محله»
    pub count: String,
    /// In the page's order.
    pub tiles: Vec<Tile>,
}

/// A neighborhood with the look of its progress.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tile {
    /// Its name.
    pub name: String,
    /// Its page, from the site's root.
    pub href: String,
    /// The key of its [`Level`].
    pub level: String,
    /// «۵۸٪», «؟», «—»
    pub figure: String,
}

/// A row of the map's table.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct MapRow {
    /// The neighborhood.
    pub link: Link,
    /// Its county; empty for none.
    pub county: String,
    /// «۵۸٪»
    pub actual: String,
    /// «۶۴٪»
    pub planned: String,
}

/// Neighborhoods where they lie, each in the look of its progress.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Map {
    /// Unique on the page.
    pub id: String,
    /// What it is.
    pub title: String,
    /// What it shows, in a sentence or two.
    pub desc: String,
    /// How far the plane reaches to the east, at most 1000.
    pub width: i32,
    /// How far it reaches to the south, at most 1000.
    pub height: i32,
    /// Few enough lie on it for the figures to be written in it.
    pub roomy: bool,
    /// What lies on it, areas before points.
    pub places: Vec<MapPlace>,
}

/// A neighborhood on a map.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MapPlace {
    /// What it is and how far.
    pub tile: Tile,
    /// The edges of its area, outer ones and holes alike, not closed again; empty for a point.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rings: Vec<Vec<PlanePoint>>,
    /// Where a point lies, and where the figure of an area is written.
    pub at: PlanePoint,
    /// How wide the name may be that is written there.
    pub room: i32,
}
