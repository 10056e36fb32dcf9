//! Texts as they leave the house: without links that lead nowhere elsewhere, without numbers of persons.

use std::collections::BTreeMap;

use super::media::PUBLISHED;
use crate::content::{Written, masked};
use crate::diag::Place;
use crate::markdown::{Document, Fate, Spot, Target, unlink};
use crate::model::RecordKind;
use crate::persian::text::Text;

/// Makes texts fit to be handed on.
pub(super) struct Texts<'a> {
    /// The Markdown of the narratives.
    pub(super) written: &'a Written,
    /// What photos are called in the package, by their names below the site's `content/media/`.
    pub(super) photos: &'a BTreeMap<Box<str>, String>,
    /// The same for documents.
    pub(super) documents: &'a BTreeMap<Box<str>, String>,
    /// Whether a record goes along, by its kind and id.
    pub(super) holds: &'a dyn Fn(RecordKind, &str) -> bool,
}

impl Texts<'_> {
    /// A text of one line.
    pub(super) fn line(text: &Text) -> String {
        masked(text.typed()).into_owned()
    }

    /// A narrative; `None` if nothing is left of it. Links and pictures of what goes along stay, links to web pages too;
    /// phones and mail go.
    pub(super) fn prose(&self, document: &Document, at: Option<&Place>) -> Option<String> {
        let source = at.and_then(|at| self.written.at(at)).unwrap_or(&document.plain);
        let text = unlink(source, |spot| match spot {
            Spot::Picture(file) => fate(self.photos, file, ""),
            Spot::Link(Target::Path { path, .. }) => {
                path.strip_prefix(PUBLISHED).map_or(Fate::Goes, |file| fate(self.documents, file, PUBLISHED))
            }
            Spot::Link(target) if goes_along(target, self.holds) => Fate::Stays,
            Spot::Link(_) => Fate::Goes,
        });
        let text = masked(&text).trim().to_owned();
        (!text.is_empty()).then_some(text)
    }
}

/// What becomes of what leads to a file of `content/media/`, or to what it is called in the package already.
fn fate(names: &BTreeMap<Box<str>, String>, file: &str, prefix: &str) -> Fate {
    match names.get(file) {
        Some(name) => Fate::Leads(format!("{prefix}{name}")),
        None if names.values().any(|name| name == file) => Fate::Stays,
        None => Fate::Goes,
    }
}

/// Returns whether a link of a package's text may stay, if `holds` knows the records of the package; what leads to a file
/// is held against the files.
pub(super) fn goes_along(target: &Target, holds: impl Fn(RecordKind, &str) -> bool) -> bool {
    match target {
        Target::Web(_) | Target::Fragment(_) => true,
        Target::Record { kind, id, .. } => {
            matches!(kind, RecordKind::Model | RecordKind::Activity) && holds(*kind, id)
        }
        Target::Mail(_) | Target::Phone(_) | Target::Path { .. } => false,
    }
}
