//! The command `diff`: two editions side by side, told on the terminal, as a page, or to a program.

mod page;
mod sections;
mod shown;

use std::path::{Path, PathBuf};

use crate::compare::{self, CompareError, Difference, Edition};
use crate::persian::{Day, dates};
use crate::pipeline::{self, LeftOut, Request};

use super::args::{Common, DiffArgs, Format, Lang};
use super::terminal::{self, Terminal};
use super::{Ending, clock, commands, failure};

/// Says what differs; ends with 1 where anything does.
pub(super) fn diff(args: &DiffArgs, common: &Common, terminal: Terminal) -> Ending {
    let sides = [Side::named(&args.a), Side::named(&args.b)];
    let sides = match sides {
        [Ok(a), Ok(b)] => [a, b],
        [Err(misuse), _] | [_, Err(misuse)] => return misuse.tell(terminal),
    };
    let editions = match editions(&sides, common, terminal) {
        Ok(editions) => editions,
        Err(ending) => return ending,
    };
    let difference = Difference::between(&editions[0], &editions[1]);
    if let Some(path) = &args.report
        && let Err(error) = std::fs::write(path, page::page(&difference))
    {
        return failure::tell_writing(path, &error, terminal);
    }
    match terminal.format {
        Format::Json => terminal::answer(&compare::json(&difference)),
        Format::Human => terminal.tell(&told(&difference, terminal.lang)),
    }
    if difference.is_empty() { Ending::Done } else { Ending::Content }
}

/// One of the two that are compared.
enum Side {
    /// The content as of a day.
    Day(Day),
    /// A folder or a package.
    Path(PathBuf),
}

/// Why an argument is neither.
enum Misuse {
    /// A path where nothing is, and no day.
    Nothing(String, dates::DateError),
    /// Both.
    Both(String),
}

impl Side {
    fn named(argument: &str) -> Result<Self, Misuse> {
        let path = Path::new(argument);
        match (dates::parse(argument), path.exists()) {
            (Ok(_), true) => Err(Misuse::Both(argument.to_owned())),
            (Ok(day), false) => Ok(Self::Day(day)),
            (Err(_), true) => Ok(Self::Path(path.to_owned())),
            (Err(error), false) => Err(Misuse::Nothing(argument.to_owned(), error)),
        }
    }
}

impl Misuse {
    fn tell(&self, terminal: Terminal) -> Ending {
        let (fa, en) = match self {
            Self::Nothing(argument, error) => (
                format!(
                    "«{argument}» پیدا نشد و تاریخ هم نیست: {}\nراهنما: پوشهٔ یک سایت، بستهٔ snapshot یا یک تاریخ مانند 1404/10/15 بدهید.\n",
                    error.fa()
                ),
                format!(
                    "`{argument}` is not there, and no date either: {}\nhint: name a site's folder, a package of snapshot, or a date such as 1404/10/15.\n",
                    error.en()
                ),
            ),
            Self::Both(argument) => (
                format!(
                    "«{argument}» هم تاریخ است و هم نام چیزی که هست.\nراهنما: برای دومی ./{argument} بنویسید.\n"
                ),
                format!(
                    "`{argument}` is a date, and there is something of that name.\nhint: for the latter write ./{argument}.\n"
                ),
            ),
        };
        terminal::complain(terminal.say(&fa, &en));
        Ending::Usage
    }
}

/// Both editions; where there are none, that has been told already.
fn editions(sides: &[Side; 2], common: &Common, terminal: Terminal) -> Result<[Edition; 2], Ending> {
    let mut days = Vec::new();
    for side in sides {
        if let Side::Day(day) = side {
            days.push(*day);
        }
    }
    let mut measured = measured(&days, common, terminal)?.into_iter();
    let mut edition = |side: &Side| match side {
        Side::Path(path) => compare::find(path).map_err(|error| refuse(&error, terminal)),
        // What we measured ourselves is by the contract.
        Side::Day(_) => Edition::read(&measured.next().unwrap_or_default()).map_err(|_| Ending::Machine),
    };
    Ok([edition(&sides[0])?, edition(&sides[1])?])
}

/// The data of the days that were named; the content is read once, and not at all where none was.
fn measured(days: &[Day], common: &Common, terminal: Terminal) -> Result<Vec<Vec<u8>>, Ending> {
    let Some(&last) = days.last() else { return Ok(Vec::new()) };
    let today = clock::today().unwrap_or(last);
    let request = Request {
        source: common.source.clone(),
        as_of: None,
        today,
        strict: false,
        left_out: LeftOut::Nothing,
    };
    let measured = pipeline::measured(&request, days).map_err(|error| failure::tell(&error, terminal))?;
    measured.data.ok_or_else(|| {
        commands::tell_findings(&measured.diagnostics, false, terminal);
        Ending::Content
    })
}

fn refuse(error: &CompareError, terminal: Terminal) -> Ending {
    failure::tell_with_hint((&error.fa(), &error.en()), (error.hint_fa(), error.hint_en()), terminal);
    if error.status() == 2 { Ending::Usage } else { Ending::Machine }
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
