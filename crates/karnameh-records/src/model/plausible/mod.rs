//! What can hardly be true: a list of small named checks, each with a code of its own (K08xx).
//!
//! Unlike [`rules`](super::rules) they judge what is possible but unlikely, so a record can allow each of them (`allow`).
//! They look at published records alone. A check names a record and a field, as rules do. Start reading at [`CHECKS`].

mod crossing;
mod days;
mod figures;
mod places;
mod reports;
mod status;
mod titles;

use crate::diag::{Code, Diagnostic, Place};
use crate::persian::Day;

use super::{Activity, Dataset, Update};

pub use days::suggest_year;
pub(super) use figures::FAR_OVER;

/// What the checks look at.
#[derive(Debug)]
pub struct Facts<'a> {
    /// The published records, before the cut.
    pub dataset: &'a Dataset,
    /// The day of the report (F1).
    pub day: Day,
    /// Today, whatever the day of the report.
    pub today: Day,
    /// The allowed difference of two figures, in percentage points.
    pub tolerance: f64,
}

/// One check.
#[derive(Debug)]
pub struct Check {
    /// Its name, in kebab case.
    pub name: &'static str,
    /// Adds what it doubts.
    pub look: fn(&Facts<'_>, &mut Doubts),
}

/// Declares the list of checks.
macro_rules! checks {
    ($($name:literal $look:path;)*) => {
        /// Every check, grouped by what it looks at.
        pub const CHECKS: &[Check] = &[$(Check { name: $name, look: $look }),*];
    };
}

checks! {
    // Reports
    "progress-falls" reports::progress_falls;
    "two-figures-one-day" reports::two_figures_one_day;
    "report-twice" reports::report_twice;
    "visit-twice" reports::visit_twice;
    // Figures
    "percent-fraction" figures::percent_fraction;
    "milestones-and-reports" figures::milestones_and_reports;
    "far-over-planned" figures::far_over_planned;
    // Days
    "far-date" days::far_date;
    "after-today" days::after_today;
    // Records
    "title-twice" titles::title_twice;
    "status-contradicted" status::status_contradicted;
    // Places
    "outside-iran" places::outside_iran;
    "far-place" places::far_place;
    "same-place" places::same_place;
    "crossed-ring" places::crossed_ring;
}

/// Runs every check.
pub fn check(facts: &Facts<'_>) -> Vec<Diagnostic> {
    let mut doubts = Doubts::default();
    for check in CHECKS {
        (check.look)(facts, &mut doubts);
    }
    doubts.found
}

/// What the checks found.
#[derive(Debug, Default)]
pub struct Doubts {
    found: Vec<Diagnostic>,
}

impl Doubts {
    /// Adds a finding, unless one of the records that it is about allows its code; says how to allow it.
    fn add(&mut self, allowed_by: &[&[&'static Code]], mut found: Diagnostic) {
        if allowed_by.iter().any(|codes| codes.contains(&found.code)) {
            return;
        }
        let id = found.code.id;
        found.message = found.message.further_hint(
            format!("اگر درست است، در همین رکورد بنویسید «مجاز: [{id}]»."),
            format!("If it is right, write `allow: [{id}]` in this record."),
        );
        self.found.push(found);
    }
}

/// A finding about a field of a record, by the record's place and the field's path.
fn finding(
    code: &'static Code,
    at: &Place,
    field: impl Into<String>,
    (fa, en): (impl Into<String>, impl Into<String>),
    (hint_fa, hint_en): (impl Into<String>, impl Into<String>),
) -> Diagnostic {
    Diagnostic::new(code, at.clone(), fa, en).field(field).hint(hint_fa, hint_en)
}

/// The reports of an activity by date; those of one day in the order in which they count (F4).
fn by_date(activity: &Activity) -> Vec<&Update> {
    let mut updates: Vec<&Update> = activity.updates.iter().collect();
    updates.sort_by_key(|update| update.occurrence());
    updates
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_kebab_and_unique() {
        let mut names: Vec<_> = CHECKS.iter().map(|check| check.name).collect();
        assert!(names.iter().all(|name| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')));
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), CHECKS.len());
    }
}
