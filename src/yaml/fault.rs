//! What is wrong with the YAML of a file, before anyone has said which file it is.

use std::sync::Arc;

use super::Span;
use crate::diag::{Code, Diagnostic, Place};

/// A finding without its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What kind of fault it is.
    pub code: &'static Code,
    /// Where it is.
    pub at: Span,
    /// What is wrong, one Persian sentence.
    pub fa: String,
    /// What is wrong, one English sentence.
    pub en: String,
    /// What to write instead, in Persian.
    pub hint_fa: String,
    /// What to write instead, in English.
    pub hint_en: String,
}

impl Fault {
    /// The finding, now that the file is known.
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
