//! What ends a run: not the content, but the machine failed us (a disk, a permission, a file that can't be read).

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::{Bilingual, Complain, Complaint};

/// A file or folder that the machine could not read or write; the run ends with exit status 3.
#[derive(Debug)]
pub struct MachineError {
    /// The file or folder.
    pub path: PathBuf,
    /// What was being done («reading»).
    pub doing: Bilingual<&'static str>,
    /// What the system said.
    pub source: io::Error,
}

impl MachineError {
    /// A file or folder that could not be read.
    pub fn reading(path: &Path, source: io::Error) -> Self {
        Self { path: path.to_owned(), doing: Bilingual { fa: "خواندن", en: "Reading" }, source }
    }

    /// A file or folder that could not be written.
    pub fn writing(path: &Path, source: io::Error) -> Self {
        Self { path: path.to_owned(), doing: Bilingual { fa: "نوشتن", en: "Writing" }, source }
    }
}

impl Complain for MachineError {
    fn complaint(&self) -> Complaint {
        let path = self.path.display();
        Complaint::machine(
            format!("{} «{path}» ممکن نشد: {}.", self.doing.fa, reason_fa(&self.source)),
            format!("{} `{path}` failed: {}.", self.doing.en, self.source),
        )
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
