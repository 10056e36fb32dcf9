//! A check of titles: what is recorded twice in one neighborhood and domain.

use std::collections::HashMap;

use super::{Doubts, Facts, finding};
use crate::diag::codes::plausible::TITLE_TWICE;
use crate::model::{Domain, Head, Idx, Neighborhood};
use crate::persian::text::fold_title;

/// Where a record counts: its neighborhood, and its domain if it has one.
type Cell = (Idx<Neighborhood>, Option<Idx<Domain>>);

/// Titles of activities, and of problems, differ within a cell.
pub(super) fn title_twice(facts: &Facts<'_>, doubts: &mut Doubts) {
    let activities = facts.dataset.activities.iter().map(|activity| {
        let cells = activity.neighborhoods.iter().map(|&at| (at, Some(activity.domain))).collect();
        (&activity.record, cells)
    });
    doubt(activities, doubts);
    let problems = facts.dataset.problems.iter();
    doubt(problems.map(|problem| (&problem.record, vec![(problem.neighborhood, problem.domain)])), doubts);
}

/// Doubts the second of two records with one title, once however many cells they share.
fn doubt<'a>(records: impl Iterator<Item = (&'a Head, Vec<Cell>)>, doubts: &mut Doubts) {
    let mut known: HashMap<(Cell, String), &Head> = HashMap::new();
    for (record, cells) in records {
        let title = fold_title(record.title.typed());
        let mut first = None;
        for cell in cells {
            let known = *known.entry((cell, title.clone())).or_insert(record);
            if !std::ptr::eq(known, record) {
                first.get_or_insert(known);
            }
        }
        let Some(first) = first else { continue };
        let (title, id) = (record.title.typed(), &first.id);
        let found = finding(
            TITLE_TWICE,
            &record.at,
            "title",
            (
                format!("«{title}» در همین محله و حوزه یک بار دیگر هم ثبت شده است (شناسه: {id})."),
                format!("`{title}` is recorded once more in this neighborhood and domain (id: {id})."),
            ),
            (
                "یکی را پاک کنید، یا عنوان‌ها را از هم جدا کنید.",
                "Delete one of the two, or give them different titles.",
            ),
        )
        .related(first.at.clone(), "رکورد نخست اینجاست.", "The first record is here.");
        doubts.add(&[&record.allow, &first.allow], found);
    }
}
