//! From figures to what a site consists of: pages, the theme that renders them, photos, the search index, feeds and
//! data files.
//!
//! Nothing here reads a record or replaces a site. `docs/ARCHITECTURE.md` says what each module may import. The modules
//! of the records are named here, so that a path such as `crate::model` does not hang on the crate that a module is in.

use karnameh_records::{config, diag, digest, fields, figures, markdown, model, persian, progress};

pub mod feeds;
pub mod media;
pub mod render;
pub mod search;
pub mod site;
pub mod tables;
