//! What ends a run: not the content, but the machine failed us (a disk, a permission, a file that can't be read).

use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// A failure of the machine; the run ends with exit status 3.
#[derive(Debug)]
pub struct MachineError {
    /// The file or folder that it happened to.
    pub path: PathBuf,
    /// What was being done, in Persian («خواندن»).
    pub doing_fa: &'static str,
    /// What was being done, in English («reading»).
    pub doing_en: &'static str,
    /// What the system said.
    pub source: io::Error,
}

impl MachineError {
    /// A file or folder that could not be read.
    pub fn reading(path: &Path, source: io::Error) -> Self {
        Self { path: path.to_owned(), doing_fa: "خواندن", doing_en: "reading", source }
    }

    /// A file or folder that could not be written.
    pub fn writing(path: &Path, source: io::Error) -> Self {
        Self { path: path.to_owned(), doing_fa: "نوشتن", doing_en: "writing", source }
    }

    /// The Persian sentence.
    pub fn fa(&self) -> String {
        format!("{} «{}» ممکن نشد: {}.", self.doing_fa, self.path.display(), reason_fa(&self.source))
    }
}

impl fmt::Display for MachineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} `{}` failed: {}", self.doing_en, self.path.display(), self.source)
    }
}

impl std::error::Error for MachineError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
}

/// What the system said, in Persian where it is one of the usual things.
pub fn reason_fa(error: &io::Error) -> String {
    let known = match error.kind() {
        ErrorKind::PermissionDenied => "اجازهٔ این کار نیست",
        ErrorKind::StorageFull => "دیسک پر است",
        ErrorKind::QuotaExceeded => "سهمیهٔ دیسک پر است",
        ErrorKind::ReadOnlyFilesystem => "این دیسک فقط خواندنی است",
        ErrorKind::FileTooLarge => "فایل بزرگ‌تر از اندازهٔ مجاز است",
        ErrorKind::NotFound => "پیدا نشد",
        ErrorKind::AlreadyExists => "از پیش هست",
        ErrorKind::ResourceBusy => "در دست برنامهٔ دیگری است",
        ErrorKind::InvalidFilename => "نام آن برای این دیسک دراز یا نامجاز است",
        _ => return error.to_string(),
    };
    known.to_owned()
}
