//! A group has one deviation on one day (F20, F26): every statement about it on every page of every golden site, in tables,
//! matrices and sentences, is the one that `data/progress.json` and `data/series.csv` publish.

use std::collections::BTreeMap;

use karnameh::persian::Day;
use karnameh::persian::numbers::points;
use serde_json::Value;

use crate::support::outline::outline;
use crate::support::{Site, Tree, demo};

/// The kind and the id of a group, as data files write them.
type Group = (String, String);

/// What the data files of a site say.
struct Published {
    /// The day of the report.
    today: String,
    /// Its Solar Hijri year.
    year: i32,
    /// By group and day; cells only on the day of the report.
    deviations: BTreeMap<(Group, String), Option<f64>>,
    /// The points of each group's series, in order: day, and whether actual or planned progress is known.
    series: BTreeMap<Group, Vec<(String, bool)>>,
}

impl Published {
    fn by(tree: &Tree) -> Self {
        let json: Value = serde_json::from_str(tree.text("data/progress.json")).expect("JSON");
        let today = json["as_of"].as_str().expect("a day").to_owned();
        let mut deviations = BTreeMap::new();
        let mut series: BTreeMap<Group, Vec<(String, bool)>> = BTreeMap::new();
        let rows: Vec<Value> = serde_json::from_str(tree.text("data/series.json")).expect("JSON");
        let text = |row: &Value, key: &str| row[key].as_str().expect("a text").to_owned();
        for row in &rows {
            let (group, day) = ((text(row, "kind"), text(row, "id")), text(row, "date"));
            let known = !(row["actual"].is_null() && row["planned"].is_null());
            series.entry(group.clone()).or_default().push((day.clone(), known));
            deviations.insert((group, day), row["deviation"].as_f64());
        }
        for row in json["groups"].as_array().expect("groups") {
            let at = ((text(row, "kind"), text(row, "id")), today.clone());
            let deviation = row["deviation"].as_f64();
            let before = deviations.insert(at.clone(), deviation);
            assert!(
                before.is_none_or(|before| before == deviation),
                "{at:?} in series.json and progress.json"
            );
        }
        let year = json["as_of_jalali"].as_str().and_then(|day| day.get(..4)).expect("a year");
        Self { today, year: year.parse().expect("a number"), deviations, series }
    }

    /// The group that a page is about.
    fn group_of(&self, page: &str) -> Option<Group> {
        let page = page.strip_suffix(".html")?;
        let group = match page.split('/').collect::<Vec<_>>()[..] {
            ["index"] | ["print", "index"] => ("site".to_owned(), "site".to_owned()),
            ["neighborhoods" | "print", id] => ("neighborhood".to_owned(), id.to_owned()),
            ["neighborhoods", place, domain] => ("cell".to_owned(), format!("{place}/{domain}")),
            ["domains", id] => ("domain".to_owned(), id.to_owned()),
            ["agencies", id] => ("agency".to_owned(), id.to_owned()),
            _ => return None,
        };
        self.deviations.contains_key(&(group.clone(), self.today.clone())).then_some(group)
    }

    /// The day that a page is about: a quarter's page about its end, every other about the day of the report.
    fn day_of(&self, page: &str) -> String {
        let quarter = page.strip_prefix("periods/").and_then(|name| name.strip_suffix(".html"));
        let Some((year, quarter)) = quarter.and_then(|name| name.split_once("-q")) else {
            return self.today.clone();
        };
        let month = quarter.parse::<u32>().expect("a quarter") * 3;
        let first = Day::from_jalali(year.parse().expect("a year"), month, 1);
        first.expect("a day").month_end().iso().min(self.today.clone())
    }
}

/// A statement about a deviation on a page.
struct Statement {
    group: Group,
    day: String,
    /// As printed: «−۶», «+۱۲», «۰», «—».
    text: String,
}

/// As pages print a deviation.
fn printed(deviation: Option<f64>) -> String {
    let Some(deviation) = deviation else { return "—".to_owned() };
    let size = points(deviation.abs());
    if size == points(0.0) { size } else { format!("{}{size}", if deviation < 0.0 { '−' } else { '+' }) }
}

/// The deviations that a sentence tells, as printed in tables: «۶ واحد کمتر از برنامه» is «−۶».
fn told(sentence: &str) -> Vec<String> {
    let mut found = vec!["۰".to_owned(); sentence.matches("برابر با برنامه").count()];
    for (at, _) in sentence.match_indices(" واحد ") {
        let size = sentence[..at].rsplit([' ', '\u{2066}']).next().expect("a word");
        let rest = &sentence[at + " واحد ".len()..];
        let after = |words: [&str; 2]| words.iter().any(|word| rest.starts_with(word));
        if after(["کمتر از برنامه", "عقب‌تر"]) {
            found.push(format!("−{size}"));
        } else if after(["بیشتر از برنامه", "جلوتر"]) {
            found.push(format!("+{size}"));
        }
    }
    found
}

/// The links of a line: text and address, resolved from the page.
fn links<'l>(page: &str, line: &'l str) -> Vec<(&'l str, String)> {
    let folder: Vec<&str> = page.split('/').collect();
    let mut found = Vec::new();
    for (at, _) in line.match_indices("](") {
        let Some(start) = line[..at].rfind('[') else { continue };
        let href = line[at + 2..].split([')', '#']).next().expect("an end");
        let mut parts = folder[..folder.len() - 1].to_vec();
        for part in href.split('/') {
            if part == ".." {
                parts.pop();
            } else {
                parts.push(part);
            }
        }
        found.push((&line[start + 1..at], parts.join("/")));
    }
    found
}

/// Everything that a page says about deviations.
fn statements(page: &str, html: &str, data: &Published) -> Vec<Statement> {
    let (own, day) = (data.group_of(page), data.day_of(page));
    let whole_site = || ("site".to_owned(), "site".to_owned());
    let about = own.clone().or_else(|| page.starts_with("periods/").then(whole_site));
    let mut found = Vec::new();
    let mut column = None;
    let mut months: Vec<String> = Vec::new();
    for line in outline(page, html).lines() {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        if cells.len() == 1 {
            column = None;
        } else if let Some(at) = cells.iter().position(|cell| *cell == "انحراف") {
            column = Some(at);
            months.clear();
            if let Some(group) = own.as_ref().filter(|_| cells[0] == "پایان ماه") {
                months = shown_months(data, group);
            }
            continue;
        }
        let cell = column.and_then(|at| cells.get(at)).map(|cell| cell.replace(['\u{2066}', '\u{2069}'], ""));
        let mut add = |group: &Group, day: &String, text: String| {
            found.push(Statement { group: group.clone(), day: day.clone(), text });
        };
        let linked = links(page, line);
        match (cell, &own) {
            (Some(text), Some(group)) if !months.is_empty() => add(group, &months.remove(0), text),
            (Some(text), _) => {
                let first = linked.first().filter(|_| cells[0].starts_with('['));
                if let Some(group) = first.and_then(|(_, href)| data.group_of(href)) {
                    add(&group, &day, text);
                }
            }
            (None, _) => {
                for (text, href) in &linked {
                    for text in told(text) {
                        if let Some(group) = data.group_of(href) {
                            add(&group, &day, text);
                        }
                    }
                }
                if let Some(group) = about.as_ref().filter(|_| linked.is_empty()) {
                    // «۲۶ واحد عقب‌تر» stands beside an activity in the line before.
                    let line = line.replace(" واحد عقب‌تر", "").replace(" واحد جلوتر", "");
                    for text in told(&line) {
                        add(group, &day, text);
                    }
                }
            }
        }
    }
    found
}

/// The days that the table under a group's curve shows: the year of the report and the day before, if something is known.
fn shown_months(data: &Published, group: &Group) -> Vec<String> {
    let year = data.year;
    let first = |year| Day::from_jalali(year, 1, 1).expect("a day");
    let (from, to) = (first(year).plus(-1).iso(), first(year + 1).plus(-1).iso());
    let points = data.series.get(group).into_iter().flatten();
    points.filter(|(day, known)| *known && *day >= from && *day <= to).map(|(day, _)| day.clone()).collect()
}

#[test]
fn no_page_prints_two_deviations_of_one_group_and_day() {
    let (mut wrong, mut seen) = (Vec::new(), BTreeMap::<&str, usize>::new());
    let provinces = ["two-villages", "one-neighborhood", "empty"].map(|name| Site::golden(name).build());
    for tree in provinces.iter().chain([demo()]) {
        let data = Published::by(tree);
        for (page, html) in tree.pages() {
            let kind = page.split('/').next().expect("a name");
            for Statement { group, day, text } in statements(page, html, &data) {
                *seen.entry(kind).or_default() += 1;
                let Some(&deviation) = data.deviations.get(&(group.clone(), day.clone())) else { continue };
                if printed(deviation) != text {
                    wrong.push(format!("{page}: {group:?} on {day}: «{text}», not {}", printed(deviation)));
                }
            }
        }
    }
    assert_eq!(wrong, [""; 0], "{} statements differ", wrong.len());
    let least = [
        ("index.html", 20),
        ("neighborhoods", 60),
        ("domains", 100),
        ("agencies", 15),
        ("periods", 15),
        ("print", 30),
    ];
    for (kind, least) in least {
        assert!(seen.get(kind).is_some_and(|&count| count >= least), "{kind}: {seen:?}");
    }
}
