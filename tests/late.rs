//! Late reports, corrections and handovers through the built program (F2, F4, F27, F30).

use serde_json::{Value, json};

use crate::support::outline::outline;
use crate::support::{Site, Tree};

const ACTIVITY: &str = "title: زمین چمن\nneighborhood: sheikhabad\ndomain: sport\nlead: sport-office\n\
                        start: 1404/02/01\ndue: 1404/12/29\n";
const CORRECTED: &str = "updates:\n  - {date: 1404/08/30, progress: 80}\n  \
                         - {date: 1404/08/30, registered: 1404/09/05, progress: 8}\n\
                         handovers:\n  - {date: 1404/09/10, lead: village}\n";

fn site() -> Site {
    let site = Site::new();
    site.write("content/agencies/village.yml", "title: دهیاری\n");
    site.write("content/activities/pitch.yml", format!("{ACTIVITY}{CORRECTED}"));
    site
}

fn on(site: &Site, day: &str) -> Tree {
    site.run(&["build", "--quiet", "--as-of", day]).done();
    Tree::of(&site.output())
}

/// A figure of the activity in `data/progress.json`.
fn figure(tree: &Tree, key: &str) -> Value {
    let json: Value = serde_json::from_str(tree.text("data/progress.json")).expect("JSON");
    let rows = json["activities"].as_array().expect("a list");
    rows.iter().find(|row| row["id"] == "pitch").expect("it is published")[key].clone()
}

fn page(tree: &Tree, path: &str) -> String {
    outline(path, tree.text(path)).replace('\u{61c}', "")
}

#[test]
fn a_correction_counts_from_its_registration_on_and_the_page_shows_both() {
    let site = site();
    let before = on(&site, "1404/09/04");
    assert_eq!(figure(&before, "actual"), 80.0);
    assert!(!page(&before, "activities/pitch.html").contains("اصلاح"));
    let after = on(&site, "1404/09/15");
    assert_eq!(figure(&after, "actual"), 8.0);
    let sentence = "گزارش ۳۰ آبان ۱۴۰۴ در ۵ آذر ۱۴۰۴ اصلاح شد: از ۸۰٪ به ۸٪.";
    for path in ["activities/pitch.html", "changes.html", "index.html", "neighborhoods/sheikhabad.html"] {
        assert!(page(&after, path).contains(sentence), "{path}: {}", page(&after, path));
    }
    // The end of Aban still says what was known then.
    let month = |tree: &Tree| {
        let rows = tree.text("data/series.csv").lines().map(str::to_owned);
        rows.filter(|row| row.contains("1404-08-30") && !row.ends_with(",,,")).collect::<Vec<_>>()
    };
    assert_eq!(month(&before), month(&after));
}

#[test]
fn a_handover_moves_the_lead_from_its_day_on_and_the_page_names_the_former_one() {
    let site = site();
    let before = on(&site, "1404/09/09");
    assert_eq!(figure(&before, "lead"), "sport-office");
    assert!(!before.text("data/handovers.csv").contains("village"));
    let after = on(&site, "1404/09/10");
    assert_eq!(figure(&after, "lead"), "village");
    assert!(after.text("data/handovers.csv").contains("pitch,1,2025-12-01"));
    let text = page(&after, "activities/pitch.html");
    assert!(text.contains("از ۱۰ آذر ۱۴۰۴؛ پیش از آن ادارهٔ ورزش"), "{text}");
    assert!(text.contains("دهیاری مسئول شد."), "{text}");
    assert!(page(&after, "changes.html").contains("تغییر دستگاه مسئول"));
}

#[test]
fn diff_tells_a_handover() {
    let site = site();
    let run = site.run(&["diff", "--format", "json", "1404/09/09", "1404/09/10"]).ends(1);
    let found: Value = serde_json::from_str(&run.stdout).expect("an object");
    let changed = found["changed"].as_array().expect("a list");
    let row = changed.iter().find(|row| row["id"] == "pitch").expect("a change");
    assert_eq!(row["fields"]["lead"], json!(["sport-office", "village"]), "{row}");
}
