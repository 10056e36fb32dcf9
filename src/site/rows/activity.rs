//! Activities as rows: of a table, of what needs attention, of deadlines, of who does what.

use serde::Serialize;

use crate::figures::activity;
use crate::model::{Activity, Idx};
use crate::persian::numbers::{decimal, integer, percent, points};
use crate::persian::text::list_and;
use crate::progress::{ActivityFigures, State};

use crate::site::Site;
use crate::site::Target;
use crate::site::attention::{Concern, Reason};
use crate::site::charts::Bar;
use crate::site::figures;
use crate::site::stamp;
use crate::site::view::{Attention, Dated, Link, Stamp};
use crate::site::words;

/// An activity as a row of a table.
#[derive(Debug, Clone, Serialize)]
pub struct ActivityRow {
    /// The activity.
    pub activity: Link,
    /// It is illustrative.
    pub sample: bool,
    /// Its neighborhoods.
    pub neighborhoods: Vec<Link>,
    /// Its domain.
    pub domain: Link,
    /// Its lead agency.
    pub lead: Option<Link>,
    /// The state's key.
    pub state: String,
    /// «۱۱ روز دیرکرد», in place of the state's word; empty for its own.
    pub word: String,
    /// Its bar.
    pub bar: Bar,
    /// «۷۲٪», «؟»
    pub actual: String,
    /// «۸۵٪», «—»
    pub planned: String,
    /// «−۱۳», «—»
    pub deviation: String,
    /// The due in force.
    pub due: Option<Stamp>,
}

/// Who does what of an activity, as a row of the table of responsibilities.
#[derive(Debug, Clone, Serialize)]
pub struct DutyRow {
    /// The activity.
    pub activity: Link,
    /// Its lead agency; absent is told as «تعیین نشده».
    pub lead: Option<Link>,
    /// The responsible role or person.
    pub responsible: Option<String>,
    /// «شهرداری قم، هیئت امنا»; empty for none.
    pub partners: String,
    /// The due in force.
    pub due: Option<Stamp>,
}

impl Site<'_> {
    /// «محلهٔ شیخ‌آباد», «محله‌های شیخ‌آباد و پردیسان»
    pub(in crate::site) fn place_of(&self, activity: &Activity) -> String {
        match activity.neighborhoods.as_slice() {
            [one] => words::full_name(&self.dataset[*one]),
            many => {
                let names: Vec<_> = many.iter().map(|&idx| self.dataset[idx].record.title.shown()).collect();
                list_and(&names)
            }
        }
    }

    /// «محلهٔ شیخ‌آباد، بهداشت · مرکز بهداشت شهرستان»
    pub(in crate::site) fn meta_of(&self, activity: &Activity) -> String {
        let mut meta = format!("{}، {}", self.place_of(activity), self.dataset[activity.domain].record.title);
        if let Some(lead) = activity.lead {
            meta.push_str(" · ");
            meta.push_str(&self.dataset[lead].record.title.shown());
        }
        meta
    }

    /// An activity as a row.
    pub(in crate::site) fn activity_row(&self, idx: Idx<Activity>) -> ActivityRow {
        let activity = &self.dataset[idx];
        let of = &self.figures[idx];
        let deviation = of.actual.zip(of.planned).map(|(actual, planned)| actual - planned);
        ActivityRow {
            activity: self.activity_link(idx),
            sample: activity.record.sample,
            neighborhoods: activity.neighborhoods.iter().map(|&at| self.neighborhood_link(at)).collect(),
            domain: self.domain_link(activity.domain),
            lead: activity.lead.map(|lead| self.agency_link(lead)),
            state: of.state.key().to_owned(),
            word: state_measure(of),
            bar: self.activity_bar(idx),
            actual: words::progress(of.actual),
            planned: of.planned.map_or_else(|| words::NOTHING.to_owned(), percent),
            deviation: figures::deviation_text(deviation),
            due: of.due.map(stamp::short),
        }
    }

    /// Who does what of an activity.
    pub(in crate::site) fn duty_row(&self, idx: Idx<Activity>) -> DutyRow {
        let activity = &self.dataset[idx];
        let partners: Vec<_> =
            activity.partners.iter().map(|&at| self.dataset[at].record.title.shown()).collect();
        DutyRow {
            activity: self.activity_link(idx),
            lead: activity.lead.map(|lead| self.agency_link(lead)),
            responsible: activity.responsible.as_ref().map(ToString::to_string),
            partners: partners.join("، "),
            due: self.figures[idx].due.map(stamp::short),
        }
    }

    /// A row of what needs attention.
    pub(in crate::site) fn attention_row(&self, concern: &Concern) -> Attention {
        let activity = &self.dataset[concern.activity];
        let days = |size: f64| format!("{} روز", decimal(size, 0));
        let units = |size: f64| format!("{} واحد", points(size));
        let measure = |to_text: &dyn Fn(f64) -> String| concern.size.map(to_text).unwrap_or_default();
        let (state, word, measure) = match concern.reason {
            Reason::Overdue => (State::Overdue, "", measure(&days)),
            Reason::Behind => (State::Behind, "", measure(&units)),
            Reason::Unreported => (State::Unreported, "", measure(&|size| format!("{} از آغاز", days(size)))),
            Reason::Gap => (State::Behind, "گزارش و بازدید یکی نیست", measure(&units)),
            Reason::Stale => (State::Unreported, activity::STALE.caption, measure(&days)),
        };
        Attention {
            state: state.key().to_owned(),
            word: word.to_owned(),
            title: activity.record.title.to_string(),
            href: self.href(Target::Activity(concern.activity)),
            meta: self.meta_of(activity),
            measure,
            sample: activity.record.sample,
        }
    }

    /// A coming deadline.
    pub(in crate::site) fn deadline_row(&self, idx: Idx<Activity>) -> Dated {
        let activity = &self.dataset[idx];
        let of = &self.figures[idx];
        let due = of.due.expect("deadlines list only activities with a due");
        let report = self.figures.day;
        Dated {
            at: stamp::mark(due, report),
            title: activity.record.title.to_string(),
            href: self.href(Target::Activity(idx)),
            meta: vec![
                self.meta_of(activity),
                match of.actual {
                    Some(actual) => format!("پیشرفت {}، {}", percent(actual), words::distance(due, report)),
                    None => format!("بدون گزارش، {}", words::distance(due, report)),
                },
            ],
            sample: activity.record.sample,
            ..Dated::default()
        }
    }
}

/// «۱۱ روز دیرکرد», «۳۰ واحد عقب‌تر»; empty where the state says it all.
fn state_measure(of: &ActivityFigures) -> String {
    match (of.state, of.actual, of.planned) {
        (State::Overdue, ..) => format!("{} روز دیرکرد", integer(of.days_overdue.into())),
        (State::Behind, Some(actual), Some(planned)) => format!("{} واحد عقب‌تر", points(planned - actual)),
        (State::Ahead, Some(actual), Some(planned)) => format!("{} واحد جلوتر", points(actual - planned)),
        _ => String::new(),
    }
}
