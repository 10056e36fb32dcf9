//! What is to come: deadlines of activities, milestones and decisions, and meetings, for calendars.

use crate::model::{Activity, DecisionRef, Idx, Meeting};
use crate::persian::Day;
use crate::progress::{ActivityFigures, State};
use crate::site::rows;

use super::{Site, Target};

/// What a calendar of the site says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agenda {
    /// The site's title.
    pub title: String,
    /// The province: what its dates are called must differ from those of another's.
    pub province: String,
    /// The absolute address of the site's root, without a slash at its end; `None` where none is set.
    pub url: Option<String>,
    /// The report's day.
    pub day: Day,
    /// By day, then by key.
    pub appointments: Vec<Appointment>,
}

/// Something that is due on a day, or takes place on it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Appointment {
    /// The day.
    pub day: Day,
    /// What it is and stays called («activities/library/due»).
    pub key: String,
    /// «مهلت», «مرحله», «مصوبه», «جلسه»
    pub word: String,
    /// The record's title, as pages show it.
    pub title: String,
    /// Where and whose.
    pub text: String,
    /// Its place; empty for none.
    pub place: String,
    /// Its page, from the site's root.
    pub href: String,
    /// It is illustrative.
    pub sample: bool,
}

/// What is to come, and what is past its due and still owed.
pub fn agenda(site: &Site<'_>) -> Agenda {
    let mut appointments = Vec::new();
    for (at, of) in site.figures.by_activity() {
        add_activity(site, at, of, &mut appointments);
    }
    appointments.extend(site.lists.decisions.iter().filter_map(|&of| decision_appointment(site, of)));
    appointments.extend(site.relations.coming.iter().map(|&at| meeting_appointment(site, at)));
    appointments.sort_unstable();
    Agenda {
        title: site.config.identity.title.to_string(),
        province: site.config.identity.province.typed().to_owned(),
        url: site.config.publication.url.as_ref().map(|url| url.trim_end_matches('/').to_owned()),
        day: site.figures.day,
        appointments,
    }
}

/// The deadline of an activity that is still to be finished, and those of its milestones from T on.
fn add_activity(site: &Site<'_>, at: Idx<Activity>, of: &ActivityFigures, list: &mut Vec<Appointment>) {
    let activity = &site.dataset[at];
    let day = site.figures.day;
    let appointment = |word: &str, day: Day, key: &str, title: String| Appointment {
        day,
        key: format!("activities/{}/{key}", activity.record.id),
        word: word.to_owned(),
        title,
        text: rows::meta(site, activity),
        place: String::new(),
        href: site.href(Target::Activity(at)),
        sample: activity.record.sample,
    };
    if matches!(of.state, State::Done | State::Cancelled) {
        return;
    }
    let due = of.due.filter(|&due| due >= day || of.state == State::Overdue);
    list.extend(due.map(|due| appointment("مهلت", due, "due", activity.record.title.to_string())));
    if of.state == State::Paused {
        return;
    }
    for (place, milestone) in activity.milestones.iter().enumerate() {
        if let Some(due) = milestone.due.filter(|&due| due >= day && milestone.done.is_none()) {
            let title = format!("{}، {}", milestone.title, activity.record.title);
            list.push(appointment("مرحله", due, &format!("milestones/{}", place + 1), title));
        }
    }
}

/// A decision that is not done yet.
fn decision_appointment(site: &Site<'_>, of: DecisionRef) -> Option<Appointment> {
    let (meeting, decision) = (&site.dataset[of.meeting], &site.dataset[of]);
    let day = decision.due.filter(|_| decision.done.is_none())?;
    let mut text = vec![meeting.record.title.to_string()];
    text.extend(decision.agency.map(|at| site.dataset[at].record.title.to_string()));
    Some(Appointment {
        day,
        key: format!("meetings/{}/{}", meeting.record.id, decision.id),
        word: "مصوبه".to_owned(),
        title: decision.text.to_string(),
        text: text.join("؛ "),
        place: String::new(),
        href: site.addresses.decision(of),
        sample: meeting.record.sample,
    })
}

/// A meeting after T: its title, day and place (F2).
fn meeting_appointment(site: &Site<'_>, at: Idx<Meeting>) -> Appointment {
    let meeting = &site.dataset[at];
    Appointment {
        day: meeting.date,
        key: format!("meetings/{}", meeting.record.id),
        word: site.config.terms.meeting.one.to_string(),
        title: meeting.record.title.to_string(),
        text: String::new(),
        place: meeting.place.as_ref().map(ToString::to_string).unwrap_or_default(),
        href: site.href(Target::Meeting(at)),
        sample: meeting.record.sample,
    }
}
