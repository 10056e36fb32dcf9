//! An error in the YAML of a text, not yet connected with a file.

use std::sync::Arc;

use super::Span;
use crate::diag::{Code, Diagnostic, Message, Place};

/// An error without the name of its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub code: &'static Code,
    pub at: Span,
    /// States the problem and suggests a correction.
    pub message: Message,
}

impl Fault {
    /// Converts to a diagnostic once the file is known.
    pub fn in_file(self, file: &Arc<str>) -> Diagnostic {
        let at = Place::new(Arc::clone(file), self.at.line, self.at.column, self.at.length);
        Diagnostic::with_message(self.code, at, self.message)
    }

    pub(super) fn new(code: &'static Code, at: Span, fa: impl Into<String>, en: impl Into<String>) -> Self {
        Self { code, at, message: Message::new(fa, en) }
    }

    pub(super) fn hint(mut self, fa: impl Into<String>, en: impl Into<String>) -> Self {
        self.message = self.message.hint(fa, en);
        self
    }
}
