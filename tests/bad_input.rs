//! Tests of invalid input of every kind: each gives its own error at its place, nothing is published, and the old site stays
//! unchanged, byte for byte.

use std::fs;
use std::path::Path;

use crate::support::{Run, Site, Tree, changed};

/// The first three lines of an activity. The text of each case begins on the fourth.
const ACTIVITY: &str = "title: x\nneighborhood: sheikhabad\ndomain: sport\n";
const FILE: &str = "content/activities/bad.yml";

/// A built site on which invalid input is tried.
struct Ground {
    site: Site,
    built: Tree,
}

impl Ground {
    fn new() -> Self {
        let site = Site::new();
        site.run(&["build"]).done();
        let built = Tree::of(&site.path().join("output"));
        Self { site, built }
    }

    /// Asserts that the site and its neighbors are unchanged.
    #[track_caller]
    fn stands(&self, what: &str) {
        assert_eq!(changed(&self.built, &Tree::of(&self.site.path().join("output"))), [""; 0], "{what}");
    }

    /// Builds, and asserts that the content is rejected for exactly these reasons.
    #[track_caller]
    fn refuses(&self, what: &str, expected: &[&str]) {
        let run = self.site.run(&["build", "--format", "json"]).ends(1);
        assert_eq!(run.places(), expected, "{what}: {}", run.stdout);
        for found in run.findings() {
            let words = [&found.fa, &found.en, &found.hint_fa, &found.hint_en];
            assert!(words.iter().all(|words| !words.is_empty()), "{what}: {found:?}");
        }
        self.stands(what);
    }

    /// Adds files to the site, builds, and removes them again.
    #[track_caller]
    fn refuses_with(&self, files: &[(&str, &[u8])], expected: &[&str]) {
        let former: Vec<_> =
            files.iter().map(|(name, _)| fs::read(self.site.path().join(name)).ok()).collect();
        for (name, bytes) in files {
            self.site.write(name, bytes);
        }
        self.refuses(
            &format!("{:?}", files.first().map(|(name, bytes)| (name, String::from_utf8_lossy(bytes)))),
            expected,
        );
        for ((name, _), former) in files.iter().zip(former) {
            match former {
                Some(bytes) => _ = self.site.write(name, bytes),
                None => self.site.remove(name),
            }
        }
    }

    /// Does the same with one activity.
    #[track_caller]
    fn refuses_activity(&self, text: &str, expected: &str) {
        let expected = expected.replace('@', FILE);
        self.refuses_with(&[(FILE, text.as_bytes())], &[&expected]);
    }

    /// Does the same with one activity that is valid except for its fourth line and the rest.
    #[track_caller]
    fn refuses_fields(&self, fields: &str, expected: &str) {
        self.refuses_activity(&format!("{ACTIVITY}{fields}\n"), expected);
    }
}

#[test]
fn broken_yaml() {
    let ground = Ground::new();
    for (text, expected) in [
        ("title: گزارش: کتابخانه\n", "K0101 @:1:13"),
        ("title: x\n\tdomain: sport\n", "K0102 @:2:1"),
        ("title: x\nneighborhood: [sheikhabad، pardisan]\ndomain: sport\n", "K0103 @:2:26"),
        ("title:x\nneighborhood: sheikhabad\n", "K0104 @:1:6"),
        ("title: 'x\nneighborhood: sheikhabad\n", "K0105 @:1:8"),
        ("title: x\nneighborhood: [sheikhabad\ndomain: sport\n", "K0106 @:2:15"),
        ("title: x\n  neighborhood: sheikhabad\n", "K0107 @:2:1"),
        ("title： x\nneighborhood: sheikhabad\n", "K0108 @:1:6"),
        ("title: @x\nneighborhood: sheikhabad\n", "K0109 @:1:8"),
        ("title: x\nneighborhood\ndomain: sport\n", "K0110 @:2:1"),
        ("title: &x x\nneighborhood: sheikhabad\n", "K0118 @:1:8"),
        ("title: !!str x\nneighborhood: sheikhabad\n", "K0119 @:1:8"),
        ("title: x\n<<: {a: b}\n", "K0120 @:2:1"),
        ("title: x\n---\ntitle: y\n", "K0121 @:2:1"),
        ("title: x\u{1}\n", "K0128 @:1:9"),
    ] {
        ground.refuses_activity(text, expected);
    }
    ground.refuses_with(
        &[("content/pages/guide.md", b"title: x\n\n\xd9\x85\n")],
        &["K0125 content/pages/guide.md:1:1"],
    );
    ground.refuses_with(
        &[("content/pages/guide.md", b"---\ntitle: x\n")],
        &["K0126 content/pages/guide.md:1:1"],
    );
}

#[test]
fn unknown_and_doubled_keys() {
    let ground = Ground::new();
    ground.refuses_fields("responsable: x", "K0201 @:4:1");
    ground.refuses_fields("start: 1404/02/01\nstart: 1404/02/02", "K0202 @:5:1");
    ground.refuses_fields("start: 1404/02/01\nشروع: 1404/02/02", "K0202 @:5:1");
    ground.refuses_fields("milestones:\n  - {title: x, wieght: 2}", "K0201 @:5:16");
    let run = {
        ground.site.write(FILE, format!("{ACTIVITY}responsable: x\n"));
        ground.site.run(&["build", "--lang", "en"]).ends(1)
    };
    assert!(run.stderr.contains("Did you mean `responsible`?"), "{}", run.stderr);
}

#[test]
fn references() {
    let ground = Ground::new();
    ground.refuses_activity("title: x\nneighborhood: shekhabad\ndomain: sport\n", "K0304 @:2:15");
    ground.refuses_fields("lead: ادارهٔ آب", "K0304 @:4:7");
    ground.refuses_fields("depends_on: [pitch, ptch]", "K0304 @:4:21");
    ground.refuses_fields("decision: review/d2", "K0304 @:4:11");
    let twins = "- {id: one, title: باغ}\n- {id: two, title: باغ}\n";
    ground.refuses_with(
        &[
            ("content/neighborhoods/twins.yml", twins.as_bytes()),
            (FILE, "title: x\nneighborhood: باغ\ndomain: sport\n".as_bytes()),
        ],
        &[&format!("K0305 {FILE}:2:15")],
    );
    let page = "---\ntitle: x\n---\nببینید: [زمین](activity:ptch)\n";
    ground
        .refuses_with(&[("content/pages/guide.md", page.as_bytes())], &["K0404 content/pages/guide.md:4:9"]);
    ground.refuses_with(
        &[
            (FILE, format!("{ACTIVITY}draft: true\n").as_bytes()),
            ("content/updates/u.yml", b"activity: bad\ndate: 1404/03/01\n"),
        ],
        &["K0307 content/updates/u.yml:1:11"],
    );
}

#[test]
fn ids() {
    let ground = Ground::new();
    for (id, column) in
        [("index", 5), ("page", 5), ("con", 5), ("COM1", 5), ("nul", 5), ("-a", 5), ("a_b", 5), ("زمین", 5)]
    {
        ground.refuses_activity(&format!("id: {id}\n{ACTIVITY}"), &format!("K0209 @:1:{column}"));
    }
    ground.refuses_activity(&format!("id: {}\n{ACTIVITY}", "a".repeat(81)), "K0209 @:1:5");
    ground.refuses_activity(&format!("id: pitch\n{ACTIVITY}"), "K0303 content/activities/pitch.yml:1:1");
    let file = "content/activities/زمین بازی.yml";
    ground.refuses_with(&[(file, ACTIVITY.as_bytes())], &[&format!("K0302 {file}:1:1")]);
    ground.refuses_with(
        &[("content/activities/index.yml", ACTIVITY.as_bytes())],
        &["K0302 content/activities/index.yml:1:1"],
    );
    ground.refuses_with(
        &[("content/domains/d.yml", "- title: x\n".as_bytes())],
        &["K0301 content/domains/d.yml:1:3"],
    );
}

#[test]
fn days() {
    let ground = Ground::new();
    for day in [
        "1404/12/30",
        "1404/07/31",
        "1404/13/01",
        "1404/00/01",
        "2026-02-29",
        "31 شهریور ماه",
        "شنبه 15 دی 1404",
        "1299/12/29",
        "1501/01/01",
        "0625/01/01",
        "9999-01-01",
        "04/10/15",
        "140410150",
        "14041315",
        "1404.10.15",
        "1404/10/15 12:30",
        "فردا",
    ] {
        ground.refuses_fields(&format!("start: {day}"), "K0210 @:4:8");
    }
    ground.refuses_fields("start: 1404/05/01\ndue: 1404/04/31", "K0316 @:5:6");
    ground.refuses_fields(
        "start: 1404/05/01\ndue: 1404/08/30\nreschedules:\n  - {date: 1404/06/01, due: 1404/03/01, reason: permit}",
        "K0316 @:7:29",
    );
    ground.refuses_with(
        &[("content/site.yml", "title: x\nprovince: قم\nas_of: 1404/12/30\n".as_bytes())],
        &["K0210 content/site.yml:3:8"],
    );
}

#[test]
fn numbers() {
    let ground = Ground::new();
    let updates = "updates:\n  - {date: 1404/03/01, progress: ";
    for progress in ["105", "۱۰۵٪", "-1", "100.5", "1e2", "0x10", "+5", "ده", "50,5", "۱۲/۵"] {
        let code = if matches!(progress, "105" | "۱۰۵٪" | "-1" | "100.5") { "K0212" } else { "K0211" };
        ground.refuses_fields(&format!("{updates}'{progress}'}}"), &format!("{code} @:5:34"));
    }
    for weight in ["-1", "0", "−۲"] {
        ground.refuses_fields(&format!("weight: {weight}"), "K0212 @:4:9");
    }
    ground.refuses_fields("milestones:\n  - {title: x, weight: -3}", "K0212 @:5:24");
    ground.refuses_fields("budget: {planned: -5}", "K0212 @:4:19");
}

#[test]
fn circles() {
    let ground = Ground::new();
    ground.refuses_fields("depends_on: bad", "K0318 @:4:13");
    let of = |next: &str| format!("{ACTIVITY}depends_on: [pitch, {next}]\n");
    ground.refuses_with(
        &[
            ("content/activities/c1.yml", of("c2").as_bytes()),
            ("content/activities/c2.yml", of("c3").as_bytes()),
            ("content/activities/c3.yml", of("c1").as_bytes()),
        ],
        &["K0318 content/activities/c1.yml:4:13"],
    );
}

#[test]
fn invalid_utf8() {
    let ground = Ground::new();
    ground.refuses_with(
        &[(FILE, b"title: x\nneighborhood: sheikhabad\ndomain: sp\xffort\n")],
        &[&format!("K0005 {FILE}:3:0")],
    );
    // UTF-16 is read if a mark begins it, but half a unit is no text.
    ground.refuses_with(&[(FILE, b"\xff\xfet\0i\0t\0l\0e\0:")], &[&format!("K0005 {FILE}:1:0")]);
    // «زمین» in Windows-1256, as old programs save it.
    ground.refuses_with(&[(FILE, b"title: \xd2\xe3\xed\xe4\n")], &[&format!("K0005 {FILE}:1:0")]);
    ground.refuses_with(
        &[("content/pages/guide.md", b"---\ntitle: x\n---\ntext\n\n\xc3\x28\n")],
        &["K0005 content/pages/guide.md:6:0"],
    );
    ground.refuses_with(&[("content/site.yml", b"title: \xff\n")], &["K0005 content/site.yml:1:0"]);
}

#[test]
fn huge_files() {
    let ground = Ground::new();
    let huge = "# یادداشت\n".repeat(300_000);
    ground.refuses_with(&[(FILE, huge.as_bytes())], &[&format!("K0004 {FILE}:0:0")]);
    let head = format!("---\ntitle: x\n{}---\n", "# note\n".repeat(160_000));
    ground
        .refuses_with(&[("content/pages/guide.md", head.as_bytes())], &["K0127 content/pages/guide.md:1:1"]);
    ground.refuses_activity(
        &format!("title: {}\nneighborhood: sheikhabad\ndomain: sport\n", "ن".repeat(301)),
        "K0208 @:1:8",
    );
}

#[test]
fn deeply_nested_files() {
    let ground = Ground::new();
    for (open, column) in [("[", 41), ("{a: ", 140)] {
        let _ = column;
        let text = format!("title: x\nneighborhood: {}\n", open.repeat(100_000));
        ground.site.write(FILE, text);
        let run = ground.site.run(&["build", "--format", "json"]).ends(1);
        let [found] = &run.findings()[..] else { panic!("{}", run.stdout) };
        assert_eq!((found.code.as_str(), found.line), ("K0124", 2));
        ground.stands(open);
    }
    let list = format!("{}x\n", "- ".repeat(100_000));
    ground.site.write(FILE, list);
    let run = ground.site.run(&["build", "--format", "json"]).ends(1);
    assert_eq!(run.findings().iter().map(|found| found.code.as_str()).collect::<Vec<_>>(), ["K0124"]);
    // Deeply nested Markdown is not an error, but must not crash the program.
    ground.site.remove(FILE);
    let deep = format!(
        "---\ntitle: x\n---\n{}x\n\n{}x\n\n{}x\n",
        "> ".repeat(20_000),
        "- ".repeat(20_000),
        "[".repeat(50_000)
    );
    ground.site.write("content/pages/deep.md", deep);
    let run = ground.site.run(&["check"]);
    assert!([0, 1].contains(&run.status), "{run:?}");
}

#[test]
fn unknown_theme() {
    let ground = Ground::new();
    let settings = "title: x\nprovince: قم\ntheme: blue\n";
    ground.refuses_with(&[("content/site.yml", settings.as_bytes())], &["K0501 content/site.yml:3:8"]);
    let climbing = "title: x\nprovince: قم\ntheme: ../content\n";
    ground.refuses_with(&[("content/site.yml", climbing.as_bytes())], &["K0223 content/site.yml:3:8"]);
}

#[test]
fn two_sources_of_one_address() {
    let ground = Ground::new();
    for name in ["manifest.json", "Manifest.JSON", "data/progress.json", "activities"] {
        let file = format!("content/static/{name}");
        ground.refuses_with(&[(&file, b"x")], &[&format!("K0019 {file}:0:0")]);
    }
    // No file of static/ may take the address of a page, whatever its letter case.
    ground.refuses_with(&[("content/static/index.html", b"x")], &["K0011 content/static/index.html:0:0"]);
    ground.refuses_with(
        &[("content/static/CNAME", b"a"), ("content/static/cname", b"b")],
        &["K0019 content/static/cname:0:0"],
    );
}

/// Windows treats these names as devices, regardless of extension, and can neither store nor copy such files.
#[cfg(unix)]
#[test]
fn names_that_windows_refuses() {
    let ground = Ground::new();
    for name in ["con.txt", "nul", "COM1.json", "aux/x.txt", "a/lpt9.xml", "q?.txt", "dot."] {
        let file = format!("content/static/{name}");
        ground.refuses_with(&[(&file, b"x")], &[&format!("K0010 {file}:0:0")]);
    }
}

#[test]
fn no_settings() {
    let ground = Ground::new();
    ground.site.remove("content/site.yml");
    ground.refuses("site.yml", &["K0013 content/site.yml:0:0"]);
}

/// One run reports all errors of all files in the order of their places.
#[test]
fn many_faults_are_told_at_once() {
    let ground = Ground::new();
    ground.refuses_with(
        &[
            ("content/activities/b.yml", format!("{ACTIVITY}start: x\ndue: y\n").as_bytes()),
            ("content/activities/a.yml", b"title: 'x\n"),
            ("content/activities/c.yml", "title: x\nneighborhood: nowhere\ndomain: sport\nweight: -1\n".as_bytes()),
            ("content/visits/v.yml", "neighborhood: sheikhabad\ndate: 1404/02/01\nby: x\nfindings: [{activity: a, progress: 200}]\n".as_bytes()),
            ("content/unknown/x.yml", b"title: x\n"),
            ("content/static/x.svg", b"<svg/>"),
            ("content/site.yml", "title: x\ntheme: none\n".as_bytes()),
        ],
        &[
            "K0105 content/activities/a.yml:1:8",
            "K0210 content/activities/b.yml:4:8",
            "K0210 content/activities/b.yml:5:6",
            "K0304 content/activities/c.yml:2:15",
            "K0212 content/activities/c.yml:4:9",
            "K0203 content/site.yml:1:1",
            "K0011 content/static/x.svg:0:0",
            "K0001 content/unknown:0:0",
            "K0212 content/visits/v.yml:4:36",
        ],
    );
}

/// Forbidden outputs are usage errors, whatever the content is.
mod outputs {
    use super::*;

    #[track_caller]
    fn refuses(site: &Site, output: &str) -> Run {
        let before = Tree::of(site.path());
        let run = site.run(&["build", "--lang", "en", "--output", output]).ends(2);
        assert_eq!(changed(&before, &Tree::of(site.path())), [""; 0], "{output}");
        assert!(run.stderr.contains("hint: "), "{}", run.stderr);
        run
    }

    #[test]
    fn that_are_not_ours() {
        let site = Site::new();
        site.write("letters/one.txt", "x");
        site.write("claimed/manifest.json", "{\"generator\": \"another\"}");
        for output in ["letters", "claimed"] {
            assert!(refuses(&site, output).stderr.contains("was not made by karnameh"));
        }
        site.write("file", "x");
        assert!(refuses(&site, "file").stderr.contains("is not a folder"));
        assert!(refuses(&site, "file/below").stderr.contains("is not a folder"));
    }

    #[test]
    fn inside_the_content() {
        let site = Site::new();
        for output in ["content", "content/site", "content/static/site", "output/../content/x", "./content/"]
        {
            assert!(refuses(&site, output).stderr.contains("is inside the content folder"), "{output}");
        }
    }

    #[test]
    fn that_hold_the_content() {
        let site = Site::new();
        for output in [".", "content/..", ".."] {
            assert!(refuses(&site, output).stderr.contains("contains the content folder"), "{output}");
        }
        // `--force` does not permit these either.
        site.run(&["build", "--force", "--output", "."]).ends(2);
        site.run(&["build", "--force", "--output", "content"]).ends(2);
        assert!(site.path().join("content/site.yml").is_file());
    }

    #[test]
    fn that_are_the_root_or_the_home() {
        let site = Site::new();
        let root = site.run(&["build", "--force", "--output", "/"]).ends(2);
        assert!(!root.stderr.is_empty());
        let home = site.path().join("home/me");
        fs::create_dir_all(&home).expect("a folder");
        for output in ["home", "home/me"] {
            let mut command = crate::support::command(site.path());
            let run =
                Run::of(command.env("HOME", &home).args(["build", "--force", "--lang", "en", "-o", output]));
            assert!(run.ends(2).stderr.contains("contains your home folder"), "{output}");
            assert!(home.is_dir());
        }
    }

    #[test]
    fn with_a_repository_in_them() {
        let site = Site::new();
        site.run(&["build", "--output", "site"]).done();
        site.write("site/.git/HEAD", "x");
        assert!(refuses(&site, "site").stderr.contains("repository"));
    }
}

#[cfg(unix)]
mod on_unix {
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::os::unix::net::UnixListener;
    use std::process::Command;

    use super::*;

    #[test]
    fn links_out_of_the_content() {
        let ground = Ground::new();
        let site = ground.site.path();
        fs::create_dir(site.join("outside")).expect("a folder");
        fs::write(site.join("outside/secret.yml"), ACTIVITY).expect("a file");
        fs::create_dir(site.join("content/static")).expect("a folder");
        for (target, link) in [
            (site.join("outside/secret.yml"), "content/activities/link.yml"),
            (site.join("outside"), "content/activities/linked"),
            (site.join("outside"), "content/media"),
            (Path::new("/etc/passwd").to_owned(), "content/static/passwd.txt"),
            (Path::new("/etc").to_owned(), "content/pages"),
            (Path::new("../../outside/secret.yml").to_owned(), "content/activities/link.yml"),
        ] {
            symlink(&target, site.join(link)).expect("a link");
            ground.refuses(link, &[&format!("K0007 {link}:0:0")]);
            fs::remove_file(site.join(link)).expect("the link");
        }
        symlink("gone", site.join("content/activities/link.yml")).expect("a link");
        ground.refuses("dangling", &["K0009 content/activities/link.yml:0:0"]);
        fs::remove_file(site.join("content/activities/link.yml")).expect("the link");
        symlink("..", site.join("content/activities/up")).expect("a link");
        ground.refuses("in a circle", &["K0008 content/activities/up:0:0"]);
    }

    /// Links must not redirect the settings or the content folder.
    #[test]
    fn links_in_the_place_of_settings() {
        let ground = Ground::new();
        let site = ground.site.path();
        fs::rename(site.join("content/site.yml"), site.join("site.yml")).expect("renamed");
        symlink("../site.yml", site.join("content/site.yml")).expect("a link");
        let run = ground.site.run(&["build", "--format", "json"]).ends(1);
        assert!(run.places().contains(&"K0007 content/site.yml:0:0".to_owned()), "{}", run.stdout);
        ground.stands("site.yml");
    }

    #[test]
    fn pipes_sockets_and_devices() {
        let ground = Ground::new();
        let site = ground.site.path();
        for folder in ["activities", "media", "static"] {
            let pipe = format!("content/{folder}/pipe.txt");
            fs::create_dir_all(site.join("content").join(folder)).expect("a folder");
            let made = Command::new("mkfifo").arg(site.join(&pipe)).status().expect("mkfifo");
            assert!(made.success());
            ground.refuses(&pipe, &[&format!("K0006 {pipe}:0:0")]);
            fs::remove_file(site.join(&pipe)).expect("the pipe");
        }
        let socket = "content/activities/socket.yml";
        let listener = UnixListener::bind(site.join(socket)).expect("a socket");
        ground.refuses(socket, &[&format!("K0006 {socket}:0:0")]);
        drop(listener);
        fs::remove_file(site.join(socket)).expect("the socket");
        let device = "content/activities/zero.yml";
        // Only root can create devices. A link to one leads out of the content and is rejected for that.
        if Command::new("mknod")
            .arg(site.join(device))
            .args(["c", "1", "5"])
            .status()
            .is_ok_and(|made| made.success())
        {
            ground.refuses(device, &[&format!("K0006 {device}:0:0")]);
            fs::remove_file(site.join(device)).expect("the device");
        }
        symlink("/dev/zero", site.join(device)).expect("a link");
        ground.refuses(device, &[&format!("K0007 {device}:0:0")]);
    }

    #[test]
    fn a_pipe_in_the_place_of_settings() {
        let ground = Ground::new();
        ground.site.remove("content/site.yml");
        let path = ground.site.path().join("content/site.yml");
        assert!(Command::new("mkfifo").arg(path).status().expect("mkfifo").success());
        let run = ground.site.run(&["build", "--format", "json"]).ends(1);
        assert!(run.places().contains(&"K0006 content/site.yml:0:0".to_owned()), "{}", run.stdout);
        ground.stands("site.yml");
    }

    /// Returns whether file permissions apply. They do not apply to root; then the test reports that it was skipped.
    fn is_bound(site: &Site) -> bool {
        let probe = site.write("probe", "x");
        fs::set_permissions(&probe, fs::Permissions::from_mode(0o000)).expect("permissions");
        let bound = fs::read(&probe).is_err();
        fs::remove_file(probe).expect("the probe");
        bound
    }

    /// Runs the program as `nobody` if we are root, otherwise as the current user.
    fn run_bound(site: &Site, args: &[&str]) -> Option<Run> {
        if is_bound(site) {
            return Some(site.run(args));
        }
        // A copy that everyone may execute, because the build's own folder may be private.
        let binary = site.path().join("karnameh");
        fs::copy(env!("CARGO_BIN_EXE_karnameh"), &binary).expect("a copy");
        fs::set_permissions(site.path(), fs::Permissions::from_mode(0o755)).expect("permissions");
        let mut command = assert_cmd::Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(&binary).args(args);
        command.current_dir(site.path()).env("SOURCE_DATE_EPOCH", "1767601800");
        let run = Run::of(&mut command);
        (run.status != 127).then_some(run)
    }

    fn own(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("permissions");
    }

    fn left_out(why: &str) {
        // On the real output, because the harness hides captured output of passing tests.
        use std::io::Write as _;
        let _ = writeln!(std::io::stderr().lock(), "LEFT OUT: {why}");
    }

    #[test]
    fn no_permission_to_write() {
        let ground = Ground::new();
        let output = ground.site.path().join("output");
        own(&output, 0o555);
        let run = run_bound(&ground.site, &["build", "--lang", "en"]);
        own(&output, 0o755);
        let Some(run) = run else { return left_out("no_permission_to_write: root, without setpriv") };
        let run = run.ends(3);
        assert!(run.stderr.contains("Permission denied") && run.stderr.contains("hint: "), "{}", run.stderr);
        ground.stands("a closed folder");
    }

    #[test]
    fn no_permission_to_read() {
        let ground = Ground::new();
        for closed in ["content/activities/pitch.yml", "content/activities", "content/site.yml", "content"] {
            let path = ground.site.path().join(closed);
            let mode = fs::metadata(&path).expect("it is there").permissions().mode();
            own(&path, 0o000);
            let run = run_bound(&ground.site, &["build", "--lang", "en"]);
            own(&path, mode);
            let Some(run) = run else { return left_out("no_permission_to_read: root, without setpriv") };
            let run = run.ends(3);
            assert!(
                run.stderr.contains(closed) && run.stderr.contains("Permission denied"),
                "{}",
                run.stderr
            );
            ground.stands(closed);
        }
    }
}

/// A finding counts the items of a list as its file does, those that were refused or empty too.
#[test]
fn items_are_counted_as_in_the_file() {
    let site = Site::new();
    let fields = "date: 1404/07/01\nneighborhood: sheikhabad\nby: b\n";
    let findings =
        "findings:\n  - 5\n  -\n  - activity: nothing\n  - activity: pitch\n    photos: [a.jpg, b.jpg]\n";
    site.write("content/visits/v.yml", format!("{fields}{findings}"));
    let moved = "start: 1404/07/01\nreschedules:\n  -\n  - date: 1404/07/02\n    due: 1404/06/01\n    reason: funding\n";
    site.write(FILE, format!("{ACTIVITY}{moved}"));
    let run = site.run(&["check", "--format", "json"]).ends(1);
    let found: Vec<_> =
        run.findings().into_iter().map(|found| (found.field.unwrap_or_default(), found.line)).collect();
    for expected in [
        ("findings[1]", 5),
        ("findings[3].activity", 7),
        ("findings[4].photos", 9),
        ("reschedules[2].due", 8),
    ] {
        assert!(found.iter().any(|(field, line)| (&**field, *line) == expected), "{expected:?} in {found:?}");
    }
}
