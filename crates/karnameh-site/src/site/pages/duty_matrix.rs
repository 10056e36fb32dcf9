//! The responsibility matrix of `agencies/index.html`: agencies × neighborhoods, or counties where those are too many.

use serde::Serialize;

use crate::model::{Agency, Idx};
use crate::site::view::Link;
use crate::site::words::{counted, whole};
use crate::site::{Site, counties, links};

use super::duties;

/// Up to how many agencies and neighborhoods or counties the responsibility matrix is whole.
const MATRIX_ROWS: usize = 60;
const MATRIX_COLUMNS: usize = 40;

/// The responsibility matrix.
#[derive(Debug, Serialize)]
pub(super) struct DutyMatrix {
    /// The neighborhoods, or the counties where those are too many.
    pub columns: Vec<Link>,
    /// The agencies.
    pub rows: Vec<DutyMatrixRow>,
    /// What is left out, in a sentence; empty for nothing.
    pub note: String,
}

/// An agency in the matrix.
#[derive(Debug, Serialize)]
pub(super) struct DutyMatrixRow {
    /// The agency.
    pub agency: Link,
    /// For each column: how many it leads and in how many it helps.
    pub cells: Vec<DutyCell>,
}

/// Where an agency and a neighborhood or county meet.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct DutyCell {
    /// «۲»; empty for none.
    pub leads: String,
    /// «۱»; empty for none.
    pub helps: String,
}

pub(super) fn matrix(site: &Site<'_>) -> DutyMatrix {
    let terms = &site.config.terms;
    let by_county = site.order.goes_by_county();
    let counties = site.order.counties.iter().map(|&at| (at, counties::link(site, at)));
    let neighborhoods = site.order.neighborhoods.iter().map(|&at| (at.get(), links::neighborhood(site, at)));
    let mut columns: Vec<_> = if by_county { counties.collect() } else { neighborhoods.collect() };
    let hidden = columns.len().saturating_sub(MATRIX_COLUMNS);
    columns.truncate(MATRIX_COLUMNS);
    let row = |&idx: &Idx<Agency>| {
        let counts = if by_county { duties::counts_by_county(site, idx) } else { duties::counts(site, idx) };
        DutyMatrixRow {
            agency: links::agency(site, idx),
            cells: columns.iter().map(|&(at, _)| duty_cell(counts[at])).collect(),
        }
    };
    let (neighborhood, agency) = (&terms.neighborhood, &terms.agency.one);
    DutyMatrix {
        rows: site.order.agencies.iter().take(MATRIX_ROWS).map(row).collect(),
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

fn duty_cell((leads, helps): (usize, usize)) -> DutyCell {
    let text = |count: usize| if count == 0 { String::new() } else { whole(count) };
    DutyCell { leads: text(leads), helps: text(helps) }
}
