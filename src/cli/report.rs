//! Findings as people and as machines read them.
//!
//! A terminal does not lay out Persian well: the code, the path and the source line with its caret come first, the
//! Persian sentences on lines of their own. At most [`SHOWN`] findings are printed, one for each wrong file before a
//! second for the same, then a count.

use std::collections::HashMap;
use std::fmt::Write as _;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde_json::json;

use crate::diag::{Bilingual, Diagnostic, Lang, Message, Severity};
use crate::markdown::escape_into;
use crate::persian::numbers::fa_digits;

use super::args::Format;
use super::terminal::{self, Terminal};

/// How many findings a person is shown at once.
const SHOWN: usize = 50;

/// Tells findings in the way that was asked for.
pub(super) fn tell(found: &[Diagnostic], terminal: Terminal) {
    match terminal.format {
        Format::Json => terminal::answer(&json(found)),
        Format::Human => terminal::complain(&human(found, terminal.lang, terminal.color)),
    }
}

/// The findings for a person, with a closing count; empty where there are none.
pub(super) fn human(diagnostics: &[Diagnostic], lang: Lang, color: bool) -> String {
    let renderer = if color { Renderer::styled() } else { Renderer::plain() }.decor_style(DecorStyle::Ascii);
    let mut text = String::new();
    for diagnostic in chosen(diagnostics) {
        one(&mut text, diagnostic, lang, &renderer);
    }
    if !diagnostics.is_empty() {
        text.push_str(&count(diagnostics, lang));
    }
    text
}

/// The findings that are printed, in their order: the first of each file before the second of any.
fn chosen(diagnostics: &[Diagnostic]) -> Vec<&Diagnostic> {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    let mut ranked: Vec<(Severity, usize, usize)> = diagnostics
        .iter()
        .enumerate()
        .map(|(position, diagnostic)| {
            let earlier = seen.entry(&diagnostic.at.file).or_default();
            let rank = *earlier;
            *earlier += 1;
            (diagnostic.severity(), rank, position)
        })
        .collect();
    ranked.sort_unstable();
    ranked.truncate(SHOWN);
    let mut positions: Vec<usize> = ranked.into_iter().map(|(_, _, position)| position).collect();
    positions.sort_unstable();
    positions.into_iter().map(|position| &diagnostics[position]).collect()
}

/// The word before a hint.
const HINT: Bilingual<&str> = Bilingual { fa: "راهنما", en: "hint" };

/// A message for a person: the sentence, then the hint on a line of its own.
pub(super) fn message(message: &Message, lang: Lang) -> String {
    let mut text = format!("{}\n", message.sentence.get(lang));
    if let Some(hint) = &message.hint {
        let _ = writeln!(text, "{}: {}", HINT.get(lang), hint.get(lang));
    }
    text
}

fn one(text: &mut String, diagnostic: &Diagnostic, lang: Lang, renderer: &Renderer) {
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Advice => Level::NOTE.with_name("advice"),
    };
    let subject = diagnostic.field.as_deref().unwrap_or(diagnostic.code.name);
    let title = level.primary_title(subject).id(diagnostic.code.id);
    let group = match &diagnostic.source_line {
        Some(line) if diagnostic.at.line > 0 => title.element(snippet(diagnostic, line)),
        _ => origin(title, diagnostic),
    };
    text.push_str(&renderer.render(&[group]));
    text.push('\n');
    text.push_str(&message(&diagnostic.message, lang));
    for related in &diagnostic.related {
        let sentence = related.sentence.get(lang);
        let _ =
            writeln!(text, "  {}:{}:{}\n  {sentence}", related.at.file, related.at.line, related.at.column);
    }
    text.push('\n');
}

fn snippet<'a>(diagnostic: &'a Diagnostic, line: &'a str) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let start = byte_of(line, diagnostic.at.column.saturating_sub(1) as usize);
    let length =
        line[start..].chars().take(diagnostic.at.length.max(1) as usize).map(char::len_utf8).sum::<usize>();
    Snippet::source(line)
        .path(&*diagnostic.at.file)
        .line_start(diagnostic.at.line as usize)
        .annotation(AnnotationKind::Primary.span(start..start + length))
}

/// The byte at which a character of a line begins; the line's end where it is shorter.
fn byte_of(line: &str, character: usize) -> usize {
    line.char_indices().nth(character).map_or(line.len(), |(byte, _)| byte)
}

fn origin<'a>(title: annotate_snippets::Title<'a>, diagnostic: &'a Diagnostic) -> Group<'a> {
    let mut origin = Origin::path(&*diagnostic.at.file);
    if diagnostic.at.line > 0 {
        origin = origin.line(diagnostic.at.line as usize);
        if diagnostic.at.column > 0 {
            origin = origin.char_column(diagnostic.at.column as usize);
        }
    }
    title.element(origin)
}

fn count(diagnostics: &[Diagnostic], lang: Lang) -> String {
    let of = |severity| diagnostics.iter().filter(|d| d.severity() == severity).count();
    let kinds = [
        (Severity::Error, "خطا", "error", "errors"),
        (Severity::Warning, "هشدار", "warning", "warnings"),
        (Severity::Advice, "توصیه", "piece of advice", "pieces of advice"),
    ];
    let counts = kinds.map(|(severity, fa, one, many)| match (of(severity), lang) {
        (0, _) => None,
        (count, Lang::Fa) => Some(fa_digits(&format!("{count} {fa}"))),
        (count, Lang::En) => Some(en_count(count, one, many)),
    });
    let mut text = counts.into_iter().flatten().collect::<Vec<_>>().join(match lang {
        Lang::Fa => "، ",
        Lang::En => ", ",
    });
    let hidden = diagnostics.len().saturating_sub(SHOWN);
    if hidden > 0 {
        let more = match lang {
            Lang::Fa => fa_digits(&format!("؛ {hidden} مورد دیگر نشان داده نشد")),
            Lang::En => format!("; {hidden} more not shown"),
        };
        text.push_str(&more);
    }
    text.push('\n');
    text
}

/// «1 page», «3 pages»
pub(super) fn en_count(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// The findings for a program: one object a line, all of them.
pub(super) fn json(diagnostics: &[Diagnostic]) -> String {
    let mut text = String::new();
    for d in diagnostics {
        let Message { sentence, hint } = &d.message;
        let hint = hint.as_ref();
        let related: Vec<_> = d
            .related
            .iter()
            .map(|r| json!({"file": &*r.at.file, "line": r.at.line, "column": r.at.column, "fa": r.sentence.fa, "en": r.sentence.en}))
            .collect();
        let object = json!({
            "code": d.code.id,
            "severity": d.severity().word(),
            "file": &*d.at.file,
            "line": d.at.line,
            "column": d.at.column,
            "field": d.field,
            "fa": sentence.fa,
            "en": sentence.en,
            "hint_fa": hint.map_or("", |hint| &hint.fa),
            "hint_en": hint.map_or("", |hint| &hint.en),
            "related": related,
        });
        let _ = writeln!(text, "{object}");
    }
    text
}

/// The findings as a page of their own, right to left, for those whose console can't show Persian.
pub(super) fn page(diagnostics: &[Diagnostic]) -> String {
    let mut rows = String::new();
    for d in diagnostics {
        let _ = writeln!(
            rows,
            "<li class=\"{}\"><p><bdi dir=\"ltr\">{} · {}:{}:{}</bdi></p>{}<p><strong>{}</strong></p><p>{}</p></li>",
            d.severity().word(),
            d.code.id,
            escape(&d.at.file),
            d.at.line,
            d.at.column,
            d.source_line
                .as_deref()
                .map_or_else(String::new, |line| format!("<pre dir=\"auto\">{}</pre>", escape(line))),
            escape(&d.message.sentence.fa),
            escape(d.message.hint.as_ref().map_or("", |hint| &hint.fa)),
        );
    }
    let summary =
        if diagnostics.is_empty() { "خطایی نیست.".to_owned() } else { count(diagnostics, Lang::Fa) };
    format!(include_str!("report.html"), summary = escape(summary.trim_end()), rows = rows)
}

/// Text as markup.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape_into(text, &mut out);
    out
}
