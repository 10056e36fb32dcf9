//! The published files: their addresses and sizes, and the location of their bytes.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::Form;
use super::kind::Kind;
use crate::digest::Digest;

/// All published files, by their names below `content/media/`.
#[derive(Debug, Default)]
pub struct Library {
    pictures: BTreeMap<Box<str>, Picture>,
    logo: Option<Picture>,
    documents: BTreeMap<Box<str>, Document>,
}

/// A published photo in one or more widths.
#[derive(Debug)]
pub struct Picture {
    /// The narrower versions in ascending order of width.
    pub smaller: Vec<Version>,
    pub largest: Version,
}

#[derive(Debug)]
pub struct Version {
    /// The address relative to the site's root («media/hall-5f3a9c0b71de-480.jpg»).
    pub address: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    content: Content,
}

/// A file that is published unchanged.
#[derive(Debug)]
pub struct Document {
    /// The address relative to the site's root.
    pub address: String,
    pub kind: Kind,
    /// The size in bytes.
    pub bytes: u64,
    content: Content,
}

/// The location of a published file's bytes.
#[derive(Debug)]
pub enum Content {
    /// In a file: a document of the content or a version in the cache.
    File(PathBuf),
    /// In memory, because the cache could not be written.
    Bytes(Vec<u8>),
    /// Not kept: `check` encodes photos only to validate them.
    Dropped,
}

/// An encoded version, before its address is known.
#[derive(Debug)]
pub(super) struct StoredVersion {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) kind: Kind,
    pub(super) digest: Digest,
    pub(super) content: Content,
}

impl Picture {
    pub(super) fn new(stem: &str, versions: Vec<StoredVersion>) -> Self {
        let version = |StoredVersion { width, height, kind, digest, content }: StoredVersion| Version {
            address: format!("media/{stem}-{}-{width}.{}", digest.short(), kind.ending()),
            width,
            height,
            content,
        };
        let mut smaller: Vec<Version> = versions.into_iter().map(version).collect();
        let largest = smaller.pop().expect("a picture is made in one width at least");
        Self { smaller, largest }
    }

    /// Iterates over all versions, narrowest first.
    pub fn versions(&self) -> impl Iterator<Item = &Version> {
        self.smaller.iter().chain([&self.largest])
    }
}

impl Document {
    pub(super) fn new(stem: &str, kind: Kind, bytes: u64, digest: Digest, path: &Path) -> Self {
        Self {
            address: format!("media/{stem}-{}.{}", digest.short(), kind.ending()),
            kind,
            bytes,
            content: Content::File(path.to_owned()),
        }
    }
}

impl Library {
    pub(super) fn add_picture(&mut self, name: &str, form: Form, picture: Picture) {
        match form {
            Form::Logo => self.logo = Some(picture),
            Form::Photo | Form::Document => _ = self.pictures.insert(name.into(), picture),
        }
    }

    pub(super) fn add_document(&mut self, name: &str, document: Document) {
        self.documents.insert(name.into(), document);
    }

    /// Returns a photo by its name below `content/media/`.
    pub fn picture(&self, name: &str) -> Option<&Picture> {
        self.pictures.get(name)
    }

    /// Returns the emblem for the header.
    pub fn logo(&self) -> Option<&Picture> {
        self.logo.as_ref()
    }

    /// Returns an unchanged file by its name below `content/media/`.
    pub fn document(&self, name: &str) -> Option<&Document> {
        self.documents.get(name)
    }

    /// Returns the address to which a link to a file leads: the document, or the largest version of a photo.
    pub fn address(&self, name: &str) -> Option<&str> {
        let photo = || self.picture(name).map(|picture| &*picture.largest.address);
        photo().or_else(|| self.document(name).map(|document| &*document.address))
    }

    /// Returns every published file once, sorted by address. Two names with the same bytes can share an address.
    pub fn files(&self) -> BTreeMap<&str, &Content> {
        let pictures = self.pictures.values().chain(&self.logo).flat_map(Picture::versions);
        let versions = pictures.map(|version| (&*version.address, &version.content));
        let documents = self.documents.values().map(|document| (&*document.address, &document.content));
        versions.chain(documents).collect()
    }
}
