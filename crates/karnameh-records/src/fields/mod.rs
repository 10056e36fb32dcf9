//! What a field of a record is, how it is declared, and how a file is read by its declaration.
//!
//! Records are declared in `model`, settings in `config`: a struct whose fields say their names in both languages, what
//! they are for, an example, and what their days mean ([`karnameh_derive`] makes the table and the reading of it from
//! that). [`Reader`] reads a map of a file by such a table and gives a [`Row`] of typed values with their places;
//! [`Fields::read`] takes them out into the struct.
//!
//! ```
//! use karnameh_records::fields::{Fields, Gaps, Reader, Reading};
//! use karnameh_records::model::{Milestone, key};
//! use karnameh_records::yaml;
//!
//! # fn example() -> Option<()> {
//! let text = "عنوان: خرید قفسه\nمهلت: ۱۴۰۴/۱۲/۲۹\n";
//! let node = yaml::parse(text, 1).ok()??;
//! let mut reader = Reader::new("content/activities/library.yml".into());
//! let mut row = reader.row::<key::Milestone>(&node)?;
//! assert_eq!(row.place(key::Milestone::Due).line, 2);
//! let (mut names, mut gaps, mut found) = (Vec::new(), Gaps::default(), Vec::new());
//! let mut reading = Reading { file: row.file(), names: &mut names, gaps: &mut gaps, found: &mut found };
//! let milestone = Milestone::read(&mut row.clone(), &mut reading)?;
//! assert_eq!(milestone.title.typed(), "خرید قفسه");
//! assert!(reader.finish().is_empty());
//! # Some(())
//! # }
//! # example().expect("the example holds");
//! ```
//!
//! Start reading at `declare.rs`.

mod datum;
mod declare;
mod gaps;
mod head;
pub mod kind;
mod read;
mod row;
mod suggest;
mod values;
pub mod write;

pub use datum::{Datum, DynFields};
pub use declare::{At, Choice, FieldValue, Fields, Kept, Key, Moves, Name, Path, Reading, Record, Resolver};
pub use gaps::Gaps;
pub use head::{Common, CommonKey, Head, LongPhotoKey as PhotoKey, Photo, Prose};
pub use kind::{Disclosure, Field, Kind, Range, TITLE_MAX, Time, Word};
pub use read::{Reader, is_url, shown};
pub use row::{Cells, DecisionText, Item, Row, Spanned, Value};
pub use suggest::closest;
pub use values::{BoundaryFile, MediaFile, NamedFile};
