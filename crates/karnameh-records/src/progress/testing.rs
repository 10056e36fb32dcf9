//! Builds records concisely for tests: `Records::new().with(activity("a").start(-10).due(10)).build()`.
//!
//! Days are offsets from [`day(0)`](day), which is T in most tests. Neighborhoods, domains and agencies are created when they are
//! first named. `build` sorts everything by id and resolves references, as `content` does.

use std::collections::BTreeMap;

use crate::diag::{Place, Placed};
use crate::fields::{Gaps, Reading, Record, Row};
use crate::model::{
    Activity, Beneficiaries, Dataset, Decision, Direction, Edition, Finding, FindingRef, Handover, Head, Idx,
    Indicator, IndicatorValue, Measure, Meeting, Milestone, Neighborhood, Percent, Reason, Reschedule,
    Status, Update, Visit,
};
use crate::persian::Day;

/// Returns the day at an offset from 15 Dey 1404 (5 January 2026).
pub(crate) fn day(offset: i32) -> Day {
    Day::from_jalali(1404, 10, 15).expect("a date that exists").plus(offset)
}

fn record(id: &str) -> Head {
    Head {
        id: id.into(),
        title: id.into(),
        aliases: Vec::new(),
        sample: false,
        allow: Vec::new(),
        body: None,
        at: Place::file("test.md"),
    }
}

/// Creates a record in which only the id is set.
pub(crate) fn blank<T: Record>(id: &str) -> T {
    let (file, mut names, mut found) = ("test.md".into(), Vec::new(), Vec::new());
    let mut reading =
        Reading { file: &file, names: &mut names, gaps: &mut Gaps::default(), found: &mut found };
    let mut blank =
        T::read(&mut Row::empty(&file), &mut reading).expect("a record is read whatever is missing");
    *blank.head_mut() = record(id);
    blank
}

/// An activity under construction. Its neighborhood is `n` and its domain `d` by default.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub(crate) activity: Activity,
    neighborhoods: Vec<String>,
    domain: String,
    lead: Option<String>,
    handovers: Vec<(i32, String)>,
}

/// Starts an activity.
pub(crate) fn activity(id: &str) -> Draft {
    let activity = blank(id);
    Draft {
        activity,
        neighborhoods: vec!["n".to_owned()],
        domain: "d".to_owned(),
        lead: None,
        handovers: Vec::new(),
    }
}

/// Creates a milestone of weight 1.
pub(crate) fn milestone(due: Option<i32>, done: Option<i32>) -> Milestone {
    weighed_milestone(1.0, due, done)
}

pub(crate) fn weighed_milestone(weight: f64, due: Option<i32>, done: Option<i32>) -> Milestone {
    Milestone { title: "m".into(), due: due.map(day), done: done.map(day), reports: Vec::new(), weight }
}

/// Creates an indicator with values by day.
pub(crate) fn indicator(
    baseline: impl Into<Option<f64>>,
    target: impl Into<Option<f64>>,
    direction: impl Into<Option<Direction>>,
    values: &[(i32, f64)],
) -> Indicator {
    let value = |&(date, value): &(i32, f64)| IndicatorValue {
        date: day(date),
        registered: None,
        value,
        source: None,
        note: None,
    };
    Indicator {
        title: "i".into(),
        unit: None,
        baseline: baseline.into(),
        target: target.into(),
        direction: direction.into(),
        values: values.iter().map(value).collect(),
    }
}

impl Draft {
    fn change(mut self, change: impl FnOnce(&mut Activity)) -> Self {
        change(&mut self.activity);
        self
    }

    pub(crate) fn at(mut self, neighborhoods: &[&str]) -> Self {
        self.neighborhoods = neighborhoods.iter().map(|&id| id.to_owned()).collect();
        self
    }

    pub(crate) fn of(mut self, domain: &str) -> Self {
        domain.clone_into(&mut self.domain);
        self
    }

    pub(crate) fn lead(mut self, agency: &str) -> Self {
        self.lead = Some(agency.to_owned());
        self
    }

    pub(crate) fn responsible(self) -> Self {
        self.change(|activity| activity.responsible = Some("مدیر".into()))
    }

    pub(crate) fn summary(self) -> Self {
        self.change(|activity| activity.summary = Some("خلاصه".into()))
    }

    pub(crate) fn body(self) -> Self {
        self.change(|activity| {
            activity.record.body =
                Some(Placed { value: crate::markdown::Document::default(), at: Place::file("test.md") });
        })
    }

    pub(crate) fn sample(self) -> Self {
        self.change(|activity| activity.record.sample = true)
    }

    pub(crate) fn status(self, status: Status) -> Self {
        self.change(|activity| activity.status = Some(status))
    }

    pub(crate) fn status_since(self, status: Status, since: i32) -> Self {
        self.status(status).change(|activity| activity.status_since = Some(day(since)))
    }

    pub(crate) fn registered(self, date: i32) -> Self {
        self.change(|activity| activity.registered = Some(day(date)))
    }

    pub(crate) fn start(self, date: i32) -> Self {
        self.change(|activity| activity.start = Some(day(date)))
    }

    pub(crate) fn due(self, date: i32) -> Self {
        self.change(|activity| activity.due = Some(day(date)))
    }

    pub(crate) fn finished(self, date: i32) -> Self {
        self.change(|activity| activity.finished = Some(day(date)))
    }

    pub(crate) fn weight(self, weight: f64) -> Self {
        self.change(|activity| activity.weight = weight)
    }

    pub(crate) fn measure(self, measure: Measure) -> Self {
        self.change(|activity| activity.measure = Some(measure))
    }

    pub(crate) fn reschedule(self, date: i32, due: i32) -> Self {
        let reschedule = Reschedule { date: day(date), due: day(due), reason: Reason::Funding, note: None };
        self.change(|activity| activity.reschedules.push(reschedule))
    }

    /// Reports a milestone as done, perhaps late.
    pub(crate) fn milestone_report(self, milestone: usize, date: i32, registered: Option<i32>) -> Self {
        self.late_update(date, registered, None).change(|activity| {
            let update = activity.updates.last_mut().expect("just added");
            update.milestone = Some(milestone);
            activity.milestones[milestone].report_done(update.occurrence());
        })
    }

    /// Reports a value of an indicator, perhaps late.
    pub(crate) fn value_report(
        self,
        indicator: usize,
        date: i32,
        registered: Option<i32>,
        value: f64,
    ) -> Self {
        self.late_update(date, registered, None).change(|activity| {
            activity.updates.last_mut().expect("just added").indicator = Some(indicator);
            let (date, registered) = (day(date), registered.map(day));
            let value = IndicatorValue { date, registered, value, source: None, note: None };
            activity.indicators[indicator].values.push(value);
        })
    }

    pub(crate) fn without_handovers(mut self) -> Self {
        self.handovers.clear();
        self
    }

    /// Adds a handover to another agency.
    pub(crate) fn handover(mut self, date: i32, agency: &str) -> Self {
        self.handovers.push((date, agency.to_owned()));
        self
    }

    pub(crate) fn milestones(self, milestones: impl IntoIterator<Item = Milestone>) -> Self {
        self.change(|activity| activity.milestones.extend(milestones))
    }

    pub(crate) fn indicator(self, indicator: Indicator) -> Self {
        self.change(|activity| activity.indicators.push(indicator))
    }

    /// Adds a report with progress.
    pub(crate) fn report(self, date: i32, progress: f64) -> Self {
        self.update(date, Some(progress))
    }

    /// Adds a report with or without progress.
    pub(crate) fn update(self, date: i32, progress: Option<f64>) -> Self {
        self.late_update(date, None, progress)
    }

    /// Adds a report that became known on another day.
    pub(crate) fn late_update(self, date: i32, registered: Option<i32>, progress: Option<f64>) -> Self {
        let update = Update {
            id: "".into(),
            date: day(date),
            registered: registered.map(day),
            progress: progress.map(|progress| Percent::new(progress).expect("0–100")),
            milestone: None,
            indicator: None,
            text: None,
            by: None,
            photos: Vec::new(),
            sample: false,
            allow: Vec::new(),
            at: Place::file("test.md"),
        };
        self.change(|activity| activity.updates.push(update))
    }

    pub(crate) fn beneficiaries(self, planned: Option<u64>, reached: Option<u64>) -> Self {
        self.change(|activity| activity.beneficiaries = Some(Beneficiaries { planned, reached, group: None }))
    }
}

/// A decision, described by its dates.
#[derive(Debug, Clone, Default)]
pub(crate) struct DecisionDraft {
    pub(crate) agency: Option<&'static str>,
    pub(crate) due: Option<i32>,
    pub(crate) done: Option<i32>,
}

#[derive(Debug, Clone)]
struct VisitDraft {
    id: String,
    date: i32,
    registered: Option<i32>,
    neighborhood: String,
    findings: Vec<(String, Option<f64>)>,
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Records {
    counties: BTreeMap<String, Option<String>>,
    domains: Vec<String>,
    agencies: Vec<String>,
    activities: Vec<Draft>,
    visits: Vec<VisitDraft>,
    meetings: Vec<(String, i32, Vec<DecisionDraft>)>,
}

impl Records {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    pub(crate) fn neighborhood(mut self, id: &str, county: Option<&str>) -> Self {
        self.counties.insert(id.to_owned(), county.map(str::to_owned));
        self
    }

    pub(crate) fn domain(mut self, id: &str) -> Self {
        self.domains.push(id.to_owned());
        self
    }

    pub(crate) fn agency(mut self, id: &str) -> Self {
        self.agencies.push(id.to_owned());
        self
    }

    pub(crate) fn with(mut self, draft: Draft) -> Self {
        self.activities.push(draft);
        self
    }

    /// Replaces every activity.
    pub(crate) fn change_activities(&mut self, change: impl Fn(Draft) -> Draft) {
        self.activities = std::mem::take(&mut self.activities).into_iter().map(change).collect();
    }

    pub(crate) fn with_all(mut self, drafts: impl IntoIterator<Item = Draft>) -> Self {
        self.activities.extend(drafts);
        self
    }

    /// Adds a visit. Findings are pairs of activity and progress.
    pub(crate) fn visit(
        self,
        id: &str,
        date: i32,
        neighborhood: &str,
        findings: &[(&str, Option<f64>)],
    ) -> Self {
        self.late_visit(id, date, None, neighborhood, findings)
    }

    /// Adds a visit that became known on another day.
    pub(crate) fn late_visit(
        mut self,
        id: &str,
        date: i32,
        registered: Option<i32>,
        neighborhood: &str,
        findings: &[(&str, Option<f64>)],
    ) -> Self {
        let findings = findings.iter().map(|&(activity, progress)| (activity.to_owned(), progress)).collect();
        self.visits.push(VisitDraft {
            id: id.to_owned(),
            date,
            registered,
            neighborhood: neighborhood.to_owned(),
            findings,
        });
        self
    }

    pub(crate) fn meeting(
        mut self,
        id: &str,
        date: i32,
        decisions: impl IntoIterator<Item = DecisionDraft>,
    ) -> Self {
        self.meetings.push((id.to_owned(), date, decisions.into_iter().collect()));
        self
    }

    /// Removes everything that was unknown on a day (F2), except `finished` (F6) and the measure in force (F7), the only facts
    /// that may come from the future.
    pub(crate) fn known_on(mut self, offset: i32) -> Self {
        let known = |date: &Day| *date <= day(offset);
        for Draft { activity, handovers, .. } in &mut self.activities {
            activity.measure = activity.measure_in_force();
            handovers.retain(|(date, _)| *date <= offset);
            activity.updates.retain(|update| known(&update.registered.unwrap_or(update.date)));
            activity.reschedules.retain(|reschedule| known(&reschedule.date));
            for milestone in &mut activity.milestones {
                if milestone.reports.is_empty() {
                    milestone.done = milestone.done.filter(known);
                } else {
                    milestone.reports.retain(|report| known(&report.known));
                    milestone.done = milestone.reports.iter().map(|report| report.date).min();
                }
            }
            for indicator in &mut activity.indicators {
                indicator.values.retain(|value| known(&value.registered.unwrap_or(value.date)));
            }
        }
        self.visits.retain(|visit| visit.registered.unwrap_or(visit.date) <= offset);
        self.meetings.retain(|(_, date, _)| *date <= offset);
        for (_, _, decisions) in &mut self.meetings {
            for decision in decisions {
                decision.done = decision.done.filter(|&done| done <= offset);
            }
        }
        self
    }

    /// Keeps only what plans for later days may use on a day. Also removes activities registered later, statuses in force only
    /// later, and visits, which plan nothing.
    pub(crate) fn planned_on(self, offset: i32) -> Self {
        let mut stood = self.known_on(offset);
        let later = |date: Option<Day>| date.is_some_and(|date| date > day(offset));
        stood.activities.retain(|draft| !later(draft.activity.registered));
        stood.visits.clear();
        for Draft { activity, .. } in &mut stood.activities {
            activity.status = activity.status.filter(|_| !later(activity.status_since));
        }
        stood
    }

    /// Builds the dataset and cuts it at a day.
    pub(crate) fn cut(self, offset: i32) -> Edition {
        self.build().cut(day(offset)).0
    }

    /// Builds the dataset as `content` would return it.
    pub(crate) fn build(self) -> Dataset {
        let named = self.activities.iter().flat_map(|draft| &draft.neighborhoods);
        let visited = self.visits.iter().map(|visit| &visit.neighborhood);
        let neighborhoods = ids(self.counties.keys().chain(named).chain(visited));
        let domains = ids(self.domains.iter().chain(self.activities.iter().map(|draft| &draft.domain)));
        let deciding =
            self.meetings.iter().flat_map(|(_, _, decisions)| decisions).filter_map(|of| of.agency);
        let deciding: Vec<String> = deciding.map(str::to_owned).collect();
        let leading = self
            .activities
            .iter()
            .flat_map(|draft| draft.lead.iter().chain(draft.handovers.iter().map(|(_, agency)| agency)));
        let agencies = ids(self.agencies.iter().chain(leading).chain(&deciding));
        let mut dataset = Dataset {
            neighborhoods: neighborhoods
                .iter()
                .map(|id| neighborhood(id, self.counties.get(id).and_then(Option::as_deref)))
                .collect(),
            domains: domains.iter().map(|id| blank(id)).collect(),
            agencies: agencies.iter().map(|id| blank(id)).collect(),
            ..Dataset::default()
        };
        let mut drafts = self.activities;
        drafts.sort_by(|one, other| one.activity.record.id.cmp(&other.activity.record.id));
        dataset.activities = drafts
            .into_iter()
            .map(|draft| Activity {
                neighborhoods: draft.neighborhoods.iter().map(|id| find(&neighborhoods, id)).collect(),
                domain: find(&domains, &draft.domain),
                first_lead: draft.lead.map(|id| find(&agencies, &id)),
                handovers: (draft.handovers.iter())
                    .map(|(date, id)| Handover { date: day(*date), lead: find(&agencies, id), note: None })
                    .collect(),
                ..draft.activity
            })
            .collect();
        add_visits(&mut dataset, self.visits, &neighborhoods);
        add_meetings(&mut dataset, self.meetings, &agencies);
        dataset
    }
}

fn ids<'a>(ids: impl Iterator<Item = &'a String>) -> Vec<String> {
    let mut ids: Vec<String> = ids.cloned().collect();
    ids.sort();
    ids.dedup();
    ids
}

fn find<T>(ids: &[String], id: &str) -> Idx<T> {
    Idx::new(ids.binary_search_by(|known| known.as_str().cmp(id)).expect("a record of this id"))
}

fn neighborhood(id: &str, county: Option<&str>) -> Neighborhood {
    Neighborhood { county: county.map(Into::into), ..blank(id) }
}

fn add_visits(dataset: &mut Dataset, mut drafts: Vec<VisitDraft>, neighborhoods: &[String]) {
    drafts.sort_by(|one, other| one.id.cmp(&other.id));
    let activities: Vec<String> = dataset.activities.iter().map(|of| of.record.id.to_string()).collect();
    for draft in drafts {
        let finding = |(id, progress): (String, Option<f64>)| Finding {
            activity: find(&activities, &id),
            progress: progress.map(|progress| Percent::new(progress).expect("0–100")),
            note: None,
            photos: Vec::new(),
            at: Place::file("test"),
        };
        dataset.visits.push(Visit {
            date: day(draft.date),
            registered: draft.registered.map(day),
            neighborhood: find(neighborhoods, &draft.neighborhood),
            findings: draft.findings.into_iter().map(finding).collect(),
            ..blank(&draft.id)
        });
    }
    let mut order: Vec<usize> = (0..dataset.visits.len()).collect();
    order.sort_by_key(|&visit| dataset.visits[visit].date);
    for visit in order {
        for (position, finding) in dataset.visits[visit].findings.iter().enumerate() {
            let of = FindingRef { visit: Idx::new(visit), position };
            dataset.activities[finding.activity.get()].findings.push(of);
        }
    }
}

fn add_meetings(
    dataset: &mut Dataset,
    mut drafts: Vec<(String, i32, Vec<DecisionDraft>)>,
    agencies: &[String],
) {
    drafts.sort_by(|one, other| one.0.cmp(&other.0));
    for (id, date, decisions) in drafts {
        let decision = |(number, draft): (usize, DecisionDraft)| Decision {
            id: number.to_string().into(),
            text: "مصوبه".into(),
            agency: draft.agency.map(|id| find(agencies, id)),
            due: draft.due.map(day),
            done: draft.done.map(day),
            named: None,
            activity: None,
            at: Place::file("test.yml"),
        };
        dataset.meetings.push(Meeting {
            date: day(date),
            decisions: decisions.into_iter().enumerate().map(decision).collect(),
            ..blank(&id)
        });
    }
}
