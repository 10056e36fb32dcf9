//! One file to its raw records: YAML or front matter, the records in it, the id of each.
//!
//! Works on one file alone, so that files are read in parallel. Start reading at [`parse_file`].

use std::sync::Arc;

use super::guarded::{Guard, allowed};
use super::identity::{Stem, identify};
use super::lines::fill_source_lines;
use super::localize::{self, MARK};
use super::lost::names_in;
use super::prose;
use super::raw::{Head, Raw, Raws, Titled};
use super::source::{SourceText, read_text};
use super::walk::SourceFile;
use crate::diag::codes::files::EMPTY_FILE;
use crate::diag::codes::records::BODY_IN_FRONT_MATTER;
use crate::diag::{Diagnostic, MachineError, Place, Placed};
use crate::digest::Digest;
use crate::fields::key::Common;
use crate::fields::{Reader, Record, RecordKind, Row};
use crate::model::Prose;
use crate::persian::{Day, dates};
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

/// Reads one file of records.
pub(super) fn parse_file(kind: RecordKind, file: &SourceFile) -> Result<FileReading, MachineError> {
    let SourceText { text, digest } = match read_text(file)? {
        Ok(source) => source,
        Err(refused) => return Ok(FileReading::broken(file, "", *refused)),
    };
    let mut reading = match Parsed::new(file, &text) {
        Ok(mut parsed) => {
            let raws = Raws::of(kind, &mut parsed);
            FileReading { raws, diagnostics: parsed.finish(), digest: Some(digest), lost: Vec::new() }
        }
        Err(fault) => FileReading::broken(file, &text, fault.in_file(&file.name)),
    };
    fill_source_lines(&mut reading.diagnostics, &text);
    Ok(reading)
}

impl FileReading {
    fn broken(file: &SourceFile, text: &str, found: Diagnostic) -> Self {
        Self { diagnostics: vec![found], lost: names_in(file, text), ..Self::default() }
    }
}

/// A file's tree, and the reader that turns it into records.
pub(super) struct Parsed<'s> {
    file: &'s SourceFile,
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
    fn new(file: &'s SourceFile, text: &'s str) -> Result<Self, Fault> {
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
        Ok(Self { file, marked, guard, reader, tree, markdown, is_markdown, found: Vec::new() })
    }

    /// Everything that was found wrong.
    fn finish(mut self) -> Vec<Diagnostic> {
        self.found.append(&mut self.reader.finish());
        self.found
    }

    /// The records of the file by the table of `K`.
    pub(super) fn records<K: Titled>(&mut self) -> Vec<Raw<K>> {
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

    fn record<K: Titled>(&mut self, node: &Node<'_>, in_list: Option<usize>) -> Option<Raw<K>> {
        let Record { mut common, mut own } = self.reader.record::<K>(node)?;
        self.guard(node, K::KIND, &mut common);
        let draft = common.flag(Common::Draft);
        if !draft {
            self.look_for_marks(node, K::KIND);
        }
        let body = self.body(&mut common, K::KIND);
        let date = K::DATE.and_then(|key| own.date(key)).map(|date| date.value);
        let given = K::TITLE.and_then(|key| own.text(key)).map(|title| title.value.into_boxed_str());
        let stem = Stem { file: self.file, in_list: in_list.is_some(), kind: K::KIND };
        let id = identify(&mut common, &stem, given.as_deref(), &mut self.found);
        let title = given.or_else(|| default_title::<K>(date)).unwrap_or_else(|| id.clone());
        let head = Head {
            title: if K::KIND == RecordKind::Update { Box::default() } else { title },
            id,
            aliases: common.texts(Common::Aliases).into_iter().map(|alias| alias.value.into()).collect(),
            draft,
            sample: common.flag(Common::Sample),
            body,
            date,
            at: common.at(),
        };
        let parts = K::parts(&mut own);
        Some(Raw { head, row: own, parts })
    }

    /// Looks for what should not be published about people.
    fn guard(&mut self, node: &Node<'_>, kind: RecordKind, common: &mut Row<Common>) {
        let allowed = allowed(common);
        let Some(guard) = &self.guard else { return };
        guard.map(node, &kind.fields().collect::<Vec<_>>(), &allowed, &mut self.found);
        if let Some(body) = &self.markdown {
            let at = Span { line: body.at.line, column: 1, length: 1 };
            guard.text("body", &body.value, at, &allowed, &mut self.found);
        }
    }

    /// Looks for what is still to be localized before it is published.
    fn look_for_marks(&mut self, node: &Node<'_>, kind: RecordKind) {
        let Some(text) = self.marked else { return };
        let body = self.markdown.as_ref().map(|body| (&*body.value, body.at.line));
        let fields: Vec<_> = kind.fields().collect();
        localize::check(&self.file.name, text, node, &fields, body, &mut self.found);
    }

    /// The narrative: below the front matter in a Markdown file, `body` in any other.
    fn body(&mut self, common: &mut Row<Common>, kind: RecordKind) -> Option<Prose> {
        if self.is_markdown && common.is_given(Common::Body) {
            self.found.push(
                common
                    .finding(
                        BODY_IN_FRONT_MATTER,
                        Common::Body,
                        "در فایل Markdown، شرح کامل زیر بخش بالای فایل نوشته می‌شود، نه در «body».",
                        "In a Markdown file the narrative stands below the front matter, not in `body`.",
                    )
                    .hint("این متن را به زیر «---» دوم ببرید.", "Move this text below the second `---`."),
            );
        }
        let at = common.place(Common::Body);
        let inline = common.text(Common::Body).map(|body| Placed { value: body.value.into_boxed_str(), at });
        let Placed { value, at } = self.markdown.take().or(inline)?;
        let field = if kind == RecordKind::Update { "text" } else { "body" };
        Some(prose::parse(&value, at, || field.to_owned(), &mut self.found))
    }
}

/// «بازدید ۲۶ مهر ۱۴۰۴»
fn default_title<K: Titled>(date: Option<Day>) -> Option<Box<str>> {
    let date = date.filter(|_| K::TITLE.is_some())?;
    Some(format!("{} {}", K::WORD, dates::medium(date)).into())
}
