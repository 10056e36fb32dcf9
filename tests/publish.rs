//! Tests of `publish` through the built program: what is copied, kept or rejected, and recovery after a kill.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::support::{Site, Tree, changed, has_ending};

/// A built site, and a folder beside it to publish to.
fn built() -> (Site, PathBuf) {
    let site = Site::new();
    site.build();
    let target = site.path().join("stick");
    (site, target)
}

/// Asserts that the target contains exactly the site, byte for byte.
#[track_caller]
fn is_whole(site: &Site, target: &Path) {
    assert_eq!(changed(&Tree::of(&site.output()), &Tree::of(target)), [""; 0]);
}

#[track_caller]
fn object(site: &Site, args: &[&str]) -> Value {
    let run = site.run(&[&["publish", "stick", "--format", "json"], args].concat()).done();
    serde_json::from_str(&run.stdout).expect("an object")
}

mod copies {
    use super::*;

    #[test]
    fn the_whole_site_and_then_what_changed() {
        let (site, target) = built();
        let run = site.run(&["publish", "stick"]).done();
        assert!(run.stdout.contains("منتشر شد") && run.stderr.is_empty(), "{}", run.stdout);
        is_whole(&site, &target);
        assert_eq!(object(&site, &[])["new"], json!([]));
        site.edit("content/activities/pitch.yml", "زمین چمن", "زمین چمن نو");
        site.build();
        let told = object(&site, &[]);
        let changed = told["changed"].as_array().expect("a list");
        assert!(changed.contains(&json!("activities/pitch.html")), "{told}");
        assert!(!changed.iter().any(|path| path.as_str().expect("a path").starts_with("assets/")), "{told}");
        // The home page is replaced last, for visitors during the copy.
        assert_eq!(changed[changed.len() - 2..], [json!("index.html"), json!("manifest.json")]);
        let is_page = |path: &Value| has_ending(path.as_str().expect("a path"), "html");
        assert!(changed[..changed.len() - 1].is_sorted_by_key(is_page), "{told}");
        // The names of search files contain hashes, so the old files are obsolete. They stay until their deletion is requested.
        site.run(&["publish", "stick", "--delete"]).done();
        is_whole(&site, &target);
    }

    #[test]
    fn what_somebody_edited_in_the_target_is_made_good() {
        let (site, target) = built();
        site.run(&["publish", "stick"]).done();
        site.write("stick/about.html", "x");
        fs::remove_file(target.join("method.html")).expect("a page");
        let told = object(&site, &[]);
        assert_eq!((&told["new"], &told["changed"]), (&json!(["method.html"]), &json!(["about.html"])));
        is_whole(&site, &target);
    }

    #[test]
    fn a_dry_run_lists_and_writes_nothing() {
        let (site, target) = built();
        let run = site.run(&["publish", "stick", "--dry-run"]).done();
        assert!(run.stdout.lines().any(|line| line == "+ index.html"), "{}", run.stdout);
        assert!(!target.exists());
        site.run(&["publish", "stick"]).done();
        site.write("stick/about.html", "x");
        let before = Tree::of(&target);
        let run = site.run(&["publish", "stick", "--dry-run", "--lang", "en"]).done();
        assert!(run.stdout.starts_with("~ about.html\n"), "{}", run.stdout);
        assert!(Tree::of(&target) == before);
    }

    #[test]
    fn nothing_to_a_target_that_has_it_all() {
        let (site, target) = built();
        let files = Tree::of(&site.output()).files().count();
        let first = site.run(&["publish", "stick", "--lang", "en"]).done();
        assert!(first.stdout.contains(&format!("{files} files new")), "{}", first.stdout);
        let folder = fs::metadata(&target).expect("it is there").permissions();
        let mut locked = folder.clone();
        locked.set_readonly(true);
        fs::set_permissions(&target, locked).expect("it is ours");
        let again = site.run(&["publish", "stick", "--lang", "en"]);
        fs::set_permissions(&target, folder).expect("it is ours");
        assert!(again.done().stdout.contains(&format!("{files} files unchanged")));
    }

    #[test]
    fn a_site_that_lies_elsewhere() {
        let site = Site::new();
        site.run(&["build", "--output", "there"]).done();
        site.run(&["publish", "stick"]).ends(2);
        site.run(&["publish", "a/b/stick", "--output", "there"]).done();
        let stick = site.path().join("a/b/stick");
        assert_eq!(changed(&Tree::of(&site.path().join("there")), &Tree::of(&stick)), [""; 0]);
    }
}

mod what_is_gone {
    use super::*;

    /// A target with a page that the site no longer contains.
    fn outdated() -> (Site, PathBuf) {
        let (site, target) = built();
        site.write("content/agencies/old-office.yml", "title: ادارهٔ پیشین\n");
        site.build();
        site.run(&["publish", "stick"]).done();
        site.remove("content/agencies/old-office.yml");
        site.build();
        (site, target)
    }

    const PAGE: &str = "agencies/old-office.html";

    /// Returns the pages among paths. Search files change their names with every word.
    fn pages(paths: &Value) -> Vec<&str> {
        let paths = paths.as_array().expect("a list").iter().filter_map(Value::as_str);
        paths.filter(|path| has_ending(path, "html")).collect()
    }

    #[test]
    fn stays_and_is_deleted_when_asked_for_even_later() {
        let (site, target) = outdated();
        let told = object(&site, &[]);
        assert_eq!((pages(&told["left"]), &told["deleted"]), (vec![PAGE], &json!([])));
        assert!(target.join(PAGE).exists());
        // The manifest no longer lists it, but it is still known to be ours.
        assert_eq!(object(&site, &[])["left"], told["left"]);
        let dry = site.run(&["publish", "stick", "--delete", "--dry-run"]).done();
        assert!(dry.stdout.contains(&format!("- {PAGE}")) && target.join(PAGE).exists());
        assert_eq!(object(&site, &["--delete"])["deleted"], told["left"]);
        is_whole(&site, &target);
    }

    #[test]
    fn is_never_what_others_put_there() {
        let (site, target) = outdated();
        site.write("stick/letter.txt", "x");
        site.write("stick/agencies/photo.jpg", "x");
        site.run(&["publish", "stick", "--delete"]).done();
        assert!(!target.join(PAGE).exists());
        assert!(target.join("letter.txt").exists() && target.join("agencies/photo.jpg").exists());
    }
}

mod refuses {
    use super::*;

    #[track_caller]
    fn refused(site: &Site, target: &str, word: &str) {
        let before = Tree::of(site.path());
        let run = site.run(&["publish", target, "--lang", "en"]).ends(2);
        assert!(run.stderr.contains(word) && run.stderr.contains("hint: "), "{}", run.stderr);
        assert!(Tree::of(site.path()) == before, "something was written");
    }

    #[test]
    fn places_that_are_none() {
        let (site, _) = built();
        site.write("file", "x");
        refused(&site, "content", "content");
        refused(&site, "content/media", "content");
        refused(&site, ".", "the site itself");
        refused(&site, "output", "the site itself");
        refused(&site, "output/site", "the site itself");
        refused(&site, "output/site/copy", "the site itself");
        refused(&site, "file", "not a folder");
        refused(&site, "file/below", "not a folder");
    }

    #[test]
    fn a_site_that_is_not_whole() {
        let (site, _) = built();
        site.write("output/site/about.html", "x");
        fs::remove_file(site.output().join("method.html")).expect("a page");
        refused(&site, "stick", "\n  about.html\n  method.html");
        site.write("output/site/manifest.json", "{}");
        refused(&site, "stick", "no finished site");
    }

    #[test]
    fn to_write_over_files_of_others() {
        let (site, target) = built();
        site.write("stick/index.html", "mine");
        site.write("stick/manifest.json", "{\"name\":\"an app\"}");
        site.write("stick/data", "a file where a folder would be");
        site.write("stick/about.html/x", "a folder where a page would be");
        refused(&site, "stick", "\n  data\n  about.html\n  index.html\n  manifest.json");
        for path in ["index.html", "manifest.json", "data"] {
            fs::remove_file(target.join(path)).expect("a file");
        }
        fs::remove_dir_all(target.join("about.html")).expect("a folder");
        // Files that do not collide with the site stay.
        site.write("stick/letter.txt", "mine");
        site.run(&["publish", "stick"]).done();
        assert_eq!(site.read("stick/letter.txt"), "mine");
    }

    #[cfg(unix)]
    #[test]
    fn to_write_through_a_link() {
        let (site, target) = built();
        fs::create_dir_all(site.path().join("elsewhere")).expect("a folder");
        fs::create_dir_all(&target).expect("a folder");
        std::os::unix::fs::symlink("../elsewhere", target.join("data")).expect("a link");
        std::os::unix::fs::symlink("../elsewhere/x", target.join("about.html")).expect("a link");
        refused(&site, "stick", "\n  data\n  about.html");
        assert_eq!(fs::read_dir(site.path().join("elsewhere")).expect("a folder").count(), 0);
    }
}

#[cfg(unix)]
mod killed {
    use std::process::{Command, Stdio};
    use std::thread;
    use std::time::{Duration, Instant};

    use super::*;

    const RECORD: &str = "content/activities/pitch.yml";

    /// Kills publications of two editions alternately after increasing times, until one is no longer killed.
    #[test]
    fn at_any_moment_every_file_is_of_one_edition_and_the_next_run_goes_on() {
        let site = Site::demo();
        site.write(RECORD, "title: زمین الف\nneighborhood: sheikhabad\ndomain: sport\n");
        let first = site.build();
        let target = site.path().join("stick");
        let begin = Instant::now();
        site.run(&["publish", "stick", "--quiet"]).done();
        let whole = begin.elapsed();
        site.edit(RECORD, "الف", "ب");
        site.edit("content/site.yml", "title: کارنامهٔ", "title: کارنامهٔ تازهٔ");
        let second = site.build();
        let mut killed = 0;
        for share in 1..=16 {
            let mut child = Command::new(env!("CARGO_BIN_EXE_karnameh"))
                .current_dir(site.path())
                .args(["publish", "stick", "--delete"])
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .expect("the program is built");
            thread::sleep(whole.mul_f64(f64::from(share) / 16.0).min(Duration::from_secs(5)));
            child.kill().expect("it is ours");
            killed += u32::from(child.wait().expect("it ended").code().is_none());
            let stands = Tree::of(&target);
            for (path, bytes) in stands.files().filter(|(path, _)| !path.starts_with(".karnameh-")) {
                let is_of =
                    |edition: &Tree| edition.files().any(|(name, other)| name == path && other == bytes);
                assert!(is_of(&first) || is_of(&second), "{share}/16: {path} is torn");
            }
            let has = |edition: &Tree, name: &str| {
                let of = |tree: &Tree| {
                    tree.files().find(|(path, _)| *path == name).map(|(_, bytes)| bytes.to_vec())
                };
                of(&stands) == of(edition)
            };
            // The manifest is written last, and the home page before it.
            if has(&second, "manifest.json") {
                assert!(second.files().all(|(path, _)| has(&second, path)), "{share}/16");
            }
        }
        assert!(killed > 0, "none of 16 was still at work");
        site.run(&["publish", "stick", "--delete"]).done();
        assert_eq!(changed(&second, &Tree::of(&target)), [""; 0]);
    }

    /// A killed first publication is known to be ours, whichever edition continues it.
    #[test]
    fn a_first_run_is_gone_on_with_by_another_edition() {
        let site = Site::demo();
        site.build();
        let target = site.path().join("stick");
        // On a busy machine the process may end before its start is noticed.
        let was_killed = (0..10).any(|_| {
            let _ = fs::remove_dir_all(&target);
            kill_at_first_page(&site, &target)
        });
        assert!(was_killed, "none was still at work");
        assert!(!target.join("manifest.json").exists());
        site.edit("content/site.yml", "title: کارنامهٔ", "title: کارنامهٔ تازهٔ");
        let next = site.build();
        site.run(&["publish", "stick"]).done();
        let stands = Tree::of(&target);
        assert!(next.files().all(|(path, bytes)| stands.files().any(|found| found == (path, bytes))));
        site.run(&["publish", "stick", "--delete"]).done();
        assert_eq!(changed(&next, &Tree::of(&target)), [""; 0]);
    }

    /// Kills a publication when its first page exists. Returns whether it was still running.
    fn kill_at_first_page(site: &Site, target: &Path) -> bool {
        let mut child = Command::new(env!("CARGO_BIN_EXE_karnameh"))
            .current_dir(site.path())
            .args(["publish", "stick", "--quiet"])
            .stdout(Stdio::null())
            .spawn()
            .expect("the program is built");
        let begin = Instant::now();
        while !target.join("404.html").exists()
            && child.try_wait().expect("it is ours").is_none()
            && begin.elapsed() < Duration::from_secs(600)
        {
            thread::sleep(Duration::from_micros(50));
        }
        child.kill().expect("it is ours");
        child.wait().expect("it ended").code().is_none()
    }
}
