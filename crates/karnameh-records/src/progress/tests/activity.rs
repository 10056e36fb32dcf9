//! Tests of F2–F18: figures of one activity.

use super::super::State;
use super::super::plan::PlanBasis;
use super::super::testing::{Draft, Records, activity, day, indicator, milestone, weighed_milestone};
use super::{figures, figures_on, measured};
use crate::model::{Direction, Goal, Measure, Status};

/// An activity from ten days before T to ten days after it, so that P = 50 at T.
fn half_way() -> Draft {
    activity("a").start(-10).due(10)
}

/// By what its plan goes on T.
fn basis(draft: Draft) -> PlanBasis {
    let edition = Records::new().with(draft).cut(0);
    super::super::plan::plan_basis(&edition.activities[0], day(0))
}

// F2

#[test]
fn f2_an_activity_exists_from_the_day_of_its_registration_on() {
    let exists = |registered| {
        !measured(Records::new().with(activity("a").registered(registered)), 0).activities.is_empty()
    };
    assert!(exists(-1));
    assert!(exists(0));
    assert!(!exists(1));
}

#[test]
fn f2_start_and_due_are_plans_and_exist_before_they_come() {
    let figures = figures(activity("a").start(5).due(9));
    assert_eq!(figures.due, Some(day(9)));
    assert_eq!(figures.planned, Some(0.0));
}

#[test]
fn f2_events_after_t_do_not_exist() {
    let later =
        half_way().measure(Measure::Reported).report(-3, 20.0).report(1, 90.0).reschedule(1, 40).finished(2);
    let figures = measured(Records::new().with(later).visit("v", 1, "n", &[("a", Some(80.0))]), 0);
    let of = &figures.activities[0];
    assert_eq!(of.actual, Some(20.0));
    assert_eq!(of.due, Some(day(10)));
    assert!(!of.completed);
    assert_eq!(of.verified, None);
    assert_eq!(of.last_finding, None);
    assert_eq!(of.last_report, Some(day(-3)));
}

#[test]
fn f2_a_late_report_exists_from_its_registration_on() {
    let late = || half_way().report(-9, 10.0).late_update(-8, Some(-2), Some(70.0));
    assert_eq!(figures_on(late(), -3).actual, Some(10.0));
    assert_eq!(figures_on(late(), -2).actual, Some(70.0));
    // F17: the date of the report counts, not that of its registration.
    assert_eq!(figures(late()).last_report, Some(day(-8)));
    assert_eq!(figures_on(late(), -3).last_report, Some(day(-9)));
}

#[test]
fn f2_milestones_values_and_visits_come_late_too() {
    let milestones = [milestone(None, None), milestone(None, Some(-1))];
    let draft = || half_way().milestones(milestones.clone()).milestone_report(0, -8, Some(-2));
    assert_eq!(figures_on(draft(), -3).actual, None);
    assert_eq!(figures_on(draft(), -2).actual, Some(50.0));
    assert_eq!(figures(draft()).actual, Some(100.0));
    let measured_late =
        half_way().indicator(indicator(0.0, 10.0, None, &[(-9, 1.0)])).value_report(0, -8, Some(-2), 5.0);
    assert_eq!(figures_on(measured_late.clone(), -3).achievements, [Some(0.1)]);
    assert_eq!(figures(measured_late).achievements, [Some(0.5)]);
    let visited = || {
        Records::new().with(half_way().report(-9, 40.0)).late_visit(
            "v",
            -8,
            Some(-2),
            "n",
            &[("a", Some(30.0))],
        )
    };
    assert_eq!(measured(visited(), -3).activities[0].verified, None);
    let verified = measured(visited(), 0).activities[0].verified.unwrap();
    assert_eq!((verified.day, verified.gap), (day(-8), Some(-10.0)));
    assert_eq!(measured(visited(), -3).groups.site.last_visit, None);
    assert_eq!(measured(visited(), 0).groups.site.last_visit, Some(day(-8)));
}

// F3

#[test]
fn f3_a_status_holds_from_its_day_on() {
    let paused = |since| figures(half_way().status_since(Status::Paused, since)).status;
    assert_eq!(paused(0), Status::Paused);
    assert_eq!(paused(1), Status::Active);
}

#[test]
fn f3_a_status_without_a_day_holds_at_every_t() {
    assert_eq!(figures_on(half_way().status(Status::Paused), -1000).status, Status::Paused);
}

#[test]
fn f3_an_absent_status_is_active_from_the_start_on_else_planned() {
    assert_eq!(figures(activity("a").start(0)).status, Status::Active);
    assert_eq!(figures(activity("a").start(1)).status, Status::Planned);
    assert_eq!(figures(activity("a")).status, Status::Planned);
}

// F4

#[test]
fn f4_of_reports_of_one_date_the_last_in_the_file_counts() {
    assert_eq!(figures(half_way().report(-2, 30.0).report(-2, 10.0)).actual, Some(10.0));
}

#[test]
fn f4_of_reports_of_one_date_the_one_registered_last_counts() {
    // The correction stands before what it corrects.
    let draft = half_way().late_update(-5, Some(-1), Some(8.0)).report(-5, 80.0);
    assert_eq!(figures_on(draft.clone(), -2).actual, Some(80.0));
    assert_eq!(figures(draft.clone()).actual, Some(8.0));
    let [correction, first] = &draft.activity.updates[..] else { panic!("two reports") };
    let date = |update: Option<&crate::model::Update>| update.map(|of| of.progress.unwrap().get());
    assert_eq!(date(draft.activity.corrected_by(correction)), Some(80.0));
    assert_eq!(date(draft.activity.correction_of(first)), Some(8.0));
    assert!(draft.activity.corrected_by(first).is_none());
    assert!(draft.activity.correction_of(correction).is_none());
}

#[test]
fn f4_a_later_date_counts_though_it_stands_earlier_in_the_file() {
    // The report inside the record comes first in the list; the older one from `updates/` follows.
    assert_eq!(figures(half_way().report(-1, 30.0).report(-2, 10.0)).actual, Some(30.0));
}

#[test]
fn f4_of_inline_and_folder_reports_of_one_date_the_folder_counts() {
    // `content` puts the reports inside the record first.
    assert_eq!(figures(half_way().report(-2, 30.0).report(-1, 40.0).report(-1, 45.0)).actual, Some(45.0));
}

#[test]
fn f4_of_values_and_reschedules_of_one_date_the_last_counts() {
    let values = half_way().indicator(indicator(0.0, 10.0, None, &[(-2, 5.0), (-2, 2.0)]));
    assert_eq!(figures(values).achievements, [Some(0.2)]);
    assert_eq!(figures(half_way().reschedule(-2, 30).reschedule(-2, 20)).due, Some(day(20)));
}

#[test]
fn f4_of_findings_of_one_date_the_last_counts() {
    let visits = Records::new().with(half_way().report(-9, 50.0)).visit("v1", -1, "n", &[("a", Some(10.0))]);
    let figures = measured(visits.visit("v2", -1, "n", &[("a", Some(60.0)), ("a", Some(55.0))]), 0);
    assert_eq!(figures.activities[0].verified.unwrap().progress.to_string(), "55");
}

// F6

#[test]
fn f6_completed_on_the_day_it_finished_and_not_before() {
    assert!(figures(activity("a").finished(0)).completed);
    assert!(!figures(activity("a").finished(1)).completed);
}

#[test]
fn f6_done_without_a_finish_is_completed_where_the_status_holds() {
    assert!(figures(activity("a").status(Status::Done)).completed);
    assert!(figures(activity("a").status_since(Status::Done, 0)).completed);
    assert!(!figures(activity("a").status_since(Status::Done, 1)).completed);
}

#[test]
fn f6_done_with_a_finish_after_t_is_not_completed() {
    assert!(!figures(activity("a").status(Status::Done).finished(1)).completed);
}

// F7

#[test]
fn f7_the_measure_given_wins() {
    let both = activity("a").start(-9).milestones([milestone(None, None)]).report(-1, 40.0);
    assert_eq!(figures(both.clone().measure(Measure::Milestones)).actual, Some(0.0));
    assert_eq!(figures(both.measure(Measure::Reported)).actual, Some(40.0));
}

#[test]
fn f7_reports_come_before_milestones() {
    let both = activity("a").start(-9).milestones([milestone(None, None), milestone(None, None)]);
    assert_eq!(figures(both.clone()).measure, Some(Measure::Milestones));
    let reported = figures(both.report(-1, 60.0));
    assert_eq!((reported.measure, reported.actual), (Some(Measure::Reported), Some(60.0)));
}

#[test]
fn f7_what_is_typed_beside_the_measure_is_kept() {
    let half = || activity("a").start(-9).milestones([milestone(None, Some(-2)), milestone(None, None)]);
    assert_eq!(figures(half()).beside, None);
    assert_eq!(figures(half().report(-1, 80.0)).beside, Some((Measure::Milestones, 50.0)));
    let by_milestones = half().report(-1, 80.0).measure(Measure::Milestones);
    assert_eq!(figures(by_milestones).beside, Some((Measure::Reported, 80.0)));
    // Milestones of which none is done don't contradict a report.
    let none_done = activity("a").milestones([milestone(None, None)]).report(-1, 80.0);
    assert_eq!(figures(none_done).beside, None);
}

#[test]
fn f7_reported_needs_a_report_with_progress() {
    assert_eq!(figures(activity("a").update(-1, None)).measure, None);
    assert_eq!(figures(activity("a").update(-1, Some(0.0))).measure, Some(Measure::Reported));
}

#[test]
fn f7_indicators_that_can_have_an_achievement_need_no_value_yet() {
    assert_eq!(
        figures(activity("a").indicator(indicator(0.0, 9.0, None, &[]))).measure,
        Some(Measure::Indicators)
    );
    assert_eq!(figures(activity("a").indicator(indicator(0.0, None, None, &[(-1, 2.0)]))).measure, None);
    assert_eq!(figures(activity("a").indicator(indicator(9.0, 9.0, None, &[(-1, 9.0)]))).measure, None);
}

#[test]
fn f7_a_later_first_report_makes_a_unknown_where_indicators_had_given_a_figure() {
    let by_indicators = activity("a").start(-9).indicator(indicator(0.0, 10.0, None, &[(-1, 5.0)]));
    assert_eq!(figures(by_indicators.clone()).actual, Some(50.0));
    let later = figures(by_indicators.report(5, 70.0));
    assert_eq!(later.measure, Some(Measure::Reported));
    assert_eq!(later.actual, None);
}

#[test]
fn f7_a_measure_without_its_rows_is_told() {
    let lacking = |measure| activity("a").measure(measure).activity.measure_lacks_rows();
    assert!(lacking(Measure::Milestones) && lacking(Measure::Reported) && lacking(Measure::Indicators));
    assert!(!activity("a").activity.measure_lacks_rows());
    assert!(!activity("a").measure(Measure::Reported).report(9, 1.0).activity.measure_lacks_rows());
}

// F8

#[test]
fn f8_milestones_count_by_weight_on_the_day_they_are_done() {
    let milestones = [
        weighed_milestone(1.0, None, Some(0)),
        weighed_milestone(2.0, None, Some(1)),
        weighed_milestone(2.0, None, None),
    ];
    assert_eq!(figures(activity("a").milestones(milestones.clone())).actual, Some(20.0));
    assert_eq!(figures_on(activity("a").milestones(milestones), 1).actual, Some(60.0));
}

#[test]
fn f8_milestones_none_of_which_is_done_are_unknown_without_a_report() {
    let none_done = || half_way().milestones([milestone(None, None)]);
    assert_eq!(figures(none_done()).actual, None);
    assert_eq!(figures(none_done()).state, State::Unreported);
    // Not −0 either, since data files would contain it.
    let nought = figures(none_done().update(-1, None)).actual;
    assert_eq!(nought.map(f64::to_bits), Some(0.0_f64.to_bits()));
    let seen = measured(Records::new().with(none_done()).visit("v", -1, "n", &[("a", None)]), 0);
    assert_eq!(seen.activities[0].actual, Some(0.0));
    let before_start = figures(activity("a").start(1).milestones([milestone(None, None)]));
    assert_eq!((before_start.actual, before_start.reported), (Some(0.0), None));
}

#[test]
fn f8_all_milestones_are_a_hundred_whatever_the_weights() {
    let weights = [0.1, 0.2, 0.3, 0.7, 1e-3, 3e5];
    let done = weights.map(|weight| weighed_milestone(weight, None, Some(-1)));
    assert_eq!(figures(activity("a").milestones(done)).actual, Some(100.0));
}

#[test]
fn f8_reported_takes_the_latest_report_that_carries_progress() {
    assert_eq!(figures(half_way().report(-5, 35.0).update(-1, None)).actual, Some(35.0));
    assert_eq!(figures(half_way().report(-5, 35.0).report(-1, 20.0)).actual, Some(20.0));
}

#[test]
fn f8_indicators_are_clamped_one_by_one_and_averaged() {
    let draft = half_way()
        .indicator(indicator(0.0, 100.0, None, &[(-1, 150.0)]))
        .indicator(indicator(100.0, 0.0, None, &[(-1, 120.0)]))
        .indicator(indicator(10.0, 20.0, None, &[(-1, 15.0)]))
        .indicator(indicator(10.0, 20.0, None, &[]));
    let figures = figures(draft);
    assert_eq!(figures.achievements, [Some(1.5), Some(-0.2), Some(0.5), None]);
    assert_eq!(figures.actual, Some(50.0));
}

#[test]
fn f8_where_the_measure_gives_nothing_a_is_0_before_the_start_and_unknown_from_it_on() {
    let silent = |start| figures(activity("a").start(start).due(30).report(5, 50.0)).actual;
    assert_eq!(silent(1), Some(0.0));
    assert_eq!(silent(0), None);
    assert_eq!(figures(activity("a").measure(Measure::Milestones).start(1)).actual, Some(0.0));
    assert_eq!(figures(activity("a").measure(Measure::Milestones)).actual, None);
    assert_eq!(figures(activity("a").start(1).indicator(indicator(0.0, 1.0, None, &[]))).actual, Some(0.0));
}

#[test]
fn f8_without_a_measure_a_is_unknown_before_the_start_too() {
    assert_eq!(figures(activity("a").start(1).due(9)).actual, None);
}

#[test]
fn f8_completed_is_a_hundred_whatever_was_reported() {
    assert_eq!(figures(half_way().report(-1, 60.0).finished(0)).actual, Some(100.0));
    assert_eq!(figures(activity("a").status(Status::Done)).actual, Some(100.0));
}

// F10

#[test]
fn f10_the_latest_reschedule_up_to_t_gives_the_due_and_the_slippage() {
    let moved = activity("a").due(10).reschedule(-5, 40).reschedule(-9, 20).reschedule(1, 90);
    let figures = figures(moved);
    assert_eq!(figures.due, Some(day(40)));
    assert_eq!(figures.slippage_days, Some(30));
}

#[test]
fn f10_a_reschedule_counts_on_its_own_day() {
    assert_eq!(figures(activity("a").due(10).reschedule(0, 12)).slippage_days, Some(2));
}

#[test]
fn f10_slippage_is_0_without_a_reschedule_negative_when_brought_forward_null_without_a_due() {
    assert_eq!(figures(activity("a").due(10)).slippage_days, Some(0));
    assert_eq!(figures(activity("a").due(10).reschedule(-1, 4)).slippage_days, Some(-6));
    let set_late = figures(activity("a").reschedule(-1, 4));
    assert_eq!((set_late.due, set_late.slippage_days), (Some(day(4)), None));
}

// F11

#[test]
fn f11_planned_needs_start_and_due() {
    assert_eq!(figures(activity("a").start(-1)).planned, None);
    assert_eq!(figures(activity("a").due(1)).planned, None);
    assert_eq!(figures(activity("a").start(-1).reschedule(-1, 1)).planned, Some(50.0));
    assert_eq!(figures(activity("a").start(-1).reschedule(1, 1)).planned, None);
}

#[test]
fn f11_planned_is_0_before_the_start_and_on_it_100_on_the_due_and_after() {
    let on = |offset| figures_on(activity("a").start(0).due(4), offset).planned;
    assert_eq!([-1, 0, 1, 3, 4, 5].map(on), [0.0, 0.0, 25.0, 75.0, 100.0, 100.0].map(Some));
}

#[test]
fn f11_where_start_is_due_the_plan_jumps_on_the_day() {
    let on = |offset| figures_on(activity("a").start(0).due(0), offset).planned;
    assert_eq!([-1, 0, 1].map(on), [0.0, 100.0, 100.0].map(Some));
}

#[test]
fn f11_dated_milestones_give_the_plan_by_weight() {
    let dated = half_way().milestones([
        weighed_milestone(1.0, Some(-10), None),
        weighed_milestone(2.0, Some(0), None),
        weighed_milestone(1.0, Some(8), None),
    ]);
    assert_eq!(figures_on(dated.clone(), -11).planned, Some(0.0));
    assert_eq!(figures_on(dated.clone(), -10).planned, Some(25.0));
    assert_eq!(figures_on(dated.clone(), -1).planned, Some(25.0));
    assert_eq!(figures_on(dated.clone(), 0).planned, Some(75.0));
    assert_eq!(figures_on(dated, 9).planned, Some(100.0));
}

#[test]
fn f11_one_milestone_without_a_due_and_the_plan_goes_by_days() {
    let undated = half_way().milestones([milestone(Some(-9), None), milestone(None, None)]);
    assert_eq!(basis(undated.clone()), PlanBasis::DaysForUndatedMilestones);
    assert_eq!(figures(undated).planned, Some(50.0));
}

#[test]
fn f11_dated_milestones_of_another_measure_do_not_count() {
    let reported = half_way().measure(Measure::Reported).milestones([milestone(Some(-9), None)]);
    assert_eq!(basis(reported.clone()), PlanBasis::Days);
    assert_eq!(figures(reported).planned, Some(50.0));
    assert_eq!(figures(half_way().measure(Measure::Milestones)).planned, Some(50.0));
}

#[test]
fn f11_after_a_reschedule_milestones_count_only_where_the_last_reaches_the_new_due() {
    let milestones = || half_way().milestones([milestone(Some(-9), None), milestone(Some(10), None)]);
    assert_eq!(figures(milestones()).planned, Some(50.0));
    // Postponed from day 10 to 30 without new milestone dates: 10 of 40 days.
    let outdated = milestones().reschedule(-1, 30);
    assert_eq!(basis(outdated.clone()), PlanBasis::DaysForOutdatedMilestones);
    assert_eq!(figures(outdated).planned, Some(25.0));
    // The reschedule is not in force yet.
    assert_eq!(figures(milestones().reschedule(1, 30)).planned, Some(50.0));
    // The last milestone is due on the new due date, although it is not last in the list.
    let again =
        half_way().milestones([milestone(Some(30), None), milestone(Some(-9), None)]).reschedule(-1, 30);
    assert_eq!(basis(again.clone()), PlanBasis::Milestones);
    assert_eq!(figures(again).planned, Some(50.0));
    // Brought forward: the last milestone is due after the new due date.
    assert_eq!(figures(milestones().reschedule(-1, 5)).planned, Some(50.0));
}

#[test]
fn f11_without_a_reschedule_milestones_count_though_the_last_is_due_before_the_end() {
    assert_eq!(figures(half_way().milestones([milestone(Some(-9), None)])).planned, Some(100.0));
}

// F12

#[test]
fn f12_the_first_state_that_holds() {
    let state = |draft| figures(draft).state;
    let late = || activity("a").start(-20).due(-1).report(-2, 50.0);
    assert_eq!(state(late().status(Status::Cancelled)), State::Cancelled);
    assert_eq!(state(late().status(Status::Done)), State::Done);
    assert_eq!(state(late().status(Status::Paused).finished(-1)), State::Done);
    assert_eq!(state(late().status(Status::Paused)), State::Paused);
    assert_eq!(state(late()), State::Overdue);
    assert_eq!(state(activity("a").start(-20).report(-2, 50.0)), State::Unscheduled);
    assert_eq!(state(activity("a").start(5).due(9)), State::NotStarted);
    assert_eq!(state(half_way()), State::Unreported);
    assert_eq!(state(half_way().report(-1, 20.0)), State::Behind);
    assert_eq!(state(half_way().report(-1, 80.0)), State::Ahead);
    assert_eq!(state(half_way().report(-1, 50.0)), State::OnTrack);
}

#[test]
fn f12_on_the_due_day_itself_it_is_not_yet_overdue() {
    let on_the_day = |offset| figures_on(activity("a").start(-10).due(0).report(-1, 95.0), offset);
    assert_eq!(on_the_day(0).state, State::OnTrack);
    assert_eq!(on_the_day(1).state, State::Overdue);
}

#[test]
fn f12_overdue_needs_no_start_and_no_report() {
    assert_eq!(figures(activity("a").due(-1)).state, State::Overdue);
}

#[test]
fn f12_a_postponed_one_is_not_overdue() {
    assert_eq!(figures(activity("a").start(-10).due(-1).reschedule(-2, 5)).state, State::Unreported);
    assert_eq!(figures(activity("a").start(-10).due(5).reschedule(-2, -1)).state, State::Overdue);
    assert_eq!(figures(activity("a").start(-10).due(-1).reschedule(1, 5)).state, State::Overdue);
}

#[test]
fn f12_not_started_is_before_the_start_only_and_only_without_progress() {
    assert_eq!(figures(activity("a").start(1).due(9).report(-1, 0.0)).state, State::NotStarted);
    assert_eq!(figures(activity("a").start(0).due(9).report(-1, 0.0)).state, State::OnTrack);
    assert_eq!(figures(activity("a").start(0).due(9)).state, State::Unreported);
    // Progress before the start counts by its size.
    assert_eq!(figures(activity("a").start(1).due(9).report(-1, 10.0)).state, State::OnTrack);
    assert_eq!(figures(activity("a").start(1).due(9).report(-1, 16.0)).state, State::Ahead);
}

#[test]
fn f12_exactly_the_tolerance_is_on_track() {
    let at = |progress| figures(half_way().report(-1, progress)).state;
    assert_eq!(at(35.0), State::OnTrack);
    assert_eq!(at(34.99), State::Behind);
    assert_eq!(at(65.0), State::OnTrack);
    assert_eq!(at(65.01), State::Ahead);
}

#[test]
fn f12_a_hundred_without_an_end_says_so() {
    let full = |draft: Draft| figures(draft.report(-1, 100.0)).is_full_but_open();
    assert!(full(half_way()));
    assert!(full(activity("a").start(-9).due(-1)));
    assert!(!full(half_way().finished(0)));
    assert!(!full(half_way().status(Status::Cancelled)));
    assert!(!figures(half_way().report(-1, 99.9)).is_full_but_open());
}

#[test]
fn f12_the_tolerance_is_a_setting() {
    let strict = crate::config::Thresholds { tolerance: 0.0, ..Default::default() };
    let edition = Records::new().with(half_way().report(-1, 49.0)).cut(0);
    let figures = super::super::measure(&edition, &strict);
    assert_eq!(figures.activities[0].state, State::Behind);
}

// F13

#[test]
fn f13_days_overdue_are_counted_from_the_due_in_force_and_only_where_overdue() {
    assert_eq!(figures(activity("a").due(-7)).days_overdue, 7);
    assert_eq!(figures(activity("a").due(-7).reschedule(-8, -2)).days_overdue, 2);
    assert_eq!(figures(activity("a").due(0)).days_overdue, 0);
    assert_eq!(figures(activity("a").due(-7).status(Status::Paused)).days_overdue, 0);
    assert_eq!(figures(activity("a").due(-7).finished(-1)).days_overdue, 0);
}

// F14

#[test]
fn f14_running_from_the_start_on_while_open() {
    let running = |draft| figures(draft).running;
    assert!(running(activity("a").start(0)));
    assert!(!running(activity("a").start(1)));
    assert!(!running(activity("a").start(1).status(Status::Active)));
    assert!(running(activity("a").status(Status::Active)));
    assert!(!running(activity("a")));
    assert!(!running(activity("a").status_since(Status::Active, 1)));
    assert!(!running(activity("a").start(-5).finished(0)));
    assert!(running(activity("a").start(-5).finished(1)));
    assert!(!running(activity("a").start(-5).status(Status::Paused)));
    assert!(!running(activity("a").start(-5).status(Status::Cancelled)));
    assert!(running(activity("a").start(-5).status_since(Status::Cancelled, 1)));
    assert!(running(activity("a").start(-5).due(-1)));
}

// F15

#[test]
fn f15_achievement_is_not_clamped_where_shown() {
    let achieved =
        |value| figures(activity("a").indicator(indicator(0.0, 100.0, None, &[(-1, value)]))).achievements;
    assert_eq!(achieved(113.0), [Some(1.13)]);
    assert_eq!(achieved(-9.0), [Some(-0.09)]);
}

#[test]
fn f15_a_target_below_the_baseline_counts_downwards() {
    let falling =
        |value| figures(activity("a").indicator(indicator(40.0, 20.0, None, &[(-1, value)]))).achievements[0];
    assert_eq!(falling(30.0), Some(0.5));
    assert_eq!(falling(50.0), Some(-0.5));
    assert_eq!(falling(10.0), Some(1.5));
    assert_eq!(falling(40.0).map(f64::to_bits), Some(0.0_f64.to_bits()));
}

#[test]
fn f15_the_latest_value_up_to_t_counts() {
    let values = [(-1, 4.0), (-5, 9.0), (1, 10.0)];
    assert_eq!(
        figures(activity("a").indicator(indicator(0.0, 10.0, None, &values))).achievements,
        [Some(0.4)]
    );
}

#[test]
fn f15_none_without_baseline_target_or_value() {
    let without = |baseline: Option<f64>, target: Option<f64>, values: &[(i32, f64)]| {
        figures(activity("a").indicator(indicator(baseline, target, Direction::Up, values))).achievements
    };
    assert_eq!(without(None, Some(5.0), &[(-1, 3.0)]), [None]);
    assert_eq!(without(Some(1.0), None, &[(-1, 3.0)]), [None]);
    assert_eq!(without(Some(1.0), Some(5.0), &[]), [None]);
    assert_eq!(without(Some(1.0), Some(5.0), &[(1, 3.0)]), [None]);
}

#[test]
fn f15_a_baseline_that_meets_its_target_is_to_be_kept() {
    let kept = |baseline, target, direction, value| {
        let figures =
            figures(activity("a").indicator(indicator(baseline, target, direction, &[(-1, value)])));
        figures.achievements[0]
    };
    assert_eq!(
        [kept(95.0, 90.0, Direction::Up, 90.0), kept(95.0, 90.0, Direction::Up, 89.0)],
        [Some(1.0), Some(0.0)]
    );
    assert_eq!(
        [kept(3.0, 5.0, Direction::Down, 5.0), kept(3.0, 5.0, Direction::Down, 6.0)],
        [Some(1.0), Some(0.0)]
    );
    assert_eq!(
        [kept(5.0, 5.0, Direction::Up, 5.0), kept(5.0, 5.0, Direction::Down, 9.0)],
        [Some(1.0), Some(0.0)]
    );
    // A target that is not met yet is approached as without a direction.
    assert_eq!(
        [kept(0.0, 10.0, Direction::Up, 5.0), kept(10.0, 0.0, Direction::Down, 5.0)],
        [Some(0.5), Some(0.5)]
    );
}

#[test]
fn f15_without_a_direction_a_target_equal_to_the_baseline_has_none() {
    assert_eq!(indicator(5.0, 5.0, None, &[]).goal(), None);
    assert_eq!(indicator(0.0, -0.0, None, &[]).goal(), None);
    let keep = Goal::Keep { target: 5.0, direction: Direction::Up };
    assert_eq!(indicator(5.0, 5.0, Direction::Up, &[]).goal(), Some(keep));
}

// F16

#[test]
fn f16_the_latest_finding_that_carries_progress_and_its_gap_on_the_visits_day() {
    let records = Records::new()
        .with(half_way().report(-8, 40.0).report(-2, 70.0))
        .visit("v1", -6, "n", &[("a", Some(10.0))])
        .visit("v2", -4, "n", &[("a", Some(20.0))])
        .visit("v3", -1, "n", &[("a", None)])
        .visit("v4", 1, "n", &[("a", Some(99.0))]);
    let figures = measured(records, 0);
    let of = &figures.activities[0];
    let verified = of.verified.unwrap();
    assert_eq!((verified.day, Some(verified.progress), verified.gap), (day(-4), Some(20.0), Some(-20.0)));
    assert!(verified.flagged);
    assert_eq!(of.last_finding, Some(day(-1)));
}

#[test]
fn f16_a_report_of_the_visits_own_day_counts_for_the_gap() {
    let records = Records::new().with(half_way().report(-4, 40.0)).visit("v", -4, "n", &[("a", Some(55.0))]);
    let verified = measured(records, 0).activities[0].verified.unwrap();
    assert_eq!((verified.gap, verified.flagged), (Some(15.0), false));
}

#[test]
fn f16_the_gap_is_unknown_where_a_was() {
    let gap = |draft: Draft| {
        let records = Records::new().with(draft).visit("v", -4, "n", &[("a", Some(55.0))]);
        let verified = measured(records, 0).activities[0].verified.unwrap();
        assert!(!verified.flagged || verified.gap.is_some());
        verified.gap
    };
    assert_eq!(gap(half_way().report(-3, 50.0)), None);
    // The activity did not exist on the visit's day.
    assert_eq!(gap(half_way().registered(-3).milestones([milestone(None, None)])), None);
    // Before the start A was 0, after the end it was 100.
    assert_eq!(gap(activity("a").start(-3).due(9).report(-2, 50.0)), Some(55.0));
    assert_eq!(gap(half_way().report(-9, 50.0).finished(-4)), Some(-45.0));
    assert_eq!(gap(half_way().report(-9, 50.0).finished(-3)), Some(5.0));
}

// F17

#[test]
fn f17_the_last_report_is_the_latest_of_what_was_heard() {
    let last = |draft: Draft| figures(draft).days_since_report;
    let heard = || activity("a").start(-90).report(-50, 10.0);
    assert_eq!(last(heard()), Some(50));
    assert_eq!(last(heard().update(-40, None)), Some(40));
    assert_eq!(last(heard().milestones([milestone(None, Some(-30))])), Some(30));
    assert_eq!(last(heard().indicator(indicator(None, None, None, &[(-20, 1.0), (3, 2.0)]))), Some(20));
    assert_eq!(last(heard().finished(-10)), Some(10));
    assert_eq!(last(activity("a").start(-90).registered(-90)), None);
    let visited = Records::new().with(heard()).visit("v", -5, "n", &[("a", None)]).visit("w", -2, "n", &[]);
    assert_eq!(measured(visited, 0).activities[0].days_since_report, Some(5));
}

#[test]
fn f17_stale_after_more_than_thirty_days_of_silence() {
    let stale = |draft: Draft| figures(draft).stale;
    assert!(!stale(activity("a").start(-90).report(-30, 10.0)));
    assert!(stale(activity("a").start(-90).report(-31, 10.0)));
    // Otherwise since the start, otherwise since the registration.
    assert!(!stale(activity("a").start(-30).registered(-90)));
    assert!(stale(activity("a").start(-31).registered(-2)));
    assert!(!stale(activity("a").status(Status::Active).registered(-30)));
    assert!(stale(activity("a").status(Status::Active).registered(-31)));
    assert!(stale(activity("a").status(Status::Active)));
}

#[test]
fn f17_only_what_runs_is_stale() {
    assert!(!figures(activity("a").start(-90).status(Status::Paused)).stale);
    assert!(!figures(activity("a").start(-90).finished(-60)).stale);
    assert!(!figures(activity("a")).stale);
}

// F18

#[test]
fn f18_programme_needs_words_and_a_milestone_or_indicator() {
    let programme = |draft: Draft| figures(draft).pillars.programme;
    assert!(!programme(activity("a").summary()));
    assert!(!programme(activity("a").milestones([milestone(None, None)])));
    assert!(programme(activity("a").summary().milestones([milestone(None, None)])));
    assert!(programme(activity("a").body().indicator(indicator(None, None, None, &[]))));
}

#[test]
fn f18_schedule_needs_start_and_due_responsibility_lead_and_person() {
    let pillars = |draft: Draft| figures(draft).pillars;
    assert!(pillars(half_way()).schedule);
    assert!(pillars(activity("a").start(0).reschedule(-1, 9)).schedule);
    assert!(!pillars(activity("a").start(0)).schedule);
    assert!(!pillars(activity("a").due(0)).schedule);
    assert!(pillars(activity("a").lead("g").responsible()).responsibility);
    assert!(!pillars(activity("a").lead("g")).responsibility);
    assert!(!pillars(activity("a").responsible()).responsibility);
}

// F28

#[test]
fn f28_a_threshold_forgives_what_floats_drift_by() {
    // 0.1 + 0.2 with total weight 1 gives 30.000000000000004, which must not count as more than 15 above 15.
    let drifting = activity("a").start(-3).due(17).milestones([
        weighed_milestone(0.1, None, Some(-1)),
        weighed_milestone(0.2, None, Some(-1)),
        weighed_milestone(0.7, None, None),
    ]);
    let of = figures(drifting);
    assert!(of.deviation().unwrap() > 15.0);
    assert_eq!(of.state, State::OnTrack);
    let behind = |progress| figures(half_way().report(-1, progress)).state;
    assert_eq!(behind(35.0 - 1e-10), State::OnTrack);
    assert_eq!(behind(35.0 - 1e-8), State::Behind);
}
