//! The data of days, measured in memory: what a build of each day would write to `data/progress.json`, and no pages.

use std::cmp::Reverse;

use crate::config::Config;
use crate::content;
use crate::diag::{Diagnostic, by_place};
use crate::figures;
use crate::model::Dataset;
use crate::persian::Day;
use crate::progress;

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
    let data = match (reading.dataset, &reading.config) {
        (Some(dataset), Some(config)) if !forbids(&diagnostics, request.strict) => {
            Some(data_of_days(dataset, config, days))
        }
        _ => None,
    };
    Ok(Measured { diagnostics, data })
}

/// The data of each day, in the order of `days`.
fn data_of_days(dataset: Dataset, config: &Config, days: &[Day]) -> Vec<Vec<u8>> {
    let mut order: Vec<usize> = (0..days.len()).collect();
    order.sort_by_key(|&at| Reverse(days[at]));
    let mut data = vec![Vec::new(); days.len()];
    let Some(latest) = order.first() else { return data };
    let (mut edition, _) = dataset.cut(days[*latest]);
    // From the latest day back, the same records are cut ever shorter instead of being copied.
    for at in order {
        edition = edition.cut_earlier(days[at]);
        let figures = progress::measure(&edition, &config.thresholds);
        data[at] = figures::progress_json(&edition, &figures, config.identity.title.typed());
    }
    data
}
