//! What is said where a run could not be done at all, and with which exit status it ends.

use std::fmt::Write as _;
use std::io;
use std::path::Path;

use crate::exchange::InitError;
use crate::pipeline::Failure;

use super::Ending;
use super::terminal::{self, Terminal};

/// Tells a failure of a build or check.
pub(super) fn tell(failure: &Failure, terminal: Terminal) -> Ending {
    let (fa, en, ending) = match failure {
        Failure::NoContent(source) => {
            let path = source.display();
            (
                format!(
                    "در «{path}» پوشهٔ content نیست.\nراهنما: با --source پوشه‌ای را بدهید که content در آن است، یا با karnameh init پروژه‌ای تازه بسازید."
                ),
                format!(
                    "There is no `content/` in `{path}`.\nhint: give the folder that holds it with --source, or make a project with karnameh init."
                ),
                Ending::Usage,
            )
        }
        Failure::NoModel { name, near } => {
            let (hint_fa, hint_en) = near.as_ref().map_or_else(Default::default, |near| {
                (format!("\nراهنما: منظورتان «{near}» بود؟"), format!("\nhint: Did you mean `{near}`?"))
            });
            (
                format!("«{name}» شناسه یا عنوان هیچ الگوی منتشرشده‌ای نیست.{hint_fa}"),
                format!("No published model has the id or title `{name}`.{hint_en}"),
                Ending::Usage,
            )
        }
        Failure::Machine(error) => (error.fa(), error.to_string(), Ending::Machine),
        Failure::Output(error) => {
            let ending = match error.status() {
                1 => Ending::Content,
                2 => Ending::Usage,
                _ => Ending::Machine,
            };
            tell_with_hint((&error.fa(), &error.en()), (error.hint_fa(), error.hint_en()), terminal);
            return ending;
        }
    };
    terminal::complain(&format!("{}\n", terminal.say(&fa, &en)));
    ending
}

/// Tells what is wrong, in Persian and English, and what to do where there is anything.
pub(super) fn tell_with_hint(sentence: (&str, &str), hint: (&str, &str), terminal: Terminal) {
    let mut text = format!("{}\n", terminal.say(sentence.0, sentence.1));
    let hint = terminal.say(hint.0, hint.1);
    if !hint.is_empty() {
        let _ = writeln!(text, "{}: {hint}", terminal.say("راهنما", "hint"));
    }
    terminal::complain(&text);
}

/// Tells that a file which was asked for could not be written.
pub(super) fn tell_writing(path: &Path, error: &io::Error, terminal: Terminal) -> Ending {
    let (fa, en) = (
        format!("نوشتن «{}» ممکن نشد: {error}\n", path.display()),
        format!("writing `{}` failed: {error}\n", path.display()),
    );
    terminal::complain(terminal.say(&fa, &en));
    Ending::Machine
}

/// Tells why a project was not made.
pub(super) fn tell_init(error: &InitError, terminal: Terminal) -> Ending {
    let (fa, en, ending) = match error {
        InitError::Exists(path) => (
            format!("«{}» از پیش هست؛ چیزی نوشته نشد.\nراهنما: پوشه‌ای دیگر بدهید.", path.display()),
            format!(
                "`{}` is there already; nothing was written.\nhint: name another folder.",
                path.display()
            ),
            Ending::Usage,
        ),
        InitError::Machine(path, error) => (
            format!("نوشتن «{}» ممکن نشد: {error}", path.display()),
            format!("writing `{}` failed: {error}", path.display()),
            Ending::Machine,
        ),
    };
    terminal::complain(&format!("{}\n", terminal.say(&fa, &en)));
    ending
}
