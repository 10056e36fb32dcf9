//! `content/domains/`.

use super::{TEXT, TITLE, table};
use crate::fields::{Kind, Range};

table! {
    /// The fields of a domain.
    Domain of Domain {
        Title "title" "عنوان" required, TITLE,
            "نام حوزه.",
            "The domain's name.",
            "آموزش";
        Summary "summary" "خلاصه" optional, TEXT,
            "یک جمله دربارهٔ آنچه در این حوزه انجام می‌شود.",
            "One sentence on what is done in it.",
            "کاهش ترک تحصیل و پشتیبانی از مدرسه‌های محله";
        Icon "icon" "نماد" optional, Kind::Icon,
            "نام یکی از نمادهای پوسته.",
            "The name of one of the theme's icons.",
            "education";
        Order "order" "ترتیب" optional, Kind::Number(Range::ANY),
            "جای حوزه در فهرست‌ها؛ عدد کوچک‌تر پیش‌تر می‌آید.",
            "Its place in lists; the smaller number comes first.",
            "1";
    }
}
