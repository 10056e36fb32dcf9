//! Maps each domain and agency of a package to one of the user's: by explicit rules, otherwise by title.

use std::str::FromStr;

use super::home::{Home, Meaning};
use super::ids::FreeIds;
use super::{AdoptError, Offer, Wish};
use crate::model::{Head, RecordKind};
use crate::persian::text::fold_key;

/// The kinds that can be mapped.
const KINDS: [RecordKind; 2] = [RecordKind::Domain, RecordKind::Agency];

/// A rule `KIND:THEIRS=OURS` on the command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapRule {
    pub kind: RecordKind,
    /// The record in the package: id, title or alias.
    pub theirs: String,
    /// The user's record: id, title or alias.
    pub ours: String,
}

impl FromStr for MapRule {
    type Err = AdoptError;

    fn from_str(text: &str) -> Result<Self, AdoptError> {
        let read = || {
            let (kind, rest) = text.split_once(':')?;
            let (theirs, ours) = rest.split_once('=')?;
            let kind = RecordKind::find(kind.trim()).filter(|kind| KINDS.contains(kind))?;
            let (theirs, ours) = (theirs.trim(), ours.trim());
            let whole = !theirs.is_empty() && !ours.is_empty();
            whole.then(|| Self { kind, theirs: theirs.to_owned(), ours: ours.to_owned() })
        };
        read().ok_or_else(|| AdoptError::BadMap(text.to_owned()))
    }
}

/// A domain or agency of the package without a counterpart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmapped {
    /// Domain or agency.
    pub kind: RecordKind,
    pub id: String,
    pub title: String,
}

/// The result for all domains and agencies of a package.
#[derive(Debug)]
pub(super) struct Mapping<'o> {
    entries: Vec<(RecordKind, &'o Head, Counterpart)>,
}

/// The id of the counterpart: an existing record, or a new draft.
#[derive(Debug)]
enum Counterpart {
    Ours(String),
    Draft(String),
}

impl<'o> Mapping<'o> {
    pub(super) fn new(
        offer: &'o Offer,
        home: &Home,
        wish: &Wish,
        ids: &mut FreeIds,
    ) -> Result<Self, AdoptError> {
        let mut rules: Vec<(&MapRule, bool)> = wish.maps.iter().map(|rule| (rule, false)).collect();
        let (mut entries, mut unmapped) = (Vec::new(), Vec::new());
        for (kind, named) in theirs(offer) {
            let counterpart = match rule_for(&mut rules, kind, named) {
                Some(rule) => Some(Counterpart::Ours(ours(home, rule)?)),
                None => by_title(offer, home, kind, named).map(Counterpart::Ours),
            };
            match counterpart {
                Some(counterpart) => entries.push((kind, named, counterpart)),
                None if wish.create => {
                    entries.push((kind, named, Counterpart::Draft(ids.take(kind, &named.id))));
                }
                None => unmapped.push(Unmapped {
                    kind,
                    id: named.id.to_string(),
                    title: named.title.typed().to_owned(),
                }),
            }
        }
        if let Some((rule, _)) = rules.iter().find(|(_, used)| !used) {
            return Err(AdoptError::NotTheirs(rule.kind, rule.theirs.clone()));
        }
        if unmapped.is_empty() { Ok(Self { entries }) } else { Err(AdoptError::Unmapped(unmapped)) }
    }

    /// Returns the user's id for a record of the package.
    pub(super) fn id(&self, kind: RecordKind, theirs: &str) -> Option<&str> {
        let found =
            self.entries.iter().find(|(entry_kind, named, _)| *entry_kind == kind && *named.id == *theirs);
        found.map(|(.., Counterpart::Ours(id) | Counterpart::Draft(id))| &**id)
    }

    /// Iterates over the drafts to create, with their new ids.
    pub(super) fn drafts(&self) -> impl Iterator<Item = (RecordKind, &'o Head, &str)> {
        self.entries.iter().filter_map(|(kind, named, counterpart)| match counterpart {
            Counterpart::Draft(id) => Some((*kind, *named, &**id)),
            Counterpart::Ours(_) => None,
        })
    }

    /// Lists all pairs for the command's output: kind, original title, new id.
    pub(super) fn summary(&self) -> Vec<(RecordKind, String, String)> {
        let pair = |(kind, named, Counterpart::Ours(id) | Counterpart::Draft(id)): &(
            RecordKind,
            &Head,
            Counterpart,
        )| { (*kind, named.title.typed().to_owned(), id.clone()) };
        self.entries.iter().map(pair).collect()
    }
}

/// Iterates over all domains and agencies of a package.
fn theirs(offer: &Offer) -> impl Iterator<Item = (RecordKind, &Head)> {
    let records = &offer.contents.dataset;
    let domains = records.domains.iter().map(|named| (RecordKind::Domain, &named.record));
    domains.chain(records.agencies.iter().map(|named| (RecordKind::Agency, &named.record)))
}

/// Returns the last rule for a record of the package. Marks all of its rules as used, so that none is reported as useless.
fn rule_for<'r>(rules: &mut [(&'r MapRule, bool)], kind: RecordKind, named: &Head) -> Option<&'r MapRule> {
    let theirs: Vec<String> = names(named).map(fold_key).collect();
    let means = |rule: &MapRule| {
        rule.kind == kind && (*rule.theirs == *named.id || theirs.contains(&fold_key(&rule.theirs)))
    };
    let mut last = None;
    for (rule, used) in rules.iter_mut().filter(|(rule, _)| means(rule)) {
        *used = true;
        last = Some(*rule);
    }
    last
}

fn names(named: &Head) -> impl Iterator<Item = &str> {
    std::iter::once(named.title.typed()).chain(named.aliases.iter().map(|alias| &**alias))
}

fn ours(home: &Home, rule: &MapRule) -> Result<String, AdoptError> {
    let MapRule { kind, ours, .. } = rule;
    let found = home.find(*kind, ours).map(|own| own.id.clone());
    found.ok_or_else(|| AdoptError::NotOurs(*kind, ours.clone(), home.similar(*kind, ours)))
}

/// Finds a record with the same title or alias, also with the name of the province replaced. Returns `None` if the names
/// match several records.
fn by_title(offer: &Offer, home: &Home, kind: RecordKind, named: &Head) -> Option<String> {
    let province = &offer.manifest().from.province;
    let at_home = names(named).map(|name| replace_word(name, province, &home.province));
    let mut found = None;
    for name in names(named).map(str::to_owned).chain(at_home) {
        match home.by_name(kind, &fold_key(&name)) {
            Meaning::One(own) if found.as_ref().is_none_or(|id| *id == own.id) => {
                found = Some(own.id.clone());
            }
            Meaning::None => {}
            Meaning::One(_) | Meaning::Several => return None,
        }
    }
    found
}

/// Replaces a word, but not parts of words: «قم» in «استان قم», but not in «قمصر».
fn replace_word(text: &str, word: &str, by: &str) -> String {
    text.split(' ').map(|part| if part == word { by } else { part }).collect::<Vec<_>>().join(" ")
}
