//! Follows a document as its reader would: writes the records that it shows, types its commands, and compares what they
//! print with what the document shows.
//!
//! A document shows a session in fenced blocks, from its first line to its last, in one folder of its own:
//!
//! - `yaml`: a record; a note in its first line (`# content/activities/library.yml`) names its file in the project;
//! - `console`: each line that begins with `$` is typed, the lines below it are what it prints.
//!
//! In what is printed, `…` replaces what differs from one machine to another: at the beginning of a line a folder, in a
//! line of its own any number of lines. Numbers of pages and files may differ too, since the demo grows.
//! `KARNAMEH_BLESS=1` writes the numbers anew, and the whole output of a command that prints something else.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{ROOT, blesses, blocks, read};

/// Noon of 15 Dey 1404 in Tehran: the day on which the commands run.
const DAY: &str = "1767600000";

#[test]
fn the_commands_of_the_readme_print_what_it_shows() {
    follow("README.md", 1);
}

#[test]
fn the_commands_of_the_guide_print_what_it_shows() {
    follow("docs/fa/guide.md", 8);
}

#[test]
fn the_commands_of_the_reference_print_what_it_shows() {
    follow("docs/REFERENCE.md", 3);
}

/// Plays the session that a document shows, which runs at least `least` commands.
fn follow(document: &str, least: usize) {
    let path = Path::new(ROOT).join(document);
    let mut text = read(&path);
    let mut session = Session::new(document);
    for block in blocks(&text) {
        match block.language.as_str() {
            "yaml" => session.write(&block.text),
            "console" => session.play(&block.text),
            _ => {}
        }
    }
    assert!(session.runs >= least, "{document} runs {} commands", session.runs);
    if blesses() {
        for (old, new) in session.replacements {
            text = text.replacen(&old, &new, 1);
        }
        fs::write(path, text).expect("the document can be written");
    }
}

/// A reader who follows a document, in a folder of their own.
struct Session<'a> {
    document: &'a str,
    folder: tempfile::TempDir,
    here: PathBuf,
    runs: usize,
    /// Texts of the document that are out of date, each with the text that takes its place.
    replacements: Vec<(String, String)>,
}

impl<'a> Session<'a> {
    fn new(document: &'a str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self { document, here: folder.path().to_owned(), folder, runs: 0, replacements: Vec::new() }
    }

    /// Writes a record, whose first line names its file, into the project that `init` made.
    fn write(&self, text: &str) {
        let name = text
            .lines()
            .next()
            .and_then(|line| line.strip_prefix("# "))
            .expect("a note with the file's name");
        let project =
            if self.here == self.folder.path() { self.here.join("yazd") } else { self.here.clone() };
        fs::write(project.join(name), text).expect("a record");
    }

    /// Types each line that begins with `$` and compares what follows it.
    fn play(&mut self, text: &str) {
        for part in format!("\n{text}").split("\n$ ").skip(1) {
            let (line, shown) = part.split_once('\n').unwrap_or((part, ""));
            let Some(printed) = self.run(line) else { continue };
            if agrees(&without_counts(shown), &without_counts(&printed)) {
                let printed = printed.lines().filter(|line| counts(line)).map(str::to_owned);
                let shown = shown.lines().filter(|line| counts(line)).map(str::to_owned);
                self.replacements.extend(shown.zip(printed));
                continue;
            }
            assert!(
                blesses(),
                "$ {line}\n{} shows:\n{shown}\nthe command prints:\n{printed}\n\
                 KARNAMEH_BLESS=1 cargo test documents writes it anew",
                self.document
            );
            let printed = printed.replace(self.folder.path().to_str().expect("UTF-8"), "…");
            self.replacements
                .push((format!("$ {line}\n{shown}"), format!("$ {line}\n{}", anew(shown, &printed))));
        }
    }

    /// What a command prints, standard error first; `None` for those that a test does not run.
    fn run(&mut self, line: &str) -> Option<String> {
        let words = words(line);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let (arguments, more): (&[&str], &[&str]) = match words.as_slice() {
            ["cd", folder] => {
                self.here = self.here.join(folder);
                return None;
            }
            ["cargo", "install", ..] => return None,
            ["cargo", "run", "--release", "--", arguments @ ..] => {
                (arguments, &["--source", ROOT, "--output", "output/site"])
            }
            ["karnameh", arguments @ ..] => (arguments, &[]),
            _ => panic!("{} shows a command that its test does not know: {line}", self.document),
        };
        let mut command = Command::new(env!("CARGO_BIN_EXE_karnameh"));
        command.args(arguments).args(more).current_dir(&self.here).env("SOURCE_DATE_EPOCH", DAY);
        let output = command.output().expect("the binary runs");
        self.runs += 1;
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Some(text(output.stderr) + &text(output.stdout))
    }
}

/// The words of a command line, with `"…"` around words that hold spaces.
pub(super) fn words(line: &str) -> Vec<String> {
    let pieces = line.split('"').enumerate();
    let words = pieces.flat_map(|(index, piece)| match index % 2 {
        0 => piece.split_whitespace().map(str::to_owned).collect(),
        _ => vec![piece.to_owned()],
    });
    words.collect()
}

/// Whether a line counts the pages of a site, or the files of a package.
fn counts(line: &str) -> bool {
    ["سایت ساخته شد", "رکوردها درست است", "درست است"].iter().any(|begin| line.starts_with(begin))
}

/// The lines of a text; those that count are without their numbers.
fn without_counts(text: &str) -> Vec<String> {
    let bare = |line: &str| line.replace(char::is_numeric, "");
    text.trim_end().lines().map(|line| if counts(line) { bare(line) } else { line.to_owned() }).collect()
}

/// What is printed, with as many lines before and after `…` as are shown now.
fn anew(shown: &str, printed: &str) -> String {
    let is_gap = |line: &&str| *line == "…";
    let shown: Vec<&str> = shown.lines().collect();
    let printed: Vec<&str> = printed.lines().collect();
    let before = shown.iter().position(is_gap);
    let after = shown.iter().rev().position(is_gap);
    match before.zip(after) {
        Some((before, after)) if before + after <= printed.len() => {
            let end = &printed[printed.len() - after..];
            [&printed[..before], &["…"], end].concat().join("\n") + "\n"
        }
        _ => printed.join("\n") + "\n",
    }
}

/// Whether the printed lines are those shown, of which `…` in a line of its own is any number.
fn agrees(shown: &[String], printed: &[String]) -> bool {
    match shown.split_first() {
        None => printed.is_empty(),
        Some((line, others)) if line == "…" => {
            (0..=printed.len()).any(|skipped| agrees(others, &printed[skipped..]))
        }
        Some((line, others)) => printed
            .split_first()
            .is_some_and(|(first, after)| line_agrees(line, first) && agrees(others, after)),
    }
}

/// Whether a printed line is the one shown, which may begin with `…`.
fn line_agrees(shown: &str, printed: &str) -> bool {
    match shown.strip_prefix('…') {
        Some(end) => printed.replace('\\', "/").ends_with(end),
        None => shown == printed,
    }
}
