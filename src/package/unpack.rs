//! Bytes that anybody may have made to a package, or why not.
//!
//! Nothing is believed: sizes are counted while unpacking, names are a short alphabet, every entry must be a plain file
//! that `SHA256SUMS` lists and agrees with, and nothing may stand outside the entries. Nothing is written either: names
//! of entries never become paths. Start reading at [`Package::unpack`].

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use serde::Deserialize;
use serde::de::DeserializeOwned;
use zip::{CompressionMethod, ZipArchive};

use super::pack::{MANIFEST, RECORDS, SUMS, digest};
use super::schema::{FORMAT, Package, VERSION};
use super::{Refusal, sound};

/// Where photos and documents stand.
const MEDIA: &str = "media/";
/// How many bytes a package may have.
pub const LARGEST: u64 = 32 * 1024 * 1024;
/// How many entries.
const MOST_ENTRIES: usize = 500;
/// How many bytes an entry may have once it is unpacked.
const LARGEST_ENTRY: u64 = 16 * 1024 * 1024;
/// How many all of them.
const LARGEST_WHOLE: u64 = 64 * 1024 * 1024;
/// How many characters a name.
const LONGEST_NAME: usize = 200;

impl Package {
    /// The package that some bytes are.
    pub fn unpack(bytes: &[u8]) -> Result<Self, Refusal> {
        let mut files = files(bytes)?;
        verify(&files)?;
        let manifest = file(&files, MANIFEST)?;
        check_version(manifest)?;
        let (manifest, records) = (json(MANIFEST, manifest)?, json(RECORDS, file(&files, RECORDS)?)?);
        files.retain(|name, _| name.starts_with(MEDIA));
        let package = Self { manifest, records, files };
        sound::check(&package)?;
        Ok(package)
    }
}

/// What stands in the file, by name.
fn files(bytes: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, Refusal> {
    if bytes.len() as u64 > LARGEST {
        return Err(Refusal::TooLarge);
    }
    if end_of_central_directory(bytes)? > MOST_ENTRIES {
        return Err(Refusal::TooMany);
    }
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::NotZip)?;
    let mut names = BTreeSet::new();
    for raw in zip.file_names_raw() {
        if !is_plain_name(raw) {
            return Err(Refusal::Name(raw.escape_ascii().to_string()));
        }
        names.insert(raw.to_ascii_lowercase());
    }
    if zip.has_duplicate_names() || names.len() != zip.len() {
        return Err(Refusal::Doubled(doubled(bytes)));
    }
    let mut files = BTreeMap::new();
    let mut left = LARGEST_WHOLE;
    for at in 0..zip.len() {
        let (name, content) = entry(&mut zip, at, left)?;
        left -= content.len() as u64;
        files.insert(name, content);
    }
    if zip.offset() != 0 || zip.validate_header_consistency().is_err() {
        return Err(Refusal::Structure);
    }
    Ok(files)
}

/// How many entries the end of the file promises; it must be the very end, without a comment.
fn end_of_central_directory(bytes: &[u8]) -> Result<usize, Refusal> {
    const LENGTH: usize = 22;
    let record = bytes.len().checked_sub(LENGTH).map(|start| &bytes[start..]).ok_or(Refusal::NotZip)?;
    if !record.starts_with(b"PK\x05\x06") {
        // A sound end further up is a file that something was added to.
        let added = bytes.starts_with(b"PK\x03\x04") && bytes.windows(4).any(|four| four == b"PK\x05\x06");
        return Err(if added { Refusal::Structure } else { Refusal::NotZip });
    }
    Ok(usize::from(u16::from_le_bytes([record[10], record[11]])))
}

/// Says whether a name is one that a package may have: folders and files of `a-z0-9-_.`, and `SHA256SUMS`.
fn is_plain_name(name: &[u8]) -> bool {
    let plain = |byte: &u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.');
    let segment = |part: &[u8]| {
        !part.is_empty() && !part.starts_with(b".") && !part.ends_with(b".") && part.iter().all(plain)
    };
    name == SUMS.as_bytes() || (name.len() <= LONGEST_NAME && name.split(|&byte| byte == b'/').all(segment))
}

/// A name that the central directory has twice, letter case aside: the archive itself keeps one of the two.
fn doubled(bytes: &[u8]) -> String {
    const HEADER: usize = 46;
    let mut seen = BTreeSet::new();
    let headers = bytes.windows(HEADER).enumerate().filter(|(_, header)| header.starts_with(b"PK\x01\x02"));
    let mut names = headers.filter_map(|(at, header)| {
        let length = usize::from(u16::from_le_bytes([header[28], header[29]]));
        bytes.get(at + HEADER..at + HEADER + length)
    });
    let twice = names.find(|name| !seen.insert(name.to_ascii_lowercase()));
    twice.map(|name| name.escape_ascii().to_string()).unwrap_or_default()
}

fn entry(zip: &mut ZipArchive<Cursor<&[u8]>>, at: usize, left: u64) -> Result<(String, Vec<u8>), Refusal> {
    let name = |raw: &[u8]| raw.escape_ascii().to_string();
    let raw = zip.file_names_raw().nth(at).map(name).unwrap_or_default();
    let entry = zip.by_index_data(at).map_err(|_| Refusal::Broken(raw.clone()))?;
    let method = entry.compression();
    let plain = matches!(method, CompressionMethod::Stored | CompressionMethod::Deflated);
    if !plain || entry.encrypted() || entry.is_symlink() || entry.is_dir() || !is_regular(entry.unix_mode()) {
        return Err(Refusal::Special(raw));
    }
    let most = LARGEST_ENTRY.min(left);
    let file = zip.by_index(at).map_err(|_| Refusal::Broken(raw.clone()))?;
    let mut content = Vec::new();
    file.take(most + 1).read_to_end(&mut content).map_err(|_| Refusal::Broken(raw.clone()))?;
    if content.len() as u64 > most {
        return Err(Refusal::Bomb(raw));
    }
    Ok((raw, content))
}

/// Says whether a Unix mode, where there is one, is that of a plain file.
fn is_regular(mode: Option<u32>) -> bool {
    mode.is_none_or(|mode| matches!(mode & 0o170_000, 0 | 0o100_000))
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
            Some(&sum) if sum != digest(content) => return Err(Refusal::Changed(name.clone())),
            Some(_) => {}
        }
    }
    Ok(())
}

/// Digests by name; `None` where a line is not as `sha256sum` writes it, or a name stands there twice.
fn sums(bytes: &[u8]) -> Option<BTreeMap<&str, &str>> {
    let mut listed = BTreeMap::new();
    for line in std::str::from_utf8(bytes).ok()?.lines() {
        let (sum, name) = line.split_once("  ")?;
        let is_sum = sum.len() == 64 && sum.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if !is_sum || !is_plain_name(name.as_bytes()) || listed.insert(name, sum).is_some() {
            return None;
        }
    }
    Some(listed)
}

fn file<'f>(files: &'f BTreeMap<String, Vec<u8>>, name: &str) -> Result<&'f [u8], Refusal> {
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
