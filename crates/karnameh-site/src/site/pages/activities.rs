//! `activities/index.html`: all activities, to sort and to look through.

use serde::Serialize;

use crate::model::{Activity, Idx, RecordKind};
use crate::site::address::paged;
use crate::site::paging::{list_pages, pages_of};
use crate::site::rows::{self, ActivityRow};
use crate::site::view::{Attention, Frame, PageView, Pager, Tally};
use crate::site::{Addresses, Site, Target, figures, links, words};

use super::frame::{self, crumbs, pager};
use super::kind::{IndexLine, IndexPart, Menu, PageKind};

/// How many concerns the first page lists in full.
const CONCERNS: usize = 100;

/// The key of its section.
pub(super) const SECTION: &str = "activities";

pub(super) const KIND: PageKind = PageKind {
    targets: |site| list_pages(site.listed.len(), Target::Activities),
    later: |site, later| {
        links::hrefs(site, list_pages(later.count(RecordKind::Activity), Target::Activities))
    },
    sections: |site| {
        vec![IndexLine {
            part: IndexPart::Work,
            key: SECTION.to_owned(),
            title: site.config.terms.activity.many.to_string(),
            first: Target::Activities(1),
            menu: Menu::Secondary,
            is_list: true,
        }]
    },
    entries: &[],
};

pub(super) fn address(_: &Addresses<'_>, page: usize) -> String {
    paged("activities", page)
}

/// What the index of activities shows.
#[derive(Debug, Serialize)]
struct ActivitiesPage {
    /// What stands behind the list.
    pub lede: String,
    /// How many are in each state; on the first page.
    pub tally: Option<Tally>,
    /// What needs attention; on the first page.
    pub attention: Vec<Attention>,
    /// «۱۰۰ مورد نخست از ۲۳۰ مورد»; empty where all are listed.
    pub attention_note: String,
    /// In which order the rows stand.
    pub order: String,
    /// The rows of this page.
    pub rows: Vec<ActivityRow>,
    /// The script may sort them: all are on this page.
    pub sortable: bool,
    /// The other pages.
    pub pager: Option<Pager>,
}

pub(super) fn view(site: &Site<'_>, address: &str, page: usize) -> PageView {
    let terms = &site.config.terms;
    let whole_site = &site.figures.groups.site;
    let title = terms.activity.many.to_string();
    let (last, rows_each) = pages_of(site.listed.len());
    let first = page == 1;
    let rows = site.listed.iter().skip((page - 1) * rows_each).take(rows_each);
    let all = site.attention.len();
    let view = ActivitiesPage {
        lede: words::lede(whole_site, terms),
        tally: first.then(|| figures::tally(site, whole_site)),
        attention: if first {
            site.attention.iter().take(CONCERNS).map(|concern| rows::attention_row(site, concern)).collect()
        } else {
            Vec::new()
        },
        attention_note: if all > CONCERNS {
            format!("{} مورد نخست از {} مورد", words::whole(CONCERNS), words::whole(all))
        } else {
            String::new()
        },
        order: format!("به ترتیب {}، {} و مهلت", terms.neighborhood.one, terms.domain.one),
        rows: rows.map(|&idx| rows::activity_row(site, idx)).collect(),
        sortable: last == 1,
        pager: pager(site, site.listed.len(), rows_each, page, Target::Activities),
    };
    let frame = Frame {
        crumbs: crumbs(site, Vec::new(), &title),
        section: SECTION.to_owned(),
        sample: frame::sample_of(false, whole_site, false),
        ..Frame::new(address, "activities.html", frame::numbered(&title, page))
    };
    PageView::new(frame, view)
}

/// The activities in the order of the index: neighborhood, domain, due, id.
pub(in crate::site) fn listed(
    dataset: &crate::model::Edition,
    figures: &crate::progress::Figures,
    order: &crate::site::order::Order,
) -> Vec<Idx<Activity>> {
    let mut list: Vec<Idx<Activity>> = (0..dataset.activities.len()).map(Idx::new).collect();
    list.sort_by_key(|&idx| {
        let activity = &dataset[idx];
        let due = figures[idx].due;
        let first = activity.neighborhoods[0];
        (order.neighborhood_rank(first), order.domain_rank(activity.domain), due.is_none(), due, idx)
    });
    list
}
