//! Markdown of records as HTML of a page: links lead to pages, pictures to the files that are published.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::diag::Placed;
use crate::markdown::{self, Addresses, Document, Origin, PageOptions, Picture, Target as Linked};
use crate::media::Library;
use crate::model::{Prose, RecordKind};

use super::Site;
use super::view::Html;

/// Resolves what the texts of records name: links and pictures. Complete when it is made: it knows which addresses have
/// no page yet.
pub struct Resolver<'a> {
    site: &'a Site<'a>,
    /// The files of `content/media/` that are published.
    pub(super) library: &'a Library,
    /// Addresses that texts name and that have no page yet: links to them become plain text.
    absent: HashSet<String>,
}

impl<'a> Resolver<'a> {
    /// `absent` are addresses of [`come_later`](super::come_later).
    pub fn new(site: &'a Site<'a>, library: &'a Library, absent: HashSet<String>) -> Self {
        Self { site, library, absent }
    }

    /// A prose of a record as HTML: its headings begin at level 2 and carry ids that begin with `prefix`, its links
    /// with `root`. What is wrong with it was told when it was read.
    pub(super) fn prose(&self, prose: &Prose, prefix: &str, root: &str) -> Html {
        self.html(&prose.value, 2, prefix, root)
    }

    /// The same where it stands in a section: its headings begin at level 3.
    pub(super) fn section_prose(&self, prose: &Prose, prefix: &str, root: &str) -> Html {
        self.html(&prose.value, 3, prefix, root)
    }

    /// A prose of the settings, parsed here: each stands on one page or in the frame.
    pub(super) fn setting(&self, text: &Placed<Box<str>>, prefix: &str, root: &str) -> Html {
        let origin = Origin { file: text.at.file.clone(), line: text.at.line, indent: 0 };
        self.html(&markdown::inspect(&text.value, &origin, &mut Vec::new()), 2, prefix, root)
    }

    fn html(&self, document: &Document, level: u8, prefix: &str, root: &str) -> Html {
        let id_prefix = if prefix.is_empty() { "s-".to_owned() } else { format!("{prefix}-") };
        let options = PageOptions { root, level, id_prefix: &id_prefix };
        Html::trusted(&document.render(&options, self))
    }

    /// Where a link of a record leads, from the site's root; `None` if the record exists only later.
    fn record_href(&self, kind: RecordKind, id: &str) -> Option<String> {
        let position = self.site.dataset.of_kind(kind).position(id)?;
        self.site.addresses.record(kind, position)
    }
}

impl Addresses for Resolver<'_> {
    fn page<'t>(&'t self, target: &'t Linked) -> Option<Cow<'t, str>> {
        match target {
            Linked::Record { kind, id, .. } => self.record_href(*kind, id).map(Cow::Owned),
            Linked::Path { path, .. } => {
                let file = path.strip_prefix("media/").and_then(|name| self.library.address(name));
                file.or((!self.absent.contains(path)).then_some(path)).map(Cow::Borrowed)
            }
            _ => None,
        }
    }

    fn picture(&self, file: &str) -> Option<Picture<'_>> {
        self.text_picture(file)
    }
}
