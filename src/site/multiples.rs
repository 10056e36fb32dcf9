//! Small multiples: the year's curve of each neighborhood, side by side on the same axes.

use std::collections::BTreeMap;

use crate::model::{Idx, Neighborhood};
use crate::persian::numbers::percent;
use crate::progress::Group;

use super::Site;
use super::charts::{Axis, Curve, Multiple, MultipleCell, MultipleItem, Multiples};
use super::order::WHOLE;
use super::view::Link;
use super::words;

impl Site<'_> {
    /// Every neighborhood; where they are too many every county, and where those are too many or none, the neediest
    /// neighborhoods as on the home page. `None` where nothing is known of the year.
    pub(super) fn multiples(&self) -> Option<Multiples> {
        if self.order.goes_by_county() && self.order.counties.len() <= WHOLE {
            let groups = self.order.counties.iter().map(|&at| {
                let text = self.figures.groups.counties[at].name.to_string();
                (self.county_group(at), Link { text, href: format!("#{}", self.county_anchor(at)) })
            });
            return self.multiples_of("شهرستان", groups.collect());
        }
        let (shown, _) = self.home_rows();
        let of = |idx: Idx<Neighborhood>| {
            (&self.figures.groups.neighborhoods[idx.get()], self.neighborhood_link(idx))
        };
        self.multiples_of(&self.config.terms.neighborhood.one, shown.into_iter().map(of).collect())
    }

    fn multiples_of(&self, head: &str, groups: Vec<(&Group, Link)>) -> Option<Multiples> {
        let drawn: Vec<_> =
            groups.into_iter().map(|(group, link)| (group, link, self.curve(group, ""))).collect();
        let curves = || drawn.iter().filter_map(|(.., curve)| curve.as_ref());
        let axis = curves().next()?.axis.clone();
        let columns: BTreeMap<i32, String> = curves()
            .flat_map(|curve| &curve.points)
            .filter(|point| point.day > 0)
            .map(|point| (point.day, point.name.clone()))
            .collect();
        let days: Vec<i32> = columns.keys().copied().collect();
        let items = drawn
            .into_iter()
            .map(|(group, link, curve)| self.multiple(group, link, &curve.unwrap_or_default(), &axis, &days))
            .collect();
        Some(Multiples { axis, head: head.to_owned(), columns: columns.into_values().collect(), items })
    }

    fn multiple(&self, group: &Group, link: Link, curve: &Curve, axis: &Axis, days: &[i32]) -> MultipleItem {
        let cell = |&day: &i32| {
            let point = curve.points.iter().find(|point| point.day == day);
            let text = |of: Option<&String>| of.cloned().unwrap_or_else(|| words::NOTHING.to_owned());
            MultipleCell {
                actual: text(point.map(|point| &point.actual_text)),
                planned: text(point.map(|point| &point.planned_text)),
            }
        };
        MultipleItem {
            link,
            figure: words::group_actual(group),
            note: group
                .planned
                .value
                .map(|planned| format!("از {} برنامه", percent(planned)))
                .unwrap_or_default(),
            behind: self.lags(group.deviation.value),
            cells: days.iter().map(cell).collect(),
            curve: Multiple {
                days: axis.days,
                today: axis.today.as_ref().map(|today| today.day),
                points: curve.points.iter().map(|point| (point.day, point.planned, point.actual)).collect(),
            },
        }
    }
}
