//! The words of choices, in English as data has them, in Persian as people read them; both are docs/FORMAT.md's.

use crate::fields::{Field, Kind, Word};
use crate::model::{AgencyKind, Cost, Direction, Measure, Reason, Status};

/// Gives each value of an enum its English word.
macro_rules! words {
    ($($name:ident $of:ident { $($value:ident $word:literal),* })*) => {
        $(pub(super) fn $name(of: $of) -> String {
            match of { $($of::$value => $word,)* }.to_owned()
        })*
    };
}

words! {
    agency_kind AgencyKind {
        Executive "executive", Public "public", Municipal "municipal", Community "community", Ngo "ngo",
        Volunteer "volunteer", Other "other"
    }
    cost Cost { Low "low", Medium "medium", High "high" }
    direction Direction { Up "up", Down "down" }
    measure Measure { Milestones "milestones", Reported "reported", Indicators "indicators" }
    reason Reason {
        Funding "funding", Permit "permit", Contractor "contractor", Weather "weather", Staffing "staffing",
        Scope "scope", Other "other"
    }
    status Status {
        Planned "planned", Active "active", Paused "paused", Done "done", Cancelled "cancelled"
    }
}

/// The choice of a field that an English word means.
fn choice(field: &Field, word: &str) -> Option<&'static Word> {
    let Kind::Choice(choices) = field.kind else { return None };
    choices.iter().find(|choice| choice.en == word)
}

/// Says whether a word is one of a field's choices.
pub(super) fn is_choice(field: &Field, word: &str) -> bool {
    choice(field, word).is_some()
}

/// The Persian word of a choice; empty where it is none.
pub fn persian(field: &Field, word: &str) -> &'static str {
    choice(field, word).map_or("", |choice| choice.fa)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fields::Key;
    use crate::model::key;

    #[test]
    fn every_word_is_one_of_the_table() {
        for (field, word) in [
            (key::Agency::Kind.field(), agency_kind(AgencyKind::Ngo)),
            (key::SuccessModel::Cost.field(), cost(Cost::Low)),
            (key::Indicator::Direction.field(), direction(Direction::Down)),
            (key::Activity::Measure.field(), measure(Measure::Reported)),
            (key::Reschedule::Reason.field(), reason(Reason::Weather)),
            (key::Activity::Status.field(), status(Status::Paused)),
        ] {
            assert!(is_choice(field, &word) && !persian(field, &word).is_empty(), "{word}");
        }
    }
}
