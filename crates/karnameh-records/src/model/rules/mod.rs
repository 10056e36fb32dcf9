//! Rules across records: a list of small named functions, each one sentence.
//!
//! A rule sees the records, drafts behind the published ones, and names what it finds by the place of a record and
//! the path of a field from there; `content` finds the line. Errors of a reference or a value were told before.
//! Start reading at [`RULES`].

mod cycles;
mod dates;
mod measures;
mod money;

use crate::diag::{Code, Diagnostic, Place, Placed};
use crate::persian::Day;

use super::{Activity, Dataset, Reschedule};

/// What the rules look at.
#[derive(Debug)]
pub struct Facts<'a> {
    /// All records; drafts may stand behind the published ones of each kind.
    pub dataset: &'a Dataset,
    /// The fixed day of the report, and where `site.yml` fixes it.
    pub as_of: Option<Placed<Day>>,
}

/// One rule.
#[derive(Debug)]
pub struct Rule {
    /// Its name, in kebab case.
    pub name: &'static str,
    /// What it asks for, in Persian.
    pub sentence_fa: &'static str,
    /// What it asks for, in English.
    pub sentence_en: &'static str,
    /// Finds what breaks it.
    pub check: fn(&Facts<'_>, &mut Vec<Diagnostic>),
}

/// Declares the list of rules.
macro_rules! rules {
    ($($name:literal $check:path, $fa:literal, $en:literal;)*) => {
        /// Every rule.
        pub const RULES: &[Rule] =
            &[$(Rule { name: $name, sentence_fa: $fa, sentence_en: $en, check: $check }),*];
    };
}

rules! {
    "due-before-start" dates::due_before_start,
        "مهلت، چه نخستین و چه تغییریافته، پیش از شروع نیست.",
        "No due date, the first or a moved one, lies before the start.";
    "cancelled-and-finished" dates::cancelled_and_finished,
        "فعالیت لغوشده «پایان» ندارد.",
        "A cancelled activity has no `finished`.";
    "dependency-cycle" cycles::dependency_cycle,
        "هیچ فعالیتی پیش‌نیاز خودش نیست، چه یکراست و چه با واسطه.",
        "No activity waits for itself, directly or through others.";
    "status-without-date" dates::status_without_date,
        "«متوقف» و «لغوشده» تاریخ آغاز دارند.",
        "`paused` and `cancelled` say since when.";
    "done-without-finished" dates::done_without_finished,
        "«پایان‌یافته» تاریخ پایان دارد.",
        "`done` says on which day.";
    "registered-before-date" dates::registered_before_date,
        "هیچ گزارش و بازدیدی پیش از تاریخ خود ثبت نشده است.",
        "No report or visit is registered before its date.";
    "handover-before-registered" dates::handover_before_registered,
        "هیچ تغییر دستگاهی پیش از ثبت فعالیت نیست.",
        "No handover is dated before the activity was registered.";
    "finished-before-start" dates::finished_before_start,
        "پایان پیش از شروع نیست.",
        "Nothing is finished before its start.";
    "report-before-start" dates::report_before_start,
        "گزارش‌ها پیش از شروع فعالیت نیستند.",
        "No report is dated before its activity's start.";
    "milestone-outside-plan" dates::milestone_outside_plan,
        "مهلت مراحل میان شروع و مهلت فعالیت است.",
        "Milestones are due between the activity's start and due.";
    "milestones-before-due" dates::milestones_before_due,
        "با جابه‌جا شدن مهلت فعالیت، مهلت مراحل هم جابه‌جا می‌شود.",
        "Where an activity's due date moves, its milestones move with it.";
    "after-as-of" dates::after_as_of,
        "هیچ رکوردی پس از «تاریخ گزارش» ثابت site.yml تاریخ ندارد.",
        "No record is dated after the fixed `as_of` of site.yml.";
    "measure-without-rows" measures::measure_without_rows,
        "سنجه چیزی را نام می‌برد که فعالیت دارد.",
        "`measure` names something that the activity has.";
    "goal-met-already" measures::goal_met_already,
        "پایهٔ شاخص از آغاز به هدف نرسیده است.",
        "An indicator's baseline doesn't meet its target from the start.";
    "target-is-baseline" measures::target_is_baseline,
        "هدف شاخص با پایهٔ آن یکی نیست، مگر «جهت» داشته باشد.",
        "An indicator's target differs from its baseline, unless it has a direction.";
    "finding-elsewhere" measures::finding_elsewhere,
        "یافته‌های بازدید دربارهٔ فعالیت‌های همان محله‌اند.",
        "A visit's findings are about activities of its neighborhood.";
    "spent-over-planned" money::spent_over_planned,
        "هزینه‌کرد از مصوب بیشتر نیست.",
        "No more is spent than planned.";
}

/// Holds the records against every rule.
pub fn check(facts: &Facts<'_>) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for rule in RULES {
        (rule.check)(facts, &mut out);
    }
    out
}

/// A finding about a field of a record, by the record's place and the field's path.
fn finding(
    code: &'static Code,
    at: &Place,
    field: impl Into<String>,
    (fa, en): (impl Into<String>, impl Into<String>),
    (hint_fa, hint_en): (&str, &str),
) -> Diagnostic {
    Diagnostic::new(code, at.clone(), fa, en).field(field).hint(hint_fa, hint_en)
}

/// The reschedule that is in force in the end: the latest by date; of several on one day the last (F4, F10).
fn last_reschedule(activity: &Activity) -> Option<&Reschedule> {
    activity.reschedules.iter().max_by_key(|reschedule| reschedule.date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_kebab_and_unique() {
        let mut names: Vec<_> = RULES.iter().map(|rule| rule.name).collect();
        assert!(names.iter().all(|name| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')));
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), RULES.len());
    }
}
