//! The view of each page, one file a kind.

mod about;
pub(super) mod activities;
pub(super) mod activity;
mod agencies;
pub(super) mod agency;
pub(super) mod archive;
pub(super) mod booklet;
pub(super) mod cell;
pub(super) mod changes;
pub(super) mod data;
pub(super) mod decisions;
pub(super) mod domain;
mod domains;
mod duty_matrix;
mod free_page;
pub(super) mod group;
pub(super) mod home;
mod meeting;
pub(super) mod meetings;
mod method;
mod model;
pub(super) mod models;
pub(super) mod neighborhood;
pub(super) mod neighborhoods;
mod not_found;
pub(super) mod period;
pub(super) mod problems;
pub(super) mod schedule;
pub(super) mod search;
pub(super) mod status;
pub(super) mod text;
mod timeline;
mod visit;
pub(super) mod visits;

use serde::Serialize;

use crate::persian::numbers::integer;

use super::view::{Flag, Frame, Link, Pager, Sample};
use super::{Planned, Site, Target, words};

/// One page, ready to be rendered.
#[derive(Debug)]
pub struct PageView {
    /// What its frame says.
    pub frame: Frame,
    /// What it shows.
    pub view: View,
}

/// What a page shows, by kind.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum View {
    /// `index.html`
    Home(Box<home::Home>),
    /// `neighborhoods/index.html`
    Neighborhoods(Box<neighborhoods::NeighborhoodsPage>),
    /// `neighborhoods/<id>.html`
    Neighborhood(Box<neighborhood::NeighborhoodPage>),
    /// `neighborhoods/<id>/<domain>.html`
    Cell(Box<cell::CellPage>),
    /// `domains/index.html`
    Domains(Box<domains::DomainsPage>),
    /// `domains/<id>.html`
    Domain(Box<domain::DomainPage>),
    /// `activities/index.html`
    Activities(Box<activities::ActivitiesPage>),
    /// `activities/<id>.html`
    Activity(Box<activity::ActivityPage>),
    /// `agencies/index.html`
    Agencies(Box<agencies::AgenciesPage>),
    /// `agencies/<id>.html`
    Agency(Box<agency::AgencyPage>),
    /// `problems/index.html`
    Problems(Box<problems::ProblemsPage>),
    /// `meetings/index.html`
    Meetings(Box<meetings::MeetingsPage>),
    /// `meetings/<id>.html`
    Meeting(Box<meeting::MeetingPage>),
    /// `decisions.html`
    Decisions(Box<decisions::DecisionsPage>),
    /// `visits/index.html`
    Visits(Box<visits::VisitsPage>),
    /// `visits/<id>.html`
    Visit(Box<visit::VisitPage>),
    /// `models/index.html`
    Models(Box<models::ModelsPage>),
    /// `models/<id>.html`
    Model(Box<model::ModelPage>),
    /// `status.html`
    Status(Box<status::StatusPage>),
    /// `schedule.html`
    Schedule(Box<schedule::SchedulePage>),
    /// `changes.html`
    Changes(Box<changes::ChangesPage>),
    /// `periods/<year>-q<number>.html`
    Period(Box<period::PeriodPage>),
    /// `print/index.html`
    Booklet(Box<booklet::ProvinceBooklet>),
    /// `print/<neighborhood>.html`
    NeighborhoodBooklet(Box<booklet::NeighborhoodBooklet>),
    /// `archive/index.html`
    Archive(Box<archive::ArchivePage>),
    /// `data/index.html`
    Data(Box<data::DataPage>),
    /// `method.html`
    Method(Box<method::MethodPage>),
    /// `search.html`
    Search(Box<search::SearchPage>),
    /// Pages of text.
    Text(Box<text::TextPage>),
}

impl Site<'_> {
    /// Makes the view of a page.
    pub fn page(&self, planned: &Planned) -> PageView {
        let address = &*planned.address;
        match planned.target {
            Target::Home => self.home(address),
            Target::Neighborhoods(page) => self.neighborhoods(address, page),
            Target::Neighborhood(idx) => self.neighborhood(address, idx),
            Target::Cell(neighborhood, domain) => self.cell_page(address, neighborhood, domain),
            Target::Domains => self.domains(address),
            Target::Domain(idx) => self.domain(address, idx),
            Target::Activities(page) => self.activities(address, page),
            Target::Activity(idx) => self.activity(address, idx),
            Target::Agencies => self.agencies(address),
            Target::Agency(idx) => self.agency(address, idx),
            Target::Problems(page) => self.problems(address, page),
            Target::Meetings(page) => self.meetings(address, page),
            Target::Meeting(idx) => self.meeting(address, idx),
            Target::Decisions(page) => self.decisions(address, page),
            Target::Visits(page) => self.visits(address, page),
            Target::Visit(idx) => self.visit(address, idx),
            Target::Models(page) => self.models(address, page),
            Target::Model(idx) => self.model(address, idx),
            Target::Status => self.status(address),
            Target::Schedule(page) => self.schedule(address, page),
            Target::Changes => self.changes(address),
            Target::Period(at) => self.period(address, at),
            Target::Booklet => self.booklet(address),
            Target::NeighborhoodBooklet(idx) => self.neighborhood_booklet(address, idx),
            Target::Archive(page) => self.archive(address, page),
            Target::Data => self.data(address),
            Target::Method => self.method(address),
            Target::About => self.about(address),
            Target::Search => self.search(address),
            Target::Page(idx) => self.free_page(address, idx),
            Target::NotFound => self.not_found(address),
            Target::Problem(_) | Target::Decision(_) => unreachable!("rows of a page are not planned"),
        }
    }

    /// The way from the home page to a page: the sections above it, then itself.
    fn crumbs(&self, above: Vec<Link>, title: &str) -> Vec<Link> {
        let mut crumbs = vec![Link { text: "نمای کلی".to_owned(), href: self.href(Target::Home) }];
        crumbs.extend(above);
        crumbs.push(Link { text: title.to_owned(), href: String::new() });
        crumbs
    }

    /// The pages of a long list; `None` where one page holds it.
    fn pager(&self, rows: usize, size: usize, page: usize, of: impl Fn(usize) -> Target) -> Option<Pager> {
        let last = rows.div_ceil(size);
        if last < 2 {
            return None;
        }
        let link = |text: &str, page: usize| Link { text: text.to_owned(), href: self.href(of(page)) };
        let number = |page: usize| words::whole(page);
        let mut pages = Vec::new();
        let mut before = 0;
        for at in (1..=last).filter(|&at| at == 1 || at == last || at.abs_diff(page) <= 2) {
            if at > before + 1 {
                pages.push(Link::default());
            }
            pages.push(Link {
                text: number(at),
                href: if at == page { String::new() } else { self.href(of(at)) },
            });
            before = at;
        }
        Some(Pager {
            range: format!(
                "ردیف {} تا {} از {}",
                number((page - 1) * size + 1),
                number((page * size).min(rows)),
                number(rows)
            ),
            previous: (page > 1).then(|| link("قبلی", page - 1)),
            next: (page < last).then(|| link("بعدی", page + 1)),
            pages,
        })
    }
}

/// How much of a page is illustrative, by its record and by what else it shows.
fn sample(record: bool, part: bool) -> Sample {
    match (record, part) {
        (true, _) => Sample::Whole,
        (false, true) => Sample::Part,
        (false, false) => Sample::None,
    }
}

/// A word for what is missing: it calls for attention.
fn missing(text: &str) -> Flag {
    Flag { text: text.to_owned(), late: false }
}

/// The title of a page of a list: the number follows from the second on.
fn numbered(title: &str, page: usize) -> String {
    if page < 2 {
        return title.to_owned();
    }
    format!("{title}، صفحهٔ {}", integer(i64::try_from(page).unwrap_or(i64::MAX)))
}
