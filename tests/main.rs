//! All integration tests, one binary.

mod architecture;
mod bad_input;
mod broken;
mod commands;
mod days;
mod diff;
mod digits;
mod documents;
mod killed;
mod links;
mod oracle;
mod publish;
mod reading;
mod reproducible;
mod site;
mod support;
mod themes;
