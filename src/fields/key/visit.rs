//! `content/visits/`: field supervision.

use super::{PHOTOS, TEXT, TITLE, table};
use crate::fields::{Kind, RecordKind};

table! {
    /// The fields of a visit.
    Visit of Visit {
        Title "title" "عنوان" optional, TITLE,
            "نام بازدید؛ اگر نباشد «بازدید» و تاریخ آن.",
            "The visit's name; «بازدید» and its date where absent.",
            "بازدید از پروژه‌های شیخ‌آباد";
        Date "date" "تاریخ" required, Kind::Date,
            "روز بازدید.",
            "The day of the visit.",
            "۱۴۰۴/۰۸/۰۵";
        Neighborhood "neighborhood" "محله" required, Kind::Ref(RecordKind::Neighborhood),
            "محله‌ای که از آن بازدید شد.",
            "The neighborhood that was visited.",
            "شیخ‌آباد";
        By "by" "بازدیدکننده" required, TEXT,
            "سمت یا نام بازدیدکننده.",
            "Who visited.",
            "معاون عمرانی استاندار";
        Findings "findings" "یافته‌ها" optional, Kind::List(&Kind::Map(Finding::FIELDS)),
            "آنچه دربارهٔ هر فعالیت دیده شد.",
            "What was seen of each activity.",
            "";
        FollowUp "follow_up" "اقدام لازم" optional, Kind::Prose,
            "آنچه پس از بازدید باید انجام شود.",
            "What should be done after the visit.",
            "پیگیری تحویل میزها تا پایان ماه.";
    }
}

table! {
    /// The fields of a finding of a visit.
    Finding {
        Activity "activity" "فعالیت" required, Kind::Ref(RecordKind::Activity),
            "فعالیتی که دیده شد.", "The activity that was seen.", "تجهیز کتابخانهٔ محله";
        Progress "progress" "پیشرفت" optional, Kind::Percent,
            "پیشرفتی که بازدیدکننده تأیید می‌کند، به درصد.", "The progress that the visitor confirms, in percent.", "۳۵٪";
        Note "note" "یادداشت" optional, Kind::Prose,
            "آنچه دیده شد.", "What was seen.", "میزها هنوز نرسیده است.";
        Photos "photos" "تصاویر" optional, PHOTOS,
            "تصویرهای بازدید در پوشهٔ content/media.", "Photos under content/media.", "[visits/hall.jpg]";
    }
}
