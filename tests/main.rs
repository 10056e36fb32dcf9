//! All integration tests, one binary.

mod broken;
mod documents;
mod support;
