//! The kinds of records as `docs/FORMAT.md` describes them, each value already of its type.
//!
//! Text is cleaned (product.md, "Text") and not yet formatted for a page; lists keep the order of the file unless a
//! field says otherwise.

use crate::diag::{Place, Placed};
use crate::markdown::Document;
use crate::persian::Day;
use crate::persian::text::Text;

use super::Idx;

/// A number from 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Percent(f64);

impl Percent {
    /// A percent; `None` outside 0–100 and for what is no number.
    pub fn new(value: f64) -> Option<Self> {
        (0.0..=100.0).contains(&value).then_some(Self(value))
    }

    /// The number, 0–100.
    pub fn get(self) -> f64 {
        self.0
    }
}

/// A Markdown text, parsed once when it was read, and where its first line stands.
pub type Prose = Placed<Document>;

/// What every record has.
#[derive(Debug, Clone)]
pub struct Record {
    /// Unique in its kind; `a-z0-9-`, a file name on any host (an update's may be any text).
    pub id: Box<str>,
    /// The title, never empty: given, or made as the format says.
    pub title: Text,
    /// Other names by which references may call it.
    pub aliases: Vec<Box<str>>,
    /// An illustrative record («نمایشی»).
    pub sample: bool,
    /// The narrative.
    pub body: Option<Prose>,
    /// Where it begins.
    pub at: Place,
}

/// جایگاه: where a neighborhood stands in the roll-out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RolloutStage {
    /// محلهٔ نمونه
    Model,
    /// گسترش
    Extension,
    /// در نوبت
    Planned,
}

/// The manager of a neighborhood.
#[derive(Debug, Clone)]
pub struct Manager {
    /// سمت
    pub title: Option<Text>,
    /// نام
    pub name: Option<Text>,
    /// The manager doesn't exist before this day (F2).
    pub since: Option<Day>,
    /// Published as typed.
    pub phone: Option<Text>,
    /// Published as typed.
    pub email: Option<Box<str>>,
    /// An illustrative manager of a real neighborhood.
    pub sample: bool,
}

/// A point of the earth, degrees in WGS 84.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Location {
    /// −90 to 90.
    pub lat: f64,
    /// −180 to 180.
    pub lon: f64,
}

/// A picture of `content/media/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// The path below `content/media/`.
    pub file: Box<str>,
    /// What it shows, for those who can't see it.
    pub alt: Option<Text>,
    /// Where it is named.
    pub at: Place,
}

/// محله
#[derive(Debug, Clone)]
pub struct Neighborhood {
    /// What every record has.
    pub record: Record,
    /// گونه, printed before the name with its ezafe.
    pub kind: Option<Text>,
    /// شهرستان
    pub county: Option<Text>,
    /// شهر
    pub city: Option<Text>,
    /// ناحیه
    pub district: Option<Text>,
    /// جایگاه
    pub stage: Option<RolloutStage>,
    /// آغاز
    pub since: Option<Day>,
    /// مدیر
    pub manager: Option<Manager>,
    /// جمعیت, persons
    pub population: Option<u64>,
    /// خانوار, households
    pub households: Option<u64>,
    /// موقعیت
    pub location: Option<Location>,
    /// مرز: a GeoJSON file below `content/neighborhoods/`.
    pub boundary: Option<Box<str>>,
    /// هدف‌ها
    pub goals: Vec<Text>,
    /// تصویر
    pub photo: Option<Photo>,
}

/// حوزه
#[derive(Debug, Clone)]
pub struct Domain {
    /// What every record has.
    pub record: Record,
    /// خلاصه
    pub summary: Option<Text>,
    /// The name of one of the theme's icons.
    pub icon: Option<Box<str>>,
    /// Lower comes first; those without one come last.
    pub order: Option<f64>,
}

/// نوع دستگاه
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AgencyKind {
    /// دستگاه اجرایی
    Executive,
    /// نهاد عمومی غیردولتی
    Public,
    /// شهرداری و دهیاری
    Municipal,
    /// نهاد مردمی
    Community,
    /// سازمان مردم‌نهاد
    Ngo,
    /// گروه جهادی و داوطلب
    Volunteer,
    /// سایر
    Other,
}

/// دستگاه
#[derive(Debug, Clone)]
pub struct Agency {
    /// What every record has.
    pub record: Record,
    /// نوع
    pub kind: Option<AgencyKind>,
    /// تماس
    pub contact: Option<Prose>,
    /// وبگاه
    pub url: Option<Box<str>>,
}

/// مسئله
#[derive(Debug, Clone)]
pub struct Problem {
    /// What every record has.
    pub record: Record,
    /// محله
    pub neighborhood: Idx<Neighborhood>,
    /// حوزه
    pub domain: Option<Idx<Domain>>,
    /// اولویت, from 1
    pub rank: Option<u64>,
    /// منبع
    pub source: Option<Text>,
    /// تاریخ ثبت (an event, F2)
    pub registered: Option<Day>,
    /// تاریخ حل (an event, F2)
    pub solved: Option<Day>,
}

/// وضعیت as written, before T decides what holds (F3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// برنامه‌ریزی‌شده
    Planned,
    /// در حال اجرا
    Active,
    /// متوقف
    Paused,
    /// پایان‌یافته
    Done,
    /// لغوشده
    Cancelled,
}

/// سنجه: by what an activity's progress is measured (F7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// مراحل
    Milestones,
    /// گزارش
    Reported,
    /// شاخص‌ها
    Indicators,
}

/// علت تغییر مهلت
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// اعتبار
    Funding,
    /// مجوز
    Permit,
    /// پیمانکار
    Contractor,
    /// آب‌وهوا
    Weather,
    /// نیروی انسانی
    Staffing,
    /// تغییر دامنه
    Scope,
    /// دیگر
    Other,
}

/// تغییر مهلت
#[derive(Debug, Clone)]
pub struct Reschedule {
    /// When it was decided.
    pub date: Day,
    /// The due from then on.
    pub due: Day,
    /// Why.
    pub reason: Reason,
    /// توضیح
    pub note: Option<Text>,
}

/// مرحله
#[derive(Debug, Clone)]
pub struct Milestone {
    /// Unique folded title within its activity is not required, but an update names it by the first that fits.
    pub title: Text,
    /// مهلت
    pub due: Option<Day>,
    /// The earliest day on which it was reported done, inline or by an update (F4).
    pub done: Option<Day>,
    /// Finite and above 0.
    pub weight: f64,
}

/// جهت
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// افزایش
    Up,
    /// کاهش
    Down,
}

/// A dated value of an indicator.
#[derive(Debug, Clone)]
pub struct IndicatorValue {
    /// تاریخ
    pub date: Day,
    /// مقدار, in the indicator's unit
    pub value: f64,
    /// منبع
    pub source: Option<Text>,
    /// توضیح
    pub note: Option<Text>,
}

/// شاخص
#[derive(Debug, Clone)]
pub struct Indicator {
    /// عنوان
    pub title: Text,
    /// واحد
    pub unit: Option<Text>,
    /// پایه
    pub baseline: Option<f64>,
    /// هدف
    pub target: Option<f64>,
    /// جهت
    pub direction: Option<Direction>,
    /// Inline values in the order of the file, then those of `updates/` by date, file path and place (F4).
    pub values: Vec<IndicatorValue>,
}

/// گزارش, inline or from `updates/`
#[derive(Debug, Clone)]
pub struct Update {
    /// Empty for an inline one.
    pub id: Box<str>,
    /// تاریخ
    pub date: Day,
    /// پیشرفت
    pub progress: Option<Percent>,
    /// A position in the activity's `milestones`.
    pub milestone: Option<usize>,
    /// A position in the activity's `indicators`; its value stands there.
    pub indicator: Option<usize>,
    /// متن
    pub text: Option<Prose>,
    /// گزارش‌دهنده
    pub by: Option<Text>,
    /// تصاویر
    pub photos: Vec<Photo>,
    /// An illustrative report.
    pub sample: bool,
    /// Where it stands.
    pub at: Place,
}

/// بودجه, rial
#[derive(Debug, Clone)]
pub struct Budget {
    /// مصوب
    pub planned: Option<u64>,
    /// هزینه‌کرد
    pub spent: Option<u64>,
    /// منبع
    pub source: Option<Text>,
}

/// بهره‌مندان, persons; small figures are masked when shown (F29)
#[derive(Debug, Clone)]
pub struct Beneficiaries {
    /// پیش‌بینی
    pub planned: Option<u64>,
    /// تحقق
    pub reached: Option<u64>,
    /// گروه
    pub group: Option<Text>,
}

/// What a piece of evidence is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EvidenceSource {
    /// A file below `content/media/`.
    File(Box<str>),
    /// An absolute http(s) address.
    Url(Box<str>),
}

/// مستند
#[derive(Debug, Clone)]
pub struct Evidence {
    /// عنوان
    pub title: Text,
    /// فایل or نشانی
    pub source: EvidenceSource,
    /// تاریخ (an event, F2)
    pub date: Option<Day>,
    /// Publish a photo as it was taken.
    pub original: bool,
    /// Where it stands.
    pub at: Place,
}

/// A decision by its meeting and its place there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DecisionRef {
    /// The meeting.
    pub meeting: Idx<Meeting>,
    /// The position in its `decisions`.
    pub position: usize,
}

/// A finding by its visit and its place there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FindingRef {
    /// The visit.
    pub visit: Idx<Visit>,
    /// The position in its `findings`.
    pub position: usize,
}

/// فعالیت
#[derive(Debug, Clone)]
pub struct Activity {
    /// What every record has.
    pub record: Record,
    /// At least one, without doubles, in the order of the file.
    pub neighborhoods: Vec<Idx<Neighborhood>>,
    /// حوزه
    pub domain: Idx<Domain>,
    /// مسئله
    pub problem: Option<Idx<Problem>>,
    /// خلاصه
    pub summary: Option<Text>,
    /// دستگاه مسئول
    pub lead: Option<Idx<Agency>>,
    /// مسئول
    pub responsible: Option<Text>,
    /// همکاران
    pub partners: Vec<Idx<Agency>>,
    /// وضعیت
    pub status: Option<Status>,
    /// وضعیت از
    pub status_since: Option<Day>,
    /// تاریخ ثبت
    pub registered: Option<Day>,
    /// شروع
    pub start: Option<Day>,
    /// The original due; the one in force is F10's.
    pub due: Option<Day>,
    /// پایان
    pub finished: Option<Day>,
    /// Finite and above 0.
    pub weight: f64,
    /// As written; the one in force is F7's.
    pub measure: Option<Measure>,
    /// In the order of the file.
    pub reschedules: Vec<Reschedule>,
    /// مراحل
    pub milestones: Vec<Milestone>,
    /// شاخص‌ها
    pub indicators: Vec<Indicator>,
    /// Inline ones in the order of the file, then those of `updates/` by date, file path and place (F4).
    pub updates: Vec<Update>,
    /// Findings on it, by the visit's date, file path and place (F4).
    pub findings: Vec<FindingRef>,
    /// بودجه
    pub budget: Option<Budget>,
    /// بهره‌مندان
    pub beneficiaries: Option<Beneficiaries>,
    /// پیش‌نیازها
    pub depends_on: Vec<Idx<Activity>>,
    /// All decisions that this activity carries out, whichever side wrote the link.
    pub decisions: Vec<DecisionRef>,
    /// الگو
    pub model: Option<Idx<SuccessModel>>,
    /// برچسب‌ها
    pub tags: Vec<Text>,
    /// مستندات
    pub evidence: Vec<Evidence>,
}

/// یافتهٔ بازدید
#[derive(Debug, Clone)]
pub struct Finding {
    /// فعالیت
    pub activity: Idx<Activity>,
    /// پیشرفت
    pub progress: Option<Percent>,
    /// یادداشت
    pub note: Option<Prose>,
    /// تصاویر
    pub photos: Vec<Photo>,
    /// Where it stands.
    pub at: Place,
}

/// بازدید
#[derive(Debug, Clone)]
pub struct Visit {
    /// What every record has.
    pub record: Record,
    /// تاریخ
    pub date: Day,
    /// محله
    pub neighborhood: Idx<Neighborhood>,
    /// بازدیدکننده
    pub by: Text,
    /// یافته‌ها
    pub findings: Vec<Finding>,
    /// اقدام لازم
    pub follow_up: Option<Prose>,
}

/// مصوبه
#[derive(Debug, Clone)]
pub struct Decision {
    /// Unique in its meeting.
    pub id: Box<str>,
    /// متن
    pub text: Text,
    /// دستگاه
    pub agency: Option<Idx<Agency>>,
    /// مهلت
    pub due: Option<Day>,
    /// انجام (an event, F2)
    pub done: Option<Day>,
    /// The activity that carries it out, whichever side wrote the link.
    pub activity: Option<Idx<Activity>>,
    /// Where it stands.
    pub at: Place,
}

/// جلسه
#[derive(Debug, Clone)]
pub struct Meeting {
    /// What every record has.
    pub record: Record,
    /// تاریخ
    pub date: Day,
    /// مکان
    pub place: Option<Text>,
    /// رئیس جلسه
    pub chair: Option<Text>,
    /// دستگاه‌ها
    pub agencies: Vec<Idx<Agency>>,
    /// مصوبات
    pub decisions: Vec<Decision>,
}

/// هزینه
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cost {
    /// کم
    Low,
    /// متوسط
    Medium,
    /// زیاد
    High,
}

/// به‌کارگیری
#[derive(Debug, Clone)]
pub struct Adoption {
    /// محل
    pub place: Text,
    /// تاریخ (an event, F2)
    pub date: Option<Day>,
    /// توضیح
    pub note: Option<Text>,
}

/// خاستگاه: written by `adopt`
#[derive(Debug, Clone)]
pub struct Origin {
    /// استان
    pub province: Option<Text>,
    /// نشانی
    pub url: Option<Box<str>>,
    /// تاریخ
    pub date: Option<Day>,
    /// اثر انگشت
    pub digest: Option<Box<str>>,
}

/// الگوی موفق
#[derive(Debug, Clone)]
pub struct SuccessModel {
    /// What every record has.
    pub record: Record,
    /// محله
    pub neighborhood: Option<Idx<Neighborhood>>,
    /// حوزه
    pub domain: Option<Idx<Domain>>,
    /// مسئله
    pub problem: Prose,
    /// راهکار
    pub approach: Prose,
    /// گام‌ها
    pub steps: Vec<Prose>,
    /// شرایط
    pub conditions: Vec<Prose>,
    /// هزینه
    pub cost: Option<Cost>,
    /// نتایج
    pub results: Vec<Idx<Activity>>,
    /// درس‌ها
    pub lessons: Vec<Prose>,
    /// تماس
    pub contact: Option<Prose>,
    /// مجوز
    pub license: Option<Text>,
    /// به‌کارگیری
    pub adoptions: Vec<Adoption>,
    /// خاستگاه
    pub origin: Option<Origin>,
}

/// صفحه
#[derive(Debug, Clone)]
pub struct Page {
    /// What every record has.
    pub record: Record,
    /// Lower comes first; those without one come last.
    pub order: Option<f64>,
    /// Listed in the menu.
    pub menu: bool,
}

/// An earlier edition, as `content/archive.yml` lists it.
#[derive(Debug, Clone)]
pub struct ArchiveEntry {
    /// تاریخ
    pub date: Day,
    /// The file's name.
    pub file: Box<str>,
    /// حجم, bytes
    pub bytes: Option<u64>,
    /// 64 hexadecimal digits, lower case.
    pub sha256: Box<str>,
    /// نشانی
    pub url: Option<Box<str>>,
}
