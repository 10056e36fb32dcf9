//! Tests of snapshots: reproducible bytes, no overwritten files, and an entry for each edition in later ones.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::package::{sha256, unzipped};
use crate::support::{Run, Site, Tree, changed, command};

const ZIP: &str = "output/snapshots/karnameh-1404-10-15.zip";
const WACZ: &str = "output/snapshots/karnameh-1404-10-15.wacz";

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    let mut names: Vec<String> =
        entries.map(|name| name.to_str().expect("a plain name").to_owned()).collect();
    names.sort();
    names
}

#[test]
fn every_machine_packs_the_same_bytes() {
    let machines: [&[(&str, &str)]; 2] = [
        &[("LANG", "C"), ("LC_ALL", "C"), ("TZ", "UTC"), ("RAYON_NUM_THREADS", "1")],
        &[
            ("LANG", "tr_TR.UTF-8"),
            ("LC_ALL", "tr_TR"),
            ("TZ", "Pacific/Kiritimati"),
            ("RAYON_NUM_THREADS", "7"),
        ],
    ];
    let made = machines.map(|machine| {
        let demo = Site::demo();
        let site = Site::empty();
        let folder = site.path().join(format!("پوشهٔ {}", machine[0].1));
        fs::rename(demo.path(), &folder).expect("renamed");
        fs::create_dir(demo.path()).expect("the folder is put back");
        Run::of(command(&folder).args(["snapshot", "-q", "--wacz"]).envs(machine.iter().copied())).done();
        assert_eq!(
            names(&folder.join("output/snapshots")),
            ["karnameh-1404-10-15.wacz", "karnameh-1404-10-15.zip"]
        );
        [ZIP, WACZ].map(|file| fs::read(folder.join(file)).expect("it is made"))
    });
    assert!(made[0] == made[1], "the packages differ");
}

/// A second run finds its own entry in the list, excludes it from the package, and changes nothing.
#[test]
fn an_edition_made_again_is_the_same() {
    let site = Site::with(&[("content/archive.yml", "# چیزی برای یادآوری")]);
    site.run(&["snapshot", "--with-sources", "-q"]).done();
    site.run(&["snapshot", "-q"]).done();
    let before = Tree::of(site.path());
    site.run(&["snapshot", "-q"]).done();
    site.run(&["snapshot", "--with-sources", "-q"]).done();
    assert_eq!(changed(&before, &Tree::of(site.path())), [""; 0]);
}

#[test]
fn the_list_keeps_its_comments_and_its_other_entries() {
    let digest = "a".repeat(64);
    let old = format!(
        "# ویرایش‌ها\n- تاریخ: ۱۴۰۴/۰۷/۳۰   # نخستین\n  فایل: first.zip\n  چکیده: \"{digest}\"\n  نشانی: https://a.ir/first.zip\n\n# پایان"
    );
    let site = Site::with(&[("content/archive.yml", &old)]);
    site.run(&["snapshot", "-q"]).done();
    let bytes = fs::read(site.path().join(ZIP)).expect("it is made");
    let entry = format!(
        "\n- date: 1404/10/15\n  file: karnameh-1404-10-15.zip\n  bytes: {}\n  sha256: {}\n",
        bytes.len(),
        sha256(&bytes)
    );
    assert_eq!(site.read("content/archive.yml"), old.clone() + &entry);
    // Changed content gives another package under the same name: only its entry changes.
    site.edit("content/archive.yml", "  bytes", "  # یادداشت\n  bytes");
    site.edit("content/site.yml", "آزمایشی", "آزموده");
    let told = site.run(&["snapshot"]).done().stdout;
    assert!(told.contains(&sha256(&bytes)), "the replaced package is told: {told}");
    let anew = fs::read(site.path().join(ZIP)).expect("it is made");
    assert_ne!(bytes, anew);
    let entry = entry
        .replace(&sha256(&bytes), &sha256(&anew))
        .replace(&bytes.len().to_string(), &anew.len().to_string())
        .replace("  bytes", "  # یادداشت\n  bytes");
    assert_eq!(site.read("content/archive.yml"), old + &entry);
}

/// Each edition lists the digest of the previous one at the foot of every page and in the list.
#[test]
fn the_next_edition_names_the_digest_of_the_last() {
    let site = Site::new();
    site.run(&["snapshot", "-q", "--as-of", "1404/09/30"]).done();
    let first = fs::read(site.path().join("output/snapshots/karnameh-1404-09-30.zip")).expect("it is made");
    site.run(&["snapshot", "-q"]).done();
    let second = unzipped(&site.path().join(ZIP));
    let page = |path: &str| {
        let bytes = &second[&format!("karnameh-1404-10-15/data/site/{path}")];
        String::from_utf8(bytes.clone()).expect("pages are UTF-8")
    };
    for path in ["index.html", "neighborhoods/pardisan.html"] {
        assert!(page(path).contains(&format!("sha256 {}", sha256(&first))), "{path}");
    }
    let list = page("archive/index.html");
    assert!(list.contains("karnameh-1404-09-30.zip") && !list.contains("karnameh-1404-10-15.zip"));
    // An earlier day shows neither.
    site.run(&["build", "-q", "--as-of", "1404/09/29"]).done();
    assert!(site.read("output/site/archive/index.html").contains("هنوز ویرایشی بایگانی نشده است"));
}

#[test]
fn sources_are_packed_only_into_internal_packages() {
    let site = Site::with(&[
        (
            "content/activities/secret.yml",
            "title: محرمانه\nneighborhood: sheikhabad\ndomain: sport\ndraft: true\n",
        ),
        ("content/.hidden", "litter"),
    ]);
    site.run(&["snapshot", "-q", "-o", "out/edition.zip"]).done();
    site.run(&["snapshot", "-q", "-o", "out/edition.zip", "--with-sources", "--wacz"]).done();
    assert_eq!(
        names(&site.path().join("out")),
        ["edition-internal.wacz", "edition-internal.zip", "edition.zip"]
    );
    let public = unzipped(&site.path().join("out/edition.zip"));
    assert!(public.keys().all(|path| !path.starts_with("edition/data/source/")));
    assert!(public.values().all(|bytes| !String::from_utf8_lossy(bytes).contains("محرمانه")));
    let internal = unzipped(&site.path().join("out/edition-internal.zip"));
    assert!(internal.contains_key("edition-internal/data/source/content/activities/secret.yml"));
    assert!(internal.keys().all(|path| !path.contains("hidden")));
    let list = site.read("content/archive.yml");
    assert!(list.contains("edition.zip") && !list.contains("internal"));
    site.run(&["snapshot", "-o", "out/edition-internal.zip"]).ends(2);
}

#[test]
fn a_package_takes_nobody_elses_place() {
    let site = Site::new();
    site.write(ZIP, "somebody's");
    let before = Tree::of(site.path());
    let told = site.run(&["snapshot"]).ends(2).stderr;
    assert!(told.contains("karnameh-1404-10-15.zip"), "{told}");
    for file in ["content/a.zip", "content/media/a.zip", "output/site/a.zip", "a.tar", "output/snapshots"] {
        site.run(&["snapshot", "-o", file]).ends(2);
    }
    assert_eq!(changed(&before, &Tree::of(site.path())), [""; 0]);
    // An existing file by another program beside the package prevents the whole snapshot.
    site.remove(ZIP);
    site.write(WACZ, "somebody's");
    site.run(&["snapshot", "--wacz"]).ends(2);
    assert_eq!(names(&site.path().join("output/snapshots")), ["karnameh-1404-10-15.wacz"]);
    assert!(!site.path().join("content/archive.yml").exists());
}

#[test]
fn nothing_is_packed_where_the_content_has_errors() {
    let site = Site::with(&[("content/domains/bad.yml", "titel: x\n")]);
    assert!(site.run(&["snapshot"]).ends(1).stderr.contains("K0201"));
    assert_eq!(names(&site.path().join("output/snapshots")), [""; 0]);
    let other = Site::empty();
    other.run(&["snapshot"]).ends(2);
    assert_eq!(Tree::of(other.path()).files().count(), 0);
}

#[cfg(unix)]
#[test]
fn nothing_is_placed_where_the_list_can_not_be_written() {
    use std::os::unix::fs::PermissionsExt;
    let site = Site::new();
    let content = site.path().join("content");
    let may = |mode| fs::set_permissions(&content, fs::Permissions::from_mode(mode)).expect("it is ours");
    may(0o555);
    let is_locked = fs::write(content.join("probe"), "x").is_err();
    let run = site.run(&["snapshot", "-q"]);
    may(0o755);
    // Root may write everywhere.
    if is_locked {
        assert!(run.ends(3).stderr.contains("اجازهٔ این کار نیست"));
        assert!(!site.path().join("output/snapshots/karnameh-1404-10-15.zip").exists());
    }
}

/// The list's layout does not permit adding an entry without losing what people wrote.
#[test]
fn a_list_that_can_not_be_edited_line_by_line_stops_the_run() {
    let flow = format!("[{{date: 1404/07/30, file: a.zip, sha256: {}}}]\n", "a".repeat(64));
    let site = Site::with(&[("content/archive.yml", &flow)]);
    assert!(site.run(&["snapshot", "--lang", "en"]).ends(2).stderr.contains("archive.yml"));
    assert_eq!(site.read("content/archive.yml"), flow);
}

fn keygen(site: &Site) -> PathBuf {
    site.run(&["keygen", "office.key", "-q"]).done();
    site.path().join("office.key")
}

#[test]
fn a_key_is_for_its_owner_and_never_written_over() {
    let site = Site::new();
    let key = keygen(&site);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&key).expect("the key").permissions().mode() & 0o777, 0o600);
    }
    let before = Tree::of(site.path());
    site.run(&["keygen", "office.key"]).ends(2);
    fs::rename(&key, site.path().join("moved.key")).expect("renamed");
    site.run(&["keygen", "office.key"]).ends(2);
    assert_eq!(changed(&before, &Tree::of(site.path())), ["- office.key", "+ moved.key"]);
    site.run(&["keygen", "none/office.key"]).ends(3);
    // Files in the content are published, or packed with the sources, so keys must not be created there.
    for place in
        ["content/static/office", "content/office.key", "themes/office.key", "output/site/office.key"]
    {
        assert!(site.run(&["keygen", place]).ends(2).stderr.contains("بیرون از آن"));
    }
}

#[test]
fn signatures_are_verified_with_the_public_key_alone() {
    let site = Site::new();
    keygen(&site);
    site.run(&["keygen", "other.key", "-q"]).done();
    site.run(&["snapshot", "-q", "--wacz", "--sign", "office.key"]).done();
    for file in [ZIP, WACZ] {
        let told = site.run(&["verify", file, "--key", "office.key.pub"]).done().stdout;
        assert!(told.contains("as-of:2026-01-05"), "{told}");
        site.run(&["verify", &format!("{file}.minisig"), "--key", "office.key.pub"]).done();
        site.run(&["verify", file, "--key", "other.key.pub"]).ends(1);
        site.run(&["verify", file, "--key", "office.key"]).ends(2);
        site.run(&["verify", file, "--key", "nothing.pub"]).ends(2);
    }
    // An existing valid signature is kept.
    let before = Tree::of(site.path());
    site.run(&["snapshot", "-q", "--wacz", "--sign", "office.key"]).done();
    assert_eq!(changed(&before, &Tree::of(site.path())), [""; 0]);
    // An existing invalid signature is reported.
    site.edit("content/site.yml", "آزمایشی", "آزموده");
    assert!(
        site.run(&["snapshot", "--wacz", "--lang", "en"]).done().stdout.contains("zip.minisig\n  is left")
    );
    site.run(&["verify", ZIP, "--key", "office.key.pub"]).ends(1);
    // Invalid keys and truncated signatures.
    site.run(&["snapshot", "--sign", "office.key.pub"]).ends(2);
    let signature = site.read(&format!("{WACZ}.minisig"));
    for cut in [0, 10, 60, signature.len() / 2, signature.len() - 20, signature.len() - 60] {
        site.write(&format!("{WACZ}.minisig"), &signature[..cut]);
        site.run(&["verify", WACZ, "--key", "office.key.pub"]).ends(1);
    }
    site.remove(&format!("{WACZ}.minisig"));
    assert!(site.run(&["verify", WACZ, "--key", "office.key.pub"]).ends(1).stderr.contains("wacz.minisig"));
}

/// Any file can be signed. Without a key, nothing about it can be verified.
#[test]
fn a_signed_file_needs_its_key() {
    let site = Site::new();
    keygen(&site);
    site.run(&["snapshot", "-q", "--sign", "office.key"]).done();
    fs::copy(site.path().join(ZIP), site.path().join("letter")).expect("copied");
    fs::copy(site.path().join(format!("{ZIP}.minisig")), site.path().join("letter.minisig")).expect("copied");
    site.run(&["verify", "letter", "--key", "office.key.pub"]).done();
    // A package of models, and a zip file that is not a package.
    site.write("content/models/m.yml", "title: الگو\nproblem: م\napproach: ر\n");
    site.run(&["share", "m", "-o", "m.karnameh.zip", "-q"]).done();
    assert!(site.run(&["verify", "m.karnameh.zip"]).done().stdout.contains("بستهٔ الگو"));
    site.run(&["verify", "m.karnameh.zip", "--key", "office.key.pub"]).ends(1);
    let mut bytes = fs::read(site.path().join("m.karnameh.zip")).expect("it was written");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    site.write("m.karnameh.zip", bytes);
    site.run(&["verify", "m.karnameh.zip"]).ends(1);
    site.run(&["build", "-q"]).done();
    site.run(&["verify", "output/site/data/models.xlsx"]).ends(1);
    site.write("note.txt", "a note");
    site.run(&["verify", "note.txt"]).ends(1);
    site.run(&["verify", "note.txt", "--key", "office.key.pub"]).ends(1);
    site.run(&["verify", "nothing"]).ends(2);
}
