//! Which texts of a file the guard looks at: those that are published as free text, by the table of fields.
//!
//! A first pass over the whole file finds almost every file clean; only the others are looked at field by field.
//! Start reading at [`Guard`].

use std::sync::Arc;

use super::guard::{Hit, scan};
use super::lines::Lines;
use crate::diag::codes::guard::{CARD, IBAN, MOBILE};
use crate::diag::codes::{can_be_allowed, find};
use crate::diag::{Code, Diagnostic, Place};
use crate::fields::{Field, Key, Kind, PhotoKey};
use crate::persian::text::fold_key;
use crate::yaml::{Node, Raw, Span};

/// The guard of one file; absent where the file holds no number that it looks for.
pub(super) struct Guard<'t> {
    file: Arc<str>,
    lines: Lines<'t>,
}

impl<'t> Guard<'t> {
    /// A guard where a file needs one.
    pub(super) fn of(file: &Arc<str>, text: &'t str) -> Option<Self> {
        (!scan(text).is_empty()).then(|| Self { file: Arc::clone(file), lines: Lines::new(text) })
    }

    /// Looks at the free texts of a map.
    pub(super) fn map(
        &self,
        node: &Node<'_>,
        fields: &[&'static Field],
        allowed: &[&Code],
        out: &mut Vec<Diagnostic>,
    ) {
        free_texts(node, fields, "", &mut |path, text, at| self.text(path, text, at, allowed, out));
    }

    /// Looks at one text, which begins at a place of the file.
    pub(super) fn text(
        &self,
        path: &str,
        text: &str,
        at: Span,
        allowed: &[&Code],
        out: &mut Vec<Diagnostic>,
    ) {
        let mut from = at;
        for Hit { code, range } in scan(text) {
            let number = &text[range];
            let place = self.lines.find(number, from);
            if let Some(place) = place {
                from = Span { column: place.column + place.length, ..place };
            }
            if !allowed.contains(&code) {
                let place = place.unwrap_or(at);
                let place = Place::new(Arc::clone(&self.file), place.line, place.column, place.length);
                out.push(finding(code, number, place).field(path));
            }
        }
    }
}

/// The codes that a record allows.
pub(super) fn allowed(ids: &[Box<str>]) -> Vec<&'static Code> {
    ids.iter().filter_map(|id| find(id)).filter(|code| can_be_allowed(code)).collect()
}

/// Visits every free text of a map, with its path and its place.
pub(super) fn free_texts(
    node: &Node<'_>,
    fields: &[&'static Field],
    path: &str,
    visit: &mut dyn FnMut(&str, &str, Span),
) {
    let Raw::Map(entries) = &node.raw else { return };
    for (key, value) in entries {
        let Raw::Text(name) = &key.raw else { continue };
        let name = fold_key(name);
        if let Some(field) = fields.iter().find(|field| field.is_called(&name)) {
            free_text(value, &field.kind, &format!("{path}{}", field.en), visit);
        }
    }
}

fn free_text(node: &Node<'_>, kind: &Kind, path: &str, visit: &mut dyn FnMut(&str, &str, Span)) {
    match (kind, &node.raw) {
        (Kind::Text { .. } | Kind::Tag | Kind::Prose, Raw::Text(text)) => visit(path, text, node.at),
        (Kind::List(inner), Raw::List(items)) => {
            for (position, item) in items.iter().enumerate() {
                free_text(item, inner, &format!("{path}[{}]", position + 1), visit);
            }
        }
        (Kind::List(inner), _) => free_text(node, inner, path, visit),
        (Kind::Map(fields), _) => free_texts(node, &references(fields), &format!("{path}."), visit),
        (Kind::Photo, _) => free_texts(node, &references(PhotoKey::FIELDS), &format!("{path}."), visit),
        _ => {}
    }
}

/// A table as the records' own is given: by reference.
pub(super) fn references(fields: &'static [Field]) -> Vec<&'static Field> {
    fields.iter().collect()
}

fn finding(code: &'static Code, number: &str, at: Place) -> Diagnostic {
    let (fa, en) = match code {
        _ if code == MOBILE => ("شمارهٔ تلفن همراه", "a mobile number"),
        _ if code == CARD => ("شمارهٔ کارت بانکی", "a bank card's number"),
        _ if code == IBAN => ("شمارهٔ شبا", "an account number (IBAN)"),
        _ => ("کد ملی", "a national id"),
    };
    let id = code.id;
    Diagnostic::new(
        code,
        at,
        format!("«{number}» به {fa} می‌ماند و در متنی است که منتشر می‌شود."),
        format!("`{number}` looks like {en} and is in published text."),
    )
    .hint(
        format!("آن را پاک کنید؛ اگر چیز دیگری است یا باید منتشر شود، در همین رکورد بنویسید «مجاز: [{id}]»."),
        format!(
            "Delete it; if it is something else or should be published, write `allow: [{id}]` in this record."
        ),
    )
}
