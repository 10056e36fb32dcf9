//! Dated events: reports of activities and visits.

use std::fmt::Write as _;

use crate::model::{Activity, Idx, Update};
use crate::persian::numbers::percent;
use crate::site::view::Dated;
use crate::site::{Resolver, Site, Target, corrections, rows, stamp};

/// The latest reports of the given activities, the latest first; of one day by the activity's id.
pub(in crate::site) fn updates(
    site: &Site<'_>,
    resolver: &Resolver<'_>,
    activities: impl Iterator<Item = Idx<Activity>>,
    count: usize,
    root: &str,
) -> Vec<Dated> {
    latest_updates(site, activities, count)
        .into_iter()
        .enumerate()
        .map(|(at, (idx, update))| update_row(site, resolver, idx, update, &format!("u{at}"), root))
        .collect()
}

/// The same as records: up to `count` reports.
pub(in crate::site) fn latest_updates<'s>(
    site: &'s Site<'_>,
    activities: impl Iterator<Item = Idx<Activity>>,
    count: usize,
) -> Vec<(Idx<Activity>, &'s Update)> {
    let mut updates: Vec<(Idx<Activity>, &'s Update)> = activities
        .flat_map(|idx| site.dataset[idx].updates.iter().map(move |update| (idx, update)))
        .collect();
    // What became known last is the newest, whatever day it speaks of.
    let order = |update: &Update| (update.occurrence().known, update.date);
    updates.sort_by(|(a, left), (b, right)| order(right).cmp(&order(left)).then(a.cmp(b)));
    updates.truncate(count);
    updates
}

/// A report as a row of a dated list, under the name of its activity.
fn update_row(
    site: &Site<'_>,
    resolver: &Resolver<'_>,
    idx: Idx<Activity>,
    update: &Update,
    prefix: &str,
    root: &str,
) -> Dated {
    let activity = &site.dataset[idx];
    let mut meta = rows::meta(site, activity);
    if let Some(progress) = update.progress {
        let _ = write!(meta, " · پیشرفت {}", percent(progress.get()));
    }
    for note in corrections::notes(activity, update) {
        let _ = write!(meta, " · {note}");
    }
    Dated {
        at: stamp::mark(update.date, site.figures.day),
        title: activity.record.title.to_string(),
        href: site.href(Target::Activity(idx)),
        text: [
            corrections::sentence(activity, update).unwrap_or_default(),
            update_sentence(activity, update),
        ]
        .join(" ")
        .trim()
        .to_owned(),
        body: update.text.as_ref().map(|text| resolver.prose(text, prefix, root)),
        meta: vec![meta],
        photos: Vec::new(),
        sample: update.sample || activity.record.sample,
    }
}

/// What a report says beside its text: a milestone done, an indicator measured.
pub(in crate::site) fn update_sentence(activity: &Activity, update: &Update) -> String {
    let milestone = update.milestone.map(|at| format!("مرحلهٔ «{}» انجام شد.", activity.milestones[at].title));
    let indicator =
        update.indicator.map(|at| format!("مقدار تازهٔ «{}» ثبت شد.", activity.indicators[at].title));
    [milestone, indicator].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
