//! Tests of F27: changes between two days.

use super::super::testing::{DecisionDraft, Draft, Records, activity, day};
use super::super::{Changes, DueMove, LeadMove, ProgressMove, changes, measure, measure_earlier};
use crate::config::Thresholds;
use crate::model::{DecisionRef, Edition, Idx, Status};

/// From a day to T.
fn between(edition: &Edition, from: i32) -> Changes {
    let thresholds = Thresholds::default();
    let before = measure_earlier(edition, &thresholds, day(from));
    changes(edition, &before, &measure(edition, &thresholds))
}

/// Returns the changes from day −15 (the end of Azar) to T.
fn since_last_month(records: Records) -> Changes {
    between(&records.cut(0), -15)
}

fn of(draft: Draft) -> Changes {
    since_last_month(Records::new().with(draft))
}

#[test]
fn f27_progress_moved_where_a_is_another_and_known() {
    let moved = |draft| of(draft).progress;
    let at = |before, after| [ProgressMove { activity: Idx::new(0), before, after }];
    assert_eq!(moved(activity("a").report(-15, 20.0).report(-14, 35.0)), at(Some(20.0), 35.0));
    assert_eq!(moved(activity("a").report(-9, 35.0)), at(None, 35.0));
    assert_eq!(moved(activity("a").report(-15, 20.0).report(0, 10.0)), at(Some(20.0), 10.0));
    assert_eq!(moved(activity("a").report(-15, 20.0).report(-3, 20.0)), []);
    assert_eq!(moved(activity("a").report(-15, 20.0).report(1, 30.0)), []);
    // Started without a report: 0 became unknown.
    assert_eq!(moved(activity("a").start(-5).report(3, 30.0)), []);
}

#[test]
fn f27_newly_done_and_newly_overdue() {
    let done = |draft| of(draft).done.len();
    assert_eq!([-15, -14, 0, 1].map(|finished| done(activity("a").finished(finished))), [0, 1, 1, 0]);
    assert_eq!(done(activity("a").status(Status::Done)), 0);
    assert_eq!(done(activity("a").status(Status::Done).registered(-3)), 1);
    let overdue = |due| of(activity("a").due(due)).overdue.len();
    assert_eq!([-16, -15, -1, 0].map(overdue), [0, 1, 1, 0]);
}

#[test]
fn f27_new_are_those_registered_between_the_days() {
    let new = |registered| of(activity("a").registered(registered)).new.len();
    assert_eq!([-15, -14, 0, 1].map(new), [0, 1, 1, 0]);
    assert_eq!(of(activity("a")).new.len(), 0);
    // A new activity cannot be compared with the earlier day.
    let fresh = of(activity("a").registered(-5).report(-4, 10.0).due(9).reschedule(-3, 12));
    assert_eq!((fresh.progress.len(), fresh.dues.len(), fresh.new.len()), (0, 0, 1));
}

#[test]
fn f27_dates_moved_by_reschedules_between_the_days() {
    let moved = of(activity("a").due(5).reschedule(-20, 8).reschedule(-14, 30)).dues;
    assert_eq!(moved, [DueMove { activity: Idx::new(0), before: Some(day(8)), after: Some(day(30)) }]);
    assert_eq!(of(activity("a").due(5).reschedule(-15, 8).reschedule(1, 30)).dues, []);
    assert_eq!(of(activity("a").due(5).reschedule(-9, 8).reschedule(-3, 5)).dues, []);
}

#[test]
fn f27_visits_and_decisions_between_the_days() {
    let decision = |done| DecisionDraft { done, ..DecisionDraft::default() };
    let records = Records::new()
        .visit("v1", -15, "n", &[])
        .visit("v2", -14, "n", &[])
        .visit("v3", 0, "n", &[])
        .visit("v4", 1, "n", &[])
        .meeting("m1", -15, [decision(Some(-15)), decision(Some(-14)), decision(None), decision(Some(1))])
        .meeting("m2", 0, [decision(Some(-20)), decision(None)])
        .meeting("m3", 1, [decision(Some(0))]);
    let changes = since_last_month(records);
    let decision = |meeting, position| DecisionRef { meeting: Idx::new(meeting), position };
    assert_eq!(changes.visits, [1, 2].map(Idx::new));
    assert_eq!(changes.decisions_made, [decision(1, 0), decision(1, 1)]);
    assert_eq!(changes.decisions_done, [decision(0, 1), decision(1, 0)]);
}

#[test]
fn f27_between_a_day_and_itself_nothing_changed() {
    let records =
        Records::new().with(activity("a").report(0, 10.0).registered(0)).visit("v", 0, "n", &[]).cut(0);
    let none = between(&records, 0);
    assert_eq!((none.progress.len(), none.new.len(), none.visits.len()), (0, 0, 0));
}

#[test]
fn f27_handovers_and_corrections_known_between_the_days() {
    let handed = |date| of(activity("a").lead("g1").handover(date, "g2")).handovers;
    let moved = LeadMove { activity: Idx::new(0), before: Some(Idx::new(0)), after: Some(Idx::new(1)) };
    assert_eq!([handed(-15), handed(-14), handed(0), handed(1)], [vec![], vec![moved], vec![moved], vec![]]);
    assert_eq!(of(activity("a").lead("g1").handover(-9, "g2").handover(-3, "g1")).handovers, []);
    let corrected = |known| {
        of(activity("a").report(-30, 80.0).late_update(-30, Some(known), Some(8.0))).corrections.len()
    };
    assert_eq!([-15, -14, 0, 1].map(corrected), [0, 1, 1, 0]);
    // A report that came late corrects none, and a visit is new on the day on which it became known.
    assert_eq!(of(activity("a").late_update(-30, Some(-3), Some(8.0))).corrections, []);
    let late = Records::new().late_visit("v", -30, Some(-3), "n", &[]);
    assert_eq!(since_last_month(late).visits, [Idx::new(0)]);
}
