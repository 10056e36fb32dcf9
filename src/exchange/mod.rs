//! Record files that the program writes for people.
//!
//! [`init`] makes a small commented project of one's own. Start reading there.

mod init;

pub use init::{InitError, Made, Project, init};
