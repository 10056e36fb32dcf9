//! The parser's state at an error, and conversion of its positions to places in the file.

use granit_parser::{ErrorKind, Marker};

use super::{Span, lines};

/// What the parser had read when it stopped or when a node was checked.
pub(super) struct Scene<'s> {
    pub(super) src: &'s str,
    pub(super) first_line: u32,
    /// The last scalar before this point.
    pub(super) last: Option<granit_parser::Span>,
    /// The position of the innermost open bracket.
    pub(super) flow: Option<Marker>,
    /// Whether the innermost open list or map uses brackets.
    pub(super) in_flow: bool,
    /// Whether the innermost open collection is a map in braces.
    pub(super) in_flow_map: bool,
}

impl<'s> Scene<'s> {
    /// Creates a scene for a text without parser state.
    pub(super) fn without_parser(src: &'s str, first_line: u32) -> Self {
        Self { src, first_line, last: None, flow: None, in_flow: false, in_flow_map: false }
    }

    /// Builds a place from a line of the source (from 1), a column (from 0) and a length.
    pub(super) fn at(&self, line: usize, column: usize, length: usize) -> Span {
        let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
        Span {
            line: number(line.saturating_sub(1)).saturating_add(self.first_line),
            column: number(column).saturating_add(1),
            length: number(length).max(1),
        }
    }

    /// Converts the parser's span, limited to its first line.
    pub(super) fn span(&self, span: granit_parser::Span) -> Span {
        let (start, end) = (span.start, span.end);
        let length = if start.line() == end.line() {
            end.col().saturating_sub(start.col())
        } else {
            let rest = start.byte_offset().and_then(|from| self.src.get(from..)).unwrap_or("");
            rest.lines().next().unwrap_or("").trim_end().chars().count()
        };
        self.at(start.line(), start.col(), length)
    }

    pub(super) fn line(&self, number: usize) -> &'s str {
        lines::line(self.src, number)
    }

    /// Returns the part of a line that starts at a column.
    pub(super) fn rest(&self, line: usize, column: usize) -> String {
        self.line(line).chars().skip(column).collect()
    }
}

/// The parser's error kind and position: line from 1, column from 0.
pub(super) struct Complaint<'e> {
    pub(super) kind: &'e ErrorKind,
    pub(super) line: usize,
    pub(super) column: usize,
}
