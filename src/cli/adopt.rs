//! `karnameh adopt`, as one would tell it: shows what a package brings, asks what it must, takes it in.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::json;

use crate::exchange::adopt::{self, AdoptError, Home, MapRule, Offer, Plan, Unmapped, Wish};
use crate::fields::RecordKind;
use crate::persian::dates;
use crate::persian::numbers::{fa_digits, integer};

use super::args::{AdoptArgs, Common, Format, Lang};
use super::terminal::{self, Terminal};
use super::{Ending, clock, failure, report};

/// Takes success models of elsewhere in, as drafts.
pub(super) fn adopt(args: &AdoptArgs, common: &Common, terminal: Terminal) -> Ending {
    match try_adopt(args, common, terminal) {
        Ok(()) => Ending::Done,
        Err(Stop::Adopt(error)) => refuse(&error, &common.source, terminal),
        Err(Stop::Date(error)) => {
            let (fa, en) = (
                format!("--start: {}\nراهنما: {}\n", error.fa(), error.hint_fa()),
                format!("--start: {}\nhint: {}\n", error.en(), error.hint_en()),
            );
            terminal::complain(terminal.say(&fa, &en));
            Ending::Usage
        }
        Err(Stop::Epoch(text)) => {
            let (fa, en) = (
                format!("SOURCE_DATE_EPOCH: «{text}» شمار ثانیه‌ها نیست.\n"),
                format!("SOURCE_DATE_EPOCH: `{text}` is no count of seconds.\n"),
            );
            terminal::complain(terminal.say(&fa, &en));
            Ending::Usage
        }
        Err(Stop::NoInto) => {
            terminal::complain(terminal.say(
                "نگفته‌اید الگو به کدام محله گرفته شود.\nراهنما: --into و شناسه یا عنوان محله را بنویسید.\n",
                "Into which neighborhood isn't said.\nhint: give --into with its id or title.\n",
            ));
            Ending::Usage
        }
    }
}

/// Why nothing was taken in.
enum Stop {
    Adopt(AdoptError),
    Date(dates::DateError),
    Epoch(String),
    NoInto,
}

impl From<AdoptError> for Stop {
    fn from(error: AdoptError) -> Self {
        Self::Adopt(error)
    }
}

fn try_adopt(args: &AdoptArgs, common: &Common, terminal: Terminal) -> Result<(), Stop> {
    let today = clock::today().map_err(Stop::Epoch)?;
    let start = args.start.as_deref().map(dates::parse).transpose().map_err(Stop::Date)?;
    let maps = args.map.iter().map(|text| text.parse()).collect::<Result<Vec<MapRule>, AdoptError>>()?;
    let offer = Offer::open(&args.file)?;
    let home = Home::read(&common.source)?;
    terminal.tell(&brings(&offer, terminal.lang));
    let into = args
        .into
        .clone()
        .or_else(|| terminal::ask(terminal.say("به کدام محله؟", "Into which neighborhood?")))
        .ok_or(Stop::NoInto)?;
    let start = match start {
        None if !args.dry_run => ask_start(terminal)?,
        given => given,
    };
    let mut wish = Wish { into, start, maps, create: args.create, today };
    let plan = loop {
        match adopt::plan(&offer, &home, &wish) {
            Err(AdoptError::Unmapped(unmapped)) => {
                if !ask_maps(&unmapped, &mut wish, terminal) {
                    return Err(AdoptError::Unmapped(unmapped).into());
                }
            }
            plan => break plan?,
        }
    };
    if !args.dry_run {
        plan.write(&home)?;
    }
    tell(&plan, &common.source, args.dry_run, terminal);
    Ok(())
}

/// Asks for the first day; the day of the report where nobody answers.
fn ask_start(terminal: Terminal) -> Result<Option<crate::persian::Day>, Stop> {
    let question = terminal.say("روز شروع؟ (خالی: روز گزارش)", "First day? (blank: the day of the report)");
    terminal::ask(question).as_deref().map(dates::parse).transpose().map_err(Stop::Date)
}

/// Asks what each of theirs is here; says whether all were answered.
fn ask_maps(unmapped: &[Unmapped], wish: &mut Wish, terminal: Terminal) -> bool {
    for Unmapped { kind, id, title } in unmapped {
        let (fa, en) = (
            format!("{} «{title}» نزد شما کدام است؟ (شناسه یا عنوان)", kind.fa()),
            format!("Which {} of yours is `{title}`? (id or title)", kind.en()),
        );
        let Some(ours) = terminal::ask(terminal.say(&fa, &en)) else { return false };
        wish.maps.push(MapRule { kind: *kind, theirs: id.clone(), ours });
    }
    true
}

/// What a package brings.
fn brings(offer: &Offer, lang: Lang) -> String {
    let (manifest, records) = (&offer.package.manifest, &offer.package.records);
    let (province, day) = (&manifest.from.province, manifest.as_of.0);
    let mut text = match lang {
        Lang::Fa => format!("بسته از استان {province}، تا پایان {}:", dates::medium(day)),
        Lang::En => format!("A package from {province}, as of {}:", day.iso()),
    };
    let (model, activity) = match lang {
        Lang::Fa => (RecordKind::Model.fa(), RecordKind::Activity.fa()),
        Lang::En => (RecordKind::Model.en(), RecordKind::Activity.en()),
    };
    for of in &records.models {
        let _ = write!(text, "\n  {model}: {} ({})", of.title, of.id);
    }
    for of in &records.activities {
        let _ = write!(text, "\n  {activity}: {} ({})", of.title, of.id);
    }
    text
}

fn tell(plan: &Plan, source: &Path, dry: bool, terminal: Terminal) {
    let content = source.join("content");
    let path = |below: &Path| content.join(below).display().to_string();
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
            "Domains and agencies:\n{mapped}{}\n{files}Write these texts for your own neighborhood and take the mark out:\n{localize}To undo it, delete these folders:\n{folders}Send this to the origin, for its `adoptions`:\n{adoption}",
            if dry { "These drafts would be written:" } else { "These drafts were written:" }
        ),
    );
    terminal.tell(terminal.say(&fa, &en).trim_end());
}

/// Tells why nothing was taken in.
fn refuse(error: &AdoptError, source: &Path, terminal: Terminal) -> Ending {
    let (fa, en, ending) = match error {
        AdoptError::Machine(error) => (error.fa(), error.to_string(), Ending::Machine),
        AdoptError::NoContent(_) => {
            return failure::tell(&crate::pipeline::Failure::NoContent(source.to_owned()), terminal);
        }
        AdoptError::Content(found) => {
            report::tell(found, terminal);
            let (fa, en) =
                ("نخست خطاهای رکوردهای خود را برطرف کنید.", "Mend the errors of your own records first.");
            (fa.to_owned(), en.to_owned(), Ending::Content)
        }
        AdoptError::Refused(refusal) => (
            format!(
                "بسته پذیرفته نشد. {}\nراهنما: بسته را دوباره از خاستگاه بگیرید و چکیده‌اش را بسنجید.",
                refusal.fa()
            ),
            format!(
                "The package is refused. {}\nhint: get it anew from its origin and compare the digest.",
                refusal.en()
            ),
            Ending::Content,
        ),
        AdoptError::Unmapped(unmapped) => (unmapped_fa(unmapped), unmapped_en(unmapped), Ending::Content),
        misuse => {
            let (fa, en) = misused(misuse);
            (fa, en, Ending::Usage)
        }
    };
    match terminal.format {
        Format::Json if !matches!(error, AdoptError::Content(_)) => {
            terminal::answer(&format!("{}\n", json!({"refused": true, "fa": fa, "en": en})));
        }
        _ => {}
    }
    let nothing = terminal.say("چیزی نوشته نشد.", "Nothing was written.");
    terminal::complain(&format!("{}\n{nothing}\n", terminal.say(&fa, &en)));
    ending
}

/// What of the command line can't be done.
fn misused(error: &AdoptError) -> (String, String) {
    let hinted = |fa: String, en: String, near: &Option<String>| match near {
        Some(near) => {
            (format!("{fa}\nراهنما: منظورتان «{near}» بود؟"), format!("{en}\nhint: Did you mean `{near}`?"))
        }
        None => (fa, en),
    };
    match error {
        AdoptError::NoFile(path) => (
            format!("فایلی به نام «{}» نیست.", path.display()),
            format!("There is no file `{}`.", path.display()),
        ),
        AdoptError::NoNeighborhood(name, near) => hinted(
            format!("--into: «{name}» شناسه یا عنوان هیچ محله‌ای نیست."),
            format!("--into: no neighborhood has the id or title `{name}`."),
            near,
        ),
        AdoptError::BadMap(text) => (
            format!(
                "--map: «{text}» خوانده نمی‌شود.\nراهنما: مانند --map domain:sport=varzesh یا --map agency:labour=kar بنویسید."
            ),
            format!(
                "--map: `{text}` can't be read.\nhint: write it like --map domain:sport=varzesh or --map agency:labour=kar."
            ),
        ),
        AdoptError::NotTheirs(kind, name) => (
            format!("--map: در بسته {} «{name}» نیست.", kind.fa()),
            format!("--map: the package has no {} `{name}`.", kind.en()),
        ),
        AdoptError::NotOurs(kind, name, near) => hinted(
            format!("--map: «{name}» شناسه یا عنوان هیچ {} شما نیست.", kind.fa()),
            format!("--map: no {} of yours has the id or title `{name}`.", kind.en()),
            near,
        ),
        AdoptError::Exists(path) => (
            format!(
                "«{}» از پیش هست: این الگو یک بار گرفته شده است.\nراهنما: برای گرفتن دوباره، آن پوشه را پاک کنید یا نامش را عوض کنید.",
                path.display()
            ),
            format!(
                "`{}` is there already: this model was adopted before.\nhint: delete or rename that folder to adopt it again.",
                path.display()
            ),
        ),
        _ => (
            "--start: با این روز، تاریخ‌ها از ۱۳۰۰ تا ۱۵۰۰ بیرون می‌رود.".to_owned(),
            "--start: from that day on, dates leave the years 1300 to 1500.".to_owned(),
        ),
    }
}

fn unmapped_fa(unmapped: &[Unmapped]) -> String {
    let count = integer(i64::try_from(unmapped.len()).unwrap_or(i64::MAX));
    let lines = unmapped.iter().fold(String::new(), |mut text, Unmapped { kind, id, title }| {
        let _ = write!(text, "\n  {} «{title}» ({id})", kind.fa());
        text
    });
    fa_digits(&format!("{count} مورد معلوم نیست نزد شما کدام است:"))
        + &lines
        + "\nراهنما: با --map agency:شناسه=شناسهٔ-شما بگویید، یا با --create پیش‌نویس تازه بسازید."
}

fn unmapped_en(unmapped: &[Unmapped]) -> String {
    let lines = unmapped.iter().fold(String::new(), |mut text, Unmapped { kind, id, title }| {
        let _ = write!(text, "\n  {} `{title}` ({id})", kind.en());
        text
    });
    format!(
        "{} of theirs are none of yours:{lines}\nhint: say which with --map agency:THEIRS=OURS, or make drafts with --create.",
        unmapped.len()
    )
}
