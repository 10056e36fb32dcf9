//! What every page's frame shares: head, menu, foot, words.

use std::collections::BTreeMap;

use crate::config::{Identity, Term};
use crate::model::{RecordKind, RolloutStage};
use crate::persian::text::isolate_ltr;
use crate::persian::{dates, ezafe};
use crate::progress::State;

use super::address::{CALENDAR, FEED};
use super::view::{self, Chrome, KindWords, Words};
use super::words::or_empty;
use super::{Resolver, Site, pages, stamp, words as wording};

/// The word of a stage (product.md, «Words»).
pub(super) fn stage_word(stage: RolloutStage) -> &'static str {
    match stage {
        RolloutStage::Model => "محلهٔ نمونه",
        RolloutStage::Extension | RolloutStage::Planned => stage.fa(),
    }
}

/// The license's name; a Latin one («CC BY 4.0») is isolated and keeps its digits.
pub(super) fn license(identity: &Identity) -> String {
    match &identity.license {
        Some(name) if name.typed().starts_with(|first: char| first.is_ascii_alphanumeric()) => {
            isolate_ltr(name.typed())
        }
        name => or_empty(name.as_ref()),
    }
}

/// The frame's shared part; `search` is the address of the search's manifest.
pub fn chrome(site: &Site<'_>, resolver: &Resolver<'_>, search: &str) -> Chrome {
    let identity = &site.config.identity;
    let authority = identity.authority.as_ref().or(identity.publisher.as_ref());
    Chrome {
        title: identity.title.to_string(),
        programme: identity.programme.to_string(),
        authority: authority.map(ToString::to_string).unwrap_or_default(),
        logo: resolver.logo(),
        date: stamp::short(site.figures.day),
        as_of: view::Stamp { iso: site.figures.day.iso(), text: dates::long(site.figures.day) },
        number: or_empty(identity.number.as_ref()),
        edition: or_empty(identity.edition.as_ref()),
        sections: pages::sections(site),
        publisher: or_empty(identity.publisher.as_ref()),
        license: license(identity),
        footer: identity.footer.as_ref().map(|footer| resolver.setting(footer, "footer", "")),
        fingerprint: chained(site),
        search: search.to_owned(),
        feed: site.config.publication.url.as_ref().map(|_| FEED.to_owned()).unwrap_or_default(),
        calendar: CALENDAR.to_owned(),
        words: words(site),
    }
}

/// The digest of the last edition, by which each edition vouches for the one before it; empty for the first.
fn chained(site: &Site<'_>) -> String {
    let Some(last) = site.lists.editions.first().map(|&at| &site.dataset.archive[at]) else {
        return String::new();
    };
    let digest = isolate_ltr(&format!("sha256 {}", last.sha256));
    format!("چکیدهٔ ویرایش پیشین ({}): {digest}", dates::medium(last.date))
}

fn names(kind: RecordKind) -> KindWords {
    KindWords { one: kind.fa().to_owned(), many: kind.many_fa().to_owned() }
}

fn words(site: &Site<'_>) -> Words {
    let terms = &site.config.terms;
    let form = |term: &Term| view::TermForms {
        one: term.one.to_string(),
        many: term.many.to_string(),
        of: term.of.to_string(),
        many_of: ezafe::ezafe(&term.many),
        any: wording::any(&term.one),
    };
    let named = [
        ("neighborhood", &terms.neighborhood),
        ("domain", &terms.domain),
        ("activity", &terms.activity),
        ("agency", &terms.agency),
        ("manager", &terms.manager),
        ("meeting", &terms.meeting),
        ("model", &terms.model),
    ];
    let stages = [RolloutStage::Model, RolloutStage::Extension, RolloutStage::Planned];
    Words {
        states: State::ALL.into_iter().map(|state| (state.key().to_owned(), state.fa().to_owned())).collect(),
        stages: stages
            .into_iter()
            .map(|stage| (stage.key().to_owned(), stage_word(stage).to_owned()))
            .collect(),
        kinds: RecordKind::ALL.iter().map(|&kind| (kind.en().replace(' ', "_"), names(kind))).collect(),
        terms: named.into_iter().map(|(key, term)| (key.to_owned(), form(term))).collect::<BTreeMap<_, _>>(),
    }
}
