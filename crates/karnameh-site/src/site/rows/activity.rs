//! Activities as rows: of a table, of what needs attention, of deadlines, of who does what.

use serde::Serialize;

use crate::figures::activity;
use crate::model::{Activity, Idx};
use crate::persian::numbers::{decimal, integer, percent, points};
use crate::persian::text::list_and;
use crate::progress::{ActivityFigures, State};
use crate::site::attention::{Concern, ConcernKind};
use crate::site::charts::Bar;
use crate::site::view::{Attention, Dated, Link, Stamp};
use crate::site::{Site, Target, figures, links, stamp, words};

/// An activity as a row of a table.
#[derive(Debug, Clone, Serialize)]
pub(in crate::site) struct ActivityRow {
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
    /// «۱۱ روز تأخیر», in place of the state's word; empty for its own.
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
    /// By what the column of states is sorted, see [`state_order`].
    pub order: String,
}

/// A number that sorts by state in the declared order, and within a state by a measure between −500 and 498 (the
/// deviation, the days overdue); what is unknown comes last.
pub(in crate::site) fn state_order(state: State, measure: Option<f64>) -> String {
    let within = measure.map_or(999.0, |measure| (measure + 500.0).clamp(0.0, 998.0));
    format!("{:.3}", f64::from(state as u16) * 1000.0 + within)
}

/// Who does what of an activity, as a row of the table of responsibilities.
#[derive(Debug, Clone, Serialize)]
pub(in crate::site) struct DutyRow {
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

/// «محلهٔ شیخ‌آباد», «محله‌های شیخ‌آباد و پردیسان»
pub(in crate::site) fn place(site: &Site<'_>, activity: &Activity) -> String {
    match activity.neighborhoods.as_slice() {
        [one] => words::full_name(&site.dataset[*one]),
        many => {
            let names: Vec<_> = many.iter().map(|&idx| site.dataset[idx].record.title.shown()).collect();
            list_and(&names)
        }
    }
}

/// «محلهٔ شیخ‌آباد، بهداشت · مرکز بهداشت شهرستان»
pub(in crate::site) fn meta(site: &Site<'_>, activity: &Activity) -> String {
    let mut meta = format!("{}، {}", place(site, activity), site.dataset[activity.domain].record.title);
    if let Some(lead) = activity.lead {
        meta.push_str(" · ");
        meta.push_str(&site.dataset[lead].record.title.shown());
    }
    meta
}

/// An activity as a row.
pub(in crate::site) fn activity_row(site: &Site<'_>, idx: Idx<Activity>) -> ActivityRow {
    let activity = &site.dataset[idx];
    let of = &site.figures[idx];
    let deviation = of.actual.zip(of.planned).map(|(actual, planned)| actual - planned);
    ActivityRow {
        activity: links::activity(site, idx),
        sample: activity.record.sample,
        neighborhoods: activity.neighborhoods.iter().map(|&at| links::neighborhood(site, at)).collect(),
        domain: links::domain(site, activity.domain),
        lead: activity.lead.map(|lead| links::agency(site, lead)),
        state: of.state.key().to_owned(),
        word: state_measure(of),
        bar: figures::activity_bar(site, idx),
        actual: words::progress(of.actual),
        planned: of.planned.map_or_else(|| words::NOTHING.to_owned(), percent),
        deviation: figures::deviation_text(deviation),
        due: of.due.map(stamp::short),
        order: state_order(of.state, deviation),
    }
}

/// Who does what of an activity.
pub(in crate::site) fn duty_row(site: &Site<'_>, idx: Idx<Activity>) -> DutyRow {
    let activity = &site.dataset[idx];
    let partners: Vec<_> =
        activity.partners.iter().map(|&at| site.dataset[at].record.title.shown()).collect();
    DutyRow {
        activity: links::activity(site, idx),
        lead: activity.lead.map(|lead| links::agency(site, lead)),
        responsible: activity.responsible.as_ref().map(ToString::to_string),
        partners: partners.join("، "),
        due: site.figures[idx].due.map(stamp::short),
    }
}

/// A row of what needs attention.
pub(in crate::site) fn attention_row(site: &Site<'_>, concern: &Concern) -> Attention {
    let activity = &site.dataset[concern.activity];
    let days = |size: f64| format!("{} روز", decimal(size, 0));
    let units = |size: f64| format!("{} واحد", points(size));
    let measure = |to_text: &dyn Fn(f64) -> String| concern.size.map(to_text).unwrap_or_default();
    let (state, word, measure) = match concern.reason {
        ConcernKind::Overdue => (State::Overdue, "", measure(&days)),
        ConcernKind::Behind => (State::Behind, "", measure(&units)),
        ConcernKind::Unreported => {
            (State::Unreported, "", measure(&|size| format!("{} از آغاز", days(size))))
        }
        ConcernKind::Gap => (State::Behind, "گزارش با یافتهٔ بازدید همخوان نیست", measure(&units)),
        ConcernKind::Stale => (State::Unreported, activity::STALE.caption, measure(&days)),
    };
    Attention {
        state: state.key().to_owned(),
        word: word.to_owned(),
        title: activity.record.title.to_string(),
        href: site.href(Target::Activity(concern.activity)),
        meta: meta(site, activity),
        measure,
        sample: activity.record.sample,
    }
}

/// A coming deadline.
pub(in crate::site) fn deadline_row(site: &Site<'_>, idx: Idx<Activity>) -> Dated {
    let activity = &site.dataset[idx];
    let of = &site.figures[idx];
    let due = of.due.expect("deadlines list only activities with a due");
    let report = site.figures.day;
    Dated {
        at: stamp::mark(due, report),
        title: activity.record.title.to_string(),
        href: site.href(Target::Activity(idx)),
        meta: vec![
            meta(site, activity),
            match of.actual {
                Some(actual) => format!("پیشرفت {}، {}", percent(actual), words::distance(due, report)),
                None => format!("بدون گزارش، {}", words::distance(due, report)),
            },
        ],
        sample: activity.record.sample,
        ..Dated::default()
    }
}

/// «۱۱ روز تأخیر», «۳۰ واحد عقب‌تر»; empty where the state says it all.
fn state_measure(of: &ActivityFigures) -> String {
    match (of.state, of.actual, of.planned) {
        (State::Overdue, ..) => format!("{} روز تأخیر", integer(of.days_overdue)),
        (State::Behind, Some(actual), Some(planned)) => format!("{} واحد عقب‌تر", points(planned - actual)),
        (State::Ahead, Some(actual), Some(planned)) => format!("{} واحد جلوتر", points(actual - planned)),
        _ => String::new(),
    }
}
