//! The files that records name: whether they are there, under which exact name, and which nobody names.
//!
//! What is in them is looked at by the module of the same name above; here only names count. They are compared as texts
//! are kept (NFC, Persian letters), since some systems write file names in another form.

use std::fmt::Display;
use std::sync::atomic::{AtomicBool, Ordering};

use super::misnamed::misnamed;
use super::walk::{SourceFile, Walked, refused_type};
use crate::diag::codes::files::MISSING_FILE;
use crate::diag::codes::media::{PHOTO_NO_ALT, UNNAMED_MEDIA};
use crate::diag::codes::plausible::HIDDEN_EXTENSION;
use crate::diag::codes::records::NOT_A_PHOTO;
use crate::diag::codes::values::BAD_PATH;
use crate::diag::{Diagnostic, Place};
use crate::fields::closest;
use crate::markdown::PictureLink;
use crate::persian::text::{COMMAS, clean};

/// Files of a folder by name.
#[derive(Debug, Default)]
struct Names {
    /// In the order of names.
    files: Vec<Named>,
}

#[derive(Debug)]
struct Named {
    /// As texts are kept.
    name: Box<str>,
    /// As the disk has it.
    on_disk: Box<str>,
    at: Place,
    /// Whether a record names it; records are looked at in parallel.
    used: AtomicBool,
}

impl Names {
    fn new(files: &[SourceFile]) -> Self {
        let named = |file: &SourceFile| Named {
            name: kept(&file.below),
            on_disk: file.below.clone(),
            at: Place::file(file.name.clone()),
            used: AtomicBool::new(false),
        };
        let mut files: Vec<_> = files.iter().map(named).collect();
        files.sort_unstable_by(|a, b| (&a.name, &a.at).cmp(&(&b.name, &b.at)));
        Self { files }
    }

    /// Finds a file, which is then a named one.
    fn find(&self, name: &str) -> Option<&Named> {
        let name = kept(name);
        let found = self.files.binary_search_by(|known| known.name.cmp(&name)).ok()?;
        self.files[found].used.store(true, Ordering::Relaxed);
        Some(&self.files[found])
    }

    /// The only file whose name is this one and an extension; `None` if the name is one itself.
    fn completed(&self, name: &str) -> Option<&str> {
        let name = kept(name);
        let is_whole = |file: &&Named| file.name.rsplit_once('.').is_some_and(|(stem, _)| *stem == *name);
        let mut whole = self.files.iter().filter(is_whole);
        let found = whole.next().filter(|_| self.files.iter().all(|file| file.name != name))?;
        whole.next().is_none().then_some(&*found.name)
    }

    fn nearest(&self, name: &str) -> Option<&str> {
        let known = || self.files.iter().map(|known| &*known.name);
        if let Some(whole) = self.completed(name) {
            return Some(whole);
        }
        let other_case = known().find(|known| known.to_lowercase() == name.to_lowercase());
        other_case.or_else(|| closest(name, known().take(MOST_COMPARED)))
    }

    /// The file that a path of another disk ends in, or else the only one of its name.
    fn at_end_of(&self, path: &str) -> Option<&str> {
        let path = kept(path).to_lowercase();
        let ends = |file: &&Named| {
            path.strip_suffix(&*file.name.to_lowercase())
                .is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
        };
        if let Some(file) = self.files.iter().filter(ends).max_by_key(|file| file.name.len()) {
            return Some(&file.on_disk);
        }
        let last = |path: &str| path.rsplit('/').next().unwrap_or_default().to_lowercase();
        let mut same = self.files.iter().filter(|file| last(&file.name) == last(&path));
        same.next().filter(|_| same.next().is_none()).map(|file| &*file.on_disk)
    }

    /// Those that nobody names.
    fn unnamed(&self) -> impl Iterator<Item = &Named> {
        self.files.iter().filter(|file| !file.used.load(Ordering::Relaxed))
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
    files: Names,
    /// Files of `media/` whose type is not published.
    refused: Names,
    boundaries: Names,
}

impl Media {
    pub(super) fn new(walked: &Walked) -> Self {
        Self {
            files: Names::new(&walked.media),
            refused: Names::new(&walked.refused),
            boundaries: Names::new(&walked.boundaries),
        }
    }

    /// A file of `content/media/`, by the name that [`SourceFile::below`] has.
    pub(super) fn file(
        &self,
        name: &str,
        at: Place,
        field: &dyn Display,
    ) -> Result<Box<str>, Box<Diagnostic>> {
        if let Some(found) = self.files.find(name) {
            return Ok(found.on_disk.clone());
        }
        let wrong = match self.refused.find(name) {
            Some(_) => refused_type(name, at),
            None => missing(name, "content/media", &self.files, at),
        };
        Err(Box::new(wrong.field(field.to_string())))
    }

    /// The whole name of a file of `content/media/`, if a name lacks nothing but its extension.
    pub(super) fn completed(&self, name: &str) -> Option<&str> {
        self.files.completed(name)
    }

    /// The whole name of a boundary, if a name lacks nothing but its extension.
    pub(super) fn completed_boundary(&self, name: &str) -> Option<&str> {
        self.boundaries.completed(name)
    }

    /// A photo of `content/media/`.
    pub(super) fn photo(
        &self,
        name: &str,
        at: Place,
        field: &dyn Display,
    ) -> Result<Box<str>, Box<Diagnostic>> {
        let file = self.file(name, at.clone(), field)?;
        if is_photo(&file) { Ok(file) } else { Err(Box::new(no_photo(&file, at).field(field.to_string()))) }
    }

    /// A boundary of `content/neighborhoods/`.
    pub(super) fn boundary(
        &self,
        name: &str,
        at: Place,
        field: &dyn Display,
    ) -> Result<Box<str>, Box<Diagnostic>> {
        let found = self.boundaries.find(name).map(|found| found.on_disk.clone());
        found.ok_or_else(|| {
            Box::new(missing(name, "content/neighborhoods", &self.boundaries, at).field(field.to_string()))
        })
    }

    /// The files that a text names with commas between them; none if it is the name of one, or if a part is none.
    pub(super) fn several(&self, text: &str) -> Vec<Box<str>> {
        if !text.contains(COMMAS) || self.files.find(text).is_some() {
            return Vec::new();
        }
        let parts = text.split(COMMAS).map(str::trim).filter(|part| !part.is_empty());
        let known: Option<Vec<Box<str>>> =
            parts.map(|part| self.files.find(part).map(|file| file.on_disk.clone())).collect();
        known.unwrap_or_default()
    }

    /// What is wrong with a picture of a text.
    pub(super) fn picture(&self, picture: &PictureLink) -> Option<Diagnostic> {
        let name = &*picture.file;
        if self.files.find(name).is_some() {
            return (!is_photo(name)).then(|| no_photo(name, picture.at.clone()));
        }
        Some(match self.refused.find(name) {
            Some(_) => refused_type(name, picture.at.clone()),
            None => picture.missing_file(self.files.nearest(name)),
        })
    }

    /// Takes notice of a link by address: «media/x.pdf» names a file. Whether the address exists is known later, with
    /// all others.
    pub(super) fn link(&self, address: &str) {
        if let Some(name) = address.strip_prefix("media/") {
            self.files.find(name);
        }
    }

    /// What is left when all records were looked at: files whose type is refused wherever they lie, and those that
    /// nobody names; the latter only where all records could be read, else one that couldn't may name them.
    pub(super) fn left_over(&self, all_were_read: bool) -> Vec<Diagnostic> {
        let refused = self.refused.unnamed().map(|file| refused_type(&file.name, file.at.clone()));
        let unnamed = self.files.unnamed().filter(|_| all_were_read).map(unnamed);
        refused.chain(unnamed).collect()
    }
}

fn is_photo(name: &str) -> bool {
    let name = name.to_lowercase();
    [".jpg", ".jpeg", ".png", ".webp"].iter().any(|end| name.ends_with(end))
}

/// A photo without a text that tells what it shows.
pub(super) fn without_alt(file: &str, at: Place) -> Diagnostic {
    Diagnostic::new(
        PHOTO_NO_ALT,
        at,
        format!("تصویر «{file}» شرح ندارد."),
        format!("The photo `{file}` has no description."),
    )
    .hint(format!("بنویسید: {{فایل: {file}, شرح تصویر: …}}"), format!("Write `{{file: {file}, alt: …}}`."))
}

/// A name that only lacks its extension.
pub(super) fn without_extension(name: &str, whole: &str, at: Place) -> Diagnostic {
    Diagnostic::new(
        HIDDEN_EXTENSION,
        at,
        format!("فایلی با نام کامل «{name}» نیست، ولی «{whole}» هست و همان به کار می‌رود."),
        format!("There is no file `{name}`, but there is `{whole}`, which is used."),
    )
    .hint(format!("نام کامل را بنویسید: {whole}"), format!("Write the whole name: {whole}"))
}

fn no_photo(file: &str, at: Place) -> Diagnostic {
    Diagnostic::new(NOT_A_PHOTO, at, format!("«{file}» تصویر نیست."), format!("`{file}` is not a photo."))
        .hint(
            "فایلی از نوع jpg، png یا webp را نام ببرید؛ سندها در «مستندات» جا دارند.",
            "Name a jpg, png or webp file; documents belong in `evidence`.",
        )
}

fn unnamed(file: &Named) -> Diagnostic {
    Diagnostic::new(
        UNNAMED_MEDIA,
        file.at.clone(),
        "هیچ رکوردی این فایل را نام نبرده است و منتشر نمی‌شود.",
        "No record names this file, so it is not published.",
    )
    .hint("نام آن را در یک رکورد بنویسید یا فایل را پاک کنید.", "Name it in a record, or delete the file.")
}

fn missing(name: &str, folder: &str, names: &Names, at: Place) -> Diagnostic {
    if let Some(message) = misnamed(name, folder, |path| names.at_end_of(path)) {
        return Diagnostic::with_message(BAD_PATH, at, message);
    }
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
