//! What the pages of a neighborhood, a cell and a domain share: overview, schedule, responsibilities, indicators, visits.

use serde::Serialize;

use crate::model::{Activity, Domain, FindingRef, Idx};
use crate::persian::numbers::{integer, percent};
use crate::progress::{Group, State};
use crate::site::charts::{Gantt, Ring};
use crate::site::rows::{self, ActivityRow, DutyRow, FindingRow, IndicatorRow};
use crate::site::view::{Dated, Link, Pillar, Tally, Why};
use crate::site::words::{self, counted};
use crate::site::{Resolver, Site, Target, attention, figures, gantt, matrix};

/// How many indicators a group's page shows.
const INDICATORS: usize = 20;
/// How many findings of visits it shows: a neighborhood's page has room for them (120 KB).
const FINDINGS: usize = 15;
/// How many activities its schedule and its table of responsibilities show before they link to the rest.
const SCHEDULED: usize = 30;
/// How many rows the table of activities of a cell has at most: nowhere else are they all told.
pub(super) const CELL_ROWS: usize = 100;
/// How many rows it has on the page of a domain.
pub(super) const DOMAIN_ROWS: usize = SCHEDULED;

/// The head of a group's page: its ring, its states and why.
#[derive(Debug, Serialize)]
pub(super) struct Overview {
    /// What stands behind the figure, in words.
    pub lede: String,
    /// The ring.
    pub ring: Ring,
    /// The states.
    pub tally: Tally,
    /// Why the figure is so.
    pub why: Why,
    /// Nothing is recorded in the group.
    pub empty: bool,
}

/// What a group's page shows of its members.
#[derive(Debug, Serialize)]
pub(super) struct Members {
    /// The schedule of the year.
    pub gantt: Gantt,
    /// The three pillars.
    pub pillars: Vec<Pillar>,
    /// The activities as a table.
    pub activities: Vec<ActivityRow>,
    /// Which of them the schedule shows («۳۰ از ۲۵۰ فعالیت: …»); empty for all.
    pub scheduled_note: String,
    /// The way to those that the lists leave out.
    pub activities_more: Option<Link>,
    /// Who does what.
    pub duties: Vec<DutyRow>,
    /// The indicators.
    pub indicators: Vec<IndicatorRow>,
    /// What visits saw.
    pub findings: Vec<FindingRow>,
    /// How far supervision reaches, in a sentence.
    pub supervision: String,
    /// The latest reports.
    pub updates: Vec<Dated>,
    /// The next deadlines.
    pub deadlines: Vec<Dated>,
}

pub(super) fn overview(site: &Site<'_>, group: &Group, rest: Target) -> Overview {
    let mut why = figures::why_progress(site, group, rest);
    if let Some(actual) = group.actual.value {
        why.summary = format!("چرا {}؟", percent(actual));
    }
    Overview {
        lede: words::lede(group, &site.config.terms),
        ring: figures::ring(site, group),
        tally: figures::tally(site, group),
        why,
        empty: group.members.is_empty(),
    }
}

/// The members of a group for its page: at most so many rows in the table of activities; `rest` is where the whole
/// list stands.
pub(super) fn members(
    site: &Site<'_>,
    resolver: &Resolver<'_>,
    group: &Group,
    rows: usize,
    rest: String,
    root: &str,
) -> Members {
    let all: Vec<Idx<Activity>> = group.members.iter().map(|&at| Idx::new(at as usize)).collect();
    let listed = most_wanted(site, &all, SCHEDULED.max(rows));
    let scheduled = &listed[..listed.len().min(SCHEDULED)];
    let of_all = counted(all.len(), &site.config.terms.activity);
    let is_partial = all.len() > scheduled.len();
    Members {
        gantt: gantt::chart(site, by_domain(site, scheduled)),
        pillars: figures::pillars(site, group),
        activities: listed.iter().take(rows).map(|&idx| rows::activity_row(site, idx)).collect(),
        scheduled_note: if is_partial {
            let shown = words::whole(scheduled.len());
            format!("{shown} از {of_all}: پایان‌نیافته‌ها، نزدیک‌ترین مهلت به تاریخ گزارش پیش از دیگران")
        } else {
            String::new()
        },
        activities_more: (is_partial && all.len() > rows)
            .then(|| Link { text: format!("همهٔ {of_all}"), href: rest }),
        duties: scheduled.iter().map(|&idx| rows::duty_row(site, idx)).collect(),
        indicators: all.iter().flat_map(|&idx| rows::indicator_rows(site, idx)).take(INDICATORS).collect(),
        findings: latest_findings(site, resolver, &all, root),
        supervision: supervision_sentence(site, group),
        updates: rows::updates(site, resolver, all.iter().copied(), 6, root),
        deadlines: deadlines(site, &all),
    }
}

/// At most so many: where the schedule has no room for all, those that are asked for come first, unfinished ones
/// before the others, the due nearest to T first.
fn most_wanted(site: &Site<'_>, all: &[Idx<Activity>], most: usize) -> Vec<Idx<Activity>> {
    let mut listed = all.to_vec();
    if all.len() > SCHEDULED {
        listed.sort_by_key(|&idx| {
            let of = &site.figures[idx];
            let away = of.due.map_or(i32::MAX, |due| due.since(site.figures.day).abs());
            (matches!(of.state, State::Done | State::Cancelled), away, idx)
        });
    }
    listed.truncate(most);
    listed
}

/// Activities under the headings of their domains, in the order of domains.
pub(super) fn by_domain(
    site: &Site<'_>,
    activities: &[Idx<Activity>],
) -> Vec<(String, String, Vec<Idx<Activity>>)> {
    let of = |domain: Idx<Domain>| {
        let list = activities.iter().copied().filter(|&idx| site.dataset[idx].domain == domain).collect();
        (site.dataset[domain].record.title.to_string(), matrix::domain_icon(site, domain), list)
    };
    site.order.domains.iter().map(|&domain| of(domain)).collect()
}

/// The latest findings of the given activities, the latest visit first.
fn latest_findings(
    site: &Site<'_>,
    resolver: &Resolver<'_>,
    activities: &[Idx<Activity>],
    root: &str,
) -> Vec<FindingRow> {
    let mut findings: Vec<FindingRef> =
        activities.iter().flat_map(|&idx| site.dataset[idx].findings.iter().copied()).collect();
    findings.sort_by(|a, b| site.dataset[b.visit].date.cmp(&site.dataset[a.visit].date).then(a.cmp(b)));
    findings.truncate(FINDINGS);
    findings
        .into_iter()
        .enumerate()
        .map(|(at, of)| rows::finding_row(site, resolver, of, &format!("f{at}"), root))
        .collect()
}

fn supervision_sentence(site: &Site<'_>, group: &Group) -> String {
    let activity = &site.config.terms.activity;
    if group.running == 0 {
        return format!("هیچ {} جاری نیست.", words::any(&activity.one));
    }
    format!(
        "{} از {} جاری در {} روز گذشته بازدید شده است.",
        words::whole(group.supervised_count),
        counted(group.running, activity),
        integer(site.config.thresholds.supervision_days)
    )
}

fn deadlines(site: &Site<'_>, activities: &[Idx<Activity>]) -> Vec<Dated> {
    let mut list: Vec<_> =
        activities.iter().copied().filter(|&idx| attention::is_open_deadline(site, idx)).collect();
    list.sort_by_key(|&idx| (site.figures[idx].due, idx));
    list.into_iter().take(6).map(|idx| rows::deadline_row(site, idx)).collect()
}
