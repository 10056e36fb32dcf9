//! What charts show: values, days and words, never pixels.
//!
//! The planner fills these, `render::charts` draws them. A *moment* is a number of days from the first morning of a
//! chart's [`Axis`]: the morning of a date is its index (0 for the first day), its evening is the index and one. So work
//! begins on a morning, is due in an evening, and the report's day ends in its evening. Values in percent are 0–100.
//! Figures here are drawn, never printed: what is printed is text and stands beside them, ready.

mod calendar;
mod map;
mod multiples;

use serde::{Deserialize, Serialize};

use super::stamp::Stamp;

pub use calendar::{MonthCounts, MonthHead, VisitCalendar};
pub use map::{Atlas, Level, Map, MapPlace, MapRow, PlanePoint, Tile, TileGroup};
pub use multiples::{Multiple, MultipleCell, MultipleItem, MultiplePoint, Multiples};

/// One or two shares on a line from the right: reported, planned, verified.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Bar {
    /// Percent done; absent is unknown, drawn as a dotted line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actual: Option<f64>,
    /// Percent planned, an ink mark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned: Option<f64>,
    /// Percent that a visit saw, a white disc.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verified: Option<f64>,
    /// Behind by more than the threshold: the piece up to the plan is outlined.
    #[serde(skip_serializing_if = "is_false")]
    pub behind: bool,
    /// Past its due day: a thin line from what is done to the end.
    #[serde(skip_serializing_if = "is_false")]
    pub late: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
fn is_false(value: &bool) -> bool {
    !*value
}

/// How many members of a group are in a state.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct StateCount {
    /// The state's key («on-track»).
    pub state: String,
    /// How many.
    pub count: u32,
    /// The same as text («۶»).
    pub text: String,
}

/// Done and planned as a ring around their figure; one on a page.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Ring {
    /// Unique on the page; ids of its title begin with it.
    pub id: String,
    /// Percent done.
    pub actual: Option<f64>,
    /// Percent planned.
    pub planned: Option<f64>,
    /// What stands inside («۶۱٪»).
    pub figure: String,
    /// The line below it («از ۶۹٪ برنامه»).
    pub note: String,
    /// The whole in words, for those who do not see it.
    pub title: String,
}

/// A stretch of days with its months.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Axis {
    /// How many days it has.
    pub days: i32,
    /// The months that begin on it.
    pub months: Vec<Month>,
    /// Its first day, printed («۱۴۰۴/۰۱/۰۱»).
    pub first: String,
    /// Its last day, printed.
    pub last: String,
    /// The report's day, where it lies on the axis.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub today: Option<Mark>,
}

/// A month on an axis.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Month {
    /// The moment at which it begins.
    pub start: i32,
    /// Its name.
    pub name: String,
}

/// A named moment.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// The moment.
    pub day: i32,
    /// What is written at it («تاریخ گزارش: ۲۶ مهر»).
    pub label: String,
}

/// Planned against actual progress over a year, left to right.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Curve {
    /// Unique on the page.
    pub id: String,
    /// What it is.
    pub title: String,
    /// What it shows, in a sentence or two.
    pub desc: String,
    /// Its days.
    pub axis: Axis,
    /// Its points in the order of days; the last with an actual value is the report's.
    pub points: Vec<CurvePoint>,
    /// Written at the plan's last known value («برنامه‌ای ۶۴٪»).
    pub planned_label: String,
    /// Written at the last actual value («واقعی ۵۸٪»).
    pub actual_label: String,
    /// The report's values lie apart by more than the threshold: the difference is drawn.
    #[serde(default)]
    pub behind: bool,
}

/// One row of the curve and of its table.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CurvePoint {
    /// The moment.
    pub day: i32,
    /// The row's head («پایان مهر»); empty where the point is drawn but not listed.
    pub name: String,
    /// Percent planned.
    pub planned: Option<f64>,
    /// Percent done.
    pub actual: Option<f64>,
    /// Printed («۶۴٪», «—»).
    pub planned_text: String,
    /// Printed.
    pub actual_text: String,
    /// Printed («−۶»).
    pub deviation_text: String,
}

/// A schedule on a Jalali axis, right to left.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Gantt {
    /// Its days.
    pub axis: Axis,
    /// Its rows by group.
    pub groups: Vec<GanttGroup>,
}

/// Rows under one heading; a chart without headings has one group without a title.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GanttGroup {
    /// The heading; empty for none.
    pub title: String,
    /// Its icon; empty for none.
    pub icon: String,
    /// The rows.
    pub rows: Vec<GanttRow>,
}

/// One piece of work on a schedule, and its row in the table.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct GanttRow {
    /// What it is.
    pub title: String,
    /// Its page, from the site's root; empty for none.
    pub href: String,
    /// The state's key, printed in the table and, where `tell` is set, beside the title.
    pub state: String,
    /// The state is worth a word beside the title.
    pub tell: bool,
    /// A word beside the title in place of the state («۹۰ روز دیرتر»); empty for none.
    pub flag: String,
    /// The moment of its beginning.
    pub start: Option<i32>,
    /// The moment at which it is due.
    pub due: Option<i32>,
    /// Where it was first due, if that was earlier: the extension is dashed.
    pub first_due: Option<i32>,
    /// Percent done: drawn as that share of the span.
    pub done: Option<f64>,
    /// Late up to this moment.
    pub late_to: Option<i32>,
    /// Nothing was reported, or an end is unknown: drawn as a dotted box.
    pub unknown: bool,
    /// Its milestones.
    pub miles: Vec<Mile>,
    /// Printed in the table.
    pub start_at: Option<Stamp>,
    /// Printed in the table.
    pub due_at: Option<Stamp>,
    /// Printed in the table («۷۲٪», «—»).
    pub done_text: String,
}

/// A milestone on a schedule.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Mile {
    /// The moment at which it is due.
    pub day: i32,
    /// It is reached.
    pub done: bool,
}

/// An indicator over time with its target, left to right.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct IndicatorChart {
    /// Unique on the page.
    pub id: String,
    /// What is measured.
    pub title: String,
    /// What it shows, in a sentence or two.
    pub desc: String,
    /// Its days.
    pub axis: Axis,
    /// Measured values in the order of days.
    pub points: Vec<IndicatorPoint>,
    /// The target.
    pub target: Option<f64>,
    /// Written at the target («هدف ۶۰۰ نفر»).
    pub target_label: String,
    /// Written at the last value («۲۶۰ نفر»).
    pub last_label: String,
}

/// One measured value, and its row in the table.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct IndicatorPoint {
    /// The moment.
    pub day: i32,
    /// The value.
    pub value: f64,
    /// The day, printed.
    pub at: Stamp,
    /// The value, printed.
    pub text: String,
    /// Where it comes from, printed.
    pub source: String,
}

/// A line the size of a word, left to right; its numbers stand beside it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Spark {
    /// Moments and values in the order of moments.
    pub points: Vec<(i32, f64)>,
    /// The target, a dotted line.
    pub target: Option<f64>,
}
