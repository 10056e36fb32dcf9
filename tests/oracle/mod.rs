//! An oracle: computes the figures a second time, only from the text of the rules, and compares `data/progress.json`.
//!
//! It was written without reading the program's own computation, shares no code with it (neither reader nor calendar) and
//! caches nothing. If the two differ, one of them is wrong, and the text of the rules decides which.

mod calendar;
mod figures;
mod json;
mod program;
mod province;
mod records;

use std::fs;
use std::path::Path;
use std::process::Command;

use calendar::Day;
use figures::Figures;
use json::{Json, differences};
use program::Program;

/// How many random provinces are compared in memory.
const PROVINCES: u64 = 40;

/// How many of these are built as complete sites.
const BUILT: [u64; 4] = [3, 14, 25, 36];

/// Builds a source folder with the program and compares its figures with the rules.
///
/// Without a given day, the site's settings determine it.
fn built(source: &Path, day: Option<Day>) -> Vec<String> {
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

    let content = records::read(&source.join("content"));
    let day = day.or(content.as_of).expect("a day is given");
    let written: Json = serde_json::from_slice(&written).expect("JSON");
    differences(&Figures { content: &content, day }.progress_json(), &written)
}

/// Formats the first few differences.
fn agree(what: &str, differences: &[String]) {
    let first = differences.iter().take(12).cloned().collect::<Vec<_>>().join("\n  ");
    assert!(differences.is_empty(), "{what}: {} differences, first\n  {first}", differences.len());
}

#[test]
fn the_demo_counts_as_the_rules_say() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR"));
    let days = ["1404/01/31", "1404/05/31", "1404/07/26", "1404/10/15", "1404/12/29", "1405/06/31"];
    // A build waits for the disk more than it computes, so run several in parallel.
    std::thread::scope(|scope| {
        for day in days {
            scope.spawn(move || agree(day, &built(source, calendar::parse(day))));
        }
        scope.spawn(|| agree("the day of site.yml", &built(source, None)));
    });
}

#[test]
fn random_provinces_are_built_as_the_rules_say() {
    std::thread::scope(|scope| {
        for seed in BUILT {
            scope.spawn(move || {
                let source = tempfile::tempdir().expect("a temporary folder");
                let (day, in_settings) = province::write(source.path(), seed);
                let found = built(source.path(), (!in_settings).then_some(day));
                agree(&format!("province {seed}"), &found);
            });
        }
    });
}

#[test]
fn random_provinces_count_as_the_rules_say() {
    std::thread::scope(|scope| {
        for part in 0..4 {
            scope.spawn(move || {
                (1..=PROVINCES).filter(|seed| seed % 4 == part).for_each(counts_as_the_rules_say);
            });
        }
    });
}

fn counts_as_the_rules_say(seed: u64) {
    let source = tempfile::tempdir().expect("a temporary folder");
    let (day, _) = province::write(source.path(), seed);
    let content = records::read(&source.path().join("content"));
    let program = Program::read(source.path());
    // The province's own day, around which its dates lie; the end of a month; and a day much later.
    let end = calendar::month_end(calendar::month_of(day) - 2);
    for as_of in [day, end, day + 200] {
        let figures = Figures { content: &content, day: as_of };
        let program = program.on(as_of);
        let mut found = differences(&figures.progress_json(), &program.progress_json());
        // A series covers many days already, so one day suffices.
        if as_of == day {
            found.extend(differences(&figures.beyond_json(), &program.beyond_json()));
        }
        agree(&format!("province {seed} on {:?}", calendar::to_jalali(as_of)), &found);
    }
}
