//! `content/meetings/`: reviews and what they decided.

use super::{TEXT, TITLE, table};
use crate::fields::{Kind, RecordKind};

table! {
    /// The fields of a meeting.
    Meeting of Meeting {
        Title "title" "عنوان" optional, TITLE,
            "نام جلسه؛ اگر نباشد «جلسه» و تاریخ آن.",
            "The meeting's name; «جلسه» and its date where absent.",
            "نشست بررسی پیشرفت طرح محله‌محوری";
        Date "date" "تاریخ" required, Kind::Date,
            "روز جلسه.",
            "The day of the meeting.",
            "۱۴۰۴/۰۷/۲۶";
        Place "place" "مکان" optional, TEXT,
            "جای برگزاری.",
            "Where it was held.",
            "استانداری قم";
        Chair "chair" "رئیس جلسه" optional, TEXT,
            "سمت یا نام رئیس جلسه.",
            "Who chaired it.",
            "استاندار قم";
        Agencies "agencies" "دستگاه‌ها" optional, Kind::List(&Kind::Ref(RecordKind::Agency)),
            "دستگاه‌های حاضر.",
            "The agencies that were there.",
            "[آموزش و پرورش استان قم, شهرداری قم]";
        Decisions "decisions" "مصوبات" optional, Kind::List(&Kind::Map(Decision::FIELDS)),
            "مصوبه‌های جلسه.",
            "What was decided.",
            "";
    }
}

table! {
    /// The fields of a decision.
    Decision {
        Id "id" "شناسه" required, Kind::Id,
            "شناسهٔ مصوبه، یکتا در همان جلسه.", "Its id, unique in its meeting.", "d1";
        Text "text" "متن" required, TEXT,
            "متن مصوبه.", "What was decided.", "تجهیز کتابخانهٔ شیخ‌آباد تا پایان سال";
        Agency "agency" "دستگاه" optional, Kind::Ref(RecordKind::Agency),
            "دستگاه مسئول اجرا.", "The agency that is to carry it out.", "آموزش و پرورش استان قم";
        Due "due" "مهلت" optional, Kind::Date,
            "مهلت اجرا.", "When it is due.", "۱۴۰۴/۱۲/۲۹";
        Done "done" "انجام" optional, Kind::Date,
            "روزی که مصوبه اجرا شد.", "The day on which it was carried out.", "۱۴۰۴/۱۱/۱۵";
        Activity "activity" "فعالیت" optional, Kind::Ref(RecordKind::Activity),
            "فعالیتی که مصوبه با آن اجرا می‌شود.", "The activity that carries it out.", "تجهیز کتابخانهٔ محله";
    }
}
