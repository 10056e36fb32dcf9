//! `schedule.html`: the province's timeline by neighborhoods, deadlines by month, the next ninety days in full.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::{Activity, DecisionRef, Idx, Meeting};
use crate::persian::{Day, dates};
use crate::progress::{DecisionState, State};
use crate::site::address::paged_file;
use crate::site::paging::PAGE_ROWS;
use crate::site::view::{Dated, Empty, Frame, Link, PageView, Pager};
use crate::site::words::{self, in_sentence, whole};
use crate::site::{Addresses, Site, Target, rows, stamp};

use super::frame::{self, crumbs, pager};
use super::kind::{IndexLine, IndexPart, Menu, PageKind};
use super::meetings;
use super::timeline::{self, DAYS, Timeline};

/// How many rows of them at most.
const ROWS: usize = 200;
/// Up to how many of them all months stand open; above that the first alone.
const OPEN_ROWS: usize = 40;
/// How many months of deadlines are counted one by one.
const MONTHS: usize = 12;

/// The key of its section.
const SECTION: &str = "schedule";

pub(super) const KIND: PageKind = PageKind {
    targets: |site| {
        (1..=site.order.neighborhoods.len().div_ceil(PAGE_ROWS).max(1)).map(Target::Schedule).collect()
    },
    later: |_, _| Vec::new(),
    sections: |_| {
        vec![IndexLine {
            part: IndexPart::Work,
            key: SECTION.to_owned(),
            title: "زمان‌بندی".to_owned(),
            first: Target::Schedule(1),
            menu: Menu::Secondary,
            is_list: true,
        }]
    },
    entries: &[],
};

pub(super) fn address(_: &Addresses<'_>, page: usize) -> String {
    paged_file("schedule", page)
}

/// What the schedule shows.
#[derive(Debug, Serialize)]
struct SchedulePage {
    /// What is due when, in a sentence or two.
    pub lede: String,
    /// The year of T.
    pub year: String,
    /// The counties, where neighborhoods are too many; on the first page.
    pub counties: Option<Timeline>,
    /// The neighborhoods of this page.
    pub neighborhoods: Timeline,
    /// The other pages of the timeline.
    pub pager: Option<Pager>,
    /// Deadlines by month; on the first page.
    pub months: Vec<MonthDeadlines>,
    /// The next ninety days under headings; on the first page.
    pub next: Vec<NextMonth>,
    /// «و ۳۰ مورد دیگر»; empty where all are told.
    pub next_note: String,
    /// «تا ۱۵ فروردین ۱۴۰۵»
    pub until: String,
    /// It is the first page.
    pub first: bool,
    /// What is told where nothing is due.
    pub empty: Empty,
}

/// What is due in a month.
#[derive(Debug, Serialize)]
struct MonthDeadlines {
    /// «آبان ۱۴۰۴», «از مهلت گذشته», «پس از آن»
    pub title: String,
    /// Activities, «—» for none.
    pub activities: String,
    /// Decisions, «—» for none.
    pub decisions: String,
    /// Meetings, «—» for none.
    pub meetings: String,
    /// It is the row of what is past its due.
    pub late: bool,
}

/// A month of the next ninety days.
#[derive(Debug, Serialize)]
struct NextMonth {
    /// «آبان ۱۴۰۴»
    pub title: String,
    /// What is due in it.
    pub rows: Vec<Dated>,
    /// It is folded: there is more to come than a screen shows.
    pub folded: bool,
}

/// Something that is to come on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Coming {
    Meeting(Idx<Meeting>),
    Activity(Idx<Activity>),
    Decision(DecisionRef),
}

/// How much is due in a stretch of time.
#[derive(Debug, Clone, Copy, Default)]
struct Load {
    activities: usize,
    decisions: usize,
    meetings: usize,
}

impl Load {
    fn add(&mut self, coming: Coming) {
        match coming {
            Coming::Meeting(_) => self.meetings += 1,
            Coming::Activity(_) => self.activities += 1,
            Coming::Decision(_) => self.decisions += 1,
        }
    }

    fn row(self, title: String, late: bool) -> MonthDeadlines {
        let text = |count: usize| if count == 0 { words::NOTHING.to_owned() } else { whole(count) };
        MonthDeadlines {
            title,
            activities: text(self.activities),
            decisions: text(self.decisions),
            meetings: text(self.meetings),
            late,
        }
    }
}

pub(super) fn view(site: &Site<'_>, address: &str, page: usize) -> PageView {
    let by_county = site.order.goes_by_county();
    let all = if by_county { &site.order.by_county } else { &site.order.neighborhoods };
    let start = (page - 1) * PAGE_ROWS;
    let shown = &all[start.min(all.len())..(start + PAGE_ROWS).min(all.len())];
    let first = page == 1;
    let title = "زمان‌بندی";
    let coming = if first { coming(site) } else { Vec::new() };
    let day = site.figures.day;
    let (next, next_note) = next_days(site, &coming);
    let view = SchedulePage {
        lede: lede(site),
        year: dates::year(day.jalali().year),
        counties: (first && by_county).then(|| timeline::counties(site)),
        neighborhoods: timeline::neighborhoods(site, shown),
        pager: pager(site, all.len(), PAGE_ROWS, page, Target::Schedule),
        months: if first { months(site, &coming) } else { Vec::new() },
        next,
        next_note,
        until: dates::medium(day.plus(DAYS)),
        first,
        empty: Empty {
            title: "مهلتی در این روزها نیست".to_owned(),
            text: format!(
                "تا {} مهلت {}، مصوبه یا {} ثبت نشده است.",
                dates::medium(day.plus(DAYS)),
                site.config.terms.activity.one,
                words::any(&site.config.terms.meeting.one)
            ),
            link: Some(Link {
                text: format!("همهٔ {}", site.config.terms.activity.many),
                href: site.href(Target::Activities(1)),
            }),
        },
    };
    let frame = Frame {
        description: view.lede.clone(),
        crumbs: crumbs(site, Vec::new(), title),
        section: SECTION.to_owned(),
        sample: frame::sample_of(false, &site.figures.groups.site, false),
        ..Frame::new(address, "schedule.html", frame::numbered(title, page))
    };
    PageView::new(frame, view)
}

fn lede(site: &Site<'_>) -> String {
    let activity = &site.config.terms.activity;
    let until = site.figures.day.plus(DAYS);
    let soon = site.deadlines.iter().filter(|&&at| site.figures[at].due.is_some_and(|due| due <= until));
    let soon = soon.count();
    let overdue = site.figures.groups.site.states.get(State::Overdue);
    let mut sentences = vec![match soon {
        0 => format!("تا {} مهلت هیچ {} به سر نمی‌رسد.", dates::medium(until), words::any(&activity.one)),
        soon => format!("مهلت {} تا {} فرا می‌رسد.", in_sentence(soon, &activity.one), dates::medium(until)),
    }];
    if overdue > 0 {
        sentences.push(format!("{} از مهلت گذشته است.", in_sentence(overdue, &activity.one)));
    }
    sentences.join(" ")
}

/// All that is to come: deadlines of activities, of open decisions, and meetings; by day.
fn coming(site: &Site<'_>) -> Vec<(Day, Coming)> {
    let activities =
        site.deadlines.iter().filter_map(|&at| Some((site.figures[at].due?, Coming::Activity(at))));
    let open = site.lists.decisions.iter().filter(|&&of| decision_state(site, of) == DecisionState::Open);
    let decisions = open.filter_map(|&of| Some((site.dataset[of].due?, Coming::Decision(of))));
    let meetings = site.relations.coming.iter().map(|&at| (site.dataset[at].date, Coming::Meeting(at)));
    let mut coming: Vec<_> = activities.chain(decisions).chain(meetings).collect();
    coming.sort_unstable();
    coming
}

fn decision_state(site: &Site<'_>, of: DecisionRef) -> DecisionState {
    DecisionState::now(&site.dataset[of], site.figures.day)
}

/// What is past its due, then month by month, then the rest.
fn months(site: &Site<'_>, coming: &[(Day, Coming)]) -> Vec<MonthDeadlines> {
    let mut months: BTreeMap<Day, Load> = BTreeMap::new();
    for &(day, what) in coming {
        months.entry(day.month_end()).or_default().add(what);
    }
    let late = Load {
        activities: site.figures.groups.site.states.get(State::Overdue),
        decisions: site.figures.decisions.overdue,
        meetings: 0,
    };
    let mut rows = Vec::new();
    if late.activities + late.decisions > 0 {
        rows.push(late.row("از مهلت گذشته".to_owned(), true));
    }
    rows.extend(months.iter().take(MONTHS).map(|(&end, load)| load.row(dates::month_year(end), false)));
    let mut later = Load::default();
    for load in months.values().skip(MONTHS) {
        later.activities += load.activities;
        later.decisions += load.decisions;
        later.meetings += load.meetings;
    }
    if months.len() > MONTHS {
        rows.push(later.row("پس از آن".to_owned(), false));
    }
    rows
}

fn next_days(site: &Site<'_>, coming: &[(Day, Coming)]) -> (Vec<NextMonth>, String) {
    let until = site.figures.day.plus(DAYS);
    let soon = &coming[..coming.partition_point(|&(day, _)| day <= until)];
    let shown = &soon[..soon.len().min(ROWS)];
    let months = shown.chunk_by(|(a, _), (b, _)| a.month_end() == b.month_end());
    let next = months
        .enumerate()
        .map(|(at, rows)| NextMonth {
            title: dates::month_year(rows[0].0),
            rows: rows.iter().map(|&(_, what)| next_row(site, what)).collect(),
            folded: at > 0 && shown.len() > OPEN_ROWS,
        })
        .collect();
    (next, words::rest(soon.len() - shown.len(), "مورد"))
}

fn next_row(site: &Site<'_>, coming: Coming) -> Dated {
    match coming {
        Coming::Activity(idx) => rows::deadline_row(site, idx),
        Coming::Meeting(idx) => {
            let row = meetings::coming_row(site, idx);
            let mut meta = vec![site.config.terms.meeting.one.to_string()];
            meta.extend(row.meta);
            Dated { meta: vec![meta.join(" · ")], ..row }
        }
        Coming::Decision(of) => decision_due_row(site, of),
    }
}

fn decision_due_row(site: &Site<'_>, of: DecisionRef) -> Dated {
    let decision = &site.dataset[of];
    let meeting = &site.dataset[of.meeting];
    let due = decision.due.unwrap_or(site.figures.day);
    let agency = decision.agency.map(|at| site.dataset[at].record.title.to_string());
    let mut meta = vec!["مصوبه".to_owned(), meeting.record.title.to_string()];
    meta.extend(agency);
    Dated {
        at: stamp::mark(due, site.figures.day),
        title: decision.text.to_string(),
        href: site.addresses.decision(of),
        meta: vec![meta.join(" · "), words::distance(due, site.figures.day)],
        sample: meeting.record.sample,
        ..Dated::default()
    }
}
