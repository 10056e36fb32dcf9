//! The one table of kinds, fields and values, and everything that is made from it.
//!
//! [`key`] is the table; [`kind`] the words it is written in; [`record`] the ten kinds of record. [`Reader`] reads a map
//! by it and gives a [`Row`] of typed values with their places, from which `content` makes the model:
//!
//! ```
//! use karnameh::fields::{Reader, key};
//! use karnameh::yaml;
//!
//! # fn example() -> Option<()> {
//! let text = "عنوان: کتابخانهٔ محله\nمحله: شیخ‌آباد\ndomain: آموزش\nمهلت: ۱۴۰۴/۱۲/۲۹\n";
//! let node = yaml::parse(text, 1).ok()??;
//! let mut reader = Reader::new("content/activities/library.yml".into());
//! let mut record = reader.record::<key::Activity>(&node)?;
//! assert_eq!(record.own.text(key::Activity::Title)?.value, "کتابخانهٔ محله");
//! assert_eq!(record.own.date(key::Activity::Due)?.at.line, 4);
//! assert!(reader.finish().is_empty());
//! # Some(())
//! # }
//! # example().expect("the example holds");
//! ```
//!
//! `docs/FORMAT.md` and the JSON Schemas are made from the table too. Start reading at `key/activity.rs`.

mod format_md;
pub mod key;
pub mod kind;
mod read;
pub mod record;
pub mod row;
mod schema;
mod suggest;

pub use format_md::format_md;
pub use kind::{Choice, Field, Kind, Range};
pub use read::{Reader, is_url, shown};
pub use record::RecordKind;
pub use row::{DecisionRef, Photo, Record, Row, Spanned};
pub use schema::{json_schema, site_schema};
pub use suggest::closest;
