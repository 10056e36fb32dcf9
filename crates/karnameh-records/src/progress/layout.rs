//! Determines the groups and their members (F19). All groups share one numbering, their *slots*: the site first, then
//! counties, neighborhoods, domains, agencies, cells and, with two or more counties, the cells of counties.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::model::{Activity, Agency, Edition, Idx, Neighborhood};
use crate::persian::Day;
use crate::persian::text::{Text, fold_key};

use super::{GroupKind, MaybeFigures};

/// A county before its figures are computed.
pub(super) struct CountyName {
    pub(super) name: Text,
    pub(super) neighborhoods: Vec<Idx<Neighborhood>>,
}

/// The numbering of all groups.
pub(super) struct Layout {
    pub(super) counties: Vec<CountyName>,
    pub(super) county_of: Vec<Option<usize>>,
    pub(super) kinds: Vec<GroupKind>,
    neighborhoods: usize,
    domains: usize,
    agencies: usize,
}

impl Layout {
    /// Determines the groups of an edition.
    pub(super) fn of(edition: &Edition) -> Self {
        let counties = counties(edition);
        let mut county_of = vec![None; edition.neighborhoods.len()];
        for (position, county) in counties.iter().enumerate() {
            for neighborhood in &county.neighborhoods {
                county_of[neighborhood.get()] = Some(position);
            }
        }
        let (neighborhoods, domains, agencies) =
            (edition.neighborhoods.len(), edition.domains.len(), edition.agencies.len());
        let cells = (0..neighborhoods).flat_map(|neighborhood| {
            (0..domains).map(move |domain| GroupKind::Cell(Idx::new(neighborhood), Idx::new(domain)))
        });
        // A single county equals the site, so its cells would repeat the domains.
        let parted = if counties.len() < 2 { 0 } else { counties.len() };
        let county_cells =
            (0..parted).flat_map(|_| (0..domains).map(|domain| GroupKind::Domain(Idx::new(domain))));
        let kinds = std::iter::once(GroupKind::Site)
            .chain((0..counties.len()).map(GroupKind::County))
            .chain((0..neighborhoods).map(|position| GroupKind::Neighborhood(Idx::new(position))))
            .chain((0..domains).map(|position| GroupKind::Domain(Idx::new(position))))
            .chain((0..agencies).map(|position| GroupKind::Agency(Idx::new(position))))
            .chain(cells)
            .chain(county_cells)
            .collect();
        Self { counties, county_of, kinds, neighborhoods, domains, agencies }
    }

    pub(super) fn county_slots(&self) -> Range<usize> {
        1..1 + self.counties.len()
    }

    pub(super) fn neighborhood_slots(&self) -> Range<usize> {
        let start = self.county_slots().end;
        start..start + self.neighborhoods
    }

    pub(super) fn domain_slots(&self) -> Range<usize> {
        let start = self.neighborhood_slots().end;
        start..start + self.domains
    }

    pub(super) fn agency_slots(&self) -> Range<usize> {
        let start = self.domain_slots().end;
        start..start + self.agencies
    }

    pub(super) fn cell_slots(&self) -> Range<usize> {
        let start = self.agency_slots().end;
        start..start + self.neighborhoods * self.domains
    }

    /// The slots of every county with every domain; empty with fewer than two counties.
    pub(super) fn county_cell_slots(&self) -> Range<usize> {
        self.cell_slots().end..self.kinds.len()
    }

    /// Appends the slots of all groups to which an activity belongs on every day, each once (F19): all but its lead's.
    fn add_slots(&self, activity: &Activity, slots: &mut Vec<u32>) {
        let mut add = |slot: usize| slots.push(u32::try_from(slot).expect("groups are counted in u32"));
        add(0);
        add(self.domain_slots().start + activity.domain.get());
        // Several neighborhoods of an activity can be in the same county, which counts the activity once.
        for (position, neighborhood) in activity.neighborhoods.iter().enumerate() {
            let of = |neighborhood: &Idx<Neighborhood>| self.county_of[neighborhood.get()];
            let earlier = &activity.neighborhoods[..position];
            if let Some(county) = of(neighborhood)
                && !earlier.iter().any(|earlier| of(earlier) == Some(county))
            {
                add(self.county_slots().start + county);
                if !self.county_cell_slots().is_empty() {
                    add(self.county_cell_slots().start + county * self.domains + activity.domain.get());
                }
            }
            add(self.neighborhood_slots().start + neighborhood.get());
            add(self.cell_slots().start + neighborhood.get() * self.domains + activity.domain.get());
        }
    }
}

/// Groups neighborhoods by folded county name. Shows the name as first written, and sorts by its bytes (F24).
fn counties(edition: &Edition) -> Vec<CountyName> {
    let mut by_fold: BTreeMap<String, CountyName> = BTreeMap::new();
    for (position, neighborhood) in edition.neighborhoods.iter().enumerate() {
        let Some(name) = &neighborhood.county else { continue };
        by_fold
            .entry(fold_key(name.typed()))
            .or_insert_with(|| CountyName { name: name.clone(), neighborhoods: Vec::new() })
            .neighborhoods
            .push(Idx::new(position));
    }
    let mut counties: Vec<CountyName> = by_fold.into_values().collect();
    counties.sort_by(|one, other| one.name.cmp(&other.name));
    counties
}

/// The slots of all activities in the order of ids, concatenated. Activities that do not exist have none. The group of the
/// lead stands apart, since it changes with handovers (F30).
pub(super) struct Memberships {
    slots: Vec<u32>,
    /// The end of each activity's slots in `slots`.
    ends: Vec<usize>,
    /// The lead of each activity on the day of the figures.
    leads: Vec<Option<Idx<Agency>>>,
    /// The slot of the first agency.
    agencies: usize,
}

impl Memberships {
    /// Determines the groups of every activity on a day.
    pub(super) fn of<A: MaybeFigures>(edition: &Edition, layout: &Layout, figures: &[A], day: Day) -> Self {
        // An activity of one neighborhood has five lasting slots: site, domain, county, neighborhood, cell.
        let mut slots = Vec::with_capacity(edition.activities.len() * 5);
        let mut ends = Vec::with_capacity(edition.activities.len());
        let mut leads = Vec::with_capacity(edition.activities.len());
        for (activity, figures) in edition.activities.iter().zip(figures) {
            let exists = figures.figures().is_some();
            if exists {
                layout.add_slots(activity, &mut slots);
            }
            ends.push(slots.len());
            leads.push(activity.lead_on(day).filter(|_| exists));
        }
        Self { slots, ends, leads, agencies: layout.agency_slots().start }
    }

    /// The slot of an agency.
    pub(super) fn agency_slot(&self, agency: Idx<Agency>) -> usize {
        self.agencies + agency.get()
    }

    /// Iterates over the lasting slots of each activity, in the order of ids.
    pub(super) fn by_activity(&self) -> impl Iterator<Item = &[u32]> {
        let starts = std::iter::once(&0).chain(&self.ends);
        starts.zip(&self.ends).map(|(&start, &end)| &self.slots[start..end])
    }

    /// Returns the members of each slot, in the order of ids.
    pub(super) fn by_slot(&self, layout: &Layout) -> Vec<Vec<u32>> {
        let mut members = vec![Vec::new(); layout.kinds.len()];
        for (activity, (slots, lead)) in (0..).zip(self.by_activity().zip(&self.leads)) {
            let lead = lead.map(|lead| self.agency_slot(lead));
            for slot in slots.iter().map(|&slot| slot as usize).chain(lead) {
                members[slot].push(activity);
            }
        }
        members
    }
}
