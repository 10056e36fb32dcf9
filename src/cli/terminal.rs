//! The only place that prints. A broken pipe is no failure: whoever reads has seen enough.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Display, Path};

use crate::diag::{Complaint, Exit, Lang};

use super::args::{Color, Common, Format};
use super::report;

/// Where and how to speak.
#[derive(Debug, Clone, Copy)]
pub(super) struct Terminal {
    pub(super) lang: Lang,
    pub(super) format: Format,
    pub(super) color: bool,
    pub(super) quiet: bool,
}

impl Terminal {
    pub(super) fn new(common: &Common) -> Self {
        let color = match common.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => {
                io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|no| no.is_empty())
            }
        };
        Self { lang: common.lang, format: common.format, color, quiet: common.quiet }
    }

    /// The sentence of the language asked for.
    pub(super) fn say<'t>(self, fa: &'t str, en: &'t str) -> &'t str {
        match self.lang {
            Lang::Fa => fa,
            Lang::En => en,
        }
    }

    /// Tells how things went; silent under `--quiet` and where a program reads.
    pub(super) fn tell(self, text: &str) {
        if !self.quiet && self.format == Format::Human {
            let _ = writeln!(io::stdout().lock(), "{text}");
        }
    }

    /// Reports why a command could not do its work, and says how the run ends.
    pub(super) fn fail(self, complaint: impl Into<Complaint>) -> Exit {
        let Complaint { exit, message } = complaint.into();
        complain(&report::message(&message, self.lang));
        exit
    }

    /// Whether a progress bar makes sense.
    pub(super) fn is_watched(self) -> bool {
        !self.quiet && self.format == Format::Human && io::stderr().is_terminal()
    }
}

/// Prints what was asked for.
pub(super) fn answer(text: &str) {
    let _ = io::stdout().lock().write_all(text.as_bytes());
}

/// Tells what went wrong.
pub(super) fn complain(text: &str) {
    let _ = io::stderr().lock().write_all(text.as_bytes());
}

/// A path as people write it: below the folder that they are in without a dot before it.
pub(super) fn tidy(path: &Path) -> Display<'_> {
    path.strip_prefix(".").ok().filter(|rest| !rest.as_os_str().is_empty()).unwrap_or(path).display()
}

/// Whether a person sits at both ends.
pub(super) fn is_asked() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Asks for a line where [`is_asked`]; `None` where it is blank.
pub(super) fn ask(question: &str) -> Option<String> {
    if !is_asked() {
        return None;
    }
    complain(&format!("{question} "));
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line).ok()?;
    let line = line.trim();
    (!line.is_empty()).then(|| line.to_owned())
}
