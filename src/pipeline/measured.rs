//! The data of days, measured in memory: what a build of each day would write to `data/progress.json`, and no pages.

use crate::content;
use crate::diag::{Diagnostic, by_place};
use crate::persian::Day;
use crate::progress;
use crate::tables;

use super::{Failure, Request, find_content, forbids};

/// What was measured, and what was found in reading.
#[derive(Debug)]
pub struct Measured {
    /// Everything that was found in the records, by place.
    pub diagnostics: Vec<Diagnostic>,
    /// The bytes of `data/progress.json` for each day; `None` where the findings forbid a site.
    pub data: Option<Vec<Vec<u8>>>,
}

/// Measures the content as of each of the days; the request's own day doesn't count.
pub fn measured(request: &Request, days: &[Day]) -> Result<Measured, Failure> {
    find_content(request)?;
    let reading = content::read(&request.source)?;
    let mut diagnostics = reading.diagnostics;
    diagnostics.sort_by(by_place);
    let data = match (&reading.dataset, &reading.config) {
        (Some(dataset), Some(config)) if !forbids(&diagnostics, request.strict) => {
            let title = config.identity.title.typed();
            let of_day = |&day: &Day| {
                let figures = progress::measure(dataset, &config.thresholds, day);
                tables::progress_json(dataset, &figures, title)
            };
            Some(days.iter().map(of_day).collect())
        }
        _ => None,
    };
    Ok(Measured { diagnostics, data })
}
