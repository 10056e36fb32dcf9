//! Where the groups stood on other days, and what happened up to them: the page of changes and the reports by quarter.
//!
//! Every day is measured once, by what was known then; of each only the figures of the site, of counties, of
//! neighborhoods and of domains are kept, and counts of what happened. Start reading at [`history`].

use std::sync::Arc;

use crate::config::Thresholds;
use crate::model::{Activity, Edition, Idx, Problem};
use crate::persian::Day;

use super::{
    Average, Changes, DecisionCounts, EarlierFigures, Figures, Group, MaybeFigures, State, States, changes,
    measure_earlier,
};

/// At most so many quarters are told, the latest: ten years, as long as the series of F26.
const MOST_QUARTERS: i32 = 40;
/// At most so many finished activities of a quarter are named.
const MOST_NAMED: usize = 30;

/// What pages tell of days before T.
#[derive(Debug)]
pub struct History {
    /// Where the groups stood at the end of the Solar Hijri month before T's.
    pub month: Snapshot,
    /// What changed since then (F27).
    pub since: Changes,
    /// From the quarter of the first dated event to that of T, at most the last forty; empty where nothing happened.
    pub quarters: Vec<Quarter>,
}

/// A quarter of a Solar Hijri year.
#[derive(Debug)]
pub struct Quarter {
    /// «۱۴۰۴»
    pub year: i32,
    /// From 1 (فروردین to خرداد) to 4 (دی to اسفند).
    pub number: u32,
    /// Its first day.
    pub first: Day,
    /// Its last day.
    pub last: Day,
    /// Where the groups stood at the end of the year before.
    pub year_before: Arc<Snapshot>,
    /// Where they stood at the end of the quarter before; that of the year before in a first quarter.
    pub before: Arc<Snapshot>,
    /// Where they stood at its end, or at T where it isn't over.
    pub at: Arc<Snapshot>,
    /// What happened in it.
    pub events: Events,
    /// What happened since the year's start, it included.
    pub year_events: Events,
    /// The activities that were finished in it, the latest first, at most thirty.
    pub finished: Vec<Idx<Activity>>,
}

impl Quarter {
    /// Whether it is over by the day up to which it is told.
    pub fn is_over(&self) -> bool {
        self.at.day >= self.last
    }
}

/// Where the groups stood on a day.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// The day.
    pub day: Day,
    /// The whole.
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
    /// The few figures of a site's groups.
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

/// A group's figures in brief (F20, F22).
#[derive(Debug, Clone, Copy)]
pub struct Brief {
    /// Members that are not cancelled.
    pub activities: usize,
    /// A
    pub actual: Average,
    /// P
    pub planned: Average,
    /// Actual less planned, over those where both are known.
    pub deviation: Average,
    /// Members by state.
    pub states: States,
    /// How many are running.
    pub running: usize,
    /// How many of the running were visited lately.
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

    /// Members that are past their due.
    pub fn overdue(&self) -> usize {
        self.states.get(State::Overdue)
    }
}

/// How much happened after one day up to and with another (F27).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Events {
    /// Activities that came into being.
    pub new: usize,
    /// Activities whose progress moved.
    pub moved: usize,
    /// Activities that became done.
    pub done: usize,
    /// Activities that passed their due.
    pub overdue: usize,
    /// Activities whose due in force moved.
    pub dues: usize,
    /// Visits.
    pub visits: usize,
    /// Meetings held.
    pub meetings: usize,
    /// Decisions made.
    pub decisions_made: usize,
    /// Decisions done.
    pub decisions_done: usize,
    /// Problems solved.
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
            visits: changes.visits.len(),
            meetings: edition.meetings.iter().filter(|meeting| within(meeting.date)).count(),
            decisions_made: changes.decisions_made.len(),
            decisions_done: changes.decisions_done.len(),
            problems_solved: edition.problems.iter().filter(solved).count(),
        }
    }
}

/// What pages tell of days before T, `now` being the figures at T.
pub fn history(edition: &Edition, thresholds: &Thresholds, now: &Figures) -> History {
    let then = measure_earlier(edition, thresholds, previous_month_end(now.day));
    History {
        month: Snapshot::of(&then),
        since: changes(edition, &then, now),
        quarters: quarters(edition, thresholds, now),
    }
}

/// The last day of the month before a day's (F27).
pub fn previous_month_end(day: Day) -> Day {
    day.plus(-day.jalali().day.cast_signed())
}

/// The quarters of a Solar Hijri calendar in one count.
fn quarter_number(day: Day) -> i32 {
    let date = day.jalali();
    date.year * 4 + (date.month.cast_signed() - 1) / 3
}

/// The first day of a quarter.
fn quarter_start(number: i32) -> Day {
    let month = number.rem_euclid(4).cast_unsigned() * 3 + 1;
    Day::from_jalali(number.div_euclid(4), month, 1).expect("every quarter has a first day")
}

/// A day that was measured.
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
    // From the first quarter of the year on: what is cumulative counts from there.
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

/// The days between which a quarter's report is told.
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

/// The day of the first event of what quarters tell: activities, visits, meetings, problems; up to T (F2).
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
    let own = [activity.registered, activity.finished].into_iter().flatten();
    updates.chain(milestones).chain(values).chain(reschedules).chain(own)
}
