//! Small multiples: the year's curve of each neighborhood, side by side on the same axes.

use std::collections::BTreeMap;

use crate::model::{Idx, Neighborhood};
use crate::persian::numbers::percent;
use crate::progress::Group;
use crate::site::pages::home;
use crate::site::{counties, figures, gantt, links};

use super::charts::{Axis, Curve, Multiple, MultipleCell, MultipleItem, Multiples};
use super::order::WHOLE;
use super::view::Link;
use super::{Site, words};

/// Every neighborhood; where they are too many every county, and where those are too many or none, the neediest
/// neighborhoods as on the home page. `None` where nothing is known of the year.
pub(super) fn multiples(site: &Site<'_>) -> Option<Multiples> {
    if site.order.goes_by_county() && site.order.counties.len() <= WHOLE {
        let groups = site.order.counties.iter().map(|&at| {
            let text = site.figures.groups.counties[at].name.to_string();
            (counties::group(site, at), Link { text, href: format!("#{}", counties::anchor(site, at)) })
        });
        return multiples_from(site, "شهرستان", groups.collect());
    }
    let (shown, _) = home::rows(site);
    let of = |idx: Idx<Neighborhood>| {
        (&site.figures.groups.neighborhoods[idx.get()], links::neighborhood(site, idx))
    };
    multiples_from(site, &site.config.terms.neighborhood.one, shown.into_iter().map(of).collect())
}

fn multiples_from(site: &Site<'_>, head: &str, groups: Vec<(&Group, Link)>) -> Option<Multiples> {
    let drawn: Vec<_> =
        groups.into_iter().map(|(group, link)| (group, link, gantt::curve(site, group, ""))).collect();
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
        .map(|(group, link, curve)| multiple(site, group, link, &curve.unwrap_or_default(), &axis, &days))
        .collect();
    Some(Multiples { axis, head: head.to_owned(), columns: columns.into_values().collect(), items })
}

fn multiple(
    site: &Site<'_>,
    group: &Group,
    link: Link,
    curve: &Curve,
    axis: &Axis,
    days: &[i32],
) -> MultipleItem {
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
            .map(|planned| format!("در برابر {} برنامه", percent(planned)))
            .unwrap_or_default(),
        behind: figures::lags(site, group.deviation.value),
        cells: days.iter().map(cell).collect(),
        curve: Multiple {
            days: axis.days,
            today: axis.today.as_ref().map(|today| today.day),
            points: curve.points.iter().map(|point| (point.day, point.planned, point.actual)).collect(),
        },
    }
}
