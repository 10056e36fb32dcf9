//! Records as rows of one line.

use serde::Serialize;

use crate::figures::activity;
use crate::model::{Activity, Idx, Problem, Update, Visit};
use crate::persian::Day;
use crate::persian::numbers::{decimal, percent, points};
use crate::progress::State;
use crate::site::attention::{Concern, ConcernKind};
use crate::site::pages::visits;
use crate::site::rows::{self, update_sentence};
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
pub(super) struct Line {
    /// Its day.
    pub at: Option<Stamp>,
    /// The key of a state; empty for none.
    pub state: String,
    /// A word in place of the state's («۱۱ روز تأخیر»).
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

/// A coming deadline; `place` tells where.
pub(super) fn deadline_line(site: &Site<'_>, idx: Idx<Activity>, place: bool) -> Line {
    let of = &site.figures[idx];
    Line {
        at: of.due.map(stamp::short),
        aside: of.actual.map_or_else(|| State::Unreported.fa().to_owned(), percent),
        ..activity_line(site, idx, place, if place { TITLE } else { HALF_ROW })
    }
}

/// What needs attention: the measure stands with the state.
pub(super) fn concern_line(site: &Site<'_>, concern: &Concern) -> Line {
    let amount = |measure: &dyn Fn(f64) -> String| concern.size.map(measure).unwrap_or_default();
    let (state, word) = match concern.reason {
        ConcernKind::Overdue => (State::Overdue, amount(&|days| format!("{} روز تأخیر", decimal(days, 0)))),
        ConcernKind::Behind => (State::Behind, amount(&|gap| format!("{} واحد عقب‌تر", points(gap)))),
        ConcernKind::Unreported => (State::Unreported, String::new()),
        ConcernKind::Gap => (State::Behind, amount(&|gap| format!("{} واحد ناهمخوان", points(gap)))),
        ConcernKind::Stale => (State::Unreported, activity::STALE.caption.to_owned()),
    };
    Line { state: state.key().to_owned(), word, ..activity_line(site, concern.activity, true, TITLE) }
}

/// A visit: who went and how many activities were seen.
pub(super) fn visit_line(site: &Site<'_>, idx: Idx<Visit>) -> Line {
    let row = visits::visit_row(site, idx);
    let count = site.dataset[idx].findings.len();
    Line {
        at: Some(row.at),
        title: words::cut(&row.by, 34),
        href: row.visit.href,
        text: row.flagged,
        aside: if count == 0 { String::new() } else { counted(count, &site.config.terms.activity) },
        sample: row.sample,
        ..Line::default()
    }
}

/// A problem and whether something is done about it.
pub(super) fn problem_line(site: &Site<'_>, idx: Idx<Problem>) -> Line {
    let row = rows::problem_row(site, idx);
    let answers = || match row.answers.len() {
        0 => format!("بدون {}", site.config.terms.activity.one),
        count => counted(count, &site.config.terms.activity),
    };
    Line {
        title: words::cut(&row.title, 80),
        href: site.addresses.problem(idx),
        aside: row.solved.map_or_else(answers, |solved| format!("حل‌شده در {}", solved.text)),
        sample: row.sample,
        ..Line::default()
    }
}

/// A report, as much of it as the line holds.
pub(super) fn update_line(site: &Site<'_>, idx: Idx<Activity>, update: &Update) -> Line {
    let line = activity_line(site, idx, false, WIDE_TITLE);
    let text = match &update.text {
        Some(text) => prose::excerpt(text, WHOLE_ROW),
        None => update_sentence(&site.dataset[idx], update),
    };
    Line {
        at: Some(stamp::short(update.date)),
        text: words::cut(&text, WHOLE_ROW - line.title.chars().count()),
        aside: update.progress.map(|progress| percent(progress.get())).unwrap_or_default(),
        sample: update.sample || line.sample,
        ..line
    }
}

/// A milestone that is still to come, by its position in its activity.
pub(super) fn milestone_line(site: &Site<'_>, idx: Idx<Activity>, at: usize, due: Day) -> Line {
    let activity = activity_line(site, idx, false, WIDE_TITLE);
    Line {
        at: Some(stamp::short(due)),
        title: words::cut(&site.dataset[idx].milestones[at].title.shown(), 56),
        text: activity.title,
        href: activity.href,
        sample: activity.sample,
        aside: if due < site.figures.day { State::Overdue.fa().to_owned() } else { String::new() },
        ..Line::default()
    }
}

fn activity_line(site: &Site<'_>, idx: Idx<Activity>, place: bool, most: usize) -> Line {
    let activity = &site.dataset[idx];
    let text = match activity.neighborhoods.as_slice() {
        _ if !place => String::new(),
        [one] => words::cut(&site.dataset[*one].record.title.shown(), 14),
        many => format!("{} {}", whole(many.len()), site.config.terms.neighborhood.one),
    };
    Line {
        title: words::cut(&activity.record.title.shown(), most),
        href: site.href(Target::Activity(idx)),
        text,
        sample: activity.record.sample,
        ..Line::default()
    }
}
