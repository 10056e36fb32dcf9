//! What several tests stand on: a small site without a fault, in a temporary folder, with a test's own files over it.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

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
        let site = Self { folder: tempfile::tempdir().expect("a temporary folder") };
        for (path, text) in SITE {
            site.write(path, text);
        }
        site
    }

    /// The source folder, which holds `content/`.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file, with the folders that it needs.
    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder");
        fs::write(&path, text).expect("a file");
        path
    }

    /// Takes a file away.
    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.path().join(path)).expect("the file is there");
    }

    /// Lays the files of a folder over it.
    pub(crate) fn overlay(&self, folder: &Path) {
        for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
            let entry = entry.expect("fixtures can be read");
            if entry.file_type().is_file() {
                let below = entry.path().strip_prefix(folder).expect("below the folder");
                let bytes = fs::read(entry.path()).expect("fixtures can be read");
                self.write(below.to_str().expect("fixtures have plain names"), bytes);
            }
        }
    }
}
