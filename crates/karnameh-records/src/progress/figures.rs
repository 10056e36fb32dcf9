//! The results of all computations: one struct for each activity and each group.

use std::ops::Index;

use karnameh_derive::Choice;

use crate::config::Thresholds;
use crate::model::{Activity, Agency, Domain, FindingRef, Idx, Measure, Neighborhood, Status};
use crate::persian::Day;
use crate::persian::text::Text;

use super::People;
use super::arithmetic::{reaches, share};

/// All figures of a site as of a day: the edition's day T, or an earlier one in the case of [`EarlierFigures`].
#[derive(Debug)]
pub struct Figures<A = ActivityFigures> {
    /// The day; T is the report's day (F1).
    pub day: Day,
    /// By position in the edition's activities.
    pub activities: Vec<A>,
    pub groups: Groups,
    /// Counts of the decisions of all meetings up to the day (F25).
    pub decisions: DecisionCounts,
}

/// Figures as of a day before T, on which some activities of the edition may not have existed (F2).
pub type EarlierFigures = Figures<Option<ActivityFigures>>;

impl Figures {
    /// Iterates over the activities in the order of ids.
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
    /// Returns the figures of an activity, or `None` if it did not exist on the day (F2).
    pub(super) fn get(&self, activity: Idx<Activity>) -> Option<&ActivityFigures> {
        self.activities[activity.get()].figures()
    }

    /// Iterates over the activities that existed on the day, in the order of ids.
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

/// A value for each of the three pillars (F18).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pillars<T> {
    pub programme: T,
    pub schedule: T,
    pub responsibility: T,
}

/// The result of the latest visit that reports progress (F16).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Verified {
    pub finding: FindingRef,
    /// The day of the visit.
    pub day: Day,
    /// 0–100.
    pub progress: f64,
    /// Difference to A on the visit's day in percentage points, or `None` if A was unknown.
    pub gap: Option<f64>,
    /// Whether the size of the gap exceeds the tolerance.
    pub flagged: bool,
}

/// The figures of an activity at T.
#[derive(Debug, Clone, PartialEq)]
pub struct ActivityFigures {
    /// The status in force at T, explicit or derived (F3).
    pub status: Status,
    /// The measure of progress (F7).
    pub measure: Option<Measure>,
    /// A, 0–100 (F8), or `None` if unknown.
    pub actual: Option<f64>,
    /// A as somebody reported it. Before its start an activity has A = 0 without any report (F8).
    pub reported: Option<f64>,
    /// What reports or milestones say that do not determine A (F7).
    pub beside: Option<(Measure, f64)>,
    /// P, 0–100 (F11), or `None` if unknown.
    pub planned: Option<f64>,
    /// The state (F12).
    pub state: State,
    /// Whether the activity is completed (F6).
    pub completed: bool,
    /// The due date in force (F10).
    pub due: Option<Day>,
    /// Days between the original due date and the one in force (F10), or `None` without an original due date.
    pub slippage_days: Option<i32>,
    /// Days since the due date if overdue, otherwise 0 (F13).
    pub days_overdue: i32,
    /// Whether the activity is running (F14).
    pub running: bool,
    /// Achievements by indicator, not clamped (F15).
    pub achievements: Vec<Option<f64>>,
    /// The result of the latest visit (F16).
    pub verified: Option<Verified>,
    /// The day of the last report (F17).
    pub last_report: Option<Day>,
    /// Days since the last report (F17).
    pub days_since_report: Option<i32>,
    /// Whether there was no report for too long (F17).
    pub stale: bool,
    /// Which pillars the activity has (F18).
    pub pillars: Pillars<bool>,
    /// The day of the latest finding of any kind up to T (F22).
    pub last_finding: Option<Day>,
}

impl ActivityFigures {
    /// Returns whether progress is 100 but nobody declared the activity finished: «۱۰۰٪؛ پایان کار اعلام نشده است» (F12).
    pub fn is_full_but_open(&self) -> bool {
        let full = self.actual.is_some_and(|actual| reaches(actual, 100.0));
        full && !self.completed && self.state != State::Cancelled
    }

    /// Returns A − P in percentage points (F12), or `None` if one of them is unknown.
    pub fn deviation(&self) -> Option<f64> {
        self.actual.zip(self.planned).map(|(actual, planned)| actual - planned)
    }
}

/// A weighted average and its basis (F20).
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Average {
    /// The average, or `None` (never 0) without members.
    pub value: Option<f64>,
    /// The number of members with a known value.
    pub count: usize,
    /// The sum of these members' weights.
    pub weight: f64,
}

impl Average {
    /// Returns the share 0–1 of a group's [`activities`](Group::activities) with a known value, or `None` without activities.
    pub fn coverage(&self, activities: usize) -> Option<f64> {
        share(self.count, activities)
    }

    /// Returns whether comparisons may sort by this average: its coverage reaches the floor (F21).
    pub fn is_covered(&self, activities: usize, thresholds: &Thresholds) -> bool {
        let coverage = self.coverage(activities);
        self.value.is_some()
            && coverage.is_some_and(|share| reaches(100.0 * share, thresholds.coverage_floor))
    }
}

/// The means of a group, each over the members for which it is known (F20).
#[derive(Debug, Clone, Copy)]
pub struct Means {
    /// Of A.
    pub actual: Average,
    /// Of P.
    pub planned: Average,
    /// Of A − P.
    pub deviation: Average,
}

impl Means {
    /// Returns whether A stands on members that the deviation leaves out, for they have no plan.
    pub fn deviation_has_other_members(&self) -> bool {
        self.actual.count != self.deviation.count
    }

    /// Returns whether A and P stand on different members.
    pub fn plan_has_other_members(&self) -> bool {
        // The members of the deviation are those that A and P share.
        self.deviation_has_other_members() || self.planned.count != self.deviation.count
    }
}

/// The number of members in each state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct States([usize; 10]);

impl States {
    /// Iterates over the states with members and their counts, in the order of [`State::ALL`].
    pub fn present(&self) -> impl Iterator<Item = (State, usize)> {
        State::ALL.into_iter().map(|state| (state, self.get(state))).filter(|&(_, count)| count > 0)
    }

    pub fn get(&self, state: State) -> usize {
        self.0[state as usize]
    }

    pub fn add(&mut self, state: State) {
        self.0[state as usize] += 1;
    }
}

/// What a group represents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GroupKind {
    Site,
    /// A county, by position in [`Groups::counties`].
    County(usize),
    Neighborhood(Idx<Neighborhood>),
    /// A domain, or the part of it in one county ([`Groups::county_cell`]).
    Domain(Idx<Domain>),
    /// An agency, with the activities that it leads.
    Agency(Idx<Agency>),
    /// The activities of one neighborhood and one domain.
    Cell(Idx<Neighborhood>, Idx<Domain>),
}

/// The figures of a group of activities (F19–F24).
#[derive(Debug, Clone)]
pub struct Group {
    pub kind: GroupKind,
    /// Positions in the dataset's activities, in the byte order of ids, including cancelled ones.
    pub members: Vec<u32>,
    /// The number of members that are not cancelled.
    pub activities: usize,
    /// Average of A (F20).
    pub actual: Average,
    /// The number of members in that average whose progress was reported; the others have not started.
    pub reported: usize,
    /// Average of P (F20).
    pub planned: Average,
    /// Average of A − P in percentage points, over the members for which both are known (F20).
    pub deviation: Average,
    /// Number of members by state, including cancelled ones.
    pub states: States,
    /// Shares 0–1 of members with each pillar (F23), or `None` without members.
    pub pillars: Pillars<Option<f64>>,
    /// Number of members with each pillar.
    pub pillar_counts: Pillars<usize>,
    /// Number of running members (F14).
    pub running: usize,
    /// Number of running members with a finding within the supervision period.
    pub supervised_count: usize,
    /// Share 0–1 of supervised members among the running ones (F22), or `None` without running members.
    pub supervised: Option<f64>,
    /// Number of stale members (F17).
    pub stale: usize,
    /// The day of the last visit (F22).
    pub last_visit: Option<Day>,
    /// Whether a member that is not cancelled is a sample (F24).
    pub sample: bool,
    /// Whether all members that are not cancelled are samples, and there are some.
    pub all_sample: bool,
    /// Beneficiaries of members that are not cancelled, without small groups (F29).
    pub people: People,
    /// For an agency, decisions that name it; for the site, all decisions; otherwise zero (F25).
    pub decisions: DecisionCounts,
    /// Values at month-ends (F26). Empty for a group without members, and in figures of an earlier day.
    pub series: Series,
}

impl Group {
    /// Returns the means of A, P and A − P.
    pub fn means(&self) -> Means {
        Means { actual: self.actual, planned: self.planned, deviation: self.deviation }
    }
}

/// A county (شهرستان): all neighborhoods whose `county` is equal when folded (F24).
#[derive(Debug, Clone)]
pub struct County {
    /// As written in the neighborhood with the first id.
    pub name: Text,
    /// In the order of ids.
    pub neighborhoods: Vec<Idx<Neighborhood>>,
    pub group: Group,
}

/// All groups. Within each kind they are in the order of ids; counties are sorted by name.
#[derive(Debug)]
pub struct Groups {
    pub site: Group,
    /// In the byte order of names.
    pub counties: Vec<County>,
    /// The position in `counties` by neighborhood index, or `None` without a county.
    pub county_of: Vec<Option<usize>>,
    /// By neighborhood index.
    pub neighborhoods: Vec<Group>,
    /// By domain index.
    pub domains: Vec<Group>,
    /// By agency index.
    pub agencies: Vec<Group>,
    /// Every neighborhood with every domain, at `neighborhood * domains + domain`. Use [`Groups::cell`].
    pub cells: Vec<Group>,
    /// Every county with every domain; empty with fewer than two counties. Only pages show these groups, data files do not
    /// contain them. Use [`Groups::county_cell`].
    pub county_cells: Vec<Group>,
}

impl Groups {
    /// Returns the group for a neighborhood and a domain.
    pub fn cell(&self, neighborhood: Idx<Neighborhood>, domain: Idx<Domain>) -> &Group {
        &self.cells[neighborhood.get() * self.domains.len() + domain.get()]
    }

    /// Returns the group for a domain in a county.
    ///
    /// # Panics
    ///
    /// With fewer than two counties, because the domain's own group is the same.
    pub fn county_cell(&self, county: usize, domain: Idx<Domain>) -> &Group {
        &self.county_cells[county * self.domains.len() + domain.get()]
    }

    /// Returns the group of a kind.
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

    /// Iterates over the site, counties, neighborhoods, domains, agencies and cells, but not county cells.
    pub fn iter(&self) -> impl Iterator<Item = &Group> {
        let counties = self.counties.iter().map(|county| &county.group);
        let records = [&self.neighborhoods, &self.domains, &self.agencies, &self.cells].into_iter().flatten();
        std::iter::once(&self.site).chain(counties).chain(records)
    }
}

/// Counts of decisions of meetings up to T (F25). Their total is `done + overdue + open`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DecisionCounts {
    /// done ≤ T.
    pub done: usize,
    /// Neither done nor overdue.
    pub open: usize,
    /// due < T, and not done.
    pub overdue: usize,
    /// Done on or before the due date.
    pub on_time: usize,
    /// Done, with a due date.
    pub done_with_due: usize,
}

impl DecisionCounts {
    /// Returns the total number.
    pub fn all(&self) -> usize {
        self.done + self.open + self.overdue
    }
}

/// A group's progress over time (F26).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Series {
    /// Sorted by day; one of them is T.
    pub points: Vec<SeriesPoint>,
}

/// One day in a series.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SeriesPoint {
    /// A month-end, or T.
    pub day: Day,
    /// A, or `None` after T or if unknown.
    pub actual: Option<f64>,
    /// P, or `None` if unknown.
    pub planned: Option<f64>,
    /// The mean of A − P over the members with both (F20), which the difference of the two means is not.
    pub deviation: Option<f64>,
}

impl SeriesPoint {
    /// Returns whether anything is known.
    pub fn has_figures(&self) -> bool {
        self.actual.is_some() || self.planned.is_some()
    }
}
