//! Which records speak of which others, looked up once for all pages.

use crate::model::{Activity, DecisionRef, Edition, Idx, Meeting, Problem, SuccessModel, Visit};

/// The reverse of the records' references, each list in the order that pages want.
#[derive(Debug)]
pub(super) struct Relations {
    /// Problems of each neighborhood: by rank, then id.
    pub problems: Vec<Vec<Idx<Problem>>>,
    /// Activities by problem.
    pub answers: Vec<Vec<Idx<Activity>>>,
    /// Visits of each neighborhood, the latest first.
    pub visits: Vec<Vec<Idx<Visit>>>,
    /// Activities in which each agency is a partner.
    pub partnerships: Vec<Vec<Idx<Activity>>>,
    /// Decisions that name each agency: by due, those without one last.
    pub decisions: Vec<Vec<DecisionRef>>,
    /// Success models by neighborhood.
    pub models: Vec<Vec<Idx<SuccessModel>>>,
    /// Activities that follow each success model.
    pub followers: Vec<Vec<Idx<Activity>>>,
    /// Activities that wait for each activity.
    pub dependents: Vec<Vec<Idx<Activity>>>,
    /// Meetings up to T, the latest first.
    pub held: Vec<Idx<Meeting>>,
    /// Meetings after T, the next first.
    pub coming: Vec<Idx<Meeting>>,
}

impl Relations {
    pub(super) fn new(dataset: &Edition) -> Self {
        let mut answers = vec![Vec::new(); dataset.problems.len()];
        let mut partnerships = vec![Vec::new(); dataset.agencies.len()];
        let mut followers = vec![Vec::new(); dataset.models.len()];
        let mut dependents = vec![Vec::new(); dataset.activities.len()];
        for (position, activity) in dataset.activities.iter().enumerate() {
            let idx = Idx::new(position);
            if let Some(problem) = activity.problem {
                answers[problem.get()].push(idx);
            }
            if let Some(model) = activity.model {
                followers[model.get()].push(idx);
            }
            for partner in &activity.partners {
                partnerships[partner.get()].push(idx);
            }
            for needed in &activity.depends_on {
                dependents[needed.get()].push(idx);
            }
        }
        let (held, coming) = meetings(dataset);
        Self {
            problems: problems(dataset),
            answers,
            visits: visits(dataset),
            partnerships,
            decisions: decisions(dataset, &held),
            models: models(dataset),
            followers,
            dependents,
            held,
            coming,
        }
    }
}

fn problems(dataset: &Edition) -> Vec<Vec<Idx<Problem>>> {
    let mut lists = vec![Vec::new(); dataset.neighborhoods.len()];
    for (position, problem) in dataset.problems.iter().enumerate() {
        lists[problem.neighborhood.get()].push(Idx::new(position));
    }
    for list in &mut lists {
        list.sort_by_key(|&idx: &Idx<Problem>| dataset[idx].rank.unwrap_or(u64::MAX));
    }
    lists
}

fn visits(dataset: &Edition) -> Vec<Vec<Idx<Visit>>> {
    let mut lists = vec![Vec::new(); dataset.neighborhoods.len()];
    for (position, visit) in dataset.visits.iter().enumerate() {
        lists[visit.neighborhood.get()].push(Idx::new(position));
    }
    for list in &mut lists {
        list.sort_by_key(|&idx: &Idx<Visit>| std::cmp::Reverse(dataset[idx].date));
    }
    lists
}

fn meetings(dataset: &Edition) -> (Vec<Idx<Meeting>>, Vec<Idx<Meeting>>) {
    let (mut coming, mut held): (Vec<_>, Vec<_>) =
        (0..dataset.meetings.len()).map(Idx::new).partition(|&idx| dataset.is_coming(idx));
    held.sort_by_key(|&idx| std::cmp::Reverse(dataset[idx].date));
    coming.sort_by_key(|&idx| dataset[idx].date);
    (held, coming)
}

fn decisions(dataset: &Edition, held: &[Idx<Meeting>]) -> Vec<Vec<DecisionRef>> {
    let mut lists = vec![Vec::new(); dataset.agencies.len()];
    for &meeting in held {
        for (position, decision) in dataset[meeting].decisions.iter().enumerate() {
            if let Some(agency) = decision.agency {
                lists[agency.get()].push(DecisionRef { meeting, position });
            }
        }
    }
    for list in &mut lists {
        list.sort_by_key(|&of| {
            let due = dataset[of].due;
            (due.is_none(), due, of)
        });
    }
    lists
}

fn models(dataset: &Edition) -> Vec<Vec<Idx<SuccessModel>>> {
    let mut lists = vec![Vec::new(); dataset.neighborhoods.len()];
    for (position, model) in dataset.models.iter().enumerate() {
        if let Some(neighborhood) = model.neighborhood {
            lists[neighborhood.get()].push(Idx::new(position));
        }
    }
    lists
}
