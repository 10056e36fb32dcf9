//! The built-in theme's own text: what each of its templates must not repeat.

use std::collections::BTreeMap;

use crate::render::theme::builtin;

/// Labels that are no column's: they stand in for a column in one row only.
const OTHER_LABELS: [&str; 1] = ["پوشش"];

fn templates() -> BTreeMap<String, String> {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("a template is text");
    let is_template = |path: &str| path.starts_with("templates/");
    builtin()
        .into_iter()
        .filter(|(path, _)| is_template(path))
        .map(|(path, file)| (path, text(&file.bytes)))
        .collect()
}

/// What follows each occurrence of `start` up to `end`.
fn between<'t>(text: &'t str, start: &'t str, end: &'t str) -> impl Iterator<Item = &'t str> {
    text.split(start).skip(1).filter_map(move |rest| rest.split_once(end).map(|(inside, _)| inside))
}

#[test]
fn no_table_types_a_label_twice() {
    let mut tables = 0;
    for (name, text) in templates() {
        tables += text.matches("| columns").count();
        for label in between(&text, "data-th=\"", "\"") {
            let is_computed = label.starts_with("{{ heads[") || label.starts_with("{{ l.heads[");
            assert!(
                is_computed || OTHER_LABELS.contains(&label),
                "{name}: declare «{label}» with `| columns`, so that the head and the cells cannot differ"
            );
        }
    }
    assert!(tables > 20, "the theme's tables declare their columns: {tables}");
}
