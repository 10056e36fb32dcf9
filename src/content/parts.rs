//! The parts of an activity that refer to nothing: milestones, indicators, reports and the rest.
//!
//! They become model values as soon as their file is read. Rows are several times as large as what the model keeps of
//! them, and most of an activity stands in its parts: so the rows of all activities are never in memory at once.

use super::prose;
use super::values::{day, gather, number, percent, required_text, text, whole};
use crate::diag::Diagnostic;
use crate::fields::{Photo, Row, key};
use crate::model::{
    Beneficiaries, Budget, Direction, Indicator, IndicatorValue, Milestone, Reason, Reschedule, Update,
};

/// What was taken out of an activity's row.
#[derive(Debug, Default)]
pub(super) struct ActivityParts {
    pub(super) reschedules: Vec<Reschedule>,
    pub(super) milestones: Vec<Milestone>,
    pub(super) indicators: Vec<Indicator>,
    pub(super) updates: Vec<InlineUpdate>,
    pub(super) budget: Option<Budget>,
    pub(super) beneficiaries: Option<Beneficiaries>,
    /// What is wrong with the texts of its reports, whatever the site holds.
    pub(super) found: Vec<Diagnostic>,
}

/// A report inside an activity, its photos and the links of its text not yet looked at.
#[derive(Debug)]
pub(super) struct InlineUpdate {
    pub(super) update: Update,
    pub(super) photos: Vec<Photo>,
    /// Its place in the list, from 1.
    pub(super) position: usize,
}

impl ActivityParts {
    /// Takes the parts out of a row.
    pub(super) fn of(row: &mut Row<key::Activity>) -> Self {
        use key::Activity as Key;
        let updates = row.rows(Key::Updates).into_iter().zip(1..).collect();
        let mut found = Vec::new();
        Self {
            reschedules: gather(row.rows(Key::Reschedules), reschedule),
            milestones: gather(row.rows(Key::Milestones), |row| Some(milestone(row))),
            indicators: gather(row.rows(Key::Indicators), |row| Some(indicator(row))),
            updates: gather(updates, |(row, position)| inline_update(row, position, &mut found)),
            budget: row.row(Key::Budget).map(budget),
            beneficiaries: row.row(Key::Beneficiaries).map(beneficiaries),
            found,
        }
    }
}

/// `None` where it has no date: that was reported.
fn inline_update(
    mut row: Row<key::InlineUpdate>,
    position: usize,
    found: &mut Vec<Diagnostic>,
) -> Option<InlineUpdate> {
    use key::InlineUpdate as Key;
    let text_at = row.text(Key::Text).map(|text| (text.value, row.place_of(text.at)));
    let field = || format!("updates[{position}].text");
    let prose = text_at.map(|(text, at)| prose::parse(&text, at, field, found));
    let update = Update {
        id: Box::default(),
        date: day(&mut row, Key::Date)?,
        progress: percent(&mut row, Key::Progress),
        milestone: None,
        indicator: None,
        text: prose,
        by: text(&mut row, Key::By),
        photos: Vec::new(),
        sample: false,
        at: row.at(),
    };
    Some(InlineUpdate { update, photos: row.photos(Key::Photos), position })
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
        values: gather(row.rows(Key::Values), measured),
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
