//! `content/agencies/`.

use super::{TITLE, table};
use crate::fields::{Choice, Kind};

/// What kind of body an agency is.
const KINDS: &[Choice] = &[
    Choice { en: "executive", fa: "دستگاه اجرایی" },
    Choice { en: "public", fa: "نهاد عمومی غیردولتی" },
    Choice { en: "municipal", fa: "شهرداری و دهیاری" },
    Choice { en: "community", fa: "نهاد مردمی" },
    Choice { en: "ngo", fa: "سازمان مردم‌نهاد" },
    Choice { en: "volunteer", fa: "گروه جهادی و داوطلب" },
    Choice { en: "other", fa: "سایر" },
];

table! {
    /// The fields of an agency.
    Agency of Agency {
        Title "title" "عنوان" required, TITLE,
            "نام رسمی دستگاه.",
            "The agency's official name.",
            "آموزش و پرورش استان قم";
        Kind "kind" "نوع" optional, Kind::Choice(KINDS),
            "نوع دستگاه.",
            "What kind of body it is.",
            "دستگاه اجرایی";
        Contact "contact" "تماس" optional, Kind::Prose,
            "راه‌های تماس با دستگاه.",
            "How to reach it.",
            "ادارهٔ روابط عمومی، داخلی ۱۲";
        Url "url" "وبگاه" optional, Kind::Url,
            "نشانی کامل وبگاه دستگاه.",
            "The full address of its website.",
            "https://www.example.ir/";
    }
}
