//! All integration tests, one binary.

mod architecture;
mod bad_input;
mod booklet;
mod broken;
mod commands;
mod digits;
mod documents;
mod killed;
mod links;
mod oracle;
mod reading;
mod reproducible;
mod search;
mod site;
mod support;
mod themes;
