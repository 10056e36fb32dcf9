//! Tests of F26: the monthly series.

use super::super::testing::{Draft, Records, activity, day, milestone};
use super::super::{Series, SeriesPoint};
use super::measured;
use crate::model::Status;
use crate::persian::Day;

const T: i32 = 0;

fn jalali(year: i32, month: u32, day: u32) -> Day {
    Day::from_jalali(year, month, day).expect("a date that exists")
}

/// Returns the offset of a date from T.
fn at(year: i32, month: u32, of_month: u32) -> i32 {
    jalali(year, month, of_month).since(day(T))
}

fn series(drafts: impl IntoIterator<Item = Draft>) -> Series {
    measured(Records::new().with_all(drafts), T).groups.site.series
}

fn point(day: Day, actual: impl Into<Option<f64>>, planned: impl Into<Option<f64>>) -> SeriesPoint {
    let (actual, planned) = (actual.into(), planned.into());
    let deviation = actual.zip(planned).map(|(actual, planned): (f64, f64)| actual - planned);
    SeriesPoint { day, actual, planned, deviation }
}

#[test]
fn f26_month_ends_from_the_start_to_the_due_and_t_between() {
    // From 30 Mehr to 30 Bahman are 120 days.
    let one = activity("a")
        .start(at(1404, 7, 30))
        .due(at(1404, 11, 30))
        .report(at(1404, 8, 30), 20.0)
        .report(at(1404, 9, 1), 30.0)
        .report(at(1404, 10, 15), 45.0)
        .report(at(1404, 10, 16), 70.0);
    let points = series([one]).points;
    assert_eq!(
        points,
        [
            point(jalali(1404, 7, 30), None, 0.0),
            point(jalali(1404, 8, 30), 20.0, 25.0),
            point(jalali(1404, 9, 30), 30.0, 50.0),
            point(jalali(1404, 10, 15), 45.0, 62.5),
            point(jalali(1404, 10, 30), None, 75.0),
            point(jalali(1404, 11, 30), None, 100.0),
        ]
    );
}

#[test]
fn f26_where_t_is_a_months_end_there_is_one_point_with_both() {
    let records = Records::new().with(activity("a").start(at(1404, 9, 5)).report(at(1404, 9, 8), 10.0));
    let points = measured(records, at(1404, 9, 30)).groups.site.series.points;
    assert_eq!(points, [point(jalali(1404, 9, 30), 10.0, None)]);
}

#[test]
fn f26_the_deviation_is_that_of_members_with_both() {
    // One has both, one has no plan, one has not reported: the means are over different members.
    let both = activity("a").start(at(1404, 8, 1)).due(at(1404, 10, 30)).report(at(1404, 9, 1), 50.0);
    let unplanned = activity("b").report(at(1404, 9, 1), 95.0);
    let silent = activity("c").start(at(1404, 8, 1)).due(at(1404, 9, 30));
    let points = series([both, unplanned, silent]).points;
    let month = points.iter().find(|point| point.day == jalali(1404, 9, 30)).unwrap();
    let planned = 100.0 * 59.0 / 89.0;
    assert_eq!((month.actual, month.planned), (Some(72.5), Some(f64::midpoint(planned, 100.0))));
    assert_eq!(month.deviation, Some(50.0 - planned));
    let today = points.iter().find(|point| point.day == day(T)).unwrap();
    assert_eq!(today.deviation, Some(50.0 - 100.0 * 74.0 / 89.0));
}

#[test]
fn f26_earlier_months_use_what_was_known_then() {
    let moved = activity("a")
        .registered(at(1404, 8, 1))
        .start(at(1404, 7, 30))
        .due(at(1404, 9, 30))
        .reschedule(at(1404, 9, 10), at(1404, 11, 30));
    let planned: Vec<_> = series([moved]).points.iter().map(|point| point.planned).collect();
    // Not registered at the end of Mehr; 30 of 60 days in Aban; after the reschedule 60, 75, 90 and 120 of 120.
    assert_eq!(planned, [None, Some(50.0), Some(50.0), Some(62.5), Some(75.0), Some(100.0)]);
}

#[test]
fn f26_later_months_use_what_is_known_at_t() {
    let plan =
        || activity("a").start(at(1404, 7, 30)).due(at(1404, 11, 30)).milestones([milestone(None, Some(20))]);
    // A later reschedule, cancellation or milestone is not known yet.
    let surprised = plan().reschedule(1, at(1405, 6, 1)).status_since(Status::Cancelled, 2);
    assert_eq!(series([surprised]), series([plan()]));
    // One on T itself is known. From 30 Mehr 1404 to 30 Mehr 1405 are 365 days.
    let today: Vec<_> = series([plan().reschedule(T, at(1405, 7, 30))]).points;
    let planned = |point: &SeriesPoint| (point.day, point.planned);
    assert_eq!(planned(&today[2]), (jalali(1404, 9, 30), Some(50.0)));
    assert_eq!(planned(&today[4]), (jalali(1404, 10, 30), Some(100.0 * 90.0 / 365.0)));
    assert_eq!(today.last().map(planned), Some((jalali(1405, 7, 30), Some(100.0))));
}

#[test]
fn f26_a_cancelled_one_leaves_the_averages_on_its_day() {
    let kept = activity("a").start(at(1404, 7, 1)).report(at(1404, 7, 2), 10.0);
    let left = activity("b")
        .start(at(1404, 7, 1))
        .report(at(1404, 7, 2), 50.0)
        .status_since(Status::Cancelled, at(1404, 9, 30));
    let actual: Vec<_> = series([kept, left]).points.iter().filter_map(|point| point.actual).collect();
    assert_eq!(actual, [30.0, 30.0, 10.0, 10.0]);
}

#[test]
fn f26_every_group_goes_over_its_own_members_range() {
    let records = Records::new()
        .with(activity("a").at(&["n1"]).start(at(1404, 3, 1)).due(at(1404, 12, 1)))
        .with(activity("b").at(&["n2"]).registered(at(1404, 8, 3)).due(at(1404, 9, 1)))
        .with(activity("c").at(&["n3"]));
    let groups = measured(records, T).groups;
    let range = |series: &Series| (series.points[0].day, series.points[series.points.len() - 1].day);
    assert_eq!(range(&groups.site.series), (jalali(1404, 3, 31), jalali(1404, 12, 29)));
    assert_eq!(range(&groups.neighborhoods[0].series), (jalali(1404, 3, 31), jalali(1404, 12, 29)));
    assert_eq!(range(&groups.neighborhoods[1].series), (jalali(1404, 8, 30), jalali(1404, 10, 30)));
    // No member has a start: the series contains only T.
    assert_eq!(groups.neighborhoods[2].series.points, [point(day(T), None, None)]);
}

#[test]
fn f26_a_plan_that_lies_ahead_begins_after_t() {
    let points = series([activity("a").start(at(1405, 2, 1)).due(at(1405, 3, 31))]).points;
    let days: Vec<_> = points.iter().map(|point| point.day).collect();
    assert_eq!(days, [day(T), jalali(1405, 2, 31), jalali(1405, 3, 31)]);
    assert_eq!(points[0].planned, Some(0.0));
}

#[test]
fn f26_at_most_120_months_and_at_most_60_after_t() {
    let days = |from: i32, to: i32| -> Vec<Day> {
        let records = Records::new().with(activity("a").start(at(from, 1, 1)).due(at(to, 12, 1)));
        measured(records, at(1404, 10, 30)).groups.site.series.points.iter().map(|point| point.day).collect()
    };
    let ends = |days: Vec<Day>| (days.len(), days[0], days[days.len() - 1]);
    assert_eq!(ends(days(1390, 1404)), (120, jalali(1395, 1, 31), jalali(1404, 12, 29)));
    assert_eq!(ends(days(1404, 1420)), (70, jalali(1404, 1, 31), jalali(1409, 10, 30)));
    assert_eq!(ends(days(1390, 1420)), (120, jalali(1399, 11, 30), jalali(1409, 10, 30)));
    // The whole plan is beyond the limit.
    assert_eq!(ends(days(1415, 1420)), (1, jalali(1404, 10, 30), jalali(1404, 10, 30)));
}

#[test]
fn f26_of_a_shorter_group_the_years_before_the_sites_window_are_kept() {
    // The site ends 60 months ahead, so it begins 59 months back. The finished neighborhood begins 119 months back.
    let records = Records::new()
        .with(activity("a").at(&["n1"]).start(at(1395, 3, 1)).due(at(1396, 1, 1)).report(at(1395, 3, 2), 5.0))
        .with(activity("b").at(&["n2"]).start(at(1404, 1, 1)).due(at(1415, 1, 1)));
    let groups = measured(records, at(1404, 10, 30)).groups;
    let old = &groups.neighborhoods[0].series.points;
    assert_eq!((old.len(), old[0]), (116, point(jalali(1395, 3, 31), 5.0, old[0].planned)));
    assert_eq!(groups.site.series.points[0].day, jalali(1399, 11, 30));
    assert_eq!(groups.site.series.points.len(), 120);
}

#[test]
fn f26_a_correction_changes_no_month_end_before_it() {
    let corrected = activity("a").start(at(1404, 7, 1)).report(at(1404, 7, 20), 80.0).late_update(
        at(1404, 7, 20),
        Some(at(1404, 9, 5)),
        Some(8.0),
    );
    let actual: Vec<_> = series([corrected]).points.iter().map(|point| point.actual).collect();
    assert_eq!(actual, [Some(80.0), Some(80.0), Some(8.0), Some(8.0), None]);
}

#[test]
fn f26_an_agency_that_has_handed_everything_over_keeps_its_past() {
    let handed = activity("a")
        .lead("g1")
        .start(at(1404, 7, 1))
        .due(at(1404, 12, 29))
        .report(at(1404, 7, 20), 30.0)
        .handover(at(1404, 9, 10), "g2");
    let groups = measured(Records::new().with(handed), T).groups;
    let days = |series: &Series| series.points.iter().map(|point| point.day).collect::<Vec<_>>();
    assert!(groups.agencies[0].members.is_empty());
    assert_eq!(days(&groups.agencies[0].series), [jalali(1404, 7, 30), jalali(1404, 8, 30)]);
    assert_eq!(groups.agencies[1].members, [0]);
    let led: Vec<_> = groups.agencies[1].series.points.iter().map(|point| point.actual).collect();
    assert_eq!(led[..4], [None, None, Some(30.0), Some(30.0)]);
    assert_eq!(groups.site.series.points.len(), 7);
}
