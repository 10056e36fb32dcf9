//! The text of `content/archive.yml`: an entry added, brought up to date or left out, everything else as it was typed.
//!
//! It is the only source file that the program changes, and people keep comments and addresses in it: an entry is
//! rewritten value by value, and nothing that is not the edition's own is touched. [`with`] and [`without`] undo each
//! other, so that an edition that is made again is made from the same bytes.

use std::fmt::Write as _;
use std::sync::Arc;

use crate::diag::Place;
use crate::fields::{Gaps, Reader, Reading};
use crate::model::ArchiveEntry;
use crate::model::key::ArchiveEntry as Key;
use crate::persian::Day;
use crate::yaml::{self, Node, Raw};

/// The names that the file may have.
pub const NAMES: [&str; 2] = ["archive.yml", "archive.yaml"];

/// What the program writes above the first entry.
const HEAD: &str = "\
# ویرایش‌های بایگانی‌شده؛ karnameh snapshot هر ویرایش را خودش می‌افزاید.
# جایی را که فایل از آن گرفتنی است می‌توان با «نشانی: https://…» زیر هر ویرایش نوشت.
# Archived editions, added by `karnameh snapshot`; an entry may have a `url:` where its file can be fetched.
";

/// The file is not a list with an entry below each `-`: it can be read, but not edited line by line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotPlain;

/// The text with an entry for this edition: the entry of the same file brought up to date, else a new one at the end.
/// `None` stands for a file that isn't there.
pub fn with(text: Option<&str>, edition: &ArchiveEntry) -> Result<String, NotPlain> {
    let Some(text) = text.filter(|text| !text.trim().is_empty()) else {
        return Ok(format!("{HEAD}{}", written(edition, "")));
    };
    let entries = entries(text)?;
    let edited = if let Some(entry) = entries.iter().rev().find(|entry| entry.file == edition.file) {
        updated(text, entry, edition)
    } else {
        let entry = written(edition, &indent(text, &entries));
        ended(text) + &entry.replace('\n', line_break(text))
    };
    let holds = self::entries(&edited)?.iter().any(|entry| entry.says(edition));
    holds.then_some(edited).ok_or(NotPlain)
}

/// The text without the entry of a file, as if it had never been written; `None` where that leaves nothing.
/// A text that can't be edited is given as it is.
pub fn without(text: &str, file: &str) -> Option<String> {
    let Ok(entries) = entries(text) else { return Some(text.to_owned()) };
    let left = |line: usize| !entries.iter().any(|entry| *entry.file == *file && entry.lines.contains(&line));
    let rest: String = ended(text)
        .split_inclusive('\n')
        .enumerate()
        .filter_map(|(at, line)| left(at).then_some(line))
        .collect();
    (rest != HEAD && !rest.is_empty()).then_some(rest)
}

/// An entry and where it stands.
struct Entry {
    file: Box<str>,
    date: Option<Day>,
    sha256: Option<String>,
    bytes: Option<u64>,
    /// From the line of its sign to that of its last value, counted from 0.
    lines: std::ops::Range<usize>,
    /// Where the values that are an edition's own stand.
    at: [Place; 3],
    /// Where its file's name stands.
    file_at: Place,
}

impl Entry {
    fn says(&self, edition: &ArchiveEntry) -> bool {
        self.file == edition.file
            && self.date == Some(edition.date)
            && self.sha256.as_deref() == Some(&*edition.sha256)
            && self.bytes == edition.bytes
    }
}

/// The entries of a list that has each below a sign of its own line.
fn entries(text: &str) -> Result<Vec<Entry>, NotPlain> {
    let Ok(tree) = yaml::parse(text, 1) else { return Err(NotPlain) };
    let Some(list) = tree else { return Ok(Vec::new()) };
    let Raw::List(items) = &list.raw else { return Err(NotPlain) };
    let lines: Vec<&str> = text.lines().collect();
    let sign = " ".repeat(list.at.column as usize - 1) + "-";
    let begins = |line: &str| {
        line.strip_prefix(&sign).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
    };
    let first = list.at.line as usize - 1;
    let starts: Vec<usize> = (first..lines.len()).filter(|&at| begins(lines[at])).collect();
    if starts.len() != items.len() {
        return Err(NotPlain);
    }
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    starts.iter().zip(ends).zip(items).map(|((&start, end), item)| entry(item, &lines, start, end)).collect()
}

fn entry(item: &Node<'_>, lines: &[&str], start: usize, end: usize) -> Result<Entry, NotPlain> {
    let is_of_entry = |line: &str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    let last = (start..end).rev().find(|&at| is_of_entry(lines[at])).unwrap_or(start);
    let mut reader = Reader::new("".into());
    let mut row = reader.row::<Key>(item).ok_or(NotPlain)?;
    let file = Arc::clone(row.file());
    // What is wrong with an entry is not this module's concern: `check` reports it.
    let (mut names, mut gaps, mut found) = (Vec::new(), Gaps::default(), Vec::new());
    let mut reading = Reading { file: &file, names: &mut names, gaps: &mut gaps, found: &mut found };
    Ok(Entry {
        file: row.take(Key::File, &mut reading).ok_or(NotPlain)?,
        date: row.take(Key::Date, &mut reading),
        sha256: row.take(Key::Sha256, &mut reading).map(|digest: Box<str>| digest.to_ascii_lowercase()),
        bytes: row.take(Key::Bytes, &mut reading),
        lines: start..last + 1,
        at: [Key::Date, Key::Bytes, Key::Sha256]
            .map(|key| if row.is_given(key) { row.place(key) } else { Place::file("") }),
        file_at: row.place(Key::File),
    })
}

/// The text with the values of one entry brought up to date; a size that was not given comes below the file's name.
fn updated(text: &str, entry: &Entry, edition: &ArchiveEntry) -> String {
    let date = (entry.date != Some(edition.date)).then(|| date(edition.date));
    let bytes = edition.bytes.filter(|_| entry.bytes != edition.bytes).map(|bytes| bytes.to_string());
    let digest = (entry.sha256.as_deref() != Some(&*edition.sha256)).then(|| edition.sha256.to_string());
    let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    let mut missing = None;
    for (place, value) in entry.at.iter().zip([date, bytes, digest]) {
        let Some(value) = value else { continue };
        if place.line == 0 {
            missing = Some(value);
        } else {
            replace(&mut lines[place.line as usize - 1], place, &value);
        }
    }
    if let Some(bytes) = missing {
        let at = entry.file_at.line as usize - 1;
        let key = lines[at].chars().take_while(|c| matches!(c, ' ' | '-')).count();
        lines[at] = format!("{}{}bytes: {bytes}{}", ended(&lines[at]), " ".repeat(key), line_break(text));
    }
    lines.concat()
}

/// Puts a value in the place of another.
fn replace(line: &mut String, place: &Place, value: &str) {
    let (start, length) = (place.column as usize - 1, place.length as usize);
    *line = line.chars().take(start).chain(value.chars()).chain(line.chars().skip(start + length)).collect();
}

/// A new entry.
fn written(edition: &ArchiveEntry, indent: &str) -> String {
    let mut text = format!("{indent}- date: {}\n{indent}  file: {}\n", date(edition.date), edition.file);
    if let Some(bytes) = edition.bytes {
        let _ = writeln!(text, "{indent}  bytes: {bytes}");
    }
    let _ = writeln!(text, "{indent}  sha256: {}", edition.sha256);
    text
}

/// How far the signs of the list stand from the margin.
fn indent(text: &str, entries: &[Entry]) -> String {
    let line = entries.first().and_then(|entry| text.lines().nth(entry.lines.start)).unwrap_or_default();
    line.chars().take_while(|c| *c == ' ').collect()
}

fn date(day: Day) -> String {
    let jalali = day.jalali();
    format!("{}/{:02}/{:02}", jalali.year, jalali.month, jalali.day)
}

/// The text with a line break at its end.
fn ended(text: &str) -> String {
    if text.is_empty() || text.ends_with('\n') {
        text.to_owned()
    } else {
        format!("{text}{}", line_break(text))
    }
}

/// How the lines of a text end.
fn line_break(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edition(file: &str, digit: &str) -> ArchiveEntry {
        ArchiveEntry {
            date: Day::from_jalali(1404, 10, 15).expect("a day"),
            file: file.into(),
            bytes: Some(42),
            sha256: digit.repeat(64).into(),
            url: None,
        }
    }

    #[test]
    fn a_new_entry_comes_last_and_can_be_taken_away() {
        let old = "# ours\n\n- تاریخ: ۱۴۰۴/۰۷/۳۰ # the first\n  فایل: old.zip\n  چکیده: '".to_owned()
            + &"a".repeat(64)
            + "'\n# the end\n";
        let text = with(Some(&old), &edition("new.zip", "b")).expect("a plain list");
        assert_eq!(
            text,
            format!("{old}- date: 1404/10/15\n  file: new.zip\n  bytes: 42\n  sha256: {}\n", "b".repeat(64))
        );
        assert_eq!(without(&text, "new.zip").as_deref(), Some(&*old));
        assert_eq!(without(&old, "new.zip").as_deref(), Some(&*old));
    }

    #[test]
    fn the_first_entry_makes_the_file_and_leaves_nothing_behind() {
        for nothing in [None, Some(""), Some("\n")] {
            let text = with(nothing, &edition("new.zip", "b")).expect("nothing is plain");
            assert!(text.starts_with("# ") && text.contains("file: new.zip\n"));
            assert_eq!(without(&text, "new.zip"), None);
        }
    }

    /// Comments, the address, the language of keys and quotes around other values stay as they are.
    #[test]
    fn an_entry_is_brought_up_to_date_value_by_value() {
        let old = format!(
            "- تاریخ: ۱۴۰۴/۱۰/۱۵ # روز گزارش\n  فایل: new.zip\n  چکیده: {} # to be checked\n  نشانی: https://a.ir/new.zip\n\n# the next\n- date: 1404/09/30\n  file: old.zip\n  sha256: {}\n",
            "a".repeat(64),
            "c".repeat(64)
        );
        let new = with(Some(&old), &edition("new.zip", "b")).expect("a plain list");
        let expected = old
            .replace(&"a".repeat(64), &"b".repeat(64))
            .replace("new.zip\n  چ", "new.zip\n  bytes: 42\n  چ");
        assert_eq!(new, expected);
        assert_eq!(with(Some(&new), &edition("new.zip", "b")).as_deref(), Ok(&*new));
        let left = without(&new, "new.zip").expect("the other entry");
        assert_eq!(left, new[new.find("\n# the next").expect("it is there")..]);
    }

    #[test]
    fn line_breaks_and_indents_are_those_of_the_file() {
        let old = format!("  - date: 1404/09/30\r\n    file: old.zip\r\n    sha256: {}", "c".repeat(64));
        let new = with(Some(&old), &edition("new.zip", "b")).expect("a plain list");
        assert!(new.contains("\r\n  - date: 1404/10/15\r\n    file: new.zip\r\n"), "{new:?}");
        assert!(!new.replace("\r\n", "").contains('\n'), "{new:?}");
    }

    #[test]
    fn what_is_no_plain_list_is_left_alone() {
        let digest = "a".repeat(64);
        let flow = format!("[{{date: 1404/10/15, file: a.zip, sha256: {digest}}}]\n");
        let map = format!("date: 1404/10/15\nfile: a.zip\nsha256: {digest}\n");
        for text in [&*flow, &*map, "- [", "text"] {
            assert_eq!(with(Some(text), &edition("new.zip", "b")), Err(NotPlain), "{text}");
            assert_eq!(without(text, "a.zip").as_deref(), Some(text));
        }
    }
}
