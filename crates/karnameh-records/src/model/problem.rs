//! `content/problems/`: what neighborhoods have named as their problems.

use karnameh_derive::Record;

use super::{Domain, Idx, Neighborhood};
use crate::fields::{Head, Kind};
use crate::persian::Day;
use crate::persian::text::Text;

/// The problems that neighborhoods have named.
#[derive(Debug, Clone, Record)]
#[record(kind = Problem)]
pub struct Problem {
    /// The problem in one short sentence.
    #[title(required, fa = "مسئله در یک جملهٔ کوتاه.", example = "کمبود فضای مطالعه برای دانش‌آموزان")]
    pub record: Head,
    /// The neighborhood that has the problem.
    #[field("neighborhood", "محله", fa = "محله‌ای که مسئله از آنِ آن است.", example = "شیخ‌آباد")]
    pub neighborhood: Idx<Neighborhood>,
    /// The domain that it belongs to.
    #[field("domain", "حوزه", fa = "حوزه‌ای که مسئله به آن برمی‌گردد.", example = "آموزش")]
    pub domain: Option<Idx<Domain>>,
    /// Its priority in the neighborhood; 1 is the highest.
    #[field(
        "rank",
        "اولویت",
        kind = Kind::Whole { min: 1 },
        fa = "اولویت مسئله در محله؛ ۱ از همه مهم‌تر است.",
        example = "1"
    )]
    pub rank: Option<u64>,
    /// How it became known: a meeting of residents, a survey, an agency's report.
    #[field(
        "source",
        "منبع",
        fa = "مسئله از کجا دانسته شد: نشست اهالی، پیمایش، گزارش دستگاه.",
        example = "نشست هم‌اندیشی اهالی، خرداد ۱۴۰۴"
    )]
    pub source: Option<Text>,
    /// The day it was registered.
    #[field("registered", "تاریخ ثبت", existence, fa = "روزی که مسئله ثبت شد.", example = "۱۴۰۴/۰۳/۲۰")]
    pub registered: Option<Day>,
    /// The day it was solved.
    #[field("solved", "تاریخ حل", event, fa = "روزی که مسئله حل شد.", example = "۱۴۰۴/۱۰/۰۱")]
    pub solved: Option<Day>,
}
