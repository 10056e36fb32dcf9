//! `changes.html`: what changed since the end of the month before T's (F27).

use serde::Serialize;

use crate::figures::{activity, decisions, group};
use crate::model::{Activity, Idx};
use crate::persian::numbers::{integer, percent};
use crate::persian::{Day, dates};
use crate::progress::{Brief, DueMove, ProgressMove, State, last_reschedule};
use crate::site::charts::Bar;
use crate::site::figures::signed_points;
use crate::site::rows::DecisionRow;
use crate::site::view::{Dated, Empty, Figure, Flag, Frame, Link, Sample};
use crate::site::words::{self, counted, told, whole};
use crate::site::{Addresses, Site, Target, stamp};

use super::kind::{IndexLine, Kind, Menu, Part};
use super::{PageView, View};

/// How many rows each list of changes has.
const ROWS: usize = 60;

pub(super) const KIND: Kind = Kind {
    targets: |_| vec![Target::Changes],
    later: |_, _| Vec::new(),
    sections: |_| {
        vec![IndexLine {
            part: Part::Report,
            key: "changes".to_owned(),
            title: "تغییرهای این ماه".to_owned(),
            first: Target::Changes,
            menu: Menu::Foot,
            is_list: true,
        }]
    },
    entries: &[],
};

pub(super) fn address(_: &Addresses<'_>) -> String {
    "changes.html".to_owned()
}

/// What the page of changes shows.
#[derive(Debug, Serialize)]
pub struct ChangesPage {
    /// What moved, in a sentence or two.
    pub lede: String,
    /// The site then and now.
    pub figures: Vec<Figure>,
    /// How much of each kind there was; those that are told below lead there.
    pub events: Vec<EventCount>,
    /// Activities that were finished, passed their due, are new, were moved, progressed.
    pub lists: Vec<ChangeList>,
    /// Visits since then, the latest first.
    pub visits: Vec<Dated>,
    /// How many more there were; empty for none.
    pub visits_note: String,
    /// Decisions made since then.
    pub made: Vec<DecisionRow>,
    /// Decisions done since then.
    pub done: Vec<DecisionRow>,
    /// What is told where nothing changed.
    pub empty: Option<Empty>,
    /// The reports of quarters, the latest first.
    pub periods: Vec<Link>,
}

/// How many changes of a kind there were.
#[derive(Debug, Serialize)]
pub struct EventCount {
    /// «پیشرفت تازه»
    pub title: String,
    /// «۱۲ فعالیت»
    pub count: String,
    /// `#moved`, where they are listed; empty for none.
    pub href: String,
}

/// A list of activities that changed in one way.
#[derive(Debug, Serialize)]
pub struct ChangeList {
    /// The id of its heading.
    pub id: String,
    /// «پایان‌یافته»
    pub title: String,
    /// «۳ فعالیت»
    pub note: String,
    /// The heads of its columns but the first.
    pub heads: Vec<String>,
    /// The further columns hold short figures and days.
    pub numbers: bool,
    /// The rows.
    pub rows: Vec<ChangeRow>,
    /// How many more there are; empty for none.
    pub more: String,
}

/// An activity that changed.
#[derive(Debug, Serialize)]
pub struct ChangeRow {
    /// The activity.
    pub activity: Link,
    /// Where and whose.
    pub meta: String,
    /// It is illustrative.
    pub sample: bool,
    /// A text for each further column.
    pub cells: Vec<String>,
}

impl Site<'_> {
    pub(super) fn changes(&self, address: &str) -> PageView {
        let since = &self.history.since;
        let title = self.changes_title();
        let visits = &since.visits;
        let mut latest = visits.clone();
        latest.sort_by_key(|&idx| std::cmp::Reverse(self.dataset[idx].date));
        let decisions = |list: &[crate::model::DecisionRef]| {
            list.iter().take(ROWS).map(|&of| self.decision_row(of)).collect::<Vec<_>>()
        };
        let view = ChangesPage {
            lede: self.changes_lede(),
            figures: self.change_figures(),
            events: self.change_counts(),
            lists: self.change_lists(),
            visits: latest.iter().take(ROWS).map(|&idx| self.visit_dated(idx)).collect(),
            visits_note: words::rest(visits.len().saturating_sub(ROWS), "بازدید"),
            made: decisions(&since.decisions_made),
            done: decisions(&since.decisions_done),
            empty: self.nothing_changed(),
            periods: (0..self.history.quarters.len()).rev().map(|at| self.period_link(at)).collect(),
        };
        let frame = Frame {
            description: view.lede.clone(),
            crumbs: self.crumbs(Vec::new(), &title),
            section: "changes".to_owned(),
            sample: if self.figures.groups.site.sample { Sample::Part } else { Sample::None },
            ..Frame::new(address, "changes.html", &title)
        };
        PageView { frame, view: View::Changes(Box::new(view)) }
    }

    /// «تغییرهای این ماه»
    pub(in crate::site) fn changes_title(&self) -> String {
        format!("تغییرهای {}", dates::month_year(self.figures.day))
    }

    /// «همهٔ تغییرها از پایان آذر ۱۴۰۴», for the home page.
    pub(in crate::site) fn changes_link(&self) -> Link {
        Link {
            text: format!("همهٔ تغییرها از پایان {}", dates::month_year(self.history.since.from)),
            href: self.href(Target::Changes),
        }
    }

    fn changes_lede(&self) -> String {
        let since = &self.history.since;
        let activity = &self.config.terms.activity;
        let mut parts = Vec::new();
        let mut part = |count: usize, text: &str| {
            if count > 0 {
                parts.push(format!("{} {text}", told(count, activity)));
            }
        };
        part(since.progress.len(), "پیشرفت تازه دارد");
        part(since.done.len(), "پایان یافته است");
        part(since.overdue.len(), "از مهلت گذشته است");
        let from = dates::medium(since.from);
        if parts.is_empty() {
            return format!(
                "از پایان {from} تا تاریخ گزارش در پیشرفت {} تغییری ثبت نشده است.",
                activity.many
            );
        }
        format!("از پایان {from} تا تاریخ گزارش {}.", crate::persian::text::list_and(&parts))
    }

    fn nothing_changed(&self) -> Option<Empty> {
        let counts = self.change_counts();
        counts.iter().all(|count| count.href.is_empty()).then(|| Empty {
            title: "تغییری ثبت نشده است".to_owned(),
            text: format!(
                "از پایان {} گزارش، بازدید یا مصوبهٔ تازه‌ای نرسیده است.",
                dates::medium(self.history.since.from)
            ),
            link: Some(Link {
                text: "وضعیت گزارش‌دهی".to_owned(), href: self.href(Target::Status)
            }),
        })
    }

    /// The site at the end of the month before and now.
    fn change_figures(&self) -> Vec<Figure> {
        let (then, now) = (&self.history.month.site, &self.figures.groups.site);
        let terms = &self.config.terms;
        let before = format!("در پایان {}", dates::month_year(self.history.month.day));
        let (done, overdue) = (State::Done, State::Overdue);
        vec![
            Figure {
                label: group::ACTUAL.caption.to_owned(),
                value: words::group_actual(now),
                small: moved_text(then.actual.value, now.actual.value),
                bar: Some(self.group_bar(now)),
                note: then
                    .actual
                    .value
                    .map(|value| format!("{before} {}", percent(value)))
                    .unwrap_or_default(),
                ..Figure::default()
            },
            Figure {
                label: done.fa().to_owned(),
                value: whole(now.states.get(done)),
                small: format!("از {}", counted(now.activities, &terms.activity)),
                note: format!("{before} {}", counted(then.states.get(done), &terms.activity)),
                ..Figure::default()
            },
            Figure {
                label: overdue.fa().to_owned(),
                value: whole(now.states.get(overdue)),
                small: terms.activity.one.to_string(),
                note: format!("{before} {}", counted(then.overdue(), &terms.activity)),
                flag: rise(then.overdue(), now.states.get(overdue)),
                ..Figure::default()
            },
            Figure {
                label: group::SUPERVISED.caption.to_owned(),
                value: words::share(now.supervised),
                bar: now.supervised.map(|share| Bar { actual: Some(share * 100.0), ..Bar::default() }),
                note: then
                    .supervised
                    .map(|_| format!("{before} {}", words::share(then.supervised)))
                    .unwrap_or_default(),
                ..Figure::default()
            },
        ]
    }

    fn change_counts(&self) -> Vec<EventCount> {
        let since = &self.history.since;
        let activity = &self.config.terms.activity.one;
        let event = |title: &str, count: usize, noun: &str, id: &str| EventCount {
            title: title.to_owned(),
            count: format!("{} {noun}", whole(count)),
            href: if count == 0 { String::new() } else { format!("#{id}") },
        };
        vec![
            event("پیشرفت تازه", since.progress.len(), activity, "moved"),
            event(State::Done.fa(), since.done.len(), activity, "finished"),
            event("گذشته از مهلت", since.overdue.len(), activity, "late"),
            event("تازه", since.new.len(), activity, "new"),
            event("مهلت جابه‌جاشده", since.dues.len(), activity, "dues"),
            event("بازدید", since.visits.len(), "بازدید", "visits"),
            event("مصوبهٔ تازه", since.decisions_made.len(), "مصوبه", "made"),
            event(decisions::DONE.caption, since.decisions_done.len(), "مصوبه", "done"),
        ]
    }

    fn change_lists(&self) -> Vec<ChangeList> {
        let since = &self.history.since;
        let mut finished = since.done.clone();
        finished.sort_by_key(|&idx| (std::cmp::Reverse(self.dataset[idx].finished), idx));
        let mut late = since.overdue.clone();
        late.sort_by_key(|&idx| (std::cmp::Reverse(self.figures[idx].days_overdue), idx));
        let mut moved: Vec<&ProgressMove> = since.progress.iter().collect();
        moved.sort_by(|a, b| size(b).total_cmp(&size(a)).then(a.activity.cmp(&b.activity)));
        let lists = [
            self.change_list(
                ("finished", "پایان یافت"),
                &["تاریخ پایان"],
                &finished,
                |idx| {
                    vec![self.dataset[*idx].finished.map_or_else(|| words::NOTHING.to_owned(), dates::short)]
                },
            ),
            self.change_list(
                ("late", "از مهلت گذشت"),
                &["مهلت", activity::DAYS_OVERDUE.caption],
                &late,
                |idx| {
                    let of = &self.figures[*idx];
                    vec![day_text(of.due), integer(of.days_overdue.into())]
                },
            ),
            self.change_list(
                ("dues", "مهلت جابه‌جا شد"),
                &["پیش از این", "اکنون", "جابه‌جایی", "علت"],
                &since.dues,
                |of| self.due_cells(of),
            ),
            self.change_list(
                ("moved", "پیشرفت تازه"),
                &["پیش از این", "اکنون", "تغییر"],
                &moved,
                |of| {
                    let delta = of
                        .before
                        .map_or_else(|| words::NOTHING.to_owned(), |before| signed_points(of.after - before));
                    vec![words::progress(of.before), percent(of.after), delta]
                },
            ),
            self.change_list(
                ("new", &format!("{} تازه", self.config.terms.activity.one)),
                &["آغاز", "مهلت"],
                &since.new,
                |idx| vec![day_text(self.dataset[*idx].start), day_text(self.figures[*idx].due)],
            ),
        ];
        lists.into_iter().filter(|list| !list.rows.is_empty()).collect()
    }

    fn change_list<T: Changed>(
        &self,
        (id, title): (&str, &str),
        heads: &[&str],
        changes: &[T],
        cells: impl Fn(&T) -> Vec<String>,
    ) -> ChangeList {
        let activity = &self.config.terms.activity;
        let row = |change: &T| {
            let idx = change.activity();
            ChangeRow {
                activity: self.activity_link(idx),
                meta: self.meta_of(&self.dataset[idx]),
                sample: self.dataset[idx].record.sample,
                cells: cells(change),
            }
        };
        ChangeList {
            id: id.to_owned(),
            title: title.to_owned(),
            note: counted(changes.len(), activity),
            heads: heads.iter().map(|&head| head.to_owned()).collect(),
            numbers: heads.len() < 4,
            rows: changes.iter().take(ROWS).map(row).collect(),
            more: words::rest(changes.len().saturating_sub(ROWS), &activity.one),
        }
    }

    /// The due before and now, by how many days it moved, and why.
    fn due_cells(&self, of: &DueMove) -> Vec<String> {
        let moved = of.before.zip(of.after).map(|(before, after)| after.since(before));
        let reason = last_reschedule(&self.dataset[of.activity]);
        vec![
            day_text(of.before),
            day_text(of.after),
            match moved {
                Some(days) if days > 0 => format!("{} روز دیرتر", integer(days.into())),
                Some(days) => format!("{} روز زودتر", integer((-days).into())),
                None => words::NOTHING.to_owned(),
            },
            reason.map_or_else(|| words::NOTHING.to_owned(), |of| words::reason(of.reason).to_owned()),
        ]
    }

    /// A visit as a row of a dated list.
    pub(super) fn visit_dated(&self, idx: Idx<crate::model::Visit>) -> Dated {
        let visit = &self.dataset[idx];
        let place = words::full_name(&self.dataset[visit.neighborhood]);
        Dated {
            at: stamp::mark(visit.date, self.figures.day),
            title: visit.record.title.to_string(),
            href: self.href(Target::Visit(idx)),
            meta: vec![format!("{place} · {} · {} یافته", visit.by, whole(visit.findings.len()))],
            sample: visit.record.sample,
            ..Dated::default()
        }
    }
}

/// A change that is told of an activity.
trait Changed {
    fn activity(&self) -> Idx<Activity>;
}

impl Changed for Idx<Activity> {
    fn activity(&self) -> Idx<Activity> {
        *self
    }
}

impl Changed for &ProgressMove {
    fn activity(&self) -> Idx<Activity> {
        self.activity
    }
}

impl Changed for DueMove {
    fn activity(&self) -> Idx<Activity> {
        self.activity
    }
}

/// How far an activity's progress moved; from the unknown it came the whole way.
fn size(of: &ProgressMove) -> f64 {
    (of.after - of.before.unwrap_or(0.0)).abs()
}

fn day_text(day: Option<Day>) -> String {
    day.map_or_else(|| words::NOTHING.to_owned(), dates::short)
}

/// «۳ واحد بیشتر»; empty where one of the two is unknown.
pub(super) fn moved_text(before: Option<f64>, after: Option<f64>) -> String {
    let Some((before, after)) = before.zip(after) else { return String::new() };
    let size = crate::persian::numbers::points((after - before).abs());
    if size == crate::persian::numbers::points(0.0) {
        "بی‌تغییر".to_owned()
    } else if after > before {
        format!("{size} واحد بیشتر")
    } else {
        format!("{size} واحد کمتر")
    }
}

fn rise(before: usize, after: usize) -> Option<Flag> {
    (after > before).then(|| Flag { text: format!("{} بیشتر", whole(after - before)), late: true })
}

/// The figures of a group then, beside its figures now.
pub(super) fn actual_of(brief: &Brief) -> String {
    match brief.actual.value {
        Some(value) => percent(value),
        None if brief.activities > 0 => words::UNKNOWN.to_owned(),
        None => words::NOTHING.to_owned(),
    }
}
