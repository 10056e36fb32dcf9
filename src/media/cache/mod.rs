//! What was made of photos, kept beside the content so that it need not be made again.
//!
//! An entry is a small index file, named by the hash and size of the source and by what it was made with, and a file for
//! each version, named by the hash of its bytes. Every hash is looked at again when an entry is used, the index's own
//! too: whatever is missing, cut or altered is made anew. Files appear whole or not at all. So the folder may be deleted,
//! spoiled or shared at any time without changing a byte of the site. Start reading at [`Cache::find`].

mod folder;

use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::encode::{Encoded, RECIPE, Scale};
use super::kind::Kind;
use super::library::{Content, Made};
use crate::digest::Digest;
use folder::Folder;

/// The cache of a project.
#[derive(Debug)]
pub struct Cache {
    folder: Folder,
    writes: bool,
}

/// What an entry is found by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Key {
    /// The key in full, which stands in the entry too.
    text: String,
    /// The name of the index file.
    name: String,
}

/// The text of an index file below its first line, which is this text's hash.
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
    /// The name of the version's file.
    fn name(&self) -> String {
        format!("{}.{}", self.sha256, self.ending)
    }
}

impl Key {
    /// The key of what is made of a source.
    pub(super) fn new(source: &[u8], scale: Scale) -> Self {
        let text = format!("{} {} {} {RECIPE}", Digest::of(source), source.len(), scale.name());
        Self { name: format!("{}.json", Digest::of(text.as_bytes())), text }
    }
}

impl Cache {
    /// The cache of the project in a source folder. A check reads it and writes nothing.
    pub fn of(source: &Path, writes: bool) -> Self {
        Self { folder: Folder::new(source.join(".karnameh").join("cache")), writes }
    }

    /// What was made before; `None` where it wasn't, or isn't whole any more.
    pub(super) fn find(&self, key: &Key) -> Option<Vec<Made>> {
        let text = String::from_utf8(self.folder.read(&key.name)?).ok()?;
        let (sum, body) = text.split_once('\n')?;
        if Digest::parse(sum)? != Digest::of(body.as_bytes()) {
            return None;
        }
        let index: Index = serde_json::from_str(body).ok()?;
        if index.key != key.text || index.versions.is_empty() {
            return None;
        }
        index.versions.into_iter().map(|line| self.version(&line)).collect()
    }

    fn version(&self, line: &Line) -> Option<Made> {
        let name = line.name();
        let digest = Digest::of(&self.folder.read(&name)?);
        (digest == line.sha256).then_some(())?;
        let kind = Kind::of_name(&name)?;
        let content = Content::File(self.folder.at(&name));
        Some(Made { width: line.width, height: line.height, kind, digest, content })
    }

    /// Deletes what was neither found nor kept since this cache was opened, where no other build uses the same folder.
    pub fn prune(&self) {
        self.folder.prune();
    }

    /// Keeps what was made. Where that fails (a full disk, a stick that can't be written) nothing is lost but time.
    pub(super) fn keep(&self, key: &Key, versions: Vec<Encoded>) -> Vec<Made> {
        let lines: Vec<Line> = versions.iter().map(line).collect();
        let made: Vec<Made> = versions
            .into_iter()
            .zip(&lines)
            .map(|(version, line)| self.keep_version(version, line))
            .collect();
        if made.iter().all(|made| matches!(made.content, Content::File(_))) {
            let index = Index { key: key.text.clone(), versions: lines };
            // Without its index an entry is made anew the next time.
            let _ = self.write_index(&key.name, &index);
        }
        made
    }

    fn keep_version(&self, version: Encoded, line: &Line) -> Made {
        let Encoded { width, height, kind, bytes } = version;
        let content = if self.writes {
            self.folder.write(&line.name(), &bytes).map_or(Content::Bytes(bytes), Content::File)
        } else {
            Content::Dropped
        };
        Made { width, height, kind, digest: line.sha256, content }
    }

    fn write_index(&self, name: &str, index: &Index) -> io::Result<()> {
        let body = serde_json::to_string(index)?;
        let text = format!("{}\n{body}", Digest::of(body.as_bytes()));
        self.folder.write(name, text.as_bytes()).map(drop)
    }
}

fn line(version: &Encoded) -> Line {
    Line {
        width: version.width,
        height: version.height,
        ending: version.kind.ending().to_owned(),
        sha256: Digest::of(&version.bytes),
    }
}
