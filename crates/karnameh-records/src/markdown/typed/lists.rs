//! Items of lists by the marks that Persian writers type: «۱.», «۱)», «۱-», «•», «–».

use std::ops::Range;

use super::{Aim, Edit, is_persian_letter};
use crate::persian::numbers::ascii_digits;

/// Characters that are typed or pasted as bullets. They have no other use at the start of a line.
const BULLETS: [char; 13] = ['•', '‣', '⁃', '●', '○', '◦', '▪', '▫', '■', '□', '◆', '\u{F0B7}', '\u{F0A7}'];

/// Marks that stand before a line like a bullet but say more; they stay, and so does the line.
const SIGNS: [char; 12] = ['✓', '✔', '☑', '✅', '✗', '✘', '➢', '➤', '►', '▶', '★', '❖'];

/// The letters by which items are named, in their order.
const LETTERS: [&str; 12] = ["الف", "ب", "پ", "ت", "ث", "ج", "چ", "ح", "خ", "د", "ه", "و"];

/// A mark at the start of a line that begins an item, in CommonMark or for a Persian reader.
#[derive(Debug, PartialEq, Eq)]
struct Marker {
    /// The mark in its line, with direction marks before it.
    range: Range<usize>,
    sign: Sign,
    /// Whether white space follows. Without it the mark counts only beside another item.
    spaced: bool,
    /// Whether CommonMark reads it too.
    common: bool,
}

#[derive(Debug, PartialEq, Eq)]
enum Sign {
    Bullet,
    Dash,
    Number { value: String, bracket: bool },
}

/// Replaces the marks by those of CommonMark.
pub(super) fn edits(source: &str) -> Vec<Edit> {
    if source.is_ascii() {
        return Vec::new();
    }
    let mut edits = Vec::new();
    let mut lines = source.split_inclusive('\n').peekable();
    let (mut start, mut before) = (0, None);
    while let Some(line) = lines.next() {
        let here = marker(line);
        if let Some(found) = &here {
            let after = lines.peek().and_then(|line| marker(line));
            let beside =
                |other: &Option<Marker>| other.as_ref().is_some_and(|other| is_sibling(found, other));
            if !found.common && (found.spaced || beside(&before) || beside(&after)) {
                edits.push(edit(found, start, line));
            }
        }
        start += line.len();
        before = here;
    }
    edits
}

fn edit(marker: &Marker, start: usize, line: &str) -> Edit {
    let mut put = match &marker.sign {
        Sign::Bullet | Sign::Dash => "-".to_owned(),
        Sign::Number { value, bracket: false } => format!("{value}."),
        Sign::Number { value, bracket: true } => format!("{value})"),
    };
    // CommonMark knows no other white space here.
    if !line[marker.range.end..].starts_with([' ', '\t']) {
        put.push(' ');
    }
    Edit::new(start + marker.range.start..start + marker.range.end, put, Aim::Item)
}

/// Returns whether two neighboring lines are items of one list.
fn is_sibling(one: &Marker, other: &Marker) -> bool {
    match (&one.sign, &other.sign) {
        (Sign::Number { value: one, .. }, Sign::Number { value: other, .. }) => {
            let number = |text: &str| text.parse::<i32>().unwrap_or(0);
            number(one).abs_diff(number(other)) == 1
        }
        (Sign::Number { .. }, _) | (_, Sign::Number { .. }) => false,
        _ => true,
    }
}

/// Returns whether the first line of a text would begin an item for a Persian reader, so that it must not join the line before it.
pub(in crate::markdown) fn reads_as_item(text: &str) -> bool {
    let line = text.lines().next().unwrap_or_default();
    let begin = line.trim_start_matches(is_lead);
    begin.starts_with(SIGNS)
        || is_lettered(begin)
        || marker(line).is_some_and(|marker| {
            !marker.common || line[marker.range.end..].trim_start().starts_with(is_persian_letter)
        })
}

fn is_lettered(line: &str) -> bool {
    let length = line.find([')', '-', '–', 'ـ', '.']);
    length.is_some_and(|length| {
        let after = line[length..].chars().nth(1);
        LETTERS.contains(&line[..length].trim_end()) && after.is_some_and(char::is_whitespace)
    })
}

/// White space, marks of quotations and of direction: what may stand before an item.
fn is_lead(character: char) -> bool {
    matches!(character, ' ' | '\t' | '>') || is_direction_mark(character)
}

fn is_direction_mark(character: char) -> bool {
    matches!(character, '\u{200E}' | '\u{200F}' | '\u{061C}')
}

fn marker(line: &str) -> Option<Marker> {
    let start = line.len() - line.trim_start_matches([' ', '\t', '>']).len();
    let begin = line[start..].trim_start_matches(is_direction_mark);
    let has_lead = begin.len() < line.len() - start;
    let (sign, script, length) = sign(begin)?;
    let rest = &begin[length..];
    let next = rest.chars().next()?;
    let content = rest.trim_start();
    let is_apart = next.is_whitespace() || is_persian_letter(next);
    let counts = match (script, &sign) {
        _ if !rest.contains(char::is_alphanumeric) => false,
        (Script::Persian, Sign::Bullet) => true,
        // Dashes are punctuation of other languages, and hyphens join words and make numbers negative.
        (Script::Persian, Sign::Dash) => is_apart && rest.contains(is_persian_letter),
        (Script::Persian, Sign::Number { .. }) | (Script::Common, _) => is_apart,
        (Script::Latin, _) => content.starts_with(|c| is_persian_letter(c) || c == '«'),
    };
    let spaced = next.is_whitespace() || script == Script::Persian && sign == Sign::Bullet;
    let common = script == Script::Common && rest.starts_with([' ', '\t']) && !has_lead;
    // CommonMark knows no other white space behind the mark.
    let strange = rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() && !c.is_ascii()).len();
    let end = line.len() - rest.len() + strange;
    counts.then_some(Marker { range: start..end, sign, spaced, common })
}

/// What a mark is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    /// A mark of CommonMark.
    Common,
    /// ASCII, but no mark of CommonMark: it is one only before Persian text.
    Latin,
    Persian,
}

/// Returns the mark at the start of a text and its length.
fn sign(text: &str) -> Option<(Sign, Script, usize)> {
    let first = text.chars().next()?;
    let length = first.len_utf8();
    match first {
        _ if BULLETS.contains(&first) => Some((Sign::Bullet, Script::Persian, length)),
        '·' | '–' | '—' | '―' | 'ـ' => Some((Sign::Dash, Script::Persian, length)),
        '-' => Some((Sign::Dash, Script::Common, length)),
        '*' | '+' if text[length..].starts_with([' ', '\t']) => Some((Sign::Bullet, Script::Common, length)),
        '(' => {
            let (value, digits) = number(&text[length..])?;
            let end = length + digits + 1;
            let script = if text.get(..end)?.is_ascii() { Script::Latin } else { Script::Persian };
            text[..end].ends_with(')').then_some((Sign::Number { value, bracket: true }, script, end))
        }
        _ => {
            let (value, digits) = number(text)?;
            let delimiter = text[digits..].chars().next()?;
            if !matches!(delimiter, '.' | ')' | '-' | '–' | 'ـ') {
                return None;
            }
            let length = digits + delimiter.len_utf8();
            let script = match delimiter {
                _ if !text[..digits].is_ascii() => Script::Persian,
                '.' | ')' => Script::Common,
                _ => Script::Latin,
            };
            Some((Sign::Number { value, bracket: delimiter == ')' }, script, length))
        }
    }
}

/// Returns the number at the start of a text and its length. A longer number is a year or an amount, not an item.
fn number(text: &str) -> Option<(String, usize)> {
    let is_digit = |c: char| matches!(c, '0'..='9' | '۰'..='۹' | '٠'..='٩');
    let length = text.find(|c| !is_digit(c)).unwrap_or(text.len());
    let value = ascii_digits(&text[..length]);
    (1..=3).contains(&value.len()).then_some((value, length))
}
