//! `.karnameh-ledger.json`, the list of files in the target that this program created and the manifest does not list.
//!
//! The manifest is written last, so it does not list the files of a killed run. It also lists only the current site, not
//! the files of earlier editions. The ledger is written before the first file and lists both. It is deleted when the
//! manifest lists all of our files.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::output::error::{Doing, OutputError};
use crate::output::manifest::Manifest;
use crate::output::names;

use super::sides::is_absent;

/// The name of the ledger, at the root of the target.
pub(super) const LEDGER: &str = ".karnameh-ledger.json";

const FORM: u32 = 1;

#[derive(Serialize, Deserialize)]
struct LedgerJson {
    generator: String,
    form: u32,
    files: BTreeSet<String>,
}

/// Returns the paths in a target that this program created, according to its manifest and its ledger.
pub(super) fn ours(target: &Path) -> Result<BTreeSet<String>, OutputError> {
    let mut ours = read(target)?;
    if let Some(manifest) = Manifest::read(target).map_err(Doing::Read.at(target))? {
        ours.extend(manifest.files.into_iter().map(|file| file.path));
        ours.insert(crate::output::MANIFEST.to_owned());
    }
    Ok(ours)
}

/// Returns the paths in the ledger. Returns none if it does not exist or is incomplete: a run killed while writing the
/// ledger has not written any file yet.
fn read(target: &Path) -> Result<BTreeSet<String>, OutputError> {
    let path = target.join(LEDGER);
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if is_absent(&error) => return Ok(BTreeSet::new()),
        Err(error) => return Err(Doing::Read.at(&path)(error)),
    };
    let parsed: Option<LedgerJson> = serde_json::from_slice(&bytes).ok();
    let ours = parsed
        .filter(|ledger| ledger.form == FORM && ledger.files.iter().all(|file| names::check(file).is_ok()));
    Ok(ours.map(|parsed| parsed.files).unwrap_or_default())
}

/// Formats the ledger for these paths.
pub(super) fn bytes(files: BTreeSet<String>) -> Vec<u8> {
    let parsed = LedgerJson { generator: "karnameh".to_owned(), form: FORM, files };
    serde_json::to_vec(&parsed).expect("paths are text and memory doesn't fail")
}
