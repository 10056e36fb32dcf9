//! Records as rows of one line.

use serde::Serialize;

use crate::figures::activity;
use crate::model::{Activity, Idx, Problem, Update, Visit};
use crate::persian::Day;
use crate::persian::numbers::{decimal, percent, points};
use crate::progress::State;
use crate::site::attention::{Concern, Reason};
use crate::site::rows::update_sentence;
use crate::site::view::Stamp;
use crate::site::words::{self, counted, whole};
use crate::site::{Site, Target, prose, stamp};

use super::{HALF_ROW, Listed, WHOLE_ROW};

/// How many characters of a title leave room for what follows it in half a sheet.
const TITLE: usize = 28;
/// The same where the line is as wide as the sheet.
const WIDE_TITLE: usize = 38;

/// A row of one line.
#[derive(Debug, Default, Serialize)]
pub struct Line {
    /// Its day.
    pub at: Option<Stamp>,
    /// The key of a state; empty for none.
    pub state: String,
    /// A word in place of the state's («۱۱ روز دیرکرد»).
    pub word: String,
    /// The record.
    pub title: String,
    /// Its page.
    pub href: String,
    /// What follows the title, quiet; empty for nothing.
    pub text: String,
    /// What stands at the end of the line («۸۵٪»); empty for nothing.
    pub aside: String,
    /// It is illustrative.
    pub sample: bool,
}

impl Listed<Line> {
    /// Takes the marks of illustrative rows away, where a sentence speaks of all.
    pub(super) fn marked(mut self, marks: bool) -> Self {
        for row in &mut self.rows {
            row.sample &= marks;
        }
        self
    }
}

impl Site<'_> {
    /// A coming deadline; `place` tells where.
    pub(super) fn deadline_line(&self, idx: Idx<Activity>, place: bool) -> Line {
        let of = &self.figures[idx];
        Line {
            at: of.due.map(stamp::short),
            aside: of.actual.map_or_else(|| State::Unreported.fa().to_owned(), percent),
            ..self.activity_line(idx, place, if place { TITLE } else { HALF_ROW })
        }
    }

    /// What needs attention: the measure stands with the state.
    pub(super) fn concern_line(&self, concern: &Concern) -> Line {
        let size = |measure: &dyn Fn(f64) -> String| concern.size.map(measure).unwrap_or_default();
        let (state, word) = match concern.reason {
            Reason::Overdue => (State::Overdue, size(&|days| format!("{} روز دیرکرد", decimal(days, 0)))),
            Reason::Behind => (State::Behind, size(&|gap| format!("{} واحد عقب‌تر", points(gap)))),
            Reason::Unreported => (State::Unreported, String::new()),
            Reason::Gap => (State::Behind, size(&|gap| format!("{} واحد ناهمخوان", points(gap)))),
            Reason::Stale => (State::Unreported, activity::STALE.caption.to_owned()),
        };
        Line { state: state.key().to_owned(), word, ..self.activity_line(concern.activity, true, TITLE) }
    }

    /// A visit: who went and how many activities were seen.
    pub(super) fn visit_line(&self, idx: Idx<Visit>) -> Line {
        let row = self.visit_row(idx);
        let count = self.dataset[idx].findings.len();
        Line {
            at: Some(row.at),
            title: words::cut(&row.by, 34),
            href: row.visit.href,
            text: row.flagged,
            aside: if count == 0 { String::new() } else { counted(count, &self.config.terms.activity) },
            sample: row.sample,
            ..Line::default()
        }
    }

    /// A problem and whether something is done about it.
    pub(super) fn problem_line(&self, idx: Idx<Problem>) -> Line {
        let row = self.problem_row(idx);
        let answers = || match row.answers.len() {
            0 => format!("بدون {}", self.config.terms.activity.one),
            count => counted(count, &self.config.terms.activity),
        };
        Line {
            title: words::cut(&row.title, 80),
            href: self.addresses.problem(idx),
            aside: row.solved.map_or_else(answers, |solved| format!("حل‌شده در {}", solved.text)),
            sample: row.sample,
            ..Line::default()
        }
    }

    /// A report, as much of it as the line holds.
    pub(super) fn update_line(&self, idx: Idx<Activity>, update: &Update) -> Line {
        let line = self.activity_line(idx, false, WIDE_TITLE);
        let said = match &update.text {
            Some(text) => prose::excerpt(text, WHOLE_ROW),
            None => update_sentence(&self.dataset[idx], update),
        };
        Line {
            at: Some(stamp::short(update.date)),
            text: words::cut(&said, WHOLE_ROW - line.title.chars().count()),
            aside: update.progress.map(|progress| percent(progress.get())).unwrap_or_default(),
            sample: update.sample || line.sample,
            ..line
        }
    }

    /// A milestone that is still to come, by its position in its activity.
    pub(super) fn milestone_line(&self, idx: Idx<Activity>, at: usize, due: Day) -> Line {
        let activity = self.activity_line(idx, false, WIDE_TITLE);
        Line {
            at: Some(stamp::short(due)),
            title: words::cut(&self.dataset[idx].milestones[at].title.shown(), 56),
            text: activity.title,
            href: activity.href,
            sample: activity.sample,
            aside: if due < self.figures.day { State::Overdue.fa().to_owned() } else { String::new() },
            ..Line::default()
        }
    }

    fn activity_line(&self, idx: Idx<Activity>, place: bool, most: usize) -> Line {
        let activity = &self.dataset[idx];
        let text = match activity.neighborhoods.as_slice() {
            _ if !place => String::new(),
            [one] => words::cut(&self.dataset[*one].record.title.shown(), 14),
            many => format!("{} {}", whole(many.len()), self.config.terms.neighborhood.one),
        };
        Line {
            title: words::cut(&activity.record.title.shown(), most),
            href: self.href(Target::Activity(idx)),
            text,
            sample: activity.record.sample,
            ..Line::default()
        }
    }
}
