//! Checks paths in packages: they must stay below the package's folder and denote different files on every system.

use std::collections::HashMap;

use icu_normalizer::ComposingNormalizerBorrowed;

use super::Fault;

/// The maximum length of a path in bytes (`PATH_MAX` of Linux), and the maximum number of folders in it.
const LONGEST: usize = 4096;
const DEEPEST: usize = 64;

/// Returns whether one component of a path is a valid name on every system and has no special meaning on any.
pub fn is_plain(part: &str) -> bool {
    let foreign =
        |c: char| c.is_control() || matches!(c, '/' | '\\' | ':' | '<' | '>' | '"' | '|' | '?' | '*');
    !part.is_empty() && !part.ends_with(['.', ' ']) && !part.starts_with('~') && !part.contains(foreign)
}

/// Returns whether a path stays below its base folder on every system: it is relative and contains no `..`, no home
/// folder (`~`), no backslash, no drive (`C:`) and no control characters.
pub fn is_below(path: &str) -> bool {
    let drive = path.as_bytes().get(1) == Some(&b':');
    let climbs = path.split('/').any(|part| matches!(part, "" | "." | ".."));
    let odd = path.chars().any(|c| c == '\\' || c.is_control());
    let limited = path.len() <= LONGEST && path.matches('/').count() < DEEPEST;
    !drive && !climbs && !odd && !path.starts_with('~') && limited
}

/// Returns the form in which two paths are equal if some system treats them as the same file: NFC and lower case.
pub fn folded(path: &str) -> String {
    if path.is_ascii() {
        return path.to_ascii_lowercase();
    }
    ComposingNormalizerBorrowed::new_nfc().normalize(&path.to_lowercase()).into_owned()
}

/// Finds paths that denote the same file as an earlier path on some system.
pub fn clashes<'p>(paths: impl Iterator<Item = &'p str>) -> Vec<Fault> {
    let mut seen: HashMap<String, &str> = HashMap::new();
    let mut found = Vec::new();
    for path in paths {
        match seen.insert(folded(path), path) {
            Some(former) if former != path => {
                found.push(Fault::Clash(path.to_owned(), former.to_owned()));
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_below_the_folder_pass() {
        for path in ["data/a.txt", "data/a b/ک.txt", "data/%7Ea/~b", "data/..a", "data/.hidden"] {
            assert!(is_below(path), "{path}");
        }
        let deep = "a/".repeat(100) + "b";
        for path in [
            "",
            "/a",
            "../a",
            "data/../../a",
            "data//a",
            "./a",
            "data/.",
            "~/a",
            "~root/a",
            "C:/a",
            "C:a",
            "\\\\?\\UNC\\a",
            "data\\a",
            "data/a\u{0}",
            "data/a\nb",
            &deep,
        ] {
            assert!(!is_below(path), "{path:?}");
        }
    }

    #[test]
    fn names_that_are_one_elsewhere_clash() {
        let found = |paths: &[&str]| clashes(paths.iter().copied()).len();
        assert_eq!(found(&["data/a", "data/b"]), 0);
        assert_eq!(found(&["data/a", "data/A"]), 1);
        assert_eq!(found(&["data/Nu\u{301}n\u{303}ez", "data/N\u{fa}\u{f1}ez"]), 1);
    }
}
