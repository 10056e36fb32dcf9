//! Karnameh reads a folder of records of neighborhood activities and builds a complete Persian website.
//!
//! Records are **read**, **checked**, **measured**, **laid out** on pages, **rendered** and **written**; data flows one
//! way and imports point down. The first stages are crates of their own, `karnameh_records` and `karnameh_site`; here
//! they are put together to the commands of the program. `docs/ARCHITECTURE.md` says what each module may import.

pub use karnameh_records::{
    config, content, diag, digest, fields, figures, format, kinds, markdown, model, persian, progress, yaml,
};
pub use karnameh_site::{feeds, media, render, search, site, tables};

pub mod archive;
pub mod cli;
pub mod compare;
pub mod exchange;
pub mod output;
pub mod package;
pub mod pipeline;
pub mod zipped;
