//! `content/models/`: what worked, written up so that others can do it.

use karnameh_derive::{Choice, Fields, Record};

use super::{Activity, Domain, Idx, Neighborhood};
use crate::fields::{Head, Kind, Prose};
use crate::persian::Day;
use crate::persian::text::Text;

/// How much a model costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Choice)]
pub enum Cost {
    #[choice("low", "کم")]
    Low,
    #[choice("medium", "متوسط")]
    Medium,
    #[choice("high", "زیاد")]
    High,
}

/// Approaches that worked, written up so that others can copy them.
#[derive(Debug, Clone, Record)]
#[record(kind = Model)]
pub struct SuccessModel {
    /// The model's name.
    #[title(required, fa = "نام الگو.", example = "کتابخانهٔ محله با همکاری اهالی")]
    pub record: Head,
    /// The neighborhood where it was developed.
    #[field("neighborhood", "محله", fa = "محله‌ای که الگو در آن شکل گرفت.", example = "شیخ‌آباد")]
    pub neighborhood: Option<Idx<Neighborhood>>,
    /// The domain that it belongs to.
    #[field("domain", "حوزه", fa = "حوزه‌ای که الگو به آن برمی‌گردد.", example = "آموزش")]
    pub domain: Option<Idx<Domain>>,
    /// The problem that it solves.
    #[field(
        "problem",
        "مسئله",
        fa = "مسئله‌ای که الگو برای آن است.",
        example = "دانش‌آموزان محله جایی برای مطالعه نداشتند."
    )]
    pub problem: Prose,
    /// What was done and why it worked.
    #[field(
        "approach",
        "راهکار",
        fa = "آنچه انجام شد و چرا کارگر افتاد.",
        example = "سرای محله عصرها به کتابخانه سپرده شد."
    )]
    pub approach: Prose,
    /// The steps, in order.
    #[field(
        "steps",
        "گام‌ها",
        fa = "گام‌های اجرا، به ترتیب.",
        example = "[نشست با اهالی, برآورد و تجهیز, سپردن اداره به داوطلبان]"
    )]
    pub steps: Vec<Prose>,
    /// What it requires.
    #[field(
        "conditions",
        "شرایط",
        fa = "شرایطی که بدون آن‌ها الگو کار نمی‌کند.",
        example = "[ساختمانی که عصرها خالی است]"
    )]
    pub conditions: Vec<Prose>,
    /// What it costs.
    #[field("cost", "هزینه", fa = "هزینهٔ اجرا.", example = "کم")]
    pub cost: Option<Cost>,
    /// The activities that show its results.
    #[field(
        "results",
        "نتایج",
        fa = "فعالیت‌هایی که نتیجهٔ الگو را نشان می‌دهند.",
        example = "[تجهیز کتابخانهٔ محله]"
    )]
    pub results: Vec<Idx<Activity>>,
    /// What to remember next time.
    #[field(
        "lessons",
        "درس‌ها",
        fa = "آنچه بار دیگر باید به یاد داشت.",
        example = "[از آغاز با مدرسه‌ها هماهنگ شوید]"
    )]
    pub lessons: Vec<Prose>,
    /// Who to ask about it.
    #[field("contact", "تماس", fa = "کسی که می‌توان از او پرسید.", example = "دفتر مدیر محلهٔ شیخ‌آباد")]
    pub contact: Option<Prose>,
    /// The license under which others may use it.
    #[field("license", "مجوز", fa = "مجوز استفادهٔ دیگران از این الگو.", example = "CC BY 4.0")]
    pub license: Option<Text>,
    /// Other places that adopted it.
    #[field("adoptions", "به‌کارگیری", fa = "جاهای دیگری که الگو را به کار گرفتند.")]
    pub adoptions: Vec<Adoption>,
    /// The province that it came from; written by `adopt`, never by hand.
    #[field("origin", "خاستگاه", fa = "استانی که الگو از آن گرفته شد؛ این را فرمان adopt می‌نویسد، نه دست.")]
    pub origin: Option<Origin>,
}

/// Where else a model was adopted.
#[derive(Debug, Clone, Fields)]
pub struct Adoption {
    /// The province and neighborhood that adopted it.
    #[field("place", "محل", fa = "استان و محله‌ای که الگو را به کار گرفت.", example = "اراک، محلهٔ فوتبال")]
    pub place: Text,
    /// The day it began.
    #[field("date", "تاریخ", existence, fa = "روز آغاز.", example = "۱۴۰۴/۰۹/۰۱")]
    pub date: Option<Day>,
    /// A note.
    #[field("note", "توضیح", fa = "توضیح بیشتر.", example = "با همکاری دو مدرسه")]
    pub note: Option<Text>,
}

/// Where a model was taken from; `adopt` writes it.
#[derive(Debug, Clone, Fields)]
pub struct Origin {
    /// The province's name.
    #[field("province", "استان", fa = "نام استان.", example = "قم")]
    pub province: Option<Text>,
    /// The model's address on that province's site.
    #[field(
        "url",
        "نشانی",
        kind = Kind::Url,
        fa = "نشانی الگو در سایت آن استان.",
        example = "https://karnameh.example.ir/models/library.html"
    )]
    pub url: Option<Box<str>>,
    /// The as-of day of the edition that it comes from.
    #[field("date", "تاریخ", fa = "تاریخ گزارشی که الگو از آن است.", example = "۱۴۰۴/۱۰/۱۵")]
    pub date: Option<Day>,
    /// The SHA-256 digest of the package in which it came.
    #[field(
        "digest",
        "اثر انگشت",
        kind = Kind::Digest,
        fa = "چکیدهٔ SHA-256 بسته‌ای که الگو در آن آمد.",
        example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
    )]
    pub digest: Option<Box<str>>,
}
