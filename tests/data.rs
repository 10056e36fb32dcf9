//! Tests of open data and feeds with third-party readers: contents, exclusions, and that no text of a record becomes a
//! formula, a field, a line or an element.

use std::collections::BTreeSet;
use std::fs;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use karnameh::digest::Digest;
use karnameh::model::RecordKind;
use serde_json::Value;

use crate::support::{REPOSITORY, Site, Tree, demo, left_out};

/// Returns the rows of a table as a CSV reader parses them, by column name.
#[track_caller]
fn csv_rows(tree: &Tree, table: &str) -> Vec<Vec<(String, String)>> {
    let text = tree.text(&format!("data/{table}.csv"));
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    assert!(text.ends_with("\r\n"), "{table}");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let heads: Vec<String> = reader.headers().expect("a head").iter().map(str::to_owned).collect();
    let rows = reader.records().map(|row| row.expect("as many fields as the head has"));
    rows.map(|row| heads.iter().cloned().zip(row.iter().map(str::to_owned)).collect()).collect()
}

/// Returns a cell by column name.
#[track_caller]
fn cell<'r>(row: &'r [(String, String)], name: &str) -> &'r str {
    &row.iter().find(|(head, _)| head == name).unwrap_or_else(|| panic!("a column {name}")).1
}

/// Returns the row with an id.
#[track_caller]
fn row<'r>(rows: &'r [Vec<(String, String)>], id: &str) -> &'r [(String, String)] {
    rows.iter().find(|row| cell(row, "id") == id).unwrap_or_else(|| panic!("a row {id}"))
}

#[track_caller]
fn json_rows(tree: &Tree, table: &str) -> Vec<Value> {
    serde_json::from_str(tree.text(&format!("data/{table}.json"))).expect("a list of objects")
}

/// Returns the first sheet of a table's workbook.
#[track_caller]
fn sheet(tree: &Tree, table: &str) -> Vec<Vec<Data>> {
    let name = format!("data/{table}.xlsx");
    let bytes = tree.files().find(|(file, _)| *file == name).expect("a workbook").1.to_vec();
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook");
    let names = book.sheet_names();
    assert_eq!((names.len(), &*names[1]), (2, "راهنما"));
    book.worksheet_range(&names[0]).expect("a sheet").rows().map(<[Data]>::to_vec).collect()
}

fn package(tree: &Tree) -> Value {
    serde_json::from_str(tree.text("data/datapackage.json")).expect("JSON")
}

fn tables(tree: &Tree) -> Vec<String> {
    let of = |resource: &Value| {
        resource["schema"].is_object().then(|| resource["name"].as_str().map(str::to_owned))
    };
    package(tree)["resources"].as_array().expect("a list").iter().filter_map(of).flatten().collect()
}

#[test]
fn every_table_has_the_same_rows_in_all_its_forms() {
    let tree = demo();
    let tables = tables(tree);
    // A page is a text, which only the page itself can show.
    for kind in RecordKind::ALL.iter().filter(|kind| **kind != RecordKind::Page) {
        assert!(tables.iter().any(|table| table == kind.folder()), "{kind:?}: {tables:?}");
    }
    for table in &tables {
        let (csv, json, xlsx) = (csv_rows(tree, table), json_rows(tree, table), sheet(tree, table));
        assert_eq!(csv.len(), json.len(), "{table}");
        assert_eq!(csv.len() + 1, xlsx.len(), "{table}");
        for (csv, json) in csv.iter().zip(&json) {
            let keys: Vec<&String> = json.as_object().expect("an object").keys().collect();
            assert_eq!(csv.len(), keys.len(), "{table}");
            for (name, text) in csv {
                let same = match &json[name] {
                    Value::Null => text.is_empty(),
                    Value::String(typed) => text.trim_start_matches('\'') == typed.trim_start_matches('\''),
                    Value::Array(_) => !text.is_empty(),
                    // The test's XLSX reader can be off by the last bit.
                    Value::Number(number) => text
                        .parse::<f64>()
                        .ok()
                        .zip(number.as_f64())
                        .is_some_and(|(one, other)| (one - other).abs() < 1e-9),
                    Value::Bool(yes) => text.parse() == Ok(*yes),
                    Value::Object(_) => false,
                };
                assert!(same, "{table}.{name}: {text:?} {}", json[name]);
            }
        }
        assert!(
            csv.first().is_none_or(|row| row.iter().any(|(head, _)| head == "sample")) || table == "series"
        );
    }
}

/// Sizes and digests match the files, and every key leads to a row.
#[test]
fn the_package_tells_the_truth_of_its_files() {
    let tree = demo();
    let package = package(tree);
    let resources = package["resources"].as_array().expect("a list");
    assert_eq!(package["licenses"][0]["name"], "CC-BY-4.0");
    let mut named = BTreeSet::new();
    for resource in resources {
        let path = format!("data/{}", resource["path"].as_str().expect("a path"));
        let bytes = tree.files().find(|(name, _)| *name == path).unwrap_or_else(|| panic!("{path}")).1;
        let digest = Digest::of(bytes);
        assert_eq!(resource["hash"], format!("sha256:{digest}"), "{path}");
        assert_eq!(resource["bytes"], bytes.len(), "{path}");
        named.insert(path);
    }
    let there = tree.files().map(|(name, _)| name.to_owned()).filter(|name| name.starts_with("data/"));
    let untold: Vec<String> = there.filter(|name| !named.contains(name)).collect();
    assert_eq!(untold, ["data/datapackage.json", "data/index.html"]);
    let activities = csv_rows(tree, "activities");
    let known = |table: &str| -> BTreeSet<String> {
        csv_rows(tree, table).iter().map(|row| cell(row, "id").to_owned()).collect()
    };
    let (domains, neighborhoods) = (known("domains"), known("neighborhoods"));
    for row in &activities {
        assert!(domains.contains(cell(row, "domain")));
        assert!(cell(row, "neighborhoods").split(';').all(|id| neighborhoods.contains(id)));
    }
}

#[test]
fn the_tables_say_what_progress_json_says() {
    let tree = demo();
    let progress: Value = serde_json::from_str(tree.text("data/progress.json")).expect("JSON");
    for (list, table) in [("activities", "activities"), ("groups", "groups")] {
        let rows = json_rows(tree, table);
        let told = progress[list].as_array().expect("a list");
        assert_eq!(rows.len(), told.len());
        for (row, told) in rows.iter().zip(told) {
            for (key, value) in told.as_object().expect("an object") {
                if !["states", "pillars", "achievements"].contains(&&**key) {
                    assert_eq!(&row[key], value, "{list} {key}");
                }
            }
        }
    }
    assert_eq!(progress["version"], package(tree)["karnameh:version"]);
    // DATA.md documents every key and no others.
    let contract =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/DATA.md")).expect("docs/DATA.md");
    for (list, title) in
        [("groups", "### An item of `groups`"), ("activities", "### An item of `activities`")]
    {
        let part = contract.split(title).nth(1).expect("a part").split("\n#").next().expect("a first piece");
        let told: Vec<&str> =
            part.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
        let keys: Vec<&String> = progress[list][0].as_object().expect("an object").keys().collect();
        assert_eq!(BTreeSet::from_iter(told), keys.into_iter().map(String::as_str).collect(), "{list}");
    }
}

/// An activity in which every text tries to break out of its format.
const HOSTILE: &str = "\
title: '=HYPERLINK(\"http://x.ir\",\"الف\")'
neighborhood: sheikhabad
domain: sport
summary: '+98, \"گیومه\"; @cmd'
responsible: '-1+2'
tags: ['@SUM(A1)', \"ب\u{200f}ج\", '<b>&amp;']
start: 1404/02/01
due: 1404/12/29
status: active
milestones: [{title: '=1+1', due: 1404/11/30}]
beneficiaries: {planned: 400, reached: 3, group: '\tتب'}
updates:
  - date: 1404/08/01
    progress: 40
    text: |
      =سطر نخست، \"با گیومه\"

      سطر 2; با <script>
    by: '\u{200f}=1'
";

#[test]
fn no_text_becomes_a_formula_a_field_or_a_line() {
    let tree = Site::with(&[(
        "content/activities/hostile.yml",
        &HOSTILE.replace("tags:", "measure: reported\ntags:"),
    )])
    .build();
    let rows = csv_rows(&tree, "activities");
    let hostile = row(&rows, "hostile");
    assert_eq!(cell(hostile, "title"), "'=HYPERLINK(\"http://x.ir\",\"الف\")");
    assert_eq!(cell(hostile, "summary"), "'+98, \"گیومه\"; @cmd");
    assert_eq!(cell(hostile, "responsible"), "'-1+2");
    assert_eq!(cell(hostile, "tags"), "'@SUM(A1)\nبج\n<b>&amp;");
    assert_eq!((cell(hostile, "start"), cell(hostile, "start_jalali")), ("2025-04-21", "1404-02-01"));
    assert_eq!(cell(hostile, "actual"), "40");
    assert!(cell(hostile, "deviation").starts_with('-'), "a number is no text");
    let updates = csv_rows(&tree, "updates");
    let update = updates.iter().find(|row| cell(row, "activity") == "hostile").expect("the report");
    assert_eq!(cell(update, "text"), "'=سطر نخست، \"با گیومه\"\nسطر 2; با <script>");
    assert_eq!(cell(update, "by"), "'=1");
    let json = json_rows(&tree, "activities");
    let typed = json.iter().find(|row| row["id"] == "hostile").expect("the activity");
    assert_eq!(typed["title"], "=HYPERLINK(\"http://x.ir\",\"الف\")");
    assert_eq!(typed["tags"][1], "ب\u{200f}ج");
    let sheet = sheet(&tree, "activities");
    let title = sheet[0].iter().position(|head| *head == Data::String("عنوان".into())).expect("a title");
    assert!(sheet.iter().any(|row| row[title] == Data::String("=HYPERLINK(\"http://x.ir\",\"الف\")".into())));
}

#[test]
fn cells_of_workbooks_are_typed() {
    let tree = Site::with(&[(
        "content/activities/hostile.yml",
        &HOSTILE.replace("milestones:", "measure: reported\nmilestones:"),
    )])
    .build();
    let sheet = sheet(&tree, "activities");
    let at = |name: &str| sheet[0].iter().position(|head| *head == Data::String(name.into())).expect(name);
    let row = sheet.iter().find(|row| row[0] == Data::String("hostile".into())).expect("the activity");
    assert_eq!(row[at("پیشرفت واقعی")], Data::Float(0.4));
    assert!(
        matches!(&row[at("شروع")], Data::DateTime(day) if (day.as_f64() - 45_768.0).abs() < 1e-9),
        "{:?}",
        row[at("شروع")]
    );
    assert_eq!(row[at("شروع (شمسی)")], Data::String("1404-02-01".into()));
    assert_eq!(row[at("جاری")], Data::Bool(true));
    assert_eq!(row[at("وضعیت")], Data::String("در حال اجرا".into()));
}

#[test]
fn small_groups_are_in_no_file() {
    let tree = Site::with(&[("content/activities/hostile.yml", HOSTILE)]).build();
    let rows = csv_rows(&tree, "activities");
    let hostile = row(&rows, "hostile");
    assert_eq!(cell(hostile, "beneficiaries_planned"), "400");
    assert_eq!(cell(hostile, "beneficiaries_reached"), "<5");
    assert_eq!(json_rows(&tree, "activities")[0]["beneficiaries_reached"], "<5");
    let groups = csv_rows(&tree, "groups");
    assert_eq!(cell(row(&groups, "sheikhabad"), "beneficiaries_reached"), "");
    assert_eq!(cell(row(&groups, "sheikhabad"), "beneficiaries_left_out"), "1");
    let sheet = sheet(&tree, "activities");
    assert!(sheet.iter().flatten().any(|cell| *cell == Data::String("<5".into())));
}

/// Unpublished and future facts are in no file.
#[test]
fn nothing_hidden_and_nothing_later_is_in_any_file() {
    let site = Site::with(&[
        ("content/site.yml", "title: آزمایش\nprovince: قم\nas_of: 1404/07/30\nurl: https://example.ir/q\n"),
        (
            "content/neighborhoods/sheikhabad.yml",
            "title: شیخ‌آباد\nmanager: {title: مدیر محله, phone: 025-37700001, email: m.secret@example.ir}\n",
        ),
        ("content/agencies/sport-office.yml", "title: ادارهٔ ورزش\ncontact: تلفن ۰۲۵-۳۷۷۰۰۰۰۲\n"),
        (
            "content/activities/pitch.yml",
            "title: زمین چمن\nneighborhood: sheikhabad\ndomain: sport\nstart: 1404/02/01\ndue: 1404/12/29\n\
             finished: 1404/09/09\ndepends_on: [later]\n\
             updates: [{date: 1404/09/01, progress: 90, text: ققنوس گزارش}]\n\
             reschedules: [{date: 1404/09/02, due: 1405/01/31, reason: funding, note: ققنوس مهلت}]\n\
             milestones: [{title: پی, done: 1404/09/03}]\n\
             indicators: [{title: شمار, baseline: 0, target: 10, values: [{date: 1404/09/04, value: 7, note: ققنوس مقدار}]}]\n\
             evidence: [{title: ققنوس سند, url: 'https://example.ir/x', date: 1404/09/05}]\n",
        ),
        (
            "content/activities/later.yml",
            "title: ققنوس آینده\nneighborhood: sheikhabad\ndomain: sport\nregistered: 1404/09/06\n",
        ),
        (
            "content/activities/draft.yml",
            "title: ققنوس پیش‌نویس\ndraft: true\nneighborhood: sheikhabad\ndomain: sport\n",
        ),
        ("content/problems/p.yml", "title: ققنوس مسئله\nneighborhood: sheikhabad\nregistered: 1404/09/07\n"),
        ("content/visits/v.yml", "date: 1404/09/08\nneighborhood: sheikhabad\nby: ققنوس بازدید\n"),
        (
            "content/meetings/next.yml",
            "date: 1404/09/10\ntitle: جلسهٔ پیش رو\nplace: تالار\nchair: ققنوس رئیس\nagencies: [sport-office]\n\
             decisions: [{id: d1, text: ققنوس مصوبه, activity: pitch}]\n",
        ),
        (
            "content/meetings/review.yml",
            "date: 1404/07/26\ndecisions: [{id: d1, text: آماده شود, done: 1404/09/11}]\n",
        ),
        (
            "content/models/m.yml",
            "title: الگو\nproblem: م\napproach: ر\nadoptions: [{place: ققنوس جا, date: 1404/09/12}]\n",
        ),
    ]);
    site.run(&["build", "-q"]).done();
    let tree = Tree::of(&site.output());
    let open: Vec<(&str, &[u8])> = tree
        .files()
        .filter(|(name, _)| name.starts_with("data/") || ["atom.xml", "calendar.ics"].contains(name))
        .collect();
    assert!(open.len() > 55);
    let holds = |bytes: &[u8], text: &str| bytes.windows(text.len()).any(|piece| piece == text.as_bytes());
    let secret = ["ققنوس", "37700001", "۳۷۷۰۰۰۰۲", "m.secret", "2025-11-3", "2025-12-0", "1404-09-0"];
    for (name, bytes) in &open {
        for text in secret {
            // The date of the next meeting is public.
            assert!(
                !holds(bytes, text) || (text == "2025-12-0" && name.contains("meetings")),
                "{name}: {text}"
            );
        }
    }
    // Workbooks are compressed, so parse them.
    for table in tables(&tree) {
        let cells: Vec<String> = sheet(&tree, &table).iter().flatten().map(ToString::to_string).collect();
        assert!(!cells.iter().any(|cell| secret[..4].iter().any(|text| cell.contains(text))), "{table}");
    }
    let meetings = csv_rows(&tree, "meetings");
    let next = row(&meetings, "next");
    assert_eq!(
        (cell(next, "title"), cell(next, "place"), cell(next, "held")),
        ("جلسهٔ پیش رو", "تالار", "false")
    );
    assert_eq!((cell(next, "chair"), cell(next, "agencies")), ("", ""));
    let decisions = csv_rows(&tree, "decisions");
    assert_eq!(decisions.len(), 1);
    assert_eq!((cell(&decisions[0], "id"), cell(&decisions[0], "state")), ("review/d1", "open"));
    assert_eq!(cell(row(&csv_rows(&tree, "activities"), "pitch"), "decisions"), "");
}

/// Returns the content lines of a calendar, unfolded.
fn content_lines(text: &str) -> Vec<String> {
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\n', '\r'])));
    text.replace("\r\n ", "").lines().map(str::to_owned).collect()
}

#[test]
fn the_calendar_has_whole_days_and_names_that_stay() {
    let hostile =
        HOSTILE.replace("=HYPERLINK(\"http://x.ir\",\"الف\")", "یک؛ دو, سه; چهار\\پنج BEGIN:VEVENT");
    let files = [("content/activities/hostile.yml", &*hostile)];
    let site = Site::with(&files);
    let text = site.build().text("calendar.ics").to_owned();
    let lines = content_lines(&text);
    let of = |lines: &[String], name: &str| -> Vec<String> {
        lines.iter().filter_map(|line| line.strip_prefix(name).map(str::to_owned)).collect()
    };
    let uids = of(&lines, "UID:");
    assert_eq!(uids.len(), 3, "{lines:#?}");
    assert!(uids.iter().any(|uid| uid.starts_with("activities/hostile/milestones/1@")));
    assert_eq!(uids.iter().collect::<BTreeSet<_>>().len(), 3);
    assert!(
        lines.contains(&"SUMMARY:مهلت: \u{2067}یک؛ دو\\, سه\\; چهار\\\\پنج BEGIN:VEVENT\u{2069}".to_owned())
    );
    let (starts, ends) = (of(&lines, "DTSTART;VALUE=DATE:"), of(&lines, "DTEND;VALUE=DATE:"));
    assert_eq!((&*starts[0], &*ends[0]), ("20260219", "20260220"));
    assert!(of(&lines, "DTSTAMP:").iter().all(|stamp| stamp == "20260105T000000Z"));
    assert!(of(&lines, "URL:").is_empty());
    // With a site URL there are links. The UIDs of events do not change.
    site.write("content/site.yml", "title: الف\nprovince: قم\nurl: https://example.ir/q/\n");
    let lines = content_lines(site.build().text("calendar.ics"));
    assert_eq!(of(&lines, "UID:"), uids);
    assert!(of(&lines, "URL:").contains(&"https://example.ir/q/activities/hostile.html".to_owned()));
}

#[test]
fn what_needs_an_address_is_there_only_with_one() {
    let site = Site::with(&[("content/activities/hostile.yml", HOSTILE)]);
    let tree = site.build();
    for name in ["atom.xml", "sitemap.xml", "robots.txt"] {
        assert!(!tree.has(name), "{name}");
    }
    assert!(!tree.text("index.html").contains("application/atom+xml"));
    site.write("content/site.yml", "title: کارنامه & \"من\"\nprovince: قم\nurl: https://example.ir/q\n");
    let tree = site.build();
    let feed = tree.text("atom.xml");
    assert!(feed.contains(
        "<title>گزارش: \u{2067}=HYPERLINK(&quot;http://x.ir&quot;,&quot;الف&quot;)\u{2069}</title>"
    ));
    assert!(feed.contains("<id>tag:example.ir,2025-10-23:activities/hostile/updates/2025-10-23-1</id>"));
    assert!(feed.contains(
        "<link rel=\"alternate\" type=\"text/html\" href=\"https://example.ir/q/activities/hostile.html\"/>"
    ));
    assert!(feed.contains("<updated>2025-10-23T00:00:00+03:30</updated>"));
    assert!(!feed.contains("<script>") && feed.contains("&lt;script&gt;"));
    assert!(tree.text("activities/hostile.html").contains("href=\"../atom.xml\""));
    let map = tree.text("sitemap.xml");
    let pages = tree.pages().count();
    assert_eq!(map.matches("<loc>https://example.ir/q/").count(), pages - 1);
    assert!(!map.contains("404.html"));
    assert!(tree.text("robots.txt").ends_with("Sitemap: https://example.ir/q/sitemap.xml\n"));
    // Two sources with the same address are an error here too.
    site.write("content/static/robots.txt", "User-agent: *\n");
    let run = site.run(&["build", "-q", "--format", "json"]).ends(1);
    assert!(run.findings().iter().any(|found| found.file == "content/static/robots.txt"));
}

#[test]
fn the_page_of_open_data_leads_to_every_file() {
    let tree = demo();
    let page = tree.text("data/index.html");
    let missing: Vec<&str> = tree
        .files()
        .map(|(name, _)| name)
        .filter(|name| name.starts_with("data/") && *name != "data/index.html")
        .filter(|name| !page.contains(&format!("href=\"../{name}\"")))
        .collect();
    assert_eq!(missing, [""; 0]);
    assert!(tree.text("schedule.html").contains("href=\"calendar.ics\""));
    assert!(tree.text("index.html").contains("href=\"data/index.html\""));
}

/// Runs the program in docs/DATA.md on the sites of two provinces.
#[test]
fn the_contract_is_enough_to_compare_provinces() {
    let activity = |id: &str, weight: u32, progress: Option<u32>| {
        let report = progress.map_or(String::new(), |done| {
            format!("measure: reported\nupdates:\n  - {{date: 1404/06/01, progress: {done}}}\n")
        });
        let head = format!("title: کار {id}\nneighborhood: shahr\ndomain: work\nweight: {weight}\n");
        (
            format!("content/activities/{id}.yml"),
            format!("{head}start: 1404/05/01\ndue: 1404/12/01\n{report}"),
        )
    };
    let province = |name: &str, domain: &str, activities: &[(&str, u32, Option<u32>)]| {
        let site = Site::empty();
        site.run(&["init", ".", "--province", name, "--title", &format!("کارنامهٔ {name}")]).done();
        for example in ["neighborhoods/example.md", "domains/example.yml", "activities/example.md"] {
            site.remove(&format!("content/{example}"));
        }
        site.write("content/neighborhoods/shahr.yml", "title: شهر\n");
        site.write("content/domains/work.yml", format!("title: {domain}\n"));
        for (id, weight, progress) in activities {
            let (path, text) = activity(id, *weight, *progress);
            site.write(&path, text);
        }
        site.build();
        site
    };
    let a = province("الف", "کار", &[("a", 1, Some(40)), ("b", 1, None), ("c", 2, Some(70))]);
    let b = province("ب", "اشتغال", &[("a", 1, Some(100))]);
    let contract = fs::read_to_string(format!("{REPOSITORY}/docs/DATA.md")).expect("the contract");
    let (_, rest) = contract.split_once("```python\n").expect("a program");
    let (program, _) = rest.split_once("```").expect("its end");
    let sites = [a.output(), b.output()];
    let mut python = std::process::Command::new("python3");
    let Ok(output) = python.arg("-c").arg(program).args(&sites).env("PYTHONUTF8", "1").output() else {
        left_out("python3");
        return;
    };
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(
        said,
        "الف\t60.0\t(2 of 3)\nب\t100.0\t(1 of 1)\nall\t70.0\t(3 of 4)\n",
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}
