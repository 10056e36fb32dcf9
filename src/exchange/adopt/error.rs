//! Reasons why a package was not adopted. Nothing was written in any case.

use std::fmt::Write as _;
use std::path::PathBuf;

use super::Unmapped;
use crate::content::no_content;
use crate::diag::{Bilingual, Complain, Complaint, Diagnostic, Exit, MachineError, Message};
use crate::model::RecordKind;
use crate::package::Refusal;
use crate::persian::ezafe::ezafe;
use crate::persian::numbers::{fa_digits, integer};

/// Why a package was not adopted.
#[derive(Debug)]
pub enum AdoptError {
    /// The path does not lead to a regular file.
    NoFile(PathBuf),
    /// The package is invalid.
    Refused(Refusal),
    /// The source folder contains no `content/`.
    NoContent(PathBuf),
    /// The user's own records have errors.
    Content(Vec<Diagnostic>),
    /// No neighborhood has this name; with a similar one that may have been meant.
    NoNeighborhood(String, Option<String>),
    /// A `--map` option cannot be parsed.
    BadMap(String),
    /// A `--map` option names nothing in the package.
    NotTheirs(RecordKind, String),
    /// A `--map` option names no record of the user; with a similar one that may have been meant.
    NotOurs(RecordKind, String, Option<String>),
    /// These domains and agencies of the package have no counterpart.
    Unmapped(Vec<Unmapped>),
    /// The start would shift a date out of the allowed years.
    Start,
    /// A folder to create exists already.
    Exists(PathBuf),
    /// An operation of the operating system failed.
    Machine(MachineError),
}

impl From<MachineError> for AdoptError {
    fn from(error: MachineError) -> Self {
        Self::Machine(error)
    }
}

impl Complain for AdoptError {
    fn complaint(&self) -> Complaint {
        match self {
            Self::Machine(error) => error.complaint(),
            Self::NoContent(source) => no_content(source),
            Self::Content(_) => Complaint::findings(
                "نخست خطاهای رکوردهای خود را برطرف کنید.",
                "Fix the errors in your own records first.",
            ),
            Self::Refused(refusal) => {
                let Bilingual { fa, en } = refusal.sentence();
                Complaint::findings(
                    format!("بسته پذیرفته نشد. {fa}"),
                    format!("The package is refused. {en}"),
                )
                .hint(
                    "بسته را دوباره از خاستگاه بگیرید و چکیده‌اش را بسنجید.",
                    "Get it again from its origin and compare the digest.",
                )
            }
            Self::Unmapped(unmapped) => not_mapped(unmapped),
            Self::NoFile(path) => Complaint::usage(
                format!("فایلی به نام «{}» نیست.", path.display()),
                format!("There is no file `{}`.", path.display()),
            ),
            Self::NoNeighborhood(name, near) => {
                misuse("--into", unknown_record(RecordKind::Neighborhood, name, near.as_deref()))
            }
            Self::BadMap(text) => Complaint::usage(
                format!("--map: «{text}» خوانده نمی‌شود."),
                format!("--map: `{text}` can't be read."),
            )
            .hint(
                "مانند --map domain:sport=varzesh یا --map agency:labour=kar بنویسید.",
                "Write it like --map domain:sport=varzesh or --map agency:labour=kar.",
            ),
            Self::NotTheirs(kind, name) => Complaint::usage(
                format!("--map: در بسته {} «{name}» نیست.", kind.fa()),
                format!("--map: the package has no {} `{name}`.", kind.en()),
            ),
            Self::NotOurs(kind, name, near) => misuse("--map", unknown_record(*kind, name, near.as_deref())),
            Self::Exists(path) => Complaint::usage(
                format!("«{}» از پیش هست: این الگو یک بار گرفته شده است.", path.display()),
                format!("`{}` already exists: this model was adopted before.", path.display()),
            )
            .hint(
                "برای گرفتن دوباره، آن پوشه را پاک کنید یا نامش را عوض کنید.",
                "Delete or rename that folder to adopt it again.",
            ),
            Self::Start => Complaint::usage(
                "--start: با این روز، تاریخ‌ها از ۱۳۰۰ تا ۱۵۰۰ بیرون می‌رود.",
                "--start: from that day on, dates fall outside the years 1300 to 1500.",
            ),
        }
    }
}

fn misuse(option: &str, message: Message) -> Complaint {
    Complaint { exit: Exit::Usage, message: message.about(option, option) }
}

/// The message that none of the user's own records has a name.
pub fn unknown_record(kind: RecordKind, name: &str, near: Option<&str>) -> Message {
    let message = Message::new(
        format!("«{name}» شناسه یا عنوان هیچ {} شما نیست.", ezafe(kind.fa())),
        format!("You have no {} with the id or title `{name}`.", kind.en()),
    );
    match near {
        Some(near) => message.hint(format!("منظورتان «{near}» بود؟"), format!("Did you mean `{near}`?")),
        None => message,
    }
}

fn not_mapped(unmapped: &[Unmapped]) -> Complaint {
    let count = unmapped.len();
    let (mut fa, mut en) = (String::new(), String::new());
    for Unmapped { kind, id, title } in unmapped {
        let _ = write!(fa, "\n  {} «{title}» ({id})", kind.fa());
        let _ = write!(en, "\n  {} `{title}` ({id})", kind.en());
    }
    let persian = integer(count);
    Complaint::findings(
        fa_digits(&format!("{persian} مورد معلوم نیست نزد شما کدام است:")) + &fa,
        format!("It is unknown which of your records these {count} are:{en}"),
    )
    .hint(
        "با --map agency:شناسه=شناسهٔ-شما بگویید، یا با --create پیش‌نویس تازه بسازید.",
        "Say which with --map agency:THEIRS=OURS, or create drafts with --create.",
    )
}
