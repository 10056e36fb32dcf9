//! Tests on real folders.

mod killed;
mod names;
mod refusals;
mod swapping;
mod writing;

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::{Head, Manifest, OutputError, Report, Stage, Target, Terms};
use crate::digest::Digest;

/// A source folder with `content/`, and a target in it.
struct Ground {
    folder: TempDir,
}

impl Ground {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder for temporary files");
        fs::create_dir(folder.path().join("content")).expect("an empty folder takes a folder");
        Self { folder }
    }

    fn path(&self, relative: &str) -> PathBuf {
        self.folder.path().join(relative)
    }

    fn site(&self) -> PathBuf {
        self.path("output/site")
    }

    fn open(&self, target: &str, force: bool) -> Result<Target, OutputError> {
        open(self.folder.path(), target, force)
    }

    fn stage(&self) -> Stage {
        self.open("output/site", false).and_then(Target::stage).expect("the target is ours")
    }

    /// Builds a site of these files.
    fn build(&self, files: &[(&str, &str)]) -> Report {
        let stage = self.stage();
        for (path, text) in files {
            stage.write(path, text.as_bytes()).expect("the paths are good");
        }
        stage.finish(head("x")).expect("nothing stands in the way")
    }

    /// Returns all files of the target with their text.
    fn files(&self) -> Vec<(String, String)> {
        files(&self.site())
    }

    /// Returns the names of the entries beside the target.
    fn neighbors(&self) -> Vec<String> {
        names(&self.path("output"))
    }
}

fn open(source: &Path, target: &str, force: bool) -> Result<Target, OutputError> {
    let content = source.join("content");
    Target::open(&source.join(target), Terms { force, content: &content, home: None })
}

fn head(content: &str) -> Head {
    Head {
        version: "0.1.0".to_owned(),
        as_of: "2026-01-05".to_owned(),
        as_of_jalali: "1404-10-15".to_owned(),
        content: Digest::of(content.as_bytes()),
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let mut names: Vec<_> =
        entries.map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn files(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.expect("readable");
        if entry.file_type().is_file() {
            let path =
                entry.path().strip_prefix(folder).expect("found below it").to_string_lossy().into_owned();
            found.push((path, fs::read_to_string(entry.path()).expect("text")));
        }
    }
    found
}

/// Returns the differences between a site and its manifest; empty if the site is complete.
fn torn(site: &Path) -> Vec<String> {
    let Some(manifest) = Manifest::read(site).expect("readable") else {
        return vec!["no manifest".to_owned()];
    };
    let mut wrong = Vec::new();
    let mut found = files(site);
    found.retain(|(path, _)| path != super::MANIFEST);
    found.sort();
    if found.len() != manifest.files.len() {
        wrong.push(format!("{} files, {} in the manifest", found.len(), manifest.files.len()));
    }
    for ((path, text), entry) in found.iter().zip(&manifest.files) {
        if *path != entry.path
            || Digest::of(text.as_bytes()) != entry.sha256
            || text.len() as u64 != entry.size
        {
            wrong.push(path.clone());
        }
    }
    wrong
}
