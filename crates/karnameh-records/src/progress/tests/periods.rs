//! Tests of the quarterly reports and of the changes since the month-end: their days, and what is known on each.
//!
//! T is 15 Dey 1404. Day −15 is the end of Azar, day −104 begins the third quarter, day −291 ends the previous year.

use super::super::testing::{DecisionDraft, Records, activity, day};
use super::super::{History, Quarter, history, measure, previous_month_end};
use crate::config::Thresholds;
use crate::model::Idx;

fn told(records: Records) -> History {
    let edition = records.cut(0);
    let thresholds = Thresholds::default();
    history(&edition, &thresholds, &measure(&edition, &thresholds))
}

#[test]
fn a_month_ends_before_each_of_its_days() {
    assert_eq!([-15, -14, 0].map(|offset| previous_month_end(day(offset))), [day(-45), day(-15), day(-15)]);
}

#[test]
fn quarters_run_from_the_first_event_to_that_of_the_report() {
    let quarters = told(Records::new().with(activity("a").report(-200, 10.0))).quarters;
    let names: Vec<_> = quarters.iter().map(|quarter| (quarter.year, quarter.number)).collect();
    assert_eq!(names, [(1404, 1), (1404, 2), (1404, 3), (1404, 4)]);
    let ends: Vec<_> = quarters.iter().map(|quarter| (quarter.first, quarter.at.day)).collect();
    let day = |from, to| (day(from), day(to));
    assert_eq!(ends, [day(-290, -198), day(-197, -105), day(-104, -15), day(-14, 0)]);
    assert_eq!(quarters.iter().map(Quarter::is_over).collect::<Vec<_>>(), [true, true, true, false]);
}

#[test]
fn without_an_event_there_are_no_quarters() {
    // Plans are not events.
    assert!(told(Records::new().with(activity("a").start(-100).due(100))).quarters.is_empty());
    assert!(told(Records::new().with(activity("a").report(1, 10.0))).quarters.is_empty());
}

#[test]
fn a_quarter_is_told_by_what_was_known_at_its_end() {
    let records = Records::new().with(activity("a").report(-100, 20.0).report(-10, 50.0));
    let quarters = told(records).quarters;
    let actual = |at: usize| {
        let quarter = &quarters[at];
        [&quarter.year_before, &quarter.before, &quarter.at].map(|snapshot| snapshot.site.actual.value)
    };
    assert_eq!(actual(0), [None, None, Some(20.0)]);
    assert_eq!(actual(1), [None, Some(20.0), Some(50.0)]);
    assert_eq!(quarters[1].at.neighborhoods[0].actual.value, Some(50.0));
}

#[test]
fn events_count_in_the_quarter_and_since_the_year_began() {
    let done = DecisionDraft { done: Some(-3), ..DecisionDraft::default() };
    let records = Records::new()
        .with(activity("a").finished(-120))
        .with(activity("b").finished(-9))
        .with(activity("c").finished(-5).registered(-300))
        .visit("v1", -291, "n", &[])
        .visit("v2", -290, "n", &[])
        .visit("v3", 0, "n", &[])
        .meeting("m", -20, [done]);
    let quarters = told(records).quarters;
    let last = &quarters[quarters.len() - 1];
    assert_eq!((last.events.done, last.year_events.done), (2, 3));
    assert_eq!((last.events.visits, last.year_events.visits), (1, 2));
    assert_eq!((last.events.meetings, last.year_events.meetings), (0, 1));
    assert_eq!((last.events.decisions_made, last.events.decisions_done), (0, 1));
    // Latest first.
    assert_eq!(last.finished, [2, 1].map(Idx::new));
}

#[test]
fn at_most_forty_quarters_are_told_the_latest() {
    let quarters = told(Records::new().with(activity("a").report(-20_000, 10.0))).quarters;
    assert_eq!(quarters.len(), 40);
    assert_eq!((quarters[0].year, quarters[0].number), (1395, 1));
    assert_eq!(quarters[39].at.day, day(0));
}
