//! What differs between the sites that two binaries build of the same records.
//!
//! ```text
//! cargo run --example compare -- OLD NEW              two binaries, on the demo and the golden sites
//! cargo run --example compare -- OLD NEW SOURCE …     on these folders, each of which holds content/
//! ```
//!
//! Every byte of every file counts. Of pages the diff of the text is printed, or what surrounds the first byte that
//! differs if the text is the same; of other texts the diff; of the rest only the name. The exit status is 0 if nothing
//! differs.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "its output is what it is for")]

#[path = "../tests/support/outline.rs"]
mod outline;
#[path = "../tests/support/tokens.rs"]
mod tokens;
#[path = "../tests/support/unified.rs"]
mod unified;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use outline::{frame, outline};
use unified::unified;

/// Noon of 15 Dey 1404 in Tehran: the day of a report whose settings name none.
const NOON: &str = "1767601800";

/// How many files of a site are shown with what differs in them; the rest are only named.
const MOST: usize = 20;

/// It changes with each other file, and its diff says no more than their names.
const DIGESTS: &str = "manifest.json";

/// The files of a site, by their paths.
type Files = BTreeMap<String, Vec<u8>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [old, new, sources @ ..] = arguments.as_slice() else {
        eprintln!("usage: cargo run --example compare -- OLD NEW [SOURCE …]");
        return ExitCode::from(2);
    };
    match run(Path::new(old), Path::new(new), sources) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

/// Compares the sites of all sources, and returns how many files differ.
fn run(old: &Path, new: &Path, sources: &[String]) -> io::Result<usize> {
    let mut differing = 0;
    for source in sources_or_default(sources)? {
        let before = build(old, &source)?;
        let after = build(new, &source)?;
        let count = compare(&before, &after);
        println!("{}: {count} of {} files differ", source.display(), before.len().max(after.len()));
        differing += count;
    }
    Ok(differing)
}

fn sources_or_default(sources: &[String]) -> io::Result<Vec<PathBuf>> {
    if !sources.is_empty() {
        return Ok(sources.iter().map(PathBuf::from).collect());
    }
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = vec![repository.to_path_buf()];
    for entry in fs::read_dir(repository.join("tests/sites"))? {
        found.push(entry?.path());
    }
    found.retain(|folder| folder.join("content").is_dir());
    found.sort();
    Ok(found)
}

/// Builds a site from a copy of its content, since a build writes a cache beside its source.
fn build(program: &Path, source: &Path) -> io::Result<Files> {
    let folder = tempfile::tempdir()?;
    for part in ["content", "themes"].iter().filter(|part| source.join(part).is_dir()) {
        for (name, bytes) in files(&source.join(part))? {
            let path = folder.path().join(part).join(name);
            fs::create_dir_all(path.parent().unwrap_or(folder.path()))?;
            fs::write(path, bytes)?;
        }
    }
    let site = folder.path().join("site");
    let run = Command::new(fs::canonicalize(program)?)
        .args(["build", "--quiet", "--output"])
        .arg(&site)
        .current_dir(folder.path())
        .env("SOURCE_DATE_EPOCH", NOON)
        .output()?;
    if !run.status.success() {
        let said = String::from_utf8_lossy(&run.stdout).into_owned() + &String::from_utf8_lossy(&run.stderr);
        return Err(io::Error::other(format!("{} on {}:\n{said}", program.display(), source.display())));
    }
    files(&site)
}

fn files(folder: &Path) -> io::Result<Files> {
    let mut files = Files::new();
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.map_err(io::Error::other)?;
        if entry.file_type().is_file() {
            let name = entry.path().strip_prefix(folder).map_err(io::Error::other)?;
            files.insert(name.to_string_lossy().replace('\\', "/"), fs::read(entry.path())?);
        }
    }
    Ok(files)
}

/// Prints what differs between two sites, and returns in how many files.
fn compare(before: &Files, after: &Files) -> usize {
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let mut differing = 0;
    for name in names {
        match (before.get(name), after.get(name)) {
            (Some(old), Some(new)) if old == new => continue,
            (Some(old), Some(new)) if differing < MOST && name != DIGESTS => {
                println!("~ {name}\n{}", difference(name, old, new));
            }
            (Some(_), Some(_)) => println!("~ {name}"),
            (Some(_), None) => println!("- {name}"),
            (None, _) => println!("+ {name}"),
        }
        differing += 1;
    }
    differing
}

/// What differs in a file that both sites have.
fn difference(name: &str, old: &[u8], new: &[u8]) -> String {
    let (Ok(old_text), Ok(new_text)) = (str::from_utf8(old), str::from_utf8(new)) else {
        return format!("  {} bytes, now {}", old.len(), new.len());
    };
    let is_page = Path::new(name).extension().is_some_and(|ending| ending == "html");
    if !is_page {
        return unified(name, old_text, new_text);
    }
    let text = |html: &str| format!("{}\n{}", outline(name, html), frame(name, html));
    let (old, new) = (text(old_text), text(new_text));
    if old == new { markup(old_text, new_text) } else { unified(name, &old, &new) }
}

/// The surroundings of the first place where two pages with the same text differ.
fn markup(old: &str, new: &str) -> String {
    let same = old.chars().zip(new.chars()).take_while(|(old, new)| old == new).count();
    let around = |text: &str| text.chars().skip(same.saturating_sub(60)).take(160).collect::<String>();
    format!("  same text, other markup:\n- {}\n+ {}", around(old), around(new))
}
