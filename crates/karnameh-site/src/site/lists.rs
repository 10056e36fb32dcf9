//! The records of the lists that have pages of their own, in the order of those pages.

use std::cmp::Reverse;

use crate::model::{DecisionRef, Edition, Idx, Problem, SuccessModel, Visit};
use crate::persian::collation::Collator;
use crate::progress::DecisionState;

use super::order::Order;
use super::paging::pages_of_problems;
use super::relations::Relations;

/// Lists over the whole site.
#[derive(Debug)]
pub(super) struct Lists {
    /// Problems: by neighborhood, then rank.
    pub problems: Vec<Idx<Problem>>,
    /// By problem: its position in `problems`.
    problem_at: Vec<usize>,
    /// Decisions: overdue ones first, the latest due last; then open ones by due; then done ones,
    /// the latest first.
    pub decisions: Vec<DecisionRef>,
    /// Visits, the latest first.
    pub visits: Vec<Idx<Visit>>,
    /// Success models, by title.
    pub models: Vec<Idx<SuccessModel>>,
    /// Archived editions, by their positions in `archive.yml`: the latest first, of one day that which was
    /// entered last.
    pub editions: Vec<usize>,
}

impl Lists {
    pub(super) fn new(dataset: &Edition, order: &Order, relations: &Relations, collator: &Collator) -> Self {
        let problems: Vec<_> =
            order.neighborhoods.iter().flat_map(|at| &relations.problems[at.get()]).copied().collect();
        let mut problem_at = vec![0; dataset.problems.len()];
        for (position, problem) in problems.iter().enumerate() {
            problem_at[problem.get()] = position;
        }
        let mut models: Vec<Idx<SuccessModel>> = (0..dataset.models.len()).map(Idx::new).collect();
        models.sort_by_cached_key(|&idx| (collator.sort_key(dataset[idx].record.title.typed()), idx));
        Self {
            problems,
            problem_at,
            decisions: decisions(dataset, relations),
            visits: visits(dataset),
            models,
            editions: editions(dataset),
        }
    }

    /// By problem: the page of the list of problems that has its row, from 1.
    pub(super) fn problem_pages(&self) -> Vec<usize> {
        let (_, size) = pages_of_problems(self.problems.len());
        self.problem_at.iter().map(|position| position / size + 1).collect()
    }
}

fn decisions(dataset: &Edition, relations: &Relations) -> Vec<DecisionRef> {
    let mut list: Vec<DecisionRef> = Vec::new();
    for &meeting in &relations.held {
        let decisions = 0..dataset[meeting].decisions.len();
        list.extend(decisions.map(|position| DecisionRef { meeting, position }));
    }
    list.sort_by_key(|&of| urgency(dataset, of));
    list
}

/// Where a decision stands among others: overdue ones first, the latest due last; then open ones
/// by due; then done ones, the latest first.
pub(super) fn urgency(dataset: &Edition, of: DecisionRef) -> impl Ord + use<> {
    let decision = &dataset[of];
    let state = DecisionState::now(decision, dataset.day());
    let due = decision.due.filter(|_| decision.done.is_none());
    (rank(state), Reverse(decision.done), due.is_none(), due, of)
}

/// What calls for attention comes first.
fn rank(state: DecisionState) -> u8 {
    match state {
        DecisionState::Overdue => 0,
        DecisionState::Open => 1,
        DecisionState::Done => 2,
    }
}

fn editions(dataset: &Edition) -> Vec<usize> {
    let mut editions: Vec<usize> = (0..dataset.archive.len()).collect();
    editions.sort_by_key(|&at| Reverse((dataset.archive[at].date, at)));
    editions
}

fn visits(dataset: &Edition) -> Vec<Idx<Visit>> {
    let mut visits: Vec<Idx<Visit>> = (0..dataset.visits.len()).map(Idx::new).collect();
    visits.sort_by_key(|&idx| Reverse(dataset[idx].date));
    visits
}
