//! From a record and a field to the very line: rules name a field, the file says where it stands.
//!
//! The model keeps no place for each value. A rule's finding carries the place of its record (or of the update, the
//! decision, the piece of evidence) and the path of the field from there (`milestones[2].due`); the few files that
//! have such findings are read once more. Start reading at [`sharpen`].

use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::guarded::references;
use super::lines;
use super::source::decoded;
use super::walk::FOLDER;
use crate::config::key::Site;
use crate::diag::{Diagnostic, Place};
use crate::fields::{Field, Key, Kind, PhotoKey};
use crate::model::{RecordKind, all_fields};
use crate::persian::text::fold_key;
use crate::yaml::{self, Node, Raw, Span};

/// Gives findings of later stages the place of the field that they name, and the line that they speak of.
pub fn pinpoint(found: &mut Vec<Diagnostic>, source: &Path) {
    sharpen(found, source);
    fill_lines(found, source);
}

/// Gives findings that name a record and a field the place of that field, and its whole path.
pub(super) fn sharpen(found: &mut [Diagnostic], source: &Path) {
    for_each_file(found, source, |found, text| {
        let file = Arc::clone(&found[0].at.file);
        let Some(fields) = fields_of(&file) else { return };
        let Some(tree) = tree_of(&file, text) else { return };
        for found in found {
            let Some(path) = &found.field else { continue };
            if let Some((at, path)) = locate(&tree, &fields, "", &found.at, path) {
                found.at = Place::new(Arc::clone(&file), at.line, at.column, at.length);
                found.field = Some(path);
            }
        }
    });
}

/// Gives findings the lines that they speak of.
pub(super) fn fill_lines(found: &mut Vec<Diagnostic>, source: &Path) {
    let mut bare = Vec::new();
    found.retain(|found| {
        let is_bare = found.source_line.is_none() && found.at.line > 0;
        if is_bare {
            bare.push(found.clone());
        }
        !is_bare
    });
    for_each_file(&mut bare, source, lines::fill_source_lines);
    found.append(&mut bare);
}

/// Calls `with` for the findings of each file, with its text. A file that has gone since is left as it is.
fn for_each_file(found: &mut [Diagnostic], source: &Path, with: impl Fn(&mut [Diagnostic], &str)) {
    found.sort_by(|a, b| a.at.file.cmp(&b.at.file));
    for found in found.chunk_by_mut(|a, b| a.at.file == b.at.file) {
        let text = fs::read(source.join(&*found[0].at.file)).ok().and_then(|bytes| decoded(bytes).ok());
        if let Some(text) = text {
            with(found, &text);
        }
    }
}

/// The table of a file's records.
fn fields_of(file: &str) -> Option<Vec<&'static Field>> {
    let below = file.strip_prefix(FOLDER)?.strip_prefix('/')?;
    match below.split_once('/') {
        Some((folder, _)) => {
            let kind = RecordKind::ALL.iter().copied().find(|kind| kind.folder() == folder)?;
            Some(all_fields(kind).collect())
        }
        None => Some(references(Site::FIELDS)),
    }
}

fn tree_of<'t>(file: &str, text: &'t str) -> Option<Node<'t>> {
    if file.to_lowercase().ends_with(".md") {
        let split = yaml::front_matter(text).ok()?;
        yaml::parse(split.yaml, split.yaml_line).ok()?
    } else {
        yaml::parse(text, 1).ok()?
    }
}

/// The field at `path` from the map that stands at `from`, with its path from the record.
///
/// What begins last before a place holds it, so there is one way down and no search.
fn locate(
    node: &Node<'_>,
    fields: &[&'static Field],
    prefix: &str,
    from: &Place,
    path: &str,
) -> Option<(Span, String)> {
    match &node.raw {
        Raw::List(items) => {
            locate(&items[last_before(items, from, |item| item.at)?], fields, prefix, from, path)
        }
        // A file as a whole is its outermost map.
        Raw::Map(_) if from.line == 0 || (node.at.line, node.at.column) == (from.line, from.column) => {
            descend(node, fields, path).map(|at| (at, format!("{prefix}{path}")))
        }
        Raw::Map(entries) => {
            let (key, value) = &entries[last_before(entries, from, |(key, _)| key.at)?];
            let field = field_of(key, fields)?;
            let inner = inner(&field.kind)?;
            let Raw::List(items) = &value.raw else {
                return locate(value, &inner, &format!("{prefix}{}.", field.en), from, path);
            };
            let position = last_before(items, from, |item| item.at)?;
            locate(&items[position], &inner, &format!("{prefix}{}[{}].", field.en, position + 1), from, path)
        }
        _ => None,
    }
}

/// The position of the last that begins at a place or before it.
fn last_before<T>(parts: &[T], from: &Place, at: impl Fn(&T) -> Span) -> Option<usize> {
    let begins_before = |part: &T| {
        let Span { line, column, .. } = at(part);
        (line, column) <= (from.line, from.column)
    };
    parts.partition_point(begins_before).checked_sub(1)
}

/// Follows a path from a map.
fn descend(node: &Node<'_>, fields: &[&'static Field], path: &str) -> Option<Span> {
    let (step, rest) = path.split_once('.').map_or((path, None), |(step, rest)| (step, Some(rest)));
    let (name, position) = match step.split_once('[') {
        Some((name, position)) => (name, position.trim_end_matches(']').parse::<usize>().ok()),
        None => (step, None),
    };
    let Raw::Map(entries) = &node.raw else { return None };
    let (field, value) = entries.iter().find_map(|(key, value)| {
        Some((field_of(key, fields)?, value)).filter(|(field, _)| field.en == name)
    })?;
    let value = match (&value.raw, position) {
        (Raw::List(items), Some(position)) => items.get(position.checked_sub(1)?)?,
        _ => value,
    };
    match rest {
        Some(rest) => descend(value, &inner(&field.kind)?, rest),
        None => Some(value.at),
    }
}

fn field_of(key: &Node<'_>, fields: &[&'static Field]) -> Option<&'static Field> {
    let Raw::Text(name) = &key.raw else { return None };
    let name = fold_key(name);
    fields.iter().copied().find(|field| field.is_called(&name))
}

/// The table of the maps that a field holds.
fn inner(kind: &Kind) -> Option<Vec<&'static Field>> {
    match kind {
        Kind::List(kind) => inner(kind),
        Kind::Map(fields) => Some(references(fields)),
        Kind::Photo => Some(references(PhotoKey::FIELDS)),
        _ => None,
    }
}
