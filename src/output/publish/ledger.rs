//! `.karnameh-ledger.json`: what in the target is ours beyond its manifest.
//!
//! The manifest is written last, so that it can't tell what a killed run has written; and it names what the site has,
//! not what earlier editions left. The ledger is written before the first file and names both; it is gone when nothing
//! is ours but what the manifest names.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::output::error::{Doing, OutputError};
use crate::output::manifest::Manifest;
use crate::output::names;

use super::sides::is_absent;

/// The ledger's name, at the root of the target.
pub(super) const LEDGER: &str = ".karnameh-ledger.json";

const FORM: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Written {
    generator: String,
    form: u32,
    files: BTreeSet<String>,
}

/// The paths that are ours in a target, by its manifest and its ledger.
pub(super) fn ours(target: &Path) -> Result<BTreeSet<String>, OutputError> {
    let mut ours = read(target)?;
    if let Some(manifest) = Manifest::read(target).map_err(Doing::Read.at(target))? {
        ours.extend(manifest.files.into_iter().map(|file| file.path));
        ours.insert(crate::output::MANIFEST.to_owned());
    }
    Ok(ours)
}

/// What the ledger names; nothing where there is none, or one that a killed run left torn: it has written no file then.
fn read(target: &Path) -> Result<BTreeSet<String>, OutputError> {
    let path = target.join(LEDGER);
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if is_absent(&error) => return Ok(BTreeSet::new()),
        Err(error) => return Err(Doing::Read.at(&path)(error)),
    };
    let written: Option<Written> = serde_json::from_slice(&bytes).ok();
    let ours = written.filter(|of| of.form == FORM && of.files.iter().all(|file| names::check(file).is_ok()));
    Ok(ours.map(|written| written.files).unwrap_or_default())
}

/// The ledger's bytes for these paths.
pub(super) fn bytes(files: BTreeSet<String>) -> Vec<u8> {
    let written = Written { generator: "karnameh".to_owned(), form: FORM, files };
    serde_json::to_vec(&written).expect("paths are text and memory doesn't fail")
}
