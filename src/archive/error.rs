//! Why a package could not be made or looked at, in two languages, and the exit status that it means.
//!
//! What is wrong *in* a package is no error but a [`super::Finding`].

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::diag::reason_fa;
use crate::pipeline::Failure;

use super::verify::Finding;

/// Why a command of the archive could not do its work. Whatever the reason, nothing was replaced.
#[derive(Debug)]
pub enum ArchiveError {
    /// The site could not be built.
    Build(Failure),
    /// The package or key would lie in this folder of the project's own.
    OwnFolder(PathBuf, &'static str),
    /// The file's name can't be a package's: it has to end in `.zip`, and its stem is a folder on every system.
    BadName(PathBuf),
    /// A public package may not be called as those with sources are.
    InternalName(PathBuf),
    /// A file of somebody else stands in a package's place.
    NotOurs(PathBuf),
    /// Another snapshot is being made in the same folder.
    Busy(PathBuf),
    /// `content/archive.yml` can be read, but no entry can be added to it line by line.
    Ledger(PathBuf),
    /// A source file's name can't be packed for every system.
    SourceName(PathBuf),
    /// A key, its file or its signature is not what minisign writes, or asks for a password.
    Key(PathBuf),
    /// A key is never written over.
    KeyExists(PathBuf),
    /// What was packed does not pass our own proof: something changed while it was read.
    Unsound(Vec<Finding>),
    /// There is nothing at the path.
    Absent(PathBuf),
    /// The machine failed us.
    Io(PathBuf, io::Error),
}

/// What an error means for the exit status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blame {
    /// The command line asked for what can't be.
    Usage,
    /// The machine failed us.
    Machine,
}

impl ArchiveError {
    /// Turns what the system said of a path into our error.
    pub(super) fn at(path: &Path) -> impl Fn(io::Error) -> Self {
        move |error| Self::Io(path.to_owned(), error)
    }

    /// Whose fault it is. A build tells for itself.
    pub fn blame(&self) -> Blame {
        match self {
            Self::Io(..) | Self::Unsound(_) | Self::Busy(_) | Self::Build(_) => Blame::Machine,
            _ => Blame::Usage,
        }
    }

    /// The sentence and the hint in Persian.
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

/// The sentence and the hint in English.
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
