//! What a visit saw of an activity, beside what was reported.

use serde::Serialize;

use crate::model::FindingRef;
use crate::persian::numbers::percent;
use crate::progress::{actual_on, exceeds};
use crate::site::charts::Bar;
use crate::site::figures::signed_points;
use crate::site::view::{Html, Link, Picture, Stamp};
use crate::site::{Resolver, Site, Target, links, stamp, words};

/// A finding as a row: reported, verified and the gap between them (F16).
#[derive(Debug, Clone, Serialize)]
pub(in crate::site) struct FindingRow {
    /// The visit's day.
    pub at: Stamp,
    /// The visit's page.
    pub href: String,
    /// Who visited.
    pub by: String,
    /// The activity.
    pub activity: Link,
    /// Both figures side by side; where the finding carries progress.
    pub bar: Option<Bar>,
    /// What was reported as of the visit's day.
    pub reported: String,
    /// What the visit saw.
    pub verified: String,
    /// «−۱۷», «—»
    pub gap: String,
    /// The gap passes the tolerance.
    pub flagged: bool,
    /// What the visitor noted.
    pub note: Option<Html>,
    /// What it looked like.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<Picture>,
    /// The visit is illustrative.
    pub sample: bool,
}

/// A finding beside what was reported as of the visit's day (F16).
pub(in crate::site) fn finding_row(
    site: &Site<'_>,
    resolver: &Resolver<'_>,
    of: FindingRef,
    prefix: &str,
    root: &str,
) -> FindingRow {
    let visit = &site.dataset[of.visit];
    let finding = &site.dataset[of];
    let activity = finding.activity;
    let seen = finding.progress.map(crate::model::Percent::get);
    let reported = actual_on(site.dataset, activity, visit.date);
    let gap = seen.zip(reported).map(|(seen, reported)| seen - reported);
    let text = |value: Option<f64>| value.map_or_else(|| words::NOTHING.to_owned(), percent);
    FindingRow {
        at: stamp::short(visit.date),
        href: site.href(Target::Visit(of.visit)),
        by: visit.by.to_string(),
        activity: links::activity(site, activity),
        bar: seen.map(|seen| Bar { actual: reported, verified: Some(seen), ..Bar::default() }),
        reported: text(reported),
        verified: text(seen),
        gap: gap.map_or_else(|| words::NOTHING.to_owned(), signed_points),
        flagged: gap.is_some_and(|gap| exceeds(gap.abs(), site.config.thresholds.tolerance)),
        note: finding.note.as_ref().map(|note| resolver.prose(note, prefix, root)),
        photos: resolver.photos(&finding.photos),
        sample: visit.record.sample,
    }
}
