//! An error in the YAML of a text, not yet connected with a file.

use std::sync::Arc;

use super::Span;
use crate::diag::{Code, Diagnostic, Place};

/// An error without the name of its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub code: &'static Code,
    pub at: Span,
    /// States the problem in one Persian sentence.
    pub fa: String,
    /// States the problem in one English sentence.
    pub en: String,
    /// Suggests a correction in Persian.
    pub hint_fa: String,
    /// Suggests a correction in English.
    pub hint_en: String,
}

impl Fault {
    /// Converts to a diagnostic once the file is known.
    pub fn in_file(self, file: &Arc<str>) -> Diagnostic {
        let at = Place::new(Arc::clone(file), self.at.line, self.at.column, self.at.length);
        Diagnostic::new(self.code, at, self.fa, self.en).hint(self.hint_fa, self.hint_en)
    }

    pub(super) fn new(code: &'static Code, at: Span, fa: impl Into<String>, en: impl Into<String>) -> Self {
        Self { code, at, fa: fa.into(), en: en.into(), hint_fa: String::new(), hint_en: String::new() }
    }

    pub(super) fn hint(mut self, fa: impl Into<String>, en: impl Into<String>) -> Self {
        self.hint_fa = fa.into();
        self.hint_en = en.into();
        self
    }
}
