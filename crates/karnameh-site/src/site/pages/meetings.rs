//! `meetings/index.html`: the meetings, and what became of their decisions.

use serde::Serialize;

use crate::model::{Idx, Meeting, RecordKind};
use crate::progress::DecisionCounts;
use crate::site::address::paged;
use crate::site::paging::{list_pages, pages_of};
use crate::site::view::{Dated, Empty, Frame, KeyFigure, Link, PageView, Pager, Sample, Stamp};
use crate::site::words::{self, in_sentence, whole};
use crate::site::{Addresses, Site, Target, links, stamp};

use super::follow_up::{self, DecisionWords};
use super::frame::{self, crumbs, pager};
use super::kind::{IndexLine, IndexPart, Menu, PageKind};

/// How many coming meetings the index names.
const COMING: usize = 50;

/// The key of its section.
pub(super) const SECTION: &str = "meetings";

pub(super) const KIND: PageKind = PageKind {
    targets: |site| list_pages(site.relations.held.len(), Target::Meetings),
    later: |site, later| links::hrefs(site, list_pages(later.count(RecordKind::Meeting), Target::Meetings)),
    sections: |site| {
        vec![IndexLine {
            part: IndexPart::Review,
            key: SECTION.to_owned(),
            title: title(site),
            first: Target::Meetings(1),
            menu: Menu::Secondary,
            is_list: true,
        }]
    },
    entries: &[],
};

pub(super) fn address(_: &Addresses<'_>, page: usize) -> String {
    paged("meetings", page)
}

/// What the index of meetings shows.
#[derive(Debug, Serialize)]
struct MeetingsPage {
    /// «۶ جلسه برگزار شده است …»
    pub lede: String,
    /// Decisions in figures; on the first page.
    pub figures: Vec<KeyFigure>,
    /// Meetings after T, the next first; on the first page. Only title, day and place.
    pub coming: Vec<Dated>,
    /// How many more are coming; empty for none.
    pub coming_note: String,
    /// Meetings up to T, the latest first.
    pub held: Vec<MeetingRow>,
    /// The words of what became of decisions, as heads of columns.
    pub words: DecisionWords,
    /// The way to the follow-up of decisions.
    pub decisions: Link,
    /// What is told where no meeting was held.
    pub empty: Empty,
    /// The script may sort the rows.
    pub sortable: bool,
    /// The other pages.
    pub pager: Option<Pager>,
}

/// A meeting that was held.
#[derive(Debug, Serialize)]
struct MeetingRow {
    /// The meeting.
    pub meeting: Link,
    /// Its day.
    pub at: Stamp,
    /// Where; empty for unknown.
    pub place: String,
    /// How many decisions it made.
    pub all: String,
    /// How many of them are done.
    pub done: String,
    /// How many are open, in time.
    pub open: String,
    /// How many are past their due.
    pub overdue: String,
    /// Some are past their due.
    pub late: bool,
    /// It is illustrative.
    pub sample: bool,
}

pub(super) fn view(site: &Site<'_>, address: &str, page: usize) -> PageView {
    let held = &site.relations.held;
    let coming = &site.relations.coming;
    let (pages, rows_each) = pages_of(held.len());
    let first = page == 1;
    let title = title(site);
    let rows = held.iter().skip((page - 1) * rows_each).take(rows_each);
    let meeting = &site.config.terms.meeting;
    let view = MeetingsPage {
        lede: lede(site),
        figures: if first { follow_up::in_figures(site) } else { Vec::new() },
        coming: if first {
            coming.iter().take(COMING).map(|&idx| coming_row(site, idx)).collect()
        } else {
            Vec::new()
        },
        coming_note: words::rest(coming.len().saturating_sub(COMING), &meeting.one),
        held: rows.map(|&idx| row(site, idx)).collect(),
        words: follow_up::words(),
        decisions: Link {
            text: match site.figures.decisions.all() {
                0 | 1 => follow_up::TITLE.to_owned(),
                all => format!("پیگیری هر {} مصوبه", whole(all)),
            },
            href: site.href(Target::Decisions(1)),
        },
        empty: Empty {
            title: format!("هنوز {} برگزار نشده است", words::any(&meeting.one)),
            text: format!("با برگزاری نخستین {}، مصوبه‌های آن در این صفحه می‌آید.", meeting.one),
            link: None,
        },
        sortable: pages == 1,
        pager: pager(site, held.len(), rows_each, page, Target::Meetings),
    };
    let part = site.dataset.meetings.iter().any(|meeting| meeting.record.sample);
    let frame = Frame {
        description: view.lede.clone(),
        crumbs: crumbs(site, Vec::new(), &title),
        section: SECTION.to_owned(),
        sample: if part { Sample::Part } else { Sample::None },
        ..Frame::new(address, "meetings.html", frame::numbered(&title, page))
    };
    PageView::new(frame, view)
}

/// «جلسه‌ها و مصوبه‌ها»
pub(in crate::site) fn title(site: &Site<'_>) -> String {
    format!("{} و مصوبه‌ها", site.config.terms.meeting.many)
}

fn lede(site: &Site<'_>) -> String {
    let meeting = &site.config.terms.meeting;
    let held = site.relations.held.len();
    let coming = site.relations.coming.len();
    let mut sentences = vec![match held {
        0 => format!("تا تاریخ گزارش {} برگزار نشده است.", words::any(&meeting.one)),
        held => format!("تا تاریخ گزارش {} برگزار شده است.", in_sentence(held, &meeting.one)),
    }];
    let decisions = site.figures.decisions;
    if decisions.all() > 0 {
        sentences.push(follow_up::sentence(&decisions));
    }
    if coming > 0 {
        sentences.push(format!("{} پیش روست.", in_sentence(coming, &meeting.one)));
    }
    sentences.join(" ")
}

fn link(site: &Site<'_>, idx: Idx<Meeting>) -> Link {
    Link { text: site.dataset[idx].record.title.to_string(), href: site.href(Target::Meeting(idx)) }
}

fn row(site: &Site<'_>, idx: Idx<Meeting>) -> MeetingRow {
    let meeting = &site.dataset[idx];
    let counts = DecisionCounts::on(meeting, site.figures.day);
    let text = |count: usize| if counts.all() == 0 { words::NOTHING.to_owned() } else { whole(count) };
    MeetingRow {
        meeting: link(site, idx),
        at: stamp::short(meeting.date),
        place: words::or_empty(meeting.place.as_ref()),
        all: text(counts.all()),
        done: text(counts.done),
        open: text(counts.open),
        overdue: text(counts.overdue),
        late: counts.overdue > 0,
        sample: meeting.record.sample,
    }
}

/// A meeting after T: title, day and place alone (F2).
pub(in crate::site) fn coming_row(site: &Site<'_>, idx: Idx<Meeting>) -> Dated {
    let meeting = &site.dataset[idx];
    Dated {
        at: stamp::mark(meeting.date, site.figures.day),
        title: meeting.record.title.to_string(),
        href: site.href(Target::Meeting(idx)),
        meta: meeting.place.iter().map(ToString::to_string).collect(),
        sample: meeting.record.sample,
        ..Dated::default()
    }
}
