//! One's own records, as far as a package meets them: what they are called, drafts too.

use std::path::{Path, PathBuf};

use super::AdoptError;
use crate::content::{self, Draft};
use crate::fields::{RecordKind, closest};
use crate::model::{Dataset, Record};
use crate::persian::Day;
use crate::persian::text::fold_key;

/// One's own project.
#[derive(Debug)]
pub struct Home {
    /// The folder that holds `content/`.
    pub(super) source: PathBuf,
    /// The province of the settings.
    pub(super) province: String,
    /// The fixed day of the report, where the settings have one.
    pub(super) as_of: Option<Day>,
    neighborhoods: Vec<Own>,
    domains: Vec<Own>,
    agencies: Vec<Own>,
    activities: Vec<Own>,
    models: Vec<Own>,
}

/// A record of one's own and what it is called.
#[derive(Debug, Clone)]
pub(super) struct Own {
    pub(super) id: String,
    pub(super) title: String,
    /// The title and the aliases, folded.
    names: Vec<String>,
}

/// What a name means among one's own records.
pub(super) enum Meaning<'h> {
    One(&'h Own),
    Several,
    None,
}

impl Own {
    fn new(id: &str, title: &str, aliases: &[Box<str>]) -> Self {
        let names = std::iter::once(title).chain(aliases.iter().map(|alias| &**alias)).map(fold_key);
        Self { id: id.to_owned(), title: title.to_owned(), names: names.collect() }
    }
}

impl Home {
    /// Reads the records of a source folder; they must have no errors.
    pub fn read(source: &Path) -> Result<Self, AdoptError> {
        if !source.join("content").is_dir() {
            return Err(AdoptError::NoContent(source.to_owned()));
        }
        let reading = content::read(source)?;
        let (Some(dataset), Some(config)) = (&reading.dataset, &reading.config) else {
            return Err(AdoptError::Content(reading.diagnostics));
        };
        let own = |kind| own(dataset, &reading.drafts, kind);
        Ok(Self {
            source: source.to_owned(),
            province: config.identity.province.typed().to_owned(),
            as_of: config.as_of,
            neighborhoods: own(RecordKind::Neighborhood),
            domains: own(RecordKind::Domain),
            agencies: own(RecordKind::Agency),
            activities: own(RecordKind::Activity),
            models: own(RecordKind::Model),
        })
    }

    /// What the records of a kind are called: the id and the title of each, drafts too.
    pub fn records(&self, kind: RecordKind) -> impl Iterator<Item = (&str, &str)> {
        self.of(kind).iter().map(|own| (&*own.id, &*own.title))
    }

    /// The id of a record, by id, title or alias; else an id that was perhaps meant.
    pub fn id_of(&self, kind: RecordKind, name: &str) -> Result<String, Option<String>> {
        self.find(kind, name).map(|own| own.id.clone()).ok_or_else(|| self.near(kind, name))
    }

    /// The records of a kind that a package meets.
    pub(super) fn of(&self, kind: RecordKind) -> &[Own] {
        match kind {
            RecordKind::Neighborhood => &self.neighborhoods,
            RecordKind::Domain => &self.domains,
            RecordKind::Agency => &self.agencies,
            RecordKind::Activity => &self.activities,
            RecordKind::Model => &self.models,
            _ => &[],
        }
    }

    /// What a folded title or alias means.
    pub(super) fn called(&self, kind: RecordKind, folded: &str) -> Meaning<'_> {
        let mut found = self.of(kind).iter().filter(|own| own.names.iter().any(|name| name == folded));
        match (found.next(), found.next()) {
            (Some(own), None) => Meaning::One(own),
            (Some(_), Some(_)) => Meaning::Several,
            (None, _) => Meaning::None,
        }
    }

    /// A record by its id, or else by its title or alias.
    pub(super) fn find(&self, kind: RecordKind, name: &str) -> Option<&Own> {
        if let Some(own) = self.of(kind).iter().find(|own| own.id == name) {
            return Some(own);
        }
        match self.called(kind, &fold_key(name)) {
            Meaning::One(own) => Some(own),
            Meaning::Several | Meaning::None => None,
        }
    }

    /// An id that was perhaps meant.
    pub(super) fn near(&self, kind: RecordKind, name: &str) -> Option<String> {
        let all = self.of(kind);
        let names = all.iter().flat_map(|own| [&*own.id, &*own.title]);
        let near = closest(name, names)?;
        all.iter().find(|own| own.id == near || own.title == near).map(|own| own.id.clone())
    }

    /// The neighborhood of a wish.
    pub(super) fn neighborhood(&self, name: &str) -> Result<&Own, AdoptError> {
        let kind = RecordKind::Neighborhood;
        self.find(kind, name)
            .ok_or_else(|| AdoptError::NoNeighborhood(name.to_owned(), self.near(kind, name)))
    }

    /// What was adopted once is not adopted over it.
    pub(super) fn refuse_existing(&self, folder: &str) -> Result<(), AdoptError> {
        let kinds = [RecordKind::Domain, RecordKind::Agency, RecordKind::Model, RecordKind::Activity];
        let mut paths = kinds.iter().map(|kind| Path::new("content").join(kind.folder()).join(folder));
        match paths.find(|path| self.source.join(path).symlink_metadata().is_ok()) {
            Some(path) => Err(AdoptError::Exists(path)),
            None => Ok(()),
        }
    }
}

fn own(dataset: &Dataset, drafts: &[Draft], kind: RecordKind) -> Vec<Own> {
    fn records<'d, T>(all: &'d [T], record: impl Fn(&T) -> &Record + 'd) -> Vec<Own> {
        all.iter().map(|of| Own::new(&record(of).id, record(of).title.typed(), &record(of).aliases)).collect()
    }
    let mut own = match kind {
        RecordKind::Neighborhood => records(&dataset.neighborhoods, |of| &of.record),
        RecordKind::Domain => records(&dataset.domains, |of| &of.record),
        RecordKind::Agency => records(&dataset.agencies, |of| &of.record),
        RecordKind::Activity => records(&dataset.activities, |of| &of.record),
        RecordKind::Model => records(&dataset.models, |of| &of.record),
        _ => Vec::new(),
    };
    let drafts = drafts.iter().filter(|draft| draft.kind == kind);
    own.extend(drafts.map(|draft| Own::new(&draft.id, draft.title.typed(), &draft.aliases)));
    own
}
