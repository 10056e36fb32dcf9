//! Tests for both ways to swap, and for recovery from a build that was killed during a swap.

use std::fs;

use super::super::swap::SwapMethod;
use super::super::{OutputError, Target};
use super::{Ground, head, names, torn};

#[test]
fn two_renames_do_what_an_exchange_does() {
    let ground = Ground::new();
    ground.build(&[("index.html", "old"), ("same.html", "same")]);
    let stage = ground.stage().with_method(SwapMethod::TwoRenames);
    stage.write("index.html", b"new").unwrap();
    stage.write("same.html", b"same").unwrap();
    assert_eq!(stage.finish(head("x")).unwrap().unchanged, 1);
    assert_eq!(torn(&ground.site()), [""; 0]);
    assert_eq!(fs::read_to_string(ground.site().join("index.html")).unwrap(), "new");
    assert_eq!(ground.neighbors(), ["site"]);
}

#[test]
fn killed_while_writing() {
    let ground = Ground::new();
    ground.build(&[("index.html", "old")]);
    let before = ground.files();
    fs::create_dir(ground.path("output/.site.karnameh-new")).unwrap();
    fs::write(ground.path("output/.site.karnameh-new/index.html"), "torn").unwrap();
    fs::write(ground.path("output/.site.karnameh-lock"), "").unwrap();
    drop(ground.stage());
    assert_eq!(ground.files(), before);
    assert_eq!(ground.neighbors(), ["site"]);
}

#[test]
fn killed_between_two_renames() {
    let ground = Ground::new();
    ground.build(&[("index.html", "old")]);
    let before = ground.files();
    fs::rename(ground.site(), ground.path("output/.site.karnameh-old")).unwrap();
    fs::create_dir(ground.path("output/.site.karnameh-new")).unwrap();
    fs::write(ground.path("output/.site.karnameh-new/index.html"), "new").unwrap();

    // `open` alone restores the old site, so that it exists even if the content has errors and nothing is built.
    let target = ground.open("output/site", false).unwrap();
    assert_eq!(ground.files(), before);
    assert!(target.old_manifest().is_some());
    drop(target.stage().unwrap());
    assert_eq!(ground.files(), before);
    assert_eq!(ground.neighbors(), ["site"]);
}

#[test]
fn killed_after_two_renames() {
    let ground = Ground::new();
    ground.build(&[("index.html", "new")]);
    let before = ground.files();
    fs::create_dir(ground.path("output/.site.karnameh-old")).unwrap();
    fs::write(ground.path("output/.site.karnameh-old/index.html"), "old").unwrap();
    drop(ground.stage());
    assert_eq!(ground.files(), before);
    assert_eq!(ground.neighbors(), ["site"]);
}

#[test]
fn nothing_is_mended_under_a_living_build() {
    let ground = Ground::new();
    ground.build(&[("index.html", "old")]);
    let first = ground.stage();
    fs::rename(ground.site(), ground.path("output/.site.karnameh-old")).unwrap();
    assert!(matches!(ground.open("output/site", false), Err(OutputError::Busy { .. })));
    assert!(ground.path("output/.site.karnameh-old").exists());
    drop(first);
    assert!(ground.open("output/site", false).is_ok());
    assert_eq!(ground.neighbors(), ["site"]);
}

#[cfg(unix)]
#[test]
fn a_stage_that_is_a_link_is_removed_not_followed() {
    let ground = Ground::new();
    fs::create_dir_all(ground.path("output")).unwrap();
    fs::write(ground.path("content/site.yml"), "precious").unwrap();
    std::os::unix::fs::symlink("../content", ground.path("output/.site.karnameh-new")).unwrap();
    ground.build(&[("index.html", "x")]);
    assert_eq!(names(&ground.path("content")), ["site.yml"]);
    assert_eq!(ground.neighbors(), ["site"]);
}

#[cfg(unix)]
#[test]
fn a_lock_that_is_a_link_is_refused() {
    let ground = Ground::new();
    fs::create_dir_all(ground.path("output")).unwrap();
    std::os::unix::fs::symlink("../content/made", ground.path("output/.site.karnameh-lock")).unwrap();
    let answer = ground.open("output/site", false).and_then(Target::stage);
    assert!(matches!(answer, Err(OutputError::Io { .. })));
    assert_eq!(names(&ground.path("content")), [""; 0]);
}
