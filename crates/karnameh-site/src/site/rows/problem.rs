//! A named problem of a neighborhood and what is done about it.

use serde::Serialize;

use crate::model::{Idx, Problem};
use crate::site::address::anchor;
use crate::site::view::{Link, Stamp};
use crate::site::{Site, links, stamp, words};

/// A problem as a row.
#[derive(Debug, Clone, Serialize)]
pub(in crate::site) struct ProblemRow {
    /// The anchor of the row.
    pub id: String,
    /// The problem.
    pub title: String,
    /// Its rank, from 1; empty for none.
    pub rank: String,
    /// Its neighborhood.
    pub neighborhood: Link,
    /// Its domain.
    pub domain: Option<Link>,
    /// Where it was learned of; empty for none.
    pub source: String,
    /// Since when it is recorded.
    pub registered: Option<Stamp>,
    /// When it was solved.
    pub solved: Option<Stamp>,
    /// The activities that answer it.
    pub answers: Vec<Link>,
    /// It is illustrative.
    pub sample: bool,
}

/// A problem as a row.
pub(in crate::site) fn problem_row(site: &Site<'_>, idx: Idx<Problem>) -> ProblemRow {
    let problem = &site.dataset[idx];
    let rank = problem.rank.and_then(|rank| i64::try_from(rank).ok());
    ProblemRow {
        id: anchor(&problem.record.id),
        title: problem.record.title.to_string(),
        rank: rank.map(crate::persian::numbers::plain).unwrap_or_default(),
        neighborhood: links::neighborhood(site, problem.neighborhood),
        domain: problem.domain.map(|domain| links::domain(site, domain)),
        source: words::or_empty(problem.source.as_ref()),
        registered: problem.registered.map(stamp::medium),
        solved: problem.solved.map(stamp::medium),
        answers: site.relations.answers[idx.get()]
            .iter()
            .map(|&activity| links::activity(site, activity))
            .collect(),
        sample: problem.record.sample,
    }
}
