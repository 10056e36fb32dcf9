//! `content/domains/`: the fields of work.

use karnameh_derive::Record;

use crate::fields::{Head, Kind};
use crate::persian::text::Text;

/// The fields of work: education, sport, health …
#[derive(Debug, Clone, Record)]
#[record(kind = Domain)]
pub struct Domain {
    /// The domain's name.
    #[title(required, also = ["نام", "name"], fa = "نام حوزه.", example = "آموزش")]
    pub record: Head,
    /// One sentence about the work in this domain.
    #[field(
        "summary",
        "خلاصه",
        fa = "یک جمله دربارهٔ آنچه در این حوزه انجام می‌شود.",
        example = "کاهش ترک تحصیل و پشتیبانی از مدرسه‌های محله"
    )]
    pub summary: Option<Text>,
    /// The name of an icon of the theme.
    #[field("icon", "نماد", kind = Kind::Icon, fa = "نام یکی از نمادهای پوسته.", example = "education")]
    pub icon: Option<Box<str>>,
    /// Its position in lists; smaller numbers come first.
    #[field("order", "ترتیب", fa = "جای حوزه در فهرست‌ها؛ عدد کوچک‌تر پیش‌تر می‌آید.", example = "1")]
    pub order: Option<f64>,
}
