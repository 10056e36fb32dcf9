//! Where things happen: neighborhoods, and the problems that they name.

use super::super::values::{day, text, texts, whole};
use super::Lower;
use crate::fields::{Row, key};
use crate::model::{Location, Manager, Neighborhood, Problem, RolloutStage};

use super::super::raw::Head;

impl Lower<'_> {
    pub(super) fn neighborhood(&mut self, head: Head, mut row: Row<key::Neighborhood>) -> Neighborhood {
        use key::Neighborhood as Key;
        Neighborhood {
            record: self.record(head),
            kind: text(&mut row, Key::Kind),
            county: text(&mut row, Key::County),
            city: text(&mut row, Key::City),
            district: text(&mut row, Key::District),
            stage: row.choice(Key::Stage).and_then(|word| stage(word.value)),
            since: day(&mut row, Key::Since),
            manager: row.row(Key::Manager).map(manager),
            population: whole(&mut row, Key::Population),
            households: whole(&mut row, Key::Households),
            location: row.row(Key::Location).and_then(location),
            boundary: self.boundary(&mut row),
            goals: texts(&mut row, Key::Goals),
            photo: self.photo(&mut row, Key::Photo),
        }
    }

    fn boundary(&mut self, row: &mut Row<key::Neighborhood>) -> Option<Box<str>> {
        let name = row.text(key::Neighborhood::Boundary)?;
        let result = self.media.boundary(&name.value, row.place_of(name.at), "boundary");
        self.kept(result)
    }

    pub(super) fn problem(&mut self, head: Head, mut row: Row<key::Problem>) -> Problem {
        use key::Problem as Key;
        Problem {
            record: self.record(head),
            neighborhood: self.required(&mut row, Key::Neighborhood),
            domain: self.reference(&mut row, Key::Domain),
            rank: whole(&mut row, Key::Rank),
            source: text(&mut row, Key::Source),
            registered: day(&mut row, Key::Registered),
            solved: day(&mut row, Key::Solved),
        }
    }
}

fn stage(word: &str) -> Option<RolloutStage> {
    match word {
        "model" => Some(RolloutStage::Model),
        "extension" => Some(RolloutStage::Extension),
        "planned" => Some(RolloutStage::Planned),
        _ => None,
    }
}

fn manager(mut row: Row<key::Manager>) -> Manager {
    use key::Manager as Key;
    Manager {
        title: text(&mut row, Key::Title),
        name: text(&mut row, Key::Name),
        since: day(&mut row, Key::Since),
        phone: text(&mut row, Key::Phone),
        email: text(&mut row, Key::Email),
        sample: row.flag(Key::Sample),
    }
}

fn location(mut row: Row<key::Location>) -> Option<Location> {
    let lat = row.number(key::Location::Lat)?.value;
    let lon = row.number(key::Location::Lon)?.value;
    Some(Location { lat, lon })
}
