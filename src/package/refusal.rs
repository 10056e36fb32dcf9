//! Why a package is refused: one sentence in each language, so that whoever got it knows what to ask for.

use crate::diag::Bilingual;
use crate::zipped::Fault;

/// Why a file is no package that one can trust.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// It is larger than a package may be.
    TooLarge,
    /// It is no zip, or a broken one.
    NotZip,
    /// It holds more entries than a package has.
    TooMany,
    /// Something stands before, between or after the entries, or two of them share bytes.
    Structure,
    /// A name that no entry may have: a way out of the folder, a capital, a backslash …
    Name(String),
    /// Two entries of one name.
    Doubled(String),
    /// An entry that is no plain file: a folder, a link, encrypted, compressed in another way.
    Special(String),
    /// An entry that holds more than it may.
    Bomb(String),
    /// An entry that can't be decompressed, or isn't what its own checksum says.
    Broken(String),
    /// An entry that every package has.
    Missing(String),
    /// `SHA256SUMS` can't be read.
    Sums,
    /// An entry that `SHA256SUMS` doesn't list.
    Unlisted(String),
    /// An entry that isn't what `SHA256SUMS` says.
    Changed(String),
    /// A JSON file that isn't what its version promises; what the reader said.
    Json(String, String),
    /// Another format.
    Format,
    /// A version that this program doesn't know.
    Version(String),
    /// An entry that no package has.
    Unexpected(String),
    /// What a package says can't be right: where, and what is wrong.
    Unsound(String, Bilingual),
}

impl From<Fault> for Refusal {
    fn from(fault: Fault) -> Self {
        // A name is shown on a terminal: without what could steer one.
        let name = fault.name().unwrap_or_default().escape_debug().to_string();
        match fault {
            Fault::TooLarge => Self::TooLarge,
            Fault::NoEnd | Fault::Malformed(_) => Self::NotZip,
            Fault::TooMany => Self::TooMany,
            Fault::Appended | Fault::Prepended | Fault::Inconsistent(_) => Self::Structure,
            Fault::Doubled(_) | Fault::Clash(..) => Self::Doubled(name),
            Fault::Name(_) | Fault::FileAndFolder(_) => Self::Name(name),
            Fault::Special(_) | Fault::Encrypted(_) | Fault::Compression(_) => Self::Special(name),
            Fault::Bomb(_) => Self::Bomb(name),
        }
    }
}

/// Refuses what a place of a package says.
pub(super) fn wrong(place: &str, fa: impl Into<String>, en: impl Into<String>) -> Refusal {
    Refusal::Unsound(place.to_owned(), Bilingual::new(fa, en))
}

impl Refusal {
    /// What is wrong.
    pub fn sentence(&self) -> Bilingual {
        match self {
            Self::TooLarge => {
                Bilingual::new("فایل از ۳۲ مبی‌بایت بزرگ‌تر است.", "The file is larger than 32 MiB.")
            }
            Self::NotZip => Bilingual::new(
                "فایل بستهٔ zip سالمی نیست؛ شاید ناقص رسیده باشد.",
                "The file is not a valid zip file; the download may be incomplete.",
            ),
            Self::TooMany => Bilingual::new(
                "شمار فایل‌های درون بسته بیش از اندازه است.",
                "There are too many entries in the package.",
            ),
            Self::Structure => Bilingual::new(
                "ساختار بسته دست‌کاری شده است: چیزی بیرون از فایل‌های آن هست یا فایل‌ها روی هم افتاده‌اند.",
                "The package's structure was tampered with: there are data outside its entries, or entries overlap.",
            ),
            Self::Name(name) => Bilingual::new(
                format!("نام «{name}» در بسته پذیرفته نمی‌شود."),
                format!("The name `{name}` is not allowed in a package."),
            ),
            Self::Doubled(name) => Bilingual::new(
                format!("«{name}» دو بار در بسته آمده است."),
                format!("`{name}` is in the package twice."),
            ),
            Self::Special(name) => Bilingual::new(
                format!("«{name}» فایل ساده نیست: پوشه، پیوند، رمزدار یا فشرده به روشی دیگر است."),
                format!(
                    "`{name}` is not a plain file: it is a folder or a link, or encrypted or compressed in another way."
                ),
            ),
            Self::Bomb(name) => Bilingual::new(
                format!("«{name}» پس از باز شدن بیش از اندازه بزرگ است."),
                format!("`{name}` is too large once it is unpacked."),
            ),
            Self::Broken(name) => Bilingual::new(
                format!("«{name}» خراب است و باز نمی‌شود."),
                format!("`{name}` is broken and can't be unpacked."),
            ),
            Self::Missing(name) => {
                Bilingual::new(format!("«{name}» در بسته نیست."), format!("`{name}` is missing."))
            }
            Self::Sums => Bilingual::new("SHA256SUMS خوانده نمی‌شود.", "`SHA256SUMS` can't be read."),
            Self::Unlisted(name) => Bilingual::new(
                format!("«{name}» در SHA256SUMS نیامده است."),
                format!("`SHA256SUMS` doesn't list `{name}`."),
            ),
            Self::Changed(name) => Bilingual::new(
                format!("«{name}» با چکیدهٔ خود نمی‌خواند: پس از ساخت بسته تغییر کرده است."),
                format!("`{name}` doesn't match its checksum: it changed after the package was created."),
            ),
            Self::Json(name, reason) => Bilingual::new(
                format!("«{name}» خوانده نمی‌شود: {reason}"),
                format!("`{name}` can't be read: {reason}"),
            ),
            Self::Format => Bilingual::new(
                "این فایل بستهٔ الگوی کارنامه نیست.",
                "This file is not a package of success models.",
            ),
            Self::Version(version) => Bilingual::new(
                format!("نسخهٔ {version} این قالب را این برنامه نمی‌شناسد؛ برنامهٔ تازه‌تری لازم است."),
                format!(
                    "This program doesn't know version {version} of the format; a newer version is needed."
                ),
            ),
            Self::Unexpected(name) => Bilingual::new(
                format!("«{name}» در بستهٔ الگو جایی ندارد."),
                format!("`{name}` has no place in a package of models."),
            ),
            Self::Unsound(place, Bilingual { fa, en }) => {
                Bilingual::new(format!("{place}: {fa}"), format!("{place}: {en}"))
            }
        }
    }
}
