//! `content/activities/`: the heart of the records, with its milestones, indicators, updates and the rest.

use super::{PHOTOS, TEXT, TEXTS, TITLE, table};
use crate::fields::{Choice, Kind, Range, RecordKind};

/// How an activity stands by its record.
const STATUSES: &[Choice] = &[
    Choice { en: "planned", fa: "برنامه‌ریزی‌شده" },
    Choice { en: "active", fa: "در حال اجرا" },
    Choice { en: "paused", fa: "متوقف" },
    Choice { en: "done", fa: "پایان‌یافته" },
    Choice { en: "cancelled", fa: "لغوشده" },
];

/// By what its progress is measured.
const MEASURES: &[Choice] = &[
    Choice { en: "milestones", fa: "مراحل" },
    Choice { en: "reported", fa: "گزارش" },
    Choice { en: "indicators", fa: "شاخص‌ها" },
];

/// Why a due date was moved.
const REASONS: &[Choice] = &[
    Choice { en: "funding", fa: "اعتبار" },
    Choice { en: "permit", fa: "مجوز" },
    Choice { en: "contractor", fa: "پیمانکار" },
    Choice { en: "weather", fa: "آب‌وهوا" },
    Choice { en: "staffing", fa: "نیروی انسانی" },
    Choice { en: "scope", fa: "تغییر دامنه" },
    Choice { en: "other", fa: "دیگر" },
];

/// Which way an indicator should go.
const DIRECTIONS: &[Choice] = &[Choice { en: "up", fa: "افزایش" }, Choice { en: "down", fa: "کاهش" }];

table! {
    /// The fields of an activity.
    Activity of Activity {
        Title "title" "عنوان" required, TITLE,
            "نام فعالیت.",
            "The activity's name.",
            "تجهیز کتابخانهٔ محله";
        Neighborhood "neighborhood" "محله" required, Kind::List(&Kind::Ref(RecordKind::Neighborhood)),
            "محله یا محله‌هایی که فعالیت در آن‌ها انجام می‌شود.",
            "The neighborhood or neighborhoods in which it is done.",
            "شیخ‌آباد";
        Domain "domain" "حوزه" required, Kind::Ref(RecordKind::Domain),
            "حوزه‌ای که فعالیت به آن برمی‌گردد.",
            "The domain to which it belongs.",
            "آموزش";
        Problem "problem" "مسئله" optional, Kind::Ref(RecordKind::Problem),
            "مسئله‌ای که فعالیت برای حل آن است.",
            "The problem that it is to solve.",
            "no-study-space";
        Summary "summary" "خلاصه" optional, TEXT,
            "یک یا دو جمله دربارهٔ آنچه انجام می‌شود.",
            "One or two sentences on what is done.",
            "تجهیز ساختمان سرای محله برای مطالعهٔ دانش‌آموزان";
        Lead "lead" "دستگاه مسئول" optional, Kind::Ref(RecordKind::Agency),
            "دستگاهی که پاسخ‌گوی فعالیت است.",
            "The agency that answers for it.",
            "آموزش و پرورش استان قم";
        Responsible "responsible" "مسئول" optional, TEXT,
            "سمت یا نام کسی که در آن دستگاه پیگیر فعالیت است.",
            "The role or person in that agency who sees to it.",
            "معاون آموزش ابتدایی";
        Partners "partners" "همکاران" optional, Kind::List(&Kind::Ref(RecordKind::Agency)),
            "دستگاه‌های همکار.",
            "The agencies that take part.",
            "[شهرداری قم, بسیج محله]";
        Status "status" "وضعیت" optional, Kind::Choice(STATUSES),
            "وضعیت فعالیت، اگر از تاریخ‌ها برنمی‌آید.",
            "How it stands, where the dates don't tell.",
            "در حال اجرا";
        StatusSince "status_since" "وضعیت از" optional, Kind::Date,
            "روزی که وضعیت از آن روز برقرار است.",
            "The day from which the status holds.",
            "۱۴۰۴/۰۶/۰۱";
        Registered "registered" "تاریخ ثبت" optional, Kind::Date,
            "روزی که فعالیت ثبت شد.",
            "The day on which it was registered.",
            "۱۴۰۴/۰۴/۱۰";
        Start "start" "شروع" optional, Kind::Date,
            "روز شروع، برابر برنامه.",
            "The first day by the plan.",
            "۱۴۰۴/۰۵/۰۱";
        Due "due" "مهلت" optional, Kind::Date,
            "روزی که فعالیت باید تا پایان آن انجام شده باشد.",
            "The day by whose end it should be done.",
            "۱۴۰۴/۱۲/۲۹";
        Finished "finished" "پایان" optional, Kind::Date,
            "روزی که فعالیت به پایان رسید.",
            "The day on which it was finished.",
            "۱۴۰۴/۱۱/۱۵";
        Weight "weight" "وزن" optional, Kind::Number(Range::POSITIVE),
            "سهم فعالیت در میانگین‌ها؛ اگر نباشد ۱.",
            "Its share in averages; 1 where absent.",
            "2";
        Measure "measure" "سنجه" optional, Kind::Choice(MEASURES),
            "پیشرفت با چه سنجیده می‌شود: مراحل، گزارش یا شاخص‌ها.",
            "By what its progress is measured.",
            "مراحل";
        Reschedules "reschedules" "تغییرات مهلت" optional, Kind::List(&Kind::Map(Reschedule::FIELDS)),
            "هر بار که مهلت جابه‌جا شد، با علت آن؛ خود «مهلت» دست نمی‌خورد.",
            "Each time the due date was moved, and why; `due` itself is left as it was.",
            "";
        Milestones "milestones" "مراحل" optional, Kind::List(&Kind::Map(Milestone::FIELDS)),
            "مرحله‌های فعالیت، به ترتیب.",
            "Its milestones, in order.",
            "";
        Indicators "indicators" "شاخص‌ها" optional, Kind::List(&Kind::Map(Indicator::FIELDS)),
            "شاخص‌هایی که نتیجه را نشان می‌دهند.",
            "What its results are measured by.",
            "";
        Updates "updates" "گزارش‌ها" optional, Kind::List(&Kind::Map(InlineUpdate::FIELDS)),
            "گزارش‌های پیشرفت، اگر در پوشهٔ updates نوشته نمی‌شوند.",
            "Reports of progress, where they aren't kept under updates.",
            "";
        Budget "budget" "بودجه" optional, Kind::Map(Budget::FIELDS),
            "بودجهٔ فعالیت به ریال؛ هرگز لازم نیست.",
            "Its budget in rial; never required.",
            "";
        Beneficiaries "beneficiaries" "بهره‌مندان" optional, Kind::Map(Beneficiaries::FIELDS),
            "کسانی که از فعالیت بهره می‌برند.",
            "The people whom it serves.",
            "";
        DependsOn "depends_on" "پیش‌نیازها" optional, Kind::List(&Kind::Ref(RecordKind::Activity)),
            "فعالیت‌هایی که پیش از این باید انجام شوند.",
            "The activities that must be done before it.",
            "[repair-hall]";
        Decision "decision" "مصوبه" optional, Kind::DecisionRef,
            "مصوبه‌ای که فعالیت از آن برآمد، به صورت جلسه/مصوبه.",
            "The decision from which it comes, as meeting/decision.",
            "review-1404-07/d2";
        Model "model" "الگو" optional, Kind::Ref(RecordKind::Model),
            "الگوی موفقی که فعالیت از روی آن اجرا می‌شود.",
            "The success model that it follows.",
            "neighborhood-library";
        Tags "tags" "برچسب‌ها" optional, TEXTS,
            "برچسب‌هایی برای جست‌وجو.",
            "Words to search by.",
            "[کتاب, نوجوانان]";
        Evidence "evidence" "مستندات" optional, Kind::List(&Kind::Map(Evidence::FIELDS)),
            "سند و تصویر و پیوندی که کار را نشان می‌دهد.",
            "Documents, photos and links that show the work.",
            "";
    }
}

table! {
    /// The fields of a moved due date.
    Reschedule {
        Date "date" "تاریخ" required, Kind::Date,
            "روزی که جابه‌جایی تصویب شد.", "The day on which it was decided.", "۱۴۰۴/۰۹/۱۰";
        Due "due" "مهلت" required, Kind::Date,
            "مهلت تازه.", "The new due date.", "۱۴۰۵/۰۲/۳۱";
        Reason "reason" "علت" required, Kind::Choice(REASONS),
            "علت جابه‌جایی.", "Why it was moved.", "اعتبار";
        Note "note" "توضیح" optional, TEXT,
            "توضیح بیشتر.", "More about it.", "اعتبار سه‌ماههٔ سوم با تأخیر رسید";
    }
}

table! {
    /// The fields of a milestone.
    Milestone {
        Title "title" "عنوان" required, TITLE,
            "نام مرحله.", "The milestone's name.", "خرید قفسه و میز";
        Due "due" "مهلت" optional, Kind::Date,
            "مهلت مرحله.", "When it is due.", "۱۴۰۴/۰۷/۳۰";
        Done "done" "انجام" optional, Kind::Date,
            "روزی که مرحله انجام شد.", "The day on which it was done.", "۱۴۰۴/۰۷/۲۶";
        Weight "weight" "وزن" optional, Kind::Number(Range::POSITIVE),
            "سهم مرحله در فعالیت؛ اگر نباشد ۱.", "Its share in the activity; 1 where absent.", "1";
    }
}

table! {
    /// The fields of an indicator.
    Indicator {
        Title "title" "عنوان" required, TITLE,
            "نام شاخص.", "The indicator's name.", "شمار اعضای کتابخانه";
        Unit "unit" "واحد" optional, TEXT,
            "واحد اندازه‌گیری.", "The unit in which it is measured.", "نفر";
        Baseline "baseline" "پایه" optional, Kind::Number(Range::ANY),
            "مقدار شاخص پیش از آغاز کار.", "Its value before the work began.", "120";
        Target "target" "هدف" optional, Kind::Number(Range::ANY),
            "مقداری که باید به آن رسید.", "The value to reach.", "400";
        Direction "direction" "جهت" optional, Kind::Choice(DIRECTIONS),
            "شاخص باید بالا برود یا پایین بیاید.", "Whether it should go up or down.", "افزایش";
        Values "values" "مقادیر" optional, Kind::List(&Kind::Map(Measured::FIELDS)),
            "مقدارهای اندازه‌گیری‌شده، هر یک با تاریخ.", "The values measured, each with its date.", "";
    }
}

table! {
    /// The fields of one value of an indicator.
    Measured {
        Date "date" "تاریخ" required, Kind::Date,
            "روز اندازه‌گیری.", "The day on which it was measured.", "۱۴۰۴/۰۷/۰۱";
        Value "value" "مقدار" required, Kind::Number(Range::ANY),
            "مقدار شاخص در آن روز.", "The indicator's value on that day.", "۲۱۰";
        Source "source" "منبع" optional, TEXT,
            "مقدار از کجا آمده است.", "Where the value comes from.", "دفتر عضویت کتابخانه";
        Note "note" "توضیح" optional, TEXT,
            "توضیح بیشتر.", "More about it.", "پس از ثبت‌نام مهر";
    }
}

table! {
    /// The fields of a report of progress inside an activity.
    InlineUpdate {
        Date "date" "تاریخ" required, Kind::Date,
            "روز گزارش.", "The day of the report.", "۱۴۰۴/۰۷/۲۶";
        Progress "progress" "پیشرفت" optional, Kind::Percent,
            "پیشرفت کل فعالیت تا آن روز، به درصد.", "Progress of the whole activity up to that day, in percent.", "۴۰٪";
        Text "text" "متن" optional, Kind::Prose,
            "آنچه انجام شد.", "What was done.", "قفسه‌ها نصب شد.";
        By "by" "گزارش‌دهنده" optional, TEXT,
            "سمت یا نام گزارش‌دهنده.", "Who reports.", "مدیر محله";
        Photos "photos" "تصاویر" optional, PHOTOS,
            "تصویرهای گزارش در پوشهٔ content/media.", "Photos under content/media.", "[library/shelves.jpg]";
    }
}

table! {
    /// The fields of a budget.
    Budget {
        Planned "planned" "مصوب" optional, Kind::Money,
            "بودجهٔ مصوب به ریال.", "The budget granted, in rial.", "۱٬۲۰۰٬۰۰۰٬۰۰۰";
        Spent "spent" "هزینه‌کرد" optional, Kind::Money,
            "هزینه‌ای که تاکنون شده است، به ریال.", "What was spent so far, in rial.", "۴۵۰٬۰۰۰٬۰۰۰";
        Source "source" "منبع" optional, TEXT,
            "محل تأمین اعتبار.", "Where the money comes from.", "اعتبارات استانی";
    }
}

table! {
    /// The fields of the people whom an activity serves.
    Beneficiaries {
        Planned "planned" "پیش‌بینی" optional, Kind::Whole { min: 0 },
            "شماری که پیش‌بینی شده است.", "How many were expected.", "400";
        Reached "reached" "تحقق" optional, Kind::Whole { min: 0 },
            "شماری که تاکنون بهره برده‌اند.", "How many were reached so far.", "210";
        Group "group" "گروه" optional, TEXT,
            "چه کسانی بهره می‌برند.", "Who they are.", "دانش‌آموزان دورهٔ متوسطه";
    }
}

table! {
    /// The fields of a piece of evidence.
    Evidence {
        Title "title" "عنوان" required, TITLE,
            "نام سند.", "The document's name.", "صورت‌جلسهٔ تحویل";
        File "file" "فایل" optional, Kind::MediaFile,
            "فایل سند در پوشهٔ content/media؛ یا این یا نشانی.", "Its file under content/media; either this or a url.", "library/handover.pdf";
        Url "url" "نشانی" optional, Kind::Url,
            "نشانی کامل سند در اینترنت؛ یا این یا فایل.", "Its full address on the web; either this or a file.", "https://www.example.ir/news/1";
        Date "date" "تاریخ" optional, Kind::Date,
            "تاریخ سند.", "The document's date.", "۱۴۰۴/۰۷/۲۶";
        Original "original" "اصل" optional, Kind::Bool,
            "تصویر همان‌گونه که گرفته شده منتشر شود، با همهٔ اطلاعات درون فایل.", "Publish a photo as it was taken, with all that its file holds.", "خیر";
    }
}
