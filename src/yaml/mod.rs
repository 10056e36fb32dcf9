//! Text to a tree in which every key and value has its place; splits front matter; refuses what we refuse.
//!
//! Scalars stay the text that was typed: the table of fields gives types, never YAML's guess. The parser stops at the
//! first syntax error; what it says then is turned into the slip that a person most likely made (`slips`, worded in `sentences`). Start
//! reading at [`parse`].

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

/// Where a node stands in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Span {
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, in characters.
    pub column: u32,
    /// How many characters it takes on its first line, at least 1. The quotes of a quoted text count.
    pub length: u32,
}

/// One value and its place.
///
/// A map stands at its first key, a list at its first sign (`-` or `[`), a text after `|` on its first line, an absent
/// value on the colon of its key.
#[derive(Debug, Clone, PartialEq)]
pub struct Node<'s> {
    /// Its place.
    pub at: Span,
    /// What it is.
    pub raw: Raw<'s>,
}

/// A value as typed.
#[derive(Debug, Clone, PartialEq)]
pub enum Raw<'s> {
    /// Nothing: an absent value, a plain `~` or `null`.
    Null,
    /// Any scalar.
    Text(Cow<'s, str>),
    /// A sequence.
    List(Vec<Node<'s>>),
    /// A mapping in the order of the file; every key is a text. Doubled keys are kept, the reader reports them.
    Map(Vec<(Node<'s>, Node<'s>)>),
}
