//! All integration tests, one binary.

mod broken;
mod reading;
mod oracle;
mod support;
