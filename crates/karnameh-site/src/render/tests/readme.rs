//! `themes/README.md` lists every filter and every component. Both lists are made from the code and the templates.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::REPOSITORY;
use super::templates::{Component, components, templates};
use crate::render::filters;

/// The lists between the two marks of the README are those that the code has; `KARNAMEH_BLESS=1` writes them anew.
#[test]
fn the_readme_lists_filters_and_components() {
    let path = Path::new(REPOSITORY).join("themes/README.md");
    let before = fs::read_to_string(&path).expect("the README of themes is there");
    let after = replaced(&replaced(&before, "filters", &filter_table()), "components", &component_tables());
    if std::env::var_os("KARNAMEH_BLESS").is_some() {
        fs::write(&path, &after).expect("the README of themes can be written");
        return;
    }
    assert!(
        before == after,
        "themes/README.md lags behind: KARNAMEH_BLESS=1 cargo test -p karnameh-site readme"
    );
}

/// The text with what stands between the marks of a list replaced.
fn replaced(text: &str, list: &str, with: &str) -> String {
    let (start, end) = (format!("<!-- {list} -->\n"), format!("<!-- end of {list} -->"));
    let (head, rest) = text.split_once(&start).expect("the README has the mark");
    let (_, tail) = rest.split_once(&end).expect("the README has the mark of the end");
    format!("{head}{start}{with}{end}{tail}")
}

fn filter_table() -> String {
    let mut out = "\n| filter | options | returns |\n|---|---|---|\n".to_owned();
    for filter in filters::all() {
        let options = if filter.options.is_empty() { String::new() } else { format!("`{}`", filter.options) };
        // Writing to a String does not fail.
        let _ = writeln!(out, "| `{}` | {options} | {} |", filter.name, filter.returns);
    }
    out.push('\n');
    out
}

fn component_tables() -> String {
    let mut out = String::new();
    for (path, text) in templates() {
        let all: Vec<Component> = components(&text).collect();
        if all.is_empty() {
            continue;
        }
        let _ = write!(
            out,
            "\n**`{path}`**: {}\n\n| component | what it is |\n|---|---|\n",
            first_comment(&text)
        );
        for component in all {
            let body = if component.takes_body { " …" } else { "" };
            let _ = writeln!(out, "| `{}`{body} | {} |", component.call, component.meaning);
        }
    }
    out.push('\n');
    out
}

/// The comment at the head of a template, on one line.
fn first_comment(text: &str) -> String {
    let (_, rest) = text.split_once("{#-").expect("a file of components says what it holds");
    let (comment, _) = rest.split_once("-#}").expect("the comment ends");
    comment.split_whitespace().collect::<Vec<_>>().join(" ")
}
