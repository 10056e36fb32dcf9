//! What a record says of how its progress is measured (F7, F15), whatever the day of the report.
//!
//! These are facts of the whole record: rules check them before the cut, and the cut takes them down for the arithmetic of
//! `progress` (`WholeRecord`). Start reading at [`Activity::measure_in_force`].

use super::{Activity, Direction, Indicator, Measure};
use crate::persian::Day;

/// What the target of an indicator asks for (F15).
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Goal {
    /// To come from the baseline to the target; the two differ.
    Reach {
        /// پایه
        baseline: f64,
        /// هدف
        target: f64,
    },
    /// To keep what the baseline already meets («حفظ وضع موجود»); may be a slip, so `check` warns of it.
    Keep {
        /// هدف
        target: f64,
        /// جهت
        direction: Direction,
    },
}

impl Goal {
    /// The achievement at a value: 0 at the baseline, 1 at the target, beyond both where the value is (F15).
    pub fn achieved(self, value: f64) -> f64 {
        match self {
            Self::Reach { baseline, target } => (value - baseline) / (target - baseline),
            Self::Keep { target, direction } => f64::from(u8::from(direction.meets(value, target))),
        }
    }
}

impl Direction {
    /// Says whether a value is at the target or on its good side.
    pub fn meets(self, value: f64, target: f64) -> bool {
        match self {
            Self::Up => value >= target,
            Self::Down => value <= target,
        }
    }
}

impl Activity {
    /// The due date that holds in the end: that of the last reschedule, else the first one (F10).
    pub fn due_in_force(&self) -> Option<Day> {
        let last = self.reschedules.iter().max_by_key(|moved| moved.date);
        last.map(|moved| moved.due).or(self.due)
    }
}

impl Indicator {
    /// What its target asks for (F15); `None` where it can never have an achievement: without baseline or target, or
    /// where the two are equal and no direction says which side is good.
    pub fn goal(&self) -> Option<Goal> {
        let (baseline, target) = (self.baseline?, self.target?);
        match self.direction {
            Some(direction) if direction.meets(baseline, target) => Some(Goal::Keep { target, direction }),
            None if baseline - target == 0.0 => None,
            _ => Some(Goal::Reach { baseline, target }),
        }
    }
}

impl Activity {
    /// By what its progress is measured: as written, else by what the record has (F7); `None` where it has nothing.
    pub(crate) fn measure_in_force(&self) -> Option<Measure> {
        const BY_WHAT_IT_HAS: [Measure; 3] = [Measure::Reported, Measure::Milestones, Measure::Indicators];
        self.measure.or_else(|| BY_WHAT_IT_HAS.into_iter().find(|&measure| self.has_rows_for(measure)))
    }

    /// Says whether it is measured by rows that it doesn't have, which F7 warns of.
    pub fn measure_lacks_rows(&self) -> bool {
        self.measure.is_some_and(|measure| !self.has_rows_for(measure))
    }

    fn has_rows_for(&self, measure: Measure) -> bool {
        match measure {
            Measure::Milestones => !self.milestones.is_empty(),
            Measure::Reported => self.updates.iter().any(|update| update.progress.is_some()),
            Measure::Indicators => self.indicators.iter().any(|indicator| indicator.goal().is_some()),
        }
    }
}
