//! From bytes on the disk to text: the limit of size, UTF-8 with the line that breaks it, UTF-16 by its BOM.

use std::fs::File;
use std::io::Read;
use std::string::FromUtf8Error;
use std::sync::Arc;

use super::walk::SourceFile;
use crate::diag::codes::files::{NOT_UTF8, TOO_LARGE};
use crate::diag::{Diagnostic, MachineError, Place};
use crate::digest::Digest;
use crate::persian::numbers::fa_digits;

/// How large a file of records may be.
const LIMIT: u64 = 4 * 1024 * 1024;

/// What a file holds.
pub(super) struct SourceText {
    /// Its text, without its BOM.
    pub(super) text: String,
    /// The digest of its bytes, BOM and all.
    pub(super) digest: Digest,
}

/// Reads a file; a finding where it is too large or no UTF-8.
pub(super) fn read_text(file: &SourceFile) -> Result<Result<SourceText, Box<Diagnostic>>, MachineError> {
    Ok(text_of(file, read_bytes(file)?))
}

/// The text of a file's bytes; a finding if they are too many or no UTF-8.
pub(super) fn text_of(file: &SourceFile, bytes: Vec<u8>) -> Result<SourceText, Box<Diagnostic>> {
    if bytes.len() as u64 > LIMIT {
        return Err(Box::new(too_large(file)));
    }
    let digest = Digest::of(&bytes);
    let text = decoded(bytes).map_err(|error| Box::new(not_utf8(file, &error)))?;
    Ok(SourceText { text, digest })
}

/// The text of bytes in UTF-8, or in UTF-16 if they begin with its byte order mark: Notepad and Excel call that
/// «Unicode». Without the mark nothing tells UTF-16 from other bytes.
pub(super) fn decoded(bytes: Vec<u8>) -> Result<String, FromUtf8Error> {
    let unit: fn([u8; 2]) -> u16 = match bytes.first_chunk() {
        Some([0xFF, 0xFE]) => u16::from_le_bytes,
        Some([0xFE, 0xFF]) => u16::from_be_bytes,
        _ => return String::from_utf8(bytes).map(without_bom),
    };
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units: Vec<u16> = pairs.iter().map(|&pair| unit(pair)).collect();
    match String::from_utf16(&units) {
        Ok(text) if rest.is_empty() => Ok(without_bom(text)),
        _ => String::from_utf8(bytes),
    }
}

/// The bytes of a file on the disk, at most one more than a file of records may have.
pub(super) fn read_bytes(file: &SourceFile) -> Result<Vec<u8>, MachineError> {
    let failed = |error| MachineError::reading(&file.path, error);
    let handle = File::open(&file.path).map_err(failed)?;
    // Room for one byte more than the file has, or the reader would grow the buffer to learn that it has ended.
    let length = handle.metadata().map_err(failed)?.len().min(LIMIT) + 1;
    let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0));
    handle.take(LIMIT + 1).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

fn without_bom(mut text: String) -> String {
    if text.starts_with('\u{FEFF}') {
        text.drain(..'\u{FEFF}'.len_utf8());
    }
    text
}

fn too_large(file: &SourceFile) -> Diagnostic {
    Diagnostic::new(
        TOO_LARGE,
        Place::file(Arc::clone(&file.name)),
        "این فایل از ۴ مگابایت بزرگ‌تر است و خوانده نمی‌شود.",
        "This file is larger than 4 MiB and is not read.",
    )
    .hint("رکوردهای آن را در چند فایل بنویسید.", "Write its records into several files.")
}

fn not_utf8(file: &SourceFile, error: &FromUtf8Error) -> Diagnostic {
    let good = &error.as_bytes()[..error.utf8_error().valid_up_to()];
    let line = String::from_utf8_lossy(good).matches('\n').count() + 1;
    let at = Place {
        file: Arc::clone(&file.name),
        line: u32::try_from(line).unwrap_or(u32::MAX),
        column: 0,
        length: 0,
    };
    let mut found = Diagnostic::new(
        NOT_UTF8,
        at,
        format!("سطر {} این فایل با کدگذاری UTF-8 نوشته نشده است.", fa_digits(&line.to_string())),
        format!("Line {line} of this file is not UTF-8."),
    )
    .hint(
        "فایل را با کدگذاری UTF-8 ذخیره کنید؛ در Notepad: «Save as» و سپس «Encoding: UTF-8».",
        "Save the file as UTF-8; in Notepad: \"Save as\", then \"Encoding: UTF-8\".",
    );
    found.source_line = String::from_utf8_lossy(error.as_bytes()).lines().nth(line - 1).map(str::to_owned);
    found
}
