//! Packages of success models for tests: opens the demo's package, changes it and packs it again.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::sync::OnceLock;

use serde_json::Value;
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::Site;

/// The id of the demo's model.
pub(crate) const MODEL: &str = "neighborhood-sewing";

/// The entries of a package by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Opened(pub(crate) BTreeMap<String, Vec<u8>>);

/// The bytes of the demo's package, created once.
pub(crate) fn demo_package() -> &'static [u8] {
    static PACKAGE: OnceLock<Vec<u8>> = OnceLock::new();
    PACKAGE.get_or_init(|| {
        let site = Site::demo();
        site.run(&["share", MODEL, "-o", "x.karnameh.zip"]).done();
        fs::read(site.path().join("x.karnameh.zip")).expect("it was written")
    })
}

impl Opened {
    /// Opens a valid package.
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
        let mut files = BTreeMap::new();
        for at in 0..zip.len() {
            let mut file = zip.by_index(at).expect("an entry");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("it can be unpacked");
            files.insert(file.name().expect("a name").into_owned(), bytes);
        }
        Self(files)
    }

    /// Opens the demo's package.
    pub(crate) fn demo() -> Self {
        Self::of(demo_package())
    }

    /// Reads a package from a file.
    pub(crate) fn read(path: &Path) -> Self {
        Self::of(&fs::read(path).expect("the package was written"))
    }

    /// Parses a JSON file in the package.
    pub(crate) fn json(&self, name: &str) -> Value {
        serde_json::from_slice(&self.0[name]).expect("JSON")
    }

    /// Changes the value at a JSON pointer and updates the checksums.
    #[track_caller]
    pub(crate) fn set(&mut self, name: &str, pointer: &str, value: Value) {
        let mut json = self.json(name);
        if let Some(place) = json.pointer_mut(pointer) {
            *place = value;
        } else {
            let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
            json.pointer_mut(parent).unwrap_or_else(|| panic!("no {parent}"))[key] = value;
        }
        self.put(name, json.to_string());
    }

    /// The text of an entry.
    pub(crate) fn text(&self, name: &str) -> &str {
        std::str::from_utf8(self.0.get(name).unwrap_or_else(|| panic!("no {name}"))).expect("UTF-8")
    }

    /// A value of a record file at a pointer of Persian keys («/مراحل/0/عنوان»); null if there is none.
    pub(crate) fn value(&self, name: &str, pointer: &str) -> Value {
        let (fields, _) = self.record(name);
        fields.pointer(pointer).cloned().unwrap_or(Value::Null)
    }

    /// The fields and the narrative of a record file.
    fn record(&self, name: &str) -> (Value, String) {
        let text = self.text(name);
        let (yaml, body) = match text.strip_prefix("---\n") {
            Some(rest) => rest.split_once("---\n").expect("front matter"),
            None => (text, ""),
        };
        (serde_yaml::from_str(yaml).expect("YAML"), body.to_owned())
    }

    /// Changes a value of a record file at a pointer of Persian keys, and updates the checksums.
    #[track_caller]
    pub(crate) fn set_field(&mut self, name: &str, pointer: &str, value: Value) {
        let (mut fields, body) = self.record(name);
        if let Some(place) = fields.pointer_mut(pointer) {
            *place = value;
        } else {
            let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
            fields.pointer_mut(parent).unwrap_or_else(|| panic!("no {parent}"))[key] = value;
        }
        let yaml = serde_yaml::to_string(&fields).expect("YAML");
        let has_front_matter = self.text(name).starts_with("---\n");
        let text = if has_front_matter { format!("---\n{yaml}---\n{body}") } else { yaml };
        self.put(name, text);
    }

    /// Adds a file and updates the checksums.
    pub(crate) fn put(&mut self, name: &str, bytes: impl Into<Vec<u8>>) {
        self.0.insert(name.to_owned(), bytes.into());
        self.sum();
    }

    /// Recomputes the checksums.
    pub(crate) fn sum(&mut self) {
        let mut sums = String::new();
        for (name, bytes) in self.0.iter().filter(|(name, _)| *name != "SHA256SUMS") {
            let _ = writeln!(sums, "{}  {name}", sha256(bytes));
        }
        self.0.insert("SHA256SUMS".to_owned(), sums.into_bytes());
    }

    /// Packs the entries.
    pub(crate) fn close(&self) -> Vec<u8> {
        zip_of(self.0.iter().map(|(name, bytes)| (&**name, &**bytes, SimpleFileOptions::default())))
    }
}

/// Creates a zip of entries, each with its options.
pub(crate) fn zip_of<'e>(entries: impl Iterator<Item = (&'e str, &'e [u8], SimpleFileOptions)>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes, options) in entries {
        zip.start_file(name, options).expect("an entry");
        zip.write_all(bytes).expect("memory");
    }
    zip.finish().expect("memory").into_inner()
}

/// Computes a digest in the format of `sha256sum`.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
