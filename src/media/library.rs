//! What is published of the files that records name: addresses, sizes, and where the bytes are.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::Form;
use super::kind::Kind;
use crate::digest::Digest;

/// Everything that is published, by the names below `content/media/`.
#[derive(Debug, Default)]
pub struct Library {
    pictures: BTreeMap<Box<str>, Picture>,
    logo: Option<Picture>,
    documents: BTreeMap<Box<str>, Document>,
}

/// A photo as it is published.
#[derive(Debug)]
pub struct Picture {
    /// The narrower versions, the narrowest first.
    pub smaller: Vec<Version>,
    /// The widest version.
    pub largest: Version,
}

/// One width of a photo.
#[derive(Debug)]
pub struct Version {
    /// Its address from the site's root («media/hall-5f3a9c0b71de-480.jpg»).
    pub address: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    content: Content,
}

/// A file that is published as it is.
#[derive(Debug)]
pub struct Document {
    /// Its address from the site's root.
    pub address: String,
    /// What it is.
    pub kind: Kind,
    /// Its size in bytes.
    pub bytes: u64,
    content: Content,
}

/// Where the bytes of a published file are.
#[derive(Debug)]
pub enum Content {
    /// In a file: a document of the content, a version in the cache.
    File(PathBuf),
    /// Here, where the cache can't be written.
    Bytes(Vec<u8>),
    /// Nowhere: a check makes them and lets them go.
    Dropped,
}

/// A version on its way into a [`Picture`].
#[derive(Debug)]
pub(super) struct Made {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) kind: Kind,
    pub(super) digest: Digest,
    pub(super) content: Content,
}

impl Picture {
    pub(super) fn new(stem: &str, versions: Vec<Made>) -> Self {
        let version = |Made { width, height, kind, digest, content }: Made| Version {
            address: format!("media/{stem}-{}-{width}.{}", digest.short(), kind.ending()),
            width,
            height,
            content,
        };
        let mut smaller: Vec<Version> = versions.into_iter().map(version).collect();
        let largest = smaller.pop().expect("a picture is made in one width at least");
        Self { smaller, largest }
    }

    /// Its versions, the narrowest first.
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

    /// A photo, by its name below `content/media/`.
    pub fn picture(&self, name: &str) -> Option<&Picture> {
        self.pictures.get(name)
    }

    /// The emblem of the head.
    pub fn logo(&self) -> Option<&Picture> {
        self.logo.as_ref()
    }

    /// A file that is published as it is, by its name below `content/media/`.
    pub fn document(&self, name: &str) -> Option<&Document> {
        self.documents.get(name)
    }

    /// Where a link to a file leads: to the document, or to the largest version of a photo.
    pub fn address(&self, name: &str) -> Option<&str> {
        let photo = || self.picture(name).map(|picture| &*picture.largest.address);
        photo().or_else(|| self.document(name).map(|document| &*document.address))
    }

    /// Every published file once, in the order of addresses: two names for the same bytes may have one address.
    pub fn files(&self) -> BTreeMap<&str, &Content> {
        let pictures = self.pictures.values().chain(&self.logo).flat_map(Picture::versions);
        let versions = pictures.map(|version| (&*version.address, &version.content));
        let documents = self.documents.values().map(|document| (&*document.address, &document.content));
        versions.chain(documents).collect()
    }
}
