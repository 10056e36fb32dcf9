//! `content/updates/`: reports as they come in.

use super::{PHOTOS, TEXT, TITLE, table};
use crate::fields::{Kind, Range, RecordKind};

table! {
    /// The fields of a report.
    Update of Update {
        Activity "activity" "فعالیت" required, Kind::Ref(RecordKind::Activity),
            "فعالیتی که گزارش دربارهٔ آن است.",
            "The activity of which it reports.",
            "تجهیز کتابخانهٔ محله";
        Date "date" "تاریخ" required, Kind::Date,
            "روز گزارش.",
            "The day of the report.",
            "۱۴۰۴/۰۷/۲۶";
        Progress "progress" "پیشرفت" optional, Kind::Percent,
            "پیشرفت کل فعالیت تا آن روز، به درصد.",
            "Progress of the whole activity up to that day, in percent.",
            "۴۰٪";
        Milestone "milestone" "مرحله" optional, TITLE,
            "نام مرحله‌ای از همان فعالیت که در این روز انجام شد.",
            "The title of a milestone of that activity that was done on this day.",
            "خرید قفسه و میز";
        Indicator "indicator" "شاخص" optional, TITLE,
            "نام شاخصی از همان فعالیت که در این روز اندازه گرفته شد.",
            "The title of an indicator of that activity that was measured on this day.",
            "شمار اعضای کتابخانه";
        Value "value" "مقدار" optional, Kind::Number(Range::ANY),
            "مقدار آن شاخص؛ تنها همراه با «شاخص»، و با آن لازم است.",
            "That indicator's value; required with `indicator`, and only with it.",
            "۲۱۰";
        Source "source" "منبع" optional, TEXT,
            "مقدار شاخص از کجا آمده است.",
            "Where the indicator's value comes from.",
            "دفتر عضویت کتابخانه";
        Note "note" "توضیح" optional, TEXT,
            "توضیحی دربارهٔ مقدار شاخص.",
            "A note on the indicator's value.",
            "پس از ثبت‌نام مهر";
        Text "text" "متن" optional, Kind::Prose,
            "آنچه انجام شد؛ در فایل Markdown، متنِ زیر بخش بالای فایل جای آن است.",
            "What was done; in a Markdown file the text below the front matter stands for it.",
            "قفسه‌ها نصب شد.";
        By "by" "گزارش‌دهنده" optional, TEXT,
            "سمت یا نام گزارش‌دهنده.",
            "Who reports.",
            "مدیر محله";
        Photos "photos" "تصاویر" optional, PHOTOS,
            "تصویرهای گزارش در پوشهٔ content/media.",
            "Photos under content/media.",
            "[library/shelves.jpg]";
    }
}
