//! Tests of F9, F19–F25, F28 and F29: figures of groups.

use super::super::testing::{DecisionDraft, Draft, Records, activity, day, milestone};
use super::super::{Average, DecisionCounts, Figures, Group, Groups, PeopleSum, State, is_small_group};
use super::measured;
use crate::config::Thresholds;
use crate::model::{Idx, Status};

/// An activity with P = 50 and the given A at T.
fn half_way(id: &str, progress: f64) -> Draft {
    activity(id).start(-10).due(10).report(-1, progress)
}

fn site(drafts: impl IntoIterator<Item = Draft>) -> Group {
    measured(Records::new().with_all(drafts), 0).groups.site
}

fn county<'a>(figures: &'a Figures, name: &str) -> &'a Group {
    &figures
        .groups
        .counties
        .iter()
        .find(|county| county.name.typed() == name)
        .expect("a county of this name")
        .group
}

// F19

#[test]
fn f19_one_in_several_neighborhoods_counts_in_each_and_once_elsewhere() {
    let records = Records::new()
        .neighborhood("n1", Some("قم"))
        .neighborhood("n2", Some("قم"))
        .neighborhood("n3", Some("کهک"))
        .with(half_way("a", 40.0).at(&["n1", "n3", "n2"]).of("d1").lead("g"))
        .with(half_way("b", 80.0).at(&["n2"]).of("d2"));
    let figures = measured(records, 0);
    let groups = &figures.groups;
    let members = |group: &Group| group.members.clone();
    assert_eq!(members(&groups.site), [0, 1]);
    assert_eq!(groups.neighborhoods.iter().map(members).collect::<Vec<_>>(), [vec![0], vec![0, 1], vec![0]]);
    assert_eq!(members(county(&figures, "قم")), [0, 1]);
    assert_eq!(members(county(&figures, "کهک")), [0]);
    assert_eq!(groups.domains.iter().map(members).collect::<Vec<_>>(), [vec![0], vec![1]]);
    assert_eq!(members(&groups.agencies[0]), [0]);
    assert_eq!(members(groups.cell(Idx::new(1), Idx::new(1))), [1]);
    assert_eq!(members(groups.cell(Idx::new(2), Idx::new(0))), [0]);
    assert_eq!(members(groups.cell(Idx::new(2), Idx::new(1))), [0; 0]);
    assert_eq!(groups.cells.len(), 6);
}

#[test]
fn f19_what_does_not_exist_yet_is_no_member() {
    assert_eq!(site([half_way("a", 40.0), half_way("b", 10.0).registered(1)]).members, [0]);
}

#[test]
fn f19_every_group_is_where_its_kind_says() {
    let figures =
        measured(Records::new().neighborhood("n", Some("قم")).with(half_way("a", 1.0).lead("g")), 0);
    let groups: &Groups = &figures.groups;
    assert_eq!(groups.iter().count(), 6);
    assert!(groups.iter().all(|group| std::ptr::eq(group, groups.get(group.kind))));
}

// F20

#[test]
fn f20_averages_weigh_their_members() {
    let group =
        site([half_way("a", 20.0).weight(3.0), half_way("b", 80.0), activity("c").start(-30).due(-10)]);
    assert_eq!(group.actual, Average { value: Some(35.0), count: 2, weight: 4.0 });
    assert_eq!(group.planned, Average { value: Some(60.0), count: 3, weight: 5.0 });
    assert_eq!(group.deviation, Average { value: Some(-15.0), count: 2, weight: 4.0 });
}

#[test]
fn f20_deviation_stands_on_those_where_both_are_known() {
    // a: 40 − 50; b has no plan; c has no report.
    let group = site([half_way("a", 40.0), activity("b").report(-1, 90.0), activity("c").start(-10).due(10)]);
    assert_eq!((group.actual.value, group.actual.count), (Some(65.0), 2));
    assert_eq!((group.planned.value, group.planned.count), (Some(50.0), 2));
    assert_eq!((group.deviation.value, group.deviation.count), (Some(-10.0), 1));
}

#[test]
fn f9_f20_unknown_is_left_out_and_never_0() {
    let group = site([activity("a").start(-5).due(5), activity("b")]);
    assert_eq!(group.activities, 2);
    assert_eq!(group.actual, Average::default());
    assert_eq!(group.actual.value, None);
    assert_eq!(group.deviation.value, None);
    assert_eq!(site([activity("a").start(-5).due(5), half_way("b", 30.0)]).actual.value, Some(30.0));
}

#[test]
fn f20_a_group_without_members_has_no_figure() {
    let group = site([]);
    assert_eq!(
        (group.activities, group.actual.value, group.planned.value, group.deviation.value),
        (0, None, None, None)
    );
    assert_eq!(
        (group.supervised, group.pillars.programme, group.last_visit, group.sample),
        (None, None, None, false)
    );
    assert!(group.series.points.is_empty());
}

#[test]
fn f11_f20_cancelled_ones_have_no_part_in_any_average() {
    let group = site([half_way("a", 40.0), half_way("b", 90.0).status(Status::Cancelled)]);
    assert_eq!((group.activities, group.members.len()), (1, 2));
    assert_eq!((group.actual.value, group.planned.count), (Some(40.0), 1));
    assert_eq!((group.states.get(State::Cancelled), group.states.get(State::OnTrack)), (1, 1));
}

#[test]
fn f20_where_all_are_cancelled_there_is_no_figure() {
    let group = site([half_way("a", 40.0).status(Status::Cancelled).sample().summary()]);
    assert_eq!((group.activities, group.actual.value, group.planned.value), (0, None, None));
    assert_eq!((group.pillars.schedule, group.supervised, group.sample), (None, None, false));
    assert_eq!(group.states.present().collect::<Vec<_>>(), [(State::Cancelled, 1)]);
}

// F21

#[test]
fn f21_a_comparison_sorts_by_what_covers_the_floor() {
    let thresholds = Thresholds::default();
    let silent = |id: &str| activity(id).start(-5).due(5);
    let half = site([half_way("a", 40.0), silent("b")]);
    assert_eq!(half.actual.coverage(half.activities), Some(0.5));
    assert!(half.actual.is_covered(half.activities, &thresholds));
    let third = site([half_way("a", 40.0), silent("b"), silent("c")]);
    assert!(!third.actual.is_covered(third.activities, &thresholds));
    assert!(third.planned.is_covered(third.activities, &thresholds));
    let none = site([]);
    assert!(!none.actual.is_covered(none.activities, &thresholds));
    let all = Thresholds { coverage_floor: 0.0, ..thresholds };
    let unknown = site([silent("a")]);
    assert!(!unknown.actual.is_covered(unknown.activities, &all));
}

// F22

#[test]
fn f22_supervised_is_the_share_of_the_running_with_a_recent_finding_of_any_kind() {
    let records = Records::new()
        .with_all([
            half_way("a", 40.0),
            half_way("b", 40.0),
            half_way("c", 40.0),
            half_way("d", 40.0).finished(0),
        ])
        .visit("v1", -90, "n", &[("a", None)])
        .visit("v2", -91, "n", &[("b", Some(10.0))])
        .visit("v3", -1, "n", &[("d", Some(10.0))]);
    let group = measured(records, 0).groups.site;
    assert_eq!((group.running, group.supervised_count), (3, 1));
    assert_eq!(group.supervised, Some(1.0 / 3.0));
}

#[test]
fn f22_a_share_over_nothing_is_null() {
    assert_eq!(site([activity("a").start(5)]).supervised, None);
}

#[test]
fn f22_the_last_visit_of_places_is_any_visit_there_of_others_a_finding_on_a_member() {
    let records = Records::new()
        .neighborhood("n1", Some("قم"))
        .neighborhood("n2", Some("قم"))
        .with(half_way("a", 40.0).at(&["n1"]).lead("g"))
        .visit("v1", -20, "n1", &[("a", None)])
        .visit("v2", -9, "n1", &[])
        .visit("v3", -5, "n2", &[])
        .visit("v4", 1, "n1", &[("a", None)]);
    let figures = measured(records, 0);
    let groups = &figures.groups;
    assert_eq!(groups.neighborhoods[0].last_visit, Some(day(-9)));
    assert_eq!(groups.neighborhoods[1].last_visit, Some(day(-5)));
    assert_eq!(county(&figures, "قم").last_visit, Some(day(-5)));
    assert_eq!(groups.site.last_visit, Some(day(-5)));
    assert_eq!(groups.domains[0].last_visit, Some(day(-20)));
    assert_eq!(groups.agencies[0].last_visit, Some(day(-20)));
    assert_eq!(groups.cell(Idx::new(0), Idx::new(0)).last_visit, Some(day(-20)));
    assert_eq!(groups.cell(Idx::new(1), Idx::new(0)).last_visit, None);
    let today = measured(Records::new().neighborhood("n", Some("قم")).visit("v", 0, "n", &[]), 0).groups;
    assert_eq!([today.site.last_visit, today.neighborhoods[0].last_visit], [Some(day(0)); 2]);
}

// F23

#[test]
fn f23_pillars_are_shares_of_the_members_that_are_not_cancelled() {
    let group = site([
        half_way("a", 40.0).summary().milestones([milestone(None, None)]).lead("g").responsible(),
        half_way("b", 40.0).lead("g"),
        activity("c"),
        activity("e"),
        half_way("f", 1.0).status(Status::Cancelled),
    ]);
    assert_eq!(group.pillar_counts.schedule, 2);
    assert_eq!(group.pillars.programme, Some(0.25));
    assert_eq!(group.pillars.schedule, Some(0.5));
    assert_eq!(group.pillars.responsibility, Some(0.25));
}

// F24

#[test]
fn f24_a_sample_among_the_members_makes_the_group_say_so() {
    assert!(site([half_way("a", 1.0), half_way("b", 1.0).sample()]).sample);
    assert!(!site([half_way("a", 1.0), half_way("b", 1.0).sample().registered(1)]).sample);
}

#[test]
fn f24_counties_are_one_when_folded_and_shown_as_first_written_in_the_order_of_ids() {
    let records = Records::new()
        .neighborhood("c", Some("جعفرآباد"))
        .neighborhood("b", Some("جعفر آباد"))
        .neighborhood("a", Some("کهک"))
        .neighborhood("d", Some("جعفر\u{200c}آباد"))
        .neighborhood("e", None)
        .with(half_way("x", 40.0).at(&["b", "c", "e"]));
    let groups = measured(records, 0).groups;
    let names: Vec<&str> = groups.counties.iter().map(|county| county.name.typed()).collect();
    assert_eq!(names, ["جعفر آباد", "کهک"]);
    assert_eq!(groups.county_of, [Some(1), Some(0), Some(0), Some(0), None]);
    assert_eq!(groups.counties[0].neighborhoods, [1, 2, 3].map(Idx::new));
    assert_eq!(groups.counties[0].group.members, [0]);
}

// F17 in groups

#[test]
fn f17_a_group_counts_its_stale_members() {
    let group = site([half_way("a", 40.0), activity("b").start(-31).due(5), activity("c").start(-99).due(5)]);
    assert_eq!((group.running, group.stale), (3, 2));
}

// F25

#[test]
fn f25_done_overdue_and_open_are_all() {
    let decision = |due, done| DecisionDraft { agency: None, due, done };
    let figures = measured(
        Records::new()
            .meeting(
                "m1",
                -50,
                [
                    decision(Some(-10), Some(-10)), // on time, on the day
                    decision(Some(-10), Some(-9)),  // late
                    decision(None, Some(0)),        // done today, no due
                    decision(Some(-1), None),       // overdue
                    decision(Some(-1), Some(1)),    // done after T: overdue
                    decision(Some(0), None),        // due today: open
                    decision(None, None),           // open
                ],
            )
            .meeting("m2", 0, [decision(None, None)])
            .meeting("m3", 1, [decision(Some(-5), Some(-3))]),
        0,
    );
    let counts = DecisionCounts { done: 3, open: 3, overdue: 2, on_time: 1, done_with_due: 2 };
    assert_eq!(figures.decisions, counts);
    assert_eq!(figures.groups.site.decisions, counts);
    assert_eq!(counts.all(), 8);
}

#[test]
fn f25_an_agencys_decisions_are_those_that_name_it() {
    let decision = |agency, done| DecisionDraft { agency, due: None, done };
    let records = Records::new().agency("g0").meeting(
        "m",
        -5,
        [decision(Some("g1"), None), decision(Some("g2"), Some(-1)), decision(None, None)],
    );
    let agencies = measured(records, 0).groups.agencies;
    assert_eq!(agencies.iter().map(|group| group.decisions.all()).collect::<Vec<_>>(), [0, 1, 1]);
    assert_eq!((agencies[1].decisions.open, agencies[2].decisions.done), (1, 1));
}

// F28

#[test]
fn f28_averages_of_a_hundred_stay_within_a_hundred() {
    let weights = [0.1, 0.2, 0.3, 0.7, 1e-3, 3e5];
    let drafts = weights
        .iter()
        .enumerate()
        .map(|(at, &weight)| activity(&format!("a{at}")).finished(-1).weight(weight));
    let actual = site(drafts).actual.value.expect("all are known");
    assert!((100.0 - 1e-9..=100.0).contains(&actual), "{actual}");
}

#[test]
fn f28_sums_take_members_in_the_order_of_ids_whatever_the_cores() {
    let drafts =
        || (0..200).map(|n| half_way(&format!("a{n:03}"), f64::from(n % 101)).weight(0.1 + f64::from(n % 7)));
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    let many = rayon::ThreadPoolBuilder::new().num_threads(7).build().unwrap();
    let measure = || measured(Records::new().with_all(drafts()), 0).groups.site;
    let (one, other) = (alone.install(measure), many.install(measure));
    assert_eq!(one.actual, other.actual);
    assert_eq!(one.series, other.series);
    let (mut sum, mut weight) = (0.0, 0.0);
    for n in 0..200 {
        sum += (0.1 + f64::from(n % 7)) * f64::from(n % 101);
        weight += 0.1 + f64::from(n % 7);
    }
    assert_eq!(one.actual.value, Some(sum / weight));
}

// F29

#[test]
fn f29_small_groups_are_from_one_to_below_the_threshold() {
    let small = |persons| is_small_group(persons, &Thresholds::default());
    assert_eq!([0, 1, 4, 5].map(small), [false, true, true, false]);
    assert!(!is_small_group(1, &Thresholds { small_group: 0, ..Thresholds::default() }));
}

#[test]
fn f29_sums_of_beneficiaries_leave_small_groups_out_and_say_so() {
    let people = site([
        activity("a").beneficiaries(Some(100), Some(4)),
        activity("b").beneficiaries(Some(20), Some(0)),
        activity("c").beneficiaries(Some(3), None),
        activity("e").beneficiaries(Some(900), Some(900)).status(Status::Cancelled),
    ])
    .people;
    assert_eq!(people.planned, PeopleSum { total: Some(120), count: 2, left_out: 1 });
    assert_eq!(people.reached, PeopleSum { total: Some(0), count: 1, left_out: 1 });
    assert_eq!(site([activity("a").beneficiaries(Some(2), None)]).people.planned.total, None);
}
