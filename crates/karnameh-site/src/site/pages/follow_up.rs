//! What became of decisions, in figures and in a sentence: for the pages of decisions, of meetings and of a meeting.

use serde::Serialize;

use crate::persian::numbers::percent;
use crate::progress::{DecisionCounts, DecisionState};
use crate::site::charts::Bar;
use crate::site::rows;
use crate::site::view::{Flag, KeyFigure, Why};
use crate::site::words::{self, whole};
use crate::site::{Site, figures};

/// What the page of all decisions is called.
pub(super) const TITLE: &str = "پیگیری مصوبه‌ها";

/// The words of what became of decisions (F25).
#[derive(Debug, Serialize)]
pub(super) struct DecisionWords {
    /// «انجام‌شده»
    pub done: String,
    /// «باز»
    pub open: String,
    /// «مهلت‌گذشته»
    pub overdue: String,
}

/// Decisions in figures: done, open, overdue, done in time; nothing where there is none.
pub(super) fn in_figures(site: &Site<'_>) -> Vec<KeyFigure> {
    let counts = &site.figures.decisions;
    let all = counts.all();
    if all == 0 {
        return Vec::new();
    }
    let of_all = format!("از {} مصوبه", whole(all));
    let figure = |state: DecisionState, count: usize| KeyFigure {
        label: state.fa().to_owned(),
        value: whole(count),
        small: of_all.clone(),
        ..KeyFigure::default()
    };
    let worst = site.lists.decisions.first().map(|&of| rows::decision_row(site, of).late).unwrap_or_default();
    vec![
        KeyFigure {
            bar: Some(Bar { actual: Some(counts.done as f64 * 100.0 / all as f64), ..Bar::default() }),
            ..figure(DecisionState::Done, counts.done)
        },
        figure(DecisionState::Open, counts.open),
        KeyFigure {
            flag: (counts.overdue > 0)
                .then(|| Flag { text: format!("تا {worst} روز تأخیر"), late: true }),
            ..figure(DecisionState::Overdue, counts.overdue)
        },
        on_time_figure(site),
    ]
}

/// Of the decisions done, those done by their due (F25).
fn on_time_figure(site: &Site<'_>) -> KeyFigure {
    let counts = &site.figures.decisions;
    let share =
        (counts.done_with_due > 0).then(|| counts.on_time as f64 * 100.0 / counts.done_with_due as f64);
    KeyFigure {
        label: "در مهلت انجام شده".to_owned(),
        value: share.map_or_else(|| words::NOTHING.to_owned(), percent),
        bar: share.map(|share| Bar { actual: Some(share), ..Bar::default() }),
        note: format!(
            "{} از {} مصوبهٔ انجام‌شده که مهلت داشته است",
            whole(counts.on_time),
            whole(counts.done_with_due)
        ),
        why: Some(Why {
            lines: vec![
                "مصوبه‌ای که تاریخ انجامش از مهلتش نگذشته باشد، در مهلت انجام شده است؛ مصوبهٔ بدون مهلت شمرده نمی‌شود."
                    .to_owned(),
            ],
            more: vec![figures::method_link(site, "decisions")],
            ..Why::default()
        }),
        ..KeyFigure::default()
    }
}

/// «از ۲۳ مصوبه، ۹ مصوبه انجام شده، ۴ مصوبه از مهلت گذشته و ۱۰ مصوبه باز است.»
pub(super) fn sentence(counts: &DecisionCounts) -> String {
    let all = counts.all();
    let parts: Vec<String> = [
        (counts.done, "انجام شده"),
        (counts.overdue, "از مهلت گذشته"),
        (counts.open, DecisionState::Open.fa()),
    ]
    .into_iter()
    .filter(|&(count, _)| count > 0)
    .map(|(count, text)| match count {
        count if count == all => format!("هر {} مصوبه {text}", whole(count)),
        count => format!("{} مصوبه {text}", whole(count)),
    })
    .collect();
    match parts.as_slice() {
        [one] if all == 1 => {
            format!("یک مصوبه ثبت شده است که {} است.", one.trim_start_matches("هر ۱ مصوبه "))
        }
        [one] => format!("{one} است."),
        many => format!("از {} مصوبه، {} است.", whole(all), crate::persian::text::list_and(many)),
    }
}

/// The heads of columns that count decisions.
pub(super) fn words() -> DecisionWords {
    DecisionWords {
        done: DecisionState::Done.fa().to_owned(),
        open: DecisionState::Open.fa().to_owned(),
        overdue: DecisionState::Overdue.fa().to_owned(),
    }
}
