//! Tests of our packages with third-party validators: BagIt and WACZ reference tools, minisign, sha256sum, an RO-Crate
//! loader.
//!
//! `./test` installs them (`tests/judges.txt` lists the Python packages). If one is missing, its test is skipped and reports
//! this bypassing the test harness, which hides the output of passing tests.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use crate::support::package::{Entry, unzipped, zip};
use crate::support::{REPOSITORY, Site, left_out};

const ZIP: &str = "output/snapshots/karnameh-1404-10-15.zip";
const WACZ: &str = "output/snapshots/karnameh-1404-10-15.wacz";
const BAG: &str = "karnameh-1404-10-15";

/// The demo's edition: packed with sources, signed, and also unpacked.
fn edition() -> &'static Path {
    static EDITION: OnceLock<Site> = OnceLock::new();
    let site = EDITION.get_or_init(|| {
        let site = Site::demo();
        site.run(&["keygen", "office.key", "-q"]).done();
        site.run(&["snapshot", "-q", "--wacz", "--sign", "office.key"]).done();
        for (path, bytes) in unzipped(&site.path().join(ZIP)) {
            site.write(&path, bytes);
        }
        site
    });
    site.path()
}

/// The folder into which `./test` installs Python programs.
fn installed(program: &str) -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap_or(Path::new(REPOSITORY));
    target.join("judges/bin").join(program)
}

/// Runs a validator, or returns `None` if it is not installed.
fn judge(program: impl AsRef<Path>, folder: &Path, args: &[&str]) -> Option<Output> {
    let program = program.as_ref();
    match Command::new(program).args(args).current_dir(folder).output() {
        Ok(output) => Some(output),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            left_out(&program.display().to_string());
            None
        }
        Err(error) => panic!("{}: {error}", program.display()),
    }
}

/// Asserts that a validator accepts, if it is installed.
#[track_caller]
fn accepts(program: impl AsRef<Path>, folder: &Path, args: &[&str]) -> String {
    let Some(output) = judge(&program, folder, args) else { return String::new() };
    let text = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(output.status.success(), "{}: {text}", program.as_ref().display());
    text
}

#[test]
fn sha256sum_finds_every_file_as_listed() {
    for (program, algorithm) in [("sha256sum", "sha256"), ("sha512sum", "sha512")] {
        for start in ["manifest", "tagmanifest"] {
            let list = format!("{start}-{algorithm}.txt");
            accepts(program, &edition().join(BAG), &["--check", "--strict", "--quiet", &list]);
        }
    }
}

#[test]
fn bagit_validates_the_bag() {
    accepts(installed("bagit.py"), edition(), &["--validate", BAG]);
}

#[test]
fn minisign_verifies_the_signatures() {
    for file in [ZIP, WACZ] {
        accepts("minisign", edition(), &["-Vm", file, "-p", "office.key.pub"]);
    }
}

/// minisign verifies our signatures, and we verify those of minisign.
#[test]
fn minisign_signs_with_our_keys() {
    let site = Site::new();
    site.run(&["keygen", "office.key", "-q"]).done();
    site.write("letter.txt", "a letter\n");
    if judge("minisign", site.path(), &["-Sm", "letter.txt", "-s", "office.key"]).is_some() {
        site.run(&["verify", "letter.txt", "--key", "office.key.pub"]).done();
    }
}

#[test]
fn wacz_validates_the_web_archive() {
    accepts(installed("wacz"), edition(), &["validate", "-f", WACZ]);
}

#[test]
fn warcio_finds_every_record_as_its_digest_says() {
    let site = Site::empty();
    for (path, bytes) in unzipped(&edition().join(WACZ)) {
        site.write(&path, bytes);
    }
    accepts(installed("warcio"), site.path(), &["check", "archive/data.warc.gz"]);
}

/// Loads the description of a bag's payload, and checks that the named files exist.
const LOADER: &str = "
import os, sys
from rocrate.rocrate import ROCrate
crate = ROCrate(sys.argv[1])
root = crate.root_dataset
for name in ('name', 'description', 'datePublished', 'license', 'publisher', 'hasPart'):
    assert root[name], name
parts = [entity.id for entity in crate.get_entities() if entity.type in ('File', 'Dataset') and entity.id != './']
assert len(parts) >= 4, parts
for part in parts:
    assert os.path.exists(os.path.join(sys.argv[1], part)), part
";

#[test]
fn a_loader_of_ro_crate_finds_what_the_description_names() {
    accepts(installed("python"), edition(), &["-c", LOADER, &format!("{BAG}/data")]);
}

/// Asserts that a validator rejects, if it is installed.
#[track_caller]
fn refuses(program: impl AsRef<Path>, folder: &Path, args: &[&str]) {
    let Some(output) = judge(&program, folder, args) else { return };
    assert!(!output.status.success(), "{} takes anything", program.as_ref().display());
}

/// A validator that accepts everything would prove nothing: each must reject a package with a changed byte or missing file.
#[test]
fn every_judge_refuses_what_is_spoiled() {
    let site = Site::empty();
    let copy = |path: &str| site.write(path, std::fs::read(edition().join(path)).expect("it was made"));
    for (path, bytes) in unzipped(&edition().join(ZIP)) {
        site.write(&path, bytes);
    }
    site.edit(&format!("{BAG}/data/site/index.html"), "</html>", "</HTML>");
    let folder = site.path();
    refuses("sha256sum", &folder.join(BAG), &["--check", "--strict", "--quiet", "manifest-sha256.txt"]);
    refuses("sha512sum", &folder.join(BAG), &["--check", "--strict", "--quiet", "manifest-sha512.txt"]);
    refuses(installed("bagit.py"), folder, &["--validate", BAG]);
    site.remove(&format!("{BAG}/data/site/index.html"));
    refuses(installed("python"), folder, &["-c", LOADER, &format!("{BAG}/data")]);
    for file in [ZIP, "office.key.pub"] {
        copy(file);
    }
    copy(&format!("{ZIP}.minisig"));
    let mut bytes = std::fs::read(folder.join(ZIP)).expect("a copy");
    bytes[1000] ^= 1;
    site.write(ZIP, bytes);
    refuses("minisign", folder, &["-Vm", ZIP, "-p", "office.key.pub"]);
    let files = unzipped(&edition().join(WACZ));
    let mut spoiled = files.clone();
    spoiled.get_mut("pages/pages.jsonl").expect("pages")[5] ^= 1;
    let entries: Vec<_> = spoiled.iter().map(|(path, bytes)| Entry::new(path, bytes)).collect();
    site.write("spoiled.wacz", zip(&entries));
    refuses(installed("wacz"), folder, &["validate", "-f", "spoiled.wacz"]);
    // An uncompressed record in which one letter of a page is changed.
    let mut warc = Vec::new();
    let read = &mut flate2::read::MultiGzDecoder::new(&files["archive/data.warc.gz"][..]);
    std::io::copy(read, &mut warc).expect("members of gzip");
    let at = warc.windows(7).position(|seven| seven == b"</html>").expect("a page");
    warc[at + 2] = b'H';
    site.write("spoiled.warc", warc);
    refuses(installed("warcio"), folder, &["check", "spoiled.warc"]);
}
