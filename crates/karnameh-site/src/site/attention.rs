//! What needs attention and what is due next, worked out once for all pages.

use crate::model::{Activity, Edition, Idx};
use crate::persian::Day;
use crate::progress::{ActivityFigures, Figures, State};

use super::Site;

/// Why an activity needs attention, in the order in which pages list them (product.md, `index.html`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum ConcernKind {
    /// Past its due: days.
    Overdue,
    /// Behind the plan: points.
    Behind,
    /// Nothing was reported: days since its start.
    Unreported,
    /// A visit saw something else: points (F16).
    Gap,
    /// Its last report is old: days (F17).
    Stale,
}

/// An activity that needs attention, by the worst of its reasons.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Concern {
    /// Which.
    pub(super) activity: Idx<Activity>,
    /// Why.
    pub(super) reason: ConcernKind,
    /// How much, in the reason's unit; `None` where it can't be measured.
    pub(super) size: Option<f64>,
}

/// All concerns: by reason, then by size, the largest first, then by id.
pub(super) fn concerns(dataset: &Edition, figures: &Figures) -> Vec<Concern> {
    let mut concerns: Vec<Concern> = figures
        .by_activity()
        .filter_map(|(idx, of)| {
            let (reason, size) = concern(&dataset[idx], of, figures)?;
            Some(Concern { activity: idx, reason, size })
        })
        .collect();
    concerns.sort_by(|a, b| {
        let size = |concern: &Concern| concern.size.unwrap_or(f64::INFINITY);
        a.reason.cmp(&b.reason).then(size(b).total_cmp(&size(a))).then(a.activity.cmp(&b.activity))
    });
    concerns
}

fn concern(
    activity: &Activity,
    of: &ActivityFigures,
    figures: &Figures,
) -> Option<(ConcernKind, Option<f64>)> {
    match of.state {
        State::Overdue => return Some((ConcernKind::Overdue, Some(f64::from(of.days_overdue)))),
        State::Behind => {
            let gap = of.planned.zip(of.actual).map(|(planned, actual)| planned - actual);
            return Some((ConcernKind::Behind, gap));
        }
        State::Unreported => {
            let since = activity.start.map(|start| f64::from(figures.day.since(start)));
            return Some((ConcernKind::Unreported, since));
        }
        State::Done | State::Cancelled | State::Paused => return None,
        _ => {}
    }
    if let Some(verified) = of.verified.filter(|verified| verified.flagged) {
        return Some((ConcernKind::Gap, verified.gap.map(f64::abs)));
    }
    let last = of.last_report.or(activity.start).or(activity.registered);
    of.stale.then(|| (ConcernKind::Stale, last.map(|last| f64::from(figures.day.since(last)))))
}

/// Activities that are still to be finished and due at T or later: by due, then id.
pub(super) fn deadlines(figures: &Figures) -> Vec<Idx<Activity>> {
    let mut list: Vec<_> =
        figures.by_activity().filter_map(|(idx, of)| Some((open_deadline(of, figures.day)?, idx))).collect();
    list.sort_unstable();
    list.into_iter().map(|(_, idx)| idx).collect()
}

/// The due of an activity that is still to be finished, where it lies at T or later.
fn open_deadline(of: &ActivityFigures, day: Day) -> Option<Day> {
    let open = !matches!(of.state, State::Done | State::Cancelled);
    of.due.filter(|&due| open && due >= day)
}

/// Whether an activity is still to be finished and due at T or later.
pub(super) fn is_open_deadline(site: &Site<'_>, idx: Idx<Activity>) -> bool {
    open_deadline(&site.figures[idx], site.figures.day).is_some()
}
