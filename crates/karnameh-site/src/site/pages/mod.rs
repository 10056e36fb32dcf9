//! The pages, one file for each kind. Each file says its kind's addresses, which pages of it there are, its sections, what
//! a search finds of it and what comes later ([`PageKind`]), and makes its view. [`Target`], [`KINDS`] and all that goes over
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
mod duties;
mod duty_matrix;
mod follow_up;
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

use booklet::{neighborhood as neighborhood_booklet, province as province_booklet};
use kind::{IndexLine, PageKind};

use crate::model::{
    Activity, Agency, Domain, Idx, Later, Meeting, Neighborhood, Page, RecordKind, SuccessModel, Visit,
};

use super::data::OpenData;
use super::entries::{SearchEntry, page_entry};
use super::view::{Link, PageView, Section};
use super::{Addresses, Resolver, Site};

/// Defines all that goes over the kinds of pages from their list. An entry is
/// `Name(what tells its pages apart) => file(what its view needs beside the site) [kind of record]`, the last if each
/// record of the kind has such a page of its own.
macro_rules! pages {
    ($(
        $(#[$doc:meta])*
        $Name:ident $(($($id:ident: $Id:ty),+))? => $module:ident $(($($need:ident),+))? $([$Record:ident])?,
    )+) => {
        /// A page.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Target {
            $($(#[$doc])* $Name $(($($Id),+))?,)+
        }

        /// Every kind of page, in the order of the plan.
        const KINDS: &[PageKind] = &[$($module::KIND),+];

        impl Addresses<'_> {
            /// The address of a page from the site's root.
            pub fn href(&self, target: Target) -> String {
                match target {
                    $(Target::$Name $(($($id),+))? => $module::address(self $($(, $id)+)?),)+
                }
            }

            /// The address of a record by its kind and its position: that of its page, or of its row in a list.
            pub fn record(&self, kind: RecordKind, position: usize) -> Option<String> {
                match kind {
                    $($(RecordKind::$Record => Some(self.href(Target::$Name(Idx::new(position)))),)?)+
                    RecordKind::Problem => Some(self.problem(Idx::new(position))),
                    // The page of its activity shows it (`RecordKind::is_linked`).
                    RecordKind::Update => None,
                }
            }
        }

        impl Layout<'_> {
            /// Makes the view of a page.
            pub fn page(&self, planned: &Planned) -> PageView {
                let address = &*planned.address;
                match planned.target {
                    $(Target::$Name $(($($id),+))? => {
                        $module::view(self.site $($(, &self.$need)+)?, address $($(, $id)+)?)
                    })+
                }
            }
        }
    };
}

pages! {
    /// The front page.
    Home => home(resolver),
    /// A page of the index of neighborhoods, from 1.
    Neighborhoods(page: usize) => neighborhoods,
    /// A neighborhood.
    Neighborhood(idx: Idx<Neighborhood>) => neighborhood(resolver) [Neighborhood],
    /// Where a neighborhood and a domain meet.
    Cell(neighborhood: Idx<Neighborhood>, domain: Idx<Domain>) => cell(resolver),
    /// The index of domains.
    Domains => domains,
    /// A domain.
    Domain(idx: Idx<Domain>) => domain(resolver) [Domain],
    /// A page of the index of activities, from 1.
    Activities(page: usize) => activities,
    /// An activity.
    Activity(idx: Idx<Activity>) => activity(resolver) [Activity],
    /// The index of agencies.
    Agencies => agencies,
    /// An agency.
    Agency(idx: Idx<Agency>) => agency(resolver) [Agency],
    /// A page of the list of problems, from 1.
    Problems(page: usize) => problems(resolver),
    /// A page of the index of meetings, from 1.
    Meetings(page: usize) => meetings,
    /// A meeting.
    Meeting(idx: Idx<Meeting>) => meeting(resolver) [Meeting],
    /// A page of the follow-up of decisions, from 1.
    Decisions(page: usize) => decisions,
    /// A page of the index of visits, from 1.
    Visits(page: usize) => visits,
    /// A visit.
    Visit(idx: Idx<Visit>) => visit(resolver) [Visit],
    /// A page of the index of success models, from 1.
    Models(page: usize) => models,
    /// A success model.
    Model(idx: Idx<SuccessModel>) => model(resolver) [Model],
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
    Data => data(open_data),
    /// How every figure is calculated.
    Method => method(resolver),
    /// About the site.
    About => about(resolver),
    /// The search.
    Search => search(lists),
    /// What a host serves for an unknown address.
    NotFound => not_found,
    /// A page that the province wrote.
    FreePage(idx: Idx<Page>) => free_page(resolver) [Page],
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

/// The first pages of lists of records and of reports, which are no texts.
fn lists(site: &Site<'_>) -> Vec<Link> {
    let lists = index(site).into_iter().filter(|line| line.is_list);
    lists.map(|line| Link { text: line.title, href: site.href(line.first) }).collect()
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
    let lists = lists(site).into_iter().map(|list| page_entry(&list.text, list.href, Vec::new()));
    entries.into_iter().flat_map(move |(_, find)| find(site)).chain(lists)
}

/// What pages are laid out from; read-only, shared by all threads.
pub struct Layout<'a> {
    /// What there is to show.
    site: &'a Site<'a>,
    /// What texts name.
    resolver: Resolver<'a>,
    /// What there is to download.
    open_data: OpenData,
    lists: Vec<Link>,
}

impl<'a> Layout<'a> {
    /// What the pages of a site are laid out from.
    pub fn new(site: &'a Site<'a>, resolver: Resolver<'a>, open_data: OpenData) -> Self {
        Self { site, resolver, open_data, lists: lists(site) }
    }
}
