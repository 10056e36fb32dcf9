//! Behind the cut nothing is later than the report's day, and nothing asks for it (F2).
//!
//! The code is read for comparisons with T; and a site whose records have an event after T in every dated field is the
//! same to the byte as one without them.

use std::collections::BTreeSet;

use karnameh::fields::{Field, Kind, Time};
use karnameh::model::{RecordKind, all_fields, own_fields};

use crate::architecture::{module_of, program};
use crate::support::record::required;
use crate::support::{Site, Tree, changed};

/// The stages behind the cut. `progress` is not one of them: it measures days before T, which is its task.
const BEHIND: [&str; 7] = ["site", "tables", "package", "feeds", "search", "pipeline", "render"];

/// What T is called; a name that is bound to one of these is T, too.
const T: [&str; 4] = ["figures.day", "edition.day()", "dataset.day()", "c.day()"];

/// What may be compared with T, each with the reason why it is no event that the cut should have dropped.
const ALLOWED: &[(&str, &str)] = &[
    ("due < T", "a due is a plan: whether it has passed"),
    ("due >= T", "a due is a plan: whether it has passed"),
    ("due <= T", "a due is a plan: whether it falls in the coming days"),
    ("T >= due", "a due is a plan: whether it has passed"),
    ("T < start", "a start is a plan: whether it has come"),
    ("start <= T", "a start is a plan: whether it has come"),
    ("since <= T", "the day from which a neighborhood is part of the programme is a plan"),
    ("T <= T", "days of coming plans: whether they fall in the coming days"),
    ("date >= T", "visits of the last so many days, by a day before T"),
    ("last < T", "last visits, by a day before T"),
    ("day == T", "the point of a series that is T itself, to name it"),
    ("date).max(T", "how far the axis of a chart goes"),
    ("last).contains(T", "whether T lies on the axis of a chart"),
];

/// The code of a file in one line, without comments and tests.
fn code(text: &str) -> String {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().map(|line| line.split("//").next().unwrap_or_default().trim());
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The code with every name of T written as `T`.
fn with_t(mut code: String) -> String {
    let is_part = |letter: char| letter.is_alphanumeric() || "_.".contains(letter);
    let mut names: BTreeSet<String> = T.iter().map(|&name| name.to_owned()).collect();
    // `let day = site.figures.day;`, `let until = day.plus(30);`
    for statement in code.split("let ").skip(1) {
        let Some((name, value)) = statement.split(';').next().unwrap_or_default().split_once(" = ") else {
            continue;
        };
        let value = value.split(".plus(").next().unwrap_or_default();
        let is_t = names.contains(value) || T.iter().any(|name| value.ends_with(&format!(".{name}")));
        if is_t && name.chars().all(|letter| letter.is_alphanumeric() || letter == '_') {
            names.insert(name.to_owned());
        }
    }
    for name in names {
        let mut written = String::new();
        let mut rest = &*code;
        while let Some(at) = rest.find(&name) {
            let (before, after) = (&rest[..at], &rest[at + name.len()..]);
            // What stands before the name belongs to it: `self.figures.day`, `parts.figures.day`.
            let owner = before.len() - before.trim_end_matches(is_part).len();
            let path = &before[before.len() - owner..];
            let is_own = path.is_empty() || (name.contains('.') && path.ends_with('.'));
            let ends = !after.starts_with(|letter: char| letter.is_alphanumeric() || letter == '_');
            if is_own && ends {
                written.push_str(&before[..before.len() - owner]);
                written.push('T');
            } else {
                written.push_str(before);
                written.push_str(&name);
            }
            rest = after;
        }
        written.push_str(rest);
        code = written;
    }
    code
}

/// The comparisons with T that a piece of code makes: «due < T».
fn comparisons(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    let word = |text: &str| text.chars().all(|letter| letter.is_alphanumeric() || letter == '_');
    let last = |text: &str| {
        let text = text.trim_end_matches([')', '(']);
        text.rsplit(|letter: char| !word(&letter.to_string())).next().unwrap_or_default().to_owned()
    };
    let first = |text: &str| {
        let text = text.trim_start_matches(['&', '*']).trim_start_matches("self.");
        text.split(|letter: char| !word(&letter.to_string())).next().unwrap_or_default().to_owned()
    };
    for operator in [" <= ", " >= ", " < ", " > ", " == ", " != "] {
        for (at, _) in code.match_indices(operator) {
            let (left, right) = (&code[..at], &code[at + operator.len()..]);
            let (left, right) = (last(left), first(right));
            if left == "T" || right == "T" {
                found.push(format!("{left}{operator}{right}"));
            }
        }
    }
    for call in [".max(", ".min(", ".cmp(", ".contains(", "..=", ".."] {
        for (at, _) in code.match_indices(call) {
            if first(&code[at + call.len()..]) == "T" {
                found.push(format!("{}){call}T", last(&code[..at])));
            }
        }
    }
    found
}

#[test]
fn comparisons_with_t_are_found_however_it_is_called() {
    let found = |text: &str| comparisons(&with_t(code(text)));
    assert_eq!(found("if update.date <= self.figures.day {"), ["date <= T"]);
    assert_eq!(found("let day = site.figures.day;\nlist.retain(|of| of.date <= day);"), ["date <= T"]);
    assert_eq!(found("let until = self.figures.day.plus(30);\nif until > due {"), ["T > due"]);
    assert_eq!(
        found("one.done.is_none_or(|done| {\n    done\n        > parts.figures.day\n})"),
        ["done > T"]
    );
    assert_eq!(found("filter(|date| *date <= c.day())"), ["date <= T"]);
    assert_eq!(found("(first..=self.figures.day).contains(&date)"), ["first)..=T"]);
    assert!(found("// date <= figures.day\nlet birthday = a <= today; b < c.figures.days;").is_empty());
}

#[test]
fn no_code_behind_the_cut_asks_what_exists_at_t() {
    let allowed: BTreeSet<&str> = ALLOWED.iter().map(|(comparison, _)| *comparison).collect();
    let mut used = BTreeSet::new();
    let mut wrong = Vec::new();
    let program = program();
    for folder in BEHIND {
        let files = program.iter().filter(|(name, _)| module_of(name) == Some(folder));
        for (name, text) in files.filter(|(name, _)| !name.contains("/tests")) {
            for found in comparisons(&with_t(code(text))) {
                match allowed.get(&*found) {
                    Some(known) => drop(used.insert(*known)),
                    None => wrong.push(format!("{name}: {found}")),
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "what exists at T is decided in `model::cut`; these compare with T: {wrong:#?}"
    );
    let unused: Vec<_> = allowed.difference(&used).collect();
    assert!(unused.is_empty(), "nothing compares so any more: {unused:?}");
}

const DAY: &str = "1404/07/15";

/// The records as of the day.
const BEFORE: &[(&str, &str)] = &[
    (
        "content/site.yml",
        "title: کارنامهٔ آزمایشی\nprovince: قم\nurl: \"https://example.ir\"\nas_of: 1404/07/15\n",
    ),
    ("content/neighborhoods/sheikhabad.yml", "title: شیخ‌آباد\n"),
    ("content/neighborhoods/pardisan.yml", "title: پردیسان\nmanager: {title: مدیر, since: 1404/01/01}\n"),
    (
        "content/activities/pitch.md",
        "---\ntitle: زمین چمن\nneighborhood: sheikhabad\ndomain: sport\nlead: sport-office\nregistered: 1404/01/20\nstart: 1404/02/01\ndue: 1404/12/29\nmeasure: reported\nreschedules:\n  - {date: 1404/04/01, due: 1405/02/01, reason: weather}\nmilestones:\n  - {title: گام نخست, due: 1404/05/01, done: 1404/05/02}\n  - {title: گام دوم, due: 1404/09/01}\nindicators:\n  - {title: کاربر, baseline: 0, target: 10, values: [{date: 1404/05/01, value: 4}]}\nupdates:\n  - {date: 1404/06/01, progress: 40, text: پایه‌ها ریخته شد.}\nevidence:\n  - {title: صورت‌جلسه, url: \"https://example.ir/a\", date: 1404/05/05}\n---\nبازدید [بعدی](visit:later) و [کار بعدی](activity:later) و [مسئلهٔ بعدی](problem:later).\n",
    ),
    (
        "content/activities/court.yml",
        "title: زمین والیبال\nneighborhood: pardisan\ndomain: sport\nstart: 1404/02/01\ndue: 1404/06/01\nstatus: done\nstatus_since: 1404/06/01\nfinished: 1404/06/01\n",
    ),
    ("content/agencies/other-office.yml", "title: دهیاری\n"),
    ("content/problems/dark.yml", "title: تاریکی معبر\nneighborhood: sheikhabad\nregistered: 1404/02/02\n"),
    (
        "content/visits/first.yml",
        "date: 1404/06/10\nneighborhood: sheikhabad\nby: ناظر\nfindings:\n  - {activity: pitch, progress: 35, note: کند پیش می‌رود.}\n",
    ),
    (
        "content/meetings/review.yml",
        "date: 1404/03/01\ndecisions:\n  - {id: d1, text: زمین آماده شود, due: 1404/05/01, activity: pitch}\n",
    ),
    ("content/meetings/next.yml", "title: جلسهٔ پاییز\ndate: 1404/08/01\nplace: فرمانداری\n"),
    (
        "content/models/model.yml",
        "title: الگوی زمین\nproblem: مسئله\napproach: راهکار\nresults: [pitch]\nadoptions:\n  - {place: یزد, date: 1404/06/01}\n",
    ),
    (
        "content/archive.yml",
        "- {date: 1404/04/31, file: karnameh-1404-04-31.zip, sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08}\n",
    ),
];

/// Records that exist only later, and which the others may name from the start.
const LATER: &[(&str, &str)] = &[
    ("content/visits/later.yml", "date: 1404/07/16\nneighborhood: sheikhabad\nby: ناظر\n"),
    (
        "content/activities/later.yml",
        "title: کار بعدی\nneighborhood: sheikhabad\ndomain: sport\nregistered: 1404/07/16\n",
    ),
    ("content/problems/later.yml", "title: مسئلهٔ بعدی\nneighborhood: sheikhabad\nregistered: 1404/07/16\n"),
];

/// What happened after the day: a file, a piece of it, what stands there once the event is known; and the field.
const EVENTS: &[(&str, &str, &str, &str)] = &[
    (
        "activity.updates.date",
        "content/activities/pitch.md",
        "updates:\n",
        "updates:\n  - {date: 1404/07/16, progress: 90, text: گزارش بعدی, by: گزارشگر}\n",
    ),
    (
        "activity.reschedules.date",
        "content/activities/pitch.md",
        "reschedules:\n",
        "reschedules:\n  - {date: 1404/07/16, due: 1405/06/01, reason: funding, note: بعدی}\n",
    ),
    (
        "activity.updates.registered",
        "content/activities/pitch.md",
        "updates:\n",
        "updates:\n  - {date: 1404/06/01, registered: 1404/07/16, progress: 10, text: اصلاح بعدی}\n",
    ),
    (
        "activity.handovers.date",
        "content/activities/pitch.md",
        "measure:",
        "handovers:\n  - {date: 1404/07/16, lead: other-office, note: بعدی}\nmeasure:",
    ),
    (
        "activity.milestones.done",
        "content/activities/pitch.md",
        "due: 1404/09/01}",
        "due: 1404/09/01, done: 1404/07/20}",
    ),
    (
        "activity.indicators.values.date",
        "content/activities/pitch.md",
        "values: [",
        "values: [{date: 1404/07/16, value: 9, source: بعدی}, ",
    ),
    (
        "activity.evidence.date",
        "content/activities/pitch.md",
        "evidence:\n",
        "evidence:\n  - {title: سند بعدی, url: \"https://example.ir/b\", date: 1404/07/16}\n",
    ),
    ("activity.finished", "content/activities/pitch.md", "measure:", "finished: 1404/07/30\nmeasure:"),
    (
        "activity.status_since",
        "content/activities/pitch.md",
        "measure:",
        "status: done\nstatus_since: 1404/07/30\nmeasure:",
    ),
    (
        "neighborhood.manager.since",
        "content/neighborhoods/sheikhabad.yml",
        "\n",
        "\nmanager: {title: مدیر بعدی, since: 1404/07/16, sample: yes}\n",
    ),
    ("problem.solved", "content/problems/dark.yml", "registered", "solved: 1404/07/16\nregistered"),
    ("problem.registered", "content/problems/later.yml", "registered", "source: بعدی\nregistered"),
    (
        "visit.date",
        "content/visits/later.yml",
        "by: ناظر",
        "by: ناظر بعدی\nfindings:\n  - {activity: pitch, progress: 10, note: یادداشت بعدی}\n  - {activity: later}",
    ),
    // A visit that was made before and became known only later.
    (
        "visit.registered",
        "content/visits/later.yml",
        "date: 1404/07/16",
        "date: 1404/06/16\nregistered: 1404/07/16",
    ),
    // A finding of an earlier visit on an activity that is registered only later.
    (
        "visit.date",
        "content/visits/first.yml",
        "findings:\n",
        "findings:\n  - {activity: later, progress: 5, note: یافتهٔ بعدی}\n",
    ),
    (
        "meeting.decisions.done",
        "content/meetings/review.yml",
        "due: 1404/05/01,",
        "due: 1404/05/01, done: 1404/07/16,",
    ),
    (
        "meeting.date",
        "content/meetings/next.yml",
        "place: فرمانداری\n",
        "place: فرمانداری\nchair: رئیس بعدی\nagencies: [sport-office]\ndecisions:\n  - {id: n1, text: مصوبهٔ بعدی, agency: sport-office, due: 1404/09/01}\nbody: شرح بعدی\n",
    ),
    (
        "activity.registered",
        "content/activities/pitch.md",
        "measure:",
        "depends_on: [later]\nproblem: later\ndecision: next/n1\nmeasure:",
    ),
    (
        "model.adoptions.date",
        "content/models/model.yml",
        "adoptions:\n",
        "adoptions:\n  - {place: اراک, date: 1404/07/16}\n",
    ),
    ("model.adoptions.date", "content/models/model.yml", "results: [pitch]", "results: [later, pitch]"),
    (
        "archive.date",
        "content/archive.yml",
        "- {date: 1404/04/31",
        "- {date: 1404/07/16, file: later.zip, sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08}\n- {date: 1404/04/31",
    ),
];

/// Reports in a file of their own, with a milestone and a value, one of them dated before; they have no place in a file that is there before.
const REPORT: (&str, &str) = (
    "content/updates/later.yml",
    "- activity: pitch\n  date: 1404/07/17\n  progress: 95\n  milestone: گام دوم\n  indicator: کاربر\n  value: 8\n  text: گزارش بعدی\n- activity: pitch\n  date: 1404/07/01\n  registered: 1404/07/16\n  progress: 45\n  milestone: گام دوم\n  indicator: کاربر\n  value: 5\n  text: گزارش دیررس بعدی\n",
);

/// What is later although its declaration calls it no event: a status holds from its day on (F3), and a meeting to come
/// has a title, a date and a place alone.
const BY_RULE: [&str; 2] = ["activity.status_since", "meeting.date"];

/// The fields of a kind of record that are declared as events, with the names of the fields in which they lie.
fn events(fields: impl Iterator<Item = &'static Field>, path: &str, found: &mut Vec<String>) {
    for field in fields {
        let path = format!("{path}.{}", field.en);
        match field.kind {
            Kind::Date if matches!(field.time, Time::Event | Time::Existence) => found.push(path),
            Kind::Map(inner) | Kind::List(&Kind::Map(inner)) => events(inner.iter(), &path, found),
            _ => {}
        }
    }
}

/// The records that begin to exist only after T, of every kind that says when one begins: the field, the file, its text.
fn beginnings() -> Vec<(String, String, String)> {
    let named = |kind| match kind {
        RecordKind::Neighborhood => "sheikhabad",
        RecordKind::Domain => "sport",
        RecordKind::Agency => "sport-office",
        RecordKind::Activity => "pitch",
        other => panic!("name a {} of this site", other.en()),
    };
    let mut beginnings = Vec::new();
    for &kind in RecordKind::ALL {
        for field in own_fields(kind).iter().filter(|field| field.time == Time::Existence) {
            let path = format!("content/{}/begins-later.yml", kind.folder());
            let text = format!("{}{}: 1404/07/16\n", required(kind, named), field.en);
            beginnings.push((format!("{}.{}", kind.en(), field.en), path, text));
        }
    }
    beginnings
}

#[test]
fn every_field_that_is_an_event_has_one_after_t() {
    let mut fields = vec!["archive.date".to_owned()];
    for &kind in RecordKind::ALL {
        events(all_fields(kind), kind.en(), &mut fields);
    }
    let declared: BTreeSet<&str> = fields.iter().map(String::as_str).chain(BY_RULE).collect();
    let beginnings = beginnings();
    let tried: BTreeSet<&str> = EVENTS
        .iter()
        .map(|(field, ..)| *field)
        .chain(beginnings.iter().map(|(field, ..)| &**field))
        .chain(["update.date", "update.registered"])
        .collect();
    assert_eq!(declared, tried);
}

#[test]
fn a_site_is_the_same_to_the_byte_whatever_happens_after_its_day() {
    let build = |site: &Site| {
        site.run(&["build", "--quiet", "--as-of", DAY]).done();
        Tree::of(&site.output())
    };
    let site = Site::with(BEFORE);
    site.remove("content/activities/pitch.yml");
    for (path, text) in LATER {
        site.write(path, text);
    }
    let before = build(&site);
    let mut missed = Vec::new();
    for (field, path, from, to) in EVENTS {
        site.edit(path, from, to);
        // The manifest has the digest of the content.
        let differ: Vec<_> =
            changed(&before, &build(&site)).into_iter().filter(|file| *file != "~ manifest.json").collect();
        if !differ.is_empty() {
            missed.push((field, differ));
        }
    }
    for (_, path, text) in beginnings() {
        site.write(&path, text);
    }
    site.write(REPORT.0, REPORT.1);
    let after = build(&site);
    let differ = changed(&before, &after);
    assert_eq!(differ, ["~ manifest.json"], "{missed:#?}");
    assert!(missed.is_empty(), "{missed:#?}");
    // Each of them is known on its day: else nothing would have been tried.
    site.run(&["build", "--quiet", "--as-of", "1404/07/30"]).done();
    let later = Tree::of(&site.output());
    for word in
        ["گزارش بعدی", "گزارش دیررس بعدی", "سند بعدی", "مدیر بعدی", "کار بعدی", "یادداشت بعدی", "یافتهٔ بعدی"]
    {
        assert!(after.holding(word).is_empty() || word == "کار بعدی", "{word}: {:?}", after.holding(word));
        assert!(!later.holding(word).is_empty(), "{word}");
    }
}
