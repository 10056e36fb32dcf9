//! What tables are filled from.

use std::borrow::Cow;
use std::ops::Index;

use crate::config::Thresholds;
use crate::fields::Datum;
use crate::figures::{ActivityRow, GroupRow};
use crate::model::{Activity, Dataset, DecisionRef, Edition, Idx, Prose, RecordKind};
use crate::persian::Day;
use crate::progress::{ActivityFigures, Figures, Group, is_small_group};
use crate::site::{Addresses, Target};

use super::value::Value;

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

    /// A value of a declaration as a cell.
    pub(super) fn value(&self, datum: Datum<'a>) -> Value<'a> {
        match datum {
            Datum::Absent | Datum::Map(_) => Value::Absent,
            Datum::Text(text) => text.into(),
            Datum::Prose(prose, _) => (&*prose.plain).into(),
            Datum::Day(day) => day.into(),
            Datum::Number(number) => number.into(),
            Datum::Whole(number) => number.into(),
            Datum::Bool(yes) => yes.into(),
            Datum::Choice(word) => word.en.into(),
            Datum::Record(kind, position) => self.record_id(kind, position).into(),
            Datum::Photo(photo) => (&photo.file).into(),
            Datum::List(list) => self.list(list),
        }
    }

    /// A list holds values of one kind: references become ids, anything else lines.
    fn list(&self, list: Vec<Datum<'a>>) -> Value<'a> {
        let (mut ids, mut lines) = (Vec::new(), Vec::new());
        for datum in list {
            match datum {
                Datum::Record(kind, position) => ids.push(Cow::Borrowed(self.record_id(kind, position))),
                Datum::Text(line) => lines.push(line),
                Datum::Prose(prose, _) => lines.push(&prose.plain),
                _ => {}
            }
        }
        if lines.is_empty() { ids.into() } else { lines.into() }
    }

    fn record_id(&self, kind: RecordKind, position: usize) -> &'a str {
        self.dataset.head(kind, position).map_or("", |head| &head.id)
    }

    /// «meeting/decision»
    pub(super) fn decision_id(&self, of: DecisionRef) -> String {
        format!("{}/{}", self.dataset[of.meeting].record.id, self.dataset[of].id)
    }

    /// A count of people, masked where it is small (F29).
    pub(super) fn people(&self, count: Option<u64>) -> Value<'a> {
        match count {
            Some(count) if is_small_group(count, self.thresholds) => {
                Value::Fewer(self.thresholds.small_group)
            }
            count => count.into(),
        }
    }

    /// The address of a page from the site's root.
    pub(super) fn page(&self, target: Target) -> Value<'a> {
        self.addresses.href(target).into()
    }
}

/// The text of a prose, without its markup.
pub(super) fn prose(prose: Option<&Prose>) -> Value<'_> {
    prose.map(plain).into()
}

/// The same of one that is never absent.
pub(super) fn plain(prose: &Prose) -> &str {
    &prose.value.plain
}
