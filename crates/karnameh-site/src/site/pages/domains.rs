//! `domains/index.html`: the domains side by side.

use serde::Serialize;

use crate::model::{Domain, Idx};
use crate::site::rows::{self, GroupRow};
use crate::site::view::{Frame, Link, PageView};
use crate::site::words::{self, counted};
use crate::site::{Addresses, Site, Target, links, matrix};

use super::frame::{crumbs, sample_of};
use super::kind::{IndexLine, IndexPart, Menu, PageKind};

/// The key of its section.
pub(super) const SECTION: &str = "domains";

pub(super) const KIND: PageKind = PageKind {
    targets: |_| vec![Target::Domains],
    later: |_, _| Vec::new(),
    sections: |site| {
        vec![IndexLine {
            part: IndexPart::Work,
            key: SECTION.to_owned(),
            title: site.config.terms.domain.many.to_string(),
            first: Target::Domains,
            menu: Menu::Primary,
            is_list: true,
        }]
    },
    entries: &[],
};

pub(super) fn address(_: &Addresses<'_>) -> String {
    "domains/index.html".to_owned()
}

/// What the index of domains shows.
#[derive(Debug, Serialize)]
struct DomainsPage {
    /// What stands behind the figures.
    pub lede: String,
    /// The domains.
    pub domains: Vec<GroupRow>,
    /// All of them together.
    pub total: GroupRow,
}

pub(super) fn view(site: &Site<'_>, address: &str) -> PageView {
    let terms = &site.config.terms;
    let title = terms.domain.many.to_string();
    let whole_site = &site.figures.groups.site;
    let card = |&domain: &Idx<Domain>| GroupRow {
        aside: words::or_empty(site.dataset[domain].summary.as_ref()),
        ..rows::group_row(
            site,
            &site.figures.groups.domains[domain.get()],
            links::domain(site, domain),
            matrix::domain_icon(site, domain),
        )
    };
    let total = Link { text: format!("همهٔ {}", terms.domain.many), href: String::new() };
    let view = DomainsPage {
        lede: format!(
            "{}. {}",
            counted(site.dataset.domains.len(), &terms.domain),
            words::lede(whole_site, terms)
        ),
        domains: site.order.domains.iter().map(card).collect(),
        total: rows::group_row(site, whole_site, total, String::new()),
    };
    let frame = Frame {
        crumbs: crumbs(site, Vec::new(), &title),
        section: SECTION.to_owned(),
        sample: sample_of(false, whole_site, false),
        ..Frame::new(address, "domains.html", &title)
    };
    PageView::new(frame, view)
}
