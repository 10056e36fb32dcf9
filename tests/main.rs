//! All integration tests, one binary.

mod broken;
mod reading;
mod support;
