//! Photos and documents: from the files that records name to what the site publishes of them.
//!
//! A photo is decoded, turned upright, scaled and encoded anew, so that nothing of its metadata (place, camera, owner)
//! survives; a document is published as it is. Both get an address that holds the hash of their bytes, and a photo's
//! sizes are known before any page is laid out. What was made of a photo is kept in a cache that may be deleted at any
//! time. Nothing here knows records: the caller lists what is [`Wanted`]. Start reading at [`prepare`].

mod cache;
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
use encode::{Encoded, Scale};
use refuse::Refusal;

/// Up to so many bytes a photo's file is read; a photo of [`decode::MOST_PIXELS`] is smaller.
const LARGEST_PHOTO: u64 = 128 * 1024 * 1024;
/// How many bytes at the begin and the end of a document tell what it is.
const TELLING: u64 = 64 * 1024;

/// In which form a file is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// As a picture of a page: cleaned, in up to two widths.
    Photo,
    /// As the emblem of the head: cleaned, small.
    Logo,
    /// As it is.
    Document,
}

/// A file that a record names.
#[derive(Debug, Clone)]
pub struct Wanted<'a> {
    /// The name below `content/media/`, by which the site asks for it.
    pub name: &'a str,
    /// The path to open it by.
    pub path: &'a Path,
    /// What its addresses begin with: `a-z`, `0-9` and `-`.
    pub stem: String,
    /// What its name says it is.
    pub kind: Kind,
    /// The form.
    pub form: Form,
    /// Where it is named.
    pub at: Place,
    /// The field that names it, where `at` is the record's place.
    pub field: Option<&'static str>,
}

/// Makes everything that is wanted, in parallel. What can't be published is told once for each file, at the first place
/// that names it.
pub fn prepare(
    mut wanted: Vec<Wanted<'_>>,
    cache: &Cache,
) -> Result<(Library, Vec<Diagnostic>), MachineError> {
    wanted.sort_by(|a, b| (a.name, a.form, &a.at).cmp(&(b.name, b.form, &b.at)));
    wanted.dedup_by(|later, earlier| (later.name, later.form) == (earlier.name, earlier.form));
    let workshop = Workshop { cache, large: Mutex::default() };
    let made: Vec<Result<Result<Made, Refusal>, MachineError>> =
        wanted.par_iter().map(|wanted| workshop.make(wanted)).collect();
    let mut library = Library::default();
    let mut found: Vec<Diagnostic> = Vec::new();
    for (wanted, made) in wanted.iter().zip(made) {
        match made? {
            Ok(Made::Picture(picture)) => library.add_picture(wanted.name, wanted.form, picture),
            Ok(Made::Document(document)) => library.add_document(wanted.name, document),
            Err(refusal) => found.push(refusal.of(wanted)),
        }
    }
    // In two forms it is wrong in the same way.
    found.dedup_by(|later, earlier| later.code == earlier.code && later.en == earlier.en);
    Ok((library, found))
}

enum Made {
    Picture(Picture),
    Document(Document),
}

/// Where files are made.
struct Workshop<'a> {
    cache: &'a Cache,
    /// Held while a large picture is open: one of them fits into the memory of an office computer, eight don't.
    large: Mutex<()>,
}

impl Workshop<'_> {
    fn make(&self, wanted: &Wanted<'_>) -> Result<Result<Made, Refusal>, MachineError> {
        let made = match wanted.form {
            Form::Document => document(wanted),
            Form::Photo => self.picture(wanted, Scale::Page),
            Form::Logo => self.picture(wanted, Scale::Emblem),
        };
        made.map_err(|error| MachineError::reading(wanted.path, error))
    }

    /// A photo's versions: from the cache, else made now.
    fn picture(&self, wanted: &Wanted<'_>, scale: Scale) -> io::Result<Result<Made, Refusal>> {
        if fs::metadata(wanted.path)?.len() > LARGEST_PHOTO {
            return Ok(Err(Refusal::Heavy));
        }
        let bytes = fs::read(wanted.path)?;
        let sound = sniff::check(wanted.kind, &bytes, &bytes);
        if let Err(refusal) = sound.and_then(|()| sniff::check_end(wanted.kind, &bytes)) {
            return Ok(Err(refusal));
        }
        let key = Key::new(&bytes, scale);
        let versions = match self.cache.find(&key) {
            Some(versions) => Ok(versions),
            None => contained(|| self.versions(&bytes, wanted.kind, scale))
                .map(|made| self.cache.keep(&key, made)),
        };
        Ok(versions.map(|versions| Made::Picture(Picture::new(&wanted.stem, versions))))
    }

    fn versions(&self, bytes: &[u8], kind: Kind, scale: Scale) -> Result<Vec<Encoded>, Refusal> {
        let photo = decode::open(bytes, kind)?;
        let _alone = photo.is_large().then(|| self.large.lock().unwrap_or_else(PoisonError::into_inner));
        Ok(encode::versions(&photo.decode()?, kind, scale))
    }
}

/// A decoder that panics has met a picture that it can't open, and nothing else is wrong: it works on bytes in memory,
/// and what it was making is dropped.
fn contained<T>(work: impl FnOnce() -> Result<T, Refusal>) -> Result<T, Refusal> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(Refusal::Broken))
}

/// A file as it is, with its hash; it is never held whole.
fn document(wanted: &Wanted<'_>) -> io::Result<Result<Made, Refusal>> {
    let mut file = File::open(wanted.path)?;
    let size = file.metadata()?.len();
    let mut head = Vec::new();
    file.by_ref().take(TELLING).read_to_end(&mut head)?;
    let mut tail = Vec::new();
    file.seek(io::SeekFrom::Start(size.saturating_sub(TELLING)))?;
    file.by_ref().take(TELLING).read_to_end(&mut tail)?;
    if let Err(refusal) = sniff::check(wanted.kind, &head, &tail) {
        return Ok(Err(refusal));
    }
    file.rewind()?;
    let (size, digest) = Digest::of_reader(&mut file)?;
    Ok(Ok(Made::Document(Document::new(&wanted.stem, wanted.kind, size, digest, wanted.path))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decoder_that_panics_refuses_one_picture() {
        assert_eq!(contained(|| Ok(7)), Ok(7));
        assert_eq!(contained::<()>(|| Err(Refusal::Giant)), Err(Refusal::Giant));
        let bytes: &[u8] = &[];
        assert_eq!(contained(|| Ok(bytes[bytes.len()])), Err(Refusal::Broken));
    }
}
