//! Markdown as Persian writers type it, read by a parser of CommonMark.
//!
//! The parser sees a text in which a few marks are replaced: «۱.» and «•» begin items, `**` beside «» opens or closes
//! as it is meant, file names with spaces are set off. Each replacement is kept only if the parser makes of it what it
//! is for, so that nothing changes in code or in texts without these marks; places are always those of the typed text.
//! Start reading at [`Typed::new`].

mod emphasis;
mod files;
mod lists;

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

pub(super) use lists::reads_as_item;

/// A Markdown text and what the parser reads instead of it.
pub(super) struct Typed<'s> {
    source: &'s str,
    text: Cow<'s, str>,
    /// The replacements, sorted by position.
    edits: Vec<Edit>,
    /// Stands beside marks of emphasis so that the parser sees white space there; it does not occur in the source.
    spacer: char,
}

/// A replacement of a stretch of the source.
#[derive(Debug, Clone)]
struct Edit {
    typed: Range<usize>,
    put: Cow<'static, str>,
    aim: Aim,
    /// Where the replacement begins in the text for the parser.
    at: usize,
}

/// What the parser has to make of a replacement.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Aim {
    /// An item that begins at the replacement.
    Item,
    /// An emphasis that begins in this run of marks.
    Opens(Range<usize>),
    /// An emphasis that ends in this run of marks.
    Closes(Range<usize>),
    /// A link or picture that ends here.
    Link(usize),
}

impl Edit {
    fn new(typed: Range<usize>, put: impl Into<Cow<'static, str>>, aim: Aim) -> Self {
        Self { typed, put: put.into(), aim, at: 0 }
    }
}

/// White space other than what people type, to choose the spacer from.
const SPACERS: [char; 3] = ['\u{205F}', '\u{1680}', '\u{2028}'];

/// Each round drops the replacements that missed their aim. A text that needs more rounds is read as plain CommonMark.
const ROUNDS: usize = 8;

impl<'s> Typed<'s> {
    /// Decides what the parser reads instead of a text.
    pub(super) fn new(source: &'s str) -> Self {
        let mut typed = Self { source, text: Cow::Borrowed(source), edits: Vec::new(), spacer: SPACERS[0] };
        let mut edits = lists::edits(source);
        edits.extend(files::edits(source));
        typed.apply(edits);
        let spacer = SPACERS.into_iter().find(|&spacer| !source.contains(spacer));
        if let Some(spacer) = spacer.filter(|_| emphasis::may_be_blocked(source)) {
            typed.spacer = spacer;
            let marks = emphasis::edits(source, typed.events(), spacer);
            if !marks.is_empty() {
                let edits = typed.edits.iter().cloned().chain(marks).collect();
                typed.apply(edits);
            }
        }
        typed
    }

    /// Returns the events of the parser, each with its range in the source.
    pub(super) fn events(&self) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
        let parser = Parser::new_ext(&self.text, options).into_offset_iter();
        parser.map(|(event, range)| match event {
            _ if self.edits.is_empty() => (event, range),
            Event::Text(text) if text.contains(self.spacer) => {
                (Event::Text(text.replace(self.spacer, "").into()), self.typed_range(&range))
            }
            event => (event, self.typed_range(&range)),
        })
    }

    /// Keeps the replacements that reach their aim.
    fn apply(&mut self, mut edits: Vec<Edit>) {
        edits.sort_by_key(|edit| (edit.typed.start, edit.typed.end));
        for _ in 0..ROUNDS {
            self.replace(edits);
            if self.edits.is_empty() {
                return;
            }
            let reached = Reached::new(self.events());
            edits = self.edits.iter().filter(|edit| reached.contains(edit)).cloned().collect();
            if edits.len() == self.edits.len() {
                return;
            }
        }
        self.replace(Vec::new());
    }

    fn replace(&mut self, mut edits: Vec<Edit>) {
        self.text = Cow::Borrowed(self.source);
        if !edits.is_empty() {
            let mut text = String::with_capacity(self.source.len());
            let mut copied = 0;
            for edit in &mut edits {
                text.push_str(&self.source[copied..edit.typed.start]);
                edit.at = text.len();
                text.push_str(&edit.put);
                copied = edit.typed.end;
            }
            text.push_str(&self.source[copied..]);
            self.text = Cow::Owned(text);
        }
        self.edits = edits;
    }

    fn typed_range(&self, range: &Range<usize>) -> Range<usize> {
        self.typed_offset(range.start)..self.typed_offset(range.end)
    }

    /// Converts an offset in the parser's text to one in the source.
    fn typed_offset(&self, offset: usize) -> usize {
        let before = self.edits.partition_point(|edit| edit.at < offset);
        let Some(edit) = before.checked_sub(1).map(|last| &self.edits[last]) else { return offset };
        match offset.checked_sub(edit.at + edit.put.len()) {
            Some(after) => edit.typed.end + after,
            None => edit.typed.start,
        }
    }
}

/// What the parser made of a text, by places in the source, each list in order.
#[derive(Default)]
struct Reached {
    items: Vec<usize>,
    opened: Vec<usize>,
    closed: Vec<usize>,
    links: Vec<usize>,
}

impl Reached {
    fn new<'e>(events: impl Iterator<Item = (Event<'e>, Range<usize>)>) -> Self {
        let mut reached = Self::default();
        for (event, range) in events {
            match event {
                Event::Start(Tag::Item) => reached.items.push(range.start),
                Event::Start(Tag::Emphasis | Tag::Strong) => reached.opened.push(range.start),
                Event::End(TagEnd::Emphasis | TagEnd::Strong) => reached.closed.push(range.end),
                Event::End(TagEnd::Link | TagEnd::Image) => reached.links.push(range.end),
                _ => {}
            }
        }
        for list in [&mut reached.items, &mut reached.opened, &mut reached.closed, &mut reached.links] {
            list.sort_unstable();
        }
        reached
    }

    fn contains(&self, edit: &Edit) -> bool {
        match &edit.aim {
            Aim::Item => self.items.binary_search(&edit.typed.start).is_ok(),
            Aim::Opens(run) => any_within(&self.opened, run.start, run.end),
            Aim::Closes(run) => any_within(&self.closed, run.start + 1, run.end + 1),
            Aim::Link(end) => self.links.binary_search(end).is_ok(),
        }
    }
}

fn any_within(sorted: &[usize], from: usize, to: usize) -> bool {
    sorted.get(sorted.partition_point(|&at| at < from)).is_some_and(|&at| at < to)
}

/// Returns whether a character is one that Persian text alone has: a letter, digit or mark of the Arabic script, ZWNJ, a
/// guillemet.
fn is_persian(character: char) -> bool {
    matches!(character, '\u{0600}'..='\u{06FF}' | '\u{200C}' | '«' | '»' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// Returns whether a character is a letter of the Arabic script.
pub(super) fn is_persian_letter(character: char) -> bool {
    is_persian(character) && character.is_alphabetic() && character != 'ـ'
}

#[cfg(test)]
mod tests;
