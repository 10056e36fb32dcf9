//! Reasons why a site could not be published.

use std::fmt::Write as _;
use std::io;
use std::path::PathBuf;

use crate::diag::{Complain, Complaint};
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

impl Complain for PublishError {
    fn complaint(&self) -> Complaint {
        match self {
            Self::NoSite { site } => Complaint::usage(
                format!("در «{}» سایت ساخته‌شده‌ای نیست.", site.display()),
                format!("There is no finished site in `{}`.", site.display()),
            )
            .hint(
                "نخست karnameh build را اجرا کنید، یا پوشهٔ سایت را با --output بدهید.",
                "Run karnameh build first, or name the site's folder with --output.",
            ),
            Self::Torn { site, files } => Complaint::usage(
                format!("سایت «{}» با فهرست خود (manifest.json) یکی نیست:{}", site.display(), list(files)),
                format!("The site `{}` does not match its manifest.json:{}", site.display(), list(files)),
            )
            .hint(
                "سایت را دوباره بسازید و هنگام انتشار آن را تغییر ندهید.",
                "Build it again, and do not change it while it is published.",
            ),
            Self::OwnSite { target } => Complaint::usage(
                format!("«{}» خود سایت است، یا درون آن، یا پوشه‌ای که سایت در آن است.", target.display()),
                format!("`{}` is the site itself, or inside it, or contains it.", target.display()),
            )
            .hint("پوشهٔ دیگری بدهید.", "Name another folder."),
            Self::Foreign { target, files } => Complaint::usage(
                format!(
                    "در «{}» فایل‌هایی از دیگران به همان نام فایل‌های سایت هست؛ چیزی نوشته نشد:{}",
                    target.display(),
                    list(files)
                ),
                format!(
                    "`{}` contains other files with the names of the site's files; nothing was written:{}",
                    target.display(),
                    list(files)
                ),
            )
            .hint(
                "این فایل‌ها را جابه‌جا کنید، یا پوشهٔ دیگری بدهید.",
                "Move these files, or name another folder.",
            ),
            Self::Corrupt { file } => Complaint::machine(
                format!("«{}» پس از نوشتن، بازخوانده شد و همان نبود.", file.display()),
                format!("`{}` was written and read back, and is not the same.", file.display()),
            )
            .hint(
                "شاید حافظه یا اتصال خراب باشد؛ حافظهٔ دیگری را بیازمایید.",
                "The drive or the connection may be faulty: try another.",
            ),
            Self::Output(error) => written(error),
        }
    }
}

/// A reason that building has too: here no `--output` names the folder, and a second run goes on with the first.
fn written(error: &OutputError) -> Complaint {
    let complaint = error.complaint();
    match error {
        OutputError::NotAFolder { .. } => complaint,
        OutputError::Busy { .. } => complaint.hint("بگذارید آن تمام شود.", "Wait until it is done."),
        OutputError::Io { error, .. } => match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => complaint.hint(
                "جا باز کنید و همین فرمان را دوباره اجرا کنید؛ از همان‌جا ادامه می‌یابد.",
                "Free some space and run the same command again: it continues where it stopped.",
            ),
            io::ErrorKind::FileTooLarge => complaint.hint(
                "FAT32 فایل‌های ۴ گیگابایتی و بزرگ‌تر را نمی‌پذیرد؛ حافظه را exFAT کنید.",
                "FAT32 does not accept files of 4 GiB or more: format the drive as exFAT.",
            ),
            io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::PermissionDenied => complaint.hint(
                "قفل نوشتن حافظه را بردارید یا اجازهٔ نوشتن بگیرید، یا پوشهٔ دیگری بدهید.",
                "Unlock the drive or get permission to write there, or name another folder.",
            ),
            _ => complaint.hint(
                "همین فرمان را دوباره اجرا کنید؛ از همان‌جا ادامه می‌یابد.",
                "Run the same command again: it continues where it stopped.",
            ),
        },
        _ => complaint.hint("پوشهٔ دیگری بدهید.", "Name another folder."),
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
