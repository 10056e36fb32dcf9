//! Asks the program's library for the figures that a build publishes.

use std::path::Path;

use karnameh::config::Thresholds;
use karnameh::model::{Dataset, Edition};
use karnameh::persian::Day as ItsDay;
use karnameh::progress::{self, Figures, Group, GroupKind};
use karnameh::{content, figures};

use super::calendar::{self, Day};
use super::json::Json;

/// Reads a source folder with the program.
pub(crate) struct Program {
    title: String,
    thresholds: Thresholds,
    dataset: Dataset,
}

/// The figures of the program as of a day.
pub(crate) struct Figured<'a> {
    program: &'a Program,
    edition: Edition,
    figures: Figures,
}

impl Program {
    pub(crate) fn read(source: &Path) -> Self {
        let reading = content::read(source).expect("readable");
        let config = reading.config.expect("settings");
        let dataset = reading.dataset.expect("no error");
        Self { title: config.identity.title.to_string(), thresholds: config.thresholds, dataset }
    }

    pub(crate) fn on(&self, day: Day) -> Figured<'_> {
        let (year, month, of_month) = calendar::to_jalali(day);
        let small = |number: i64| u32::try_from(number).expect("small");
        let year = i32::try_from(year).expect("small");
        let day = ItsDay::from_jalali(year, small(month), small(of_month)).expect("a day");
        let (edition, _) = self.dataset.clone().cut(day);
        let figures = progress::measure(&edition, &self.thresholds);
        Figured { program: self, edition, figures }
    }
}

impl Figured<'_> {
    /// `data/progress.json`.
    pub(crate) fn progress_json(&self) -> Json {
        let json = figures::progress_json(&self.edition, &self.figures, &self.program.title);
        serde_json::from_slice(&json).expect("JSON")
    }

    /// Returns the figures that pages show and `progress.json` does not contain.
    pub(crate) fn beyond_json(&self) -> Json {
        let groups = &self.figures.groups;
        let mut rows: Vec<(String, Json)> = groups.iter().map(|group| self.row(group)).collect();
        // The program keeps cells in the order of neighborhoods and domains; the file sorts by the whole id.
        let cells = rows.len() - groups.cells.len();
        rows[cells..].sort_by(|one, other| one.0.cmp(&other.0));
        let flagged =
            self.figures.by_activity().filter(|(_, own)| own.verified.is_some_and(|found| found.flagged));
        Json::object([
            ("groups", Json::Array(rows.into_iter().map(|(_, row)| row).collect())),
            (
                "flagged",
                Json::Array(flagged.map(|(of, _)| Json::text(&self.edition[of].record.id)).collect()),
            ),
        ])
    }

    fn row(&self, group: &Group) -> (String, Json) {
        let dataset = &self.edition;
        let (kind, id) = match group.kind {
            GroupKind::Site => ("site", "site".to_owned()),
            GroupKind::County(at) => ("county", self.figures.groups.counties[at].name.to_string()),
            GroupKind::Neighborhood(of) => ("neighborhood", dataset[of].record.id.to_string()),
            GroupKind::Domain(of) => ("domain", dataset[of].record.id.to_string()),
            GroupKind::Agency(of) => ("agency", dataset[of].record.id.to_string()),
            GroupKind::Cell(place, domain) => {
                ("cell", format!("{}/{}", dataset[place].record.id, dataset[domain].record.id))
            }
        };
        let points = group.series.points.iter().map(|point| {
            Json::Array(vec![
                Json::text(&point.day.iso()),
                Json::maybe(point.actual),
                Json::maybe(point.planned),
                Json::maybe(point.deviation),
            ])
        });
        let counts = group.decisions;
        let decisions =
            [counts.done, counts.open, counts.overdue, counts.on_time, counts.done_with_due].map(Json::count);
        let row = Json::object([
            ("kind", Json::text(kind)),
            ("id", Json::text(&id)),
            ("series", Json::Array(points.collect())),
            ("decisions", Json::Array(decisions.into())),
        ]);
        (id, row)
    }
}
