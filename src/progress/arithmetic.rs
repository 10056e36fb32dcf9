//! The arithmetic that all figures share (F28): 64-bit floats, sums in the order in which members are given, a slack
//! at thresholds, nothing rounded.

use crate::persian::numbers::SLACK;

use super::Average;

/// Says whether a value lies above a threshold (strictly, but for the slack).
pub fn exceeds(value: f64, threshold: f64) -> bool {
    value > threshold + SLACK
}

/// Says whether a value is at least a threshold (but for the slack).
pub fn reaches(value: f64, threshold: f64) -> bool {
    value >= threshold - SLACK
}

/// `100 · part / whole` for a part of the whole, both sums of the same weights; `None` over nothing.
pub(super) fn percent_of(part: f64, whole: f64) -> Option<f64> {
    // All of it is 100, whatever the division makes of it.
    let percent = if part < whole { 100.0 * part / whole } else { 100.0 };
    (whole > 0.0 && whole.is_finite()).then_some(percent.min(100.0))
}

/// The sum of weights, 0 over nothing (`Iterator::sum` gives −0, which would be printed).
pub(super) fn total(weights: impl Iterator<Item = f64>) -> f64 {
    weights.fold(0.0, |sum, weight| sum + weight)
}

/// A share 0–1; `None` over nothing.
pub(super) fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// `Σ w·x / Σ w` for figures from −100 to 100; `None` over nothing.
///
/// Exact arithmetic can't leave that range; rounding could by its last bit, so the quotient is held in it.
pub(super) fn weighted_mean(sum: f64, weight: f64) -> Option<f64> {
    let mean = sum / weight;
    (weight > 0.0 && mean.is_finite()).then(|| mean.clamp(-100.0, 100.0))
}

/// A weighted average while it is being summed (F20).
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Weighing {
    sum: f64,
    weight: f64,
    count: usize,
}

impl Weighing {
    /// Takes in one more figure.
    pub(super) fn add(&mut self, weight: f64, figure: f64) {
        self.sum += weight * figure;
        self.weight += weight;
        self.count += 1;
    }

    /// The average of what was taken in.
    pub(super) fn average(self) -> Average {
        Average { value: weighted_mean(self.sum, self.weight), count: self.count, weight: self.weight }
    }
}
