//! All integration tests, one binary.

mod bad_input;
mod broken;
mod commands;
mod reading;
mod oracle;
mod support;
