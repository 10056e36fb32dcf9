//! Tests of `diff` through the built program: comparing days, folders and packages, and rejecting anything else.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

use serde_json::{Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::support::{Run, Site};

const ACTIVITY: &str = "content/activities/pitch.yml";

/// Two sites of one project. The second has a new report, a new due date, a new activity and a deleted one.
fn two_editions() -> Site {
    let site = Site::new();
    site.write(
        "content/activities/old.yml",
        "title: کار پیشین\nneighborhood: pardisan\ndomain: sport\nstart: 1404/01/01\ndue: 1404/12/01\n",
    );
    site.run(&["build", "--output", "before"]).done();
    site.remove("content/activities/old.yml");
    site.write(
        "content/activities/new.yml",
        "title: کار تازه\nneighborhood: pardisan\ndomain: sport\nstart: 1404/01/01\ndue: 1404/12/01\n",
    );
    site.write(
        ACTIVITY,
        "title: زمین چمن\nneighborhood: sheikhabad\ndomain: sport\nstart: 1404/02/01\ndue: 1404/12/29\n\
         updates: [{date: 1404/10/01, progress: 57.2}]\n\
         reschedules: [{date: 1404/09/01, due: 1405/02/15, reason: permit}]\n",
    );
    site.edit(
        "content/meetings/review.yml",
        "text: زمین آماده شود}",
        "text: زمین آماده شود, done: 1404/09/01}",
    );
    site.run(&["build", "--output", "after"]).done();
    site
}

#[track_caller]
fn object(run: &Run) -> Value {
    assert_eq!(run.stdout.lines().count(), 1, "{}", run.stdout);
    serde_json::from_str(&run.stdout).expect("an object")
}

/// Returns the change in a row.
#[track_caller]
fn fields<'v>(object: &'v Value, kind: &str, id: &str) -> &'v Value {
    let rows = object["changed"].as_array().expect("a list");
    let row = rows.iter().find(|row| row["kind"] == kind && row["id"] == id);
    &row.unwrap_or_else(|| panic!("{kind} {id} in {object}"))["fields"]
}

mod editions {
    use super::*;

    #[test]
    fn what_changed_is_told_to_programs_unrounded() {
        let site = two_editions();
        let run = site.run(&["diff", "before", "after", "--format", "json"]).ends(1);
        assert_eq!(run.stderr, "");
        let object = object(&run);
        assert_eq!((&object["equal"], &object["same_site"]), (&json!(false), &json!(true)));
        assert_eq!(object["added"], json!([{"kind": "activity", "id": "new", "title": "کار تازه"}]));
        assert_eq!(object["gone"], json!([{"kind": "activity", "id": "old", "title": "کار پیشین"}]));
        let pitch = fields(&object, "activity", "pitch");
        assert_eq!(pitch["actual"], json!([null, 57.2]));
        assert_eq!(pitch["due"], json!(["2026-03-20", "2026-05-05"]));
        assert_eq!(pitch["state"][0], "unreported");
        assert_eq!(pitch["slippage_days"], json!([0, 46]));
        assert_eq!(fields(&object, "site", "site")["states.unreported"], json!([2, 1]));
        assert_eq!(fields(&object, "decisions", "")["done"], json!([0, 1]));
        assert_eq!(fields(&object, "cell", "sheikhabad/sport")["actual"], json!([null, 57.2]));
    }

    #[test]
    fn people_are_told_the_same_in_persian_and_english() {
        let site = two_editions();
        let fa = site.run(&["diff", "before", "after"]).ends(1).stdout;
        for line in [
            "  فعالیت «کار تازه» (new)",
            "  فعالیت «کار پیشین» (old)",
            "  «زمین چمن» (pitch): مهلت از ۱۴۰۴/۱۲/۲۹ به ۱۴۰۵/۰۲/۱۵",
            "  «زمین چمن» (pitch): پیشرفت واقعی از بدون گزارش به \u{61C}۵۷٪",
            "  «شیخ‌آباد»: پیشرفت واقعی از بدون گزارش به \u{61C}۵۷٪",
            "  مصوبهٔ انجام‌شده از ۰ به ۱",
        ] {
            assert!(fa.lines().any(|found| found == line), "{line} in\n{fa}");
        }
        let en = site.run(&["diff", "before", "after", "--lang", "en"]).ends(1).stdout;
        for line in [
            "  activity “کار تازه” (new)",
            "  “زمین چمن” (pitch): due from 2026-03-20 to 2026-05-05",
            "  “زمین چمن” (pitch): actual progress from unreported to 57%",
            "  decisions done from 0 to 1",
        ] {
            assert!(en.lines().any(|found| found == line), "{line} in\n{en}");
        }
        assert_eq!(site.run(&["diff", "before", "after", "--quiet"]).ends(1).stdout, "");
    }

    #[test]
    fn that_are_equal_end_with_0() {
        let site = two_editions();
        let run = site.run(&["diff", "after", "after"]).done();
        assert!(run.stdout.contains("تفاوتی نیست."), "{}", run.stdout);
        let day = site.run(&["diff", "after", "1404/10/15", "--format", "json"]).done();
        assert_eq!(object(&day)["equal"], true);
    }

    #[test]
    fn the_data_count_and_not_the_pages() {
        let site = two_editions();
        fs::write(site.path().join("before/index.html"), "x").expect("a page");
        fs::copy(site.path().join("after/data/progress.json"), site.path().join("before/data/progress.json"))
            .expect("the data");
        site.run(&["diff", "before", "after"]).done();
    }

    #[test]
    fn a_page_tells_everything_escaped() {
        let site = two_editions();
        site.edit(ACTIVITY, "title: زمین چمن", "title: زمین <b> & چمن");
        site.run(&["diff", "before", "1404/10/15", "--report", "d.html", "--quiet"]).ends(1);
        let page = site.read("d.html");
        assert!(page.contains("dir=\"rtl\"") && page.contains("زمین &lt;b&gt; &amp; چمن"), "{page}");
        assert!(!page.contains("<b>"));
        assert!(page.contains("«شیخ‌آباد، ورزش»"), "cells are told too: {page}");
        site.run(&["diff", "before", "after", "--report", "no/where/d.html"]).ends(3);
    }

    #[test]
    fn a_change_that_rounding_hides_is_said() {
        let site = two_editions();
        site.edit(ACTIVITY, "57.2", "57.4");
        let said = site.run(&["diff", "after", "1404/10/15"]).ends(1).stdout;
        assert!(said.contains("از \u{61C}۵۷٪ به \u{61C}۵۷٪، با تفاوتی که در گرد کردن دیده نمی‌شود"), "{said}");
    }

    #[test]
    fn of_two_provinces_are_said_to_be() {
        let site = two_editions();
        site.edit("content/site.yml", "title: کارنامهٔ آزمایشی", "title: کارنامهٔ یزد");
        let run = site.run(&["diff", "after", "1404/10/15"]).ends(1);
        assert!(run.stdout.contains("عنوان دو سایت یکی نیست"), "{}", run.stdout);
        let run = site.run(&["diff", "after", "1404/10/15", "--format", "json"]).ends(1);
        assert_eq!(object(&run)["same_site"], false);
    }
}

mod days {
    use super::*;

    #[test]
    fn in_every_form_are_measured_without_writing() {
        let site = two_editions();
        let output = site.path().join("output");
        for day in ["1404/08/01", "۱۴۰۴/۰۸/۰۱", "2025-10-23", "1 آبان 1404"] {
            let run = site.run(&["diff", day, "1404/10/15", "--format", "json"]).ends(1);
            let object = object(&run);
            assert_eq!(object["before"]["as_of"], "2025-10-23", "{day}");
            assert_eq!(fields(&object, "activity", "pitch")["actual"], json!([null, 57.2]));
        }
        assert!(!output.exists());
        let run = site.run(&["diff", "1404/10/15", "1404/08/01"]).ends(1);
        assert!(run.stdout.contains("پیش از ویرایش نخست"), "{}", run.stdout);
    }

    #[test]
    fn of_content_with_errors_are_not_measured() {
        let site = Site::new();
        site.write("content/activities/broken.yml", "title: x\nstart: 1404/13/01\n");
        let run = site.run(&["diff", "1404/08/01", "1404/10/15"]).ends(1);
        assert!(run.stderr.contains("content/activities/broken.yml") && run.stdout.is_empty());
        Site::empty().run(&["diff", "1404/08/01", "1404/10/15"]).ends(2);
    }
}

mod packages {
    use super::*;

    /// Packs files as a zip.
    fn zip(path: &Path, files: &[(&str, &[u8])]) {
        let mut zip = ZipWriter::new(File::create(path).expect("a file"));
        for (name, bytes) in files {
            zip.start_file(*name, SimpleFileOptions::default()).expect("an entry");
            zip.write_all(bytes).expect("its bytes");
        }
        zip.finish().expect("a zip");
    }

    fn data(site: &Site, edition: &str) -> Vec<u8> {
        fs::read(site.path().join(edition).join("data/progress.json")).expect("the data")
    }

    #[test]
    fn hold_an_edition_as_a_snapshot_does() {
        let site = two_editions();
        let bytes = data(&site, "after");
        let name = "karnameh-1404-10-15/data/site/data/progress.json";
        // A bag's payload may contain another edition's data deeper inside. Only the bag's own data counts.
        let files: &[(&str, &[u8])] = &[
            ("karnameh-1404-10-15/bagit.txt", b"x"),
            (name, &bytes),
            ("karnameh-1404-10-15/data/progress.json", b"x"),
        ];
        zip(&site.path().join("edition.zip"), files);
        zip(&site.path().join("site.zip"), &[("data/progress.json", &bytes)]);
        site.write("unpacked/data/site/data/progress.json", &bytes);
        for package in ["edition.zip", "site.zip", "unpacked"] {
            site.run(&["diff", "after", package]).done();
            site.run(&["diff", package, "before"]).ends(1);
        }
    }

    #[test]
    fn that_are_none_are_refused() {
        let site = two_editions();
        let bytes = data(&site, "after");
        let mut bomb = bytes.clone();
        bomb.resize(100 << 20, b' ');
        zip(&site.path().join("bomb.zip"), &[("data/progress.json", &bomb)]);
        zip(
            &site.path().join("two.zip"),
            &[("a/data/progress.json", &bytes), ("b/data/progress.json", &bytes)],
        );
        zip(&site.path().join("none.zip"), &[("letter.txt", b"x")]);
        let whole = fs::read(site.path().join("two.zip")).expect("a zip");
        site.write("torn.zip", &whole[..whole.len() - 30]);
        let mut spoilt = whole.clone();
        spoilt[60..90].fill(0xFF);
        site.write("spoilt.zip", &spoilt);
        site.write("folder/x.txt", "x");
        for name in [
            "bomb.zip",
            "two.zip",
            "none.zip",
            "torn.zip",
            "spoilt.zip",
            "folder",
            "content/site.yml",
            "nothing",
        ] {
            let run = site.run(&["diff", "after", name, "--lang", "en"]).ends(2);
            assert!(run.stderr.contains(name) && run.stderr.contains("hint: "), "{}", run.stderr);
            assert_eq!(run.stdout, "");
        }
    }

    #[test]
    fn what_is_a_date_and_a_path_is_asked_about() {
        let site = two_editions();
        fs::rename(site.path().join("before"), site.path().join("1404-08-01")).expect("a folder");
        let run = site.run(&["diff", "1404-08-01", "after"]).ends(2);
        assert!(run.stderr.contains("./1404-08-01"), "{}", run.stderr);
        site.run(&["diff", "./1404-08-01", "after"]).ends(1);
        site.run(&["diff", "1404/08/01", "after"]).ends(1);
    }
}

/// Data that somebody wrote by hand or with malicious intent.
mod hostile {
    use super::*;

    fn refused(site: &Site, text: &str) -> String {
        site.write("hostile/data/progress.json", text);
        let run = site.run(&["diff", "after", "hostile", "--lang", "en"]).ends(2);
        assert_eq!(run.stdout, "");
        run.stderr
    }

    #[test]
    fn data_are_refused_with_the_place() {
        let site = two_editions();
        let sound = site.read("after/data/progress.json");
        let swap = |from: &str, to: &str| {
            assert!(sound.contains(from), "{from} in {sound}");
            sound.replacen(from, to, 1)
        };
        for (text, place) in [
            (String::new(), "JSON"),
            ("[".repeat(100_000), "JSON"),
            (format!("{{\"version\":1,\"x\":{}", "[".repeat(100_000)), "JSON"),
            ("[]".to_owned(), "progress.json is not an object"),
            (swap("\"version\":1", "\"version\":2"), "version 2"),
            (swap("\"version\":1", "\"version\":\"1\""), "version"),
            (swap("\"as_of\":\"2026-01-05\"", "\"as_of\":\"yesterday\""), "as_of"),
            (swap("\"actual\":57.2", "\"actual\":1e999"), "JSON"),
            (swap("\"actual\":57.2", "\"actual\":1e300"), ".actual"),
            (swap("\"actual\":57.2", "\"actual\":\"57\""), ".actual"),
            (swap("\"actual\":57.2,", ""), ".actual"),
            (swap("\"activities\":2", "\"activities\":-2"), ".activities"),
            (swap("\"activities\":2", "\"activities\":99999999999999999999"), ".activities"),
            (swap("\"state\":\"", "\"state\":\"x"), ".state"),
            (swap("\"due\":\"2026-05-05\"", "\"due\":\"2026-02-30\""), ".due"),
            (swap("\"id\":\"new\"", "\"id\":\"pitch\""), "activity pitch"),
            (swap("\"title\":\"کار تازه\"", "\"title\":\"\\u001b[31m\""), ".title"),
            (swap("\"title\":\"کار تازه\"", "\"title\":\"\\u202e\""), ".title"),
            (swap("\"title\":\"کار تازه\"", &format!("\"title\":\"{}\"", "x".repeat(5000))), ".title"),
            (swap("\"kind\":\"site\"", "\"kind\":\"galaxy\""), "groups[0].kind"),
            (swap("\"groups\":[", "\"groups\":[7,"), "groups[0]"),
        ] {
            let said = refused(&site, &text);
            assert!(said.contains(place), "{place}: {said}");
        }
    }

    #[test]
    fn keys_that_are_not_known_are_ignored() {
        let site = two_editions();
        let later = site.read("after/data/progress.json").replacen(
            "\"version\":1",
            "\"version\":1,\"new\":{\"a\":[]}",
            1,
        );
        site.write("later/data/progress.json", later);
        site.run(&["diff", "after", "later"]).done();
    }
}
