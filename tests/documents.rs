//! Tests that documents agree with the program: generated documents are current, links work, the code map lists the actual
//! imports, examples run ([`session`]), excerpts match word for word ([`excerpts`]), and the reference covers every command
//! and flag ([`reference`]).

mod excerpts;
mod reference;
mod session;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use karnameh::model::RecordKind;
use walkdir::WalkDir;

use crate::architecture::{module_of, program};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

#[test]
fn the_format_is_made_from_the_table_of_fields() {
    check_generated("docs/FORMAT.md", &karnameh::format::format_md());
}

#[test]
fn the_diagnostics_are_made_from_the_table_of_codes() {
    check_generated("docs/DIAGNOSTICS.md", &karnameh::diag::codes::document());
}

#[test]
fn the_contract_of_the_data_is_made_from_the_tables() {
    check_generated("docs/DATA.md", &karnameh::tables::data_md());
}

/// Compares a document with the text that the code generates. `KARNAMEH_BLESS=1` writes it instead.
fn check_generated(path: &str, generated: &str) {
    let at = Path::new(ROOT).join(path);
    if blesses() {
        fs::write(&at, generated).expect("the document can be written");
    }
    let current = fs::read_to_string(&at).unwrap_or_default().replace("\r\n", "\n");
    assert!(current == generated, "{path} is out of date: run KARNAMEH_BLESS=1 cargo test documents");
}

/// Returns whether documents are to be written instead of compared.
fn blesses() -> bool {
    std::env::var_os("KARNAMEH_BLESS").is_some()
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

/// themes/README.md lists the template of every kind of page.
#[test]
fn the_readme_of_themes_names_every_template() {
    let readme = read(&Path::new(ROOT).join("themes/README.md"));
    let templates = Path::new(ROOT).join("themes/default/templates");
    for entry in WalkDir::new(&templates).sort_by_file_name() {
        let path = entry.expect("the theme can be read").into_path();
        let name = path.strip_prefix(&templates).expect("below it").to_string_lossy().replace('\\', "/");
        // The README lists these two folders as patterns, and templates of kinds of record by a rule.
        let is_part = name.starts_with("components/") || name.starts_with("frame/");
        let stem = name.trim_end_matches(".html");
        let is_of_kind =
            RecordKind::ALL.iter().any(|kind| [kind.folder(), &kind.en().replace(' ', "-")].contains(&stem));
        let is_page = path.is_file() && !is_part && !is_of_kind;
        assert!(!is_page || readme.contains(&format!("`{name}`")), "themes/README.md lacks {name}");
    }
}

/// Returns the documents for people: the repository's own Markdown, except records and generated sites.
fn documents() -> Vec<PathBuf> {
    let is_own = |entry: &walkdir::DirEntry| {
        let name = entry.file_name().to_str().unwrap_or("");
        let is_generated = ["site", "snapshots", "models"].contains(&name)
            && entry.path().parent().is_some_and(|folder| folder.ends_with("output"));
        !(name.len() > 1 && name.starts_with('.')
            || ["target", "src", "content", "node_modules", "broken", "expected", "init"].contains(&name)
            || is_generated)
    };
    let walk = WalkDir::new(ROOT).sort_by_file_name().into_iter().filter_entry(is_own);
    let files = walk.map(|entry| entry.expect("the documents can be read").into_path());
    files.filter(|path| path.extension().is_some_and(|ending| ending == "md")).collect()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        .replace("\r\n", "\n")
}

/// Returns the relative addresses in `[…](…)` outside code.
fn links(text: &str) -> Vec<String> {
    let mut links = Vec::new();
    // Markdown is not interpreted inside an HTML block.
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

/// Returns the anchors of headings according to GitHub's rules.
fn anchors(text: &str) -> Vec<String> {
    let headings = outside_fences(text).filter(|line| line.starts_with('#'));
    let anchor = |heading: &str| {
        let name = heading.trim_start_matches('#').trim().to_lowercase();
        let kept = name.chars().filter(|sign| sign.is_alphanumeric() || " -_\u{200c}".contains(*sign));
        kept.map(|sign| if sign == ' ' { '-' } else { sign }).collect()
    };
    headings.map(anchor).collect()
}

/// The lists of imports in docs/ARCHITECTURE.md equal those of the code.
#[test]
fn the_code_map_names_the_imports_of_the_code() {
    let documented = documented_imports(&read(&Path::new(ROOT).join("docs/ARCHITECTURE.md")));
    let real = real_imports();
    for (module, imports) in &real {
        assert_eq!(documented.get(module), Some(imports), "docs/ARCHITECTURE.md, imports of `{module}`");
    }
    assert_eq!(documented.len(), real.len(), "docs/ARCHITECTURE.md describes modules that do not exist");
}

/// The table of crates in docs/ARCHITECTURE.md lists the modules of each.
#[test]
fn the_table_of_crates_lists_their_modules() {
    let mut real: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, _) in program() {
        if let (Some(module), Some((crate_folder, _))) = (module_of(&name), name.split_once("src/")) {
            real.entry(crate_folder.to_owned()).or_default().insert(module.to_owned());
        }
    }
    let text = read(&Path::new(ROOT).join("docs/ARCHITECTURE.md"));
    let mut documented = BTreeMap::new();
    for line in text.lines() {
        let Some((start, modules)) = line.strip_prefix("| ").and_then(|row| row.split_once(" | ")) else {
            continue;
        };
        let folder = start.split('`').nth(1).unwrap_or_default();
        if folder == "src" || folder.starts_with("crates/") {
            let folder = folder.strip_prefix("src").map_or_else(|| format!("{folder}/"), str::to_owned);
            let modules = modules.split('`').skip(1).step_by(2).map(str::to_owned);
            documented.insert(folder, modules.collect::<BTreeSet<_>>());
        }
    }
    assert_eq!(documented, real);
}

/// Data flows in one direction: the imports between modules form no cycle.
#[test]
fn imports_form_no_cycle() {
    let mut imports = real_imports();
    while !imports.is_empty() {
        let is_free = |names: &BTreeSet<String>| names.iter().all(|name| !imports.contains_key(name));
        let free: Vec<String> =
            imports.iter().filter(|(_, names)| is_free(names)).map(|(module, _)| module.clone()).collect();
        assert_ne!(free, [""; 0], "a cycle among {:?}", imports.keys());
        imports.retain(|module, _| !free.contains(module));
    }
}

/// Returns the imports in each section «### `module`», from its line «Imports: `a`, `b`.».
fn documented_imports(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut documented = BTreeMap::new();
    let mut module = String::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("### `").and_then(|rest| rest.split('`').next()) {
            name.clone_into(&mut module);
        } else if let Some(list) = line.strip_prefix("Imports: ") {
            let list = list.split(". ").next().expect("a first sentence");
            let names = list.split('`').skip(1).step_by(2).map(str::to_owned);
            documented.insert(module.clone(), names.collect());
        }
    }
    documented
}

/// Returns the imports of each module, from `crate::…` in the sources, without tests.
pub(crate) fn real_imports() -> BTreeMap<String, BTreeSet<String>> {
    let mut real: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, text) in program() {
        let is_test = name.contains("/tests") || name.ends_with("/testing.rs");
        let Some(module) = module_of(&name).filter(|_| !is_test).map(str::to_owned) else { continue };
        let imports = real.entry(module.clone()).or_default();
        let code = text.split("#[cfg(test)]\nmod tests {").next().expect("a first piece");
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for (at, _) in line.match_indices("crate::") {
                let name: String = line[at + 7..]
                    .chars()
                    .take_while(|sign| sign.is_ascii_lowercase() || *sign == '_')
                    .collect();
                assert!(!name.is_empty(), "{name}: import modules one by one, not as `crate::{{…}}`: {line}");
                if name != module {
                    imports.insert(name);
                }
            }
        }
    }
    real
}

/// A fenced block of a document.
struct Block {
    language: String,
    text: String,
}

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
