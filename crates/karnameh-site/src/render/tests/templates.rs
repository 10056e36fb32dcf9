//! The built-in theme's own text: what each template says once, and what it must not repeat.

use std::collections::{BTreeMap, BTreeSet};

use crate::render::theme::builtin;

/// Labels that are no column's: they stand in for a column in one row only.
const OTHER_LABELS: [&str; 1] = ["پوشش"];

/// The templates by their path in the theme.
pub(super) fn templates() -> BTreeMap<String, String> {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("a template is text");
    let files = builtin().into_iter().filter(|(path, _)| path.starts_with("templates/"));
    files.map(|(path, file)| (path, text(&file.bytes))).collect()
}

/// A component as its template declares it.
pub(super) struct Component {
    pub(super) name: String,
    /// Its name with the arguments that a caller may give.
    pub(super) call: String,
    /// The comment right before it, on one line.
    pub(super) meaning: String,
    pub(super) takes_body: bool,
}

/// The components of a template, in its order.
pub(super) fn components(text: &str) -> impl Iterator<Item = Component> {
    text.match_indices("{%- component ").map(|(at, start)| {
        let (head, rest) = text[at + start.len()..].split_once(" -%}\n").expect("a component has a head");
        let (name, arguments) = head.split_once('(').expect("a component has arguments");
        let (body, _) = rest.split_once("{%- endcomponent").expect("a component ends");
        // `@root` and `@words` come by themselves.
        let arguments =
            arguments.trim_end_matches(')').split(", ").filter(|argument| !argument.starts_with('@'));
        let call = format!("{name}({})", arguments.collect::<Vec<_>>().join(", "));
        let comment = text[..at].trim_end().strip_suffix("-#}").and_then(|before| before.rsplit_once("{#-"));
        let (_, comment) = comment.unwrap_or_else(|| panic!("{name}: say in a comment before it what it is"));
        Component {
            name: name.to_owned(),
            call,
            meaning: comment.split_whitespace().collect::<Vec<_>>().join(" "),
            takes_body: body.contains("{{ body }}"),
        }
    })
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

#[test]
fn every_component_is_called() {
    let (templates, states) = (templates(), include_str!("states.html"));
    let calls: BTreeSet<&str> = templates
        .values()
        .map(String::as_str)
        .chain([states])
        .flat_map(|text| text.split('<').skip(1))
        .filter_map(|rest| rest.split([' ', '/', '>']).next())
        .collect();
    for (path, text) in &templates {
        for component in components(text) {
            assert!(calls.contains(component.name.as_str()), "{path}: nothing calls `{}`", component.name);
        }
    }
}
