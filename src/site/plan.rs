//! Which pages a site has.

use crate::model::Idx;

use super::Site;
use super::address::Target;
use super::relations::existing;

/// How many rows a table holds before it is paged (product.md, "The site").
pub(super) const UNPAGED_ROWS: usize = 500;
/// How many rows a page of a paged table holds.
pub(super) const PAGE_ROWS: usize = 100;

/// A page that will be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// What it is about.
    pub target: Target,
    /// Where it stands, from the site's root.
    pub address: String,
}

/// How many pages a table of `rows` takes, and how many rows each holds.
pub(super) fn pages_of(rows: usize) -> (usize, usize) {
    if rows <= UNPAGED_ROWS { (1, rows.max(1)) } else { (rows.div_ceil(PAGE_ROWS), PAGE_ROWS) }
}

/// The same for problems, of which every neighborhood has a table of its own: they are paged earlier, since their rows
/// tell what is done about each.
pub(super) fn pages_of_problems(rows: usize) -> (usize, usize) {
    if rows <= 2 * PAGE_ROWS { (1, rows.max(1)) } else { (rows.div_ceil(PAGE_ROWS), PAGE_ROWS) }
}

impl Site<'_> {
    /// Every page, in a stable order.
    pub fn plan(&self) -> Vec<Planned> {
        let mut targets = vec![Target::Home];
        self.plan_neighborhoods(&mut targets);
        targets.push(Target::Domains);
        targets.extend((0..self.dataset.domains.len()).map(|at| Target::Domain(Idx::new(at))));
        let activities: Vec<_> = existing(self.dataset, self.figures).map(|(at, _)| Idx::new(at)).collect();
        targets.extend((1..=pages_of(activities.len()).0).map(Target::Activities));
        targets.extend(activities.into_iter().map(Target::Activity));
        targets.push(Target::Agencies);
        targets.extend((0..self.dataset.agencies.len()).map(|at| Target::Agency(Idx::new(at))));
        self.plan_supervision(&mut targets);
        targets
            .extend((1..=self.dataset.neighborhoods.len().div_ceil(PAGE_ROWS).max(1)).map(Target::Schedule));
        targets.extend([Target::Status, Target::Changes]);
        targets.extend((0..self.history.quarters.len()).map(Target::Period));
        targets.push(Target::Booklet);
        let neighborhoods = (0..self.dataset.neighborhoods.len()).map(Idx::new);
        targets.extend(neighborhoods.map(Target::NeighborhoodBooklet));
        targets.extend((1..=pages_of(self.lists.editions.len()).0).map(Target::Archive));
        targets.extend([Target::Data, Target::Method, Target::About, Target::Search, Target::NotFound]);
        targets.extend(self.free_pages().map(Target::Page));
        targets.into_iter().map(|target| Planned { target, address: self.href(target) }).collect()
    }

    /// Problems, meetings, decisions, visits and models: the records that exist at T, and their lists.
    fn plan_supervision(&self, targets: &mut Vec<Target>) {
        let pages = |rows: usize| 1..=pages_of(rows).0;
        let relations = &self.relations;
        targets.extend((1..=pages_of_problems(self.lists.problems.len()).0).map(Target::Problems));
        targets.extend(pages(relations.held.len()).map(Target::Meetings));
        targets.extend(relations.held.iter().chain(&relations.coming).copied().map(Target::Meeting));
        targets.extend(pages(self.lists.decisions.len()).map(Target::Decisions));
        targets.extend(pages(self.lists.visits.len()).map(Target::Visits));
        targets.extend(self.lists.visits.iter().copied().map(Target::Visit));
        targets.extend(pages(self.lists.models.len()).map(Target::Models));
        targets.extend(self.lists.models.iter().copied().map(Target::Model));
    }

    fn plan_neighborhoods(&self, targets: &mut Vec<Target>) {
        let count = self.dataset.neighborhoods.len();
        targets.extend((1..=count.div_ceil(PAGE_ROWS).max(1)).map(Target::Neighborhoods));
        for position in 0..count {
            let neighborhood = Idx::new(position);
            targets.push(Target::Neighborhood(neighborhood));
            let domains = (0..self.dataset.domains.len()).map(Idx::new);
            targets.extend(
                domains
                    .filter(|&domain| !self.cell(neighborhood, domain).members.is_empty())
                    .map(|domain| Target::Cell(neighborhood, domain)),
            );
        }
    }
}
