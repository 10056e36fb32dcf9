//! `data/progress.json`: a public, versioned contract (the end of figures.md).
//!
//! Keys stand in the order of the contract, groups and activities one a line, so that two editions compare well;
//! numbers are unrounded and as short as they can be read back from; `null` is unknown. Start reading at
//! [`progress_json`].

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::model::{Activity, Dataset, Idx, Measure};
use crate::persian::Day;
use crate::progress::{ActivityFigures, Figures, Group, GroupKind, Pillars, States};

/// Rises only on a breaking change; readers ignore keys that they don't know.
const VERSION: u32 = 1;

/// The bytes of `data/progress.json`; `site_title` is the title of the site's own group.
pub fn progress_json(dataset: &Dataset, figures: &Figures, site_title: &str) -> Vec<u8> {
    let day = figures.day;
    let mut json = format!(
        "{{\"version\":{VERSION},\"as_of\":\"{}\",\"as_of_jalali\":\"{}\",\n\"groups\":[",
        day.iso(),
        day.jalali()
    )
    .into_bytes();
    write_lines(&mut json, group_rows(dataset, figures, site_title));
    json.extend_from_slice(b"],\n\"activities\":[");
    write_lines(&mut json, figures.existing().map(|(activity, own)| ActivityRow::of(dataset, activity, own)));
    json.extend_from_slice(b"],\n\"decisions\":");
    let decisions = figures.decisions;
    write(&mut json, &DecisionRow { done: decisions.done, open: decisions.open, overdue: decisions.overdue });
    json.extend_from_slice(b"}\n");
    json
}

/// Writes values one a line, commas between.
fn write_lines<T: Serialize>(json: &mut Vec<u8>, rows: impl IntoIterator<Item = T>) {
    for (position, row) in rows.into_iter().enumerate() {
        json.extend_from_slice(if position == 0 { b"\n" } else { b",\n" });
        write(json, &row);
    }
}

fn write(json: &mut Vec<u8>, value: &impl Serialize) {
    serde_json::to_writer(json, value).expect("rows have text keys and writing to memory doesn't fail");
}

/// The rows of all groups: by kind, each kind by the bytes of the whole id.
///
/// Counties are in that order already, and so are records; the id of a cell is two ids and a `/`, which stands
/// before letters but after `-`, so cells are put in order here.
fn group_rows<'a>(dataset: &'a Dataset, figures: &'a Figures, site_title: &'a str) -> Vec<GroupRow<'a>> {
    let row = |group| GroupRow::of(dataset, figures, site_title, group);
    let mut rows: Vec<GroupRow<'_>> = figures.groups.iter().map(row).collect();
    let cells = rows.len() - figures.groups.cells.len();
    rows[cells..].sort_by(|one, other| one.id.cmp(&other.id));
    rows
}

/// A group as the contract words it.
#[derive(Serialize)]
struct GroupRow<'a> {
    kind: &'static str,
    id: String,
    title: String,
    activities: usize,
    with_actual: usize,
    actual: Option<f64>,
    with_planned: usize,
    planned: Option<f64>,
    with_both: usize,
    deviation: Option<f64>,
    states: StateCounts<'a>,
    pillars: PillarRow,
    running: usize,
    supervised: Option<f64>,
    stale: usize,
    days_since_visit: Option<i32>,
    sample: bool,
}

impl<'a> GroupRow<'a> {
    fn of(dataset: &Dataset, figures: &Figures, site_title: &str, group: &'a Group) -> Self {
        let (kind, id, title) = name(dataset, figures, site_title, group.kind);
        Self {
            kind,
            id,
            title,
            activities: group.activities,
            with_actual: group.actual.count,
            actual: group.actual.value,
            with_planned: group.planned.count,
            planned: group.planned.value,
            with_both: group.deviation.count,
            deviation: group.deviation.value,
            states: StateCounts(&group.states),
            pillars: group.pillars.into(),
            running: group.running,
            supervised: group.supervised,
            stale: group.stale,
            days_since_visit: group.last_visit.map(|visit| figures.day.since(visit)),
            sample: group.sample,
        }
    }
}

/// The word of a group's kind, its id and its title.
fn name(
    dataset: &Dataset,
    figures: &Figures,
    site_title: &str,
    kind: GroupKind,
) -> (&'static str, String, String) {
    let own = |kind, id: &str, title: &str| (kind, id.to_owned(), title.to_owned());
    match kind {
        GroupKind::Site => own("site", "site", site_title),
        GroupKind::County(position) => {
            let name = &figures.groups.counties[position].name;
            own("county", name, name)
        }
        GroupKind::Neighborhood(of) => own("neighborhood", &dataset[of].record.id, &dataset[of].record.title),
        GroupKind::Domain(of) => own("domain", &dataset[of].record.id, &dataset[of].record.title),
        GroupKind::Agency(of) => own("agency", &dataset[of].record.id, &dataset[of].record.title),
        GroupKind::Cell(neighborhood, domain) => {
            let (neighborhood, domain) = (&dataset[neighborhood].record, &dataset[domain].record);
            let title = format!("{}، {}", neighborhood.title, domain.title);
            ("cell", format!("{}/{}", neighborhood.id, domain.id), title)
        }
    }
}

/// Counts above 0 by state, in the order of [`State::ALL`](crate::progress::State::ALL).
struct StateCounts<'a>(&'a States);

impl Serialize for StateCounts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (state, count) in self.0.present() {
            map.serialize_entry(state.key(), &count)?;
        }
        map.end()
    }
}

/// Shares 0–1.
#[derive(Serialize)]
struct PillarRow {
    programme: Option<f64>,
    schedule: Option<f64>,
    responsibility: Option<f64>,
}

impl From<Pillars<Option<f64>>> for PillarRow {
    fn from(pillars: Pillars<Option<f64>>) -> Self {
        let Pillars { programme, schedule, responsibility } = pillars;
        Self { programme, schedule, responsibility }
    }
}

/// An activity as the contract words it.
#[derive(Serialize)]
struct ActivityRow<'a> {
    id: &'a str,
    title: &'a str,
    neighborhoods: Vec<&'a str>,
    domain: &'a str,
    lead: Option<&'a str>,
    start: Option<String>,
    due: Option<String>,
    measure: Option<&'static str>,
    actual: Option<f64>,
    planned: Option<f64>,
    state: &'static str,
    days_overdue: i32,
    slippage_days: Option<i32>,
    running: bool,
    stale: bool,
    verified: Option<f64>,
    verified_gap: Option<f64>,
    days_since_report: Option<i32>,
    achievements: &'a [Option<f64>],
    sample: bool,
}

impl<'a> ActivityRow<'a> {
    fn of(dataset: &'a Dataset, of: Idx<Activity>, figures: &'a ActivityFigures) -> Self {
        let activity = &dataset[of];
        Self {
            id: &activity.record.id,
            title: &activity.record.title,
            neighborhoods: activity.neighborhoods.iter().map(|&of| &*dataset[of].record.id).collect(),
            domain: &dataset[activity.domain].record.id,
            lead: activity.lead.map(|of| &*dataset[of].record.id),
            start: activity.start.map(Day::iso),
            due: figures.due.map(Day::iso),
            measure: figures.measure.map(Measure::key),
            actual: figures.actual,
            planned: figures.planned,
            state: figures.state.key(),
            days_overdue: figures.days_overdue,
            slippage_days: figures.slippage_days,
            running: figures.running,
            stale: figures.stale,
            verified: figures.verified.map(|verified| verified.progress),
            verified_gap: figures.verified.and_then(|verified| verified.gap),
            days_since_report: figures.days_since_report,
            achievements: &figures.achievements,
            sample: activity.record.sample,
        }
    }
}

/// Decisions of the site as the contract words them.
#[derive(Serialize)]
struct DecisionRow {
    done: usize,
    open: usize,
    overdue: usize,
}
