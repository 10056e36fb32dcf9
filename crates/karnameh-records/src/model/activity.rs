//! `content/activities/`: the heart of the records. What stands inside an activity is in [`parts`](super::parts).

use karnameh_derive::{Choice, Record};

use super::parts::{Beneficiaries, Budget, Evidence, Handover, Indicator, Milestone, Reschedule, Update};
use super::{
    Agency, DecisionName, DecisionRef, Domain, FindingRef, Idx, Neighborhood, Problem, SuccessModel,
};
use crate::fields::{Head, Kind, Range, Reading, Row};
use crate::persian::Day;
use crate::persian::text::Text;

/// How an activity stands by its record, before the day of the report decides what holds (F3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Choice)]
pub enum Status {
    #[choice("planned", "برنامه‌ریزی‌شده")]
    Planned,
    #[choice("active", "در حال اجرا")]
    Active,
    #[choice("paused", "متوقف")]
    Paused,
    #[choice("done", "پایان‌یافته")]
    Done,
    #[choice("cancelled", "لغوشده")]
    Cancelled,
}

/// By what the progress of an activity is measured (F7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Choice)]
pub enum Measure {
    #[choice("milestones", "مراحل")]
    Milestones,
    #[choice("reported", "گزارش")]
    Reported,
    #[choice("indicators", "شاخص‌ها")]
    Indicators,
}

/// What the whole record of an activity decides on every day, also by what is later than that day (F6, F7).
///
/// [`Dataset::cut`](super::Dataset::cut) takes it down before it drops what is later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WholeRecord {
    /// The measure in force (F7); `None` if the record has nothing to measure by.
    pub measure: Option<Measure>,
    /// The record has a `finished`, be it later: then a status `done` alone doesn't complete the activity (F6).
    pub has_finished: bool,
}

/// What is done, by whom, by when, and how far it has come.
#[derive(Debug, Clone, Record)]
#[record(kind = Activity, finish = Self::mark_reports, cut = Self::cut_later)]
pub struct Activity {
    /// The activity's name.
    #[title(required, also = ["نام", "نام فعالیت", "عنوان فعالیت", "name"], fa = "نام فعالیت.", example = "تجهیز کتابخانهٔ محله")]
    pub record: Head,
    /// The neighborhood or neighborhoods where the work is done.
    #[field(
        "neighborhood",
        "محله",
        required,
        also = ["محله‌ها", "محلات", "نام محله", "neighborhoods"],
        key = Neighborhood,
        fa = "محله یا محله‌هایی که فعالیت در آن‌ها انجام می‌شود.",
        example = "شیخ‌آباد"
    )]
    pub neighborhoods: Vec<Idx<Neighborhood>>,
    /// The domain that it belongs to.
    #[field("domain", "حوزه", also = ["نام حوزه", "حوزهٔ فعالیت"], fa = "حوزه‌ای که فعالیت به آن برمی‌گردد.", example = "آموزش")]
    pub domain: Idx<Domain>,
    /// The problem that it is meant to solve.
    #[field("problem", "مسئله", fa = "مسئله‌ای که فعالیت برای حل آن است.", example = "no-study-space")]
    pub problem: Option<Idx<Problem>>,
    /// One or two sentences about the work.
    #[field(
        "summary",
        "خلاصه",
        also = ["خلاصهٔ فعالیت", "شرح مختصر", "چکیده"],
        fa = "یک یا دو جمله دربارهٔ آنچه انجام می‌شود.",
        example = "تجهیز ساختمان سرای محله برای مطالعهٔ دانش‌آموزان"
    )]
    pub summary: Option<Text>,
    /// The agency responsible for it; after a handover still the first one.
    #[field(
        "lead",
        "دستگاه مسئول",
        also = ["دستگاه", "مجری", "متولی", "دستگاه مجری", "دستگاه متولی", "دستگاه اجرایی", "agency"],
        key = Lead,
        fa = "دستگاهی که پاسخ‌گوی فعالیت است؛ پس از تغییر دستگاه هم همان نخستین.",
        example = "آموزش و پرورش استان قم"
    )]
    pub first_lead: Option<Idx<Agency>>,
    /// The agency that leads on the day of the cut (F30); empty before the cut.
    #[joined]
    pub lead: Option<Idx<Agency>>,
    /// The role or person in that agency who is responsible.
    #[field(
        "responsible",
        "مسئول",
        also = ["فرد مسئول", "مسئول پیگیری", "مسئول اجرا"],
        fa = "سمت یا نام کسی که در آن دستگاه پیگیر فعالیت است.",
        example = "معاون آموزش ابتدایی"
    )]
    pub responsible: Option<Text>,
    /// The agencies that contribute.
    #[field("partners", "همکاران", also = ["همکار", "دستگاه همکار", "دستگاه‌های همکار"], fa = "دستگاه‌های همکار.", example = "[شهرداری قم, بسیج محله]")]
    pub partners: Vec<Idx<Agency>>,
    /// Its status, if the dates don't show it.
    #[field("status", "وضعیت", also = ["وضعیت فعالیت", "وضعیت اجرا"], fa = "وضعیت فعالیت، اگر از تاریخ‌ها برنمی‌آید.", example = "در حال اجرا")]
    pub status: Option<Status>,
    /// The day from which the status applies.
    #[field("status_since", "وضعیت از", also = ["تاریخ وضعیت"], fa = "روزی که وضعیت از آن روز برقرار است.", example = "۱۴۰۴/۰۶/۰۱")]
    pub status_since: Option<Day>,
    /// The day it was registered.
    #[field("registered", "تاریخ ثبت", existence, fa = "روزی که فعالیت ثبت شد.", example = "۱۴۰۴/۰۴/۱۰")]
    pub registered: Option<Day>,
    /// The planned first day.
    #[field("start", "شروع", plan, also = ["آغاز", "تاریخ شروع", "تاریخ آغاز", "start date"], fa = "روز شروع، برابر برنامه.", example = "۱۴۰۴/۰۵/۰۱")]
    pub start: Option<Day>,
    /// The day by the end of which it should be finished.
    #[field(
        "due",
        "مهلت",
        plan,
        also = ["مهلت نخست", "مهلت اجرا", "مهلت انجام", "موعد", "سررسید", "تاریخ سررسید", "due date", "deadline"],
        fa = "روزی که فعالیت باید تا پایان آن انجام شده باشد.",
        example = "۱۴۰۴/۱۲/۲۹"
    )]
    pub due: Option<Day>,
    /// The day it was finished.
    #[field("finished", "پایان", event, also = ["پایان واقعی", "تاریخ پایان واقعی", "تاریخ اتمام", "تاریخ خاتمه"], fa = "روزی که فعالیت به پایان رسید.", example = "۱۴۰۴/۱۱/۱۵")]
    pub finished: Option<Day>,
    /// Its weight in averages; by default 1.
    #[field(
        "weight",
        "وزن",
        kind = Kind::Number(Range::POSITIVE),
        default = 1.0,
        fa = "سهم فعالیت در میانگین‌ها؛ اگر نباشد ۱.",
        example = "2"
    )]
    pub weight: f64,
    /// What its progress is measured by.
    #[field("measure", "سنجه", fa = "پیشرفت با چه سنجیده می‌شود: مراحل، گزارش یا شاخص‌ها.", example = "مراحل")]
    pub measure: Option<Measure>,
    /// Every change of the due date, with its reason; `due` itself stays as it was.
    #[field(
        "reschedules",
        "تغییرات مهلت",
        also = ["تغییرهای مهلت"],
        fa = "هر بار که مهلت جابه‌جا شد، با علت آن؛ خود «مهلت» دست نمی‌خورد."
    )]
    pub reschedules: Vec<Reschedule>,
    /// Every handover to another agency; `lead` itself stays as it was.
    #[field(
        "handovers",
        "تغییرات دستگاه",
        fa = "هر بار که دستگاه دیگری مسئول شد، با تاریخ آن؛ خود «دستگاه مسئول» دست نمی‌خورد."
    )]
    pub handovers: Vec<Handover>,
    /// Its milestones, in order.
    #[field("milestones", "مراحل", also = ["مرحله‌ها", "مراحل اجرا", "مراحل انجام"], fa = "مرحله‌های فعالیت، به ترتیب.")]
    pub milestones: Vec<Milestone>,
    /// What its results are measured by.
    #[field("indicators", "شاخص‌ها", also = ["شاخص"], fa = "شاخص‌هایی که نتیجه را نشان می‌دهند.")]
    pub indicators: Vec<Indicator>,
    /// Reports of progress, unless they are kept under updates.
    #[field("updates", "گزارش‌ها", also = ["گزارش‌های پیشرفت"], fa = "گزارش‌های پیشرفت، اگر در پوشهٔ updates نوشته نمی‌شوند.")]
    pub updates: Vec<Update>,
    /// Findings on it, by the visit's date, file path and place (F4).
    #[joined]
    pub findings: Vec<FindingRef>,
    /// Its budget in rials; never required.
    #[field("budget", "بودجه", also = ["اعتبار"], fa = "بودجهٔ فعالیت به ریال؛ هرگز لازم نیست.")]
    pub budget: Option<Budget>,
    /// The people that it serves.
    #[field("beneficiaries", "بهره‌مندان", fa = "کسانی که از فعالیت بهره می‌برند.")]
    pub beneficiaries: Option<Beneficiaries>,
    /// The activities that must be finished before it.
    #[field(
        "depends_on",
        "پیش‌نیازها",
        fa = "فعالیت‌هایی که پیش از این باید انجام شوند.",
        example = "[repair-hall]"
    )]
    pub depends_on: Vec<Idx<Activity>>,
    /// The decision that it carries out, as meeting/decision.
    #[field(
        "decision",
        "مصوبه",
        fa = "مصوبه‌ای که فعالیت از آن برآمد، به صورت جلسه/مصوبه.",
        example = "review-1404-07/d2"
    )]
    pub decision: Option<DecisionName>,
    /// All decisions that this activity carries out, whichever side wrote the link.
    #[joined]
    pub decisions: Vec<DecisionRef>,
    /// The success model that it follows.
    #[field(
        "model",
        "الگو",
        fa = "الگوی موفقی که فعالیت از روی آن اجرا می‌شود.",
        example = "neighborhood-library"
    )]
    pub model: Option<Idx<SuccessModel>>,
    /// Words to find it by in the search.
    #[field("tags", "برچسب‌ها", kind = Kind::List(&Kind::Tag), also = ["برچسب", "کلیدواژه‌ها"], fa = "برچسب‌هایی برای جست‌وجو.", example = "[کتاب, نوجوانان]")]
    pub tags: Vec<Text>,
    /// Documents, photos and links that show the work.
    #[field("evidence", "مستندات", also = ["مستندها", "پیوست‌ها"], fa = "سند و تصویر و پیوندی که کار را نشان می‌دهد.")]
    pub evidence: Vec<Evidence>,
    /// Empty before the cut.
    #[joined]
    pub whole_record: WholeRecord,
}

impl Activity {
    /// Drops what its fields alone don't say: a status before it holds (F3), handovers and what became known later.
    fn cut_later(&mut self, day: Day) {
        // Fields are cut already, so that no handover is later.
        self.lead = self.last_lead();
        if self.status_since.is_some_and(|since| since > day) {
            (self.status, self.status_since) = (None, None);
        }
        for milestone in &mut self.milestones {
            milestone.cut_reports(day);
        }
        for indicator in &mut self.indicators {
            indicator.values.retain(|value| value.occurrence().known <= day);
        }
    }

    /// A report inside an activity is illustrative if the activity is.
    fn mark_reports(&mut self, _: &Row<ActivityKey>, _: &mut Reading<'_>) {
        for update in &mut self.updates {
            update.sample = self.record.sample;
        }
    }
}
