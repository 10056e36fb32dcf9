//! The English words of fixed values: those of the table of fields, which data files use too.

use super::{AgencyKind, Cost, Direction, Measure, Reason, RolloutStage, Status};

/// Gives each value of a type its word.
macro_rules! words {
    ($($kind:ident { $($value:ident $word:literal),* $(,)? })*) => {
        $(impl $kind {
            /// The word in data files.
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$value => $word,)*
                }
            }
        })*
    };
}

words! {
    AgencyKind {
        Executive "executive", Public "public", Municipal "municipal", Community "community", Ngo "ngo",
        Volunteer "volunteer", Other "other",
    }
    Cost { Low "low", Medium "medium", High "high" }
    Direction { Up "up", Down "down" }
    Measure { Milestones "milestones", Reported "reported", Indicators "indicators" }
    Reason {
        Funding "funding", Permit "permit", Contractor "contractor", Weather "weather", Staffing "staffing",
        Scope "scope", Other "other",
    }
    RolloutStage { Model "model", Extension "extension", Planned "planned" }
    Status { Planned "planned", Active "active", Paused "paused", Done "done", Cancelled "cancelled" }
}
