//! The digest of the content, by which an archive knows from what a site was built.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;
use walkdir::WalkDir;

use crate::content::editions;
use crate::diag::MachineError;
use crate::digest::Digest;

/// The digest over every file of the content: its path from `content/` and the digest of its bytes, by path. Files of
/// records were `read` before, the others are read here. The entry of `left_out` in `archive.yml` doesn't count.
pub(super) fn of_content(
    content: &Path,
    read: &[(Arc<str>, Digest)],
    left_out: Option<&str>,
) -> Result<Digest, MachineError> {
    let read: HashMap<&str, Digest> =
        read.iter().filter_map(|(name, digest)| Some((name.strip_prefix("content/")?, *digest))).collect();
    let files: Vec<_> = WalkDir::new(content)
        .follow_links(true)
        .sort_by_file_name()
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
        .collect();
    let lines: Vec<String> = files
        .par_iter()
        .map(|path| {
            let below = path.strip_prefix(content).unwrap_or(path).to_string_lossy().replace('\\', "/");
            let digest = match read.get(&*below) {
                Some(digest) => Some(*digest),
                None => counted(path, &below, left_out)?.map(|bytes| Digest::of(&bytes)),
            };
            Ok(digest.map_or_else(String::new, |digest| format!("{digest}  {below}\n")))
        })
        .collect::<Result<_, MachineError>>()?;
    Ok(Digest::of(lines.concat().as_bytes()))
}

/// What counts of a file; `None` where nothing does.
fn counted(path: &Path, below: &str, left_out: Option<&str>) -> Result<Option<Vec<u8>>, MachineError> {
    let bytes = std::fs::read(path).map_err(|error| MachineError::reading(path, error))?;
    let Some(file) = left_out.filter(|_| editions::NAMES.contains(&below)) else { return Ok(Some(bytes)) };
    Ok(match String::from_utf8(bytes) {
        Ok(text) => editions::without(&text, file).map(String::into_bytes),
        Err(error) => Some(error.into_bytes()),
    })
}
