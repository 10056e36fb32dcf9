//! The timeline of `schedule.html`: a row for each neighborhood, or for each county, on the axis of T's year.

use serde::Serialize;

use crate::model::{Activity, Idx, Neighborhood};
use crate::persian::Day;
use crate::progress::{Group, State};
use crate::site::charts::{Gantt, GanttGroup, GanttRow};
use crate::site::gantt::Span;
use crate::site::view::{Link, Stamp};
use crate::site::words::{self, whole};
use crate::site::{Site, stamp};

use super::schedule::DAYS;

/// A timeline and its table.
#[derive(Debug, Serialize)]
pub struct Timeline {
    /// What a row is of («محله»).
    pub head: String,
    /// The rows on an axis.
    pub gantt: Gantt,
    /// The same as a table.
    pub rows: Vec<TimelineRow>,
}

/// A row of the timeline's table.
#[derive(Debug, Serialize)]
pub struct TimelineRow {
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
struct Placed<'a> {
    link: Link,
    group: &'a Group,
}

impl Site<'_> {
    /// A row for each neighborhood, under the names of their counties where these part them.
    pub(super) fn neighborhood_timeline(&self, neighborhoods: &[Idx<Neighborhood>]) -> Timeline {
        let placed = |&idx: &Idx<Neighborhood>| Placed {
            link: self.neighborhood_link(idx),
            group: &self.figures.groups.neighborhoods[idx.get()],
        };
        let parts: Vec<(String, Vec<Placed<'_>>)> = if self.order.goes_by_county() {
            let parts = self.parted(neighborhoods).into_iter();
            parts
                .map(|of| (self.county_title(of.at), of.neighborhoods.iter().map(placed).collect()))
                .collect()
        } else {
            vec![(String::new(), neighborhoods.iter().map(placed).collect())]
        };
        self.timeline(&self.config.terms.neighborhood.one, parts)
    }

    /// A row for each county.
    pub(super) fn county_timeline(&self) -> Timeline {
        let placed = |&at: &usize| Placed { link: self.county_link(at), group: self.county_group(at) };
        let rows = self.order.counties.iter().map(placed).collect();
        self.timeline("شهرستان", vec![(String::new(), rows)])
    }

    fn timeline(&self, head: &str, parts: Vec<(String, Vec<Placed<'_>>)>) -> Timeline {
        let span = Span::year_of(self.figures.day);
        let rows = parts.iter().flat_map(|(_, rows)| rows).map(|of| self.timeline_row(of)).collect();
        let groups = parts.into_iter().map(|(title, rows)| GanttGroup {
            title,
            rows: rows.iter().map(|of| self.timeline_bar(span, of)).collect(),
            ..GanttGroup::default()
        });
        let gantt = Gantt { groups: groups.collect(), axis: span.axis(self.figures.day) };
        Timeline { head: head.to_owned(), gantt, rows }
    }

    /// The earliest start and the latest due in force of what is not cancelled.
    fn reach(&self, group: &Group) -> (Option<Day>, Option<Day>) {
        let (mut start, mut due): (Option<Day>, Option<Day>) = (None, None);
        for at in group.members.iter().map(|&at| Idx::<Activity>::new(at as usize)) {
            let of = &self.figures[at];
            if of.state != State::Cancelled {
                start = start.into_iter().chain(self.dataset[at].start).min();
                due = due.max(of.due);
            }
        }
        (start, due)
    }

    fn timeline_bar(&self, span: Span, Placed { link, group }: &Placed<'_>) -> GanttRow {
        let (start, due) = self.reach(group);
        let overdue = group.states.get(State::Overdue);
        let day = self.figures.day;
        GanttRow {
            title: format!("{}: {}", link.text, words::group_actual(group)),
            href: link.href.clone(),
            flag: if overdue > 0 {
                format!("{} {}", whole(overdue), State::Overdue.fa())
            } else {
                String::new()
            },
            start: start.map(|start| span.morning(start)),
            due: due.map(|due| span.evening(due)),
            done: group.actual.value,
            late_to: due.filter(|&due| overdue > 0 && due < day).map(|_| span.evening(day)),
            unknown: group.activities > 0
                && (group.actual.value.is_none() || start.is_none() || due.is_none()),
            start_at: start.map(stamp::short),
            due_at: due.map(stamp::short),
            done_text: words::group_actual(group),
            ..GanttRow::default()
        }
    }

    fn timeline_row(&self, Placed { link, group }: &Placed<'_>) -> TimelineRow {
        let (start, due) = self.reach(group);
        let until = self.figures.day.plus(DAYS);
        let members = group.members.iter().map(|&at| Idx::<Activity>::new(at as usize));
        let soon = members
            .filter(|&at| self.is_open_deadline(at))
            .filter(|&at| self.figures[at].due.is_some_and(|due| due <= until))
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
}
