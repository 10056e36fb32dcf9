//! `changes.html`: what changed since the end of the month before T's (F27).

use serde::Serialize;

use crate::figures::{activity, decisions, group};
use crate::model::{Activity, Agency, Idx, RecordKind};
use crate::persian::numbers::{integer, percent};
use crate::persian::{Day, dates};
use crate::progress::{Correction, DueMove, LeadMove, ProgressMove, State, last_reschedule};
use crate::site::charts::Bar;
use crate::site::figures::{self, signed_points};
use crate::site::rows::{self, DecisionRow};
use crate::site::view::{Dated, Empty, Flag, Frame, KeyFigure, Link, PageView};
use crate::site::words::{self, counted, in_sentence, whole};
use crate::site::{Addresses, Site, Target, corrections, links, stamp};

use super::frame::{crumbs, sample_of};
use super::kind::{IndexLine, IndexPart, Menu, PageKind};

/// How many rows each list of changes has.
const ROWS: usize = 60;

/// The key of its section.
pub(super) const SECTION: &str = "changes";

pub(super) const KIND: PageKind = PageKind {
    targets: |_| vec![Target::Changes],
    later: |_, _| Vec::new(),
    sections: |_| {
        vec![IndexLine {
            part: IndexPart::Report,
            key: SECTION.to_owned(),
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
struct ChangesPage {
    /// What moved, in a sentence or two.
    pub lede: String,
    /// The site then and now.
    pub figures: Vec<KeyFigure>,
    /// How much of each kind there was; those that are told below lead there.
    pub events: Vec<EventCount>,
    /// Activities that were finished, passed their due, are new, were moved, progressed.
    pub lists: Vec<ChangeList>,
    /// Visits since then, the latest first.
    pub visits: Vec<Dated>,
    /// How many more there were; empty for none.
    pub visits_note: String,
    /// Decisions made since then.
    pub decided: Vec<DecisionRow>,
    /// Decisions done since then.
    pub done: Vec<DecisionRow>,
    /// What is told where nothing changed.
    pub empty: Option<Empty>,
    /// The reports of quarters, the latest first.
    pub periods: Vec<Link>,
}

/// How many changes of a kind there were.
#[derive(Debug, Serialize)]
struct EventCount {
    /// «پیشرفت تازه»
    pub title: String,
    /// «۱۲ فعالیت»
    pub count: String,
    /// `#moved`, where they are listed; empty for none.
    pub href: String,
}

/// A list of activities that changed in one way.
#[derive(Debug, Serialize)]
struct ChangeList {
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
struct ChangeRow {
    /// The activity.
    pub activity: Link,
    /// Where and whose.
    pub meta: String,
    /// It is illustrative.
    pub sample: bool,
    /// A text for each further column.
    pub cells: Vec<String>,
}

pub(super) fn view(site: &Site<'_>, address: &str) -> PageView {
    let since = &site.history.since;
    let title = title(site);
    let visits = &since.visits;
    let mut latest = visits.clone();
    latest.sort_by_key(|&idx| std::cmp::Reverse(site.dataset[idx].date));
    let decisions = |list: &[crate::model::DecisionRef]| {
        list.iter().take(ROWS).map(|&of| rows::decision_row(site, of)).collect::<Vec<_>>()
    };
    let view = ChangesPage {
        lede: lede(site),
        figures: figures(site),
        events: counts(site),
        lists: lists(site),
        visits: latest.iter().take(ROWS).map(|&idx| visit_dated(site, idx)).collect(),
        visits_note: words::rest(visits.len().saturating_sub(ROWS), RecordKind::Visit.fa()),
        decided: decisions(&since.decisions_made),
        done: decisions(&since.decisions_done),
        empty: nothing_changed(site),
        periods: (0..site.history.quarters.len()).rev().map(|at| links::period(site, at)).collect(),
    };
    let frame = Frame {
        description: view.lede.clone(),
        crumbs: crumbs(site, Vec::new(), &title),
        section: SECTION.to_owned(),
        sample: sample_of(false, &site.figures.groups.site, false),
        ..Frame::new(address, "changes.html", &title)
    };
    PageView::new(frame, view)
}

/// «تغییرهای این ماه»
pub(in crate::site) fn title(site: &Site<'_>) -> String {
    format!("تغییرهای {}", dates::month_year(site.figures.day))
}

/// «همهٔ تغییرها از پایان آذر ۱۴۰۴», for the home page.
pub(in crate::site) fn link(site: &Site<'_>) -> Link {
    Link {
        text: format!("همهٔ تغییرها از پایان {}", dates::month_year(site.history.since.from)),
        href: site.href(Target::Changes),
    }
}

fn lede(site: &Site<'_>) -> String {
    let since = &site.history.since;
    let activity = &site.config.terms.activity;
    let mut parts = Vec::new();
    let mut part = |count: usize, text: &str| {
        if count > 0 {
            parts.push(format!("{} {text}", in_sentence(count, &activity.one)));
        }
    };
    part(since.progress.len(), "پیشرفت تازه دارد");
    part(since.done.len(), "پایان یافته است");
    part(since.overdue.len(), "از مهلت گذشته است");
    let from = dates::medium(since.from);
    if parts.is_empty() {
        return format!("از پایان {from} تا تاریخ گزارش در پیشرفت {} تغییری ثبت نشده است.", activity.many);
    }
    format!("از پایان {from} تا تاریخ گزارش {}.", crate::persian::text::list_and(&parts))
}

fn nothing_changed(site: &Site<'_>) -> Option<Empty> {
    let counts = counts(site);
    counts.iter().all(|count| count.href.is_empty()).then(|| Empty {
        title: "تغییری ثبت نشده است".to_owned(),
        text: format!(
            "از پایان {} گزارش، بازدید یا مصوبهٔ تازه‌ای نرسیده است.",
            dates::medium(site.history.since.from)
        ),
        link: Some(Link {
            text: "وضعیت گزارش‌دهی".to_owned(), href: site.href(Target::Status)
        }),
    })
}

/// The site at the end of the month before and now.
fn figures(site: &Site<'_>) -> Vec<KeyFigure> {
    let (then, now) = (&site.history.month.site, &site.figures.groups.site);
    let terms = &site.config.terms;
    let before = format!("در پایان {}", dates::month_year(site.history.month.day));
    let (done, overdue) = (State::Done, State::Overdue);
    vec![
        KeyFigure {
            label: group::ACTUAL.caption.to_owned(),
            value: words::group_actual(now),
            small: words::moved(then.actual.value, now.actual.value),
            bar: Some(figures::group_bar(site, now)),
            note: then.actual.value.map(|value| format!("{before} {}", percent(value))).unwrap_or_default(),
            ..KeyFigure::default()
        },
        KeyFigure {
            label: done.fa().to_owned(),
            value: whole(now.states.get(done)),
            small: format!("از {}", counted(now.activities, &terms.activity)),
            note: format!("{before} {}", counted(then.states.get(done), &terms.activity)),
            ..KeyFigure::default()
        },
        KeyFigure {
            label: overdue.fa().to_owned(),
            value: whole(now.states.get(overdue)),
            small: terms.activity.one.to_string(),
            note: format!("{before} {}", counted(then.overdue(), &terms.activity)),
            flag: rise(then.overdue(), now.states.get(overdue)),
            ..KeyFigure::default()
        },
        KeyFigure {
            label: group::SUPERVISED.caption.to_owned(),
            value: words::share(now.supervised),
            bar: now.supervised.map(|share| Bar { actual: Some(share * 100.0), ..Bar::default() }),
            note: then
                .supervised
                .map(|_| format!("{before} {}", words::share(then.supervised)))
                .unwrap_or_default(),
            ..KeyFigure::default()
        },
    ]
}

fn counts(site: &Site<'_>) -> Vec<EventCount> {
    let since = &site.history.since;
    let activity = &site.config.terms.activity.one;
    let event = |title: &str, count: usize, noun: &str, id: &str| EventCount {
        title: title.to_owned(),
        count: format!("{} {noun}", whole(count)),
        href: if count == 0 { String::new() } else { format!("#{id}") },
    };
    let visit = RecordKind::Visit.fa();
    vec![
        event("پیشرفت تازه", since.progress.len(), activity, "moved"),
        event(State::Done.fa(), since.done.len(), activity, "finished"),
        event("گذشته از مهلت", since.overdue.len(), activity, "late"),
        event("تازه", since.new.len(), activity, "new"),
        event("مهلت جابه‌جاشده", since.dues.len(), activity, "dues"),
        event(&handover_title(site), since.handovers.len(), activity, "handovers"),
        event("گزارش اصلاح‌شده", since.corrections.len(), RecordKind::Update.fa(), "corrections"),
        event(visit, since.visits.len(), visit, "visits"),
        event("مصوبهٔ تازه", since.decisions_made.len(), "مصوبه", "made"),
        event(decisions::DONE.caption, since.decisions_done.len(), "مصوبه", "done"),
    ]
}

fn lists(site: &Site<'_>) -> Vec<ChangeList> {
    let since = &site.history.since;
    let mut finished = since.done.clone();
    finished.sort_by_key(|&idx| (std::cmp::Reverse(site.dataset[idx].finished), idx));
    let mut late = since.overdue.clone();
    late.sort_by_key(|&idx| (std::cmp::Reverse(site.figures[idx].days_overdue), idx));
    let mut moved: Vec<&ProgressMove> = since.progress.iter().collect();
    moved.sort_by(|a, b| size(b).total_cmp(&size(a)).then(a.activity.cmp(&b.activity)));
    let lists = [
        list(site, ("finished", "پایان یافت"), &["تاریخ پایان"], &finished, |idx| {
            vec![site.dataset[*idx].finished.map_or_else(|| words::NOTHING.to_owned(), dates::short)]
        }),
        list(
            site,
            ("late", "از مهلت گذشت"),
            &["مهلت", activity::DAYS_OVERDUE.caption],
            &late,
            |idx| {
                let of = &site.figures[*idx];
                vec![day_text(of.due), integer(of.days_overdue)]
            },
        ),
        list(
            site,
            ("dues", "مهلت جابه‌جا شد"),
            &["پیش از این", "اکنون", "جابه‌جایی", "علت"],
            &since.dues,
            |of| due_cells(site, of),
        ),
        ChangeList {
            numbers: false,
            ..list(
                site,
                ("handovers", &handover_title(site)),
                &["پیش از این", "اکنون"],
                &since.handovers,
                |of| vec![agency_text(site, of.before), agency_text(site, of.after)],
            )
        },
        ChangeList {
            note: format!("{} گزارش", whole(since.corrections.len())),
            numbers: false,
            ..list(
                site,
                ("corrections", "گزارش اصلاح شد"),
                &["اصلاح"],
                &since.corrections,
                |of| {
                    let activity = &site.dataset[of.activity];
                    vec![corrections::sentence(activity, &activity.updates[of.update]).unwrap_or_default()]
                },
            )
        },
        list(
            site,
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
        list(
            site,
            ("new", &format!("{} تازه", site.config.terms.activity.one)),
            &["آغاز", "مهلت"],
            &since.new,
            |idx| vec![day_text(site.dataset[*idx].start), day_text(site.figures[*idx].due)],
        ),
    ];
    lists.into_iter().filter(|list| !list.rows.is_empty()).collect()
}

/// «تغییر دستگاه مسئول»
fn handover_title(site: &Site<'_>) -> String {
    format!("تغییر {}", words::lead(&site.config.terms))
}

fn agency_text(site: &Site<'_>, agency: Option<Idx<Agency>>) -> String {
    agency.map_or_else(|| words::NOTHING.to_owned(), |at| site.dataset[at].record.title.to_string())
}

fn list<T: Changed>(
    site: &Site<'_>,
    (id, title): (&str, &str),
    heads: &[&str],
    changes: &[T],
    cells: impl Fn(&T) -> Vec<String>,
) -> ChangeList {
    let activity = &site.config.terms.activity;
    let row = |change: &T| {
        let idx = change.activity();
        ChangeRow {
            activity: links::activity(site, idx),
            meta: rows::meta(site, &site.dataset[idx]),
            sample: site.dataset[idx].record.sample,
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
fn due_cells(site: &Site<'_>, of: &DueMove) -> Vec<String> {
    let moved = of.before.zip(of.after).map(|(before, after)| after.since(before));
    let reason = last_reschedule(&site.dataset[of.activity]);
    vec![
        day_text(of.before),
        day_text(of.after),
        match moved {
            Some(days) if days > 0 => format!("{} روز دیرتر", integer(days)),
            Some(days) => format!("{} روز زودتر", integer(-days)),
            None => words::NOTHING.to_owned(),
        },
        reason.map_or_else(|| words::NOTHING.to_owned(), |of| of.reason.fa().to_owned()),
    ]
}

/// A visit as a row of a dated list.
pub(super) fn visit_dated(site: &Site<'_>, idx: Idx<crate::model::Visit>) -> Dated {
    let visit = &site.dataset[idx];
    let place = words::full_name(&site.dataset[visit.neighborhood]);
    Dated {
        at: stamp::mark(visit.date, site.figures.day),
        title: visit.record.title.to_string(),
        href: site.href(Target::Visit(idx)),
        meta: vec![format!("{place} · {} · {} یافته", visit.by, whole(visit.findings.len()))],
        sample: visit.record.sample,
        ..Dated::default()
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

impl Changed for LeadMove {
    fn activity(&self) -> Idx<Activity> {
        self.activity
    }
}

impl Changed for Correction {
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

fn rise(before: usize, after: usize) -> Option<Flag> {
    (after > before).then(|| Flag { text: format!("{} بیشتر", whole(after - before)), late: true })
}
