//! An oracle: the figures once more, from the text of the rules alone, held against `data/progress.json`.
//!
//! It was written without a look at the program's own figures, shares no code with it (not the reader, not the
//! calendar) and keeps nothing between one question and the next. Where the two differ one of them is wrong, and the
//! text of the rules says which.

mod calendar;
mod figures;
mod json;
mod province;
mod records;

use std::fs;
use std::path::Path;
use std::process::Command;

use calendar::Day;
use figures::Figures;
use json::Json;

const PROVINCES: u64 = 40;

/// Builds a source folder with the program and holds its figures against the rules.
///
/// Without a day the settings of the site give it.
fn differences(source: &Path, day: Option<Day>) -> Vec<String> {
    let output = tempfile::tempdir().expect("a temporary folder");
    let mut build = Command::new(env!("CARGO_BIN_EXE_karnameh"));
    build.args(["build", "--quiet", "--lang", "en", "--source"]).arg(source);
    build.arg("--output").arg(output.path().join("site"));
    if let Some(day) = day {
        build.args(["--as-of", &calendar::iso(calendar::to_jalali(day))]);
    }
    let run = build.output().expect("the program runs");
    assert!(run.status.success(), "the build failed: {}", String::from_utf8_lossy(&run.stderr));
    let written = fs::read(output.path().join("site/data/progress.json")).expect("it is published");
    let program: Json = serde_json::from_slice(&written).expect("JSON");

    let content = records::read(&source.join("content"));
    let day = day.or(content.as_of).expect("a day is given");
    json::differences(&Figures { content: &content, day }.progress_json(), &program)
}

/// Says the first few differences.
fn agree(what: &str, differences: &[String]) {
    let first = differences.iter().take(12).cloned().collect::<Vec<_>>().join("\n  ");
    assert!(differences.is_empty(), "{what}: {} differences, first\n  {first}", differences.len());
}

#[test]
fn the_demo_counts_as_the_rules_say() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR"));
    for day in ["1404/01/31", "1404/05/31", "1404/07/26", "1404/10/15", "1404/12/29", "1405/06/31"] {
        let as_of = calendar::parse(day).expect("a date");
        agree(day, &differences(source, Some(as_of)));
    }
    agree("the day of site.yml", &differences(source, None));
}

#[test]
fn random_provinces_count_as_the_rules_say() {
    let mut failures = Vec::new();
    for seed in 1..=PROVINCES {
        let source = tempfile::tempdir().expect("a temporary folder");
        let (day, in_settings) = province::write(source.path(), seed);
        let found = differences(source.path(), (!in_settings).then_some(day));
        failures.extend(found.into_iter().map(|each| format!("province {seed}: {each}")));
    }
    agree("random provinces", &failures);
}
