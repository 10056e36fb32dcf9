//! What `content/site.yml` may say, before it is split into [`Config`](super::Config).

use karnameh_derive::Fields;

use crate::diag::Placed;
use crate::fields::{Kind, MediaFile, Range};
use crate::persian::Day;
use crate::persian::text::Text;

/// What `site.yml` says of the site as a whole.
#[derive(Debug, Clone, Fields)]
pub struct SiteRow {
    /// The site's name, shown at the top of every page.
    #[field(
        "title",
        "عنوان",
        kind = Kind::TITLE,
        fa = "نام سایت، که بالای همهٔ صفحه‌ها می‌آید.",
        example = "کارنامهٔ محله‌محوری قم"
    )]
    pub title: Text,
    /// The province's name.
    #[field("province", "استان", fa = "نام استان، بدون واژهٔ «استان».", example = "قم")]
    pub province: Text,
    /// The programme's name; by default «طرح محله‌محوری».
    #[field("programme", "برنامه", fa = "نام برنامه؛ اگر نباشد «طرح محله‌محوری».", example = "طرح محله‌محوری")]
    pub programme: Option<Text>,
    /// A short line under the site's name.
    #[field("tagline", "شعار", fa = "یک جملهٔ کوتاه زیر نام سایت.", example = "پیشرفت، محله به محله")]
    pub tagline: Option<Text>,
    /// A short introduction for the home page and for search engines.
    #[field(
        "description",
        "شرح",
        kind = Kind::Prose,
        fa = "معرفی کوتاه سایت برای صفحهٔ نخست و موتورهای جست‌وجو.",
        example = "گزارش پیشرفت فعالیت‌های محله‌های قم."
    )]
    pub description: Option<Placed<Box<str>>>,
    /// The body that publishes the site.
    #[field("publisher", "ناشر", fa = "نهادی که سایت را منتشر می‌کند.", example = "استانداری قم")]
    pub publisher: Option<Text>,
    /// The body named in the official header; by default the publisher.
    #[field(
        "authority",
        "مرجع",
        fa = "نهادی که نامش در سربرگ می‌آید؛ اگر نباشد، ناشر.",
        example = "استانداری قم"
    )]
    pub authority: Option<Text>,
    /// The offices that sign the printed booklets; by default the manager's title.
    #[field(
        "signatures",
        "امضاها",
        fa = "سمت کسانی که پای کارنامهٔ چاپی را امضا می‌کنند؛ اگر نباشد، سمت مدیر محله.",
        example = "[استاندار, مدیر محله]"
    )]
    pub signatures: Vec<Text>,
    /// How to contact the programme's office.
    #[field(
        "contact",
        "تماس",
        kind = Kind::Prose,
        fa = "راه‌های تماس با دبیرخانهٔ برنامه.",
        example = "دبیرخانهٔ طرح، استانداری قم"
    )]
    pub contact: Option<Placed<Box<str>>>,
    /// The site's full address on the web.
    #[field(
        "url",
        "نشانی",
        kind = Kind::Url,
        fa = "نشانی کامل سایت در اینترنت، با https.",
        example = "https://karnameh.example.ir/"
    )]
    pub url: Option<Box<str>>,
    /// The day as of which every figure is computed; by default today.
    #[field(
        "as_of",
        "تاریخ گزارش",
        plan,
        fa = "روزی که همهٔ ارقام تا آن روز حساب می‌شوند؛ اگر نباشد، امروز.",
        example = "۱۴۰۴/۱۰/۱۵"
    )]
    pub as_of: Option<Placed<Day>>,
    /// The report's number, shown in the official header.
    #[field("number", "شماره", fa = "شمارهٔ گزارش، چنان‌که در سربرگ می‌آید.", example = "۱۲/۳۴۵۶")]
    pub number: Option<Text>,
    /// The name or number of this edition.
    #[field("edition", "ویرایش", fa = "نام یا شمارهٔ این ویرایش.", example = "ویرایش دی ۱۴۰۴")]
    pub edition: Option<Text>,
    /// The theme's folder under themes; by default `default`.
    #[field(
        "theme",
        "پوسته",
        kind = Kind::Theme,
        fa = "نام پوشهٔ پوسته در themes؛ اگر نباشد default.",
        example = "default"
    )]
    pub theme: Option<Box<str>>,
    /// The site's color as #rrggbb, in quotes.
    #[field(
        "accent",
        "رنگ",
        kind = Kind::Color,
        fa = "رنگ اصلی سایت به صورت ‎#rrggbb‎، میان دو گیومهٔ لاتین.",
        example = "\"#0a7c80\""
    )]
    pub accent: Option<Box<str>>,
    /// The emblem's file under content/media.
    #[field("logo", "نشان", fa = "فایل نشان سربرگ در پوشهٔ content/media.", example = "logo.png")]
    pub logo: Option<MediaFile>,
    /// The license under which others may use data and text.
    #[field("license", "مجوز", fa = "مجوز استفادهٔ دیگران از داده‌ها و متن‌ها.", example = "CC BY 4.0")]
    pub license: Option<Text>,
    /// The text at the bottom of every page.
    #[field(
        "footer",
        "پانوشت",
        kind = Kind::Prose,
        fa = "متن پایین همهٔ صفحه‌ها.",
        example = "نقل با ذکر منبع آزاد است."
    )]
    pub footer: Option<Placed<Box<str>>>,
    /// This province's own words, if they differ from the usual ones.
    #[field("terms", "واژه‌ها", fa = "واژه‌های این استان، اگر با واژه‌های پیش‌فرض فرق دارند.")]
    pub terms: Option<TermsRow>,
    /// The thresholds used in the figures of progress.
    #[field("progress", "پیشرفت", fa = "آستانه‌های ارقام پیشرفت.")]
    pub progress: Option<ThresholdsRow>,
}

/// The words that a province calls by another name.
#[derive(Debug, Clone, Fields)]
pub struct TermsRow {
    /// The word for a neighborhood.
    #[field("neighborhood", "محله", fa = "واژه‌ای که به جای «محله» به کار می‌رود.")]
    pub neighborhood: Option<TermRow>,
    /// The word for a domain.
    #[field("domain", "حوزه", fa = "واژه‌ای که به جای «حوزه» به کار می‌رود.")]
    pub domain: Option<TermRow>,
    /// The word for an activity.
    #[field("activity", "فعالیت", fa = "واژه‌ای که به جای «فعالیت» به کار می‌رود.")]
    pub activity: Option<TermRow>,
    /// The word for an agency.
    #[field("agency", "دستگاه", fa = "واژه‌ای که به جای «دستگاه» به کار می‌رود.")]
    pub agency: Option<TermRow>,
    /// The word for a neighborhood's manager.
    #[field("manager", "مدیر", fa = "واژه‌ای که به جای «مدیر محله» به کار می‌رود.")]
    pub manager: Option<TermRow>,
    /// The word for a meeting.
    #[field("meeting", "جلسه", fa = "واژه‌ای که به جای «جلسه» به کار می‌رود.")]
    pub meeting: Option<TermRow>,
    /// The word for a success model.
    #[field("model", "الگو", fa = "واژه‌ای که به جای «الگو» به کار می‌رود.")]
    pub model: Option<TermRow>,
}

/// The three forms of a word.
#[derive(Debug, Clone, Fields)]
pub struct TermRow {
    /// The singular.
    #[field("one", "مفرد", fa = "شکل مفرد.", example = "محله")]
    pub one: Option<Text>,
    /// The plural.
    #[field("many", "جمع", fa = "شکل جمع.", example = "محله‌ها")]
    pub many: Option<Text>,
    /// The form before a name, with its ezafe.
    #[field("of", "مضاف", fa = "شکل مضاف، که پیش از نام می‌آید.", example = "محلهٔ")]
    pub of: Option<Text>,
}

/// The thresholds of the figures.
#[derive(Debug, Clone, Fields)]
pub struct ThresholdsRow {
    /// How far from the plan still counts as on track, in points; 15 where absent.
    #[field(
        "tolerance",
        "رواداری",
        kind = Kind::Number(Range::between(0.0, 100.0)),
        fa = "فاصله از برنامه که هنوز «مطابق برنامه» است، به واحد درصد؛ اگر نباشد ۱۵.",
        example = "15"
    )]
    pub tolerance: Option<f64>,
    /// For how many days after a visit an activity counts as supervised; 90 where absent.
    #[field(
        "supervision_days",
        "بازهٔ نظارت",
        kind = Kind::Whole { min: 1 },
        fa = "چند روز پس از بازدید، فعالیت بازدیدشده به شمار می‌آید؛ اگر نباشد ۹۰.",
        example = "90"
    )]
    pub supervision_days: Option<u64>,
    /// After how many days without a report an activity is stale; 30 where absent.
    #[field(
        "stale_days",
        "مهلت گزارش",
        kind = Kind::Whole { min: 1 },
        fa = "پس از چند روز بی‌خبری، گزارش قدیمی به شمار می‌آید؛ اگر نباشد ۳۰.",
        example = "30"
    )]
    pub stale_days: Option<u64>,
    /// The least coverage with which a group is ranked in comparisons; 50 where absent.
    #[field(
        "coverage_floor",
        "کمینهٔ پوشش",
        kind = Kind::Percent,
        fa = "کمترین پوششی که با آن یک گروه در مقایسه‌ها رتبه می‌گیرد؛ اگر نباشد ۵۰ درصد.",
        example = "50٪"
    )]
    pub coverage_floor: Option<f64>,
    /// Counts of beneficiaries below it are masked; 5 where absent.
    #[field(
        "small_group",
        "گروه کوچک",
        kind = Kind::Number(Range::NOT_NEGATIVE),
        fa = "شمار بهره‌مندان کمتر از این عدد پوشیده می‌ماند؛ اگر نباشد ۵.",
        example = "5"
    )]
    pub small_group: Option<f64>,
}
