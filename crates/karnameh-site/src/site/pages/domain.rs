//! `domains/<id>.html`: a domain across neighborhoods, side by side.

use std::borrow::Cow;

use serde::Serialize;

use crate::model::{Domain, Idx, Neighborhood};
use crate::persian::numbers::percent;
use crate::persian::text::Text;
use crate::site::charts::Curve;
use crate::site::entries::{EntryParts, SearchEntry, given};
use crate::site::rows::{self, CompactPart, GroupRow};
use crate::site::view::{Attention, Frame, Html, KeyFigure, Link, PageView};
use crate::site::{Addresses, Resolver, Site, Target, counties, figures, gantt, matrix, words};

use super::domains;
use super::frame::{crumbs, sample_of};
use super::group::{self, DOMAIN_ROWS, Members, Overview};
use super::kind::{PageKind, Rank};

pub(super) const KIND: PageKind = PageKind {
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
struct DomainPage {
    /// Its title.
    pub name: String,
    /// Its icon.
    pub icon: String,
    /// What it is about; empty for none.
    pub summary: String,
    /// Ring, states, why.
    pub overview: Overview,
    /// Headline figures.
    pub figures: Vec<KeyFigure>,
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

pub(super) fn view(site: &Site<'_>, resolver: &Resolver<'_>, address: &str, idx: Idx<Domain>) -> PageView {
    let of = &site.dataset[idx];
    let group = &site.figures.groups.domains[idx.get()];
    let name = of.record.title.to_string();
    let above =
        vec![Link { text: site.config.terms.domain.many.to_string(), href: site.href(Target::Domains) }];
    let overview = group::overview(site, group, Target::Activities(1));
    let frame = Frame {
        description: words::description(
            group,
            format!(
                "{}. {}",
                words::headline(site.config, &format!("{} {name}", site.config.terms.domain.of), group),
                overview.lede
            ),
        ),
        crumbs: crumbs(site, above, &name),
        section: domains::SECTION.to_owned(),
        sample: sample_of(of.record.sample, group, false),
        ..Frame::new(address, "domain.html", &name)
    };
    let large = site.order.is_large();
    let (compared, below) = if large { Default::default() } else { side_by_side(site, idx) };
    let concerns = site.attention.iter().filter(|concern| site.dataset[concern.activity].domain == idx);
    let view = DomainPage {
        icon: matrix::domain_icon(site, idx),
        summary: words::or_empty(of.summary.as_ref()),
        overview,
        figures: vec![figures::done(site, group), figures::supervision(site, group)],
        body: of.record.body.as_ref().map(|body| resolver.prose(body, "", &frame.root)),
        counties: if site.order.goes_by_county() { counties(site, idx) } else { Vec::new() },
        parts: if large { rows::compact_parts(site, idx) } else { Vec::new() },
        compared,
        below,
        floor: percent(site.config.thresholds.coverage_floor),
        curve: gantt::curve(site, group, "curve"),
        attention: concerns.take(7).map(|concern| rows::attention_row(site, concern)).collect(),
        members: group::members(
            site,
            resolver,
            group,
            DOMAIN_ROWS,
            site.href(Target::Activities(1)),
            &frame.root,
        ),
        name,
    };
    PageView::new(frame, view)
}

/// The cells of a domain: those that may be compared by progress, and the others (F21).
fn side_by_side(site: &Site<'_>, domain: Idx<Domain>) -> (Vec<GroupRow>, Vec<GroupRow>) {
    let row = |neighborhood: Idx<Neighborhood>| {
        let link = rows::link_in_domain(site, neighborhood, domain);
        rows::group_row(site, site.cell(neighborhood, domain), link, String::new())
    };
    let (compared, below) = rows::ranked(site, domain, &site.order.neighborhoods);
    (compared.into_iter().map(row).collect(), below.into_iter().map(row).collect())
}

/// The domain in each county.
fn counties(site: &Site<'_>, domain: Idx<Domain>) -> Vec<GroupRow> {
    let row = |&at: &usize| {
        let text = site.figures.groups.counties[at].name.to_string();
        let link = Link { text, href: format!("#{}", counties::anchor(site, at)) };
        GroupRow {
            aside: counties::size(site, at),
            ..rows::group_row(site, site.figures.groups.county_cell(at, domain), link, String::new())
        }
    };
    site.order.counties.iter().map(row).collect()
}

fn search_entry<'a>(site: &Site<'a>, idx: Idx<Domain>) -> SearchEntry<'a> {
    let of = &site.dataset[idx];
    let parts = EntryParts {
        kind: Cow::Borrowed(&site.config.terms.domain.one),
        href: site.href(Target::Domain(idx)),
        snippet: of.summary.as_ref().map(Text::shown),
        at: None,
        text: given([&of.summary]).collect(),
    };
    SearchEntry { domain: Some(site.order.domain_rank(idx)), ..parts.entry(&of.record) }
}
