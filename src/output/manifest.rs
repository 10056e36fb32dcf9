//! `manifest.json`: what a finished site consists of; its presence says that a folder is ours.
//!
//! Written last, sorted by the bytes of the paths, one file a line, without a clock: equal sites have equal manifests.
//! It does not list itself. Read it with [`Manifest::read`].

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::names;
use crate::digest::Digest;

/// The manifest's name, at the root of the site.
pub const MANIFEST: &str = "manifest.json";

const GENERATOR: &str = "karnameh";
const FORM: u32 = 1;

/// What a manifest says of the site as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The version of Karnameh that built the site.
    pub version: String,
    /// The day of the report, as an ISO date («2026-01-05»).
    pub as_of: String,
    /// The same day in the Jalali calendar («1404-10-15»).
    pub as_of_jalali: String,
    /// The digest of the content that the site was built from.
    pub content: Digest,
}

/// One file of the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its path from the site's root, with `/`.
    pub path: String,
    /// Its size in bytes.
    pub size: u64,
    /// The digest of its bytes.
    pub sha256: Digest,
}

/// All files of a site, in the order of their paths' bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// Of the site as a whole.
    pub head: Head,
    /// Of each file but the manifest.
    pub files: Vec<Entry>,
}

/// The form on disk.
#[derive(Deserialize)]
struct Written {
    generator: String,
    form: u32,
    #[serde(flatten)]
    head: Head,
    files: Vec<Entry>,
}

impl Manifest {
    /// A manifest of these files, in whatever order they come.
    pub fn new(head: Head, mut files: Vec<Entry>) -> Self {
        files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        Self { head, files }
    }

    /// Reads the manifest of a site's folder; `None` where it has none, or one that is not of our form.
    pub fn read(site: &Path) -> io::Result<Option<Self>> {
        let path = site.join(MANIFEST);
        match fs::symlink_metadata(&path) {
            Ok(found) if found.is_file() => Ok(Self::parse(&fs::read(path)?)),
            Ok(_) => Ok(None),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Reads a manifest's text; `None` where it is not of our form.
    pub fn parse(text: &[u8]) -> Option<Self> {
        let written: Written = serde_json::from_slice(text).ok()?;
        let ours = written.generator == GENERATOR
            && written.form == FORM
            && written.files.iter().all(|file| names::check(&file.path).is_ok());
        ours.then(|| Self::new(written.head, written.files))
    }

    /// The entry of a path.
    pub fn entry(&self, path: &str) -> Option<&Entry> {
        let at = self.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok()?;
        self.files.get(at)
    }

    /// The text of `manifest.json`.
    pub fn to_bytes(&self) -> io::Result<Vec<u8>> {
        let mut out = Vec::with_capacity(512 + self.files.len() * 160);
        let Head { version, as_of, as_of_jalali, content } = &self.head;
        writeln!(out, "{{\n  \"generator\": \"{GENERATOR}\",\n  \"form\": {FORM},")?;
        for (key, value) in [("version", version), ("as_of", as_of), ("as_of_jalali", as_of_jalali)] {
            writeln!(out, "  \"{key}\": {},", serde_json::to_string(value)?)?;
        }
        write!(out, "  \"content\": \"{content}\",\n  \"files\": [")?;
        for (at, file) in self.files.iter().enumerate() {
            out.extend_from_slice(if at == 0 { b"\n    " } else { b",\n    " });
            serde_json::to_writer(&mut out, file)?;
        }
        out.extend_from_slice(b"\n  ]\n}\n");
        Ok(out)
    }
}
