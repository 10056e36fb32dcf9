//! What the search finds: an entry for each record and page that has an address, with the text that its page shows as
//! of T.
//!
//! An entry is not a page: it holds words to look for and the little that a list of results shows. The file of each kind
//! of page makes its entries; here is what they have in common. The module `search` makes an index of them. Figures and
//! counts of people are left out: who looks for a number means a date or a place.

use std::borrow::Cow;

use crate::model::{Activity, Head, Idx, Prose, RecordKind};
use crate::persian::Day;
use crate::persian::text::Text;
use crate::progress::State;

use super::view::{Link, Stamp};
use super::{Site, prose, stamp};

/// The longest snippet and the longest title of a result, in characters.
pub(super) const SNIPPET: usize = 160;
/// What a page without a record is called.
pub(super) const PAGE: &str = RecordKind::Page.fa();

/// Something that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchEntry<'a> {
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
    pub neighborhoods: Vec<FacetChoice>,
    /// The domains.
    pub domains: Vec<FacetChoice>,
    /// The states that an activity of the site is in, and all others.
    pub states: Vec<FacetChoice>,
}

/// A value of a facet.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct FacetChoice {
    /// How an address names it («sheikhabad», «on-track»).
    pub key: String,
    /// How a person reads it.
    pub title: String,
}

/// What the entry of a kind of record gives beside its record.
pub(super) struct EntryParts<'a> {
    /// What it is.
    pub kind: Cow<'a, str>,
    /// Its address.
    pub href: String,
    /// What its snippet is cut from; without it, the narrative.
    pub snippet: Option<Cow<'a, str>>,
    /// The day that a result shows.
    pub at: Option<Day>,
    /// All text but the narrative.
    pub text: Vec<Cow<'a, str>>,
}

impl<'a> EntryParts<'a> {
    /// The entry of a record, without facets.
    pub(super) fn entry(self, record: &'a Head) -> SearchEntry<'a> {
        let body = record.body.as_ref().map(plain);
        let mut text = self.text;
        text.extend(body.clone());
        SearchEntry {
            kind: self.kind,
            link: Link { text: record.title.to_string(), href: self.href },
            snippet: prose::beginning(&self.snippet.or(body).unwrap_or_default(), SNIPPET),
            neighborhoods: Vec::new(),
            domain: None,
            state: None,
            at: self.at.map(stamp::medium),
            sample: record.sample,
            text,
        }
    }
}

/// The entry of a page that is about no record.
pub(super) fn page_entry<'a>(title: &str, href: String, text: Vec<Cow<'a, str>>) -> SearchEntry<'a> {
    SearchEntry {
        kind: Cow::Borrowed(PAGE),
        link: Link { text: title.to_owned(), href },
        snippet: text.first().map(|text| prose::beginning(text, SNIPPET)).unwrap_or_default(),
        neighborhoods: Vec::new(),
        domain: None,
        state: None,
        at: None,
        sample: false,
        text,
    }
}

/// By what results can be narrowed.
pub fn facets(site: &Site<'_>) -> Facets {
    let choice = |record: &Head| FacetChoice { key: record.id.to_string(), title: record.title.to_string() };
    let state = |state: State| FacetChoice { key: state.key().to_owned(), title: state.fa().to_owned() };
    Facets {
        neighborhoods: site.order.neighborhoods.iter().map(|&at| choice(&site.dataset[at].record)).collect(),
        domains: site.order.domains.iter().map(|&at| choice(&site.dataset[at].record)).collect(),
        states: State::ALL.into_iter().map(state).collect(),
    }
}

/// The facets of what an activity is about: its neighborhoods and its domain.
pub(super) fn activity_facets(site: &Site<'_>, activity: Idx<Activity>) -> (Vec<usize>, Option<usize>) {
    let activity = &site.dataset[activity];
    let neighborhoods = activity.neighborhoods.iter().map(|&at| site.order.neighborhood_rank(at));
    (neighborhoods.collect(), Some(site.order.domain_rank(activity.domain)))
}

/// The title of a record, as a text to find.
pub(super) fn record_title(record: &Head) -> Cow<'_, str> {
    record.title.shown()
}

/// The words of a prose.
pub(super) fn plain(prose: &Prose) -> Cow<'_, str> {
    Cow::Borrowed(&prose.value.plain)
}

/// Fields that may be absent.
pub(super) fn given<'a>(
    fields: impl IntoIterator<Item = &'a Option<Text>>,
) -> impl Iterator<Item = Cow<'a, str>> {
    all(fields.into_iter().flatten())
}

/// Texts that are never absent.
pub(super) fn all<'a>(texts: impl IntoIterator<Item = &'a Text>) -> impl Iterator<Item = Cow<'a, str>> {
    texts.into_iter().map(Text::shown)
}
