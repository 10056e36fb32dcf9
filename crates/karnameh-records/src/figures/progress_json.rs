//! `data/progress.json`: a public, versioned contract (the end of figures.md).
//!
//! Keys stand in the order of the contract, groups and activities one a line, so that two editions compare well;
//! numbers are unrounded and as short as they can be read back from; `null` is unknown. Start reading at
//! [`progress_json()`].

use crate::model::Edition;
use crate::progress::Figures;

use super::decisions::DecisionRow;
use super::group::ordered;
use super::json::{write_lines, write_object};
use super::{ActivityRow, GroupRow, activity, decisions, group};

/// The version of `data/progress.json` and of the tables beside it; it rises only on a breaking change.
pub const CONTRACT_VERSION: u32 = 1;

/// The bytes of `data/progress.json`, `figures` being those of the edition; `site_title` is the title of the site's own group.
pub fn progress_json(dataset: &Edition, figures: &Figures, site_title: &str) -> Vec<u8> {
    let day = figures.day;
    let mut json = format!(
        "{{\"version\":{CONTRACT_VERSION},\"as_of\":\"{}\",\"as_of_jalali\":\"{}\",\n\"groups\":[",
        day.iso(),
        day.jalali()
    )
    .into_bytes();
    write_lines(&mut json, ordered(dataset, figures), |group, json| {
        let row = GroupRow { dataset, figures, site_title, group };
        write_object(json, group::all().map(|(figure, read)| (figure, read(&row))));
    });
    json.extend_from_slice(b"],\n\"activities\":[");
    write_lines(&mut json, figures.by_activity(), |(at, figures), json| {
        let row = ActivityRow { dataset, activity: &dataset[at], figures };
        write_object(json, activity::all().map(|(figure, read)| (figure, read(&row))));
    });
    json.extend_from_slice(b"],\n\"decisions\":");
    let row = DecisionRow::whole(&figures.decisions);
    write_object(&mut json, decisions::all().map(|(figure, read)| (figure, read(&row))));
    json.extend_from_slice(b"}\n");
    json
}

#[cfg(test)]
mod tests {
    //! The contract at the end of figures.md, read back as any reader of the file would.

    use serde_json::{Value, json};

    use super::progress_json;
    use crate::config::Thresholds;
    use crate::model::Status;
    use crate::progress::measure;
    use crate::progress::testing::{DecisionDraft, Records, activity, indicator, milestone};

    fn text(records: Records) -> String {
        let dataset = records.cut(0);
        let figures = measure(&dataset, &Thresholds::default());
        String::from_utf8(progress_json(&dataset, &figures, "کارنامهٔ قم")).expect("JSON is UTF-8")
    }

    fn read(records: Records) -> Value {
        serde_json::from_str(&text(records)).expect("it is JSON")
    }

    /// Two neighborhoods, one of whose ids begins like the other, so that the cells' order is not the records'.
    fn two_neighborhoods() -> Records {
        Records::new()
            .neighborhood("shahr", Some("قم"))
            .neighborhood("shahr-no", Some("کهک"))
            .domain("health")
            .with(
                activity("a")
                    .at(&["shahr-no"])
                    .of("sport")
                    .start(-10)
                    .due(10)
                    .milestones([milestone(None, Some(-9)), milestone(None, None)])
                    .sample(),
            )
            .with(
                activity("b")
                    .at(&["shahr", "shahr-no"])
                    .of("sport")
                    .lead("edu-office")
                    .status(Status::Cancelled),
            )
            .with(activity("c").at(&["shahr"]).of("sport").registered(1))
    }

    #[test]
    fn an_empty_site_is_a_whole_file_with_nulls_for_what_is_unknown() {
        assert_eq!(
            text(Records::new()),
            concat!(
                "{\"version\":1,\"as_of\":\"2026-01-05\",\"as_of_jalali\":\"1404-10-15\",\n",
                "\"groups\":[\n",
                "{\"kind\":\"site\",\"id\":\"site\",\"title\":\"کارنامهٔ قم\",\"activities\":0,",
                "\"with_actual\":0,\"actual\":null,\"with_planned\":0,\"planned\":null,",
                "\"with_both\":0,\"deviation\":null,\"states\":{},",
                "\"pillars\":{\"programme\":null,\"schedule\":null,\"responsibility\":null},",
                "\"running\":0,\"supervised\":null,\"stale\":0,\"days_since_visit\":null,\"sample\":false}],\n",
                "\"activities\":[],\n",
                "\"decisions\":{\"done\":0,\"open\":0,\"overdue\":0}}\n"
            )
        );
    }

    #[test]
    fn keys_stand_in_the_order_of_the_contract_and_whole_numbers_keep_their_point() {
        let written = text(
            Records::new()
                .with(
                    activity("x")
                        .start(-10)
                        .due(10)
                        .milestones([milestone(None, Some(-9)), milestone(None, None)])
                        .indicator(indicator(0.0, 100.0, None, &[(-2, 115.0)]))
                        .indicator(indicator(0.0, None, None, &[]))
                        .lead("edu-office"),
                )
                .visit("v", -3, "n", &[("x", Some(30.0))])
                .meeting("m", -5, [DecisionDraft::default()]),
        );
        let row =
            written.lines().find(|line| line.starts_with("{\"id\":\"x\"")).expect("the activity has a line");
        assert_eq!(
            row.trim_end_matches("],"),
            concat!(
                "{\"id\":\"x\",\"title\":\"x\",\"neighborhoods\":[\"n\"],\"domain\":\"d\",\"lead\":\"edu-office\",",
                "\"start\":\"2025-12-26\",\"due\":\"2026-01-15\",\"measure\":\"milestones\",",
                "\"actual\":50.0,\"planned\":50.0,\"state\":\"on-track\",\"days_overdue\":0,\"slippage_days\":0,",
                "\"running\":true,\"stale\":false,\"verified\":30.0,\"verified_gap\":-20.0,\"days_since_report\":2,",
                "\"achievements\":[1.15,null],\"sample\":false}"
            )
        );
        let site = written.lines().nth(2).expect("the site has the first line");
        assert_eq!(
            site.trim_end_matches(','),
            concat!(
                "{\"kind\":\"site\",\"id\":\"site\",\"title\":\"کارنامهٔ قم\",\"activities\":1,",
                "\"with_actual\":1,\"actual\":50.0,\"with_planned\":1,\"planned\":50.0,",
                "\"with_both\":1,\"deviation\":0.0,\"states\":{\"on-track\":1},",
                "\"pillars\":{\"programme\":0.0,\"schedule\":1.0,\"responsibility\":0.0},",
                "\"running\":1,\"supervised\":1.0,\"stale\":0,\"days_since_visit\":3,\"sample\":false}"
            )
        );
        assert!(written.ends_with("\n\"decisions\":{\"done\":0,\"open\":1,\"overdue\":0}}\n"));
    }

    #[test]
    fn groups_stand_by_kind_each_by_the_bytes_of_the_whole_id() {
        let json = read(two_neighborhoods());
        let groups = json["groups"].as_array().expect("a list");
        let names: Vec<(&str, &str)> = groups
            .iter()
            .map(|group| (group["kind"].as_str().unwrap(), group["id"].as_str().unwrap()))
            .collect();
        assert_eq!(
            names,
            [
                ("site", "site"),
                ("county", "قم"),
                ("county", "کهک"),
                ("neighborhood", "shahr"),
                ("neighborhood", "shahr-no"),
                ("domain", "health"),
                ("domain", "sport"),
                ("agency", "edu-office"),
                ("cell", "shahr-no/health"),
                ("cell", "shahr-no/sport"),
                ("cell", "shahr/health"),
                ("cell", "shahr/sport"),
            ]
        );
        assert_eq!(groups[9]["title"], "shahr-no، sport");
        assert_eq!(groups[1]["title"], "قم");
    }

    #[test]
    fn states_count_cancelled_ones_and_a_groups_activities_do_not() {
        let json = read(two_neighborhoods());
        let cell = &json["groups"][9];
        assert_eq!(cell["activities"], 1);
        assert_eq!(cell["states"], json!({"on-track": 1, "cancelled": 1}));
        assert_eq!(cell["sample"], true);
        let emptied = &json["groups"][11];
        assert_eq!((&emptied["activities"], &emptied["actual"]), (&json!(0), &Value::Null));
    }

    #[test]
    fn the_array_has_cancelled_ones_and_only_those_that_exist() {
        let json = read(two_neighborhoods());
        let ids: Vec<&str> =
            json["activities"].as_array().unwrap().iter().map(|of| of["id"].as_str().unwrap()).collect();
        assert_eq!(ids, ["a", "b"]);
        assert_eq!(json["activities"][1]["state"], "cancelled");
        assert_eq!(json["activities"][1]["neighborhoods"], json!(["shahr", "shahr-no"]));
        assert_eq!(json["activities"][0]["lead"], Value::Null);
    }

    #[test]
    fn figures_of_a_cancelled_activity_are_computed_as_for_any_other() {
        let json = read(Records::new().with(
            activity("a").start(-10).due(10).report(-1, 40.0).status(Status::Cancelled).reschedule(-2, 30),
        ));
        let row = &json["activities"][0];
        assert_eq!((&row["actual"], &row["planned"]), (&json!(40.0), &json!(25.0)));
        assert_eq!((&row["due"], &row["slippage_days"]), (&json!("2026-02-04"), &json!(20)));
    }

    #[test]
    fn numbers_are_unrounded_and_read_back_to_the_same_bits() {
        let third = Records::new().with(activity("a").milestones([
            milestone(None, Some(-1)),
            milestone(None, None),
            milestone(None, None),
        ]));
        assert_eq!(read(third)["activities"][0]["actual"].as_f64(), Some(100.0 / 3.0));
    }

    #[test]
    fn titles_are_escaped() {
        let mut draft = activity("a");
        draft.activity.record.title = "«الف» \"ب\" \\ <script>".into();
        assert_eq!(read(Records::new().with(draft))["activities"][0]["title"], "«الف» \"ب\" \\ <script>");
    }
}
