//! What the documents say is true: what is made from tables is current, links lead somewhere, the code map names the
//! imports that there are, and the README's commands say what it shows.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use walkdir::WalkDir;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Noon of 15 Dey 1404 in Tehran: the day on which the README's commands run.
const DAY: &str = "1767600000";

#[test]
fn the_format_is_made_from_the_table_of_fields() {
    held("docs/FORMAT.md", &karnameh::fields::format_md());
}

#[test]
fn the_diagnostics_are_made_from_the_table_of_codes() {
    held("docs/DIAGNOSTICS.md", &karnameh::diag::codes::document());
}

#[test]
fn the_contract_of_the_data_is_made_from_the_tables() {
    held("docs/DATA.md", &karnameh::tables::data_md());
}

/// Holds a document against what the code says; `KARNAMEH_BLESS=1` writes it anew.
fn held(path: &str, made: &str) {
    let at = Path::new(ROOT).join(path);
    if std::env::var_os("KARNAMEH_BLESS").is_some() {
        fs::write(&at, made).expect("the document can be written");
    }
    let kept = fs::read_to_string(&at).unwrap_or_default().replace("\r\n", "\n");
    assert!(kept == made, "{path} is not what the code says: KARNAMEH_BLESS=1 cargo test documents");
}

#[test]
fn every_link_of_the_documents_leads_somewhere() {
    let mut broken = Vec::new();
    for path in documents() {
        let folder = path.parent().expect("a document lies in a folder");
        for link in links(&read(&path)) {
            let (file, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let at = if file.is_empty() { path.clone() } else { folder.join(file) };
            let has_anchor = || anchors(&read(&at)).iter().any(|one| one == anchor);
            if !at.exists() || !(anchor.is_empty() || has_anchor()) {
                broken.push(format!("{}: {link}", path.display()));
            }
        }
    }
    assert_eq!(broken, [""; 0]);
}

/// The documents that people read, without those of packages and of built sites.
fn documents() -> Vec<PathBuf> {
    let folders = ["docs", "themes", "output/README.md", "README.md"];
    let files =
        folders.iter().flat_map(|folder| WalkDir::new(Path::new(ROOT).join(folder)).sort_by_file_name());
    let files = files.map(|entry| entry.expect("the documents can be read").into_path());
    files.filter(|path| path.extension().is_some_and(|ending| ending == "md")).collect()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        .replace("\r\n", "\n")
}

/// The relative addresses of `[…](…)`, outside of code.
fn links(text: &str) -> Vec<String> {
    let mut links = Vec::new();
    // Inside of an HTML block there is no Markdown.
    for line in outside_fences(text).filter(|line| !line.starts_with("<p")) {
        let prose: String = line.split('`').step_by(2).collect();
        let prose = prose.replace("\\]", "");
        for (at, _) in prose.match_indices("](") {
            let address = prose[at + 2..].split(')').next().expect("a first piece");
            if !address.contains("://") && !address.starts_with("mailto:") {
                links.push(address.to_owned());
            }
        }
    }
    links
}

fn outside_fences(text: &str) -> impl Iterator<Item = &str> {
    let mut inside = false;
    text.lines().filter(move |line| {
        let is_fence = line.trim_start().starts_with("```");
        inside ^= is_fence;
        !inside && !is_fence
    })
}

/// The anchors of headings, as GitHub makes them.
fn anchors(text: &str) -> Vec<String> {
    let headings = outside_fences(text).filter(|line| line.starts_with('#'));
    let anchor = |heading: &str| {
        let name = heading.trim_start_matches('#').trim().to_lowercase();
        let kept = name.chars().filter(|sign| sign.is_alphanumeric() || " -_\u{200c}".contains(*sign));
        kept.map(|sign| if sign == ' ' { '-' } else { sign }).collect()
    };
    headings.map(anchor).collect()
}

/// The code map of docs/ARCHITECTURE.md says «Imports: …» of each module; this holds it against the code.
#[test]
fn the_code_map_names_the_imports_that_there_are() {
    let told = told_imports(&read(&Path::new(ROOT).join("docs/ARCHITECTURE.md")));
    let real = real_imports();
    for (module, imports) in &real {
        assert_eq!(told.get(module), Some(imports), "docs/ARCHITECTURE.md, imports of `{module}`");
    }
    assert_eq!(told.len(), real.len(), "docs/ARCHITECTURE.md tells of modules that are not there");
}

/// Data flows one way: who imports whom has no circle.
#[test]
fn no_module_imports_itself_by_a_way_round() {
    let mut imports = real_imports();
    while !imports.is_empty() {
        let is_free = |of: &BTreeSet<String>| of.iter().all(|one| !imports.contains_key(one));
        let free: Vec<String> =
            imports.iter().filter(|(_, of)| is_free(of)).map(|(module, _)| module.clone()).collect();
        assert_ne!(free, [""; 0], "a circle among {:?}", imports.keys());
        imports.retain(|module, _| !free.contains(module));
    }
}

/// From sections «### `module`» and their lines «Imports: `a`, `b`.»
fn told_imports(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut told = BTreeMap::new();
    let mut module = String::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("### `").and_then(|rest| rest.split('`').next()) {
            name.clone_into(&mut module);
        } else if let Some(list) = line.strip_prefix("Imports: ") {
            let list = list.split(". ").next().expect("a first sentence");
            let names = list.split('`').skip(1).step_by(2).map(str::to_owned);
            told.insert(module.clone(), names.collect());
        }
    }
    told
}

/// From `crate::…` in the sources, tests left out.
pub(crate) fn real_imports() -> BTreeMap<String, BTreeSet<String>> {
    let source = Path::new(ROOT).join("src");
    let mut real: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for entry in WalkDir::new(&source).min_depth(2).sort_by_file_name() {
        let path = entry.expect("the sources can be read").into_path();
        let below = path.strip_prefix(&source).expect("below src").to_string_lossy().replace('\\', "/");
        let is_test = below.contains("/tests") || below.ends_with("/testing.rs");
        if path.extension().is_none_or(|ending| ending != "rs") || is_test {
            continue;
        }
        let module = below.split('/').next().expect("a first piece").to_owned();
        let imports = real.entry(module.clone()).or_default();
        let text = read(&path);
        let code = text.split("#[cfg(test)]\nmod tests {").next().expect("a first piece");
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for (at, _) in line.match_indices("crate::") {
                let name: String = line[at + 7..]
                    .chars()
                    .take_while(|sign| sign.is_ascii_lowercase() || *sign == '_')
                    .collect();
                assert!(
                    !name.is_empty(),
                    "{below}: import modules one by one, not as `crate::{{…}}`: {line}"
                );
                if name != module {
                    imports.insert(name);
                }
            }
        }
    }
    real
}

/// Runs what the README shows in its blocks `console`, with the files of its blocks `yaml` in place, and holds the
/// output against what is shown.
///
/// There «…» stands for what differs from one machine to another, a line of its own for any number of lines. Numbers of
/// pages and files may differ too, since the demo grows; `KARNAMEH_BLESS=1` writes them anew.
#[test]
fn the_commands_of_the_readme_say_what_it_shows() {
    let path = Path::new(ROOT).join("README.md");
    let mut readme = read(&path);
    let mut session = Session::new();
    for block in blocks(&readme) {
        match block.language.as_str() {
            "yaml" => session.write(&block.text),
            "console" => session.play(&block.text),
            _ => {}
        }
    }
    assert!(session.runs > 5, "the README shows commands");
    if std::env::var_os("KARNAMEH_BLESS").is_some() {
        for (old, new) in session.counts {
            readme = readme.replacen(&old, &new, 1);
        }
        fs::write(path, readme).expect("the README can be written");
    }
}

struct Block {
    language: String,
    text: String,
}

/// The fenced blocks of a document.
fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for line in text.lines() {
        match (line.strip_prefix("```"), open.take()) {
            (Some(language), None) => {
                open = Some(Block { language: language.to_owned(), text: String::new() });
            }
            (Some(_), Some(block)) => blocks.push(block),
            (None, Some(mut block)) => {
                block.text.push_str(line);
                block.text.push('\n');
                open = Some(block);
            }
            (None, None) => {}
        }
    }
    blocks
}

/// A reader who follows the README, in a folder of their own.
struct Session {
    folder: tempfile::TempDir,
    here: PathBuf,
    runs: usize,
    /// Lines that count, as they are shown and as they were said.
    counts: Vec<(String, String)>,
}

impl Session {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self { here: folder.path().to_owned(), folder, runs: 0, counts: Vec::new() }
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
            let Some(said) = self.run(line) else { continue };
            assert!(
                agrees(&plain(shown), &plain(&said)),
                "$ {line}\nthe README shows:\n{shown}\nit says:\n{said}"
            );
            let said = said.lines().filter(|line| counts(line));
            self.counts.extend(shown.lines().filter(|line| counts(line)).zip(said).map(owned));
        }
    }

    /// What a command says, standard error first; `None` for those that have nothing to say to a test.
    fn run(&mut self, line: &str) -> Option<String> {
        let words = words(line);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let (arguments, own): (Vec<&str>, &[&str]) = match words.as_slice() {
            ["cd", folder] => {
                self.here = self.here.join(folder);
                return None;
            }
            ["cargo", "install", ..] => return None,
            ["cargo", "run", "--release", "--", "build"] => {
                (vec!["build"], &["--source", ROOT, "--output", "output/site"])
            }
            ["karnameh", arguments @ ..] => (arguments.to_vec(), &[]),
            _ => panic!("the README shows a command that its test does not know: {line}"),
        };
        let mut command = Command::new(env!("CARGO_BIN_EXE_karnameh"));
        command.args(arguments).args(own).current_dir(&self.here).env("SOURCE_DATE_EPOCH", DAY);
        let output = command.output().expect("the binary runs");
        self.runs += 1;
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Some(text(output.stderr) + &text(output.stdout))
    }
}

/// The words of a command line, with `"…"` around words that hold spaces.
fn words(line: &str) -> Vec<String> {
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

/// Output in lines, without the numbers of those that count.
fn plain(text: &str) -> Vec<String> {
    let bare = |line: &str| line.replace(char::is_numeric, "");
    text.trim_end().lines().map(|line| if counts(line) { bare(line) } else { line.to_owned() }).collect()
}

fn owned((shown, said): (&str, &str)) -> (String, String) {
    (shown.to_owned(), said.to_owned())
}

/// Whether lines are those shown.
fn agrees(shown: &[String], said: &[String]) -> bool {
    match shown.split_first() {
        None => said.is_empty(),
        Some((line, rest)) if line == "…" => (0..=said.len()).any(|skipped| agrees(rest, &said[skipped..])),
        Some((line, rest)) => {
            said.split_first().is_some_and(|(first, others)| line_agrees(line, first) && agrees(rest, others))
        }
    }
}

/// Whether a line is the one shown, where it may begin with «…».
fn line_agrees(shown: &str, said: &str) -> bool {
    match shown.strip_prefix('…') {
        Some(end) => said.replace('\\', "/").ends_with(end),
        None => shown == said,
    }
}
