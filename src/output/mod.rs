//! Bytes to disk: a site is written beside its target and takes its place in one step.
//!
//! The pipeline calls, in this order: [`Target::open`] (may we write there at all?), [`Target::stage`] (a hidden
//! folder beside the target, under a lock), [`Stage::write`] and [`Stage::copy`] from as many threads as it likes, and
//! [`Stage::finish`]. Until `finish` has swapped the folders, the old site stands as it was; whatever happens before,
//! a killed process included, costs nothing but the new one. This module knows paths and hashes, not pages.
//!
//! [`publish`] copies a finished site to where no folder can be swapped.
//!
//! Beside a target `site` these names are ours, and are gone when the build has ended: `.site.karnameh-lock`,
//! `.site.karnameh-new` (the staging folder; after the swap the old site, about to be deleted) and
//! `.site.karnameh-old` (the old site for the moment between two renames, where there is no exchange). What a killed
//! build left of them is mended by the next one.

mod error;
mod former;
mod manifest;
mod modes;
mod names;
mod neighbors;
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
