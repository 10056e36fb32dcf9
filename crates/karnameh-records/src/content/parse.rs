//! One file to its raw records: YAML or front matter, the records in it, the id of each.
//!
//! Works on one file alone, so that files are read in parallel. Start reading at [`parse_file`].

use std::sync::Arc;

use super::guarded::{Guard, allowed};
use super::identity::{Stem, identify};
use super::lines::fill_source_lines;
use super::localize::{self, MARK};
use super::lost::names_in;
use super::raw::{Raw, Raws};
use super::source::{SourceText, read_bytes, text_of};
use super::walk::SourceFile;
use crate::diag::codes::files::EMPTY_FILE;
use crate::diag::codes::records::BODY_IN_FRONT_MATTER;
use crate::diag::{Code, Diagnostic, MachineError, Place, Placed};
use crate::digest::Digest;
use crate::fields::{Common, CommonKey, Fields, Gaps, Head, Prose, Reader, Reading, Record, Row};
use crate::model::{RecordKind, all_fields};
use crate::yaml::{self, Fault, Node, Raw as Yaml, Span};

/// What one file gave.
#[derive(Debug, Default)]
pub(super) struct FileReading {
    pub(super) raws: Raws,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// The digest of its bytes; absent where it is broken.
    pub(super) digest: Option<Digest>,
    /// The names of records that were lost with a broken file.
    pub(super) lost: Vec<Box<str>>,
}

/// Who made a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trust {
    /// The owner of the site, who may allow what the privacy guard finds.
    Own,
    /// Anybody.
    Foreign,
}

/// Reads one file of records from the disk.
pub(super) fn parse_file(kind: RecordKind, file: &SourceFile) -> Result<FileReading, MachineError> {
    Ok(parse_bytes(kind, file, read_bytes(file)?, Trust::Own))
}

/// Reads the records of a file's bytes.
pub(super) fn parse_bytes(kind: RecordKind, file: &SourceFile, bytes: Vec<u8>, trust: Trust) -> FileReading {
    let SourceText { text, digest } = match text_of(file, bytes) {
        Ok(source) => source,
        Err(refused) => return FileReading::broken(file, "", *refused),
    };
    let mut reading = match Parsed::new(file, &text, trust) {
        Ok(mut parsed) => {
            let raws = Raws::read(kind, &mut parsed);
            FileReading { raws, diagnostics: parsed.finish(), digest: Some(digest), lost: Vec::new() }
        }
        Err(fault) => FileReading::broken(file, &text, fault.in_file(&file.name)),
    };
    fill_source_lines(&mut reading.diagnostics, &text);
    reading
}

impl FileReading {
    fn broken(file: &SourceFile, text: &str, found: Diagnostic) -> Self {
        Self { diagnostics: vec![found], lost: names_in(file, text), ..Self::default() }
    }
}

/// A file's tree, and the reader that turns it into records.
pub(super) struct Parsed<'s> {
    file: &'s SourceFile,
    trust: Trust,
    /// The file's text, where it holds the mark of texts that wait to be localized.
    marked: Option<&'s str>,
    guard: Option<Guard<'s>>,
    reader: Reader,
    tree: Option<Node<'s>>,
    markdown: Option<Placed<Box<str>>>,
    is_markdown: bool,
    found: Vec<Diagnostic>,
}

impl<'s> Parsed<'s> {
    fn new(file: &'s SourceFile, text: &'s str, trust: Trust) -> Result<Self, Fault> {
        let mut reader = Reader::new(Arc::clone(&file.name));
        let is_markdown = file.below.to_lowercase().ends_with(".md");
        let (tree, markdown) = if is_markdown {
            let split = yaml::front_matter(text)?;
            let body = reader.body(split.body, split.body_line);
            let at = Place::new(Arc::clone(&file.name), split.body_line, 1, 1);
            let tree = yaml::parse(split.yaml, split.yaml_line)?.unwrap_or_else(|| Node {
                at: Span { line: split.yaml_line, column: 1, length: 1 },
                raw: Yaml::Map(Vec::new()),
            });
            (Some(tree), body.map(|body| Placed { value: body.into(), at }))
        } else {
            (yaml::parse(text, 1)?, None)
        };
        let guard = Guard::of(&file.name, text);
        let marked = text.contains(MARK).then_some(text);
        Ok(Self { file, trust, marked, guard, reader, tree, markdown, is_markdown, found: Vec::new() })
    }

    /// Everything that was found wrong.
    fn finish(mut self) -> Vec<Diagnostic> {
        self.found.append(&mut self.reader.finish());
        self.found
    }

    /// The records of the file, as their kind declares them.
    pub(super) fn records<T: Record>(&mut self) -> Vec<Raw<T>> {
        let tree = self.tree.take();
        match &tree {
            None | Some(Node { raw: Yaml::Null, .. }) => self.empty(),
            Some(Node { raw: Yaml::List(items), .. }) if !self.is_markdown => {
                if items.is_empty() {
                    self.empty();
                }
                return items
                    .iter()
                    .enumerate()
                    .filter_map(|(place, item)| self.record(item, Some(place)))
                    .collect();
            }
            Some(node) => return self.record(node, None).into_iter().collect(),
        }
        Vec::new()
    }

    fn empty(&mut self) {
        self.found.push(
            Diagnostic::new(
                EMPTY_FILE,
                Place::file(Arc::clone(&self.file.name)),
                "در این فایل رکوردی نیست.",
                "There is no record in this file.",
            )
            .hint(
                "رکورد را در آن بنویسید یا فایل را پاک کنید.",
                "Write the record into it, or delete the file.",
            ),
        );
    }

    fn record<T: Record>(&mut self, node: &Node<'_>, in_list: Option<usize>) -> Option<Raw<T>> {
        let (mut common_row, mut row) = self.reader.record::<T>(node)?;
        let complete = row.is_complete();
        let (mut names, mut gaps, mut found) = (Vec::new(), Gaps::default(), Vec::new());
        let file = &self.file.name;
        let mut reading = Reading { file, names: &mut names, gaps: &mut gaps, found: &mut found };
        let Common { id, aliases, draft, sample, allow, body } = Common::read(&mut common_row, &mut reading)?;
        let allowed = if self.trust == Trust::Own { allowed(&allow) } else { Vec::new() };
        self.guard(node, T::KIND, &allowed);
        if !draft {
            self.look_for_marks(node, T::KIND);
        }
        self.refuse_second_body(&common_row);
        let given = T::TITLE.and_then(|key| row.take::<Box<str>>(key, &mut reading));
        let body = self
            .markdown
            .take()
            .or(body)
            .map(|Placed { value, at }| Prose { value: reading.prose(&value, &at, &T::BODY), at });
        let mut record = T::read(&mut row, &mut reading)?;
        let stem = Stem { file: self.file, in_list: in_list.is_some(), kind: T::KIND };
        let id = identify(&common_row, id, &stem, given.as_deref(), &mut self.found);
        let title = match T::TITLE {
            None => Box::default(),
            Some(_) => given.or_else(|| record.dated_title().map(Box::from)).unwrap_or_else(|| id.clone()),
        };
        let at = common_row.at();
        *record.head_mut() = Head { id, title: title.into(), aliases, sample, allow: allowed, body, at };
        record.finish(&row, &mut reading);
        found.retain(|found| !record.head().allow.contains(&found.code));
        self.found.append(&mut found);
        Some(Raw { record, draft, names, gaps, complete })
    }

    /// Reports a narrative in the fields of a Markdown file, whose text is the narrative.
    fn refuse_second_body(&mut self, common: &Row<CommonKey>) {
        if !(self.is_markdown && common.is_given(CommonKey::Body)) {
            return;
        }
        self.found.push(
            common
                .finding(
                    BODY_IN_FRONT_MATTER,
                    CommonKey::Body,
                    "در فایل Markdown، شرح کامل زیر بخش بالای فایل نوشته می‌شود، نه در «body».",
                    "In a Markdown file the narrative is below the front matter, not in `body`.",
                )
                .hint("این متن را به زیر «---» دوم ببرید.", "Move this text below the second `---`."),
        );
    }

    /// Looks for what should not be published about people.
    fn guard(&mut self, node: &Node<'_>, kind: RecordKind, allowed: &[&Code]) {
        let Some(guard) = &self.guard else { return };
        guard.map(node, &all_fields(kind).collect::<Vec<_>>(), allowed, &mut self.found);
        if let Some(body) = &self.markdown {
            let at = Span { line: body.at.line, column: 1, length: 1 };
            guard.text("body", &body.value, at, allowed, &mut self.found);
        }
    }

    /// Looks for what is still to be localized before it is published.
    fn look_for_marks(&mut self, node: &Node<'_>, kind: RecordKind) {
        let Some(text) = self.marked else { return };
        let body = self.markdown.as_ref().map(|body| (&*body.value, body.at.line));
        let fields: Vec<_> = all_fields(kind).collect();
        localize::check(&self.file.name, text, node, &fields, body, &mut self.found);
    }
}
