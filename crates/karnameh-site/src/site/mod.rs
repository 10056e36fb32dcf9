//! The page plan: which pages exist, where they stand, and the plain view value that each shows.
//!
//! [`Site::new`] looks up once what all pages need (orders, reverse references, what needs attention); [`plan`] lists the
//! pages; [`Layout::page`] makes the view of one, from nothing but what that page shows. Views hold ready text, values to
//! draw and addresses ([`view`], [`charts`]); `render` turns them into bytes. [`search_entries`] is what a search finds;
//! [`agenda`] and [`news`] are for calendars and feed readers.

mod address;
mod attention;
mod chrome;
mod corrections;
mod counties;
mod entries;
mod figures;
mod gantt;
mod lacks;
mod links;
mod lists;
mod map;
mod matrix;
mod media;
mod multiples;
mod order;
mod pages;
mod paging;
mod prose;
mod relations;
mod resolver;
mod rows;
mod stamp;
mod words;

pub mod agenda;
pub mod charts;
pub mod data;
pub mod news;
pub mod view;

use crate::config::Config;
use crate::model::{Activity, Edition, Idx};
use crate::persian::collation::Collator;
use crate::progress::{Figures, History};

pub use address::{Addresses, CALENDAR, FEED, PACKAGE_ENDING};
pub use chrome::chrome;
pub use entries::{FacetChoice, Facets, SearchEntry, facets};
pub use pages::{Layout, Planned, Target, come_later, plan, search_entries};
pub use resolver::Resolver;

/// Everything that pages are made of; read-only, shared by all threads.
pub struct Site<'a> {
    dataset: &'a Edition,
    figures: &'a Figures,
    config: &'a Config,
    history: &'a History,
    /// Where pages stand.
    pub addresses: Addresses<'a>,
    order: order::Order,
    relations: relations::Relations,
    lists: lists::Lists,
    attention: Vec<attention::Concern>,
    deadlines: Vec<Idx<Activity>>,
    listed: Vec<Idx<Activity>>,
}

impl<'a> Site<'a> {
    /// Looks up what all pages share. `history` is [`crate::progress::history`] of the same figures.
    pub fn new(dataset: &'a Edition, figures: &'a Figures, history: &'a History, config: &'a Config) -> Self {
        let collator = Collator::new();
        let order = order::Order::new(dataset, &figures.groups, &collator);
        let relations = relations::Relations::new(dataset);
        let lists = lists::Lists::new(dataset, &order, &relations, &collator);
        Self {
            dataset,
            figures,
            config,
            history,
            addresses: Addresses::new(dataset, history, lists.problem_pages()),
            lists,
            listed: pages::activities::listed(dataset, figures, &order),
            order,
            relations,
            attention: attention::concerns(dataset, figures),
            deadlines: attention::deadlines(figures),
        }
    }

    /// The address of a page from the site's root.
    pub(crate) fn href(&self, target: Target) -> String {
        self.addresses.href(target)
    }
}
