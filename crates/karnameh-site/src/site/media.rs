//! Photos and documents as pages show them: addresses, sizes and what is said beside them.

use crate::markdown;
use crate::media;
use crate::model::{Evidence, EvidenceSource, Photo};

use super::view::{Candidate, EvidenceFile, Picture};
use super::{Resolver, stamp, words};

/// What stands for a description that nobody wrote; the check asks for one.
const NO_ALT: &str = "تصویر بدون شرح";

impl Resolver<'_> {
    /// The photos that are published, in the order of the record.
    pub(super) fn photos(&self, photos: &[Photo]) -> Vec<Picture> {
        photos.iter().filter_map(|photo| self.photo(photo)).collect()
    }

    /// A photo of a record.
    pub(super) fn photo(&self, photo: &Photo) -> Option<Picture> {
        let of = self.library.picture(&photo.file)?;
        Some(picture(of, photo.alt.as_ref().map_or(NO_ALT.to_owned(), ToString::to_string)))
    }

    /// The emblem of the head; the words beside it say what it is.
    pub(super) fn logo(&self) -> Option<Picture> {
        Some(picture(self.library.logo()?, String::new()))
    }

    /// A picture of a Markdown text.
    pub(super) fn text_picture(&self, file: &str) -> Option<markdown::Picture<'_>> {
        let media::Picture { smaller, largest } = self.library.picture(file)?;
        Some(markdown::Picture {
            address: (&*largest.address).into(),
            width: largest.width,
            height: largest.height,
            smaller: smaller.iter().map(|version| ((&*version.address).into(), version.width)).collect(),
        })
    }

    /// A piece of evidence; `None` where its file is not published.
    pub(super) fn evidence_file(&self, evidence: &Evidence) -> Option<EvidenceFile> {
        let file = EvidenceFile {
            title: evidence.title.to_string(),
            at: evidence.date.map(stamp::short),
            ..EvidenceFile::default()
        };
        let name = match evidence.source() {
            EvidenceSource::Url(url) => {
                return Some(EvidenceFile { href: url.to_string(), external: true, ..file });
            }
            EvidenceSource::File(name) => name,
        };
        let document = self.library.document(name);
        let file = match document {
            Some(document) => EvidenceFile {
                href: document.address.clone(),
                format: document.kind.label().to_owned(),
                size: words::file_size(document.bytes),
                ..file
            },
            None => file,
        };
        let Some(photo) = self.library.picture(name) else { return document.map(|_| file) };
        let picture = picture(photo, file.title.clone());
        let original = document.is_some();
        let href = if original { file.href } else { picture.src.clone() };
        Some(EvidenceFile { href, picture: Some(picture), original, ..file })
    }
}

fn picture(of: &media::Picture, alt: String) -> Picture {
    let largest = &of.largest;
    let candidate =
        |version: &media::Version| Candidate { href: version.address.clone(), width: version.width };
    Picture {
        src: largest.address.clone(),
        srcset: if of.smaller.is_empty() { Vec::new() } else { of.versions().map(candidate).collect() },
        alt,
        width: largest.width,
        height: largest.height,
    }
}
