//! `manifest.json`, the list of all files of a site. Its presence marks a folder as created by this program.
//!
//! It is written last, sorted by the bytes of the paths, with one file per line and without a timestamp: equal sites have
//! equal manifests. It does not list itself. [`Manifest::read`] reads it.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::names;
use crate::digest::Digest;

/// The name of the manifest, at the root of the site.
pub const MANIFEST: &str = "manifest.json";

const GENERATOR: &str = "karnameh";
const FORM: u32 = 1;

/// Information about the whole site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The version of Karnameh that built the site.
    pub version: String,
    /// The report's day in ISO format («2026-01-05»).
    pub as_of: String,
    /// The same day in the Solar Hijri calendar («1404-10-15»).
    pub as_of_jalali: String,
    /// The digest of the content from which the site was built.
    pub content: Digest,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The path relative to the site's root, with `/` as separator.
    pub path: String,
    /// In bytes.
    pub size: u64,
    pub sha256: Digest,
}

/// The contents of `manifest.json`, with files sorted by the bytes of their paths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    pub head: Head,
    /// All files except the manifest.
    pub files: Vec<Entry>,
}
#[derive(Deserialize)]
struct ManifestJson {
    generator: String,
    form: u32,
    #[serde(flatten)]
    head: Head,
    files: Vec<Entry>,
}

impl Manifest {
    /// Creates a manifest and sorts the files.
    pub fn new(head: Head, mut files: Vec<Entry>) -> Self {
        files.sort_unstable_by(|a, b| a.path.cmp(&b.path));
        Self { head, files }
    }

    /// Reads the manifest in a site's folder. Returns `None` if there is none or if it has another format.
    pub fn read(site: &Path) -> io::Result<Option<Self>> {
        let path = site.join(MANIFEST);
        match fs::symlink_metadata(&path) {
            Ok(found) if found.is_file() => Ok(Self::parse(&fs::read(path)?)),
            Ok(_) => Ok(None),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Parses a manifest. Returns `None` if it has another format or unsafe paths.
    pub fn parse(text: &[u8]) -> Option<Self> {
        let parsed: ManifestJson = serde_json::from_slice(text).ok()?;
        let ours = parsed.generator == GENERATOR
            && parsed.form == FORM
            && parsed.files.iter().all(|file| names::check(&file.path).is_ok());
        ours.then(|| Self::new(parsed.head, parsed.files))
    }

    /// Returns the entry for a path.
    pub fn entry(&self, path: &str) -> Option<&Entry> {
        let at = self.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok()?;
        self.files.get(at)
    }

    /// Formats the manifest as JSON. Written by hand to have exactly one file per line.
    pub fn to_bytes(&self) -> io::Result<Vec<u8>> {
        // About 160 bytes per file: path, size, 64 digits and the keys.
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
