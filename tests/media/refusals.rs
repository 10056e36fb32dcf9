//! Tests of rejected media: each gives its code at the field that names it, and nothing is published.

use super::pictures::{jpeg, jpeg_that_claims, png, png_that_claims, with_metadata};
use super::with_photo;
use crate::support::{Finding, Site, Tree, changed};

/// Builds a site and asserts that it is rejected for this reason only.
#[track_caller]
fn refused(site: &Site, expected: &str, words: &str) {
    let run = site.run(&["build", "--format", "json"]).ends(1);
    assert_eq!(run.places(), [expected], "{}", run.stdout);
    let found = &run.findings()[0];
    for text in [&found.fa, &found.en, &found.hint_fa, &found.hint_en] {
        assert!(!text.is_empty(), "{found:?}");
    }
    let said = format!("{}{}{}{}", found.fa, found.en, found.hint_fa, found.hint_en);
    assert!(said.contains(words), "{words:?} in {said}");
    assert!(!site.output().exists(), "nothing is published");
    assert_eq!(
        site.run(&["check", "--format", "json"]).ends(1).places(),
        [expected],
        "a check says the same"
    );
}

#[test]
fn photos_that_are_none() {
    let photo = jpeg(64, 64);
    let cut = &photo[..photo.len() / 2];
    let thumbnail = &with_metadata(&photo, 1)[..300];
    for (name, bytes, code, words) in [
        ("a.jpg", &b"\0\0\0\x18ftypheic"[..], "K0701", "JPEG"),
        ("a.png", &photo, "K0701", "«.jpg»"),
        ("a.jpg", &png(8, 8), "K0701", "«.png»"),
        ("a.webp", b"GIF89a", "K0701", "WebP"),
        ("a.jpg", b"<html><body>404</body></html>", "K0701", "HTML"),
        ("a.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "K0701", "SVG"),
        ("a.jpg", b"%PDF-1.4", "K0701", "PDF"),
        ("a.jpg", b"", "K0702", "خالی"),
        ("a.jpg", cut, "K0702", "نیمه‌کاره"),
        ("a.jpg", thumbnail, "K0702", "نیمه‌کاره"),
        ("a.png", &png(64, 64)[..200], "K0702", "خراب"),
        ("a.webp", b"RIFF\xFF\0\0\0WEBPVP8 ", "K0702", "نیمه‌کاره"),
        ("a.webp", b"RIFF\x0C\0\0\0WEBPVP8 \0\0\0\0", "K0702", "خراب"),
    ] {
        // `photos: [{file: a.jpg …` is on the fourth line of the report.
        refused(&with_photo(name, bytes), &format!("{code} content/updates/u.yml:4:17"), words);
    }
}

#[test]
fn pictures_larger_than_they_look() {
    for (name, bytes) in [
        ("a.png", png_that_claims(50_000, 50_000)),
        ("a.png", png_that_claims(19_000, 19_000)),
        ("a.png", png_that_claims(30_000, 2)),
        ("a.jpg", jpeg_that_claims(65_000, 65_000)),
        ("a.jpg", jpeg_that_claims(15_000, 15_000)),
    ] {
        refused(&with_photo(name, &bytes), "K0703 content/updates/u.yml:4:17", "۶۵ میلیون");
    }
}

#[test]
fn types_that_are_not_published_are_told_where_they_are_named() {
    for (name, words) in
        [("a.heic", "JPEG"), ("a.HEIF", "JPEG"), ("a.svg", "PNG"), ("a.html", "jpg"), ("a.gif", "jpg")]
    {
        refused(&with_photo(name, b"x"), "K0011 content/updates/u.yml:4:17", words);
    }
}

#[test]
fn documents_that_are_none() {
    let with_evidence = |name: &str, bytes: &[u8]| {
        let site = Site::new();
        site.write(&format!("content/media/{name}"), bytes);
        let activity = site.read("content/activities/pitch.yml");
        let evidence = format!("evidence:\n  - title: سند\n    file: {name}\n");
        site.write("content/activities/pitch.yml", format!("{activity}{evidence}"));
        site
    };
    for (name, bytes, code) in [
        ("a.pdf", &b"<!doctype html><title>404</title>"[..], "K0701"),
        ("a.docx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "K0701"),
        ("a.xlsx", b"PK\x03\x04 word/document.xml", "K0701"),
        ("a.csv", b"a\0b", "K0701"),
        ("a.mp3", b"RIFF....WAVE", "K0701"),
        ("a.mp4", b"\0\0\0\x18ftypheic", "K0701"),
        ("a.pdf", b"", "K0702"),
        ("a.jpg", b"", "K0702"),
    ] {
        refused(&with_evidence(name, bytes), &format!("{code} content/activities/pitch.yml:8:11"), "");
    }
}

#[test]
fn pictures_and_links_of_texts_have_their_places() {
    for (text, bytes, expected) in [
        ("![شرح](a.jpg)", &b"x"[..], "K0701 content/pages/p.md:4:1"),
        ("متن [پیوند](media/a.pdf)", b"x", "K0701 content/pages/p.md:4:5"),
        ("![شرح](a.pdf)", b"%PDF-1.4", "K0315 content/pages/p.md:4:1"),
        ("![شرح](a.heic)", b"x", "K0011 content/pages/p.md:4:1"),
        ("متن [پیوند](media/b.pdf)", b"%PDF-1.4", "K0405 content/pages/p.md:4:5"),
    ] {
        let site = Site::new();
        site.write("content/pages/p.md", format!("---\ntitle: x\n---\n{text}\n"));
        let name = text.rsplit(['/', '(']).next().expect("a name").trim_end_matches(')');
        site.write(&format!("content/media/{}", name.replace('b', "a")), bytes);
        let run = site.run(&["build", "--format", "json"]).ends(1);
        let errors: Vec<_> = run.findings().into_iter().filter(|found| found.severity == "error").collect();
        assert_eq!(errors.iter().map(Finding::place).collect::<Vec<_>>(), [expected], "{text}");
    }
}

#[test]
fn the_logo_is_a_picture() {
    for (name, bytes, code) in [
        ("logo.svg", &b"<svg/>"[..], "K0011"),
        ("logo.pdf", b"%PDF-1.4", "K0315"),
        ("logo.png", b"<svg/>", "K0701"),
    ] {
        let site = Site::new();
        site.write(&format!("content/media/{name}"), bytes);
        let settings = site.read("content/site.yml");
        site.write("content/site.yml", format!("{settings}logo: {name}\n"));
        refused(&site, &format!("{code} content/site.yml:3:7"), "");
    }
}

#[test]
fn the_old_site_stands() {
    let site = with_photo("a.jpg", &jpeg(64, 64));
    site.run(&["build"]).done();
    let before = Tree::of(&site.output());
    site.write("content/media/a.jpg", b"x");
    site.run(&["build"]).ends(1);
    assert_eq!(changed(&before, &Tree::of(&site.output())), [""; 0]);
}

#[test]
fn a_broken_photo_is_told_once() {
    let site = with_photo("a.jpg", b"x");
    for number in 0..3 {
        let report = super::report("pitch", "{file: a.jpg, alt: x}");
        site.write(
            &format!("content/updates/v{number}.yml"),
            report.replace("چمن", &format!("چمن {number}")),
        );
    }
    refused(&site, "K0701 content/updates/u.yml:4:17", "JPEG");
}

#[test]
fn a_name_without_its_extension_names_the_file() {
    let site = with_photo("hall.jpg", &jpeg(64, 64));
    site.edit("content/updates/u.yml", "hall.jpg", "hall");
    let run = site.run(&["build", "--format", "json"]).ends(0);
    assert_eq!(run.places(), ["K0815 content/updates/u.yml:4:17"]);
    assert!(
        super::published(&site).iter().any(|name| name.starts_with("media/hall")),
        "the photo is published"
    );
    // A picture of a text is an error that names the file.
    site.edit("content/updates/u.yml", "text: چمن رسید.", "text: '![چمن](hall)'");
    let run = site.run(&["check", "--format", "json"]).ends(1);
    assert!(run.findings().iter().any(|found| found.hint_fa.contains("hall.jpg")), "{}", run.stdout);
    // Two files with that stem: nobody knows which is meant.
    let site = with_photo("hall.jpg", &jpeg(64, 64));
    site.write("content/media/hall.pdf", b"%PDF-1.4\n");
    site.edit("content/updates/u.yml", "hall.jpg", "hall");
    let run = site.run(&["check", "--format", "json"]).ends(1);
    assert!(run.findings().iter().any(|found| found.code == "K0016"), "{}", run.stdout);
}
