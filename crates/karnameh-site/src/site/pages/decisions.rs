//! `decisions.html`: the follow-up of decisions, the overdue first.

use std::borrow::Cow;

use serde::Serialize;

use crate::model::DecisionRef;
use crate::site::address::paged_file;
use crate::site::entries::{SNIPPET, SearchEntry, activity_facets, all, page_entry, record_title};
use crate::site::paging::{list_pages, pages_of};
use crate::site::rows::{self, DecisionRow};
use crate::site::view::{Empty, Frame, KeyFigure, Link, PageView, Pager, Sample};
use crate::site::words::whole;
use crate::site::{Addresses, Site, Target, links, prose, stamp};

use super::frame::{self, crumbs, pager};
use super::kind::{PageKind, Rank};
use super::{follow_up, meetings};

pub(super) const KIND: PageKind = PageKind {
    targets: |site| list_pages(site.lists.decisions.len(), Target::Decisions),
    later: |site, later| links::hrefs(site, list_pages(later.decisions, Target::Decisions)),
    sections: |_| Vec::new(),
    entries: &[
        (Rank::Report, |site| Box::new(std::iter::once(list_entry(site)))),
        (Rank::Work, |site| {
            Box::new(site.lists.decisions.iter().map(|&decision| search_entry(site, decision)))
        }),
    ],
};

pub(super) fn address(_: &Addresses<'_>, page: usize) -> String {
    paged_file("decisions", page)
}

/// What the follow-up of decisions shows.
#[derive(Debug, Serialize)]
struct DecisionsPage {
    /// How many are done, overdue and open.
    pub lede: String,
    /// The same in figures; on the first page.
    pub figures: Vec<KeyFigure>,
    /// In which order the rows stand.
    pub order: String,
    /// The rows of this page.
    pub rows: Vec<NumberedDecision>,
    /// What is told where there is none.
    pub empty: Empty,
    /// The script may sort them: all are on this page.
    pub sortable: bool,
    /// The other pages.
    pub pager: Option<Pager>,
}

/// A decision with its number in the list.
#[derive(Debug, Serialize)]
struct NumberedDecision {
    /// «۱»
    pub number: String,
    /// The decision.
    pub row: DecisionRow,
}

pub(super) fn view(site: &Site<'_>, address: &str, page: usize) -> PageView {
    let all = &site.lists.decisions;
    let (pages, rows_each) = pages_of(all.len());
    let start = (page - 1) * rows_each;
    let counts = site.figures.decisions;
    let title = follow_up::TITLE;
    let lede = if counts.all() == 0 {
        "تا تاریخ گزارش مصوبه‌ای ثبت نشده است.".to_owned()
    } else {
        follow_up::sentence(&counts)
    };
    let rows = all.iter().enumerate().skip(start).take(rows_each);
    let view = DecisionsPage {
        lede: lede.clone(),
        figures: if page == 1 { follow_up::in_figures(site) } else { Vec::new() },
        order:
            "نخست آنچه از مهلت گذشته، سپس آنچه باز است به ترتیب مهلت، سپس انجام‌شده‌ها از جدیدترین به قدیمی‌ترین"
                .to_owned(),
        rows: rows
            .map(|(at, &of)| NumberedDecision { number: whole(at + 1), row: rows::decision_row(site, of) })
            .collect(),
        empty: Empty {
            title: "مصوبه‌ای ثبت نشده است".to_owned(),
            text: format!(
                "مصوبه‌ها در رکورد {} نوشته می‌شود، هر یک با دستگاه و مهلت.",
                site.config.terms.meeting.one
            ),
            link: Some(Link { text: meetings::title(site), href: site.href(Target::Meetings(1)) }),
        },
        sortable: pages == 1,
        pager: pager(site, all.len(), rows_each, page, Target::Decisions),
    };
    let above = vec![Link { text: meetings::title(site), href: site.href(Target::Meetings(1)) }];
    let part = site.dataset.meetings.iter().any(|meeting| meeting.record.sample);
    let frame = Frame {
        description: lede,
        crumbs: crumbs(site, above, title),
        section: meetings::SECTION.to_owned(),
        sample: if part { Sample::Part } else { Sample::None },
        ..Frame::new(address, "decisions.html", frame::numbered(title, page))
    };
    PageView::new(frame, view)
}

fn list_entry<'a>(site: &Site<'a>) -> SearchEntry<'a> {
    page_entry(follow_up::TITLE, site.href(Target::Decisions(1)), Vec::new())
}

fn search_entry<'a>(site: &Site<'a>, of: DecisionRef) -> SearchEntry<'a> {
    let decision = &site.dataset[of];
    let meeting = &site.dataset[of.meeting];
    let activity = decision.activity;
    let (neighborhoods, domain) = activity.map(|at| activity_facets(site, at)).unwrap_or_default();
    let names = decision.agency.map(|at| &site.dataset[at].record);
    let names = names.into_iter().chain(activity.map(|at| &site.dataset[at].record));
    SearchEntry {
        kind: Cow::Borrowed("مصوبه"),
        link: Link {
            text: prose::beginning(&decision.text.shown(), SNIPPET),
            href: site.addresses.decision(of),
        },
        snippet: meeting.record.title.to_string(),
        neighborhoods,
        domain,
        state: None,
        at: Some(stamp::medium(meeting.date)),
        sample: meeting.record.sample,
        text: all([&decision.text]).chain(names.map(record_title)).collect(),
    }
}
