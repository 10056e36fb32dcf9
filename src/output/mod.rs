//! Writes a site beside its target and then replaces the target in one step.
//!
//! The pipeline calls, in this order: [`Target::open`] (checks whether the target may be written), [`Target::stage`]
//! (creates a hidden folder beside the target and takes a lock), [`Stage::write`] and [`Stage::copy`] from any number of
//! threads, and [`Stage::finish`]. Until `finish` has swapped the folders, the old site is unchanged. A failure before
//! that, including a killed process, loses only the new site. This module knows paths and hashes, not pages.
//!
//! [`publish`] copies a finished site to places where folders cannot be swapped.
//!
//! Beside a target `site`, this module uses the names below and removes them at the end. The next build cleans up what a
//! killed build leaves.
//!
//! - `.site.karnameh-lock`;
//! - `.site.karnameh-new`: the staging folder; after the swap it is the old site, until it is deleted;
//! - `.site.karnameh-old`: the old site between two renames, on systems that cannot exchange folders.

mod error;
mod manifest;
mod modes;
mod names;
mod neighbors;
mod old_site;
pub mod publish;
mod stage;
mod swap;
mod target;
#[cfg(test)]
mod tests;

pub use error::{Doing, OutputError};
pub use manifest::{Entry, Head, MANIFEST, Manifest};
pub use names::Names;
pub use stage::{Report, Stage};
pub use target::{Target, Terms, resolve};
