//! Counties (شهرستان): what pages speak of first where neighborhoods are too many to be taken in at a glance.

use std::collections::BTreeSet;

use crate::model::{Activity, Idx, Neighborhood};
use crate::progress::Group;

use super::Site;
use super::Target;
use super::paging::PAGE_ROWS;
use super::view::Link;
use super::words::counted;

/// How many lines of a long list stand open where there are no counties to fold it by.
pub(super) const OPEN: usize = 20;

/// The neighborhoods of a county, in the order of the site.
pub(super) struct CountyPart<'a> {
    /// A position in the groups' counties; `None` for those that name none.
    pub at: Option<usize>,
    /// Its neighborhoods.
    pub neighborhoods: &'a [Idx<Neighborhood>],
}

/// These neighborhoods, which stand in the order of counties, parted by county.
pub(super) fn parted<'a>(site: &Site<'_>, neighborhoods: &'a [Idx<Neighborhood>]) -> Vec<CountyPart<'a>> {
    let county = |idx: &Idx<Neighborhood>| site.figures.groups.county_of[idx.get()];
    let parts = neighborhoods.chunk_by(|a, b| county(a) == county(b));
    parts.map(|part| CountyPart { at: county(&part[0]), neighborhoods: part }).collect()
}

/// «شهرستان قم», «بدون شهرستان»
pub(super) fn title(site: &Site<'_>, at: Option<usize>) -> String {
    match at {
        Some(at) => format!("شهرستان {}", site.figures.groups.counties[at].name),
        None => "بدون شهرستان".to_owned(),
    }
}

/// «۶۷ محله»
pub(super) fn size(site: &Site<'_>, at: usize) -> String {
    counted(site.figures.groups.counties[at].neighborhoods.len(), &site.config.terms.neighborhood)
}

/// The counties of an activity, each once in however many of its neighborhoods it is.
pub(super) fn touched_by(site: &Site<'_>, activity: &Activity) -> BTreeSet<usize> {
    let of = |neighborhood: &Idx<Neighborhood>| site.figures.groups.county_of[neighborhood.get()];
    activity.neighborhoods.iter().filter_map(of).collect()
}

/// The figures of a county.
pub(super) fn group<'s>(site: &'s Site<'_>, at: usize) -> &'s Group {
    &site.figures.groups.counties[at].group
}

/// The anchor of a county, the same on every page: «county-3».
pub(super) fn anchor(site: &Site<'_>, at: usize) -> String {
    let position = site.order.counties.iter().position(|&county| county == at);
    format!("county-{}", position.map_or(0, |position| position + 1))
}

/// A county's name and its row in the table of counties.
pub(super) fn link(site: &Site<'_>, at: usize) -> Link {
    Link {
        text: site.figures.groups.counties[at].name.to_string(),
        href: format!("{}#{}", site.href(Target::Neighborhoods(1)), anchor(site, at)),
    }
}

/// A county's name and the place where its neighborhoods begin in the full matrix; plain text where they stand in
/// no order of counties.
pub(super) fn rows_link(site: &Site<'_>, at: usize) -> Link {
    let text = site.figures.groups.counties[at].name.to_string();
    let of_it = |idx: &Idx<Neighborhood>| site.figures.groups.county_of[idx.get()] == Some(at);
    let href = match site.order.by_county.iter().position(of_it) {
        Some(first) if site.order.goes_by_county() => {
            format!("{}#{}-rows", site.href(Target::Neighborhoods(first / PAGE_ROWS + 1)), anchor(site, at))
        }
        _ => String::new(),
    };
    Link { text, href }
}
