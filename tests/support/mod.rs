//! Shared test support: a small fault-free site in a temporary folder, to which tests add files; running the program; and
//! comparing folder trees.

mod demo;
pub(crate) mod html;
pub(crate) mod model_package;
pub(crate) mod outline;
pub(crate) mod package;
pub(crate) mod record;
mod run;
pub(crate) mod tokens;
mod tree;
pub(crate) mod unified;

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

pub(crate) use demo::{demo, demo_photos};
pub(crate) use run::{Finding, Run, command, karnameh, left_out};
pub(crate) use tree::{Tree, changed, has_ending};

/// The repository, whose `content/` is the demo.
pub(crate) const REPOSITORY: &str = env!("CARGO_MANIFEST_DIR");

/// The folder of a site with at least one of most things and without any finding.
const SITE: &[(&str, &str)] = &[
    ("content/site.yml", "title: کارنامهٔ آزمایشی\nprovince: قم\n"),
    ("content/neighborhoods/sheikhabad.yml", "title: شیخ‌آباد\n"),
    ("content/neighborhoods/pardisan.yml", "title: پردیسان\n"),
    ("content/domains/sport.yml", "title: ورزش\n"),
    ("content/agencies/sport-office.yml", "title: ادارهٔ ورزش\n"),
    (
        "content/activities/pitch.yml",
        "title: زمین چمن\nneighborhood: sheikhabad\ndomain: sport\nstart: 1404/02/01\ndue: 1404/12/29\n",
    ),
    ("content/meetings/review.yml", "date: 1404/07/26\ndecisions:\n  - {id: d1, text: زمین آماده شود}\n"),
];

/// A temporary source folder, deleted when the test ends.
pub(crate) struct Site {
    folder: TempDir,
}

impl Site {
    /// Creates the fault-free site.
    pub(crate) fn new() -> Self {
        let site = Self::empty();
        for (path, text) in SITE {
            site.write(path, text);
        }
        site
    }

    /// Creates an empty folder.
    pub(crate) fn empty() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    /// Creates the fault-free site with additional files.
    pub(crate) fn with(files: &[(&str, &str)]) -> Self {
        let site = Self::new();
        for (path, text) in files {
            site.write(path, text);
        }
        site
    }

    /// Copies the demo's content, with its encoded photos in the cache.
    pub(crate) fn demo() -> Self {
        let site = Self::demo_without_cache();
        for (name, bytes) in demo_photos() {
            site.write(&format!(".karnameh/cache/{name}"), bytes);
        }
        site
    }

    /// Copies the content of a golden site.
    pub(crate) fn golden(name: &str) -> Self {
        let site = Self::empty();
        site.overlay_content(&Path::new(REPOSITORY).join("tests/sites").join(name).join("content"));
        site
    }

    /// Copies the demo's content alone: a build of the copy encodes every photo.
    pub(crate) fn demo_without_cache() -> Self {
        let site = Self::empty();
        site.overlay_content(&Path::new(REPOSITORY).join("content"));
        site
    }

    /// Returns the source folder, which contains `content/`.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Returns the default output folder.
    pub(crate) fn output(&self) -> PathBuf {
        self.path().join("output/site")
    }

    /// Reads a file as text.
    pub(crate) fn read(&self, path: &str) -> String {
        let path = self.path().join(path);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// Writes a file and creates its parent folders.
    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder");
        fs::write(&path, text).expect("a file");
        path
    }

    /// Replaces a part of a file's text, which must exist.
    pub(crate) fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} holds no {from:?}");
        self.write(path, text.replacen(from, to, 1));
    }

    /// Deletes a file.
    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.path().join(path)).expect("the file is there");
    }

    /// Copies the files of a folder over the site.
    pub(crate) fn overlay(&self, folder: &Path) {
        self.overlay_below(folder, "");
    }

    /// Lays the files of a folder over its content.
    fn overlay_content(&self, folder: &Path) {
        self.overlay_below(folder, "content");
    }

    fn overlay_below(&self, folder: &Path, to: &str) {
        for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
            let entry = entry.expect("fixtures can be read");
            if entry.file_type().is_file() {
                let below = entry.path().strip_prefix(folder).expect("below the folder");
                let bytes = fs::read(entry.path()).expect("fixtures can be read");
                self.write(Path::new(to).join(below).to_str().expect("fixtures have plain names"), bytes);
            }
        }
    }

    /// Runs the program in the source folder.
    pub(crate) fn run(&self, args: &[&str]) -> Run {
        karnameh(self.path(), args)
    }

    /// Builds and returns the files of the site.
    pub(crate) fn build(&self) -> Tree {
        self.run(&["build"]).done();
        Tree::of(&self.output())
    }
}
