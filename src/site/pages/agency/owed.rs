//! What an agency is still to do, by when: the unfinished activities that it leads and the decisions that it has not
//! carried out, in one list in the order of their due dates, so that the page can be handed to the agency.

use serde::Serialize;

use crate::model::{Activity, Agency, DecisionRef, Idx};
use crate::persian::numbers::percent;
use crate::persian::{Day, dates};
use crate::progress::State;
use crate::site::lists::urgency;
use crate::site::rows::DecisionRow;
use crate::site::view::Owed;
use crate::site::words::whole;
use crate::site::{Site, stamp};

/// How many rows of what it owes an agency's page shows.
const ROWS: usize = 100;

/// What is due in one stretch of time.
#[derive(Debug, Serialize)]
pub struct OwedGroup {
    /// «از مهلت گذشته», «آبان ۱۴۰۴», «بدون مهلت»
    pub title: String,
    /// It is late.
    pub late: bool,
    /// The rows.
    pub rows: Vec<Owed>,
}

/// Something owed; on one day activities come first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Debt {
    Activity(Idx<Activity>),
    Decision(DecisionRef),
}

impl Site<'_> {
    /// What an agency owes, by due: what is late, then month by month, then what has no due; and how much more there
    /// is than the page shows, empty for nothing.
    pub(super) fn owed(&self, idx: Idx<Agency>) -> (Vec<OwedGroup>, String) {
        let activities = self
            .led(idx)
            .filter(|&at| self.figures[at].state != State::Done)
            .map(|at| (self.figures[at].due, Debt::Activity(at)));
        let decisions = self.relations.decisions[idx.get()]
            .iter()
            .filter(|&&of| self.is_undone(of))
            .map(|&of| (self.dataset[of].due, Debt::Decision(of)));
        let mut debts: Vec<_> = activities.chain(decisions).collect();
        debts.sort_by_key(|&(due, debt)| (due.is_none(), due, debt));
        let hidden = debts.len().saturating_sub(ROWS);
        debts.truncate(ROWS);
        let mut groups: Vec<OwedGroup> = Vec::new();
        for (due, debt) in debts {
            let (title, late) = self.owed_heading(due);
            if groups.last().is_none_or(|group| group.title != title) {
                groups.push(OwedGroup { title, late, rows: Vec::new() });
            }
            if let Some(group) = groups.last_mut() {
                group.rows.push(match debt {
                    Debt::Activity(at) => self.owed_activity(at),
                    Debt::Decision(of) => self.owed_decision(of),
                });
            }
        }
        let note = if hidden > 0 { format!("و {} مورد دیگر", whole(hidden)) } else { String::new() };
        (groups, note)
    }

    /// The decisions given to an agency: late ones first, then open ones by due, then those carried out.
    pub(super) fn decisions_of(&self, idx: Idx<Agency>) -> Vec<DecisionRow> {
        let mut decisions = self.relations.decisions[idx.get()].clone();
        decisions.sort_by_key(|&of| urgency(self.dataset, of));
        decisions.into_iter().map(|of| self.decision_row(of)).collect()
    }

    fn is_undone(&self, of: DecisionRef) -> bool {
        self.dataset[of].done.is_none()
    }

    fn owed_heading(&self, due: Option<Day>) -> (String, bool) {
        match due {
            None => ("بدون مهلت".to_owned(), false),
            Some(due) if due < self.figures.day => ("از مهلت گذشته".to_owned(), true),
            Some(due) => (dates::month_year(due), false),
        }
    }

    fn owed_activity(&self, idx: Idx<Activity>) -> Owed {
        let activity = &self.dataset[idx];
        let of = &self.figures[idx];
        let row = self.activity_row(idx);
        let next = activity
            .milestones
            .iter()
            .find(|milestone| milestone.done.is_none())
            .map(|milestone| format!("گام بعد: {}.", milestone.title));
        let pair = match (of.actual, of.planned) {
            (Some(actual), Some(planned)) => format!("{} از {} برنامه", percent(actual), percent(planned)),
            (None, Some(planned)) => format!("بدون گزارش، {} برنامه", percent(planned)),
            (Some(actual), None) => percent(actual),
            (None, None) => String::new(),
        };
        let place = format!("{}، {}", self.place_of(activity), self.dataset[activity.domain].record.title);
        let responsible =
            activity.responsible.as_ref().map_or("تعیین نشده".into(), |text| text.shown());
        Owed {
            at: of.due.map(|due| stamp::mark(due, self.figures.day)).unwrap_or_default(),
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

    fn owed_decision(&self, of: DecisionRef) -> Owed {
        let row = self.decision_row(of);
        Owed {
            at: self.dataset[of].due.map(|due| stamp::mark(due, self.figures.day)).unwrap_or_default(),
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
}
