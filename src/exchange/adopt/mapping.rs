//! Which domain and agency of one's own each of theirs is: as one says, else by the title.

use std::str::FromStr;

use super::home::{Home, Meaning};
use super::ids::FreeIds;
use super::{AdoptError, Offer, Wish};
use crate::fields::RecordKind;
use crate::package::schema::Named;
use crate::persian::text::fold_key;

/// The kinds that are mapped.
const KINDS: [RecordKind; 2] = [RecordKind::Domain, RecordKind::Agency];

/// `KIND:THEIRS=OURS`: what of theirs is what of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MapRule {
    /// Domain or agency.
    pub kind: RecordKind,
    /// Theirs, by id, title or alias.
    pub theirs: String,
    /// Ours, likewise.
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

/// A domain or agency of theirs that is none of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmapped {
    /// Domain or agency.
    pub kind: RecordKind,
    /// Their id.
    pub id: String,
    /// Their title.
    pub title: String,
}

/// What theirs became.
#[derive(Debug)]
pub(super) struct Mapping<'o> {
    entries: Vec<(RecordKind, &'o Named, Became)>,
}

/// What one of theirs became: our id.
#[derive(Debug)]
enum Became {
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
            let became = match rule_for(&mut rules, kind, named) {
                Some(rule) => Some(Became::Ours(ours(home, rule)?)),
                None => by_title(offer, home, kind, named).map(Became::Ours),
            };
            match became {
                Some(became) => entries.push((kind, named, became)),
                None if wish.create => entries.push((kind, named, Became::Draft(ids.take(kind, &named.id)))),
                None => unmapped.push(Unmapped { kind, id: named.id.clone(), title: named.title.clone() }),
            }
        }
        if let Some((rule, _)) = rules.iter().find(|(_, used)| !used) {
            return Err(AdoptError::NotTheirs(rule.kind, rule.theirs.clone()));
        }
        if unmapped.is_empty() { Ok(Self { entries }) } else { Err(AdoptError::Unmapped(unmapped)) }
    }

    /// Our id for one of theirs.
    pub(super) fn id(&self, kind: RecordKind, theirs: &str) -> Option<&str> {
        let found = self.entries.iter().find(|(of, named, _)| *of == kind && named.id == theirs);
        found.map(|(.., Became::Ours(id) | Became::Draft(id))| &**id)
    }

    /// What is to be made as drafts, with our id.
    pub(super) fn drafts(&self) -> impl Iterator<Item = (RecordKind, &'o Named, &str)> {
        self.entries.iter().filter_map(|(kind, named, became)| match became {
            Became::Draft(id) => Some((*kind, *named, &**id)),
            Became::Ours(_) => None,
        })
    }

    /// What became what, to be shown.
    pub(super) fn told(&self) -> Vec<(RecordKind, String, String)> {
        let told = |(kind, named, Became::Ours(id) | Became::Draft(id)): &(RecordKind, &Named, Became)| {
            (*kind, named.title.clone(), id.clone())
        };
        self.entries.iter().map(told).collect()
    }
}

/// All domains and agencies of a package.
fn theirs(offer: &Offer) -> impl Iterator<Item = (RecordKind, &Named)> {
    let records = &offer.package.records;
    let domains = records.domains.iter().map(|named| (RecordKind::Domain, named));
    domains.chain(records.agencies.iter().map(|named| (RecordKind::Agency, named)))
}

/// The last rule that names one of theirs; all that do are used.
fn rule_for<'r>(rules: &mut [(&'r MapRule, bool)], kind: RecordKind, named: &Named) -> Option<&'r MapRule> {
    let theirs: Vec<String> = names(named).map(fold_key).collect();
    let means = |rule: &MapRule| {
        rule.kind == kind && (rule.theirs == named.id || theirs.contains(&fold_key(&rule.theirs)))
    };
    let mut last = None;
    for (rule, used) in rules.iter_mut().filter(|(rule, _)| means(rule)) {
        *used = true;
        last = Some(*rule);
    }
    last
}

fn names(named: &Named) -> impl Iterator<Item = &str> {
    std::iter::once(&*named.title).chain(named.aliases.iter().map(|alias| &**alias))
}

fn ours(home: &Home, rule: &MapRule) -> Result<String, AdoptError> {
    let MapRule { kind, ours, .. } = rule;
    let found = home.find(*kind, ours).map(|own| own.id.clone());
    found.ok_or_else(|| AdoptError::NotOurs(*kind, ours.clone(), home.near(*kind, ours)))
}

/// One of ours that has the title or an alias of theirs, with our province's name for theirs; none where several do.
fn by_title(offer: &Offer, home: &Home, kind: RecordKind, named: &Named) -> Option<String> {
    let province = &offer.package.manifest.from.province;
    let at_home = names(named).map(|name| replace_word(name, province, &home.province));
    let mut found = None;
    for name in names(named).map(str::to_owned).chain(at_home) {
        match home.called(kind, &fold_key(&name)) {
            Meaning::One(own) if found.as_ref().is_none_or(|id| *id == own.id) => {
                found = Some(own.id.clone());
            }
            Meaning::None => {}
            Meaning::One(_) | Meaning::Several => return None,
        }
    }
    found
}

/// Replaces a word where it stands by itself: «استان قم», not «قمصر».
fn replace_word(text: &str, word: &str, by: &str) -> String {
    text.split(' ').map(|part| if part == word { by } else { part }).collect::<Vec<_>>().join(" ")
}
