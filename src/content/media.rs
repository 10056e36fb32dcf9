//! The files that records name: whether they are there, and under which exact name.
//!
//! Names are compared as texts are kept (NFC, Persian letters), since some systems write file names in another form.

use super::walk::SourceFile;
use crate::diag::codes::files::MISSING_FILE;
use crate::diag::codes::records::NOT_A_PHOTO;
use crate::diag::{Diagnostic, Place};
use crate::fields::closest;
use crate::persian::text::clean;

/// Files of a folder by name.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// The name as texts are kept, and as the disk has it, in order.
    names: Vec<(Box<str>, Box<str>)>,
}

impl Names {
    pub(super) fn new(files: &[SourceFile]) -> Self {
        let mut names: Vec<_> = files.iter().map(|file| (kept(&file.below), file.below.clone())).collect();
        names.sort_unstable();
        Self { names }
    }

    fn find(&self, name: &str) -> Option<&str> {
        let name = kept(name);
        let found = self.names.binary_search_by(|(known, _)| known.cmp(&name)).ok()?;
        Some(&self.names[found].1)
    }

    fn nearest(&self, name: &str) -> Option<&str> {
        let known = || self.names.iter().map(|(known, _)| &**known);
        let other_case = known().find(|known| known.to_lowercase() == name.to_lowercase());
        other_case.or_else(|| closest(name, known().take(MOST_COMPARED)))
    }
}

/// With more files than this, a slip is looked for in the first of them only.
const MOST_COMPARED: usize = 2000;

fn kept(name: &str) -> Box<str> {
    clean(name).map_or_else(|_| name.into(), |cleaned| cleaned.text.into())
}

/// What records may name: media, and the boundaries of neighborhoods.
#[derive(Debug, Default)]
pub(super) struct Media {
    pub(super) media: Names,
    pub(super) boundaries: Names,
}

impl Media {
    /// A file of `content/media/`, by its name on the disk.
    pub(super) fn file(&self, name: &str, at: Place, field: &str) -> Result<Box<str>, Box<Diagnostic>> {
        let found = self.media.find(name);
        found
            .map(Into::into)
            .ok_or_else(|| Box::new(missing(name, "content/media", &self.media, at).field(field)))
    }

    /// A photo of `content/media/`.
    pub(super) fn photo(&self, name: &str, at: Place, field: &str) -> Result<Box<str>, Box<Diagnostic>> {
        let file = self.file(name, at.clone(), field)?;
        let name = file.to_lowercase();
        if [".jpg", ".jpeg", ".png", ".webp"].iter().any(|end| name.ends_with(end)) {
            return Ok(file);
        }
        let found = Diagnostic::new(
            NOT_A_PHOTO,
            at,
            format!("«{file}» تصویر نیست."),
            format!("`{file}` is no photo."),
        );
        Err(Box::new(found.field(field).hint(
            "فایلی از نوع jpg، png یا webp را نام ببرید؛ سندها در «مستندات» جا دارند.",
            "Name a jpg, png or webp file; documents belong in `evidence`.",
        )))
    }

    /// A boundary of `content/neighborhoods/`.
    pub(super) fn boundary(&self, name: &str, at: Place, field: &str) -> Result<Box<str>, Box<Diagnostic>> {
        let found = self.boundaries.find(name);
        let missing = || Box::new(missing(name, "content/neighborhoods", &self.boundaries, at).field(field));
        found.map(Into::into).ok_or_else(missing)
    }

    /// Says whether a picture of a text is there, else what may have been meant.
    pub(super) fn picture(&self, name: &str) -> Result<(), Option<&str>> {
        self.media.find(name).map(|_| ()).ok_or_else(|| self.media.nearest(name))
    }
}

fn missing(name: &str, folder: &str, names: &Names, at: Place) -> Diagnostic {
    let found = Diagnostic::new(
        MISSING_FILE,
        at,
        format!("فایل «{name}» در {folder} نیست."),
        format!("There is no file `{name}` in `{folder}`."),
    );
    match names.nearest(name) {
        Some(near) => found.hint(format!("منظورتان «{near}» بود؟"), format!("Did you mean `{near}`?")),
        None => found.hint(
            format!("فایل را در {folder} بگذارید یا نامش را درست کنید."),
            format!("Put the file into `{folder}`, or correct its name."),
        ),
    }
}
