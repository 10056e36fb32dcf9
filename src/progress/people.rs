//! Sums of beneficiaries that give no small group away (F29).

use crate::config::Thresholds;
use crate::model::{Activity, Beneficiaries};

/// A sum of persons and what it stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PeopleSum {
    /// The sum of the figures that may be shown; `None` where there is none.
    pub total: Option<u64>,
    /// How many figures it stands on.
    pub count: usize,
    /// How many were left out since they are small (F29).
    pub left_out: usize,
}

/// The beneficiaries of a group's members, cancelled ones left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct People {
    /// پیش‌بینی
    pub planned: PeopleSum,
    /// تحقق
    pub reached: PeopleSum,
}

/// Says whether a figure of beneficiaries is published as «کمتر از ۵» (F29): from 1 to below `small_group`.
pub fn is_small_group(persons: u64, thresholds: &Thresholds) -> bool {
    (1..thresholds.small_group).contains(&persons)
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
    /// Takes in one more activity.
    pub(super) fn add(&mut self, activity: &Activity, thresholds: &Thresholds) {
        if let Some(Beneficiaries { planned, reached, group: _ }) = activity.beneficiaries {
            self.planned.add(planned, thresholds);
            self.reached.add(reached, thresholds);
        }
    }
}
