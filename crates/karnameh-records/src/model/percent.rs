//! A percent that can't be out of its range.

use crate::fields::{At, Datum, FieldValue, Kind, Reading, Value};

/// A number from 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Percent(f64);

impl Percent {
    /// A percent; `None` outside 0–100 and for what is not a number.
    pub fn new(value: f64) -> Option<Self> {
        (0.0..=100.0).contains(&value).then_some(Self(value))
    }

    /// The number, 0–100.
    pub fn get(self) -> f64 {
        self.0
    }
}

impl FieldValue for Percent {
    const KIND: Kind = Kind::Percent;

    fn from_value(value: Value, at: &At<'_>, reading: &mut Reading<'_>) -> Option<Self> {
        f64::from_value(value, at, reading).and_then(Self::new)
    }

    fn datum(&self) -> Datum<'_> {
        Datum::Number(self.0)
    }
}
