//! All integration tests, one binary.

mod bad_input;
mod broken;
mod commands;
mod killed;
mod reading;
mod reproducible;
mod support;
