//! Public data files from records and figures.
//!
//! [`progress_json()`] writes `data/progress.json`, the contract at the end of figures.md.

mod progress_json;

pub use progress_json::progress_json;
