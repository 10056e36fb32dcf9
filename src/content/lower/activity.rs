//! Activities, with everything that stands inside them.

use super::super::raw::Head;
use super::meeting::DecisionLink;
use super::{Lower, day, number, required_text, text, texts, whole};
use crate::diag::Place;
use crate::diag::codes::records::EVIDENCE_SOURCE;
use crate::fields::{Row, key};
use crate::model::{
    Activity, Beneficiaries, Budget, Direction, Evidence, EvidenceSource, Idx, Indicator, IndicatorValue,
    Measure, Milestone, Percent, Reason, Reschedule, Status, Update,
};

impl Lower<'_> {
    /// An activity, and the decision that it says it carries out.
    pub(super) fn activity(
        &mut self,
        head: Head,
        mut row: Row<key::Activity>,
    ) -> (Activity, Option<DecisionLink>) {
        use key::Activity as Key;
        let link = self.decision_of_activity(&mut row, head.draft);
        let sample = head.sample;
        let activity = Activity {
            record: self.record(head),
            neighborhoods: self.references(&mut row, Key::Neighborhood),
            domain: self.required(&mut row, Key::Domain),
            problem: self.reference(&mut row, Key::Problem),
            summary: text(&mut row, Key::Summary),
            lead: self.reference(&mut row, Key::Lead),
            responsible: text(&mut row, Key::Responsible),
            partners: self.references(&mut row, Key::Partners),
            status: row.choice(Key::Status).and_then(|word| status(word.value)),
            status_since: day(&mut row, Key::StatusSince),
            registered: day(&mut row, Key::Registered),
            start: day(&mut row, Key::Start),
            due: day(&mut row, Key::Due),
            finished: day(&mut row, Key::Finished),
            weight: number(&mut row, Key::Weight).unwrap_or(1.0),
            measure: row.choice(Key::Measure).and_then(|word| measure(word.value)),
            reschedules: row.rows(Key::Reschedules).into_iter().filter_map(reschedule).collect(),
            milestones: row.rows(Key::Milestones).into_iter().map(milestone).collect(),
            indicators: row.rows(Key::Indicators).into_iter().map(indicator).collect(),
            updates: self.updates(&mut row, sample),
            findings: Vec::new(),
            budget: row.row(Key::Budget).map(budget),
            beneficiaries: row.row(Key::Beneficiaries).map(beneficiaries),
            depends_on: self.references(&mut row, Key::DependsOn),
            decisions: Vec::new(),
            model: self.reference(&mut row, Key::Model),
            tags: texts(&mut row, Key::Tags),
            evidence: self.evidence(&mut row),
        };
        (activity, link)
    }

    fn decision_of_activity(&mut self, row: &mut Row<key::Activity>, draft: bool) -> Option<DecisionLink> {
        let named = row.decision(key::Activity::Decision)?;
        let at = row.place_of(named.at);
        let result = self.resolver.typed(&named.value.meeting, at.clone(), "decision");
        let meeting = self.kept(result)?;
        Some(DecisionLink {
            activity: Idx::new(self.position),
            meeting,
            decision: named.value.decision.into(),
            from_meeting: false,
            draft,
            at,
        })
    }

    fn updates(&mut self, row: &mut Row<key::Activity>, sample: bool) -> Vec<Update> {
        let rows = row.rows(key::Activity::Updates);
        rows.into_iter().filter_map(|update| self.inline_update(update, sample)).collect()
    }

    /// `None` where it has no date: that was reported.
    fn inline_update(&mut self, mut row: Row<key::InlineUpdate>, sample: bool) -> Option<Update> {
        use key::InlineUpdate as Key;
        Some(Update {
            id: Box::default(),
            date: day(&mut row, Key::Date)?,
            progress: percent(&mut row, Key::Progress),
            milestone: None,
            indicator: None,
            text: self.prose(&mut row, Key::Text),
            by: text(&mut row, Key::By),
            photos: self.photos(&mut row, Key::Photos),
            sample,
            at: row.at(),
        })
    }

    fn evidence(&mut self, row: &mut Row<key::Activity>) -> Vec<Evidence> {
        let rows = row.rows(key::Activity::Evidence);
        rows.into_iter().filter_map(|evidence| self.piece(evidence)).collect()
    }

    fn piece(&mut self, mut row: Row<key::Evidence>) -> Option<Evidence> {
        use key::Evidence as Key;
        if row.is_given(Key::File) == row.is_given(Key::Url) {
            self.two_sources(row.is_given(Key::File), row.at(), row.path(Key::File));
        }
        let file = self.media(&mut row, Key::File).map(EvidenceSource::File);
        Some(Evidence {
            title: required_text(&mut row, Key::Title),
            source: file.or_else(|| text(&mut row, Key::Url).map(EvidenceSource::Url))?,
            date: day(&mut row, Key::Date),
            original: row.flag(Key::Original),
            at: row.at(),
        })
    }

    fn two_sources(&mut self, both: bool, at: Place, field: String) {
        let (fa, en) = if both {
            (
                "این مستند هم «فایل» دارد و هم «نشانی».",
                "This piece of evidence has both a `file` and a `url`.",
            )
        } else {
            (
                "این مستند نه «فایل» دارد و نه «نشانی».",
                "This piece of evidence has neither a `file` nor a `url`.",
            )
        };
        let found = crate::diag::Diagnostic::new(EVIDENCE_SOURCE, at, fa, en).field(field);
        self.out.push(found.hint("درست یکی از این دو را بنویسید.", "Write exactly one of the two."));
    }
}

/// A percent, which the table has held to its range.
pub(super) fn percent<K: key::Key>(row: &mut Row<K>, key: K) -> Option<Percent> {
    number(row, key).and_then(Percent::new)
}

fn status(word: &str) -> Option<Status> {
    match word {
        "planned" => Some(Status::Planned),
        "active" => Some(Status::Active),
        "paused" => Some(Status::Paused),
        "done" => Some(Status::Done),
        "cancelled" => Some(Status::Cancelled),
        _ => None,
    }
}

fn measure(word: &str) -> Option<Measure> {
    match word {
        "milestones" => Some(Measure::Milestones),
        "reported" => Some(Measure::Reported),
        "indicators" => Some(Measure::Indicators),
        _ => None,
    }
}

fn reason(word: &str) -> Option<Reason> {
    match word {
        "funding" => Some(Reason::Funding),
        "permit" => Some(Reason::Permit),
        "contractor" => Some(Reason::Contractor),
        "weather" => Some(Reason::Weather),
        "staffing" => Some(Reason::Staffing),
        "scope" => Some(Reason::Scope),
        "other" => Some(Reason::Other),
        _ => None,
    }
}

fn reschedule(mut row: Row<key::Reschedule>) -> Option<Reschedule> {
    use key::Reschedule as Key;
    Some(Reschedule {
        date: day(&mut row, Key::Date)?,
        due: day(&mut row, Key::Due)?,
        reason: row.choice(Key::Reason).and_then(|word| reason(word.value)).unwrap_or(Reason::Other),
        note: text(&mut row, Key::Note),
    })
}

fn milestone(mut row: Row<key::Milestone>) -> Milestone {
    use key::Milestone as Key;
    Milestone {
        title: required_text(&mut row, Key::Title),
        due: day(&mut row, Key::Due),
        done: day(&mut row, Key::Done),
        weight: number(&mut row, Key::Weight).unwrap_or(1.0),
    }
}

fn indicator(mut row: Row<key::Indicator>) -> Indicator {
    use key::Indicator as Key;
    Indicator {
        title: required_text(&mut row, Key::Title),
        unit: text(&mut row, Key::Unit),
        baseline: number(&mut row, Key::Baseline),
        target: number(&mut row, Key::Target),
        direction: row.choice(Key::Direction).and_then(|word| direction(word.value)),
        values: row.rows(Key::Values).into_iter().filter_map(measured).collect(),
    }
}

fn direction(word: &str) -> Option<Direction> {
    match word {
        "up" => Some(Direction::Up),
        "down" => Some(Direction::Down),
        _ => None,
    }
}

fn measured(mut row: Row<key::Measured>) -> Option<IndicatorValue> {
    use key::Measured as Key;
    Some(IndicatorValue {
        date: day(&mut row, Key::Date)?,
        value: number(&mut row, Key::Value)?,
        source: text(&mut row, Key::Source),
        note: text(&mut row, Key::Note),
    })
}

fn budget(mut row: Row<key::Budget>) -> Budget {
    use key::Budget as Key;
    Budget {
        planned: whole(&mut row, Key::Planned),
        spent: whole(&mut row, Key::Spent),
        source: text(&mut row, Key::Source),
    }
}

fn beneficiaries(mut row: Row<key::Beneficiaries>) -> Beneficiaries {
    use key::Beneficiaries as Key;
    Beneficiaries {
        planned: whole(&mut row, Key::Planned),
        reached: whole(&mut row, Key::Reached),
        group: text(&mut row, Key::Group),
    }
}
