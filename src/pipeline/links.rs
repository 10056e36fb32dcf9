//! Links of texts to pages of the site: only the page plan knows which pages there are.
//!
//! Records were looked up when the content was read; what is left are links by address. Start reading at [`broken`].

use std::borrow::Cow;
use std::collections::HashSet;

use super::texts;
use crate::config::Config;
use crate::diag::Diagnostic;
use crate::fields::closest;
use crate::markdown::{Link, Target};
use crate::model::Dataset;

/// An error for each link to an address that the site doesn't have. `addresses` are all of them, and those by which
/// texts call files of `content/media/`.
pub(super) fn broken<'a>(
    dataset: &Dataset,
    config: &Config,
    addresses: impl Iterator<Item = Cow<'a, str>>,
) -> Vec<Diagnostic> {
    let settings = texts::of_settings(config);
    let texts = texts::of_records(dataset, None).map(|prose| &prose.value).chain(&settings);
    let named: Vec<_> = texts.flat_map(|text| &text.links).filter_map(by_address).collect();
    if named.is_empty() {
        return Vec::new();
    }
    let known: HashSet<Cow<'_, str>> = addresses.collect();
    let lost = named.into_iter().filter(|(path, _)| !known.contains(*path));
    lost.map(|(path, link)| link.leads_nowhere(closest(path, sorted(&known)))).collect()
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
