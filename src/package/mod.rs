//! Success models as one file, `.karnameh.zip`: what worked in one province, to be read and adopted in another.
//!
//! A package is a small content folder: record files, the photos and documents that they name, `package.json` (what it
//! is and who gives it), `figures.json`, one page to read it by, and checksums that common tools can verify. `collect`
//! takes from the edition what goes along, `records` writes it by the declarations of the records, and [`Contents`] is
//! what the one reader of records makes of a package, ours or anybody's, under a stricter `profile`.
//!
//! What never goes in: drafts, what happened after T, what a declaration keeps `private`, numbers of persons' phones,
//! cards and accounts, and small counts of people (F29). Start reading at [`PackageInputs::package`].

mod collect;
mod figures;
mod manifest;
mod media;
mod narratives;
mod pack;
mod page;
mod profile;
mod records;
mod refusal;
mod text;
mod unpack;

use std::collections::BTreeMap;

pub use collect::{PackageError, PackageInputs};
pub use figures::PackedFigures;
pub use manifest::{Giver, Manifest};
pub use narratives::narratives;
pub use profile::Contents;
pub use refusal::Refusal;
pub use unpack::LARGEST;

/// What it is and where it comes from.
const MANIFEST: &str = "package.json";
/// The figures of the activities.
const FIGURES: &str = "figures.json";
/// The page.
const PAGE: &str = "index.html";
/// The style sheet of the page.
const STYLE: &str = "package.css";
/// The entry that lists the others.
const SUMS: &str = "SHA256SUMS";
/// The folder of photos and documents.
const MEDIA: &str = "content/media/";

/// Success models with everything that is handed on with them.
#[derive(Debug, Clone, PartialEq)]
pub struct Package {
    /// What it is and where it comes from.
    pub manifest: Manifest,
    /// Every entry by its name, but for the one that lists the others.
    pub files: BTreeMap<String, Vec<u8>>,
}
