//! `meetings/<id>.html`: a meeting and what it decided.

use std::borrow::Cow;

use serde::Serialize;

use crate::model::{DecisionRef, Idx, Meeting};
use crate::persian::dates;
use crate::persian::text::Text;
use crate::progress::DecisionCounts;
use crate::site::entries::{EntryParts, SearchEntry, all, given, record_title};
use crate::site::rows::{self, DecisionRow};
use crate::site::view::{Fact, Frame, Html, Link, PageView, Stamp};
use crate::site::{Addresses, Resolver, Site, Target, links, stamp, words};

use super::frame::{crumbs, sample};
use super::kind::{PageKind, Rank};
use super::{follow_up, meetings};

pub(super) const KIND: PageKind = PageKind {
    targets: |site| meetings(site).map(Target::Meeting).collect(),
    later: |_, _| Vec::new(),
    sections: |_| Vec::new(),
    entries: &[(Rank::Work, |site| Box::new(meetings(site).map(|idx| search_entry(site, idx))))],
};

pub(super) fn address(addresses: &Addresses<'_>, idx: Idx<Meeting>) -> String {
    format!("meetings/{}.html", addresses.dataset[idx].record.id)
}

/// Those held, the latest first, then those to come.
fn meetings<'s>(site: &'s Site<'_>) -> impl Iterator<Item = Idx<Meeting>> + use<'s> {
    site.relations.held.iter().chain(&site.relations.coming).copied()
}

/// What a meeting's page shows.
#[derive(Debug, Serialize)]
struct MeetingPage {
    /// Its title.
    pub name: String,
    /// Its day, in words.
    pub at: Stamp,
    /// What became of its decisions, or that it is yet to come.
    pub lede: String,
    /// It is yet to come: nothing but title, day and place is known of it (F2).
    pub coming: bool,
    /// Place, chair, agencies.
    pub facts: Vec<Fact>,
    /// Its decisions.
    pub decisions: Vec<DecisionRow>,
    /// The narrative.
    pub body: Option<Html>,
    /// The meeting held before it.
    pub earlier: Option<Link>,
    /// The meeting held after it.
    pub later: Option<Link>,
}

pub(super) fn view(site: &Site<'_>, resolver: &Resolver<'_>, address: &str, idx: Idx<Meeting>) -> PageView {
    let of = &site.dataset[idx];
    let name = of.record.title.to_string();
    let above = vec![Link { text: meetings::title(site), href: site.href(Target::Meetings(1)) }];
    let coming = site.dataset.is_coming(idx);
    let lede = lede(site, idx);
    let frame = Frame {
        description: lede.clone(),
        crumbs: crumbs(site, above, &name),
        section: meetings::SECTION.to_owned(),
        sample: sample(of.record.sample, false),
        ..Frame::new(address, "meeting.html", &name)
    };
    let (earlier, later) = neighbors(site, idx);
    let decisions = (0..of.decisions.len()).map(|position| DecisionRef { meeting: idx, position });
    let view = MeetingPage {
        at: stamp::long(of.date),
        lede,
        coming,
        facts: facts(site, idx),
        decisions: decisions.map(|decision| rows::decision_row(site, decision)).collect(),
        body: of.record.body.as_ref().map(|body| resolver.section_prose(body, "text_", &frame.root)),
        earlier,
        later,
        name,
    };
    PageView::new(frame, view)
}

fn lede(site: &Site<'_>, idx: Idx<Meeting>) -> String {
    let of = &site.dataset[idx];
    let one = &site.config.terms.meeting.one;
    if site.dataset.is_coming(idx) {
        return format!(
            "این {one} {} برگزار می‌شود. شرح و مصوبه‌هایش پس از آن در گزارش می‌آید.",
            words::distance(of.date, site.figures.day)
        );
    }
    let counts = DecisionCounts::on(&site.dataset[idx], site.figures.day);
    if counts.all() == 0 {
        return format!("از این {one} مصوبه‌ای ثبت نشده است.");
    }
    follow_up::sentence(&counts)
}

fn facts(site: &Site<'_>, idx: Idx<Meeting>) -> Vec<Fact> {
    let of = &site.dataset[idx];
    let text = |term: &str, value: &Option<Text>| {
        let value = value.as_ref()?;
        let values = vec![Link { text: value.to_string(), href: String::new() }];
        Some(Fact { term: term.to_owned(), values, ..Fact::default() })
    };
    let mut facts = vec![Fact {
        term: "تاریخ".to_owned(),
        at: Some(stamp::long(of.date)),
        aside: words::distance(of.date, site.figures.day),
        ..Fact::default()
    }];
    facts.extend(text("مکان", &of.place));
    facts.extend(text(&format!("رئیس {}", site.config.terms.meeting.one), &of.chair));
    if !of.agencies.is_empty() {
        facts.push(Fact {
            term: site.config.terms.agency.many.to_string(),
            values: of.agencies.iter().map(|&agency| links::agency(site, agency)).collect(),
            ..Fact::default()
        });
    }
    facts
}

/// The meetings held before and after one.
fn neighbors(site: &Site<'_>, idx: Idx<Meeting>) -> (Option<Link>, Option<Link>) {
    let held = &site.relations.held;
    let link = |at: usize| {
        let to = *held.get(at)?;
        let day = dates::medium(site.dataset[to].date);
        let text = format!("{}، {day}", site.dataset[to].record.title);
        Some(Link { text, href: site.href(Target::Meeting(to)) })
    };
    match held.iter().position(|&other| other == idx) {
        Some(at) => (link(at + 1), at.checked_sub(1).and_then(link)),
        None => (None, None),
    }
}

/// A meeting; of one after T only its title, day and place are known (F2).
fn search_entry<'a>(site: &Site<'a>, idx: Idx<Meeting>) -> SearchEntry<'a> {
    let of = &site.dataset[idx];
    let kind = Cow::Borrowed(&*site.config.terms.meeting.one);
    let href = site.href(Target::Meeting(idx));
    if site.dataset.is_coming(idx) {
        return SearchEntry {
            kind,
            link: Link { text: of.record.title.to_string(), href },
            snippet: of.place.as_ref().map(ToString::to_string).unwrap_or_default(),
            neighborhoods: Vec::new(),
            domain: None,
            state: None,
            at: Some(stamp::medium(of.date)),
            sample: of.record.sample,
            text: given([&of.place]).collect(),
        };
    }
    let agencies = of.agencies.iter().map(|&at| record_title(&site.dataset[at].record));
    let text = given([&of.place, &of.chair])
        .chain(agencies)
        .chain(all(of.decisions.iter().map(|decision| &decision.text)))
        .collect();
    EntryParts { kind, href, snippet: None, at: Some(of.date), text }.entry(&of.record)
}
