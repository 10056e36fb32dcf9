//! The commands, each as one would tell it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::CommandFactory;
use clap_complete::Shell;

use crate::diag::{Bilingual, Complaint, Diagnostic, Exit, MachineError, Severity, codes};
use crate::exchange::{self, Project};
use crate::fields::closest;
use crate::format;
use crate::persian::{Day, dates};
use crate::pipeline::{self, Destination, LeftOut, Outcome, Request};

use super::args::{BuildArgs, CheckArgs, Cli, Common, Format, InitArgs};
use super::listen::Listener;
use super::terminal::{self, Terminal};
use super::{clock, report, summary};

/// Builds the site and says where to look.
pub(super) fn build(args: &BuildArgs, common: &Common, terminal: Terminal) -> Result<Exit, Complaint> {
    let request = request(common, args.as_of.as_deref(), args.strict)?;
    let to = Destination {
        output: args.output.clone().unwrap_or_else(|| pipeline::default_output(&common.source)),
        force: args.force,
        home: std::env::home_dir().filter(|home| !home.as_os_str().is_empty()),
    };
    let listener = Listener::new(terminal);
    let outcome = pipeline::build(&request, &to, &listener)?;
    if args.timings {
        terminal.tell(listener.timings().trim_end());
    }
    Ok(finish(&outcome, summary::NOT_BUILT, terminal))
}

/// Does everything that a build does but writing.
pub(super) fn check(args: &CheckArgs, common: &Common, terminal: Terminal) -> Result<Exit, Complaint> {
    let request = request(common, args.as_of.as_deref(), args.strict)?;
    let outcome = pipeline::check(&request, &Listener::new(terminal))?;
    if let Some(path) = &args.report {
        std::fs::write(path, report::page(&outcome.diagnostics))
            .map_err(|error| MachineError::writing(path, error))?;
    }
    Ok(finish(&outcome, summary::NOT_PASSED, terminal))
}

/// The day that an option gives.
pub(super) fn day(option: &str, text: &str) -> Result<Day, Complaint> {
    dates::parse(text)
        .map_err(|error| Complaint { exit: Exit::Usage, message: error.message().about(option, option) })
}

/// What a command that reads the content asks the pipeline for.
pub(super) fn request(common: &Common, as_of: Option<&str>, strict: bool) -> Result<Request, Complaint> {
    let as_of = as_of.map(|text| day("--as-of", text)).transpose()?;
    let today = clock::today()?;
    let source = common.source.clone();
    Ok(Request { source, as_of, today, now: clock::now(), strict, left_out: LeftOut::Nothing })
}

/// Tells the findings, then how it ended; `refused` if they forbid the site.
fn finish(outcome: &Outcome, refused: Bilingual<&str>, terminal: Terminal) -> Exit {
    tell_findings(&outcome.diagnostics, outcome.done.is_some(), terminal);
    if let Some(done) = &outcome.done {
        terminal.tell(&summary::done(done, terminal.lang));
        Exit::Done
    } else {
        terminal.tell(refused.get(terminal.lang));
        Exit::Findings
    }
}

/// Tells the findings of a run, `done` or refused.
pub(super) fn tell_findings(found: &[Diagnostic], done: bool, terminal: Terminal) {
    match terminal.format {
        Format::Json => terminal::answer(&report::json(found)),
        Format::Human if terminal.quiet => {
            let worst = found.iter().map(Diagnostic::severity).min();
            // Where nothing was published, whatever is worst is the reason: under `--strict` warnings too.
            let told = |severity| if done { severity == Severity::Error } else { Some(severity) == worst };
            let told: Vec<_> = found.iter().filter(|found| told(found.severity())).cloned().collect();
            terminal::complain(&report::human(&told, terminal.lang, terminal.color));
        }
        Format::Human => terminal::complain(&report::human(found, terminal.lang, terminal.color)),
    }
}

/// Makes a project of one's own.
pub(super) fn init(args: &InitArgs, terminal: Terminal) -> Result<Exit, Complaint> {
    let today = clock::today()?;
    let province = args
        .province
        .clone()
        .or_else(|| terminal::ask(terminal.say("نام استان؟", "Province?")))
        .unwrap_or_else(|| "استان شما".to_owned());
    let title = args
        .title
        .clone()
        .or_else(|| terminal::ask(terminal.say("عنوان سایت؟", "Title of the site?")))
        .unwrap_or_else(|| format!("کارنامهٔ طرح محله‌محوری {province}"));
    let project = Project { title: &title, province: &province, today: &dates::short(today) };
    let made = exchange::init(&args.dir, project)?;
    terminal.tell(&made_text(&args.dir, &made.files, terminal));
    Ok(Exit::Done)
}

fn made_text(dir: &Path, files: &[PathBuf], terminal: Terminal) -> String {
    let mut list = String::new();
    for file in files {
        let _ = writeln!(list, "  {}", dir.join(file).display());
    }
    let source = if dir == Path::new(".") { String::new() } else { format!(" --source {}", dir.display()) };
    let (fa, en) = (
        format!("پروژه ساخته شد:\n{list}گام بعد:\n  karnameh build{source}"),
        format!("The project is created:\n{list}Next:\n  karnameh build{source}"),
    );
    terminal.say(&fa, &en).to_owned()
}

/// Tells more of a code, a kind of record or a field.
pub(super) fn explain(name: &str, terminal: Terminal) -> Exit {
    if let Some(code) = codes::find(name.trim()) {
        terminal::answer(&format!(
            "{} {} ({})\n\n{}\n",
            code.id,
            code.name,
            code.severity.word(),
            code.text.get(terminal.lang)
        ));
        return Exit::Done;
    }
    if let Some(guide) = format::guide(name, terminal.lang) {
        terminal::answer(&guide);
        return Exit::Done;
    }
    let (near_fa, near_en) = closest(name, format::names()).map_or_else(Default::default, |near| {
        (format!(" شاید «{near}»؟"), format!(" Did you mean `{near}`?"))
    });
    let (fa, en) = (
        format!(
            "کد، نوع رکورد یا فیلدی به نام «{name}» نیست.{near_fa} کدها مانند K0104 نوشته می‌شود، نوع‌ها مانند «فعالیت» و فیلدها مانند «شروع».\n"
        ),
        format!(
            "There is no code, kind of record or field `{name}`.{near_en} Codes look like K0104, kinds like `activity`, fields like `start`.\n"
        ),
    );
    terminal::complain(terminal.say(&fa, &en));
    Exit::Usage
}

/// Writes the completions of a shell.
pub(super) fn completions(shell: Shell) -> Exit {
    // Into memory first: the crate panics where a pipe breaks.
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "karnameh", &mut text);
    terminal::answer(&String::from_utf8_lossy(&text));
    Exit::Done
}
