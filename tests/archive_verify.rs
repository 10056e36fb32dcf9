//! Tests of verification: every kind of damage is reported, every kind of malicious package is rejected, and nothing is written
//! for any package.

use std::fs;
use std::io::Write as _;

use serde::Deserialize;

use crate::support::package::{Bag, Entry, sha256, unzipped, zip};
use crate::support::{Run, Site, Tree, changed};

const SHA256: &str = "manifest-sha256.txt";

/// A line of `verify --format json`, with the documented keys and no others.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    what: String,
    path: Option<String>,
    fa: String,
    en: String,
}

/// Returns the findings of a run as «what path», without notes.
fn found(run: &Run) -> Vec<String> {
    let lines = run.stdout.lines().map(|line| serde_json::from_str::<Line>(line).expect("one object a line"));
    lines
        .inspect(|line| assert!(!line.fa.is_empty() && !line.en.is_empty()))
        .filter(|line| line.what != "note")
        .map(|line| format!("{} {}", line.what, line.path.unwrap_or_default()).trim_end().to_owned())
        .collect()
}

fn verify(site: &Site, path: &str) -> Run {
    site.run(&["verify", path, "--format", "json"])
}

/// A snapshot, and its bag as a folder.
fn unpacked() -> (Site, String) {
    let site = Site::new();
    site.run(&["snapshot", "-q", "--wacz", "-o", "bag.zip"]).done();
    for (path, bytes) in unzipped(&site.path().join("bag.zip")) {
        site.write(&path, bytes);
    }
    (site, "bag".to_owned())
}

#[test]
fn a_bag_is_sound_in_its_zip_and_unpacked() {
    let (site, bag) = unpacked();
    for path in ["bag.zip", "bag.wacz", &bag] {
        let run = verify(&site, path).done();
        assert_eq!(found(&run), [""; 0]);
        assert!(site.run(&["verify", path]).done().stdout.contains("درست است"));
        assert!(site.run(&["verify", path, "--lang", "en"]).done().stdout.contains("It is valid"));
        assert_eq!(site.run(&["verify", path, "-q"]).done().stdout, "");
    }
}

/// Modifications of a bag, by name, and the expected findings.
type Spoiled<'s> = (&'s str, &'s dyn Fn(&Site), &'s [&'s str]);

#[test]
fn what_happened_to_a_bag_is_told_line_by_line() {
    let page = "bag/data/site/index.html";
    let spoil: [Spoiled; 7] = [
        (
            "changed",
            &|site| _ = site.write(page, "x"),
            &["refused bag-info.txt", "changed data/site/index.html"],
        ),
        ("same size", &|site| site.edit(page, "<", ">"), &["changed data/site/index.html"]),
        ("missing", &|site| site.remove(page), &["refused bag-info.txt", "missing data/site/index.html"]),
        (
            "added",
            &|site| _ = site.write("bag/data/site/x.html", "x"),
            &["refused bag-info.txt", "added data/site/x.html"],
        ),
        ("tag added", &|site| _ = site.write("bag/x.txt", "x"), &["added x.txt"]),
        ("read-me", &|site| _ = site.write("bag/READ-ME.txt", "x"), &["changed READ-ME.txt"]),
        ("manifest", &|site| site.remove("bag/manifest-sha512.txt"), &["missing manifest-sha512.txt"]),
    ];
    for (name, spoil, expected) in spoil {
        let (site, bag) = unpacked();
        spoil(&site);
        assert_eq!(found(&verify(&site, &bag).ends(1)), expected, "{name}");
        let people = site.run(&["verify", &bag]).ends(1).stderr;
        assert!(people.contains("تأیید نشد"), "{people}");
    }
}

#[test]
fn what_happened_to_a_wacz_is_told() {
    let (site, _) = unpacked();
    let files = unzipped(&site.path().join("bag.wacz"));
    let pages = "pages/pages.jsonl";
    let check = |name: &str, files: &std::collections::BTreeMap<String, Vec<u8>>, expected: &[&str]| {
        let entries: Vec<Entry> = files.iter().map(|(path, bytes)| Entry::new(path, bytes)).collect();
        site.write("spoiled.wacz", zip(&entries));
        assert_eq!(
            found(&verify(&site, "spoiled.wacz").ends(i32::from(!expected.is_empty()))),
            expected,
            "{name}"
        );
    };
    check("nothing", &files, &[]);
    let mut changed = files.clone();
    changed.get_mut(pages).expect("pages")[5] ^= 1;
    check("changed", &changed, &["changed pages/pages.jsonl"]);
    let mut missing = files.clone();
    missing.remove("archive/data.warc.gz");
    check("missing", &missing, &["missing archive/", "missing archive/data.warc.gz"]);
    let mut added = files.clone();
    added.insert("archive/more.warc".to_owned(), b"x".to_vec());
    check("added", &added, &["added archive/more.warc"]);
    let mut package = files.clone();
    package.get_mut("datapackage.json").expect("it is there").push(b'\n');
    check("package", &package, &["changed datapackage.json"]);
    let mut digest = files;
    digest.remove("datapackage-digest.json");
    check("digest", &digest, &["missing datapackage-digest.json"]);
}

#[test]
fn what_happened_to_a_published_folder_is_told() {
    let site = Site::new();
    site.run(&["build", "-q"]).done();
    assert_eq!(found(&verify(&site, "output/site").done()), [""; 0]);
    site.write("output/site/index.html", "x");
    site.write("output/site/stray.txt", "x");
    site.remove("output/site/about.html");
    let expected = ["missing about.html", "changed index.html", "added stray.txt"];
    assert_eq!(found(&verify(&site, "output/site").ends(1)), expected);
    site.write("output/site/manifest.json", "{}");
    assert_eq!(found(&verify(&site, "output/site").ends(1)), ["refused manifest.json"]);
    site.run(&["verify", "content"]).ends(1);
}

/// A truncated or altered zip never passes, and the program always exits normally with a message.
#[test]
fn a_zip_that_was_cut_or_flipped_never_passes() {
    let site = Site::empty();
    let sound = zip(&Bag::sound().entries());
    site.write("a.zip", &sound);
    verify(&site, "a.zip").done();
    for cut in (0..sound.len()).step_by(97) {
        site.write("a.zip", &sound[..cut]);
        verify(&site, "a.zip").ends(1);
    }
    for at in (0..sound.len()).step_by(37) {
        let mut flipped = sound.clone();
        flipped[at] ^= 0x11;
        site.write("a.zip", &flipped);
        let run = verify(&site, "a.zip");
        assert!([0, 1].contains(&run.status), "byte {at}: {} {}", run.status, run.stderr);
        // The bytes that may change without harm belong to no name, digest or file contents.
        if run.status == 0 {
            assert_eq!(found(&run), [""; 0]);
        }
    }
}

/// Returns a manifest line for a file outside the bag, with its true digest.
fn line(path: &str) -> String {
    format!("{}  {path}", sha256(b"canary\n"))
}

/// Invalid bags. Each is tested as a folder and as a zip.
fn wrong_bags() -> Vec<(&'static str, Bag)> {
    let sound = Bag::sound;
    let declared = |text: &str| sound().with("bagit.txt", text);
    let listing = |path: &str| sound().line(SHA256, &line(path));
    let mut bags = vec![
        ("no bagit.txt", sound().without("bagit.txt")),
        ("an empty bagit.txt", declared("")),
        ("no version", declared("Tag-File-Character-Encoding: UTF-8\n")),
        ("no encoding", declared("BagIt-Version: 1.0\n")),
        ("a wrong version", declared("BagIt-Version: .97\nTag-File-Character-Encoding: UTF-8\n")),
        ("a coming version", declared("BagIt-Version: 9.0\nTag-File-Character-Encoding: UTF-8\n")),
        ("odd space in bagit.txt", declared("BagIt-Version : 1.0\nTag-File-Character-Encoding : UTF-8\n")),
        ("a line too many", declared("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nX: y\n")),
        ("a BOM", declared("\u{FEFF}BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")),
        ("an unknown encoding", declared("BagIt-Version: 1.0\nTag-File-Character-Encoding: KOI8-R\n")),
        ("no manifest", sound().without(SHA256)),
        ("an unknown algorithm", sound().with("manifest-crc32.txt", "")),
        ("a manifest that is no UTF-8", sound().with(SHA256, b"\xff\xfe")),
        ("a file that is not listed", sound().with("data/more.txt", "x")),
        ("a file that is missing", sound().without("data/a.txt")),
        ("a file of the same size", sound().with("data/a.txt", "ALPHA\n")),
        ("manifests that list other files", sound().with("manifest-md5.txt", "")),
        ("a wrong sum", sound().with("bag-info.txt", "Payload-Oxum: 13.2\n")),
        ("a wrong count", sound().with("bag-info.txt", "Payload-Oxum: 12.3\n")),
        ("bag-info.txt without a label", sound().with("bag-info.txt", "text\n")),
        ("bag-info.txt that begins in the middle", sound().with("bag-info.txt", " text\n")),
        ("bag-info.txt with odd space", sound().with("bag-info.txt", "Payload-Oxum : 12.2\n")),
        ("fetch.txt that climbs", sound().with("fetch.txt", "http://a.ir/x - ../canary\n")),
        ("fetch.txt that is absolute", sound().with("fetch.txt", "http://a.ir/x - /tmp/canary\n")),
        ("fetch.txt that goes home", sound().with("fetch.txt", "http://a.ir/x - ~/canary\n")),
        ("fetch.txt beyond the manifest", sound().with("fetch.txt", "http://a.ir/x 7 data/x.txt\n")),
        ("fetch.txt that is no list", sound().with("fetch.txt", "text\n")),
        ("listed twice", sound().line(SHA256, &format!("{}  data/a.txt", sha256(b"alpha\n")))),
        ("listed twice, otherwise", listing("data/a.txt")),
        ("listed in another case", sound().line(SHA256, &format!("{}  data/A.txt", sha256(b"alpha\n")))),
        ("space before a line", sound().line(SHA256, &format!(" {}", line("data/a.txt")))),
        ("space behind a line", sound().line(SHA256, &format!("{} ", line("data/a.txt")))),
        ("an empty line", sound().line(SHA256, "")),
        ("a digest too short", sound().line(SHA256, "abcd  data/a.txt")),
        ("a digest that is none", sound().line(SHA256, &format!("{}  data/a.txt", "z".repeat(64)))),
        ("a digest alone", sound().line(SHA256, &"a".repeat(64))),
        ("a percent that stands for nothing", listing("data/100%.txt")),
        ("a line break in a name", listing("data/a%0A.txt")),
        (
            "a tag file that is wrong",
            sound().with("tagmanifest-sha256.txt", format!("{}\n", line("bagit.txt"))),
        ),
        (
            "a tag manifest that climbs",
            sound().with("tagmanifest-sha256.txt", format!("{}\n", line("../canary"))),
        ),
    ];
    bags.extend(
        [
            "../canary",
            "data/../../canary",
            "/tmp/canary",
            "~/canary",
            "~root/canary",
            "C:\\canary",
            "C:/canary",
            "\\\\?\\UNC\\server\\canary",
            "%HomeDrive%\\canary",
            "data\\..\\..\\canary",
            "data//canary",
            "canary",
        ]
        .map(|path| ("a path that leads out", listing(path))),
    );
    bags
}

/// Zips that no correct program writes.
fn hostile_zips() -> Vec<(&'static str, Vec<u8>)> {
    let sound = || Bag::sound().entries();
    let and = |entry: Entry| [sound(), vec![entry]].concat();
    let named = |name: &str| zip(&and(Entry::new(name, "canary\n")));
    // A bag that is valid except for one changed entry.
    let with = |change: &dyn Fn(&mut Entry)| {
        let bag = Bag::sound()
            .with("data/x.txt", "canary\n")
            .with("bag-info.txt", "Payload-Oxum: 19.3\n")
            .line(SHA256, &line("data/x.txt"));
        let mut entries = bag.entries();
        let entry = entries.iter_mut().find(|entry| entry.name.ends_with(b"x.txt"));
        change(entry.expect("it is there"));
        zip(&entries)
    };
    let zeros = deflated(&vec![0; 40 << 20]);
    let mut crc = flate2::Crc::new();
    crc.update(&vec![0; 40 << 20]);
    let crc = crc.sum();
    let whole = zip(&sound());
    vec![
        ("climbs", named("../canary")),
        ("climbs from within", named("bag/data/../../../canary")),
        ("is absolute", named("/tmp/canary")),
        ("has a drive", named("C:/canary")),
        ("has backslashes", named("bag\\data\\x.txt")),
        ("climbs with backslashes", named("bag/data/..\\..\\canary")),
        ("goes home", named("~/canary")),
        ("has an empty part", named("bag//x.txt")),
        ("has a dot", named("bag/./x.txt")),
        ("has a NUL", named("bag/data/x\0.txt")),
        ("has a line break", named("bag/data/x\n.txt")),
        ("has no name", named("")),
        ("is nested too deep", named(&("bag/".to_owned() + &"d/".repeat(100) + "x"))),
        ("lies beside the bag", named("other/x.txt")),
        ("lies above the bag", named("x.txt")),
        ("is doubled", named("bag/data/a.txt")),
        ("is doubled in another case", named("bag/data/A.txt")),
        ("is a file and a folder", named("bag/data/a.txt/x")),
        ("is a link", with(&|entry| entry.mode = 0o120_777)),
        ("is a device", with(&|entry| entry.mode = 0o020_666)),
        ("is encrypted", with(&|entry| entry.flags |= 1)),
        ("has an unknown compression", with(&|entry| entry.method = 98)),
        ("has another name inside", with(&|entry| entry.local_name = Some(b"bag/data/y.txt".to_vec()))),
        ("is not in the directory", with(&|entry| entry.unlisted = true)),
        ("overlaps the first", {
            let mut entries = sound();
            let mut twin = entries[0].clone();
            twin.name = b"bag/data/y.txt".to_vec();
            twin.shares_first = true;
            entries.push(twin);
            zip(&entries)
        }),
        ("has a wrong check", with(&|entry| entry.crc = Some(1))),
        ("is longer than it says", with(&|entry| entry.size = Some(3))),
        (
            "is a bomb",
            with(&|entry| {
                entry.data.clone_from(&zeros);
                entry.method = 8;
                entry.size = Some(40 << 20);
                entry.crc = Some(crc);
            }),
        ),
        (
            "is a bomb that lies",
            with(&|entry| {
                entry.data.clone_from(&zeros);
                entry.method = 8;
                entry.size = Some(7);
            }),
        ),
        ("has something before it", [b"#!/bin/sh\n".to_vec(), whole.clone()].concat()),
        ("has something behind it", [whole.clone(), b"more".to_vec()].concat()),
        ("has two ends", {
            let mut bytes = whole.clone();
            let comment = zip(&[Entry::new("bag/x", "x")]);
            let at = bytes.len() - 2;
            bytes[at..].copy_from_slice(&u16::try_from(comment.len()).expect("short").to_le_bytes());
            [bytes, comment].concat()
        }),
        ("is empty", zip(&[])),
        ("is no zip", b"PK\x03\x04 and nothing more".to_vec()),
        ("holds no package", zip(&[Entry::new("a/b.txt", "x")])),
    ]
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut out = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    out.write_all(bytes).expect("to memory");
    out.finish().expect("to memory")
}

/// Verifies a package, asserts that nothing is written anywhere, and returns the findings.
fn refused(site: &Site, name: &str, package: &str) -> Vec<String> {
    let before = Tree::of(site.path());
    let run = verify(site, package);
    assert_eq!((run.status, &*run.stderr), (1, ""), "{name}: {}", run.stdout);
    assert_eq!(changed(&before, &Tree::of(site.path())), [""; 0], "{name}");
    let found = found(&run);
    assert!(!found.is_empty(), "{name}");
    found
}

#[test]
fn wrong_bags_are_refused_as_folders_and_in_zips() {
    let site = Site::empty();
    site.write("canary", "canary\n");
    for (at, (name, bag)) in wrong_bags().into_iter().enumerate() {
        let folder = format!("below/{at}");
        bag.write(&site.path().join(&folder));
        site.write("bag.zip", zip(&bag.entries()));
        for package in [&*folder, "bag.zip"] {
            let found = refused(&site, name, package);
            let told = found.iter().any(|line| line.starts_with("refused"));
            assert!(told || !name.contains("leads out"), "{name}: {found:?}");
        }
        fs::remove_dir_all(site.path().join(folder)).expect("removed");
    }
}

#[test]
fn hostile_zips_are_refused() {
    let zips = hostile_zips();
    assert!(zips.len() >= 30);
    let site = Site::empty();
    site.write("canary", "canary\n");
    for (name, bytes) in zips {
        site.write("below/bag.zip", bytes);
        let found = refused(&site, name, "below/bag.zip");
        // Each is rejected before the bag is examined; only falsified sizes or checksums require reading the data.
        let lies = ["has a wrong check", "is longer than it says", "is a bomb that lies"].contains(&name);
        let rightly =
            found.iter().all(|line| line.starts_with("refused") || lies && !line.starts_with("added"));
        assert!(rightly, "{name}: {found:?}");
    }
}

#[cfg(unix)]
#[test]
fn links_and_pipes_are_no_files_of_a_bag() {
    let site = Site::empty();
    Bag::sound().line(SHA256, &line("data/link")).write(&site.path().join("bag"));
    site.write("canary", "canary\n");
    std::os::unix::fs::symlink("../../canary", site.path().join("bag/data/link")).expect("a link");
    assert_eq!(found(&verify(&site, "bag").ends(1)), ["refused data/link", "missing data/link"]);
}

/// Bags that the conformance suite of the Library of Congress considers valid are accepted.
#[test]
fn bags_of_other_makers_are_taken() {
    use md5::Md5;
    use sha2::Digest as _;
    let md5 = |text: &str| {
        Md5::digest(text.as_bytes()).iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
    };
    let old = |encoding: &str| {
        let manifest =
            format!("{} data/a.txt\r\n{}\t./data/b/c.txt\r\n", md5("alpha\n").to_uppercase(), md5("gamma\n"));
        Bag::sound()
            .without(SHA256)
            .with("bagit.txt", format!("BagIt-Version: 0.97\r\nTag-File-Character-Encoding: {encoding}"))
            .with("manifest-md5.txt", manifest)
            .with("bag-info.txt", "Label : value\r\n  and more\r\nLabel : value\r\nPayload-Oxum: 12.2\r\n")
    };
    let wide = |text: &str| -> Vec<u8> {
        [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect()
    };
    let mut utf16 = old("UTF-16");
    for (path, bytes) in &mut utf16.0 {
        if !path.starts_with("data/") && path != "bagit.txt" {
            *bytes = wide(std::str::from_utf8(bytes).expect("text"));
        }
    }
    let holey = old("UTF-8").with("fetch.txt", "http://localhost/a.txt - data/a.txt\r\n");
    let empty = Bag::sound()
        .without("data/a.txt")
        .without("data/b/c.txt")
        .with(SHA256, "")
        .with("bag-info.txt", "Payload-Oxum: 0.0\n");
    let percent = Bag::sound()
        .with("data/100%.txt", "x")
        .with("bag-info.txt", "Payload-Oxum: 13.3\n")
        .line(SHA256, &format!("{}  data/100%25.txt", sha256(b"x")));
    let bags = [
        ("sound", Bag::sound()),
        ("0.97", old("UTF-8")),
        ("Latin-1", old("ISO-8859-1")),
        ("UTF-16", utf16),
        ("holey", holey),
        ("empty", empty),
        ("percent", percent),
    ];
    for (name, bag) in bags {
        let site = Site::empty();
        bag.write(&site.path().join("bag"));
        assert_eq!(found(&verify(&site, "bag").ends(0)), [""; 0], "{name}");
        site.write("bag.zip", zip(&bag.entries()));
        assert_eq!(found(&verify(&site, "bag.zip").ends(0)), [""; 0], "{name}");
    }
}
