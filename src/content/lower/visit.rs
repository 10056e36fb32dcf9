//! Visits and what was found on them.

use super::super::raw::Head;
use super::super::values::{gather, percent, required_text};
use super::{Lower, stand_in_day};
use crate::fields::{Row, key};
use crate::model::{Finding, Visit};

impl Lower<'_> {
    pub(super) fn visit(&mut self, head: Head, mut row: Row<key::Visit>) -> Visit {
        use key::Visit as Key;
        Visit {
            date: head.date.unwrap_or_else(stand_in_day),
            record: self.record(head),
            neighborhood: self.required(&mut row, Key::Neighborhood),
            by: required_text(&mut row, Key::By),
            findings: gather(row.rows(Key::Findings), |finding| self.finding(finding)),
            follow_up: self.prose(&mut row, Key::FollowUp),
        }
    }

    /// `None` where its activity is not known: that was reported.
    fn finding(&mut self, mut row: Row<key::Finding>) -> Option<Finding> {
        use key::Finding as Key;
        let activity = self.reference(&mut row, Key::Activity);
        let progress = percent(&mut row, Key::Progress);
        let note = self.prose(&mut row, Key::Note);
        let photos = self.photos(&mut row, Key::Photos);
        Some(Finding { activity: activity?, progress, note, photos, at: row.at() })
    }
}
