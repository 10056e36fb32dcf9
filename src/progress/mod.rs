//! Pure arithmetic from a [`Dataset`](crate::model::Dataset), thresholds and a day to figures; no clock, no files.
//!
//! The rules are those of figures.md (F1–F29); every function cites the one that it carries out. Start reading at
//! [`Figures`].

mod figures;

pub use figures::{
    ActivityFigures, Average, DecisionCounts, Figures, Group, GroupKind, Groups, Pillars, Series,
    SeriesPoint, State, States, Verified,
};
