//! `neighborhoods/<id>/<domain>.html`: where a neighborhood and a domain meet.

use std::borrow::Cow;

use serde::Serialize;

use crate::model::{Domain, Idx, Neighborhood};
use crate::site::entries::SearchEntry;
use crate::site::view::{Frame, Link, PageView};
use crate::site::{Addresses, Resolver, Site, Target, links, matrix, words};

use super::frame::{crumbs, sample_of};
use super::group::{self, CELL_ROWS, Members, Overview};
use super::kind::{Found, PageKind, Rank};
use super::neighborhoods;

pub(super) const KIND: PageKind = PageKind {
    // Those of a neighborhood follow it: see `neighborhood::KIND`.
    targets: |_| Vec::new(),
    later: |site, later| {
        let cells = later.cells.iter().map(|&(neighborhood, domain)| Target::Cell(neighborhood, domain));
        cells.map(|cell| site.href(cell)).collect()
    },
    sections: |_| Vec::new(),
    entries: &[(Rank::Cell, find)],
};

pub(super) fn address(
    addresses: &Addresses<'_>,
    neighborhood: Idx<Neighborhood>,
    domain: Idx<Domain>,
) -> String {
    let data = addresses.dataset;
    format!("neighborhoods/{}/{}.html", data[neighborhood].record.id, data[domain].record.id)
}

/// The cells of a neighborhood that have activities.
pub(super) fn targets(site: &Site<'_>, neighborhood: Idx<Neighborhood>) -> impl Iterator<Item = Target> {
    let domains = (0..site.dataset.domains.len()).map(Idx::new);
    let full = domains.filter(move |&domain| !site.cell(neighborhood, domain).members.is_empty());
    full.map(move |domain| Target::Cell(neighborhood, domain))
}

fn find<'s, 'a>(site: &'s Site<'a>) -> Found<'s, 'a> {
    let cells = site
        .order
        .neighborhoods
        .iter()
        .flat_map(|&neighborhood| site.order.domains.iter().map(move |&domain| (neighborhood, domain)));
    let full = cells.filter(|&(neighborhood, domain)| !site.cell(neighborhood, domain).members.is_empty());
    Box::new(full.map(|(neighborhood, domain)| search_entry(site, neighborhood, domain)))
}

/// What a cell's page shows.
#[derive(Debug, Serialize)]
struct CellPage {
    /// «ورزش در محلهٔ شیخ‌آباد»
    pub name: String,
    /// The domain's icon.
    pub icon: String,
    /// The neighborhood.
    pub neighborhood: Link,
    /// The domain.
    pub domain: Link,
    /// Ring, states, why.
    pub overview: Overview,
    /// Its activities.
    pub members: Members,
}

pub(super) fn view(
    site: &Site<'_>,
    resolver: &Resolver<'_>,
    address: &str,
    neighborhood: Idx<Neighborhood>,
    domain: Idx<Domain>,
) -> PageView {
    let group = site.cell(neighborhood, domain);
    let place = words::full_name(&site.dataset[neighborhood]);
    let name = format!("{} در {place}", site.dataset[domain].record.title);
    let above = vec![
        Link {
            text: site.config.terms.neighborhood.many.to_string(),
            href: site.href(Target::Neighborhoods(1)),
        },
        links::neighborhood(site, neighborhood),
    ];
    let overview = group::overview(site, group, Target::Neighborhood(neighborhood));
    let frame = Frame {
        description: overview.lede.clone(),
        crumbs: crumbs(site, above, &site.dataset[domain].record.title.shown()),
        section: neighborhoods::SECTION.to_owned(),
        sample: sample_of(false, group, false),
        ..Frame::new(address, "cell.html", &name)
    };
    let view = CellPage {
        name,
        icon: matrix::domain_icon(site, domain),
        neighborhood: links::neighborhood(site, neighborhood),
        domain: links::domain(site, domain),
        overview,
        members: group::members(
            site,
            resolver,
            group,
            CELL_ROWS,
            site.href(Target::Activities(1)),
            &frame.root,
        ),
    };
    PageView::new(frame, view)
}

fn search_entry<'a>(
    site: &Site<'a>,
    neighborhood: Idx<Neighborhood>,
    domain: Idx<Domain>,
) -> SearchEntry<'a> {
    let terms = &site.config.terms;
    let place = words::full_name(&site.dataset[neighborhood]);
    let title = format!("{} در {place}", site.dataset[domain].record.title);
    SearchEntry {
        kind: Cow::Owned(format!("{} در {}", terms.domain.one, terms.neighborhood.one)),
        link: Link { text: title, href: site.href(Target::Cell(neighborhood, domain)) },
        snippet: words::lede(site.cell(neighborhood, domain), terms),
        neighborhoods: vec![site.order.neighborhood_rank(neighborhood)],
        domain: Some(site.order.domain_rank(domain)),
        state: None,
        at: None,
        sample: false,
        text: Vec::new(),
    }
}
