//! Figures of groups on earlier days, and the events since then, for the page of changes and the quarterly reports.
//!
//! Every day is computed once, with the knowledge of that day. Only the figures of the site, counties, neighborhoods and domains
//! are kept, and counts of events. Start reading at [`history`].

use std::sync::Arc;

use crate::config::Thresholds;
use crate::model::{Activity, Edition, Idx, Problem};
use crate::persian::Day;

use super::{
    Average, Changes, DecisionCounts, EarlierFigures, Figures, Group, MaybeFigures, Means, State, States,
    changes, measure_earlier,
};

/// The maximum number of quarters, the latest: ten years, like the series of F26.
const MOST_QUARTERS: i32 = 40;
/// The maximum number of finished activities named in a quarterly report.
const MOST_NAMED: usize = 30;

/// Data about days before T.
#[derive(Debug)]
pub struct History {
    /// The groups at the end of the last complete Solar Hijri month.
    pub month: Snapshot,
    /// The changes since then (F27).
    pub since: Changes,
    /// All quarters from the first dated event to T, at most the last 40. Empty without any event.
    pub quarters: Vec<Quarter>,
}

/// A quarter of a Solar Hijri year.
#[derive(Debug)]
pub struct Quarter {
    /// The Solar Hijri year.
    pub year: i32,
    /// From 1 (فروردین to خرداد) to 4 (دی to اسفند).
    pub number: u32,
    pub first: Day,
    pub last: Day,
    /// The groups at the end of the previous year.
    pub year_before: Arc<Snapshot>,
    /// The groups at the end of the previous quarter.
    pub before: Arc<Snapshot>,
    /// The groups at the end of this quarter, or at T if it is not over.
    pub at: Arc<Snapshot>,
    /// The events in this quarter.
    pub events: Events,
    /// The events since the beginning of the year.
    pub year_events: Events,
    /// The activities finished in this quarter, latest first, at most 30.
    pub finished: Vec<Idx<Activity>>,
}

impl Quarter {
    /// Returns whether the quarter has ended by T.
    pub fn is_over(&self) -> bool {
        self.at.day >= self.last
    }
}

/// The groups on a day.
#[derive(Debug, Clone)]
pub struct Snapshot {
    pub day: Day,
    pub site: Brief,
    /// By position in [`Groups::counties`](super::Groups::counties).
    pub counties: Vec<Brief>,
    /// By neighborhood index.
    pub neighborhoods: Vec<Brief>,
    /// By domain index.
    pub domains: Vec<Brief>,
    /// All decisions (F25).
    pub decisions: DecisionCounts,
}

impl Snapshot {
    /// Extracts the figures to keep.
    pub fn of<A>(figures: &Figures<A>) -> Self {
        let groups = &figures.groups;
        Self {
            day: figures.day,
            site: Brief::of(&groups.site),
            counties: groups.counties.iter().map(|county| Brief::of(&county.group)).collect(),
            neighborhoods: groups.neighborhoods.iter().map(Brief::of).collect(),
            domains: groups.domains.iter().map(Brief::of).collect(),
            decisions: figures.decisions,
        }
    }
}

/// A subset of a group's figures (F20, F22).
#[derive(Debug, Clone, Copy)]
pub struct Brief {
    /// The number of members that are not cancelled.
    pub activities: usize,
    /// Average of A.
    pub actual: Average,
    /// Average of P.
    pub planned: Average,
    /// Average of A − P, over the members for which both are known.
    pub deviation: Average,
    pub states: States,
    /// The number of running members.
    pub running: usize,
    /// The number of running members with a recent finding.
    pub supervised_count: usize,
    /// Their share, 0–1.
    pub supervised: Option<f64>,
}

impl Brief {
    fn of(group: &Group) -> Self {
        Self {
            activities: group.activities,
            actual: group.actual,
            planned: group.planned,
            deviation: group.deviation,
            states: group.states,
            running: group.running,
            supervised_count: group.supervised_count,
            supervised: group.supervised,
        }
    }

    /// Returns the means of A, P and A − P.
    pub fn means(&self) -> Means {
        Means { actual: self.actual, planned: self.planned, deviation: self.deviation }
    }

    /// Returns the number of overdue members.
    pub fn overdue(&self) -> usize {
        self.states.get(State::Overdue)
    }
}

/// The numbers of events after one day up to and including another (F27).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Events {
    /// Activities that did not exist before.
    pub new: usize,
    /// Activities whose progress changed.
    pub moved: usize,
    /// Activities that became done.
    pub done: usize,
    /// Activities that became overdue.
    pub overdue: usize,
    /// Activities whose due date in force changed.
    pub dues: usize,
    /// Activities whose lead changed.
    pub handovers: usize,
    /// Reports that were corrected.
    pub corrections: usize,
    pub visits: usize,
    pub meetings: usize,
    pub decisions_made: usize,
    pub decisions_done: usize,
    pub problems_solved: usize,
}

impl Events {
    fn of(edition: &Edition, changes: &Changes) -> Self {
        let within = |day: Day| changes.from < day && day <= changes.to;
        let solved = |problem: &&Problem| problem.solved.is_some_and(within);
        Self {
            new: changes.new.len(),
            moved: changes.progress.len(),
            done: changes.done.len(),
            overdue: changes.overdue.len(),
            dues: changes.dues.len(),
            handovers: changes.handovers.len(),
            corrections: changes.corrections.len(),
            visits: changes.visits.len(),
            meetings: edition.meetings.iter().filter(|meeting| within(meeting.date)).count(),
            decisions_made: changes.decisions_made.len(),
            decisions_done: changes.decisions_done.len(),
            problems_solved: edition.problems.iter().filter(solved).count(),
        }
    }
}

/// Computes the data about days before T. `now` contains the figures at T.
pub fn history(edition: &Edition, thresholds: &Thresholds, now: &Figures) -> History {
    let then = measure_earlier(edition, thresholds, previous_month_end(now.day));
    History {
        month: Snapshot::of(&then),
        since: changes(edition, &then, now),
        quarters: quarters(edition, thresholds, now),
    }
}

/// Returns the last day of the month before a day's month (F27).
pub fn previous_month_end(day: Day) -> Day {
    day.plus(-day.jalali().day.cast_signed())
}

/// Numbers the quarters of the Solar Hijri calendar consecutively.
fn quarter_number(day: Day) -> i32 {
    let date = day.jalali();
    date.year * 4 + (date.month.cast_signed() - 1) / 3
}

/// Returns the first day of a quarter.
fn quarter_start(number: i32) -> Day {
    let month = number.rem_euclid(4).cast_unsigned() * 3 + 1;
    Day::from_jalali(number.div_euclid(4), month, 1).expect("every quarter has a first day")
}

/// The figures of one day.
struct Measured {
    figures: EarlierFigures,
    snapshot: Arc<Snapshot>,
}

impl Measured {
    fn on(edition: &Edition, thresholds: &Thresholds, day: Day) -> Arc<Self> {
        let figures = measure_earlier(edition, thresholds, day);
        let snapshot = Arc::new(Snapshot::of(&figures));
        Arc::new(Self { figures, snapshot })
    }
}

fn quarters(edition: &Edition, thresholds: &Thresholds, now: &Figures) -> Vec<Quarter> {
    let Some(first) = first_event(edition) else { return Vec::new() };
    let last = quarter_number(now.day);
    let first = quarter_number(first).max(last - MOST_QUARTERS + 1);
    let year_start = first - first.rem_euclid(4);
    let mut year_before = Measured::on(edition, thresholds, quarter_start(year_start).plus(-1));
    let mut before = year_before.clone();
    let mut quarters = Vec::new();
    // Start with the first quarter of the year, even if it is not reported: figures since the year's start need it.
    for number in year_start..last {
        if number.rem_euclid(4) == 0 {
            year_before = before.clone();
        }
        let at = Measured::on(edition, thresholds, quarter_start(number + 1).plus(-1));
        if number >= first {
            let ends = Ends { year_before: &year_before, before: &before, at: at.snapshot.clone() };
            quarters.push(quarter(edition, number, &ends, &at.figures));
        }
        before = at;
    }
    if last.rem_euclid(4) == 0 {
        year_before = before.clone();
    }
    let ends = Ends { year_before: &year_before, before: &before, at: Arc::new(Snapshot::of(now)) };
    quarters.push(quarter(edition, last, &ends, now));
    quarters
}

/// The days with which a quarter is compared.
struct Ends<'a> {
    year_before: &'a Measured,
    before: &'a Measured,
    at: Arc<Snapshot>,
}

fn quarter<A: MaybeFigures>(edition: &Edition, number: i32, ends: &Ends<'_>, at: &Figures<A>) -> Quarter {
    let since = changes(edition, &ends.before.figures, at);
    let events = Events::of(edition, &since);
    let year_events = if ends.before.figures.day == ends.year_before.figures.day {
        events
    } else {
        Events::of(edition, &changes(edition, &ends.year_before.figures, at))
    };
    let mut finished = since.done;
    finished.sort_by_key(|&activity| (std::cmp::Reverse(edition[activity].finished), activity));
    finished.truncate(MOST_NAMED);
    Quarter {
        year: number.div_euclid(4),
        number: number.rem_euclid(4).cast_unsigned() + 1,
        first: quarter_start(number),
        last: quarter_start(number + 1).plus(-1),
        year_before: ends.year_before.snapshot.clone(),
        before: ends.before.snapshot.clone(),
        at: ends.at.clone(),
        events,
        year_events,
        finished,
    }
}

/// Returns the day of the first event relevant to quarters, up to T: of activities, visits, meetings, problems (F2).
fn first_event(edition: &Edition) -> Option<Day> {
    let activities = edition.activities.iter().flat_map(events_of);
    let visits = edition.visits.iter().map(|visit| visit.date);
    let meetings = edition.meetings.iter().map(|meeting| meeting.date);
    let problems = edition.problems.iter().flat_map(|problem| [problem.registered, problem.solved]).flatten();
    activities.chain(visits).chain(meetings).chain(problems).filter(|&event| event <= edition.day()).min()
}

fn events_of(activity: &Activity) -> impl Iterator<Item = Day> {
    let updates = activity.updates.iter().map(|update| update.date);
    let milestones = activity.milestones.iter().filter_map(|milestone| milestone.done);
    let values = activity.indicators.iter().flat_map(|indicator| &indicator.values).map(|value| value.date);
    let reschedules = activity.reschedules.iter().map(|reschedule| reschedule.date);
    let handovers = activity.handovers.iter().map(|handover| handover.date);
    let own = [activity.registered, activity.finished].into_iter().flatten();
    updates.chain(milestones).chain(values).chain(reschedules).chain(handovers).chain(own)
}
