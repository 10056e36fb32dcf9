//! `activities/<id>.html`: everything known of one activity.

mod entry;
mod facts;
mod history;
mod indicators;
mod timing;
mod why;

use serde::Serialize;

use crate::figures::activity::VERIFIED;
use crate::model::{Activity, Idx};
use crate::persian::dates;
use crate::persian::numbers::percent;
use crate::progress::{ActivityFigures, State};
use crate::site::address::record_page;
use crate::site::charts::{Bar, Gantt, Indicator};
use crate::site::rows::{DecisionRow, FindingRow};
use crate::site::view::{Alert, Dated, Fact, Figure, File, Frame, Html, Knot, Link, Stamp, Why};
use crate::site::{Addresses, Resolver, Site, Target, words};

use super::frame::sample;
use super::kind::{Kind, Rank};
use super::{PageView, View};

pub(super) const KIND: Kind = Kind {
    targets: |site| (0..site.dataset.activities.len()).map(Idx::new).map(Target::Activity).collect(),
    later: |_, later| later.activities.iter().map(|id| record_page("activities", id)).collect(),
    sections: |_| Vec::new(),
    entries: &[(Rank::Work, |site| Box::new(site.listed.iter().map(|&idx| entry::search_entry(site, idx))))],
};

pub(super) fn address(addresses: &Addresses<'_>, idx: Idx<Activity>) -> String {
    record_page("activities", &addresses.dataset[idx].record.id)
}

/// What an activity's page shows.
#[derive(Debug, Serialize)]
pub struct ActivityPage {
    /// Its title.
    pub name: String,
    /// The state's key.
    pub state: String,
    /// What it is about; empty for none.
    pub summary: String,
    /// Reported, planned, verified.
    pub figures: Vec<Figure>,
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
    pub evidence: Vec<File>,
    /// What it waits for.
    pub depends_on: Vec<Link>,
    /// What waits for it.
    pub dependents: Vec<Link>,
}

/// A change of the due date (F10).
#[derive(Debug, Serialize)]
pub struct RescheduleRow {
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
pub struct IndicatorBlock {
    /// What is measured.
    pub title: String,
    /// «پایه ۱۲۰، اکنون ۲۶۰، هدف ۶۰۰ نفر: ۲۹٪ تحقق»
    pub caption: String,
    /// Its chart; absent without values.
    pub chart: Option<Indicator>,
}

impl Site<'_> {
    pub(super) fn activity(&self, resolver: &Resolver<'_>, address: &str, idx: Idx<Activity>) -> PageView {
        let activity = &self.dataset[idx];
        let of = &self.figures[idx];
        let name = activity.record.title.to_string();
        let first = activity.neighborhoods[0];
        let above = vec![
            Link {
                text: self.config.terms.neighborhood.many.to_string(),
                href: self.href(Target::Neighborhoods(1)),
            },
            self.neighborhood_link(first),
            Link {
                text: self.dataset[activity.domain].record.title.to_string(),
                href: self.href(Target::Cell(first, activity.domain)),
            },
        ];
        let summary = words::said(activity.summary.as_ref());
        let frame = Frame {
            description: format!("{} {summary}", self.meta_of(activity)).trim_end().to_owned(),
            crumbs: self.crumbs(above, &name),
            section: "activities".to_owned(),
            sample: sample(activity.record.sample, false),
            ..Frame::new(address, "activity.html", &name)
        };
        let root = &*frame.root;
        let (milestones_note, milestones) = self.milestones(activity);
        let view = ActivityPage {
            state: of.state.key().to_owned(),
            summary,
            figures: activity_figures(of),
            bar: self.activity_bar(idx),
            gap: deviation_legend(of),
            why: self.why_activity(idx),
            alerts: self.alerts(idx),
            facts: self.activity_facts(idx),
            gantt: self.activity_gantt(idx),
            reschedules: Self::reschedules(activity),
            milestones_note,
            milestones,
            indicators: self.indicator_blocks(idx),
            body: activity.record.body.as_ref().map(|body| resolver.prose(body, "", root)),
            history: self.history(resolver, idx, root),
            findings: self.activity_findings(resolver, activity, root),
            decisions: self.activity_decisions(activity),
            evidence: activity.evidence.iter().filter_map(|piece| resolver.evidence_file(piece)).collect(),
            depends_on: self.activity_links(&activity.depends_on),
            dependents: self.activity_links(&self.relations.dependents[idx.get()]),
            name,
        };
        PageView { frame, view: View::Activity(Box::new(view)) }
    }

    fn activity_links(&self, list: &[Idx<Activity>]) -> Vec<Link> {
        list.iter().map(|&idx| self.activity_link(idx)).collect()
    }

    fn activity_findings(&self, resolver: &Resolver<'_>, activity: &Activity, root: &str) -> Vec<FindingRow> {
        let latest_first = activity.findings.iter().rev().enumerate();
        latest_first.map(|(at, &of)| self.finding_row(resolver, of, &format!("f{at}"), root)).collect()
    }

    fn activity_decisions(&self, activity: &Activity) -> Vec<DecisionRow> {
        activity.decisions.iter().map(|&of| self.decision_row(of)).collect()
    }
}

/// Reported, planned, verified.
fn activity_figures(of: &ActivityFigures) -> Vec<Figure> {
    let figure = |label: &str, value: String| Figure { label: label.to_owned(), value, ..Figure::default() };
    let mut figures = vec![
        figure("واقعی", words::progress(of.actual)),
        figure("برنامه‌ای", of.planned.map_or_else(|| words::NOTHING.to_owned(), percent)),
    ];
    if let Some(verified) = of.verified {
        figures.push(Figure {
            note: dates::medium(verified.day),
            ..figure(VERIFIED.caption, percent(verified.progress))
        });
    }
    figures
}

fn deviation_legend(of: &ActivityFigures) -> String {
    match of.state {
        State::Behind => words::against_plan(of.deviation()).unwrap_or_default(),
        _ => String::new(),
    }
}
