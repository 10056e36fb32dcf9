//! Generates packages for tests: bags with valid or invalid manifests, and zips that no correct program would write.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::Read;
use std::path::Path;

use sha2::{Digest, Sha256};

/// A file in a zip. Every field of its headers can be falsified.
#[derive(Clone)]
pub(crate) struct Entry {
    pub(crate) name: Vec<u8>,
    /// The name in the local header, if it differs.
    pub(crate) local_name: Option<Vec<u8>>,
    pub(crate) data: Vec<u8>,
    pub(crate) method: u16,
    pub(crate) flags: u16,
    /// The size in the headers; by default the true size.
    pub(crate) size: Option<u32>,
    /// The Unix mode.
    pub(crate) mode: u32,
    pub(crate) crc: Option<u32>,
    /// Whether the entry shares the data of the first entry.
    pub(crate) shares_first: bool,
    /// Whether the central directory omits it.
    pub(crate) unlisted: bool,
}

impl Entry {
    pub(crate) fn new(name: &str, data: impl AsRef<[u8]>) -> Self {
        Self {
            name: name.as_bytes().to_vec(),
            local_name: None,
            data: data.as_ref().to_vec(),
            method: 0,
            flags: 0x0800,
            size: None,
            mode: 0o100_644,
            crc: None,
            shares_first: false,
            unlisted: false,
        }
    }
}

/// Creates a zip with these entries (APPNOTE 4.3).
pub(crate) fn zip(entries: &[Entry]) -> Vec<u8> {
    let (mut out, mut central, mut count) = (Vec::new(), Vec::new(), 0_u16);
    for entry in entries {
        let crc = entry.crc.unwrap_or_else(|| crc32(&entry.data));
        let size = entry.size.unwrap_or_else(|| length(&entry.data));
        let offset = if entry.shares_first { 0 } else { length(&out) };
        let fields = |name: &[u8]| {
            let mut fields = Vec::new();
            fields.extend(entry.flags.to_le_bytes());
            fields.extend(entry.method.to_le_bytes());
            fields.extend([0, 0, 0x21, 0]);
            fields.extend(crc.to_le_bytes());
            fields.extend(length(&entry.data).to_le_bytes());
            fields.extend(size.to_le_bytes());
            fields.extend(short(name).to_le_bytes());
            fields.extend(0_u16.to_le_bytes());
            fields
        };
        if !entry.shares_first {
            let name = entry.local_name.as_ref().unwrap_or(&entry.name);
            out.extend(b"PK\x03\x04\x14\0");
            out.extend(fields(name));
            out.extend(name);
            out.extend(&entry.data);
        }
        if !entry.unlisted {
            count += 1;
            central.extend(b"PK\x01\x02\x14\x03\x14\0");
            central.extend(fields(&entry.name));
            central.extend([0; 6]);
            central.extend((entry.mode << 16).to_le_bytes());
            central.extend(offset.to_le_bytes());
            central.extend(&entry.name);
        }
    }
    let start = length(&out);
    out.extend(&central);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    out.extend(length(&central).to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0, 0]);
    out
}

fn length(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.len()).expect("tests make small packages")
}

fn short(bytes: &[u8]) -> u16 {
    u16::try_from(bytes.len()).expect("names are short")
}

/// The CRC-32 of zip entries.
fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = flate2::Crc::new();
    crc.update(bytes);
    crc.sum()
}

/// Computes a SHA-256 in hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The files of a bag, which tests can corrupt before writing.
#[derive(Clone)]
pub(crate) struct Bag(pub(crate) BTreeMap<String, Vec<u8>>);

impl Bag {
    /// Creates a valid bag of version 1.0 with two payload files.
    pub(crate) fn sound() -> Self {
        let payload = [("data/a.txt", "alpha\n"), ("data/b/c.txt", "gamma\n")];
        let lines = payload.map(|(path, text)| format!("{}  {path}\n", sha256(text.as_bytes())));
        let mut bag = Self(BTreeMap::new());
        for (path, text) in payload {
            bag.set(path, text);
        }
        bag.set("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        bag.set("bag-info.txt", "Payload-Oxum: 12.2\n");
        bag.set("manifest-sha256.txt", lines.concat());
        bag
    }

    /// Adds or replaces a file.
    pub(crate) fn set(&mut self, path: &str, bytes: impl AsRef<[u8]>) {
        self.0.insert(path.to_owned(), bytes.as_ref().to_vec());
    }

    /// Returns the bag with one file added or replaced.
    pub(crate) fn with(mut self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        self.set(path, bytes);
        self
    }

    /// Returns the bag without a file.
    pub(crate) fn without(mut self, path: &str) -> Self {
        assert!(self.0.remove(path).is_some(), "the bag has no {path}");
        self
    }

    /// Returns the bag with a line appended to an existing file.
    pub(crate) fn line(mut self, path: &str, line: &str) -> Self {
        self.0.get_mut(path).expect("the file is there").extend(format!("{line}\n").as_bytes());
        self
    }

    /// Writes the bag as a folder.
    pub(crate) fn write(&self, folder: &Path) {
        for (path, bytes) in &self.0 {
            let file = folder.join(path);
            fs::create_dir_all(file.parent().expect("a file lies in a folder")).expect("a folder");
            fs::write(file, bytes).expect("a file");
        }
    }

    /// Returns the zip entries of the bag, in the folder `bag`.
    pub(crate) fn entries(&self) -> Vec<Entry> {
        self.0.iter().map(|(path, bytes)| Entry::new(&format!("bag/{path}"), bytes)).collect()
    }
}

/// Returns the files in a zip by path.
pub(crate) fn unzipped(file: &Path) -> BTreeMap<String, Vec<u8>> {
    let read = fs::File::open(file).expect("the package is there");
    let mut archive = zip::ZipArchive::new(read).expect("a zip");
    let mut files = BTreeMap::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).expect("an entry");
        let name = entry.name().expect("a name").into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("its bytes");
        files.insert(name, bytes);
    }
    files
}
