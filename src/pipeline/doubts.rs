//! What can hardly be true, with its places and lines.

use crate::config::Config;
use crate::content;
use crate::diag::Diagnostic;
use crate::model::Dataset;
use crate::model::plausible::{self, Facts};

use super::Request;

/// Warns of what the published records say and hardly can mean.
pub(super) fn doubts(dataset: &Dataset, config: &Config, request: &Request) -> Vec<Diagnostic> {
    let day = request.day(config);
    let facts = Facts { dataset, day, today: request.now, tolerance: config.thresholds.tolerance };
    let mut found = plausible::check(&facts);
    content::pinpoint(&mut found, &request.source);
    for found in &mut found {
        plausible::suggest_year(found, day);
    }
    found
}
