//! `periods/<year>-q<number>.html`: the report of a quarter, cumulative from the year's start.

mod groups;

use groups::{PeriodPart, PeriodRow, briefs};
use serde::Serialize;

use crate::figures::{decisions, group};
use crate::model::{Later, RecordKind};
use crate::persian::dates;
use crate::persian::numbers::percent;
use crate::progress::{Brief, Events, Quarter, Snapshot, State};
use crate::site::charts::Bar;
use crate::site::entries::{SearchEntry, page_entry};
use crate::site::pages::frame::{crumbs, sample_of};
use crate::site::paging::UNPAGED_ROWS;
use crate::site::view::{Alert, Dated, Flag, Frame, KeyFigure, Link, PageView};
use crate::site::words::{self, counted, whole};
use crate::site::{Addresses, Site, Target, figures, links, rows, stamp};

use super::changes;
use super::kind::{PageKind, Rank};
use super::meetings;

/// How many meetings of the quarter are named.
const MEETINGS: usize = 30;
/// The last year whose quarters texts may name beforehand: the calendar knows no later one.
const LAST_YEAR: i32 = 1500;

pub(super) const KIND: PageKind = PageKind {
    targets: |site| (0..site.history.quarters.len()).map(Target::Period).collect(),
    later: later_quarters,
    sections: |_| Vec::new(),
    entries: &[(Rank::Report, |site| {
        Box::new((0..site.history.quarters.len()).rev().map(|at| search_entry(site, at)))
    })],
};

pub(super) fn address(addresses: &Addresses<'_>, at: usize) -> String {
    let quarter = &addresses.history.quarters[at];
    quarter_address(quarter.year, quarter.number)
}

/// The quarters after that of T; which of them will be made only time can tell.
fn later_quarters(site: &Site<'_>, _: &Later) -> Vec<String> {
    let now = site.figures.day.jalali();
    let quarters = (now.year..=LAST_YEAR).flat_map(|year| (1..=4).map(move |number| (year, number)));
    let later = quarters.filter(|&quarter| quarter > (now.year, now.month.div_ceil(3)));
    later.map(|(year, number)| quarter_address(year, number)).collect()
}

fn quarter_address(year: i32, number: u32) -> String {
    format!("periods/{year}-q{number}.html")
}

/// What the report of a quarter shows.
#[derive(Debug, Serialize)]
struct PeriodPage {
    /// «سه‌ماههٔ سوم ۱۴۰۴، پاییز»
    pub kicker: String,
    /// «گزارش نه‌ماههٔ ۱۴۰۴»
    pub name: String,
    /// Where the site stood, and from where it came.
    pub lede: String,
    /// The quarter isn't over.
    pub alert: Option<Alert>,
    /// The site at the end.
    pub figures: Vec<KeyFigure>,
    /// What happened in the quarter and since the year's start.
    pub events: Vec<EventRow>,
    /// «پایان شهریور», the head of the columns.
    pub heads: PeriodHeads,
    /// By county; empty where there is but one or none.
    pub counties: Vec<PeriodRow>,
    /// By neighborhood, where one table holds them.
    pub neighborhoods: Vec<PeriodRow>,
    /// By neighborhood, where they are too many.
    pub parts: Vec<PeriodPart>,
    /// How many neighborhoods are left out; empty for none.
    pub neighborhoods_note: String,
    /// By domain.
    pub domains: Vec<PeriodRow>,
    /// The whole.
    pub total: PeriodRow,
    /// Activities finished in the quarter, the latest first.
    pub finished: Vec<Dated>,
    /// How many more there were; empty for none.
    pub finished_note: String,
    /// Meetings held in the quarter, the latest first.
    pub meetings: Vec<Dated>,
    /// The report of the quarter before.
    pub earlier: Option<Link>,
    /// The report of the quarter after.
    pub later: Option<Link>,
}

/// The days that the columns of a quarter's tables are of.
#[derive(Debug, Serialize)]
struct PeriodHeads {
    /// «پایان ۱۴۰۳»
    pub year_before: String,
    /// «پایان شهریور»; empty in a first quarter.
    pub before: String,
    /// «پایان آذر», «۱۵ دی»
    pub at: String,
}

/// How much of a kind happened.
#[derive(Debug, Serialize)]
struct EventRow {
    /// «فعالیت پایان‌یافته»
    pub title: String,
    /// In the quarter.
    pub quarter: String,
    /// Since the year's start.
    pub year: String,
}

pub(super) fn view(site: &Site<'_>, address: &str, at: usize) -> PageView {
    let quarter = &site.history.quarters[at];
    let name = words::quarter(quarter);
    let above = vec![Link { text: changes::title(site), href: site.href(Target::Changes) }];
    let all = if site.order.goes_by_county() { &site.order.by_county } else { &site.order.neighborhoods };
    let shown = &all[..all.len().min(UNPAGED_ROWS)];
    let total = format!("همهٔ {}", site.config.terms.neighborhood.many);
    let briefs = |of: &dyn Fn(&Snapshot) -> Brief| briefs(quarter, of);
    let view = PeriodPage {
        kicker: format!("{} {}", quarter_name(quarter.number), dates::year(quarter.year)),
        lede: lede(site, quarter),
        alert: (!quarter.is_over()).then(|| unfinished(quarter)),
        figures: figures(site, quarter),
        events: event_rows(site, &quarter.events, &quarter.year_events),
        heads: period_heads(quarter),
        counties: groups::counties(site, quarter),
        neighborhoods: if site.order.is_large() {
            Vec::new()
        } else {
            groups::neighborhoods(site, quarter, shown)
        },
        parts: if site.order.is_large() { groups::parts(site, quarter, shown) } else { Vec::new() },
        neighborhoods_note: words::rest(
            all.len().saturating_sub(UNPAGED_ROWS),
            &site.config.terms.neighborhood.one,
        ),
        domains: site
            .order
            .domains
            .iter()
            .map(|&idx| groups::row(site, links::domain(site, idx), briefs(&|of| of.domains[idx.get()])))
            .collect(),
        total: groups::row(site, Link { text: total, href: String::new() }, briefs(&|of| of.site)),
        finished: quarter.finished.iter().map(|&idx| finished_row(site, idx, quarter)).collect(),
        finished_note: words::rest(
            quarter.events.done.saturating_sub(quarter.finished.len()),
            &site.config.terms.activity.one,
        ),
        meetings: site
            .relations
            .held
            .iter()
            .filter(|&&idx| (quarter.first..=quarter.at.day).contains(&site.dataset[idx].date))
            .take(MEETINGS)
            .map(|&idx| meetings::coming_row(site, idx))
            .collect(),
        earlier: at.checked_sub(1).map(|before| links::period(site, before)),
        later: (at + 1 < site.history.quarters.len()).then(|| links::period(site, at + 1)),
        name,
    };
    let frame = Frame {
        description: view.lede.clone(),
        crumbs: crumbs(site, above, &view.name),
        section: changes::SECTION.to_owned(),
        sample: sample_of(false, &site.figures.groups.site, false),
        ..Frame::new(address, "period.html", &view.name)
    };
    PageView::new(frame, view)
}

/// «پیشرفت طرح محله‌محوری در استان قم در پایان آذر ۵۸ درصد بود، ۶ واحد کمتر از برنامه. در آغاز سال ۱۰ درصد بود.»
fn lede(site: &Site<'_>, quarter: &Quarter) -> String {
    let identity = &site.config.identity;
    let place = format!("{} در استان {}", identity.programme.shown(), identity.province);
    let on = end_text(quarter);
    let whole_site = &quarter.at.site;
    let Some(actual) = whole_site.actual.value else {
        return format!("تا {on} گزارشی از پیشرفت {place} نرسیده بود.");
    };
    let (means, terms) = (whole_site.means(), &site.config.terms);
    let differs = means.deviation.value.is_some() && means.deviation_has_other_members();
    let basis = words::basis(means.actual, differs, terms);
    let against = words::against_plan_of(&means, differs, terms);
    let against = against.map(|against| format!("، {against}")).unwrap_or_default();
    let before = quarter.year_before.site.actual.value;
    let before = before.map(|before| format!(" در آغاز سال {} بود.", percent(before))).unwrap_or_default();
    format!("پیشرفت {place} در {on} {} بود{basis}{against}.{before}", percent(actual))
}

fn figures(site: &Site<'_>, quarter: &Quarter) -> Vec<KeyFigure> {
    let whole_site = &quarter.at.site;
    let activity = &site.config.terms.activity;
    let decisions = &quarter.at.decisions;
    let means = whole_site.means();
    vec![
        KeyFigure {
            label: group::ACTUAL.caption.to_owned(),
            value: words::brief_actual(whole_site),
            small: whole_site
                .planned
                .value
                .map(|value| format!("در برابر {} برنامه", percent(value)))
                .unwrap_or_default(),
            bar: Some(groups::bar(site, whole_site)),
            note: match words::moved(quarter.year_before.site.actual.value, whole_site.actual.value) {
                moved if moved.is_empty() => {
                    format!(
                        "میانگین {}",
                        words::coverage(whole_site.actual, whole_site.activities, &site.config.terms)
                    )
                }
                moved => format!("{moved} از آغاز سال"),
            },
            flag: figures::lags(site, whole_site.deviation.value).then(|| Flag {
                text: words::against_plan_of(&means, means.plan_has_other_members(), &site.config.terms)
                    .unwrap_or_default(),
                late: false,
            }),
            ..KeyFigure::default()
        },
        KeyFigure {
            label: State::Done.fa().to_owned(),
            value: whole(whole_site.states.get(State::Done)),
            small: format!("از {}", counted(whole_site.activities, activity)),
            note: format!("{} در این سال", counted(quarter.year_events.done, activity)),
            ..KeyFigure::default()
        },
        KeyFigure {
            label: group::SUPERVISED.caption.to_owned(),
            value: words::share(whole_site.supervised),
            bar: whole_site.supervised.map(|share| Bar { actual: Some(share * 100.0), ..Bar::default() }),
            note: format!(
                "{} از {} جاری",
                whole(whole_site.supervised_count),
                counted(whole_site.running, activity)
            ),
            ..KeyFigure::default()
        },
        KeyFigure {
            label: "مصوبه‌های انجام‌نشده".to_owned(),
            value: whole(decisions.open + decisions.overdue),
            small: format!("از {} مصوبه", whole(decisions.all())),
            flag: (decisions.overdue > 0).then(|| Flag {
                text: format!("{} مصوبه از مهلت گذشته بود.", whole(decisions.overdue)),
                late: true,
            }),
            ..KeyFigure::default()
        },
    ]
}

fn event_rows(site: &Site<'_>, quarter: &Events, year: &Events) -> Vec<EventRow> {
    let terms = &site.config.terms;
    let activity = &terms.activity.one;
    let row = |title: String, of: fn(&Events) -> usize| EventRow {
        title,
        quarter: whole(of(quarter)),
        year: whole(of(year)),
    };
    vec![
        row(format!("{activity} تازه"), |of| of.new),
        row(format!("{activity} با پیشرفت تازه"), |of| of.moved),
        row(format!("{activity} پایان‌یافته"), |of| of.done),
        row(format!("{activity} گذشته از مهلت"), |of| of.overdue),
        row(format!("{activity} با مهلت جابه‌جاشده"), |of| of.dues),
        row(format!("{activity} با {} تازه", words::lead(terms)), |of| of.handovers),
        row("گزارش اصلاح‌شده".to_owned(), |of| of.corrections),
        row(RecordKind::Visit.fa().to_owned(), |of| of.visits),
        row(terms.meeting.one.to_string(), |of| of.meetings),
        row("مصوبهٔ تازه".to_owned(), |of| of.decisions_made),
        row(decisions::DONE.caption.to_owned(), |of| of.decisions_done),
        row("مسئلهٔ حل‌شده".to_owned(), |of| of.problems_solved),
    ]
}

fn finished_row(site: &Site<'_>, idx: crate::model::Idx<crate::model::Activity>, quarter: &Quarter) -> Dated {
    let activity = &site.dataset[idx];
    let day = activity.finished.unwrap_or(quarter.at.day);
    Dated {
        at: stamp::mark(day, quarter.at.day),
        title: activity.record.title.to_string(),
        href: site.href(Target::Activity(idx)),
        meta: vec![rows::meta(site, activity)],
        sample: activity.record.sample,
        ..Dated::default()
    }
}

/// «سه‌ماههٔ سوم»
fn quarter_name(number: u32) -> &'static str {
    match number {
        1 => "سه‌ماههٔ نخست (بهار)",
        2 => "سه‌ماههٔ دوم (تابستان)",
        3 => "سه‌ماههٔ سوم (پاییز)",
        _ => "سه‌ماههٔ چهارم (زمستان)",
    }
}

/// «پایان آذر», «۱۵ دی»
fn end_text(quarter: &Quarter) -> String {
    if quarter.is_over() {
        format!("پایان {}", dates::month_name(quarter.last.jalali().month))
    } else {
        dates::day_month(quarter.at.day)
    }
}

fn period_heads(quarter: &Quarter) -> PeriodHeads {
    let before = quarter.before.day;
    PeriodHeads {
        year_before: format!("پایان {}", dates::year(quarter.year - 1)),
        before: if quarter.number == 1 {
            String::new()
        } else {
            format!("پایان {}", dates::month_name(before.jalali().month))
        },
        at: end_text(quarter),
    }
}

fn unfinished(quarter: &Quarter) -> Alert {
    Alert {
        kind: "info".to_owned(),
        title: "این فصل پایان نیافته است.".to_owned(),
        text: format!(
            "گزارش تا {} است و در ویرایش‌های بعد تا {} کامل می‌شود.",
            dates::medium(quarter.at.day),
            dates::medium(quarter.last)
        ),
        link: None,
    }
}

fn search_entry<'a>(site: &Site<'a>, at: usize) -> SearchEntry<'a> {
    page_entry(&words::quarter(&site.history.quarters[at]), site.href(Target::Period(at)), Vec::new())
}
