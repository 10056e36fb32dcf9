//! What the pages of a neighborhood, a cell and a domain share: overview, schedule, responsibilities, indicators, visits.

use serde::Serialize;

use crate::model::{Activity, Domain, FindingRef, Idx};
use crate::persian::numbers::{integer, percent};
use crate::progress::Group;
use crate::site::Site;
use crate::site::address::Target;
use crate::site::charts::{Gantt, Ring};
use crate::site::figures;
use crate::site::rows::{ActivityRow, DutyRow, FindingRow, IndicatorRow};
use crate::site::view::{Dated, Link, Pillar, Tally, Why};
use crate::site::words::{self, counted};

/// How many rows a long list of a group's page shows before it links to the rest.
const ROWS: usize = 20;
/// How many rows its schedule shows.
const GANTT_ROWS: usize = 60;

/// The head of a group's page: its ring, its states and why.
#[derive(Debug, Serialize)]
pub struct Overview {
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
pub struct Members {
    /// The schedule of the year.
    pub gantt: Gantt,
    /// The three pillars.
    pub pillars: Vec<Pillar>,
    /// The activities as a table.
    pub activities: Vec<ActivityRow>,
    /// The way to those that the table leaves out.
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

impl Site<'_> {
    pub(super) fn overview(&self, group: &Group, rest: Target) -> Overview {
        let mut why = self.why_progress(group, rest);
        if let Some(actual) = group.actual.value {
            why.summary = format!("چرا {}؟", percent(actual));
        }
        Overview {
            lede: words::lede(group, &self.config.terms),
            ring: figures::ring(group),
            tally: self.tally(group),
            why,
            empty: group.members.is_empty(),
        }
    }

    /// The members of a group for its page; `rest` is where the whole list stands.
    pub(super) fn members(&self, group: &Group, rest: Target, root: &str) -> Members {
        let all: Vec<Idx<Activity>> = group.members.iter().map(|&at| Idx::new(at as usize)).collect();
        let shown = &all[..all.len().min(ROWS.max(GANTT_ROWS))];
        let terms = &self.config.terms;
        Members {
            gantt: self.gantt(self.by_domain(shown)),
            pillars: self.pillars(group),
            activities: shown.iter().map(|&idx| self.activity_row(idx)).collect(),
            activities_more: (all.len() > shown.len()).then(|| Link {
                text: format!("همهٔ {}", counted(all.len(), &terms.activity)),
                href: self.href(rest),
            }),
            duties: shown.iter().map(|&idx| self.duty_row(idx)).collect(),
            indicators: all.iter().flat_map(|&idx| self.indicator_rows(idx)).take(ROWS).collect(),
            findings: self.latest_findings(&all, root),
            supervision: self.supervision_sentence(group),
            updates: self.updates_of(all.iter().copied(), 6, root),
            deadlines: self.deadlines_of(&all),
        }
    }

    /// Activities under the headings of their domains, in the order of domains.
    pub(super) fn by_domain(
        &self,
        activities: &[Idx<Activity>],
    ) -> Vec<(String, String, Vec<Idx<Activity>>)> {
        let of = |domain: Idx<Domain>| {
            let list = activities.iter().copied().filter(|&idx| self.dataset[idx].domain == domain).collect();
            (self.dataset[domain].record.title.to_string(), self.domain_icon(domain), list)
        };
        self.order.domains.iter().map(|&domain| of(domain)).collect()
    }

    /// The latest findings of the given activities, the latest visit first.
    fn latest_findings(&self, activities: &[Idx<Activity>], root: &str) -> Vec<FindingRow> {
        let mut findings: Vec<FindingRef> = activities
            .iter()
            .flat_map(|&idx| self.dataset[idx].findings.iter().copied())
            .filter(|of| self.dataset[of.visit].date <= self.figures.day)
            .collect();
        findings.sort_by(|a, b| self.dataset[b.visit].date.cmp(&self.dataset[a.visit].date).then(a.cmp(b)));
        findings.truncate(ROWS);
        findings
            .into_iter()
            .enumerate()
            .map(|(at, of)| self.finding_row(of, &format!("f{at}"), root))
            .collect()
    }

    fn supervision_sentence(&self, group: &Group) -> String {
        let activity = &self.config.terms.activity;
        if group.running == 0 {
            return format!("هیچ {} جاری نیست.", words::any(&activity.one));
        }
        format!(
            "{} از {} جاری در {} روز گذشته بازدید شده است.",
            words::whole(group.supervised_count),
            counted(group.running, activity),
            integer(self.config.thresholds.supervision_days.into())
        )
    }

    fn deadlines_of(&self, activities: &[Idx<Activity>]) -> Vec<Dated> {
        let mut list: Vec<_> = activities.iter().copied().filter(|&idx| self.is_open_deadline(idx)).collect();
        list.sort_by_key(|&idx| (self.of(idx).due, idx));
        list.into_iter().take(6).map(|idx| self.deadline_row(idx)).collect()
    }
}
