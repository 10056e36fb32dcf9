//! Why an edition could not be read, in two languages; its sentences are printed by `cli` alone.

use std::io;
use std::path::{Path, PathBuf};

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
    /// Says of what it is told.
    pub(super) fn of(self, path: &Path) -> CompareError {
        CompareError::Refused { path: path.to_owned(), why: self }
    }

    fn fa(&self) -> String {
        match self {
            Self::NoData => "data/progress.json یک ویرایش را ندارد".to_owned(),
            Self::NoZip(why) => format!("فایل zip سالمی نیست ({why})"),
            Self::TooLarge => "داده‌هایش بزرگ‌تر از اندازهٔ پذیرفتنی است".to_owned(),
            Self::NoJson(why) => format!("data/progress.json آن JSON درستی نیست ({why})"),
            Self::Version(found) => {
                format!("نسخهٔ قرارداد داده‌هایش {found} است و این برنامه تنها نسخهٔ ۱ را می‌شناسد")
            }
            Self::Value { at, expected } => format!("{at} در data/progress.json آن {} نیست", expected.0),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::NoData => "it does not hold one edition's data/progress.json".to_owned(),
            Self::NoZip(why) => format!("it is no sound zip ({why})"),
            Self::TooLarge => "its data are larger than is taken".to_owned(),
            Self::NoJson(why) => format!("its data/progress.json is no sound JSON ({why})"),
            Self::Version(found) => {
                format!("its data are of version {found} of the contract, and this program knows version 1")
            }
            Self::Value { at, expected } => format!("{at} of its data/progress.json is not {}", expected.1),
        }
    }

    fn hint(&self) -> (&'static str, &'static str) {
        match self {
            Self::NoData => (
                "پوشهٔ یک سایت ساخته‌شده، بستهٔ snapshot یا پوشهٔ بازشدهٔ آن را بدهید.",
                "name the folder of a built site, a package of snapshot, or its unpacked folder.",
            ),
            Self::Version(_) => {
                ("نسخهٔ تازه‌تر برنامه را به کار ببرید.", "use a newer version of the program.")
            }
            Self::NoZip(_) | Self::TooLarge | Self::NoJson(_) | Self::Value { .. } => {
                ("درستی آن را با نسخهٔ فرستنده بسنجید.", "hold it against the copy of whoever gave it.")
            }
        }
    }
}

impl CompareError {
    /// The exit status that it means: 2 usage, 3 the machine.
    pub fn status(&self) -> u8 {
        match self {
            Self::Refused { .. } => 2,
            Self::Io { .. } => 3,
        }
    }

    /// What is wrong, in Persian.
    pub fn fa(&self) -> String {
        match self {
            Self::Refused { path, why } => format!("«{}» پذیرفته نشد: {}.", path.display(), why.fa()),
            Self::Io { path, error } => format!("خواندن «{}» ممکن نشد: {error}.", path.display()),
        }
    }

    /// What is wrong, in English.
    pub fn en(&self) -> String {
        match self {
            Self::Refused { path, why } => format!("`{}` was not taken: {}.", path.display(), why.en()),
            Self::Io { path, error } => format!("reading `{}` failed: {error}.", path.display()),
        }
    }

    /// What to do, in Persian; may be empty.
    pub fn hint_fa(&self) -> &'static str {
        match self {
            Self::Refused { why, .. } => why.hint().0,
            Self::Io { .. } => "",
        }
    }

    /// What to do, in English; may be empty.
    pub fn hint_en(&self) -> &'static str {
        match self {
            Self::Refused { why, .. } => why.hint().1,
            Self::Io { .. } => "",
        }
    }
}
