//! The responsibility matrix of `agencies/index.html`: agencies × neighborhoods, or counties where those are too many.

use serde::Serialize;

use crate::model::{Activity, Agency, Idx};
use crate::progress::State;
use crate::site::Site;
use crate::site::view::Link;
use crate::site::words::{counted, whole};

/// Up to how many agencies and neighborhoods or counties the responsibility matrix is whole.
const MATRIX_ROWS: usize = 60;
const MATRIX_COLUMNS: usize = 40;

/// The responsibility matrix.
#[derive(Debug, Serialize)]
pub struct DutyMatrix {
    /// The neighborhoods, or the counties where those are too many.
    pub columns: Vec<Link>,
    /// The agencies.
    pub rows: Vec<DutyMatrixRow>,
    /// What is left out, in a sentence; empty for nothing.
    pub note: String,
}

/// An agency in the matrix.
#[derive(Debug, Serialize)]
pub struct DutyMatrixRow {
    /// The agency.
    pub agency: Link,
    /// For each column: how many it leads and in how many it helps.
    pub cells: Vec<DutyCell>,
}

/// Where an agency and a neighborhood or county meet.
#[derive(Debug, Clone, Default, Serialize)]
pub struct DutyCell {
    /// «۲»; empty for none.
    pub leads: String,
    /// «۱»; empty for none.
    pub helps: String,
}

impl Site<'_> {
    pub(super) fn duty_matrix(&self) -> DutyMatrix {
        let terms = &self.config.terms;
        let by_county = self.order.goes_by_county();
        let counties = self.order.counties.iter().map(|&at| (at, self.county_link(at)));
        let neighborhoods = self.order.neighborhoods.iter().map(|&at| (at.get(), self.neighborhood_link(at)));
        let mut columns: Vec<_> = if by_county { counties.collect() } else { neighborhoods.collect() };
        let hidden = columns.len().saturating_sub(MATRIX_COLUMNS);
        columns.truncate(MATRIX_COLUMNS);
        let row = |&idx: &Idx<Agency>| {
            let counts = if by_county { self.duty_counts_by_county(idx) } else { self.duty_counts(idx) };
            DutyMatrixRow {
                agency: self.agency_link(idx),
                cells: columns.iter().map(|&(at, _)| duty_cell(counts[at])).collect(),
            }
        };
        let (neighborhood, agency) = (&terms.neighborhood, &terms.agency.one);
        DutyMatrix {
            rows: self.order.agencies.iter().take(MATRIX_ROWS).map(row).collect(),
            note: if by_county {
                format!("به تفکیک شهرستان؛ {} در صفحهٔ هر {agency} آمده است.", neighborhood.many)
            } else if hidden > 0 {
                format!("{} دیگر در صفحهٔ هر {agency} آمده است.", counted(hidden, neighborhood))
            } else {
                String::new()
            },
            columns: columns.into_iter().map(|(_, link)| link).collect(),
        }
    }

    /// By neighborhood: how many activities an agency leads and in how many it helps; cancelled ones left out.
    pub(super) fn duty_counts(&self, idx: Idx<Agency>) -> Vec<(usize, usize)> {
        self.count_duties(idx, self.dataset.neighborhoods.len(), |activity, add| {
            activity.neighborhoods.iter().for_each(|neighborhood| add(neighborhood.get()));
        })
    }

    /// The same by county: an activity counts once in each, in however many of its neighborhoods it is.
    fn duty_counts_by_county(&self, idx: Idx<Agency>) -> Vec<(usize, usize)> {
        self.count_duties(idx, self.figures.groups.counties.len(), |activity, add| {
            self.counties_of(activity).into_iter().for_each(add);
        })
    }

    fn count_duties(
        &self,
        idx: Idx<Agency>,
        places: usize,
        each: impl Fn(&Activity, &mut dyn FnMut(usize)),
    ) -> Vec<(usize, usize)> {
        let mut counts = vec![(0, 0); places];
        for activity in self.led(idx) {
            each(&self.dataset[activity], &mut |place| counts[place].0 += 1);
        }
        for &activity in &self.relations.partnerships[idx.get()] {
            if self.figures[activity].state != State::Cancelled {
                each(&self.dataset[activity], &mut |place| counts[place].1 += 1);
            }
        }
        counts
    }
}

fn duty_cell((leads, helps): (usize, usize)) -> DutyCell {
    let text = |count: usize| if count == 0 { String::new() } else { whole(count) };
    DutyCell { leads: text(leads), helps: text(helps) }
}
