//! Converts Markdown to safe HTML in two steps.
//!
//! [`inspect`] parses a body once, when the record is read. It reports errors that are visible without the site, lists
//! links and pictures, and stores HTML with holes for addresses. [`Document::render`] fills the holes for one page, which
//! copies text and does not parse again; [`Addresses`] provides the addresses. All text by authors is escaped, and links
//! are limited to the kinds in [`link`]. Start reading at [`inspect`].

pub mod link;

mod bare;
mod escape;
mod inspect;
mod leftover;
mod render;
mod typed;
mod unlink;

use std::borrow::Cow;
use std::sync::Arc;

use crate::diag::codes::links as codes;
use crate::diag::{Diagnostic, Place};

pub use escape::escape_into;
pub use inspect::inspect;
pub use link::Target;
pub use unlink::{Fate, Spot, unlink};

/// The position of a body in its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The file name, as in [`Place`].
    pub file: Arc<str>,
    /// The line of the file where the body begins, from 1.
    pub line: u32,
    /// The number of characters before each line of the body: the indent inside a YAML block.
    pub indent: u32,
}
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// The plain text for data files, search and snippets: one line per block, digits as typed.
    pub plain: String,
    /// All headings in source order.
    pub headings: Vec<Heading>,
    /// All links that may be published, in source order. The caller checks whether their targets exist.
    pub links: Vec<Link>,
    /// All pictures that may be published, in source order. The caller checks whether their files exist.
    pub pictures: Vec<PictureLink>,
    /// The HTML without the contents of `holes`.
    html: String,
    /// The insertions into `html`, sorted by position.
    holes: Vec<Hole>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The nesting depth, 0 for the top. At most one deeper than the previous heading.
    pub depth: u8,
    /// The id, unique in the body. A page adds its prefix.
    pub id: String,
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub target: Target,
    pub at: Place,
    /// Whether it is an address in the text, without marks around it.
    pub is_bare: bool,
    title: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureLink {
    /// The path below `content/media/`.
    pub file: String,
    /// The description for the `alt` attribute.
    pub alt: String,
    pub at: Place,
    title: String,
}

/// A position in a document's HTML that is filled when a page is rendered.
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

/// A published picture, ready for an `img` tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture<'a> {
    /// The address relative to the site's root.
    pub address: Cow<'a, str>,
    pub width: u32,
    pub height: u32,
    /// Narrower versions with their widths in pixels, narrowest first.
    pub smaller: Vec<(Cow<'a, str>, u32)>,
}

/// Resolves the targets of links and pictures to addresses.
pub trait Addresses {
    /// Returns the address of a record or path relative to the site's root, or `None` if the target does not exist. Called
    /// only for [`Target::Record`] and [`Target::Path`].
    fn page<'t>(&'t self, target: &'t Target) -> Option<Cow<'t, str>>;

    /// Returns the published form of a file in `content/media/`, or `None` if it is not published.
    fn picture(&self, file: &str) -> Option<Picture<'_>>;
}

/// How a page embeds a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageOptions<'a> {
    /// The relative path from the page to the site's root: «../», or empty.
    pub root: &'a str,
    /// The heading level of the body's top headings: 2 if the body follows the page's `h1`.
    pub level: u8,
    /// The prefix of each id. Keeps the ids of several bodies on one page, and of the page itself, distinct.
    pub id_prefix: &'a str,
}

impl Default for PageOptions<'_> {
    fn default() -> Self {
        Self { root: "", level: 2, id_prefix: "s-" }
    }
}

impl Link {
    /// Reports that the target does not exist. `resembles` is an existing target that may have been meant.
    pub fn missing_target(&self, resembles: Option<&str>) -> Diagnostic {
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
                let (fa, en) = (kind.fa(), kind.en());
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

    /// Reports that the page has no such part. `resembles` is a part that may have been meant.
    pub fn missing_part(&self, page: &str, part: &str, resembles: Option<&str>) -> Diagnostic {
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
                "Remove the \"#\" and the text after it, so that the link leads to the top of the page.",
            ),
        }
    }

    /// Reports that the page does not exist yet on the day of the report.
    pub fn future_target(&self) -> Diagnostic {
        let address = &self.target;
        Diagnostic::new(
            codes::LINK_LATER,
            self.at.clone(),
            format!("در تاریخ گزارش هنوز صفحه‌ای با نشانی «{address}» نیست؛ متن پیوند بدون پیوند می‌آید."),
            format!(
                "On the day of the report there is no page \"{address}\" yet; the text appears without a link."
            ),
        )
    }
}

impl PictureLink {
    /// Reports that the picture's file is missing. `resembles` is a file that may have been meant.
    pub fn missing_file(&self, resembles: Option<&str>) -> Diagnostic {
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
