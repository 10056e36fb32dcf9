//! Tests for the paths within a site.

use super::super::OutputError;
use super::super::names::{Names, check};

#[test]
fn plain_paths() {
    for path in [
        "index.html",
        "a/b/c.html",
        ".well-known/x",
        "CNAME",
        "پرونده/گزارش ۱.pdf",
        "a..b",
        "…",
        "cons.txt",
        "com",
        "com0",
        "com10.txt",
        "x.con",
        "auxiliary/nullable",
        "کon",
    ] {
        assert!(check(path).is_ok(), "{path}");
    }
    for path in [
        "",
        "/",
        "/a",
        "a/",
        "a//b",
        ".",
        "..",
        "a/../b",
        "./a",
        "a/.",
        "C:/a",
        "a\\b",
        "a\0b",
        "a\nb",
        "a.",
        "a ",
        "a ./b",
        "a?",
        "*",
        "con",
        "NUL.txt",
        "a/aux/b",
        "com1.tar.gz",
        "Lpt9.x",
        "COM¹",
        "prn .txt",
        "conin$",
    ] {
        assert!(matches!(check(path), Err(OutputError::BadName { .. })), "{path:?}");
    }
}

/// Claims all paths. Returns the folders to create, or the two conflicting paths.
fn claim(paths: &[&str]) -> Result<Vec<String>, (String, String)> {
    let (mut names, mut folders) = (Names::default(), Vec::new());
    for path in paths {
        let claimed = names.claim(path, |folder| {
            folders.push(folder.to_owned());
            Ok(())
        });
        match claimed {
            Err(OutputError::SameName { first, second }) => return Err((first, second)),
            answer => answer.expect("the paths are plain"),
        }
    }
    Ok(folders)
}

#[test]
fn folders_are_made_once_from_the_outside() {
    assert_eq!(claim(&["a/b/1", "a/b/2", "a/3", "c/4", "5"]), Ok(vec!["a".into(), "a/b".into(), "c".into()]));
}

#[test]
fn two_names_that_are_one() {
    for (first, second, expected) in [
        ("a.html", "a.html", None),
        ("A.html", "a.html", None),
        ("a.html", "A.html", None),
        ("manifest.json", "manifest.json", None),
        ("manifest.json", "Manifest.JSON", None),
        ("ÉCOLE", "e\u{301}cole", None),
        ("آ", "ا\u{653}", None),
        ("a", "a/b", Some(("a", "a"))),
        ("a/b", "a", None),
        ("a/b", "A/c", Some(("a", "A"))),
        ("A/b", "a/c", Some(("A", "a"))),
        ("x/a/1", "x/A/2", Some(("x/a", "x/A"))),
    ] {
        let paths = if first == "manifest.json" { vec![second] } else { vec![first, second] };
        let (one, other) = claim(&paths).expect_err(second);
        let expected = expected.unwrap_or((if second == "a" { "a" } else { first }, second));
        assert_eq!((one.as_str(), other.as_str()), expected);
    }
}
