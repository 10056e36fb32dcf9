//! What small multiples show: one small curve for each group, all on the same axes.

use serde::{Deserialize, Serialize};

use super::Axis;
use crate::site::view::Link;

/// Groups side by side.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Multiples {
    /// The axis of all.
    pub axis: Axis,
    /// «محله», «شهرستان»: the head of the table's first column.
    pub head: String,
    /// The table's other heads: the ends of months, and the report's day.
    pub columns: Vec<String>,
    /// The groups.
    pub items: Vec<MultipleItem>,
}

/// A group among others.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct MultipleItem {
    /// Its name; without an address where it has no page.
    pub link: Link,
    /// «۵۸٪», «؟»
    pub figure: String,
    /// «از ۶۴٪ برنامه»; empty where nothing is planned.
    pub note: String,
    /// It lies behind its plan by more than the tolerance.
    pub behind: bool,
    /// The curve.
    pub curve: Multiple,
    /// The table's cells, one for each column.
    pub cells: Vec<MultipleCell>,
}

/// One moment of a group.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct MultipleCell {
    /// «۵۸٪», «—»
    pub actual: String,
    /// «۶۴٪», «—»
    pub planned: String,
}

/// A moment with percent planned and percent done.
pub type MultiplePoint = (i32, Option<f64>, Option<f64>);

/// Planned against actual progress, the size of a stamp.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Multiple {
    /// How many days the axis has.
    pub days: i32,
    /// The report's day, where it lies on the axis.
    pub today: Option<i32>,
    /// Moments with percent planned and percent done, in the order of moments.
    pub points: Vec<MultiplePoint>,
}
