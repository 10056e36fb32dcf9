//! The shape of the code, as engineering and docs/ARCHITECTURE.md promise it: arrows point down, every file says why it
//! exists, nothing in the repository knows the machine that it was written on.
//!
//! That the code map names the imports that there are, and that they have no circle, is tested in `documents`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::documents::real_imports;
use crate::support::REPOSITORY;

/// The modules from the ground up: a module imports from the rows above its own alone.
const LAYERS: &[&[&str]] = &[
    &["diag", "digest", "zipped"],
    &["persian", "yaml"],
    &["kinds"],
    &["markdown"],
    &["fields", "media"],
    &["config", "model"],
    &["content", "progress", "format"],
    &["figures"],
    &["site"],
    &["render", "tables", "feeds", "search", "output"],
    &["package"],
    &["pipeline"],
    &["compare", "exchange", "archive", "serve"],
    &["cli"],
];

/// Pairs that are forbidden although the layers allow them, each an invariant of docs/ARCHITECTURE.md.
const NEVER: &[(&str, &str)] = &[
    ("render", "model"),
    ("render", "progress"),
    ("render", "content"),
    ("site", "content"),
    ("site", "yaml"),
    ("progress", "content"),
    ("progress", "markdown"),
    ("output", "site"),
    ("output", "persian"),
    ("model", "yaml"),
    ("markdown", "fields"),
    ("diag", "persian"),
];

#[test]
fn no_module_imports_upward() {
    let layer = |name: &str| {
        let found = LAYERS.iter().position(|row| row.contains(&name));
        found.unwrap_or_else(|| panic!("`{name}` has no layer yet: give it one in tests/architecture.rs"))
    };
    for (module, imports) in real_imports() {
        for import in &imports {
            assert!(layer(import) < layer(&module), "`{module}` imports `{import}`, which is not below it");
            assert!(!NEVER.contains(&(&*module, import)), "`{module}` may never import `{import}`");
        }
    }
}

/// Every text file of the repository that is its own: its path and its text.
fn texts() -> Vec<(String, String)> {
    let output = Path::new(REPOSITORY).join("output");
    let is_own = |entry: &walkdir::DirEntry| {
        let name = entry.file_name().to_str().unwrap_or("");
        let is_top = entry.depth() == 1 && [".git", "target"].contains(&name);
        let is_built = entry.depth() == 2 && entry.file_type().is_dir() && entry.path().starts_with(&output);
        !is_top && !is_built && !["node_modules", ".venv"].contains(&name)
    };
    let walk = walkdir::WalkDir::new(REPOSITORY).sort_by_file_name().into_iter().filter_entry(is_own);
    let files = walk
        .map(|entry| entry.expect("the repository can be read"))
        .filter(|entry| entry.file_type().is_file());
    files
        .filter_map(|entry| {
            let name = entry.path().strip_prefix(REPOSITORY).ok()?.to_str()?.replace('\\', "/");
            Some((name, String::from_utf8(fs::read(entry.path()).ok()?).ok()?))
        })
        .collect()
}

/// The repository can be checked out on Windows.
#[test]
fn every_file_has_a_name_that_every_system_takes() {
    for (name, _) in texts() {
        assert!(!name.contains(['*', '?', ':', '<', '>', '|', '"']), "{name}");
        assert!(!name.split('/').any(|part| part.ends_with(['.', ' '])), "{name}");
    }
}

/// The Rust files below a folder.
fn sources(folder: &str) -> Vec<(String, String)> {
    let below = format!("{folder}/");
    let is_rust =
        |name: &str| name.starts_with(&below) && Path::new(name).extension().is_some_and(|end| end == "rs");
    texts().into_iter().filter(|(name, _)| is_rust(name)).collect()
}

/// The Rust files of the program: those of all its crates.
pub(crate) fn program() -> Vec<(String, String)> {
    let own = sources("src").into_iter();
    own.chain(sources("crates").into_iter().filter(|(name, _)| name.contains("/src/"))).collect()
}

/// The module that a file is in, by the folder below `src`; `None` for the root of a crate.
pub(crate) fn module_of(name: &str) -> Option<&str> {
    let (_, below) = name.split_once("src/")?;
    below.split_once('/').map(|(module, _)| module)
}

/// The paths that a `use` names, its braces written out: `a::{b, c::{d}}` names `a::b` and `a::c::d`.
fn named(tree: &str, before: &str, paths: &mut Vec<String>) {
    let mut depth = 0;
    let parts = tree.split(|sign| {
        depth += i32::from(sign == '{') - i32::from(sign == '}');
        sign == ',' && depth == 0
    });
    for part in parts.map(str::trim).filter(|part| !part.is_empty()) {
        match part.split_once('{') {
            Some((head, rest)) => named(rest.trim_end_matches('}'), &format!("{before}{head}"), paths),
            None => paths.push(format!("{before}{part}")),
        }
    }
}

/// The module of a file below `folder` («pages::meeting»), and the modules of `crate::site` that its `use`s name.
fn file_imports(text: &str, module: &str, modules: &BTreeSet<String>) -> BTreeSet<String> {
    let code = text.split("#[cfg(test)]\nmod tests {").next().expect("a first piece");
    let mut paths = Vec::new();
    for import in code.split("\nuse ").skip(1) {
        let (tree, _) = import.split_once(';').expect("a `use` has an end");
        named(&tree.replace('\n', " "), "", &mut paths);
    }
    let within = |path: String| {
        if let Some(below) = path.strip_prefix("crate::site::") {
            return Some(below.to_owned());
        }
        let (mut above, mut path) = (module, path.as_str());
        let inner = path.strip_prefix("self::").unwrap_or(path);
        if modules.contains(&format!("{module}::{}", inner.split("::").next()?)) {
            return Some(format!("{module}::{inner}"));
        }
        while let Some(rest) = path.strip_prefix("super::") {
            (above, path) = (above.rsplit_once("::").map_or("", |(above, _)| above), rest);
        }
        let is_relative = above != module;
        is_relative.then(|| format!("{above}::{path}").trim_start_matches("::").to_owned())
    };
    let nearest = |path: String| {
        let ends = path.match_indices("::").map(|(at, _)| at).chain([path.len()]);
        ends.map(|end| path[..end].to_owned()).filter(|path| modules.contains(path)).last()
    };
    paths.into_iter().filter_map(within).filter_map(nearest).filter(|found| found != module).collect()
}

/// No two files of `site` import each other, so that each can be read after those that it imports.
#[test]
fn files_of_site_import_one_way() {
    let module = |name: &str| {
        let path = name.rsplit_once("/src/site/")?.1.strip_suffix(".rs")?;
        let path = path.strip_suffix("/mod").unwrap_or(path);
        (path != "mod" && !path.ends_with("heights")).then(|| path.replace('/', "::"))
    };
    let files: BTreeMap<String, String> =
        program().into_iter().filter_map(|(name, text)| Some((module(&name)?, text))).collect();
    let modules: BTreeSet<String> = files.keys().cloned().collect();
    let imports: BTreeMap<&String, BTreeSet<String>> =
        files.iter().map(|(module, text)| (module, file_imports(text, module, &modules))).collect();
    assert!(imports.values().map(BTreeSet::len).sum::<usize>() > 300, "{imports:#?}");
    for (module, found) in &imports {
        for other in found {
            assert!(!imports[other].contains(*module), "`{module}` and `{other}` import each other");
        }
    }
}

#[test]
fn every_file_opens_with_why_it_exists() {
    for folder in ["src", "crates", "tests", "benches"] {
        let sources = sources(folder);
        assert!(!sources.is_empty(), "{folder}");
        for (name, text) in sources {
            let first = text.lines().next().unwrap_or("");
            assert!(first.starts_with("//! ") && first.len() > 10, "{name} opens with {first:?}");
        }
    }
}

/// Code that can't fail says why (`expect("…")`) or is on one screen with its reason; a handful at most.
#[test]
fn hardly_anything_is_unwrapped() {
    const MOST: usize = 5;
    let mut found = Vec::new();
    for (name, text) in program() {
        if name.contains("/tests") || name.ends_with("/testing.rs") {
            continue;
        }
        let code = text.split("#[cfg(test)]\nmod tests {").next().expect("a first piece");
        let lines = code.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
        found.extend(
            lines
                .filter(|(_, line)| line.contains(".unwrap()") || line.contains(".expect(\"\")"))
                .map(|(at, line)| format!("{name}:{}: {}", at + 1, line.trim())),
        );
    }
    assert!(found.len() <= MOST, "{found:#?}");
}

/// One spelling; and nothing that only this machine, or this machine's network, would understand.
#[test]
fn no_text_knows_the_machine_it_was_written_on() {
    // In pieces, so that this file does not find itself.
    let word = ["neigh", "bourhood"].concat();
    let folders = ["root", "home", "work", "Users", "mnt"].map(|name| format!("/{name}/"));
    let addresses = ["registry", "mirror", "proxy", "artifactory", "nexus"].map(|name| format!("://{name}"));
    let texts = texts();
    assert!(texts.len() > 300, "{}", texts.len());
    for (name, text) in &texts {
        for (at, line) in text.lines().enumerate() {
            let place = || format!("{name}:{}: {line}", at + 1);
            assert!(!line.to_lowercase().contains(&word), "{}", place());
            for folder in &folders {
                // A path of a page may hold such a word; one of a machine begins with it.
                let begins = |at: usize| {
                    !line[..at]
                        .ends_with(|before: char| before.is_alphanumeric() || "._-~}>)/".contains(before))
                };
                assert!(!line.match_indices(folder).any(|(at, _)| begins(at)), "{}", place());
            }
            for address in &addresses {
                assert!(!line.contains(address), "{}", place());
            }
        }
    }
}

/// What is read, printed or asked only at the rim (docs/ARCHITECTURE.md, "Invariants").
#[test]
fn clock_environment_and_printing_are_at_the_rim() {
    for (name, text) in program() {
        if name.contains("/tests") || name.ends_with("/testing.rs") || name.starts_with("src/cli/") {
            continue;
        }
        let code = text.split("#[cfg(test)]\nmod tests {").next().expect("a first piece");
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for call in [
                "Utc::now",
                "Local::now",
                "SystemTime::now",
                "env::var",
                "println!",
                "eprintln!",
                "print!",
                "process::exit",
            ] {
                assert!(!line.contains(call), "{name}: {}", line.trim());
            }
        }
    }
}
