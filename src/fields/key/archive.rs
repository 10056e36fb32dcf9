//! `content/archive.yml`: earlier editions.

use super::table;
use crate::fields::Kind;

table! {
    /// The fields of an earlier edition; `snapshot` writes them.
    ArchiveEntry {
        Date "date" "تاریخ" required, Kind::Date,
            "تاریخ گزارش آن ویرایش.",
            "The edition's as-of day.",
            "۱۴۰۴/۰۷/۳۰";
        File "file" "فایل" required, super::TEXT,
            "نام فایل بسته.",
            "The package's file name.",
            "karnameh-1404-07-30.zip";
        Bytes "bytes" "حجم" optional, Kind::Whole { min: 0 },
            "حجم فایل به بایت.",
            "The file's size in bytes.",
            "18350122";
        Sha256 "sha256" "چکیده" required, Kind::Digest,
            "چکیدهٔ SHA-256 فایل.",
            "The file's SHA-256 digest.",
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
        Url "url" "نشانی" optional, Kind::Url,
            "جایی که فایل را از آن می‌توان گرفت.",
            "Where the file can be fetched.",
            "https://karnameh.example.ir/archive/karnameh-1404-07-30.zip";
    }
}
