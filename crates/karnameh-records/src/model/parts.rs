//! What stands inside an activity: milestones, indicators, reports, moved due dates, money, people, evidence.

use karnameh_derive::{Choice, Fields};

use super::{Agency, Idx, Occurrence, Percent};
use crate::diag::codes::records::EVIDENCE_SOURCE;
use crate::diag::{Code, Diagnostic, Place};
use crate::fields::{Kind, MediaFile, Photo, Prose, Range, Reading, Row};
use crate::persian::Day;
use crate::persian::text::Text;

/// Why a due date was moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Choice)]
pub enum Reason {
    #[choice("funding", "اعتبار")]
    Funding,
    #[choice("permit", "مجوز")]
    Permit,
    #[choice("contractor", "پیمانکار")]
    Contractor,
    #[choice("weather", "آب‌وهوا")]
    Weather,
    #[choice("staffing", "نیروی انسانی")]
    Staffing,
    #[choice("scope", "تغییر دامنه")]
    Scope,
    #[choice("other", "دیگر")]
    Other,
}

/// Which way an indicator should go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Choice)]
pub enum Direction {
    #[choice("up", "افزایش")]
    Up,
    #[choice("down", "کاهش")]
    Down,
}

/// A due date that was moved.
#[derive(Debug, Clone, Fields)]
pub struct Reschedule {
    /// The day it was decided.
    #[field("date", "تاریخ", event, fa = "روزی که جابه‌جایی تصویب شد.", example = "۱۴۰۴/۰۹/۱۰")]
    pub date: Day,
    /// The new due date.
    #[field("due", "مهلت", plan, fa = "مهلت تازه.", example = "۱۴۰۵/۰۲/۳۱")]
    pub due: Day,
    /// Why it was moved.
    #[field("reason", "علت", fa = "علت جابه‌جایی.", example = "اعتبار")]
    pub reason: Reason,
    /// A note.
    #[field("note", "توضیح", fa = "توضیح بیشتر.", example = "اعتبار سه‌ماههٔ سوم با تأخیر رسید")]
    pub note: Option<Text>,
}

/// A handover: from a day on another agency leads (F30).
#[derive(Debug, Clone, Fields)]
pub struct Handover {
    /// The day from which the other agency leads.
    #[field("date", "تاریخ", event, fa = "روزی که دستگاه دیگر مسئول شد.", example = "۱۴۰۴/۰۸/۱۵")]
    pub date: Day,
    /// The agency that leads from then on.
    #[field("lead", "دستگاه", fa = "دستگاهی که از آن روز مسئول است.", example = "شهرداری قم")]
    pub lead: Idx<Agency>,
    /// A note.
    #[field("note", "توضیح", fa = "توضیح بیشتر.", example = "با تصویب ستاد استان")]
    pub note: Option<Text>,
}

/// A step of an activity. An update names it by the first that has its title.
#[derive(Debug, Clone, Fields)]
pub struct Milestone {
    /// The milestone's name.
    #[field("title", "عنوان", kind = Kind::TITLE, fa = "نام مرحله.", example = "خرید قفسه و میز")]
    pub title: Text,
    /// Its due date.
    #[field("due", "مهلت", plan, also = ["مهلت مرحله", "موعد", "سررسید"], fa = "مهلت مرحله.", example = "۱۴۰۴/۰۷/۳۰")]
    pub due: Option<Day>,
    /// The day it was done.
    #[field("done", "انجام", event, also = ["تاریخ انجام", "انجام‌شده"], fa = "روزی که مرحله انجام شد.", example = "۱۴۰۴/۰۷/۲۶")]
    pub done: Option<Day>,
    /// Every statement that it was done, with the record's own; empty if only the record has one. `done` is the earliest.
    #[joined]
    pub reports: Vec<Occurrence>,
    /// Its weight in the activity; by default 1.
    #[field(
        "weight",
        "وزن",
        kind = Kind::Number(Range::POSITIVE),
        default = 1.0,
        fa = "سهم مرحله در فعالیت؛ اگر نباشد ۱.",
        example = "1"
    )]
    pub weight: f64,
}

/// What a result is measured by.
#[derive(Debug, Clone, Fields)]
pub struct Indicator {
    /// The indicator's name.
    #[field("title", "عنوان", kind = Kind::TITLE, fa = "نام شاخص.", example = "شمار اعضای کتابخانه")]
    pub title: Text,
    /// The unit in which it is measured.
    #[field("unit", "واحد", also = ["واحد سنجش", "واحد اندازه‌گیری"], fa = "واحد اندازه‌گیری.", example = "نفر")]
    pub unit: Option<Text>,
    /// Its value before the work began.
    #[field("baseline", "پایه", also = ["مقدار پایه", "خط پایه"], fa = "مقدار شاخص پیش از آغاز کار.", example = "120")]
    pub baseline: Option<f64>,
    /// The value to reach.
    #[field("target", "هدف", also = ["مقدار هدف"], fa = "مقداری که باید به آن رسید.", example = "400")]
    pub target: Option<f64>,
    /// Whether it should go up or down.
    #[field("direction", "جهت", fa = "شاخص باید بالا برود یا پایین بیاید.", example = "افزایش")]
    pub direction: Option<Direction>,
    /// The values measured, each with its date.
    #[field("values", "مقادیر", fa = "مقدارهای اندازه‌گیری‌شده، هر یک با تاریخ.")]
    pub values: Vec<IndicatorValue>,
}

/// A dated value of an indicator.
#[derive(Debug, Clone, Fields)]
pub struct IndicatorValue {
    /// The day it was measured.
    #[field("date", "تاریخ", event, fa = "روز اندازه‌گیری.", example = "۱۴۰۴/۰۷/۰۱")]
    pub date: Day,
    /// The day on which it became known, if a late report brought it.
    #[joined]
    pub registered: Option<Day>,
    /// The indicator's value on that day.
    #[field("value", "مقدار", fa = "مقدار شاخص در آن روز.", example = "۲۱۰")]
    pub value: f64,
    /// Where the value comes from.
    #[field("source", "منبع", fa = "مقدار از کجا آمده است.", example = "دفتر عضویت کتابخانه")]
    pub source: Option<Text>,
    /// A note.
    #[field("note", "توضیح", fa = "توضیح بیشتر.", example = "پس از ثبت‌نام مهر")]
    pub note: Option<Text>,
}

/// A report of progress: inside an activity, or joined to it from `updates/`.
#[derive(Debug, Clone, Fields)]
pub struct Update {
    /// Empty for one inside an activity.
    #[joined]
    pub id: Box<str>,
    /// The day of the report.
    #[field("date", "تاریخ", event, also = ["تاریخ گزارش"], fa = "روز گزارش.", example = "۱۴۰۴/۰۷/۲۶")]
    pub date: Day,
    /// The day on which it became known, if that was later than its date: a late report or a correction.
    #[field(
        "registered",
        "تاریخ ثبت",
        existence,
        fa = "روزی که دانسته شد، اگر پس از «تاریخ» بود: گزارشی که دیر رسید یا گزارشی را اصلاح می‌کند.",
        example = "۱۴۰۴/۰۸/۰۵"
    )]
    pub registered: Option<Day>,
    /// Progress of the whole activity up to that day, in percent.
    #[field("progress", "پیشرفت", also = ["درصد پیشرفت", "پیشرفت اعلامی", "میزان پیشرفت", "درصد"], fa = "پیشرفت کل فعالیت تا آن روز، به درصد.", example = "۴۰٪")]
    pub progress: Option<Percent>,
    /// A position in the activity's `milestones`.
    #[joined]
    pub milestone: Option<usize>,
    /// A position in the activity's `indicators`; its value stands there.
    #[joined]
    pub indicator: Option<usize>,
    /// What was done.
    #[field("text", "متن", also = ["شرح", "شرح گزارش", "توضیحات"], fa = "آنچه انجام شد.", example = "قفسه‌ها نصب شد.")]
    pub text: Option<Prose>,
    /// Who reports.
    #[field("by", "گزارش‌دهنده", private, fa = "سمت یا نام گزارش‌دهنده.", example = "مدیر محله")]
    pub by: Option<Text>,
    /// Photos under content/media.
    #[field(
        "photos",
        "تصاویر",
        fa = "تصویرهای گزارش در پوشهٔ content/media.",
        example = "[library/shelves.jpg]"
    )]
    pub photos: Vec<Photo>,
    /// An illustrative report.
    #[joined]
    pub sample: bool,
    /// Codes of findings that its own file allows.
    #[joined]
    pub allow: Vec<&'static Code>,
    /// Where it begins.
    #[place]
    pub at: Place,
}

/// The money of an activity, in rial.
#[derive(Debug, Clone, Fields)]
pub struct Budget {
    /// The budget granted, in rial.
    #[field("planned", "مصوب", kind = Kind::Money, also = ["بودجهٔ مصوب", "اعتبار مصوب", "مبلغ مصوب"], fa = "بودجهٔ مصوب به ریال.", example = "۱٬۲۰۰٬۰۰۰٬۰۰۰")]
    pub planned: Option<u64>,
    /// What was spent so far, in rial.
    #[field(
        "spent",
        "هزینه‌کرد",
        kind = Kind::Money,
        also = ["هزینه", "هزینه‌شده", "هزینهٔ انجام‌شده"],
        fa = "هزینه‌ای که تاکنون شده است، به ریال.",
        example = "۴۵۰٬۰۰۰٬۰۰۰"
    )]
    pub spent: Option<u64>,
    /// Where the money comes from.
    #[field("source", "منبع", private, also = ["منبع بودجه", "محل اعتبار", "محل تأمین اعتبار"], fa = "محل تأمین اعتبار.", example = "اعتبارات استانی")]
    pub source: Option<Text>,
}

/// The people whom an activity serves; small figures are masked when shown (F29).
#[derive(Debug, Clone, Fields)]
pub struct Beneficiaries {
    /// How many were expected.
    #[field("planned", "پیش‌بینی", people, also = ["پیش‌بینی‌شده", "بهره‌مندان پیش‌بینی‌شده"], fa = "شماری که پیش‌بینی شده است.", example = "400")]
    pub planned: Option<u64>,
    /// How many were reached so far.
    #[field("reached", "تحقق", people, also = ["تحقق‌یافته"], fa = "شماری که تاکنون بهره برده‌اند.", example = "210")]
    pub reached: Option<u64>,
    /// Who they are.
    #[field("group", "گروه", also = ["گروه هدف", "گروه بهره‌مند"], fa = "چه کسانی بهره می‌برند.", example = "دانش‌آموزان دورهٔ متوسطه")]
    pub group: Option<Text>,
}

/// A document, photo or link that shows the work.
#[derive(Debug, Clone, Fields)]
#[fields(check = check_sources)]
pub struct Evidence {
    /// The document's name.
    #[field("title", "عنوان", kind = Kind::TITLE, fa = "نام سند.", example = "صورت‌جلسهٔ تحویل")]
    pub title: Text,
    /// Its file under content/media; either this or a url.
    #[field(
        "file",
        "فایل",
        fa = "فایل سند در پوشهٔ content/media؛ یا این یا نشانی.",
        example = "library/handover.pdf"
    )]
    pub file: Option<MediaFile>,
    /// Its full address on the web; empty if it is a file.
    #[field(
        "url",
        "نشانی",
        kind = Kind::Url,
        fa = "نشانی کامل سند در اینترنت؛ یا این یا فایل.",
        example = "https://www.example.ir/news/1"
    )]
    pub url: Option<Box<str>>,
    /// The document's date.
    #[field("date", "تاریخ", existence, fa = "تاریخ سند.", example = "۱۴۰۴/۰۷/۲۶")]
    pub date: Option<Day>,
    /// Publish a photo as it was taken, with all that its file holds.
    #[field(
        "original",
        "اصل",
        private,
        fa = "تصویر همان‌گونه که گرفته شده منتشر شود، با همهٔ اطلاعات درون فایل.",
        example = "خیر"
    )]
    pub original: bool,
    /// Where it begins.
    #[place]
    pub at: Place,
}

/// Where a piece of evidence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EvidenceSource<'a> {
    /// A file below `content/media/`.
    File(&'a str),
    /// An absolute http(s) address.
    Url(&'a str),
}

impl Evidence {
    /// Where it is: reading refuses a piece that has both or neither.
    pub fn source(&self) -> EvidenceSource<'_> {
        match &self.file {
            Some(file) => EvidenceSource::File(file),
            None => EvidenceSource::Url(self.url.as_deref().unwrap_or_default()),
        }
    }
}

/// Reports a piece of evidence that has both a file and an address, or neither.
fn check_sources(row: &Row<EvidenceKey>, reading: &mut Reading<'_>) {
    let has_file = row.is_given(EvidenceKey::File);
    if has_file != row.is_given(EvidenceKey::Url) {
        return;
    }
    let (fa, en) = if has_file {
        ("این مستند هم «فایل» دارد و هم «نشانی».", "This piece of evidence has both a `file` and a `url`.")
    } else {
        ("این مستند نه «فایل» دارد و نه «نشانی».", "This piece of evidence has neither a `file` nor a `url`.")
    };
    let found = Diagnostic::new(EVIDENCE_SOURCE, row.at(), fa, en).field(row.path(EvidenceKey::File));
    reading.found.push(found.hint("درست یکی از این دو را بنویسید.", "Write exactly one of the two."));
}
