//! Determines a file's type from its bytes and compares it with its extension.
//!
//! A phone's HEIC photo renamed to `.jpg`, a web page saved as `.pdf`, an incomplete download: browsers fail at each in a
//! different way, so the build reports them. Start reading at [`check`].

use super::kind::Kind;
use super::refuse::Refusal;

/// The type of a file according to its bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    /// An allowed type. [`Kind::Docx`] and [`Kind::Xlsx`] are recognized by the names inside the ZIP file.
    Known(Kind),
    /// A HEIC or AVIF photo, the format of many phones.
    Heic,
    /// HTML, which can contain scripts.
    Html,
    /// SVG or other XML, which can contain scripts.
    Svg,
    Other,
}

/// Compares a file with its extension. `head` is its beginning and `tail` its end; both may be the whole file.
pub(super) fn check(kind: Kind, head: &[u8], tail: &[u8]) -> Result<(), Refusal> {
    if head.is_empty() {
        return Err(Refusal::Empty);
    }
    let found = content(head, tail);
    match (kind, found) {
        (Kind::Csv, Content::Other) if is_text(head) => Ok(()),
        (_, Content::Known(known)) if known == kind => Ok(()),
        _ => Err(Refusal::OtherContent(kind, found)),
    }
}

fn content(head: &[u8], tail: &[u8]) -> Content {
    if let Some(kind) = by_signature(head) {
        return Content::Known(kind);
    }
    if head.starts_with(b"PK\x03\x04") {
        return office(head, tail).map_or(Content::Other, Content::Known);
    }
    if head.get(4..8) == Some(b"ftyp") {
        // Brands of still images in ISO base media files; other brands are video.
        let brand = head.get(8..12).unwrap_or_default();
        let still = [&b"heic"[..], b"heix", b"heif", b"hevc", b"mif1", b"msf1", b"avif", b"avis"];
        return if still.contains(&brand) { Content::Heic } else { Content::Known(Kind::Mp4) };
    }
    markup(head)
}

fn by_signature(head: &[u8]) -> Option<Kind> {
    if head.starts_with(&[0xFF, 0xD8, 0xFF]) {
        return Some(Kind::Jpeg);
    }
    if head.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some(Kind::Png);
    }
    if head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP") {
        return Some(Kind::Webp);
    }
    // PDF readers accept the signature within the first kilobyte, because some programs write other bytes before it.
    if holds(&head[..head.len().min(1024)], b"%PDF-") {
        return Some(Kind::Pdf);
    }
    // An MPEG audio frame of layer III. The byte order mark of UTF-16 would match a weaker pattern (layer I).
    let frame = head.len() > 1 && head[0] == 0xFF && head[1] & 0xE6 == 0xE2;
    (head.starts_with(b"ID3") || frame).then_some(Kind::Mp3)
}

/// Determines which office format a ZIP file has, by the file names in it. The central directory at its end lists them.
fn office(head: &[u8], tail: &[u8]) -> Option<Kind> {
    let names = |name: &[u8]| holds(tail, name) || holds(head, name);
    if names(b"word/document") {
        return Some(Kind::Docx);
    }
    names(b"xl/workbook").then_some(Kind::Xlsx)
}

fn markup(head: &[u8]) -> Content {
    let text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    let start = text[..text.len().min(512)].to_ascii_lowercase();
    if start.starts_with(b"<!doctype html") || start.starts_with(b"<html") || holds(&start, b"<html") {
        Content::Html
    } else if start.starts_with(b"<svg") || start.starts_with(b"<?xml") || start.starts_with(b"<!doctype svg")
    {
        Content::Svg
    } else {
        Content::Other
    }
}

/// Returns whether bytes look like text. Only UTF-16 tables contain NUL bytes, and these begin with a byte order mark.
fn is_text(head: &[u8]) -> bool {
    head.starts_with(&[0xFF, 0xFE]) || head.starts_with(&[0xFE, 0xFF]) || !head.contains(&0)
}

/// Checks that a photo is complete. Decoders are lenient and would fill missing parts with gray.
pub(super) fn check_end(kind: Kind, bytes: &[u8]) -> Result<(), Refusal> {
    let is_whole = match kind {
        Kind::Jpeg => jpeg_ends(bytes),
        Kind::Webp => riff_ends(bytes),
        _ => true,
    };
    if is_whole { Ok(()) } else { Err(Refusal::Truncated) }
}

fn riff_ends(bytes: &[u8]) -> bool {
    let Some(&[a, b, c, d]) = bytes.get(4..8) else { return false };
    // The size in a RIFF header excludes the header's own eight bytes.
    let size = u64::from(u32::from_le_bytes([a, b, c, d])) + 8;
    bytes.len() as u64 >= size
}

/// Returns whether the picture's own end marker exists. Skips segments by their lengths, so that the end marker of a
/// thumbnail inside the metadata does not count.
fn jpeg_ends(bytes: &[u8]) -> bool {
    // Skip the start marker, FF D8.
    let mut at = 2;
    while at + 1 < bytes.len() {
        if bytes[at] != 0xFF {
            // The picture's compressed data lies between markers.
            at += 1;
            continue;
        }
        match bytes[at + 1] {
            0xD9 => return true,
            // Padding byte; then a stuffed zero byte and markers without a length.
            0xFF => at += 1,
            0x00 | 0x01 | 0xD0..=0xD8 => at += 2,
            _ => {
                let Some(&[high, low]) = bytes.get(at + 2..at + 4) else { return false };
                at += 2 + usize::from(u16::from_be_bytes([high, low]));
            }
        }
    }
    false
}

fn holds(bytes: &[u8], piece: &[u8]) -> bool {
    bytes.windows(piece.len()).any(|window| window == piece)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn is(head: &[u8], expected: Content) {
        assert_eq!(content(head, head), expected, "{}", String::from_utf8_lossy(head));
    }

    #[test]
    fn files_are_known_by_their_bytes() {
        is(&[0xFF, 0xD8, 0xFF, 0xE0], Content::Known(Kind::Jpeg));
        is(b"\x89PNG\r\n\x1a\n", Content::Known(Kind::Png));
        is(b"RIFF\x10\0\0\0WEBPVP8 ", Content::Known(Kind::Webp));
        is(b"RIFF\x10\0\0\0WAVEfmt ", Content::Other);
        is(b"%PDF-1.7\n", Content::Known(Kind::Pdf));
        is(b"\n\n%PDF-1.4", Content::Known(Kind::Pdf));
        is(b"ID3\x04", Content::Known(Kind::Mp3));
        is(&[0xFF, 0xFB, 0x90], Content::Known(Kind::Mp3));
        is(b"\0\0\0\x18ftypisom", Content::Known(Kind::Mp4));
        is(b"\0\0\0\x18ftypheic", Content::Heic);
        is(b"\0\0\0\x1cftypavif", Content::Heic);
        is(b"PK\x03\x04 .. word/document.xml", Content::Known(Kind::Docx));
        is(b"PK\x03\x04 .. xl/workbook.xml", Content::Known(Kind::Xlsx));
        is(b"PK\x03\x04 .. setup.exe", Content::Other);
        is(b"\xEF\xBB\xBF \n<!DOCTYPE html>", Content::Html);
        is(b"<!-- x --><html>", Content::Html);
        is(b"<svg xmlns='x'/>", Content::Svg);
        is(b"<?xml version='1.0'?><svg/>", Content::Svg);
        is(b"GIF89a", Content::Other);
        is(b"", Content::Other);
    }

    #[test]
    fn tables_are_text_and_no_markup() {
        assert_eq!(check(Kind::Csv, "نام,عدد\n".as_bytes(), b""), Ok(()));
        assert_eq!(check(Kind::Csv, b"\xFF\xFEa\0", b""), Ok(()));
        assert_eq!(check(Kind::Csv, b"a\0b", b""), Err(Refusal::OtherContent(Kind::Csv, Content::Other)));
        let html = Err(Refusal::OtherContent(Kind::Csv, Content::Html));
        assert_eq!(check(Kind::Csv, b"<html>a,b", b""), html);
        assert_eq!(check(Kind::Csv, b"", b""), Err(Refusal::Empty));
    }

    #[test]
    fn the_end_of_a_thumbnail_is_not_the_end_of_the_picture() {
        let thumbnail = [0xFF, 0xE1, 0, 6, 0xFF, 0xD9, 0, 0];
        let data = [0xFF, 0xDA, 0, 2, 1, 0xFF, 0, 2, 0xFF, 0xD3, 3];
        let cut = [&[0xFF, 0xD8][..], &thumbnail, &data].concat();
        assert!(!jpeg_ends(&cut));
        assert!(jpeg_ends(&[&cut[..], &[0xFF, 0xD9]].concat()));
        assert!(!jpeg_ends(&[0xFF, 0xD8, 0xFF]));
        assert!(!jpeg_ends(&[0xFF, 0xD8, 0xFF, 0xE1, 0]));
    }
}
