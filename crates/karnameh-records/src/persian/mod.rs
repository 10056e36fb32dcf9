//! Persian language support and the Solar Hijri calendar. Contains nothing about records or HTML.
//!
//! [`calendar`] converts between civil days and both calendars, [`dates`] parses and formats them, [`numbers`] parses and
//! formats numbers, [`text`] normalizes text, folds keys and isolates bidirectional text, [`search`] splits text into the
//! words of the index, [`collation`] sorts titles, and [`ezafe`] links a noun to the name after it («محلهٔ …»).

pub mod calendar;
pub mod collation;
pub mod dates;
pub mod ezafe;
pub mod numbers;
pub mod search;
pub mod text;

pub use calendar::{Day, Jalali};
