//! Reads maps by the table: matches keys in both languages, types values, says what is wrong and goes on.
//!
//! Start reading at [`Reader`].

use std::sync::Arc;

use super::key::{Key, RecordKey};
use super::row::{Record, Row};
use crate::diag::Diagnostic;
use crate::yaml::Node;

/// Reads the maps of one file and collects what is wrong with them.
#[derive(Debug)]
pub struct Reader {
    file: Arc<str>,
    out: Vec<Diagnostic>,
}

impl Reader {
    /// A reader of one file, by the path that diagnostics give.
    pub fn new(file: Arc<str>) -> Self {
        Self { file, out: Vec::new() }
    }

    /// Reads a record by the table of its kind; `None` where it is no map at all.
    pub fn record<K: RecordKey>(&mut self, node: &Node<'_>) -> Option<Record<K>> {
        let _ = node;
        None
    }

    /// Reads a map that is no record (`site.yml`, an entry of `archive.yml`); `None` where it is no map at all.
    pub fn row<K: Key>(&mut self, node: &Node<'_>) -> Option<Row<K>> {
        let _ = node;
        None
    }

    /// Cleans the Markdown below a front matter, which begins at line `first_line` of the file.
    ///
    /// `None` where it is blank, or holds characters that are refused.
    pub fn body(&mut self, markdown: &str, first_line: u32) -> Option<String> {
        let _ = (markdown, first_line);
        None
    }

    /// Everything that was found wrong.
    pub fn finish(self) -> Vec<Diagnostic> {
        self.out
    }
}
