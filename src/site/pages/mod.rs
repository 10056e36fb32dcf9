//! The pages, one file for each kind. Each file says its kind's addresses, which pages of it there are, its sections, what
//! a search finds of it and what comes later ([`Kind`]), and makes its view. [`Target`], [`KINDS`] and all that goes over
//! every page come from one list, so that a page is known everywhere once it stands there.

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
mod frame;
mod free_page;
pub(super) mod group;
pub(super) mod home;
mod kind;
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

use std::collections::HashSet;

use serde::Serialize;

use crate::model::{Activity, Agency, Domain, Idx, Later, Meeting, Neighborhood, Page, SuccessModel, Visit};

use super::data::OpenData;
use super::entries::{SearchEntry, page_entry};
use super::paging::pages_of;
use super::view::{Frame, Section};
use super::{Addresses, Resolver, Site};
use booklet::{neighborhood as neighborhood_booklet, province as province_booklet};
use kind::{IndexLine, Kind};

/// Defines [`Target`], [`KINDS`] and [`Addresses::href`] from the list of kinds: `Name(what tells its pages apart) => file`.
macro_rules! pages {
    ($($(#[$doc:meta])* $Name:ident $(($($id:ident: $Id:ty),+))? => $module:ident,)+) => {
        /// A page.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Target {
            $($(#[$doc])* $Name $(($($Id),+))?,)+
        }

        /// Every kind of page, in the order of the plan.
        const KINDS: &[Kind] = &[$($module::KIND),+];

        impl Addresses<'_> {
            /// The address of a page from the site's root.
            pub fn href(&self, target: Target) -> String {
                match target {
                    $(Target::$Name $(($($id),+))? => $module::address(self $($(, $id)+)?),)+
                }
            }
        }
    };
}

pages! {
    /// The front page.
    Home => home,
    /// A page of the index of neighborhoods, from 1.
    Neighborhoods(page: usize) => neighborhoods,
    /// A neighborhood.
    Neighborhood(idx: Idx<Neighborhood>) => neighborhood,
    /// Where a neighborhood and a domain meet.
    Cell(neighborhood: Idx<Neighborhood>, domain: Idx<Domain>) => cell,
    /// The index of domains.
    Domains => domains,
    /// A domain.
    Domain(idx: Idx<Domain>) => domain,
    /// A page of the index of activities, from 1.
    Activities(page: usize) => activities,
    /// An activity.
    Activity(idx: Idx<Activity>) => activity,
    /// The index of agencies.
    Agencies => agencies,
    /// An agency.
    Agency(idx: Idx<Agency>) => agency,
    /// A page of the list of problems, from 1.
    Problems(page: usize) => problems,
    /// A page of the index of meetings, from 1.
    Meetings(page: usize) => meetings,
    /// A meeting.
    Meeting(idx: Idx<Meeting>) => meeting,
    /// A page of the follow-up of decisions, from 1.
    Decisions(page: usize) => decisions,
    /// A page of the index of visits, from 1.
    Visits(page: usize) => visits,
    /// A visit.
    Visit(idx: Idx<Visit>) => visit,
    /// A page of the index of success models, from 1.
    Models(page: usize) => models,
    /// A success model.
    Model(idx: Idx<SuccessModel>) => model,
    /// A page of the province's schedule, from 1.
    Schedule(page: usize) => schedule,
    /// What reports lack.
    Status => status,
    /// What changed since the end of the month before.
    Changes => changes,
    /// The report of a quarter, by its position in the history.
    Period(at: usize) => period,
    /// The booklet of the province, one sheet.
    Booklet => province_booklet,
    /// The booklet of a neighborhood, two sheets.
    NeighborhoodBooklet(idx: Idx<Neighborhood>) => neighborhood_booklet,
    /// A page of the list of earlier editions, from 1.
    Archive(page: usize) => archive,
    /// What there is to download.
    Data => data,
    /// How every figure is calculated.
    Method => method,
    /// About the site.
    About => about,
    /// The search.
    Search => search,
    /// What a host serves for an unknown address.
    NotFound => not_found,
    /// A page that the province wrote.
    FreePage(idx: Idx<Page>) => free_page,
}

/// A page that will be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The page.
    pub target: Target,
    /// Its address from the site's root.
    pub address: String,
}

/// Every page, in a stable order.
pub fn plan(site: &Site<'_>) -> Vec<Planned> {
    let targets = KINDS.iter().flat_map(|kind| (kind.targets)(site));
    targets.map(|target| Planned { target, address: site.href(target) }).collect()
}

/// Which of the given addresses, none of which is planned, a later day's site has.
///
/// Any day can be built (figures.md, F1), also one before the records that a text names by the address of their page.
pub fn come_later<'p>(
    site: &Site<'_>,
    later: &Later,
    addresses: impl Iterator<Item = &'p str>,
) -> HashSet<String> {
    let later: HashSet<String> = KINDS.iter().flat_map(|kind| (kind.later)(site, later)).collect();
    addresses.filter(|&address| later.contains(address)).map(str::to_owned).collect()
}

/// The sections of the site in the order of the foot's index; the menu shows some of them.
pub(super) fn sections(site: &Site<'_>) -> Vec<Section> {
    index(site).into_iter().map(|line| line.section(site)).collect()
}

/// The sections that are lists of records or reports, not texts.
pub(super) fn list_sections(site: &Site<'_>) -> Vec<Section> {
    index(site).into_iter().filter(|line| line.is_list).map(|line| line.section(site)).collect()
}

fn index(site: &Site<'_>) -> Vec<IndexLine> {
    let mut index: Vec<_> = KINDS.iter().flat_map(|kind| (kind.sections)(site)).collect();
    index.sort_by_key(|line| line.part);
    index
}

/// Everything that a search finds, in the order in which equally good results stand; lists come last.
pub fn search_entries<'s, 'a>(site: &'s Site<'a>) -> impl Iterator<Item = SearchEntry<'a>> + use<'s, 'a> {
    let mut entries: Vec<_> = KINDS.iter().flat_map(|kind| kind.entries).collect();
    entries.sort_by_key(|(rank, _)| *rank);
    let lists = list_sections(site);
    let lists = lists.into_iter().map(|list| page_entry(&list.title, list.href, Vec::new()));
    entries.into_iter().flat_map(move |(_, find)| find(site)).chain(lists)
}

/// The pages of a list of so many rows.
fn list_pages(rows: usize, target: impl Fn(usize) -> Target) -> Vec<Target> {
    (1..=pages_of(rows).0).map(target).collect()
}

/// The addresses of pages.
fn hrefs(site: &Site<'_>, targets: impl IntoIterator<Item = Target>) -> Vec<String> {
    targets.into_iter().map(|target| site.href(target)).collect()
}

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

/// What pages are laid out from; read-only, shared by all threads.
pub struct Layout<'a> {
    /// What there is to show.
    pub site: &'a Site<'a>,
    /// What texts name.
    pub resolver: Resolver<'a>,
    /// What there is to download.
    pub open_data: OpenData,
}

impl Layout<'_> {
    /// Makes the view of a page.
    pub fn page(&self, planned: &Planned) -> PageView {
        let Layout { site, resolver, open_data } = self;
        let address = &*planned.address;
        match planned.target {
            Target::Home => site.home(resolver, address),
            Target::Neighborhoods(page) => site.neighborhoods(address, page),
            Target::Neighborhood(idx) => site.neighborhood(resolver, address, idx),
            Target::Cell(neighborhood, domain) => site.cell_page(resolver, address, neighborhood, domain),
            Target::Domains => site.domains(address),
            Target::Domain(idx) => site.domain(resolver, address, idx),
            Target::Activities(page) => site.activities(address, page),
            Target::Activity(idx) => site.activity(resolver, address, idx),
            Target::Agencies => site.agencies(address),
            Target::Agency(idx) => site.agency(resolver, address, idx),
            Target::Problems(page) => site.problems(resolver, address, page),
            Target::Meetings(page) => site.meetings(address, page),
            Target::Meeting(idx) => site.meeting(resolver, address, idx),
            Target::Decisions(page) => site.decisions(address, page),
            Target::Visits(page) => site.visits(address, page),
            Target::Visit(idx) => site.visit(resolver, address, idx),
            Target::Models(page) => site.models(address, page),
            Target::Model(idx) => site.model(resolver, address, idx),
            Target::Status => site.status(address),
            Target::Schedule(page) => site.schedule(address, page),
            Target::Changes => site.changes(address),
            Target::Period(at) => site.period(address, at),
            Target::Booklet => site.booklet(address),
            Target::NeighborhoodBooklet(idx) => site.neighborhood_booklet(address, idx),
            Target::Archive(page) => site.archive(address, page),
            Target::Data => site.data(open_data, address),
            Target::Method => site.method(resolver, address),
            Target::About => site.about(resolver, address),
            Target::Search => site.search(address),
            Target::FreePage(idx) => site.free_page(resolver, address, idx),
            Target::NotFound => site.not_found(address),
        }
    }
}
