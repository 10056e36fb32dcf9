//! The command `diff`: two editions side by side, told on the terminal, as a page, or to a program.

mod page;
mod sections;
mod shown;

use std::path::{Path, PathBuf};

use crate::compare::{self, Difference, Edition};
use crate::diag::{Complaint, Exit, Lang, MachineError};
use crate::persian::{Day, dates};
use crate::pipeline::{self, LeftOut, Request};

use super::args::{Common, DiffArgs, Format};
use super::terminal::{self, Terminal};
use super::{clock, commands};

/// Says what differs; ends with 1 if anything does.
pub(super) fn diff(args: &DiffArgs, common: &Common, terminal: Terminal) -> Result<Exit, Complaint> {
    let sides = [Side::named(&args.a)?, Side::named(&args.b)?];
    let Some(editions) = editions(&sides, common, terminal)? else { return Ok(Exit::Findings) };
    let difference = Difference::between(&editions[0], &editions[1]);
    if let Some(path) = &args.report {
        std::fs::write(path, page::page(&difference)).map_err(|error| MachineError::writing(path, error))?;
    }
    match terminal.format {
        Format::Json => terminal::answer(&compare::json(&difference)),
        Format::Human => terminal.tell(&told(&difference, terminal.lang)),
    }
    Ok(if difference.is_empty() { Exit::Done } else { Exit::Findings })
}

/// One of the two that are compared.
enum Side {
    /// The content as of a day.
    Day(Day),
    /// A folder or a package.
    Path(PathBuf),
}

impl Side {
    fn named(argument: &str) -> Result<Self, Complaint> {
        let path = Path::new(argument);
        match (dates::parse(argument), path.exists()) {
            (Ok(_), true) => Err(both(argument)),
            (Ok(day), false) => Ok(Self::Day(day)),
            (Err(_), true) => Ok(Self::Path(path.to_owned())),
            (Err(error), false) => Err(neither(argument, &error)),
        }
    }
}

fn neither(argument: &str, error: &dates::DateError) -> Complaint {
    let message = error
        .message()
        .about(
            format_args!("«{argument}» پیدا نشد و تاریخ هم نیست"),
            format_args!("`{argument}` does not exist, and is not a date"),
        )
        .hint(
            "پوشهٔ یک سایت، بستهٔ snapshot یا یک تاریخ مانند 1404/10/15 بدهید.",
            "Name a site's folder, a package made by snapshot, or a date such as 1404/10/15.",
        );
    Complaint { exit: Exit::Usage, message }
}

fn both(argument: &str) -> Complaint {
    Complaint::usage(
        format!("«{argument}» هم تاریخ است و هم نام چیزی که هست."),
        format!("`{argument}` is a date, and also the name of a file or folder."),
    )
    .hint(format!("برای دومی ./{argument} بنویسید."), format!("For the file or folder write ./{argument}."))
}

/// Both editions; `None` if the content has errors, which are reported then.
fn editions(
    sides: &[Side; 2],
    common: &Common,
    terminal: Terminal,
) -> Result<Option<[Edition; 2]>, Complaint> {
    let days: Vec<Day> =
        sides.iter().filter_map(|side| if let Side::Day(day) = side { Some(*day) } else { None }).collect();
    let Some(measured) = measured(&days, common, terminal)? else { return Ok(None) };
    let mut measured = measured.into_iter();
    let mut edition = |side: &Side| match side {
        Side::Path(path) => compare::find(path),
        Side::Day(_) => Edition::read(&measured.next().unwrap_or_default())
            .map_err(|why| why.about(Path::new("data/progress.json"))),
    };
    Ok(Some([edition(&sides[0])?, edition(&sides[1])?]))
}

/// The data of the days that were named; the content is read once, and not at all if none was.
fn measured(days: &[Day], common: &Common, terminal: Terminal) -> Result<Option<Vec<Vec<u8>>>, Complaint> {
    if days.is_empty() {
        return Ok(Some(Vec::new()));
    }
    let today = clock::today()?;
    let request = Request {
        source: common.source.clone(),
        as_of: None,
        today,
        now: clock::now(),
        strict: false,
        left_out: LeftOut::Nothing,
    };
    let measured = pipeline::measured(&request, days)?;
    if measured.data.is_none() {
        commands::tell_findings(&measured.diagnostics, false, terminal);
    }
    Ok(measured.data)
}

/// How many lines of a section a terminal shows.
const SHOWN: usize = 20;

/// The difference for a person at a terminal.
fn told(difference: &Difference<'_>, lang: Lang) -> String {
    let mut lines = sections::heads(difference, lang);
    for section in sections::sections(difference, sections::Extent::Terminal, lang) {
        lines.push(String::new());
        lines.push(section.title);
        lines.extend(section.rows.iter().take(SHOWN).map(|row| format!("  {}", row.sentence(lang))));
        if section.rows.len() > SHOWN {
            lines.push(format!("  {}", sections::more(section.rows.len() - SHOWN, lang)));
        }
    }
    lines.join("\n")
}
