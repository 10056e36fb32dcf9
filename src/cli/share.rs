//! `karnameh share`, as one would tell it.

use serde_json::json;

use crate::diag::{Complaint, Exit};
use crate::exchange::{self, SharedPackage};
use crate::persian::numbers::integer;
use crate::pipeline;

use super::args::{Common, Format, ShareArgs};
use super::commands::request;
use super::listen::Listener;
use super::report;
use super::terminal::{self, Terminal};

/// Packs success models as one file.
pub(super) fn share(args: &ShareArgs, common: &Common, terminal: Terminal) -> Result<Exit, Complaint> {
    let request = request(common, None, false)?;
    let shared = pipeline::share(&request, &args.models, &Listener::new(terminal))?;
    let Some(package) = &shared.package else {
        report::tell(&shared.diagnostics, terminal);
        terminal.tell(terminal.say("بسته‌ای ساخته نشد.", "No package was created."));
        return Ok(Exit::Findings);
    };
    let path = args.output.clone().unwrap_or_else(|| exchange::default_path(&common.source, package));
    let handed = exchange::share(package, &path, &common.source)?;
    tell(&handed, &package.manifest.models, terminal);
    Ok(Exit::Done)
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
    let bytes = integer(handed.bytes);
    let (fa, en) = (
        format!(
            "بسته ساخته شد ({bytes} بایت):\n{path}\nچکیدهٔ SHA-256، تا گیرنده بداند سالم رسیده است:\n{}\nدر استان دیگر:\n  karnameh adopt FILE --into NEIGHBORHOOD",
            handed.sha256
        ),
        format!(
            "The package is created ({} bytes):\n{path}\nIts SHA-256 digest, by which the recipient can check that it arrived intact:\n{}\nIn the other province:\n  karnameh adopt FILE --into NEIGHBORHOOD",
            handed.bytes, handed.sha256
        ),
    );
    terminal.tell(terminal.say(&fa, &en));
}
