//! The schedule of a neighborhood's sheet and the responsibilities below it: the same activities, by the same numbers.

use serde::Serialize;

use crate::model::{Activity, Idx};
use crate::persian::Day;
use crate::progress::State;
use crate::site::charts::Gantt;
use crate::site::view::{Link, Stamp};
use crate::site::words::{self, whole};
use crate::site::{Site, Target, attention, gantt, stamp};

use super::LONG;

/// How many characters the label of a schedule's row has room for, its number left out.
const LABEL: usize = 38;

/// A row of the responsibilities.
#[derive(Debug, Serialize)]
pub(super) struct Duty {
    /// «۱»
    pub number: String,
    /// The activity.
    pub activity: Link,
    /// It is illustrative.
    pub sample: bool,
    /// Its lead agency; empty for none.
    pub lead: String,
    /// The responsible role or person; empty for none.
    pub responsible: String,
    /// The due in force.
    pub due: Option<Stamp>,
    /// «۷۲٪», «؟»
    pub actual: String,
    /// The state's key.
    pub state: String,
}

/// The activities that paper shows: unfinished ones by due, overdue ones so first; then done, then cancelled ones.
pub(super) fn most_pressing(site: &Site<'_>, members: &[Idx<Activity>]) -> Vec<Idx<Activity>> {
    let mut list = members.to_vec();
    list.sort_by_key(|&idx| {
        let of = &site.figures[idx];
        let rank = match of.state {
            State::Done => 1,
            State::Cancelled => 2,
            _ => 0,
        };
        (rank, of.due.is_none(), of.due, idx)
    });
    list.truncate(LONG);
    list
}

/// Coming deadlines of the given activities: by due, then id.
pub(super) fn next_due(site: &Site<'_>, members: &[Idx<Activity>]) -> Vec<Idx<Activity>> {
    let mut list: Vec<_> =
        members.iter().copied().filter(|&idx| attention::is_open_deadline(site, idx)).collect();
    list.sort_by_key(|&idx| (site.figures[idx].due, idx));
    list
}

/// Milestones of unfinished activities that are not reached: activity, position and due, by due.
pub(super) fn next_milestones(
    site: &Site<'_>,
    members: &[Idx<Activity>],
) -> Vec<(Idx<Activity>, usize, Day)> {
    let running = |idx: &Idx<Activity>| !matches!(site.figures[*idx].state, State::Done | State::Cancelled);
    let mut list: Vec<_> = members
        .iter()
        .copied()
        .filter(running)
        .flat_map(|idx| {
            let milestones = site.dataset[idx].milestones.iter().enumerate();
            let open = milestones.filter(|(_, one)| one.done.is_none());
            open.filter_map(move |(at, one)| Some((idx, at, one.due?)))
        })
        .collect();
    list.sort_by_key(|&(idx, at, due)| (due, idx, at));
    list
}

/// A schedule whose rows carry the numbers of the responsibilities, which tell the states.
pub(super) fn numbered_gantt(site: &Site<'_>, shown: &[Idx<Activity>]) -> Gantt {
    let mut gantt = gantt::chart(site, vec![(String::new(), String::new(), shown.to_vec())]);
    let rows = gantt.groups.iter_mut().flat_map(|group| &mut group.rows);
    for (at, row) in rows.enumerate() {
        row.title = format!("{}. {}", whole(at + 1), words::cut(&row.title, LABEL));
        row.href.clear();
        row.tell = false;
    }
    gantt
}

/// Who does what of an activity; `roomy` rows have two lines.
pub(super) fn duty(site: &Site<'_>, number: usize, idx: Idx<Activity>, roomy: bool, marks: bool) -> Duty {
    let activity = &site.dataset[idx];
    let of = &site.figures[idx];
    // Two lines hold twice as much, less what the words' ends leave empty.
    let cut = |text: &str, one: usize| words::cut(text, if roomy { one * 9 / 5 } else { one });
    let lead = activity.lead.map(|lead| cut(&site.dataset[lead].record.title.shown(), 30));
    Duty {
        number: whole(number),
        activity: Link {
            text: cut(&activity.record.title.shown(), 34),
            href: site.href(Target::Activity(idx)),
        },
        sample: activity.record.sample && marks,
        lead: lead.unwrap_or_default(),
        responsible: activity.responsible.as_ref().map(|role| cut(&role.shown(), 21)).unwrap_or_default(),
        due: of.due.map(stamp::short),
        actual: words::progress(of.actual),
        state: of.state.key().to_owned(),
    }
}
