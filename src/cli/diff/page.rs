//! A difference as a page of its own, right to left, with everything that a terminal leaves out.

use std::fmt::Write as _;

use crate::compare::Difference;
use crate::diag::Lang;

use super::super::report::escape;
use super::sections::{self, Extent, Line, Section};

/// The difference as a page.
pub(super) fn page(difference: &Difference<'_>) -> String {
    let mut heads = String::new();
    for head in sections::heads(difference, Lang::Fa) {
        let _ = writeln!(heads, "<p>{}</p>", escape(&head));
    }
    let mut out = String::new();
    for section in sections::sections(difference, Extent::Page, Lang::Fa) {
        table(&section, &mut out);
    }
    format!(include_str!("page.html"), heads = heads, sections = out)
}

fn table(section: &Section, out: &mut String) {
    let _ = writeln!(out, "<h2>{}</h2>", escape(&section.title));
    let has_values = section.rows.iter().any(|row| row.values.is_some());
    let has_subjects = section.rows.iter().any(|row| !row.subject.is_empty());
    if !has_values && !has_subjects {
        for row in &section.rows {
            let _ = writeln!(out, "<p>{}</p>", escape(&row.what));
        }
        return;
    }
    let heads = [
        (has_subjects, "عنوان"),
        (true, if has_values { "رقم یا فیلد" } else { "گونه" }),
        (has_values, "پیش"),
        (has_values, "پس"),
    ];
    out.push_str("<table>\n<thead><tr>");
    for (_, head) in heads.iter().filter(|(told, _)| *told) {
        let _ = write!(out, "<th scope=\"col\">{head}</th>");
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &section.rows {
        body_row(row, has_subjects, out);
    }
    out.push_str("</tbody>\n</table>\n");
}

/// A row; on a phone its cells stand below one another, and the last two say what they are.
fn body_row(row: &Line, has_subjects: bool, out: &mut String) {
    out.push_str("<tr>");
    if has_subjects {
        let _ = write!(out, "<th scope=\"row\">{}", escape(&row.subject));
        if !row.id.is_empty() {
            let _ = write!(out, " <bdi dir=\"ltr\">{}</bdi>", escape(&row.id));
        }
        let _ = write!(out, "</th><td>{}</td>", escape(&row.what));
    } else {
        let _ = write!(out, "<th scope=\"row\">{}</th>", escape(&row.what));
    }
    if let Some((before, after)) = &row.values {
        for (head, value) in [("پیش", before), ("پس", after)] {
            let _ = write!(out, "<td data-head=\"{head}\">{}</td>", escape(value));
        }
    }
    out.push_str("</tr>\n");
}
