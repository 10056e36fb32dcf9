//! The groups of a quarter's report: domains, counties and neighborhoods at the ends of the quarter.

use serde::Serialize;

use crate::model::{Idx, Neighborhood};
use crate::persian::numbers::percent;
use crate::progress::{Brief, Quarter, Snapshot, State};
use crate::site::charts::Bar;
use crate::site::counties::{self, CountyPart, OPEN};
use crate::site::figures::{self, signed_points};
use crate::site::view::Link;
use crate::site::words::{self, counted, whole};
use crate::site::{Site, links};

/// A group at the ends of a quarter.
#[derive(Debug, Serialize)]
pub(super) struct PeriodRow {
    /// The group.
    pub link: Link,
    /// A at the end of the year before.
    pub year_before: String,
    /// A at the end of the quarter before.
    pub before: String,
    /// A at the end.
    pub at: String,
    /// By how much A moved since the year's start.
    pub moved: String,
    /// P at the end.
    pub planned: String,
    /// Both as a bar.
    pub bar: Bar,
    /// How many were done at the end, of how many.
    pub done: String,
    /// How many were past their due at the end.
    pub overdue: String,
}

/// Neighborhoods of a quarter's report where they are too many for one table.
#[derive(Debug, Serialize)]
pub(super) struct PeriodPart {
    /// «شهرستان قم، ۶۷ محله»: they are folded under these words; empty for what stands open.
    pub title: String,
    /// The neighborhoods.
    pub rows: Vec<PeriodRow>,
}

/// The counties; empty where there is but one or none.
pub(super) fn counties(site: &Site<'_>, quarter: &Quarter) -> Vec<PeriodRow> {
    if !site.order.has_counties() {
        return Vec::new();
    }
    let row = |&at: &usize| row(site, counties::link(site, at), briefs(quarter, &|of| of.counties[at]));
    site.order.counties.iter().map(row).collect()
}

pub(super) fn neighborhoods(site: &Site<'_>, quarter: &Quarter, of: &[Idx<Neighborhood>]) -> Vec<PeriodRow> {
    let row = |&idx: &Idx<Neighborhood>| {
        row(
            site,
            links::neighborhood(site, idx),
            briefs(quarter, &|snapshot| snapshot.neighborhoods[idx.get()]),
        )
    };
    of.iter().map(row).collect()
}

/// Neighborhoods county by county, else some that stand open and the rest.
pub(super) fn parts(site: &Site<'_>, quarter: &Quarter, shown: &[Idx<Neighborhood>]) -> Vec<PeriodPart> {
    let part = |title, of: &[_]| PeriodPart { title, rows: neighborhoods(site, quarter, of) };
    let term = &site.config.terms.neighborhood;
    if !site.order.goes_by_county() {
        let (open, rest) = shown.split_at(shown.len().min(OPEN));
        return vec![part(String::new(), open), part(words::rest(rest.len(), &term.one), rest)];
    }
    let of_county = |of: &CountyPart<'_>| {
        let count = counted(of.neighborhoods.len(), term);
        part(format!("{}، {count}", counties::title(site, of.at)), of.neighborhoods)
    };
    counties::parted(site, shown).iter().map(of_county).collect()
}

pub(super) fn row(site: &Site<'_>, link: Link, [year_before, before, at]: [Brief; 3]) -> PeriodRow {
    let moved = year_before.actual.value.zip(at.actual.value).map(|(then, now)| now - then);
    PeriodRow {
        link,
        year_before: words::brief_actual(&year_before),
        before: words::brief_actual(&before),
        at: words::brief_actual(&at),
        moved: moved.map_or_else(|| words::NOTHING.to_owned(), signed_points),
        planned: at.planned.value.map_or_else(|| words::NOTHING.to_owned(), percent),
        bar: bar(site, &at),
        done: format!("{} از {}", whole(at.states.get(State::Done)), whole(at.activities)),
        overdue: whole(at.overdue()),
    }
}

/// A group at the days of a quarter: the year's start, the quarter's start, its end.
pub(super) fn briefs(quarter: &Quarter, of: &dyn Fn(&Snapshot) -> Brief) -> [Brief; 3] {
    [of(&quarter.year_before), of(&quarter.before), of(&quarter.at)]
}

pub(super) fn bar(site: &Site<'_>, brief: &Brief) -> Bar {
    Bar {
        actual: brief.actual.value,
        planned: brief.planned.value,
        behind: figures::lags(site, brief.deviation.value),
        ..Bar::default()
    }
}
