//! The Persian language and the Solar Hijri calendar; knows nothing of records or HTML.
//!
//! [`calendar`] holds the civil day and its two calendars, [`dates`] reads and writes them, [`numbers`] digits and
//! formats, [`text`] normalization, folding and bidi isolation, [`search`] the words by which a text is found, [`collation`]
//! the Persian order, [`ezafe`] the joining of nouns («محلهٔ …»).

pub mod calendar;
pub mod collation;
pub mod dates;
pub mod ezafe;
pub mod numbers;
pub mod search;
pub mod text;

pub use calendar::{Day, Jalali};
