//! Activities, with everything that stands inside them.

use super::super::parts::{ActivityParts, InlineUpdate};
use super::super::raw::Head;
use super::super::values::{day, gather, number, required_text, text, texts};
use super::Lower;
use super::meeting::DecisionLink;
use super::prose;
use crate::diag::Place;
use crate::diag::codes::records::EVIDENCE_SOURCE;
use crate::fields::{Row, key};
use crate::model::{Activity, Evidence, EvidenceSource, Idx, Measure, Status, Update};

impl Lower<'_> {
    /// An activity, and the decision that it says it carries out.
    pub(super) fn activity(
        &mut self,
        head: Head,
        mut row: Row<key::Activity>,
        parts: ActivityParts,
    ) -> (Activity, Option<DecisionLink>) {
        use key::Activity as Key;
        let ActivityParts { reschedules, milestones, indicators, updates, budget, beneficiaries, found } =
            parts;
        self.out.extend(found);
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
            reschedules,
            milestones,
            indicators,
            updates: self.updates(updates, sample),
            findings: Vec::new(),
            budget,
            beneficiaries,
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
        let result = self.resolver.typed(&named.value.meeting, || (at.clone(), "decision".to_owned()));
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

    /// Reports inside the activity; their texts and photos are looked at now that everything is known.
    fn updates(&mut self, raws: Vec<InlineUpdate>, sample: bool) -> Vec<Update> {
        let mut updates = Vec::with_capacity(raws.len());
        for InlineUpdate { mut update, photos, position } in raws {
            update.sample = sample;
            if let Some(text) = &update.text {
                let field = || format!("updates[{position}].text");
                prose::check(text, field, &self.resolver, self.media, &mut self.out);
            }
            let field = || format!("updates[{position}].photos");
            update.photos = self.photos_of(photos, &update.at.file, field);
            updates.push(update);
        }
        updates
    }

    fn evidence(&mut self, row: &mut Row<key::Activity>) -> Vec<Evidence> {
        gather(row.rows(key::Activity::Evidence), |evidence| self.piece(evidence))
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
