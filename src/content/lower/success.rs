//! Success models.

use super::super::raw::Head;
use super::super::values::{day, gather, required_text, text};
use super::Lower;
use crate::fields::{Row, key};
use crate::model::{Adoption, Cost, Origin, SuccessModel};

impl Lower<'_> {
    pub(super) fn success_model(&mut self, head: Head, mut row: Row<key::Model>) -> SuccessModel {
        use key::Model as Key;
        SuccessModel {
            record: self.record(head),
            neighborhood: self.reference(&mut row, Key::Neighborhood),
            domain: self.reference(&mut row, Key::Domain),
            problem: self.required_prose(&mut row, Key::Problem),
            approach: self.required_prose(&mut row, Key::Approach),
            steps: self.proses(&mut row, Key::Steps),
            conditions: self.proses(&mut row, Key::Conditions),
            cost: row.choice(Key::Cost).and_then(|word| cost(word.value)),
            results: self.references(&mut row, Key::Results),
            lessons: self.proses(&mut row, Key::Lessons),
            contact: self.prose(&mut row, Key::Contact),
            license: text(&mut row, Key::License),
            adoptions: gather(row.rows(Key::Adoptions), |row| Some(adoption(row))),
            origin: row.row(Key::Origin).map(origin),
        }
    }
}

fn cost(word: &str) -> Option<Cost> {
    match word {
        "low" => Some(Cost::Low),
        "medium" => Some(Cost::Medium),
        "high" => Some(Cost::High),
        _ => None,
    }
}

fn adoption(mut row: Row<key::Adoption>) -> Adoption {
    use key::Adoption as Key;
    Adoption {
        place: required_text(&mut row, Key::Place),
        date: day(&mut row, Key::Date),
        note: text(&mut row, Key::Note),
    }
}

fn origin(mut row: Row<key::Origin>) -> Origin {
    use key::Origin as Key;
    Origin {
        province: text(&mut row, Key::Province),
        url: text(&mut row, Key::Url),
        date: day(&mut row, Key::Date),
        digest: text(&mut row, Key::Digest),
    }
}
