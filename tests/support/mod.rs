//! What several tests stand on: a small site without a fault in a temporary folder, with a test's own files over it;
//! the program run on it; the tree of a folder, to compare.

mod demo;
pub(crate) mod html;
pub(crate) mod model_package;
pub(crate) mod outline;
pub(crate) mod package;
mod run;
pub(crate) mod tokens;
mod tree;
pub(crate) mod unified;

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

pub(crate) use demo::demo;
pub(crate) use run::{Finding, Run, command, karnameh, left_out};
pub(crate) use tree::{Tree, changed, has_ending};

/// The repository, whose `content/` is the demo.
pub(crate) const REPOSITORY: &str = env!("CARGO_MANIFEST_DIR");

/// A site that has one of most things and no finding at all.
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

/// A source folder of its own, gone when the test is.
pub(crate) struct Site {
    folder: TempDir,
}

impl Site {
    /// The site without a fault.
    pub(crate) fn new() -> Self {
        let site = Self::empty();
        for (path, text) in SITE {
            site.write(path, text);
        }
        site
    }

    /// A folder with nothing in it.
    pub(crate) fn empty() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    /// The site without a fault, with files of the test's own over it.
    pub(crate) fn with(files: &[(&str, &str)]) -> Self {
        let site = Self::new();
        for (path, text) in files {
            site.write(path, text);
        }
        site
    }

    /// A copy of the demo's content.
    pub(crate) fn demo() -> Self {
        let site = Self::empty();
        site.overlay_content(&Path::new(REPOSITORY).join("content"));
        site
    }

    /// The source folder, which holds `content/`.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The folder that a build writes to where nobody names one.
    pub(crate) fn output(&self) -> PathBuf {
        self.path().join("output/site")
    }

    /// The text of a file.
    pub(crate) fn read(&self, path: &str) -> String {
        let path = self.path().join(path);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// Writes a file, with the folders that it needs.
    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder");
        fs::write(&path, text).expect("a file");
        path
    }

    /// Replaces a piece of a file's text that must be there.
    pub(crate) fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "{path} holds no {from:?}");
        self.write(path, text.replacen(from, to, 1));
    }

    /// Takes a file away.
    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.path().join(path)).expect("the file is there");
    }

    /// Lays the files of a folder over it.
    pub(crate) fn overlay(&self, folder: &Path) {
        self.overlay_below(folder, "");
    }

    /// Lays the files of a folder over its content.
    pub(crate) fn overlay_content(&self, folder: &Path) {
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

    /// Builds, and says what stands in the site.
    pub(crate) fn build(&self) -> Tree {
        self.run(&["build"]).done();
        Tree::of(&self.output())
    }
}
