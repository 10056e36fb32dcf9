//! Caches scaled photos beside the content, so that builds do not process them again.
//!
//! An entry consists of an index file, whose name derives from the hash and size of the source and from the processing
//! recipe, and one file per version, named by the hash of its bytes. Every use verifies all hashes, including the index's
//! own; a missing, truncated or modified file causes the photo to be processed again. Files are written atomically. The
//! folder may therefore be deleted, damaged or shared at any time without changing a byte of the site. Start reading at
//! [`Cache::find`].

mod folder;

use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::encode::{EncodedVersion, RECIPE, Scale};
use super::kind::Kind;
use super::library::{Content, StoredVersion};
use crate::digest::Digest;
use folder::Folder;

#[derive(Debug)]
pub struct Cache {
    folder: Folder,
    writes: bool,
}
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Key {
    /// The complete key, which the entry repeats.
    text: String,
    name: String,
}

/// The contents of an index file. A first line with the hash of this JSON precedes it.
#[derive(Debug, Serialize, Deserialize)]
struct Index {
    key: String,
    versions: Vec<Line>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Line {
    width: u32,
    height: u32,
    ending: String,
    sha256: Digest,
}

impl Line {
    fn name(&self) -> String {
        format!("{}.{}", self.sha256, self.ending)
    }
}

impl Key {
    pub(super) fn new(source: &[u8], scale: Scale) -> Self {
        let text = format!("{} {} {} {RECIPE}", Digest::of(source), source.len(), scale.name());
        Self { name: format!("{}.json", Digest::of(text.as_bytes())), text }
    }
}

impl Cache {
    /// Opens the cache of the project in `source`. `check` passes `writes: false` and only reads.
    pub fn of(source: &Path, writes: bool) -> Self {
        Self { folder: Folder::new(source.join(".karnameh").join("cache")), writes }
    }

    /// Returns the cached versions, or `None` if the entry does not exist or is damaged.
    pub(super) fn find(&self, key: &Key) -> Option<Vec<StoredVersion>> {
        let text = String::from_utf8(self.folder.read(&key.name)?).ok()?;
        let (sum, body) = text.split_once('\n')?;
        if Digest::parse(sum)? != Digest::of(body.as_bytes()) {
            return None;
        }
        // The name is only a hash of the key, so compare the key itself.
        let index: Index = serde_json::from_str(body).ok()?;
        if index.key != key.text || index.versions.is_empty() {
            return None;
        }
        index.versions.into_iter().map(|line| self.version(&line)).collect()
    }

    fn version(&self, line: &Line) -> Option<StoredVersion> {
        let name = line.name();
        let digest = Digest::of(&self.folder.read(&name)?);
        (digest == line.sha256).then_some(())?;
        let kind = Kind::of_name(&name)?;
        let content = Content::File(self.folder.path_of(&name));
        Some(StoredVersion { width: line.width, height: line.height, kind, digest, content })
    }

    /// Deletes entries that were neither found nor stored since this cache was opened, unless another build uses the folder.
    pub fn prune(&self) {
        self.folder.prune();
    }

    /// Stores versions. A failure, such as a full disk or a read-only medium, only costs time in the next build.
    pub(super) fn store(&self, key: &Key, versions: Vec<EncodedVersion>) -> Vec<StoredVersion> {
        let lines: Vec<Line> = versions.iter().map(line).collect();
        let stored: Vec<StoredVersion> = versions
            .into_iter()
            .zip(&lines)
            .map(|(version, line)| self.store_version(version, line))
            .collect();
        // The index may only list versions that are on disk.
        if stored.iter().all(|stored| matches!(stored.content, Content::File(_))) {
            let index = Index { key: key.text.clone(), versions: lines };
            // If the index is missing, the next build processes the photo again.
            let _ = self.write_index(&key.name, &index);
        }
        stored
    }

    fn store_version(&self, version: EncodedVersion, line: &Line) -> StoredVersion {
        let EncodedVersion { width, height, kind, bytes } = version;
        let content = if self.writes {
            self.folder.write(&line.name(), &bytes).map_or(Content::Bytes(bytes), Content::File)
        } else {
            Content::Dropped
        };
        StoredVersion { width, height, kind, digest: line.sha256, content }
    }

    fn write_index(&self, name: &str, index: &Index) -> io::Result<()> {
        let body = serde_json::to_string(index)?;
        let text = format!("{}\n{body}", Digest::of(body.as_bytes()));
        self.folder.write(name, text.as_bytes()).map(drop)
    }
}

fn line(version: &EncodedVersion) -> Line {
    Line {
        width: version.width,
        height: version.height,
        ending: version.kind.ending().to_owned(),
        sha256: Digest::of(&version.bytes),
    }
}
