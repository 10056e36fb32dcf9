//! The commands of the archive: `snapshot`, `verify`, `keygen`.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::json;

use crate::archive::{self, Finding, Kind, Order, Proof, SnapshotFiles, What};
use crate::diag::{Bilingual, Complaint, Exit, Lang};
use crate::persian::dates;
use crate::persian::numbers::integer;

use super::args::{Common, Format, SnapshotArgs, VerifyArgs};
use super::commands::{self, tell_findings};
use super::listen::Listener;
use super::terminal::{self, Terminal};

/// Packs the edition of a day.
pub(super) fn snapshot(args: &SnapshotArgs, common: &Common, terminal: Terminal) -> Result<Exit, Complaint> {
    let request = commands::request(common, args.as_of.as_deref(), false)?;
    let order = Order {
        file: args.output.clone(),
        with_sources: args.with_sources,
        wacz: args.wacz,
        key: args.sign.clone(),
    };
    let snapshot = archive::snapshot(&request, &order, &Listener::new(terminal))?;
    tell_findings(&snapshot.diagnostics, snapshot.made.is_some(), terminal);
    let Some(made) = snapshot.made else {
        terminal.tell(terminal.say(
            "بسته‌ای ساخته نشد؛ نخست خطاها را درست کنید.",
            "No package was created: fix the errors first.",
        ));
        return Ok(Exit::Findings);
    };
    terminal.tell(made_text(&made, terminal.lang).trim_end());
    Ok(Exit::Done)
}

fn made_text(made: &SnapshotFiles, lang: Lang) -> String {
    let mut text = match lang {
        Lang::Fa => format!("ویرایش {} بسته‌بندی شد:\n", dates::long(made.day)),
        Lang::En => format!("The edition of {} is packed:\n", made.day.iso()),
    };
    for file in &made.packages {
        let size = file.bytes;
        let _ = match lang {
            Lang::Fa => writeln!(text, "{}\n  {} بایت", terminal::tidy(&file.path), integer(size)),
            Lang::En => writeln!(text, "{}\n  {size} bytes", terminal::tidy(&file.path)),
        };
        let _ = writeln!(text, "  sha256 {}", file.sha256);
        if let Some(former) = &file.replaced {
            let _ = match lang {
                Lang::Fa => writeln!(text, "  جای بستهٔ پیشین را گرفت (sha256 {former})"),
                Lang::En => writeln!(text, "  replaces the previous package (sha256 {former})"),
            };
        }
    }
    for signature in &made.signatures {
        let _ = match lang {
            Lang::Fa => writeln!(text, "{}\n  امضای آن است", terminal::tidy(signature)),
            Lang::En => writeln!(text, "{}\n  is its signature", terminal::tidy(signature)),
        };
    }
    for stale in &made.stale {
        let path = terminal::tidy(stale);
        let _ = match lang {
            Lang::Fa => writeln!(text, "{path}\n  از بستهٔ پیشین مانده است و با این بسته نمی‌خواند."),
            Lang::En => writeln!(
                text,
                "{path}\n  is left over from the previous package and does not belong to this one."
            ),
        };
    }
    text.push_str(match (lang, made.listed) {
        (Lang::Fa, true) => "در content/archive.yml نوشته شد.\n",
        (Lang::En, true) => "It is listed in content/archive.yml.\n",
        (Lang::Fa, false) => "بستهٔ درونی است: منبع‌ها را در خود دارد، فهرست نمی‌شود و نباید منتشر شود.\n",
        (Lang::En, false) => {
            "It is internal: it contains the sources, is not listed and must not be published.\n"
        }
    });
    text
}

/// Proves what lies at a path.
pub(super) fn verify(args: &VerifyArgs, terminal: Terminal) -> Result<Exit, Complaint> {
    let proof = archive::verify(&args.path, args.key.as_deref())?;
    match terminal.format {
        Format::Json => terminal::answer(&json(&proof.findings)),
        Format::Human => terminal::complain(&human(&proof, terminal)),
    }
    if !proof.is_sound() {
        return Ok(Exit::Findings);
    }
    terminal.tell(&sound_text(&args.path, &proof, terminal.lang));
    Ok(Exit::Done)
}

/// One object a line.
fn json(findings: &[Finding]) -> String {
    let mut text = String::new();
    for finding in findings {
        let Bilingual { fa, en } = &finding.sentence;
        let object = json!({ "what": finding.what.word(), "path": finding.path, "fa": fa, "en": en });
        let _ = writeln!(text, "{object}");
    }
    text
}

/// One line each, then how many.
fn human(proof: &Proof, terminal: Terminal) -> String {
    let mut text = String::new();
    for finding in &proof.findings {
        if finding.what != What::Note || !terminal.quiet {
            let _ = writeln!(text, "{}", finding.line().get(terminal.lang));
        }
    }
    if !proof.is_sound() {
        let count = |what| proof.findings.iter().filter(|finding| finding.what == what).count();
        let [missing, changed, added, refused] =
            [What::Missing, What::Changed, What::Added, What::Refused].map(count);
        let (fa, en) = (
            format!("تأیید نشد: {missing} گم‌شده، {changed} تغییرکرده، {added} افزوده، {refused} نادرست"),
            format!("Not verified: {missing} missing, {changed} changed, {added} added, {refused} refused"),
        );
        let _ = match terminal.lang {
            Lang::Fa => writeln!(text, "{}", crate::persian::numbers::fa_digits(&fa)),
            Lang::En => writeln!(text, "{en}"),
        };
    }
    text
}

fn sound_text(path: &Path, proof: &Proof, lang: Lang) -> String {
    let files = proof.files;
    let kind = match (proof.kind, lang) {
        (Kind::Bag, Lang::Fa) => "بستهٔ BagIt",
        (Kind::Bag, Lang::En) => "BagIt bag",
        (Kind::Wacz, _) => "WACZ",
        (Kind::Site, Lang::Fa) => "سایت منتشرشده",
        (Kind::Site, Lang::En) => "published site",
        (Kind::Models, Lang::Fa) => "بستهٔ الگو",
        (Kind::Models, Lang::En) => "package of models",
        (Kind::File | Kind::Unknown, Lang::Fa) => "فایل امضاشده",
        (Kind::File | Kind::Unknown, Lang::En) => "signed file",
    };
    let mut text = match lang {
        Lang::Fa => format!("درست است ({kind}، {} فایل): {}", integer(files), path.display()),
        Lang::En => format!("It is valid ({kind}, {files} files): {}", path.display()),
    };
    if let Some(told) = &proof.signed {
        let told: String = told.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        text.push_str(match lang {
            Lang::Fa => "\nامضا درست است: ",
            Lang::En => "\nThe signature is valid: ",
        });
        text.push_str(&told);
    }
    text
}

/// Makes a key.
pub(super) fn keygen(file: &Path, source: &Path, terminal: Terminal) -> Result<Exit, Complaint> {
    let keys = archive::keygen(file, source)?;
    let (secret, public) = (keys.secret.display(), keys.public.display());
    let (fa, en) = (
        format!(
            "کلید ساخته شد:\n{secret}\n  محرمانه است؛ بیرون از content و output نگه دارید.\n{public}\n  کلید عمومی است؛ به هر که بسته را می‌گیرد بدهید."
        ),
        format!(
            "The key is created:\n{secret}\n  is secret: keep it outside content and output.\n{public}\n  is the public key: give it to whoever receives packages."
        ),
    );
    terminal.tell(terminal.say(&fa, &en));
    Ok(Exit::Done)
}
