//! `neighborhoods/index.html`: all of them on a map, by county with subtotals, in the full matrix, and side by side.

use serde::Serialize;

use crate::persian::numbers::points;
use crate::site::address::paged;
use crate::site::charts::{Atlas, Multiples};
use crate::site::paging::PAGE_ROWS;
use crate::site::rows::{self, GroupRow};
use crate::site::view::{Density, Frame, Matrix, PageView, Pager};
use crate::site::words::{self, counted};
use crate::site::{Addresses, Site, Target, counties, map, matrix, multiples};

use super::frame::{self, crumbs, pager};
use super::kind::{IndexLine, IndexPart, Menu, PageKind};

/// The key of its section.
pub(super) const SECTION: &str = "neighborhoods";

pub(super) const KIND: PageKind = PageKind {
    targets: |site| {
        (1..=site.order.neighborhoods.len().div_ceil(PAGE_ROWS).max(1)).map(Target::Neighborhoods).collect()
    },
    later: |_, _| Vec::new(),
    sections: |site| {
        vec![IndexLine {
            part: IndexPart::Work,
            key: SECTION.to_owned(),
            title: site.config.terms.neighborhood.many.to_string(),
            first: Target::Neighborhoods(1),
            menu: Menu::Primary,
            is_list: true,
        }]
    },
    entries: &[],
};

pub(super) fn address(_: &Addresses<'_>, page: usize) -> String {
    paged("neighborhoods", page)
}

/// What the index of neighborhoods shows.
#[derive(Debug, Serialize)]
struct NeighborhoodsPage {
    /// «۴ محله»
    pub lede: String,
    /// All of them on one picture; on the first page alone.
    pub atlas: Option<Atlas>,
    /// Counties with their subtotals; empty where there is but one or none.
    pub counties: Vec<GroupRow>,
    /// The neighborhoods of this page and all domains.
    pub matrix: Matrix,
    /// «۱۵»: the points that the bars' outline speaks of.
    pub tolerance: String,
    /// The year of each, side by side; on the first page alone.
    pub multiples: Option<Multiples>,
    /// The other pages.
    pub pager: Option<Pager>,
}

pub(super) fn view(site: &Site<'_>, address: &str, page: usize) -> PageView {
    let terms = &site.config.terms;
    let all = if site.order.goes_by_county() { &site.order.by_county } else { &site.order.neighborhoods };
    let start = ((page - 1) * PAGE_ROWS).min(all.len());
    let shown = &all[start..(start + PAGE_ROWS).min(all.len())];
    let matrix = if site.order.goes_by_county() {
        matrix::by_county(site, shown, start.checked_sub(1).map(|before| all[before]))
    } else {
        matrix::neighborhoods(site, shown)
    };
    let title = terms.neighborhood.many.to_string();
    let frame = Frame {
        crumbs: crumbs(site, Vec::new(), &title),
        section: SECTION.to_owned(),
        sample: frame::sample_of(false, &site.figures.groups.site, false),
        ..Frame::new(address, "neighborhoods.html", frame::numbered(&title, page))
    };
    let view = NeighborhoodsPage {
        lede: format!(
            "{} در {} شهرستان. {}",
            counted(all.len(), &terms.neighborhood),
            words::whole(site.figures.groups.counties.len()),
            words::lede(&site.figures.groups.site, terms)
        ),
        atlas: if page == 1 { map::atlas(site) } else { None },
        counties: if page == 1 { counties(site) } else { Vec::new() },
        matrix: if site.order.is_large() { Matrix { density: Density::Bare, ..matrix } } else { matrix },
        tolerance: points(site.config.thresholds.tolerance),
        multiples: if page == 1 { multiples::multiples(site) } else { None },
        pager: pager(site, all.len(), PAGE_ROWS, page, Target::Neighborhoods),
    };
    PageView::new(frame, view)
}

fn counties(site: &Site<'_>) -> Vec<GroupRow> {
    if !site.order.has_counties() {
        return Vec::new();
    }
    let row = |&at: &usize| GroupRow {
        id: counties::anchor(site, at),
        aside: counties::size(site, at),
        ..rows::group_row(site, counties::group(site, at), counties::rows_link(site, at), String::new())
    };
    site.order.counties.iter().map(row).collect()
}
