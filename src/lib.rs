//! Karnameh reads a folder of records of neighborhood activities and builds a complete Persian website.
//!
//! Records are **read**, **checked**, **measured**, **laid out** on pages, **rendered** and **written**; data flows one
//! way and imports point down. This file is the table of contents, in the order in which a build uses the modules;
//! `docs/ARCHITECTURE.md` says what each may import.

pub mod archive;
pub mod cli;
pub mod compare;
pub mod config;
pub mod content;
pub mod diag;
pub mod digest;
pub mod exchange;
pub mod feeds;
pub mod fields;
pub mod figures;
pub mod format;
pub mod kinds;
pub mod markdown;
pub mod media;
pub mod model;
pub mod output;
pub mod package;
pub mod persian;
pub mod pipeline;
pub mod progress;
pub mod render;
pub mod search;
pub mod site;
pub mod tables;
pub mod yaml;
pub mod zipped;
