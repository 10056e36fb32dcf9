//! Rejects mistakes that are valid YAML but lose data.
//!
//! To YAML, `title:Library` is one long word, `[a، b]` a list with one item, and `color: #0a7c80` an empty value with a
//! comment.

use granit_parser::Span as ParserSpan;

use super::scene::Scene;
use super::{Fault, Node, Raw, lines, sentences, slips};
use crate::diag::codes::yaml as codes;
pub(super) fn scalar(scene: &Scene<'_>, text: &str, span: ParserSpan) -> Option<Fault> {
    hash_after(scene, span)
        .or_else(|| foreign_comma(scene, text, span))
        .or_else(|| tight_item(scene, span))
        .or_else(|| swallowed_line(scene, span))
}

/// Checks a plain or quoted key.
pub(super) fn key(scene: &Scene<'_>, text: &str, span: ParserSpan) -> Option<Fault> {
    // To YAML a no-break space is an ordinary character, which would become part of the name.
    if lines::odd_indent(text) == Some(0) {
        return Some(sentences::odd_indent(scene, span.start.line(), span.start.col()));
    }
    // `{title:Library}` is a key without a value to YAML.
    let rest = span.end.byte_offset().and_then(|end| scene.src.get(end..)).unwrap_or("");
    let bare = scene.in_flow_map && rest.trim_start().starts_with([',', '}']);
    let name = lines::name_without_space(text).filter(|_| bare)?;
    Some(sentences::missing_space(scene, span.start.line(), span.start.col() + name.chars().count(), ':'))
}

/// Checks whether the file consists of one line that was meant as a field.
pub(super) fn root(src: &str, first_line: u32, root: &Node<'_>) -> Option<Fault> {
    let Raw::Text(_) = root.raw else { return None };
    let scene = Scene::without_parser(src, first_line);
    slips::bad_field_line(&scene, (root.at.line - first_line + 1) as usize)
}

/// Reports a comment that begins immediately after `#`: usually a color or a number that was meant as part of the value.
fn hash_after(scene: &Scene<'_>, span: ParserSpan) -> Option<Fault> {
    let rest = scene.src.get(span.end.byte_offset()?..)?;
    // The place of a missing value is the colon of its key.
    let colon = usize::from(span.start.index() == span.end.index() && rest.starts_with(':'));
    let blank = rest.len() - rest[colon..].trim_start_matches([' ', '\t']).len();
    let note = rest[blank..].strip_prefix('#')?;
    let tight = note.starts_with(|c: char| !c.is_whitespace() && c != '#');
    (tight && blank > colon).then(|| {
        let note = note.lines().next().unwrap_or("").trim_end();
        let at = scene.at(span.end.line(), span.end.col() + rest[..blank].chars().count(), note.chars().count() + 1);
        Fault::new(
            codes::HASH_IN_VALUE,
            at,
            format!("«#{note}» خوانده نمی‌شود، زیرا در YAML پس از فاصله و # یادداشت می‌آید."),
            format!("«#{note}» is not read: in YAML a space and # begin a note."),
        )
        .hint(
            "اگر جزو مقدار است، همهٔ مقدار را میان دو ' بگذارید، مانند '#0a7c80'؛ اگر یادداشت است، پس از # یک فاصله بگذارید.",
            "If it belongs to the value, put the whole value between two ', as in '#0a7c80'; if it begins a comment, put a space after #.",
        )
    })
}

/// Reports «،», «٬» or «؛» in an unquoted item of a list in brackets. Between digits «٬» separates thousands. In the value
/// of a field in braces these characters are ordinary text.
fn foreign_comma(scene: &Scene<'_>, text: &str, span: ParserSpan) -> Option<Fault> {
    if !scene.in_flow || scene.in_flow_map || !text.contains(['،', '؛', '٬']) {
        return None;
    }
    let letters: Vec<char> = text.chars().collect();
    let digit = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|c| c.is_numeric());
    let at = (0..letters.len()).find(|&at| match letters[at] {
        '،' | '؛' => true,
        '٬' => !(digit(at.checked_sub(1)) && digit(Some(at + 1))),
        _ => false,
    })?;
    Some(sentences::wrong_comma(scene, span.start.line(), span.start.col() + at, letters[at]))
}

/// Reports a list item without a space after `-`, on a line of its own.
fn tight_item(scene: &Scene<'_>, span: ParserSpan) -> Option<Fault> {
    let start = span.start.byte_offset()?;
    if scene.in_flow || !scene.src.get(start..)?.starts_with('-') {
        return None;
    }
    let line = lines::line_at(scene.src, start);
    let first = lines::indent(line) == span.start.col();
    (first && lines::is_tight_item(line))
        .then(|| sentences::missing_space(scene, span.start.line(), span.start.col(), '-'))
}

/// Reports a value that spans several lines, one of which was meant as a field or an item.
fn swallowed_line(scene: &Scene<'_>, span: ParserSpan) -> Option<Fault> {
    if span.start.line() == span.end.line() {
        return None;
    }
    let start = span.start.byte_offset()?;
    let text = scene.src.get(start..span.end.byte_offset()?)?;
    let first = lines::line_at(scene.src, start);
    let behind_name = usize::from(lines::indent(first) != span.start.col());
    let mut rest = std::iter::once(first).chain(text.lines().skip(1)).enumerate().skip(behind_name);
    rest.find_map(|(offset, line)| {
        let number = span.start.line() + offset;
        if let Some(column) = lines::odd_indent(line) {
            return Some(sentences::odd_indent(scene, number, column));
        }
        slips::bad_field(scene, number, line).filter(|_| !scene.in_flow)
    })
}
