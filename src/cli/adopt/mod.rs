//! `karnameh adopt`, as one would tell it: shows what a package brings, asks what it must, takes it in.

mod questions;
mod refusals;

use std::fmt::Write as _;
use std::path::Path;

use serde_json::json;

use crate::diag::{Complaint, Exit, Lang};
use crate::exchange::adopt::{self, AdoptError, Home, MapRule, Offer, Plan, Wish};
use crate::model::RecordKind;
use crate::persian::dates;

use super::args::{AdoptArgs, Common, Format};
use super::clock;
use super::commands::day;
use super::terminal::{self, Terminal};
use questions::Questions;
use refusals::refuse;

/// Takes success models of elsewhere in, as drafts.
pub(super) fn adopt(args: &AdoptArgs, common: &Common, terminal: Terminal) -> Exit {
    match try_adopt(args, common, terminal) {
        Ok(()) => Exit::Done,
        Err(Stop::Adopt(error)) => refuse(&error, terminal),
        Err(Stop::Complaint(complaint)) => terminal.fail(complaint),
    }
}

/// Why nothing was taken in.
enum Stop {
    Adopt(AdoptError),
    Complaint(Complaint),
}

impl From<AdoptError> for Stop {
    fn from(error: AdoptError) -> Self {
        Self::Adopt(error)
    }
}

impl From<Complaint> for Stop {
    fn from(complaint: Complaint) -> Self {
        Self::Complaint(complaint)
    }
}

fn try_adopt(args: &AdoptArgs, common: &Common, terminal: Terminal) -> Result<(), Stop> {
    let today = clock::today()?;
    let start = args.start.as_deref().map(|text| day("--start", text)).transpose()?;
    let maps = args.map.iter().map(|text| text.parse()).collect::<Result<Vec<MapRule>, AdoptError>>()?;
    let offer = Offer::open(&args.file)?;
    let home = Home::read(&common.source)?;
    terminal.tell(&brings(&offer, terminal.lang));
    let questions = Questions { home: &home, terminal };
    let into = args.into.clone().or_else(|| questions.neighborhood()).ok_or_else(no_into)?;
    let start = match start {
        None if !args.dry_run => questions.start(),
        given => given,
    };
    let mut wish = Wish { into, start, maps, create: args.create, today };
    let plan = loop {
        match adopt::plan(&offer, &home, &wish) {
            Err(AdoptError::Unmapped(unmapped)) => match questions.maps(&unmapped) {
                Some(maps) => wish.maps.extend(maps),
                None => return Err(AdoptError::Unmapped(unmapped).into()),
            },
            plan => break plan?,
        }
    };
    if !args.dry_run {
        plan.write(&home)?;
    }
    tell(&plan, &common.source, args.dry_run, terminal);
    Ok(())
}

fn no_into() -> Complaint {
    Complaint::usage("نگفته‌اید الگو به کدام محله گرفته شود.", "No neighborhood is given to adopt the model.")
        .hint("--into و شناسه یا عنوان محله را بنویسید.", "Give its id or title with --into.")
}

/// What a package brings.
fn brings(offer: &Offer, lang: Lang) -> String {
    let (manifest, records) = (offer.manifest(), &offer.contents.dataset);
    let (province, day) = (&manifest.from.province, manifest.as_of);
    let mut text = match lang {
        Lang::Fa => format!("بسته از استان {province}، تا پایان {}:", dates::medium(day)),
        Lang::En => format!("A package from {province}, as of {}:", day.iso()),
    };
    let (model, activity) = match lang {
        Lang::Fa => (RecordKind::Model.fa(), RecordKind::Activity.fa()),
        Lang::En => (RecordKind::Model.en(), RecordKind::Activity.en()),
    };
    for of in &records.models {
        let _ = write!(text, "\n  {model}: {} ({})", of.record.title, of.record.id);
    }
    for of in &records.activities {
        let _ = write!(text, "\n  {activity}: {} ({})", of.record.title, of.record.id);
    }
    text
}

fn tell(plan: &Plan, source: &Path, dry: bool, terminal: Terminal) {
    let content = source.join("content");
    let path = |below: &Path| terminal::tidy(&content.join(below)).to_string();
    if terminal.format == Format::Json {
        let told = json!({
            "dry_run": dry,
            "folders": plan.folders.iter().map(|folder| path(folder)).collect::<Vec<_>>(),
            "files": plan.files.iter().map(|(file, _)| path(file)).collect::<Vec<_>>(),
            "mapped": plan.mapped.iter()
                .map(|(kind, theirs, ours)| json!({"kind": kind.en(), "theirs": theirs, "ours": ours}))
                .collect::<Vec<_>>(),
            "localize": plan.localize.iter()
                .map(|(file, fields)| json!({"file": path(file), "fields": fields}))
                .collect::<Vec<_>>(),
            "adoption": plan.adoption,
        });
        terminal::answer(&format!("{told}\n"));
        return;
    }
    let list = |paths: &mut dyn Iterator<Item = String>| {
        paths.fold(String::new(), |mut text, line| {
            let _ = writeln!(text, "  {line}");
            text
        })
    };
    let mapped = list(&mut plan.mapped.iter().map(|(_, theirs, ours)| format!("{theirs} → {ours}")));
    let files = list(&mut plan.files.iter().map(|(file, _)| path(file)));
    let localize = list(
        &mut plan.localize.iter().map(|(file, fields)| format!("{}\n    {}", path(file), fields.join("، "))),
    );
    let folders = list(&mut plan.folders.iter().map(|folder| path(folder)));
    let adoption = list(&mut plan.adoption.lines().map(str::to_owned));
    let (fa, en) = (
        format!(
            "دستگاه‌ها و حوزه‌ها:\n{mapped}{}\n{files}این متن‌ها را برای محلهٔ خود بنویسید و نشان «⟦بومی‌سازی⟧» را بردارید:\n{localize}برای بازگرداندن، این پوشه‌ها را پاک کنید:\n{folders}این را برای «به‌کارگیری» به خاستگاه بفرستید:\n{adoption}",
            if dry {
                "این پیش‌نویس‌ها نوشته می‌شود:"
            } else {
                "این پیش‌نویس‌ها نوشته شد:"
            }
        ),
        format!(
            "Domains and agencies:\n{mapped}{}\n{files}Write these texts for your own neighborhood and remove the mark:\n{localize}To undo it, delete these folders:\n{folders}Send this to the origin, for its `adoptions`:\n{adoption}",
            if dry { "These drafts would be written:" } else { "These drafts were written:" }
        ),
    );
    terminal.tell(terminal.say(&fa, &en).trim_end());
}
