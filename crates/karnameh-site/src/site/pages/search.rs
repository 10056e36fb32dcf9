//! `search.html`: the form, and what its script fills in; without scripts the lists lead on.

use serde::Serialize;

use crate::site::entries::Choice;
use crate::site::view::{Frame, Link, PageView};
use crate::site::{Addresses, Site, Target, facets};

use super::frame::crumbs;
use super::kind::{IndexLine, Kind, Menu, Part};
use super::list_sections;

pub(super) const KIND: Kind = Kind {
    targets: |_| vec![Target::Search],
    later: |_, _| Vec::new(),
    sections: |_| {
        vec![IndexLine {
            part: Part::Reference,
            key: "search".to_owned(),
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
    pub neighborhoods: Vec<Choice>,
    /// The domains.
    pub domains: Vec<Choice>,
    /// The states of activities.
    pub states: Vec<Choice>,
    /// Where one may look through everything without searching.
    pub lists: Vec<Link>,
    /// The list of all activities, proposed where nothing is found.
    pub activities: Link,
}

pub(super) fn view(site: &Site<'_>, address: &str) -> PageView {
    let title = "جست‌وجو";
    let frame = Frame {
        description: "جست‌وجو در همهٔ رکوردها و صفحه‌های این کارنامه.".to_owned(),
        crumbs: crumbs(site, Vec::new(), title),
        section: "search".to_owned(),
        ..Frame::new(address, "search.html", title)
    };
    let facets = facets(site);
    let lists = list_sections(site).into_iter();
    let view = SearchPage {
        neighborhoods: facets.neighborhoods,
        domains: facets.domains,
        states: facets.states,
        lists: lists.map(|section| Link { text: section.title, href: section.href }).collect(),
        activities: Link {
            text: format!("فهرست همهٔ {}", site.config.terms.activity.many),
            href: site.href(Target::Activities(1)),
        },
    };
    PageView::new(frame, view)
}
