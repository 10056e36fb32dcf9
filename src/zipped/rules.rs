//! Checks a zip before any of its files is read: rejects decompression bombs and structures that programs read differently.

use std::collections::{BTreeSet, HashSet};
use std::io::{self, Read, Seek, SeekFrom};

use zip::ZipArchive;
use zip::read::ZipFileEntry;
use zip::result::ZipResult;

use super::{Fault, Limits, paths};

/// The maximum ratio of unpacked to packed size, for a file and for the package. Deflate reaches 1,032 on zeros; pages of
/// a site reach 20 and tables 50.
const MOST_TIMES: u64 = 200;
/// Below this unpacked size, in bytes, the ratio is ignored.
const HARMLESS: u64 = 16 << 20;
/// The fixed part of the record that ends a zip, and its signature (APPNOTE 4.3.16).
const END_LENGTH: u16 = 22;
const END_SIGN: [u8; 4] = *b"PK\x05\x06";
/// The fixed part of an entry's header in the central directory, and its signature (APPNOTE 4.3.12).
const HEADER_LENGTH: usize = 46;
const HEADER_SIGN: [u8; 4] = *b"PK\x01\x02";

/// Checks that the zip ends where the file ends. Programs disagree about data after the end record and about a comment that
/// looks like another end record.
pub(super) fn end(read: &mut (impl Read + Seek), size: u64, limits: &Limits) -> io::Result<Option<Fault>> {
    // A comment of at most 65,535 bytes can follow the end record, so the record lies within this range.
    let tail_length = size.min(u64::from(END_LENGTH) + u64::from(u16::MAX));
    let mut tail = Vec::new();
    read.seek(SeekFrom::Start(size - tail_length))?;
    read.by_ref().take(tail_length).read_to_end(&mut tail)?;
    let signs: Vec<&[u8]> = (0..tail.len().saturating_sub(usize::from(END_LENGTH) - 1))
        .map(|at| &tail[at..])
        .filter(|rest| rest.starts_with(&END_SIGN))
        .collect();
    // The length of the comment is at offset 20. A true end record and its comment reach exactly to the end of the file.
    let ends_here = |rest: &&&[u8]| usize::from(END_LENGTH) + usize::from(short(rest, 20)) == rest.len();
    let ends: Vec<&&[u8]> = signs.iter().filter(ends_here).collect();
    Ok(match *ends {
        [end] => (usize::from(short(end, 10)) > limits.entries).then_some(Fault::TooMany),
        [] if signs.is_empty() => Some(Fault::NoEnd),
        _ => Some(Fault::Appended),
    })
}

/// Reads two bytes at an offset as a little-endian number.
fn short(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([bytes[at], bytes[at + 1]])
}

/// Checks every entry. An error means that the reader itself rejects the zip: entries overlap or are not listed, or the
/// two headers of a file disagree.
pub(super) fn entries<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    size: u64,
    limits: &Limits,
) -> ZipResult<Vec<Fault>> {
    if archive.len() > limits.entries {
        return Ok(vec![Fault::TooMany]);
    }
    if archive.offset() != 0 {
        return Ok(vec![Fault::Prepended]);
    }
    let (mut faults, mut names, mut total) = (Vec::new(), Vec::new(), 0_u64);
    for index in 0..archive.len() {
        let entry = archive.by_index_data(index)?;
        let name = entry.name()?.into_owned();
        total = total.saturating_add(entry.size());
        faults.extend(entry_fault(&entry, &name, limits));
        names.push(name);
    }
    if total > limits.whole || is_bomb(total, size) {
        faults.push(Fault::Bomb(None));
    }
    faults.extend(paths::clashes(names.iter().map(|name| name.trim_end_matches('/'))));
    faults.extend(files_as_folders(&names));
    // This reads every local header, so do it only for archives of acceptable size and structure.
    if faults.is_empty() {
        archive.validate_header_consistency()?;
    }
    Ok(faults)
}

fn entry_fault(entry: &ZipFileEntry<'_>, name: &str, limits: &Limits) -> Option<Fault> {
    use zip::CompressionMethod::{Deflated, Stored};
    let path = name.strip_suffix('/').unwrap_or(name);
    let is_allowed_name = paths::is_below(path) && (limits.name)(name);
    // The upper bits of a Unix mode are the file type; zero means that the program that wrote the zip stored none.
    let kind = entry.unix_mode().map_or(0, |mode| mode & 0o170_000);
    let expected_kind = if entry.is_dir() { 0o040_000 } else { 0o100_000 };
    let is_plain = !entry.is_symlink() && (kind == 0 || kind == expected_kind);
    let is_small = entry.size() <= limits.entry && !is_bomb(entry.size(), entry.compressed_size());
    let fault: fn(String) -> Fault = match () {
        () if !is_allowed_name => Fault::Name,
        () if entry.encrypted() => Fault::Encrypted,
        () if !is_plain => Fault::Special,
        () if !matches!(entry.compression(), Stored | Deflated) => Fault::Compression,
        () if !is_small => |name| Fault::Bomb(Some(name)),
        () => return None,
    };
    Some(fault(name.to_owned()))
}

fn is_bomb(unpacked: u64, packed: u64) -> bool {
    unpacked > HARMLESS && unpacked / MOST_TIMES > packed
}

/// Finds the first name that occurs twice in the central directory, which begins at `start`. A [`ZipArchive`] keeps only
/// one of the two entries.
pub(super) fn duplicate_name(read: &mut (impl Read + Seek), start: u64) -> io::Result<Option<Fault>> {
    let mut names = BTreeSet::new();
    read.seek(SeekFrom::Start(start))?;
    let mut header = [0; HEADER_LENGTH];
    while read.read_exact(&mut header).is_ok() && header.starts_with(&HEADER_SIGN) {
        // The lengths of name, extra field and comment are at offsets 28, 30 and 32 (APPNOTE 4.3.12).
        let mut name = vec![0; usize::from(short(&header, 28))];
        read.read_exact(&mut name)?;
        let rest = u64::from(short(&header, 30)) + u64::from(short(&header, 32));
        io::copy(&mut read.by_ref().take(rest), &mut io::sink())?;
        if let Some(name) = names.replace(name) {
            return Ok(Some(Fault::Doubled(String::from_utf8_lossy(&name).into_owned())));
        }
    }
    Ok(None)
}

/// Finds files whose name is also the name of a folder, which no disk can represent.
fn files_as_folders(names: &[String]) -> Vec<Fault> {
    let mut folders = HashSet::new();
    for name in names {
        let mut rest = &**name;
        while let Some((folder, _)) = rest.rsplit_once('/') {
            // The parents of a known folder are already known.
            if !folders.insert(folder) {
                break;
            }
            rest = folder;
        }
    }
    let both = names.iter().filter(|name| folders.contains(&***name));
    both.cloned().map(Fault::FileAndFolder).collect()
}
