//! Arguments in, exit status out; alone in printing, reading the clock and the environment.
//!
//! How a run ends is an [`Exit`](crate::diag::Exit). Start reading at [`main`].

mod adopt;
mod archive;
mod args;
mod clock;
mod commands;
mod diff;
mod listen;
mod publish;
mod report;
mod share;
mod summary;
mod terminal;

use std::process::ExitCode;

use clap::Parser;

use args::{Cli, Command};

/// Runs the program.
pub fn main() -> ExitCode {
    let Cli { command, common } = Cli::parse();
    let terminal = terminal::Terminal::new(&common);
    let ended = match command {
        Command::Build(args) => commands::build(&args, &common, terminal),
        Command::Check(args) => commands::check(&args, &common, terminal),
        Command::Init(args) => commands::init(&args, terminal),
        Command::Share(args) => share::share(&args, &common, terminal),
        Command::Adopt(args) => Ok(adopt::adopt(&args, &common, terminal)),
        Command::Snapshot(args) => archive::snapshot(&args, &common, terminal),
        Command::Verify(args) => archive::verify(&args, terminal),
        Command::Keygen { file } => archive::keygen(&file, &common.source, terminal),
        Command::Publish(args) => publish::publish(&args, &common, terminal),
        Command::Diff(args) => diff::diff(&args, &common, terminal),
        Command::Explain { name } => Ok(commands::explain(&name, terminal)),
        Command::Completions { shell } => Ok(commands::completions(shell)),
    };
    let exit = ended.unwrap_or_else(|complaint| terminal.fail(complaint));
    ExitCode::from(exit.code())
}
