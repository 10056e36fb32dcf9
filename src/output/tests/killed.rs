//! Runs builds in a child process that is killed or whose disk is full.
//!
//! The child is this test binary; an environment variable tells it what to build.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::super::swap::SwapMethod;
use super::super::{OutputError, Target};
use super::{Ground, head, open, torn};
use crate::diag::{Complain, Exit};

const SOURCE: &str = "KARNAMEH_TEST_SOURCE";
const EDITION: &str = "KARNAMEH_TEST_EDITION";
const WAY: &str = "KARNAMEH_TEST_WAY";
const CHILD: [&str; 4] = ["--exact", "output::tests::killed::child", "--ignored", "--nocapture"];

/// Builds one edition of a site in which a third of the pages never change.
fn build(source: &Path, edition: usize, way: SwapMethod) -> Result<(), OutputError> {
    let stage = open(source, "output/site", false)?.stage()?.with_method(way);
    for n in 0..300 {
        let of = if n % 3 == 0 { 0 } else { edition };
        stage.write(&format!("{}/{n}.html", n % 20), format!("page {n} of {of}\n").repeat(200).as_bytes())?;
    }
    stage.write(&format!("edition-{edition}.html"), b"")?;
    stage.finish(head(&edition.to_string())).map(drop)
}

/// Not a test: the code of the child process.
#[test]
#[ignore = "runs in a child process of the tests beside it"]
fn child() {
    let (Some(source), Ok(edition)) = (env::var_os(SOURCE), env::var(EDITION)) else { return };
    let way = if env::var_os(WAY).is_some() { SwapMethod::TwoRenames } else { SwapMethod::Exchange };
    let built = build(&PathBuf::from(source), edition.parse().expect("a number"), way);
    assert_eq!(built.map_err(|error| error.complaint()), Ok(()));
}

fn command(shell: &str, source: &Path, edition: usize, way: SwapMethod) -> Command {
    let mut command = Command::new("sh");
    command
        .arg("-c")
        .arg(format!("{shell} exec \"$@\""))
        .arg("sh")
        .arg(env::current_exe().expect("a test binary"));
    command.args(CHILD);
    command.env(SOURCE, source).env(EDITION, edition.to_string());
    if way == SwapMethod::TwoRenames {
        command.env(WAY, "1");
    }
    command
}

fn start(source: &Path, edition: usize, way: SwapMethod) -> Child {
    let mut command = command("", source, edition, way);
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("a shell")
}

/// Kills builds at moments spread over their duration. After each, the site is complete in one edition or the other.
fn survives(way: SwapMethod, times: u32) {
    let ground = Ground::new();
    let source = ground.folder.path();
    let begin = Instant::now();
    assert!(start(source, 1, way).wait().expect("it ran").success());
    let whole = begin.elapsed().min(Duration::from_secs(2));
    let mut stands = 1;
    for round in 0..times {
        let next = stands + 1;
        let mut child = start(source, next, way);
        thread::sleep(whole * round / times);
        child.kill().expect("it is ours");
        child.wait().expect("it ended");
        // With two renames the site can be missing for a moment; the next start restores it.
        drop(ground.open("output/site", false).expect("the target is ours"));
        assert_eq!(torn(&ground.site()), [""; 0], "round {round}");
        let edition = |n: usize| ground.site().join(format!("edition-{n}.html")).exists();
        assert_ne!(edition(stands), edition(next), "round {round}");
        stands = if edition(next) { next } else { stands };
    }
    build(source, stands + 1, way).expect("the leftovers stand in nobody's way");
    assert_eq!(torn(&ground.site()), [""; 0]);
    assert_eq!(ground.neighbors(), ["site"]);
}

#[cfg(unix)]
#[test]
fn kill_at_any_moment() {
    survives(SwapMethod::Exchange, 25);
}

#[cfg(unix)]
#[test]
fn kill_at_any_moment_with_two_renames() {
    survives(SwapMethod::TwoRenames, 15);
}

#[cfg(unix)]
#[test]
fn a_full_disk() {
    let ground = Ground::new();
    let source = ground.folder.path();
    build(source, 1, SwapMethod::Exchange).unwrap();
    let before = ground.files();
    // Limit files to 2 KiB, less than the pages: writing fails in the middle, as on a full disk.
    let limited =
        command("trap '' XFSZ; ulimit -f 2;", source, 2, SwapMethod::Exchange).output().expect("a shell");
    let message = String::from_utf8_lossy(&limited.stderr).into_owned();
    assert!(!limited.status.success() && message.contains("exit: Machine"), "{message}");
    assert_eq!(ground.files(), before);
    assert_eq!(ground.neighbors(), ["site"]);
}

/// If mounting is possible: a disk of 1800 KiB, which has room for one edition but not for two.
#[cfg(target_os = "linux")]
#[test]
fn a_disk_that_is_really_full() {
    let ground = Ground::new();
    let source = ground.folder.path();
    let script = r#"
        mount -t tmpfs -o size=1800k tmpfs "$SOURCE" 2>/dev/null || exit 77
        cd "$SOURCE" && mkdir content && KARNAMEH_TEST_EDITION=1 "$@" >/dev/null || exit 1
        find output | sort > content/before
        KARNAMEH_TEST_EDITION=2 "$@" 2>&1 && exit 1
        find output | sort | cmp - content/before
        "#;
    let mut command = Command::new("unshare");
    command.args(["--mount", "sh", "-c", script, "sh"]).arg(env::current_exe().expect("a test binary"));
    command.args(CHILD).env("SOURCE", source).env(SOURCE, source);
    let Ok(output) = command.output() else { return };
    let message =
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    let not_allowed = output.status.code() == Some(77) || message.contains("unshare failed");
    assert!(not_allowed || (output.status.success() && message.contains("No space left")), "{message}");
}

#[cfg(unix)]
#[test]
fn a_folder_that_was_closed_while_building() {
    use std::os::unix::fs::PermissionsExt;
    let ground = Ground::new();
    ground.build(&[("index.html", "old")]);
    let before = ground.files();
    let stage = ground.open("output/site", false).and_then(Target::stage).unwrap();
    stage.write("index.html", b"new").unwrap();
    fs::set_permissions(ground.path("output"), fs::Permissions::from_mode(0o555)).unwrap();
    let finished = stage.finish(head("x"));
    fs::set_permissions(ground.path("output"), fs::Permissions::from_mode(0o755)).unwrap();
    if finished.is_ok() {
        return; // Root may write everywhere.
    }
    assert_eq!(finished.unwrap_err().complaint().exit, Exit::Machine);
    assert_eq!(ground.files(), before);
}
