//! Record files written by the program, and the exchange of success models between provinces.
//!
//! [`init`] creates a small commented project, [`share`] writes success models to a file, and [`adopt`] adds such a file to
//! the user's records as drafts. Start reading there.

pub mod adopt;
mod init;
mod share;

pub use init::{InitError, NewProject, Project, init};
pub use share::{ShareError, SharedPackage, default_path, share};
