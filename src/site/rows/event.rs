//! Dated events: reports of activities and visits.

use std::fmt::Write as _;

use crate::model::{Activity, Idx, Update};
use crate::persian::numbers::percent;
use crate::site::view::Dated;
use crate::site::{Resolver, Site, Target, stamp};

impl Site<'_> {
    /// The latest reports of the given activities, the latest first; of one day by the activity's id.
    pub(in crate::site) fn updates_of(
        &self,
        resolver: &Resolver<'_>,
        activities: impl Iterator<Item = Idx<Activity>>,
        count: usize,
        root: &str,
    ) -> Vec<Dated> {
        self.latest_updates(activities, count)
            .into_iter()
            .enumerate()
            .map(|(at, (idx, update))| self.update_row(resolver, idx, update, &format!("u{at}"), root))
            .collect()
    }

    /// The same as records: up to `count` reports.
    pub(in crate::site) fn latest_updates(
        &self,
        activities: impl Iterator<Item = Idx<Activity>>,
        count: usize,
    ) -> Vec<(Idx<Activity>, &Update)> {
        let mut updates: Vec<(Idx<Activity>, &Update)> = activities
            .flat_map(|idx| self.dataset[idx].updates.iter().map(move |update| (idx, update)))
            .collect();
        updates.sort_by(|(a, left), (b, right)| right.date.cmp(&left.date).then(a.cmp(b)));
        updates.truncate(count);
        updates
    }

    /// A report as a row of a dated list, under the name of its activity.
    fn update_row(
        &self,
        resolver: &Resolver<'_>,
        idx: Idx<Activity>,
        update: &Update,
        prefix: &str,
        root: &str,
    ) -> Dated {
        let activity = &self.dataset[idx];
        let mut meta = self.meta_of(activity);
        if let Some(progress) = update.progress {
            let _ = write!(meta, " · پیشرفت {}", percent(progress.get()));
        }
        Dated {
            at: stamp::mark(update.date, self.figures.day),
            title: activity.record.title.to_string(),
            href: self.href(Target::Activity(idx)),
            text: update_sentence(activity, update),
            body: update.text.as_ref().map(|text| resolver.prose(text, prefix, root)),
            meta: vec![meta],
            photos: Vec::new(),
            sample: update.sample || activity.record.sample,
        }
    }
}

/// What a report says beside its text: a milestone done, an indicator measured.
pub(in crate::site) fn update_sentence(activity: &Activity, update: &Update) -> String {
    let milestone = update.milestone.map(|at| format!("مرحلهٔ «{}» انجام شد.", activity.milestones[at].title));
    let indicator =
        update.indicator.map(|at| format!("مقدار تازهٔ «{}» ثبت شد.", activity.indicators[at].title));
    [milestone, indicator].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
