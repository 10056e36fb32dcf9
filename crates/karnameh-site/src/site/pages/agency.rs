//! `agencies/<id>.html`: what an agency owes, where, by when.

mod owed;

use std::borrow::Cow;

use serde::Serialize;

use crate::model::{Agency, AgencyKind, Idx, Neighborhood};
use crate::persian::dates;
use crate::progress::State;
use crate::site::entries::{EntryParts, SearchEntry, plain};
use crate::site::lacks::{self, Lack};
use crate::site::rows::DecisionRow;
use crate::site::view::{Flag, Frame, Html, KeyFigure, Link, PageView, Stamp};
use crate::site::words::{self, counted, whole};
use crate::site::{Addresses, Resolver, Site, Target, attention, figures, links};

use self::owed::OwedGroup;
use super::agencies;
use super::duties;
use super::frame::{crumbs, sample_of};
use super::kind::{PageKind, Rank};

/// How many activities in which it helps an agency's page names.
const HELPS: usize = 100;

pub(super) const KIND: PageKind = PageKind {
    targets: |site| (0..site.dataset.agencies.len()).map(Idx::new).map(Target::Agency).collect(),
    later: |_, _| Vec::new(),
    sections: |_| Vec::new(),
    entries: &[(Rank::Subject, |site| {
        Box::new(site.order.agencies.iter().map(|&idx| search_entry(site, idx)))
    })],
};

pub(super) fn address(addresses: &Addresses<'_>, idx: Idx<Agency>) -> String {
    format!("agencies/{}.html", addresses.dataset[idx].record.id)
}

/// What an agency's page shows.
#[derive(Debug, Serialize)]
struct AgencyPage {
    /// Its name.
    pub name: String,
    /// «دستگاه اجرایی»; empty for none.
    pub kind: String,
    /// T: the day as of which the sheet is handed over.
    pub as_of: Stamp,
    /// What it owes, in a sentence or two.
    pub lede: String,
    /// Headline figures.
    pub figures: Vec<KeyFigure>,
    /// What it owes, under headings.
    pub owed: Vec<OwedGroup>,
    /// How many more there are; empty for none.
    pub owed_note: String,
    /// Its decisions.
    pub decisions: Vec<DecisionRow>,
    /// What its reports lack.
    pub lacks: Vec<LackRow>,
    /// Neighborhood by neighborhood.
    pub places: Vec<PlaceRow>,
    /// Activities in which it helps.
    pub helps: Vec<Link>,
    /// How to contact it.
    pub contact: Option<Html>,
    /// Its site; empty for none.
    pub url: String,
    /// The narrative.
    pub body: Option<Html>,
}

/// Something that reports lack, and where.
#[derive(Debug, Serialize)]
struct LackRow {
    /// «بدون گزارش»
    pub title: String,
    /// «۲ فعالیت»
    pub count: String,
    /// At most ten of them.
    pub links: Vec<Link>,
}

/// An agency in one neighborhood.
#[derive(Debug, Serialize)]
struct PlaceRow {
    /// The neighborhood.
    pub neighborhood: Link,
    /// How many it leads there, «—» for none.
    pub leads: String,
    /// In how many it helps there, «—» for none.
    pub helps: String,
    /// The mean progress of those it leads, «—» or «؟».
    pub actual: String,
}

pub(super) fn view(site: &Site<'_>, resolver: &Resolver<'_>, address: &str, idx: Idx<Agency>) -> PageView {
    let of = &site.dataset[idx];
    let group = &site.figures.groups.agencies[idx.get()];
    let name = of.record.title.to_string();
    let above =
        vec![Link { text: site.config.terms.agency.many.to_string(), href: site.href(Target::Agencies) }];
    let lede = lede(site, idx);
    let frame = Frame {
        description: lede.clone(),
        crumbs: crumbs(site, above, &name),
        section: agencies::SECTION.to_owned(),
        sample: sample_of(of.record.sample, group, false),
        ..Frame::new(address, "agency.html", &name)
    };
    let root = &*frame.root;
    let (owed, owed_note) = owed::owed(site, idx);
    let view = AgencyPage {
        kind: of.kind.map(AgencyKind::fa).unwrap_or_default().to_owned(),
        as_of: Stamp { iso: site.figures.day.iso(), text: dates::long(site.figures.day) },
        lede,
        figures: figures(site, idx),
        owed,
        owed_note,
        decisions: owed::decisions(site, idx),
        lacks: lack_rows(site, idx),
        places: places(site, idx),
        helps: site.relations.partnerships[idx.get()]
            .iter()
            .take(HELPS)
            .map(|&at| links::activity(site, at))
            .collect(),
        contact: of.contact.as_ref().map(|contact| resolver.prose(contact, "contact", root)),
        url: of.url.as_deref().unwrap_or_default().to_owned(),
        body: of.record.body.as_ref().map(|body| resolver.prose(body, "", root)),
        name,
    };
    PageView::new(frame, view)
}

fn lede(site: &Site<'_>, idx: Idx<Agency>) -> String {
    let group = &site.figures.groups.agencies[idx.get()];
    let terms = &site.config.terms;
    let helps = site.relations.partnerships[idx.get()].len();
    let mut parts = Vec::new();
    if group.activities > 0 {
        let places = duties::counts(site, idx).iter().filter(|(leads, _)| *leads > 0).count();
        parts.push(format!(
            "مسئول {} در {}",
            words::in_sentence(group.activities, &terms.activity.one),
            words::in_sentence(places, &terms.neighborhood.one)
        ));
    }
    if helps > 0 {
        parts.push(format!("همکار در {}", words::in_sentence(helps, &terms.activity.one)));
    }
    let mut sentences = vec![if parts.is_empty() {
        format!("هنوز {} به این {} سپرده نشده است.", words::any(&terms.activity.one), terms.agency.one)
    } else {
        format!("{}.", parts.join(" و "))
    }];
    let mut owes = Vec::new();
    let mut owe = |count: usize, text: &str| {
        if count > 0 {
            owes.push(format!("{} {text}", words::in_sentence(count, &terms.activity.one)));
        }
    };
    owe(group.states.get(State::Overdue), "از مهلت گذشته است");
    owe(group.states.get(State::Behind), "از برنامه عقب‌تر است");
    owe(group.states.get(State::Unreported), "گزارش ندارد");
    let undone = group.decisions.open + group.decisions.overdue;
    if undone > 0 {
        owes.push(format!("{} انجام نشده است", words::in_sentence(undone, "مصوبه")));
    }
    if !owes.is_empty() {
        sentences.push(format!("{}.", crate::persian::text::list_and(&owes)));
    }
    sentences.join(" ")
}

fn figures(site: &Site<'_>, idx: Idx<Agency>) -> Vec<KeyFigure> {
    let group = &site.figures.groups.agencies[idx.get()];
    let activity = &site.config.terms.activity;
    let overdue = group.states.get(State::Overdue);
    let worst = duties::led(site, idx).map(|at| site.figures[at].days_overdue).max().unwrap_or(0);
    let soon = due_within(site, idx, 30);
    vec![
        figures::progress(site, group, Target::Agency(idx)),
        KeyFigure {
            label: "از مهلت گذشته".to_owned(),
            value: whole(overdue),
            small: activity.one.to_string(),
            flag: (overdue > 0).then(|| Flag {
                text: format!("تا {} روز تأخیر", whole(usize::try_from(worst).unwrap_or_default())),
                late: true,
            }),
            ..KeyFigure::default()
        },
        KeyFigure {
            label: "مهلت در ۳۰ روز آینده".to_owned(),
            value: whole(soon),
            small: activity.one.to_string(),
            note: format!("تا {}", dates::medium(site.figures.day.plus(30))),
            ..KeyFigure::default()
        },
        figures::decisions(site, &group.decisions),
    ]
}

fn due_within(site: &Site<'_>, idx: Idx<Agency>, days: i32) -> usize {
    let day = site.figures.day;
    duties::led(site, idx)
        .filter(|&at| attention::is_open_deadline(site, at))
        .filter(|&at| site.figures[at].due.is_some_and(|due| due <= day.plus(days)))
        .count()
}

/// What the reports of an agency lack.
fn lack_rows(site: &Site<'_>, idx: Idx<Agency>) -> Vec<LackRow> {
    let row = |lack: Lack| {
        let all: Vec<_> = duties::led(site, idx).filter(|&at| lacks::lacks(site, at, lack)).collect();
        LackRow {
            title: lacks::title(site, lack),
            count: match all.len() {
                0 => "هیچ".to_owned(),
                some => counted(some, &site.config.terms.activity),
            },
            links: all.iter().take(10).map(|&at| links::activity(site, at)).collect(),
        }
    };
    // An activity that it leads has a lead.
    Lack::ALL.into_iter().filter(|&lack| lack != Lack::Lead).map(row).collect()
}

fn places(site: &Site<'_>, idx: Idx<Agency>) -> Vec<PlaceRow> {
    let counts = duties::counts(site, idx);
    let text = |count: usize| if count == 0 { words::NOTHING.to_owned() } else { whole(count) };
    site.order
        .neighborhoods
        .iter()
        .copied()
        .filter(|at| counts[at.get()] != (0, 0))
        .map(|at| PlaceRow {
            neighborhood: links::neighborhood(site, at),
            leads: text(counts[at.get()].0),
            helps: text(counts[at.get()].1),
            actual: mean_in(site, idx, at),
        })
        .collect()
}

/// The weighted mean progress of what an agency leads in a neighborhood (F20).
fn mean_in(site: &Site<'_>, idx: Idx<Agency>, place: Idx<Neighborhood>) -> String {
    let here: Vec<_> =
        duties::led(site, idx).filter(|&at| site.dataset[at].neighborhoods.contains(&place)).collect();
    if here.is_empty() {
        return words::NOTHING.to_owned();
    }
    let (mut sum, mut weights) = (0.0, 0.0);
    for at in here {
        if let Some(actual) = site.figures[at].actual {
            sum += site.dataset[at].weight * actual;
            weights += site.dataset[at].weight;
        }
    }
    words::progress((weights > 0.0).then(|| sum / weights))
}

fn search_entry<'a>(site: &Site<'a>, idx: Idx<Agency>) -> SearchEntry<'a> {
    let of = &site.dataset[idx];
    let kind = of.kind.map(|kind| Cow::Borrowed(kind.fa()));
    let parts = EntryParts {
        kind: Cow::Borrowed(&site.config.terms.agency.one),
        href: site.href(Target::Agency(idx)),
        snippet: None,
        at: None,
        text: kind.into_iter().chain(of.contact.as_ref().map(plain)).collect(),
    };
    parts.entry(&of.record)
}
