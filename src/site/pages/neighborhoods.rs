//! `neighborhoods/index.html`: all of them on a map, by county with subtotals, in the full matrix, and side by side.

use serde::Serialize;

use crate::persian::numbers::points;
use crate::site::address::paged;
use crate::site::charts::{Atlas, Multiples};
use crate::site::paging::PAGE_ROWS;
use crate::site::rows::GroupRow;
use crate::site::view::{Density, Frame, Matrix, Pager, Sample};
use crate::site::words::{self, counted};
use crate::site::{Addresses, Site, Target};

use super::kind::{IndexLine, Kind, Menu, Part};
use super::{PageView, View, frame};

pub(super) const KIND: Kind = Kind {
    targets: |site| {
        (1..=site.order.neighborhoods.len().div_ceil(PAGE_ROWS).max(1)).map(Target::Neighborhoods).collect()
    },
    later: |_, _| Vec::new(),
    sections: |site| {
        vec![IndexLine {
            part: Part::Work,
            key: "neighborhoods".to_owned(),
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
pub struct NeighborhoodsPage {
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

impl Site<'_> {
    pub(super) fn neighborhoods(&self, address: &str, page: usize) -> PageView {
        let terms = &self.config.terms;
        let all = if self.order.goes_by_county() { &self.order.by_county } else { &self.order.neighborhoods };
        let start = ((page - 1) * PAGE_ROWS).min(all.len());
        let shown = &all[start..(start + PAGE_ROWS).min(all.len())];
        let matrix = if self.order.goes_by_county() {
            self.matrix_by_county(shown, start.checked_sub(1).map(|before| all[before]))
        } else {
            self.matrix(shown)
        };
        let title = terms.neighborhood.many.to_string();
        let frame = Frame {
            crumbs: self.crumbs(Vec::new(), &title),
            section: "neighborhoods".to_owned(),
            sample: if self.figures.groups.site.sample { Sample::Part } else { Sample::None },
            ..Frame::new(address, "neighborhoods.html", frame::numbered(&title, page))
        };
        let view = NeighborhoodsPage {
            lede: format!(
                "{} در {} شهرستان. {}",
                counted(all.len(), &terms.neighborhood),
                words::whole(self.figures.groups.counties.len()),
                words::lede(&self.figures.groups.site, terms)
            ),
            atlas: if page == 1 { self.atlas() } else { None },
            counties: if page == 1 { self.counties() } else { Vec::new() },
            matrix: if self.order.is_large() { Matrix { density: Density::Bare, ..matrix } } else { matrix },
            tolerance: points(self.config.thresholds.tolerance),
            multiples: if page == 1 { self.multiples() } else { None },
            pager: self.pager(all.len(), PAGE_ROWS, page, Target::Neighborhoods),
        };
        PageView { frame, view: View::Neighborhoods(Box::new(view)) }
    }

    fn counties(&self) -> Vec<GroupRow> {
        if !self.order.has_counties() {
            return Vec::new();
        }
        let row = |&at: &usize| GroupRow {
            id: self.county_anchor(at),
            aside: self.county_size(at),
            ..self.group_row(self.county_group(at), self.county_rows_link(at), String::new())
        };
        self.order.counties.iter().map(row).collect()
    }
}
