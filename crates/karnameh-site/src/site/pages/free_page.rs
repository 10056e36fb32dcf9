//! `pages/<id>.html`: a page that the province wrote.

use std::borrow::Cow;

use crate::model::{Head, Idx, Page};
use crate::site::entries::{EntryParts, PAGE, SearchEntry};
use crate::site::view::{Frame, PageView};
use crate::site::{Addresses, Resolver, Site, Target};

use super::frame::{crumbs, sample};
use super::kind::{IndexLine, IndexPart, Menu, PageKind, Rank};
use super::text::TextPage;

pub(super) const KIND: PageKind = PageKind {
    targets: |site| free_pages(site).map(Target::FreePage).collect(),
    later: |_, _| Vec::new(),
    sections: |site| menu_pages(site).into_iter().map(|idx| index_line(site, idx)).collect(),
    entries: &[(Rank::FreePage, |site| Box::new(free_pages(site).map(|idx| search_entry(site, idx))))],
};

pub(super) fn address(addresses: &Addresses<'_>, idx: Idx<Page>) -> String {
    format!("pages/{}.html", addresses.dataset[idx].record.id)
}

/// The key of a page's section: that of no section of ours.
fn section_key(record: &Head) -> String {
    format!("page-{}", record.id)
}

/// The pages but those that give `about.html` and `method.html` their text.
fn free_pages<'s>(site: &'s Site<'_>) -> impl Iterator<Item = Idx<Page>> + use<'s> {
    let data = site.dataset;
    (0..data.pages.len()).map(Idx::new).filter(|&idx: &Idx<Page>| {
        let id = &*data[idx].record.id;
        id != "about" && id != "method"
    })
}

/// Those of the menu, by order, then id.
fn menu_pages(site: &Site<'_>) -> Vec<Idx<Page>> {
    let mut pages: Vec<_> = free_pages(site).filter(|&idx| site.dataset[idx].menu).collect();
    pages.sort_by(|&a, &b| {
        let rank = |idx: Idx<Page>| site.dataset[idx].order.unwrap_or(f64::INFINITY);
        rank(a).total_cmp(&rank(b))
    });
    pages
}

fn index_line(site: &Site<'_>, idx: Idx<Page>) -> IndexLine {
    let record = &site.dataset[idx].record;
    IndexLine {
        part: IndexPart::FreePage,
        key: section_key(record),
        title: record.title.to_string(),
        first: Target::FreePage(idx),
        menu: Menu::Secondary,
        is_list: false,
    }
}

pub(super) fn view(site: &Site<'_>, resolver: &Resolver<'_>, address: &str, idx: Idx<Page>) -> PageView {
    let page = &site.dataset[idx];
    let name = page.record.title.to_string();
    let frame = Frame {
        crumbs: crumbs(site, Vec::new(), &name),
        section: section_key(&page.record),
        sample: sample(page.record.sample, false),
        ..Frame::new(address, "text.html", &name)
    };
    let view = TextPage {
        body: page.record.body.as_ref().map(|body| resolver.prose(body, "", &frame.root)),
        contact: None,
        description: None,
        license: String::new(),
        name,
    };
    PageView::new(frame, view)
}

fn search_entry<'a>(site: &Site<'a>, idx: Idx<Page>) -> SearchEntry<'a> {
    let parts = EntryParts {
        kind: Cow::Borrowed(PAGE),
        href: site.href(Target::FreePage(idx)),
        snippet: None,
        at: None,
        text: Vec::new(),
    };
    parts.entry(&site.dataset[idx].record)
}
