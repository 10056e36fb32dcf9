//! The excerpts of code that documents show are in the code, word for word.
//!
//! An excerpt is a fenced block below a line `<!-- excerpt: PATH -->`. Its lines stand in that file in the same order,
//! perhaps indented further. A line `…` (or `// …`) replaces any number of lines. `KARNAMEH_BLESS=1` writes an excerpt
//! anew if the first and the last line of each of its parts are still in the file.
//!
//! Paths and tests that a document names in `code` exist, too.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use walkdir::WalkDir;

use super::{ROOT, blesses, documents, read};

#[test]
fn every_excerpt_is_in_the_file_that_it_names() {
    let mut wrong = Vec::new();
    for path in documents() {
        let mut text = read(&path);
        for excerpt in excerpts(&text) {
            let name = format!("{}, excerpt of {}", path.display(), excerpt.file);
            let source = fs::read_to_string(Path::new(ROOT).join(&excerpt.file)).unwrap_or_default();
            let source: Vec<&str> = source.lines().collect();
            if is_in(&excerpt.text, &source) {
                continue;
            }
            match blesses().then(|| anew(&excerpt.text, &source)).flatten() {
                Some(new) => text = text.replacen(&excerpt.text, &new, 1),
                None => wrong.push(format!("{name} is not in that file:\n{}", excerpt.text)),
            }
        }
        if blesses() {
            fs::write(&path, text).expect("the document can be written");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_path_and_every_test_that_a_document_names_exists() {
    const FOLDERS: [&str; 7] = ["src/", "crates/", "tests/", "benches/", "themes/default/", "docs/", ".ci/"];
    let functions = functions();
    let mut missing = Vec::new();
    for path in documents().iter().filter(|path| !path.ends_with("CHANGELOG.md")) {
        let text = read(path);
        for code in super::outside_fences(&text).flat_map(|line| line.split('`').skip(1).step_by(2)) {
            let is_pattern = code.contains(['*', '<', '…', ' ', '{']);
            let is_path = FOLDERS.iter().any(|folder| code.starts_with(folder)) && !is_pattern;
            let is_test = code.matches('_').count() > 3
                && code.chars().all(|sign| sign == '_' || sign.is_ascii_lowercase());
            if is_path && !Path::new(ROOT).join(code).exists() || is_test && !functions.contains(code) {
                missing.push(format!("{}: {code}", path.display()));
            }
        }
    }
    assert_eq!(missing, [""; 0]);
}

/// The names of all functions in the code and its tests.
fn functions() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let folders = ["src", "crates", "tests"].map(|name| Path::new(ROOT).join(name));
    let folders = folders.iter().filter(|folder| folder.exists());
    for entry in folders.flat_map(WalkDir::new) {
        let path = entry.expect("the sources can be read").into_path();
        if path.extension().is_some_and(|ending| ending == "rs") {
            let text = read(&path);
            let after = text.split("fn ").skip(1);
            names.extend(after.filter_map(|rest| rest.split(['(', '<']).next().map(str::to_owned)));
        }
    }
    names
}

struct Excerpt {
    file: String,
    text: String,
}

fn excerpts(document: &str) -> Vec<Excerpt> {
    let parts = document.split("\n<!-- excerpt: ").skip(1);
    let excerpts = parts.map(|part| {
        let (file, below) = part.split_once(" -->\n").expect("an excerpt closes its comment");
        let fenced = below.trim_start().strip_prefix("```").expect("an excerpt is a fenced block");
        let (_, fenced) = fenced.split_once('\n').expect("a fence has lines");
        let (text, _) = fenced.split_once("```").expect("a fence is closed");
        Excerpt { file: file.to_owned(), text: text.to_owned() }
    });
    let excerpts: Vec<_> = excerpts.collect();
    assert_eq!(excerpts.len(), document.matches("<!-- excerpt:").count(), "an excerpt begins its line");
    excerpts
}

/// The parts of an excerpt between its lines `…`.
fn parts(excerpt: &str) -> Vec<Vec<&str>> {
    let lines: Vec<&str> = excerpt.lines().collect();
    let parts = lines.split(|line| is_gap(line)).filter(|part| !part.is_empty());
    parts.map(<[&str]>::to_vec).collect()
}

fn is_gap(line: &str) -> bool {
    matches!(line.trim(), "…" | "// …")
}

/// Whether the parts of an excerpt stand in a file, one after the other.
fn is_in(excerpt: &str, source: &[&str]) -> bool {
    let mut rest = source;
    for part in parts(excerpt) {
        let Some(at) = (0..rest.len()).find(|&at| begins(&rest[at..], &part)) else { return false };
        rest = &rest[at + part.len()..];
    }
    true
}

/// Whether a file goes on with these lines, all indented further by as much as the first.
fn begins(source: &[&str], part: &[&str]) -> bool {
    let further = indent(source[0]).saturating_sub(indent(part[0]));
    source.len() >= part.len()
        && part.iter().zip(source).all(|(line, there)| *line == without_indent(there, further))
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

fn without_indent(line: &str, spaces: usize) -> &str {
    line.get(spaces.min(indent(line))..).expect("spaces are bytes of their own")
}

/// The excerpt as the file has it now, found by the first and the last line of each part.
fn anew(excerpt: &str, source: &[&str]) -> Option<String> {
    let mut rest = source;
    let mut new = Vec::new();
    for part in excerpt.lines().collect::<Vec<_>>().split_inclusive(|line| is_gap(line)) {
        let (gap, part): (Vec<&str>, Vec<&str>) = part.iter().partition(|line| is_gap(line));
        if let (Some(first), Some(last)) = (part.first(), part.last()) {
            let begin = rest.iter().position(|line| line.trim() == first.trim())?;
            let end = begin + rest[begin..].iter().position(|line| line.trim() == last.trim())?;
            let further = indent(rest[begin]).saturating_sub(indent(first));
            new.extend(rest[begin..=end].iter().map(|line| without_indent(line, further).to_owned()));
            rest = &rest[end + 1..];
        }
        new.extend(gap.into_iter().map(str::to_owned));
    }
    Some(new.join("\n") + "\n")
}

#[test]
fn an_excerpt_that_differs_is_found_and_written_anew() {
    let source = ["mod a {", "    fn one() {", "        two();", "    }", "}"];
    assert!(is_in("fn one() {\n    two();\n}\n", &source));
    assert!(is_in("mod a {\n// …\n    }\n", &source));
    assert!(!is_in("fn one() {\n    three();\n}\n", &source));
    assert!(!is_in("    }\n…\nmod a {\n", &source));
    assert_eq!(
        anew("fn one() {\n    three();\n}\n", &source).as_deref(),
        Some("fn one() {\n    two();\n}\n")
    );
    assert_eq!(anew("fn other() {\n}\n", &source), None);
}
