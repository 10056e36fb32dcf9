//! `content/problems/`.

use super::{TEXT, TITLE, table};
use crate::fields::{Kind, RecordKind};

table! {
    /// The fields of a neighborhood's problem.
    Problem of Problem {
        Title "title" "عنوان" required, TITLE,
            "مسئله در یک جملهٔ کوتاه.",
            "The problem in one short sentence.",
            "کمبود فضای مطالعه برای دانش‌آموزان";
        Neighborhood "neighborhood" "محله" required, Kind::Ref(RecordKind::Neighborhood),
            "محله‌ای که مسئله از آنِ آن است.",
            "The neighborhood that has it.",
            "شیخ‌آباد";
        Domain "domain" "حوزه" optional, Kind::Ref(RecordKind::Domain),
            "حوزه‌ای که مسئله به آن برمی‌گردد.",
            "The domain to which it belongs.",
            "آموزش";
        Rank "rank" "اولویت" optional, Kind::Whole { min: 1 },
            "اولویت مسئله در محله؛ ۱ از همه مهم‌تر است.",
            "Its priority in the neighborhood; 1 is the highest.",
            "1";
        Source "source" "منبع" optional, TEXT,
            "مسئله از کجا دانسته شد: نشست اهالی، پیمایش، گزارش دستگاه.",
            "How it came to be known: a meeting of residents, a survey, an agency's report.",
            "نشست هم‌اندیشی اهالی، خرداد ۱۴۰۴";
        Registered "registered" "تاریخ ثبت" optional, Kind::Date,
            "روزی که مسئله ثبت شد.",
            "The day on which it was registered.",
            "۱۴۰۴/۰۳/۲۰";
        Solved "solved" "تاریخ حل" optional, Kind::Date,
            "روزی که مسئله حل شد.",
            "The day on which it was solved.",
            "۱۴۰۴/۱۰/۰۱";
    }
}
