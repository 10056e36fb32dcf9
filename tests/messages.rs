//! What types can't say about messages: that the first text is the Persian one, that sentences and hints have the form of
//! sentences, and that the manual's exit statuses are those of the program.

use std::fs;
use std::path::Path;

use karnameh::diag::Exit;

use crate::architecture::program;
use crate::support::REPOSITORY;

/// The functions that take texts in both languages, and the position of the Persian one; the English one follows it.
const CALLS: [(&str, usize); 10] = [
    ("Message::new(", 0),
    ("Bilingual::new(", 0),
    ("Complaint::usage(", 0),
    ("Complaint::findings(", 0),
    ("Complaint::machine(", 0),
    (".hint(", 0),
    (".further_hint(", 0),
    (".related(", 1),
    ("Diagnostic::new(", 2),
    ("Fault::new(", 2),
];

/// What the texts of a call are.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    Sentence,
    /// A sentence that may end with an example to copy, without a stop.
    Hint,
    /// Anything, such as the name of a record.
    Words,
}

/// Both texts of one call, as far as they are literals, and where the call is.
struct Pair {
    at: String,
    fa: String,
    en: String,
    form: Form,
}

/// The arguments of a call, of which `code` begins after the opening parenthesis.
fn arguments(code: &str) -> Vec<&str> {
    let (mut arguments, mut from, mut depth) = (Vec::new(), 0, 0);
    let mut characters = code.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => {
                while let Some((_, inner)) = characters.next() {
                    match inner {
                        '\\' => drop(characters.next()),
                        '"' => break,
                        _ => {}
                    }
                }
            }
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => {
                arguments.push(code[from..at].trim());
                break;
            }
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                arguments.push(code[from..at].trim());
                from = at + 1;
            }
            _ => {}
        }
    }
    arguments
}

/// The text of an argument, if it is a literal or a `format!` of one.
fn literal(argument: &str) -> Option<String> {
    let argument = argument.strip_prefix("fa_digits(&").unwrap_or(argument);
    let argument = argument.strip_prefix("format!(").unwrap_or(argument).trim_start();
    let mut characters = argument.strip_prefix('"')?.chars();
    let mut text = String::new();
    loop {
        match characters.next()? {
            '"' => return Some(text),
            '\\' => text.extend(characters.next()),
            character => text.push(character),
        }
    }
}

fn pairs() -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (name, text) in program() {
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or(&text);
        for (call, first) in CALLS {
            for (at, _) in code.match_indices(call) {
                let arguments = arguments(&code[at + call.len()..]);
                let [Some(fa), Some(en)] =
                    [first, first + 1].map(|position| arguments.get(position).copied().and_then(literal))
                else {
                    continue;
                };
                let line = code[..at].lines().count();
                let form = match call {
                    "Bilingual::new(" | ".related(" => Form::Words,
                    ".hint(" | ".further_hint(" => Form::Hint,
                    _ => Form::Sentence,
                };
                pairs.push(Pair { at: format!("{name}:{line}"), fa, en, form });
            }
        }
    }
    assert!(pairs.len() > 200, "{} messages were found", pairs.len());
    pairs
}

/// A text without its placeholders.
fn written(text: &str) -> String {
    let after = |part: &str| part.split_once('}').map_or(part, |(_, after)| after).to_owned();
    text.split('{').map(after).collect()
}

fn is_persian(character: char) -> bool {
    matches!(character, '\u{0621}'..='\u{06CC}')
}

#[test]
fn persian_comes_first() {
    for Pair { at, fa, en, .. } in pairs() {
        let (fa, en) = (written(&fa), written(&en));
        if !fa.contains(char::is_alphabetic) && !en.contains(char::is_alphabetic) {
            continue;
        }
        assert!(fa.contains(is_persian), "{at}: {fa}");
        let letters = en.chars().filter(|character| character.is_alphabetic()).count();
        // Records may have Persian words, so examples do too.
        let persian = en.chars().filter(|&character| is_persian(character)).count();
        assert!(letters > 2 * persian, "{at}: {en}");
    }
}

#[test]
fn sentences_have_the_form_of_sentences() {
    for Pair { at, fa, en, form } in pairs() {
        if form == Form::Words {
            continue;
        }
        assert!(!en.starts_with(char::is_lowercase), "{at}: {en}");
        for text in [fa, en].iter().filter(|_| form == Form::Sentence) {
            // What ends with a value may show a list or another sentence.
            assert!(text.ends_with(['.', '؟', '?', ':', '}', '»', '`', '"']), "{at}: {text}");
        }
    }
}

#[test]
fn the_manual_has_the_exit_statuses_of_the_program() {
    let manual = fs::read_to_string(Path::new(REPOSITORY).join("docs/REFERENCE.md")).expect("the manual");
    let (_, section) = manual.split_once("## Exit status\n").expect("the section on exit statuses");
    let section = section.split("\n## ").next().unwrap_or(section);
    let rows: Vec<&str> = section.lines().filter_map(|line| line.strip_prefix("| ")).collect();
    let codes = [Exit::Done, Exit::Findings, Exit::Usage, Exit::Machine].map(Exit::code);
    for code in codes {
        let found = rows.iter().filter(|row| row.starts_with(&format!("{code} |"))).count();
        assert_eq!(found, 1, "status {code}: {rows:#?}");
    }
}
