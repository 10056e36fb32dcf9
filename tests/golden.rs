//! Golden sites: builds small provinces and the demo and compares them with stored output, so that a change of any
//! sentence, figure or file shows in a diff. `tests/sites/README.md` explains how to read and update them.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::model_package::Opened;
use crate::support::outline::{frame, outline};
use crate::support::unified::unified;
use crate::support::{REPOSITORY, Site, Tree, demo, has_ending};

/// The stored pages of the demo; of any other kind of page the first. Kinds with very different pages are stored more than
/// once.
const DEMO: &[&str] = &[
    "404.html",
    "about.html",
    "activities/bp-screening.html",
    "activities/family-dialogue.html",
    "activities/friendship-cup.html",
    "activities/index.html",
    "activities/sheikhabad-pitch.html",
    "activities/weekly-market.html",
    "agencies/index.html",
    "agencies/municipality.html",
    "archive/index.html",
    "changes.html",
    "data/index.html",
    "decisions.html",
    "domains/employment.html",
    "domains/index.html",
    "index.html",
    "meetings/coming-1404-10-29.html",
    "meetings/index.html",
    "meetings/kickoff-1404-02-09.html",
    "method.html",
    "models/index.html",
    "models/neighborhood-sewing.html",
    "neighborhoods/index.html",
    "neighborhoods/sheikhabad.html",
    "neighborhoods/sheikhabad/sport.html",
    "pages/reading-guide.html",
    "periods/1404-q3.html",
    "print/index.html",
    "print/sheikhabad.html",
    "problems/index.html",
    "schedule.html",
    "search.html",
    "status.html",
    "visits/index.html",
    "visits/sheikhabad-1404-09-04.html",
];

/// Files that hardly differ between sites; stored only for the demo and `two-villages`.
const ALIKE: &[&str] = &["data/datapackage.json", "data/index.html", "method.html"];

/// How many differing files a failed test prints.
const MOST: usize = 12;

#[test]
fn two_villages() {
    compare("two-villages", &golden(&province("two-villages"), |_| true));
}

/// Every text in that province about a time after the report's day contains these words.
#[test]
fn what_happens_after_the_day_of_the_report_is_nowhere() {
    assert_eq!(province("two-villages").holding("پس از روز گزارش"), [""; 0]);
}

#[test]
fn an_empty_province() {
    compare("empty", &golden(&province("empty"), |name| !ALIKE.contains(&name)));
}

#[test]
fn one_neighborhood() {
    compare("one-neighborhood", &golden(&province("one-neighborhood"), |name| !ALIKE.contains(&name)));
}

#[test]
fn the_demo() {
    let pages = stored_pages(demo());
    compare("demo", &golden(demo(), |name| !has_ending(name, "html") || pages.contains(name)));
}

#[test]
fn each_folder_of_sites_has_a_test() {
    let entries = fs::read_dir(sites()).expect("the golden sites").map(|entry| entry.expect("an entry"));
    let folders = entries.filter(|entry| entry.path().is_dir());
    let names: BTreeSet<_> =
        folders.map(|entry| entry.file_name().into_string().expect("plain names")).collect();
    assert_eq!(names, ["demo", "empty", "one-neighborhood", "two-villages"].map(str::to_owned).into());
}

/// Returns the pages of the demo that are stored: those that are listed, and of every other kind the first.
fn stored_pages(demo: &Tree) -> BTreeSet<String> {
    let mut pages: BTreeSet<String> = DEMO.iter().map(|&name| name.to_owned()).collect();
    let mut kinds: BTreeSet<String> = DEMO.iter().map(|name| kind(name)).collect();
    for (name, _) in demo.pages() {
        if kinds.insert(kind(name)) {
            pages.insert(name.to_owned());
        }
    }
    pages
}

fn sites() -> PathBuf {
    Path::new(REPOSITORY).join("tests/sites")
}

/// Returns the kind of a page from its address, without the record's name.
fn kind(page: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    if parts.len() > 2 {
        parts[1] = "*";
    }
    if parts.len() > 1 && parts.last() != Some(&"index.html") {
        *parts.last_mut().expect("an address has parts") = "*.html";
    }
    parts.join("/")
}

/// Builds a province in `tests/sites` in a temporary folder.
fn province(name: &str) -> Tree {
    Site::golden(name).build()
}

/// Returns the stored form of a site: pages as text, data files unchanged, and the names of all files.
fn golden(site: &Tree, is_stored: impl Fn(&str) -> bool) -> BTreeMap<String, String> {
    let mut golden = BTreeMap::new();
    let mut names = BTreeSet::new();
    for (name, bytes) in site.files() {
        names.insert(without_digests(name));
        if !is_stored(name) {
            continue;
        }
        let text = || String::from_utf8(bytes.to_vec()).expect("the site's texts are UTF-8");
        if has_ending(name, "html") {
            golden.insert(name.replace(".html", ".txt"), outline(name, &text()));
        } else if name.starts_with("search/d") {
            golden.insert(format!("{}.txt", without_digests(name)), text());
        } else if has_ending(name, "zip") {
            golden.extend(package(name, bytes));
        } else if name == "data/progress.json" || name == "data/datapackage.json" || is_data(name) {
            golden.insert(name.to_owned(), text());
        }
    }
    golden.insert("frame.txt".to_owned(), frame("index.html", site.text("index.html")));
    golden.insert("files.txt".to_owned(), lines(&names));
    golden
}

/// Returns whether a file is open data. Excludes tables as JSON and XLSX, which contain the same cells as the CSV.
fn is_data(name: &str) -> bool {
    ["csv", "ics", "txt", "xml"].iter().any(|ending| has_ending(name, ending))
}

/// Returns the texts in the package of a model.
fn package(name: &str, bytes: &[u8]) -> Vec<(String, String)> {
    let entries = Opened::of(bytes).0;
    let mut files = vec![(format!("{name}/files.txt"), lines(entries.keys()))];
    for (entry, bytes) in entries {
        let text = || String::from_utf8(bytes.clone()).expect("texts in packages are UTF-8");
        if ["json", "md", "yml"].iter().any(|ending| has_ending(&entry, ending)) {
            files.push((format!("{name}/{entry}"), text()));
        } else if has_ending(&entry, "html") {
            files.push((format!("{name}/{}", entry.replace(".html", ".txt")), outline(&entry, &text())));
        }
    }
    files
}

/// Formats names, one per line.
fn lines<'n>(names: impl IntoIterator<Item = &'n String>) -> String {
    names.into_iter().flat_map(|name| [name, "\n"]).collect()
}

/// Replaces the digests in a name by the word `digest`, because they change with every byte of the file.
fn without_digests(name: &str) -> String {
    let is_digest = |part: &str| part.len() >= 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    let parts = name.split_inclusive(['.', '-', '/']).map(|part| {
        let word = part.trim_end_matches(['.', '-', '/']);
        if is_digest(word) { part.replace(word, "digest") } else { part.to_owned() }
    });
    parts.collect()
}

/// Compares a site with its stored form in both directions. `KARNAMEH_BLESS=1` stores it instead.
#[track_caller]
fn compare(name: &str, site: &BTreeMap<String, String>) {
    let folder = sites().join(name).join("expected");
    let stored = Tree::of(&folder);
    if env::var_os("KARNAMEH_BLESS").is_some() {
        return store(&folder, &stored, site);
    }
    let stored: BTreeMap<&str, String> =
        stored.files().map(|(name, bytes)| (name, String::from_utf8_lossy(bytes).into_owned())).collect();
    let all: BTreeSet<&str> = stored.keys().copied().chain(site.keys().map(String::as_str)).collect();
    let none = String::new();
    let differing: Vec<String> = all
        .into_iter()
        .filter(|file| stored.get(file) != site.get(*file))
        .map(|file| unified(file, stored.get(file).unwrap_or(&none), site.get(file).unwrap_or(&none)))
        .collect();
    assert!(
        differing.is_empty(),
        "tests/sites/{name}: {} files differ from what is stored.\n\n{}\n\
         If each difference is meant, store them with KARNAMEH_BLESS=1 cargo test golden and review them with git diff.",
        differing.len(),
        differing.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join("\n"),
    );
}

fn store(folder: &Path, stored: &Tree, site: &BTreeMap<String, String>) {
    for (name, _) in stored.files().filter(|(name, _)| !site.contains_key(*name)) {
        fs::remove_file(folder.join(name)).expect("a stored file can be removed");
    }
    for (name, text) in site {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a folder");
        fs::write(path, text).expect("a stored file can be written");
    }
}
