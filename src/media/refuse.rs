//! Reasons why a file cannot be published, reported at the place that names it.

use image::error::ImageError;

use super::decode::{LONGEST_SIDE, MOST_PIXELS};
use super::kind::Kind;
use super::sniff::Content;
use super::{LARGEST_PHOTO, MediaRequest};
use crate::diag::codes::media as codes;
use crate::diag::{Code, Diagnostic};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    /// The file has no bytes.
    Empty,
    /// The contents do not match the extension.
    OtherContent(Kind, Content),
    /// The picture's data ends early.
    Truncated,
    /// The picture cannot be decoded.
    Broken,
    /// The picture has too many pixels or decoding needs too much memory.
    Giant,
    /// The file is too large.
    Heavy,
}

impl From<ImageError> for Refusal {
    fn from(error: ImageError) -> Self {
        match error {
            ImageError::Limits(_) => Self::Giant,
            _ => Self::Broken,
        }
    }
}

impl Refusal {
    pub(super) fn diagnostic(self, request: &MediaRequest<'_>) -> Diagnostic {
        let (code, fa, en) = self.sentence(request.name);
        let (hint_fa, hint_en) = self.hint();
        let found = Diagnostic::new(code, request.at.clone(), fa, en).hint(hint_fa, hint_en);
        match request.field {
            Some(field) => found.field(field),
            None => found,
        }
    }

    fn sentence(self, name: &str) -> (&'static Code, String, String) {
        match self {
            Self::Empty => (
                codes::BROKEN_FILE,
                format!("فایل «{name}» خالی است."),
                format!("The file `{name}` is empty."),
            ),
            Self::OtherContent(kind, content) => {
                let (fa, en) = content.description();
                let expected = kind.label();
                (
                    codes::OTHER_CONTENT,
                    format!("نام «{name}» می‌گوید {expected} است، ولی درون فایل {fa} است."),
                    format!("The name `{name}` says {expected}, but the file holds {en}."),
                )
            }
            Self::Truncated => (
                codes::BROKEN_FILE,
                format!("تصویر «{name}» نیمه‌کاره است: فایل پیش از پایان تصویر تمام می‌شود."),
                format!("The picture `{name}` is cut off: the file ends before the picture does."),
            ),
            Self::Broken => (
                codes::BROKEN_FILE,
                format!("تصویر «{name}» خراب است و باز نمی‌شود."),
                format!("The picture `{name}` is damaged and can't be opened."),
            ),
            Self::Giant => (
                codes::GIANT_PICTURE,
                format!("تصویر «{name}» بیش از اندازه بزرگ است."),
                format!("The picture `{name}` is too large."),
            ),
            Self::Heavy => (
                codes::GIANT_PICTURE,
                format!("فایل تصویر «{name}» بیش از {} مگابایت است.", persian(LARGEST_PHOTO / 1024 / 1024)),
                format!(
                    "The file of the picture `{name}` is larger than {} MiB.",
                    LARGEST_PHOTO / 1024 / 1024
                ),
            ),
        }
    }

    fn hint(self) -> (String, String) {
        let plain = |fa: &str, en: &str| (fa.to_owned(), en.to_owned());
        match self {
            Self::OtherContent(_, Content::Heic) => plain(
                "عوض‌کردن نام بس نیست: تصویر را در گوشی یا رایانه باز و به صورت JPEG ذخیره کنید.",
                "Renaming isn't enough: open the photo and save it as JPEG.",
            ),
            Self::OtherContent(_, Content::Html | Content::Svg) => plain(
                "فایل‌های HTML و SVG می‌توانند برنامه در خود داشته باشند و منتشر نمی‌شوند؛ خود تصویر یا سند را بگذارید.",
                "HTML and SVG files can hold programs and are not published; put the photo or document itself there.",
            ),
            Self::OtherContent(_, Content::Known(real)) => (
                format!("پسوند فایل را «.{}» کنید، یا فایل درست را بگذارید.", real.ending()),
                format!("Give the file the ending `.{}`, or put the right file there.", real.ending()),
            ),
            Self::OtherContent(kind, Content::Other) => (
                format!("فایل را در برنامهٔ خودش باز و به صورت {} ذخیره کنید.", kind.label()),
                format!("Open the file in its program and save it as {}.", kind.label()),
            ),
            Self::Empty | Self::Truncated | Self::Broken => plain(
                "فایل را دوباره از دوربین، گوشی یا فرستنده بگیرید.",
                "Get the file again from the camera, the phone or its sender.",
            ),
            Self::Giant | Self::Heavy => (
                format!(
                    "آن را کوچک کنید: هر ضلع تا {} و در همه تا {} میلیون پیکسل.",
                    persian(LONGEST_SIDE.into()),
                    persian(MOST_PIXELS / 1_000_000)
                ),
                format!(
                    "Make it smaller: up to {LONGEST_SIDE} pixels a side and {} million in all.",
                    MOST_PIXELS / 1_000_000
                ),
            ),
        }
    }
}

impl Content {
    /// Describes the contents in Persian and English.
    fn description(self) -> (&'static str, &'static str) {
        match self {
            Self::Known(kind) => (kind.label(), kind.label()),
            Self::Heic => ("تصویر HEIC", "a HEIC photo"),
            Self::Html => ("صفحهٔ HTML", "an HTML page"),
            Self::Svg => ("SVG یا XML", "SVG or XML"),
            Self::Other => ("چیز دیگری", "something else"),
        }
    }
}

/// Formats a limit with Persian digits and separators. `persian` has such a function, but this module may not import it.
fn persian(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push('٬');
        }
        text.extend(char::from_u32(u32::from('۰') + digit.to_digit(10).unwrap_or(0)));
    }
    text
}
