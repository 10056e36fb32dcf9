//! Links to a part of a page (`page.html#x`): which parts there are only the page knows, once its theme has made it.

use std::collections::HashMap;

use crate::diag::Diagnostic;
use crate::fields::closest;
use crate::markdown::{Addresses, Link, escape_into};

/// The parts that texts lead to, by the address of their page.
#[derive(Default)]
pub(super) struct Fragments<'a>(HashMap<String, Vec<(String, &'a Link)>>);

impl<'a> Fragments<'a> {
    /// Those of all links that lead to a page.
    pub(super) fn of(links: impl Iterator<Item = &'a Link>, addresses: &dyn Addresses) -> Self {
        let mut fragments = Self::default();
        for link in links {
            let Some(part) = link.target.part() else { continue };
            // An address with a part of its own is that of a row: what the author typed is left out.
            let page = addresses.page(&link.target).filter(|address| !address.contains('#'));
            if let Some(page) = page {
                fragments.0.entry(page.into_owned()).or_default().push((part, link));
            }
        }
        fragments
    }

    /// An error for each part that a page, as it is written, doesn't have.
    pub(super) fn missing(&self, address: &str, page: &[u8]) -> Vec<Diagnostic> {
        let Some(wanted) = self.0.get(address) else { return Vec::new() };
        let html = String::from_utf8_lossy(page);
        let ids = ids(&html);
        let lacks = |part: &str| {
            let mut escaped = String::new();
            escape_into(part, &mut escaped);
            !ids.contains(&escaped.as_str())
        };
        let lost = wanted.iter().filter(|(part, _)| lacks(part));
        lost.map(|(part, link)| link.missing_part(address, part, closest(part, ids.iter().copied())))
            .collect()
    }
}

/// The ids of a page: quotes of its text are escaped, so nothing else looks like one.
fn ids(html: &str) -> Vec<&str> {
    html.split(" id=\"").skip(1).filter_map(|rest| rest.split_once('"')).map(|(id, _)| id).collect()
}
