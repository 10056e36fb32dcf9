//! Reasons why a site could not be written.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::diag::{Bilingual, Complain, Complaint, reason_fa};

/// Why a site could not be written. The old site is unchanged in every case.
#[derive(Debug)]
pub enum OutputError {
    /// The target contains files but no manifest by this program.
    NotOurs { path: PathBuf },
    /// The target is a site by this program, but also contains a version-control repository.
    Repository { path: PathBuf },
    /// The target is the content folder or is inside it.
    InContent { path: PathBuf, content: PathBuf },
    /// The target contains the content folder.
    HoldsContent { path: PathBuf, content: PathBuf },
    /// The target is the user's home folder or contains it.
    HoldsHome { path: PathBuf },
    /// The target is the root of a disk.
    Root { path: PathBuf },
    /// The target, or one of its parents, is not a folder.
    NotAFolder {
        /// The path that is not a folder.
        path: PathBuf,
    },
    /// The target is a mount point, which cannot be renamed.
    MountPoint { path: PathBuf },
    /// The target is a link to something that does not exist.
    BrokenLink { path: PathBuf },
    /// Another build is writing to the same target.
    Busy { path: PathBuf },
    /// The path cannot be published on every host.
    BadName { path: String },
    /// Two paths of the site denote the same file on some host.
    SameName {
        /// The path that was claimed first.
        first: String,
        second: String,
    },
    /// An operation of the operating system failed.
    Io { doing: Doing, path: PathBuf, error: io::Error },
}

/// The operation that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    Read,
    Write,
    Create,
    Rename,
    Remove,
    Lock,
    /// Waiting until data is on the disk.
    Sync,
}

impl Doing {
    /// Returns a function that converts an I/O error on `path` to an [`OutputError`], for `map_err`.
    pub(super) fn at(self, path: &Path) -> impl FnOnce(io::Error) -> OutputError {
        move |error| OutputError::Io { doing: self, path: path.to_owned(), error }
    }

    fn words(self) -> Bilingual<&'static str> {
        let (fa, en) = match self {
            Self::Read => ("خواندن", "read"),
            Self::Write => ("نوشتن", "write"),
            Self::Create => ("ساختن پوشهٔ", "create the folder"),
            Self::Rename => ("جابه‌جا کردن", "rename"),
            Self::Remove => ("پاک کردن", "delete"),
            Self::Lock => ("قفل کردن", "lock"),
            Self::Sync => ("ثبت بر دیسک برای", "sync to the disk"),
        };
        Bilingual { fa, en }
    }
}

impl Complain for OutputError {
    fn complaint(&self) -> Complaint {
        match self {
            Self::NotOurs { path } => Complaint::usage(
                format!("پوشهٔ خروجی «{}» خالی نیست و ساختهٔ کارنامه نیست.", path.display()),
                format!("The output folder `{}` is not empty and was not made by karnameh.", path.display()),
            )
            .hint(
                "پوشهٔ دیگری با --output بدهید؛ یا اگر هر چه در این پوشه است می‌تواند پاک شود، --force را بیفزایید.",
                "Name another folder with --output; or, if all that is in this one may be deleted, add --force.",
            ),
            Self::Repository { path } => Complaint::usage(
                format!("در پوشهٔ خروجی مخزن «{}» هست.", path.display()),
                format!("The output folder contains a repository, `{}`.", path.display()),
            )
            .hint(
                "سایت را در پوشهٔ دیگری بسازید و با karnameh publish به این پوشه ببرید؛ با --force این مخزن پاک می‌شود.",
                "Build into another folder and bring it here with karnameh publish; --force would delete the repository.",
            ),
            Self::InContent { path, content } => elsewhere(
                format!("پوشهٔ خروجی «{}» در پوشهٔ محتوا «{}» است.", path.display(), content.display()),
                format!("The output folder `{}` is inside the content folder `{}`.", path.display(), content.display()),
            ),
            Self::HoldsContent { path, content } => elsewhere(
                format!("پوشهٔ خروجی «{}» پوشهٔ محتوا «{}» را در بر دارد.", path.display(), content.display()),
                format!("The output folder `{}` contains the content folder `{}`.", path.display(), content.display()),
            ),
            Self::HoldsHome { path } => elsewhere(
                format!("پوشهٔ خروجی «{}» پوشهٔ خانگی کاربر را در بر دارد.", path.display()),
                format!("The output folder `{}` contains your home folder.", path.display()),
            ),
            Self::Root { path } => subfolder(
                format!("پوشهٔ خروجی «{}» ریشهٔ دیسک است.", path.display()),
                format!("The output folder `{}` is the root of a disk.", path.display()),
            ),
            Self::MountPoint { path } => subfolder(
                format!("پوشهٔ خروجی «{}» محل اتصال یک دیسک است و جای آن را نمی‌توان عوض کرد.", path.display()),
                format!("The output folder `{}` is a mount point and can't be swapped.", path.display()),
            ),
            Self::NotAFolder { path } => Complaint::usage(
                format!("«{}» پوشه نیست.", path.display()),
                format!("`{}` is not a folder.", path.display()),
            )
            .hint("نام یک پوشه را بدهید، نه نام یک فایل.", "Name a folder, not a file."),
            Self::BrokenLink { path } => Complaint::usage(
                format!("پیوند «{}» به جایی نمی‌رسد.", path.display()),
                format!("The link `{}` is broken.", path.display()),
            )
            .hint(
                "پیوند را پاک کنید یا پوشه‌ای را که به آن اشاره دارد بسازید.",
                "Remove the link, or create the folder that it leads to.",
            ),
            Self::Busy { path } => Complaint::machine(
                format!("کارنامهٔ دیگری هم‌اکنون در پوشهٔ «{}» می‌نویسد.", path.display()),
                format!("Another karnameh is writing `{}` right now.", path.display()),
            )
            .hint(
                "بگذارید آن تمام شود، یا پوشهٔ دیگری با --output بدهید.",
                "Wait until it is done, or name another folder with --output.",
            ),
            Self::BadName { path } => Complaint::findings(
                format!("نام «{path}» را روی هر میزبانی نمی‌توان منتشر کرد."),
                format!("The name `{path}` can't be published on every host."),
            )
            .hint(
                "نام فایل نشانه‌های \\ : < > \" | ? * و «..» نداشته باشد، به نقطه یا فاصله پایان نیابد و نام دستگاه‌های ویندوز (con، nul، com1 …) نباشد.",
                "A file name must not contain \\ : < > \" | ? * or «..», end in a dot or a space, or be a Windows device name (con, nul, com1 …).",
            ),
            Self::SameName { first, second } => same_name(first, second),
            Self::Io { doing, path, error } => io(doing.words(), path, error),
        }
    }
}

fn elsewhere(fa: String, en: String) -> Complaint {
    Complaint::usage(fa, en).hint(
        "پوشهٔ دیگری با --output بدهید، مانند output/site.",
        "Name another folder with --output, such as output/site.",
    )
}

fn subfolder(fa: String, en: String) -> Complaint {
    Complaint::usage(fa, en)
        .hint("پوشه‌ای درون آن بدهید، مانند site.", "Name a subfolder of it, such as site.")
}

fn same_name(first: &str, second: &str) -> Complaint {
    let complaint = if first == second {
        Complaint::findings(
            format!("نشانی «{first}» دو بار ساخته می‌شود."),
            format!("The address `{first}` is created twice."),
        )
    } else {
        Complaint::findings(
            format!("نشانی‌های «{first}» و «{second}» روی برخی میزبان‌ها یکی است."),
            format!("The addresses `{first}` and `{second}` are the same on some hosts."),
        )
    };
    complaint.hint("نام یا شناسهٔ یکی از آن دو را عوض کنید.", "Change the name or the id of one of them.")
}

fn io(doing: Bilingual<&str>, path: &Path, error: &io::Error) -> Complaint {
    let complaint = Complaint::machine(
        format!("{} «{}» ممکن نشد: {}.", doing.fa, path.display(), reason_fa(error)),
        format!("Could not {} `{}`: {error}.", doing.en, path.display()),
    );
    match error.kind() {
        ErrorKind::PermissionDenied => complaint.hint(
            "اجازهٔ نوشتن در این پوشه را بگیرید یا پوشهٔ دیگری با --output بدهید.",
            "Get permission to write there, or name another folder with --output.",
        ),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => complaint.hint(
            "جا باز کنید و دوباره بسازید؛ سایت پیشین دست‌نخورده مانده است.",
            "Free some space and build again; the old site is unchanged.",
        ),
        ErrorKind::ReadOnlyFilesystem => complaint
            .hint("پوشه‌ای روی دیسک دیگری با --output بدهید.", "Name a folder on another disk with --output."),
        _ => complaint,
    }
}
