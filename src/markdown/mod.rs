//! Markdown to safe HTML, in two steps.
//!
//! [`inspect`] parses a body once, when it is read: it finds what is wrong without knowing the site, lists links and
//! pictures, and keeps the HTML with holes where addresses belong. [`Document::render`] fills the holes for one page,
//! which is a copy and no second parse; [`Addresses`] tells it where things are. Nothing that an author types reaches
//! the page unescaped, and no address leaves [`link`]'s short list of kinds. Start reading at [`inspect`].

pub mod link;

mod escape;
mod inspect;
mod render;
mod unlink;

use std::borrow::Cow;
use std::sync::Arc;

use crate::diag::codes::links as codes;
use crate::diag::{Diagnostic, Place};

pub use escape::escape_into;
pub use inspect::inspect;
pub use link::{RecordKind, Target};
pub use unlink::{Fate, Spot, unlink};

/// Where a body stands in its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The file, as in [`Place`].
    pub file: Arc<str>,
    /// The line of the file on which the body begins, from 1.
    pub line: u32,
    /// How many characters stand before each line of the body (the indent of a YAML block).
    pub indent: u32,
}

/// A body, parsed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// The text alone, for data files, search and snippets: a line a block, digits as typed.
    pub plain: String,
    /// The headings, in order.
    pub headings: Vec<Heading>,
    /// Every link that may be published, in order; whether its target exists is the caller's to check.
    pub links: Vec<Link>,
    /// Every picture that may be published, in order; likewise.
    pub pictures: Vec<PictureLink>,
    /// The HTML, without what stands in `holes`.
    html: String,
    /// What is put into `html` for a page, in order of place.
    holes: Vec<Hole>,
}

/// A heading of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// How deep it lies, 0 for the top; never more than one deeper than the heading before it.
    pub depth: u8,
    /// Its id, unique in the body; a page's prefix comes before it.
    pub id: String,
    /// Its text.
    pub text: String,
}

/// A link of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it leads.
    pub target: Target,
    /// Where it stands.
    pub at: Place,
    title: String,
}

/// A picture of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureLink {
    /// The file, as a path in `content/media/`.
    pub file: String,
    /// Its description.
    pub alt: String,
    /// Where it stands.
    pub at: Place,
    title: String,
}

/// What is left open in a document's HTML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Hole {
    at: usize,
    what: Filling,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Filling {
    HeadingStart(usize),
    HeadingEnd(usize),
    LinkStart(usize),
    LinkEnd(usize),
    Picture(usize),
    IdPrefix,
}

/// A published picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture<'a> {
    /// Its address from the site's root.
    pub address: Cow<'a, str>,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// Narrower versions of it with their widths, the narrowest first.
    pub smaller: Vec<(Cow<'a, str>, u32)>,
}

/// Knows where the things are that links and pictures name.
pub trait Addresses {
    /// The address, from the site's root, of a record or of a path; `None` where it leads nowhere. It is asked for
    /// [`Target::Record`] and [`Target::Path`] only.
    fn page<'t>(&'t self, target: &'t Target) -> Option<Cow<'t, str>>;

    /// The published form of a file in `content/media/`.
    fn picture(&self, file: &str) -> Option<Picture<'_>>;
}

/// How a page takes a body up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageOptions<'a> {
    /// What leads from the page to the site's root: «../», or nothing.
    pub root: &'a str,
    /// The level of the body's top headings; 2 where the body stands under the page's `h1`.
    pub level: u8,
    /// What comes before each id, so that several bodies may stand on one page and none meets an id of the page's own.
    pub id_prefix: &'a str,
}

impl Default for PageOptions<'_> {
    fn default() -> Self {
        Self { root: "", level: 2, id_prefix: "s-" }
    }
}

impl Document {
    /// Says whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.html.is_empty() && self.holes.is_empty()
    }
}

impl Link {
    /// The finding that the link leads nowhere; `resembles` is what may have been meant.
    pub fn leads_nowhere(&self, resembles: Option<&str>) -> Diagnostic {
        let (hint_fa, hint_en) = match resembles {
            Some(other) => (format!("شاید «{other}»؟"), format!("Did you mean \"{other}\"?")),
            None => (
                "نشانی را اصلاح کنید یا پیوند را بردارید.".to_owned(),
                "Correct or remove the link.".to_owned(),
            ),
        };
        let at = self.at.clone();
        let finding = match &self.target {
            Target::Record { kind, id, .. } => {
                let (fa, en) = (kind.fa(), kind.word());
                Diagnostic::new(
                    codes::LINK_RECORD,
                    at,
                    format!("«{id}» شناسهٔ هیچ {fa} منتشرشده‌ای نیست."),
                    format!("There is no published {en} with the id \"{id}\"."),
                )
            }
            target => {
                let address = target.to_string();
                Diagnostic::new(
                    codes::LINK_PAGE,
                    at,
                    format!("در سایت صفحه‌ای با نشانی «{address}» نیست."),
                    format!("The site has no page \"{address}\"."),
                )
            }
        };
        finding.hint(hint_fa, hint_en)
    }

    /// The finding that the page has no such part; `resembles` is the part that may have been meant.
    pub fn lacks_part(&self, page: &str, part: &str, resembles: Option<&str>) -> Diagnostic {
        let finding = Diagnostic::new(
            codes::LINK_PART,
            self.at.clone(),
            format!("صفحهٔ «{page}» بخشی با نشانی «#{part}» ندارد."),
            format!("The page \"{page}\" has no part \"#{part}\"."),
        );
        match resembles {
            Some(other) => finding.hint(format!("شاید «#{other}»؟"), format!("Did you mean \"#{other}\"?")),
            None => finding.hint(
                "آنچه پس از «#» است را بردارید تا پیوند به آغاز صفحه برود.",
                "Take away what stands after the \"#\", so that the link leads to the page's top.",
            ),
        }
    }

    /// The finding that the page is not there on the day of the report, but will be.
    pub fn comes_later(&self) -> Diagnostic {
        let address = &self.target;
        Diagnostic::new(
            codes::LINK_LATER,
            self.at.clone(),
            format!("در تاریخ گزارش هنوز صفحه‌ای با نشانی «{address}» نیست؛ متن پیوند بدون پیوند می‌آید."),
            format!(
                "On the day of the report there is no page \"{address}\" yet; the link's text stands without a link."
            ),
        )
    }
}

impl PictureLink {
    /// The finding that the picture's file is missing; `resembles` is what may have been meant.
    pub fn is_missing(&self, resembles: Option<&str>) -> Diagnostic {
        let file = &self.file;
        let (hint_fa, hint_en) = match resembles {
            Some(other) => (format!("شاید «{other}»؟"), format!("Did you mean \"{other}\"?")),
            None => (
                "فایل را در content/media بگذارید یا نامش را اصلاح کنید.".to_owned(),
                "Put the file into content/media or correct its name.".to_owned(),
            ),
        };
        Diagnostic::new(
            codes::PICTURE_MISSING,
            self.at.clone(),
            format!("تصویر «{file}» در content/media نیست."),
            format!("The picture \"{file}\" is not in content/media."),
        )
        .hint(hint_fa, hint_en)
    }
}

#[cfg(test)]
mod tests;
