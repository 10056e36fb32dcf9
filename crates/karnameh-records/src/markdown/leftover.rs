//! What was typed as Markdown but stays on the page as text, and what became something else by accident.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Tag};

use crate::diag::codes::plausible as codes;
use crate::diag::{Diagnostic, Message, Place};

/// A kind of mark that has no effect, or another than it was meant to have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leftover {
    /// Marks of emphasis, links, pictures, footnotes.
    Marks,
    /// A heading without the space.
    Heading,
    /// A table without the rule under its head.
    Table,
    /// Persian text behind four spaces.
    Code,
    /// A paragraph that is a heading because of the line under it.
    Underlined,
}

impl Leftover {
    pub(super) fn diagnostic(self, mark: &str, at: Place) -> Diagnostic {
        let (code, message) = match self {
            Self::Marks => (codes::MARKS_STAY, marks_stay(mark)),
            Self::Heading => (codes::NO_HEADING, no_heading(mark)),
            Self::Table => (codes::NO_TABLE, no_table()),
            Self::Code => (codes::PASTED_SPACES, pasted_spaces()),
            Self::Underlined => (codes::UNDERLINED, underlined(mark)),
        };
        Diagnostic::with_message(code, at, message)
    }
}

fn marks_stay(mark: &str) -> Message {
    let message = Message::new(
        format!("«‎{mark}‎» روی صفحه می‌ماند، چون چیزی که با آن آغاز می‌شود یا پایان می‌یابد کامل نیست."),
        format!("`{mark}` stays on the page, since what it begins or ends is incomplete."),
    );
    match mark.as_bytes() {
        [b'*' | b'_', ..] => message.hint(
            format!("پیش و پس از متن پررنگ «‎{mark}‎» بگذارید، بدون فاصله میان آن و متن؛ اگر خود نشان را می‌خواهید، پیش از آن «\\» بنویسید."),
            format!("Write `{mark}` before and after the bold text, without a space between; for the sign itself write `\\` before it."),
        ),
        [b'~', ..] => message.hint(
            "خط زدن متن در اینجا ممکن نیست؛ این نشان را بردارید.",
            "Text can't be struck out here; remove the mark.",
        ),
        [b'[', ..] => message.hint(
            "متن پانوشت را هم بنویسید، مانند «[^1]: متن»، در سطری جدا.",
            "Write the footnote too, such as `[^1]: text`, on a line of its own.",
        ),
        _ => message.hint(
            "نشانی را بی‌درنگ پس از «]» میان ( و ) بنویسید؛ نام فایل اگر فاصله دارد میان < و > بیاید: ‎[متن](<نام فایل.pdf>)‎.",
            "Write the address between ( and ) right after the `]`; a file name with spaces goes between < and >: [text](<file name.pdf>).",
        ),
    }
}

fn no_heading(mark: &str) -> Message {
    Message::new(
        format!("«‎{mark}‎» روی صفحه می‌ماند و این سطر عنوان نمی‌شود."),
        format!("`{mark}` stays on the page and the line is not a heading."),
    )
    .hint(
        format!("اگر عنوان است، پس از «‎{mark}‎» یک فاصله بگذارید؛ اگر برچسب است، پیش از آن «\\» بنویسید."),
        format!("For a heading write a space after `{mark}`; for a hashtag write `\\` before it."),
    )
}

fn no_table() -> Message {
    Message::new(
        "این سطرها جدول نمی‌شوند و «|» روی صفحه می‌ماند.",
        "These lines are not a table, and `|` stays on the page.",
    )
    .hint(
        "زیر سطر نخست جدول این سطر را بنویسید، با همان تعداد ستون: ‎|---|---|‎.",
        "Write this line under the first row, with as many columns: |---|---|.",
    )
}

fn pasted_spaces() -> Message {
    Message::new(
        "این متن با چهار فاصله آغاز شده است و مانند کد نشان داده می‌شود.",
        "This text begins with four spaces and is shown as code.",
    )
    .hint("فاصله‌های آغاز سطر را بردارید.", "Remove the spaces at the start of the line.")
}

fn underlined(mark: &str) -> Message {
    Message::new(
        format!("متن بالای «‎{mark}‎» عنوان شده است."),
        format!("The text above `{mark}` has become a heading."),
    )
    .hint(
        format!(
            "اگر خط جداکننده است، پیش از «‎{mark}‎» یک سطر خالی بگذارید؛ اگر عنوان است، آن را با «## » بنویسید."
        ),
        format!(
            "If it is a rule, leave an empty line before `{mark}`; if it is a heading, write it with `## `."
        ),
    )
}

/// Finds the marks of links, pictures, footnotes and emphasis in a text.
pub(super) fn marks(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = bytes.get(at..)?;
            let first = *rest.first()?;
            let start = at;
            if let [b'!', b'[', ..] | [b']', b'(', ..] | [b'[', b'^', ..] = rest {
                at += 2;
                return Some(start..at);
            }
            let is_run = matches!(first, b'*' | b'_' | b'~');
            let length = if is_run { rest.iter().take_while(|&&byte| byte == first).count() } else { 1 };
            at += length;
            // A longer run is a line to write on or an ornament.
            if is_run && (2..=3).contains(&length) {
                return Some(start..at);
            }
        }
    })
}

/// Finds what a block was not meant to be, with the range of its mark in the source.
pub(super) fn of_block(
    tag: &Tag<'_>,
    source: &str,
    range: &Range<usize>,
) -> Option<(Leftover, Range<usize>)> {
    let text = source.get(range.clone())?;
    let (leftover, found) = match tag {
        Tag::Paragraph => heading_mark(text)
            .map(|found| (Leftover::Heading, found))
            .or_else(|| Some((Leftover::Table, table_row(text)?))),
        Tag::CodeBlock(CodeBlockKind::Indented) => {
            let line = text.lines().next().unwrap_or_default();
            let start = line.len() - line.trim_start().len();
            text.contains(super::typed::is_persian_letter).then_some((Leftover::Code, start..line.len()))
        }
        Tag::Heading { .. } => Some((Leftover::Underlined, accidental_underline(text)?)),
        _ => None,
    }?;
    Some((leftover, range.start + found.start..range.start + found.end))
}

/// Returns the lines of a text, each with its offset, without what marks quotations.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut next = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = next;
        next += line.len();
        let begin = line.trim_start_matches([' ', '\t', '>']);
        (start + line.len() - begin.len(), begin.trim_end())
    })
}

/// Finds the `#` of a heading without a space: before a letter, on a line that has no other hashtag.
fn heading_mark(text: &str) -> Option<Range<usize>> {
    lines(text).find_map(|(start, line)| {
        let title = line.trim_start_matches('#');
        let length = line.len() - title.len();
        let begins = title.starts_with(|c: char| c.is_alphabetic() || matches!(c, '«' | '*'));
        let is_hashtag = title.contains(['_', '#']);
        ((1..=6).contains(&length) && begins && !is_hashtag).then_some(start..start + length)
    })
}

/// Finds the first row of a table without its rule: two lines with as many `|`, or one that begins and ends with it.
fn table_row(text: &str) -> Option<Range<usize>> {
    if !text.contains('|') {
        return None;
    }
    let mut before: Option<(Range<usize>, usize)> = None;
    for (start, line) in lines(text) {
        let bars = line.matches('|').count() - line.matches("\\|").count();
        let row = start..start + line.len();
        if bars > 2 && line.starts_with('|') && line.ends_with('|') {
            return Some(row);
        }
        if let Some((first, _)) = before.filter(|(_, count)| *count == bars && bars > 0) {
            return Some(first);
        }
        before = Some((row, bars));
    }
    None
}

/// Finds the line under a heading that reads as a paragraph: it has several lines, ends like a sentence or is long, or
/// the line under it is too short to be drawn on purpose.
fn accidental_underline(text: &str) -> Option<Range<usize>> {
    if text.trim_start().starts_with('#') {
        return None;
    }
    let lines: Vec<_> = lines(text.trim_end()).collect();
    let (&(start, underline), above) = lines.split_last()?;
    let (_, last) = above.last()?;
    let is_sentence = last.ends_with(['.', '؟', '?', '!', '؛', ':', '،', '…']);
    let is_long = above.len() > 1 || last.chars().count() > LONGEST_HEADING;
    (is_sentence || is_long || underline.len() < 3).then_some(start..start + underline.len())
}

/// A longer line is hardly a heading.
const LONGEST_HEADING: usize = 100;
