//! What can be wrong with the content: a code, a place, one sentence and a hint in two languages.
//!
//! Every stage returns its findings as values of [`Diagnostic`]; nothing here prints. The table of codes stands in
//! [`codes`], one file a family, and is the source of `karnameh explain` and `docs/DIAGNOSTICS.md`. Start reading at
//! [`Diagnostic`].

pub mod codes;
mod complaint;
mod machine;
mod message;

use std::cmp::Ordering;
use std::sync::Arc;

pub use codes::Code;
pub use complaint::{Complain, Complaint, Exit};
pub use machine::{MachineError, reason_fa};
pub use message::{Bilingual, Lang, Message};

/// How badly something is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is published while it stands.
    Error,
    /// Published all the same; fails under `--strict`.
    Warning,
    /// A kind word; never fails.
    Advice,
}

impl Severity {
    /// The word that machine lines and the terminal use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }
}

/// A stretch of one line of a file.
///
/// `line` and `column` count from 1, columns in characters (code points); 0 for both means the file as a whole.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The path as a person writes it: from the source folder, with `/` («content/activities/x.md»).
    pub file: Arc<str>,
    /// The line, from 1; 0 where the whole file is meant.
    pub line: u32,
    /// The first character, from 1; 0 where the whole line is meant.
    pub column: u32,
    /// How many characters are meant; at least 1 where `column` is given.
    pub length: u32,
}

impl Place {
    /// A file as a whole.
    pub fn file(file: impl Into<Arc<str>>) -> Self {
        Self { file: file.into(), line: 0, column: 0, length: 0 }
    }

    /// A stretch of a line.
    pub fn new(file: impl Into<Arc<str>>, line: u32, column: u32, length: u32) -> Self {
        Self { file: file.into(), line, column, length }
    }
}

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where it begins.
    pub at: Place,
}

/// The second place of a diagnostic: where the other of two records that disagree stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Where.
    pub at: Place,
    /// What stands there.
    pub sentence: Bilingual,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of finding it is.
    pub code: &'static Code,
    /// The place it speaks of.
    pub at: Place,
    /// The line at `at` as it stands in the file, without its line break; filled by whoever holds the text.
    pub source_line: Option<String>,
    /// The field it speaks of, by its English name (`due`, `milestones[2].due`).
    pub field: Option<String>,
    /// What is wrong, and what to write instead.
    pub message: Message,
    /// Another place that belongs to it.
    pub related: Vec<Related>,
}

impl Diagnostic {
    /// A finding with its sentence in both languages.
    pub fn new(code: &'static Code, at: Place, fa: impl Into<String>, en: impl Into<String>) -> Self {
        Self::with_message(code, at, Message::new(fa, en))
    }

    /// A finding whose message is complete.
    pub fn with_message(code: &'static Code, at: Place, message: Message) -> Self {
        Self { code, at, source_line: None, field: None, message, related: Vec::new() }
    }

    /// Adds what to write instead.
    #[must_use]
    pub fn hint(mut self, fa: impl Into<String>, en: impl Into<String>) -> Self {
        self.message = self.message.hint(fa, en);
        self
    }

    /// Names the field.
    #[must_use]
    pub fn field(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }

    /// Adds a second place.
    #[must_use]
    pub fn related(mut self, at: Place, fa: impl Into<String>, en: impl Into<String>) -> Self {
        self.related.push(Related { at, sentence: Bilingual::new(fa, en) });
        self
    }

    /// Returns what stands at its place, once its line is known.
    pub fn typed(&self) -> Option<String> {
        let line = self.source_line.as_deref()?;
        let before = self.at.column.checked_sub(1)? as usize;
        Some(line.chars().skip(before).take(self.at.length as usize).collect())
    }

    /// How badly it is wrong.
    pub fn severity(&self) -> Severity {
        self.code.severity
    }
}

/// The order in which findings are told: by place, then code, then sentence.
pub fn by_place(a: &Diagnostic, b: &Diagnostic) -> Ordering {
    (&a.at, a.code.id, &a.message.sentence.en).cmp(&(&b.at, b.code.id, &b.message.sentence.en))
}
