//! Meetings and their decisions.

use std::collections::HashMap;

use super::super::index::doubled_id;
use super::super::raw::Head;
use super::super::values::{day, required_text, text};
use super::{Lower, stand_in_day};
use crate::diag::Place;
use crate::fields::{Row, key};
use crate::model::{Activity, Decision, Idx, Meeting};

/// «This activity carries out that decision», as one side wrote it.
#[derive(Debug)]
pub(in crate::content) struct DecisionLink {
    pub(in crate::content) activity: Idx<Activity>,
    pub(in crate::content) meeting: Idx<Meeting>,
    /// The decision's id in its meeting.
    pub(in crate::content) decision: Box<str>,
    /// Which side wrote it.
    pub(in crate::content) from_meeting: bool,
    /// Whether that side is a draft.
    pub(in crate::content) draft: bool,
    pub(in crate::content) at: Place,
}

impl Lower<'_> {
    /// A meeting, and the links that its decisions name.
    pub(super) fn meeting(&mut self, head: Head, mut row: Row<key::Meeting>) -> (Meeting, Vec<DecisionLink>) {
        use key::Meeting as Key;
        let draft = head.draft;
        let mut links = Vec::new();
        let mut decisions: Vec<Decision> = Vec::new();
        let mut first = HashMap::new();
        for decision in row.rows(Key::Decisions) {
            let decision = self.decision(decision, draft, &mut links);
            if let Some(&earlier) = first.get(&decision.id).filter(|_| !decision.id.is_empty()) {
                let Decision { at: earlier, .. } = &decisions[earlier];
                self.out.push(
                    doubled_id(&decision.id, decision.at.clone(), earlier.clone()).field("decisions.id"),
                );
            } else {
                first.insert(decision.id.clone(), decisions.len());
            }
            decisions.push(decision);
        }
        let meeting = Meeting {
            date: head.date.unwrap_or_else(stand_in_day),
            record: self.record(head),
            place: text(&mut row, Key::Place),
            chair: text(&mut row, Key::Chair),
            agencies: self.references(&mut row, Key::Agencies),
            decisions,
        };
        (meeting, links)
    }

    fn decision(
        &mut self,
        mut row: Row<key::Decision>,
        draft: bool,
        links: &mut Vec<DecisionLink>,
    ) -> Decision {
        use key::Decision as Key;
        let id: Box<str> = required_text(&mut row, Key::Id);
        if let Some(activity) = self.reference(&mut row, Key::Activity) {
            links.push(DecisionLink {
                activity,
                meeting: Idx::new(self.position),
                decision: id.clone(),
                from_meeting: true,
                draft,
                at: row.place(Key::Activity),
            });
        }
        Decision {
            id,
            text: required_text(&mut row, Key::Text),
            agency: self.reference(&mut row, Key::Agency),
            due: day(&mut row, Key::Due),
            done: day(&mut row, Key::Done),
            activity: None,
            at: row.at(),
        }
    }
}
