//! The timeline of `schedule.html`: a row for each neighborhood, or for each county, on the axis of T's year.

use serde::Serialize;

use crate::model::{Activity, Idx, Neighborhood};
use crate::persian::Day;
use crate::progress::{Group, State};
use crate::site::charts::{Gantt, GanttGroup, GanttRow};
use crate::site::gantt::DayRange;
use crate::site::view::{Link, Stamp};
use crate::site::words::{self, whole};
use crate::site::{Site, attention, counties, links, stamp};

/// How many days ahead are told in full.
pub(super) const DAYS: i32 = 90;

/// A timeline and its table.
#[derive(Debug, Serialize)]
pub(super) struct Timeline {
    /// What a row is of («محله»).
    pub head: String,
    /// The rows on an axis.
    pub gantt: Gantt,
    /// The same as a table.
    pub rows: Vec<TimelineRow>,
}

/// A row of the timeline's table.
#[derive(Debug, Serialize)]
pub(super) struct TimelineRow {
    /// The neighborhood or the county.
    pub link: Link,
    /// The earliest start.
    pub start: Option<Stamp>,
    /// The latest due in force.
    pub due: Option<Stamp>,
    /// «۵۸٪», «؟», «—»
    pub actual: String,
    /// «۶۴٪», «—»
    pub planned: String,
    /// How many are past their due.
    pub overdue: String,
    /// How many are due within ninety days.
    pub soon: String,
}

/// What a row of a timeline is of.
struct TimelineSubject<'a> {
    link: Link,
    group: &'a Group,
}

/// A row for each neighborhood, under the names of their counties where these part them.
pub(super) fn neighborhoods(site: &Site<'_>, neighborhoods: &[Idx<Neighborhood>]) -> Timeline {
    let placed = |&idx: &Idx<Neighborhood>| TimelineSubject {
        link: links::neighborhood(site, idx),
        group: &site.figures.groups.neighborhoods[idx.get()],
    };
    let parts: Vec<(String, Vec<TimelineSubject<'_>>)> = if site.order.goes_by_county() {
        let parts = counties::parted(site, neighborhoods).into_iter();
        parts
            .map(|of| (counties::title(site, of.at), of.neighborhoods.iter().map(placed).collect()))
            .collect()
    } else {
        vec![(String::new(), neighborhoods.iter().map(placed).collect())]
    };
    timeline(site, &site.config.terms.neighborhood.one, parts)
}

/// A row for each county.
pub(super) fn counties(site: &Site<'_>) -> Timeline {
    let placed =
        |&at: &usize| TimelineSubject { link: counties::link(site, at), group: counties::group(site, at) };
    let rows = site.order.counties.iter().map(placed).collect();
    timeline(site, "شهرستان", vec![(String::new(), rows)])
}

fn timeline(site: &Site<'_>, head: &str, parts: Vec<(String, Vec<TimelineSubject<'_>>)>) -> Timeline {
    let span = DayRange::year_of(site.figures.day);
    let rows = parts.iter().flat_map(|(_, rows)| rows).map(|of| row(site, of)).collect();
    let groups = parts.into_iter().map(|(title, rows)| GanttGroup {
        title,
        rows: rows.iter().map(|of| bar(site, span, of)).collect(),
        ..GanttGroup::default()
    });
    let gantt = Gantt { groups: groups.collect(), axis: span.axis(site.figures.day) };
    Timeline { head: head.to_owned(), gantt, rows }
}

/// The earliest start and the latest due in force of what is not cancelled.
fn reach(site: &Site<'_>, group: &Group) -> (Option<Day>, Option<Day>) {
    let (mut start, mut due): (Option<Day>, Option<Day>) = (None, None);
    for at in group.members.iter().map(|&at| Idx::<Activity>::new(at as usize)) {
        let of = &site.figures[at];
        if of.state != State::Cancelled {
            start = start.into_iter().chain(site.dataset[at].start).min();
            due = due.max(of.due);
        }
    }
    (start, due)
}

fn bar(site: &Site<'_>, span: DayRange, TimelineSubject { link, group }: &TimelineSubject<'_>) -> GanttRow {
    let (start, due) = reach(site, group);
    let overdue = group.states.get(State::Overdue);
    let day = site.figures.day;
    GanttRow {
        title: format!("{}: {}", link.text, words::group_actual(group)),
        href: link.href.clone(),
        flag: if overdue > 0 { format!("{} {}", whole(overdue), State::Overdue.fa()) } else { String::new() },
        start: start.map(|start| span.morning(start)),
        due: due.map(|due| span.evening(due)),
        done: group.actual.value,
        late_to: due.filter(|&due| overdue > 0 && due < day).map(|_| span.evening(day)),
        unknown: group.activities > 0 && (group.actual.value.is_none() || start.is_none() || due.is_none()),
        start_at: start.map(stamp::short),
        due_at: due.map(stamp::short),
        done_text: words::group_actual(group),
        ..GanttRow::default()
    }
}

fn row(site: &Site<'_>, TimelineSubject { link, group }: &TimelineSubject<'_>) -> TimelineRow {
    let (start, due) = reach(site, group);
    let until = site.figures.day.plus(DAYS);
    let members = group.members.iter().map(|&at| Idx::<Activity>::new(at as usize));
    let soon = members
        .filter(|&at| attention::is_open_deadline(site, at))
        .filter(|&at| site.figures[at].due.is_some_and(|due| due <= until))
        .count();
    TimelineRow {
        link: link.clone(),
        start: start.map(stamp::short),
        due: due.map(stamp::short),
        actual: words::group_actual(group),
        planned: words::group_planned(group),
        overdue: whole(group.states.get(State::Overdue)),
        soon: whole(soon),
    }
}
