//! `content/models/`: what worked, written up so that others can do it.

use super::{PROSES, TEXT, TITLE, table};
use crate::fields::{Choice, Kind, RecordKind};

/// How much a model costs.
const COSTS: &[Choice] = &[
    Choice { en: "low", fa: "کم" },
    Choice { en: "medium", fa: "متوسط" },
    Choice { en: "high", fa: "زیاد" },
];

table! {
    /// The fields of a success model.
    Model of Model {
        Title "title" "عنوان" required, TITLE,
            "نام الگو.",
            "The model's name.",
            "کتابخانهٔ محله با همکاری اهالی";
        Neighborhood "neighborhood" "محله" optional, Kind::Ref(RecordKind::Neighborhood),
            "محله‌ای که الگو در آن شکل گرفت.",
            "The neighborhood in which it took shape.",
            "شیخ‌آباد";
        Domain "domain" "حوزه" optional, Kind::Ref(RecordKind::Domain),
            "حوزه‌ای که الگو به آن برمی‌گردد.",
            "The domain to which it belongs.",
            "آموزش";
        Problem "problem" "مسئله" required, Kind::Prose,
            "مسئله‌ای که الگو برای آن است.",
            "The problem that it answers.",
            "دانش‌آموزان محله جایی برای مطالعه نداشتند.";
        Approach "approach" "راهکار" required, Kind::Prose,
            "آنچه انجام شد و چرا کارگر افتاد.",
            "What was done and why it worked.",
            "سرای محله عصرها به کتابخانه سپرده شد.";
        Steps "steps" "گام‌ها" optional, PROSES,
            "گام‌های اجرا، به ترتیب.",
            "The steps, in order.",
            "[نشست با اهالی, برآورد و تجهیز, سپردن اداره به داوطلبان]";
        Conditions "conditions" "شرایط" optional, PROSES,
            "شرایطی که بدون آن‌ها الگو کار نمی‌کند.",
            "What it can't do without.",
            "[ساختمانی که عصرها خالی است]";
        Cost "cost" "هزینه" optional, Kind::Choice(COSTS),
            "هزینهٔ اجرا.",
            "What it costs.",
            "کم";
        Results "results" "نتایج" optional, Kind::List(&Kind::Ref(RecordKind::Activity)),
            "فعالیت‌هایی که نتیجهٔ الگو را نشان می‌دهند.",
            "The activities that show its results.",
            "[تجهیز کتابخانهٔ محله]";
        Lessons "lessons" "درس‌ها" optional, PROSES,
            "آنچه بار دیگر باید به یاد داشت.",
            "What to remember next time.",
            "[از آغاز با مدرسه‌ها هماهنگ شوید]";
        Contact "contact" "تماس" optional, Kind::Prose,
            "کسی که می‌توان از او پرسید.",
            "Whom to ask.",
            "دفتر مدیر محلهٔ شیخ‌آباد";
        License "license" "مجوز" optional, TEXT,
            "مجوز استفادهٔ دیگران از این الگو.",
            "The license under which others may use it.",
            "CC BY 4.0";
        Adoptions "adoptions" "به‌کارگیری" optional, Kind::List(&Kind::Map(Adoption::FIELDS)),
            "جاهای دیگری که الگو را به کار گرفتند.",
            "Where else it was adopted.",
            "";
        Origin "origin" "خاستگاه" optional, Kind::Map(Origin::FIELDS),
            "استانی که الگو از آن گرفته شد؛ این را فرمان adopt می‌نویسد، نه دست.",
            "The province from which it was taken; written by `adopt`, never by hand.",
            "";
    }
}

table! {
    /// The fields of an adoption.
    Adoption {
        Place "place" "محل" required, TEXT,
            "استان و محله‌ای که الگو را به کار گرفت.", "The province and neighborhood that adopted it.", "اراک، محلهٔ فوتبال";
        Date "date" "تاریخ" optional, Kind::Date,
            "روز آغاز.", "The day on which it began.", "۱۴۰۴/۰۹/۰۱";
        Note "note" "توضیح" optional, TEXT,
            "توضیح بیشتر.", "More about it.", "با همکاری دو مدرسه";
    }
}

table! {
    /// The fields of a model's origin.
    Origin {
        Province "province" "استان" optional, TEXT,
            "نام استان.", "The province's name.", "قم";
        Url "url" "نشانی" optional, Kind::Url,
            "نشانی الگو در سایت آن استان.", "The model's address on that province's site.", "https://karnameh.example.ir/models/library.html";
        Date "date" "تاریخ" optional, Kind::Date,
            "تاریخ گزارشی که الگو از آن است.", "The as-of day of the edition that it comes from.", "۱۴۰۴/۱۰/۱۵";
        Digest "digest" "اثر انگشت" optional, Kind::Digest,
            "چکیدهٔ SHA-256 بسته‌ای که الگو در آن آمد.", "The SHA-256 digest of the package in which it came.", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    }
}
