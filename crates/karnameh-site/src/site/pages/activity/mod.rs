//! `activities/<id>.html`: everything known of one activity.

mod entry;
mod facts;
mod history;
mod indicators;
mod timing;
mod why;

use serde::Serialize;

use crate::figures::activity::VERIFIED;
use crate::model::{Activity, Idx, Measure, RecordKind};
use crate::persian::dates;
use crate::persian::numbers::percent;
use crate::progress::{ActivityFigures, State};
use crate::site::address::record_page;
use crate::site::charts::{Bar, Gantt, IndicatorChart};
use crate::site::pages::frame::crumbs;
use crate::site::rows::{self, DecisionRow, FindingRow};
use crate::site::view::{
    Alert, Dated, EvidenceFile, Fact, Frame, Html, KeyFigure, Knot, Link, PageView, Stamp, Why,
};
use crate::site::{Addresses, Resolver, Site, Target, figures, links, words};

use super::frame::sample;
use super::kind::{PageKind, Rank};
use crate::site::pages::activities;

pub(super) const KIND: PageKind = PageKind {
    targets: |site| (0..site.dataset.activities.len()).map(Idx::new).map(Target::Activity).collect(),
    later: |_, later| {
        later.ids(RecordKind::Activity).iter().map(|id| record_page("activities", id)).collect()
    },
    sections: |_| Vec::new(),
    entries: &[(Rank::Work, |site| Box::new(site.listed.iter().map(|&idx| entry::search_entry(site, idx))))],
};

pub(super) fn address(addresses: &Addresses<'_>, idx: Idx<Activity>) -> String {
    record_page("activities", &addresses.dataset[idx].record.id)
}

/// What an activity's page shows.
#[derive(Debug, Serialize)]
struct ActivityPage {
    /// Its title.
    pub name: String,
    /// The state's key.
    pub state: String,
    /// What it is about; empty for none.
    pub summary: String,
    /// Reported, planned, verified.
    pub figures: Vec<KeyFigure>,
    /// The three on one bar.
    pub bar: Bar,
    /// «۳۰ واحد عقب‌تر از برنامه», for the bar's legend; empty for none.
    pub gap: String,
    /// Why.
    pub why: Why,
    /// What a reader must know first.
    pub alerts: Vec<Alert>,
    /// Neighborhood, domain, agency, days …
    pub facts: Vec<Fact>,
    /// The schedule, first and present; absent without days.
    pub gantt: Option<Gantt>,
    /// Changes of the due date.
    pub reschedules: Vec<RescheduleRow>,
    /// «۲ از ۵ مرحله»
    pub milestones_note: String,
    /// The milestones.
    pub milestones: Vec<Knot>,
    /// The indicators, each with its chart.
    pub indicators: Vec<IndicatorBlock>,
    /// The narrative.
    pub body: Option<Html>,
    /// Everything that happened, the latest first.
    pub history: Vec<Dated>,
    /// What visits saw.
    pub findings: Vec<FindingRow>,
    /// Decisions that it carries out.
    pub decisions: Vec<DecisionRow>,
    /// Documents and photos.
    pub evidence: Vec<EvidenceFile>,
    /// What it waits for.
    pub depends_on: Vec<Link>,
    /// What waits for it.
    pub dependents: Vec<Link>,
}

/// A change of the due date (F10).
#[derive(Debug, Serialize)]
struct RescheduleRow {
    /// When it was decided.
    pub at: Stamp,
    /// The due before; absent where there was none.
    pub from: Option<Stamp>,
    /// The due after.
    pub to: Stamp,
    /// «۹۰ روز», «−۱۰ روز»
    pub moved: String,
    /// «پیمانکار»
    pub reason: String,
    /// A note; empty for none.
    pub note: String,
}

/// An indicator with its sentence and its chart.
#[derive(Debug, Serialize)]
struct IndicatorBlock {
    /// What is measured.
    pub title: String,
    /// «پایه ۱۲۰، اکنون ۲۶۰، هدف ۶۰۰ نفر: ۲۹٪ تحقق»
    pub caption: String,
    /// Its chart; absent without values.
    pub chart: Option<IndicatorChart>,
}

pub(super) fn view(site: &Site<'_>, resolver: &Resolver<'_>, address: &str, idx: Idx<Activity>) -> PageView {
    let activity = &site.dataset[idx];
    let of = &site.figures[idx];
    let name = activity.record.title.to_string();
    let first = activity.neighborhoods[0];
    let above = vec![
        Link {
            text: site.config.terms.neighborhood.many.to_string(),
            href: site.href(Target::Neighborhoods(1)),
        },
        links::neighborhood(site, first),
        Link {
            text: site.dataset[activity.domain].record.title.to_string(),
            href: site.href(Target::Cell(first, activity.domain)),
        },
    ];
    let summary = words::or_empty(activity.summary.as_ref());
    let frame = Frame {
        description: format!("{} {summary}", rows::meta(site, activity)).trim_end().to_owned(),
        crumbs: crumbs(site, above, &name),
        section: activities::SECTION.to_owned(),
        sample: sample(activity.record.sample, false),
        ..Frame::new(address, "activity.html", &name)
    };
    let root = &*frame.root;
    let (milestones_note, milestones) = timing::milestones(site, activity);
    let view = ActivityPage {
        state: of.state.key().to_owned(),
        summary,
        figures: activity_figures(of),
        bar: figures::activity_bar(site, idx),
        gap: deviation_legend(of),
        why: why::why(site, idx),
        alerts: why::alerts(site, idx),
        facts: facts::facts(site, idx),
        gantt: timing::gantt(site, idx),
        reschedules: timing::reschedules(activity),
        milestones_note,
        milestones,
        indicators: indicators::blocks(site, idx),
        body: activity.record.body.as_ref().map(|body| resolver.prose(body, "", root)),
        history: history::history(site, resolver, idx, root),
        findings: findings(site, resolver, activity, root),
        decisions: decisions(site, activity),
        evidence: evidence(resolver, activity),
        depends_on: activity_links(site, &activity.depends_on),
        dependents: activity_links(site, &site.relations.dependents[idx.get()]),
        name,
    };
    PageView::new(frame, view)
}

fn activity_links(site: &Site<'_>, list: &[Idx<Activity>]) -> Vec<Link> {
    list.iter().map(|&idx| links::activity(site, idx)).collect()
}

fn findings(site: &Site<'_>, resolver: &Resolver<'_>, activity: &Activity, root: &str) -> Vec<FindingRow> {
    let latest_first = activity.findings.iter().rev().enumerate();
    latest_first.map(|(at, &of)| rows::finding_row(site, resolver, of, &format!("f{at}"), root)).collect()
}

fn decisions(site: &Site<'_>, activity: &Activity) -> Vec<DecisionRow> {
    activity.decisions.iter().map(|&of| rows::decision_row(site, of)).collect()
}

fn evidence(resolver: &Resolver<'_>, activity: &Activity) -> Vec<EvidenceFile> {
    activity.evidence.iter().filter_map(|evidence| resolver.evidence_file(evidence)).collect()
}

/// Reported, planned, verified.
fn activity_figures(of: &ActivityFigures) -> Vec<KeyFigure> {
    let figure =
        |label: &str, value: String| KeyFigure { label: label.to_owned(), value, ..KeyFigure::default() };
    let mut figures = vec![
        figure("واقعی", words::progress(of.actual)),
        figure("برنامه‌ای", of.planned.map_or_else(|| words::NOTHING.to_owned(), percent)),
    ];
    if let Some((measure, progress)) = of.beside {
        figures.push(figure(by_measure(measure), percent(progress)));
    }
    if let Some(verified) = of.verified {
        figures.push(KeyFigure {
            note: dates::medium(verified.day),
            ..figure(VERIFIED.caption, percent(verified.progress))
        });
    }
    figures
}

/// What a figure is called that does not determine progress (F7).
fn by_measure(measure: Measure) -> &'static str {
    match measure {
        Measure::Milestones => "از روی مراحل",
        Measure::Reported => "از روی گزارش‌ها",
        Measure::Indicators => "از روی شاخص‌ها",
    }
}

fn deviation_legend(of: &ActivityFigures) -> String {
    match of.state {
        State::Behind => words::against_plan(of.deviation()).unwrap_or_default(),
        _ => String::new(),
    }
}
