//! Emphasis beside guillemets, brackets and joiners.
//!
//! By CommonMark's rules the second `**` of «**«طرح محله»**ی ما» opens, since it follows a punctuation mark and precedes
//! a letter. A Persian writer means it as the end: `**` opens if none is open, and closes otherwise. Where the rules
//! say otherwise, a space for the parser alone makes it so.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Tag, TagEnd};

use super::{Aim, Edit, is_persian};

/// Returns whether a text may contain a mark that CommonMark reads in another way than a Persian writer. Checks single
/// runs; [`edits`] decides.
pub(super) fn may_be_blocked(source: &str) -> bool {
    !source.is_ascii()
        && runs(source, 0..source.len()).any(|run| {
            let sides = Sides::new(source, &run);
            sides.opens_instead() || sides.closes_instead()
        })
}

/// Finds the spaces that make runs of marks open or close as they are meant. `events` are those of the text so far.
pub(super) fn edits<'e>(
    source: &str,
    events: impl Iterator<Item = (Event<'e>, Range<usize>)>,
    spacer: char,
) -> Vec<Edit> {
    let mut edits = Vec::new();
    for part in parts(events) {
        let mut open: Vec<&str> = Vec::new();
        for run in part.runs(source) {
            let mark = &source[run.clone()];
            let sides = Sides::new(source, &run);
            let is_open = open.contains(&mark);
            let mut put = |at, aim| edits.push(Edit::new(at..at, spacer.to_string(), aim));
            if !is_open && sides.opens_instead() {
                put(run.start, Aim::Opens(run.clone()));
                open.push(mark);
            } else if is_open && sides.closes_instead() {
                put(run.end, Aim::Closes(run.clone()));
                open.retain(|other| *other != mark);
            } else if is_open && sides.can_close() {
                open.retain(|other| *other != mark);
            } else if !is_open && sides.can_open() {
                open.push(mark);
            }
        }
    }
    edits
}

/// What stands before and after a run of marks; the edge of a text counts as a space.
struct Sides {
    before: char,
    after: char,
    is_underscore: bool,
}

impl Sides {
    fn new(source: &str, run: &Range<usize>) -> Self {
        Self {
            before: source[..run.start].chars().next_back().unwrap_or(' '),
            after: source[run.end..].chars().next().unwrap_or(' '),
            is_underscore: source[run.clone()].starts_with('_'),
        }
    }

    /// CommonMark: left-flanking.
    fn is_left(&self) -> bool {
        !self.after.is_whitespace()
            && (!is_punctuation(self.after) || self.before.is_whitespace() || is_punctuation(self.before))
    }

    /// CommonMark: right-flanking.
    fn is_right(&self) -> bool {
        !self.before.is_whitespace()
            && (!is_punctuation(self.before) || self.after.is_whitespace() || is_punctuation(self.after))
    }

    fn can_open(&self) -> bool {
        self.is_left() && (!self.is_underscore || !self.is_right() || is_punctuation(self.before))
    }

    fn can_close(&self) -> bool {
        self.is_right() && (!self.is_underscore || !self.is_left() || is_punctuation(self.after))
    }

    /// Returns whether the run is meant to open if none is open, although CommonMark forbids it.
    fn opens_instead(&self) -> bool {
        let after_letter = !self.after.is_whitespace() && !self.is_left() && !ends_words(self.after);
        let after_joiner = self.is_underscore && self.before == '\u{200C}' && !self.can_open();
        self.is_persian() && (after_letter || after_joiner && self.is_left())
    }

    /// Returns whether the run is meant to close if one is open, although CommonMark forbids it.
    fn closes_instead(&self) -> bool {
        let before_letter = !self.before.is_whitespace() && !self.is_right() && !begins_words(self.before);
        let before_joiner = self.is_underscore && self.after == '\u{200C}' && !self.can_close();
        self.is_persian() && (before_letter || before_joiner && self.is_right())
    }

    fn is_persian(&self) -> bool {
        is_persian(self.before) || is_persian(self.after)
    }
}

fn begins_words(character: char) -> bool {
    matches!(character, '«' | '(' | '[' | '{' | '“' | '‘' | '‹')
}

fn ends_words(character: char) -> bool {
    matches!(
        character,
        '»' | ')' | ']' | '}' | '”' | '’' | '›' | '.' | '،' | ',' | '؛' | ';' | ':' | '؟' | '?' | '!' | '…'
    )
}

/// Punctuation and symbols. Marks above and below letters, joiners and direction marks count as letters, as in
/// CommonMark.
fn is_punctuation(character: char) -> bool {
    let is_mark = matches!(character,
        '\u{0300}'..='\u{036F}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06DC}'
        | '\u{06DF}'..='\u{06E8}' | '\u{06EA}'..='\u{06ED}' | '\u{200B}'..='\u{200F}' | '\u{061C}'
        | '\u{2060}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}');
    !character.is_alphanumeric() && !character.is_whitespace() && !character.is_control() && !is_mark
}

/// A stretch of text in which emphasis can open and close, without what is inside code, addresses and HTML.
#[derive(Default)]
struct Part {
    whole: Option<Range<usize>>,
    left_out: Vec<Range<usize>>,
}

impl Part {
    fn extend(&mut self, range: &Range<usize>) {
        let whole = self.whole.get_or_insert(range.clone());
        *whole = whole.start.min(range.start)..whole.end.max(range.end);
    }

    fn runs<'a>(&'a self, source: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let whole = self.whole.clone().unwrap_or_default();
        runs(source, whole).filter(|run| {
            let before = self.left_out.partition_point(|out| out.start <= run.start);
            before.checked_sub(1).is_none_or(|last| !self.left_out[last].contains(&run.start))
        })
    }
}

/// A link or picture whose end has not been reached: whether its text is its address, and where its contents end.
struct Open {
    is_address: bool,
    inner_end: Option<usize>,
}

fn parts<'e>(events: impl Iterator<Item = (Event<'e>, Range<usize>)>) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut part = Part::default();
    let mut links: Vec<Open> = Vec::new();
    for (event, range) in events {
        if !is_inline(&event) {
            parts.push(std::mem::take(&mut part));
            continue;
        }
        part.extend(&range);
        match event {
            Event::Code(_) | Event::InlineHtml(_) | Event::FootnoteReference(_) => {
                part.left_out.push(range.clone());
            }
            Event::Start(Tag::Link { link_type, .. } | Tag::Image { link_type, .. }) => {
                let is_address = matches!(link_type, LinkType::Autolink | LinkType::Email);
                links.push(Open { is_address, inner_end: None });
                continue;
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                if let Some(link) = links.pop() {
                    let from = link.inner_end.filter(|_| !link.is_address).unwrap_or(range.start);
                    part.left_out.push(from..range.end);
                }
            }
            _ => {}
        }
        if let Some(link) = links.last_mut() {
            link.inner_end = link.inner_end.max(Some(range.end));
        }
    }
    parts.push(part);
    parts.retain(|part| part.whole.is_some());
    for part in &mut parts {
        part.left_out.sort_unstable_by_key(|out| out.start);
    }
    parts
}

fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => {
            matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. })
        }
        Event::End(tag) => {
            matches!(tag, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image)
        }
        Event::Html(_) | Event::Rule => false,
        _ => true,
    }
}

/// Returns the runs of one mark that are not escaped.
fn runs(source: &str, within: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
    let bytes = source.as_bytes();
    let mut at = within.start;
    std::iter::from_fn(move || {
        loop {
            at += memchr::memchr2(b'*', b'_', bytes.get(at..within.end)?)?;
            let mark = bytes[at];
            let end = at + bytes[at..within.end].iter().take_while(|&&byte| byte == mark).count();
            let slashes = bytes[..at].iter().rev().take_while(|&&byte| byte == b'\\').count();
            let start = at + slashes % 2;
            at = end;
            if start < end {
                return Some(start..end);
            }
        }
    })
}
