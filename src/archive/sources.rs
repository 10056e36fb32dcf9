//! Collects the sources for an internal package: the files in `content/` and `themes/`.

use std::path::{Component, Path};

use walkdir::{DirEntry, WalkDir};

use super::error::ArchiveError;
use super::item::Item;
use super::ledger::Ledger;
use crate::zipped::paths::is_plain;

/// The folder in the bag.
const FOLDER: &str = "data/source";

/// Returns all files in the two folders, except those left by editors. The list of editions is included without the entry
/// for the new package.
pub(super) fn items(source: &Path, ledger: &Ledger, left_out: &str) -> Result<Vec<Item>, ArchiveError> {
    let mut items = Vec::new();
    // The build has checked that links in the content stay inside it. Nothing checks links in themes, so do not follow them.
    for (folder, follow) in [("content", true), ("themes", false)] {
        let root = source.join(folder);
        if !root.is_dir() {
            continue;
        }
        let walk = WalkDir::new(&root).min_depth(1).follow_links(follow).sort_by_file_name();
        for entry in walk.into_iter().filter_entry(|entry| !is_litter(entry)) {
            let entry = entry.map_err(|error| ArchiveError::Io(root.clone(), error.into()))?;
            if !entry.file_type().is_file() {
                continue;
            }
            let path = format!("{FOLDER}/{folder}/{}", below(entry.path(), &root)?);
            if ledger.is_at(entry.path()) {
                items.extend(ledger.without(left_out).map(|text| Item::new(path, text)));
            } else {
                items.push(Item::disk(path, entry.path().to_owned())?);
            }
        }
    }
    Ok(items)
}

fn is_litter(entry: &DirEntry) -> bool {
    entry.file_name().to_string_lossy().starts_with(['.', '~'])
}

fn below(path: &Path, root: &Path) -> Result<String, ArchiveError> {
    let bad = || ArchiveError::SourceName(path.to_owned());
    let parts = path.strip_prefix(root).map_err(|_| bad())?.components().map(|part| match part {
        Component::Normal(name) => name.to_str().filter(|name| is_plain(name)).ok_or_else(bad),
        _ => Err(bad()),
    });
    Ok(parts.collect::<Result<Vec<_>, _>>()?.join("/"))
}
