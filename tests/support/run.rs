//! Runs the program as a user does: arguments in; exit status, standard output and standard error out.

use std::io::Write as _;
use std::path::Path;
use std::time::Duration;

use assert_cmd::Command;
use serde::Deserialize;

/// 15 Dey 1404, noon in Tehran: the default day of tests.
pub(crate) const NOON: &str = "1767601800";

/// The limit is there for a run that hangs: the others end long before it, on a busy machine too.
const PATIENCE: Duration = Duration::from_secs(600);

/// The result of a run.
#[derive(Debug)]
pub(crate) struct Run {
    /// The exit status, or −1 if a signal ended the run.
    pub(crate) status: i32,
    /// Standard output.
    pub(crate) stdout: String,
    /// Standard error.
    pub(crate) stderr: String,
}

/// A finding in `--format json`, with the documented keys and no others.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Finding {
    pub(crate) code: String,
    pub(crate) severity: String,
    pub(crate) file: String,
    pub(crate) line: u32,
    pub(crate) column: u32,
    pub(crate) field: Option<String>,
    pub(crate) fa: String,
    pub(crate) en: String,
    pub(crate) hint_fa: String,
    pub(crate) hint_en: String,
    pub(crate) related: Vec<Related>,
}

/// The second place of a finding.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Related {
    pub(crate) file: String,
    pub(crate) line: u32,
    pub(crate) column: u32,
    pub(crate) fa: String,
    pub(crate) en: String,
}

impl Finding {
    /// Formats code and place: «K0210 content/activities/x.md:4:8».
    pub(crate) fn place(&self) -> String {
        format!("{} {}:{}:{}", self.code, self.file, self.line, self.column)
    }
}

/// Prepares a run of the program in a folder, with a fixed day and without settings from this machine's environment.
pub(crate) fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_karnameh"));
    command.current_dir(folder).env("SOURCE_DATE_EPOCH", NOON).env_remove("NO_COLOR").timeout(PATIENCE);
    command
}

/// Runs the program in a folder.
pub(crate) fn karnameh(folder: &Path, args: &[&str]) -> Run {
    Run::of(command(folder).args(args))
}

impl Run {
    /// Runs a command to completion.
    pub(crate) fn of(command: &mut Command) -> Self {
        let output = command.output().expect("the program is built");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program speaks UTF-8");
        Self {
            status: output.status.code().unwrap_or(-1),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }

    /// Asserts the exit status.
    #[track_caller]
    pub(crate) fn ends(self, status: i32) -> Self {
        assert_eq!(self.status, status, "stdout: {}\nstderr: {}", self.stdout, self.stderr);
        self
    }

    /// Asserts success.
    #[track_caller]
    pub(crate) fn done(self) -> Self {
        self.ends(0)
    }

    /// Parses the findings of a run with `--format json`.
    #[track_caller]
    pub(crate) fn findings(&self) -> Vec<Finding> {
        let parse = |line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error} in {line}"));
        self.stdout.lines().map(parse).collect()
    }

    /// Returns codes and places of the findings of a run with `--format json`.
    #[track_caller]
    pub(crate) fn places(&self) -> Vec<String> {
        self.findings().iter().map(Finding::place).collect()
    }
}

/// Reports that a program is missing and its test is skipped. Bypasses the test harness, which hides the output of passing
/// tests.
pub(crate) fn left_out(program: &str) {
    let text = format!("\n!!! LEFT OUT: {program} is not installed; ./test installs it !!!\n");
    std::io::stderr().write_all(text.as_bytes()).expect("standard error");
}
