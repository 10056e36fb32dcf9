//! Why a command could not do its work: a message, and the status that the program exits with.

use super::Message;

/// How a run of the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// 0: everything was done.
    Done,
    /// 1: the content has errors (or warnings, under `--strict`), a proof failed, or two editions differ.
    Findings,
    /// 2: the command line asks for what can't be done.
    Usage,
    /// 3: the machine failed: a disk, a permission, a file that can't be read.
    Machine,
}

impl Exit {
    /// The exit status that other programs see.
    pub fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Findings => 1,
            Self::Usage => 2,
            Self::Machine => 3,
        }
    }
}

/// What ends a command before its work is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint {
    /// How the run ends.
    pub exit: Exit,
    /// What is wrong and what to do.
    pub message: Message,
}

impl Complaint {
    /// Something is wrong with the content.
    pub fn findings(fa: impl Into<String>, en: impl Into<String>) -> Self {
        Self { exit: Exit::Findings, message: Message::new(fa, en) }
    }

    /// Something is wrong with the command line.
    pub fn usage(fa: impl Into<String>, en: impl Into<String>) -> Self {
        Self { exit: Exit::Usage, message: Message::new(fa, en) }
    }

    /// The machine failed.
    pub fn machine(fa: impl Into<String>, en: impl Into<String>) -> Self {
        Self { exit: Exit::Machine, message: Message::new(fa, en) }
    }

    /// Adds what to do instead.
    #[must_use]
    pub fn hint(mut self, fa: impl Into<String>, en: impl Into<String>) -> Self {
        self.message = self.message.hint(fa, en);
        self
    }
}

/// An error that can end a command. One `match` over its variants gives each its sentence, hint and exit in one place.
pub trait Complain {
    /// The error as it is reported.
    fn complaint(&self) -> Complaint;
}

impl<E: Complain> From<E> for Complaint {
    fn from(error: E) -> Self {
        error.complaint()
    }
}
