//! All integration tests, one binary.

mod broken;
mod oracle;
mod support;
