//! From record files to figures: how records are declared, read, checked, cut at the day of the report and measured.
//!
//! Nothing here knows pages. `docs/ARCHITECTURE.md` says what each module may import.

pub mod config;
pub mod content;
pub mod diag;
pub mod digest;
pub mod fields;
pub mod figures;
pub mod format;
pub mod kinds;
pub mod markdown;
pub mod model;
pub mod persian;
pub mod progress;
pub mod yaml;
