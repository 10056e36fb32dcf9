//! Photos and documents that go along: the bytes that the site publishes, and no others.
//!
//! A photo goes in its widest version, cleaned; a document as it is. What would make a package too large for a mail or a
//! stick stays behind, and the manifest names it. Start reading at [`Media::take`].

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::diag::MachineError;
use crate::markdown::{Document, Target};
use crate::media::{Content, Library};
use crate::model;

use super::schema::{Photo, Picture};
use super::text::{MEDIA, Texts};

/// How many bytes a file that goes along may have.
const LARGEST: usize = 8 * 1024 * 1024;
/// How many all of them.
const WHOLE: usize = 24 * 1024 * 1024;

/// The files of a package in the making.
pub(super) struct Media<'l> {
    library: &'l Library,
    published: &'l BTreeMap<&'l str, &'l Content>,
    /// The bytes by address, which is the name in the package too.
    pub(super) files: BTreeMap<String, Vec<u8>>,
    /// The addresses of what stays behind.
    pub(super) left_out: BTreeSet<String>,
}

impl<'l> Media<'l> {
    pub(super) fn new(library: &'l Library, published: &'l BTreeMap<&'l str, &'l Content>) -> Self {
        Self { library, published, files: BTreeMap::new(), left_out: BTreeSet::new() }
    }

    /// Takes the pictures of a narrative and the documents that it links to, and adds what they are called in the package
    /// to `names`; gives the sizes of the pictures.
    pub(super) fn narrative<'d>(
        &mut self,
        text: &'d Document,
        names: &mut BTreeMap<&'d str, String>,
    ) -> Result<Vec<Picture>, MachineError> {
        let mut pictures = Vec::new();
        for link in &text.pictures {
            let Some(picture) = self.library.picture(&link.file) else { continue };
            let version = &picture.largest;
            if let Some(file) = self.take(&version.address)? {
                pictures.push(Picture { file: file.clone(), width: version.width, height: version.height });
                names.insert(&link.file, file);
            }
        }
        let paths = text.links.iter().filter_map(|link| match &link.target {
            Target::Path { path, .. } => path.strip_prefix(MEDIA),
            _ => None,
        });
        for name in paths {
            if let Some(file) = self.evidence(name)? {
                names.insert(name, file);
            }
        }
        Ok(pictures)
    }

    /// The photos that the site publishes of a record's.
    pub(super) fn photos(&mut self, photos: &[model::Photo]) -> Result<Vec<Photo>, MachineError> {
        let mut taken = Vec::new();
        for photo in photos {
            let Some(version) = self.library.picture(&photo.file).map(|picture| &picture.largest) else {
                continue;
            };
            if let Some(file) = self.take(&version.address)? {
                let alt = Texts::maybe(photo.alt.as_ref());
                taken.push(Photo { file, alt, width: version.width, height: version.height });
            }
        }
        Ok(taken)
    }

    /// A file of evidence, by its name below `content/media/`: the cleaned photo, or the document as it is.
    pub(super) fn evidence(&mut self, name: &str) -> Result<Option<String>, MachineError> {
        match self.library.address(name) {
            Some(address) => self.take(address),
            None => Ok(None),
        }
    }

    /// Takes a published file along; `None` where it stays behind.
    fn take(&mut self, address: &str) -> Result<Option<String>, MachineError> {
        if self.files.contains_key(address) {
            return Ok(Some(address.to_owned()));
        }
        let Some(bytes) = self.published.get(address).map(|content| bytes(content)).transpose()?.flatten()
        else {
            return Ok(None);
        };
        let whole: usize = self.files.values().map(Vec::len).sum();
        if bytes.len() > LARGEST || whole + bytes.len() > WHOLE {
            self.left_out.insert(address.to_owned());
            return Ok(None);
        }
        self.files.insert(address.to_owned(), bytes.into_owned());
        Ok(Some(address.to_owned()))
    }
}

fn bytes(content: &Content) -> Result<Option<Cow<'_, [u8]>>, MachineError> {
    match content {
        Content::Bytes(bytes) => Ok(Some(Cow::Borrowed(bytes))),
        Content::File(path) => fs::read(path)
            .map(|bytes| Some(Cow::Owned(bytes)))
            .map_err(|error| MachineError::reading(path, error)),
        Content::Dropped => Ok(None),
    }
}
