//! Verifies a WACZ 1.1.1 (<https://specs.webrecorder.net/wacz/1.1.1/>): all resources in `datapackage.json` with sizes and
//! digests, no other files, and `datapackage-digest.json`, which contains the digest of that list.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::digests::{Algorithm, Hashers};
use super::faults::outside;
use super::finding::Finding;
use super::store::Store;
use crate::archive::ArchiveError;
use crate::zipped::{Integrity, paths};

pub(super) const PACKAGE: &str = "datapackage.json";
const DIGEST: &str = "datapackage-digest.json";

#[derive(Deserialize)]
struct Package {
    wacz_version: String,
    resources: Vec<Resource>,
}

#[derive(Deserialize)]
struct Resource {
    path: String,
    hash: String,
    bytes: u64,
}

#[derive(Deserialize)]
struct Digest {
    path: String,
    hash: String,
}

/// Verifies the package at the root of the store.
pub(super) fn verify(store: &mut Store) -> Result<Vec<Finding>, ArchiveError> {
    let Some(bytes) = store.list(PACKAGE)? else { return Ok(vec![Finding::missing(PACKAGE)]) };
    let Ok(package) = serde_json::from_slice::<Package>(&bytes) else {
        let (fa, en) = ("این فایل به شکل WACZ نیست.", "The file is not of WACZ's form.");
        return Ok(vec![Finding::refused(PACKAGE, fa, en)]);
    };
    let mut found = Vec::new();
    if !package.wacz_version.starts_with("1.") {
        let (fa, en) = ("این نسخهٔ WACZ شناخته نیست.", "This version of WACZ is not supported.");
        found.push(Finding::refused(PACKAGE, fa, en));
    }
    let mut listed = BTreeMap::new();
    for resource in &package.resources {
        if !paths::is_below(&resource.path) {
            found.push(outside(&resource.path));
        } else if listed.insert(&*resource.path, resource).is_some() {
            let (fa, en) =
                ("در datapackage.json دو بار آمده است.", "It is listed twice in datapackage.json.");
            found.push(Finding::refused(&resource.path, fa, en));
        }
    }
    for path in store.paths().filter(|path| ![PACKAGE, DIGEST].contains(path)) {
        if !listed.contains_key(path) {
            found.push(Finding::added(path));
        }
    }
    for (path, resource) in listed {
        found.extend(compare(store, path, &resource.hash, Some(resource.bytes))?);
    }
    found.extend(digest(store)?);
    for folder in ["archive/", "indexes/", "pages/pages.jsonl"] {
        if !store.paths().any(|path| path.starts_with(folder)) {
            found.push(Finding::missing(folder));
        }
    }
    found.sort();
    found.dedup();
    Ok(found)
}

/// Checks the digest of the package's own list, which is what a WACZ signature covers.
fn digest(store: &mut Store) -> Result<Option<Finding>, ArchiveError> {
    let Some(bytes) = store.list(DIGEST)? else { return Ok(Some(Finding::missing(DIGEST))) };
    match serde_json::from_slice::<Digest>(&bytes) {
        Ok(digest) if digest.path == PACKAGE => compare(store, PACKAGE, &digest.hash, None),
        _ => {
            let (fa, en) = ("این فایل به شکل WACZ نیست.", "The file is not of WACZ's form.");
            Ok(Some(Finding::refused(DIGEST, fa, en)))
        }
    }
}

/// Compares a file with its digest («sha256:…») and size.
fn compare(
    store: &mut Store,
    path: &str,
    hash: &str,
    bytes: Option<u64>,
) -> Result<Option<Finding>, ArchiveError> {
    let Some((algorithm, expected)) =
        hash.split_once(':').and_then(|(name, digest)| Some((Algorithm::from_name(name)?, digest)))
    else {
        let (fa, en) =
            ("الگوریتم چکیدهٔ این فایل شناخته نیست.", "The file's digest is of no known algorithm.");
        return Ok(Some(Finding::refused(path, fa, en)));
    };
    let Some(size) = store.size(path) else { return Ok(Some(Finding::missing(path))) };
    let mut hashers = Hashers::new(&[algorithm]);
    let ending = store.read(path, |chunk| hashers.update(chunk))?;
    let same = hashers.finish().iter().all(|(_, digest)| digest == expected);
    let sound = same && bytes.is_none_or(|bytes| bytes == size) && matches!(ending, Integrity::Whole);
    Ok((!sound).then(|| Finding::changed(path)))
}
