//! `domains/index.html`: the domains side by side.

use serde::Serialize;

use crate::model::{Domain, Idx};
use crate::site::rows::GroupRow;
use crate::site::view::{Frame, Link, Sample};
use crate::site::words::{self, counted};
use crate::site::{Addresses, Site, Target};

use super::kind::{IndexLine, Kind, Menu, Part};
use super::{PageView, View};

pub(super) const KIND: Kind = Kind {
    targets: |_| vec![Target::Domains],
    later: |_, _| Vec::new(),
    sections: |site| {
        vec![IndexLine {
            part: Part::Work,
            key: "domains".to_owned(),
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
pub struct DomainsPage {
    /// What stands behind the figures.
    pub lede: String,
    /// The domains.
    pub domains: Vec<GroupRow>,
    /// All of them together.
    pub total: GroupRow,
}

impl Site<'_> {
    pub(super) fn domains(&self, address: &str) -> PageView {
        let terms = &self.config.terms;
        let title = terms.domain.many.to_string();
        let whole_site = &self.figures.groups.site;
        let card = |&domain: &Idx<Domain>| GroupRow {
            aside: words::said(self.dataset[domain].summary.as_ref()),
            ..self.group_row(
                &self.figures.groups.domains[domain.get()],
                self.domain_link(domain),
                self.domain_icon(domain),
            )
        };
        let total = Link { text: format!("همهٔ {}", terms.domain.many), href: String::new() };
        let view = DomainsPage {
            lede: format!(
                "{}. {}",
                counted(self.dataset.domains.len(), &terms.domain),
                words::lede(whole_site, terms)
            ),
            domains: self.order.domains.iter().map(card).collect(),
            total: self.group_row(whole_site, total, String::new()),
        };
        let frame = Frame {
            crumbs: self.crumbs(Vec::new(), &title),
            section: "domains".to_owned(),
            sample: if whole_site.sample { Sample::Part } else { Sample::None },
            ..Frame::new(address, "domains.html", &title)
        };
        PageView { frame, view: View::Domains(Box::new(view)) }
    }
}
