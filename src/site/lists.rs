//! The records of the lists that have pages of their own, in the order of those pages.

use std::cmp::Reverse;

use crate::model::{Dataset, DecisionRef, Idx, Problem, SuccessModel, Visit};
use crate::persian::Day;
use crate::persian::collation::Collator;
use crate::progress::DecisionState;

use super::order::Order;
use super::paging::pages_of_problems;
use super::relations::Relations;

/// Lists over the whole site.
#[derive(Debug)]
pub(super) struct Lists {
    /// Problems that exist at T: by neighborhood, then rank.
    pub problems: Vec<Idx<Problem>>,
    /// By problem: its position in `problems`; `None` where it doesn't exist at T.
    problem_at: Vec<Option<usize>>,
    /// Decisions of meetings up to T: overdue ones first, the latest due last; then open ones by due; then done ones,
    /// the latest first.
    pub decisions: Vec<DecisionRef>,
    /// Visits up to T, the latest first.
    pub visits: Vec<Idx<Visit>>,
    /// Success models, by title.
    pub models: Vec<Idx<SuccessModel>>,
    /// Editions archived up to T, by their positions in `archive.yml`: the latest first, of one day that which was
    /// entered last.
    pub editions: Vec<usize>,
}

impl Lists {
    pub(super) fn new(
        dataset: &Dataset,
        day: Day,
        order: &Order,
        relations: &Relations,
        collator: &Collator,
    ) -> Self {
        let problems: Vec<_> =
            order.neighborhoods.iter().flat_map(|at| &relations.problems[at.get()]).copied().collect();
        let mut problem_at = vec![None; dataset.problems.len()];
        for (position, problem) in problems.iter().enumerate() {
            problem_at[problem.get()] = Some(position);
        }
        let mut models: Vec<Idx<SuccessModel>> = (0..dataset.models.len()).map(Idx::new).collect();
        models.sort_by_cached_key(|&idx| (collator.sort_key(dataset[idx].record.title.typed()), idx));
        Self {
            problems,
            problem_at,
            decisions: decisions(dataset, day, relations),
            visits: visits(dataset, day),
            models,
            editions: editions(dataset, day),
        }
    }

    /// Whether a problem exists at T.
    pub(super) fn has_problem(&self, problem: Idx<Problem>) -> bool {
        self.problem_at[problem.get()].is_some()
    }

    /// By problem: the page of the list of problems that has its row, from 1.
    pub(super) fn problem_pages(&self) -> Vec<usize> {
        let (_, size) = pages_of_problems(self.problems.len());
        self.problem_at.iter().map(|at| at.map_or(1, |position| position / size + 1)).collect()
    }
}

fn decisions(dataset: &Dataset, day: Day, relations: &Relations) -> Vec<DecisionRef> {
    let mut list: Vec<DecisionRef> = Vec::new();
    for &meeting in &relations.held {
        for (position, decision) in dataset[meeting].decisions.iter().enumerate() {
            if DecisionState::of(&dataset[meeting], decision, day).is_some() {
                list.push(DecisionRef { meeting, position });
            }
        }
    }
    list.sort_by_key(|&of| urgency(dataset, day, of));
    list
}

/// Where a decision of a meeting up to T stands among others: overdue ones first, the latest due last; then open ones
/// by due; then done ones, the latest first.
pub(super) fn urgency(dataset: &Dataset, day: Day, of: DecisionRef) -> impl Ord + use<> {
    let decision = &dataset[of];
    let state = DecisionState::of(&dataset[of.meeting], decision, day);
    let is_done = state == Some(DecisionState::Done);
    let done = decision.done.filter(|_| is_done);
    let due = decision.due.filter(|_| !is_done);
    (state.map(rank), Reverse(done), due.is_none(), due, of)
}

/// What calls for attention comes first.
fn rank(state: DecisionState) -> u8 {
    match state {
        DecisionState::Overdue => 0,
        DecisionState::Open => 1,
        DecisionState::Done => 2,
    }
}

fn editions(dataset: &Dataset, day: Day) -> Vec<usize> {
    let mut editions: Vec<usize> =
        (0..dataset.archive.len()).filter(|&at| dataset.archive[at].date <= day).collect();
    editions.sort_by_key(|&at| Reverse((dataset.archive[at].date, at)));
    editions
}

fn visits(dataset: &Dataset, day: Day) -> Vec<Idx<Visit>> {
    let mut visits: Vec<Idx<Visit>> = (0..dataset.visits.len())
        .map(Idx::new)
        .filter(|&idx: &Idx<Visit>| dataset[idx].date <= day)
        .collect();
    visits.sort_by_key(|&idx| Reverse(dataset[idx].date));
    visits
}
