//! What agencies do where: which activities an agency leads, and how many it leads and helps in each place.

use crate::model::{Activity, Agency, Idx};
use crate::progress::State;
use crate::site::{Site, counties};

/// The activities that an agency leads, cancelled ones left out.
pub(super) fn led(site: &Site<'_>, idx: Idx<Agency>) -> impl Iterator<Item = Idx<Activity>> {
    let members = &site.figures.groups.agencies[idx.get()].members;
    members
        .iter()
        .map(|&at| Idx::new(at as usize))
        .filter(|&activity| site.figures[activity].state != State::Cancelled)
}

/// By neighborhood: how many activities an agency leads and in how many it helps; cancelled ones left out.
pub(super) fn counts(site: &Site<'_>, idx: Idx<Agency>) -> Vec<(usize, usize)> {
    count(site, idx, site.dataset.neighborhoods.len(), |activity, add| {
        activity.neighborhoods.iter().for_each(|neighborhood| add(neighborhood.get()));
    })
}

/// The same by county: an activity counts once in each, in however many of its neighborhoods it is.
pub(super) fn counts_by_county(site: &Site<'_>, idx: Idx<Agency>) -> Vec<(usize, usize)> {
    count(site, idx, site.figures.groups.counties.len(), |activity, add| {
        counties::touched_by(site, activity).into_iter().for_each(add);
    })
}

fn count(
    site: &Site<'_>,
    idx: Idx<Agency>,
    places: usize,
    each: impl Fn(&Activity, &mut dyn FnMut(usize)),
) -> Vec<(usize, usize)> {
    let mut counts = vec![(0, 0); places];
    for activity in led(site, idx) {
        each(&site.dataset[activity], &mut |place| counts[place].0 += 1);
    }
    for &activity in &site.relations.partnerships[idx.get()] {
        if site.figures[activity].state != State::Cancelled {
            each(&site.dataset[activity], &mut |place| counts[place].1 += 1);
        }
    }
    counts
}
