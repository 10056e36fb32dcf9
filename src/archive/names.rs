//! The names and the default folder of packages.

use std::path::{Path, PathBuf};

use crate::persian::Day;

use super::error::ArchiveError;
use crate::zipped::paths::is_plain;

/// The suffix of packages that contain the sources. Such a package is never published or listed.
const INTERNAL: &str = "-internal";

/// Returns the file name for a day's edition: «karnameh-1404-10-15.zip».
pub(super) fn day_file(day: Day) -> String {
    format!("karnameh-{}.zip", day.jalali())
}

/// Returns the folder for editions if the command line names no file.
pub(super) fn default_folder(source: &Path) -> PathBuf {
    let output = if source == Path::new(".") { PathBuf::from("output") } else { source.join("output") };
    output.join("snapshots")
}

/// The names for a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Names {
    /// The file name of the public edition, as `content/archive.yml` lists it.
    pub(super) public: String,
    /// The folder inside the package and the stem of its files.
    pub(super) stem: String,
}

impl Names {
    /// Derives the names from the file name of the public edition, and adds the suffix for a package with sources.
    fn new(public: String, with_sources: bool) -> Self {
        let stem = public.strip_suffix(".zip").unwrap_or(&public);
        let stem = if with_sources { format!("{stem}{INTERNAL}") } else { stem.to_owned() };
        Self { public, stem }
    }

    /// Derives the names from the file on the command line.
    pub(super) fn from_file(file: &Path, with_sources: bool) -> Result<Self, ArchiveError> {
        let bad = || ArchiveError::BadName(file.to_owned());
        let name = file.file_name().and_then(|name| name.to_str()).ok_or_else(bad)?;
        let stem = name.strip_suffix(".zip").filter(|stem| is_plain(stem)).ok_or_else(bad)?;
        match (stem.strip_suffix(INTERNAL), with_sources) {
            (Some(public), true) if !public.is_empty() => Ok(Self::new(format!("{public}.zip"), true)),
            (Some(_), _) => Err(ArchiveError::InternalName(file.to_owned())),
            (None, _) => Ok(Self::new(name.to_owned(), with_sources)),
        }
    }

    /// Derives the names from the report's day.
    pub(super) fn for_day(day: Day, with_sources: bool) -> Self {
        Self::new(day_file(day), with_sources)
    }

    pub(super) fn zip(&self) -> String {
        format!("{}.zip", self.stem)
    }

    pub(super) fn wacz(&self) -> String {
        format!("{}.wacz", self.stem)
    }
}

/// Returns the path of the signature for a file.
pub(super) fn signature(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".minisig");
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_with_sources_are_called_internal_whatever_name_is_given() {
        let day = Day::from_jalali(1404, 10, 5).expect("a day");
        assert_eq!(Names::for_day(day, false).zip(), "karnameh-1404-10-05.zip");
        assert_eq!(Names::for_day(day, true).zip(), "karnameh-1404-10-05-internal.zip");
        let given = |name: &str, with| Names::from_file(Path::new(name), with).map(|names| names.zip());
        assert_eq!(given("a/b.zip", false).expect("a name"), "b.zip");
        assert_eq!(given("a/b.zip", true).expect("a name"), "b-internal.zip");
        assert_eq!(given("a/b-internal.zip", true).expect("a name"), "b-internal.zip");
        assert!(matches!(given("b-internal.zip", false), Err(ArchiveError::InternalName(_))));
        for bad in ["b.tar", ".zip", "..zip", "/", "a:b.zip", "-internal.zip"] {
            assert!(given(bad, true).is_err(), "{bad}");
        }
    }
}
