//! The proof of a package of success models: it is what `adopt` would take in.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::finding::Finding;
use super::store::Store;
use crate::archive::ArchiveError;
use crate::package::{LARGEST, Package};

/// Whether the files look like those of such a package.
pub(super) fn are_in(store: &Store) -> bool {
    ["SHA256SUMS", "manifest.json", "records.json"].iter().all(|name| store.has(name))
}

/// Proves the package that a file is: why it is refused, or nothing.
pub(super) fn verify(path: &Path) -> Result<Vec<Finding>, ArchiveError> {
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(ArchiveError::at(path))?;
    // One byte more than is taken: what is larger is refused for that.
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(ArchiveError::at(path))?;
    let refusal = Package::unpack(&bytes).err();
    Ok(refusal.into_iter().map(|refusal| Finding::whole(refusal.fa(), refusal.en())).collect())
}
