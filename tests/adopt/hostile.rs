//! Tests of damaged and malicious packages: each is rejected with a reason, and nothing is written.

use serde_json::{Value, json};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{Elsewhere, MAPPED};
use crate::support::model_package::{Opened, demo_package, zip_of};

/// A package, and a word in the English message about it.
struct Case {
    name: String,
    bytes: Vec<u8>,
    said: &'static str,
}

fn case(name: &str, bytes: Vec<u8>, said: &'static str) -> Case {
    Case { name: name.to_owned(), bytes, said }
}

/// The demo's package with one value in its records or manifest changed.
fn changed(file: &'static str, pointer: &str, value: Value, said: &'static str) -> Case {
    let mut package = Opened::demo();
    let name = format!("{pointer} = {value}");
    package.set(file, pointer, value);
    case(&name, package.close(), said)
}

fn edited(name: &str, said: &'static str, edit: impl FnOnce(&mut Opened)) -> Case {
    let mut package = Opened::demo();
    edit(&mut package);
    case(name, package.close(), said)
}

/// The demo's entries and one more.
fn with_entry(name: &str, bytes: &[u8], options: SimpleFileOptions) -> Vec<u8> {
    let mut package = Opened::demo();
    package.put(name, bytes);
    let sums = package.0["SHA256SUMS"].clone();
    package.0.remove(name);
    package.0.insert("SHA256SUMS".to_owned(), sums);
    let plain = package.0.iter().map(|(name, bytes)| (&**name, &**bytes, SimpleFileOptions::default()));
    zip_of(plain.chain([(name, bytes, options)]))
}

/// Replaces all occurrences of bytes.
fn patched(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut out = bytes.to_vec();
    let mut count = 0;
    for at in 0..out.len().saturating_sub(from.len()) {
        if &out[at..at + from.len()] == from {
            out[at..at + from.len()].copy_from_slice(to);
            count += 1;
        }
    }
    assert!(count > 0, "there is nothing to patch");
    out
}

fn files() -> Vec<Case> {
    let demo = demo_package();
    let plain = SimpleFileOptions::default();
    let mut flipped = demo.to_vec();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 0x40;
    let mut twice = with_entry("figures.jsom", b"{}", plain);
    twice = patched(&twice, b"figures.jsom", b"figures.json");
    let end = demo.len() - 22;
    let mut many = demo.to_vec();
    many[end + 8..end + 12].copy_from_slice(&[0xFF; 4]);
    vec![
        case("nothing", Vec::new(), "not a valid zip"),
        case("text", b"this is no package".to_vec(), "not a valid zip"),
        case("a zip of nothing", zip_of([].into_iter()), "SHA256SUMS"),
        case("cut short", demo[..demo.len() - 40].to_vec(), "not a valid zip"),
        case("only its beginning", demo[..200].to_vec(), "not a valid zip"),
        case("a bit flipped", flipped, "broken"),
        case("something after it", [demo, b"#!/bin/sh\n"].concat(), "tampered"),
        case("something before it", [b"MZ\x90\x00".as_slice(), demo].concat(), "tampered"),
        case("too many entries", many, "too many"),
        case("a doubled name", twice, "`figures.json` is in the package twice"),
        case("too large", vec![0; 33 * 1024 * 1024], "32 MiB"),
    ]
}

fn entries() -> Vec<Case> {
    let plain = SimpleFileOptions::default();
    let bad_name = |name: &str| case(name, with_entry(name, b"x", plain), "not allowed");
    let mut folder = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    folder.add_directory("media", plain).expect("memory");
    let folder = folder.finish().expect("memory").into_inner();
    let stored = plain.compression_method(CompressionMethod::Stored);
    let demo = with_entry("media/x.txt", b"xxxxxxxxxxxxxxxx", stored);
    // The compression method of the last entry in its two headers: offset 8 in the local one, 10 in the central one.
    let unknown_method = patch_headers(&demo, b"media/x.txt", Some(8), 10, &[99, 0]);
    let encrypted = patch_headers(&demo, b"media/x.txt", Some(6), 8, &[1, 0]);
    let lying = patch_headers(&demo, b"media/x.txt", Some(22), 24, &[1, 0, 0, 0]);
    vec![
        bad_name("../../.bashrc"),
        bad_name("/etc/passwd"),
        bad_name("c:/x"),
        bad_name("media\\x"),
        bad_name("media/../../x"),
        bad_name("media//x"),
        bad_name(".hidden"),
        bad_name("Figures.json"),
        bad_name("شرح.txt"),
        bad_name("x/".repeat(150).trim_end_matches('/')),
        case("a folder", folder, "not allowed"),
        case("a link", with_mode(0o120_777), "not a plain file"),
        case("a device", with_mode(0o020_666), "not a plain file"),
        case("a folder without a slash", with_mode(0o040_755), "not a plain file"),
        case("an unknown method", unknown_method, "not a plain file"),
        case("encrypted", encrypted, "not a plain file"),
        case("a size that lies", lying, "media/x.txt"),
        case("a bomb", with_entry("media/x.bin", &vec![0; 17 * 1024 * 1024], plain), "too large once"),
        edited("an entry that is not listed", "doesn't list", |package| {
            package.0.insert("media/x.txt".to_owned(), b"x".to_vec());
        }),
        edited("an entry that is missing", "missing", |package| {
            package.0.remove("package.css");
        }),
        edited("an entry that changed", "doesn't match", |package| {
            package.0.insert("index.html".to_owned(), b"<script>alert(1)</script>".to_vec());
        }),
        edited("no checksums", "missing", |package| {
            package.0.remove("SHA256SUMS");
        }),
        edited("checksums of another form", "SHA256SUMS", |package| {
            package.0.insert("SHA256SUMS".to_owned(), b"MD5 (x) = 1\n".to_vec());
        }),
        edited("no figures", "missing", |package| {
            package.0.remove("figures.json");
            package.sum();
        }),
        edited("no manifest", "missing", |package| {
            package.0.remove("package.json");
            package.sum();
        }),
    ]
}

/// The demo's entries and one whose Unix mode in the central header says that it is not a regular file.
fn with_mode(mode: u32) -> Vec<u8> {
    let zip = with_entry("media/x", b"/etc/passwd", SimpleFileOptions::default());
    patch_headers(&zip, b"media/x", None, 38, &(mode << 16).to_le_bytes())
}

/// Changes the same field in the local and in the central header of an entry.
fn patch_headers(zip: &[u8], name: &[u8], local: Option<usize>, central: usize, to: &[u8]) -> Vec<u8> {
    let mut out = zip.to_vec();
    let found = |at: &usize| out[*at..].starts_with(name);
    let places: Vec<usize> = (0..out.len() - name.len()).filter(found).collect();
    for at in places {
        for (signature, header, field) in [(b"PK\x03\x04", 30, local), (b"PK\x01\x02", 46, Some(central))] {
            let Some(field) = field else { continue };
            if at >= header && out[at - header..].starts_with(signature) {
                let start = at - header + field;
                out[start..start + to.len()].copy_from_slice(to);
            }
        }
    }
    assert!(out != zip);
    out
}

fn documents() -> Vec<Case> {
    let manifest = |pointer: &str, value: Value, said| changed("package.json", pointer, value, said);
    let figures = |pointer: &str, value: Value, said| changed("figures.json", pointer, value, said);
    let raw = |name: &'static str, text: &str, said| {
        edited(name, said, |package| package.put("figures.json", text.as_bytes()))
    };
    vec![
        manifest("/format", json!("bagit"), "not a package of success models"),
        manifest("/version", json!(1), "version 1"),
        manifest("/version", json!("2"), "version"),
        manifest("/as_of", json!("1404-10-15"), "no day"),
        manifest("/as_of", json!("2026-02-30"), "no day"),
        manifest("/models", json!([]), "no model"),
        manifest("/models", json!(["other"]), "not that of the models"),
        manifest("/from/url", json!("javascript:alert(1)"), "web address"),
        manifest("/from/province", json!("ق\u{202E}م"), "hidden or wrong"),
        manifest("/from/title", json!("تماس 09123456789"), "number of a person"),
        manifest("/from", json!(null), "package.json"),
        figures("/activities/0/actual", json!(101), "from 0 to 100"),
        figures("/activities/0/state", json!("splendid"), "state"),
        figures("/activities/0/due", json!("soon"), "no day"),
        figures("/activities/0/id", json!("other"), "not those of the package"),
        figures("/activities", json!([]), "not those of the package"),
        raw("no JSON", "{", "figures.json"),
        raw("another shape", "[]", "figures.json"),
        raw("deep JSON", &"[".repeat(100_000), "figures.json"),
        raw("not UTF-8", "\"", "figures.json"),
    ]
}

const MODEL_FILE: &str = "content/models/neighborhood-sewing.md";
const LOANS: &str = "content/activities/home-business-loans.md";
const WORKSHOP: &str = "content/activities/sewing-workshop.md";

/// The demo's package with one value of a record file changed.
fn set(file: &str, pointer: &str, value: Value, said: &'static str) -> Case {
    let mut package = Opened::demo();
    let name = format!("{file} {pointer} = {value}");
    package.set_field(file, pointer, value);
    case(&name, package.close(), said)
}

fn records() -> Vec<Case> {
    let problem = |text: &str, said| set(MODEL_FILE, "/مسئله", json!(text), said);
    let evidence = |value: Value, said| set(LOANS, "/مستندات", json!([value]), said);
    vec![
        set(MODEL_FILE, "/شناسه", json!("../../x"), "`id`"),
        set(LOANS, "/شناسه", json!("con"), "`id`"),
        set(LOANS, "/شناسه", json!("sewing-workshop"), "already in use"),
        set(LOANS, "/عنوان", json!("ط".repeat(301)), "300"),
        set(LOANS, "/عنوان", json!(null), "title"),
        set(LOANS, "/خلاصه", json!("تماس 09123456789"), "mobile number"),
        set(LOANS, "/خلاصه", json!("کد ملی 0084575948"), "national id"),
        set(LOANS, "/حوزه", json!("nowhere"), "No domain has"),
        set(LOANS, "/دستگاه مسئول", json!("nobody"), "No agency has"),
        set(LOANS, "/محله", json!([]), "neighborhood"),
        set(MODEL_FILE, "/نتایج", json!(["nothing"]), "No activity has"),
        set(LOANS, "/وزن", json!("0"), "weight"),
        set(LOANS, "/مهلت", json!("۱۴۰۰/۰۱/۰۱"), "before the start"),
        set(LOANS, "/شروع", json!("1404.02.01"), "start"),
        set(LOANS, "/وضعیت", json!("unknown"), "status"),
        set(MODEL_FILE, "/هزینه", json!("free"), "cost"),
        set("content/agencies/charity.yml", "/نوع", json!("secret"), "kind"),
        set(LOANS, "/بهره‌مندان/تحقق", json!("<5; rm"), "reached"),
        set(LOANS, "/پیش‌نویس", json!("بله"), "draft"),
        set("content/domains/employment.yml", "/پیش‌نویس", json!("بله"), "draft"),
        problem("![x](photo.jpg)", "photo.jpg"),
        problem("![x](../package.css)", "picture"),
        problem("[x](package.css)", "leads out"),
        problem("[x](media/none.png)", "leads out"),
        problem("[x](javascript:alert)", "link"),
        problem("[x](activity:other)", "activity"),
        problem("[x](neighborhood:sheikhabad)", "leads out"),
        problem("[x](pages/x.html)", "leads out"),
        problem("[x](tel:025)", "leads out"),
        evidence(json!({"عنوان": "x", "نشانی": "file:///etc/passwd"}), "url"),
        evidence(json!({"عنوان": "x", "فایل": "none.pdf"}), "none.pdf"),
        evidence(json!({"عنوان": "x", "فایل": "../models/neighborhood-sewing.md"}), "file"),
        set(WORKSHOP, "/گزارش‌ها/0/تصاویر", json!(["../x.jpg"]), "photos"),
        set(MODEL_FILE, "/خاستگاه", json!({"چکیده": "x"}), "origin"),
        set(MODEL_FILE, "/گام‌ها", json!({"a": "b"}), "steps"),
        edited("what the giver allows is not allowed here", "mobile number", |package| {
            package.set_field(LOANS, "/خلاصه", json!("تماس 09123456789"));
            package.set_field(LOANS, "/مجاز", json!(["K0602"]));
        }),
        edited("hidden characters", "content/activities", |package| {
            let text = package.text(LOANS).replacen("عنوان: ", "عنوان: a\u{0}b", 1);
            package.put(LOANS, text);
        }),
        edited("a record that is no text", "UTF-8", |package| package.put(LOANS, b"\xff\xfe\x00".as_slice())),
        edited("no YAML", LOANS, |package| package.put(LOANS, "---\nعنوان: [\n---\n")),
        edited("a model that the manifest doesn't know", "not that of the models", |package| {
            let text = package.text(MODEL_FILE).replace("neighborhood-sewing\n", "other\n");
            package.put("content/models/other.md", text);
        }),
        edited("no model", "No model", |package| {
            package.0.remove(MODEL_FILE);
            package.sum();
        }),
    ]
}

/// Entries that a content folder can have and a package can't.
fn strangers() -> Vec<Case> {
    let names = [
        "content/site.yml",
        "content/archive.yml",
        "content/visits/x.md",
        "content/pages/x.md",
        "content/models/x/y.md",
        "content/neighborhoods/x.geojson",
        "content/static/robots.txt",
        "content/media/x.html",
        "content/media/x.svg",
        "content/media/x/y.png",
        "media/x.png",
        "readme.txt",
    ];
    names.map(|name| edited(name, "has no place", |package| package.put(name, "x"))).into()
}

#[test]
fn broken_and_hostile_packages_are_refused_and_nothing_is_written() {
    let there = Elsewhere::new();
    let before = there.tree();
    let cases: Vec<Case> =
        [files(), entries(), documents(), records(), strangers()].into_iter().flatten().collect();
    assert!(cases.len() >= 60);
    let mut wrong = Vec::new();
    for Case { name, bytes, said } in cases {
        there.write("p.zip", bytes);
        let run = there.adopt(&[MAPPED, &["--lang", "en"]].concat());
        if run.status != 1 || !run.stderr.contains(said) || !run.stderr.contains("Nothing was written.") {
            wrong.push(format!("{name}: {} {}", run.status, run.stderr));
        }
        assert!(there.tree() == before, "{name} wrote something: {}", run.stdout);
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn refusals_are_told_in_persian_and_to_programs() {
    let there = Elsewhere::new();
    there.write("p.zip", "no zip");
    assert!(there.adopt(&[]).ends(1).stderr.contains("بسته پذیرفته نشد"));
    let told: Value = serde_json::from_str(&there.adopt(&["--format", "json"]).ends(1).stdout).expect("JSON");
    assert!(told["refused"] == true && told["fa"].is_string() && told["en"].is_string());
}

/// If any single byte of a package changes, the package is rejected or has the same meaning.
#[test]
fn no_changed_byte_slips_through() {
    let demo = demo_package();
    let sound = karnameh::package::Contents::unpack(demo).expect("sound").package;
    for at in (0..demo.len()).step_by(7) {
        let mut bytes = demo.to_vec();
        bytes[at] ^= 1 << (at % 8);
        if let Ok(contents) = karnameh::package::Contents::unpack(&bytes) {
            assert!(contents.package == sound, "byte {at}");
        }
    }
}
