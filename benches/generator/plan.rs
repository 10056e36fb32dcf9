//! The facts about an activity before it is written. Its record, reports, visits and decisions all agree with them.
//!
//! Derived only from the activity's number, so that every file can be generated independently.

use super::Corpus;
use super::days::{Day, TODAY};
use super::groups::neighborhood_title;
use super::random::Random;
use super::words::{INDICATORS, STEPS, WORKS};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    Planned,
    Active,
    Paused,
    Done,
    Cancelled,
}

pub(crate) struct Milestone {
    pub(crate) title: &'static str,
    pub(crate) due: Option<Day>,
    pub(crate) done: Option<Day>,
}

pub(crate) struct Indicator {
    pub(crate) title: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) rises: bool,
    pub(crate) baseline: usize,
    pub(crate) target: usize,
    pub(crate) values: Vec<(Day, usize)>,
}

pub(crate) struct Plan {
    pub(crate) index: usize,
    pub(crate) neighborhood: usize,
    pub(crate) domain: usize,
    pub(crate) lead: usize,
    pub(crate) title: String,
    pub(crate) start: Day,
    pub(crate) due: Day,
    pub(crate) status: Status,
    /// The last day with an event; before the start if there are no events.
    pub(crate) last: Day,
    /// The day of the reschedule, and the new due date.
    pub(crate) rescheduled: Option<(Day, Day)>,
    pub(crate) milestones: Vec<Milestone>,
    pub(crate) indicators: Vec<Indicator>,
    /// Days and percentages of the reports inside the record.
    pub(crate) updates: Vec<(Day, usize)>,
    /// Days and percentages of the reports in files of their own.
    pub(crate) later: Vec<(Day, usize)>,
}

pub(crate) fn id(index: usize) -> String {
    format!("a{index:06}")
}

impl Plan {
    pub(crate) fn of(corpus: &Corpus, index: usize) -> Self {
        let mut random = Random::of("activity", index);
        let neighborhood = index % corpus.neighborhoods;
        let start = Day::FIRST.plus(random.between(30, Day::FIRST.until(TODAY) + 60));
        let due = start.plus(random.between(90, 540));
        let (status, last) = fate(&mut random, start, due);
        let rescheduled = (status == Status::Active && random.chance(12)).then(|| {
            let on = start.plus(random.between(1, start.until(last.min(due)).max(1)));
            (on.min(last), due.plus(random.between(30, 120)))
        });
        let mut plan = Self {
            index,
            neighborhood,
            domain: random.between(0, corpus.domains - 1),
            lead: random.between(0, corpus.agencies - 1),
            title: format!("{} {}، طرح {}", random.pick(&WORKS), neighborhood_title(neighborhood), index + 1),
            start,
            due,
            status,
            last,
            rescheduled,
            milestones: Vec::new(),
            indicators: Vec::new(),
            updates: Vec::new(),
            later: Vec::new(),
        };
        plan.add_milestones(&mut random);
        plan.add_indicators(&mut random);
        plan.add_updates(&mut random);
        plan
    }

    /// Returns whether the activity has any events.
    pub(crate) fn has_begun(&self) -> bool {
        self.last > self.start
    }

    fn add_milestones(&mut self, random: &mut Random) {
        let (count, first) = (random.between(3, 6), random.between(0, STEPS.len() - 1));
        for n in 0..count {
            let due = self.start.plus(self.start.until(self.due) * (n + 1) / count);
            let done = match self.status {
                Status::Done => Some(due.min(self.last)),
                _ if self.has_begun() && due <= self.last && random.chance(80) => {
                    Some(due.plus(random.between(0, 20)).min(self.last))
                }
                _ => None,
            };
            // After a reschedule the last milestone has no due date, which would otherwise precede the new due date.
            let is_open = n + 1 == count && self.rescheduled.is_some();
            let title = STEPS[(first + n) % STEPS.len()];
            self.milestones.push(Milestone { title, due: (!is_open).then_some(due), done });
        }
    }

    fn add_indicators(&mut self, random: &mut Random) {
        let first = random.between(0, INDICATORS.len() - 1);
        for n in 0..random.between(0, 2) {
            let (title, unit, rises) = INDICATORS[(first + n) % INDICATORS.len()];
            let (low, span) = (random.between(5, 40), random.between(10, 55));
            let (baseline, target) = if rises { (low, low + span) } else { (low + span, low) };
            let count = if self.has_begun() { random.between(2, 5) } else { 0 };
            let values = self.spread(count).into_iter().enumerate().map(|(k, day)| {
                let moved = span * (k + 1) * random.between(60, 120) / (100 * count);
                (day, if rises { baseline + moved } else { baseline.saturating_sub(moved) })
            });
            let values = values.collect();
            self.indicators.push(Indicator { title, unit, rises, baseline, target, values });
        }
    }

    fn add_updates(&mut self, random: &mut Random) {
        if !self.has_begun() {
            return;
        }
        let (inline, apart) =
            (random.between(2, 4), if random.chance(40) { random.between(1, 2) } else { 0 });
        let days = self.spread(inline + apart);
        let end = if self.status == Status::Done { 100 } else { random.between(30, 95) };
        let mut reports: Vec<_> =
            days.iter().enumerate().map(|(k, day)| (*day, end * (k + 1) / days.len())).collect();
        self.later = reports.split_off(inline.min(reports.len()));
        self.updates = reports;
    }

    /// Returns distinct days between the start and the last day, sorted.
    fn spread(&self, count: usize) -> Vec<Day> {
        let span = self.start.until(self.last);
        let mut days: Vec<_> = (1..=count).map(|n| self.start.plus(span * n / count)).collect();
        days.dedup();
        days
    }
}

/// The status of an activity on the report's day, and the last day with an event.
fn fate(random: &mut Random, start: Day, due: Day) -> (Status, Day) {
    if start >= TODAY {
        return (Status::Planned, start);
    }
    let length = start.until(due);
    let status = match random.between(0, 99) {
        0..=4 => Status::Cancelled,
        5..=11 => Status::Paused,
        12..=69 if due < TODAY => Status::Done,
        _ => Status::Active,
    };
    let last = match status {
        Status::Done => start.plus(length * random.between(80, 110) / 100),
        Status::Active => TODAY.minus(random.between(0, 60)).max(start.plus(1)),
        _ => start.plus(length * random.between(20, 80) / 100),
    };
    (status, last.min(TODAY))
}
