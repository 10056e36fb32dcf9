//! `domains/<id>.html`: a domain across neighborhoods, side by side.

use std::borrow::Cow;

use serde::Serialize;

use crate::model::{Domain, Idx, Neighborhood};
use crate::persian::numbers::percent;
use crate::persian::text::Text;
use crate::site::charts::Curve;
use crate::site::entries::{Parts, SearchEntry, given};
use crate::site::rows::{CompactPart, GroupRow};
use crate::site::view::{Attention, Figure, Frame, Html, Link};
use crate::site::{Addresses, Resolver, Site, Target, words};

use super::frame::sample;
use super::group::{DOMAIN_ROWS, Members, Overview};
use super::kind::{Kind, Rank};
use super::{PageView, View};

pub(super) const KIND: Kind = Kind {
    targets: |site| (0..site.dataset.domains.len()).map(Idx::new).map(Target::Domain).collect(),
    later: |_, _| Vec::new(),
    sections: |_| Vec::new(),
    entries: &[(Rank::Subject, |site| {
        Box::new(site.order.domains.iter().map(|&idx| search_entry(site, idx)))
    })],
};

pub(super) fn address(addresses: &Addresses<'_>, idx: Idx<Domain>) -> String {
    format!("domains/{}.html", addresses.dataset[idx].record.id)
}

/// What a domain's page shows.
#[derive(Debug, Serialize)]
pub struct DomainPage {
    /// Its title.
    pub name: String,
    /// Its icon.
    pub icon: String,
    /// What it is about; empty for none.
    pub summary: String,
    /// Ring, states, why.
    pub overview: Overview,
    /// Headline figures.
    pub figures: Vec<Figure>,
    /// The narrative.
    pub body: Option<Html>,
    /// The domain in each county, where neighborhoods are too many to be shown in full.
    pub counties: Vec<GroupRow>,
    /// The neighborhoods then, a line each, county by county.
    pub parts: Vec<CompactPart>,
    /// Neighborhoods whose coverage reaches the floor: by progress, the highest first (F21).
    pub compared: Vec<GroupRow>,
    /// The others, in the order of the site.
    pub below: Vec<GroupRow>,
    /// The floor of coverage, as text («۵۰٪»).
    pub floor: String,
    /// The year's curve.
    pub curve: Option<Curve>,
    /// What needs attention in it.
    pub attention: Vec<Attention>,
    /// Its activities.
    pub members: Members,
}

impl Site<'_> {
    pub(super) fn domain(&self, resolver: &Resolver<'_>, address: &str, idx: Idx<Domain>) -> PageView {
        let of = &self.dataset[idx];
        let group = &self.figures.groups.domains[idx.get()];
        let name = of.record.title.to_string();
        let above =
            vec![Link { text: self.config.terms.domain.many.to_string(), href: self.href(Target::Domains) }];
        let overview = self.overview(group, Target::Activities(1));
        let frame = Frame {
            description: format!("{}. {}", words::headline(&format!("حوزهٔ {name}"), group), overview.lede),
            crumbs: self.crumbs(above, &name),
            section: "domains".to_owned(),
            sample: sample(of.record.sample, group.sample),
            ..Frame::new(address, "domain.html", &name)
        };
        let large = self.order.is_large();
        let (compared, below) = if large { Default::default() } else { self.side_by_side(idx) };
        let concerns = self.attention.iter().filter(|concern| self.dataset[concern.activity].domain == idx);
        let view = DomainPage {
            icon: self.domain_icon(idx),
            summary: words::said(of.summary.as_ref()),
            overview,
            figures: vec![self.done_figure(group), self.supervision_figure(group)],
            body: of.record.body.as_ref().map(|body| resolver.prose(body, "", &frame.root)),
            counties: if self.order.goes_by_county() { self.domain_counties(idx) } else { Vec::new() },
            parts: if large { self.compact_parts(idx) } else { Vec::new() },
            compared,
            below,
            floor: percent(self.config.thresholds.coverage_floor),
            curve: self.curve(group, "curve"),
            attention: concerns.take(7).map(|concern| self.attention_row(concern)).collect(),
            members: self.members(
                resolver,
                group,
                DOMAIN_ROWS,
                self.href(Target::Activities(1)),
                &frame.root,
            ),
            name,
        };
        PageView { frame, view: View::Domain(Box::new(view)) }
    }

    /// The cells of a domain: those that may be compared by progress, and the others (F21).
    fn side_by_side(&self, domain: Idx<Domain>) -> (Vec<GroupRow>, Vec<GroupRow>) {
        let row = |neighborhood: Idx<Neighborhood>| {
            let link = self.link_in_domain(neighborhood, domain);
            self.group_row(self.cell(neighborhood, domain), link, String::new())
        };
        let (compared, below) = self.ranked(domain, &self.order.neighborhoods);
        (compared.into_iter().map(row).collect(), below.into_iter().map(row).collect())
    }

    /// The domain in each county.
    fn domain_counties(&self, domain: Idx<Domain>) -> Vec<GroupRow> {
        let row = |&at: &usize| {
            let text = self.figures.groups.counties[at].name.to_string();
            let link = Link { text, href: format!("#{}", self.county_anchor(at)) };
            GroupRow {
                aside: self.county_size(at),
                ..self.group_row(self.figures.groups.county_cell(at, domain), link, String::new())
            }
        };
        self.order.counties.iter().map(row).collect()
    }
}

fn search_entry<'a>(site: &Site<'a>, idx: Idx<Domain>) -> SearchEntry<'a> {
    let of = &site.dataset[idx];
    let parts = Parts {
        kind: Cow::Borrowed(&site.config.terms.domain.one),
        href: site.href(Target::Domain(idx)),
        snippet: of.summary.as_ref().map(Text::shown),
        at: None,
        text: given([&of.summary]).collect(),
    };
    SearchEntry { domain: Some(site.order.domain_rank(idx)), ..parts.entry(&of.record) }
}
