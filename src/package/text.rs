//! Texts as they leave the house: without links that lead nowhere elsewhere, without numbers of persons.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::{Written, masked};
use crate::markdown::{Fate, Spot, Target, unlink};
use crate::model::Prose;
use crate::model::RecordKind;
use crate::persian::text::Text;

/// Makes texts fit to be handed on.
pub(super) struct Texts<'a> {
    /// The Markdown of the narratives.
    pub(super) written: &'a Written,
    /// The ids of the models that go along.
    pub(super) models: BTreeSet<&'a str>,
    /// The ids of the activities that go along.
    pub(super) activities: BTreeSet<&'a str>,
    /// The photos and documents that go along: their names in the package by those below `content/media/`.
    pub(super) files: BTreeMap<&'a str, String>,
}

/// The folder of photos and documents, in links of narratives and in the package.
pub(super) const MEDIA: &str = "media/";

impl Texts<'_> {
    /// A text of one line.
    pub(super) fn line(text: &Text) -> String {
        masked(text.typed()).into_owned()
    }

    /// The same for one that may be absent.
    pub(super) fn maybe(text: Option<&Text>) -> Option<String> {
        text.map(Self::line)
    }

    /// A narrative. Links and pictures of what goes along stay, links to web pages too; phones and mail go.
    fn prose(&self, prose: &Prose) -> String {
        let text = unlink(self.written.text(prose), |spot| match spot {
            Spot::Picture(file) => self.file(file, file),
            Spot::Link(Target::Path { path, .. }) => {
                path.strip_prefix(MEDIA).map_or(Fate::Goes, |file| self.file(path, file))
            }
            Spot::Link(target) if self.goes_along(target) => Fate::Stays,
            Spot::Link(_) => Fate::Goes,
        });
        masked(&text).trim().to_owned()
    }

    /// What becomes of what leads to a file of `content/media/`, or to what it is called in the package.
    fn file(&self, written: &str, file: &str) -> Fate {
        match self.files.get(file) {
            Some(name) => Fate::Leads(name.clone()),
            None if self.files.values().any(|name| name == written) => Fate::Stays,
            None => Fate::Goes,
        }
    }

    /// A narrative that a record can't be without: a dash where nothing is left of it.
    pub(super) fn required_prose(&self, prose: &Prose) -> String {
        self.maybe_prose(Some(prose)).unwrap_or_else(|| "—".to_owned())
    }

    /// The narratives of a list; what is nothing but a picture leaves nothing.
    pub(super) fn proses(&self, proses: &[Prose]) -> Vec<String> {
        proses.iter().map(|prose| self.prose(prose)).filter(|text| !text.is_empty()).collect()
    }

    /// A narrative that may be absent.
    pub(super) fn maybe_prose(&self, prose: Option<&Prose>) -> Option<String> {
        prose.map(|prose| self.prose(prose)).filter(|text| !text.is_empty())
    }

    fn goes_along(&self, target: &Target) -> bool {
        goes_along(target, |kind, id| match kind {
            RecordKind::Model => self.models.contains(id),
            RecordKind::Activity => self.activities.contains(id),
            _ => false,
        })
    }
}

/// Says whether a link of a package's text may stay, where `holds` knows the records of the package; what leads to a file
/// is held against the files.
pub(super) fn goes_along(target: &Target, holds: impl Fn(RecordKind, &str) -> bool) -> bool {
    match target {
        Target::Web(_) | Target::Fragment(_) => true,
        Target::Record { kind, id, .. } => holds(*kind, id),
        Target::Mail(_) | Target::Phone(_) | Target::Path { .. } => false,
    }
}
