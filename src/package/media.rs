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
use crate::model::{Activity, EvidenceSource};

use super::MEDIA;

/// How many bytes a file that goes along may have.
const LARGEST: usize = 8 * 1024 * 1024;
/// How many all of them.
const WHOLE: usize = 24 * 1024 * 1024;

/// The folder of published files, in addresses of the site and in links of narratives.
pub(super) const PUBLISHED: &str = "media/";

/// The files of a package in the making.
pub(super) struct Media<'l> {
    library: &'l Library,
    published: &'l BTreeMap<&'l str, &'l Content>,
    /// What photos are called in the package, by their names below the site's `content/media/`.
    pub(super) photos: BTreeMap<Box<str>, String>,
    /// The same for documents, and for photos that are linked to as such.
    pub(super) documents: BTreeMap<Box<str>, String>,
    /// The bytes by the name of the entry.
    pub(super) files: BTreeMap<String, Vec<u8>>,
    /// Width and height of photos, by what they are called in the package.
    pub(super) sizes: BTreeMap<String, (u32, u32)>,
    /// The addresses of what stays behind.
    pub(super) left_out: BTreeSet<String>,
}

impl<'l> Media<'l> {
    pub(super) fn new(library: &'l Library, published: &'l BTreeMap<&'l str, &'l Content>) -> Self {
        Self {
            library,
            published,
            photos: BTreeMap::new(),
            documents: BTreeMap::new(),
            files: BTreeMap::new(),
            sizes: BTreeMap::new(),
            left_out: BTreeSet::new(),
        }
    }

    /// Takes the pictures of a narrative and the documents that it links to.
    pub(super) fn narrative(&mut self, text: &Document) -> Result<(), MachineError> {
        for link in &text.pictures {
            self.photo(&link.file)?;
        }
        for link in &text.links {
            if let Target::Path { path, .. } = &link.target
                && let Some(name) = path.strip_prefix(PUBLISHED)
            {
                self.document(name)?;
            }
        }
        Ok(())
    }

    /// Takes the evidence of an activity, and the photos of its reports.
    pub(super) fn activity(&mut self, activity: &Activity) -> Result<(), MachineError> {
        for evidence in &activity.evidence {
            if let EvidenceSource::File(name) = evidence.source() {
                self.document(name)?;
            }
        }
        activity
            .updates
            .iter()
            .flat_map(|update| &update.photos)
            .try_for_each(|photo| self.photo(&photo.file))
    }

    fn photo(&mut self, name: &str) -> Result<(), MachineError> {
        let Some(version) = self.library.picture(name).map(|picture| &picture.largest) else { return Ok(()) };
        if let Some(file) = self.take(&version.address)? {
            self.sizes.insert(file.clone(), (version.width, version.height));
            self.photos.insert(name.into(), file);
        }
        Ok(())
    }

    fn document(&mut self, name: &str) -> Result<(), MachineError> {
        let Some(address) = self.library.address(name) else { return Ok(()) };
        if let Some(file) = self.take(address)? {
            self.documents.insert(name.into(), file);
        }
        Ok(())
    }

    /// Takes a published file along and returns what it is called in the package; `None` if it stays behind.
    fn take(&mut self, address: &str) -> Result<Option<String>, MachineError> {
        let name = address.strip_prefix(PUBLISHED).unwrap_or(address).to_owned();
        let entry = format!("{MEDIA}{name}");
        if self.files.contains_key(&entry) {
            return Ok(Some(name));
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
        self.files.insert(entry, bytes.into_owned());
        Ok(Some(name))
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
