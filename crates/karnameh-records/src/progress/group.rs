//! Computes the figures of groups from their members (F20, F22–F24, F29).

use rayon::prelude::*;

use crate::config::Thresholds;
use crate::model::Edition;
use crate::persian::Day;

use super::arithmetic::{Weighing, share};
use super::decisions::DecisionTally;
use super::layout::Layout;
use super::{
    ActivityFigures, County, DecisionCounts, Group, GroupKind, Groups, MaybeFigures, People, Pillars, Series,
    State, States,
};

/// The inputs to the figures of all groups.
pub(super) struct GroupInputs<'a, A> {
    pub(super) edition: &'a Edition,
    pub(super) thresholds: &'a Thresholds,
    pub(super) day: Day,
    pub(super) layout: &'a Layout,
    pub(super) activities: &'a [A],
    pub(super) decisions: &'a DecisionTally,
}

/// Computes the group of each slot from its members. Their series are still empty.
pub(super) fn groups<A: MaybeFigures>(inputs: &GroupInputs<'_, A>, members: Vec<Vec<u32>>) -> Vec<Group> {
    let visits = VisitDays::of(inputs);
    let slots = inputs.layout.kinds.par_iter().zip(members);
    slots.map(|(&kind, members)| inputs.group(kind, members, &visits)).collect()
}

/// Distributes the groups from their slots to the fields of [`Groups`], in the order defined by [`Layout`].
pub(super) fn arrange(layout: Layout, slots: Vec<Group>) -> Groups {
    let (neighborhoods, domains, agencies) =
        (layout.neighborhood_slots().len(), layout.domain_slots().len(), layout.agency_slots().len());
    let cells = layout.cell_slots().len();
    let mut slots = slots.into_iter();
    let site = slots.next().expect("the site has the first slot");
    let with_group = |county: super::layout::CountyName| County {
        name: county.name,
        neighborhoods: county.neighborhoods,
        group: slots.next().expect("every county has a slot"),
    };
    let counties = layout.counties.into_iter().map(with_group).collect();
    let mut take = |count: usize| slots.by_ref().take(count).collect();
    let (neighborhoods, domains, agencies, cells) =
        (take(neighborhoods), take(domains), take(agencies), take(cells));
    Groups {
        site,
        counties,
        county_of: layout.county_of,
        neighborhoods,
        domains,
        agencies,
        cells,
        county_cells: slots.collect(),
    }
}

impl<A: MaybeFigures> GroupInputs<'_, A> {
    fn group(&self, kind: GroupKind, members: Vec<u32>, visits: &VisitDays) -> Group {
        let mut sums = Sums::default();
        for &member in &members {
            self.add(member as usize, &mut sums);
        }
        let of_all = |count| share(count, sums.activities);
        Group {
            kind,
            members,
            activities: sums.activities,
            actual: sums.actual.average(),
            reported: sums.reported,
            planned: sums.planned.average(),
            deviation: sums.deviation.average(),
            states: sums.states,
            pillars: Pillars {
                programme: of_all(sums.pillars.programme),
                schedule: of_all(sums.pillars.schedule),
                responsibility: of_all(sums.pillars.responsibility),
            },
            pillar_counts: sums.pillars,
            running: sums.running,
            supervised_count: sums.supervised,
            supervised: share(sums.supervised, sums.running),
            stale: sums.stale,
            last_visit: visits.last(kind, sums.last_finding),
            sample: sums.samples > 0,
            all_sample: sums.samples > 0 && sums.samples == sums.activities,
            people: sums.people,
            decisions: match kind {
                GroupKind::Site => self.decisions.all,
                GroupKind::Agency(agency) => self.decisions.agencies[agency.get()],
                _ => DecisionCounts::default(),
            },
            series: Series::default(),
        }
    }

    /// Adds a member to the sums.
    fn add(&self, member: usize, sums: &mut Sums) {
        let Some(figures) = self.activities[member].figures() else { return };
        sums.states.add(figures.state);
        sums.last_finding = sums.last_finding.max(figures.last_finding);
        // A cancelled member counts only among the states, but findings on it still count as visits (F22).
        if figures.state == State::Cancelled {
            return;
        }
        let activity = &self.edition.activities[member];
        sums.activities += 1;
        sums.add_progress(activity.weight, figures);
        sums.pillars.programme += usize::from(figures.pillars.programme);
        sums.pillars.schedule += usize::from(figures.pillars.schedule);
        sums.pillars.responsibility += usize::from(figures.pillars.responsibility);
        sums.running += usize::from(figures.running);
        sums.supervised += usize::from(figures.running && self.is_supervised(figures));
        sums.stale += usize::from(figures.stale);
        sums.samples += usize::from(activity.record.sample);
        sums.people.add(activity, self.thresholds);
    }

    /// Returns whether an activity has a sufficiently recent finding (F22).
    fn is_supervised(&self, figures: &ActivityFigures) -> bool {
        figures.last_finding.is_some_and(|date| self.day.since(date) <= self.thresholds.supervision_days)
    }
}

/// The sums over a group's members.
#[derive(Default)]
struct Sums {
    activities: usize,
    actual: Weighing,
    reported: usize,
    planned: Weighing,
    deviation: Weighing,
    states: States,
    pillars: Pillars<usize>,
    running: usize,
    supervised: usize,
    stale: usize,
    last_finding: Option<Day>,
    samples: usize,
    people: People,
}

impl Sums {
    fn add_progress(&mut self, weight: f64, figures: &ActivityFigures) {
        if let Some(actual) = figures.actual {
            self.actual.add(weight, actual);
            self.reported += usize::from(figures.reported.is_some());
        }
        if let Some(planned) = figures.planned {
            self.planned.add(weight, planned);
        }
        if let Some(deviation) = figures.deviation() {
            self.deviation.add(weight, deviation);
        }
    }
}

/// The days of the last visits, for groups for which any visit counts (F22).
struct VisitDays {
    site: Option<Day>,
    counties: Vec<Option<Day>>,
    neighborhoods: Vec<Option<Day>>,
}

impl VisitDays {
    fn of<A>(inputs: &GroupInputs<'_, A>) -> Self {
        let mut days = Self {
            site: None,
            counties: vec![None; inputs.layout.counties.len()],
            neighborhoods: vec![None; inputs.edition.neighborhoods.len()],
        };
        for visit in inputs.edition.visits.iter().filter(|visit| visit.occurrence().known <= inputs.day) {
            let date = Some(visit.date);
            let neighborhood = visit.neighborhood.get();
            days.site = days.site.max(date);
            days.neighborhoods[neighborhood] = days.neighborhoods[neighborhood].max(date);
            if let Some(county) = inputs.layout.county_of[neighborhood] {
                days.counties[county] = days.counties[county].max(date);
            }
        }
        days
    }

    /// Returns the day of a group's last visit: any visit there, or for other kinds the latest finding on a member (F22).
    fn last(&self, kind: GroupKind, last_finding: Option<Day>) -> Option<Day> {
        match kind {
            GroupKind::Site => self.site,
            GroupKind::County(position) => self.counties[position],
            GroupKind::Neighborhood(neighborhood) => self.neighborhoods[neighborhood.get()],
            GroupKind::Domain(_) | GroupKind::Agency(_) | GroupKind::Cell(..) => last_finding,
        }
    }
}
