//! Tests that the command-line reference agrees with the program, and that no document mentions a command or flag that does
//! not exist.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use karnameh::diag::Exit;

use super::session::words;
use super::{ROOT, blocks, documents, read};

/// A flag in the notation of the reference, such as `-o` or `--output DIR`.
type Flags = BTreeSet<String>;

#[test]
fn the_reference_has_every_command_and_every_flag() {
    let reference = read(&Path::new(ROOT).join("docs/REFERENCE.md"));
    let global = flags(&help(&[]));
    assert_eq!(first_cells(section(&reference, "## Flags of every command")), global);

    let commands = commands();
    let listed = first_cells(section(&reference, "## Commands"));
    assert_eq!(listed, commands.iter().map(|name| format!("[`{name}`](#{name})")).collect());
    let described: BTreeSet<String> = reference
        .lines()
        .filter_map(|line| line.strip_prefix("### `")?.strip_suffix('`').map(str::to_owned))
        .collect();
    assert_eq!(described, commands);

    for name in &commands {
        let section = section(&reference, &format!("### `{name}`"));
        let help = help(&[name]);
        let usage = help.lines().find_map(|line| line.strip_prefix("Usage: ")).expect("a line of usage");
        let shown = blocks(section).into_iter().find(|block| block.language == "text");
        assert_eq!(shown.map(|block| block.text), Some(format!("{usage}\n")), "{name}");
        let own: Flags = flags(&help).difference(&global).cloned().collect();
        assert_eq!(first_cells(section), own, "{name}");
    }
}

#[test]
fn the_reference_has_every_exit_status() {
    let reference = read(&Path::new(ROOT).join("docs/REFERENCE.md"));
    let section = section(&reference, "## Exit status");
    for exit in [Exit::Done, Exit::Findings, Exit::Usage, Exit::Machine] {
        // A new way to end does not compile here, so that the list above and the reference get it too.
        match exit {
            Exit::Done | Exit::Findings | Exit::Usage | Exit::Machine => {}
        }
        assert!(section.contains(&format!("\n| {} | ", exit.code())), "{exit:?}");
    }
    assert_eq!(section.matches("\n| ").count(), 1 + 4, "a head and the statuses");
}

#[test]
fn documents_name_commands_and_flags_that_there_are() {
    let of_all = flags(&help(&[]));
    let known: BTreeMap<String, Flags> =
        commands().into_iter().map(|name| (name.clone(), flags(&help(&[&name])))).collect();
    let mut wrong = Vec::new();
    let mut seen = 0;
    for path in documents() {
        for line in command_lines(&read(&path)) {
            let words = words(&line);
            let command = words.get(1).filter(|word| !word.starts_with('-'));
            let flags = command.map_or(Some(&of_all), |name| known.get(name));
            let is_known = |word: &String| {
                let name = word.split('=').next().expect("a first piece");
                flags.is_some_and(|flags| flags.iter().any(|flag| names(flag).any(|one| one == name)))
            };
            let asks_for_help = |word: &String| ["--help", "-h", "--version"].contains(&&**word);
            let unknown = words.iter().skip(1).filter(|word| word.starts_with('-') && word.len() > 1);
            let unknown: Vec<_> = unknown.filter(|word| !is_known(word) && !asks_for_help(word)).collect();
            if flags.is_none() || !unknown.is_empty() {
                wrong.push(format!("{}: {line}", path.display()));
            }
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen}");
    assert_eq!(wrong, [""; 0]);
}

/// The lines of a document that call the program, in fenced blocks and in code within a sentence.
fn command_lines(text: &str) -> Vec<String> {
    let in_blocks = blocks(text)
        .into_iter()
        .filter(|block| ["sh", "console"].contains(&&*block.language))
        .flat_map(|block| block.text.lines().map(str::to_owned).collect::<Vec<_>>());
    let in_sentences = super::outside_fences(text)
        .flat_map(|line| line.split('`').skip(1).step_by(2))
        .map(|code| code.replace('…', ""));
    let lines = in_blocks.chain(in_sentences);
    let lines = lines.map(|line| line.trim_start_matches("$ ").split(" #").next().unwrap_or("").to_owned());
    lines.filter(|line| line.starts_with("karnameh ")).collect()
}

fn help(command: &[&str]) -> String {
    let run = Command::new(env!("CARGO_BIN_EXE_karnameh")).args(command).arg("--help").output();
    String::from_utf8(run.expect("the binary runs").stdout).expect("UTF-8")
}

/// The names below `Commands:`.
fn commands() -> BTreeSet<String> {
    let help = help(&[]);
    let list = help.split("Commands:\n").nth(1).and_then(|text| text.split("\n\n").next());
    let lines = list.expect("a list of commands").lines();
    // A line that is indented further goes on with the sentence above it.
    let lines = lines.filter(|line| !line.starts_with("   "));
    lines.filter_map(|line| line.split_whitespace().next().map(str::to_owned)).collect()
}

/// The flags that a help page explains, without `--help` and `--version`, as the reference writes them.
fn flags(help: &str) -> Flags {
    let mut flags: Vec<(String, Vec<String>)> = Vec::new();
    for line in help.lines().map(str::trim) {
        if line.starts_with("--") || line.starts_with('-') && line.contains(", --") {
            flags.push((line.to_owned(), Vec::new()));
        } else if let Some((_, values)) = flags.last_mut() {
            let list = line.strip_prefix("[possible values: ").and_then(|list| list.strip_suffix(']'));
            values.extend(list.into_iter().flat_map(|list| list.split(", ").map(str::to_owned)));
            let item = line.strip_prefix("- ").and_then(|item| item.split(':').next());
            values.extend(item.map(str::to_owned));
        }
    }
    let own = flags.into_iter().filter(|(flag, _)| !["-h, --help", "-V, --version"].contains(&&**flag));
    own.map(|(flag, values)| as_written(&flag, &values)).collect()
}

/// `-o, --output <DIR>` as `` `-o`, `--output DIR` ``; a choice is written with its values.
fn as_written(flag: &str, values: &[String]) -> String {
    let (name, value) = flag.split_once(" <").map_or((flag, ""), |(name, value)| (name, value));
    let value = if values.is_empty() { value.trim_end_matches('>').to_owned() } else { values.join("|") };
    let name = name.replace(", ", "`, `");
    if value.is_empty() { format!("`{name}`") } else { format!("`{name} {value}`") }
}

/// `-o` and `--output` of `` `-o`, `--output DIR` ``.
fn names(flag: &str) -> impl Iterator<Item = &str> {
    flag.split([' ', '`', ',']).filter(|word| word.starts_with('-'))
}

/// The text between a heading and the next one.
fn section<'a>(text: &'a str, heading: &str) -> &'a str {
    let (_, below) = text
        .split_once(&format!("{heading}\n"))
        .unwrap_or_else(|| panic!("docs/REFERENCE.md lacks {heading}"));
    below.split("\n#").next().expect("a first piece")
}

/// The first cells of the rows of a section's table of commands or flags.
fn first_cells(section: &str) -> BTreeSet<String> {
    let rows = section
        .lines()
        .skip_while(|line| !line.starts_with("| flag | ") && !line.starts_with("| command | "));
    let rows = rows.take_while(|line| line.starts_with('|'));
    let cells = rows.filter_map(|row| row.replace("\\|", "¦").split(" | ").next().map(str::to_owned));
    let cells = cells.filter_map(|cell| cell.strip_prefix("| ").map(|cell| cell.replace('¦', "|")));
    cells.filter(|cell| cell.contains('`')).collect()
}
