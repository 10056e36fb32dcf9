//! `content/visits/`: field supervision.

use karnameh_derive::{Fields, Record};

use super::{Activity, Idx, Neighborhood, Percent};
use crate::diag::Place;
use crate::fields::{Head, Photo, Prose};
use crate::persian::Day;
use crate::persian::text::Text;

/// Field supervision: what a visitor saw.
#[derive(Debug, Clone, Record)]
#[record(
    kind = Visit,
    dated_title = "بازدید"
)]
pub struct Visit {
    /// The visit's name; «بازدید» and its date where absent.
    #[title(fa = "نام بازدید؛ اگر نباشد «بازدید» و تاریخ آن.", example = "بازدید از پروژه‌های شیخ‌آباد")]
    pub record: Head,
    /// The day of the visit.
    #[field("date", "تاریخ", event, also = ["تاریخ بازدید"], fa = "روز بازدید.", example = "۱۴۰۴/۰۸/۰۵")]
    pub date: Day,
    /// The day on which it became known, if that was later than its date.
    #[field(
        "registered",
        "تاریخ ثبت",
        existence,
        fa = "روزی که بازدید ثبت شد، اگر پس از «تاریخ» آن بود.",
        example = "۱۴۰۴/۰۸/۰۹"
    )]
    pub registered: Option<Day>,
    /// The neighborhood that was visited.
    #[field("neighborhood", "محله", fa = "محله‌ای که از آن بازدید شد.", example = "شیخ‌آباد")]
    pub neighborhood: Idx<Neighborhood>,
    /// Who visited.
    #[field("by", "بازدیدکننده", also = ["بازدیدکنندگان"], fa = "سمت یا نام بازدیدکننده.", example = "معاون عمرانی استاندار")]
    pub by: Text,
    /// What was seen of each activity.
    #[field("findings", "یافته‌ها", also = ["یافته‌های بازدید"], fa = "آنچه دربارهٔ هر فعالیت دیده شد.")]
    pub findings: Vec<Finding>,
    /// What should be done after the visit.
    #[field(
        "follow_up",
        "اقدام لازم",
        fa = "آنچه پس از بازدید باید انجام شود.",
        example = "پیگیری تحویل میزها تا پایان ماه."
    )]
    pub follow_up: Option<Prose>,
}

/// What a visit found about an activity.
#[derive(Debug, Clone, Fields)]
pub struct Finding {
    /// The activity that was seen.
    #[field("activity", "فعالیت", fa = "فعالیتی که دیده شد.", example = "تجهیز کتابخانهٔ محله")]
    pub activity: Idx<Activity>,
    /// The progress that the visitor confirms, in percent.
    #[field("progress", "پیشرفت", also = ["درصد پیشرفت", "پیشرفت تأییدشده", "پیشرفت مشاهده‌شده", "درصد"], fa = "پیشرفتی که بازدیدکننده تأیید می‌کند، به درصد.", example = "۳۵٪")]
    pub progress: Option<Percent>,
    /// What was seen.
    #[field("note", "یادداشت", fa = "آنچه دیده شد.", example = "میزها هنوز نرسیده است.")]
    pub note: Option<Prose>,
    /// Photos under content/media.
    #[field(
        "photos",
        "تصاویر",
        fa = "تصویرهای بازدید در پوشهٔ content/media.",
        example = "[visits/hall.jpg]"
    )]
    pub photos: Vec<Photo>,
    /// Where it begins.
    #[place]
    pub at: Place,
}
