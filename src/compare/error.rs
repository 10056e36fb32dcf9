//! Why an edition could not be read.

use std::path::{Path, PathBuf};

use crate::diag::{Bilingual, Complain, Complaint, MachineError};
use crate::figures::CONTRACT_VERSION;
use crate::persian::numbers::integer;

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
    /// A file or folder could not be read.
    Machine(MachineError),
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

    /// Returns the reason, to follow "was refused", and the hint.
    fn texts(&self) -> (Bilingual, Bilingual<&'static str>) {
        match self {
            Self::NoData => (
                Bilingual::new(
                    "data/progress.json یک ویرایش را ندارد",
                    "it does not contain the data/progress.json of one edition",
                ),
                EDITIONS,
            ),
            Self::NoZip(why) => (
                Bilingual::new(
                    format!("فایل zip سالمی نیست ({why})"),
                    format!("it is not a valid zip file ({why})"),
                ),
                SENDER,
            ),
            Self::TooLarge => (
                Bilingual::new("داده‌هایش بزرگ‌تر از اندازهٔ پذیرفتنی است", "its data are larger than allowed"),
                SENDER,
            ),
            Self::NoJson(why) => (
                Bilingual::new(
                    format!("data/progress.json آن JSON درستی نیست ({why})"),
                    format!("its data/progress.json is not valid JSON ({why})"),
                ),
                SENDER,
            ),
            Self::Version(found) => (
                Bilingual::new(
                    format!(
                        "نسخهٔ قرارداد داده‌هایش {found} است و این برنامه تنها نسخهٔ {} را می‌شناسد",
                        integer(i64::from(CONTRACT_VERSION))
                    ),
                    format!(
                        "its data follow version {found} of the contract, and this program knows only version {CONTRACT_VERSION}"
                    ),
                ),
                NEWER,
            ),
            Self::Value { at, expected } => (
                Bilingual::new(
                    format!("{at} در data/progress.json آن {} نیست", expected.0),
                    format!("{at} of its data/progress.json is not {}", expected.1),
                ),
                SENDER,
            ),
        }
    }
}

const EDITIONS: Bilingual<&str> = Bilingual {
    fa: "پوشهٔ یک سایت ساخته‌شده، بستهٔ snapshot یا پوشهٔ بازشدهٔ آن را بدهید.",
    en: "Name the folder of a built site, a package made by snapshot, or its unpacked folder.",
};

const SENDER: Bilingual<&str> = Bilingual {
    fa: "درستی آن را با نسخهٔ فرستنده بسنجید.",
    en: "Compare it with the sender's copy.",
};

const NEWER: Bilingual<&str> = Bilingual {
    fa: "نسخهٔ تازه‌تر برنامه را به کار ببرید.",
    en: "Use a newer version of the program.",
};

impl Complain for CompareError {
    fn complaint(&self) -> Complaint {
        match self {
            Self::Refused { path, why } => {
                let (reason, hint) = why.texts();
                Complaint::usage(
                    format!("«{}» پذیرفته نشد: {}.", path.display(), reason.fa),
                    format!("`{}` was refused: {}.", path.display(), reason.en),
                )
                .hint(hint.fa, hint.en)
            }
            Self::Machine(error) => error.complaint(),
        }
    }
}
