//! Joins what stands in several files: reports and findings with their activities, decisions with what carries them
//! out.
//!
//! What a draft says of a published record is left out here, since the draft is (F5). Start reading at [`join`].

use std::collections::{HashMap, HashSet};

use super::index::{Index, doubled_id};
use super::lower::{DecisionLink, Lowered};
use crate::diag::codes::records::{
    DECISION_DISAGREEMENT, UNKNOWN_INDICATOR, UNKNOWN_MILESTONE, UNKNOWN_REFERENCE,
};
use crate::diag::{Code, Diagnostic, Place};
use crate::fields::{Key as _, closest};
use crate::model::{
    Activity, Dataset, DecisionRef, FindingRef, Idx, IndicatorValue, Meeting, RecordKind, Report, Update, key,
};
use crate::persian::Day;
use crate::persian::text::fold_key;

/// Joins everything; drafts still stand behind the published records.
pub(super) fn join(lowered: Lowered, index: &Index, out: &mut Vec<Diagnostic>) -> Dataset {
    let Lowered { mut dataset, reports, links, gaps: _ } = lowered;
    let drafts = Drafts {
        activities: index.names(RecordKind::Activity).published(),
        meetings: index.names(RecordKind::Meeting).published(),
        visits: index.names(RecordKind::Visit).published(),
    };
    dataset.meetings.iter().for_each(|meeting| report_doubled_decisions(meeting, out));
    join_decisions(&mut dataset, links, &drafts, out);
    join_reports(&mut dataset, reports, &drafts, out);
    join_findings(&mut dataset, &drafts);
    dataset.activities.iter_mut().for_each(give_room_back);
    dataset
}

/// Lists that grew by joining are as large as they have to be.
fn give_room_back(activity: &mut Activity) {
    activity.updates.shrink_to_fit();
    activity.findings.shrink_to_fit();
    activity.decisions.shrink_to_fit();
    activity.indicators.iter_mut().for_each(|indicator| indicator.values.shrink_to_fit());
}

/// From which position on the records of a kind are drafts.
struct Drafts {
    activities: usize,
    meetings: usize,
    visits: usize,
}

impl Drafts {
    fn activity(&self, activity: Idx<Activity>) -> bool {
        activity.get() >= self.activities
    }
}

/// A link whose decision was found.
struct Carried {
    decision: DecisionRef,
    from_meeting: bool,
    activity: Idx<Activity>,
    /// Whether it was written by a draft of something published.
    left_out: bool,
    at: Place,
}

fn join_decisions(
    dataset: &mut Dataset,
    links: Vec<DecisionLink>,
    drafts: &Drafts,
    out: &mut Vec<Diagnostic>,
) {
    let mut carried = find_decisions(dataset, links, drafts, out);
    // The meeting's word comes first; then the activities in the order of their ids.
    carried.sort_by(|a, b| {
        (a.decision, !a.from_meeting, a.activity, &a.at).cmp(&(
            b.decision,
            !b.from_meeting,
            b.activity,
            &b.at,
        ))
    });
    for links in carried.chunk_by(|a, b| a.decision == b.decision) {
        report_disagreement(dataset, links, out);
        let decision = links[0].decision;
        for link in links.iter().filter(|link| !link.left_out) {
            let decisions = &mut dataset.activities[link.activity.get()].decisions;
            if decisions.last() != Some(&decision) {
                decisions.push(decision);
            }
            dataset.meetings[decision.meeting.get()].decisions[decision.position]
                .activity
                .get_or_insert(link.activity);
        }
    }
}

fn find_decisions(
    dataset: &Dataset,
    links: Vec<DecisionLink>,
    drafts: &Drafts,
    out: &mut Vec<Diagnostic>,
) -> Vec<Carried> {
    let mut known: HashMap<(usize, &str), usize> = HashMap::new();
    for (meeting, record) in dataset.meetings.iter().enumerate() {
        for (position, decision) in record.decisions.iter().enumerate() {
            known.entry((meeting, &decision.id)).or_insert(position);
        }
    }
    let mut carried = Vec::with_capacity(links.len());
    for link in links {
        let target_is_draft = if link.from_meeting {
            drafts.activity(link.activity)
        } else {
            link.meeting.get() >= drafts.meetings
        };
        match known.get(&(link.meeting.get(), &*link.decision)) {
            Some(&position) => carried.push(Carried {
                decision: DecisionRef { meeting: link.meeting, position },
                from_meeting: link.from_meeting,
                activity: link.activity,
                left_out: link.draft && !target_is_draft,
                at: link.at,
            }),
            None => out.push(unknown_decision(dataset, &link)),
        }
    }
    carried
}

fn unknown_decision(dataset: &Dataset, link: &DecisionLink) -> Diagnostic {
    let meeting = &dataset[link.meeting];
    let (id, decision) = (&meeting.record.id, &link.decision);
    let found = Diagnostic::new(
        UNKNOWN_REFERENCE,
        link.at.clone(),
        format!("جلسهٔ «{id}» مصوبه‌ای با شناسهٔ «{decision}» ندارد."),
        format!("The meeting `{id}` has no decision `{decision}`."),
    )
    .field("decision");
    match closest(decision, meeting.decisions.iter().map(|decision| &*decision.id)) {
        Some(near) => {
            found.hint(format!("منظورتان «{id}/{near}» بود؟"), format!("Did you mean `{id}/{near}`?"))
        }
        None => found.hint(
            "شناسهٔ یکی از «مصوبات» همان جلسه را بنویسید.",
            "Write the id of one of that meeting's `decisions`.",
        ),
    }
}

/// The meeting names one activity, and another says that it carries out the decision.
fn report_disagreement(dataset: &Dataset, links: &[Carried], out: &mut Vec<Diagnostic>) {
    let Some((meeting, others)) = links.split_first().filter(|(first, _)| first.from_meeting) else { return };
    let named = &dataset[meeting.activity].record.id;
    for other in others.iter().filter(|other| other.activity != meeting.activity) {
        let (activity, decision) = (&dataset[other.activity].record.id, &dataset[other.decision].id);
        out.push(
            Diagnostic::new(
                DECISION_DISAGREEMENT,
                other.at.clone(),
                format!("«{activity}» می‌گوید مصوبهٔ «{decision}» را اجرا می‌کند، ولی جلسه «{named}» را نام برده است."),
                format!("`{activity}` says that it carries out the decision `{decision}`, but the meeting names `{named}`."),
            )
            .field("decision")
            .hint("یکی از دو پیوند را درست کنید یا بردارید.", "Correct or delete one of the two links.")
            .related(meeting.at.clone(), "جلسه اینجا فعالیت را نام برده است.", "The meeting names the activity here."),
        );
    }
}

/// Reports decisions of a meeting that share an id.
fn report_doubled_decisions(meeting: &Meeting, out: &mut Vec<Diagnostic>) {
    let mut first: HashMap<&str, &Place> = HashMap::new();
    for decision in meeting.decisions.iter().filter(|decision| !decision.id.is_empty()) {
        if let Some(&earlier) = first.get(&*decision.id) {
            let found = doubled_id(&decision.id, decision.at.clone(), earlier.clone());
            out.push(found.field("decisions.id"));
        } else {
            first.insert(&decision.id, &decision.at);
        }
    }
}

fn join_reports(
    dataset: &mut Dataset,
    mut reports: Vec<(Report, bool)>,
    drafts: &Drafts,
    out: &mut Vec<Diagnostic>,
) {
    reports.sort_by(|(a, _), (b, _)| (a.date, &a.record.at).cmp(&(b.date, &b.record.at)));
    name_reports(dataset, &mut reports);
    for (report, draft) in reports {
        let Report { record, activity: idx, date, registered, progress, milestone, indicator, .. } = report;
        let activity = &mut dataset.activities[idx.get()];
        let milestone = milestone.and_then(|title| self::milestone(activity, &title.value, title.at, out));
        let indicator = indicator.and_then(|title| self::indicator(activity, &title.value, title.at, out));
        if draft && !drafts.activity(idx) {
            continue;
        }
        if let (Some(indicator), Some(value)) = (indicator, report.value) {
            let value = IndicatorValue { date, registered, value, source: report.source, note: report.note };
            activity.indicators[indicator].values.push(value);
        }
        let update = Update {
            id: record.id,
            date,
            registered,
            progress,
            milestone,
            indicator,
            text: report.text,
            by: report.by,
            photos: report.photos,
            sample: record.sample,
            allow: record.allow,
            at: record.at,
        };
        if let Some(milestone) = milestone {
            activity.milestones[milestone].report_done(update.occurrence());
        }
        activity.updates.push(update);
    }
}

/// Gives an id to the reports of lists: activity, date and a running number.
fn name_reports(dataset: &Dataset, reports: &mut [(Report, bool)]) {
    let mut taken: HashSet<Box<str>> = reports.iter().map(|(report, _)| report.record.id.clone()).collect();
    let mut numbers: HashMap<(Idx<Activity>, Day), u32> = HashMap::new();
    for (report, _) in reports.iter_mut().filter(|(report, _)| report.record.id.is_empty()) {
        let activity = &dataset[report.activity].record.id;
        let number = numbers.entry((report.activity, report.date)).or_default();
        let date = report.date.jalali();
        report.record.id = loop {
            *number += 1;
            let id: Box<str> = format!("{activity}-{date}-{number}").into();
            if taken.insert(id.clone()) {
                break id;
            }
        };
    }
}

fn milestone(activity: &Activity, title: &str, at: Place, out: &mut Vec<Diagnostic>) -> Option<usize> {
    let titles = activity.milestones.iter().map(|milestone| milestone.title.typed());
    let part = Part {
        code: UNKNOWN_MILESTONE,
        fa: "مرحله‌ای",
        list_fa: key::Activity::Milestones.field().fa,
        en: "milestone",
        field: "milestone",
    };
    part.find(activity, titles, title, at, out)
}

fn indicator(activity: &Activity, title: &str, at: Place, out: &mut Vec<Diagnostic>) -> Option<usize> {
    let titles = activity.indicators.iter().map(|indicator| indicator.title.typed());
    let part = Part {
        code: UNKNOWN_INDICATOR,
        fa: "شاخصی",
        list_fa: key::Activity::Indicators.field().fa,
        en: "indicator",
        field: "indicator",
    };
    part.find(activity, titles, title, at, out)
}

/// A part of an activity that a report names by its title.
struct Part {
    code: &'static Code,
    fa: &'static str,
    list_fa: &'static str,
    en: &'static str,
    field: &'static str,
}

impl Part {
    /// The first that has the title.
    fn find<'t>(
        &self,
        activity: &Activity,
        titles: impl Iterator<Item = &'t str> + Clone,
        title: &str,
        at: Place,
        out: &mut Vec<Diagnostic>,
    ) -> Option<usize> {
        let folded = fold_key(title);
        let position = titles.clone().position(|known| fold_key(known) == folded);
        if position.is_none() {
            let Self { code, fa, list_fa, en, field } = self;
            let id = &activity.record.id;
            let found = Diagnostic::new(
                code,
                at,
                format!("فعالیت «{id}» {fa} به نام «{title}» ندارد."),
                format!("The activity `{id}` has no {en} `{title}`."),
            )
            .field(*field);
            out.push(match closest(title, titles) {
                Some(near) => {
                    found.hint(format!("منظورتان «{near}» بود؟"), format!("Did you mean `{near}`?"))
                }
                None => found.hint(
                    format!("عنوان یکی از «{list_fa}» همان فعالیت را بنویسید."),
                    format!("Write the title of one of that activity's {en}s."),
                ),
            });
        }
        position
    }
}

fn join_findings(dataset: &mut Dataset, drafts: &Drafts) {
    let mut visits: Vec<usize> = (0..dataset.visits.len()).collect();
    visits.sort_by_key(|&visit| (dataset.visits[visit].date, dataset.visits[visit].record.at.clone()));
    for visit in visits {
        for position in 0..dataset.visits[visit].findings.len() {
            let activity = dataset.visits[visit].findings[position].activity;
            if visit < drafts.visits || drafts.activity(activity) {
                let finding = FindingRef { visit: Idx::new(visit), position };
                dataset.activities[activity.get()].findings.push(finding);
            }
        }
    }
}
