//! Two editions side by side: what another program would find out by reading `data/progress.json` of both.
//!
//! An [`Edition`] is read from a site's folder, a snapshot or its unpacked folder ([`find`]), or from bytes that the
//! pipeline measured for a day. [`Difference::between`] compares figures and records, never pages; [`json()`] writes it
//! for programs. Whoever made a package is not trusted: sizes, types, ranges and hidden characters are looked at before
//! anything is said of it.

mod difference;
mod edition;
mod error;
mod find;
mod json;

pub use difference::{Change, Difference};
pub use edition::{Edition, Row, compared};
pub use error::{CompareError, Refusal};
pub use find::find;
pub use json::json;
