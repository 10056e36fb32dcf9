//! Prepares photos and documents for publication.
//!
//! A photo is decoded, rotated, scaled, converted to sRGB and encoded again, so that none of its metadata (place, camera, owner) survives. A
//! document is published unchanged. The address of each contains a hash of its bytes, and the sizes of photos are known
//! before any page is laid out. Processed photos are cached. This module knows nothing about records: the caller passes a
//! list of [`MediaRequest`] files. Start reading at [`prepare`].

mod cache;
mod color;
mod decode;
mod encode;
mod kind;
mod library;
mod refuse;
mod sniff;

use std::fs::{self, File};
use std::io::{self, Read, Seek};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use crate::diag::{Diagnostic, MachineError, Place};
use crate::digest::Digest;

pub use cache::Cache;
pub use encode::RECIPE;
pub use kind::Kind;
pub use library::{Content, Document, Library, Picture, Version};

use cache::Key;
use encode::{EncodedVersion, Scale};
use refuse::Refusal;

/// The maximum size of a photo's file, in bytes. A compressed photo of [`decode::MOST_PIXELS`] is smaller.
const LARGEST_PHOTO: u64 = 128 * 1024 * 1024;
/// How many bytes at the beginning and at the end of a document are read to determine its type.
const SIGNATURE_BYTES: u64 = 64 * 1024;

/// How a file is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// As a picture on a page: without metadata, in up to two widths.
    Photo,
    /// As the emblem in the header: without metadata, small.
    Logo,
    /// Unchanged.
    Document,
}

/// A file that a record names.
#[derive(Debug, Clone)]
pub struct MediaRequest<'a> {
    /// The name below `content/media/`, which is the key in the [`Library`].
    pub name: &'a str,
    /// The path of the file on disk.
    pub path: &'a Path,
    /// The prefix of its addresses, of `a-z`, `0-9` and `-`.
    pub stem: String,
    /// The type according to its extension.
    pub kind: Kind,
    pub form: Form,
    /// The place in a record that names it.
    pub at: Place,
    /// The field that names it, set if `at` is only the place of the record.
    pub field: Option<&'static str>,
}

/// Processes all files in parallel. A file that cannot be published gives one diagnostic, at the first place that names it.
pub fn prepare(
    mut requests: Vec<MediaRequest<'_>>,
    cache: &Cache,
) -> Result<(Library, Vec<Diagnostic>), MachineError> {
    // Sorted by place too, so that only the first request for a file and form remains.
    requests.sort_by(|a, b| (a.name, a.form, &a.at).cmp(&(b.name, b.form, &b.at)));
    requests.dedup_by(|later, earlier| (later.name, later.form) == (earlier.name, earlier.form));
    let processor = Processor { cache, large: Mutex::default() };
    let processed: Vec<Result<Result<Item, Refusal>, MachineError>> =
        requests.par_iter().map(|request| processor.process(request)).collect();
    let mut library = Library::default();
    let mut found: Vec<Diagnostic> = Vec::new();
    for (request, processed) in requests.iter().zip(processed) {
        match processed? {
            Ok(Item::Picture(picture)) => library.add_picture(request.name, request.form, picture),
            Ok(Item::Document(document)) => library.add_document(request.name, document),
            Err(refusal) => found.push(refusal.diagnostic(request)),
        }
    }
    // A file requested in two forms fails in both for the same reason: report it once.
    found.dedup_by(|later, earlier| later.code == earlier.code && later.message == earlier.message);
    Ok((library, found))
}

enum Item {
    Picture(Picture),
    Document(Document),
}

struct Processor<'a> {
    cache: &'a Cache,
    /// Locked while a large picture is decoded: the memory of an office computer suffices for one, but not for eight.
    large: Mutex<()>,
}

impl Processor<'_> {
    fn process(&self, request: &MediaRequest<'_>) -> Result<Result<Item, Refusal>, MachineError> {
        let item = match request.form {
            Form::Document => document(request),
            Form::Photo => self.picture(request, Scale::Page),
            Form::Logo => self.picture(request, Scale::Emblem),
        };
        item.map_err(|error| MachineError::reading(request.path, error))
    }

    /// Returns a photo's versions from the cache, or encodes and stores them.
    fn picture(&self, request: &MediaRequest<'_>, scale: Scale) -> io::Result<Result<Item, Refusal>> {
        if fs::metadata(request.path)?.len() > LARGEST_PHOTO {
            return Ok(Err(Refusal::Heavy));
        }
        let bytes = fs::read(request.path)?;
        let checked = sniff::check(request.kind, &bytes, &bytes);
        if let Err(refusal) = checked.and_then(|()| sniff::check_end(request.kind, &bytes)) {
            return Ok(Err(refusal));
        }
        let key = Key::new(&bytes, scale);
        let versions = match self.cache.find(&key) {
            Some(versions) => Ok(versions),
            None => catch_decoder_panic(|| self.versions(&bytes, request.kind, scale))
                .map(|versions| self.cache.store(&key, versions)),
        };
        Ok(versions.map(|versions| Item::Picture(Picture::new(&request.stem, versions))))
    }

    fn versions(&self, bytes: &[u8], kind: Kind, scale: Scale) -> Result<Vec<EncodedVersion>, Refusal> {
        let photo = decode::open(bytes, kind)?;
        let _alone = photo.is_large().then(|| self.large.lock().unwrap_or_else(PoisonError::into_inner));
        let (image, profile) = photo.decode()?;
        Ok(encode::versions(&image, profile.as_ref(), kind, scale))
    }
}

/// Treats a panic in a decoder as a broken picture. This is safe: the decoder works on bytes in memory, and its partial
/// result is dropped.
fn catch_decoder_panic<T>(work: impl FnOnce() -> Result<T, Refusal>) -> Result<T, Refusal> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(Refusal::Broken))
}

/// Checks a document and computes its hash without loading the whole file into memory.
fn document(request: &MediaRequest<'_>) -> io::Result<Result<Item, Refusal>> {
    let mut file = File::open(request.path)?;
    let size = file.metadata()?.len();
    let mut head = Vec::new();
    file.by_ref().take(SIGNATURE_BYTES).read_to_end(&mut head)?;
    let mut tail = Vec::new();
    file.seek(io::SeekFrom::Start(size.saturating_sub(SIGNATURE_BYTES)))?;
    file.by_ref().take(SIGNATURE_BYTES).read_to_end(&mut tail)?;
    if let Err(refusal) = sniff::check(request.kind, &head, &tail) {
        return Ok(Err(refusal));
    }
    file.rewind()?;
    let (size, digest) = Digest::of_reader(&mut file)?;
    Ok(Ok(Item::Document(Document::new(&request.stem, request.kind, size, digest, request.path))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decoder_that_panics_refuses_one_picture() {
        assert_eq!(catch_decoder_panic(|| Ok(7)), Ok(7));
        assert_eq!(catch_decoder_panic::<()>(|| Err(Refusal::Giant)), Err(Refusal::Giant));
        let bytes: &[u8] = &[];
        assert_eq!(catch_decoder_panic(|| Ok(bytes[bytes.len()])), Err(Refusal::Broken));
    }
}
