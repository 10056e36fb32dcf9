//! The command `publish`: the finished site to a folder, share or stick.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde_json::json;

use crate::diag::{Complaint, Exit, Lang};
use crate::output::publish::{Plan, Progress, PublishError, Sides, Step, Why};
use crate::persian::numbers::integer;
use crate::pipeline;

use super::args::{Common, Format, PublishArgs};
use super::report::en_count;
use super::terminal::{self, Terminal};

/// Publishes, or says what publishing would do.
pub(super) fn publish(args: &PublishArgs, common: &Common, terminal: Terminal) -> Result<Exit, Complaint> {
    let plan = published(args, common, terminal)?;
    match terminal.format {
        Format::Json => terminal::answer(&object(&plan, args.dry_run)),
        Format::Human if args.dry_run => terminal.tell(&intended(&plan, terminal.lang)),
        Format::Human => terminal.tell(&done(&plan, terminal.lang)),
    }
    Ok(Exit::Done)
}

fn published(args: &PublishArgs, common: &Common, terminal: Terminal) -> Result<Plan, PublishError> {
    let site = args.output.clone().unwrap_or_else(|| pipeline::default_output(&common.source));
    let home = std::env::home_dir().filter(|home| !home.as_os_str().is_empty());
    let sides = Sides::open(&site, &args.dir, &common.source.join("content"), home.as_deref())?;
    let plan = Plan::compare(sides, args.delete)?;
    if !args.dry_run {
        plan.execute(&Bar::new(terminal))?;
    }
    Ok(plan)
}

/// The paths that are written for a reason.
fn paths(plan: &Plan, why: Why) -> Vec<&str> {
    let steps = plan.steps.iter().filter(|step| step.why == why);
    steps.map(|step| &*step.entry.path).collect()
}

/// What was or would be done, for a program.
fn object(plan: &Plan, dry_run: bool) -> String {
    let (deleted, left): (&[String], &[String]) =
        if plan.deletes { (&plan.gone, &[]) } else { (&[], &plan.gone) };
    let object = json!({
        "site": plan.sides.site.to_string_lossy(),
        "target": plan.sides.target.to_string_lossy(),
        "as_of": plan.sides.as_of(),
        "dry_run": dry_run,
        "new": paths(plan, Why::New),
        "changed": paths(plan, Why::Changed),
        "deleted": deleted,
        "left": left,
        "unchanged": plan.unchanged,
        "bytes": plan.bytes(),
    });
    format!("{object}\n")
}

/// What would be done, a file a line: `+` new, `~` changed, `-` deleted.
fn intended(plan: &Plan, lang: Lang) -> String {
    let mut text = String::new();
    for Step { entry, why } in &plan.steps {
        let sign = if *why == Why::New { '+' } else { '~' };
        let _ = writeln!(text, "{sign} {}", entry.path);
    }
    if plan.deletes {
        for path in &plan.gone {
            let _ = writeln!(text, "- {path}");
        }
    }
    text.push_str(&counts(plan, lang));
    text.push_str(match lang {
        Lang::Fa => "\nچیزی نوشته نشد.",
        Lang::En => "\nNothing was written.",
    });
    text
}

fn done(plan: &Plan, lang: Lang) -> String {
    let target = plan.sides.target.display();
    match lang {
        Lang::Fa if plan.is_done() => {
            format!("همه چیز از پیش در مقصد هست.\n{}\n{target}", counts(plan, lang))
        }
        Lang::En if plan.is_done() => {
            format!("The target is already up to date.\n{}\n{target}", counts(plan, lang))
        }
        Lang::Fa => {
            format!("سایت منتشر شد و آنچه نوشته شد بازخوانده و درست است.\n{}\n{target}", counts(plan, lang))
        }
        Lang::En => {
            format!(
                "The site is published; what was written was read back and is correct.\n{}\n{target}",
                counts(plan, lang)
            )
        }
    }
}

/// «۱۲ فایل تازه، ۳ فایل تغییرکرده، …»; what there is none of is left out.
fn counts(plan: &Plan, lang: Lang) -> String {
    let (deleted, left) = if plan.deletes { (plan.gone.len(), 0) } else { (0, plan.gone.len()) };
    let counted = [
        (paths(plan, Why::New).len(), "تازه", "new"),
        (paths(plan, Why::Changed).len(), "تغییرکرده", "changed"),
        (plan.unchanged, "بی‌تغییر", "unchanged"),
        (deleted, "پاک‌شده از مقصد", "deleted"),
        (left, "قدیمی که با --delete پاک می‌شود", "left over, which --delete deletes"),
    ];
    let told = counted.into_iter().filter(|(count, ..)| *count > 0);
    let told = told.map(|(count, fa, en)| match lang {
        Lang::Fa => format!("{} فایل {fa}", integer(count)),
        Lang::En => format!("{} {en}", en_count(count, "file", "files")),
    });
    told.collect::<Vec<_>>().join(if lang == Lang::Fa { "، " } else { ", " })
}

/// A publication that ends sooner shows no bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// Shows how many bytes are written and read back.
struct Bar {
    began: Instant,
    shown: ProgressBar,
    watched: bool,
}

impl Bar {
    fn new(terminal: Terminal) -> Self {
        let style = ProgressStyle::with_template("{bar:30} {bytes}/{total_bytes}")
            .unwrap_or_else(|_| ProgressStyle::default_bar());
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden()).with_style(style);
        Self { began: Instant::now(), shown: bar, watched: terminal.is_watched() }
    }
}

impl Progress for Bar {
    fn bytes(&self, all: u64) {
        self.shown.set_length(all);
    }

    fn done(&self, bytes: u64) {
        self.shown.inc(bytes);
        if self.watched && self.shown.is_hidden() && self.began.elapsed() > PATIENCE {
            self.shown.set_draw_target(ProgressDrawTarget::stderr());
        }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.shown.finish_and_clear();
    }
}
