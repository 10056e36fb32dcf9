//! Messages for rejected zips, and for paths that no package may contain.

use super::finding::Finding;
use crate::diag::Bilingual;
use crate::zipped::{Fault, paths};

/// Returns the finding for a path that leads outside its folder.
pub(super) fn outside(path: &str) -> Finding {
    Fault::Name(path.to_owned()).into()
}

/// Returns the findings for paths that denote the same file as an earlier path on some system.
pub(super) fn clashes<'p>(paths: impl Iterator<Item = &'p str>) -> impl Iterator<Item = Finding> {
    paths::clashes(paths).into_iter().map(Finding::from)
}

/// Returns the finding for a path that is neither a file nor a folder.
pub(super) fn no_file(path: &str) -> Finding {
    if paths::is_below(path) { Fault::Special(path.to_owned()).into() } else { outside(path) }
}

impl From<Fault> for Finding {
    fn from(fault: Fault) -> Self {
        let Bilingual { fa, en } = sentence(&fault);
        match fault.name() {
            Some(path) => Self::refused(path, fa, en),
            None => Self::whole(fa, en),
        }
    }
}

fn sentence(fault: &Fault) -> Bilingual {
    let (fa, en) = match fault {
        Fault::TooLarge => ("فایل بزرگ‌تر از آن است که پذیرفته شود.", "The file is larger than allowed."),
        Fault::NoEnd | Fault::Appended => (
            "این فایل zip سالمی نیست: پایان آن بریده است یا چیزی به آن افزوده شده است.",
            "The file is not a valid zip file: its end is cut off, or data follow it.",
        ),
        Fault::Prepended => {
            ("پیش از آغاز zip چیز دیگری در فایل هست.", "Data precede the beginning of the zip file.")
        }
        Fault::TooMany => (
            "شمار فایل‌های بسته بیش از آن است که پذیرفته شود.",
            "The package contains more files than allowed.",
        ),
        Fault::Malformed(message) | Fault::Inconsistent(message) => {
            return Bilingual::new(
                "ساختار فایل zip درست نیست یا با خود ناسازگار است.",
                format!("The zip file is malformed or contradicts itself: {message}."),
            );
        }
        Fault::Doubled(_) => ("این نام دو بار در بسته آمده است.", "The name is in the package twice."),
        Fault::Name(_) => (
            "این نشانی به بیرون از بسته می‌رود یا روی برخی سیستم‌ها معنای دیگری دارد.",
            "The path leads out of the package, or means something else on some systems.",
        ),
        Fault::Clash(_, former) => {
            return Bilingual::new(
                format!("این نام روی برخی سیستم‌ها همان «{former}» است؛ یکی دیگری را پاک می‌کند."),
                format!("On some systems the name is that of `{former}`: one would overwrite the other."),
            );
        }
        Fault::FileAndFolder(_) => {
            ("این نام هم فایل است و هم پوشه.", "The name is that of a file and of a folder.")
        }
        Fault::Special(_) => (
            "این فایل معمولی نیست (پیوند یا مانند آن)؛ در بسته جا ندارد.",
            "It is not a regular file (but a link or the like), which packages must not contain.",
        ),
        Fault::Encrypted(_) => ("این فایل رمزگذاری شده است.", "The file is encrypted."),
        Fault::Compression(_) => {
            ("روش فشرده‌سازی این فایل شناخته نیست.", "The file's compression is not supported.")
        }
        Fault::Bomb(_) => (
            "پس از بازشدن چنان بزرگ می‌شود که پذیرفته نیست (بمب فشرده).",
            "It unpacks to far more than allowed (a zip bomb).",
        ),
    };
    Bilingual::new(fa, en)
}
