//! All integration tests, one binary.

mod adopt;
mod architecture;
mod archive_judges;
mod archive_snapshot;
mod archive_verify;
mod bad_input;
mod booklet;
mod broken;
mod commands;
mod data;
mod digits;
mod documents;
mod killed;
mod links;
mod media;
mod oracle;
mod reading;
mod reproducible;
mod search;
mod share;
mod site;
mod support;
mod themes;
