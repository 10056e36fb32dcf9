//! What is refused of a zip before a byte of its files is read: bombs, and whatever two programs may read differently.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use zip::ZipArchive;
use zip::result::ZipResult;

use super::finding::Finding;
use super::paths;

/// The most files in a package: those of the largest site, ten times over.
const MOST_FILES: usize = 2_000_000;
/// The most bytes that a package may hold when unpacked.
const MOST_BYTES: u64 = 64 << 30;
/// How many times its size on disk a package, or a file in it, may unpack to. Deflate reaches 1,032 on zeros; pages of
/// a site reach 20, tables 50.
const MOST_TIMES: u64 = 200;
/// Below this size nothing is a bomb, bytes.
const HARMLESS: u64 = 16 << 20;
/// The fixed part of the record that ends a zip, and its signature (APPNOTE 4.3.16).
const END_LENGTH: u16 = 22;
const END_SIGN: [u8; 4] = *b"PK\x05\x06";

/// Whether the zip ends where the file does: what hangs behind it, or a comment that looks like an end of its own, is
/// read by one program and not by another.
pub(super) fn end(file: &Path, size: u64) -> io::Result<Option<Finding>> {
    let no_zip = || {
        Finding::whole(
            "این فایل zip سالمی نیست: پایان آن بریده است یا چیزی به آن افزوده شده است.",
            "The file is no sound zip: its end is cut off, or something hangs behind it.",
        )
    };
    if size < u64::from(END_LENGTH) {
        return Ok(Some(no_zip()));
    }
    let mut read = File::open(file)?;
    let mut tail = Vec::new();
    read.seek(SeekFrom::Start(size - size.min(u64::from(END_LENGTH) + u64::from(u16::MAX))))?;
    read.take(size).read_to_end(&mut tail)?;
    let ends: Vec<usize> = (0..tail.len().saturating_sub(usize::from(END_LENGTH) - 1))
        .filter(|&at| tail[at..].starts_with(&END_SIGN))
        .filter(|&at| {
            let comment = u16::from_le_bytes([tail[at + 20], tail[at + 21]]);
            at + usize::from(END_LENGTH) + usize::from(comment) == tail.len()
        })
        .collect();
    Ok((ends.len() != 1).then(no_zip))
}

/// Looks at every entry; an error is what the reader itself refuses: doubled names, overlapping or unlisted entries,
/// two headers of a file that disagree.
pub(super) fn entries(archive: &mut ZipArchive<BufReader<File>>, size: u64) -> ZipResult<Vec<Finding>> {
    if archive.len() > MOST_FILES {
        return Ok(vec![Finding::whole(
            "شمار فایل‌های بسته بیش از آن است که پذیرفته شود.",
            format!("The package holds more than {MOST_FILES} files."),
        )]);
    }
    if archive.offset() != 0 {
        return Ok(vec![Finding::whole(
            "پیش از آغاز zip چیز دیگری در فایل هست.",
            "Something stands before the beginning of the zip.",
        )]);
    }
    archive.validate_header_consistency()?;
    let (mut found, mut names, mut total) = (Vec::new(), Vec::new(), 0_u64);
    for index in 0..archive.len() {
        let entry = archive.by_index_data(index)?;
        let name = entry.name()?.into_owned();
        total = total.saturating_add(entry.size());
        found.extend(entry_rule(&entry, &name));
        names.push(name);
    }
    if total > MOST_BYTES || is_bomb(total, size) {
        found.push(bomb(None));
    }
    found.extend(paths::clashes(names.iter().map(|name| name.trim_end_matches('/'))));
    found.extend(files_as_folders(&names));
    Ok(found)
}

fn entry_rule(entry: &zip::read::ZipFileEntry<'_>, name: &str) -> Option<Finding> {
    let path = name.strip_suffix('/').unwrap_or(name);
    if !paths::is_below(path) {
        return Some(paths::outside(name));
    }
    if entry.encrypted() {
        let (fa, en) = ("این فایل رمزگذاری شده است.", "The file is encrypted.");
        return Some(Finding::refused(name, fa, en));
    }
    let kind = entry.unix_mode().map_or(0, |mode| mode & 0o170_000);
    if entry.is_symlink() || !matches!(kind, 0 | 0o100_000 | 0o040_000) {
        return Some(Finding::refused(
            name,
            "این فایل معمولی نیست (پیوند یا مانند آن)؛ در بسته جا ندارد.",
            "It is no regular file (a link or the like), which no package may hold.",
        ));
    }
    if !matches!(entry.compression(), zip::CompressionMethod::Stored | zip::CompressionMethod::Deflated) {
        let (fa, en) = ("روش فشرده‌سازی این فایل شناخته نیست.", "The file's compression is not supported.");
        return Some(Finding::refused(name, fa, en));
    }
    is_bomb(entry.size(), entry.compressed_size()).then(|| bomb(Some(name)))
}

fn is_bomb(unpacked: u64, packed: u64) -> bool {
    unpacked > HARMLESS && unpacked / MOST_TIMES > packed
}

fn bomb(name: Option<&str>) -> Finding {
    let (fa, en) = (
        "پس از بازشدن چنان بزرگ می‌شود که پذیرفته نیست (بمب فشرده).",
        "It unpacks to far more than is sound (a zip bomb).",
    );
    name.map_or_else(|| Finding::whole(fa, en), |name| Finding::refused(name, fa, en))
}

/// Files whose name is that of a folder, too: no disk holds both.
fn files_as_folders(names: &[String]) -> Vec<Finding> {
    let mut folders = HashSet::new();
    for name in names {
        let mut rest = &**name;
        while let Some((folder, _)) = rest.rsplit_once('/') {
            if !folders.insert(folder) {
                break;
            }
            rest = folder;
        }
    }
    let both = names.iter().filter(|name| folders.contains(&***name));
    let found = both.map(|name| {
        let (fa, en) = ("این نام هم فایل است و هم پوشه.", "The name is that of a file and of a folder.");
        Finding::refused(name, fa, en)
    });
    found.collect()
}
