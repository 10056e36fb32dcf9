//! Groups side by side where they are hundreds: a line each, county by county.

use serde::Serialize;

use crate::model::{Domain, Idx, Neighborhood};
use crate::progress::{Group, State};
use crate::site::counties::{self, CountyPart, OPEN};
use crate::site::view::Link;
use crate::site::words::{self, counted};
use crate::site::{Site, Target, figures, matrix, rows};

/// A group as a line.
#[derive(Debug, Clone, Serialize)]
pub(in crate::site) struct CompactRow {
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
pub(in crate::site) struct CompactPart {
    /// Its anchor; empty for none.
    pub id: String,
    /// «شهرستان قم، ۶۷ محله»: it is folded under these words; empty for what stands open.
    pub title: String,
    /// Those whose coverage reaches the floor: by progress, the highest first (F21).
    pub rows: Vec<CompactRow>,
    /// The others, in the order of the site.
    pub below: Vec<CompactRow>,
}

/// The cells of a domain: county by county, else some that stand open and the rest.
pub(in crate::site) fn compact_parts(site: &Site<'_>, domain: Idx<Domain>) -> Vec<CompactPart> {
    if !site.order.has_counties() {
        return whole(site, domain);
    }
    let of_county = |of: &CountyPart<'_>| {
        let (rows, below) = ranked(site, domain, of.neighborhoods);
        let count = counted(of.neighborhoods.len(), &site.config.terms.neighborhood);
        let title = format!("{}، {count}", counties::title(site, of.at));
        let id = of.at.map(|at| counties::anchor(site, at)).unwrap_or_default();
        part(site, domain, id, title, &rows, &below)
    };
    counties::parted(site, &site.order.by_county).iter().map(of_county).collect()
}

fn whole(site: &Site<'_>, domain: Idx<Domain>) -> Vec<CompactPart> {
    let (rows, below) = ranked(site, domain, &site.order.neighborhoods);
    let (open, rest) = rows.split_at(rows.len().min(OPEN));
    let hidden = rest.len() + below.len();
    let title = words::rest(hidden, &site.config.terms.neighborhood.one);
    let of = |title, rows: &_, below: &_| part(site, domain, String::new(), title, rows, below);
    let mut parts = vec![of(String::new(), open, &[])];
    parts.extend((hidden > 0).then(|| of(title, rest, &below)));
    parts.retain(|part| !part.rows.is_empty() || !part.below.is_empty());
    parts
}

fn part(
    site: &Site<'_>,
    domain: Idx<Domain>,
    id: String,
    title: String,
    rows: &[Idx<Neighborhood>],
    below: &[Idx<Neighborhood>],
) -> CompactPart {
    let cells = |of: &[Idx<_>]| of.iter().map(|&at| cell(site, at, domain)).collect();
    CompactPart { id, title, rows: cells(rows), below: cells(below) }
}

fn cell(site: &Site<'_>, neighborhood: Idx<Neighborhood>, domain: Idx<Domain>) -> CompactRow {
    row(site, site.cell(neighborhood, domain), link_in_domain(site, neighborhood, domain))
}

/// A neighborhood by its name, on the page of a domain: the way to their cell, which has a page where it has members.
pub(in crate::site) fn link_in_domain(
    site: &Site<'_>,
    neighborhood: Idx<Neighborhood>,
    domain: Idx<Domain>,
) -> Link {
    let has_page = !site.cell(neighborhood, domain).members.is_empty();
    Link {
        text: site.dataset[neighborhood].record.title.to_string(),
        href: if has_page { site.href(Target::Cell(neighborhood, domain)) } else { String::new() },
    }
}

fn row(site: &Site<'_>, group: &Group, link: Link) -> CompactRow {
    let empty = group.members.is_empty();
    let (note, state) = if empty { (String::new(), None) } else { matrix::worst(site, group) };
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
    site: &Site<'_>,
    domain: Idx<Domain>,
    of: &[Idx<Neighborhood>],
) -> (Vec<Idx<Neighborhood>>, Vec<Idx<Neighborhood>>) {
    let (mut compared, below): (Vec<_>, Vec<_>) = of
        .iter()
        .copied()
        .partition(|&neighborhood| !rows::below_floor(site, site.cell(neighborhood, domain)));
    compared.sort_by(|&a, &b| {
        let actual = |idx| site.cell(idx, domain).actual.value.unwrap_or(-1.0);
        actual(b).total_cmp(&actual(a))
    });
    (compared, below)
}
