//! What tables are filled from.

use std::ops::Index;

use crate::config::Thresholds;
use crate::fields::Datum;
use crate::figures::{ActivityRow, GroupRow};
use crate::model::{Activity, Dataset, DecisionRef, Edition, Idx, RecordKind};
use crate::persian::Day;
use crate::progress::{ActivityFigures, Figures, Group, is_small_group};
use crate::site::{Addresses, Target};

/// Records, figures and addresses.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The records as of T.
    pub dataset: &'a Edition,
    /// Their figures as of T.
    pub figures: &'a Figures,
    /// Below which counts of people are masked.
    pub thresholds: &'a Thresholds,
    /// The title of the site's own group.
    pub site_title: &'a str,
    /// Where pages stand.
    pub addresses: &'a Addresses<'a>,
}

impl<'a> Context<'a> {
    /// T.
    pub(super) fn day(&self) -> Day {
        self.figures.day
    }

    /// A record.
    pub(super) fn record<T>(&self, idx: Idx<T>) -> &'a T
    where
        Dataset: Index<Idx<T>, Output = T>,
    {
        let dataset: &'a Dataset = self.dataset;
        &dataset[idx]
    }

    /// The figures of an activity.
    pub(super) fn figures_of(&self, activity: Idx<Activity>) -> &'a ActivityFigures {
        &self.figures[activity]
    }

    /// The id of an activity.
    pub(super) fn activity_id(&self, activity: Idx<Activity>) -> &'a str {
        &self.dataset[activity].record.id
    }

    /// An activity with its figures.
    pub(super) fn activity(&self, activity: Idx<Activity>) -> ActivityRow<'a> {
        let figures = self.figures_of(activity);
        ActivityRow { dataset: self.dataset, activity: &self.dataset[activity], figures }
    }

    /// A group with its figures.
    pub(super) fn group(&self, group: &'a Group) -> GroupRow<'a> {
        GroupRow { dataset: self.dataset, figures: self.figures, site_title: self.site_title, group }
    }

    /// A value with the ids of its records; a list of none is absent.
    pub(super) fn named(&self, value: Datum<'a>) -> Datum<'a> {
        match value {
            Datum::Record(kind, position) => self.record_id(kind, position).into(),
            Datum::List(items) if items.is_empty() => Datum::Absent,
            Datum::List(items) => items.into_iter().map(|item| self.named(item)).collect(),
            value => value,
        }
    }

    fn record_id(&self, kind: RecordKind, position: usize) -> &'a str {
        self.dataset.head(kind, position).map_or("", |head| &head.id)
    }

    /// «meeting/decision»
    pub(super) fn decision_id(&self, of: DecisionRef) -> String {
        format!("{}/{}", self.dataset[of.meeting].record.id, self.dataset[of].id)
    }

    /// A count of people, masked where it is small (F29).
    pub(super) fn people(&self, count: Datum<'a>) -> Datum<'a> {
        match count {
            Datum::Whole(count) if is_small_group(count, self.thresholds) => {
                format!("<{}", self.thresholds.small_group).into()
            }
            count => count,
        }
    }

    /// The address of a page from the site's root.
    pub(super) fn page(&self, target: Target) -> Datum<'a> {
        self.addresses.href(target).into()
    }
}
