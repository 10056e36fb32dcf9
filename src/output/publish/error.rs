//! Reasons why a site could not be published, in both languages. Only `cli` prints these messages.

use std::fmt::Write as _;
use std::io;
use std::path::PathBuf;

use crate::output::OutputError;

/// The maximum number of paths in a message.
const NAMED: usize = 20;

#[derive(Debug)]
pub enum PublishError {
    /// There is no finished site.
    NoSite {
        /// The folder that was expected to contain it.
        site: PathBuf,
    },
    /// The site's files differ from its manifest.
    Torn {
        site: PathBuf,
        /// The files that are missing or different.
        files: Vec<String>,
    },
    /// The target is the site, is inside it, or contains it.
    OwnSite { target: PathBuf },
    /// Files that this program did not create have the names of the site's files.
    Foreign { target: PathBuf, files: Vec<String> },
    /// A file that was read back differs from what was written.
    Corrupt { file: PathBuf },
    /// An error that building a site can cause too.
    Output(OutputError),
}

impl From<OutputError> for PublishError {
    fn from(error: OutputError) -> Self {
        Self::Output(error)
    }
}

impl PublishError {
    /// Returns the exit status: 1 for errors in the content, 2 for usage, 3 for the machine.
    pub fn status(&self) -> u8 {
        match self {
            Self::NoSite { .. } | Self::Torn { .. } | Self::OwnSite { .. } | Self::Foreign { .. } => 2,
            Self::Corrupt { .. } => 3,
            Self::Output(error) => error.status(),
        }
    }

    /// States the problem in Persian.
    pub fn fa(&self) -> String {
        match self {
            Self::NoSite { site } => format!("در «{}» سایت ساخته‌شده‌ای نیست.", site.display()),
            Self::Torn { site, files } => {
                format!("سایت «{}» با فهرست خود (manifest.json) یکی نیست:{}", site.display(), list(files))
            }
            Self::OwnSite { target } => {
                format!("«{}» خود سایت است، یا درون آن، یا پوشه‌ای که سایت در آن است.", target.display())
            }
            Self::Foreign { target, files } => format!(
                "در «{}» فایل‌هایی از دیگران به همان نام فایل‌های سایت هست؛ چیزی نوشته نشد:{}",
                target.display(),
                list(files)
            ),
            Self::Corrupt { file } => {
                format!("«{}» پس از نوشتن، بازخوانده شد و همان نبود.", file.display())
            }
            Self::Output(error) => error.fa(),
        }
    }

    /// States the problem in English.
    pub fn en(&self) -> String {
        match self {
            Self::NoSite { site } => format!("there is no finished site in {}", site.display()),
            Self::Torn { site, files } => {
                format!("the site {} is not what its manifest.json says:{}", site.display(), list(files))
            }
            Self::OwnSite { target } => {
                format!("{} is the site itself, or lies in it, or holds it", target.display())
            }
            Self::Foreign { target, files } => format!(
                "{} has files of others where the site's would stand; nothing was written:{}",
                target.display(),
                list(files)
            ),
            Self::Corrupt { file } => {
                format!("{} was written, read back, and is not the same", file.display())
            }
            Self::Output(error) => error.en(),
        }
    }

    /// Suggests a solution in Persian; may be empty.
    pub fn hint_fa(&self) -> &'static str {
        match self {
            Self::NoSite { .. } => "نخست karnameh build را اجرا کنید، یا پوشهٔ سایت را با --output بدهید.",
            Self::Torn { .. } => "سایت را دوباره بسازید و هنگام انتشار آن را تغییر ندهید.",
            Self::Foreign { .. } => "این فایل‌ها را جابه‌جا کنید، یا پوشهٔ دیگری بدهید.",
            Self::Corrupt { .. } => "شاید حافظه یا اتصال خراب باشد؛ حافظهٔ دیگری را بیازمایید.",
            Self::Output(OutputError::Io { error, .. }) => match error.kind() {
                io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                    "جا باز کنید و همین فرمان را دوباره اجرا کنید؛ از همان‌جا ادامه می‌یابد."
                }
                io::ErrorKind::FileTooLarge => {
                    "FAT32 فایل‌های ۴ گیگابایتی و بزرگ‌تر را نمی‌پذیرد؛ حافظه را exFAT کنید."
                }
                io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => {
                    "قفل نوشتن حافظه را بردارید یا اجازهٔ نوشتن بگیرید، یا پوشهٔ دیگری بدهید."
                }
                _ => "همین فرمان را دوباره اجرا کنید؛ از همان‌جا ادامه می‌یابد.",
            },
            Self::Output(OutputError::NotAFolder { .. }) => "نام یک پوشه را بدهید، نه نام یک فایل.",
            Self::Output(OutputError::Busy { .. }) => "بگذارید آن تمام شود.",
            Self::OwnSite { .. } | Self::Output(_) => "پوشهٔ دیگری بدهید.",
        }
    }

    /// Suggests a solution in English; may be empty.
    pub fn hint_en(&self) -> &'static str {
        match self {
            Self::NoSite { .. } => "run karnameh build first, or name the site's folder with --output",
            Self::Torn { .. } => "build it anew, and leave it alone while it is published",
            Self::Foreign { .. } => "move these files, or name another folder",
            Self::Corrupt { .. } => "the stick or the connection may be broken: try another",
            Self::Output(OutputError::Io { error, .. }) => match error.kind() {
                io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                    "make room and run the same command again: it goes on where it ended"
                }
                io::ErrorKind::FileTooLarge => "FAT32 takes no file of 4 GiB or more: format it as exFAT",
                io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => {
                    "unlock the stick or get the right to write there, or name another folder"
                }
                _ => "run the same command again: it goes on where it ended",
            },
            Self::Output(OutputError::NotAFolder { .. }) => "name a folder, not a file",
            Self::Output(OutputError::Busy { .. }) => "wait until it is done",
            Self::OwnSite { .. } | Self::Output(_) => "name another folder",
        }
    }
}

/// Formats paths for a message, each on a line of its own.
fn list(files: &[String]) -> String {
    let mut text = String::new();
    for file in files.iter().take(NAMED) {
        let _ = write!(text, "\n  {file}");
    }
    if files.len() > NAMED {
        text.push_str("\n  …");
    }
    text
}
