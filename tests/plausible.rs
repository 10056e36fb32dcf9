//! Tests of what can hardly be true, through the program: who may allow it, what today changes and what it doesn't, and
//! that a sound site has none of it.

use std::time::SystemTime;

use chrono::{DateTime, Days, FixedOffset, Utc};

use crate::support::{Site, Tree, changed};

const PARK: &str =
    "title: پارک\nneighborhood: sheikhabad\ndomain: sport\nstart: 1404/02/01\ndue: 1404/12/29\n";

/// The codes K08 that a check tells, with their lines.
fn doubts(site: &Site) -> Vec<String> {
    let run = site.run(&["check", "--format", "json"]).ends(0);
    let found = run.findings().into_iter().filter(|found| found.code.starts_with("K08"));
    found.map(|found| format!("{} {}:{}", found.code, found.file, found.line)).collect()
}

#[test]
fn every_record_can_allow_a_doubt() {
    let falls = "updates:\n  - {date: 1404/05/01, progress: 80}\n  - {date: 1404/06/01, progress: 8}\n";
    let site = Site::with(&[("content/activities/park.yml", &format!("{PARK}{falls}"))]);
    assert_eq!(doubts(&site), ["K0801 content/activities/park.yml:8"]);
    site.write("content/activities/park.yml", format!("{PARK}{falls}allow: [K0801]\n"));
    assert_eq!(doubts(&site), [""; 0]);

    // A report in its own file allows for itself.
    site.write("content/activities/park.yml", PARK);
    let report = |day: &str, rest: &str| format!("activity: park\ndate: 1404/{day}\n{rest}\n");
    site.write("content/updates/a.yml", report("05/01", "progress: 80"));
    site.write("content/updates/b.yml", report("06/01", "progress: 8"));
    assert_eq!(doubts(&site), ["K0801 content/updates/b.yml:3"]);
    site.write("content/updates/b.yml", report("06/01", "progress: 8\nallow: [K0801]"));
    assert_eq!(doubts(&site), [""; 0]);
    // Another code does not help.
    site.write("content/updates/b.yml", report("06/01", "progress: 8\nallow: [K0802]"));
    assert_eq!(doubts(&site), ["K0801 content/updates/b.yml:3"]);
}

#[test]
fn doubts_fail_under_strict_only() {
    let site = Site::with(&[(
        "content/activities/park.yml",
        &format!("{PARK}beneficiaries: {{planned: 4, reached: 400}}\n"),
    )]);
    site.run(&["check"]).ends(0);
    let run = site.run(&["check", "--strict"]).ends(1);
    assert!(run.stderr.contains("K0810"), "{}", run.stderr);
}

/// A day in Tehran, so many days after today.
fn after_today(days: u64) -> String {
    let tehran = FixedOffset::east_opt(12_600).expect("three and a half hours");
    let now: DateTime<Utc> = SystemTime::now().into();
    let day = now.with_timezone(&tehran).date_naive() + Days::new(days);
    day.format("%Y-%m-%d").to_string()
}

#[test]
fn a_report_after_today_is_doubted_whatever_the_day_of_the_report() {
    let dated = |day: String| format!("activity: pitch\ndate: {day}\nprogress: 40\n");
    let site = Site::with(&[("content/updates/a.yml", &dated(after_today(20)))]);
    // The day of the report is long before today.
    assert_eq!(doubts(&site), ["K0805 content/updates/a.yml:2"]);
    let run = site.run(&["check", "--format", "json", "--as-of", &after_today(40)]).ends(0);
    assert!(
        run.findings().iter().any(|found| found.code == "K0805"),
        "a later day of the report changes nothing"
    );
    site.write("content/updates/a.yml", dated(after_today(0)));
    assert_eq!(doubts(&site), [""; 0]);
}

#[test]
fn doubts_change_no_byte_of_the_site() {
    let odd = Site::with(&[
        ("content/neighborhoods/sheikhabad.yml", "title: شیخ‌آباد\nlocation: {lat: 50.88, lon: 34.64}\n"),
        ("content/activities/park.yml", &format!("{PARK}updates: [{{date: 1404/05/01, progress: 0.4}}]\n")),
    ]);
    let before = odd.build();
    for record in ["neighborhoods/sheikhabad", "activities/park"] {
        let path = format!("content/{record}.yml");
        odd.write(&path, format!("{}allow: [K0803, K0811]\n", odd.read(&path)));
    }
    assert_eq!(doubts(&odd), [""; 0]);
    odd.run(&["build"]).done();
    let differs = changed(&before, &Tree::of(&odd.output()));
    // The manifest has the digest of the content.
    assert!(differs.iter().all(|path| path.ends_with("manifest.json")), "{differs:?}");
}
