//! The table as `docs/DIAGNOSTICS.md`. Start reading at [`document`].

use std::fmt::Write as _;

use super::{Code, FAMILIES, Severity};

const HEAD: &str = "\
# Diagnostics

<!-- Generated from the tables in crates/karnameh-records/src/diag/codes by `cargo test`; don't edit by hand. KARNAMEH_BLESS=1 writes it anew. -->

Everything that `karnameh check` and `karnameh build` can report about the content, by code; `karnameh explain CODE`
prints the same entry. A code never changes its meaning, and a number is never used again.

- **error** (خطا): nothing is published until it is corrected; the previous site stays as it is.
- **warning** (هشدار): the site is published anyway; fails under `--strict`.
- **advice** (توصیه): a suggestion; never fails.
";

/// The whole of `docs/DIAGNOSTICS.md`.
pub fn document() -> String {
    let mut out = HEAD.to_owned();
    for family in &FAMILIES {
        // Writing to a String does not fail.
        let _ = write!(out, "\n## {} ({})\n", family.title.en, family.title.fa);
        for code in family.codes {
            entry(&mut out, code);
        }
    }
    out
}

/// One code: its heading, then the paragraph that `explain` prints, in both languages.
fn entry(out: &mut String, code: &Code) {
    let Code { id, name, severity, text } = code;
    let _ = write!(
        out,
        "\n### {id} {name}\n{} ({})\n\n<p dir=\"rtl\">{}</p>\n\n{}\n",
        severity.word(),
        severity_fa(*severity),
        html(text.fa),
        markdown(text.en),
    );
}

fn severity_fa(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "خطا",
        Severity::Warning => "هشدار",
        Severity::Advice => "توصیه",
    }
}

/// A text inside an HTML block, where Markdown is not read.
fn html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A text that is Markdown by its `code` alone: every other sign is escaped.
fn markdown(text: &str) -> String {
    // A single backtick is the sign itself.
    let is_code = text.matches('`').count().is_multiple_of(2);
    let mut out = String::with_capacity(text.len() + 16);
    let mut inside = false;
    for character in text.chars() {
        inside ^= is_code && character == '`';
        let is_sign = matches!(character, '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '&' | '!');
        if !inside && (is_sign || (!is_code && character == '`')) {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_code_is_markdown() {
        assert_eq!(markdown("take `a_b` out of <<, *x*"), "take `a_b` out of \\<\\<, \\*x\\*");
        assert_eq!(markdown("can't begin with @ ` %"), "can't begin with @ \\` %");
    }

    #[test]
    fn every_code_has_an_entry() {
        let made = document();
        for code in super::super::all() {
            assert!(made.contains(&format!("\n### {} {}\n", code.id, code.name)), "{}", code.id);
        }
    }
}
