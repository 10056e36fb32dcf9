//! Links of texts to pages of the site: only the page plan knows which pages there are.
//!
//! Records were looked up when the content was read; what is left are links by address. Start reading at [`Links::look_up`].

use std::borrow::Cow;
use std::collections::HashSet;

use super::texts::{self, Shown};
use crate::config::Config;
use crate::diag::Diagnostic;
use crate::fields::closest;
use crate::markdown::{Link, Target};
use crate::model::{Dataset, Later};
use crate::site::{self, Site};

/// The links by address, or to a part of a page, of all texts on any day: a wrong link is an error from the start, not
/// on the day on which its text is published.
pub(super) struct Links(Vec<Link>);

/// What became of the links by address.
#[derive(Default)]
pub(super) struct Lookup {
    /// An error for each that the site doesn't have, an advice for each that it doesn't have yet.
    pub(super) found: Vec<Diagnostic>,
    /// Addresses that come on a later day.
    pub(super) later: HashSet<String>,
}

impl Links {
    /// Collects the links of the settings and of a dataset before it is cut.
    pub(super) fn new(dataset: &Dataset, config: &Config) -> Self {
        let is_of_the_site = |link: &&Link| by_address(link).is_some() || link.target.part().is_some();
        let mut links = Vec::new();
        texts::of_records(dataset, &mut |shown| {
            if let Shown::Text(text) = shown {
                links.extend(text.links.iter().filter(is_of_the_site).cloned());
            }
        });
        let settings = texts::of_settings(config);
        links.extend(settings.into_iter().flat_map(|text| text.links).filter(|link| is_of_the_site(&link)));
        Self(links)
    }

    /// Every link.
    pub(super) fn all(&self) -> impl Iterator<Item = &Link> {
        self.0.iter()
    }

    /// Looks up the links by address among the site's own, and those by which texts call files of `content/media/`.
    pub(super) fn look_up<'s>(
        &self,
        site: &Site<'_>,
        later: &Later,
        addresses: impl Iterator<Item = Cow<'s, str>>,
    ) -> Lookup {
        let named: Vec<_> = self.all().filter_map(by_address).collect();
        if named.is_empty() {
            return Lookup::default();
        }
        let known: HashSet<Cow<'s, str>> = addresses.collect();
        let lost: Vec<_> = named.into_iter().filter(|(path, _)| !known.contains(*path)).collect();
        if lost.is_empty() {
            return Lookup::default();
        }
        let later = site::come_later(site, later, lost.iter().map(|(path, _)| *path));
        let tell = |(path, link): (&str, &Link)| {
            if later.contains(path) {
                link.future_target()
            } else {
                link.missing_target(closest(path, sorted(&known)))
            }
        };
        Lookup { found: lost.into_iter().map(tell).collect(), later }
    }
}

fn by_address(link: &Link) -> Option<(&str, &Link)> {
    match &link.target {
        Target::Path { path, .. } => Some((path, link)),
        _ => None,
    }
}

/// The addresses in a stable order, so that of two equally near ones it is always the same that is proposed.
fn sorted<'a>(known: &'a HashSet<Cow<'_, str>>) -> Vec<&'a str> {
    let mut sorted: Vec<_> = known.iter().map(|address| &**address).collect();
    sorted.sort_unstable();
    sorted
}
