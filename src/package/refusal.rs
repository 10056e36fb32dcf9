//! Why a package is refused: one sentence in each language, so that whoever got it knows what to ask for.

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
    /// A record that can't be right: where, and what is wrong in Persian and in English.
    Unsound(String, &'static str, &'static str),
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

impl Refusal {
    /// What is wrong, in Persian.
    pub fn fa(&self) -> String {
        match self {
            Self::TooLarge => "فایل از ۳۲ مبی‌بایت بزرگ‌تر است.".to_owned(),
            Self::NotZip => "فایل بستهٔ zip سالمی نیست؛ شاید ناقص رسیده باشد.".to_owned(),
            Self::TooMany => "شمار فایل‌های درون بسته بیش از اندازه است.".to_owned(),
            Self::Structure => {
                "ساختار بسته دست‌کاری شده است: چیزی بیرون از فایل‌های آن هست یا فایل‌ها روی هم افتاده‌اند."
                    .to_owned()
            }
            Self::Name(name) => format!("نام «{name}» در بسته پذیرفته نمی‌شود."),
            Self::Doubled(name) => format!("«{name}» دو بار در بسته آمده است."),
            Self::Special(name) => {
                format!("«{name}» فایل ساده نیست: پوشه، پیوند، رمزدار یا فشرده به روشی دیگر است.")
            }
            Self::Bomb(name) => format!("«{name}» پس از باز شدن بیش از اندازه بزرگ است."),
            Self::Broken(name) => format!("«{name}» خراب است و باز نمی‌شود."),
            Self::Missing(name) => format!("«{name}» در بسته نیست."),
            Self::Sums => "SHA256SUMS خوانده نمی‌شود.".to_owned(),
            Self::Unlisted(name) => format!("«{name}» در SHA256SUMS نیامده است."),
            Self::Changed(name) => format!("«{name}» با چکیدهٔ خود نمی‌خواند: پس از ساخت بسته تغییر کرده است."),
            Self::Json(name, said) => format!("«{name}» خوانده نمی‌شود: {said}"),
            Self::Format => "این فایل بستهٔ الگوی کارنامه نیست.".to_owned(),
            Self::Version(version) => {
                format!("نسخهٔ {version} این قالب را این برنامه نمی‌شناسد؛ برنامهٔ تازه‌تری لازم است.")
            }
            Self::Unsound(place, fa, _) => format!("{place}: {fa}"),
        }
    }

    /// What is wrong, in English.
    pub fn en(&self) -> String {
        match self {
            Self::TooLarge => "The file is larger than 32 MiB.".to_owned(),
            Self::NotZip => "The file is no sound zip; perhaps it came incomplete.".to_owned(),
            Self::TooMany => "There are too many entries in the package.".to_owned(),
            Self::Structure => {
                "The package's structure was tampered with: something lies outside its entries, or entries overlap."
                    .to_owned()
            }
            Self::Name(name) => format!("The name `{name}` is not allowed in a package."),
            Self::Doubled(name) => format!("`{name}` stands in the package twice."),
            Self::Special(name) => {
                format!("`{name}` is no plain file: a folder, a link, encrypted or compressed in another way.")
            }
            Self::Bomb(name) => format!("`{name}` is too large once it is unpacked."),
            Self::Broken(name) => format!("`{name}` is broken and can't be unpacked."),
            Self::Missing(name) => format!("`{name}` is missing."),
            Self::Sums => "`SHA256SUMS` can't be read.".to_owned(),
            Self::Unlisted(name) => format!("`SHA256SUMS` doesn't list `{name}`."),
            Self::Changed(name) => {
                format!("`{name}` doesn't agree with its checksum: it changed after the package was made.")
            }
            Self::Json(name, said) => format!("`{name}` can't be read: {said}"),
            Self::Format => "This file is no package of success models.".to_owned(),
            Self::Version(version) => {
                format!("This program doesn't know version {version} of the format; a newer one is needed.")
            }
            Self::Unsound(place, _, en) => format!("{place}: {en}"),
        }
    }
}
