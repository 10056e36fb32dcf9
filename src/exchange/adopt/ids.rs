//! Assigns ids to adopted records: the original id if it is free, otherwise with a number appended.

use std::collections::BTreeSet;

use super::home::Home;
use crate::model::RecordKind;
use crate::persian::text::MAX_ID;
pub(super) struct FreeIds {
    taken: BTreeSet<(RecordKind, String)>,
}

impl FreeIds {
    pub(super) fn new(home: &Home) -> Self {
        let kinds = [RecordKind::Domain, RecordKind::Agency, RecordKind::Activity, RecordKind::Model];
        let taken = kinds
            .into_iter()
            .flat_map(|kind| home.of_kind(kind).iter().map(move |own| (kind, own.id.clone())));
        Self { taken: taken.collect() }
    }

    /// Returns an unused id of a kind, and marks it as used.
    pub(super) fn take(&mut self, kind: RecordKind, proposal: &str) -> String {
        let numbered = (2..).map(|number| {
            let ending = format!("-{number}");
            let stem = &proposal[..proposal.len().min(MAX_ID - ending.len())];
            format!("{}{ending}", stem.trim_end_matches('-'))
        });
        let mut ids = std::iter::once(proposal.to_owned()).chain(numbered);
        let id = ids.find(|id| !self.taken.contains(&(kind, id.clone()))).expect("numbers don't end");
        self.taken.insert((kind, id.clone()));
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_id_gets_a_number_and_stays_short_enough() {
        let mut ids = FreeIds { taken: BTreeSet::new() };
        let long = "a".repeat(MAX_ID);
        let taken: Vec<_> = ["x", "x", "x", &long, &long].map(|id| ids.take(RecordKind::Model, id)).into();
        assert_eq!(taken[..3], ["x", "x-2", "x-3"]);
        assert_eq!(taken[4].len(), MAX_ID);
        assert!(taken[4].ends_with("a-2"));
        assert_eq!(ids.take(RecordKind::Activity, "x"), "x");
    }
}
