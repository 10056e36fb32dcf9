//! What an agency is still to do, by when: the unfinished activities that it leads and the decisions that it has not
//! carried out, in one list in the order of their due dates, so that the page can be handed to the agency.

use serde::Serialize;

use crate::model::{Activity, Agency, DecisionRef, Idx};
use crate::persian::numbers::percent;
use crate::persian::{Day, dates};
use crate::progress::State;
use crate::site::lists::urgency;
use crate::site::pages::duties;
use crate::site::rows::{self, DecisionRow};
use crate::site::view::Owed;
use crate::site::words::whole;
use crate::site::{Site, stamp};

/// How many rows of what it owes an agency's page shows.
const ROWS: usize = 100;

/// What is due in one stretch of time.
#[derive(Debug, Serialize)]
pub(super) struct OwedGroup {
    /// «از مهلت گذشته», «آبان ۱۴۰۴», «بدون مهلت»
    pub title: String,
    /// It is late.
    pub late: bool,
    /// The rows.
    pub rows: Vec<Owed>,
}

/// Something owed; on one day activities come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum OwedRecord {
    Activity(Idx<Activity>),
    Decision(DecisionRef),
}

/// What an agency owes, by due: what is late, then month by month, then what has no due; and how much more there
/// is than the page shows, empty for nothing.
pub(super) fn owed(site: &Site<'_>, idx: Idx<Agency>) -> (Vec<OwedGroup>, String) {
    let activities = duties::led(site, idx)
        .filter(|&at| site.figures[at].state != State::Done)
        .map(|at| (site.figures[at].due, OwedRecord::Activity(at)));
    let decisions = site.relations.decisions[idx.get()]
        .iter()
        .filter(|&&of| is_undone(site, of))
        .map(|&of| (site.dataset[of].due, OwedRecord::Decision(of)));
    let mut debts: Vec<_> = activities.chain(decisions).collect();
    debts.sort_by_key(|&(due, debt)| (due.is_none(), due, debt));
    let hidden = debts.len().saturating_sub(ROWS);
    debts.truncate(ROWS);
    let mut groups: Vec<OwedGroup> = Vec::new();
    for (due, debt) in debts {
        let (title, late) = heading(site, due);
        if groups.last().is_none_or(|group| group.title != title) {
            groups.push(OwedGroup { title, late, rows: Vec::new() });
        }
        if let Some(group) = groups.last_mut() {
            group.rows.push(match debt {
                OwedRecord::Activity(at) => activity(site, at),
                OwedRecord::Decision(of) => decision(site, of),
            });
        }
    }
    let note = if hidden > 0 { format!("و {} مورد دیگر", whole(hidden)) } else { String::new() };
    (groups, note)
}

/// The decisions given to an agency: late ones first, then open ones by due, then those carried out.
pub(super) fn decisions(site: &Site<'_>, idx: Idx<Agency>) -> Vec<DecisionRow> {
    let mut decisions = site.relations.decisions[idx.get()].clone();
    decisions.sort_by_key(|&of| urgency(site.dataset, of));
    decisions.into_iter().map(|of| rows::decision_row(site, of)).collect()
}

fn is_undone(site: &Site<'_>, of: DecisionRef) -> bool {
    site.dataset[of].done.is_none()
}

fn heading(site: &Site<'_>, due: Option<Day>) -> (String, bool) {
    match due {
        None => ("بدون مهلت".to_owned(), false),
        Some(due) if due < site.figures.day => ("از مهلت گذشته".to_owned(), true),
        Some(due) => (dates::month_year(due), false),
    }
}

fn activity(site: &Site<'_>, idx: Idx<Activity>) -> Owed {
    let activity = &site.dataset[idx];
    let of = &site.figures[idx];
    let row = rows::activity_row(site, idx);
    let next = activity
        .milestones
        .iter()
        .find(|milestone| milestone.done.is_none())
        .map(|milestone| format!("گام بعد: {}.", milestone.title));
    let pair = match (of.actual, of.planned) {
        (Some(actual), Some(planned)) => format!("{} (برنامه: {})", percent(actual), percent(planned)),
        (None, Some(planned)) => format!("بدون گزارش، {} برنامه", percent(planned)),
        (Some(actual), None) => percent(actual),
        (None, None) => String::new(),
    };
    let place = format!("{}، {}", rows::place(site, activity), site.dataset[activity.domain].record.title);
    let responsible = activity.responsible.as_ref().map_or("تعیین نشده".into(), |text| text.shown());
    Owed {
        at: of.due.map(|due| stamp::mark(due, site.figures.day)).unwrap_or_default(),
        title: row.activity.text,
        href: row.activity.href,
        meta: format!("{place} · فرد مسئول: {responsible}"),
        text: next.unwrap_or_default(),
        bar: Some(row.bar),
        pair,
        state: row.state,
        word: row.word,
    }
}

fn decision(site: &Site<'_>, of: DecisionRef) -> Owed {
    let row = rows::decision_row(site, of);
    Owed {
        at: site.dataset[of].due.map(|due| stamp::mark(due, site.figures.day)).unwrap_or_default(),
        title: row.decision.text,
        href: row.decision.href,
        meta: format!("مصوبهٔ {}، {}", row.meeting.text, row.held.text),
        text: String::new(),
        bar: None,
        pair: String::new(),
        state: row.state,
        word: row.word,
    }
}
