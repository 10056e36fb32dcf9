//! A decision as a row of a follow-up table.

use serde::Serialize;

use crate::model::DecisionRef;
use crate::persian::numbers::integer;
use crate::progress::{DecisionState, State};
use crate::site::address::anchor;
use crate::site::rows::activity::state_order;
use crate::site::view::{Link, Stamp};
use crate::site::{Site, Target, links, stamp};

/// A decision and how it stands at T (F25).
#[derive(Debug, Clone, Serialize)]
pub(in crate::site) struct DecisionRow {
    /// The anchor of the row on its meeting's page.
    pub id: String,
    /// What was decided, and where it is told.
    pub decision: Link,
    /// The meeting, by its day.
    pub meeting: Link,
    /// The meeting's day.
    pub held: Stamp,
    /// Who is to do it.
    pub agency: Option<Link>,
    /// By when.
    pub due: Option<Stamp>,
    /// When it was done.
    pub done: Option<Stamp>,
    /// The activity that carries it out.
    pub activity: Option<Link>,
    /// The key of the state whose sign it bears.
    pub state: String,
    /// «۱۱ روز تأخیر», «باز، در مهلت», «انجام‌شده در مهلت»
    pub word: String,
    /// How many days after its due it was done, or is not yet; empty for none.
    pub late: String,
    /// By what the column of states is sorted.
    pub order: String,
    /// Its meeting is illustrative.
    pub sample: bool,
}

/// A decision as a row.
pub(in crate::site) fn decision_row(site: &Site<'_>, of: DecisionRef) -> DecisionRow {
    let meeting = &site.dataset[of.meeting];
    let decision = &site.dataset[of];
    let day = site.figures.day;
    let (state, word) = match (decision.done, decision.due) {
        (Some(done), Some(due)) if done <= due => {
            (State::Done, format!("{} در مهلت", DecisionState::Done.fa()))
        }
        (Some(done), Some(due)) => {
            (State::Done, format!("{} با {} روز تأخیر", DecisionState::Done.fa(), integer(done.since(due))))
        }
        (Some(_), None) => (State::Done, DecisionState::Done.fa().to_owned()),
        (None, Some(due)) if due < day => (State::Overdue, format!("{} روز تأخیر", integer(day.since(due)))),
        (None, Some(_)) => (State::OnTrack, format!("{}، در مهلت", DecisionState::Open.fa())),
        (None, None) => (State::NotStarted, format!("{}، بدون مهلت", DecisionState::Open.fa())),
    };
    let overdue = decision.due.map(|due| decision.done.unwrap_or(day).since(due));
    DecisionRow {
        id: anchor(&decision.id),
        decision: Link { text: decision.text.to_string(), href: site.addresses.decision(of) },
        meeting: Link {
            text: meeting.record.title.to_string(),
            href: site.href(Target::Meeting(of.meeting)),
        },
        held: stamp::short(meeting.date),
        agency: decision.agency.map(|agency| links::agency(site, agency)),
        due: decision.due.map(stamp::short),
        done: decision.done.map(stamp::short),
        activity: decision.activity.map(|activity| links::activity(site, activity)),
        state: state.key().to_owned(),
        word,
        order: state_order(state, overdue.map(f64::from)),
        late: overdue.filter(|&late| late > 0).map(integer).unwrap_or_default(),
        sample: meeting.record.sample,
    }
}
