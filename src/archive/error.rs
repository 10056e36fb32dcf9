//! Reasons why a package could not be created or verified.
//!
//! Defects *in* a package are not errors but [`super::Finding`]s.

use std::io;
use std::path::{Path, PathBuf};

use crate::diag::{Bilingual, Complain, Complaint, reason_fa};
use crate::pipeline::Failure;

use super::verify::Finding;

/// Why an archive command failed. No file was replaced in any case.
#[derive(Debug)]
pub enum ArchiveError {
    Build(Failure),
    /// The package or key would be inside this folder of the project.
    OwnFolder(PathBuf, &'static str),
    /// The name is not valid for a package: it must end in `.zip`, and its stem must be a valid folder name on every system.
    BadName(PathBuf),
    /// A public package must not have a name of the kind reserved for packages with sources.
    InternalName(PathBuf),
    /// The target is a file that this program did not create.
    NotOurs(PathBuf),
    /// Another snapshot is being created in the same folder.
    Busy(PathBuf),
    /// `content/archive.yml` is valid, but its layout does not permit adding an entry line by line.
    Ledger(PathBuf),
    /// The name of a source file is not valid on every system.
    SourceName(PathBuf),
    /// The key, its file or its signature is not in minisign's format, or the key has a password.
    Key(PathBuf),
    /// The key file exists. Keys are never overwritten.
    KeyExists(PathBuf),
    /// The new package fails its own verification: a file changed while it was read.
    Unsound(Vec<Finding>),
    /// Nothing exists at the path.
    Absent(PathBuf),
    /// An operation of the operating system failed.
    Io(PathBuf, io::Error),
}

impl ArchiveError {
    /// Returns a function that converts an I/O error on `path`, for `map_err`.
    pub(super) fn at(path: &Path) -> impl Fn(io::Error) -> Self {
        move |error| Self::Io(path.to_owned(), error)
    }
}

impl Complain for ArchiveError {
    fn complaint(&self) -> Complaint {
        match self {
            Self::Build(failure) => failure.complaint(),
            Self::OwnFolder(path, own) => Complaint::usage(
                format!("«{}» درون پوشهٔ {own} پروژه است.", path.display()),
                format!("`{}` is inside the project's folder {own}.", path.display()),
            )
            .hint("بسته و کلید را بیرون از آن بسازید.", "Create packages and keys outside it."),
            Self::BadName(path) => Complaint::usage(
                format!("«{}» نام بسته نمی‌شود.", path.display()),
                format!("`{}` can't be a package's name.", path.display()),
            )
            .hint(
                "نامی بدهید که به ‎.zip‎ پایان یابد، مانند karnameh-1404-07-30.zip.",
                "Give one that ends in .zip, such as karnameh-1404-07-30.zip.",
            ),
            Self::InternalName(path) => Complaint::usage(
                format!("«{}» نام بستهٔ درونی است و بستهٔ عمومی نمی‌تواند چنین نامی داشته باشد.", path.display()),
                format!("`{}` is the name of an internal package, and a public one can't have it.", path.display()),
            )
            .hint(
                "نامی بدون ‎-internal‎ بدهید، یا ‎--with-sources‎ را بیفزایید.",
                "Leave `-internal` out, or add --with-sources.",
            ),
            Self::NotOurs(path) => Complaint::usage(
                format!("«{}» از پیش هست و بستهٔ کارنامه نیست؛ چیزی جایگزین نشد.", path.display()),
                format!("`{}` already exists and is not a package of Karnameh; nothing was replaced.", path.display()),
            )
            .hint(
                "با ‎-o‎ نامی دیگر بدهید یا آن فایل را جابه‌جا کنید.",
                "Give another name with -o, or move that file away.",
            ),
            Self::Busy(path) => Complaint::machine(
                format!("اجرای دیگری هم‌اکنون در «{}» بسته می‌سازد.", path.display()),
                format!("Another run is creating a package in `{}` right now.", path.display()),
            )
            .hint("تا پایان آن صبر کنید.", "Wait until it finishes."),
            Self::Ledger(path) => Complaint::usage(
                format!("به «{}» نمی‌توان ویرایشی افزود، چون فهرستی با یک «-» برای هر ویرایش نیست.", path.display()),
                format!("No entry can be added to `{}`: it is not a list with one `-` for each edition.", path.display()),
            )
            .hint(
                "هر ویرایش را زیر «- تاریخ: …» در سطرهای خودش بنویسید.",
                "Write each edition on lines of its own below `- date: …`.",
            ),
            Self::SourceName(path) => Complaint::usage(
                format!("نام «{}» روی همهٔ سیستم‌ها نوشتنی نیست و در بسته نمی‌آید.", path.display()),
                format!("`{}` is not a valid file name on every system, and can't be packed.", path.display()),
            )
            .hint("نام فایل را عوض کنید.", "Rename the file."),
            Self::Key(path) => Complaint::usage(
                format!("«{}» کلیدی نیست که بتوان به کار برد.", path.display()),
                format!("`{}` is not a usable key.", path.display()),
            )
            .hint(
                "کلید را با karnameh keygen بسازید؛ کلید گذرواژه‌دار پذیرفته نمی‌شود. امضا با FILE و بررسی با FILE.pub است.",
                "Create one with karnameh keygen; keys with a password are not accepted. FILE signs, FILE.pub verifies.",
            ),
            Self::KeyExists(path) => Complaint::usage(
                format!("«{}» از پیش هست؛ چیزی نوشته نشد.", path.display()),
                format!("`{}` already exists; nothing was written.", path.display()),
            )
            .hint(
                "کلید هرگز جایگزین نمی‌شود؛ نامی دیگر بدهید.",
                "Keys are never replaced: choose another name.",
            ),
            Self::Unsound(findings) => {
                let first = findings.first().map(Finding::line);
                let Bilingual { fa, en } = first.unwrap_or_else(|| Bilingual::new("", ""));
                Complaint::machine(
                    format!("بستهٔ ساخته‌شده درست از کار درنیامد و کنار گذاشته شد: {fa}"),
                    format!("The package failed its own verification and was discarded: {en}"),
                )
                .hint(
                    "شاید فایلی هنگام بسته‌بندی تغییر کرده است؛ دوباره اجرا کنید.",
                    "A file may have changed while it was packed: run the command again.",
                )
            }
            Self::Absent(path) => Complaint::usage(
                format!("«{}» نیست.", path.display()),
                format!("There is no `{}`.", path.display()),
            )
            .hint("نشانی را بررسی کنید.", "Check the path."),
            Self::Io(path, error) => Complaint::machine(
                format!("کار با «{}» ممکن نشد: {}.", path.display(), reason_fa(error)),
                format!("Working with `{}` failed: {error}.", path.display()),
            ),
        }
    }
}
