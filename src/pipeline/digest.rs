//! The digest of the content, by which an archive knows from what a site was built.

use std::path::Path;

use rayon::prelude::*;
use walkdir::WalkDir;

use crate::diag::MachineError;
use crate::output::Digest;

/// The digest over every file of the content: its path from `content/` and the digest of its bytes, by path.
pub(super) fn of_content(content: &Path) -> Result<Digest, MachineError> {
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
            let bytes = std::fs::read(path).map_err(|error| MachineError::reading(path, error))?;
            let below = path.strip_prefix(content).unwrap_or(path).to_string_lossy().replace('\\', "/");
            Ok(format!("{}  {below}\n", Digest::of(&bytes)))
        })
        .collect::<Result<_, MachineError>>()?;
    Ok(Digest::of(lines.concat().as_bytes()))
}
