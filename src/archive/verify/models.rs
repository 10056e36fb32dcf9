//! Verifies packages of success models with the same checks as `adopt`.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::finding::Finding;
use super::store::Store;
use crate::archive::ArchiveError;
use crate::diag::Bilingual;
use crate::package::{Contents, LARGEST};

/// Returns whether the store contains the files of such a package.
pub(super) fn are_in(store: &Store) -> bool {
    ["SHA256SUMS", "package.json", "figures.json"].iter().all(|name| store.has(name))
}

/// Returns the reason to reject the package, or an empty list.
pub(super) fn verify(path: &Path) -> Result<Vec<Finding>, ArchiveError> {
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(ArchiveError::at(path))?;
    // Read one byte more than the limit, so that a larger file is recognized as too large.
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(ArchiveError::at(path))?;
    let sentence = Contents::unpack(&bytes).err().map(|refusal| refusal.sentence());
    Ok(sentence.into_iter().map(|Bilingual { fa, en }| Finding::whole(fa, en)).collect())
}
