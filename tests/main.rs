//! All integration tests, one binary.

mod broken;
mod commands;
mod support;
