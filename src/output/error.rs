//! Reasons why a site could not be written, in both languages, with a hint and the exit status.
//!
//! Start reading at [`OutputError`]. Only `cli` prints these messages.

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use crate::diag::reason_fa;

/// Why a site could not be written. The old site is unchanged in every case.
#[derive(Debug)]
pub enum OutputError {
    /// The target contains files but no manifest by this program.
    NotOurs { path: PathBuf },
    /// The target is a site by this program, but also contains a version-control repository.
    Repository {
        /// The repository's folder.
        path: PathBuf,
    },
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

    fn fa(self) -> &'static str {
        match self {
            Self::Read => "خواندن",
            Self::Write => "نوشتن",
            Self::Create => "ساختن پوشهٔ",
            Self::Rename => "جابه‌جا کردن",
            Self::Remove => "پاک کردن",
            Self::Lock => "قفل کردن",
            Self::Sync => "ثبت بر دیسک برای",
        }
    }

    fn en(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Write => "write",
            Self::Create => "create the folder",
            Self::Rename => "rename",
            Self::Remove => "delete",
            Self::Lock => "lock",
            Self::Sync => "bring to the disk",
        }
    }
}

impl OutputError {
    /// Returns the exit status: 1 for errors in the content, 2 for usage, 3 for the machine.
    pub fn status(&self) -> u8 {
        match self {
            Self::BadName { .. } | Self::SameName { .. } => 1,
            Self::NotOurs { .. }
            | Self::Repository { .. }
            | Self::InContent { .. }
            | Self::HoldsContent { .. }
            | Self::HoldsHome { .. }
            | Self::Root { .. }
            | Self::NotAFolder { .. }
            | Self::MountPoint { .. }
            | Self::BrokenLink { .. } => 2,
            Self::Busy { .. } | Self::Io { .. } => 3,
        }
    }

    /// States the problem in one Persian sentence.
    pub fn fa(&self) -> String {
        match self {
            Self::NotOurs { path } => {
                format!("پوشهٔ خروجی «{}» خالی نیست و ساختهٔ کارنامه نیست.", path.display())
            }
            Self::Repository { path } => format!("در پوشهٔ خروجی مخزن «{}» هست.", path.display()),
            Self::InContent { path, content } => {
                format!("پوشهٔ خروجی «{}» در پوشهٔ محتوا «{}» است.", path.display(), content.display())
            }
            Self::HoldsContent { path, content } => {
                format!("پوشهٔ خروجی «{}» پوشهٔ محتوا «{}» را در بر دارد.", path.display(), content.display())
            }
            Self::HoldsHome { path } => {
                format!("پوشهٔ خروجی «{}» پوشهٔ خانگی کاربر را در بر دارد.", path.display())
            }
            Self::Root { path } => format!("پوشهٔ خروجی «{}» ریشهٔ دیسک است.", path.display()),
            Self::NotAFolder { path } => format!("«{}» پوشه نیست.", path.display()),
            Self::MountPoint { path } => {
                format!("پوشهٔ خروجی «{}» محل اتصال یک دیسک است و جای آن را نمی‌توان عوض کرد.", path.display())
            }
            Self::BrokenLink { path } => format!("پیوند «{}» به جایی نمی‌رسد.", path.display()),
            Self::Busy { path } => {
                format!("کارنامهٔ دیگری هم‌اکنون در پوشهٔ «{}» می‌نویسد.", path.display())
            }
            Self::BadName { path } => format!("نام «{path}» را روی هر میزبانی نمی‌توان منتشر کرد."),
            Self::SameName { first, second } if first == second => {
                format!("نشانی «{first}» دو بار ساخته می‌شود.")
            }
            Self::SameName { first, second } => {
                format!("نشانی‌های «{first}» و «{second}» روی برخی میزبان‌ها یکی است.")
            }
            Self::Io { doing, path, error } => {
                format!("{} «{}» ممکن نشد: {}.", doing.fa(), path.display(), reason_fa(error))
            }
        }
    }

    /// States the problem in one English sentence.
    pub fn en(&self) -> String {
        match self {
            Self::NotOurs { path } => {
                format!("the output folder {} is not empty and was not made by karnameh", path.display())
            }
            Self::Repository { path } => format!("the output folder holds a repository, {}", path.display()),
            Self::InContent { path, content } => {
                format!(
                    "the output folder {} lies in the content folder {}",
                    path.display(),
                    content.display()
                )
            }
            Self::HoldsContent { path, content } => {
                format!("the output folder {} holds the content folder {}", path.display(), content.display())
            }
            Self::HoldsHome { path } => {
                format!("the output folder {} holds your home folder", path.display())
            }
            Self::Root { path } => format!("the output folder {} is the root of a disk", path.display()),
            Self::NotAFolder { path } => format!("{} is not a folder", path.display()),
            Self::MountPoint { path } => {
                format!("the output folder {} is a mount point and can't be swapped", path.display())
            }
            Self::BrokenLink { path } => format!("the link {} leads nowhere", path.display()),
            Self::Busy { path } => format!("another karnameh is writing {} right now", path.display()),
            Self::BadName { path } => format!("the name {path:?} can't be published on every host"),
            Self::SameName { first, second } if first == second => {
                format!("the address {first:?} is made twice")
            }
            Self::SameName { first, second } => {
                format!("the addresses {first:?} and {second:?} are one on some hosts")
            }
            Self::Io { doing, path, error } => {
                format!("could not {} {}: {error}", doing.en(), path.display())
            }
        }
    }

    /// Suggests a solution in Persian; may be empty.
    pub fn hint_fa(&self) -> &'static str {
        match self {
            Self::NotOurs { .. } => {
                "پوشهٔ دیگری با --output بدهید؛ یا اگر هر چه در این پوشه است می‌تواند پاک شود، --force را بیفزایید."
            }
            Self::Repository { .. } => {
                "سایت را در پوشهٔ دیگری بسازید و با karnameh publish به این پوشه ببرید؛ با --force این مخزن پاک می‌شود."
            }
            Self::InContent { .. } | Self::HoldsContent { .. } | Self::HoldsHome { .. } => {
                "پوشهٔ دیگری با --output بدهید، مانند output/site."
            }
            Self::Root { .. } | Self::MountPoint { .. } => "پوشه‌ای درون آن بدهید، مانند site.",
            Self::NotAFolder { .. } => "نام یک پوشه را بدهید، نه نام یک فایل.",
            Self::BrokenLink { .. } => "پیوند را پاک کنید یا پوشه‌ای را که به آن اشاره دارد بسازید.",
            Self::Busy { .. } => "بگذارید آن تمام شود، یا پوشهٔ دیگری با --output بدهید.",
            Self::BadName { .. } => {
                "نام فایل نشانه‌های \\ : < > \" | ? * و «..» نداشته باشد، به نقطه یا فاصله پایان نیابد و نام دستگاه‌های ویندوز (con، nul، com1 …) نباشد."
            }
            Self::SameName { .. } => "نام یا شناسهٔ یکی از آن دو را عوض کنید.",
            Self::Io { error, .. } => hint_fa(error.kind()),
        }
    }

    /// Suggests a solution in English; may be empty.
    pub fn hint_en(&self) -> &'static str {
        match self {
            Self::NotOurs { .. } => {
                "name another folder with --output; or, if all that is in this one may be deleted, add --force"
            }
            Self::Repository { .. } => {
                "build into another folder and bring it here with karnameh publish; --force would delete the repository"
            }
            Self::InContent { .. } | Self::HoldsContent { .. } | Self::HoldsHome { .. } => {
                "name another folder with --output, such as output/site"
            }
            Self::Root { .. } | Self::MountPoint { .. } => "name a subfolder of it, such as site",
            Self::NotAFolder { .. } => "name a folder, not a file",
            Self::BrokenLink { .. } => "remove the link, or create the folder that it leads to",
            Self::Busy { .. } => "wait until it is done, or name another folder with --output",
            Self::BadName { .. } => {
                "a file name has none of \\ : < > \" | ? *, no «..», does not end in a dot or a space, and is no device of Windows (con, nul, com1 …)"
            }
            Self::SameName { .. } => "change the name or the id of one of them",
            Self::Io { error, .. } => hint_en(error.kind()),
        }
    }
}

fn hint_fa(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::PermissionDenied => "اجازهٔ نوشتن در این پوشه را بگیرید یا پوشهٔ دیگری با --output بدهید.",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            "جا باز کنید و دوباره بسازید؛ سایت پیشین دست‌نخورده مانده است."
        }
        ErrorKind::ReadOnlyFilesystem => "پوشه‌ای روی دیسک دیگری با --output بدهید.",
        _ => "",
    }
}

fn hint_en(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::PermissionDenied => "get the right to write there, or name another folder with --output",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            "make room and build again; the old site stands as it was"
        }
        ErrorKind::ReadOnlyFilesystem => "name a folder on another disk with --output",
        _ => "",
    }
}

impl fmt::Display for OutputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.en())
    }
}

impl std::error::Error for OutputError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { error, .. } => Some(error),
            _ => None,
        }
    }
}
