//! `content/archive.yml`: earlier editions.

use karnameh_derive::Fields;

use crate::fields::Kind;
use crate::persian::Day;

/// An earlier edition; `snapshot` writes it.
#[derive(Debug, Clone, Fields)]
pub struct ArchiveEntry {
    /// The edition's as-of day.
    #[field("date", "تاریخ", event, fa = "تاریخ گزارش آن ویرایش.", example = "۱۴۰۴/۰۷/۳۰")]
    pub date: Day,
    /// The package's file name.
    #[field("file", "فایل", fa = "نام فایل بسته.", example = "karnameh-1404-07-30.zip")]
    pub file: Box<str>,
    /// The file's size in bytes.
    #[field("bytes", "حجم", fa = "حجم فایل به بایت.", example = "18350122")]
    pub bytes: Option<u64>,
    /// The file's SHA-256 digest.
    #[field(
        "sha256",
        "چکیده",
        kind = Kind::Digest,
        fa = "چکیدهٔ SHA-256 فایل.",
        example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
    )]
    pub sha256: Box<str>,
    /// Where the file can be downloaded.
    #[field(
        "url",
        "نشانی",
        kind = Kind::Url,
        fa = "جایی که فایل را از آن می‌توان گرفت.",
        example = "https://karnameh.example.ir/archive/karnameh-1404-07-30.zip"
    )]
    pub url: Option<Box<str>>,
}
