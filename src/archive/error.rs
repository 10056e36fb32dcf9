//! Reasons why a package could not be created or verified, in both languages, with the exit status.
//!
//! Defects *in* a package are not errors but [`super::Finding`]s.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::diag::reason_fa;
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

/// The cause of an error, which determines the exit status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blame {
    /// The command line.
    Usage,
    /// The machine.
    Machine,
}

impl ArchiveError {
    /// Returns a function that converts an I/O error on `path`, for `map_err`.
    pub(super) fn at(path: &Path) -> impl Fn(io::Error) -> Self {
        move |error| Self::Io(path.to_owned(), error)
    }

    /// Returns the cause. Failed builds are reported by their own error.
    pub fn blame(&self) -> Blame {
        match self {
            Self::Io(..) | Self::Unsound(_) | Self::Busy(_) | Self::Build(_) => Blame::Machine,
            _ => Blame::Usage,
        }
    }

    /// Returns the message and the hint in Persian.
    pub fn fa(&self) -> String {
        match self {
            Self::Build(_) => "سایت ساخته نشد.".to_owned(),
            Self::OwnFolder(path, own) => format!(
                "«{}» درون پوشهٔ {own} پروژه است.\nراهنما: بسته و کلید را بیرون از آن بسازید.",
                path.display()
            ),
            Self::BadName(path) => format!(
                "«{}» نام بسته نمی‌شود.\nراهنما: نامی بدهید که به ‎.zip‎ پایان یابد، مانند karnameh-1404-07-30.zip.",
                path.display()
            ),
            Self::InternalName(path) => format!(
                "«{}» نام بستهٔ درونی است و بستهٔ عمومی نمی‌تواند چنین نامی داشته باشد.\nراهنما: نامی بدون ‎-internal‎ بدهید، یا ‎--with-sources‎ را بیفزایید.",
                path.display()
            ),
            Self::NotOurs(path) => format!(
                "«{}» از پیش هست و بستهٔ کارنامه نیست؛ چیزی جایگزین نشد.\nراهنما: با ‎-o‎ نامی دیگر بدهید یا آن فایل را جابه‌جا کنید.",
                path.display()
            ),
            Self::Busy(path) => format!(
                "اجرای دیگری هم‌اکنون در «{}» بسته می‌سازد.\nراهنما: تا پایان آن صبر کنید.",
                path.display()
            ),
            Self::Ledger(path) => format!(
                "به «{}» نمی‌توان ویرایشی افزود، چون فهرستی با یک «-» برای هر ویرایش نیست.\nراهنما: هر ویرایش را زیر «- تاریخ: …» در سطرهای خودش بنویسید.",
                path.display()
            ),
            Self::SourceName(path) => format!(
                "نام «{}» روی همهٔ سیستم‌ها نوشتنی نیست و در بسته نمی‌آید.\nراهنما: نام فایل را عوض کنید.",
                path.display()
            ),
            Self::Key(path) => format!(
                "«{}» کلیدی نیست که بتوان به کار برد.\nراهنما: کلید را با karnameh keygen بسازید؛ کلید گذرواژه‌دار پذیرفته نمی‌شود. امضا با FILE و بررسی با FILE.pub است.",
                path.display()
            ),
            Self::KeyExists(path) => format!(
                "«{}» از پیش هست؛ چیزی نوشته نشد.\nراهنما: کلید هرگز جایگزین نمی‌شود؛ نامی دیگر بدهید.",
                path.display()
            ),
            Self::Unsound(findings) => format!(
                "بستهٔ ساخته‌شده درست از کار درنیامد و کنار گذاشته شد: {}\nراهنما: شاید فایلی هنگام بسته‌بندی تغییر کرده است؛ دوباره اجرا کنید.",
                findings.first().map(Finding::fa).unwrap_or_default()
            ),
            Self::Absent(path) => format!("«{}» نیست.\nراهنما: نشانی را بررسی کنید.", path.display()),
            Self::Io(path, error) => format!("کار با «{}» ممکن نشد: {}.", path.display(), reason_fa(error)),
        }
    }
}

/// The message and the hint in English.
impl fmt::Display for ArchiveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Build(_) => f.write_str("The site was not built."),
            Self::OwnFolder(path, own) => write!(
                f,
                "`{}` lies in the project's folder {own}.\nhint: make packages and keys outside of it.",
                path.display()
            ),
            Self::BadName(path) => write!(
                f,
                "`{}` can't be a package's name.\nhint: give one that ends in .zip, such as karnameh-1404-07-30.zip.",
                path.display()
            ),
            Self::InternalName(path) => write!(
                f,
                "`{}` is the name of an internal package, and a public one can't have it.\nhint: leave `-internal` out, or add --with-sources.",
                path.display()
            ),
            Self::NotOurs(path) => write!(
                f,
                "`{}` is there already and is no package of Karnameh; nothing was replaced.\nhint: give another name with -o, or move that file away.",
                path.display()
            ),
            Self::Busy(path) => write!(
                f,
                "Another run makes a package in `{}` right now.\nhint: wait for its end.",
                path.display()
            ),
            Self::Ledger(path) => write!(
                f,
                "No entry can be added to `{}`: it is no list with one `-` for each edition.\nhint: write each edition on lines of its own below `- date: …`.",
                path.display()
            ),
            Self::SourceName(path) => write!(
                f,
                "`{}` is no file name on every system, and can't be packed.\nhint: rename the file.",
                path.display()
            ),
            Self::Key(path) => write!(
                f,
                "`{}` is no key that can be used.\nhint: make one with karnameh keygen; keys with a password are not taken. FILE signs, FILE.pub verifies.",
                path.display()
            ),
            Self::KeyExists(path) => write!(
                f,
                "`{}` is there already; nothing was written.\nhint: keys are never replaced: give another name.",
                path.display()
            ),
            Self::Unsound(findings) => write!(
                f,
                "The package that was made is not sound, and was dropped: {}\nhint: a file may have changed while it was packed: run it again.",
                findings.first().map(Finding::en).unwrap_or_default()
            ),
            Self::Absent(path) => {
                write!(f, "There is no `{}`.\nhint: look at the path.", path.display())
            }
            Self::Io(path, error) => write!(f, "working with `{}` failed: {error}", path.display()),
        }
    }
}
