//! Why an edition could not be read.

use std::io;
use std::path::{Path, PathBuf};

use crate::diag::{Bilingual, Complain, Complaint, Exit, Message};

/// Why an edition could not be read.
#[derive(Debug)]
pub enum CompareError {
    /// What was named is no edition, or no sound one.
    Refused {
        /// What was named.
        path: PathBuf,
        /// Why not.
        why: Refusal,
    },
    /// The machine failed us.
    Io {
        /// With what.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
}

/// What is wrong with what was named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It holds no `data/progress.json`, or more than one.
    NoData,
    /// It is no sound zip.
    NoZip(String),
    /// The data are larger than any site's, or unpack to far more than they are.
    TooLarge,
    /// The data are no JSON.
    NoJson(String),
    /// The data are of a version of the contract that this program doesn't know.
    Version(String),
    /// A value is not what the contract says.
    Value {
        /// Where it stands: `activities[3].actual`.
        at: String,
        /// What it should be, in Persian and English.
        expected: (&'static str, &'static str),
    },
}

impl Refusal {
    /// The error that what lies at `path` is refused.
    pub fn about(self, path: &Path) -> CompareError {
        CompareError::Refused { path: path.to_owned(), why: self }
    }

    /// What is wrong, to follow «was not taken: », and what to do.
    fn message(&self) -> Message {
        let message = match self {
            Self::NoData => {
                return Message::new(
                    "data/progress.json یک ویرایش را ندارد",
                    "it does not contain the data/progress.json of one edition",
                )
                .hint(
                    "پوشهٔ یک سایت ساخته‌شده، بستهٔ snapshot یا پوشهٔ بازشدهٔ آن را بدهید.",
                    "name the folder of a built site, a package made by snapshot, or its unpacked folder.",
                );
            }
            Self::Version(found) => {
                return Message::new(
                    format!("نسخهٔ قرارداد داده‌هایش {found} است و این برنامه تنها نسخهٔ ۱ را می‌شناسد"),
                    format!(
                        "its data follow version {found} of the contract, and this program knows only version 1"
                    ),
                )
                .hint("نسخهٔ تازه‌تر برنامه را به کار ببرید.", "use a newer version of the program.");
            }
            Self::NoZip(why) => Message::new(
                format!("فایل zip سالمی نیست ({why})"),
                format!("it is not a valid zip file ({why})"),
            ),
            Self::TooLarge => {
                Message::new("داده‌هایش بزرگ‌تر از اندازهٔ پذیرفتنی است", "its data are larger than allowed")
            }
            Self::NoJson(why) => Message::new(
                format!("data/progress.json آن JSON درستی نیست ({why})"),
                format!("its data/progress.json is not valid JSON ({why})"),
            ),
            Self::Value { at, expected } => Message::new(
                format!("{at} در data/progress.json آن {} نیست", expected.0),
                format!("{at} of its data/progress.json is not {}", expected.1),
            ),
        };
        message.hint("درستی آن را با نسخهٔ فرستنده بسنجید.", "compare it with the sender's copy.")
    }
}

impl Complain for CompareError {
    fn complaint(&self) -> Complaint {
        match self {
            Self::Refused { path, why } => {
                let Message { sentence, hint } = why.message();
                let path = path.display();
                let sentence = Bilingual::new(
                    format!("«{path}» پذیرفته نشد: {}.", sentence.fa),
                    format!("`{path}` was refused: {}.", sentence.en),
                );
                Complaint { exit: Exit::Usage, message: Message { sentence, hint } }
            }
            Self::Io { path, error } => Complaint::machine(
                format!("خواندن «{}» ممکن نشد: {error}.", path.display()),
                format!("reading `{}` failed: {error}.", path.display()),
            ),
        }
    }
}
