//! The order in which people see things: models first, then the `order` of records, then the Persian alphabet.

use std::cmp::Ordering;

use crate::model::{Agency, Domain, Edition, Idx, Neighborhood, RolloutStage};
use crate::persian::collation::Collator;
use crate::progress::Groups;

/// Up to how many neighborhoods a page shows all of them in full (product.md, "The site").
pub(super) const WHOLE: usize = 40;

/// Indexes of the kinds that stand in lists, in the order in which pages show them.
#[derive(Debug)]
pub(super) struct Order {
    /// Models, then extension, then planned, then without a stage; each by `order`, those without one last; then by title.
    pub neighborhoods: Vec<Idx<Neighborhood>>,
    /// Positions in the groups' counties, by name.
    pub counties: Vec<usize>,
    /// The neighborhoods county by county, those without one last; within a county as above.
    pub by_county: Vec<Idx<Neighborhood>>,
    /// By their `order`, those without one last; then by title.
    pub domains: Vec<Idx<Domain>>,
    /// By title.
    pub agencies: Vec<Idx<Agency>>,
    neighborhood_ranks: Vec<usize>,
    domain_ranks: Vec<usize>,
}

impl Order {
    pub(super) fn new(dataset: &Edition, groups: &Groups, collator: &Collator) -> Self {
        let key = |title: &str| collator.sort_key(title);
        let mut neighborhoods: Vec<_> = (0..dataset.neighborhoods.len()).map(Idx::new).collect();
        neighborhoods
            .sort_by_cached_key(|&idx: &Idx<Neighborhood>| (key(dataset[idx].record.title.typed()), idx));
        neighborhoods.sort_by(|&a, &b| by_order(dataset[a].order, dataset[b].order));
        neighborhoods.sort_by_key(|&idx| {
            let stage = dataset[idx].stage;
            (stage.unwrap_or(RolloutStage::Planned), stage.is_none())
        });
        let mut domains: Vec<_> = (0..dataset.domains.len()).map(Idx::new).collect();
        domains.sort_by_cached_key(|&idx: &Idx<Domain>| key(dataset[idx].record.title.typed()));
        domains.sort_by(|&a, &b| by_order(dataset[a].order, dataset[b].order));
        let mut agencies: Vec<_> = (0..dataset.agencies.len()).map(Idx::new).collect();
        agencies.sort_by_cached_key(|&idx: &Idx<Agency>| (key(dataset[idx].record.title.typed()), idx));
        let mut counties: Vec<_> = (0..groups.counties.len()).collect();
        counties.sort_by_cached_key(|&at| (key(groups.counties[at].name.typed()), at));
        let by_county = by_county(&neighborhoods, &counties, groups);
        let (neighborhood_ranks, domain_ranks) = (ranks(&neighborhoods), ranks(&domains));
        Self { neighborhoods, counties, by_county, domains, agencies, neighborhood_ranks, domain_ranks }
    }

    /// Whether there are more neighborhoods than a page shows in full.
    pub(super) fn is_large(&self) -> bool {
        self.neighborhoods.len() > WHOLE
    }

    /// Whether there are counties to tell apart.
    pub(super) fn has_counties(&self) -> bool {
        self.counties.len() > 1
    }

    /// Whether pages show counties first.
    pub(super) fn goes_by_county(&self) -> bool {
        self.is_large() && self.has_counties()
    }

    /// The position of a neighborhood in [`Order::neighborhoods`].
    pub(super) fn neighborhood_rank(&self, idx: Idx<Neighborhood>) -> usize {
        self.neighborhood_ranks[idx.get()]
    }

    /// The position of a domain in [`Order::domains`].
    pub(super) fn domain_rank(&self, idx: Idx<Domain>) -> usize {
        self.domain_ranks[idx.get()]
    }
}

/// Compares the `order` of two records; a record without one comes last.
fn by_order(a: Option<f64>, b: Option<f64>) -> Ordering {
    a.unwrap_or(f64::INFINITY).total_cmp(&b.unwrap_or(f64::INFINITY))
}

/// By position in the dataset: the position in an order.
fn ranks<T>(order: &[Idx<T>]) -> Vec<usize> {
    let mut ranks = vec![0; order.len()];
    for (rank, idx) in order.iter().enumerate() {
        ranks[idx.get()] = rank;
    }
    ranks
}

fn by_county(
    neighborhoods: &[Idx<Neighborhood>],
    counties: &[usize],
    groups: &Groups,
) -> Vec<Idx<Neighborhood>> {
    let mut rank = vec![0; counties.len()];
    for (position, &county) in counties.iter().enumerate() {
        rank[county] = position;
    }
    let mut ordered = neighborhoods.to_vec();
    ordered.sort_by_key(|idx| groups.county_of[idx.get()].map_or(usize::MAX, |county| rank[county]));
    ordered
}
