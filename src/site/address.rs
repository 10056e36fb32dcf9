//! Where pages stand: flat `.html` files below the site's root.

use crate::model::{
    Activity, Agency, DecisionRef, Domain, Idx, Meeting, Neighborhood, Page, Problem, SuccessModel, Visit,
};

use super::Site;

/// Where the feed of what is new stands; only where the site's own address is known.
pub const FEED: &str = "atom.xml";
/// Where the calendar of what is due stands.
pub const CALENDAR: &str = "calendar.ics";

/// What a link may lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// The front page.
    Home,
    /// A page of the index of neighborhoods, from 1.
    Neighborhoods(usize),
    /// A neighborhood.
    Neighborhood(Idx<Neighborhood>),
    /// Where a neighborhood and a domain meet.
    Cell(Idx<Neighborhood>, Idx<Domain>),
    /// The index of domains.
    Domains,
    /// A domain.
    Domain(Idx<Domain>),
    /// A page of the index of activities, from 1.
    Activities(usize),
    /// An activity.
    Activity(Idx<Activity>),
    /// The index of agencies.
    Agencies,
    /// An agency.
    Agency(Idx<Agency>),
    /// A page of the list of problems, from 1.
    Problems(usize),
    /// A problem: a row of the list of problems.
    Problem(Idx<Problem>),
    /// A page of the index of visits, from 1.
    Visits(usize),
    /// A visit.
    Visit(Idx<Visit>),
    /// A page of the index of meetings, from 1.
    Meetings(usize),
    /// A meeting.
    Meeting(Idx<Meeting>),
    /// A decision: a row of its meeting's page.
    Decision(DecisionRef),
    /// A page of the follow-up of decisions, from 1.
    Decisions(usize),
    /// A page of the index of success models, from 1.
    Models(usize),
    /// A success model.
    Model(Idx<SuccessModel>),
    /// What reports lack.
    Status,
    /// A page of the province's schedule, from 1.
    Schedule(usize),
    /// What changed since the end of the month before.
    Changes,
    /// The report of a quarter, by its position in the history.
    Period(usize),
    /// The booklet of the province, one sheet.
    Booklet,
    /// The booklet of a neighborhood, two sheets.
    NeighborhoodBooklet(Idx<Neighborhood>),
    /// A page of the list of earlier editions, from 1.
    Archive(usize),
    /// What there is to download.
    Data,
    /// How every figure is made.
    Method,
    /// About the site.
    About,
    /// The search.
    Search,
    /// A free page.
    Page(Idx<Page>),
    /// What a host serves for an unknown address.
    NotFound,
}

/// What the names of packages of success models end with.
pub const PACKAGE_ENDING: &str = ".karnameh.zip";

impl Site<'_> {
    /// The address of a model's package from the site's root.
    pub fn package_href(&self, model: Idx<SuccessModel>) -> String {
        format!("models/{}{PACKAGE_ENDING}", self.dataset[model].record.id)
    }

    /// The address of a target from the site's root.
    pub fn href(&self, target: Target) -> String {
        let data = self.dataset;
        match target {
            Target::Home => "index.html".to_owned(),
            Target::Neighborhoods(page) => paged("neighborhoods", page),
            Target::Neighborhood(idx) => format!("neighborhoods/{}.html", data[idx].record.id),
            Target::Cell(neighborhood, domain) => {
                format!("neighborhoods/{}/{}.html", data[neighborhood].record.id, data[domain].record.id)
            }
            Target::Domains => "domains/index.html".to_owned(),
            Target::Domain(idx) => format!("domains/{}.html", data[idx].record.id),
            Target::Activities(page) => paged("activities", page),
            Target::Activity(idx) => format!("activities/{}.html", data[idx].record.id),
            Target::Agencies => "agencies/index.html".to_owned(),
            Target::Agency(idx) => format!("agencies/{}.html", data[idx].record.id),
            Target::Problems(page) => paged("problems", page),
            Target::Problem(idx) => {
                format!(
                    "{}#{}",
                    paged("problems", self.lists.problem_page(idx)),
                    anchor(&data[idx].record.id)
                )
            }
            Target::Visits(page) => paged("visits", page),
            Target::Visit(idx) => format!("visits/{}.html", data[idx].record.id),
            Target::Meetings(page) => paged("meetings", page),
            Target::Meeting(idx) => format!("meetings/{}.html", data[idx].record.id),
            Target::Decision(of) => {
                format!("meetings/{}.html#{}", data[of.meeting].record.id, anchor(&data[of].id))
            }
            Target::Decisions(page) => paged_file("decisions", page),
            Target::Models(page) => paged("models", page),
            Target::Model(idx) => format!("models/{}.html", data[idx].record.id),
            Target::Status => "status.html".to_owned(),
            Target::Schedule(page) => paged_file("schedule", page),
            Target::Changes => "changes.html".to_owned(),
            Target::Period(at) => {
                let quarter = &self.history.quarters[at];
                format!("periods/{}-q{}.html", quarter.year, quarter.number)
            }
            Target::Booklet => "print/index.html".to_owned(),
            Target::NeighborhoodBooklet(idx) => format!("print/{}.html", data[idx].record.id),
            Target::Archive(page) => paged("archive", page),
            Target::Data => "data/index.html".to_owned(),
            Target::Method => "method.html".to_owned(),
            Target::About => "about.html".to_owned(),
            Target::Search => "search.html".to_owned(),
            Target::Page(idx) => format!("pages/{}.html", data[idx].record.id),
            Target::NotFound => "404.html".to_owned(),
        }
    }
}

/// The address of a page of a list: `x/index.html`, then `x/page/2.html`.
fn paged(folder: &str, page: usize) -> String {
    if page <= 1 { format!("{folder}/index.html") } else { format!("{folder}/page/{page}.html") }
}

/// The address of a page of a list that has no folder of its own: `x.html`, then `x/page/2.html`.
fn paged_file(stem: &str, page: usize) -> String {
    if page <= 1 { format!("{stem}.html") } else { format!("{stem}/page/{page}.html") }
}

/// The anchor of a record's row: its id, but where the frame has an element of that name. Ids have no underscore, so
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
