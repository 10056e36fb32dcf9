//! What the arithmetic gives: one value for each activity and each group.

use std::ops::Index;

use karnameh_derive::Choice;

use crate::config::Thresholds;
use crate::model::{Activity, Agency, Domain, FindingRef, Idx, Measure, Neighborhood, Status};
use crate::persian::Day;
use crate::persian::text::Text;

use super::People;
use super::arithmetic::{reaches, share};

/// All figures of a site as of a day: of the edition's, T, unless the type says [`EarlierFigures`].
#[derive(Debug)]
pub struct Figures<A = ActivityFigures> {
    /// The day; T is the day of the report (F1).
    pub day: Day,
    /// One for each activity of the edition, at the same position.
    pub activities: Vec<A>,
    /// The groups.
    pub groups: Groups,
    /// The decisions of all meetings up to the day (F25).
    pub decisions: DecisionCounts,
}

/// Figures as of a day before T, on which some activities of the edition may not have existed (F2).
pub type EarlierFigures = Figures<Option<ActivityFigures>>;

impl Figures {
    /// The activities in the order of ids, with their figures.
    pub fn by_activity(&self) -> impl Iterator<Item = (Idx<Activity>, &ActivityFigures)> {
        self.existing()
    }
}

impl Index<Idx<Activity>> for Figures {
    type Output = ActivityFigures;

    fn index(&self, activity: Idx<Activity>) -> &ActivityFigures {
        &self.activities[activity.get()]
    }
}

impl<A: MaybeFigures> Figures<A> {
    /// The figures of an activity; `None` if it didn't exist on the day (F2).
    pub(super) fn get(&self, activity: Idx<Activity>) -> Option<&ActivityFigures> {
        self.activities[activity.get()].figures()
    }

    /// The activities that existed on the day, in the order of ids.
    pub(super) fn existing(&self) -> impl Iterator<Item = (Idx<Activity>, &ActivityFigures)> {
        let numbered = self.activities.iter().enumerate();
        numbered.filter_map(|(position, of)| Some((Idx::new(position), of.figures()?)))
    }
}

/// The figures of an activity on some day: on the edition's own day every activity has some, on an earlier one perhaps
/// not.
pub trait MaybeFigures: Sync {
    /// The figures; `None` if the activity didn't exist on the day (F2).
    fn figures(&self) -> Option<&ActivityFigures>;
}

impl MaybeFigures for ActivityFigures {
    fn figures(&self) -> Option<&ActivityFigures> {
        Some(self)
    }
}

impl MaybeFigures for Option<ActivityFigures> {
    fn figures(&self) -> Option<&ActivityFigures> {
        self.as_ref()
    }
}

/// An activity's state (F12), in the order in which a stack shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Choice)]
pub enum State {
    #[choice("done", "پایان‌یافته")]
    Done,
    #[choice("ahead", "جلوتر از برنامه")]
    Ahead,
    #[choice("on-track", "مطابق برنامه")]
    OnTrack,
    #[choice("behind", "عقب‌تر از برنامه")]
    Behind,
    #[choice("overdue", "مهلت‌گذشته")]
    Overdue,
    #[choice("unreported", "بدون گزارش")]
    Unreported,
    #[choice("not-started", "آغازنشده")]
    NotStarted,
    #[choice("unscheduled", "بدون زمان‌بندی")]
    Unscheduled,
    #[choice("paused", "متوقف")]
    Paused,
    #[choice("cancelled", "لغوشده")]
    Cancelled,
}

/// Which of the three pillars an activity has (F18).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pillars<T> {
    /// برنامه
    pub programme: T,
    /// زمان‌بندی
    pub schedule: T,
    /// مسئولیت
    pub responsibility: T,
}

/// What the latest visit found (F16).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Verified {
    /// The finding.
    pub finding: FindingRef,
    /// The day of the visit.
    pub day: Day,
    /// 0–100
    pub progress: f64,
    /// Points between the finding and A as of the visit's day; `None` where A was unknown.
    pub gap: Option<f64>,
    /// The gap's size is above the tolerance.
    pub flagged: bool,
}

/// The figures of an activity.
#[derive(Debug, Clone, PartialEq)]
pub struct ActivityFigures {
    /// The status that holds at T, or what counts as it (F3).
    pub status: Status,
    /// F7
    pub measure: Option<Measure>,
    /// A, 0–100 (F8); `None` is unknown.
    pub actual: Option<f64>,
    /// P, 0–100 (F11); `None` is unknown.
    pub planned: Option<f64>,
    /// F12
    pub state: State,
    /// F6
    pub completed: bool,
    /// The due in force (F10).
    pub due: Option<Day>,
    /// F10, days; `None` without an original due.
    pub slippage_days: Option<i32>,
    /// F13, days
    pub days_overdue: i32,
    /// F14
    pub running: bool,
    /// F15, by indicator, not clamped.
    pub achievements: Vec<Option<f64>>,
    /// F16
    pub verified: Option<Verified>,
    /// The day of F17's last report.
    pub last_report: Option<Day>,
    /// Days since then (F17).
    pub days_since_report: Option<i32>,
    /// F17
    pub stale: bool,
    /// F18
    pub pillars: Pillars<bool>,
    /// The latest finding of any kind up to T (F22).
    pub last_finding: Option<Day>,
}

impl ActivityFigures {
    /// Says whether it stands at 100 while nobody declared its end: «۱۰۰٪؛ پایان کار اعلام نشده است» (F12).
    pub fn is_full_but_open(&self) -> bool {
        let full = self.actual.is_some_and(|actual| reaches(actual, 100.0));
        full && !self.completed && self.state != State::Cancelled
    }

    /// A − P, points (F12); `None` where one of them is unknown.
    pub fn deviation(&self) -> Option<f64> {
        self.actual.zip(self.planned).map(|(actual, planned)| actual - planned)
    }
}

/// A weighted average and what it stands on (F20).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Average {
    /// The average; `None` over nothing, never 0.
    pub value: Option<f64>,
    /// How many members it stands on.
    pub count: usize,
    /// Σ w of those members.
    pub weight: f64,
}

impl Average {
    /// The share 0–1 of a group's [`activities`](Group::activities) on which it stands; `None` over nothing.
    pub fn coverage(&self, activities: usize) -> Option<f64> {
        share(self.count, activities)
    }

    /// Says whether a comparison may sort by it: its coverage is at least the floor (F21).
    pub fn is_covered(&self, activities: usize, thresholds: &Thresholds) -> bool {
        let coverage = self.coverage(activities);
        self.value.is_some()
            && coverage.is_some_and(|share| reaches(100.0 * share, thresholds.coverage_floor))
    }
}

/// Counts of members by state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct States([usize; 10]);

impl States {
    /// The states that have members, in the order of [`State::ALL`], with their counts.
    pub fn present(&self) -> impl Iterator<Item = (State, usize)> {
        State::ALL.into_iter().map(|state| (state, self.get(state))).filter(|&(_, count)| count > 0)
    }

    /// How many members are in a state.
    pub fn get(&self, state: State) -> usize {
        self.0[state as usize]
    }

    /// Counts one more.
    pub fn add(&mut self, state: State) {
        self.0[state as usize] += 1;
    }
}

/// What a group stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GroupKind {
    /// The whole site.
    Site,
    /// A position in [`Groups::counties`].
    County(usize),
    /// A neighborhood.
    Neighborhood(Idx<Neighborhood>),
    /// A domain; over a part of it for the cell of a county.
    Domain(Idx<Domain>),
    /// An agency, over the activities that it leads.
    Agency(Idx<Agency>),
    /// Where a neighborhood and a domain meet.
    Cell(Idx<Neighborhood>, Idx<Domain>),
}

/// The figures of a group (F19–F24).
#[derive(Debug, Clone)]
pub struct Group {
    /// What it stands for.
    pub kind: GroupKind,
    /// Positions in the dataset's activities, in the byte order of ids; cancelled ones too.
    pub members: Vec<u32>,
    /// Members that are not cancelled.
    pub activities: usize,
    /// A (F20)
    pub actual: Average,
    /// P (F20)
    pub planned: Average,
    /// Actual less planned, points, over those where both are known (F20).
    pub deviation: Average,
    /// Members by state, cancelled too.
    pub states: States,
    /// Shares 0–1 of the members that have each (F23); `None` over nothing.
    pub pillars: Pillars<Option<f64>>,
    /// How many members have each.
    pub pillar_counts: Pillars<usize>,
    /// F14
    pub running: usize,
    /// How many of the running have a finding within the supervision days.
    pub supervised_count: usize,
    /// Share 0–1 (F22); `None` over nothing.
    pub supervised: Option<f64>,
    /// F17
    pub stale: usize,
    /// The day of the last visit (F22).
    pub last_visit: Option<Day>,
    /// A member that is not cancelled is illustrative (F24).
    pub sample: bool,
    /// Beneficiaries of the members that are not cancelled, small groups left out (F29).
    pub people: People,
    /// Decisions that name the agency, for an agency; all decisions, for the site; else none (F25).
    pub decisions: DecisionCounts,
    /// Month-ends (F26); empty for a group without members, and where only the day itself was asked for.
    pub series: Series,
}

/// A county (شهرستان): the neighborhoods whose `county` is the same text when folded (F24).
#[derive(Debug, Clone)]
pub struct County {
    /// As first written in the order of the neighborhoods' ids.
    pub name: Text,
    /// In the order of ids.
    pub neighborhoods: Vec<Idx<Neighborhood>>,
    /// Its figures.
    pub group: Group,
}

/// All groups, each kind in the order of ids (counties by name).
#[derive(Debug)]
pub struct Groups {
    /// The whole.
    pub site: Group,
    /// In the byte order of names.
    pub counties: Vec<County>,
    /// By neighborhood index: its position in `counties`; `None` where it names none.
    pub county_of: Vec<Option<usize>>,
    /// By neighborhood index.
    pub neighborhoods: Vec<Group>,
    /// By domain index.
    pub domains: Vec<Group>,
    /// By agency index.
    pub agencies: Vec<Group>,
    /// Every neighborhood with every domain: `neighborhood * domains + domain`; ask [`Groups::cell`].
    pub cells: Vec<Group>,
    /// Every county with every domain; empty below two counties. They are of pages alone, not of the data: ask
    /// [`Groups::county_cell`].
    pub county_cells: Vec<Group>,
}

impl Groups {
    /// Where a neighborhood and a domain meet.
    pub fn cell(&self, neighborhood: Idx<Neighborhood>, domain: Idx<Domain>) -> &Group {
        &self.cells[neighborhood.get() * self.domains.len() + domain.get()]
    }

    /// A domain in a county.
    ///
    /// # Panics
    ///
    /// Below two counties, where the domain itself says it all.
    pub fn county_cell(&self, county: usize, domain: Idx<Domain>) -> &Group {
        &self.county_cells[county * self.domains.len() + domain.get()]
    }

    /// The group of a kind.
    pub fn get(&self, kind: GroupKind) -> &Group {
        match kind {
            GroupKind::Site => &self.site,
            GroupKind::County(position) => &self.counties[position].group,
            GroupKind::Neighborhood(neighborhood) => &self.neighborhoods[neighborhood.get()],
            GroupKind::Domain(domain) => &self.domains[domain.get()],
            GroupKind::Agency(agency) => &self.agencies[agency.get()],
            GroupKind::Cell(neighborhood, domain) => self.cell(neighborhood, domain),
        }
    }

    /// All of them: the site, counties, neighborhoods, domains, agencies, cells.
    pub fn iter(&self) -> impl Iterator<Item = &Group> {
        let counties = self.counties.iter().map(|county| &county.group);
        let records = [&self.neighborhoods, &self.domains, &self.agencies, &self.cells].into_iter().flatten();
        std::iter::once(&self.site).chain(counties).chain(records)
    }
}

/// Decisions of meetings up to T (F25): `done + overdue + open` is all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DecisionCounts {
    /// done ≤ T
    pub done: usize,
    /// Neither done nor overdue.
    pub open: usize,
    /// due < T and not done
    pub overdue: usize,
    /// Of the done that have a due, those done by it.
    pub on_time: usize,
    /// The done that have a due.
    pub done_with_due: usize,
}

impl DecisionCounts {
    /// All of them.
    pub fn all(&self) -> usize {
        self.done + self.open + self.overdue
    }
}

/// A group's way through time (F26).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Series {
    /// In the order of days; T is one of them.
    pub points: Vec<SeriesPoint>,
}

/// One day of a series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SeriesPoint {
    /// A month's end, or T.
    pub day: Day,
    /// A; `None` after T or where unknown.
    pub actual: Option<f64>,
    /// P; `None` where unknown.
    pub planned: Option<f64>,
}
