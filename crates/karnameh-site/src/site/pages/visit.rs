//! `visits/<id>.html`: what a visit saw of each activity.

use std::borrow::Cow;

use serde::Serialize;

use crate::model::{FindingRef, Idx, RecordKind, Visit};
use crate::persian::dates;
use crate::persian::numbers::points;
use crate::site::address::record_page;
use crate::site::entries::{EntryParts, SearchEntry, all, plain, record_title};
use crate::site::rows::{self, FindingRow};
use crate::site::view::{Alert, Fact, Frame, Html, Link, PageView, Picture};
use crate::site::words::{self, in_sentence};
use crate::site::{Addresses, Resolver, Site, Target, figures, links, stamp};

use super::frame::{crumbs, sample};
use super::kind::{PageKind, Rank};
use super::visits;

pub(super) const KIND: PageKind = PageKind {
    targets: |site| site.lists.visits.iter().copied().map(Target::Visit).collect(),
    later: |_, later| later.ids(RecordKind::Visit).iter().map(|id| record_page("visits", id)).collect(),
    sections: |_| Vec::new(),
    entries: &[(Rank::Work, |site| Box::new(site.lists.visits.iter().map(|&idx| search_entry(site, idx))))],
};

pub(super) fn address(addresses: &Addresses<'_>, idx: Idx<Visit>) -> String {
    record_page("visits", &addresses.dataset[idx].record.id)
}

/// What a visit's page shows.
#[derive(Debug, Serialize)]
struct VisitPage {
    /// Its title.
    pub name: String,
    /// The neighborhood, in words.
    pub place: String,
    /// What it saw, in a sentence or two.
    pub lede: String,
    /// Day, neighborhood, visitor.
    pub facts: Vec<Fact>,
    /// Where reports and visit differ.
    pub alert: Option<Alert>,
    /// What it saw of each activity.
    pub findings: Vec<FindingRow>,
    /// What it looked like.
    pub gallery: Vec<Gallery>,
    /// What is to be done.
    pub follow_up: Option<Html>,
    /// The narrative.
    pub body: Option<Html>,
    /// The visit to the same neighborhood before it.
    pub earlier: Option<Link>,
    /// The one after it.
    pub later: Option<Link>,
}

/// The photos of one finding.
#[derive(Debug, Serialize)]
struct Gallery {
    /// What they show.
    pub activity: Link,
    /// At least one.
    pub photos: Vec<Picture>,
}

pub(super) fn view(site: &Site<'_>, resolver: &Resolver<'_>, address: &str, idx: Idx<Visit>) -> PageView {
    let of = &site.dataset[idx];
    let name = of.record.title.to_string();
    let above = vec![Link { text: "نظارت میدانی".to_owned(), href: site.href(Target::Visits(1)) }];
    let lede = lede(site, idx);
    let frame = Frame {
        description: lede.clone(),
        crumbs: crumbs(site, above, &name),
        section: visits::SECTION.to_owned(),
        sample: sample(of.record.sample, false),
        ..Frame::new(address, "visit.html", &name)
    };
    let root = &*frame.root;
    let (earlier, later) = neighbors(site, idx);
    let findings = (0..of.findings.len()).map(|position| FindingRef { visit: idx, position });
    let mut findings: Vec<FindingRow> = findings
        .map(|finding| rows::finding_row(site, resolver, finding, &format!("f{}", finding.position), root))
        .collect();
    let gallery = gallery(&mut findings);
    let view = VisitPage {
        place: words::full_name(&site.dataset[of.neighborhood]),
        lede,
        facts: facts(site, idx),
        alert: alert(site, idx),
        findings,
        gallery,
        follow_up: of.follow_up.as_ref().map(|text| resolver.section_prose(text, "follow_", root)),
        body: of.record.body.as_ref().map(|body| resolver.section_prose(body, "text_", root)),
        earlier,
        later,
        name,
    };
    PageView::new(frame, view)
}

fn lede(site: &Site<'_>, idx: Idx<Visit>) -> String {
    let visit = &site.dataset[idx];
    let activity = &site.config.terms.activity;
    let seen = visit.findings.len();
    let measured = visit.findings.iter().filter(|finding| finding.progress.is_some()).count();
    if seen == 0 {
        return format!("در این بازدید دربارهٔ هیچ {} یافته‌ای ثبت نشده است.", activity.one);
    }
    let measured = match measured {
        0 => "پیشرفتی سنجیده نشد".to_owned(),
        all if all == seen => "پیشرفت همه سنجیده شد".to_owned(),
        some => format!("پیشرفت {} سنجیده شد", in_sentence(some, &activity.one)),
    };
    format!("{} دیده شد؛ {measured}.", in_sentence(seen, &activity.one))
}

fn facts(site: &Site<'_>, idx: Idx<Visit>) -> Vec<Fact> {
    let visit = &site.dataset[idx];
    vec![
        Fact {
            term: "تاریخ".to_owned(),
            at: Some(stamp::long(visit.date)),
            aside: words::distance(visit.date, site.figures.day),
            ..Fact::default()
        },
        Fact {
            term: site.config.terms.neighborhood.one.to_string(),
            values: vec![links::neighborhood(site, visit.neighborhood)],
            ..Fact::default()
        },
        Fact {
            term: "بازدیدکننده".to_owned(),
            values: vec![Link { text: visit.by.to_string(), href: String::new() }],
            ..Fact::default()
        },
    ]
}

fn alert(site: &Site<'_>, idx: Idx<Visit>) -> Option<Alert> {
    let flagged = visits::flagged_in(site, idx);
    (flagged > 0).then(|| Alert {
        kind: "warn".to_owned(),
        title: "گزارش با یافتهٔ بازدید همخوان نیست.".to_owned(),
        text: format!(
            "در {}، آنچه دیده شد بیش از {} واحد با گزارش همان روز فاصله دارد.",
            in_sentence(flagged, &site.config.terms.activity.one),
            points(site.config.thresholds.tolerance)
        ),
        link: Some(figures::method_link(site, "supervision")),
    })
}

/// The visits to the same neighborhood before and after one.
fn neighbors(site: &Site<'_>, idx: Idx<Visit>) -> (Option<Link>, Option<Link>) {
    let list = &site.relations.visits[site.dataset[idx].neighborhood.get()];
    let link = |at: usize| {
        let to = *list.get(at)?;
        let day = dates::medium(site.dataset[to].date);
        Some(Link { text: day, href: site.href(Target::Visit(to)) })
    };
    match list.iter().position(|&other| other == idx) {
        Some(at) => (link(at + 1), at.checked_sub(1).and_then(link)),
        None => (None, None),
    }
}

/// Takes the photos out of the table's rows: they stand below it, where there is room.
fn gallery(findings: &mut [FindingRow]) -> Vec<Gallery> {
    let photographed = findings.iter_mut().filter(|finding| !finding.photos.is_empty());
    photographed
        .map(|finding| Gallery {
            activity: finding.activity.clone(),
            photos: std::mem::take(&mut finding.photos),
        })
        .collect()
}

fn search_entry<'a>(site: &Site<'a>, idx: Idx<Visit>) -> SearchEntry<'a> {
    let data = site.dataset;
    let of = &data[idx];
    let findings = of.findings.iter();
    let follow_up = of.follow_up.as_ref();
    let first = findings.clone().find_map(|finding| finding.note.as_ref());
    let snippet = of.record.body.as_ref().or(first).or(follow_up).map(plain);
    let seen = findings.flat_map(|finding| {
        let activity = record_title(&data[finding.activity].record);
        [activity].into_iter().chain(finding.note.as_ref().map(plain))
    });
    let place = record_title(&data[of.neighborhood].record);
    let text = all([&of.by]).chain([place]).chain(seen).chain(follow_up.map(plain)).collect();
    let parts = EntryParts {
        kind: Cow::Borrowed(RecordKind::Visit.fa()),
        href: site.href(Target::Visit(idx)),
        snippet,
        at: Some(of.date),
        text,
    };
    let neighborhoods = vec![site.order.neighborhood_rank(of.neighborhood)];
    SearchEntry { neighborhoods, ..parts.entry(&of.record) }
}
