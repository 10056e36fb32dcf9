//! Where pages stand: flat `.html` files below the site's root.

use crate::model::{
    Activity, Agency, DecisionRef, Domain, Idx, Meeting, Neighborhood, Page, Problem, SuccessModel, Visit,
};

use super::Site;

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
    /// A problem: a row of the page of problems.
    Problem(Idx<Problem>),
    /// A visit.
    Visit(Idx<Visit>),
    /// A meeting.
    Meeting(Idx<Meeting>),
    /// A decision: a row of its meeting's page.
    Decision(DecisionRef),
    /// A success model.
    Model(Idx<SuccessModel>),
    /// How every figure is made.
    Method,
    /// About the site.
    About,
    /// A free page.
    Page(Idx<Page>),
    /// What a host serves for an unknown address.
    NotFound,
}

impl Site<'_> {
    /// The address of a target from the site's root.
    pub(super) fn href(&self, target: Target) -> String {
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
            Target::Problem(idx) => format!("problems/index.html#{}", data[idx].record.id),
            Target::Visit(idx) => format!("visits/{}.html", data[idx].record.id),
            Target::Meeting(idx) => format!("meetings/{}.html", data[idx].record.id),
            Target::Decision(of) => {
                format!("meetings/{}.html#{}", data[of.meeting].record.id, data[of].id)
            }
            Target::Model(idx) => format!("models/{}.html", data[idx].record.id),
            Target::Method => "method.html".to_owned(),
            Target::About => "about.html".to_owned(),
            Target::Page(idx) => format!("pages/{}.html", data[idx].record.id),
            Target::NotFound => "404.html".to_owned(),
        }
    }
}

/// The address of a page of a list: `x/index.html`, then `x/page/2.html`.
fn paged(folder: &str, page: usize) -> String {
    if page <= 1 { format!("{folder}/index.html") } else { format!("{folder}/page/{page}.html") }
}
