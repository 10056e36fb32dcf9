//! Tests that forbidden targets are rejected without creating or changing anything.

use std::fs;
use std::path::Path;

use super::super::{OutputError, Target, Terms};
use super::{Ground, names, open};
use crate::diag::{Complain, Complaint, Exit};

/// Checks the kind of error, how the run ends, and that the message says what to do.
#[track_caller]
fn refused<T>(answer: Result<T, OutputError>, kind: &str, expected: Exit) {
    let Err(error) = answer else { panic!("not refused") };
    let debug = format!("{error:?}");
    assert!(debug.starts_with(kind), "{debug}");
    let Complaint { exit, message } = error.complaint();
    assert_eq!(exit, expected);
    assert!(message.hint.is_some(), "{debug}");
}

#[test]
fn a_folder_with_files_of_others() {
    let ground = Ground::new();
    fs::create_dir_all(ground.site()).unwrap();
    fs::write(ground.site().join("thesis.doc"), "years of work").unwrap();
    refused(ground.open("output/site", false), "NotOurs", Exit::Usage);
    assert_eq!(names(&ground.path("output")), ["site"]);
    assert_eq!(names(&ground.site()), ["thesis.doc"]);

    ground.open("output/site", true).and_then(Target::stage).unwrap().finish(super::head("x")).unwrap();
    assert_eq!(names(&ground.site()), ["manifest.json"]);
}

#[test]
fn a_manifest_that_is_not_of_our_form() {
    let ground = Ground::new();
    fs::create_dir_all(ground.site()).unwrap();
    let ours = r#"{"generator":"karnameh","form":1,"version":"","as_of":"","as_of_jalali":"","content":"","files":[]}"#;
    for text in ["", "{}", r#"{"name": "a web app", "icons": []}"#, ours] {
        fs::write(ground.site().join("manifest.json"), text).unwrap();
        refused(ground.open("output/site", false), "NotOurs", Exit::Usage);
    }
}

#[test]
fn a_site_of_ours_with_a_repository_in_it() {
    let ground = Ground::new();
    ground.build(&[("index.html", "x")]);
    fs::create_dir(ground.site().join(".git")).unwrap();
    refused(ground.open("output/site", false), "Repository", Exit::Usage);
    assert!(ground.open("output/site", true).is_ok());
}

#[test]
fn inside_the_content_or_around_it() {
    let ground = Ground::new();
    fs::create_dir(ground.path("real")).unwrap();
    for (target, kind) in [
        ("content", "InContent"),
        ("content/site", "InContent"),
        ("output/../content/a/b", "InContent"),
        ("not-there/../content/site", "InContent"),
        ("", "HoldsContent"),
        ("content/..", "HoldsContent"),
        ("..", "HoldsContent"),
    ] {
        refused(ground.open(target, true), kind, Exit::Usage);
    }
    assert_eq!(names(ground.folder.path()), ["content", "real"]);
    assert!(ground.open("content-of-the-site", false).is_ok(), "a name that only begins alike");
}

#[test]
fn the_root_and_the_home() {
    let ground = Ground::new();
    let content = ground.path("content");
    let terms = Terms { force: true, content: &content, home: Some(&ground.path("people/me")) };
    fs::create_dir_all(ground.path("people/me")).unwrap();
    refused(Target::open(Path::new("/"), terms), "Root", Exit::Usage);
    refused(Target::open(Path::new("/usr/../.."), terms), "Root", Exit::Usage);
    refused(Target::open(&ground.path("people"), terms), "HoldsHome", Exit::Usage);
    refused(Target::open(&ground.path("people/me"), terms), "HoldsHome", Exit::Usage);
    assert!(Target::open(&ground.path("people/me/site"), terms).is_ok());
}

#[test]
fn a_file() {
    let ground = Ground::new();
    fs::write(ground.path("site"), "x").unwrap();
    refused(ground.open("site", true), "NotAFolder", Exit::Usage);
    refused(ground.open("site/below/it", true), "NotAFolder", Exit::Usage);
}

#[cfg(target_os = "linux")]
#[test]
fn a_mount_point() {
    let ground = Ground::new();
    let content = ground.path("content");
    let terms = Terms { force: true, content: &content, home: None };
    refused(Target::open(Path::new("/proc"), terms), "MountPoint", Exit::Usage);
}

#[cfg(unix)]
#[test]
fn links_are_followed_first() {
    use std::os::unix::fs::symlink;
    let ground = Ground::new();
    fs::create_dir_all(ground.path("elsewhere/site")).unwrap();
    symlink(ground.path("content"), ground.path("to-content")).unwrap();
    symlink("nowhere", ground.path("to-nowhere")).unwrap();
    symlink("to-itself", ground.path("to-itself")).unwrap();
    symlink("elsewhere/site", ground.path("to-site")).unwrap();
    refused(ground.open("to-content", true), "InContent", Exit::Usage);
    refused(ground.open("to-content/site", true), "InContent", Exit::Usage);
    refused(ground.open("to-nowhere", true), "BrokenLink", Exit::Usage);
    refused(ground.open("to-nowhere/site", true), "BrokenLink", Exit::Usage);
    refused(ground.open("to-itself", true), "BrokenLink", Exit::Usage);
    // `..` after a link is the parent of the link's target, not of the link.
    refused(ground.open("to-content/../content/site", true), "InContent", Exit::Usage);

    let target = ground.open("to-site", false).unwrap();
    assert_eq!(target.path(), fs::canonicalize(ground.path("elsewhere/site")).unwrap());
    target.stage().unwrap().finish(super::head("x")).unwrap();
    assert!(ground.path("to-site").is_symlink(), "the link stands");
    assert_eq!(names(&ground.path("elsewhere")), ["site"]);
    assert_eq!(names(&ground.path("elsewhere/site")), ["manifest.json"]);
}

#[test]
fn a_second_build() {
    let ground = Ground::new();
    ground.build(&[("index.html", "old")]);
    let first = ground.stage();
    first.write("index.html", b"new").unwrap();
    refused(ground.open("output/site", true).and_then(Target::stage), "Busy", Exit::Machine);
    // The lock of another target in the same folder must not matter.
    ground.open("output/other", false).and_then(Target::stage).unwrap();
    first.finish(super::head("x")).unwrap();
    assert_eq!(fs::read_to_string(ground.site().join("index.html")).unwrap(), "new");
    assert_eq!(ground.neighbors(), ["site"]);
}

#[test]
fn what_comes_between_the_look_and_the_stage() {
    let ground = Ground::new();
    let target = ground.open("output/site", false).unwrap();
    fs::create_dir_all(ground.site()).unwrap();
    fs::write(ground.site().join("thesis.doc"), "years of work").unwrap();
    refused(target.stage(), "NotOurs", Exit::Usage);
    assert_eq!(ground.neighbors(), ["site"]);
}

#[test]
fn asking_creates_nothing() {
    let ground = Ground::new();
    open(ground.folder.path(), "a/b/site", false).unwrap();
    assert_eq!(names(ground.folder.path()), ["content"]);
}

#[cfg(unix)]
#[test]
fn a_parent_that_is_not_writable() {
    use std::os::unix::fs::PermissionsExt;
    let ground = Ground::new();
    fs::create_dir(ground.path("locked")).unwrap();
    fs::set_permissions(ground.path("locked"), fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(ground.path("locked/try"), "x").is_ok() {
        return; // Root may write everywhere.
    }
    let target = ground.open("locked/site", false).unwrap();
    refused(target.stage(), "Io", Exit::Machine);
}
