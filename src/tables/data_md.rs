//! The contract for other programs, `docs/DATA.md`: its prose, and the tables of columns as the code has them.

use std::fmt::Write as _;

use super::VERSION;
use super::catalog;
use super::column::{About, Kind};
use super::table::Table;

/// What the files are and how values are written.
const HEAD: &str = include_str!("data_md/head.md");
/// What may change, and how several sites are compared.
const FOOT: &str = include_str!("data_md/foot.md");

/// Keys of a group in `progress.json`, in their order; those with a column of their name in `groups` mean the same.
const GROUP_KEYS: &[&str] = &[
    "kind",
    "id",
    "title",
    "activities",
    "with_actual",
    "actual",
    "with_planned",
    "planned",
    "with_both",
    "deviation",
    "states",
    "pillars",
    "running",
    "supervised",
    "stale",
    "days_since_visit",
    "sample",
];
/// Keys of an activity in `progress.json`.
const ACTIVITY_KEYS: &[&str] = &[
    "id",
    "title",
    "neighborhoods",
    "domain",
    "lead",
    "start",
    "due",
    "measure",
    "actual",
    "planned",
    "state",
    "days_overdue",
    "slippage_days",
    "running",
    "stale",
    "verified",
    "verified_gap",
    "days_since_report",
    "achievements",
    "sample",
];
/// What keys mean that no column has.
const OWN_KEYS: &[(&str, &str, &str)] = &[
    (
        "states",
        "object",
        "Counts above 0 by state; the keys are the words of the column `state` of `activities`.",
    ),
    (
        "pillars",
        "object",
        "`programme`, `schedule`, `responsibility`: shares 0–1 of the activities that have each, or `null`.",
    ),
    (
        "achievements",
        "list of numbers",
        "Achievement of each indicator in the order of the record, 1 at the target; `null` is unknown.",
    ),
];

/// The whole of `docs/DATA.md`.
pub fn data_md() -> String {
    let tables = catalog::tables(None);
    let mut out = HEAD.replace("{VERSION}", &VERSION.to_string());
    progress(&mut out, &tables);
    out.push_str(
        "\n## The tables\n\nEach is published as `data/NAME.csv`, `data/NAME.json` and `data/NAME.xlsx`.\n",
    );
    for table in &tables {
        section(&mut out, table);
    }
    out.push_str(&FOOT.replace("{VERSION}", &VERSION.to_string()));
    out
}

/// The keys of `progress.json`.
fn progress(out: &mut String, tables: &[Table<'_>]) {
    let lists = [
        ("An item of `groups`", GROUP_KEYS, "groups"),
        ("An item of `activities`", ACTIVITY_KEYS, "activities"),
    ];
    for (title, keys, name) in lists {
        let columns = tables.iter().find(|table| table.name() == name).map(|table| &*table.columns);
        let _ = write!(out, "\n### {title}\n\n| key | type | meaning |\n|---|---|---|\n");
        for key in keys {
            let own = OWN_KEYS.iter().find(|(own, ..)| own == key);
            let column = columns.unwrap_or_default().iter().find(|about| about.name == *key);
            let (kind, meaning) = match (own, column) {
                (Some((_, kind, meaning)), _) => ((*kind).to_owned(), (*meaning).to_owned()),
                (None, Some(about)) => (json_kind(about), about.meaning_en.to_owned()),
                (None, None) => (String::new(), String::new()),
            };
            let _ = writeln!(out, "| `{key}` | {kind} | {meaning} |");
        }
    }
}

/// A table and its columns.
fn section(out: &mut String, table: &Table<'_>) {
    let about = table.about;
    let key = about.key.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let _ = write!(
        out,
        "\n### `{}` ({})\n\n{} Key: {key}.\n\n| column | Persian | type | unit | meaning |\n|---|---|---|---|---|\n",
        about.name, about.fa, about.meaning_en,
    );
    for column in &table.columns {
        let star = if column.required { "*" } else { "" };
        let refers = column.refers.map(|to| format!(" → `{to}`")).unwrap_or_default();
        let _ = writeln!(
            out,
            "| `{}`{star} | {} | {}{refers} | {} | {} |",
            column.name,
            column.fa,
            kind(column.kind),
            column.unit_words().1,
            column.meaning_en,
        );
    }
}

/// A type in the words of the document.
fn kind(kind: Kind) -> String {
    match kind {
        Kind::Text => "text".to_owned(),
        Kind::Prose => "text of many lines".to_owned(),
        Kind::Texts => "texts".to_owned(),
        Kind::Id => "id".to_owned(),
        Kind::Ids => "ids".to_owned(),
        Kind::Date => "date".to_owned(),
        Kind::Number | Kind::Points => "number".to_owned(),
        Kind::Percent => "percent".to_owned(),
        Kind::Share => "share".to_owned(),
        Kind::Whole | Kind::Money => "whole number".to_owned(),
        Kind::People => "whole number or `<N`".to_owned(),
        Kind::Bool => "true/false".to_owned(),
        Kind::Choice(choices) => {
            let words: Vec<String> = choices.iter().map(|of| format!("`{}` {}", of.en, of.fa)).collect();
            format!("one of {}", words.join(", "))
        }
    }
}

/// The same in `progress.json`.
fn json_kind(about: &About) -> String {
    let null = if about.required { "" } else { " or `null`" };
    match about.kind {
        Kind::Ids => "list of ids".to_owned(),
        Kind::Date => format!("ISO date{null}"),
        Kind::Choice(_) => format!("word{null}"),
        other => format!("{}{null}", kind(other)),
    }
}
