//! Tests for the result of a build: new files are written, unchanged files stay, nothing else remains.

use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::super::{MANIFEST, Manifest, OutputError, Report};
use super::{Ground, head, torn};
use crate::diag::{Complain, Complaint, Exit};

const LONG_AGO: Duration = Duration::from_secs(1_700_000_000);

/// Sets an old modification time, so that a rewritten file can be distinguished.
fn age(path: &Path) {
    let file = fs::File::options().append(true).open(path).unwrap();
    file.set_modified(SystemTime::UNIX_EPOCH + LONG_AGO).unwrap();
}

fn is_old(path: &Path) -> bool {
    fs::metadata(path).unwrap().modified().unwrap() == SystemTime::UNIX_EPOCH + LONG_AGO
}

#[cfg(unix)]
fn inode(path: &Path) -> u64 {
    std::os::unix::fs::MetadataExt::ino(&fs::metadata(path).unwrap())
}

#[test]
fn a_site_and_its_manifest() {
    let ground = Ground::new();
    let report =
        ground.build(&[("index.html", "home"), ("b/x.html", "x"), ("b-c.html", ""), ("a/ا.txt", "ا")]);
    assert_eq!(report, Report { files: 4, bytes: 7, unchanged: 0 });
    assert_eq!(ground.neighbors(), ["site"]);
    let text = fs::read_to_string(ground.site().join(MANIFEST)).unwrap();
    let expected = r#"{
  "generator": "karnameh",
  "form": 1,
  "version": "0.1.0",
  "as_of": "2026-01-05",
  "as_of_jalali": "1404-10-15",
  "content": "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",
  "files": [
    {"path":"a/ا.txt","size":2,"sha256":"<a>"},
    {"path":"b-c.html","size":0,"sha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"path":"b/x.html","size":1,"sha256":"2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"},
    {"path":"index.html","size":4,"sha256":"<home>"}
  ]
}
"#;
    let digest = |text: &str| crate::digest::Digest::of(text.as_bytes()).to_string();
    assert_eq!(text, expected.replace("<a>", &digest("ا")).replace("<home>", &digest("home")));
    assert_eq!(torn(&ground.site()), [""; 0]);
    let read = Manifest::read(&ground.site()).unwrap().unwrap();
    assert_eq!(read.to_bytes().unwrap(), text.into_bytes());
    assert_eq!(read.head, head("x"));
    assert_eq!(read.entry("b-c.html").unwrap().size, 0);
    assert_eq!(read.entry("b"), None);
}

#[test]
fn the_order_of_writing_changes_no_byte() {
    let (one, other) = (Ground::new(), Ground::new());
    one.build(&[("a", "1"), ("b/c", "2"), ("b-", "3")]);
    other.build(&[("b-", "3"), ("b/c", "2"), ("a", "1")]);
    assert_eq!(one.files(), other.files());
}

#[test]
fn unchanged_files_stay_and_removed_ones_vanish() {
    let ground = Ground::new();
    ground.build(&[("same.html", "same"), ("changed.html", "old!"), ("gone/gone.html", "x"), ("empty", "")]);
    let path = |name: &str| ground.site().join(name);
    for name in ["same.html", "changed.html", "empty"] {
        age(&path(name));
    }
    #[cfg(unix)]
    let before = inode(&path("same.html"));

    let report =
        ground.build(&[("same.html", "same"), ("changed.html", "new!"), ("empty", ""), ("added", "")]);
    assert_eq!(report.unchanged, 2);
    assert_eq!(torn(&ground.site()), [""; 0]);
    assert!(!path("gone").exists());
    assert!(is_old(&path("same.html")) && is_old(&path("empty")));
    assert!(!is_old(&path("changed.html")));
    #[cfg(unix)]
    assert_eq!(inode(&path("same.html")), before);
    assert_eq!(ground.neighbors(), ["site"]);
}

#[test]
fn a_page_that_was_edited_by_hand_is_written_anew() {
    let ground = Ground::new();
    let files = [("index.html", "the same size"), ("longer.html", "x")];
    ground.build(&files);
    fs::write(ground.site().join("index.html"), "edited by me!").unwrap();
    fs::write(ground.site().join("longer.html"), "xx").unwrap();
    assert_eq!(ground.build(&files).unchanged, 0);
    assert_eq!(torn(&ground.site()), [""; 0]);
}

#[cfg(unix)]
#[test]
fn what_took_the_place_of_a_page_is_not_kept() {
    let ground = Ground::new();
    let files = [("linked.html", "text"), ("folder.html", "text"), ("pipe.html", "text")];
    ground.build(&files);
    let path = |name: &str| ground.site().join(name);
    for (name, _) in files {
        fs::remove_file(path(name)).unwrap();
    }
    fs::write(ground.path("elsewhere"), "text").unwrap();
    std::os::unix::fs::symlink(ground.path("elsewhere"), path("linked.html")).unwrap();
    fs::create_dir(path("folder.html")).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(path("pipe.html")).status().unwrap().success());
    assert_eq!(ground.build(&files).unchanged, 0);
    assert!(!path("linked.html").is_symlink());
    assert_eq!(torn(&ground.site()), [""; 0]);
}

#[cfg(unix)]
#[test]
fn everyone_may_read_the_site() {
    use std::os::unix::fs::PermissionsExt;
    let ground = Ground::new();
    let files = [("index.html", "x"), ("a/b/c.html", "y")];
    let mode = |name: &str| fs::metadata(ground.site().join(name)).unwrap().permissions().mode() & 0o7777;
    ground.build(&files);
    // Somebody removes read permission from a page and from the whole site. The build restores it; the page counts as
    // unchanged and keeps its time.
    let page = ground.site().join("index.html");
    fs::set_permissions(&page, fs::Permissions::from_mode(0o600)).unwrap();
    fs::set_permissions(ground.site(), fs::Permissions::from_mode(0o700)).unwrap();
    age(&page);
    assert_eq!(ground.build(&files).unchanged, 2);
    for name in ["index.html", "a/b/c.html", MANIFEST] {
        assert_eq!(mode(name), 0o644, "{name}");
    }
    for name in ["", "a", "a/b"] {
        assert_eq!(mode(name), 0o755, "{name}");
    }
    assert!(is_old(&page));
}

#[test]
fn files_are_copied_and_kept_like_pages() {
    let ground = Ground::new();
    let large = "کارنامه\n".repeat(200_000);
    fs::write(ground.path("small.txt"), "small").unwrap();
    fs::write(ground.path("large.txt"), &large).unwrap();
    let build = || {
        let stage = ground.stage();
        stage.copy("x/small.txt", &ground.path("small.txt")).unwrap();
        stage.copy("x/large.txt", &ground.path("large.txt")).unwrap();
        stage.finish(head("x")).unwrap()
    };
    assert_eq!(build(), Report { files: 2, bytes: 5 + large.len() as u64, unchanged: 0 });
    for name in ["small.txt", "large.txt"] {
        age(&ground.site().join("x").join(name));
    }
    assert_eq!(build().unchanged, 2);
    assert!(is_old(&ground.site().join("x/large.txt")));
    assert_eq!(torn(&ground.site()), [""; 0]);
    // Change one letter in the middle and keep the size.
    fs::write(ground.path("large.txt"), large.replacen("\nک", "\nگ", 100_000)).unwrap();
    assert_eq!(build().unchanged, 1);
    assert_eq!(torn(&ground.site()), [""; 0]);
}

#[test]
fn what_is_no_file_is_not_copied() {
    let ground = Ground::new();
    let stage = ground.stage();
    for name in ["content", "not-there"] {
        let error = stage.copy("x", &ground.path(name)).unwrap_err();
        let Complaint { exit, message } = error.complaint();
        assert_eq!(exit, Exit::Machine);
        assert!(message.sentence.en.contains(name), "{message:?}");
    }
}

#[test]
fn many_threads() {
    use rayon::prelude::*;
    let ground = Ground::new();
    let stage = ground.stage();
    (0..2000).into_par_iter().for_each(|n| {
        let written = stage.write(&format!("{}/{}/{n}.html", n % 7, n % 5), format!("page {n}").as_bytes());
        written.unwrap();
    });
    assert_eq!(stage.finish(head("x")).unwrap().files, 2000);
    assert_eq!(torn(&ground.site()), [""; 0]);
}

#[test]
fn a_build_that_gives_up_leaves_nothing() {
    let ground = Ground::new();
    ground.build(&[("index.html", "old")]);
    let before = ground.files();
    let stage = ground.stage();
    stage.write("index.html", b"new").unwrap();
    let twice = stage.write("INDEX.html", b"new").unwrap_err();
    assert!(
        matches!(&twice, OutputError::SameName { first, second } if first == "index.html" && second == "INDEX.html")
    );
    assert_eq!(twice.complaint().exit, Exit::Findings);
    drop(stage);
    assert_eq!(ground.files(), before);
    assert_eq!(ground.neighbors(), ["site"]);
}
