//! Where pages stand: flat `.html` files below the site's root.
//!
//! Each kind of page says its addresses in its own file; [`Addresses`] holds what they are made from, the ids of records
//! above all, so that data files can name pages without knowing what these show.

use crate::model::{DecisionRef, Edition, Idx, Problem, SuccessModel};
use crate::progress::History;

use super::Target;

/// The address of the feed of what is new; the site has one only if its own address is known.
pub const FEED: &str = "atom.xml";
/// The address of the calendar of what is due.
pub const CALENDAR: &str = "calendar.ics";
/// What the names of packages of success models end with.
pub const PACKAGE_ENDING: &str = ".karnameh.zip";

/// What addresses are made from. [`Addresses::href`] returns the address of a page.
#[derive(Debug)]
pub struct Addresses<'a> {
    /// The records, whose ids name their pages.
    pub(super) dataset: &'a Edition,
    /// The quarters, whose years and numbers name their reports.
    pub(super) history: &'a History,
    /// By problem: the page of the list of problems that has its row, from 1.
    problem_pages: Vec<usize>,
}

impl<'a> Addresses<'a> {
    pub(super) fn new(dataset: &'a Edition, history: &'a History, problem_pages: Vec<usize>) -> Self {
        Self { dataset, history, problem_pages }
    }

    /// The address of a problem: a row of the list of problems.
    pub fn problem(&self, problem: Idx<Problem>) -> String {
        let page = self.problem_pages[problem.get()];
        format!("{}#{}", self.href(Target::Problems(page)), anchor(&self.dataset[problem].record.id))
    }

    /// The address of a decision: a row of its meeting's page.
    pub fn decision(&self, decision: DecisionRef) -> String {
        format!("{}#{}", self.href(Target::Meeting(decision.meeting)), anchor(&self.dataset[decision].id))
    }

    /// The address of a model's package.
    pub fn package(&self, model: Idx<SuccessModel>) -> String {
        format!("models/{}{PACKAGE_ENDING}", self.dataset[model].record.id)
    }
}

/// The address of a record's own page.
pub(super) fn record_page(folder: &str, id: &str) -> String {
    format!("{folder}/{id}.html")
}

/// The address of a page of a list: `x/index.html`, then `x/page/2.html`.
pub(super) fn paged(folder: &str, page: usize) -> String {
    if page <= 1 { format!("{folder}/index.html") } else { format!("{folder}/page/{page}.html") }
}

/// The address of a page of a list that has no folder of its own: `x.html`, then `x/page/2.html`.
pub(super) fn paged_file(stem: &str, page: usize) -> String {
    if page <= 1 { format!("{stem}.html") } else { format!("{stem}/page/{page}.html") }
}

/// The anchor of a record's row: its id, unless the frame has an element of that name. Ids have no underscore, so
/// nothing else on the page can be called so, and sections of pages with such rows are named with one.
pub(super) fn anchor(id: &str) -> String {
    let taken = matches!(id, "main" | "index") || id.starts_with("i-") || id.starts_with("s-");
    if taken { format!("{id}_") } else { id.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::{anchor, paged, paged_file};

    #[test]
    fn rows_are_called_by_ids_that_nothing_else_on_the_page_has() {
        assert_eq!(
            ["pitch", "main", "i-done", "s-body"].map(anchor),
            ["pitch", "main_", "i-done_", "s-body_"]
        );
    }

    #[test]
    fn further_pages_of_lists_lie_in_a_folder() {
        assert_eq!([1, 2].map(|page| paged("visits", page)), ["visits/index.html", "visits/page/2.html"]);
        assert_eq!(
            [1, 2].map(|page| paged_file("decisions", page)),
            ["decisions.html", "decisions/page/2.html"]
        );
    }
}
