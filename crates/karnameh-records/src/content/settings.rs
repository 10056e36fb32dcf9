//! The two files directly under `content/`: `site.yml` and `archive.yml`.

use std::sync::Arc;

use super::guarded::{Guard, references};
use super::lines::fill_source_lines;
use super::lower::Sources;
use super::prose;
use super::resolve::{Owner, References};
use super::source::read_text;
use super::walk::{SourceFile, Walked};
use crate::config::{Config, SiteRow, key::Site};
use crate::diag::codes::files::{NO_SETTINGS, TWO_SETTINGS};
use crate::diag::{Diagnostic, MachineError, Place, Placed};
use crate::fields::{Fields, Gaps, Key, Reader, Reading, Row};
use crate::model::{ArchiveEntry, key};
use crate::persian::Day;
use crate::yaml::{self, Node, Raw, Span};

/// What the two files say.
#[derive(Debug, Default)]
pub(super) struct Settings {
    pub(super) config: Option<Config>,
    /// The fixed day of the report, and where it is fixed.
    pub(super) as_of: Option<Placed<Day>>,
    pub(super) archive: Vec<ArchiveEntry>,
}

/// Reads both.
pub(super) fn read(
    walked: &Walked,
    sources: Sources<'_>,
    out: &mut Vec<Diagnostic>,
) -> Result<Settings, MachineError> {
    if walked.settings.is_empty() {
        out.push(no_settings());
    }
    let mut settings = Settings::default();
    for file in [&walked.settings, &walked.archive] {
        report_twins(file, out);
    }
    if let Some(file) = walked.settings.first() {
        read_site(file, sources, &mut settings, out)?;
    }
    if let Some(file) = walked.archive.first() {
        settings.archive = read_archive(file, out)?;
    }
    Ok(settings)
}

fn no_settings() -> Diagnostic {
    Diagnostic::new(
        NO_SETTINGS,
        Place::file("content/site.yml"),
        "فایل content/site.yml نیست.",
        "There is no `content/site.yml`.",
    )
    .hint(
        "آن را بسازید و در آن بنویسید: «عنوان: …» و «استان: …»",
        "Create it with `title: …` and `province: …`.",
    )
}

/// `site.yml` beside `site.yaml`: which one counts can't be told.
fn report_twins(files: &[SourceFile], out: &mut Vec<Diagnostic>) {
    for twin in files.iter().skip(1) {
        let first = &files[0].name;
        out.push(
            Diagnostic::new(
                TWO_SETTINGS,
                Place::file(Arc::clone(&twin.name)),
                format!("این فایل کنار «{first}» همان تنظیم‌ها را دوباره دارد."),
                format!("This file is a second one beside `{first}`."),
            )
            .hint("یکی از دو فایل را پاک کنید.", "Delete one of the two."),
        );
    }
}

fn read_site(
    file: &SourceFile,
    sources: Sources<'_>,
    settings: &mut Settings,
    out: &mut Vec<Diagnostic>,
) -> Result<(), MachineError> {
    with_tree(file, out, |text, tree, reader, found| {
        let empty = Node { at: Span { line: 1, column: 1, length: 1 }, raw: Raw::Map(Vec::new()) };
        let tree = tree.unwrap_or(empty);
        if let Some(guard) = Guard::of(&file.name, text) {
            guard.map(&tree, &references(Site::FIELDS), &[], found);
        }
        let Some(mut row) = reader.row::<Site>(&tree) else { return };
        let complete = row.is_complete();
        let (mut names, mut gaps) = (Vec::new(), Gaps::default());
        let mut reading = Reading { file: &file.name, names: &mut names, gaps: &mut gaps, found };
        let Some(site) = SiteRow::read(&mut row, &mut reading) else { return };
        settings.as_of.clone_from(&site.as_of);
        let logo_at = row.place(Site::Logo);
        let config = Config::from(site);
        check_site(&config, &logo_at, sources, found);
        settings.config = complete.then_some(config);
    })
}

/// Its Markdown, and its logo.
fn check_site(config: &Config, logo_at: &Place, sources: Sources<'_>, out: &mut Vec<Diagnostic>) {
    let owner = Owner { kind: None, id: "site.yml".into(), draft: false };
    let references = References { index: sources.index, owner };
    let identity = &config.identity;
    let proses = [
        ("description", &identity.description),
        ("contact", &identity.contact),
        ("footer", &identity.footer),
    ];
    for (field, prose) in proses {
        if let Some(prose) = prose {
            let (mut names, mut gaps) = (Vec::new(), Gaps::default());
            let file = &prose.at.file;
            let mut reading = Reading { file, names: &mut names, gaps: &mut gaps, found: out };
            let document = reading.prose(&prose.value, &prose.at, &field);
            prose::check(&document, &field, &references, sources.media, out);
        }
    }
    if let Some(logo) = &config.publication.logo
        && let Err(found) = sources.media.photo(logo, logo_at.clone(), &"logo")
    {
        out.push(*found);
    }
}

fn read_archive(file: &SourceFile, out: &mut Vec<Diagnostic>) -> Result<Vec<ArchiveEntry>, MachineError> {
    let mut entries = Vec::new();
    with_tree(file, out, |_, tree, reader, found| {
        let rows: Vec<Row<key::ArchiveEntry>> = match &tree {
            None => Vec::new(),
            Some(Node { raw: Raw::List(items), .. }) => {
                items.iter().filter_map(|item| reader.row(item)).collect()
            }
            Some(node) => reader.row(node).into_iter().collect(),
        };
        entries = rows.into_iter().filter_map(|row| archive_entry(row, file, found)).collect();
    })?;
    Ok(entries)
}

fn archive_entry(
    mut row: Row<key::ArchiveEntry>,
    file: &SourceFile,
    found: &mut Vec<Diagnostic>,
) -> Option<ArchiveEntry> {
    let complete = row.is_complete();
    let (mut names, mut gaps) = (Vec::new(), Gaps::default());
    let mut reading = Reading { file: &file.name, names: &mut names, gaps: &mut gaps, found };
    let entry = ArchiveEntry::read(&mut row, &mut reading).filter(|_| complete)?;
    Some(ArchiveEntry { sha256: entry.sha256.to_ascii_lowercase().into(), ..entry })
}

/// Reads and parses one file and collects what is wrong with it.
fn with_tree(
    file: &SourceFile,
    out: &mut Vec<Diagnostic>,
    mut read: impl FnMut(&str, Option<Node<'_>>, &mut Reader, &mut Vec<Diagnostic>),
) -> Result<(), MachineError> {
    let text = match read_text(file)? {
        Ok(source) => source.text,
        Err(refused) => {
            out.push(*refused);
            return Ok(());
        }
    };
    let mut found = Vec::new();
    let mut reader = Reader::new(Arc::clone(&file.name));
    match yaml::parse(&text, 1) {
        Ok(tree) => read(&text, tree, &mut reader, &mut found),
        Err(fault) => found.push(fault.in_file(&file.name)),
    }
    found.append(&mut reader.finish());
    fill_source_lines(&mut found, &text);
    out.append(&mut found);
    Ok(())
}
