//! `visits/index.html`: field supervision and how far it reaches.

use serde::Serialize;

use crate::model::{Idx, Neighborhood, RecordKind, Visit};
use crate::persian::numbers::{integer, points};
use crate::persian::{Day, dates};
use crate::progress::{actual_on, exceeds};
use crate::site::address::paged;
use crate::site::charts::{Bar, MonthCounts, MonthHead, VisitCalendar};
use crate::site::order::WHOLE;
use crate::site::paging::{list_pages, pages_of};
use crate::site::view::{Frame, KeyFigure, Link, PageView, Pager, Sample, Stamp};
use crate::site::words::{self, counted, in_sentence, whole};
use crate::site::{Addresses, Site, Target, figures, links, stamp};

use super::frame::{self, crumbs, pager};
use super::kind::{IndexLine, IndexPart, Menu, PageKind};

/// How many months the calendar has.
const MONTHS: usize = 12;

/// The key of its section.
pub(super) const SECTION: &str = "visits";

pub(super) const KIND: PageKind = PageKind {
    targets: |site| list_pages(site.lists.visits.len(), Target::Visits),
    later: |site, later| links::hrefs(site, list_pages(later.count(RecordKind::Visit), Target::Visits)),
    sections: |_| {
        vec![IndexLine {
            part: IndexPart::Review,
            key: SECTION.to_owned(),
            title: "نظارت میدانی".to_owned(),
            first: Target::Visits(1),
            menu: Menu::Secondary,
            is_list: true,
        }]
    },
    entries: &[],
};

pub(super) fn address(_: &Addresses<'_>, page: usize) -> String {
    paged("visits", page)
}

/// What the index of visits shows.
#[derive(Debug, Serialize)]
struct VisitsPage {
    /// How many visits there were and how far they reach.
    pub lede: String,
    /// The same in figures; on the first page.
    pub figures: Vec<KeyFigure>,
    /// Supervision by neighborhood; on the first page.
    pub places: Vec<PlaceVisits>,
    /// When they were visited; on the first page.
    pub calendar: Option<VisitCalendar>,
    /// What is left out of both, in a sentence; empty for nothing.
    pub places_note: String,
    /// Visits of this page, the latest first.
    pub rows: Vec<VisitRow>,
    /// The script may sort them: all are on this page.
    pub sortable: bool,
    /// The other pages.
    pub pager: Option<Pager>,
}

/// How a neighborhood is supervised.
#[derive(Debug, Serialize)]
struct PlaceVisits {
    /// The neighborhood.
    pub neighborhood: Link,
    /// «۴ از ۱۰»; «—» where nothing is running.
    pub supervised: String,
    /// The share, «—» over nothing.
    pub share: String,
    /// Its bar.
    pub bar: Bar,
    /// The day of the last visit.
    pub last: Option<Stamp>,
    /// Days since then, or «بازدید نشده».
    pub since: String,
    /// That is longer than the supervision days.
    pub late: bool,
}

/// A visit in the list.
#[derive(Debug, Serialize)]
pub(super) struct VisitRow {
    /// The visit.
    pub visit: Link,
    /// Its day.
    pub at: Stamp,
    /// Where.
    pub neighborhood: Link,
    /// Who visited.
    pub by: String,
    /// How many activities it saw.
    pub findings: String,
    /// In how many of them it saw something else than was reported; empty for none.
    pub flagged: String,
    /// It is illustrative.
    pub sample: bool,
}

pub(super) fn view(site: &Site<'_>, address: &str, page: usize) -> PageView {
    let all = &site.lists.visits;
    let (pages, rows_each) = pages_of(all.len());
    let first = page == 1;
    let title = "نظارت میدانی";
    let rows = all.iter().skip((page - 1) * rows_each).take(rows_each);
    let (shown, places_note) = if first { supervised_places(site) } else { (Vec::new(), String::new()) };
    let view = VisitsPage {
        lede: lede(site),
        figures: if first { figures(site) } else { Vec::new() },
        calendar: (!shown.is_empty()).then(|| calendar(site, &shown)),
        places: shown.into_iter().map(|idx| place_visits(site, idx)).collect(),
        places_note,
        rows: rows.map(|&idx| visit_row(site, idx)).collect(),
        sortable: pages == 1,
        pager: pager(site, all.len(), rows_each, page, Target::Visits),
    };
    let part = all.iter().any(|&idx| site.dataset[idx].record.sample);
    let frame = Frame {
        description: view.lede.clone(),
        crumbs: crumbs(site, Vec::new(), title),
        section: SECTION.to_owned(),
        sample: if part { Sample::Part } else { Sample::None },
        ..Frame::new(address, "visits.html", frame::numbered(title, page))
    };
    PageView::new(frame, view)
}

fn lede(site: &Site<'_>) -> String {
    let visits = site.lists.visits.len();
    if visits == 0 {
        return "تا تاریخ گزارش بازدیدی ثبت نشده است.".to_owned();
    }
    let whole_site = &site.figures.groups.site;
    let mut sentences = vec![format!("{} بازدید تا تاریخ گزارش ثبت شده است.", whole(visits))];
    if whole_site.running > 0 {
        sentences.push(format!(
            "از {} جاری، {} در {} روز گذشته بازدید شده است.",
            counted(whole_site.running, &site.config.terms.activity),
            in_sentence(whole_site.supervised_count, &site.config.terms.activity.one),
            integer(site.config.thresholds.supervision_days)
        ));
    }
    let flagged = flagged_activities(site);
    if flagged > 0 {
        sentences.push(format!(
            "در {}، آنچه دیده شد بیش از {} واحد با گزارش فاصله داشت.",
            in_sentence(flagged, &site.config.terms.activity.one),
            points(site.config.thresholds.tolerance)
        ));
    }
    sentences.join(" ")
}

/// How many activities have a flagged gap between report and latest visit (F16).
fn flagged_activities(site: &Site<'_>) -> usize {
    let flagged = site.figures.by_activity().filter(|(_, of)| of.verified.is_some_and(|seen| seen.flagged));
    flagged.count()
}

fn figures(site: &Site<'_>) -> Vec<KeyFigure> {
    let days = site.config.thresholds.supervision_days;
    let since = site.figures.day.plus(-days);
    let lately = site.lists.visits.iter().take_while(|&&idx| site.dataset[idx].date >= since).count();
    let terms = &site.config.terms;
    let groups = &site.figures.groups.neighborhoods;
    let running = groups.iter().filter(|group| group.running > 0);
    let (all, unseen) = running.fold((0, 0), |(all, unseen), group| {
        (all + 1, unseen + usize::from(group.last_visit.is_none_or(|last| last < since)))
    });
    let flagged = flagged_activities(site);
    vec![
        figures::supervision(site, &site.figures.groups.site),
        KeyFigure {
            label: format!("بازدید در {} روز گذشته", integer(days)),
            value: whole(lately),
            small: format!("از {} بازدید", whole(site.lists.visits.len())),
            note: format!("از {}", dates::medium(since)),
            ..KeyFigure::default()
        },
        KeyFigure {
            label: format!("{} بازدیدنشده در این بازه", terms.neighborhood.one),
            value: whole(unseen),
            small: format!("از {}", counted(all, &terms.neighborhood)),
            note: format!("از میان {} با {} جاری", terms.neighborhood.many, terms.activity.one),
            ..KeyFigure::default()
        },
        KeyFigure {
            label: "گزارش با یافتهٔ بازدید همخوان نیست".to_owned(),
            value: whole(flagged),
            small: terms.activity.one.to_string(),
            note: format!("فاصلهٔ بیش از {} واحد در آخرین بازدید", points(site.config.thresholds.tolerance)),
            ..KeyFigure::default()
        },
    ]
}

/// The neighborhoods of the tables: all, or those that have waited longest for a visit.
fn supervised_places(site: &Site<'_>) -> (Vec<Idx<Neighborhood>>, String) {
    let all = &site.order.neighborhoods;
    if !site.order.is_large() {
        return (all.clone(), String::new());
    }
    let mut places = all.clone();
    places.sort_by_key(|idx| site.figures.groups.neighborhoods[idx.get()].last_visit);
    places.truncate(WHOLE);
    let neighborhood = &site.config.terms.neighborhood;
    let note = format!(
        "{} از {} که بیش از همه از آخرین بازدیدشان گذشته است؛ بازدیدهای دیگر در صفحهٔ هر {} آمده است.",
        whole(WHOLE),
        counted(all.len(), neighborhood),
        neighborhood.one
    );
    (places, note)
}

fn calendar(site: &Site<'_>, places: &[Idx<Neighborhood>]) -> VisitCalendar {
    let months = last_months(site.figures.day);
    VisitCalendar {
        rows: places.iter().map(|&idx| month_counts(site, idx, &months)).collect(),
        months: month_heads(&months),
    }
}

fn month_counts(site: &Site<'_>, idx: Idx<Neighborhood>, months: &[Day]) -> MonthCounts {
    let mut counts = vec![0; months.len()];
    for &visit in &site.relations.visits[idx.get()] {
        let end = site.dataset[visit].date.month_end();
        if let Ok(at) = months.binary_search(&end) {
            counts[at] += 1;
        }
    }
    let number = |count: usize| if count == 0 { String::new() } else { whole(count) };
    MonthCounts {
        neighborhood: links::neighborhood(site, idx),
        total: whole(counts.iter().sum()),
        counts: counts.into_iter().map(number).collect(),
    }
}

fn place_visits(site: &Site<'_>, idx: Idx<Neighborhood>) -> PlaceVisits {
    let group = &site.figures.groups.neighborhoods[idx.get()];
    let day = site.figures.day;
    let days = group.last_visit.map(|last| day.since(last));
    PlaceVisits {
        neighborhood: links::neighborhood(site, idx),
        supervised: match group.running {
            0 => words::NOTHING.to_owned(),
            running => format!("{} از {}", whole(group.supervised_count), whole(running)),
        },
        share: words::share(group.supervised),
        bar: Bar { actual: group.supervised.map(|share| share * 100.0), ..Bar::default() },
        last: group.last_visit.map(stamp::short),
        since: days.map_or_else(|| "بازدید نشده".to_owned(), integer),
        late: group.running > 0 && days.is_none_or(|days| days > site.config.thresholds.supervision_days),
    }
}

fn link(site: &Site<'_>, idx: Idx<Visit>) -> Link {
    Link { text: site.dataset[idx].record.title.to_string(), href: site.href(Target::Visit(idx)) }
}

pub(super) fn visit_row(site: &Site<'_>, idx: Idx<Visit>) -> VisitRow {
    let visit = &site.dataset[idx];
    let flagged = flagged_in(site, idx);
    VisitRow {
        visit: link(site, idx),
        at: stamp::short(visit.date),
        neighborhood: links::neighborhood(site, visit.neighborhood),
        by: visit.by.to_string(),
        findings: whole(visit.findings.len()),
        flagged: if flagged == 0 { String::new() } else { format!("{} فاصله‌دار", whole(flagged)) },
        sample: visit.record.sample,
    }
}

/// In how many of its findings a visit saw something else than was reported on its day (F16).
pub(super) fn flagged_in(site: &Site<'_>, idx: Idx<Visit>) -> usize {
    let visit = &site.dataset[idx];
    let gap = |finding: &crate::model::Finding| {
        let reported = actual_on(site.dataset, finding.activity, visit.date)?;
        Some(finding.progress?.get() - reported)
    };
    let tolerance = site.config.thresholds.tolerance;
    visit.findings.iter().filter_map(gap).filter(|gap| exceeds(gap.abs(), tolerance)).count()
}

/// The ends of the last months, that of T's month last.
fn last_months(day: Day) -> Vec<Day> {
    let mut ends = vec![day.month_end()];
    while ends.len() < MONTHS {
        ends.push(crate::progress::previous_month_end(ends[ends.len() - 1]));
    }
    ends.reverse();
    ends
}

fn month_heads(months: &[Day]) -> Vec<MonthHead> {
    let mut year = None;
    let head = |&end: &Day| {
        let date = end.jalali();
        let begins = year.replace(date.year) != Some(date.year);
        MonthHead {
            name: dates::month_name(date.month).to_owned(),
            year: if begins { dates::year(date.year) } else { String::new() },
            title: dates::month_year(end),
        }
    };
    months.iter().map(head).collect()
}
