//! All integration tests, one binary.

mod bad_input;
mod broken;
mod commands;
mod documents;
mod oracle;
mod reading;
mod support;
