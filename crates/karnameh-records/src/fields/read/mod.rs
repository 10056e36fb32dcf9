//! Reads maps by the table: matches keys in both languages, types values, says what is wrong and goes on.
//!
//! `map` matches keys, `value` looks at shapes (list, map, text), `scalar` types single texts with the help of `words`
//! and `web`. Start reading at [`Reader`].

mod map;
mod scalar;
#[cfg(test)]
mod tests;
mod value;
mod web;
mod words;

pub use web::is_url;

use std::sync::Arc;

use super::Field;
use super::declare::{Key, Record};
use super::head::CommonKey;
use super::row::Row;
use crate::diag::codes::values as codes;
use crate::diag::{Code, Diagnostic, Message, Place};
use crate::persian::text::{self, Cleaned, Forbidden};
use crate::yaml::{Node, Span};

/// Reads the maps of one file and collects what is wrong with them.
#[derive(Debug)]
pub struct Reader {
    file: Arc<str>,
    out: Vec<Diagnostic>,
    /// The tables of the maps that hold the one that is read, from the outermost.
    outer: Vec<Vec<&'static [Field]>>,
    /// Where the first invisible character was dropped: one advice a file is enough.
    dropped: Option<Place>,
}

impl Reader {
    /// A reader of one file, by the path that diagnostics give.
    pub fn new(file: Arc<str>) -> Self {
        Self { file, out: Vec::new(), outer: Vec::new(), dropped: None }
    }

    /// Reads a record by the table of its kind: what every record has, and what its kind has. `None` if it is not a map.
    pub fn record<T: Record>(&mut self, node: &Node<'_>) -> Option<(Row<CommonKey>, Row<T::Key>)> {
        let tables = [CommonKey::FIELDS, T::Key::FIELDS];
        let mut parts = self.map(node, &tables, "", Some(T::KIND))?.into_iter();
        let (common, own) = (parts.next()?, parts.next()?);
        Some((Row::new(common, Arc::clone(&self.file)), Row::new(own, Arc::clone(&self.file))))
    }

    /// Reads a map that is no record (`site.yml`, an entry of `archive.yml`); `None` where it is no map at all.
    pub fn row<K: Key>(&mut self, node: &Node<'_>) -> Option<Row<K>> {
        let cells = self.map(node, &[K::FIELDS], "", None)?.into_iter().next()?;
        Some(Row::new(cells, Arc::clone(&self.file)))
    }

    /// Cleans the Markdown below a front matter, which begins at line `first_line` of the file.
    ///
    /// `None` where it is blank, or holds characters that are refused. Blank lines at its head stay, so that lines of
    /// the result are lines of the file.
    pub fn body(&mut self, markdown: &str, first_line: u32) -> Option<String> {
        match text::clean(markdown) {
            Ok(Cleaned { text, dropped }) => {
                if dropped {
                    self.drop_at(Place::new(Arc::clone(&self.file), first_line, 0, 0));
                }
                (!text.trim().is_empty()).then(|| text.trim_end().to_owned())
            }
            Err(forbidden) => {
                let (line, column) = position(markdown, forbidden.at_char);
                let at = Span { line: first_line + line, column, length: 1 };
                self.refuse_hidden(&forbidden, at, "body");
                None
            }
        }
    }

    /// Everything that was found wrong.
    pub fn finish(mut self) -> Vec<Diagnostic> {
        if let Some(at) = self.dropped.take() {
            let advice = Diagnostic::new(
                codes::HIDDEN_DROPPED,
                at,
                "در متن این فایل نویسه‌های نادیدنی هست که کنار گذاشته شد.",
                "Invisible characters in this file's text were left out.",
            );
            self.out.push(advice.hint(
                "چیزی لازم نیست؛ اگر خواستید، این بخش را از نو تایپ کنید.",
                "Nothing needs to be done; type this part again if you like.",
            ));
        }
        self.out
    }

    fn place(&self, at: Span) -> Place {
        Place::new(Arc::clone(&self.file), at.line, at.column, at.length)
    }

    /// Adds a finding about a field.
    fn report(&mut self, code: &'static Code, at: Span, path: &str, message: Message) {
        let finding = Diagnostic::with_message(code, self.place(at), message);
        self.out.push(if path.is_empty() { finding } else { finding.field(path) });
    }

    fn drop_at(&mut self, at: Place) {
        self.dropped.get_or_insert(at);
    }

    fn refuse_hidden(&mut self, forbidden: &Forbidden, at: Span, path: &str) {
        self.report(codes::HIDDEN_REFUSED, at, path, forbidden.message());
    }
}

/// The line (from 0) and column (from 1) of a character of a text.
fn position(text: &str, at_char: usize) -> (u32, u32) {
    let (mut line, mut column) = (0, 1);
    for character in text.chars().take(at_char) {
        if character == '\n' {
            (line, column) = (line + 1, 1);
        } else {
            column += 1;
        }
    }
    (line, column)
}

/// What was typed, fit for a sentence: short, on one line, without characters that would turn the sentence round.
pub fn shown(typed: &str) -> String {
    const LONGEST: usize = 60;
    let mut shown: String = typed
        .chars()
        .take(LONGEST)
        .map(|c| match c {
            '\n' | '\r' | '\t' => ' ',
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => '\u{FFFD}',
            c if c.is_control() => '\u{FFFD}',
            c => c,
        })
        .collect();
    if typed.chars().count() > LONGEST {
        shown.push('…');
    }
    shown
}
