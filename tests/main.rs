//! All integration tests, one binary.

mod broken;
mod support;
