//! Separates the front matter from the Markdown body, line by line and before any YAML is parsed.

use super::{Fault, Span};
use crate::diag::codes::yaml as codes;

/// The maximum size of the front matter, in bytes (1 MiB).
pub const FRONT_MATTER_MAX: usize = 1 << 20;

/// The two parts of a Markdown file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Split<'s> {
    pub yaml: &'s str,
    /// The number of its first line, from 1.
    pub yaml_line: u32,
    /// The Markdown after the closing fence.
    pub body: &'s str,
    /// The number of its first line, from 1.
    pub body_line: u32,
}

/// Splits a Markdown file into front matter (`---` … `---`) and body.
///
/// Accepts a BOM, CRLF, blank lines before the first fence and spaces after a fence. Fails if a fence is missing or if
/// the front matter is larger than [`FRONT_MATTER_MAX`].
pub fn front_matter(text: &str) -> Result<Split<'_>, Fault> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = Lines { rest: text, number: 0 };
    let open = loop {
        let Some((line, number)) = lines.next() else { return Err(missing("", 1)) };
        match line.trim() {
            "" => {}
            _ if line.trim_end() == "---" => break number,
            _ => return Err(missing(line, number)),
        }
    };
    let start = lines.rest;
    loop {
        let before = lines.rest;
        let Some((line, number)) = lines.next() else { return Err(unclosed(open)) };
        if line.trim_end() == "---" {
            let yaml = &start[..start.len() - before.len()];
            let split = Split { yaml, yaml_line: open + 1, body: lines.rest, body_line: number + 1 };
            return if yaml.len() > FRONT_MATTER_MAX { Err(too_long(open)) } else { Ok(split) };
        }
    }
}

/// Iterates over lines with their numbers and exposes the remaining text.
struct Lines<'s> {
    rest: &'s str,
    number: u32,
}

impl<'s> Lines<'s> {
    fn next(&mut self) -> Option<(&'s str, u32)> {
        if self.rest.is_empty() {
            return None;
        }
        let end = self.rest.find('\n').map_or(self.rest.len(), |at| at + 1);
        let (line, rest) = self.rest.split_at(end);
        self.rest = rest;
        self.number += 1;
        Some((line, self.number))
    }
}

fn whole_line(line: &str, number: u32) -> Span {
    let length = u32::try_from(line.trim_end().chars().count()).unwrap_or(u32::MAX);
    Span { line: number, column: 1, length: length.max(1) }
}

fn missing(line: &str, number: u32) -> Fault {
    let fault = Fault::new(
        codes::NO_FRONT_MATTER,
        whole_line(line, number),
        "این فایل بخش بالا (front matter) ندارد، پس نام و فیلدهای رکورد دانسته نیست.",
        "This file has no front matter, so the record's title and fields are not known.",
    );
    // Word processors replace hyphens by dashes, and people type four of them.
    let dashes = |c: char| matches!(c, '-' | '–' | '—' | '−' | 'ـ' | '=');
    if !line.trim().is_empty() && line.trim().chars().all(dashes) {
        return fault.hint(
            "این سطر را پاک کنید و درست سه خط تیرهٔ ساده بنویسید: ‎---‎",
            "Delete this line and type exactly three plain hyphens: ---",
        );
    }
    fault.hint(
        "سطر نخست فایل را ‎---‎ بگذارید، زیر آن فیلدها (title: …)، سپس یک سطر ‎---‎ دیگر و پس از آن متن.",
        "Make --- the first line, then the fields (title: …), then another line --- and the text after it.",
    )
}

fn unclosed(open: u32) -> Fault {
    Fault::new(
        codes::UNCLOSED_FRONT_MATTER,
        Span { line: open, column: 1, length: 3 },
        "بخش بالای فایل که از این سطر آغاز می‌شود بسته نشده است.",
        "The front matter that begins on this line is never closed.",
    )
    .hint(
        "پس از آخرین فیلد و پیش از متن، سطری تنها با ‎---‎ بگذارید.",
        "Put a line of just --- after the last field and before the text.",
    )
}

fn too_long(open: u32) -> Fault {
    Fault::new(
        codes::LONG_FRONT_MATTER,
        Span { line: open, column: 1, length: 3 },
        "بخش بالای فایل از ۱ مبی‌بایت بزرگ‌تر است.",
        "The front matter is larger than 1 MiB.",
    )
    .hint("متن بلند را زیر سطر ‎---‎ دوم ببرید.", "Move long text below the second line ---.")
}
