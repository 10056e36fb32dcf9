//! Verifies a published folder against the `manifest.json` that the build wrote.

use super::digests::{Algorithm, Hashers};
use super::finding::Finding;
use super::store::Store;
use crate::archive::ArchiveError;
use crate::output::{MANIFEST, Manifest};

/// Verifies the site at the root of the store.
pub(super) fn verify(store: &mut Store) -> Result<Vec<Finding>, ArchiveError> {
    let manifest = store.list(MANIFEST)?.and_then(|bytes| Manifest::parse(&bytes));
    let Some(manifest) = manifest else {
        let (fa, en) =
            ("این فایل فهرست سایت کارنامه نیست.", "The file is no manifest of a site of Karnameh.");
        return Ok(vec![Finding::refused(MANIFEST, fa, en)]);
    };
    let mut found: Vec<Finding> = store
        .paths()
        .filter(|path| *path != MANIFEST && manifest.entry(path).is_none())
        .map(Finding::added)
        .collect();
    for pair in manifest.files.windows(2).filter(|pair| pair[0].path == pair[1].path) {
        let (fa, en) = ("در manifest.json دو بار آمده است.", "It is listed twice in manifest.json.");
        found.push(Finding::refused(&pair[0].path, fa, en));
    }
    for entry in &manifest.files {
        let Some(size) = store.size(&entry.path) else {
            found.push(Finding::missing(&entry.path));
            continue;
        };
        let mut hashers = Hashers::new(&[Algorithm::Sha256]);
        store.read(&entry.path, |chunk| hashers.update(chunk))?;
        let digest = entry.sha256.to_string();
        if size != entry.size || hashers.finish().iter().any(|(_, found)| *found != digest) {
            found.push(Finding::changed(&entry.path));
        }
    }
    found.sort();
    Ok(found)
}
