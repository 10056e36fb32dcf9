//! Why a package was not taken in, and what to do, in both languages.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::json;

use crate::exchange::adopt::{AdoptError, Unmapped};
use crate::model::RecordKind;
use crate::persian::ezafe::ezafe;
use crate::persian::numbers::{fa_digits, integer};

use super::super::args::Format;
use super::super::terminal::{self, Terminal};
use super::super::{Ending, failure, report};

/// Tells why nothing was taken in.
pub(super) fn refuse(error: &AdoptError, source: &Path, terminal: Terminal) -> Ending {
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
    let option = |name: &str, (fa, en): (String, String)| (format!("{name}: {fa}"), format!("{name}: {en}"));
    match error {
        AdoptError::NoFile(path) => (
            format!("فایلی به نام «{}» نیست.", path.display()),
            format!("There is no file `{}`.", path.display()),
        ),
        AdoptError::NoNeighborhood(name, near) => {
            option("--into", unknown(RecordKind::Neighborhood, name, near.as_deref()))
        }
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
        AdoptError::NotOurs(kind, name, near) => option("--map", unknown(*kind, name, near.as_deref())),
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

/// What is said of a name that none of one's own records has.
pub(super) fn unknown(kind: RecordKind, name: &str, near: Option<&str>) -> (String, String) {
    let mut fa = format!("«{name}» شناسه یا عنوان هیچ {} شما نیست.", ezafe(kind.fa()));
    let mut en = format!("no {} of yours has the id or title `{name}`.", kind.en());
    if let Some(near) = near {
        let _ = write!(fa, "\nراهنما: منظورتان «{near}» بود؟");
        let _ = write!(en, "\nhint: Did you mean `{near}`?");
    }
    (fa, en)
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
