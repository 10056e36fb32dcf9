//! Days on axes: the curve of the year and schedules.

use crate::model::{Activity, Idx};
use crate::persian::numbers::percent;
use crate::persian::{Day, dates};
use crate::progress::{Group, SeriesPoint, State};
use crate::site::figures;

use super::charts::{Axis, Curve, CurvePoint, Gantt, GanttGroup, GanttRow, Mark, Mile, Month};
use super::{Site, Target, stamp, words};

/// A stretch of days, both ends in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DayRange {
    /// The first day.
    pub(super) first: Day,
    /// The last day.
    pub(super) last: Day,
}

impl DayRange {
    /// The Solar Hijri year of a day.
    pub(super) fn year_of(day: Day) -> Self {
        let year = day.jalali().year;
        let start = |year| Day::from_jalali(year, 1, 1).expect("every year has a first day");
        Self { first: start(year), last: start(year + 1).plus(-1) }
    }

    /// The whole months from one day to another.
    pub(super) fn months(from: Day, to: Day) -> Self {
        let first = from.plus(1 - from.jalali().day.cast_signed());
        Self { first, last: to.month_end() }
    }

    /// The moment of a day's morning.
    pub(super) fn morning(self, day: Day) -> i32 {
        day.since(self.first)
    }

    /// The moment of a day's evening.
    pub(super) fn evening(self, day: Day) -> i32 {
        day.since(self.first) + 1
    }

    /// Every how many months one is told: each, over a year and a half the first of each quarter, over five years of
    /// each year.
    fn labelled_months(self) -> u32 {
        match self.days() {
            ..550 => 1,
            550..1830 => 3,
            _ => 12,
        }
    }

    fn days(self) -> i32 {
        self.last.since(self.first) + 1
    }

    /// The axis of this stretch, with the report's day marked where it lies on it.
    pub(super) fn axis(self, report: Day) -> Axis {
        let mut months = Vec::new();
        let mut day = self.first;
        let step = self.labelled_months();
        while day <= self.last {
            let date = day.jalali();
            if (date.month - 1).is_multiple_of(step) {
                // Over more than a year and a half the months of two years would look the same.
                let name = if step > 1 && date.month == 1 {
                    dates::year(date.year)
                } else {
                    dates::month_name(date.month).to_owned()
                };
                months.push(Month { start: self.morning(day), name });
            }
            day = day.month_end().plus(1);
        }
        let shown = (self.first..=self.last).contains(&report);
        Axis {
            days: self.days(),
            months,
            first: dates::short(self.first),
            last: dates::short(self.last),
            today: shown.then(|| Mark {
                day: self.evening(report),
                label: format!("تاریخ گزارش: {}", dates::day_month(report)),
            }),
        }
    }
}

/// Planned against actual progress of a group over the year of T; `None` where nothing is known of the year.
pub(super) fn curve(site: &Site<'_>, group: &Group, id: &str) -> Option<Curve> {
    let report = site.figures.day;
    let span = DayRange::year_of(report);
    let inside = span.first.plus(-1)..=span.last;
    let points: Vec<_> = group
        .series
        .points
        .iter()
        .filter(|point| inside.contains(&point.day) && point.has_figures())
        .map(|point| curve_point(site, span, point))
        .collect();
    if points.len() < 2 {
        return None;
    }
    let year = crate::persian::numbers::plain(report.jalali().year.into());
    let label = |word: &str, value: Option<f64>| {
        value.map_or_else(String::new, |value| format!("{word} {}", percent(value)))
    };
    let means = group.means();
    let basis = |average| words::basis(average, means.plan_has_other_members(), &site.config.terms);
    Some(Curve {
        id: id.to_owned(),
        title: format!("برنامه و واقعیت در سال {year}"),
        desc: format!(
            "تا {}: پیشرفت واقعی {}{}، پیشرفت برنامه‌ای {}{}.",
            dates::medium(report),
            words::group_actual(group),
            basis(means.actual),
            words::group_planned(group),
            basis(means.planned)
        ),
        axis: span.axis(report),
        points,
        planned_label: label("برنامه‌ای", group.planned.value),
        actual_label: label("واقعی", group.actual.value),
        behind: figures::lags(site, group.deviation.value),
    })
}

fn curve_point(site: &Site<'_>, span: DayRange, point: &SeriesPoint) -> CurvePoint {
    let report = site.figures.day;
    let name = if point.day == report {
        dates::day_month(point.day)
    } else {
        // A month of another year than the last on the axis says which: no two rows are named alike.
        let month = point.day.jalali();
        let named = if month.year == span.last.jalali().year {
            dates::month_name(month.month).to_owned()
        } else {
            dates::month_year(point.day)
        };
        format!("پایان {named}")
    };
    let text = |value: Option<f64>| value.map_or_else(|| words::NOTHING.to_owned(), percent);
    CurvePoint {
        day: span.evening(point.day),
        name,
        planned: point.planned,
        actual: point.actual,
        planned_text: text(point.planned),
        actual_text: text(point.actual),
        deviation_text: figures::deviation_text(point.deviation),
    }
}

/// A schedule of activities under headings, over the year of T.
pub(super) fn chart(site: &Site<'_>, groups: Vec<(String, String, Vec<Idx<Activity>>)>) -> Gantt {
    let report = site.figures.day;
    let span = DayRange::year_of(report);
    let groups = groups
        .into_iter()
        .filter(|(_, _, activities)| !activities.is_empty())
        .map(|(title, icon, activities)| GanttGroup {
            title,
            icon,
            rows: activities.into_iter().map(|idx| row(site, span, idx)).collect(),
        })
        .collect();
    Gantt { axis: span.axis(report), groups }
}

/// An activity on a schedule.
pub(super) fn row(site: &Site<'_>, span: DayRange, idx: Idx<Activity>) -> GanttRow {
    let activity = &site.dataset[idx];
    let of = &site.figures[idx];
    let first_due = activity.due.filter(|&first| of.due.is_some_and(|due| first < due));
    let miles = activity
        .milestones
        .iter()
        .filter_map(|milestone| {
            let done = milestone.done;
            Some(Mile { day: span.evening(done.or(milestone.due)?), done: done.is_some() })
        })
        .collect();
    GanttRow {
        title: activity.record.title.to_string(),
        href: site.href(Target::Activity(idx)),
        state: of.state.key().to_owned(),
        tell: !matches!(of.state, State::OnTrack | State::NotStarted),
        start: activity.start.map(|start| span.morning(start)),
        due: of.due.map(|due| span.evening(due)),
        first_due: first_due.map(|first| span.evening(first)),
        done: of.actual,
        late_to: (of.state == State::Overdue).then(|| span.evening(site.figures.day)),
        unknown: of.actual.is_none() || activity.start.is_none() || of.due.is_none(),
        miles,
        start_at: activity.start.map(stamp::short),
        due_at: of.due.map(stamp::short),
        done_text: words::progress(of.actual),
        ..GanttRow::default()
    }
}
