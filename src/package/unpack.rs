//! Bytes that anybody may have made to a package, or why not.
//!
//! Nothing is believed: sizes are counted while unpacking, names are a short alphabet, every entry must be a plain file
//! that `SHA256SUMS` lists and agrees with, and nothing may stand outside the entries. Nothing is written either: names
//! of entries never become paths. Start reading at [`Contents::unpack`].

use std::collections::BTreeMap;
use std::io::Cursor;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::manifest::{FORMAT, VERSION};
use super::{Contents, MANIFEST, Package, Refusal, SUMS};
use crate::digest::Digest;
use crate::zipped::{Integrity, Limits, ZipReader};

/// How many bytes a package may have.
pub const LARGEST: u64 = 32 * 1024 * 1024;
/// How many bytes a name.
const LONGEST_NAME: usize = 200;

/// What a package may hold.
const LIMITS: Limits = Limits {
    packed: LARGEST,
    entries: 500,
    entry: 16 * 1024 * 1024,
    whole: 64 * 1024 * 1024,
    name: is_plain_name,
};

impl Contents {
    /// Reads and checks the package that some bytes are.
    pub fn unpack(bytes: &[u8]) -> Result<Self, Refusal> {
        let mut files = files(bytes)?;
        verify(&files)?;
        let manifest = file(&files, MANIFEST)?;
        check_version(manifest)?;
        let manifest = json(MANIFEST, manifest)?;
        files.remove(SUMS);
        Self::read(Package { manifest, files })
    }
}

/// What stands in the file, by name.
fn files(bytes: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, Refusal> {
    let broken = |name: &str| Refusal::Broken(name.to_owned());
    let opened =
        ZipReader::open(Cursor::new(bytes), bytes.len() as u64, &LIMITS).map_err(|_| Refusal::NotZip)?;
    let mut zip =
        opened.map_err(|faults| faults.into_iter().next().map_or(Refusal::NotZip, Refusal::from))?;
    if zip.has_comment() {
        return Err(Refusal::Structure);
    }
    let names: Vec<String> = zip.files().map(|(name, _)| name.to_owned()).collect();
    let mut files = BTreeMap::new();
    for name in names {
        let mut content = Vec::new();
        let read = zip.read(&name, |piece| content.extend_from_slice(piece)).map_err(|_| broken(&name))?;
        if read == Integrity::Broken {
            return Err(broken(&name));
        }
        files.insert(name, content);
    }
    Ok(files)
}

/// Says whether a name is one that a package may have: folders and files of `a-z0-9-_.`, and `SHA256SUMS`.
fn is_plain_name(name: &str) -> bool {
    let plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.');
    let segment = |part: &str| {
        !part.is_empty() && !part.starts_with('.') && !part.ends_with('.') && part.bytes().all(plain)
    };
    name == SUMS || (name.len() <= LONGEST_NAME && name.split('/').all(segment))
}

/// Holds every file against `SHA256SUMS`.
fn verify(files: &BTreeMap<String, Vec<u8>>) -> Result<(), Refusal> {
    let listed = sums(file(files, SUMS)?).ok_or(Refusal::Sums)?;
    if let Some(name) = listed.keys().find(|&&name| !files.contains_key(name)) {
        return Err(Refusal::Missing((*name).to_owned()));
    }
    for (name, content) in files.iter().filter(|(name, _)| *name != SUMS) {
        match listed.get(&**name) {
            None => return Err(Refusal::Unlisted(name.clone())),
            Some(&sum) if sum != Digest::of(content) => return Err(Refusal::Changed(name.clone())),
            Some(_) => {}
        }
    }
    Ok(())
}

/// Digests by name; `None` where a line is not as `sha256sum` writes it, or a name stands there twice.
fn sums(bytes: &[u8]) -> Option<BTreeMap<&str, Digest>> {
    let mut listed = BTreeMap::new();
    for line in std::str::from_utf8(bytes).ok()?.lines() {
        let (sum, name) = line.split_once("  ").filter(|(_, name)| is_plain_name(name))?;
        if listed.insert(name, Digest::parse(sum)?).is_some() {
            return None;
        }
    }
    Some(listed)
}

/// An entry that every package has.
pub(super) fn file<'f>(files: &'f BTreeMap<String, Vec<u8>>, name: &str) -> Result<&'f [u8], Refusal> {
    files.get(name).map(|content| &**content).ok_or_else(|| Refusal::Missing(name.to_owned()))
}

/// Looks at the format and the version before anything else is read by them.
fn check_version(manifest: &[u8]) -> Result<(), Refusal> {
    #[derive(Deserialize)]
    struct Head {
        format: serde_json::Value,
        version: serde_json::Value,
    }
    let Head { format, version } = json(MANIFEST, manifest)?;
    if format != FORMAT {
        return Err(Refusal::Format);
    }
    if version == VERSION {
        return Ok(());
    }
    Err(Refusal::Version(version.to_string().chars().take(20).collect()))
}

fn json<T: DeserializeOwned>(name: &str, bytes: &[u8]) -> Result<T, Refusal> {
    serde_json::from_slice(bytes).map_err(|error| Refusal::Json(name.to_owned(), error.to_string()))
}
