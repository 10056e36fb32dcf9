//! The order in which people see things: models first, then the Persian alphabet.

use crate::model::{Agency, Dataset, Domain, Idx, Neighborhood, RolloutStage};
use crate::persian::collation::Collator;

/// Indexes of the kinds that stand in lists, in the order in which pages show them.
#[derive(Debug)]
pub(super) struct Order {
    /// Models, then extension, then planned, then without a stage; each by title.
    pub neighborhoods: Vec<Idx<Neighborhood>>,
    /// By their `order`, those without one last; then by title.
    pub domains: Vec<Idx<Domain>>,
    /// By title.
    pub agencies: Vec<Idx<Agency>>,
}

impl Order {
    pub(super) fn new(dataset: &Dataset, collator: &Collator) -> Self {
        let key = |title: &str| collator.sort_key(title);
        let mut neighborhoods: Vec<_> = (0..dataset.neighborhoods.len()).map(Idx::new).collect();
        neighborhoods.sort_by_cached_key(|&idx: &Idx<Neighborhood>| {
            let of = &dataset[idx];
            (of.stage.unwrap_or(RolloutStage::Planned), of.stage.is_none(), key(of.record.title.typed()), idx)
        });
        let mut domains: Vec<_> = (0..dataset.domains.len()).map(Idx::new).collect();
        domains.sort_by_cached_key(|&idx: &Idx<Domain>| key(dataset[idx].record.title.typed()));
        domains.sort_by(|&a, &b| {
            let rank = |idx: Idx<Domain>| dataset[idx].order.unwrap_or(f64::INFINITY);
            rank(a).total_cmp(&rank(b))
        });
        let mut agencies: Vec<_> = (0..dataset.agencies.len()).map(Idx::new).collect();
        agencies.sort_by_cached_key(|&idx: &Idx<Agency>| (key(dataset[idx].record.title.typed()), idx));
        Self { neighborhoods, domains, agencies }
    }
}
