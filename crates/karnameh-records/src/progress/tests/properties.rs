//! Properties of every site, tested on generated records with all dates within about three years around T.

use std::ops::Range;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::super::testing::{DecisionDraft, Draft, Records, activity, day, indicator, weighed_milestone};
use super::super::{
    Average, Figures, Group, GroupKind, Groups, Series, SeriesPoint, State, measure, measure_earlier,
};
use crate::config::Thresholds;
use crate::figures::progress_json;
use crate::model::{Activity, Direction, Edition, Indicator, Measure, Milestone, Status};
use crate::persian::Day;

const DAYS: Range<i32> = -450..450;
const NEIGHBORHOODS: [&str; 4] = ["n1", "n2", "n3", "n4"];

fn weight() -> impl Strategy<Value = f64> {
    prop_oneof![Just(1.0), Just(0.1), 0.001..50.0]
}

fn a_milestone() -> impl Strategy<Value = Milestone> {
    (weight(), option::of(DAYS), option::of(DAYS))
        .prop_map(|(weight, due, done)| weighed_milestone(weight, due, done))
}

fn an_indicator() -> impl Strategy<Value = Indicator> {
    let number = || option::weighted(0.9, select(vec![-5.0, 0.0, 1.0, 3.7, 10.0, 100.0]));
    let direction = option::of(select(vec![Direction::Up, Direction::Down]));
    let values = vec((DAYS, -20.0..120.0), 0..4);
    (number(), number(), direction, values)
        .prop_map(|(baseline, target, direction, values)| indicator(baseline, target, direction, &values))
}

/// The date of a report and the day on which it became known: a third of them comes late.
fn a_report_day() -> impl Strategy<Value = (i32, Option<i32>)> {
    (DAYS, option::weighted(0.3, 0..200)).prop_map(|(date, late)| (date, late.map(|days| date + days)))
}

/// The dates of an activity: registered, start, due, finished.
fn dates() -> impl Strategy<Value = [Option<i32>; 4]> {
    (
        option::of(DAYS),
        option::weighted(0.8, DAYS),
        option::weighted(0.8, 0..500),
        option::weighted(0.2, DAYS),
    )
        .prop_map(|(registered, start, length, finished)| {
            [registered, start, length.map(|days| start.unwrap_or(0) + days), finished]
        })
}

fn a_status() -> impl Strategy<Value = Option<(Status, Option<i32>)>> {
    use Status::{Active, Cancelled, Done, Paused, Planned};
    option::of((select(vec![Planned, Active, Paused, Done, Cancelled]), option::of(DAYS)))
}

fn an_activity() -> impl Strategy<Value = Draft> {
    let place = (
        proptest::sample::subsequence(&NEIGHBORHOODS, 1..=4),
        select(vec!["d1", "d2"]),
        option::of(select(vec!["g1", "g2"])),
    );
    let measure =
        option::weighted(0.3, select(vec![Measure::Milestones, Measure::Reported, Measure::Indicators]));
    let rows = (
        vec(a_milestone(), 0..4),
        vec(an_indicator(), 0..3),
        vec((a_report_day(), option::of(0.0..100.0)), 0..5),
    );
    let reschedules = vec((DAYS, 0..500), 0..3);
    let handovers = vec((DAYS, select(vec!["g1", "g2", "g3"])), 0..3);
    let parts = vec((a_report_day(), any::<prop::sample::Index>(), any::<bool>()), 0..4);
    (place, dates(), a_status(), weight(), measure, rows, reschedules, (handovers, parts)).prop_map(
        |(
            (at, domain, lead),
            [registered, start, due, finished],
            status,
            weight,
            measure,
            rows,
            reschedules,
            (handovers, parts),
        )| {
            let mut draft = activity("a").at(&at).of(domain).weight(weight).milestones(rows.0);
            if let Some(lead) = lead {
                draft = draft.lead(lead);
            }
            draft.activity.registered = registered.map(day);
            draft.activity.start = start.map(day);
            draft.activity.due = due.map(day);
            draft.activity.measure = measure;
            draft.activity.status = status.map(|(status, _)| status);
            draft.activity.status_since = status.and_then(|(_, since)| since.map(day));
            // A cancelled activity with a finish date is an error in the content.
            draft.activity.finished =
                finished.map(day).filter(|_| draft.activity.status != Some(Status::Cancelled));
            draft.activity.indicators = rows.1;
            for ((date, registered), progress) in rows.2 {
                draft = draft.late_update(date, registered, progress);
            }
            for ((date, registered), index, is_milestone) in parts {
                let (milestones, indicators) =
                    (draft.activity.milestones.len(), draft.activity.indicators.len());
                if is_milestone && milestones > 0 {
                    draft = draft.milestone_report(index.index(milestones), date, registered);
                } else if indicators > 0 {
                    draft = draft.value_report(index.index(indicators), date, registered, 40.0);
                }
            }
            for (date, agency) in handovers {
                draft = draft.handover(date, agency);
            }
            reschedules
                .into_iter()
                .fold(draft, |draft, (date, days)| draft.reschedule(date, start.unwrap_or(0) + days))
        },
    )
}

fn records() -> impl Strategy<Value = Records> {
    let visit = (
        a_report_day(),
        select(NEIGHBORHOODS.to_vec()),
        vec((any::<prop::sample::Index>(), option::of(0.0..100.0)), 0..4),
    );
    let decision = (option::of(select(vec!["g1", "g2"])), option::of(DAYS), option::of(DAYS))
        .prop_map(|(agency, due, done)| DecisionDraft { agency, due, done });
    let meetings = vec((DAYS, vec(decision, 0..4)), 0..4);
    (vec(an_activity(), 0..9), vec(visit, 0..5), meetings).prop_map(|(activities, visits, meetings)| {
        let ids: Vec<String> = (0..activities.len()).map(|number| format!("a{number}")).collect();
        let mut records = Records::new().domain("d1").domain("d2").agency("g1").agency("g2").agency("g3");
        for (id, county) in NEIGHBORHOODS.into_iter().zip([Some("قم"), Some("کهک"), Some("قم"), None])
        {
            records = records.neighborhood(id, county);
        }
        for (id, mut draft) in ids.iter().zip(activities) {
            draft.activity.record.id = id.as_str().into();
            records = records.with(draft);
        }
        for (number, ((date, registered), neighborhood, findings)) in visits.into_iter().enumerate() {
            let on = |index: &prop::sample::Index| (!ids.is_empty()).then(|| index.get(&ids).as_str());
            let findings: Vec<_> =
                findings.iter().filter_map(|(index, progress)| Some((on(index)?, *progress))).collect();
            records = records.late_visit(&format!("v{number}"), date, registered, neighborhood, &findings);
        }
        for (number, (date, decisions)) in meetings.into_iter().enumerate() {
            records = records.meeting(&format!("m{number}"), date, decisions);
        }
        records
    })
}

fn at_day(records: Records, offset: i32) -> (Edition, Figures) {
    let edition = records.cut(offset);
    let figures = measure(&edition, &Thresholds::default());
    (edition, figures)
}

fn all_series(groups: &Groups) -> Vec<&Series> {
    groups.iter().map(|group| &group.series).collect()
}

/// Returns the minimum and maximum of a figure among a group's members that are not cancelled.
fn extremes<'a>(
    figures: &'a Figures,
    group: &'a Group,
    of: impl Fn(&super::ActivityFigures) -> Option<f64> + 'a,
) -> Option<(f64, f64)> {
    let members = group.members.iter().map(|&member| &figures.activities[member as usize]);
    let counted = members.filter(|member| member.state != State::Cancelled);
    counted.filter_map(of).fold(None, |range, figure| {
        Some(
            range.map_or((figure, figure), |(least, most): (f64, f64)| (least.min(figure), most.max(figure))),
        )
    })
}

fn assert_between(average: Average, extremes: Option<(f64, f64)>) {
    match (average.value, extremes) {
        (Some(value), Some((least, most))) => {
            assert!((least - 1e-9..=most + 1e-9).contains(&value), "{value} outside {least}–{most}");
        }
        (None, None) => assert_eq!(average.count, 0),
        other => panic!("{other:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn f8_f11_a_and_p_stay_between_0_and_100_or_are_unknown(records in records(), offset in DAYS) {
        let (_, figures) = at_day(records, offset);
        let hundred = |figure: Option<f64>| figure.is_none_or(|figure| (0.0..=100.0).contains(&figure));
        for (_, of) in figures.by_activity() {
            prop_assert!(hundred(of.actual) && hundred(of.planned), "{of:?}");
            prop_assert!(of.days_overdue >= 0 && (of.days_overdue > 0) == (of.state == State::Overdue));
            prop_assert!(of.days_since_report.is_none_or(|days| days >= 0));
        }
        for group in figures.groups.iter() {
            prop_assert!(hundred(group.actual.value) && hundred(group.planned.value));
            prop_assert!(group.series.points.iter().all(|point| hundred(point.actual) && hundred(point.planned)));
            prop_assert!(group.series.points.is_sorted_by(|one, other| one.day < other.day));
        }
    }

    #[test]
    fn f20_a_group_lies_between_its_members_extremes(records in records(), offset in DAYS) {
        let (_, figures) = at_day(records, offset);
        for group in figures.groups.iter() {
            assert_between(group.actual, extremes(&figures, group, |of| of.actual));
            assert_between(group.planned, extremes(&figures, group, |of| of.planned));
            assert_between(group.deviation, extremes(&figures, group, super::ActivityFigures::deviation));
        }
    }

    #[test]
    fn f19_states_of_a_group_are_its_members(records in records(), offset in DAYS) {
        let (_, figures) = at_day(records, offset);
        for group in figures.groups.iter() {
            let sum: usize = group.states.present().map(|(_, count)| count).sum();
            prop_assert_eq!(sum, group.members.len());
            prop_assert_eq!(group.activities, sum - group.states.get(State::Cancelled));
            prop_assert!(group.stale <= group.running && group.supervised_count <= group.running);
            prop_assert!(group.members.is_sorted_by(|one, other| one < other));
        }
        prop_assert_eq!(figures.groups.site.members.len(), figures.activities.len());
    }

    /// F2: T determines the result, not the time of the build.
    #[test]
    fn f2_figures_as_of_t_need_no_record_of_what_came_later(records in records(), offset in DAYS) {
        let (then, known_then) = at_day(records.clone().known_on(offset), offset);
        let (now, known_now) = at_day(records, offset);
        let json = |dataset: &Edition, figures: &Figures| {
            String::from_utf8(progress_json(dataset, figures, "s")).expect("JSON is UTF-8")
        };
        prop_assert_eq!(json(&then, &known_then), json(&now, &known_now));
        prop_assert_eq!(all_series(&known_then.groups), all_series(&known_now.groups));
    }
}

/// Adds a report of everything to every activity, which became known on a day.
fn with_late_reports(mut records: Records, date: i32, registered: i32) -> Records {
    records.change_activities(|mut draft| {
        draft = draft.late_update(date, Some(registered), Some(37.0));
        if !draft.activity.milestones.is_empty() {
            draft = draft.milestone_report(0, date, Some(registered));
        }
        if !draft.activity.indicators.is_empty() {
            draft = draft.value_report(0, date, Some(registered), 3.0);
        }
        draft
    });
    records.late_visit("late", date, Some(registered), NEIGHBORHOODS[0], &[])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    /// F2, F26: neither the figures of a day nor the past of later series change by what became known after that day.
    #[test]
    fn f2_late_reports_change_no_figure_of_a_day_before(
        records in records(), offset in DAYS, early in 0..200_i32, late in 1..90_i32,
    ) {
        let mut before = records;
        before.change_activities(|mut draft| {
            // The measure alone depends on the whole record (F7).
            let measure = draft.activity.measure_in_force();
            draft.activity.measure = measure.or(Some(Measure::Reported));
            draft
        });
        let after = with_late_reports(before.clone(), offset - early, offset + late);
        let json = |records: &Records| {
            let (edition, figures) = at_day(records.clone(), offset);
            String::from_utf8(progress_json(&edition, &figures, "s")).expect("JSON is UTF-8")
        };
        prop_assert_eq!(json(&before), json(&after));
        let past = |records: &Records| -> Vec<Vec<_>> {
            let (_, figures) = at_day(records.clone(), offset + late + 10);
            let is_past = |point: &&SeriesPoint| point.day <= day(offset);
            let of = |series: &&Series| series.points.iter().filter(is_past).copied().collect();
            all_series(&figures.groups).iter().map(of).collect()
        };
        prop_assert_eq!(past(&before), past(&after));
    }

    /// F30: on each day an agency has exactly the activities that it leads then, and no other group notices.
    #[test]
    fn f30_handovers_move_the_groups_of_agencies_alone(records in records(), offset in DAYS) {
        let (edition, figures) = at_day(records.clone(), offset);
        for group in &figures.groups.agencies {
            let GroupKind::Agency(agency) = group.kind else { unreachable!() };
            let leads = |activity: &Activity| {
                let mut lead = (None, activity.first_lead);
                for handover in &activity.handovers {
                    if handover.date <= day(offset) && lead.0.is_none_or(|since| since <= handover.date) {
                        lead = (Some(handover.date), Some(handover.lead));
                    }
                }
                lead.1 == Some(agency)
            };
            let led: Vec<u32> =
                (0..).zip(&edition.activities).filter(|(_, of)| leads(of)).map(|(at, _)| at).collect();
            prop_assert_eq!(&group.members, &led);
        }
        let mut without = records;
        without.change_activities(Draft::without_handovers);
        let (_, other) = at_day(without, offset);
        let all = |figures: &Figures| -> Vec<Group> {
            let is_lasting = |group: &&Group| !matches!(group.kind, GroupKind::Agency(_));
            figures.groups.iter().filter(is_lasting).cloned().collect()
        };
        for (one, other) in all(&figures).iter().zip(&all(&other)) {
            prop_assert_eq!(&one.series, &other.series);
            prop_assert_eq!((&one.members, one.actual, one.states), (&other.members, other.actual, other.states));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// F26, F28: compares to the last bit. Months up to T are computed from an edition cut at each of them, and as days
    /// before T; later ones from the records as known at T.
    #[test]
    fn f26_the_sweep_equals_measuring_every_month_from_scratch(records in records(), offset in DAYS) {
        let thresholds = Thresholds::default();
        let planned = records.clone().planned_on(offset).build();
        let whole = records.clone().build();
        let (edition, figures) = at_day(records, offset);
        let mut days: Vec<Day> = figures.groups.iter().flat_map(|group| &group.series.points).map(|point| point.day).collect();
        days.sort();
        days.dedup();
        for on in days {
            let later = on > figures.day;
            let source = if later { &planned } else { &whole };
            let scratch = measure(&source.clone().cut(on).0, &thresholds);
            if !later {
                let earlier = measure_earlier(&edition, &thresholds, on);
                for (one, other) in earlier.groups.iter().zip(scratch.groups.iter()) {
                    prop_assert_eq!((one.actual, one.states), (other.actual, other.states));
                    prop_assert_eq!((one.planned, one.last_visit), (other.planned, other.last_visit));
                }
            }
            for (group, naive) in figures.groups.iter().zip(scratch.groups.iter()) {
                let Some(point) = group.series.points.iter().find(|point| point.day == on) else { continue };
                prop_assert_eq!(point.planned, naive.planned.value, "planned of {:?} on {:?}", group.kind, on);
                let actual = if later { None } else { naive.actual.value };
                prop_assert_eq!(point.actual, actual, "actual of {:?} on {:?}", group.kind, on);
                let deviation = if later { None } else { naive.deviation.value };
                prop_assert_eq!(point.deviation, deviation, "deviation of {:?} on {:?}", group.kind, on);
            }
        }
    }

    /// F26: the range by its definition.
    #[test]
    fn f26_a_series_has_every_month_of_its_range_and_t(records in records(), offset in DAYS) {
        let (dataset, figures) = at_day(records, offset);
        for group in figures.groups.iter().filter(|group| !group.members.is_empty()) {
            let members = || group.members.iter().map(|&member| member as usize);
            // An agency's series begins with what it led at any time.
            let led = |activity: &Activity| match group.kind {
                GroupKind::Agency(agency) => {
                    activity.first_lead == Some(agency)
                        || activity.handovers.iter().any(|handover| handover.lead == agency)
                }
                _ => false,
            };
            let begin = (0..dataset.activities.len())
                .filter(|&at| members().any(|member| member == at) || led(&dataset.activities[at]))
                .flat_map(|member| [dataset.activities[member].start, dataset.activities[member].registered])
                .flatten()
                .min();
            let due = members().filter_map(|member| figures.activities[member].due).max();
            let mut days = vec![figures.day];
            if let Some(begin) = begin {
                let last = due.unwrap_or(figures.day).max(figures.day).month_end();
                let mut end = begin.month_end();
                while end <= last {
                    days.push(end);
                    end = end.plus(1).month_end();
                }
            }
            days.sort();
            days.dedup();
            let points: Vec<Day> = group.series.points.iter().map(|point| point.day).collect();
            prop_assert_eq!(points, days);
        }
    }
}
