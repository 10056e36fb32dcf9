//! Arguments in, exit status out; alone in printing, reading the clock and the environment.
//!
//! Exit status (product.md): 0 done, 1 the content has errors, 2 usage, 3 the machine failed us. Start reading at
//! [`main`].

mod adopt;
mod archive;
mod args;
mod clock;
mod commands;
mod diff;
mod failure;
mod listen;
mod publish;
mod report;
mod share;
mod summary;
mod terminal;

use std::process::ExitCode;

use clap::Parser;

use args::{Cli, Command};

/// How a run ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    Done,
    Content,
    Usage,
    Machine,
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        Self::from(match ending {
            Ending::Done => 0,
            Ending::Content => 1,
            Ending::Usage => 2,
            Ending::Machine => 3,
        })
    }
}

/// Runs the program.
pub fn main() -> ExitCode {
    let Cli { command, common } = Cli::parse();
    let terminal = terminal::Terminal::new(&common);
    let ending = match command {
        Command::Build(args) => commands::build(&args, &common, terminal),
        Command::Check(args) => commands::check(&args, &common, terminal),
        Command::Init(args) => commands::init(&args, terminal),
        Command::Share(args) => share::share(&args, &common, terminal),
        Command::Adopt(args) => adopt::adopt(&args, &common, terminal),
        Command::Snapshot(args) => archive::snapshot(&args, &common, terminal),
        Command::Verify(args) => archive::verify(&args, terminal),
        Command::Keygen { file } => archive::keygen(&file, &common.source, terminal),
        Command::Publish(args) => publish::publish(&args, &common, terminal),
        Command::Diff(args) => diff::diff(&args, &common, terminal),
        Command::Explain { code } => commands::explain(&code, terminal),
        Command::Completions { shell } => commands::completions(shell),
    };
    ending.into()
}
