//! Parses YAML to a tree that knows the place of every key and value, splits front matter, and rejects YAML features that
//! records may not use.
//!
//! Scalars stay text: the table of fields assigns types, not YAML's guesses. The parser stops at the first syntax error;
//! `slips` then determines the mistake that a person most likely made, and `sentences` contains the wording. Start reading
//! at [`parse`].

mod build;
mod fault;
mod front;
mod lines;
mod scene;
mod sentences;
mod slips;
mod suspects;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

pub use build::{MAX_DEPTH, parse};
pub use fault::Fault;
pub use front::{FRONT_MATTER_MAX, Split, front_matter};

/// The place of a node in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Span {
    /// Line number, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// Length on the first line in characters, at least 1, including quotes.
    pub length: u32,
}

/// A value and its place.
///
/// The place of a map is its first key, of a list its first sign (`-` or `[`), of a text after `|` its first line, of a
/// missing value the colon of its key.
#[derive(Debug, Clone, PartialEq)]
pub struct Node<'s> {
    pub at: Span,
    pub raw: Raw<'s>,
}

/// A value as typed, without a type.
#[derive(Debug, Clone, PartialEq)]
pub enum Raw<'s> {
    /// A missing value, or a plain `~` or `null`.
    Null,
    /// Any other scalar.
    Text(Cow<'s, str>),
    /// A YAML sequence.
    List(Vec<Node<'s>>),
    /// A YAML mapping in source order. Every key is a text. Duplicate keys are kept for the reader of fields to report.
    Map(Vec<(Node<'s>, Node<'s>)>),
}
