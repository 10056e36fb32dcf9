//! `content/meetings/`: reviews and their decisions.

use karnameh_derive::{Fields, Record};

use super::{Activity, Agency, Idx};
use crate::diag::{Place, Placed};
use crate::fields::{At, Datum, FieldValue, Head, Kind, Moves, Path, Reading, Resolver, Value};
use crate::persian::Day;
use crate::persian::text::Text;

/// Reviews and their decisions.
#[derive(Debug, Clone, Record)]
#[record(
    kind = Meeting,
    dated_title = "جلسهٔ",
    cut = Self::cut_plan
)]
pub struct Meeting {
    /// The meeting's name; «جلسه» and its date where absent.
    #[title(fa = "نام جلسه؛ اگر نباشد «جلسه» و تاریخ آن.", example = "نشست بررسی پیشرفت طرح محله‌محوری")]
    pub record: Head,
    /// The day of the meeting.
    #[field("date", "تاریخ", plan, also = ["تاریخ جلسه"], fa = "روز جلسه.", example = "۱۴۰۴/۰۷/۲۶")]
    pub date: Day,
    /// Where it was held.
    #[field("place", "مکان", also = ["محل", "محل برگزاری"], fa = "جای برگزاری.", example = "استانداری قم")]
    pub place: Option<Text>,
    /// Who chaired it.
    #[field("chair", "رئیس جلسه", fa = "سمت یا نام رئیس جلسه.", example = "استاندار قم")]
    pub chair: Option<Text>,
    /// The agencies that attended.
    #[field(
        "agencies",
        "دستگاه‌ها",
        fa = "دستگاه‌های حاضر.",
        example = "[آموزش و پرورش استان قم, شهرداری قم]"
    )]
    pub agencies: Vec<Idx<Agency>>,
    /// What was decided.
    #[field("decisions", "مصوبات", also = ["مصوبه‌ها"], fa = "مصوبه‌های جلسه.")]
    pub decisions: Vec<Decision>,
}

impl Meeting {
    /// Of a meeting to come, only title, date and place exist (F2).
    fn cut_plan(&mut self, day: Day) {
        let Self { record, date, place: _, chair, agencies, decisions } = self;
        if *date > day {
            record.body = None;
            *chair = None;
            *agencies = Vec::new();
            *decisions = Vec::new();
        }
    }
}

/// What a meeting decided.
#[derive(Debug, Clone, Fields)]
pub struct Decision {
    /// Its id, unique in its meeting.
    #[field("id", "شناسه", kind = Kind::Id, fa = "شناسهٔ مصوبه، یکتا در همان جلسه.", example = "d1")]
    pub id: Box<str>,
    /// What was decided.
    #[field("text", "متن", fa = "متن مصوبه.", example = "تجهیز کتابخانهٔ شیخ‌آباد تا پایان سال")]
    pub text: Text,
    /// The agency that carries it out.
    #[field("agency", "دستگاه", also = ["دستگاه مسئول", "متولی", "مجری"], fa = "دستگاه مسئول اجرا.", example = "آموزش و پرورش استان قم")]
    pub agency: Option<Idx<Agency>>,
    /// Its due date.
    #[field("due", "مهلت", plan, also = ["مهلت اجرا", "موعد", "سررسید"], fa = "مهلت اجرا.", example = "۱۴۰۴/۱۲/۲۹")]
    pub due: Option<Day>,
    /// The day it was carried out.
    #[field("done", "انجام", event, also = ["تاریخ انجام", "انجام‌شده"], fa = "روزی که مصوبه اجرا شد.", example = "۱۴۰۴/۱۱/۱۵")]
    pub done: Option<Day>,
    /// The activity that carries it out.
    #[field(
        "activity",
        "فعالیت",
        key = Activity,
        fa = "فعالیتی که مصوبه با آن اجرا می‌شود.",
        example = "تجهیز کتابخانهٔ محله"
    )]
    pub named: Option<Placed<Idx<Activity>>>,
    /// The activity that carries it out, whichever side wrote the link.
    #[joined]
    pub activity: Option<Idx<Activity>>,
    /// Where it begins.
    #[place]
    pub at: Place,
}

/// A decision as an activity names it, as `meeting/decision`.
#[derive(Debug, Clone)]
pub struct DecisionName {
    /// The meeting.
    pub meeting: Idx<Meeting>,
    /// The id of the decision in it.
    pub decision: Box<str>,
    /// Where it is named.
    pub at: Place,
}

impl FieldValue for DecisionName {
    const KIND: Kind = Kind::DecisionRef;

    fn from_value(value: Value, at: &At<'_>, reading: &mut Reading<'_>) -> Option<Self> {
        let Value::Decision(named) = value else { return None };
        let meeting = Idx::named(reading.keep(named.meeting, at.span));
        Some(Self { meeting, decision: named.decision.into(), at: at.place(reading.file) })
    }

    fn resolve(&mut self, path: &Path<'_>, resolver: &mut dyn Resolver) -> bool {
        self.meeting.resolve(path, resolver)
    }

    fn follow(&mut self, moves: &dyn Moves) -> bool {
        self.meeting.follow(moves)
    }

    fn datum(&self) -> Datum<'_> {
        Datum::from(&*self.decision)
    }
}
