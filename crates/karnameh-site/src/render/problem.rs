//! Turns errors of the template engine into diagnostics: file, line, column, the line itself, a sentence in two languages.

use std::collections::BTreeMap;

use tera::{Error, ErrorKind, ReportError};

use crate::diag::codes::{Code, theme as codes};
use crate::diag::{Diagnostic, Place};
use crate::persian::text::isolate_ltr;

/// The text of every template by its name in Tera, with the file that a person would open.
#[derive(Debug, Clone, Default)]
pub(super) struct Sources {
    files: BTreeMap<String, (String, String)>,
}

impl Sources {
    /// Remembers a template.
    pub(super) fn insert(&mut self, name: String, file: String, text: String) {
        self.files.insert(name, (file, text));
    }

    /// The first diagnostic in an error of the template engine.
    pub(super) fn first_problem(&self, error: &tera::Error, template: &str) -> Box<Diagnostic> {
        let first = self.explain(error).into_iter().next();
        Box::new(first.unwrap_or_else(|| {
            Diagnostic::new(
                codes::TEMPLATE_RENDER,
                Place::file(template),
                format!("ساختن صفحه شکست خورد ({error})."),
                format!("The page could not be made: {error}."),
            )
        }))
    }
    /// Forgets a template.
    pub(super) fn remove(&mut self, name: &str) {
        self.files.remove(name);
    }

    /// The file to open.
    fn file<'a>(&'a self, name: &'a str) -> &'a str {
        self.files.get(name).map_or(name, |(file, _)| file.as_str())
    }

    /// A line as it stands in the file.
    fn line(&self, name: &str, line: usize) -> Option<String> {
        self.files.get(name)?.1.lines().nth(line.checked_sub(1)?).map(str::to_owned)
    }

    /// A finding at a line and column (from 1) of a template.
    pub(super) fn diagnostic(&self, code: &'static Code, at: &Spot, fa: &str, en: &str) -> Diagnostic {
        let place =
            Place::new(self.file(&at.name), count(at.line), count(at.column), count(at.length.max(1)));
        let mut diagnostic = Diagnostic::new(code, place, fa, en);
        diagnostic.source_line = self.line(&at.name, at.line);
        diagnostic
    }

    /// Every diagnostic in one error of Tera, which may report several.
    pub(super) fn explain(&self, error: &Error) -> Vec<Diagnostic> {
        match error.kind() {
            ErrorKind::SyntaxError(report) => vec![self.syntax(report)],
            ErrorKind::RenderingError(report) => {
                vec![self.callers(self.rendering(report), &error.to_string())]
            }
            ErrorKind::Msg(text) => self.names(text),
            other => vec![self.whole(other)],
        }
    }

    fn syntax(&self, report: &ReportError) -> Diagnostic {
        let message = report.message().trim_end_matches('.');
        let fa = format!("نوشتار قالب در اینجا درست نیست: {}.", persian(message));
        let en = format!("The template does not parse here: {message}.");
        self.diagnostic(codes::TEMPLATE_SYNTAX, &Spot::of(report), &fa, &en).hint(
            "برچسب‌های باز و بسته و واژهٔ اینجا را وارسی کنید.",
            "Check the tags around and the word here.",
        )
    }

    fn rendering(&self, report: &ReportError) -> Diagnostic {
        let spot = Spot::of(report);
        let message = report.message().trim_end_matches('.');
        if message.contains("`safe` is not allowed") {
            return self.safe(&spot);
        }
        let fa = format!("ساختن صفحه در این جای قالب شکست خورد: {}.", persian(message));
        let en = format!("The template failed here: {message}.");
        self.diagnostic(codes::TEMPLATE_RENDER, &spot, &fa, &en).hint(
            "مقدار تعریف‌نشده را با `{% if … %}` یا `{{ x or \"\" }}` در بر بگیرید؛ آرگومان جزءها در themes/README.md آمده است.",
            "Guard what may be undefined with `{% if … %}` or `{{ x or \"\" }}`; arguments are listed in themes/README.md.",
        )
    }

    /// Adds the calls that led to a place inside a component, which Tera has only in its printed report.
    fn callers(&self, mut diagnostic: Diagnostic, report: &str) -> Diagnostic {
        for line in report.lines() {
            let Some(spot) = line.strip_prefix("note: called from ").and_then(Spot::of_place) else {
                continue;
            };
            let place = Place::new(self.file(&spot.name), count(spot.line), count(spot.column), 1);
            diagnostic = diagnostic.related(place, "از اینجا خوانده شد.", "Called from here.");
        }
        diagnostic
    }

    /// The forbidden filter at its place.
    pub(super) fn safe(&self, spot: &Spot) -> Diagnostic {
        self.diagnostic(
            codes::SAFE_FILTER,
            spot,
            "صافی `safe` در پوسته‌ها مجاز نیست.",
            "The filter `safe` is not allowed in themes.",
        )
        .hint("آن را بردارید.", "Take it out.")
    }

    /// Unknown names: Tera reports several in one text, each with ` --> name:line:column`.
    fn names(&self, text: &str) -> Vec<Diagnostic> {
        let mut found = Vec::new();
        for report in text.split("error: ").filter(|report| !report.trim().is_empty()) {
            let message = report.lines().next().unwrap_or(report).trim().trim_end_matches('.');
            let Some(spot) = report.lines().find_map(Spot::parse) else { continue };
            let fa = format!("قالب از چیزی نام می‌برد که نیست: {}.", persian(message));
            let en = format!("The template names what does not exist: {message}.");
            found.push(self.diagnostic(codes::TEMPLATE_NAME, &spot, &fa, &en).hint(
                "املای نام را با فهرست themes/README.md بسنجید.",
                "Compare the spelling with the lists in themes/README.md.",
            ));
        }
        if found.is_empty() {
            found.push(self.whole(&text));
        }
        found
    }

    /// A diagnostic for which Tera has no place: uses the first occurrence of the unknown name in the template.
    fn whole(&self, message: &impl std::fmt::Display) -> Diagnostic {
        let message = message.to_string();
        let message = message.trim_end_matches('.');
        let named: Vec<&str> = message.split(['\'', '`']).skip(1).step_by(2).collect();
        let name = named.iter().copied().find(|name| self.files.contains_key(*name));
        let fa = format!("قالب‌های پوسته با هم جور نیستند: {}.", persian(message));
        let en = format!("The theme's templates do not fit together: {message}.");
        let spot = name.and_then(|name| {
            named.iter().filter(|other| **other != name).find_map(|other| self.find(name, other))
        });
        let found = if let Some(spot) = spot {
            self.diagnostic(codes::TEMPLATE_NAME, &spot, &fa, &en)
        } else {
            let file = name.map_or("themes", |name| self.file(name));
            Diagnostic::new(codes::TEMPLATE_NAME, Place::file(file), fa, en)
        };
        found.hint(
            "نام قالب‌هایی را که با extends و include خوانده می‌شود وارسی کنید.",
            "Check the names of the templates that `extends` and `include` read.",
        )
    }

    /// The first occurrence of a word in a template.
    fn find(&self, name: &str, word: &str) -> Option<Spot> {
        let (_, text) = self.files.get(name)?;
        let (line, at) = text.lines().enumerate().find_map(|(line, text)| Some((line, text.find(word)?)))?;
        let column = text.lines().nth(line)?[..at].chars().count() + 1;
        Some(Spot { name: name.to_owned(), line: line + 1, column, length: word.chars().count() })
    }
}

/// A place in a template: line and column from 1.
#[derive(Debug, Clone)]
pub(super) struct Spot {
    /// The template's name in Tera.
    pub(super) name: String,
    /// The line.
    pub(super) line: usize,
    /// The column, in characters.
    pub(super) column: usize,
    /// How many characters.
    pub(super) length: usize,
}

impl Spot {
    fn of(report: &ReportError) -> Self {
        let span = report.span();
        let length =
            if span.end_line == span.start_line { span.end_col.saturating_sub(span.start_col) } else { 1 };
        Self { name: report.filename().to_owned(), line: span.start_line, column: span.start_col + 1, length }
    }

    /// Reads Tera's ` --> name:line:column`.
    fn parse(line: &str) -> Option<Self> {
        Self::of_place(line.trim().strip_prefix("--> ")?)
    }

    /// Reads `name:line:column`.
    fn of_place(place: &str) -> Option<Self> {
        let mut parts = place.rsplitn(3, ':');
        let column: usize = parts.next()?.trim().parse().ok()?;
        let line = parts.next()?.parse().ok()?;
        Some(Self { name: parts.next()?.trim_matches(['[', ']']).to_owned(), line, column, length: 1 })
    }
}

/// Translates the usual sentences of Tera into Persian and keeps the names in them; isolates any other sentence.
fn persian(message: &str) -> String {
    const USUAL: [(&str, &str); 10] = [
        ("Unexpected end of input", "قالب پیش از بسته شدن برچسبی پایان یافته است"),
        ("Unknown filter", "صافی ناشناخته"),
        ("Unknown function", "تابع ناشناخته"),
        ("Unknown component", "جزء ناشناخته"),
        ("Unknown template", "قالب ناشناخته"),
        ("Unknown test", "آزمون ناشناخته"),
        ("Unknown argument(s)", "آرگومان ناشناخته"),
        ("Argument", "آرگومان نیامده"),
        ("Field", "مقدار تعریف‌نشده"),
        ("Variable", "متغیر تعریف‌نشده"),
    ];
    let named = |rest: &str| {
        rest.trim_start()
            .strip_prefix('`')
            .and_then(|rest| rest.split_once('`'))
            .map(|(name, _)| isolate_ltr(name))
    };
    for (english, persian) in USUAL {
        if let Some(rest) = message.strip_prefix(english) {
            return named(rest).map_or_else(|| persian.to_owned(), |name| format!("{persian} «{name}»"));
        }
    }
    isolate_ltr(message)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
