//! Tests with broken sites: for every diagnostic code the smallest site that triggers it, with a snapshot of the report.
//!
//! `tests/broken/<code>-<what>/` contains files to add to the fault-free site. Fixtures that a repository cannot contain (links,
//! sockets, huge files) are created here.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use karnameh::content::{self, Reading};
use karnameh::diag::{Bilingual, Code, Diagnostic, codes};
use karnameh::model::plausible::{self, Facts};
use karnameh::persian::Day;

use crate::support::Site;

/// Codes that reading content cannot trigger: later stages check themes, pages and media contents. The limit on records and
/// the pillars have separate tests.
const ELSEWHERE: &[&str] =
    &["K0227", "K0015", "K0019", "K0333", "K0405", "K0411", "K0412", "K0701", "K0702", "K0703"];

#[test]
fn the_site_without_a_fault_has_no_finding() {
    let reading = read(&Site::new());
    assert_eq!(report(&reading.diagnostics), "");
    assert!(reading.dataset.is_some());
}

#[test]
fn every_broken_site_says_what_is_wrong() {
    for name in fixtures() {
        let site = Site::new();
        site.overlay(&Path::new(FIXTURES).join(&name));
        check(&name, &site);
    }
}

/// Separate from the snapshots, so that one run lists all missing codes.
#[test]
fn every_broken_site_has_the_code_of_its_name() {
    let codes_of = |name: &str| -> Vec<&str> {
        let site = Site::new();
        site.overlay(&Path::new(FIXTURES).join(name));
        read(&site).diagnostics.iter().map(|found| found.code.id).collect()
    };
    let miss = |name: &String| {
        let codes = codes_of(name);
        (!codes.iter().any(|code| name.starts_with(code))).then(|| format!("{name}: {codes:?}"))
    };
    assert_eq!(fixtures().iter().filter_map(miss).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn every_code_has_a_broken_site() {
    let made = fixtures();
    let missing: Vec<&str> = codes::all()
        .map(|code| code.id)
        .filter(|id| !made.iter().map(String::as_str).chain(MADE).any(|name| name.starts_with(id)))
        .filter(|id| !ELSEWHERE.contains(id) && !id.starts_with("K05"))
        .collect();
    assert_eq!(missing, [""; 0]);
}

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/broken");

fn fixtures() -> Vec<String> {
    let entries = fs::read_dir(FIXTURES).expect("the fixtures");
    let name = |entry: std::io::Result<fs::DirEntry>| entry.expect("an entry").file_name().into_string();
    let mut names: Vec<String> = entries.map(|entry| name(entry).expect("plain names")).collect();
    names.sort();
    names
}

/// Reads a site as of 15 Dey 1404, and looks for what can hardly be true.
fn read(site: &Site) -> Reading {
    let mut reading = content::read(site.path()).expect("readable");
    if let Some(dataset) = &reading.dataset {
        let day = Day::from_jalali(1404, 10, 15).expect("a day");
        let mut found = plausible::check(&Facts { dataset, day, today: day, tolerance: 15.0 });
        content::pinpoint(&mut found, site.path());
        for found in &mut found {
            plausible::suggest_year(found, day);
        }
        reading.diagnostics.append(&mut found);
        reading.diagnostics.sort_by(karnameh::diag::by_place);
    }
    reading
}

/// Reads a site and compares the report with its snapshot.
fn check(name: &str, site: &Site) {
    let reading = read(site);
    let is_error = |code: &Code| code.severity == karnameh::diag::Severity::Error;
    let has_errors = reading.diagnostics.iter().any(|found| is_error(found.code));
    assert_eq!(reading.dataset.is_none(), has_errors, "{name}: a dataset exactly where nothing is an error");
    insta::with_settings!({ snapshot_path => "snapshots/broken", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, report(&reading.diagnostics));
    });
}

/// Formats a report as plain text with all parts of each finding.
fn report(found: &[Diagnostic]) -> String {
    let mut out = String::new();
    for found in found {
        let Diagnostic { code, at, source_line, field, message, related } = found;
        let field = field.as_deref().map_or(String::new(), |field| format!(" ({field})"));
        let severity = code.severity.word();
        let _ = writeln!(
            out,
            "{} {severity} {}:{}:{}+{}{field}",
            code.id, at.file, at.line, at.column, at.length
        );
        if let Some(line) = source_line {
            let shown: String = line.chars().take(100).collect();
            let _ = writeln!(out, "  | {shown}");
        }
        for Bilingual { fa, en } in std::iter::once(&message.sentence).chain(&message.hint) {
            let _ = writeln!(out, "  {fa}\n  {en}");
        }
        for other in related {
            let _ = writeln!(
                out,
                "  + {}:{}:{} {} / {}",
                other.at.file, other.at.line, other.at.column, other.sentence.fa, other.sentence.en
            );
        }
    }
    out
}

/// Creates fixtures that a repository cannot contain.
const MADE: [&str; 8] = [
    "K0004-too-large",
    "K0006-special-file",
    "K0007-link-outside",
    "K0008-link-loop",
    "K0009-dangling-link",
    "K0010-bad-name",
    "K0013-no-settings",
    "K0127-long-front-matter",
];

#[test]
fn a_file_above_the_limit() {
    let site = Site::new();
    site.write("content/activities/huge.yml", "# پر از یادداشت\n".repeat(200_000));
    check("K0004-too-large", &site);
}

#[test]
fn a_front_matter_above_the_limit() {
    let site = Site::new();
    let notes = "# یادداشت\n".repeat(70_000);
    site.write("content/pages/guide.md", format!("---\ntitle: راهنما\n{notes}---\nمتن\n"));
    check("K0127-long-front-matter", &site);
}

#[test]
fn no_settings() {
    let site = Site::new();
    site.remove("content/site.yml");
    check("K0013-no-settings", &site);
}

#[cfg(unix)]
mod on_unix {
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::os::unix::net::UnixListener;

    use super::*;

    #[test]
    fn sockets_are_refused() {
        let site = Site::new();
        let socket = site.path().join("content/activities/socket.yml");
        let _open = UnixListener::bind(socket).expect("a socket");
        check("K0006-special-file", &site);
    }

    #[test]
    fn links_stay_inside() {
        let site = Site::new();
        let outside = site.write("outside/park.yml", "title: x\n");
        symlink(&outside, site.path().join("content/activities/file.yml")).expect("a link");
        symlink(site.path().join("outside"), site.path().join("content/activities/folder")).expect("a link");
        check("K0007-link-outside", &site);
    }

    #[test]
    fn links_inside_are_followed() {
        let site = Site::new();
        site.write("content/media/original.yml.txt", "");
        site.remove("content/media/original.yml.txt");
        site.write("content/domains/sub/health.yml", "title: سلامت\n");
        symlink("../domains/sub", site.path().join("content/agencies/linked")).expect("a link");
        let reading = content::read(site.path()).expect("readable");
        assert_eq!(report(&reading.diagnostics), "");
        assert_eq!(reading.dataset.expect("sound").agencies.len(), 2);
    }

    #[test]
    fn links_in_a_circle() {
        let site = Site::new();
        symlink("../activities", site.path().join("content/activities/again")).expect("a link");
        check("K0008-link-loop", &site);
    }

    #[test]
    fn links_into_nowhere() {
        let site = Site::new();
        symlink("gone.yml", site.path().join("content/activities/link.yml")).expect("a link");
        symlink("self.yml", site.path().join("content/activities/self.yml")).expect("a link");
        check("K0009-dangling-link", &site);
    }

    #[test]
    fn names_that_no_host_takes() {
        let site = Site::new();
        site.write("content/activities/a\\b.yml", "title: x\n");
        site.write("content/media/a\nb.jpg", "x");
        check("K0010-bad-name", &site);
    }

    #[test]
    fn what_the_machine_refuses_ends_the_run() {
        let site = Site::new();
        let path = site.write("content/activities/secret.yml", "title: x\n");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("permissions");
        // Root can read everything, so the test has no effect.
        if fs::read(&path).is_err() {
            let error = content::read(site.path()).expect_err("unreadable");
            assert_eq!(error.path, path);
        }
    }
}
