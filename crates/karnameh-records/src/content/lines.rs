//! The lines of a text, each reached at once.

use crate::diag::Diagnostic;
use crate::yaml::Span;

/// A text and where its lines begin.
pub(super) struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let breaks = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n').map(|(at, _)| at + 1);
        Self { text, starts: std::iter::once(0).chain(breaks).collect() }
    }

    /// A line by its number from 1, without its break; empty where there is none.
    pub(super) fn line(&self, number: u32) -> &'t str {
        let index = (number as usize).saturating_sub(1);
        let Some(&start) = self.starts.get(index) else { return "" };
        let end = self.starts.get(index + 1).copied().unwrap_or(self.text.len());
        self.text[start..end].trim_end_matches(['\n', '\r'])
    }

    /// Where `needle` next stands, from the place `from` on.
    pub(super) fn find(&self, needle: &str, from: Span) -> Option<Span> {
        let start = self.starts.get((from.line as usize).saturating_sub(1)).copied()?;
        let skipped = self.line(from.line).char_indices().nth((from.column as usize).saturating_sub(1));
        let start = start + skipped.map_or(0, |(at, _)| at);
        let at = start + self.text.get(start..)?.find(needle)?;
        let index = self.starts.partition_point(|&line| line <= at) - 1;
        let count = |text: &str| u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        Some(Span {
            line: u32::try_from(index + 1).unwrap_or(u32::MAX),
            column: count(&self.text[self.starts[index]..at]) + 1,
            length: count(needle),
        })
    }
}

/// Gives each finding the line that it speaks of.
pub(super) fn fill_source_lines(diagnostics: &mut [Diagnostic], text: &str) {
    let is_bare = |found: &&mut Diagnostic| found.source_line.is_none() && found.at.line > 0;
    let mut bare = diagnostics.iter_mut().filter(is_bare).peekable();
    if bare.peek().is_some() {
        let lines = Lines::new(text);
        for found in bare {
            let line = lines.line(found.at.line);
            found.source_line = Some(line.to_owned());
            // A text that YAML folded has other lines than its file: then the whole line is meant.
            if (found.at.column + found.at.length) as usize > line.chars().count() + 2 {
                (found.at.column, found.at.length) = (0, 0);
            }
        }
    }
}
