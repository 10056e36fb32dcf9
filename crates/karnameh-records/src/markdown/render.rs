//! Renders a [`Document`] for one page by filling its holes.

use std::fmt::Write as _;

use super::escape::{address_into, escape_into};
use super::{Addresses, Document, Filling, Link, PageOptions, Picture, PictureLink, Target};

impl Document {
    /// Returns the HTML of the body for one page. A link without an existing target becomes its text, a missing picture its
    /// description.
    pub fn render(&self, page: &PageOptions<'_>, addresses: &dyn Addresses) -> String {
        // 64 bytes for each hole: about the length of a start tag with a relative address.
        let mut out = String::with_capacity(self.html.len() + 64 * self.holes.len());
        self.render_into(page, addresses, &mut out);
        out
    }

    /// Appends the output of [`Document::render`] to a buffer.
    pub fn render_into(&self, page: &PageOptions<'_>, addresses: &dyn Addresses, out: &mut String) {
        let mut copied = 0;
        // Whether the current link was opened, so that its end tag is written only then.
        let mut linked = false;
        for hole in &self.holes {
            out.push_str(&self.html[copied..hole.at]);
            copied = hole.at;
            match hole.what {
                Filling::HeadingStart(at) => {
                    let heading = &self.headings[at];
                    let _ = write!(out, "<h{} id=\"", level(page, heading.depth));
                    escape_into(page.id_prefix, out);
                    escape_into(&heading.id, out);
                    out.push_str("\">");
                }
                Filling::HeadingEnd(at) => {
                    let _ = write!(out, "</h{}>", level(page, self.headings[at].depth));
                }
                Filling::LinkStart(at) => linked = start_link(&self.links[at], page, addresses, out),
                Filling::LinkEnd(_) => {
                    if linked {
                        out.push_str("</a>");
                    }
                }
                Filling::Picture(at) => picture(&self.pictures[at], page, addresses, out),
                Filling::IdPrefix => escape_into(page.id_prefix, out),
            }
        }
        out.push_str(&self.html[copied..]);
    }
}

fn level(page: &PageOptions<'_>, depth: u8) -> u8 {
    page.level.saturating_add(depth).clamp(1, 6)
}

/// Writes the start tag of a link. Returns `false`, and writes nothing, if the target does not exist.
fn start_link(link: &Link, page: &PageOptions<'_>, addresses: &dyn Addresses, out: &mut String) -> bool {
    let start = out.len();
    out.push_str("<a href=\"");
    match &link.target {
        Target::Web(address) | Target::Mail(address) | Target::Phone(address) => address_into(address, out),
        Target::Fragment(id) => {
            out.push('#');
            address_into(page.id_prefix, out);
            address_into(id, out);
        }
        Target::Record { fragment: tail, .. } | Target::Path { tail, .. } => {
            let Some(address) = addresses.page(&link.target) else {
                out.truncate(start);
                return false;
            };
            address_into(page.root, out);
            address_into(&address, out);
            if matches!(link.target, Target::Path { .. }) {
                address_into(tail, out);
            // The address of a record can already lead to a part of a page; a second fragment would be invalid.
            } else if !tail.is_empty() && !address.contains('#') {
                out.push('#');
                address_into(tail, out);
            }
        }
    }
    out.push('"');
    if matches!(link.target, Target::Web(_)) {
        out.push_str(" rel=\"noopener noreferrer\"");
    }
    title(&link.title, out);
    out.push('>');
    true
}

fn picture(link: &PictureLink, page: &PageOptions<'_>, addresses: &dyn Addresses, out: &mut String) {
    let Some(picture) = addresses.picture(&link.file) else {
        escape_into(&link.alt, out);
        return;
    };
    out.push_str("<img src=\"");
    address_into(page.root, out);
    address_into(&picture.address, out);
    out.push('"');
    widths(&picture, page, out);
    out.push_str(" alt=\"");
    escape_into(&link.alt, out);
    let (width, height) = (picture.width, picture.height);
    let _ = write!(out, "\" width=\"{width}\" height=\"{height}\" loading=\"lazy\" decoding=\"async\"");
    title(&link.title, out);
    out.push('>');
}

/// Writes the versions from which a browser chooses. The text column of the default theme is at most 38rem wide.
fn widths(picture: &Picture<'_>, page: &PageOptions<'_>, out: &mut String) {
    if picture.smaller.is_empty() {
        return;
    }
    out.push_str(" srcset=\"");
    for (address, width) in picture.smaller.iter().chain([&(picture.address.clone(), picture.width)]) {
        address_into(page.root, out);
        address_into(address, out);
        let _ = write!(out, " {width}w, ");
    }
    out.truncate(out.len() - 2);
    out.push_str("\" sizes=\"(min-width: 48em) 38rem, 100vw\"");
}

fn title(title: &str, out: &mut String) {
    if !title.is_empty() {
        out.push_str(" title=\"");
        escape_into(&crate::persian::text::page_digits(title), out);
        out.push('"');
    }
}
