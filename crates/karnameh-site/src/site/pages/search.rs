//! `search.html`: the form, and what its script fills in; without scripts the lists lead on.

use serde::Serialize;

use crate::site::entries::FacetChoice;
use crate::site::view::{Frame, Link, PageView};
use crate::site::{Addresses, Site, Target, facets};

use super::frame::crumbs;
use super::kind::{IndexLine, IndexPart, Menu, PageKind};

/// The key of its section.
const SECTION: &str = "search";

pub(super) const KIND: PageKind = PageKind {
    targets: |_| vec![Target::Search],
    later: |_, _| Vec::new(),
    sections: |_| {
        vec![IndexLine {
            part: IndexPart::Reference,
            key: SECTION.to_owned(),
            title: "جست‌وجو".to_owned(),
            first: Target::Search,
            menu: Menu::Secondary,
            is_list: false,
        }]
    },
    entries: &[],
};

pub(super) fn address(_: &Addresses<'_>) -> String {
    "search.html".to_owned()
}

/// What the search shows before anything is asked.
#[derive(Debug, Serialize)]
struct SearchPage {
    /// The neighborhoods, in the order of lists.
    pub neighborhoods: Vec<FacetChoice>,
    /// The domains.
    pub domains: Vec<FacetChoice>,
    /// The states of activities.
    pub states: Vec<FacetChoice>,
    /// Where one may look through everything without searching.
    pub lists: Vec<Link>,
    /// The list of all activities, proposed where nothing is found.
    pub activities: Link,
}

pub(super) fn view(site: &Site<'_>, lists: &[Link], address: &str) -> PageView {
    let title = "جست‌وجو";
    let frame = Frame {
        description: "جست‌وجو در همهٔ رکوردها و صفحه‌های این کارنامه.".to_owned(),
        crumbs: crumbs(site, Vec::new(), title),
        section: SECTION.to_owned(),
        ..Frame::new(address, "search.html", title)
    };
    let facets = facets(site);
    let view = SearchPage {
        neighborhoods: facets.neighborhoods,
        domains: facets.domains,
        states: facets.states,
        lists: lists.to_vec(),
        activities: Link {
            text: format!("فهرست همهٔ {}", site.config.terms.activity.many),
            href: site.href(Target::Activities(1)),
        },
    };
    PageView::new(frame, view)
}
