//! The names of the user's own records, including drafts, to which records of a package can be mapped.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::AdoptError;
use crate::content::{self, Draft};
use crate::fields::closest;
use crate::model::{Dataset, RecordKind};
use crate::persian::Day;
use crate::persian::text::fold_key;

/// The user's own project.
#[derive(Debug)]
pub struct Home {
    /// The folder that contains `content/`.
    pub(super) source: PathBuf,
    /// The province in the settings.
    pub(super) province: String,
    /// The report's day, if the settings fix it.
    pub(super) as_of: Option<Day>,
    /// The records of each kind.
    records: BTreeMap<RecordKind, Vec<OwnRecord>>,
}

/// A record of the user with its names.
#[derive(Debug, Clone)]
pub(super) struct OwnRecord {
    pub(super) id: String,
    pub(super) title: String,
    /// The title and the aliases, in folded form.
    names: Vec<String>,
}

/// The result of looking up a name among the user's records.
pub(super) enum Meaning<'h> {
    One(&'h OwnRecord),
    Several,
    None,
}

impl OwnRecord {
    fn new(id: &str, title: &str, aliases: &[Box<str>]) -> Self {
        let names = std::iter::once(title).chain(aliases.iter().map(|alias| &**alias)).map(fold_key);
        Self { id: id.to_owned(), title: title.to_owned(), names: names.collect() }
    }
}

impl Home {
    /// Reads the records of a source folder. Fails if they have errors.
    pub fn read(source: &Path) -> Result<Self, AdoptError> {
        if !source.join("content").is_dir() {
            return Err(AdoptError::NoContent(source.to_owned()));
        }
        let reading = content::read(source)?;
        let (Some(dataset), Some(config)) = (&reading.dataset, &reading.config) else {
            return Err(AdoptError::Content(reading.diagnostics));
        };
        let own = |&kind| (kind, own(dataset, &reading.drafts, kind));
        Ok(Self {
            source: source.to_owned(),
            province: config.identity.province.typed().to_owned(),
            as_of: config.as_of,
            records: RecordKind::ALL.iter().map(own).collect(),
        })
    }

    /// Iterates over the ids and titles of a kind's records, including drafts.
    pub fn records(&self, kind: RecordKind) -> impl Iterator<Item = (&str, &str)> {
        self.of_kind(kind).iter().map(|own| (&*own.id, &*own.title))
    }

    /// Finds a record by id, title or alias and returns its id. The error is a similar id that may have been meant.
    pub fn find_id(&self, kind: RecordKind, name: &str) -> Result<String, Option<String>> {
        self.find(kind, name).map(|own| own.id.clone()).ok_or_else(|| self.similar(kind, name))
    }

    /// Returns the records of a kind.
    pub(super) fn of_kind(&self, kind: RecordKind) -> &[OwnRecord] {
        self.records.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// Looks up a folded title or alias.
    pub(super) fn by_name(&self, kind: RecordKind, folded: &str) -> Meaning<'_> {
        let mut found = self.of_kind(kind).iter().filter(|own| own.names.iter().any(|name| name == folded));
        match (found.next(), found.next()) {
            (Some(own), None) => Meaning::One(own),
            (Some(_), Some(_)) => Meaning::Several,
            (None, _) => Meaning::None,
        }
    }

    /// Finds a record by its id, or otherwise by a title or alias that only one record has.
    pub(super) fn find(&self, kind: RecordKind, name: &str) -> Option<&OwnRecord> {
        if let Some(own) = self.of_kind(kind).iter().find(|own| own.id == name) {
            return Some(own);
        }
        match self.by_name(kind, &fold_key(name)) {
            Meaning::One(own) => Some(own),
            Meaning::Several | Meaning::None => None,
        }
    }

    /// Returns the id of a record with a similar id or title.
    pub(super) fn similar(&self, kind: RecordKind, name: &str) -> Option<String> {
        let all = self.of_kind(kind);
        let names = all.iter().flat_map(|own| [&*own.id, &*own.title]);
        let closest = closest(name, names)?;
        all.iter().find(|own| own.id == closest || own.title == closest).map(|own| own.id.clone())
    }

    /// Returns the neighborhood that should receive the package.
    pub(super) fn neighborhood(&self, name: &str) -> Result<&OwnRecord, AdoptError> {
        let kind = RecordKind::Neighborhood;
        self.find(kind, name)
            .ok_or_else(|| AdoptError::NoNeighborhood(name.to_owned(), self.similar(kind, name)))
    }

    /// Fails if the package was adopted before, since adopting it again would overwrite the user's changes.
    pub(super) fn refuse_existing(&self, folder: &str) -> Result<(), AdoptError> {
        let kinds = [RecordKind::Domain, RecordKind::Agency, RecordKind::Model, RecordKind::Activity];
        let mut paths = kinds.iter().map(|kind| Path::new("content").join(kind.folder()).join(folder));
        match paths.find(|path| self.source.join(path).symlink_metadata().is_ok()) {
            Some(path) => Err(AdoptError::Exists(path)),
            None => Ok(()),
        }
    }
}

fn own(dataset: &Dataset, drafts: &[Draft], kind: RecordKind) -> Vec<OwnRecord> {
    let published =
        dataset.heads(kind).map(|head| OwnRecord::new(&head.id, head.title.typed(), &head.aliases));
    let drafts = drafts.iter().filter(|draft| draft.kind == kind);
    published
        .chain(drafts.map(|draft| OwnRecord::new(&draft.id, draft.title.typed(), &draft.aliases)))
        .collect()
}
