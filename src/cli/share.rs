//! `karnameh share`, as one would tell it.

use serde_json::json;

use crate::exchange::{self, ShareError, SharedPackage};
use crate::persian::numbers::integer;
use crate::pipeline;

use super::args::{Common, Format, ShareArgs};
use super::commands::{complain, request};
use super::listen::Listener;
use super::terminal::{self, Terminal};
use super::{Ending, failure, report};

/// Packs success models as one file.
pub(super) fn share(args: &ShareArgs, common: &Common, terminal: Terminal) -> Ending {
    let request = match request(common, None, false) {
        Ok(request) => request,
        Err(ending) => return complain(terminal, &ending),
    };
    let shared = match pipeline::share(&request, &args.models, &Listener::new(terminal)) {
        Ok(shared) => shared,
        Err(error) => return failure::tell(&error, terminal),
    };
    let Some(package) = &shared.package else {
        report::tell(&shared.diagnostics, terminal);
        terminal.tell(terminal.say("بسته‌ای ساخته نشد.", "No package was made."));
        return Ending::Content;
    };
    let path = args.output.clone().unwrap_or_else(|| exchange::default_path(&common.source, package));
    match exchange::share(package, &path, &common.source) {
        Ok(handed) => {
            tell(&handed, &package.manifest.models, terminal);
            Ending::Done
        }
        Err(ShareError::OwnFolder(path, own)) => {
            let (fa, en) = (
                format!(
                    "«{}» درون پوشهٔ {own} پروژه است.\nراهنما: بسته را بیرون از آن بسازید.\n",
                    path.display()
                ),
                format!(
                    "`{}` lies in the project's folder {own}.\nhint: make the package outside of it.\n",
                    path.display()
                ),
            );
            terminal::complain(terminal.say(&fa, &en));
            Ending::Usage
        }
        Err(ShareError::Place(error)) => failure::tell(&error.into(), terminal),
        Err(ShareError::Exists(path)) => {
            let (fa, en) = (
                format!(
                    "«{}» هست و بستهٔ الگو نیست؛ دست‌نخورده ماند.\nراهنما: با -o نامی دیگر بدهید.\n",
                    path.display()
                ),
                format!(
                    "`{}` is there and is no package; it was left alone.\nhint: give another name with -o.\n",
                    path.display()
                ),
            );
            terminal::complain(terminal.say(&fa, &en));
            Ending::Usage
        }
        Err(ShareError::Machine(error)) => failure::tell(&error.into(), terminal),
    }
}

fn tell(handed: &SharedPackage, models: &[String], terminal: Terminal) {
    let path = terminal::tidy(&handed.path);
    if terminal.format == Format::Json {
        let told = json!({
            "file": path.to_string(), "bytes": handed.bytes, "sha256": handed.sha256, "models": models,
        });
        terminal::answer(&format!("{told}\n"));
        return;
    }
    let bytes = integer(i64::try_from(handed.bytes).unwrap_or(i64::MAX));
    let (fa, en) = (
        format!(
            "بسته ساخته شد ({bytes} بایت):\n{path}\nچکیدهٔ SHA-256، تا گیرنده بداند سالم رسیده است:\n{}\nدر استان دیگر:\n  karnameh adopt FILE --into NEIGHBORHOOD",
            handed.sha256
        ),
        format!(
            "The package is made ({} bytes):\n{path}\nIts SHA-256 digest, by which the other side can tell that it came whole:\n{}\nElsewhere:\n  karnameh adopt FILE --into NEIGHBORHOOD",
            handed.bytes, handed.sha256
        ),
    );
    terminal.tell(terminal.say(&fa, &en));
}
