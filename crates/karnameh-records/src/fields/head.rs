//! What every record has, and what a photo is.

use std::fmt::Display;
use std::sync::Arc;

use karnameh_derive::Fields;

use super::datum::Datum;
use super::declare::{At, FieldValue, Fields as _, Path, Reading, Resolver};
use super::kind::Kind;
use super::row::Value;
use super::values::MediaFile;
use crate::diag::{Code, Place, Placed};
use crate::markdown::{Document, Origin, inspect};
use crate::persian::text::Text;

/// A Markdown text, parsed when it is read, and where its first line stands.
pub type Prose = Placed<Document>;

/// What a file may say of any record. The title stands in each kind's own declaration, since not every kind requires it.
#[derive(Debug, Clone, Fields)]
pub struct Common {
    /// The record's unique name in lower-case Latin letters, digits and hyphens; by default the file's name.
    #[field(
        "id",
        "شناسه",
        kind = Kind::Id,
        fa = "نام یکتای رکورد با حروف کوچک لاتین، رقم و خط تیره؛ اگر نباشد، نام فایل به جای آن می‌نشیند.",
        example = "sheikhabad-library"
    )]
    pub id: Option<Box<str>>,
    /// Other names by which other files may refer to the record.
    #[field(
        "aliases",
        "نام‌های دیگر",
        kind = Kind::List(&Kind::TITLE),
        fa = "نام‌های دیگری که در فایل‌های دیگر می‌توان رکورد را با آن‌ها خواند.",
        example = "[کتابخانهٔ محله, کتابخانهٔ شهید مطهری]"
    )]
    pub aliases: Vec<Box<str>>,
    /// A draft is checked but not published.
    #[field("draft", "پیش‌نویس", fa = "پیش‌نویس بررسی می‌شود، ولی منتشر نمی‌شود.", example = "خیر")]
    pub draft: bool,
    /// The record is illustrative, not real; pages and data mark it.
    #[field(
        "sample",
        "نمایشی",
        fa = "رکورد نمایشی است، نه واقعی؛ صفحه‌ها و داده‌ها این را می‌گویند.",
        example = "خیر"
    )]
    pub sample: bool,
    /// Codes of findings on privacy and plausibility that were checked and are acceptable here.
    #[field(
        "allow",
        "مجاز",
        kind = Kind::List(&Kind::Code),
        fa = "کد یافته‌های حریم خصوصی و هشدارهای «بعید است درست باشد» که بررسی شده‌اند و درست‌اند.",
        example = "[K0602]"
    )]
    pub allow: Vec<Box<str>>,
    /// The narrative in Markdown; in a Markdown file, the text below the front matter.
    #[field(
        "body",
        "شرح کامل",
        also = ["شرح", "شرح فعالیت", "توضیحات", "description"],
        kind = Kind::Prose,
        fa = "شرح کامل به صورت Markdown؛ در فایل Markdown، متنِ زیر بخش بالای فایل جای آن است.",
        example = "این فعالیت از درخواست اهالی آغاز شد."
    )]
    pub body: Option<Placed<Box<str>>>,
}

/// What every record has once it is read.
#[derive(Debug, Clone)]
pub struct Head {
    /// Unique in its kind; `a-z0-9-`, a file name on any host (an update's may be any text).
    pub id: Box<str>,
    /// Never empty, but for updates, which have none: given, or made as the format says.
    pub title: Text,
    /// Other names by which references may call it.
    pub aliases: Vec<Box<str>>,
    /// An illustrative record («نمایشی»).
    pub sample: bool,
    /// Codes of findings that its author checked and finds right.
    pub allow: Vec<&'static Code>,
    /// The narrative.
    pub body: Option<Prose>,
    /// Where it begins.
    pub at: Place,
}

impl Head {
    /// The head of a record that begins at a place, still to be filled.
    pub fn at(at: Place) -> Self {
        Self {
            id: Box::default(),
            title: Text::default(),
            aliases: Vec::new(),
            sample: false,
            allow: Vec::new(),
            body: None,
            at,
        }
    }
}

impl Reading<'_> {
    /// Parses a Markdown text that begins at a place; reports what is wrong with it whatever the site holds.
    pub fn prose(&mut self, text: &str, at: &Place, field: &dyn Display) -> Document {
        let origin =
            Origin { file: Arc::clone(&at.file), line: at.line.max(1), indent: at.column.saturating_sub(1) };
        let mut found = Vec::new();
        let document = inspect(text, &origin, &mut found);
        self.found.extend(found.into_iter().map(|found| found.field(field.to_string())));
        document
    }
}

/// A picture of `content/media/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// The path below `content/media/`.
    pub file: Box<str>,
    /// What it shows, for those who can't see it.
    pub alt: Option<Text>,
    /// Where it is named.
    pub at: Place,
}

/// The long form of a photo; the short one is its file alone.
#[derive(Debug, Fields)]
pub(super) struct LongPhoto {
    /// The photo's file under content/media.
    #[field("file", "فایل", fa = "نام فایل تصویر در پوشهٔ content/media.", example = "library/hall.jpg")]
    file: MediaFile,
    /// What the photo shows, for readers who can't see it.
    #[field(
        "alt",
        "شرح تصویر",
        fa = "آنچه در تصویر دیده می‌شود، برای کسی که آن را نمی‌بیند.",
        example = "تالار مطالعه پس از تجهیز"
    )]
    alt: Option<Text>,
}

impl FieldValue for Photo {
    const KIND: Kind = Kind::Photo;

    fn from_value(value: Value, _: &At<'_>, reading: &mut Reading<'_>) -> Option<Self> {
        let LongPhoto { file, alt } = LongPhoto::read(&mut value.row(reading.file)?, reading)?;
        let at = file.0.place(reading.file);
        Some(Self { file: file.0.path, alt, at })
    }

    fn resolve(&mut self, path: &Path<'_>, resolver: &mut dyn Resolver) -> bool {
        resolver.photo(self, &path.list())
    }

    fn resolve_entry(mut self, path: &Path<'_>, resolver: &mut dyn Resolver, out: &mut Vec<Self>) {
        let several = if self.alt.is_none() { resolver.photos(&self.file) } else { Vec::new() };
        if several.is_empty() {
            out.extend(self.resolve(path, resolver).then_some(self));
            return;
        }
        for file in several {
            let mut photo = Self { file, alt: None, at: self.at.clone() };
            out.extend(photo.resolve(path, resolver).then_some(photo));
        }
    }

    fn datum(&self) -> Datum<'_> {
        Datum::Photo(self)
    }
}
