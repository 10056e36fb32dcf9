//! Sums of beneficiaries that do not reveal small groups (F29).

use crate::config::Thresholds;
use crate::model::{Activity, Beneficiaries};

/// A sum of persons and its basis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PeopleSum {
    /// The sum of the figures that may be shown, or `None` without any.
    pub total: Option<u64>,
    /// The number of figures in the sum.
    pub count: usize,
    /// The number of figures omitted because they are small (F29).
    pub left_out: usize,
}

/// The beneficiaries of a group's members, except cancelled ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct People {
    pub planned: PeopleSum,
    pub reached: PeopleSum,
}

/// Returns whether a number of beneficiaries is published as «کمتر از ۵» (F29): from 1 to below `small_group`.
pub fn is_small_group(persons: impl Into<i128>, thresholds: &Thresholds) -> bool {
    (1..i128::from(thresholds.small_group)).contains(&persons.into())
}

impl PeopleSum {
    fn add(&mut self, persons: Option<u64>, thresholds: &Thresholds) {
        match persons {
            None => {}
            Some(persons) if is_small_group(persons, thresholds) => self.left_out += 1,
            Some(persons) => {
                self.total = Some(self.total.unwrap_or(0).saturating_add(persons));
                self.count += 1;
            }
        }
    }
}

impl People {
    /// Adds the beneficiaries of an activity.
    pub(super) fn add(&mut self, activity: &Activity, thresholds: &Thresholds) {
        if let Some(Beneficiaries { planned, reached, group: _ }) = activity.beneficiaries {
            self.planned.add(planned, thresholds);
            self.reached.add(reached, thresholds);
        }
    }
}
