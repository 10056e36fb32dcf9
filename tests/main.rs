//! All integration tests, one binary.

mod architecture;
mod archive_judges;
mod archive_snapshot;
mod archive_verify;
mod bad_input;
mod broken;
mod commands;
mod digits;
mod documents;
mod killed;
mod links;
mod oracle;
mod reading;
mod reproducible;
mod site;
mod support;
mod themes;
