//! Reasons why a file cannot be published, reported at the place that names it.

use image::error::ImageError;

use super::decode::{LONGEST_SIDE, MOST_PIXELS};
use super::kind::Kind;
use super::sniff::Content;
use super::{LARGEST_PHOTO, MediaRequest};
use crate::diag::codes::media as codes;
use crate::diag::{Bilingual, Diagnostic, Message};

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
        let code = match self {
            Self::OtherContent(..) => codes::OTHER_CONTENT,
            Self::Empty | Self::Truncated | Self::Broken => codes::BROKEN_FILE,
            Self::Giant | Self::Heavy => codes::GIANT_PICTURE,
        };
        let found = Diagnostic::with_message(code, request.at.clone(), self.message(request.name));
        match request.field {
            Some(field) => found.field(field),
            None => found,
        }
    }

    fn message(self, name: &str) -> Message {
        match self {
            Self::Empty => again(format!("فایل «{name}» خالی است."), format!("The file `{name}` is empty.")),
            Self::OtherContent(kind, content) => other_content(name, kind, content),
            Self::Truncated => again(
                format!("تصویر «{name}» نیمه‌کاره است: فایل پیش از پایان تصویر تمام می‌شود."),
                format!("The picture `{name}` is cut off: the file ends before the picture does."),
            ),
            Self::Broken => again(
                format!("تصویر «{name}» خراب است و باز نمی‌شود."),
                format!("The picture `{name}` is damaged and can't be opened."),
            ),
            Self::Giant => smaller(
                format!("تصویر «{name}» بیش از اندازه بزرگ است."),
                format!("The picture `{name}` is too large."),
            ),
            Self::Heavy => {
                let most = LARGEST_PHOTO / 1024 / 1024;
                smaller(
                    format!("فایل تصویر «{name}» بیش از {} مگابایت است.", persian(most)),
                    format!("The file of the picture `{name}` is larger than {most} MiB."),
                )
            }
        }
    }
}

fn again(fa: String, en: String) -> Message {
    Message::new(fa, en).hint(
        "فایل را دوباره از دوربین، گوشی یا فرستنده بگیرید.",
        "Get the file again from the camera, the phone or its sender.",
    )
}

fn smaller(fa: String, en: String) -> Message {
    let millions = MOST_PIXELS / 1_000_000;
    Message::new(fa, en).hint(
        format!(
            "آن را کوچک کنید: هر ضلع تا {} و در همه تا {} میلیون پیکسل.",
            persian(LONGEST_SIDE.into()),
            persian(millions)
        ),
        format!("Make it smaller: up to {LONGEST_SIDE} pixels a side and {millions} million in all."),
    )
}

fn other_content(name: &str, kind: Kind, content: Content) -> Message {
    let (expected, found) = (kind.label(), content.description());
    let message = Message::new(
        format!("نام «{name}» می‌گوید {expected} است، ولی درون فایل {} است.", found.fa),
        format!("The name `{name}` says {expected}, but the file holds {}.", found.en),
    );
    match content {
        Content::Heic => message.hint(
            "عوض‌کردن نام بس نیست: تصویر را در گوشی یا رایانه باز و به صورت JPEG ذخیره کنید.",
            "Renaming isn't enough: open the photo and save it as JPEG.",
        ),
        Content::Html | Content::Svg => message.hint(
            "فایل‌های HTML و SVG می‌توانند برنامه در خود داشته باشند و منتشر نمی‌شوند؛ خود تصویر یا سند را بگذارید.",
            "HTML and SVG files can hold programs and are not published; put the photo or document itself there.",
        ),
        Content::Known(real) => message.hint(
            format!("پسوند فایل را «.{}» کنید، یا فایل درست را بگذارید.", real.ending()),
            format!("Give the file the ending `.{}`, or put the right file there.", real.ending()),
        ),
        Content::Other => message.hint(
            format!("فایل را در برنامهٔ خودش باز و به صورت {expected} ذخیره کنید."),
            format!("Open the file in its program and save it as {expected}."),
        ),
    }
}

impl Content {
    /// Describes the contents, to follow "the file holds".
    fn description(self) -> Bilingual<&'static str> {
        let (fa, en) = match self {
            Self::Known(kind) => (kind.label(), kind.label()),
            Self::Heic => ("تصویر HEIC", "a HEIC photo"),
            Self::Html => ("صفحهٔ HTML", "an HTML page"),
            Self::Svg => ("SVG یا XML", "SVG or XML"),
            Self::Other => ("چیز دیگری", "something else"),
        };
        Bilingual { fa, en }
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
