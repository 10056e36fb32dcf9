//! Figures through the built program: every file takes keys and words from the vocabulary of figures. (That no other
//! place types them is for `words.rs` to test.)

use std::collections::BTreeSet;
use std::fs;

use karnameh::compare::{Difference, Edition, compared};
use karnameh::figures::{Figure, Kind, activity, decisions, group, series};
use karnameh::progress::State;
use serde_json::{Value, json};

use crate::support::model_package::Opened;
use crate::support::{REPOSITORY, Site, Tree};

/// The demo with its data.
fn demo() -> (Tree, Value) {
    let tree = Site::demo().build();
    let data = serde_json::from_str(tree.text("data/progress.json")).expect("JSON");
    (tree, data)
}

/// The keys of a row, those of its objects as paths.
fn keys(row: &Value) -> BTreeSet<String> {
    let object = row.as_object().expect("an object");
    let paths = object.iter().flat_map(|(key, value)| match value.as_object() {
        Some(part) => part.keys().map(|inner| format!("{key}.{inner}")).collect(),
        None => vec![key.clone()],
    });
    paths.collect()
}

fn published(figures: &[Figure]) -> BTreeSet<String> {
    figures.iter().filter(|figure| figure.role().is_some()).map(Figure::path).collect()
}

#[test]
fn the_keys_of_progress_json_are_those_of_the_vocabulary() {
    let (_, data) = demo();
    for (rows, figures) in [("groups", group::ALL), ("activities", activity::ALL)] {
        // A state that no activity is in has no key.
        let rows = data[rows].as_array().expect("a list");
        let found: BTreeSet<String> = rows.iter().flat_map(keys).collect();
        let states = State::ALL.map(|state| format!("states.{}", state.key()));
        let absent: BTreeSet<String> = states.into_iter().filter(|key| !found.contains(key)).collect();
        assert_eq!(&found | &absent, &published(figures) | &absent);
    }
    assert_eq!(keys(&data["decisions"]), published(decisions::ALL));
}

#[test]
fn the_keys_of_progress_json_stand_in_the_order_of_the_vocabulary() {
    let (tree, _) = demo();
    let text = tree.text("data/progress.json");
    for (start, figures) in [("{\"kind\":", group::ALL), ("{\"id\":", activity::ALL)] {
        let line = text.lines().find(|line| line.starts_with(start)).expect("a row");
        let keys = figures.iter().filter(|figure| figure.role().is_some() && figure.part.is_none());
        let places: Vec<_> = keys.map(|figure| line.find(&format!("\"{}\":", figure.key))).collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} in {line}");
    }
}

#[test]
fn the_columns_of_tables_are_those_of_the_vocabulary() {
    let (tree, _) = demo();
    let package: Value = serde_json::from_str(tree.text("data/datapackage.json")).expect("JSON");
    let columns = |table: &str| -> BTreeSet<String> {
        let resources = package["resources"].as_array().expect("a list");
        let resource = resources.iter().find(|resource| resource["name"] == table).expect("a table");
        let fields = resource["schema"]["fields"].as_array().expect("a list");
        let names = fields.iter().map(|field| field["name"].as_str().expect("a name").to_owned());
        names.filter(|name| !name.ends_with("_jalali")).collect()
    };
    let named = |figures: &[Figure]| -> BTreeSet<String> {
        figures.iter().filter(|figure| figure.is_in_tables()).map(|figure| figure.column.to_owned()).collect()
    };
    assert_eq!(columns("groups"), &named(group::ALL) | &named(decisions::ALL));
    assert_eq!(columns("series"), named(series::ALL));
    assert!(columns("activities").is_superset(&named(activity::ALL)));
    let dictionary = tree.text("data/index.html");
    for figure in [activity::ALL, group::ALL, decisions::ALL, series::ALL].into_iter().flatten() {
        assert!(!figure.is_in_tables() || dictionary.contains(figure.head), "{}", figure.head);
    }
}

/// Every key that a row of the file has, whoever wrote it there, makes a difference when its value changes.
#[test]
fn every_key_of_progress_json_is_compared() {
    let (_, data) = demo();
    let other = [
        json!(50.5),
        json!(0.5),
        json!(7),
        json!(true),
        json!(false),
        json!("paused"),
        json!("reported"),
        json!("milestones"),
        json!("2020-01-01"),
        json!("x"),
        json!(["x"]),
        json!([0.125]),
    ];
    let before = Edition::read(data.to_string().as_bytes()).expect("the contract");
    for place in ["/groups/0", "/activities/0", "/decisions"] {
        let row = data.pointer(place).expect("a row");
        for key in keys(row).iter().filter(|key| !["id", "kind"].contains(&&***key)) {
            let changed = other.iter().find(|value| {
                let mut later = data.clone();
                let at = format!("{place}/{}", key.replace('.', "/"));
                *later.pointer_mut(&at).expect("a value") = (*value).clone();
                let Ok(after) = Edition::read(later.to_string().as_bytes()) else { return false };
                let difference = Difference::between(&before, &after);
                difference.changed.iter().any(|change| change.figures().any(|(of, ..)| of.path() == *key))
            });
            assert!(changed.is_some(), "a changed `{key}` in {place} makes no difference");
        }
    }
}

#[test]
fn every_compared_figure_has_a_name_for_people() {
    for kind in Kind::GROUPS.into_iter().chain([Kind::Activity, Kind::Decisions]) {
        for figure in compared(kind) {
            assert!(!figure.fa.is_empty() && !figure.en.is_empty(), "{}", figure.path());
        }
    }
}

#[test]
fn every_figure_is_explained_and_follows_a_rule() {
    let rules = fs::read_to_string(format!("{REPOSITORY}/docs/FIGURES.md")).expect("the rules");
    for figure in [activity::ALL, group::ALL, decisions::ALL, series::ALL].into_iter().flatten() {
        assert!(!figure.meaning_fa.is_empty() && !figure.meaning_en.is_empty(), "{}", figure.path());
        assert!(rules.contains(&format!("- **{}", figure.rule)), "no rule {}", figure.rule);
    }
}

/// A package has the figures of its activities under the keys of `data/progress.json`.
#[test]
fn the_figures_of_a_package_are_those_of_the_vocabulary() {
    let figures = Opened::demo().json("figures.json");
    let activities = figures["activities"].as_array().expect("a list");
    assert!(!activities.is_empty());
    for activity in activities {
        let unknown: Vec<_> = keys(activity).difference(&published(activity::ALL)).cloned().collect();
        assert_eq!(unknown, [""; 0]);
    }
}
