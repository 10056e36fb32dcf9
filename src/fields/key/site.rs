//! `content/site.yml`: the site as a whole, its words, and the thresholds of its figures.

use super::{Key, TEXT, TEXTS, TITLE, table};
use crate::fields::{Kind, Range};

table! {
    /// The fields of `site.yml`.
    Site {
        Title "title" "عنوان" required, TITLE,
            "نام سایت، که بالای همهٔ صفحه‌ها می‌آید.",
            "The site's name, at the head of every page.",
            "کارنامهٔ محله‌محوری قم";
        Province "province" "استان" required, TEXT,
            "نام استان، بدون واژهٔ «استان».",
            "The province's name.",
            "قم";
        Programme "programme" "برنامه" optional, TEXT,
            "نام برنامه؛ اگر نباشد «طرح محله‌محوری».",
            "The programme's name; «طرح محله‌محوری» where absent.",
            "طرح محله‌محوری";
        Tagline "tagline" "شعار" optional, TEXT,
            "یک جملهٔ کوتاه زیر نام سایت.",
            "A short line under the site's name.",
            "پیشرفت، محله به محله";
        Description "description" "شرح" optional, Kind::Prose,
            "معرفی کوتاه سایت برای صفحهٔ نخست و موتورهای جست‌وجو.",
            "A short introduction for the home page and for search engines.",
            "گزارش پیشرفت فعالیت‌های محله‌های قم.";
        Publisher "publisher" "ناشر" optional, TEXT,
            "نهادی که سایت را منتشر می‌کند.",
            "The body that publishes the site.",
            "استانداری قم";
        Authority "authority" "مرجع" optional, TEXT,
            "نهادی که نامش در سربرگ می‌آید؛ اگر نباشد، ناشر.",
            "The body named in the official head; the publisher where absent.",
            "استانداری قم";
        Signatures "signatures" "امضاها" optional, TEXTS,
            "سمت کسانی که پای کارنامهٔ چاپی را امضا می‌کنند؛ اگر نباشد، سمت مدیر محله.",
            "The offices that sign the printed booklets; the manager's title where absent.",
            "[استاندار, مدیر محله]";
        Contact "contact" "تماس" optional, Kind::Prose,
            "راه‌های تماس با دبیرخانهٔ برنامه.",
            "How to reach the programme's office.",
            "دبیرخانهٔ طرح، استانداری قم";
        Url "url" "نشانی" optional, Kind::Url,
            "نشانی کامل سایت در اینترنت، با https.",
            "The site's full address on the web.",
            "https://karnameh.example.ir/";
        AsOf "as_of" "تاریخ گزارش" optional, Kind::Date,
            "روزی که همهٔ ارقام تا آن روز حساب می‌شوند؛ اگر نباشد، امروز.",
            "The day as of which every figure is computed; today where absent.",
            "۱۴۰۴/۱۰/۱۵";
        Number "number" "شماره" optional, TEXT,
            "شمارهٔ گزارش، چنان‌که در سربرگ می‌آید.",
            "The report's number, as the official head shows it.",
            "۱۲/۳۴۵۶";
        Edition "edition" "ویرایش" optional, TEXT,
            "نام یا شمارهٔ این ویرایش.",
            "The name or number of this edition.",
            "ویرایش دی ۱۴۰۴";
        Theme "theme" "پوسته" optional, Kind::Theme,
            "نام پوشهٔ پوسته در themes؛ اگر نباشد default.",
            "The theme's folder under themes; default where absent.",
            "default";
        Accent "accent" "رنگ" optional, Kind::Color,
            "رنگ اصلی سایت به صورت ‎#rrggbb‎، میان دو گیومهٔ لاتین.",
            "The site's colour as #rrggbb, in quotes.",
            "\"#0a7c80\"";
        Logo "logo" "نشان" optional, Kind::MediaFile,
            "فایل نشان سربرگ در پوشهٔ content/media.",
            "The emblem's file under content/media.",
            "logo.png";
        License "license" "مجوز" optional, TEXT,
            "مجوز استفادهٔ دیگران از داده‌ها و متن‌ها.",
            "The license under which others may use data and text.",
            "CC BY 4.0";
        Footer "footer" "پانوشت" optional, Kind::Prose,
            "متن پایین همهٔ صفحه‌ها.",
            "The text at the foot of every page.",
            "نقل با ذکر منبع آزاد است.";
        Terms "terms" "واژه‌ها" optional, Kind::Map(Terms::FIELDS),
            "واژه‌های این استان، اگر با واژه‌های پیش‌فرض فرق دارند.",
            "This province's words, where they differ from the usual ones.",
            "";
        Progress "progress" "پیشرفت" optional, Kind::Map(Progress::FIELDS),
            "آستانه‌های ارقام پیشرفت.",
            "The thresholds of the figures of progress.",
            "";
    }
}

const TERM: Kind = Kind::Map(Term::FIELDS);

table! {
    /// The words that a province may call by another name.
    Terms {
        Neighborhood "neighborhood" "محله" optional, TERM,
            "واژه‌ای که به جای «محله» به کار می‌رود.", "The word for a neighborhood.", "";
        Domain "domain" "حوزه" optional, TERM,
            "واژه‌ای که به جای «حوزه» به کار می‌رود.", "The word for a domain.", "";
        Activity "activity" "فعالیت" optional, TERM,
            "واژه‌ای که به جای «فعالیت» به کار می‌رود.", "The word for an activity.", "";
        Agency "agency" "دستگاه" optional, TERM,
            "واژه‌ای که به جای «دستگاه» به کار می‌رود.", "The word for an agency.", "";
        Manager "manager" "مدیر" optional, TERM,
            "واژه‌ای که به جای «مدیر محله» به کار می‌رود.", "The word for a neighborhood's manager.", "";
        Meeting "meeting" "جلسه" optional, TERM,
            "واژه‌ای که به جای «جلسه» به کار می‌رود.", "The word for a meeting.", "";
        Model "model" "الگو" optional, TERM,
            "واژه‌ای که به جای «الگو» به کار می‌رود.", "The word for a success model.", "";
    }
}

table! {
    /// The three forms of a word.
    Term {
        One "one" "مفرد" optional, TEXT,
            "شکل مفرد.", "The singular.", "محله";
        Many "many" "جمع" optional, TEXT,
            "شکل جمع.", "The plural.", "محله‌ها";
        Of "of" "مضاف" optional, TEXT,
            "شکل مضاف، که پیش از نام می‌آید.", "The form before a name, with its ezafe.", "محلهٔ";
    }
}

table! {
    /// The thresholds of the figures.
    Progress {
        Tolerance "tolerance" "رواداری" optional, Kind::Number(Range::between(0.0, 100.0)),
            "فاصله از برنامه که هنوز «مطابق برنامه» است، به واحد درصد؛ اگر نباشد ۱۵.",
            "How far from the plan still counts as on track, in points; 15 where absent.",
            "15";
        SupervisionDays "supervision_days" "بازهٔ نظارت" optional, Kind::Whole { min: 1 },
            "چند روز پس از بازدید، فعالیت بازدیدشده به شمار می‌آید؛ اگر نباشد ۹۰.",
            "For how many days after a visit an activity counts as supervised; 90 where absent.",
            "90";
        StaleDays "stale_days" "مهلت گزارش" optional, Kind::Whole { min: 1 },
            "پس از چند روز بی‌خبری، گزارش کهنه به شمار می‌آید؛ اگر نباشد ۳۰.",
            "After how many days without a report an activity is stale; 30 where absent.",
            "30";
        CoverageFloor "coverage_floor" "کمینهٔ پوشش" optional, Kind::Percent,
            "کمترین پوششی که با آن یک گروه در مقایسه‌ها رتبه می‌گیرد؛ اگر نباشد ۵۰ درصد.",
            "The least coverage with which a group is ranked in comparisons; 50 where absent.",
            "50٪";
        SmallGroup "small_group" "گروه کوچک" optional, Kind::Number(Range::NOT_NEGATIVE),
            "شمار بهره‌مندان کمتر از این عدد پوشیده می‌ماند؛ اگر نباشد ۵.",
            "Counts of beneficiaries below it are masked; 5 where absent.",
            "5";
    }
}
