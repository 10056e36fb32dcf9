//! The program as its user runs it: arguments in; exit status, what was said and what was complained of out.

use std::io::Write as _;
use std::path::Path;
use std::time::Duration;

use assert_cmd::Command;
use serde::Deserialize;

/// 15 Dey 1404, noon in Tehran: the day of whatever gives none.
pub(crate) const NOON: &str = "1767601800";

/// No run of a test takes longer, but one that waits for ever.
const PATIENCE: Duration = Duration::from_secs(60);

/// How a run ended.
#[derive(Debug)]
pub(crate) struct Run {
    /// The exit status; −1 where a signal ended it.
    pub(crate) status: i32,
    /// What was said.
    pub(crate) stdout: String,
    /// What was complained of.
    pub(crate) stderr: String,
}

/// A finding as `--format json` writes it; the documented keys and no others.
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
    /// Code and place, as one writes them: «K0210 content/activities/x.md:4:8».
    pub(crate) fn place(&self) -> String {
        format!("{} {}:{}:{}", self.code, self.file, self.line, self.column)
    }
}

/// The program, about to be run in a folder: with a day of its own, and nothing of the machine's settings that it
/// listens to.
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
    /// Runs a command to its end.
    pub(crate) fn of(command: &mut Command) -> Self {
        let output = command.output().expect("the program is built");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program speaks UTF-8");
        Self {
            status: output.status.code().unwrap_or(-1),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }

    /// Insists on an exit status.
    #[track_caller]
    pub(crate) fn ends(self, status: i32) -> Self {
        assert_eq!(self.status, status, "stdout: {}\nstderr: {}", self.stdout, self.stderr);
        self
    }

    /// Insists that all went well.
    #[track_caller]
    pub(crate) fn done(self) -> Self {
        self.ends(0)
    }

    /// The findings of a run with `--format json`.
    #[track_caller]
    pub(crate) fn findings(&self) -> Vec<Finding> {
        let parse = |line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error} in {line}"));
        self.stdout.lines().map(parse).collect()
    }

    /// Codes and places of the findings of a run with `--format json`.
    #[track_caller]
    pub(crate) fn places(&self) -> Vec<String> {
        self.findings().iter().map(Finding::place).collect()
    }
}

/// Says past the test harness, which keeps what passing tests print to itself, that a program is missing and its test is
/// left out.
pub(crate) fn left_out(program: &str) {
    let text = format!("\n!!! LEFT OUT: {program} is not installed; ./test installs it !!!\n");
    std::io::stderr().write_all(text.as_bytes()).expect("standard error");
}
