//! How packages are called, and where they lie.

use std::path::{Path, PathBuf};

use crate::persian::Day;

use super::error::ArchiveError;
use crate::zipped::paths::is_plain;

/// What the names of packages with sources end in; such a package is never published nor listed.
const INTERNAL: &str = "-internal";

/// The name of a day's edition: «karnameh-1404-10-15.zip».
pub(super) fn of_day(day: Day) -> String {
    format!("karnameh-{}.zip", day.jalali())
}

/// The folder of editions where nobody names a file.
pub(super) fn default_folder(source: &Path) -> PathBuf {
    let output = if source == Path::new(".") { PathBuf::from("output") } else { source.join("output") };
    output.join("snapshots")
}

/// What the package of an order is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Names {
    /// The name of the public edition's file: what `content/archive.yml` may list.
    pub(super) public: String,
    /// The folder inside the package, and the stem of its files.
    pub(super) stem: String,
}

impl Names {
    /// From the name of the public edition's file; that of one with sources gets its ending.
    fn new(public: String, with_sources: bool) -> Self {
        let stem = public.strip_suffix(".zip").unwrap_or(&public);
        let stem = if with_sources { format!("{stem}{INTERNAL}") } else { stem.to_owned() };
        Self { public, stem }
    }

    /// From the file that the command line names.
    pub(super) fn given(file: &Path, with_sources: bool) -> Result<Self, ArchiveError> {
        let bad = || ArchiveError::BadName(file.to_owned());
        let name = file.file_name().and_then(|name| name.to_str()).ok_or_else(bad)?;
        let stem = name.strip_suffix(".zip").filter(|stem| is_plain(stem)).ok_or_else(bad)?;
        match (stem.strip_suffix(INTERNAL), with_sources) {
            (Some(public), true) if !public.is_empty() => Ok(Self::new(format!("{public}.zip"), true)),
            (Some(_), _) => Err(ArchiveError::InternalName(file.to_owned())),
            (None, _) => Ok(Self::new(name.to_owned(), with_sources)),
        }
    }

    /// From the day of the report.
    pub(super) fn of(day: Day, with_sources: bool) -> Self {
        Self::new(of_day(day), with_sources)
    }

    pub(super) fn zip(&self) -> String {
        format!("{}.zip", self.stem)
    }

    pub(super) fn wacz(&self) -> String {
        format!("{}.wacz", self.stem)
    }
}

/// The file of a signature: beside what it signs.
pub(super) fn signature(of: &Path) -> PathBuf {
    let mut name = of.as_os_str().to_owned();
    name.push(".minisig");
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_with_sources_are_called_internal_whatever_name_is_given() {
        let day = Day::from_jalali(1404, 10, 5).expect("a day");
        assert_eq!(Names::of(day, false).zip(), "karnameh-1404-10-05.zip");
        assert_eq!(Names::of(day, true).zip(), "karnameh-1404-10-05-internal.zip");
        let given = |name: &str, with| Names::given(Path::new(name), with).map(|names| names.zip());
        assert_eq!(given("a/b.zip", false).expect("a name"), "b.zip");
        assert_eq!(given("a/b.zip", true).expect("a name"), "b-internal.zip");
        assert_eq!(given("a/b-internal.zip", true).expect("a name"), "b-internal.zip");
        assert!(matches!(given("b-internal.zip", false), Err(ArchiveError::InternalName(_))));
        for bad in ["b.tar", ".zip", "..zip", "/", "a:b.zip", "-internal.zip"] {
            assert!(given(bad, true).is_err(), "{bad}");
        }
    }
}
