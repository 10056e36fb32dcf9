//! The contract for other programs, `docs/DATA.md`: its prose, and the tables of columns as the code has them.

use std::fmt::Write as _;

use crate::figures::{CONTRACT_VERSION, Figure, Form, activity, group};

use super::catalog;
use super::column::Kind;
use super::table::Table;

/// What the files are and how values are written.
const HEAD: &str = include_str!("data_md/head.md");
/// What may change, and how several sites are compared.
const FOOT: &str = include_str!("data_md/foot.md");

/// The whole of `docs/DATA.md`.
pub fn data_md() -> String {
    let tables = catalog::tables(None);
    let mut out = HEAD.replace("{VERSION}", &CONTRACT_VERSION.to_string());
    progress(&mut out);
    out.push_str(
        "\n## The tables\n\nEach is published as `data/NAME.csv`, `data/NAME.json` and `data/NAME.xlsx`.\n",
    );
    for table in &tables {
        section(&mut out, table);
    }
    out.push_str(&FOOT.replace("{VERSION}", &CONTRACT_VERSION.to_string()));
    out
}

/// The keys of `progress.json`; those of one part are described together.
fn progress(out: &mut String) {
    for (title, figures) in [("An item of `groups`", group::ALL), ("An item of `activities`", activity::ALL)]
    {
        let _ = write!(out, "\n### {title}\n\n| key | type | meaning |\n|---|---|---|\n");
        let mut part = None;
        for figure in figures.iter().filter(|figure| figure.role().is_some()) {
            match figure.part {
                None => {
                    let (key, kind) = (figure.key, json_kind(figure));
                    let _ = writeln!(out, "| `{key}` | {kind} | {} |", figure.meaning_en);
                }
                Some(other) if part != figure.part => {
                    let _ = writeln!(out, "| `{}` | object | {} |", other.key, other.meaning_en);
                }
                Some(_) => {}
            }
            part = figure.part;
        }
    }
}

/// A table and its columns.
fn section(out: &mut String, table: &Table<'_>) {
    let about = &table.about;
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
            column.name(),
            column.fa(),
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

/// The type of a figure in `progress.json`.
fn json_kind(figure: &Figure) -> String {
    let kind = match figure.form {
        Form::Title => "text",
        Form::Id | Form::One(_) => "id",
        Form::Many(_) => "list of ids",
        Form::GroupKind | Form::State | Form::Measure => "word",
        Form::Percent => "percent",
        Form::Points => "number",
        Form::Share => "share",
        Form::Count | Form::CountAboveZero | Form::Days => "whole number",
        Form::Date => "ISO date",
        Form::Flag => "true/false",
        Form::Ratios => "list of numbers",
    };
    let null = if figure.required { "" } else { " or `null`" };
    format!("{kind}{null}")
}
