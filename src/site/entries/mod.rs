//! What the search finds: an entry for each record and page that has an address, with the text that its page shows as
//! of T.
//!
//! An entry is no page: it holds words to look for and the little that a list of results shows. [`Site::entries`] makes
//! them one by one, in the order in which equally good results stand; the module `search` makes an index of them.
//! Figures and counts of people are left out: who looks for a number means a date or a place.

mod activity;
mod group;
mod record;
mod text;

use std::borrow::Cow;

use crate::model::{Activity, Domain, Idx, Neighborhood, Prose, Record};
use crate::persian::Day;
use crate::persian::text::Text;
use crate::progress::State;

use super::address::Target;
use super::view::{Link, Stamp};
use super::{Site, prose, stamp};

/// The longest snippet and the longest title of a result, in characters.
const SNIPPET: usize = 160;

/// Something that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'a> {
    /// What it is («فعالیت»).
    pub kind: Cow<'a, str>,
    /// Its title and its address from the site's root.
    pub link: Link,
    /// How its text begins; may be empty.
    pub snippet: String,
    /// Its neighborhoods, as positions in [`Facets::neighborhoods`].
    pub neighborhoods: Vec<usize>,
    /// Its domain, as a position in [`Facets::domains`].
    pub domain: Option<usize>,
    /// The state of an activity, as a position in [`Facets::states`].
    pub state: Option<usize>,
    /// The day that a result shows.
    pub at: Option<Stamp>,
    /// It is an illustrative record.
    pub sample: bool,
    /// All other text of its page.
    pub text: Vec<Cow<'a, str>>,
}

/// By what results can be narrowed, in the order of pages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facets {
    /// The neighborhoods.
    pub neighborhoods: Vec<Choice>,
    /// The domains.
    pub domains: Vec<Choice>,
    /// The states that an activity of the site is in, and all others.
    pub states: Vec<Choice>,
}

/// A value of a facet.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Choice {
    /// How an address names it («sheikhabad», «on-track»).
    pub key: String,
    /// How a person reads it.
    pub title: String,
}

/// Where neighborhoods and domains stand among the facets: by position in the dataset.
struct Places {
    neighborhoods: Vec<usize>,
    domains: Vec<usize>,
}

/// What the entry of a kind gives beside its record.
struct Parts<'a> {
    kind: Cow<'a, str>,
    target: Target,
    snippet: Option<Cow<'a, str>>,
    at: Option<Day>,
    text: Vec<Cow<'a, str>>,
}

impl<'a> Site<'a> {
    /// By what results can be narrowed.
    pub fn facets(&self) -> Facets {
        let choice = |record: &Record| Choice { key: record.id.to_string(), title: record.title.to_string() };
        let state = |state: State| Choice { key: state.key().to_owned(), title: state.word().to_owned() };
        Facets {
            neighborhoods: self
                .order
                .neighborhoods
                .iter()
                .map(|&at| choice(&self.dataset[at].record))
                .collect(),
            domains: self.order.domains.iter().map(|&at| choice(&self.dataset[at].record)).collect(),
            states: State::ALL.into_iter().map(state).collect(),
        }
    }

    /// Everything that can be found, in the order in which equally good results stand: places and what they are about,
    /// then the work, then reviews, then where neighborhoods and domains meet.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'a>> + use<'_, 'a> {
        let places =
            Places { neighborhoods: ranks(&self.order.neighborhoods), domains: ranks(&self.order.domains) };
        let lists = self.list_sections().into_iter().map(text::found_list);
        self.findable().map(move |target| self.entry(target, &places)).chain(lists)
    }

    fn findable(&self) -> impl Iterator<Item = Target> {
        let meetings = self.relations.held.iter().chain(&self.relations.coming);
        let places = self.order.neighborhoods.iter().copied().map(Target::Neighborhood);
        places
            .chain(self.order.domains.iter().copied().map(Target::Domain))
            .chain(self.order.agencies.iter().copied().map(Target::Agency))
            .chain(self.lists.models.iter().copied().map(Target::Model))
            .chain(self.findable_texts())
            .chain(self.listed.iter().copied().map(Target::Activity))
            .chain(self.lists.problems.iter().copied().map(Target::Problem))
            .chain(meetings.copied().map(Target::Meeting))
            .chain(self.lists.decisions.iter().copied().map(Target::Decision))
            .chain(self.lists.visits.iter().copied().map(Target::Visit))
            .chain(self.findable_cells())
    }

    fn findable_cells(&self) -> impl Iterator<Item = Target> {
        let cells =
            self.order.neighborhoods.iter().flat_map(|&neighborhood| {
                self.order.domains.iter().map(move |&domain| (neighborhood, domain))
            });
        let full =
            cells.filter(|&(neighborhood, domain)| !self.cell(neighborhood, domain).members.is_empty());
        full.map(|(neighborhood, domain)| Target::Cell(neighborhood, domain))
    }

    fn entry(&self, target: Target, places: &Places) -> Entry<'a> {
        match target {
            Target::Neighborhood(idx) => self.found_neighborhood(idx, places),
            Target::Domain(idx) => self.found_domain(idx, places),
            Target::Cell(neighborhood, domain) => self.found_cell(neighborhood, domain, places),
            Target::Agency(idx) => self.found_agency(idx),
            Target::Activity(idx) => self.found_activity(idx, places),
            Target::Problem(idx) => self.found_problem(idx, places),
            Target::Meeting(idx) => self.found_meeting(idx),
            Target::Decision(of) => self.found_decision(of, places),
            Target::Visit(idx) => self.found_visit(idx, places),
            Target::Model(idx) => self.found_model(idx, places),
            Target::Page(idx) => self.found_page(idx),
            Target::About => self.found_about(),
            Target::Method => self.found_method(),
            Target::Period(at) => self.found_period(at),
            Target::Decisions(_) => self.found_decisions(),
            _ => unreachable!("other pages are found as lists"),
        }
    }

    /// The entry of a record, without facets.
    fn of_record(&self, record: &'a Record, parts: Parts<'a>) -> Entry<'a> {
        let body = record.body.as_ref().map(plain);
        let mut text = parts.text;
        text.extend(body.clone());
        Entry {
            kind: parts.kind,
            link: Link { text: record.title.to_string(), href: self.href(parts.target) },
            snippet: prose::beginning(&parts.snippet.or(body).unwrap_or_default(), SNIPPET),
            neighborhoods: Vec::new(),
            domain: None,
            state: None,
            at: parts.at.map(stamp::medium),
            sample: record.sample,
            text,
        }
    }

    /// The facets of what an activity is about.
    fn facets_of(&self, activity: Idx<Activity>, places: &Places) -> (Vec<usize>, Option<usize>) {
        let of = &self.dataset[activity];
        (of.neighborhoods.iter().map(|&at| places.neighborhood(at)).collect(), Some(places.domain(of.domain)))
    }

    /// The titles of agencies, neighborhoods and the like.
    fn title(record: &'a Record) -> Cow<'a, str> {
        record.title.shown()
    }
}

impl Places {
    fn neighborhood(&self, idx: Idx<Neighborhood>) -> usize {
        self.neighborhoods[idx.get()]
    }

    fn domain(&self, idx: Idx<Domain>) -> usize {
        self.domains[idx.get()]
    }
}

/// By position in the dataset: the place in an order.
fn ranks<T>(order: &[Idx<T>]) -> Vec<usize> {
    let mut ranks = vec![0; order.len()];
    for (rank, idx) in order.iter().enumerate() {
        ranks[idx.get()] = rank;
    }
    ranks
}

/// The words of a prose.
fn plain(prose: &Prose) -> Cow<'_, str> {
    Cow::Borrowed(&prose.value.plain)
}

/// Fields that may be absent.
fn given<'a>(fields: impl IntoIterator<Item = &'a Option<Text>>) -> impl Iterator<Item = Cow<'a, str>> {
    all(fields.into_iter().flatten())
}

/// Texts that are never absent.
fn all<'a>(texts: impl IntoIterator<Item = &'a Text>) -> impl Iterator<Item = Cow<'a, str>> {
    texts.into_iter().map(Text::shown)
}
