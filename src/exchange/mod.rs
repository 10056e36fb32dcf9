//! Record files that the program writes for people, and what is exchanged between provinces.
//!
//! [`init`] makes a small commented project of one's own; [`share`] writes success models as one file, and
//! [`adopt`] takes such a file in as drafts. Start reading there.

pub mod adopt;
mod init;
mod record;
mod share;

pub use init::{InitError, Made, Project, init};
pub use share::{Handed, ShareError, default_path, share};
