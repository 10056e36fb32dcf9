//! Groups side by side where they are hundreds: a line each, county by county.

use serde::Serialize;

use crate::model::{Domain, Idx, Neighborhood};
use crate::progress::{Group, State};
use crate::site::Site;
use crate::site::Target;
use crate::site::counties::{CountyPart, OPEN};
use crate::site::figures;
use crate::site::view::Link;
use crate::site::words::{self, counted};

/// A group as a line.
#[derive(Debug, Clone, Serialize)]
pub struct CompactRow {
    /// What the group is of; without an address where it has no page.
    pub link: Link,
    /// «۸۴٪», «؟», «—»
    pub actual: String,
    /// «۸۵٪», «—»
    pub planned: String,
    /// «−۱», «—»
    pub deviation: String,
    /// The worst thing true of it («۱ مهلت‌گذشته»).
    pub note: String,
    /// The key of the state that the note speaks of; empty for a plain note.
    pub state: String,
    /// Nothing is recorded in it.
    pub empty: bool,
}

/// Some neighborhoods of a domain.
#[derive(Debug, Serialize)]
pub struct CompactPart {
    /// Its anchor; empty for none.
    pub id: String,
    /// «شهرستان قم، ۶۷ محله»: it is folded under these words; empty for what stands open.
    pub title: String,
    /// Those whose coverage reaches the floor: by progress, the highest first (F21).
    pub rows: Vec<CompactRow>,
    /// The others, in the order of the site.
    pub below: Vec<CompactRow>,
}

impl Site<'_> {
    /// The cells of a domain: county by county, else some that stand open and the rest.
    pub(in crate::site) fn compact_parts(&self, domain: Idx<Domain>) -> Vec<CompactPart> {
        if !self.order.has_counties() {
            return self.compact_whole(domain);
        }
        let of_county = |of: &CountyPart<'_>| {
            let (rows, below) = self.ranked(domain, of.neighborhoods);
            let size = counted(of.neighborhoods.len(), &self.config.terms.neighborhood);
            let title = format!("{}، {size}", self.county_title(of.at));
            let id = of.at.map(|at| self.county_anchor(at)).unwrap_or_default();
            self.compact_part(domain, id, title, &rows, &below)
        };
        self.parted(&self.order.by_county).iter().map(of_county).collect()
    }

    fn compact_whole(&self, domain: Idx<Domain>) -> Vec<CompactPart> {
        let (rows, below) = self.ranked(domain, &self.order.neighborhoods);
        let (open, rest) = rows.split_at(rows.len().min(OPEN));
        let hidden = rest.len() + below.len();
        let title = words::rest(hidden, &self.config.terms.neighborhood.one);
        let of = |title, rows: &_, below: &_| self.compact_part(domain, String::new(), title, rows, below);
        let mut parts = vec![of(String::new(), open, &[])];
        parts.extend((hidden > 0).then(|| of(title, rest, &below)));
        parts.retain(|part| !part.rows.is_empty() || !part.below.is_empty());
        parts
    }

    fn compact_part(
        &self,
        domain: Idx<Domain>,
        id: String,
        title: String,
        rows: &[Idx<Neighborhood>],
        below: &[Idx<Neighborhood>],
    ) -> CompactPart {
        let cells = |of: &[Idx<_>]| of.iter().map(|&at| self.compact_cell(at, domain)).collect();
        CompactPart { id, title, rows: cells(rows), below: cells(below) }
    }

    fn compact_cell(&self, neighborhood: Idx<Neighborhood>, domain: Idx<Domain>) -> CompactRow {
        self.compact_row(self.cell(neighborhood, domain), self.link_in_domain(neighborhood, domain))
    }

    /// A neighborhood by its name, on the page of a domain: the way to their cell, which has a page where it has members.
    pub(in crate::site) fn link_in_domain(
        &self,
        neighborhood: Idx<Neighborhood>,
        domain: Idx<Domain>,
    ) -> Link {
        let has_page = !self.cell(neighborhood, domain).members.is_empty();
        Link {
            text: self.dataset[neighborhood].record.title.to_string(),
            href: if has_page { self.href(Target::Cell(neighborhood, domain)) } else { String::new() },
        }
    }

    fn compact_row(&self, group: &Group, link: Link) -> CompactRow {
        let empty = group.members.is_empty();
        let (note, state) = if empty { (String::new(), None) } else { self.worst(group) };
        CompactRow {
            link,
            actual: words::group_actual(group),
            planned: words::group_planned(group),
            deviation: figures::deviation_text(group.deviation.value),
            note,
            state: state.map(State::key).unwrap_or_default().to_owned(),
            empty,
        }
    }

    /// The cells of a domain: those that may be compared, by progress, and the others (F21).
    pub(in crate::site) fn ranked(
        &self,
        domain: Idx<Domain>,
        of: &[Idx<Neighborhood>],
    ) -> (Vec<Idx<Neighborhood>>, Vec<Idx<Neighborhood>>) {
        let (mut compared, below): (Vec<_>, Vec<_>) =
            of.iter().copied().partition(|&neighborhood| !self.below_floor(self.cell(neighborhood, domain)));
        compared.sort_by(|&a, &b| {
            let actual = |idx| self.cell(idx, domain).actual.value.unwrap_or(-1.0);
            actual(b).total_cmp(&actual(a))
        });
        (compared, below)
    }
}
